"""Where a satellite on a circular orbit stands over the turning Earth, and what pauses over the anomaly leave of a day."""

import numpy as np

from earth_or_orbit.constants import DEG_PER_TURN, SECONDS_PER_DAY, TROPICAL_YEAR_DAYS, Array
from earth_or_orbit.quantities.orbit_geometry import node_precession_deg_per_day, orbits_per_day

_TURNS_PER_DAY = 1 + 1 / TROPICAL_YEAR_DAYS  # of the Earth against the stars: one more a year than against the Sun


def ground_track_latitude_deg(elapsed_s: Array, orbit_altitude_km: Array, orbit_inclination_deg: Array) -> Array:
    """Geocentric latitude under a satellite, some time after its ascending node, north positive. [deg]

    sin φ = sin i · sin u, with u = 360° · turns since the node
    Circular orbits; the Earth's flattening moves the geodetic latitude by up to 0.2°.
    Source: geometry of a sphere.
    Check: ground_track_latitude_deg(1500, 700, 98.188) = 81.737 (0.01%)
    """
    place = np.deg2rad(DEG_PER_TURN * orbits_per_day(orbit_altitude_km) * elapsed_s / SECONDS_PER_DAY)
    return np.rad2deg(np.arcsin(np.sin(np.deg2rad(orbit_inclination_deg)) * np.sin(place)))


def ground_track_longitude_deg(
    elapsed_s: Array, orbit_altitude_km: Array, orbit_inclination_deg: Array, ascending_node_longitude_deg: Array
) -> Array:
    """Longitude under a satellite, some time after its ascending node, east positive, from −180° to 180°. [deg]

    λ = node's longitude at the start + atan2(cos i · sin u, cos u) + t · (drift of the node − turn of the Earth)
    Circular orbits; drift of the node by J2 to first order.
    Source: geometry of a sphere; Astronomical Almanac for the turn of the Earth.
    Check: ground_track_longitude_deg(86400, 700, 98.188, -90) = 85.597 (0.01%)
    """
    days = elapsed_s / SECONDS_PER_DAY
    place = np.deg2rad(DEG_PER_TURN * orbits_per_day(orbit_altitude_km) * days)
    ahead = np.rad2deg(np.arctan2(np.cos(np.deg2rad(orbit_inclination_deg)) * np.sin(place), np.cos(place)))
    drift = node_precession_deg_per_day(orbit_altitude_km, orbit_inclination_deg) - DEG_PER_TURN * _TURNS_PER_DAY
    longitude = ascending_node_longitude_deg + ahead + drift * days
    return (longitude + DEG_PER_TURN / 2) % DEG_PER_TURN - DEG_PER_TURN / 2


def running_outside_anomaly_frac(
    anomaly_time_share_frac: Array, anomaly_crossings_per_day: Array, checkpoint_write_s: Array, training_restart_s: Array
) -> Array:
    """Share of time left to a job that stops before each crossing of the South Atlantic Anomaly and restarts behind it. [frac]

    f = 1 − anomaly_time_share_frac − anomaly_crossings_per_day · (checkpoint_write_s + training_restart_s) / 86400 s
    nan where none is left. The whole job must fly together, so that all of it is inside at one time.
    Source: count of the pauses; nobody has run a job like this.
    Check: running_outside_anomaly_frac(0.04, 7, 30, 300) = 0.93326 (0.01%)
    """
    paused = anomaly_crossings_per_day * (checkpoint_write_s + training_restart_s) / SECONDS_PER_DAY
    left = 1 - anomaly_time_share_frac - paused
    return np.where(left > 0, left, np.nan)[()]
