"""The climate of a campus: hours of a typical year at the nearest weather station, and its two hottest days.

Hours stand on the last axis: bins of the year first, each with its hours, then the 48 hours of the day with the highest mean
dry bulb and of the day with the highest mean wet bulb, which weigh nothing in a year's mean.
"""

import numpy as np

from earth_or_orbit.constants import Array
from earth_or_orbit.quantities.fibre import great_circle_distance_km


def _distances_km(latitude: Array, longitude: Array, latitudes: np.ndarray, longitudes: np.ndarray) -> np.ndarray:
    here = (np.asarray(latitude, dtype=float)[..., None], np.asarray(longitude, dtype=float)[..., None])
    return great_circle_distance_km(*here, np.asarray(latitudes), np.asarray(longitudes))


def climate_station_distance_km(
    campus_latitude_deg: Array,
    campus_longitude_deg: Array,
    station_latitude_axis_deg: Array,
    station_longitude_axis_deg: Array,
) -> Array:
    """Great circle from the campus to its weather station, the nearest. [km]

    climate_station_distance_km = min over stations of the great circle
    Source: haversine formula.
    Check: climate_station_distance_km(42, -88, [42, 30], [-89, -90]) = 82.6 (0.1%)
    """
    return _distances_km(campus_latitude_deg, campus_longitude_deg, station_latitude_axis_deg, station_longitude_axis_deg).min(
        axis=-1
    )[()]


def _of_nearest(grid: np.ndarray, *where: Array) -> np.ndarray:
    return np.asarray(grid)[_distances_km(*where).argmin(axis=-1)]


def climate_dry_bulb_k(
    campus_latitude_deg: Array,
    campus_longitude_deg: Array,
    station_latitude_axis_deg: Array,
    station_longitude_axis_deg: Array,
    climate_dry_bulb_grid_k: Array,
) -> Array:
    """Dry bulb of every bin of the year, then of the hottest days' hours, at the nearest station. [K]

    climate_dry_bulb_k = climate_dry_bulb_grid_k[nearest station]
    Source: [nrel-tmy3]; fields/climate_hours.py.
    Check: climate_dry_bulb_k(42, -88, [42, 30], [-89, -90], [[280, 290], [300, 310]]) = [280, 290] (0.01%)
    """
    where = (campus_latitude_deg, campus_longitude_deg, station_latitude_axis_deg, station_longitude_axis_deg)
    return _of_nearest(climate_dry_bulb_grid_k, *where)


def climate_wet_bulb_k(
    campus_latitude_deg: Array,
    campus_longitude_deg: Array,
    station_latitude_axis_deg: Array,
    station_longitude_axis_deg: Array,
    climate_wet_bulb_grid_k: Array,
) -> Array:
    """Wet bulb of every bin of the year, then of the hottest days' hours, at the nearest station. [K]

    climate_wet_bulb_k = climate_wet_bulb_grid_k[nearest station]
    Source: [nrel-tmy3]; wet bulbs by psychrolib in fields/climate_hours.py.
    Check: climate_wet_bulb_k(31, -88, [42, 30], [-89, -90], [[280, 290], [299, 300]]) = [299, 300] (0.01%)
    """
    where = (campus_latitude_deg, campus_longitude_deg, station_latitude_axis_deg, station_longitude_axis_deg)
    return _of_nearest(climate_wet_bulb_grid_k, *where)


def climate_time_h(
    campus_latitude_deg: Array,
    campus_longitude_deg: Array,
    station_latitude_axis_deg: Array,
    station_longitude_axis_deg: Array,
    climate_time_grid_h: Array,
) -> Array:
    """Hours of every bin of the year at the nearest station; 0 for the hottest days' hours. [h]

    climate_time_h = climate_time_grid_h[nearest station]
    Source: [nrel-tmy3]; fields/climate_hours.py.
    Check: climate_time_h(42, -88, [42, 30], [-89, -90], [[8000, 760], [1, 2]]) = [8000, 760] (0.01%)
    """
    where = (campus_latitude_deg, campus_longitude_deg, station_latitude_axis_deg, station_longitude_axis_deg)
    return _of_nearest(climate_time_grid_h, *where)
