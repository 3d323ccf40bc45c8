"""Passes over ground stations against an independent propagator: SGP4 for the satellite, ERFA for the turning Earth."""

import erfa
import numpy as np
import pytest
from sgp4.api import WGS84, Satrec

from earth_or_orbit import constants
from earth_or_orbit.quantities import passes

RADIUS_KM = constants.EARTH_EQUATORIAL_RADIUS_KM
START, SGP4_EPOCH = 2461406.5, 2433281.5  # 2027-01-01
DAYS, STEP_S = 60, 15.0
SECONDS = np.arange(0.0, DAYS * 86400, STEP_S)
ORBITS = [(550, 53.0), (550, 97.593), (700, 98.188), (650, 97.986)]
STATIONS = [(0.0, 10.0), (30.0, 25.0), (45.0, 10.0), (52.0, 30.0), (78.2, 10.0)]


def turned(orbit):
    """Places of the satellite in the frame that turns with the Earth, as unit vectors with their distances."""
    altitude_km, inclination_deg = orbit
    axis_km = RADIUS_KM + altitude_km
    motion = 60 * np.sqrt(constants.EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2 / axis_km**3)
    for _ in range(4):  # SGP4's elements are mean ones: the first day's mean radius is made the circular orbit's
        made = Satrec()
        made.sgp4init(WGS84, "i", 1, START - SGP4_EPOCH, 0, 0, 0, 1e-9, 0, np.deg2rad(inclination_deg), 0, motion, 1.0)
        _, day, _ = made.sgp4_array(np.full(1440, START), np.arange(1440) / 1440)
        motion *= (np.linalg.norm(day, axis=1).mean() / axis_km) ** 1.5
    errors, places, _ = made.sgp4_array(np.full(SECONDS.size, START), SECONDS / 86400)
    assert not errors.any()
    angle = erfa.gmst82(START, SECONDS / 86400)
    x = places[:, 0] * np.cos(angle) + places[:, 1] * np.sin(angle)
    y = places[:, 1] * np.cos(angle) - places[:, 0] * np.sin(angle)
    return np.stack([x, y, places[:, 2]], axis=1)


@pytest.fixture(scope="module", params=ORBITS, ids=str)
def flown(request):
    return request.param, turned(request.param)


def seen(places, latitude_deg, elevation_deg, longitude_deg=0.0):
    """Whether the satellite stands above the elevation at each moment."""
    phi, lam = np.deg2rad([latitude_deg, longitude_deg])
    up = np.array([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)])
    to = places - RADIUS_KM * up
    return to @ up / np.linalg.norm(to, axis=1) >= np.sin(np.deg2rad(elevation_deg))


def lengths_s(above):
    edges = np.flatnonzero(np.diff(above.astype(int), prepend=0, append=0))
    return (edges[1::2] - edges[::2]) * STEP_S


@pytest.mark.parametrize("station", STATIONS, ids=str)
def test_passes_agree_with_sgp4(flown, station):
    orbit, places = flown
    lengths = np.concatenate([lengths_s(seen(places, *station, east)) for east in (0.0, 77.0, 201.0)]) / 3
    per_day = lengths.size / 3 / DAYS
    where = (*orbit, *station)
    if not lengths.size:
        assert passes.passes_per_day(*where) == passes.contact_time_min_per_day(*where) == 0
        return
    assert per_day == pytest.approx(passes.passes_per_day(*where), rel=0.03)
    assert lengths.sum() / 60 / DAYS == pytest.approx(passes.contact_time_min_per_day(*where), rel=0.03)
    longest = passes.longest_pass_min(orbit[0], station[1], orbit[1])
    if station[0] < orbit[1] - 5:  # a pass through the zenith exists
        assert lengths.max() * 3 / 60 == pytest.approx(longest, abs=2 * STEP_S / 60)
    assert passes.mean_pass_min(*where) < longest


@pytest.mark.parametrize("station", STATIONS[:4], ids=str)
def test_a_full_plane_is_in_view_as_often_as_the_propagator_says(flown, station):
    """A fleet that fills its orbit: satellites every 1.5° along the flown track, at moments spread over the days."""
    orbit, places = flown
    turn = 86400 / STEP_S / float(passes.orbits_per_day(orbit[0]))
    steps = np.arange(0, int(turn))
    share = []
    for east in np.arange(0.0, 360.0, 12.0):
        # Within one turn the satellite draws the plane; the Earth's own turn in it is taken back.
        angle = np.deg2rad(east) - 2 * np.pi * 1.0027379 * steps * STEP_S / 86400
        x, y = places[steps, 0], places[steps, 1]
        still = np.stack([x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle), places[steps, 2]], axis=1)
        share.append(seen(still, *station).any())
    assert np.mean(share) == pytest.approx(passes.plane_view_share_frac(*orbit, *station), abs=0.07)


def test_a_station_at_the_pole_sees_a_polar_orbit_each_turn() -> None:
    share = passes.plane_view_share_frac(700.0, 90.0, 89.9, 5.0)
    assert share == pytest.approx(1.0)
    assert passes.passes_per_day(700.0, 90.0, 89.9, 5.0) == pytest.approx(passes.orbits_per_day(700.0))


def test_view_time_adds_up_over_the_globe() -> None:
    """Somebody under the cap sees the satellite: the mean over the sphere is the cap's share of it."""
    latitude = np.linspace(-89.95, 89.95, 3601)
    share = passes.view_time_share_frac(600.0, 53.0, latitude, 10.0)
    mean = np.average(share, weights=np.cos(np.deg2rad(latitude)))
    cap = np.deg2rad(passes.view_cap_deg(600.0, 10.0))
    assert mean == pytest.approx((1 - np.cos(cap)) / 2, rel=1e-3)


def test_published_passes() -> None:
    """AIRSAT-02: 12.656 Tbit in 108 s at 120 Gbps peak; TBIRD: 4.8 TB in a pass of 5 minutes at 200 Gbps peak."""
    assert 1.582 / passes.pass_data_tb(120.0, 108.0) == pytest.approx(0.977, abs=0.001)
    assert 4.8 / passes.pass_data_tb(200.0, 300.0) == pytest.approx(0.64, abs=0.001)
    assert 5 < passes.longest_pass_min(525.0, 20.0, 97.5) < 6


def test_correlation_lies_between_independent_sites_and_one() -> None:
    rho = np.array([0.0, 0.1, 0.5, 1.0])
    found = passes.correlated_sites_frac(0.69, 8, rho)
    assert found[0] == pytest.approx(passes.independent_sites_frac(0.69, 8)) and found[-1] == pytest.approx(0.69)
    assert (np.diff(found) < 0).all()
    assert passes.correlated_sites_frac(0.69, 2, 0.25) == pytest.approx(1 - (0.31**2 + 0.25 * 0.31 * 0.69))


def test_correlated_weather_in_drawn_days() -> None:
    draws, q, rho = np.random.default_rng(3), 0.31, 0.2
    cloudiness = draws.beta(q * (1 / rho - 1), (1 - q) * (1 / rho - 1), 400_000)
    assert passes.correlated_sites_frac(1 - q, 5, rho) == pytest.approx(1 - (cloudiness**5).mean(), abs=0.001)


@pytest.mark.parametrize(("availability", "wanted"), [(0.69, 0.9997), (0.6, 0.999), (0.9, 0.99), (0.5, 0.9375)])
def test_the_sites_found_reach_what_is_wanted_and_one_fewer_do_not(availability, wanted) -> None:
    sites = passes.sites_for_availability_count(availability, wanted)
    assert passes.independent_sites_frac(availability, sites) >= wanted - 1e-12
    assert passes.independent_sites_frac(availability, sites - 1) < wanted


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: passes.view_cap_deg(550.0, 95.0), "least_elevation_deg is 95; allowed: 0 to 90"),
        (lambda: passes.independent_sites_frac(1.2, 3), "site_availability_frac is 1.2; allowed: 0 to 1"),
        (lambda: passes.correlated_sites_frac(0.7, 0, 0.1), "ground_sites_count is 0; allowed"),
    ],
)
def test_bad_input_is_one_clear_line(call, said) -> None:
    with pytest.raises(ValueError, match=said) as error:
        call()
    assert "\n" not in str(error.value)


def test_draws_outside_become_nan() -> None:
    assert np.isnan(passes.independent_sites_frac(np.array([0.5, 1.5]), 2)).tolist() == [False, True]
    assert np.isnan(passes.view_cap_deg(550.0, np.array([10.0, 95.0]))).tolist() == [False, True]
