"""Drag, decay, disposal and atomic oxygen: conserved quantities, limits, and what others print."""

import math

import numpy as np
import pytest
from hamilton import driver
from hypothesis import given, settings
from hypothesis import strategies as st

from earth_or_orbit import constants, series
from earth_or_orbit.quantities import attitude, disposal, flight, orbit_geometry, sunlight

QUICK = settings(max_examples=30, deadline=None)
AXES = ("air_altitude_axis_km", "air_solar_flux_axis_sfu")
RULE_YEARS = 5.0


@pytest.fixture(scope="module")
def air():
    return tuple(series.array(name) for name in (*AXES, "air_density_grid_kg_per_m3"))


@pytest.fixture(scope="module")
def oxygen():
    return tuple(series.array(name) for name in (*AXES, "atomic_oxygen_grid_count_per_m3"))


# NRLMSISE-00 through pymsis 0.13.0 (version=0), mean of eight longitudes, six latitudes weighted by area and four days of
# 2027 at four hours, with Ap 4, 12, 20 and 30: kg/m3.
@pytest.mark.parametrize(
    ("altitude_km", "flux_sfu", "expected"),
    [(480, 70, 1.36e-13), (650, 70, 9.39e-15), (550, 120, 2.19e-13), (650, 180, 2.08e-13), (800, 230, 9.09e-14)],
)
def test_the_air_table_agrees_with_the_model_between_its_points(air, altitude_km, flux_sfu, expected):
    # 480 km and 120 sfu lie between points: linear in the logarithm costs a few per cent.
    assert flight.air_density_kg_per_m3(altitude_km, flux_sfu, *air) == pytest.approx(expected, rel=0.06)


def test_outside_the_air_table_a_number_is_refused_and_a_draw_is_nan(air, oxygen):
    with pytest.raises(ValueError, match="orbit_altitude_km is 250; the table reaches from 300 to 2000"):
        flight.air_density_kg_per_m3(250.0, 120.0, *air)
    with pytest.raises(ValueError, match="solar_radio_flux_sfu is 300; the table reaches from 70 to 230"):
        flight.atomic_oxygen_count_per_m3(550.0, 300.0, *oxygen)
    with pytest.raises(ValueError, match="orbit_altitude_km is 250"):
        flight.natural_decay_years(250.0, 120.0, 0.1, *air)
    density = flight.air_density_kg_per_m3(550.0, np.array([60.0, 120.0]), *air)
    assert np.isnan(density[0]) and density[1] > 0
    years = flight.natural_decay_years(550.0, np.array([60.0, 120.0]), 0.1, *air)
    assert np.isnan(years[0]) and years[1] > 0


# [S165] prints 0.8 g/m2/year at solar minimum to about 20 at maximum for 600 to 800 km, drag coefficient 2.2, 2,000 s.
def test_a_published_range_of_drag_propellant(air):
    def grams(altitude_km, flux_sfu):
        density = flight.air_density_kg_per_m3(altitude_km, flux_sfu, *air)
        return flight.drag_propellant_g_per_m2_year(density, altitude_km, 2.2, 2000.0)

    # Its ends are those of 650 km; over all of 600 to 800 km and the table's flux it would be 0.3 to 82.
    assert grams(650, 70) == pytest.approx(0.8, rel=0.25)
    assert grams(650, 180) == pytest.approx(20, rel=0.1)
    assert grams(800, 70) == pytest.approx(0.29, rel=0.02)
    assert grams(600, 230) == pytest.approx(82, rel=0.02)


# Starlink's engineering vice-president: lowering from 550 to 480 km cuts ballistic decay at solar minimum by more than
# 80 %, from 4 years and more to a few months. At a steady 70 sfu it is 75 %, 4.2 years to 1.0: the rest is that a decay
# of four years ends in a rising cycle.
def test_starlinks_reason_for_flying_lower(air):
    high, low = (flight.natural_decay_years(h, 70.0, 0.2, *air) for h in (550.0, 480.0))
    assert high > 4
    assert 1 - low / high == pytest.approx(0.75, abs=0.02)
    assert flight.natural_decay_years(480.0, 120.0, 0.2, *air) * 12 == pytest.approx(3.2, abs=0.5)  # months


def test_decay_agrees_with_stepping_in_time(air):
    area, flux_sfu, altitude_km, days = 0.2, 128.0, 500.0, 0.0
    while altitude_km > 300:
        axis_m = (constants.EARTH_EQUATORIAL_RADIUS_KM + altitude_km) * 1e3
        rate = flight.air_density_kg_per_m3(altitude_km, flux_sfu, *air) * area * math.sqrt(3.986004418e14 * axis_m)
        altitude_km -= rate * 86400 / 4 / 1e3  # quarter days
        days += 0.25
    whole = flight.natural_decay_years(500.0, flux_sfu, area, *air) * 365.25
    from_300 = flight.natural_decay_years(300.0, flux_sfu, area, *air) * 365.25
    assert whole - from_300 == pytest.approx(days, rel=0.01)
    assert 0 < from_300 < 7


@QUICK
@given(st.floats(70, 230), st.floats(0.05, 0.4))
def test_the_highest_self_cleaning_altitude_decays_in_the_rules_time(air, flux_sfu, area):
    highest_km = flight.highest_self_cleaning_altitude_km(flux_sfu, area, RULE_YEARS, *air)
    years = flight.natural_decay_years(highest_km, flux_sfu, area, *air)
    assert flight.natural_decay_rule_ratio(years, RULE_YEARS) == pytest.approx(1, rel=0.05)
    assert flight.natural_decay_years(highest_km + 50, flux_sfu, area, *air) > RULE_YEARS


def test_self_cleaning_altitudes_broadcast(air):
    many = flight.highest_self_cleaning_altitude_km(np.array([70.0, 128.0, 300.0]), 0.2, RULE_YEARS, *air)
    assert many[0] == pytest.approx(flight.highest_self_cleaning_altitude_km(70.0, 0.2, RULE_YEARS, *air))
    assert many[0] < many[1] and np.isnan(many[2])


@QUICK
@given(st.floats(310, 2000))
def test_drag_takes_the_energy_that_the_orbit_loses(altitude_km):
    """da/dt of the decay and the deceleration are one law: dE/dt = −v a_drag."""
    density, area, mass = 1e-12, 30.0, 500.0
    slows = flight.drag_acceleration_m_per_s2(density, altitude_km, 2.2, area, mass)
    axis_m = (constants.EARTH_EQUATORIAL_RADIUS_KM + altitude_km) * 1e3
    sinks = flight._decay_km_per_s(altitude_km, density, flight.ballistic_area_m2_per_kg(2.2, area, mass)) * 1e3
    speed = orbit_geometry.orbital_speed_km_per_s(altitude_km) * 1e3
    assert 3.986004418e14 / (2 * axis_m**2) * sinks == pytest.approx(slows * speed, rel=1e-6)


def test_a_plate_in_free_molecular_flow():
    """The root over a turn against the full law of a plate that reflects diffusely, for the year of a dawn-dusk orbit."""

    def full_drag(share, speed_ratio):
        edge = 2 / (math.sqrt(math.pi) * speed_ratio) * math.exp(-((speed_ratio * share) ** 2))
        face = 2 * share * (1 + 1 / (2 * speed_ratio**2)) * math.erf(speed_ratio * share)
        return edge + face + math.sqrt(math.pi * 0.3) * share**2 / speed_ratio

    betas = np.deg2rad(np.linspace(59, 87, 15))
    turns = 2 * np.pi * (np.arange(90) + 0.5) / 90
    shares = np.abs(np.outer(np.cos(betas), np.sin(turns))).ravel()
    for speed_ratio in (4.0, 6.5, 7.5):
        full = np.mean([full_drag(share, speed_ratio) for share in shares])
        edge = attitude.edge_flow_share_frac(speed_ratio, 2.2)
        assert 2.2 * edge == pytest.approx(full_drag(0, speed_ratio))
        assert 2.2 * attitude.array_drag_area_m2(1.0, shares.mean(), edge) == pytest.approx(full, rel=0.06)
    # Square onto the flow, the drag coefficient of the fact's range.
    assert 2.0 < full_drag(1, 7.5) < full_drag(1, 4.0) < 2.4


@QUICK
@given(st.floats(320, 2000))
def test_ways_down_cost_what_energy_asks(altitude_km):
    spiral = disposal.disposal_delta_v_m_per_s__spiral(altitude_km, 300.0)
    # An impulsive transfer to the same circle is never dearer than the spiral, and one burn to 300 km is half of it.
    burn = disposal.disposal_delta_v_m_per_s__perigee_burn(altitude_km, 300.0)
    assert burn == pytest.approx(spiral / 2, rel=0.2)
    assert disposal.disposal_delta_v_m_per_s__perigee_burn(altitude_km, 50.0) > burn
    assert disposal.disposal_delta_v_m_per_s__natural() == 0


def test_a_perigee_above_the_orbit_is_refused_alone_and_nan_among_others():
    with pytest.raises(ValueError, match="must lie below orbit_altitude_km"):
        disposal.disposal_delta_v_m_per_s__perigee_burn(100.0, 150.0)
    assert np.isnan(disposal.disposal_delta_v_m_per_s__perigee_burn(np.array([100.0, 550.0]), 150.0)[0])


def test_two_thrusters_of_one_impulse_burn_as_tsiolkovsky_says():
    both = disposal.satellite_propellant_mass_kg(1000.0, 200.0, 300.0, 2500.0, 2500.0, 0.1)
    exhaust = 2500.0 * 9.80665
    assert both == pytest.approx(1000 * (math.exp(550 / exhaust) - 1))
    chemical = disposal.satellite_propellant_mass_kg(1000.0, 200.0, 300.0, 2500.0, 300.0, 0.1)
    assert chemical > 4 * both  # a controlled re-entry is what propellant is for


# MISSE 2 (NASA/TM-2019-219982): 8.43e21 atoms/cm2 on the ISS from August 2001 to July 2005, near 390 km and a flux of 140,
# and 3.0e-24 cm3 of Kapton an atom: 0.25 mm. A face always ahead would have met 1.39e22: the tray was not always.
def test_atomic_oxygen_of_four_years_on_the_space_station(oxygen):
    ahead = flight.atomic_oxygen_fluence_count_per_m2(flight.atomic_oxygen_count_per_m3(390, 140, *oxygen), 390, 3.95)
    assert 8.43e25 < ahead < 2 * 8.43e25
    assert flight.polyimide_erosion_mm(8.43e25, 3.0e-30) == pytest.approx(0.253, abs=0.001)


def wired(radiator_attitude, disposal_method, formation_flight, **given):
    choices = dict(radiator_attitude=radiator_attitude, disposal_method=disposal_method, formation_flight=formation_flight)
    model = driver.Builder().with_modules(sunlight, attitude, flight, disposal).with_config(choices).build()
    inputs = dict(
        orbit_altitude_km=650.0, orbit_inclination_deg=97.986, ascending_node_local_time_h=18.0,
        solar_radio_flux_sfu=128.0, molecular_speed_ratio=6.5, drag_coefficient_ratio=2.2,
        satellite_array_area_m2=420.0, radiator_built_area_m2=110.0, satellite_dry_mass_kg=2100.0, specific_impulse_s=2500.0,
        disposal_altitude_km=300.0, disposal_perigee_km=50.0, chemical_specific_impulse_s=300.0,
        avoidance_manoeuvres_per_year=165.0, satellites_count=1.0, avoidance_manoeuvre_delta_v_m_per_s=0.04,
        formation_delta_v_m_per_s_year=3.0, propellant_margin_frac=0.2, satellite_service_years=5.0,
    )  # fmt: skip
    inputs |= {name: series.array(name) for name in (*AXES, "air_density_grid_kg_per_m3")} | given
    wanted = ["satellite_propellant_mass_kg", "satellite_drag_area_m2", "satellite_delta_v_m_per_s"]
    return model.execute(wanted, inputs=inputs)


def test_the_model_is_wired_by_name_and_its_choices_matter():
    flown = wired("edge_to_flight", "spiral", "alone")
    cold = wired("edge_to_earth", "spiral", "alone")
    assert cold["satellite_drag_area_m2"] > 2 * flown["satellite_drag_area_m2"]
    assert flown["satellite_propellant_mass_kg"] / 2100 == pytest.approx(0.0125, abs=0.003)
    cluster = wired("edge_to_flight", "spiral", "cluster")
    assert cluster["satellite_delta_v_m_per_s"] - flown["satellite_delta_v_m_per_s"] == pytest.approx(3 * 5 * 1.2)
    none, burn = (wired("edge_to_flight", way, "alone") for way in ("natural", "perigee_burn"))
    masses = [x["satellite_propellant_mass_kg"] for x in (none, flown, burn)]
    assert masses == sorted(masses)


def test_draws_pass_through_the_wired_model():
    draws = wired("edge_to_earth", "spiral", "alone", solar_radio_flux_sfu=np.array([70.0, 128.0, 400.0]))
    mass = draws["satellite_propellant_mass_kg"]
    assert mass[0] < mass[1] and np.isnan(mass[2])
