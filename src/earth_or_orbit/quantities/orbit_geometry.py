"""Bare geometry of circular orbits: size, speed, the node's drift, and the Sun's angle to the plane through the year.

No facility wires this module; the rooms that need a formula call it. Orbits are circular, the gravity field is GM and
J2, heights are above the equatorial radius.
"""

import numpy as np

from earth_or_orbit.constants import (
    DEG_PER_TURN,
    EARTH_EQUATORIAL_RADIUS_KM,
    EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2,
    EARTH_J2,
    EARTH_OBLIQUITY_DEG,
    HOURS_PER_DAY,
    SECONDS_PER_DAY,
    SUN_CENTRE_FIRST_DEG,
    SUN_CENTRE_SECOND_DEG,
    SUN_MEAN_ANOMALY_DEG,
    SUN_MEAN_LONGITUDE_DEG,
    TROPICAL_YEAR_DAYS,
    Array,
)


def semi_major_axis_km(orbit_altitude_km: Array, earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM) -> Array:
    """Radius of a circular orbit, from its height above the equatorial radius. [km]

    a = R + h.
    Source: definition.
    Check: semi_major_axis_km(550) = 6928.137 (0.001%)
    """
    return earth_radius_km + orbit_altitude_km


def orbit_altitude_from_axis_km(semi_major_axis_km: Array, earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM) -> Array:
    """Height of a circular orbit above the equatorial radius, from its semi-major axis. [km]

    h = a − R.
    Source: definition.
    Check: orbit_altitude_from_axis_km(7200) = 821.863 (0.001%)
    """
    return semi_major_axis_km - earth_radius_km


def semi_major_axis_from_period_km(orbital_period_s: Array) -> Array:
    """Semi-major axis of the orbit that has this period. [km]

    a = (GM (P/2π)²)^(1/3). Kepler's third law, unperturbed.
    Source: [wgs84] table 3.1 for GM.
    Check: semi_major_axis_from_period_km(86164.1) = 42164.2 (0.001%)
    """
    return np.cbrt(EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2 * (orbital_period_s / (2 * np.pi)) ** 2)


def orbit_altitude_from_period_km(orbital_period_s: Array) -> Array:
    """Height of the circular orbit that has this period. [km]

    h = (GM (P/2π)²)^(1/3) − R. Kepler's third law, unperturbed.
    Source: [wgs84] table 3.1 for GM and R.
    Check: orbit_altitude_from_period_km(5739) = 550 (0.1%)
    """
    return semi_major_axis_from_period_km(orbital_period_s) - EARTH_EQUATORIAL_RADIUS_KM


def orbit_altitude_from_speed_km(orbital_speed_km_per_s: Array) -> Array:
    """Height of the circular orbit on which satellites have this speed. [km]

    h = GM/v² − R.
    Source: [wgs84] table 3.1 for GM and R.
    Check: orbit_altitude_from_speed_km(7.585) = 550 (0.1%)
    """
    return EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2 / orbital_speed_km_per_s**2 - EARTH_EQUATORIAL_RADIUS_KM


def orbit_altitude_from_turns_km(orbits_per_day: Array) -> Array:
    """Height of the circular orbit that makes so many turns in a day of 24 hours. [km]

    h = (GM (day / 2πn)²)^(1/3) − R.
    Source: [wgs84] table 3.1 for GM and R.
    Check: orbit_altitude_from_turns_km(15.055) = 550 (0.1%)
    """
    return orbit_altitude_from_period_km(SECONDS_PER_DAY / orbits_per_day)


def orbits_per_day(orbit_altitude_km: Array) -> Array:
    """Turns of a circular orbit in a day of 24 hours. [1/day]

    n = √(GM/a³) / 2π, a = R + h. Kepler's third law; J2 shortens a low orbit's nodal period by about 0.1 %.
    Source: [wgs84] table 3.1 for GM and R.
    Check: orbits_per_day(550) = 15.055 (0.01%)
    """
    axis_km = EARTH_EQUATORIAL_RADIUS_KM + orbit_altitude_km
    return SECONDS_PER_DAY * np.sqrt(EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2 / axis_km**3) / (2 * np.pi)


def orbital_speed_km_per_s(orbit_altitude_km: Array) -> Array:
    """Speed on a circular orbit, in an inertial frame. [km/s]

    v = √(GM/a), a = R + h.
    Source: [wgs84] table 3.1 for GM and R.
    Check: orbital_speed_km_per_s(550) = 7.585 (0.1%)
    """
    return np.sqrt(EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2 / (EARTH_EQUATORIAL_RADIUS_KM + orbit_altitude_km))


def ground_track_speed_km_per_s(orbit_altitude_km: Array) -> Array:
    """Speed of the point below the satellite, over an Earth that stands still. [km/s]

    v_ground = v R/a. The Earth's own turning changes it by up to 0.47 km/s, by inclination and latitude.
    Source: similar triangles.
    Check: ground_track_speed_km_per_s(550) = 6.983 (0.1%)
    """
    share = EARTH_EQUATORIAL_RADIUS_KM / (EARTH_EQUATORIAL_RADIUS_KM + orbit_altitude_km)
    return orbital_speed_km_per_s(orbit_altitude_km) * share


def node_precession_deg_per_day(orbit_altitude_km: Array, orbit_inclination_deg: Array) -> Array:
    """Drift of the ascending node of a circular orbit, eastward positive. [deg/day]

    dΩ/dt = −(3/2) J2 n (R/a)² cos i. First order in J2; J4 and the Moon change it by a few parts in a thousand.
    Source: [egm96] for J2.
    Check: node_precession_deg_per_day(550, 53) = -4.49 (0.3%)
    """
    radius_ratio = EARTH_EQUATORIAL_RADIUS_KM / (EARTH_EQUATORIAL_RADIUS_KM + orbit_altitude_km)
    drift_per_turn = 3 / 2 * EARTH_J2 * DEG_PER_TURN * radius_ratio**2  # structure: factor of the J2 law
    return -drift_per_turn * orbits_per_day(orbit_altitude_km) * np.cos(np.deg2rad(orbit_inclination_deg))


def mean_solar_longitude_deg(year_days: Array) -> Array:
    """Ecliptic longitude of the mean Sun, days after a new year like that of 2000. [deg]

    L = 280.460° + 360° × days / tropical year; the Sun that clocks follow.
    Source: Astronomical Almanac, low-precision formulas of page C5.
    Check: mean_solar_longitude_deg(0) = 280.46 (0%)
    """
    return SUN_MEAN_LONGITUDE_DEG + DEG_PER_TURN / TROPICAL_YEAR_DAYS * year_days


def solar_longitude_deg(year_days: Array) -> Array:
    """Ecliptic longitude of the true Sun, days after a new year like that of 2000. [deg]

    λ = L + 1.915° sin g + 0.020° sin 2g, with g the mean anomaly. Within 0.012° of DE421 from 2027 to 2036, once the
    calendar's day is counted from the noon of 1 January 2000.
    Source: Astronomical Almanac, low-precision formulas of page C5.
    Check: solar_longitude_deg(0) = 280.375 (0.001%)
    """
    anomaly = np.deg2rad(SUN_MEAN_ANOMALY_DEG + DEG_PER_TURN / TROPICAL_YEAR_DAYS * year_days)
    centre_deg = SUN_CENTRE_FIRST_DEG * np.sin(anomaly) + SUN_CENTRE_SECOND_DEG * np.sin(2 * anomaly)
    return mean_solar_longitude_deg(year_days) + centre_deg


def beta_angle_from_node_deg(
    orbit_inclination_deg: Array,
    ascending_node_deg: Array,
    solar_longitude_deg: Array,
    earth_obliquity_deg: Array = EARTH_OBLIQUITY_DEG,
) -> Array:
    """Angle between the Sun and the orbit's plane, from the node's right ascension; negative below the plane. [deg]

    sin β = n·s = sin i (sin Ω cos λ − cos Ω cos ε sin λ) + cos i sin ε sin λ, with n the orbit's normal and s the Sun at
    ecliptic longitude λ.
    Source: spherical trigonometry.
    Check: beta_angle_from_node_deg(90.0, 90.0, 0.0) = 90 (0%)
    Check: beta_angle_from_node_deg(0.0, 0.0, 90.0) = 23.44 (0%)
    """
    inclination, node, longitude, obliquity = (
        np.deg2rad(x) for x in (orbit_inclination_deg, ascending_node_deg, solar_longitude_deg, earth_obliquity_deg)
    )
    sine = np.sin(inclination) * (
        np.sin(node) * np.cos(longitude) - np.cos(node) * np.cos(obliquity) * np.sin(longitude)
    ) + np.cos(inclination) * np.sin(obliquity) * np.sin(longitude)
    return np.rad2deg(np.arcsin(np.clip(sine, -1.0, 1.0)))


def beta_angle_deg(
    orbit_inclination_deg: Array,
    ascending_node_local_time_h: Array,
    solar_longitude_deg: Array,
    earth_obliquity_deg: Array = EARTH_OBLIQUITY_DEG,
) -> Array:
    """Angle between the Sun and the orbit's plane; 90° is the Sun square onto it. [deg]

    sin β = n·s, with n the orbit's normal and s the Sun at the given ecliptic longitude (90° is the June solstice). The
    node stands at the Sun's right ascension + 15° × (local time − 12 h), local time being the apparent Sun's.
    Source: spherical trigonometry.
    Check: beta_angle_deg(98.1, 18.0, 90.0) = 58.46 (0.1%)
    Check: beta_angle_deg(98.1, 18.0, 270.0) = 74.66 (0.1%)
    """
    longitude, obliquity = np.deg2rad(solar_longitude_deg), np.deg2rad(earth_obliquity_deg)
    right_ascension_deg = np.rad2deg(np.arctan2(np.cos(obliquity) * np.sin(longitude), np.cos(longitude)))
    node_deg = right_ascension_deg + (ascending_node_local_time_h / HOURS_PER_DAY - 0.5) * DEG_PER_TURN
    return beta_angle_from_node_deg(orbit_inclination_deg, node_deg, solar_longitude_deg, earth_obliquity_deg)


def ascending_node_time_from_descending_h(descending_node_local_time_h: Array) -> Array:
    """Local time of the ascending node, from the descending one's. [h]

    t = t_descending + 12 h, within one day.
    Source: definition.
    Check: ascending_node_time_from_descending_h(6.0) = 18 (0%)
    """
    return (descending_node_local_time_h + HOURS_PER_DAY / 2) % HOURS_PER_DAY


def greatest_beta_of_all_nodes_deg(orbit_inclination_deg: Array, earth_obliquity_deg: Array = EARTH_OBLIQUITY_DEG) -> Array:
    """Greatest angle between the Sun and the plane that an orbit of this inclination can have. [deg]

    β = min(90°, tilt + ε), the tilt of the plane against the equator being i or 180° − i.
    Source: spherical trigonometry.
    Check: greatest_beta_of_all_nodes_deg(53.0) = 76.44 (0%)
    Check: greatest_beta_of_all_nodes_deg(97.6) = 90 (0%)
    """
    right_angle_deg = DEG_PER_TURN / 2 / 2
    tilt_deg = right_angle_deg - np.abs(orbit_inclination_deg - right_angle_deg)
    return np.minimum(tilt_deg + earth_obliquity_deg, right_angle_deg)


def sun_synchronous_altitude_km(orbit_inclination_deg: Array) -> Array:
    """Height of the sun-synchronous orbit that has this inclination. [km]

    h = R (dΩ/dt at the surface / (one turn a year))^(2/7) − R: the drift falls with the axis to the power of −7/2.
    Inclinations from 95.7° to 180°; below, a scalar is refused and an array becomes nan.
    Source: [egm96] for J2; the relation of the inclination, turned round.
    Check: sun_synchronous_altitude_km(97.593) = 550 (0.1%)
    Check: sun_synchronous_altitude_km(180.0) = 5974 (0.1%)
    """
    turns_per_year = node_precession_deg_per_day(0.0, orbit_inclination_deg) * TROPICAL_YEAR_DAYS / DEG_PER_TURN
    if np.ndim(turns_per_year) == 0 and turns_per_year < 1:
        raise ValueError(
            f"orbit_inclination_deg is {orbit_inclination_deg:g}; at this inclination no node keeps pace with the Sun "
            "(sun-synchronous orbits need 95.7 to 180)"
        )
    turns_per_year = np.where(turns_per_year < 1, np.nan, turns_per_year)[()]
    return EARTH_EQUATORIAL_RADIUS_KM * (turns_per_year ** (1 / 3.5) - 1)
