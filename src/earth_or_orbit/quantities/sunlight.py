"""Sunlight in orbit: the orbit's geometry, the Earth's shadow on it, and what an array makes of the rest.

Orbits are circular. The shadow is a cylinder as wide as the Earth's equator, without penumbra or flattening; against
event-found numerical orbits over an oblate Earth that is worth 0.2 points of a year's eclipse fraction.
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
    SECONDS_PER_MINUTE,
    SUN_CENTRE_FIRST_DEG,
    SUN_CENTRE_SECOND_DEG,
    SUN_MEAN_ANOMALY_DEG,
    SUN_MEAN_LONGITUDE_DEG,
    TROPICAL_YEAR_DAYS,
    Array,
)

# Half days integrate the eclipse seasons to 0.01 points of what hourly steps give.
_HALF_DAYS = 732  # structure: steps of the year's quadrature
_YEAR_DAYS = TROPICAL_YEAR_DAYS * (np.arange(_HALF_DAYS) + 0.5) / _HALF_DAYS
# Beyond 3,000 km the shadow returns to sun-synchronous orbits, so that no lowest altitude lies there.
_SEARCHED_ALTITUDES_KM = np.arange(100.0, 3000.0, 10.0)  # structure: grid of the search


def orbit_altitude_from_axis_km(
    semi_major_axis_km: Array, earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM
) -> Array:
    """Height of a circular orbit above the equatorial radius, from its semi-major axis. [km]

    h = a − R.
    Source: definition.
    Check: orbit_altitude_from_axis_km(7200) = 821.863 (0.001%)
    """
    return semi_major_axis_km - earth_radius_km


def orbit_altitude_from_period_km(orbital_period_s: Array) -> Array:
    """Height of the circular orbit that has this period. [km]

    h = (GM (P/2π)²)^(1/3) − R. Kepler's third law, unperturbed.
    Source: [wgs84] table 3.1 for GM and R.
    Check: orbit_altitude_from_period_km(5739) = 550 (0.1%)
    """
    axis_km = np.cbrt(EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2 * (orbital_period_s / (2 * np.pi)) ** 2)
    return axis_km - EARTH_EQUATORIAL_RADIUS_KM


def orbital_period_s(orbit_altitude_km: Array) -> Array:
    """Time of one turn of a circular orbit. [s]

    P = 2π √(a³/GM), a = R + h. Kepler's third law; J2 shortens a low orbit's nodal period by about 0.1 %.
    Source: [wgs84] table 3.1 for GM and R.
    Check: orbital_period_s(680) = 5904 (0.1%)
    """
    axis_km = EARTH_EQUATORIAL_RADIUS_KM + orbit_altitude_km
    return 2 * np.pi * np.sqrt(axis_km**3 / EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2)


def orbital_speed_km_per_s(orbit_altitude_km: Array) -> Array:
    """Speed on a circular orbit, in an inertial frame. [km/s]

    v = √(GM/a), a = R + h.
    Source: [wgs84] table 3.1 for GM and R.
    Check: orbital_speed_km_per_s(550) = 7.585 (0.1%)
    """
    return np.sqrt(EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2 / (EARTH_EQUATORIAL_RADIUS_KM + orbit_altitude_km))


def node_precession_deg_per_day(orbit_altitude_km: Array, orbit_inclination_deg: Array) -> Array:
    """Drift of the ascending node of a circular orbit, eastward positive. [deg/day]

    dΩ/dt = −(3/2) J2 n (R/a)² cos i. First order in J2; J4 and the Moon change it by a few parts in a thousand.
    Source: [egm96] for J2.
    Check: node_precession_deg_per_day(550, 53) = -4.49 (0.3%)
    """
    turns_per_day = SECONDS_PER_DAY / orbital_period_s(orbit_altitude_km)
    radius_ratio = EARTH_EQUATORIAL_RADIUS_KM / (EARTH_EQUATORIAL_RADIUS_KM + orbit_altitude_km)
    equatorial = 3 / 2 * EARTH_J2 * DEG_PER_TURN * turns_per_day * radius_ratio**2  # structure: factor of the J2 law
    return -equatorial * np.cos(np.deg2rad(orbit_inclination_deg))


def sun_synchronous_inclination_deg(orbit_altitude_km: Array) -> Array:
    """Inclination at which a circular orbit's node keeps pace with the mean Sun. [deg]

    cos i = −(one turn a year) / ((3/2) J2 n (R/a)²). Retrograde, 95° to 180°; nan above 5,974 km, where none does.
    Source: [egm96] for J2; [wikipedia-sso] for the relation.
    Check: sun_synchronous_inclination_deg(550) = 97.59 (0.02%)
    Check: sun_synchronous_inclination_deg(800) = 98.60 (0.02%)
    """
    equatorial_drift = node_precession_deg_per_day(orbit_altitude_km, 0.0)
    cosine = DEG_PER_TURN / TROPICAL_YEAR_DAYS / equatorial_drift
    with np.errstate(invalid="ignore"):
        return np.rad2deg(np.arccos(cosine))


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
    right_ascension = np.arctan2(np.cos(obliquity) * np.sin(longitude), np.cos(longitude))
    node = right_ascension + np.deg2rad(ascending_node_local_time_h - HOURS_PER_DAY / 2) * DEG_PER_TURN / HOURS_PER_DAY
    return _beta_deg(np.deg2rad(orbit_inclination_deg), node, longitude, obliquity)


def eclipse_fraction_of_orbit_frac(
    orbit_altitude_km: Array, beta_angle_deg: Array, earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM
) -> Array:
    """Share of a circular orbit spent in the Earth's cylinder of shadow. [frac]

    f = (1/π) arccos(√(h² + 2Rh) / ((R + h) cos β)), zero where |β| exceeds arcsin(R/(R + h)), at most 1/2.
    Source: geometry; checked against [hausfather-code], which takes 35 min of a 90 min orbit.
    Check: eclipse_fraction_of_orbit_frac(550, 0) = 0.3727 (0.2%)
    Check: eclipse_fraction_of_orbit_frac(550, 80) = 0 (0%)
    """
    axis_km = earth_radius_km + orbit_altitude_km
    limb_km = np.sqrt(axis_km**2 - earth_radius_km**2)
    # A β of exactly 90° would divide by zero; the bound of 1 says "never behind the Earth" for it too.
    in_plane_km = np.maximum(axis_km * np.abs(np.cos(np.deg2rad(beta_angle_deg))), limb_km)
    return np.arccos(limb_km / in_plane_km) / np.pi


def sunlit_fraction_of_orbit_frac(
    orbit_altitude_km: Array, beta_angle_deg: Array, earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM
) -> Array:
    """Share of a circular orbit spent in sunlight. [frac]

    f_sun = 1 − f_eclipse: the same shadow, at least a half.
    Source: geometry.
    Check: sunlit_fraction_of_orbit_frac(550, 0) = 0.6273 (0.2%)
    """
    return 1 - eclipse_fraction_of_orbit_frac(orbit_altitude_km, beta_angle_deg, earth_radius_km)


def eclipse_time_min(
    orbit_altitude_km: Array, beta_angle_deg: Array, earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM
) -> Array:
    """Time in shadow on one turn, at one angle between the Sun and the orbit. [min]

    t = f P, with the cylinder's eclipse fraction and Kepler's period.
    Source: geometry.
    Check: eclipse_time_min(550, 0) = 35.6 (0.3%)
    """
    fraction = eclipse_fraction_of_orbit_frac(orbit_altitude_km, beta_angle_deg, earth_radius_km)
    return fraction * orbital_period_s(orbit_altitude_km) / SECONDS_PER_MINUTE


def longest_eclipse_min(
    orbit_altitude_km: Array,
    orbit_inclination_deg: Array,
    ascending_node_local_time_h: Array,
    earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM,
    earth_obliquity_deg: Array = EARTH_OBLIQUITY_DEG,
) -> Array:
    """Longest eclipse of the year for an orbit whose node keeps its mean local time. [min]

    t = eclipse time at the year's least |β|, which dawn-dusk orbits meet at one solstice. Valid near the
    sun-synchronous inclination, since elsewhere no local time is kept.
    Source: geometry; [hinode-eis] observes about 20 min at 680 km.
    Check: longest_eclipse_min(680, 98.1, 18.0) = 19.2 (0.5%)
    """
    least_beta_deg = _least_beta_of_year_deg(orbit_inclination_deg, ascending_node_local_time_h, earth_obliquity_deg)
    return eclipse_time_min(orbit_altitude_km, least_beta_deg, earth_radius_km)


def sun_synchronous_longest_eclipse_min(
    orbit_altitude_km: Array,
    ascending_node_local_time_h: Array,
    earth_radius_km: Array = EARTH_EQUATORIAL_RADIUS_KM,
    earth_obliquity_deg: Array = EARTH_OBLIQUITY_DEG,
) -> Array:
    """Longest eclipse of the year on a sun-synchronous orbit; for a dawn-dusk one, at its worse solstice. [min]

    t = longest eclipse at the altitude's sun-synchronous inclination; nan above 5,974 km, where there is none.
    Source: geometry.
    Check: sun_synchronous_longest_eclipse_min(550, 18.0) = 21.7 (0.5%)
    Check: sun_synchronous_longest_eclipse_min(1000, 18.0) = 13.0 (0.5%)
    """
    return longest_eclipse_min(
        orbit_altitude_km,
        sun_synchronous_inclination_deg(orbit_altitude_km),
        ascending_node_local_time_h,
        earth_radius_km,
        earth_obliquity_deg,
    )


def lowest_eclipse_free_altitude_km(ascending_node_local_time_h: Array) -> Array:
    """Lowest sun-synchronous altitude that meets no eclipse in the year. [km]

    h = first altitude between 100 and 3,000 km where the year's least |β| reaches arcsin(R/(R + h)), interpolated in
    10 km steps; nan where there is none, as for every local time more than about an hour from 6 or 18.
    Source: geometry.
    Check: lowest_eclipse_free_altitude_km(18.0) = 1391 (0.5%)
    """
    altitudes = _SEARCHED_ALTITUDES_KM
    local_time_h = np.asarray(ascending_node_local_time_h, dtype=float)[..., np.newaxis]
    least_beta_deg = _least_beta_of_year_deg(
        sun_synchronous_inclination_deg(altitudes), local_time_h, EARTH_OBLIQUITY_DEG
    )
    limit_deg = np.rad2deg(np.arcsin(EARTH_EQUATORIAL_RADIUS_KM / (EARTH_EQUATORIAL_RADIUS_KM + altitudes)))
    spare_deg = least_beta_deg - limit_deg
    above = np.argmax(spare_deg >= 0, axis=-1)
    after, before = (np.take_along_axis(spare_deg, np.maximum(above - k, 0)[..., None], -1)[..., 0] for k in (0, 1))
    with np.errstate(invalid="ignore", divide="ignore"):
        crossing = altitudes[above] - (altitudes[1] - altitudes[0]) * after / (after - before)
    found = np.where(above > 0, crossing, np.nan)
    return found if found.ndim else float(found)


def eclipse_fraction_year_mean_frac(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_local_time_h: Array
) -> Array:
    """Share of a year that a circular orbit spends in the Earth's shadow. [frac]

    f = mean of the cylinder's eclipse fraction over the year's β. The node starts the year at the given mean local time
    and drifts with J2: a sun-synchronous orbit keeps it, any other turns through all of them.
    Source: geometry; band ±0.002 against event-found numerical orbits over an oblate Earth.
    Check: eclipse_fraction_year_mean_frac(550, 97.593, 18.0) = 0.05026 (0.4%)
    Check: eclipse_fraction_year_mean_frac(650, 97.986, 18.0) = 0.04006 (0.4%)
    Check: eclipse_fraction_year_mean_frac(800, 98.603, 18.0) = 0.02778 (0.4%)
    Check: eclipse_fraction_year_mean_frac(550, 53.0, 18.0) = 0.3093 (0.4%)
    """
    altitude_km, inclination_deg, local_time_h = (
        np.asarray(x, dtype=float)[..., np.newaxis]
        for x in (orbit_altitude_km, orbit_inclination_deg, ascending_node_local_time_h)
    )
    mean_longitude_deg, true_longitude_deg = _sun_longitudes_deg(_YEAR_DAYS)
    drift_deg = node_precession_deg_per_day(altitude_km, inclination_deg) * _YEAR_DAYS
    start_deg = mean_longitude_deg[0] - DEG_PER_TURN / TROPICAL_YEAR_DAYS * _YEAR_DAYS[0]
    node_deg = start_deg + (local_time_h / HOURS_PER_DAY - 0.5) * DEG_PER_TURN + drift_deg
    beta_deg = _beta_deg(*(np.deg2rad(x) for x in (inclination_deg, node_deg, true_longitude_deg, EARTH_OBLIQUITY_DEG)))
    mean = eclipse_fraction_of_orbit_frac(altitude_km, beta_deg).mean(axis=-1)
    return mean if mean.ndim else float(mean)


def square_array_area_m2(array_side_m: Array) -> Array:
    """Area of a square array. [m2]

    A = s².
    Source: definition.
    Check: square_array_area_m2(4000) = 1.6e7 (0%)
    """
    return array_side_m**2


def sunlit_array_power_w(
    array_area_m2: Array, solar_cell_efficiency_frac: Array, solar_irradiance_w_per_m2: Array, array_packing_frac: Array
) -> Array:
    """Electric power of an array square onto the Sun, at the cells' beginning of life. [W]

    P = A × packing × η × S. No losses for temperature, pointing, wiring or age.
    Source: [S063] section 4.4.
    Check: sunlit_array_power_w(105, 0.22, 1361, 0.9) = 28295 (0.1%)
    """
    return array_area_m2 * array_packing_frac * solar_cell_efficiency_frac * solar_irradiance_w_per_m2


def energy_per_array_ratio(
    space_capacity_factor_frac: Array, ground_capacity_factor_frac: Array, irradiance_ratio: Array
) -> Array:
    """Energy that an array yields in orbit over what the same array yields on the ground. [ratio]

    r = (CF_space / CF_ground) × (irradiance in orbit / peak irradiance on the ground).
    Source: [S090] page 3.
    Check: energy_per_array_ratio(0.95, 0.24, 1.4) = 5.54 (0.1%)
    """
    return space_capacity_factor_frac / ground_capacity_factor_frac * irradiance_ratio


def _sun_longitudes_deg(days: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The mean and the true Sun's ecliptic longitude, days after a new year like that of 2000."""
    mean_motion_deg = DEG_PER_TURN / TROPICAL_YEAR_DAYS * days
    anomaly = np.deg2rad(SUN_MEAN_ANOMALY_DEG + mean_motion_deg)
    mean_longitude_deg = SUN_MEAN_LONGITUDE_DEG + mean_motion_deg
    centre_deg = SUN_CENTRE_FIRST_DEG * np.sin(anomaly) + SUN_CENTRE_SECOND_DEG * np.sin(2 * anomaly)
    return mean_longitude_deg, mean_longitude_deg + centre_deg


def _beta_deg(inclination: Array, node: Array, longitude: Array, obliquity: Array) -> Array:
    """β from angles in radians: the dot product of the orbit's normal and the Sun's direction."""
    sine = np.sin(inclination) * (
        np.sin(node) * np.cos(longitude) - np.cos(node) * np.cos(obliquity) * np.sin(longitude)
    ) + np.cos(inclination) * np.sin(obliquity) * np.sin(longitude)
    return np.rad2deg(np.arcsin(np.clip(sine, -1.0, 1.0)))


def _least_beta_of_year_deg(inclination_deg: Array, local_time_h: Array, obliquity_deg: Array) -> Array:
    """The year's least |β| of an orbit whose node keeps its mean local time."""
    mean_longitude_deg, true_longitude_deg = _sun_longitudes_deg(_YEAR_DAYS)
    inclination_deg, local_time_h, obliquity_deg = (
        np.asarray(x, dtype=float)[..., np.newaxis] for x in (inclination_deg, local_time_h, obliquity_deg)
    )
    node_deg = mean_longitude_deg + (local_time_h / HOURS_PER_DAY - 0.5) * DEG_PER_TURN
    beta_deg = _beta_deg(*(np.deg2rad(x) for x in (inclination_deg, node_deg, true_longitude_deg, obliquity_deg)))
    least = np.abs(beta_deg).min(axis=-1)
    return least if least.ndim else float(least)
