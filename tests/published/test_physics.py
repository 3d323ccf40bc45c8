"""Limits that hold whatever the inputs: of shadow, radiation, light and learning."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earth_or_orbit.facts import cities
from earth_or_orbit.published.routes import route_distance_km
from earth_or_orbit.quantities import fibre, heat, launch_price, orbit_geometry, shadow, sunlight, view_factors

ALTITUDES = st.floats(200, 2000)
LOCAL_TIMES = st.floats(0, 24)
QUICK = settings(max_examples=50, deadline=None)


@QUICK
@given(ALTITUDES, st.floats(-90, 90))
def test_less_than_half_of_an_orbit_is_dark_and_either_side_of_the_plane_alike(altitude_km, beta_deg):
    dark = shadow.eclipse_fraction_of_orbit_frac(altitude_km, beta_deg)
    assert 0 <= dark < 0.5
    assert dark == pytest.approx(shadow.eclipse_fraction_of_orbit_frac(altitude_km, -beta_deg))
    assert dark <= shadow.eclipse_fraction_of_orbit_frac(altitude_km, 0)


@QUICK
@given(ALTITUDES, LOCAL_TIMES)
def test_no_eclipse_of_the_year_outlasts_the_longest(altitude_km, local_time_h):
    longest = sunlight.sun_synchronous_longest_eclipse_min(altitude_km, local_time_h)
    inclination_deg = sunlight.sun_synchronous_inclination_deg(altitude_km)
    mean = sunlight.eclipse_fraction_year_mean_frac(altitude_km, inclination_deg, local_time_h)
    assert mean * sunlight.orbital_period_s(altitude_km) / 60 <= longest + 1e-9
    assert longest <= shadow.eclipse_time_min(altitude_km, 0) + 1e-9


@QUICK
@given(ALTITUDES)
def test_the_sun_synchronous_node_turns_once_a_year(altitude_km):
    inclination_deg = sunlight.sun_synchronous_inclination_deg(altitude_km)
    drift = orbit_geometry.node_precession_deg_per_day(altitude_km, inclination_deg)
    assert inclination_deg > 90
    assert drift * 365.24219 == pytest.approx(360)


@QUICK
@given(ALTITUDES)
def test_altitude_and_period_are_inverse(altitude_km):
    period_s = sunlight.orbital_period_s(altitude_km)
    assert orbit_geometry.orbit_altitude_from_period_km(period_s) == pytest.approx(altitude_km)


def test_no_eclipse_at_the_lowest_eclipse_free_altitude_and_one_just_below():
    free_km = sunlight.lowest_eclipse_free_altitude_km(18.0)
    assert sunlight.sun_synchronous_longest_eclipse_min(free_km + 5, 18.0) == 0
    assert sunlight.sun_synchronous_longest_eclipse_min(free_km - 5, 18.0) > 0
    assert np.isnan(sunlight.lowest_eclipse_free_altitude_km(12.0))


def test_no_sun_synchronous_orbit_is_a_refusal_alone_and_nan_among_others():
    with pytest.raises(ValueError, match="exist up to 5974 km") as refusal:
        sunlight.sun_synchronous_inclination_deg(6500.0)
    assert "\n" not in str(refusal.value)
    with pytest.raises(ValueError, match="exist up to 5974 km"):
        sunlight.sun_synchronous_longest_eclipse_min(6500.0, 18.0)
    angles = sunlight.sun_synchronous_inclination_deg(np.array([650.0, 6500.0]))
    assert angles[0] == pytest.approx(97.99, abs=0.01) and np.isnan(angles[1])


def test_orbits_broadcast_and_agree_with_one_at_a_time():
    altitudes, times = np.array([[500.0], [900.0]]), np.array([6.0, 10.5, 18.0])
    many = sunlight.eclipse_fraction_year_mean_frac(altitudes, 98.0, times)
    longest = sunlight.sun_synchronous_longest_eclipse_min(altitudes, times)
    assert many.shape == longest.shape == (2, 3)
    for i, j in np.ndindex(many.shape):
        assert many[i, j] == pytest.approx(sunlight.eclipse_fraction_year_mean_frac(altitudes[i, 0], 98.0, times[j]))
    assert isinstance(sunlight.eclipse_fraction_year_mean_frac(500.0, 98.0, 18.0), float)


@QUICK
@given(st.floats(200, 600), st.floats(0.1, 0.95), st.floats(0.1, 1), st.integers(1, 2))
def test_a_radiator_below_the_black_body_and_back_to_its_temperature(hot_k, sink_share, emissivity, faces):
    flux = heat.radiator_flux_w_per_m2(hot_k, sink_share * hot_k, emissivity, faces)
    assert 0 < flux <= faces * 5.6703745e-8 * hot_k**4
    back = heat.implied_radiator_temperature_k(flux, sink_share * hot_k, emissivity, faces)
    assert back == pytest.approx(hot_k)
    area = heat.radiator_area_m2(1000.0, hot_k, sink_share * hot_k, emissivity, faces)
    assert area * flux == pytest.approx(1000.0)


def test_a_radiator_colder_than_its_sink_is_refused_alone_and_nan_among_draws():
    with pytest.raises(ValueError, match="must exceed sink_temperature_k") as refusal:
        heat.radiator_area_m2(1e6, 250.0, 250.0, 0.9, 2)
    assert "\n" not in str(refusal.value)
    areas = heat.radiator_area_m2(1e6, np.array([240.0, 320.0]), 250.0, 0.9, 2)
    assert np.isnan(areas[0]) and areas[1] == pytest.approx(1489, rel=1e-3)
    with pytest.raises(ValueError, match="must be hotter"):
        heat.loaded_radiator_area_m2(700.0, 100.0, 0.85, 1, 100.0)
    assert np.isnan(heat.loaded_radiator_area_m2(700.0, np.array([100.0]), 0.85, 1, 100.0)).all()


@pytest.mark.parametrize(("altitude_km", "exact"), [(550, 0.847379), (400, 0.8853)])
def test_a_plate_facing_down_sees_more_of_the_earth_than_one_on_edge(altitude_km, exact):
    down = view_factors.nadir_earth_view_factor_frac(altitude_km)
    edge = view_factors.edge_on_earth_view_factor_frac(altitude_km)
    assert down == pytest.approx(exact, abs=1e-3)
    assert edge < 0.5 * down


PLACES = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@QUICK
@given(PLACES, PLACES, PLACES)
def test_great_circles_are_distances(one, two, three):
    def between(a, b):
        return fibre.great_circle_distance_km(*a, *b)

    assert 0 <= between(one, two) <= np.pi * 6371.0088 + 1e-6
    assert between(one, two) == pytest.approx(between(two, one), abs=1e-6)
    assert between(one, three) <= between(one, two) + between(two, three) + 1e-3


@QUICK
@given(st.floats(10, 15000), st.integers(1, 12), st.floats(300, 1500))
def test_a_bent_pipe_never_beats_light_along_the_ground_or_the_zenith(distance_km, legs, altitude_km):
    bent = fibre.bent_pipe_round_trip_ms(distance_km, altitude_km, legs)
    assert bent >= fibre.zenith_bent_pipe_round_trip_ms(altitude_km, 2 * legs)
    assert bent >= 2 * legs * 2 * 6371.0088 * np.sin(distance_km / legs / 6371.0088 / 2) / 299.792458


# Distances of the cited simulator; its city centres are not ours, hence half a per cent.
@pytest.mark.parametrize(
    ("route", "published_km"),
    [
        ("London-New York", 5576),
        ("London-Johannesburg", 9080),
        ("Chicago-Tokyo", 10159),
        ("New York-Seattle", 3876),
        ("Sydney-San Francisco", 11940),
    ],
)
def test_cities_stand_where_the_simulator_has_them(route, published_km):
    assert route_distance_km(route) == pytest.approx(published_km, rel=5e-3)


def test_cities_are_named_once_and_stand_on_the_globe():
    rows = cities()
    assert len({row["city"] for row in rows}) == len(rows) >= 25
    for row in rows:
        assert abs(float(row["latitude_deg"])) <= 90 and abs(float(row["longitude_deg"])) <= 180
        assert int(row["population"]) > 100_000 and row["source_id"]


@QUICK
@given(st.floats(200, 5000), st.floats(0.05, 0.5), st.floats(1e4, 1e9))
def test_learning_and_its_inverse(price, rate, mass_kg):
    later = launch_price.learned_launch_price_usd_per_kg(price, 1e6, rate, mass_kg)
    assert later < price
    assert launch_price.additional_mass_to_price_kg(price, 1e6, rate, later) == pytest.approx(mass_kg, rel=1e-6)
    doubled = launch_price.learned_launch_price_usd_per_kg(price, 1e6, rate, 1e6)
    assert doubled == pytest.approx(price * (1 - rate))
