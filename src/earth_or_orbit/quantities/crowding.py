"""How crowded a fleet's height is, and how often it has to dodge there: scaled from a flown fleet by area and by objects."""

import numpy as np

from earth_or_orbit.constants import EARTH_EQUATORIAL_RADIUS_KM, Array

_SPHERE = 4 / 3 * np.pi  # structure: volume of a sphere over its radius cubed


def objects_count_per_km3(
    orbit_altitude_km: Array,
    shell_low_axis_km: np.ndarray,
    shell_high_grid_km: np.ndarray,
    shell_satellites_grid_count: np.ndarray,
    shell_debris_grid_count: np.ndarray,
) -> Array:
    """Catalogued objects per volume at the fleet's height. [1/km3]

    n = (satellites + debris of the shell) / (4/3 π (r_high³ − r_low³)), the shell of the table that holds the height
    A scalar height outside the table is refused, in an array it becomes nan.
    Source: data/series/orbit_population.csv, from public element sets (fields/README.md).
    Check: objects_count_per_km3(525, [500], [550], [900], [100]) = 3.34e-8 (0.5%)
    """
    found = _shell(orbit_altitude_km, shell_low_axis_km, shell_high_grid_km)
    objects = np.asarray(shell_satellites_grid_count, dtype=float) + np.asarray(shell_debris_grid_count, dtype=float)
    return _per_volume(objects, found, shell_low_axis_km, shell_high_grid_km)


def reference_objects_count_per_km3(
    reference_shell_altitude_km: Array,
    shell_low_axis_km: np.ndarray,
    shell_high_grid_km: np.ndarray,
    shell_satellites_grid_count: np.ndarray,
    shell_starlinks_grid_count: np.ndarray,
    shell_debris_grid_count: np.ndarray,
) -> Array:
    """Objects per volume that the flown fleet dodged where it counted its manoeuvres: all but its own. [1/km3]

    n = (satellites − Starlinks + debris of the shell) / volume of the shell
    Starlinks keep apart from each other by plan. A scalar height outside the table is refused, in an array it becomes nan.
    Source: data/series/orbit_population.csv, from public element sets (fields/README.md).
    Check: reference_objects_count_per_km3(525, [500], [550], [900], [400], [100]) = 2.00e-8 (0.5%)
    """
    found = _shell(reference_shell_altitude_km, shell_low_axis_km, shell_high_grid_km)
    satellites, own, debris = (
        np.asarray(x, dtype=float) for x in (shell_satellites_grid_count, shell_starlinks_grid_count, shell_debris_grid_count)
    )
    return _per_volume(satellites - own + debris, found, shell_low_axis_km, shell_high_grid_km)


def avoidance_manoeuvres_per_year(
    satellites_count: Array,
    reference_satellite_manoeuvres_count_per_year: Array,
    objects_count_per_km3: Array,
    reference_objects_count_per_km3: Array,
    satellite_array_area_m2: Array,
    radiator_built_area_m2: Array,
    reference_satellite_area_m2: Array,
) -> Array:
    """Collision-avoidance manoeuvres of the fleet in a year. [1/year]

    manoeuvres = satellites · reference rate · objects / reference objects · (array + radiator area) / reference area
    The fleet's own satellites keep apart by plan and are in neither density. Linear in area: an upper bound, since where an
    object will be is known to hundreds of metres, whatever the satellite's size.
    Source: [altagrove-manoeuvres] manoeuvres of Starlink; kinetic gas.
    Check: avoidance_manoeuvres_per_year(10, 30, 3e-8, 2e-8, 400, 100, 100) = 2250 (0.01%)
    """
    area_ratio = (satellite_array_area_m2 + radiator_built_area_m2) / reference_satellite_area_m2
    crowding_ratio = objects_count_per_km3 / reference_objects_count_per_km3
    return satellites_count * reference_satellite_manoeuvres_count_per_year * crowding_ratio * area_ratio


def _shell(altitude_km: Array, low_km: np.ndarray, high_km: np.ndarray) -> np.ndarray:
    """The place of the shell that holds a height, -1 for none; the last shell holds its upper edge."""
    low, high = np.asarray(low_km, dtype=float), np.asarray(high_km, dtype=float)
    inside = (altitude_km >= low[0]) & (altitude_km <= high[-1])
    if np.ndim(altitude_km) == 0 and not inside:
        raise ValueError(f"altitude is {altitude_km:g} km; objects are counted from {low[0]:g} to {high[-1]:g} km")
    place = np.minimum(np.searchsorted(low, altitude_km, side="right") - 1, len(low) - 1)
    return np.where(inside, place, -1)


def _per_volume(objects: np.ndarray, place: np.ndarray, low_km: np.ndarray, high_km: np.ndarray) -> Array:
    low, high = (EARTH_EQUATORIAL_RADIUS_KM + np.asarray(edge, dtype=float) for edge in (low_km, high_km))
    density = objects / (_SPHERE * (high**3 - low**3))
    return np.where(place >= 0, density[place], np.nan)[()]
