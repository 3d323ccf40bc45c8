"""Passes of satellites over a ground station: how long, how often, how much data, and what clouds leave of it.

Circular orbits over a sphere of the equatorial radius; the Earth turns below. Longitudes even out over weeks, so that a
mean is a share of all longitudes; orbits that repeat their track within a day are not.
"""

import numpy as np

from earth_or_orbit.constants import (
    BITS_PER_BYTE,
    BPS_PER_GBPS,
    BYTES_PER_TB,
    DEG_PER_TURN,
    EARTH_EQUATORIAL_RADIUS_KM,
    HOURS_PER_YEAR,
    SECONDS_PER_DAY,
    SECONDS_PER_MINUTE,
    TROPICAL_YEAR_DAYS,
    Array,
)
from earth_or_orbit.quantities.orbit_geometry import orbits_per_day

_MINUTES_PER_DAY = SECONDS_PER_DAY / SECONDS_PER_MINUTE
_TURNS_PER_DAY = 1 + 1 / TROPICAL_YEAR_DAYS  # of the Earth against the stars
_PLACES = 20_000  # structure: places on the orbit over which a mean is taken, more change nothing
_WHOLE_SITE = 1e-9  # structure: rounding of a quotient of logarithms


def view_cap_deg(orbit_altitude_km: Array, least_elevation_deg: Array) -> Array:
    """Angle at the Earth's centre within which a satellite stands above an elevation. [deg]

    λ = arccos(R cos ε/(R + h)) − ε.
    Source: plane geometry.
    Check: view_cap_deg(550, 0) = 22.98 (0.1%)
    Check: view_cap_deg(550, 25) = 8.452 (0.1%)
    """
    elevation = np.deg2rad(_elevation(least_elevation_deg))
    share = EARTH_EQUATORIAL_RADIUS_KM / (EARTH_EQUATORIAL_RADIUS_KM + orbit_altitude_km)
    return np.rad2deg(np.arccos(share * np.cos(elevation)) - elevation)


def pass_edge_range_km(orbit_altitude_km: Array, least_elevation_deg: Array) -> Array:
    """Distance to a satellite where a pass begins and ends. [km]

    d = √((R + h)² − R² cos² ε) − R sin ε.
    Source: plane geometry.
    Check: pass_edge_range_km(550, 25) = 1123.7 (0.1%)
    """
    elevation, radius = np.deg2rad(_elevation(least_elevation_deg)), EARTH_EQUATORIAL_RADIUS_KM
    outer = radius + orbit_altitude_km
    return np.sqrt(outer**2 - (radius * np.cos(elevation)) ** 2) - radius * np.sin(elevation)


def standing_pass_min(orbit_altitude_km: Array, least_elevation_deg: Array) -> Array:
    """Longest pass over a station on an Earth that does not turn. [min]

    t = T λ/180°, T the period.
    Source: a pass through the zenith.
    Check: standing_pass_min(550, 0) = 12.21 (0.1%)
    """
    turns = 2 * view_cap_deg(orbit_altitude_km, least_elevation_deg) / DEG_PER_TURN
    return turns * _MINUTES_PER_DAY / orbits_per_day(orbit_altitude_km)


def longest_pass_min(orbit_altitude_km: Array, least_elevation_deg: Array, orbit_inclination_deg: Array) -> Array:
    """Longest pass over a station on the turning Earth. [min]

    t = 2λ/(n − ω cos i), n the satellite's rate and ω the Earth's.
    Source: relative motion near the zenith; SGP4 agrees within 3 % from 550 to 700 km.
    Check: longest_pass_min(550, 0, 53) = 12.73 (0.2%)
    """
    cap = view_cap_deg(orbit_altitude_km, least_elevation_deg)
    return 2 * cap / DEG_PER_TURN * _MINUTES_PER_DAY / _turns_over_ground_per_day(orbit_altitude_km, orbit_inclination_deg)


def view_time_share_frac(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, station_latitude_deg: Array, least_elevation_deg: Array
) -> Array:
    """Share of time that one satellite stands above an elevation at a station, mean of many days. [frac]

    f = mean over the orbit of Δλ/180°, cos Δλ = (cos λ − sin φ sin φ_s)/(cos φ cos φ_s): at every latitude φ_s of the satellite
    the share of longitudes within reach of the station at φ.
    Source: spherical trigonometry.
    Check: view_time_share_frac(550, 53, 45, 25) = 0.011441 (0.1%)
    """
    shape = np.broadcast_shapes(*map(np.shape, (orbit_altitude_km, orbit_inclination_deg, station_latitude_deg)))
    altitude, tilt, station = (
        np.broadcast_to(x, shape)[..., np.newaxis] for x in (orbit_altitude_km, orbit_inclination_deg, station_latitude_deg)
    )
    place = 2 * np.pi * (np.arange(_PLACES) + 0.5) / _PLACES
    below = np.arcsin(np.sin(np.deg2rad(tilt)) * np.sin(place))
    cap = np.cos(np.deg2rad(view_cap_deg(altitude, least_elevation_deg)))
    above = cap - np.sin(np.deg2rad(station)) * np.sin(below)
    cosine = np.clip(above / (np.cos(np.deg2rad(station)) * np.cos(below)), -1.0, 1.0)
    return (np.arccos(cosine).mean(axis=-1) / np.pi)[()]


def plane_view_share_frac(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, station_latitude_deg: Array, least_elevation_deg: Array
) -> Array:
    """Share of time that a station can see some point of one orbit: how often a fleet that fills the orbit is in view. [frac]

    f = share of node longitudes Ω at which |cos i sin φ − sin i cos φ sin Ω| < sin λ: the station within λ of the plane.
    Source: spherical trigonometry.
    Check: plane_view_share_frac(550, 53, 45, 25) = 0.33578 (0.1%)
    """
    tilt, station = np.deg2rad(orbit_inclination_deg), np.deg2rad(station_latitude_deg)
    cap = np.sin(np.deg2rad(view_cap_deg(orbit_altitude_km, least_elevation_deg)))
    middle, swing = np.cos(tilt) * np.sin(station), np.abs(np.sin(tilt) * np.cos(station))
    with np.errstate(divide="ignore", invalid="ignore"):
        upper, lower = (np.clip((edge + middle) / swing, -1.0, 1.0) for edge in (cap, -cap))
    return (np.arcsin(upper) - np.arcsin(lower)) / np.pi


def passes_per_day(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, station_latitude_deg: Array, least_elevation_deg: Array
) -> Array:
    """Passes of one satellite over a station in a day, however short, mean of many days. [1/day]

    N = (n − ω cos i) · share of turns that come within reach: at most one pass a turn over the turning Earth.
    Source: plane_view_share_frac; SGP4 agrees within 3 % from 550 to 700 km.
    Check: passes_per_day(550, 53, 45, 25) = 4.8526 (0.1%)
    """
    share = plane_view_share_frac(orbit_altitude_km, orbit_inclination_deg, station_latitude_deg, least_elevation_deg)
    return _turns_over_ground_per_day(orbit_altitude_km, orbit_inclination_deg) * share


def contact_time_min_per_day(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, station_latitude_deg: Array, least_elevation_deg: Array
) -> Array:
    """Time in a day that one satellite stands above an elevation at a station. [min/day]

    t = f · 1440 min.
    Source: view_time_share_frac; SGP4 agrees within 3 % from 550 to 700 km.
    Check: contact_time_min_per_day(550, 53, 45, 25) = 16.475 (0.1%)
    """
    share = view_time_share_frac(orbit_altitude_km, orbit_inclination_deg, station_latitude_deg, least_elevation_deg)
    return share * _MINUTES_PER_DAY


def mean_pass_min(
    orbit_altitude_km: Array, orbit_inclination_deg: Array, station_latitude_deg: Array, least_elevation_deg: Array
) -> Array:
    """Mean length of a pass over a station. [min]

    t = contact time a day/passes a day: near π/4 of the longest where stations lie well within the orbit's latitudes.
    Source: division.
    Check: mean_pass_min(550, 53, 45, 25) = 3.3951 (0.1%)
    """
    contact = contact_time_min_per_day(orbit_altitude_km, orbit_inclination_deg, station_latitude_deg, least_elevation_deg)
    return contact / passes_per_day(orbit_altitude_km, orbit_inclination_deg, station_latitude_deg, least_elevation_deg)


def pass_data_tb(downlink_rate_gbps: Array, pass_time_s: Array) -> Array:
    """Data that one pass brings down at a steady rate. [TB]

    M = r t/8.
    Source: [S217] 120 Gbps and 108 s, 1.62 TB, where 1.58 came down.
    Check: pass_data_tb(120, 108) = 1.62 (0%)
    """
    return downlink_rate_gbps * BPS_PER_GBPS * pass_time_s / BITS_PER_BYTE / BYTES_PER_TB


def passes_data_tb_per_day(downlink_rate_gbps: Array, pass_time_s: Array, passes_per_day: Array) -> Array:
    """Data that all passes of a day bring down. [TB/day]

    M = r t n/8.
    Source: definition.
    Check: passes_data_tb_per_day(200, 300, 4) = 30 (0%)
    """
    return pass_data_tb(downlink_rate_gbps, pass_time_s) * passes_per_day


def clear_passes_data_tb_per_day(
    downlink_rate_gbps: Array, pass_time_s: Array, passes_per_day: Array, site_availability_frac: Array
) -> Array:
    """Data that the passes of a day bring down through clouds that leave a share of them. [TB/day]

    M = r t n a/8.
    Source: definition.
    Check: clear_passes_data_tb_per_day(200, 300, 4, 0.7) = 21 (0.01%)
    """
    return passes_data_tb_per_day(downlink_rate_gbps, pass_time_s, passes_per_day) * site_availability_frac


def passes_needed_count(carried_data_tb: Array, downlink_rate_gbps: Array, pass_time_s: Array) -> Array:
    """Whole passes that bring an amount of data down. [count]

    n = ⌈8 M/(r t)⌉.
    Source: pass_data_tb turned round.
    Check: passes_needed_count(6.48, 120, 108) = 4 (0%)
    """
    return np.ceil(carried_data_tb / pass_data_tb(downlink_rate_gbps, pass_time_s) - _WHOLE_SITE)


def stations_for_rate_count(carried_rate_gbps: Array, station_rate_gbps: Array) -> Array:
    """Whole ground stations that carry a steady rate. [count]

    n = ⌈r/r_station⌉.
    Source: division, rounded up.
    Check: stations_for_rate_count(8500, 4000) = 3 (0%)
    """
    return np.ceil(carried_rate_gbps / station_rate_gbps - _WHOLE_SITE)


def clear_sky_frac(cloudy_frac: Array) -> Array:
    """Share of time in which a site is clear, from the share in which it is not. [frac]

    a = 1 − q.
    Source: definition.
    Check: clear_sky_frac(0.31) = 0.69 (0.01%)
    """
    return 1 - cloudy_frac


def independent_sites_frac(site_availability_frac: Array, ground_sites_count: Array) -> Array:
    """Chance that one at least of several alike sites is clear, their weather independent. [frac]

    A = 1 − (1 − a)^n.
    Source: product of independent chances.
    Check: independent_sites_frac(0.69, 8) = 0.999915 (0.0001%)
    """
    return 1 - (1 - _chance("site_availability_frac", site_availability_frac)) ** ground_sites_count


def different_sites_frac(sites_availability_frac: Array) -> Array:
    """Chance that one at least of several different sites is clear, their weather independent. [frac]

    A = 1 − Π (1 − a_i), over the last axis.
    Source: product of independent chances.
    Check: different_sites_frac([0.5, 0.6, 0.7]) = 0.94 (0.0001%)
    """
    return (1 - np.prod(1 - np.atleast_1d(np.asarray(sites_availability_frac, dtype=float)), axis=-1))[()]


def sites_for_availability_count(site_availability_frac: Array, network_availability_frac: Array) -> Array:
    """Least number of alike, independent sites of which one is clear for a share of time. [count]

    n = ⌈ln(1 − A)/ln(1 − a)⌉.
    Source: independent_sites_frac turned round.
    Check: sites_for_availability_count(0.69, 0.9997) = 7 (0%)
    Check: sites_for_availability_count(0.9, 0.999) = 3 (0%)
    """
    return np.ceil(independent_sites_worth_count(site_availability_frac, network_availability_frac) - _WHOLE_SITE)


def independent_sites_worth_count(site_availability_frac: Array, network_availability_frac: Array) -> Array:
    """How many independent sites a network of sites with shared weather is worth. [count]

    n = ln(1 − A)/ln(1 − a).
    Source: independent_sites_frac turned round.
    Check: independent_sites_worth_count(0.69, 0.9997) = 6.926 (0.01%)
    """
    cloudy = np.log1p(-_chance("network_availability_frac", network_availability_frac))
    return cloudy / np.log1p(-_chance("site_availability_frac", site_availability_frac))


def correlated_sites_frac(site_availability_frac: Array, ground_sites_count: float, site_correlation_frac: Array) -> Array:
    """Chance that one at least of several alike sites is clear, any two of them correlated alike. [frac]

    A = 1 − Π_{k<n} (q (1 − ρ) + k ρ)/(1 − ρ + k ρ), q = 1 − a: a beta-binomial weather.
    Source: Pólya's urn; ρ = 0 is independent_sites_frac, ρ = 1 a single site. Whole n, one for all draws.
    Check: correlated_sites_frac(0.69, 8, 0) = 0.999915 (0.0001%)
    Check: correlated_sites_frac(0.69, 8, 0.0247) = 0.9997 (0.001%)
    """
    if not (np.ndim(ground_sites_count) == 0 and ground_sites_count >= 1):
        raise ValueError(f"ground_sites_count is {ground_sites_count}; allowed: one whole number, 1 and more")
    cloudy, shared = 1 - np.asarray(site_availability_frac), np.asarray(site_correlation_frac)
    all_cloudy = cloudy * 1.0
    for before in range(1, int(ground_sites_count)):
        all_cloudy = all_cloudy * (cloudy * (1 - shared) + before * shared) / (1 - shared + before * shared)
    return (1 - all_cloudy)[()]


def weather_outage_h_per_year(network_availability_frac: Array) -> Array:
    """Hours in a year without a link. [h/year]

    t = (1 − A) · 8766 h.
    Source: definition.
    Check: weather_outage_h_per_year(0.9997) = 2.63 (0.01%)
    """
    return (1 - _chance("network_availability_frac", network_availability_frac)) * HOURS_PER_YEAR


def _turns_over_ground_per_day(orbit_altitude_km: Array, orbit_inclination_deg: Array) -> Array:
    """Turns of the satellite in a day, less the Earth's own along its track. [1/day]"""
    return orbits_per_day(orbit_altitude_km) - _TURNS_PER_DAY * np.cos(np.deg2rad(orbit_inclination_deg))


def _elevation(least_elevation_deg: Array) -> Array:
    """The elevation; a scalar outside 0 to 90° raises ValueError, in an array it becomes nan."""
    right_angle_deg = DEG_PER_TURN / 2 / 2
    if np.ndim(least_elevation_deg) == 0 and not 0 <= least_elevation_deg <= right_angle_deg:
        raise ValueError(f"least_elevation_deg is {least_elevation_deg:g}; allowed: 0 to 90")
    inside = (np.asarray(least_elevation_deg) >= 0) & (np.asarray(least_elevation_deg) <= right_angle_deg)
    return np.where(inside, least_elevation_deg, np.nan)[()]


def _chance(name: str, value: Array) -> Array:
    """A share; a scalar outside 0 to 1 raises ValueError, in an array it becomes nan."""
    if np.ndim(value) == 0:
        if not 0 <= value <= 1:
            raise ValueError(f"{name} is {value:g}; allowed: 0 to 1")
        return value
    return np.where((np.asarray(value) >= 0) & (np.asarray(value) <= 1), value, np.nan)
