"""Round-trip times: light through glass along a great circle, and by radio through satellites without laser links.

Times are of light alone; queues, switching, scheduling and the access network come on top.
"""

import numpy as np

from earth_or_orbit.constants import (
    EARTH_MEAN_RADIUS_KM,
    M_PER_KM,
    MS_PER_S,
    SPEED_OF_LIGHT_M_PER_S,
    Array,
)

_LIGHT_KM_PER_MS = SPEED_OF_LIGHT_M_PER_S / M_PER_KM / MS_PER_S


def great_circle_distance_km(
    from_latitude_deg: Array, from_longitude_deg: Array, to_latitude_deg: Array, to_longitude_deg: Array
) -> Array:
    """Shortest distance between two places over a spherical Earth. [km]

    d = 2R asin √(sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2)), R the mean radius. Within 0.5 % of the ellipsoid.
    Source: haversine formula.
    Check: great_circle_distance_km(51.50853, -0.12574, 40.71427, -74.00597) = 5570 (0.2%)
    """
    from_latitude, from_longitude, to_latitude, to_longitude = (
        np.deg2rad(x) for x in (from_latitude_deg, from_longitude_deg, to_latitude_deg, to_longitude_deg)
    )
    haversine = (
        np.sin((to_latitude - from_latitude) / 2) ** 2
        + np.cos(from_latitude) * np.cos(to_latitude) * np.sin((to_longitude - from_longitude) / 2) ** 2
    )
    # Rounding lifts the haversine of antipodes a hair above 1.
    return 2 * EARTH_MEAN_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(haversine, 1.0)))


def fibre_round_trip_ms(
    great_circle_distance_km: Array, fibre_refractive_index_ratio: Array, fibre_path_stretch_ratio: Array
) -> Array:
    """Time for light to go and return through fibre between two places. [ms]

    t = 2 d s n / c, s being the cable's length over the great circle's, at least 1.
    Source: [handley-sim], with s = 1.
    Check: fibre_round_trip_ms(5576, 1.5, 1) = 55.8 (0.1%)
    """
    path_km = great_circle_distance_km * fibre_path_stretch_ratio
    return 2 * path_km * fibre_refractive_index_ratio / _LIGHT_KM_PER_MS


def equivalent_fibre_index_ratio(vacuum_speed_gain_frac: Array) -> Array:
    """Refractive index that a stated speed gain of vacuum over fibre amounts to. [ratio]

    n = 1 + gain.
    Source: [S090] page 4.
    Check: equivalent_fibre_index_ratio(0.35) = 1.35 (0%)
    """
    return 1 + vacuum_speed_gain_frac


def zenith_bent_pipe_round_trip_ms(orbit_altitude_km: Array, round_trip_legs_count: Array) -> Array:
    """Least round-trip time through a satellite straight overhead. [ms]

    t = N h / c; up, down, and back the same way are four legs. Every other geometry takes longer.
    Source: geometry.
    Check: zenith_bent_pipe_round_trip_ms(550, 4) = 7.338 (0.02%)
    """
    return round_trip_legs_count * orbit_altitude_km / _LIGHT_KM_PER_MS


def slant_range_km(orbit_altitude_km: Array, ground_distance_km: Array) -> Array:
    """Distance from a ground station to a satellite whose foot point is some way off. [km]

    d = √(h² + 4R(R + h) sin²(ψ/2)), ψ = ground distance / R. Says nothing of the horizon.
    Source: law of cosines.
    Check: slant_range_km(550, 646) = 869 (0.1%)
    """
    half_angle = ground_distance_km / EARTH_MEAN_RADIUS_KM / 2
    radii_km2 = EARTH_MEAN_RADIUS_KM * (EARTH_MEAN_RADIUS_KM + orbit_altitude_km)
    return np.sqrt(orbit_altitude_km**2 + radii_km2 * (2 * np.sin(half_angle)) ** 2)


def bent_pipe_round_trip_ms(
    great_circle_distance_km: Array, orbit_altitude_km: Array, one_way_legs_count: Array
) -> Array:
    """Round-trip time along a route that hops between ground stations and satellites, without laser links. [ms]

    t = 2 N slant(h, d/N) / c: N equal legs up and down, the ground stations and foot points spaced evenly along the
    great circle. The best case; real satellites and stations stand off the line.
    Source: geometry; [circleid-2019] simulates Seattle to New York in six hops at 36 ms.
    Check: bent_pipe_round_trip_ms(3876, 550, 6) = 34.8 (0.2%)
    """
    leg_km = slant_range_km(orbit_altitude_km, great_circle_distance_km / one_way_legs_count)
    return 2 * one_way_legs_count * leg_km / _LIGHT_KM_PER_MS
