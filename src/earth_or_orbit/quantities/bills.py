"""What other customers of a utility pay for what was built for one site, and what comes to one household a month."""

import numpy as np

from earth_or_orbit.constants import MONTHS_PER_YEAR, Array
from earth_or_orbit.quantities.refresh_rule import capital_recovery_frac_per_year


def utility_charge_usd_per_year(
    built_for_site_usd: Array, capital_recovery_frac_per_year: Array, plant_upkeep_frac_per_year: Array
) -> Array:
    """What a utility charges a year for something it built. [USD/year]

    utility_charge_usd_per_year = built_for_site_usd · (capital_recovery_frac_per_year + plant_upkeep_frac_per_year)
    Level over the book life; real tariffs start higher and fall. Fuel is not in it.
    Source: rule of cost of service.
    Check: utility_charge_usd_per_year(550e6, 0.08, 0.02) = 55000000 (0.01%)
    """
    return built_for_site_usd * (capital_recovery_frac_per_year + plant_upkeep_frac_per_year)


def contract_covered_frac(
    contract_term_years: Array, plant_book_life_years: Array, utility_return_frac: Array, contract_payment_frac: Array
) -> Array:
    """Share of a plant's cost, in present value, that a contract covers. [frac]

    contract_covered_frac = contract_payment_frac · (1 − (1 + r)^−T) / (1 − (1 + r)^−N), T ≤ N
    The rest falls on other customers if the site leaves at the end of its term and nobody else needs the plant.
    Source: ratio of two annuities.
    Check: contract_covered_frac(15, 30, 0.07, 1) = 0.73398 (0.01%)
    Check: contract_covered_frac(30, 30, 0.07, 0.75) = 0.75 (0.01%)
    """
    years = np.minimum(contract_term_years, plant_book_life_years)
    paid = capital_recovery_frac_per_year(plant_book_life_years, utility_return_frac)
    return contract_payment_frac * paid / capital_recovery_frac_per_year(years, utility_return_frac)


def cost_left_to_others_usd(built_for_site_usd: Array, contract_covered_frac: Array) -> Array:
    """Cost that the contract does not cover. [USD]

    cost_left_to_others_usd = built_for_site_usd · (1 − contract_covered_frac)
    Source: difference.
    Check: cost_left_to_others_usd(3.2e9, 0.734) = 851200000 (0.01%)
    """
    return built_for_site_usd * (1 - contract_covered_frac)


def book_left_frac(contract_term_years: Array, plant_book_life_years: Array) -> Array:
    """Share of the cost that stands in the utility's books when the contract ends. [frac]

    book_left_frac = max(0, 1 − contract_term_years / plant_book_life_years)
    Straight-line depreciation.
    Source: rule of depreciation.
    Check: book_left_frac(15, 30) = 0.5 (0.01%)
    """
    return np.maximum(0, 1 - np.asarray(contract_term_years / plant_book_life_years, dtype=float))[()]


def debt_left_frac(contract_term_years: Array, plant_book_life_years: Array, utility_return_frac: Array) -> Array:
    """Share of the cost still to be paid back when the contract ends, if payments are level. [frac]

    debt_left_frac = (1 − (1 + r)^−(N − T)) / (1 − (1 + r)^−N), 0 from T = N on
    Level payments pay more interest first, so more is left than in the books of straight-line depreciation.
    Source: annuity.
    Check: debt_left_frac(15, 30, 0.07) = 0.73398 (0.01%)
    """
    left = np.maximum(plant_book_life_years - contract_term_years, 0)
    rest = np.where(left > 0, left, plant_book_life_years)
    paid = capital_recovery_frac_per_year(plant_book_life_years, utility_return_frac)
    return np.where(left > 0, paid / capital_recovery_frac_per_year(rest, utility_return_frac), 0.0)[()]


def others_load_frac(site_load_growth_frac: Array) -> Array:
    """Share of the utility's load that is not the site's, once the site runs. [frac]

    others_load_frac = 1 / (1 + site_load_growth_frac)
    A cost that is spread by load falls on the site as well.
    Source: definition of the growth.
    Check: others_load_frac(0.3) = 0.76923 (0.01%)
    """
    return 1 / (1 + site_load_growth_frac)


def even_charge_usd_per_year(shared_cost_usd: Array, shared_cost_years: Array) -> Array:
    """A printed total spread evenly over its years. [USD/year]

    even_charge_usd_per_year = shared_cost_usd / shared_cost_years
    Below zero for a saving. Not discounted: the totals are printed without a rate.
    Source: division.
    Check: even_charge_usd_per_year(-2.65e9, 20) = -132500000 (0.01%)
    """
    return shared_cost_usd / shared_cost_years


def households_of_utility_count(utility_customers_count: Array, residential_customers_frac: Array) -> Array:
    """Households among a utility's customers. [count]

    households_of_utility_count = utility_customers_count · residential_customers_frac
    Source: definition of the share.
    Check: households_of_utility_count(1000000, 0.86) = 860000 (0.01%)
    """
    return utility_customers_count * residential_customers_frac


def households_of_people_count(people_served_count: Array, people_per_household_ratio: Array) -> Array:
    """Households among people served. [count]

    households_of_people_count = people_served_count / people_per_household_ratio
    Source: division.
    Check: households_of_people_count(67e6, 2.5) = 26800000 (0.01%)
    """
    return people_served_count / people_per_household_ratio


def household_bill_usd_per_month(
    charged_to_others_usd_per_year: Array, residential_cost_share_frac: Array, bill_households_count: Array
) -> Array:
    """What a yearly charge adds to the bill of one household. [USD/month]

    household_bill_usd_per_month = charged_to_others_usd_per_year · residential_cost_share_frac / households / 12
    Source: division.
    Check: household_bill_usd_per_month(263.6e6, 0.40, 860000) = 10.217 (0.01%)
    """
    return charged_to_others_usd_per_year * residential_cost_share_frac / bill_households_count / MONTHS_PER_YEAR
