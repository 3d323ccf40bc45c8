"""What a campus is beside its state and its utility: shares of sales and of the peak, households, plants built for it."""

from earth_or_orbit.constants import HOURS_PER_YEAR, KWH_PER_MWH, Array


def metered_energy_mwh_per_year(campus_meter_peak_mw: Array, meter_load_factor_frac: Array) -> Array:
    """Energy that a campus takes at its meter in a year, from its peak and the shape of its load. [MWh/year]

    metered_energy_mwh_per_year = campus_meter_peak_mw · 8766 h · meter_load_factor_frac
    Source: definition of the load factor.
    Check: metered_energy_mwh_per_year(450, 0.85) = 3352995 (0.01%)
    """
    return campus_meter_peak_mw * HOURS_PER_YEAR * meter_load_factor_frac


def share_of_state_sales_frac(metered_energy_mwh_per_year: Array, state_retail_sales_mwh_per_year: Array) -> Array:
    """Energy of a campus as a share of the electricity sold in its state. [frac]

    share_of_state_sales_frac = metered_energy_mwh_per_year / state_retail_sales_mwh_per_year
    The sales are those of a year before the campus ran in full, so it is an addition and not a part.
    Source: division; [eia-sales-2025] sales.
    Check: share_of_state_sales_frac(3.35e6, 70.18e6) = 0.04773 (0.1%)
    """
    return metered_energy_mwh_per_year / state_retail_sales_mwh_per_year


def share_of_utility_peak_frac(campus_meter_peak_mw: Array, utility_peak_mw: Array) -> Array:
    """Peak of a campus as a share of its utility's highest hour. [frac]

    share_of_utility_peak_frac = campus_meter_peak_mw / utility_peak_mw
    The two peaks need not fall into one hour; a campus runs near its peak in all of them. An addition to the peak.
    Source: division.
    Check: share_of_utility_peak_frac(450, 5600) = 0.08036 (0.1%)
    """
    return campus_meter_peak_mw / utility_peak_mw


def households_equivalent_count(metered_energy_mwh_per_year: Array, electricity_kwh_per_year: Array) -> Array:
    """Households that use as much electricity as a campus. [count]

    households_equivalent_count = 1000 · metered_energy_mwh_per_year / electricity_kwh_per_year
    By energy over a year. At the peak a household takes several times its mean, a campus little more than its own.
    Source: [eia-faq-97] mean residential customer.
    Check: households_equivalent_count(3.35e6, 10715) = 312646 (0.01%)
    """
    return metered_energy_mwh_per_year * KWH_PER_MWH / electricity_kwh_per_year


def built_over_peak_ratio(built_for_site_mw: Array, campus_meter_peak_mw: Array) -> Array:
    """Power plants built or approved for a campus over its peak. [ratio]

    built_over_peak_ratio = built_for_site_mw / campus_meter_peak_mw
    Source: division.
    Check: built_over_peak_ratio(2262, 2300) = 0.98348 (0.01%)
    """
    return built_for_site_mw / campus_meter_peak_mw
