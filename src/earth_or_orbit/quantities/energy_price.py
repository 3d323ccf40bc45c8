"""What the energy of a computer costs, on the ground and per launched array, as published comparisons count it."""

from earth_or_orbit.constants import HOURS_PER_CALENDAR_YEAR, KW_PER_MW, Array


def annual_power_spend_usd_per_kw_year(
    electricity_price_usd_per_mwh: Array,
    power_usage_effectiveness_ratio: Array,
    powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR,
) -> Array:
    """Yearly bill for the electricity of one kW of IT load, facility overhead included. [USD/kW/year]

    c = price × PUE × hours, one MWh being 1000 kWh; the load is constant.
    Source: [S063] section 4.4.
    Check: annual_power_spend_usd_per_kw_year(60, 1.09, 8760) = 572.9 (0.01%)
    """
    return electricity_price_usd_per_mwh / KW_PER_MW * power_usage_effectiveness_ratio * powered_hours_per_year


def terrestrial_energy_cost_usd(
    supplied_power_mw: Array,
    supplied_years: Array,
    electricity_price_usd_per_mwh: Array,
    powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR,
) -> Array:
    """Cost of a constant supply of electricity over some years. [USD]

    c = power × hours a year × years × price; the price stays, nothing is discounted.
    Source: [S090] table 1.
    Check: terrestrial_energy_cost_usd(40, 10, 40, 8760) = 140.16e6 (0.01%)
    """
    return supplied_power_mw * powered_hours_per_year * supplied_years * electricity_price_usd_per_mwh


def chiller_energy_cost_usd(terrestrial_energy_cost_usd: Array, cooling_share_frac: Array) -> Array:
    """Cost of the chillers' electricity, as a share of the computers'. [USD]

    c = energy cost × share.
    Source: [S090] table 1.
    Check: chiller_energy_cost_usd(140e6, 0.05) = 7e6 (0.01%)
    """
    return terrestrial_energy_cost_usd * cooling_share_frac


def terrestrial_balance_usd(
    terrestrial_energy_cost_usd: Array, chiller_energy_cost_usd: Array, backup_power_cost_usd: Array
) -> Array:
    """Sum of the ground's energy lines in the white paper's comparison. [USD]

    balance = energy + chillers + backup power. Building, grid connection and computers are outside it.
    Source: [S090] table 1.
    Check: terrestrial_balance_usd(140e6, 7e6, 20e6) = 167e6 (0%)
    """
    return terrestrial_energy_cost_usd + chiller_energy_cost_usd + backup_power_cost_usd


def space_balance_usd(
    array_cost_usd: Array, array_launch_cost_usd: Array, radiation_shielding_cost_usd: Array
) -> Array:
    """Sum of the orbit's lines in the white paper's comparison. [USD]

    balance = array + launch + shielding. Bus, radiators, computers and their replacement are outside it.
    Source: [S090] table 1.
    Check: space_balance_usd(2e6, 5e6, 1.2e6) = 8.2e6 (0.01%)
    """
    return array_cost_usd + array_launch_cost_usd + radiation_shielding_cost_usd


def equivalent_energy_cost_usd_per_mwh(
    array_cost_usd: Array,
    array_launch_cost_usd: Array,
    supplied_power_mw: Array,
    supplied_years: Array,
    powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR,
) -> Array:
    """Array and its launch per unit of energy delivered over the array's life. [USD/MWh]

    c = (array + launch) / (power × hours a year × years); undiscounted, full sun.
    Source: [S090] page 3.
    Check: equivalent_energy_cost_usd_per_mwh(2e6, 5e6, 40, 10, 8760) = 1.9977 (0.01%)
    """
    energy_mwh = supplied_power_mw * powered_hours_per_year * supplied_years
    return (array_cost_usd + array_launch_cost_usd) / energy_mwh


def ground_to_space_energy_price_ratio(
    ground_energy_price_usd_per_mwh: Array, space_energy_price_usd_per_mwh: Array
) -> Array:
    """How many times dearer energy is on the ground. [ratio]

    r = ground price / space price.
    Source: [S090] page 3.
    Check: ground_to_space_energy_price_ratio(45, 2) = 22.5 (0%)
    """
    return ground_energy_price_usd_per_mwh / space_energy_price_usd_per_mwh
