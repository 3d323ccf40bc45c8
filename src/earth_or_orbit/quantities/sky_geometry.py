"""What a place on the ground sees of a circular orbit: slant range, footprint, passes, and the hours of a dawn-dusk ring.

The Earth is a sphere, of the mean radius unless another is stated; slant ranges differ by less than 0.2 % for it. Scalars
outside the stated ranges raise ValueError, arrays become nan. No facility wires this module.
"""

import numpy as np

from earth_or_orbit.constants import (
    DEG_PER_TURN,
    EARTH_MEAN_RADIUS_KM,
    HOURS_PER_DAY,
    MINUTES_PER_HOUR,
    Array,
)
from earth_or_orbit.quantities.orbit_geometry import orbits_per_day
from earth_or_orbit.quantities.signal_delay import vacuum_one_way_ms

_RIGHT_ANGLE_DEG = DEG_PER_TURN / 4  # structure: a quarter of a turn
_HOURS_SAMPLED = 720  # structure: points of a day, two minutes apart


def _within(value: Array, low: float, high: float, name: str) -> Array:
    """The value where it lies in its range; a scalar outside raises ValueError, an element outside becomes nan."""
    if np.ndim(value) == 0 and not low <= value <= high:
        raise ValueError(f"{name} is {float(value):g}; allowed: {low:g} to {high:g}")
    value = np.asarray(value, dtype=float)
    return np.where((value >= low) & (value <= high), value, np.nan)[()]


def slant_range_at_elevation_km(
    orbit_altitude_km: Array, user_elevation_deg: Array, earth_radius_km: Array = EARTH_MEAN_RADIUS_KM
) -> Array:
    """Distance from the ground to a satellite that stands at an elevation above the horizon. [km]

    d = √((R + h)² − R² cos² ε) − R sin ε. Elevations from 0 to 90°.
    Source: law of cosines.
    Check: slant_range_at_elevation_km(550, 25) = 1123.0 (0.1%)
    Check: slant_range_at_elevation_km(550, 90) = 550 (0.001%)
    """
    elevation = np.deg2rad(_within(user_elevation_deg, 0, _RIGHT_ANGLE_DEG, "user_elevation_deg"))
    reach = np.sqrt((earth_radius_km + orbit_altitude_km) ** 2 - (earth_radius_km * np.cos(elevation)) ** 2)
    return reach - earth_radius_km * np.sin(elevation)


def path_at_elevation_ms(
    orbit_altitude_km: Array,
    user_elevation_deg: Array,
    path_legs_count: Array,
    earth_radius_km: Array = EARTH_MEAN_RADIUS_KM,
) -> Array:
    """Time along legs between the ground and a satellite at an elevation. [ms]

    t = N d / c, d the slant range: one leg up; two up and down; four through a satellite to a gateway and back.
    Source: law of cosines.
    Check: path_at_elevation_ms(550, 25, 4) = 14.984 (0.1%)
    """
    slant_km = slant_range_at_elevation_km(orbit_altitude_km, user_elevation_deg, earth_radius_km)
    return path_legs_count * vacuum_one_way_ms(slant_km)


def coverage_half_angle_deg(
    orbit_altitude_km: Array, user_elevation_deg: Array, earth_radius_km: Array = EARTH_MEAN_RADIUS_KM
) -> Array:
    """Angle at the Earth's centre between a satellite's foot point and the edge where it stands at an elevation. [deg]

    λ = acos(R cos ε / (R + h)) − ε.
    Source: spherical geometry.
    Check: coverage_half_angle_deg(550, 25) = 8.4535 (0.1%)
    """
    elevation = _within(user_elevation_deg, 0, _RIGHT_ANGLE_DEG, "user_elevation_deg")
    cosine = earth_radius_km * np.cos(np.deg2rad(elevation)) / (earth_radius_km + orbit_altitude_km)
    return np.rad2deg(np.arccos(cosine)) - elevation


def footprint_radius_km(
    orbit_altitude_km: Array, user_elevation_deg: Array, earth_radius_km: Array = EARTH_MEAN_RADIUS_KM
) -> Array:
    """Distance over the ground from a satellite's foot point to where it stands at an elevation. [km]

    r = R λ.
    Source: spherical geometry.
    Check: footprint_radius_km(550, 25) = 940.0 (0.1%)
    """
    return earth_radius_km * np.deg2rad(coverage_half_angle_deg(orbit_altitude_km, user_elevation_deg, earth_radius_km))


def footprint_diameter_km(
    orbit_altitude_km: Array, user_elevation_deg: Array, earth_radius_km: Array = EARTH_MEAN_RADIUS_KM
) -> Array:
    """Width over the ground of the circle from which a satellite stands at an elevation or higher. [km]

    D = 2 R λ.
    Source: spherical geometry.
    Check: footprint_diameter_km(550, 25) = 1880.1 (0.1%)
    """
    return 2 * footprint_radius_km(orbit_altitude_km, user_elevation_deg, earth_radius_km)


def footprint_area_km2(
    orbit_altitude_km: Array, user_elevation_deg: Array, earth_radius_km: Array = EARTH_MEAN_RADIUS_KM
) -> Array:
    """Ground from which a satellite stands at an elevation or higher. [km2]

    A = 2 π R² (1 − cos λ).
    Source: area of a spherical cap.
    Check: footprint_area_km2(550, 25) = 2771000 (0.2%)
    """
    angle = np.deg2rad(coverage_half_angle_deg(orbit_altitude_km, user_elevation_deg, earth_radius_km))
    return 2 * np.pi * earth_radius_km**2 * (1 - np.cos(angle))


def footprint_share_frac(
    orbit_altitude_km: Array, user_elevation_deg: Array, earth_radius_km: Array = EARTH_MEAN_RADIUS_KM
) -> Array:
    """Share of the Earth from which a satellite stands at an elevation or higher. [frac]

    f = (1 − cos λ) / 2.
    Source: area of a spherical cap.
    Check: footprint_share_frac(35786, 0) = 0.4244 (0.1%)
    """
    angle = np.deg2rad(coverage_half_angle_deg(orbit_altitude_km, user_elevation_deg, earth_radius_km))
    return (1 - np.cos(angle)) / 2


def nadir_angle_deg(
    orbit_altitude_km: Array, user_elevation_deg: Array, earth_radius_km: Array = EARTH_MEAN_RADIUS_KM
) -> Array:
    """Angle at a satellite between straight down and a place that sees it at an elevation. [deg]

    sin η = R cos ε / (R + h).
    Source: law of sines.
    Check: nadir_angle_deg(550, 25) = 56.546 (0.1%)
    """
    elevation = np.deg2rad(_within(user_elevation_deg, 0, _RIGHT_ANGLE_DEG, "user_elevation_deg"))
    return np.rad2deg(np.arcsin(earth_radius_km * np.cos(elevation) / (earth_radius_km + orbit_altitude_km)))


def elevation_at_distance_deg(
    orbit_altitude_km: Array, ground_distance_km: Array, earth_radius_km: Array = EARTH_MEAN_RADIUS_KM
) -> Array:
    """Elevation of a satellite seen from some way off its foot point; below 0 under the horizon. [deg]

    tan ε = (cos ψ − R/(R + h)) / sin ψ, ψ = ground distance / R.
    Source: spherical geometry.
    Check: elevation_at_distance_deg(550, 940.0) = 25.0 (0.1%)
    Check: elevation_at_distance_deg(550, 0) = 90 (0%)
    """
    angle = ground_distance_km / earth_radius_km
    above = np.cos(angle) - earth_radius_km / (earth_radius_km + orbit_altitude_km)
    return np.rad2deg(np.arctan2(above, np.sin(angle)))


def still_earth_longest_pass_min(
    orbit_altitude_km: Array, user_elevation_deg: Array, earth_radius_km: Array = EARTH_MEAN_RADIUS_KM
) -> Array:
    """Time that a satellite straight through the zenith stays at an elevation or higher. [min]

    t = λ / 180° · period, the Earth standing still; its turning changes a low satellite's pass by up to 7 %.
    Source: spherical geometry; Kepler's third law.
    Check: still_earth_longest_pass_min(550, 25) = 4.492 (0.1%)
    """
    period_min = HOURS_PER_DAY * MINUTES_PER_HOUR / orbits_per_day(orbit_altitude_km)
    half_turn_deg = DEG_PER_TURN / 2
    return coverage_half_angle_deg(orbit_altitude_km, user_elevation_deg, earth_radius_km) / half_turn_deg * period_min


def still_earth_mean_pass_min(
    orbit_altitude_km: Array, user_elevation_deg: Array, earth_radius_km: Array = EARTH_MEAN_RADIUS_KM
) -> Array:
    """Time that a satellite stays at an elevation or higher, mean of passes at every distance from the zenith. [min]

    t = π/4 of the longest: the mean chord of a circle over its diameter. Small circles, the Earth standing still.
    Source: mean chord of a circle.
    Check: still_earth_mean_pass_min(550, 25) = 3.528 (0.1%)
    """
    longest_min = still_earth_longest_pass_min(orbit_altitude_km, user_elevation_deg, earth_radius_km)
    return np.pi / 4 * longest_min  # structure: the mean chord of a circle


def ring_distance_deg(
    place_latitude_deg: Array,
    local_solar_time_h: Array,
    orbit_inclination_deg: Array,
    ascending_node_local_time_h: Array,
) -> Array:
    """Angle at the Earth's centre from a place to the nearest point below a sun-synchronous orbit. [deg]

    sin θ = |cos i sin φ + sin i cos φ sin(15° · (node's time − place's time))|. The node keeps its solar time, so the angle
    depends on the hour and not on the season.
    Source: distance of a point from a great circle.
    Check: ring_distance_deg(0, 12, 90, 18) = 90 (0%)
    Check: ring_distance_deg(0, 18, 90, 18) = 0 (0.1%)
    """
    tilt, latitude = np.deg2rad(orbit_inclination_deg), np.deg2rad(place_latitude_deg)
    ahead = np.deg2rad((ascending_node_local_time_h - local_solar_time_h) * DEG_PER_TURN / HOURS_PER_DAY)
    sine = np.cos(tilt) * np.sin(latitude) + np.sin(tilt) * np.cos(latitude) * np.sin(ahead)
    return np.rad2deg(np.arcsin(np.minimum(np.abs(sine), 1.0)))


def ring_seen_share_frac(
    place_latitude_deg: Array,
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    ascending_node_local_time_h: Array,
    user_elevation_deg: Array,
) -> Array:
    """Share of the day in which a place sees a well-filled sun-synchronous ring at an elevation or higher. [frac]

    f = share of hours with ring's distance ≤ λ, the coverage's half angle: a satellite stands near the nearest point.
    Source: spherical geometry, sampled every two minutes.
    Check: ring_seen_share_frac(0, 700, 98.19, 18, 25) = 0.115 (3%)
    """
    hours = np.linspace(0, HOURS_PER_DAY, _HOURS_SAMPLED, endpoint=False)
    latitude, inclination, node_h, reach = (
        np.asarray(x, dtype=float)[..., None]
        for x in (
            place_latitude_deg,
            orbit_inclination_deg,
            ascending_node_local_time_h,
            coverage_half_angle_deg(orbit_altitude_km, user_elevation_deg),
        )
    )
    return (ring_distance_deg(latitude, hours, inclination, node_h) <= reach).mean(axis=-1)[()]
