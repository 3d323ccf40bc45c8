"""Signal delay and links: the same cities, the same access delay and the same traffic on both sides."""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import EARTH_MEAN_RADIUS_KM, M_PER_KM, MS_PER_S, SPEED_OF_LIGHT_M_PER_S, Array
from earth_or_orbit.quantities.fibre import great_circle_distance_km

LIGHT_KM_PER_MS = SPEED_OF_LIGHT_M_PER_S / M_PER_KM / MS_PER_S  # km and ms: the units of this room


def ground_link_gbps(
    accelerators_installed_count: Array, delivered_frac: Array, accelerator_user_traffic_gbps: Array
) -> Array:
    """Traffic between the delivered compute and its users. [Gbps]

    ground_link_gbps = accelerators_installed_count · delivered_frac · accelerator_user_traffic_gbps
    Inference traffic; training data and checkpoints come on top. The same need on both sides.
    Source: the fact chosen by the scenario.
    Check: ground_link_gbps(1000, 0.9, 0.01) = 9 (0.01%)
    """
    return accelerators_installed_count * delivered_frac * accelerator_user_traffic_gbps


@config.when(side="ground")
def round_trip_time_median_ms__ground(
    campus_latitude_deg: Array,
    campus_longitude_deg: Array,
    city_latitude_deg: np.ndarray,
    city_longitude_deg: np.ndarray,
    fibre_refractive_index_ratio: Array,
    fibre_path_stretch_ratio: Array,
    access_network_delay_ms: Array,
) -> Array:
    """Round trip from the median city of the list to the campus by fibre. [ms]

    round_trip_time_median_ms = access delay + median over cities of 2 · great circle · stretch · index / c
    Source: great circle on the mean sphere; measured path stretch.
    Check: round_trip_time_median_ms__ground(0, 0, 0, 90, 1.5, 1.0, 0) = 100.139 (0.01%)
    """
    distance_km = great_circle_distance_km(
        np.asarray(campus_latitude_deg)[..., None],
        np.asarray(campus_longitude_deg)[..., None],
        np.atleast_1d(city_latitude_deg),
        np.atleast_1d(city_longitude_deg),
    )
    ms_per_km = 2 * fibre_path_stretch_ratio * fibre_refractive_index_ratio / LIGHT_KM_PER_MS
    return access_network_delay_ms + np.median(distance_km, axis=-1) * ms_per_km


@config.when(side="orbit")
def terminator_distance_median_deg__orbit(city_latitude_deg: np.ndarray) -> Array:
    """Angle from the median city to the nearest point below a dawn-dusk orbit, median over the day. [deg]

    terminator_distance_median_deg = median over cities of asin(cos φ · cos 45°)
    The orbit's plane faces the Sun, so the angle is the Sun's height above or below the horizon; at the equinox its
    median over a day is at an hour angle of 45°. At noon and midnight users are farthest.
    Source: spherical geometry.
    Check: terminator_distance_median_deg__orbit(0) = 45 (0.01%)
    """
    latitude_rad = np.deg2rad(np.atleast_1d(city_latitude_deg))
    hour_angle_rad = np.pi / 4  # structure: half of the hours lie nearer to noon or midnight
    return np.median(np.rad2deg(np.arcsin(np.cos(latitude_rad) * np.cos(hour_angle_rad))))


@config.when(side="orbit")
def round_trip_time_median_ms__orbit(
    orbit_altitude_km: Array,
    user_elevation_deg: Array,
    terminator_distance_median_deg: Array,
    mesh_stretch_ratio: Array,
    mesh_link_length_km: Array,
    delay_per_link_ms: Array,
    access_network_delay_ms: Array,
) -> Array:
    """Round trip from the median city to a dawn-dusk fleet by laser mesh. [ms]

    round_trip_time_median_ms = access delay + 2 · (d + m) / c + 2 · (m / link length) · delay per link,
    m = stretch · (R + h) · θ, d = √((R + h)² − R² cos² ε) − R sin ε
    One slant path up, then along the links of a mesh to the terminator; no queue beyond the access delay.
    Source: spherical geometry.
    Check: round_trip_time_median_ms__orbit(650, 90, 0, 1, 1800, 0.1, 0) = 4.3363 (0.01%)
    Check: round_trip_time_median_ms__orbit(650, 90, 45, 1, 1800, 0.1, 0) = 41.737 (0.01%)
    """
    elevation_rad, orbit_radius_km = np.deg2rad(user_elevation_deg), EARTH_MEAN_RADIUS_KM + orbit_altitude_km
    horizontal_km = EARTH_MEAN_RADIUS_KM * np.cos(elevation_rad)
    slant_km = np.sqrt(orbit_radius_km**2 - horizontal_km**2) - EARTH_MEAN_RADIUS_KM * np.sin(elevation_rad)
    mesh_km = mesh_stretch_ratio * orbit_radius_km * np.deg2rad(terminator_distance_median_deg)
    links_ms = mesh_km / mesh_link_length_km * delay_per_link_ms
    return access_network_delay_ms + 2 * (slant_km + mesh_km) / LIGHT_KM_PER_MS + 2 * links_ms
