"""Taxes paid and forgone, by the same words for a campus and a fleet, and what a job takes in public and private money."""

import numpy as np

from earth_or_orbit.constants import USD_PER_BILLION_USD, Array


def sales_tax_forgone_usd(exempt_purchases_usd: Array, sales_tax_frac: Array) -> Array:
    """Sales tax not taken on purchases that are exempt. [USD]

    sales_tax_forgone_usd = exempt_purchases_usd · sales_tax_frac
    What would have been taken had the same been bought in the same place; a buyer may have gone elsewhere.
    Source: definition; [atg-tax] 35 billion USD at 9.56 %.
    Check: sales_tax_forgone_usd(35e9, 0.0956) = 3346000000 (0.01%)
    """
    return exempt_purchases_usd * sales_tax_frac


def computers_tax_forgone_usd_per_year(
    capex_accelerators_usd: Array, sales_tax_frac: Array, accelerator_service_years: Array
) -> Array:
    """Sales tax not taken on accelerators, spread over the life of a set. [USD/year]

    computers_tax_forgone_usd_per_year = capex_accelerators_usd · sales_tax_frac / accelerator_service_years
    The same on both sides: a set is bought again when its service ends.
    Source: definition.
    Check: computers_tax_forgone_usd_per_year(60e9, 0.07, 6) = 700000000 (0.01%)
    """
    return capex_accelerators_usd * sales_tax_frac / accelerator_service_years


def property_tax_usd_per_year(taxed_value_usd: Array, property_tax_frac_per_year: Array) -> Array:
    """Property tax a year before any relief. [USD/year]

    property_tax_usd_per_year = taxed_value_usd · property_tax_frac_per_year
    Source: definition of the levy.
    Check: property_tax_usd_per_year(1.4e9, 0.015) = 21000000 (0.01%)
    """
    return taxed_value_usd * property_tax_frac_per_year


def tax_rebate_usd_per_year(
    property_tax_usd_per_year: Array, tax_rebate_frac: Array, tax_rebate_cap_usd_per_year: Array
) -> Array:
    """Property tax returned a year: a share, up to a cap. [USD/year]

    tax_rebate_usd_per_year = min(property_tax_usd_per_year · tax_rebate_frac, tax_rebate_cap_usd_per_year)
    Source: [bizt-land50] 42 %, at most 5 million USD a year.
    Check: tax_rebate_usd_per_year(21e6, 0.42, 5e6) = 5000000 (0.01%)
    Check: tax_rebate_usd_per_year(10e6, 0.42, 5e6) = 4200000 (0.01%)
    """
    return np.minimum(property_tax_usd_per_year * tax_rebate_frac, tax_rebate_cap_usd_per_year)


def tax_paid_usd_per_year(property_tax_usd_per_year: Array, tax_forgone_usd_per_year: Array) -> Array:
    """Property tax that is left to pay. [USD/year]

    tax_paid_usd_per_year = property_tax_usd_per_year − tax_forgone_usd_per_year
    Source: difference.
    Check: tax_paid_usd_per_year(21e6, 5e6) = 16000000 (0.01%)
    """
    return property_tax_usd_per_year - tax_forgone_usd_per_year


def tax_forgone_usd_per_year(property_tax_usd_per_year: Array, tax_abated_frac: Array) -> Array:
    """Property tax that a share of relief forgoes. [USD/year]

    tax_forgone_usd_per_year = property_tax_usd_per_year · tax_abated_frac
    Source: definition of the share.
    Check: tax_forgone_usd_per_year(21e6, 0.85) = 17850000 (0.01%)
    """
    return property_tax_usd_per_year * tax_abated_frac


def public_money_per_job_usd(place_public_money_usd: Array, place_jobs_count: Array) -> Array:
    """Public money given or forgone for one permanent job. [USD]

    public_money_per_job_usd = place_public_money_usd / place_jobs_count
    Source: division.
    Check: public_money_per_job_usd(55.5e6, 200) = 277500 (0.01%)
    """
    return place_public_money_usd / place_jobs_count


def launch_fee_usd(payload_to_orbit_kg: Array, launch_fee_usd_per_kg: Array, launch_fee_cap_usd: Array) -> Array:
    """Federal fee of one licensed launch. [USD]

    launch_fee_usd = min(payload_to_orbit_kg · launch_fee_usd_per_kg, launch_fee_cap_usd)
    Source: [usc-51-50924] the lesser of a rate by weight and a maximum.
    Check: launch_fee_usd(100000, 0.55116, 30000) = 30000 (0.01%)
    Check: launch_fee_usd(10000, 0.55116, 30000) = 5511.6 (0.01%)
    """
    return np.minimum(payload_to_orbit_kg * launch_fee_usd_per_kg, launch_fee_cap_usd)


def launch_fees_usd_per_year(launches_per_year: Array, launch_fee_usd: Array) -> Array:
    """Federal launch fees of a fleet in a year. [USD/year]

    launch_fees_usd_per_year = launches_per_year · launch_fee_usd
    Re-entries of boosters and ships under their own licence would pay again and are not in it.
    Source: product.
    Check: launch_fees_usd_per_year(100, 30000) = 3000000 (0.01%)
    """
    return launches_per_year * launch_fee_usd


def jobs_per_billion_usd(place_jobs_count: Array, place_capital_usd: Array) -> Array:
    """Permanent jobs per billion dollars that were announced. [1/billion_USD]

    jobs_per_billion_usd = place_jobs_count / place_capital_usd · 10⁹
    Source: division.
    Check: jobs_per_billion_usd(13000, 10e9) = 1300 (0.01%)
    """
    return place_jobs_count / place_capital_usd * USD_PER_BILLION_USD
