"""The Earth's shadow and the Sun's angle through the year: limits, published tables, and stepping by brute force."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earth_or_orbit.constants import ASTRONOMICAL_UNIT_KM, EARTH_EQUATORIAL_RADIUS_KM, SUN_RADIUS_KM, TROPICAL_YEAR_DAYS
from earth_or_orbit.quantities import attitude, beta_of_year, orbit_geometry, shadow, sunlight

QUICK = settings(max_examples=50, deadline=None)
ALTITUDES = st.floats(250, 2000)
ANGLES = st.floats(-90, 90)
INCLINATIONS = st.floats(0, 180)
TIMES = st.floats(0, 24)


@QUICK
@given(ALTITUDES, ANGLES)
def test_the_umbra_lies_in_the_cylinder_and_the_cylinder_in_the_penumbra(altitude_km, beta_deg):
    umbra = shadow.umbra_fraction_of_orbit_frac(altitude_km, beta_deg)
    cylinder = shadow.eclipse_fraction_of_orbit_frac(altitude_km, beta_deg)
    penumbra = shadow.penumbra_fraction_of_orbit_frac(altitude_km, beta_deg)
    assert umbra <= cylinder <= penumbra
    assert shadow.sunlit_fraction_of_orbit_frac(altitude_km, beta_deg) == pytest.approx(1 - cylinder)
    assert shadow.penumbra_crossing_s(altitude_km, beta_deg) >= 0


@pytest.mark.parametrize(("altitude_km", "beta_deg"), [(550, 0), (550, 60), (800, 40), (1400, 10), (650, 64.5)])
def test_cones_agree_with_looking_at_the_discs(altitude_km, beta_deg):
    """Around the orbit: the Sun is hidden wholly, or in part, where the Earth's disc covers or touches the Sun's."""
    axis_km = EARTH_EQUATORIAL_RADIUS_KM + altitude_km
    turn = 2 * np.pi * (np.arange(200_000) + 0.5) / 200_000
    beta = np.deg2rad(beta_deg)
    place = axis_km * np.stack([np.cos(turn) * np.cos(beta), np.sin(turn), -np.cos(turn) * np.sin(beta)])
    to_sun = np.array([[ASTRONOMICAL_UNIT_KM], [0], [0]]) - place
    distance_km = np.linalg.norm(to_sun, axis=0)
    apart = np.arccos((-place * to_sun).sum(axis=0) / axis_km / distance_km)
    earth, sun = np.arcsin(EARTH_EQUATORIAL_RADIUS_KM / axis_km), np.arcsin(SUN_RADIUS_KM / distance_km)
    umbra = shadow.umbra_fraction_of_orbit_frac(altitude_km, beta_deg)
    penumbra = shadow.penumbra_fraction_of_orbit_frac(altitude_km, beta_deg)
    assert umbra == pytest.approx((apart < earth - sun).mean(), abs=2e-5)
    assert penumbra == pytest.approx((apart < earth + sun).mean(), abs=2e-5)


@pytest.mark.parametrize(
    ("inclination_deg", "node_deg", "longitude_deg"), [(0, 0, 0), (97.6, 100, 80), (53, 10, 200), (98, 355, 260), (90, 0, 0)]
)
def test_the_flattened_earth_agrees_with_rays_against_an_ellipsoid(inclination_deg, node_deg, longitude_deg):
    altitude_km, obliquity = 550.0, np.deg2rad(23.44)
    i, node, longitude = np.deg2rad([inclination_deg, node_deg, longitude_deg])
    sun = np.array([np.cos(longitude), np.cos(obliquity) * np.sin(longitude), np.sin(obliquity) * np.sin(longitude)])
    turn = 2 * np.pi * (np.arange(100_000) + 0.5) / 100_000
    at_node = np.array([np.cos(node), np.sin(node), 0.0])
    quarter_on = np.array([-np.sin(node) * np.cos(i), np.cos(node) * np.cos(i), np.sin(i)])
    place = (6378.137 + altitude_km) * (np.outer(np.cos(turn), at_node) + np.outer(np.sin(turn), quarter_on))
    # A ray from the satellite to the Sun meets x²/a² + y²/a² + z²/b² = 1 if this quadratic has a root ahead.
    weights = 1 / np.array([6378.137, 6378.137, 6378.137 * (1 - 1 / 298.257223563)]) ** 2
    a, b, c = (weights * sun**2).sum(), (weights * place * sun).sum(axis=1), (weights * place**2).sum(axis=1) - 1
    hidden = (b * b > a * c) & (b < 0)
    ours = shadow.oblate_eclipse_fraction_of_orbit_frac(altitude_km, inclination_deg, node_deg, longitude_deg)
    assert ours == pytest.approx(hidden.mean(), abs=3e-5)


@QUICK
@given(ALTITUDES, INCLINATIONS, st.floats(0, 360), st.floats(0, 360))
def test_flattening_never_lengthens_an_eclipse(altitude_km, inclination_deg, node_deg, longitude_deg):
    oblate = shadow.oblate_eclipse_fraction_of_orbit_frac(altitude_km, inclination_deg, node_deg, longitude_deg)
    beta_deg = orbit_geometry.beta_angle_from_node_deg(inclination_deg, node_deg, longitude_deg)
    assert 0 <= oblate <= shadow.eclipse_fraction_of_orbit_frac(altitude_km, beta_deg) + 1e-12


@QUICK
@given(ALTITUDES, INCLINATIONS, TIMES)
def test_the_year_stays_within_what_its_angles_allow(altitude_km, inclination_deg, local_time_h):
    orbit = altitude_km, inclination_deg, local_time_h
    least, greatest = beta_of_year.least_beta_of_year_deg(*orbit), beta_of_year.greatest_beta_of_year_deg(*orbit)
    assert 0 <= least <= greatest <= orbit_geometry.greatest_beta_of_all_nodes_deg(inclination_deg) + 1e-9
    mean = sunlight.eclipse_fraction_year_mean_frac(*orbit)
    assert mean <= shadow.eclipse_fraction_of_orbit_frac(altitude_km, least) + 1e-12
    assert mean >= shadow.eclipse_fraction_of_orbit_frac(altitude_km, greatest) - 1e-12
    assert (sunlight.eclipse_season_frac(*orbit) > 0) == (mean > 0)
    assert sunlight.umbra_fraction_year_mean_frac(*orbit) <= mean <= sunlight.penumbra_fraction_year_mean_frac(*orbit)


@pytest.mark.parametrize("inclination_deg", [30.0, 53.0, 86.4])
def test_a_drifting_orbit_meets_the_longest_eclipse_whatever_its_first_local_time(inclination_deg):
    times = np.array([0.0, 6.0, 12.0, 18.0])
    longest = sunlight.longest_eclipse_min(550.0, inclination_deg, times)
    assert longest == pytest.approx(shadow.longest_possible_eclipse_min(550.0), abs=0.05)
    # Hourly steps over the year find the same end.
    days = np.arange(0, TROPICAL_YEAR_DAYS, 1 / 24)
    stepped = shadow.eclipse_fraction_of_orbit_frac(550.0, beta_of_year.beta_of_day_deg(550.0, inclination_deg, 18.0, days))
    assert longest[3] == pytest.approx(stepped.max() * period_min(550.0), abs=0.05)


def period_min(altitude_km):
    return sunlight.orbital_period_s(altitude_km) / 60


def test_half_days_integrate_the_year_as_hours_do():
    days = np.arange(0.5, TROPICAL_YEAR_DAYS * 24) / 24
    for altitude_km, inclination_deg in ((550, 97.593), (550, 53.0), (1000, 99.48)):
        beta_deg = beta_of_year.beta_of_day_deg(altitude_km, inclination_deg, 18.0, days)
        hourly = shadow.eclipse_fraction_of_orbit_frac(altitude_km, beta_deg).mean()
        ours = sunlight.eclipse_fraction_year_mean_frac(altitude_km, inclination_deg, 18.0)
        assert ours == pytest.approx(hourly, abs=1e-4)


# Printed for 6 h of the apparent Sun in 2026: altitude, sunlit % of the year, days and minutes of eclipse, least beta.
RMCDONALD = [(500, 94.7, 100, 22.7, 59.16), (700, 96.7, 80, 18.8, 58.38), (1000, 98.6, 54, 13.0, 57.09)]
RMCDONALD += [(1200, 99.4, 34, 8.6, 56.15), (1500, 100.0, 0, 0.0, 54.61), (2000, 100.0, 0, 0.0, 51.67)]


@pytest.mark.parametrize(("altitude_km", "sunlit_percent", "season_days", "longest_min", "least_deg"), RMCDONALD)
def test_a_published_table_of_dawn_dusk_orbits(altitude_km, sunlit_percent, season_days, longest_min, least_deg):
    inclination_deg = sunlight.sun_synchronous_inclination_deg(altitude_km)
    assert beta_of_year.dawn_dusk_least_beta_deg(inclination_deg) == pytest.approx(least_deg, abs=0.02)
    # With the apparent Sun's time, as printed, the year agrees to the last digit …
    longitude_deg = orbit_geometry.solar_longitude_deg(beta_of_year.YEAR_DAYS)
    beta_deg = orbit_geometry.beta_angle_deg(inclination_deg, 6.0, longitude_deg)
    sunlit = 1 - shadow.eclipse_fraction_of_orbit_frac(altitude_km, beta_deg).mean()
    assert 100 * sunlit == pytest.approx(sunlit_percent, abs=0.051)
    # … and with the mean Sun's, which a node keeps, within 0.15 points: eclipses last as long, but for two days more.
    ours = 100 * sunlight.sun_synchronous_sunlit_fraction_year_mean_frac(altitude_km, 6.0)
    assert ours == pytest.approx(sunlit_percent, abs=0.15)
    assert sunlight.sun_synchronous_eclipse_season_days(altitude_km, 6.0) == pytest.approx(season_days, abs=3)
    assert sunlight.sun_synchronous_longest_eclipse_min(altitude_km, 6.0) == pytest.approx(longest_min, abs=0.1)


def test_inverses_of_the_bare_geometry():
    altitudes = np.array([300.0, 550.0, 1000.0, 2000.0])
    speed = orbit_geometry.orbital_speed_km_per_s(altitudes)
    assert orbit_geometry.orbit_altitude_from_speed_km(speed) == pytest.approx(altitudes)
    turns = orbit_geometry.orbits_per_day(altitudes)
    assert orbit_geometry.orbit_altitude_from_turns_km(turns) == pytest.approx(altitudes)
    inclinations = sunlight.sun_synchronous_inclination_deg(altitudes)
    assert orbit_geometry.sun_synchronous_altitude_km(inclinations) == pytest.approx(altitudes)
    assert orbit_geometry.semi_major_axis_from_period_km(86400 / turns) == pytest.approx(altitudes + 6378.137)
    # The point below runs once around the Earth a turn.
    ground = orbit_geometry.ground_track_speed_km_per_s(altitudes) * 86400 / turns
    assert ground == pytest.approx(2 * np.pi * 6378.137)


def test_what_no_orbit_has_is_refused_alone_and_nan_among_others():
    with pytest.raises(ValueError, match=r"sun-synchronous orbits need 95\.7 to 180"):
        orbit_geometry.sun_synchronous_altitude_km(90.0)
    assert np.isnan(orbit_geometry.sun_synchronous_altitude_km(np.array([90.0, 98.0]))[0])
    with pytest.raises(ValueError, match="must be at least 0"):
        shadow.eclipse_time_min(-10.0, 0.0)
    assert np.isnan(shadow.eclipse_time_min(np.array([-10.0, 550.0]), 0.0))[0]


@QUICK
@given(st.floats(300, 1500), INCLINATIONS, TIMES)
def test_the_radiator_must_choose_between_earth_and_flight(altitude_km, inclination_deg, local_time_h):
    orbit = altitude_km, inclination_deg, local_time_h
    cold = attitude.radiator_flow_share_frac__edge_to_earth(*orbit)
    assert 0 <= cold <= 1
    # What one attitude meets of the flow, the other shows to the Earth.
    assert attitude.radiator_nadir_share_frac__edge_to_flight(*orbit) == cold
    assert attitude.radiator_flow_share_frac__edge_to_flight() == attitude.radiator_nadir_share_frac__edge_to_earth() == 0


def test_shares_in_the_flow_agree_with_stepping_around_the_orbit():
    turn = 2 * np.pi * (np.arange(720) + 0.5) / 720
    for orbit in ((550.0, 97.593, 18.0), (550.0, 97.593, 12.0), (550.0, 53.0, 3.0)):
        beta = np.deg2rad(beta_of_year.beta_of_year_deg(*orbit))[:, np.newaxis]
        array = np.abs(np.cos(beta) * np.sin(turn)).mean()
        assert attitude.array_flow_share_frac(*orbit) == pytest.approx(array, rel=1e-4)
        radiator = (np.abs(np.sin(beta)) / np.sqrt(1 - (np.cos(beta) * np.cos(turn)) ** 2)).mean()
        assert attitude.radiator_flow_share_frac__edge_to_earth(*orbit) == pytest.approx(radiator, rel=2e-3)


def test_dawn_dusk_lasers_and_arrays_want_different_things():
    orbit = (650.0, 97.986, 18.0)
    assert attitude.laser_steering_half_angle_deg(*orbit) == pytest.approx(90 - 58.57, abs=0.1)
    assert attitude.fixed_array_pointing_worst_frac(*orbit) == pytest.approx(np.cos(np.deg2rad(31.4)), abs=0.002)
    assert attitude.fixed_array_pointing_worst_frac(*orbit) < attitude.fixed_array_pointing_year_mean_frac(*orbit) < 1
    noon = (650.0, 97.986, 12.0)
    assert attitude.laser_steering_half_angle_deg(*noon) == pytest.approx(90)
