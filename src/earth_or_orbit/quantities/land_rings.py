"""Land around a campus: its buildings, densities, shares of a yardstick, and shapes of equal area for a map.

Four rings are told apart: buildings, which stand on the campus; the campus; power plants' sites; the fuel chain.
"""

import numpy as np

from earth_or_orbit.constants import HOURS_PER_YEAR, W_PER_MW, Array


def building_footprint_m2(building_floor_area_m2: Array, building_storeys_count: Array) -> Array:
    """Ground that the buildings of a campus stand on. [m2]

    building_footprint_m2 = building_floor_area_m2 / building_storeys_count
    Storeys from 1. Every storey is taken to be as large as the ground floor, which makes it a lower bound.
    Source: division.
    Check: building_footprint_m2(7000000, 2) = 3500000 (0.01%)
    """
    return building_floor_area_m2 / building_storeys_count


def building_share_of_campus_frac(building_footprint_m2: Array, campus_land_m2: Array) -> Array:
    """Share of a campus that its buildings stand on. [frac]

    building_share_of_campus_frac = building_footprint_m2 / campus_land_m2
    Source: division.
    Check: building_share_of_campus_frac(111483, 1274760) = 0.08745 (0.1%)
    """
    return building_footprint_m2 / campus_land_m2


def land_share_ratio(ring_land_m2: Array, reference_land_m2: Array) -> Array:
    """Land as a share of a yardstick's, such as Manhattan's. [ratio]

    land_share_ratio = ring_land_m2 / reference_land_m2
    Source: division; [gioi] 14,611 acres of Manhattan.
    Check: land_share_ratio(2250, 14611) = 0.15399 (0.01%)
    Check: land_share_ratio(3650, 14611) = 0.24981 (0.01%)
    """
    return ring_land_m2 / reference_land_m2


def land_of_all_rings_m2(campus_land_m2: Array, energy_supply_land_m2: Array, fuel_chain_land_m2: Array) -> Array:
    """Campus, power plants' sites and fuel chain together. [m2]

    land_of_all_rings_m2 = campus_land_m2 + energy_supply_land_m2 + fuel_chain_land_m2
    Buildings stand on the campus and are not added. Areas in orbit are no land and are never added.
    Source: sum of the ledger's lines.
    Check: land_of_all_rings_m2(100, 20, 3) = 123 (0.01%)
    """
    return campus_land_m2 + energy_supply_land_m2 + fuel_chain_land_m2


def power_density_w_per_m2(power_on_land_mw: Array, ring_land_m2: Array) -> Array:
    """Power over the land that it stands on; of one kind of megawatt at a time. [W/m2]

    power_density_w_per_m2 = power_on_land_mw / ring_land_m2
    Source: division.
    Check: power_density_w_per_m2(369, 1274760) = 289.47 (0.01%)
    """
    return power_on_land_mw * W_PER_MW / ring_land_m2


def power_on_reference_land_mw(power_density_w_per_m2: Array, reference_land_m2: Array) -> Array:
    """Power that a yardstick's land would carry at a given density. [MW]

    power_on_reference_land_mw = power_density_w_per_m2 · reference_land_m2
    Source: multiplication.
    Check: power_on_reference_land_mw(289.47, 59128620) = 17115.9 (0.01%)
    """
    return power_density_w_per_m2 * reference_land_m2 / W_PER_MW


def square_side_m(ring_land_m2: Array) -> Array:
    """Side of the square of a given area: an honest shape where no outline is published. [m]

    square_side_m = √ring_land_m2
    Source: geometry.
    Check: square_side_m(9105440) = 3017.5 (0.01%)
    """
    return np.sqrt(ring_land_m2)


def ring_outer_radius_m(land_inside_m2: Array, ring_land_m2: Array) -> Array:
    """Outer radius of a ring of given area around a disc of given area. [m]

    ring_outer_radius_m = √((land_inside_m2 + ring_land_m2) / π)
    Source: geometry.
    Check: ring_outer_radius_m(0, 3141592.7) = 1000 (0.01%)
    Check: ring_outer_radius_m(3141592.7, 9424778) = 2000 (0.01%)
    """
    return np.sqrt((land_inside_m2 + ring_land_m2) / np.pi)


def utility_average_mw(facility_electricity_mwh_per_year: Array) -> Array:
    """Average load of the facility at its meter over a year. [MW]

    utility_average_mw = facility_electricity_mwh_per_year / 8766 h
    Overhead and the hours without supply are in the electricity already.
    Source: definition of an average.
    Check: utility_average_mw(964260) = 110 (0.01%)
    """
    return facility_electricity_mwh_per_year / HOURS_PER_YEAR
