"""Maps that keep areas: the ellipsoid unrolled on a cylinder of equal area, and a cone for a country's map."""

import numpy as np

from earth_or_orbit.constants import EARTH_EQUATORIAL_RADIUS_KM, EARTH_FLATTENING, M_PER_KM, Array

ECCENTRICITY = np.sqrt(EARTH_FLATTENING * (2 - EARTH_FLATTENING))
RADIUS_M = EARTH_EQUATORIAL_RADIUS_KM * M_PER_KM


def equal_area_height_m(place_latitude_deg: Array) -> Array:
    """Height above the equator on a cylinder of the equator's radius that keeps areas. [m]

    equal_area_height_m = a (1 − e²) / 2 · (s / (1 − e² s²) + artanh(e s) / e), s = sin(latitude), on the WGS 84 ellipsoid
    A strip between two latitudes and two longitudes has the area a · Δlongitude · Δheight.
    Source: [snyder-1987] equation 3-12, halved and times a.
    Check: equal_area_height_m(90) = 6363885.3 (0.0001%)
    Check: equal_area_height_m(0) = 0 (0.01%)
    """
    s = np.sin(np.radians(place_latitude_deg))
    return RADIUS_M * (1 - ECCENTRICITY**2) / 2 * (
        s / (1 - (ECCENTRICITY * s) ** 2) + np.arctanh(ECCENTRICITY * s) / ECCENTRICITY)  # fmt: skip


def parallel_radius_m(place_latitude_deg: Array) -> Array:
    """Radius of a circle of latitude on the ellipsoid. [m]

    parallel_radius_m = a cos(latitude) / √(1 − e² sin²(latitude))
    Source: [snyder-1987] equation 14-15, times a.
    Check: parallel_radius_m(0) = 6378137 (0.001%)
    Check: parallel_radius_m(60) = 3197104.6 (0.001%)
    """
    phi = np.radians(place_latitude_deg)
    return RADIUS_M * np.cos(phi) / np.sqrt(1 - (ECCENTRICITY * np.sin(phi)) ** 2)


def cone_constant_ratio(first_parallel_deg: Array, second_parallel_deg: Array) -> Array:
    """How far a conic map of equal area is rolled up: turn on the map per turn on the Earth. [ratio]

    cone_constant_ratio = (r1² − r2²) / (2a (h2 − h1)), with radii of the two parallels and their equal-area heights
    Parallels that differ, on one side of the equator.
    Source: [snyder-1987] equation 14-14.
    Check: cone_constant_ratio(29.5, 45.5) = 0.602903 (0.001%)
    """
    first, second = parallel_radius_m(first_parallel_deg), parallel_radius_m(second_parallel_deg)
    rise = equal_area_height_m(second_parallel_deg) - equal_area_height_m(first_parallel_deg)
    return (first**2 - second**2) / (2 * RADIUS_M * rise)


def cone_distance_m(place_latitude_deg: Array, first_parallel_deg: Array, second_parallel_deg: Array) -> Array:
    """Distance of a latitude from the tip of a conic map of equal area. [m]

    cone_distance_m = √(r1² + 2 a n (h1 − h)) / n
    Source: [snyder-1987] equations 14-3 and 14-13.
    Check: cone_distance_m(23, 29.5, 45.5) = 9928937.0 (0.001%)
    """
    n = cone_constant_ratio(first_parallel_deg, second_parallel_deg)
    fall = equal_area_height_m(first_parallel_deg) - equal_area_height_m(place_latitude_deg)
    return np.sqrt(parallel_radius_m(first_parallel_deg) ** 2 + 2 * RADIUS_M * n * fall) / n


def map_east_m(
    place_latitude_deg: Array, place_longitude_deg: Array, first_parallel_deg: Array, second_parallel_deg: Array,
    middle_longitude_deg: Array,
) -> Array:  # fmt: skip
    """Place on a conic map of equal area, east of its middle meridian. [m]

    map_east_m = cone_distance_m · sin(n (longitude − middle longitude))
    Source: [snyder-1987] equation 14-1, page 292; his example is on the ellipsoid of 1866, 44 m away.
    Check: map_east_m(35, -75, 29.5, 45.5, -96) = 1885472.7 (0.005%)
    """
    n = cone_constant_ratio(first_parallel_deg, second_parallel_deg)
    turn = n * np.radians(place_longitude_deg - middle_longitude_deg)
    return cone_distance_m(place_latitude_deg, first_parallel_deg, second_parallel_deg) * np.sin(turn)


def map_north_m(
    place_latitude_deg: Array, place_longitude_deg: Array, first_parallel_deg: Array, second_parallel_deg: Array,
    middle_latitude_deg: Array, middle_longitude_deg: Array,
) -> Array:  # fmt: skip
    """Place on a conic map of equal area, north of its middle. [m]

    map_north_m = cone_distance_m(middle latitude) − cone_distance_m · cos(n (longitude − middle longitude))
    Source: [snyder-1987] equation 14-2, page 292; his example is on the ellipsoid of 1866, 44 m away.
    Check: map_north_m(35, -75, 29.5, 45.5, 23, -96) = 1535925.0 (0.005%)
    """
    n = cone_constant_ratio(first_parallel_deg, second_parallel_deg)
    turn = n * np.radians(place_longitude_deg - middle_longitude_deg)
    tip_to_middle = cone_distance_m(middle_latitude_deg, first_parallel_deg, second_parallel_deg)
    return tip_to_middle - cone_distance_m(place_latitude_deg, first_parallel_deg, second_parallel_deg) * np.cos(turn)
