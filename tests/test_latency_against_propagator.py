"""Visibility and mesh against independent programs: satellites flown by SGP4, shortest ways over their links by SciPy.

The ring is filled with satellites on one sun-synchronous orbit, the mesh is a shell of 72 planes of 22 at 550 km and 53°.
"""

import erfa
import numpy as np
import pytest
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
from sgp4.api import WGS84, Satrec, SatrecArray

from earth_or_orbit import constants
from earth_or_orbit.quantities import fibre, mesh_paths, orbit_geometry, sky_geometry, sunlight

RADIUS_KM, MEAN_KM = constants.EARTH_EQUATORIAL_RADIUS_KM, constants.EARTH_MEAN_RADIUS_KM
START = 2461483.5  # 2027-03-18, near the equinox
SGP4_EPOCH = 2433281.5
MINUTES = np.arange(0.0, 1440.0, 2.0)
LIGHT_KM_PER_MS = 299.792458


def satellite(altitude_km, inclination_deg, node_deg, anomaly_deg):
    mean_motion = 60 * np.sqrt(constants.EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2 / (RADIUS_KM + altitude_km) ** 3)
    made = Satrec()
    i, node, anomaly = np.deg2rad([inclination_deg, node_deg, anomaly_deg])
    made.sgp4init(WGS84, "i", 1, START - SGP4_EPOCH, 0.0, 0.0, 0.0, 1e-9, 0.0, i, anomaly, mean_motion, node)
    return made


def flown_km(satellites, minutes):
    """Positions in the frame that turns with the Earth: satellites, times, 3."""
    errors, places, _ = SatrecArray(satellites).sgp4(np.full(len(minutes), START), minutes / 1440)
    assert not errors.any()
    turned = erfa.gmst82(START, minutes / 1440)
    cosine, sine = np.cos(turned), np.sin(turned)
    x, y, z = np.moveaxis(places, -1, 0)
    return np.stack([cosine * x + sine * y, cosine * y - sine * x, z], axis=-1)


def on_the_ground(latitude_deg, longitude_deg):
    latitude, longitude = np.deg2rad([latitude_deg, longitude_deg])
    return MEAN_KM * np.array([np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)])


def elevations_deg(place, satellites_km):
    away = satellites_km - place
    ranges = np.linalg.norm(away, axis=-1)
    return np.rad2deg(np.arcsin((away @ place) / ranges / MEAN_KM)), ranges


@pytest.fixture(scope="module", params=[(700, 98.188), (550, 97.593)], ids=["700 km", "550 km"])
def ring(request):
    altitude_km, inclination_deg = request.param
    node_deg = orbit_geometry.mean_solar_longitude_deg(START - 2451545.0) + 90  # the node at 18 h
    satellites = [satellite(altitude_km, inclination_deg, node_deg, anomaly) for anomaly in range(0, 360, 3)]
    return altitude_km, inclination_deg, flown_km(satellites, MINUTES)


@pytest.mark.parametrize("latitude_deg", [0.0, 40.7, -33.9, 60.0, 85.0])
@pytest.mark.parametrize("least_deg", [10.0, 25.0, 40.0])
def test_share_of_the_day_in_view_agrees_with_sgp4(ring, latitude_deg, least_deg):
    altitude_km, inclination_deg, places = ring
    elevation, _ = elevations_deg(on_the_ground(latitude_deg, 20.0), places)
    flown = (elevation.max(axis=0) >= least_deg).mean()
    ours = sky_geometry.ring_seen_share_frac(latitude_deg, altitude_km, inclination_deg, 18.0, least_deg)
    assert ours == pytest.approx(flown, abs=0.01)


def test_slant_range_elevation_and_pass_agree_with_sgp4(ring):
    altitude_km, inclination_deg, places = ring
    place = on_the_ground(40.7, -74.0)
    elevation, ranges = elevations_deg(place, places)
    height = np.linalg.norm(places, axis=-1) - MEAN_KM
    seen = elevation > 5
    ours = sky_geometry.slant_range_at_elevation_km(height[seen], elevation[seen])
    assert np.allclose(ours, ranges[seen], rtol=1e-9)
    finer = np.arange(0.0, 1440.0, 0.05)
    one = flown_km([satellite(altitude_km, inclination_deg, 90.0, 0.0)], finer)
    above = (elevations_deg(place, one)[0][0] >= 10).astype(int)
    edges = np.flatnonzero(np.diff(above, prepend=0, append=0))
    longest = 0.05 * (edges[1::2] - edges[::2]).max()
    # The best pass of a day is not quite overhead, and the Earth turns under it.
    still = sky_geometry.still_earth_longest_pass_min(altitude_km, 10)
    assert 0.9 * still < longest < 1.07 * still


def test_the_rings_distance_agrees_with_sgp4(ring):
    _, inclination_deg, places = ring
    place = on_the_ground(51.5, 0.0)
    cosines = (places @ place) / np.linalg.norm(places, axis=-1) / MEAN_KM
    flown = np.rad2deg(np.arccos(cosines.max(axis=0)))
    hours = (MINUTES / 60) % 24  # mean solar time at longitude 0
    ours = sky_geometry.ring_distance_deg(51.5, hours, inclination_deg, 18.0)
    assert np.abs(ours - flown).max() < 2.5  # the mean Sun against the node's first day, half a gap between satellites
    assert abs(ours.mean() - flown.mean()) < 0.4


CITIES = {"London": (51.5, -0.13), "New York": (40.71, -74.0), "Tokyo": (35.69, 139.69), "Sydney": (-33.87, 151.2),
          "Johannesburg": (-26.2, 28.04), "Singapore": (1.35, 103.8), "San Francisco": (37.77, -122.4),
          "Sao Paulo": (-23.55, -46.63)}  # fmt: skip
PLANES, IN_PLANE, PHASING = 72, 22, 39


@pytest.fixture(scope="module")
def shortest():
    """Median way between cities over a flown shell with four links each, up and down at 25° or more. [km]"""
    number = np.arange(PLANES * IN_PLANE)
    plane, slot = number // IN_PLANE, number % IN_PLANE
    anomaly = 360 * slot / IN_PLANE + 360 * PHASING * plane / (PLANES * IN_PLANE)
    satellites = [satellite(550, 53.0, 360 * p / PLANES, a) for p, a in zip(plane, anomaly, strict=True)]
    behind = plane * IN_PLANE + (slot + 1) % IN_PLANE
    wraps = plane == PLANES - 1
    beside = np.where(wraps, (slot + PHASING) % IN_PLANE, (plane + 1) * IN_PLANE + slot)
    first, second = np.tile(number, 2), np.concatenate([behind, beside])
    times = np.arange(0.0, 96.0, 8.0)
    ways = []
    for places in np.moveaxis(flown_km(satellites, times), 1, 0):
        rows, columns = [first], [second]
        lengths = [np.linalg.norm(places[first] - places[second], axis=1)]
        for k, city in enumerate(CITIES.values()):
            elevation, ranges = elevations_deg(on_the_ground(*city), places)
            seen = np.flatnonzero(elevation >= 25)
            rows.append(np.full(len(seen), len(number) + k))
            columns.append(seen)
            lengths.append(ranges[seen])
        size = len(number) + len(CITIES)
        graph = csr_matrix((np.concatenate(lengths), (np.concatenate(rows), np.concatenate(columns))), shape=(size, size))
        ends = np.arange(len(number), size)
        ways.append(dijkstra(graph, directed=False, indices=ends)[:, ends])
    return np.median(ways, axis=0)


def test_ways_along_the_mesh_agree_with_shortest_paths(shortest):
    names = list(CITIES)
    stretches = []
    for i, one in enumerate(names):
        for j, other in enumerate(names[:i]):
            distance = fibre.great_circle_distance_km(*CITIES[one], *CITIES[other])
            straight = mesh_paths.mesh_path_km(distance, 550, 40, 1)
            ends = 2 * sky_geometry.slant_range_at_elevation_km(550, 40)
            stretches.append((shortest[i, j] - ends) / (straight - ends))
            assert shortest[i, j] > 0.97 * mesh_paths.mesh_path_km(distance, 550, 25, 1)  # nothing is shorter than the arc
    # The range of the fact: a median near 1, north to south up to twice as long and more.
    assert np.median(stretches) == pytest.approx(1.05, abs=0.04)
    assert np.quantile(stretches, 0.1) == pytest.approx(1.0, abs=0.05)
    assert 1.8 < np.quantile(stretches, 0.9) < 2.6
    east_west = shortest[names.index("New York"), names.index("London")]
    ours = mesh_paths.mesh_round_trip_ms(fibre.great_circle_distance_km(*CITIES["New York"], *CITIES["London"]), 550, 40, 1)
    assert ours == pytest.approx(2 * east_west / LIGHT_KM_PER_MS, rel=0.02)


def test_the_ring_is_sun_synchronous(ring):
    altitude_km, inclination_deg, _ = ring
    assert sunlight.sun_synchronous_inclination_deg(altitude_km) == pytest.approx(inclination_deg, abs=0.01)
