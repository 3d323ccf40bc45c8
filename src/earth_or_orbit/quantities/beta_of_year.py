"""The Sun's angle to an orbit's plane through the year: day by day, its ends, and the means that rest on it.

No facility wires this module; the rooms that need a formula call it. The node starts the year at a mean local time and
drifts with J2, so that any inclination is right: sun-synchronous orbits keep the time, all others turn through the day.
"""

import numpy as np

from earth_or_orbit.constants import (
    DEG_PER_TURN,
    EARTH_OBLIQUITY_DEG,
    HOURS_PER_DAY,
    TROPICAL_YEAR_DAYS,
    Array,
)
from earth_or_orbit.quantities.orbit_geometry import (
    beta_angle_from_node_deg,
    mean_solar_longitude_deg,
    node_precession_deg_per_day,
    solar_longitude_deg,
)

# The middle of each half day of a year. Half days integrate the eclipse seasons to 0.01 points of what hourly steps give.
_HALF_DAYS = 732  # structure: steps of the year's quadrature
YEAR_DAYS = TROPICAL_YEAR_DAYS * (np.arange(_HALF_DAYS) + 0.5) / _HALF_DAYS


def ascending_node_of_day_deg(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array, year_days: Array
) -> Array:
    """Right ascension of the ascending node on a day of the year, not reduced to one turn. [deg]

    Ω = mean Sun at new year + 15° × (local time − 12 h) + dΩ/dt × days. The local time is the mean Sun's, at new year.
    Arguments broadcast: give the days an axis of their own.
    Source: definition of a node's local time; first-order J2.
    Check: ascending_node_of_day_deg(550, 97.593, 18.0, 0.0) = 370.46 (0%)
    Check: ascending_node_of_day_deg(550, 53.0, 18.0, 10.0) = 325.6 (0.1%)
    """
    offset_deg = (ascending_node_local_time_h / HOURS_PER_DAY - 0.5) * DEG_PER_TURN
    drift_deg = node_precession_deg_per_day(orbit_altitude_km, orbit_inclination_deg) * year_days
    return mean_solar_longitude_deg(0.0) + offset_deg + drift_deg


def beta_of_day_deg(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    ascending_node_local_time_h: Array,
    year_days: Array,
    earth_obliquity_deg: Array = EARTH_OBLIQUITY_DEG,
) -> Array:
    """Angle between the Sun and the plane of a circular orbit, on a day of the year; negative below it. [deg]

    sin β = n·s. The node starts the year at the given mean local time and drifts with J2. Arguments broadcast.
    Source: spherical trigonometry; [rmcdonald-eclipse] for the dawn-dusk extremes.
    Check: beta_of_day_deg(550, 97.593, 18.0, 171.5) = 58.96 (0.1%)
    Check: beta_of_day_deg(550, 53.0, 18.0, [0, 33, 66]) = [29.96, -69.32, 47.78] (0.1%)
    """
    node_deg = ascending_node_of_day_deg(orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h, year_days)
    longitude_deg = solar_longitude_deg(year_days)
    return beta_angle_from_node_deg(orbit_inclination_deg, node_deg, longitude_deg, earth_obliquity_deg)


def beta_of_year_deg(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    ascending_node_local_time_h: Array,
    earth_obliquity_deg: Array = EARTH_OBLIQUITY_DEG,
) -> np.ndarray:
    """Angle between the Sun and the plane of a circular orbit in each half day of a year, along a last axis. [deg]

    sin β = n·s at the middle of each half day. What the year's means and ends are taken over.
    Source: spherical trigonometry.
    Check: beta_of_year_deg(550, 0.0, 18.0, 0.0) = 0 (0%)
    """
    orbit = (orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h)
    altitude_km, inclination_deg, local_time_h = (np.asarray(x, dtype=float)[..., np.newaxis] for x in orbit)
    obliquity_deg = np.asarray(earth_obliquity_deg, dtype=float)[..., np.newaxis]
    return beta_of_day_deg(altitude_km, inclination_deg, local_time_h, YEAR_DAYS, obliquity_deg)


def dawn_dusk_least_beta_deg(orbit_inclination_deg: Array, earth_obliquity_deg: Array = EARTH_OBLIQUITY_DEG) -> Array:
    """Year's least angle between the Sun and the plane of a dawn-dusk orbit, met at its worse solstice. [deg]

    β = 90° − |i − 90°| − ε; 156.56° − i for retrograde orbits. For local times of exactly 6 or 18 h of the apparent Sun.
    Source: [rmcdonald-eclipse] section 5.
    Check: dawn_dusk_least_beta_deg(97.40) = 59.16 (0.01%)
    Check: dawn_dusk_least_beta_deg(104.89) = 51.67 (0.01%)
    """
    right_angle_deg = DEG_PER_TURN / 2 / 2
    return right_angle_deg - np.abs(orbit_inclination_deg - right_angle_deg) - earth_obliquity_deg


def least_beta_of_year_deg(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    ascending_node_local_time_h: Array,
    earth_obliquity_deg: Array = EARTH_OBLIQUITY_DEG,
) -> Array:
    """Year's least angle between the Sun and the orbit's plane, on either side. [deg]

    β = min |β(day)|, zero where the Sun passes through the plane. The node drifts with J2 from the given mean local time:
    sun-synchronous orbits keep it, all others meet β = 0 within weeks.
    Source: spherical trigonometry.
    Check: least_beta_of_year_deg(550, 97.593, 18.0) = 58.9 (0.2%)
    Check: least_beta_of_year_deg(550, 53.0, 18.0) = 0 (0%)
    """
    beta_deg = beta_of_year_deg(orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h, earth_obliquity_deg)
    crosses = (beta_deg.min(axis=-1) < 0) & (beta_deg.max(axis=-1) > 0)
    return _plain(np.where(crosses, 0.0, np.abs(beta_deg).min(axis=-1)))


def greatest_beta_of_year_deg(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    ascending_node_local_time_h: Array,
    earth_obliquity_deg: Array = EARTH_OBLIQUITY_DEG,
) -> Array:
    """Year's greatest angle between the Sun and the orbit's plane, on either side. [deg]

    β = max |β(day)|, by half days. The node drifts with J2 from the given mean local time.
    Source: spherical trigonometry.
    Check: greatest_beta_of_year_deg(550, 97.593, 18.0) = 86.9 (0.2%)
    Check: greatest_beta_of_year_deg(550, 53.0, 18.0) = 76.3 (0.2%)
    """
    beta_deg = beta_of_year_deg(orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h, earth_obliquity_deg)
    return _plain(np.abs(beta_deg).max(axis=-1))


def beta_cosine_year_mean_frac(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array
) -> Array:
    """Year's mean of the share of sunlight that comes along the orbit's plane. [frac]

    c = mean of cos β over the year: 0 with the Sun square onto the plane, 1 with the Sun in it.
    Source: geometry.
    Check: beta_cosine_year_mean_frac(550, 97.593, 18.0) = 0.275 (0.2%)
    """
    beta_deg = beta_of_year_deg(orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h)
    return _plain(np.cos(np.deg2rad(beta_deg)).mean(axis=-1))


def beta_sine_year_mean_frac(orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array) -> Array:
    """Year's mean of the share of sunlight that comes square onto the orbit's plane, from either side. [frac]

    s = mean of |sin β| over the year.
    Source: geometry.
    Check: beta_sine_year_mean_frac(550, 97.593, 18.0) = 0.949 (0.1%)
    """
    beta_deg = beta_of_year_deg(orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h)
    return _plain(np.abs(np.sin(np.deg2rad(beta_deg))).mean(axis=-1))


def _plain(value: np.ndarray) -> Array:
    return value if np.ndim(value) else float(value)
