"""Land of power plants and campuses: by capacity, by energy, per power, and beside a yardstick."""

from earth_or_orbit.constants import HOURS_PER_CALENDAR_YEAR, Array


def stated_land_m2(covered_land_m2: Array) -> Array:
    """An area of land as it is stated or led to. [m2]

    A = A; what is asked for is the unit or the way to it.
    Source: definition.
    Check: stated_land_m2(5) = 5 (0%)
    """
    return covered_land_m2


def stated_land_m2_per_mw(land_m2_per_mw: Array) -> Array:
    """Land per power as it is stated. [m2/MW]

    a = a; what is asked for is the unit.
    Source: definition.
    Check: stated_land_m2_per_mw(5) = 5 (0%)
    """
    return land_m2_per_mw


def land_of_capacity_m2(capacity_mw: Array, land_m2_per_mw: Array) -> Array:
    """Land of a capacity at so much land per capacity. [m2]

    A = P × land per capacity.
    Source: definition.
    Check: land_of_capacity_m2(100, 30756) = 3075600 (0.01%)
    """
    return capacity_mw * land_m2_per_mw


def solar_capacity_mw(
    supplied_power_mw: Array, solar_share_frac: Array, array_overbuild_ratio: Array, capacity_factor_frac: Array
) -> Array:
    """Solar capacity behind a load that does not pause. [MW]

    P = load × share by solar × overbuild / capacity factor.
    Source: [hausfather-code].
    Check: solar_capacity_mw(1000, 0.9, 1.5, 0.25) = 5400 (0.01%)
    """
    return supplied_power_mw * solar_share_frac * array_overbuild_ratio / capacity_factor_frac


def solar_capacity_of_energy_mw(
    load_energy_mwh_per_year: Array,
    solar_share_frac: Array,
    array_overbuild_ratio: Array,
    capacity_factor_frac: Array,
    powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR,
) -> Array:
    """Solar capacity behind a yearly energy. [MW]

    P = yearly energy × share × overbuild / (capacity factor × hours a year).
    Source: definition.
    Check: solar_capacity_of_energy_mw(8760, 1, 1, 0.25, 8760) = 4 (0%)
    """
    return load_energy_mwh_per_year * solar_share_frac * array_overbuild_ratio / (capacity_factor_frac * powered_hours_per_year)


def land_of_yearly_energy_m2(energy_mwh_per_year: Array, land_m2_per_mwh: Array) -> Array:
    """Land of a yearly energy at so much land per energy of a year. [m2]

    A = yearly energy × land per yearly energy.
    Source: definition.
    Check: land_of_yearly_energy_m2(1e6, 16) = 16e6 (0.01%)
    """
    return energy_mwh_per_year * land_m2_per_mwh


def land_of_energy_m2(energy_mwh: Array, land_m2_per_mwh: Array) -> Array:
    """Land of an amount of energy at so much land per energy. [m2]

    A = E × land per energy.
    Source: definition.
    Check: land_of_energy_m2(1e6, 16) = 16e6 (0.01%)
    """
    return energy_mwh * land_m2_per_mwh


def land_per_yearly_energy_m2_per_mwh(
    land_m2_per_mw: Array, capacity_factor_frac: Array, powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR
) -> Array:
    """Land per energy of a year, from land per capacity. [m2/MWh]

    land = land per capacity / (capacity factor × hours a year).
    Source: definition.
    Check: land_per_yearly_energy_m2_per_mwh(30756, 0.25, 8760) = 14.04 (0.1%)
    """
    return land_m2_per_mw / (capacity_factor_frac * powered_hours_per_year)


def land_per_capacity_m2_per_mw(covered_land_m2: Array, capacity_mw: Array) -> Array:
    """Land per capacity. [m2/MW]

    land = A / P.
    Source: definition.
    Check: land_per_capacity_m2_per_mw(3075600, 100) = 30756 (0%)
    """
    return covered_land_m2 / capacity_mw


def power_per_land_mw_per_m2(capacity_mw: Array, covered_land_m2: Array) -> Array:
    """Power per land. [MW/m2]

    power = P / A.
    Source: definition.
    Check: power_per_land_mw_per_m2(100, 1e6) = 1e-4 (0%)
    """
    return capacity_mw / covered_land_m2


def land_per_energy_m2_per_mwh(covered_land_m2: Array, energy_mwh: Array) -> Array:
    """Land per energy, that of a year where the energy is a year's. [m2/MWh]

    land = A / E.
    Source: definition.
    Check: land_per_energy_m2_per_mwh(16e6, 1e6) = 16 (0%)
    """
    return covered_land_m2 / energy_mwh


def energy_per_land_mwh_per_m2(energy_mwh: Array, covered_land_m2: Array) -> Array:
    """Energy per land. [MWh/m2]

    energy = E / A.
    Source: definition.
    Check: energy_per_land_mwh_per_m2(1e6, 16e6) = 0.0625 (0%)
    """
    return energy_mwh / covered_land_m2


def land_per_density_m2_per_mw(land_power_mw_per_m2: Array) -> Array:
    """Land per power from power per land. [m2/MW]

    land = 1 / density.
    Source: definition.
    Check: land_per_density_m2_per_mw(1e-4) = 10000 (0.01%)
    """
    return 1 / land_power_mw_per_m2


def capacity_on_land_mw(covered_land_m2: Array, land_m2_per_mw: Array) -> Array:
    """Capacity that an area of land carries. [MW]

    P = A / land per capacity.
    Source: definition.
    Check: capacity_on_land_mw(3075600, 30756) = 100 (0%)
    """
    return covered_land_m2 / land_m2_per_mw


def energy_on_land_mwh(covered_land_m2: Array, land_m2_per_mwh: Array) -> Array:
    """Energy of a year that an area of land carries. [MWh]

    E = A / land per energy.
    Source: definition.
    Check: energy_on_land_mwh(16e6, 16) = 1e6 (0%)
    """
    return covered_land_m2 / land_m2_per_mwh


def share_of_land_frac(covered_land_m2: Array, land_m2: Array) -> Array:
    """An area as a share of a yardstick's. [frac]

    share = A / A of the yardstick.
    Source: [gioi] for Manhattan.
    Check: share_of_land_frac(9.1e6, 59.13e6) = 0.1539 (0.1%)
    """
    return covered_land_m2 / land_m2


def times_of_land_ratio(covered_land_m2: Array, land_m2: Array) -> Array:
    """An area in units of a yardstick's. [ratio]

    ratio = A / A of the yardstick.
    Source: definition.
    Check: times_of_land_ratio(118.26e6, 59.13e6) = 2 (0.1%)
    """
    return covered_land_m2 / land_m2


def summed_land_m2(parts_m2: Array) -> Array:
    """Sum of several areas, such as the rings of a campus. [m2]

    A = Σ parts.
    Source: definition.
    Check: summed_land_m2(5) = 5 (0%)
    """
    return parts_m2


def remaining_land_m2(whole_land_m2: Array, used_land_m2: Array) -> Array:
    """What an area leaves of another. [m2]

    A = whole − used.
    Source: definition.
    Check: remaining_land_m2(10, 4) = 6 (0%)
    """
    return whole_land_m2 - used_land_m2


def land_change_frac(earlier_land_m2: Array, later_land_m2: Array) -> Array:
    """How much more land there is later. [frac]

    rise = later / earlier − 1.
    Source: definition.
    Check: land_change_frac(2250, 3650) = 0.6222 (0.1%)
    """
    return later_land_m2 / earlier_land_m2 - 1


def square_side_m(covered_land_m2: Array) -> Array:
    """Side of a square of an area. [m]

    side = √A.
    Source: definition.
    Check: square_side_m(166e6) = 12884 (0.01%)
    """
    return covered_land_m2**0.5


def land_per_item_m2(covered_land_m2: Array, items_count: Array) -> Array:
    """Land per item, such as an accelerator or a job. [m2]

    land = A / n.
    Source: definition.
    Check: land_per_item_m2(1e6, 1000) = 1000 (0%)
    """
    return covered_land_m2 / items_count


def items_per_m2(items_count: Array, covered_land_m2: Array) -> Array:
    """Items, such as jobs, per land. [1/m2]

    items = n / A.
    Source: definition.
    Check: items_per_m2(1000, 1e6) = 0.001 (0.01%)
    """
    return items_count / covered_land_m2


def land_of_shared_floor_m2(floor_area_m2: Array, floors_count: Array) -> Array:
    """Ground covered by a building of several floors. [m2]

    A = floor area / floors.
    Source: definition.
    Check: land_of_shared_floor_m2(1000, 2) = 500 (0%)
    """
    return floor_area_m2 / floors_count


def dimensions_land_m2(land_length_m: Array, land_width_m: Array) -> Array:
    """Area of a rectangle. [m2]

    A = length × width.
    Source: definition.
    Check: dimensions_land_m2(1000, 500) = 500000 (0%)
    """
    return land_length_m * land_width_m
