"""A campus on the ground: its power, its load and its land. A fleet is a fractional number of published campuses."""

from hamilton.function_modifiers import config

from earth_or_orbit.constants import HOURS_PER_YEAR, Array


@config.when(power_basis="it_peak")
def campus_it_power_peak_mw__it_peak(campus_it_peak_mw: Array) -> Array:
    """Peak IT power of the published campus phase, stated as IT power. [MW]

    campus_it_power_peak_mw = campus_it_peak_mw
    Source: the fact chosen by the scenario.
    Check: campus_it_power_peak_mw__it_peak(369) = 369 (0.01%)
    """
    return campus_it_peak_mw


@config.when(power_basis="utility_peak")
def campus_it_power_peak_mw__utility_peak(
    campus_utility_peak_mw: Array, power_usage_effectiveness_ratio: Array
) -> Array:
    """Peak IT power of the published campus phase, from the load that the utility plans for. [MW]

    campus_it_power_peak_mw = campus_utility_peak_mw / power_usage_effectiveness_ratio
    Takes the yearly ratio as if it held at the peak; on the hottest day it is higher and the IT power lower.
    Source: definition of power usage effectiveness (ISO/IEC 30134-2).
    Check: campus_it_power_peak_mw__utility_peak(1100, 1.1) = 1000 (0.01%)
    """
    return campus_utility_peak_mw / power_usage_effectiveness_ratio


@config.when(power_basis="nameplate")
def campus_it_power_peak_mw__nameplate(campus_nameplate_mw: Array, power_usage_effectiveness_ratio: Array) -> Array:
    """Peak IT power of the published campus phase, from an announced power that nobody defined. [MW]

    campus_it_power_peak_mw = campus_nameplate_mw / power_usage_effectiveness_ratio
    Reads the announced figure as power of the whole facility; read as IT power it would be higher by the ratio.
    Source: definition of power usage effectiveness (ISO/IEC 30134-2).
    Check: campus_it_power_peak_mw__nameplate(5000, 1.25) = 4000 (0.01%)
    """
    return campus_nameplate_mw / power_usage_effectiveness_ratio


def campus_it_power_average_mw(campus_it_power_peak_mw: Array, it_load_factor_frac: Array) -> Array:
    """Average IT power of the published campus phase. [MW]

    campus_it_power_average_mw = campus_it_power_peak_mw · it_load_factor_frac
    Source: definition of a load factor; one factor serves both sides.
    Check: campus_it_power_average_mw(150, 0.8) = 120 (0.01%)
    """
    return campus_it_power_peak_mw * it_load_factor_frac


def it_power_average_mw(campus_it_power_average_mw: Array) -> Array:
    """Average IT power that both sides are matched on. [MW]

    it_power_average_mw = campus_it_power_average_mw
    The pair is as large as its campus, unless the user sets another size.
    Source: the books: match on average IT power.
    Check: it_power_average_mw(295.2) = 295.2 (0.01%)
    """
    return campus_it_power_average_mw


def campus_copies_count(it_power_average_mw: Array, campus_it_power_average_mw: Array) -> Array:
    """Fractional copies of the published campus that carry the IT power. [count]

    campus_copies_count = it_power_average_mw / campus_it_power_average_mw
    One for a pair at its own size; the mirror of the satellites' copies in orbit.
    Source: the books: both sides are sized in fractional copies of what was published.
    Check: campus_copies_count(200, 100) = 2 (0.01%)
    """
    return it_power_average_mw / campus_it_power_average_mw


def ramp_mw_per_year(campus_ramp_mw_per_year: Array) -> Array:
    """IT power that comes on line in a year while the fleet is built. [MW/year]

    ramp_mw_per_year = campus_ramp_mw_per_year
    Source: the fact chosen by the scenario.
    Check: ramp_mw_per_year(500) = 500 (0.01%)
    """
    return campus_ramp_mw_per_year


def facility_peak_mw(it_power_peak_mw: Array, power_usage_effectiveness_ratio: Array) -> Array:
    """Peak load of the facility at its meter. [MW]

    facility_peak_mw = it_power_peak_mw · power_usage_effectiveness_ratio
    Source: definition of power usage effectiveness (ISO/IEC 30134-2).
    Check: facility_peak_mw(100, 1.12) = 112 (0.01%)
    """
    return it_power_peak_mw * power_usage_effectiveness_ratio


def facility_average_mw(it_power_average_mw: Array, power_usage_effectiveness_ratio: Array) -> Array:
    """Average load of the facility at its meter while it is powered. [MW]

    facility_average_mw = it_power_average_mw · power_usage_effectiveness_ratio
    Source: definition of power usage effectiveness (ISO/IEC 30134-2).
    Check: facility_average_mw(100, 1.12) = 112 (0.01%)
    """
    return it_power_average_mw * power_usage_effectiveness_ratio


def facility_electricity_mwh_per_year(
    it_power_average_mw: Array, power_usage_effectiveness_ratio: Array, powered_frac: Array
) -> Array:
    """Electricity that the facility uses at its meter in a year. [MWh/year]

    facility_electricity_mwh_per_year = it_power_average_mw · 8766 h · power_usage_effectiveness_ratio · powered_frac
    Failed accelerators are taken to draw as much as running ones.
    Source: definition of power usage effectiveness (ISO/IEC 30134-2).
    Check: facility_electricity_mwh_per_year(100, 1.1, 1.0) = 964260 (0.01%)
    """
    return it_power_average_mw * HOURS_PER_YEAR * power_usage_effectiveness_ratio * powered_frac


def campus_land_m2(campus_land_published_m2: Array, campus_copies_count: Array) -> Array:
    """Land of the campus. [m2]

    campus_land_m2 = campus_land_published_m2 · campus_copies_count
    Exclusive use. A fleet of another size has the published campus's density.
    Source: the fact chosen by the scenario.
    Check: campus_land_m2(1000, 2) = 2000 (0.01%)
    """
    return campus_land_published_m2 * campus_copies_count


def plant_service_years(building_lifetime_years: Array) -> Array:
    """Years that building and plant serve. [years]

    plant_service_years = building_lifetime_years
    Source: the fact chosen by the scenario.
    Check: plant_service_years(30) = 30 (0.01%)
    """
    return building_lifetime_years


def accelerator_service_years(accelerator_lifetime_years: Array) -> Array:
    """Years that a set of accelerators serves. [years]

    accelerator_service_years = accelerator_lifetime_years
    On the ground nothing shortens it: a rack is swapped in its building.
    Source: the fact chosen by the scenario.
    Check: accelerator_service_years(6) = 6 (0.01%)
    """
    return accelerator_lifetime_years
