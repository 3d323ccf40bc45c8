"""What fits on a launch, and what a rate of launches needs: satellites by mass and volume, pads, vehicles."""

import numpy as np

from earth_or_orbit.constants import DAYS_PER_YEAR, Array
from earth_or_orbit.quantities.launch_counts import full_count, whole_count


def satellites_by_mass_count(launch_payload_kg: Array, satellite_mass_kg: Array) -> Array:
    """Whole satellites that a payload carries. [count]

    n = ⌊payload / satellite⌋.
    Source: definition.
    Check: satellites_by_mass_count(17400, 575) = 30 (0%)
    """
    return full_count(launch_payload_kg / satellite_mass_kg)


def satellite_loads_ratio(launch_payload_kg: Array, satellite_mass_kg: Array) -> Array:
    """A payload in satellites, with fractions. [ratio]

    n = payload / satellite.
    Source: definition.
    Check: satellite_loads_ratio(17400, 575) = 30.26 (0.01%)
    """
    return launch_payload_kg / satellite_mass_kg


def satellites_by_volume_count(fairing_volume_m3: Array, satellite_volume_m3: Array, packing_frac: Array) -> Array:
    """Whole satellites that a fairing takes by volume. [count]

    n = ⌊volume × packing / satellite⌋.
    Source: definition.
    Check: satellites_by_volume_count(145, 4, 0.8) = 29 (0%)
    """
    return full_count(fairing_volume_m3 * packing_frac / satellite_volume_m3)


def whole_satellites_per_launch_count(
    launch_payload_kg: Array,
    satellite_mass_kg: Array,
    fairing_volume_m3: Array,
    satellite_volume_m3: Array,
    packing_frac: Array,
) -> Array:
    """Whole satellites of a launch, by whichever of mass and volume binds. [count]

    n = min(⌊payload / satellite⌋, ⌊volume × packing / satellite⌋).
    Source: definition.
    Check: whole_satellites_per_launch_count(17400, 575, 145, 6, 1) = 24 (0%)
    """
    by_mass = satellites_by_mass_count(launch_payload_kg, satellite_mass_kg)
    return np.minimum(by_mass, satellites_by_volume_count(fairing_volume_m3, satellite_volume_m3, packing_frac))


def launches_by_volume_count(stowed_volume_m3: Array, fairing_volume_m3: Array, packing_frac: Array) -> Array:
    """Launches that a stowed volume fills, in fractions of a launch. [count]

    n = volume / (fairing × packing).
    Source: definition.
    Check: launches_by_volume_count(50000, 1000, 1) = 50 (0%)
    """
    return stowed_volume_m3 / (fairing_volume_m3 * packing_frac)


def launches_of_area_count(array_area_m2: Array, stowed_area_m2_per_m3: Array, fairing_volume_m3: Array) -> Array:
    """Launches that an array fills by volume, from its area per stowed volume, in fractions of a launch. [count]

    n = area / (area per volume × fairing).
    Source: definition.
    Check: launches_of_area_count(1e6, 50, 1000) = 20 (0%)
    """
    return array_area_m2 / (stowed_area_m2_per_m3 * fairing_volume_m3)


def launches_by_density_count(launched_mass_kg: Array, stowed_density_kg_per_m3: Array, fairing_volume_m3: Array) -> Array:
    """Launches that a mass fills by volume, from its stowed density, in fractions of a launch. [count]

    n = mass / (density × fairing).
    Source: definition.
    Check: launches_by_density_count(1e7, 100, 1000) = 100 (0%)
    """
    return launched_mass_kg / (stowed_density_kg_per_m3 * fairing_volume_m3)


def stowed_volume_of_area_m3(array_area_m2: Array, stowed_area_m2_per_m3: Array) -> Array:
    """Stowed volume of an array. [m3]

    V = area / area per volume.
    Source: definition.
    Check: stowed_volume_of_area_m3(1e6, 50) = 20000 (0%)
    """
    return array_area_m2 / stowed_area_m2_per_m3


def payload_density_kg_per_m3(launch_payload_kg: Array, fairing_volume_m3: Array) -> Array:
    """Density at which a payload fills its fairing. [kg/m3]

    ρ = payload / volume; lighter loads bind by volume.
    Source: definition.
    Check: payload_density_kg_per_m3(100e3, 1000) = 100 (0%)
    """
    return launch_payload_kg / fairing_volume_m3


def launches_of_fleet_count(satellites_count: Array, satellites_per_launch_count: Array) -> Array:
    """Launches that a fleet fills, in fractions of a launch. [count]

    n = satellites / satellites of a launch.
    Source: definition.
    Check: launches_of_fleet_count(1000000, 60) = 16666.7 (0.01%)
    """
    return satellites_count / satellites_per_launch_count


def whole_launches_of_fleet_count(satellites_count: Array, satellites_per_launch_count: Array) -> Array:
    """Whole launches that put up a fleet. [count]

    n = ⌈satellites / satellites of a launch⌉.
    Source: definition.
    Check: whole_launches_of_fleet_count(81, 29) = 3 (0%)
    """
    return whole_count(satellites_count / satellites_per_launch_count)


def launches_of_fleet_mass_count(satellites_count: Array, satellite_mass_kg: Array, launch_payload_kg: Array) -> Array:
    """Launches that a fleet fills by mass, in fractions of a launch. [count]

    n = satellites × mass / payload.
    Source: definition.
    Check: launches_of_fleet_mass_count(1000, 2000, 100e3) = 20 (0%)
    """
    return satellites_count * satellite_mass_kg / launch_payload_kg


def whole_launches_of_fleet_mass_count(
    satellites_count: Array, satellite_mass_kg: Array, launch_payload_kg: Array
) -> Array:
    """Whole launches that a fleet's mass takes. [count]

    n = ⌈satellites × mass / payload⌉.
    Source: definition.
    Check: whole_launches_of_fleet_mass_count(81, 575, 17400) = 3 (0%)
    """
    return whole_count(launches_of_fleet_mass_count(satellites_count, satellite_mass_kg, launch_payload_kg))


def satellites_of_launches_count(launches_count: Array, satellites_per_launch_count: Array) -> Array:
    """Satellites that some launches put up. [count]

    N = launches × satellites of a launch.
    Source: definition.
    Check: satellites_of_launches_count(50, 29) = 1450 (0%)
    """
    return launches_count * satellites_per_launch_count


def cadence_satellites_per_year(launches_per_year: Array, satellites_per_launch_count: Array) -> Array:
    """Satellites that a yearly rate of launches puts up. [1/year]

    N' = launches a year × satellites of a launch.
    Source: definition.
    Check: cadence_satellites_per_year(100, 29) = 2900 (0%)
    """
    return launches_per_year * satellites_per_launch_count


def satellite_rate_launches_per_year(satellites_per_year: Array, satellites_per_launch_count: Array) -> Array:
    """Launches a year that a yearly number of satellites takes. [1/year]

    n = satellites a year / satellites of a launch.
    Source: definition.
    Check: satellite_rate_launches_per_year(200000, 50) = 4000 (0%)
    """
    return satellites_per_year / satellites_per_launch_count


def permitted_launches_per_year(site_launches_per_year: Array) -> Array:
    """Launches a year that several sites are permitted together. [1/year]

    n = sum over the sites.
    Source: definition.
    Check: permitted_launches_per_year(145) = 145 (0%)
    """
    return site_launches_per_year


def pads_needed_count(launches_per_year: Array, launches_per_pad_year: Array) -> Array:
    """Pads that a yearly rate of launches needs, in fractions of a pad. [count]

    n = launches a year / launches a year of a pad.
    Source: definition.
    Check: pads_needed_count(10000, 365.25) = 27.379 (0.01%)
    """
    return launches_per_year / launches_per_pad_year


def launches_of_pads_per_year(pads_count: Array, launches_per_pad_year: Array) -> Array:
    """Launches a year of some pads. [1/year]

    n = pads × launches a year of a pad.
    Source: definition.
    Check: launches_of_pads_per_year(4, 25) = 100 (0%)
    """
    return pads_count * launches_per_pad_year


def turnaround_launches_per_year(turnaround_days: Array) -> Array:
    """Launches a year of one pad or vehicle that is ready again after some days. [1/year]

    n = 365.25 / turnaround.
    Source: definition.
    Check: turnaround_launches_per_year(4) = 91.3125 (0%)
    """
    return DAYS_PER_YEAR / turnaround_days


def vehicles_needed_count(launches_per_year: Array, turnaround_days: Array) -> Array:
    """Vehicles in use that a yearly rate of launches needs, in fractions of a vehicle. [count]

    n = launches a year × turnaround / 365.25.
    Source: definition.
    Check: vehicles_needed_count(365.25, 30) = 30 (0%)
    """
    return launches_per_year * turnaround_days / DAYS_PER_YEAR


def new_vehicles_per_year(launches_per_year: Array, flights_per_vehicle_count: Array) -> Array:
    """Vehicles that must be built in a year when each flies a number of times. [1/year]

    n = launches a year / flights of a vehicle.
    Source: definition.
    Check: new_vehicles_per_year(10000, 100) = 100 (0%)
    """
    return launches_per_year / flights_per_vehicle_count


def fleet_launches_per_year(vehicles_count: Array, turnaround_days: Array) -> Array:
    """Launches a year of some vehicles that are ready again after some days. [1/year]

    n = vehicles × 365.25 / turnaround.
    Source: definition.
    Check: fleet_launches_per_year(30, 30) = 365.25 (0.01%)
    """
    return vehicles_count * DAYS_PER_YEAR / turnaround_days


def launches_over_limit_ratio(launches_per_year: Array, site_launches_per_year: Array) -> Array:
    """Launches a year in multiples of those permitted. [ratio]

    r = launches / permitted.
    Source: definition.
    Check: launches_over_limit_ratio(10000, 145) = 68.966 (0.01%)
    """
    return launches_per_year / site_launches_per_year
