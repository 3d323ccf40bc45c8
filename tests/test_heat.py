"""What falls on a radiator, the chain from chip to panel, and panels along an orbit, each against something independent."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earth_or_orbit import facts
from earth_or_orbit.constants import STEFAN_BOLTZMANN_W_PER_M2_K4 as SIGMA
from earth_or_orbit.quantities import heat, heat_chain, panel_temperature, radiator_environment, view_factors
from earth_or_orbit.quantities.beta_of_year import beta_of_year_deg

QUICK = settings(max_examples=50, deadline=None)
DAWN_DUSK = (550.0, 97.593, 18.0)
CHAIN = {
    "accelerator_package_power_w": 1200.0,
    "junction_to_coolant_resistance_k_per_w": 0.0284,
    "coolant_temperature_rise_k": 10.0,
    "loop_interface_drop_k": 5.0,
    "sink_temperature_k": 215.0,
    "radiator_emissivity_frac": 0.85,
    "radiating_faces_count": 2,
    "fin_conductivity_w_per_m_k": 167.0,
    "fin_thickness_m": 0.0005,
    "fin_half_width_m": 0.05,
    "coolant_film_conductance_w_per_m2_k": 500.0,
}


@QUICK
@given(st.floats(280, 400), st.floats(0, 500), st.floats(0.2, 1), st.integers(1, 2))
def test_the_sink_stands_for_what_is_absorbed(temperature_k, absorbed, emissivity, faces):
    sink_k = radiator_environment.sink_temperature_k__geometry(absorbed, emissivity, faces)
    emitted = faces * emissivity * SIGMA * temperature_k**4
    if emitted > absorbed * 1.001:
        flux = heat.radiator_flux_w_per_m2(temperature_k, sink_k, emissivity, faces)
        assert flux == pytest.approx(emitted - absorbed, rel=1e-9, abs=1e-9)


def test_both_attitudes_and_one_face():
    edge = radiator_environment.earth_view_factor_sum_frac__edge_to_earth
    flat = radiator_environment.earth_view_factor_sum_frac__edge_to_flight
    assert edge(550.0, 2) == pytest.approx(2 * 0.25789, abs=1e-4)
    assert edge(550.0, 1) == pytest.approx(0.25789, abs=1e-4)
    assert flat(550.0, 2, 1.0) == pytest.approx(0.84753, abs=1e-4)
    assert flat(550.0, 1, 1.0) == 0  # the one face looks away from the Earth


def albedo_over_the_disc(altitude_km, zenith, across, points=40):
    """Sum over both faces of what the sunlit disc sends onto them, integrated over the disc; an independent check."""
    ratio = 1 + altitude_km / 6378.137
    nodes, weights = np.polynomial.legendre.leggauss(points)
    cosine = (1 / ratio + 1) / 2 + (1 - 1 / ratio) / 2 * nodes
    around = 2 * np.pi * (np.arange(2 * points) + 0.5) / (2 * points)
    cosine, around = np.meshgrid(cosine, around, indexing="ij")
    sine = np.sqrt(1 - cosine**2)
    ground = np.stack([sine * np.cos(around), sine * np.sin(around), cosine])
    ray = np.array([0, 0, ratio])[:, None, None] - ground
    distance = np.sqrt((ray**2).sum(axis=0))
    ray = ray / distance
    area = weights[:, None] * (1 - 1 / ratio) / 2 * np.pi / points
    emitted = (ray * ground).sum(axis=0) / (np.pi * distance**2)
    lit = np.maximum(0, np.sin(zenith) * ground[0] + np.cos(zenith) * ground[2])
    return (lit * emitted * np.abs(ray[across]) * area).sum()


@pytest.mark.parametrize(
    ("orbit", "across", "least", "most"),
    [
        (DAWN_DUSK, 1, 0.05, 0.09),
        (DAWN_DUSK, 2, 0.05, 0.09),
        ((1000.0, 99.48, 18.0), 1, 0.10, 0.15),
        ((550.0, 97.593, 12.0), 1, -0.02, 0.0),
        ((550.0, 53.0, 18.0), 1, -0.02, 0.01),
    ],
)
def test_the_albedo_of_the_point_below_stands_for_the_disc(orbit, across, least, most):
    """Plate in the plane of Sun and nadir (1) or level (2): the shortcut is off by as much as its docstring says."""
    zeniths = np.linspace(0, np.pi, 61)
    by_zenith = np.array([albedo_over_the_disc(orbit[0], zenith, across) for zenith in zeniths])
    beta = np.deg2rad(beta_of_year_deg(*orbit)[::10])[:, None]
    along = 2 * np.pi * (np.arange(72) + 0.5) / 72
    exact = np.interp(np.arccos(np.cos(beta) * np.cos(along)), zeniths, by_zenith).mean()
    faces = 2 * view_factors.edge_on_earth_view_factor_frac(orbit[0]) if across == 1 else None
    faces = faces or view_factors.nadir_earth_view_factor_frac(orbit[0])
    short = faces * radiator_environment.earth_sunlit_share_frac(*orbit)
    assert least < exact / short - 1 < most
    assert abs(exact - short) * 0.25 * 0.3 * 1361 < 1  # W/m2 absorbed by paint of five years


def test_over_all_orbits_alike_the_ground_below_has_a_quarter_of_full_sunlight():
    # Normals spread evenly over the sphere put the point below everywhere alike, and a sphere is lit a quarter.
    cosines, weights = np.polynomial.legendre.leggauss(24)
    inclinations = np.rad2deg(np.arccos(cosines))[:, None]
    share = radiator_environment.earth_sunlit_share_frac(800.0, inclinations, np.linspace(0, 24, 13)[:-1])
    assert (share.mean(axis=-1) * weights).sum() / 2 == pytest.approx(0.25, abs=1e-3)


def test_ageing_of_the_coating():
    assert radiator_environment.radiator_emissivity_frac(0.9, 0.0, 30) == 0.9
    with pytest.raises(ValueError, match=r"comes to 1\.15 at the end of life"):
        radiator_environment.radiator_solar_absorptivity_frac(0.15, 0.1, 10)
    drawn = radiator_environment.radiator_solar_absorptivity_frac(0.15, np.array([0.02, 0.1]), 10)
    assert drawn[0] == pytest.approx(0.35) and np.isnan(drawn[1])


# Exact radiating fins, solved as a boundary-value problem with scipy 1.17 (tolerance 1e-9): root 330 K, emissivity 0.85, two
# faces, 167 W/m/K, 0.5 mm; half widths in m and the share of the root's net flux, to a sink of 0 K and of 215 K.
EXACT_FINS = [(0.02, 0.97865, 0.97861), (0.03, 0.95394, 0.95378), (0.05, 0.88666, 0.88571), (0.07, 0.80918, 0.80667)]


@pytest.mark.parametrize(("half_width_m", "to_cold_sky", "to_warm_sink"), EXACT_FINS)
def test_the_linear_fin_is_near_the_exact_one_and_below_it(half_width_m, to_cold_sky, to_warm_sink):
    linear = heat_chain.fin_efficiency_frac(330.0, 0.85, 2, 167.0, 0.0005, half_width_m)
    for exact in (to_cold_sky, to_warm_sink):
        assert -0.02 < linear / exact - 1 < 0
    assert heat_chain.fin_efficiency_frac(330.0, 0.85, 2, 167.0, 0.0005, 0.0) == 1


def chain(**changes):
    given = {**CHAIN, **changes}
    inlet = heat_chain.coolant_inlet_temperature_k(
        given.get("accelerator_junction_temperature_k", 358.15),
        given["accelerator_package_power_w"],
        given["junction_to_coolant_resistance_k_per_w"],
    )
    loop = heat_chain.radiator_loop_temperature_k(inlet, given["coolant_temperature_rise_k"], given["loop_interface_drop_k"])
    faces = (given["radiator_emissivity_frac"], given["radiating_faces_count"])
    fin = heat_chain.fin_efficiency_frac(
        loop, *faces, given["fin_conductivity_w_per_m_k"], given["fin_thickness_m"], given["fin_half_width_m"]
    )
    root = heat_chain.radiator_root_temperature_k(
        loop, given["sink_temperature_k"], *faces, fin, given["coolant_film_conductance_w_per_m2_k"]
    )
    return loop, fin, root, heat_chain.radiator_temperature_k__chip_chain(root, given["sink_temperature_k"], fin)


def test_the_chain_conserves_heat_from_coolant_to_sky():
    loop, _, root, radiating = chain()
    assert 358.15 > loop > root > radiating > 215
    through_wall = 500.0 * (loop - root)
    to_sky = heat.radiator_flux_w_per_m2(radiating, 215.0, 0.85, 2)
    assert through_wall == pytest.approx(to_sky, rel=1e-9)
    area_m2 = heat_chain.chip_limited_radiator_area_m2(150e3, 358.15, **CHAIN)
    assert area_m2 == pytest.approx(heat.radiator_area_m2(150e3, radiating, 215.0, 0.85, 2), rel=1e-12)
    again_k = heat_chain.implied_junction_temperature_k(150e3, area_m2, **CHAIN)
    assert again_k == pytest.approx(358.15, abs=1e-6)


def test_without_losses_the_radiator_is_as_hot_as_the_coolant():
    loop, fin, root, radiating = chain(fin_half_width_m=0.0, coolant_film_conductance_w_per_m2_k=1e12)
    assert fin == 1 and root == pytest.approx(loop) and radiating == pytest.approx(loop)
    _, fin, root, radiating = chain(sink_temperature_k=0.0)
    assert radiating == pytest.approx(root * fin**0.25, rel=1e-12)


def test_what_a_degree_at_the_chip_is_worth():
    saved = heat_chain.area_saved_by_chip_degree_m2_per_k(150e3, 358.15, **CHAIN)
    areas = heat_chain.chip_limited_radiator_area_m2(150e3, np.array([348.15, 358.15, 368.15]), **CHAIN)
    assert areas[0] - areas[1] > 10 * saved > areas[1] - areas[2]  # falling returns
    assert heat_chain.mass_saved_by_chip_degree_kg_per_k(saved, 8.0, 0.25) == pytest.approx(10 * saved)
    with pytest.raises(ValueError, match="it must exceed sink_temperature_k, 215"):
        heat_chain.chip_limited_radiator_area_m2(150e3, 240.0, **CHAIN)
    drawn = heat_chain.chip_limited_radiator_area_m2(150e3, np.array([240.0, 358.15]), **CHAIN)
    assert np.isnan(drawn[0]) and drawn[1] == pytest.approx(areas[1])


def test_pumps_against_a_hand_calculation():
    # Rule of the Open Compute Project: 1.5 L/min per kW. At 100 kPa and 30 % that is 2.5e-5 m3/s * 1e5 Pa / 0.3 = 8.3 W per kW.
    rise_k = 1000 / (1.5e-3 / 60 * 1014.3 * 3960)
    assert rise_k == pytest.approx(9.96, abs=0.01)
    assert heat_chain.pump_power_share_frac(1e5, 1014.3, 3960.0, rise_k, 0.3) == pytest.approx(8.333e-3, rel=1e-3)


# CoolProp 8.0.0, saturated liquid ammonia and water at 1 atm: kelvin, kg/m3, J/kg/K.
COOLPROP_AMMONIA = {293.15: (610.387, 4738.9), 300.0: (600.170, 4796.4), 320.0: (568.327, 5022.6)}
COOLPROP_WATER_25C = (997.0476, 4181.315)
QUANTITIES = ("coolant_density_kg_per_m3", "coolant_heat_capacity_j_per_kg_k")


def test_the_coolants_of_the_facts_agree_with_coolprop():
    def fact(subject, quantity):
        (row,) = [f for f in facts.load().facts if (f.subject, f.quantity) == (subject, quantity)]
        return row

    density, capacity = (fact("coolant_ammonia", name) for name in QUANTITIES)
    assert density.central == pytest.approx(COOLPROP_AMMONIA[300.0][0], rel=1e-3)
    assert density.low == pytest.approx(COOLPROP_AMMONIA[320.0][0], rel=1e-3)
    assert capacity.central * 1000 == pytest.approx(COOLPROP_AMMONIA[300.0][1], rel=5e-3)
    at_20 = np.interp(293.15, [290.0, 300.0], [density.high, density.central])
    assert at_20 == pytest.approx(COOLPROP_AMMONIA[293.15][0], rel=1e-3)
    water = [fact("coolant_water", name).central for name in QUANTITIES]
    assert water[0] == pytest.approx(COOLPROP_WATER_25C[0], rel=1e-3)
    assert water[1] * 1000 == pytest.approx(COOLPROP_WATER_25C[1], rel=1e-3)


def test_a_loop_that_hardly_cools_radiates_at_its_own_temperature():
    assert heat.loop_radiating_temperature_k(320.1, 319.9, 200.0) == pytest.approx(320.0, abs=1e-4)
    # Towards an empty sky the integral is (1/T_out^3 - 1/T_in^3) / 3.
    by_hand = (100 / ((200.0**-3 - 300.0**-3) / 3)) ** 0.25
    assert heat.loop_radiating_temperature_k(300.0, 200.0, 0.0) == pytest.approx(by_hand, rel=1e-8)
    with pytest.raises(ValueError, match="must exceed sink_temperature_k"):
        heat.loop_radiating_temperature_k(300.0, 200.0, 210.0)


PANEL = {"emissivity_sum_frac": 1.75, "panel_heat_capacity_j_per_m2_k": 5000.0, "orbital_period_s": 5739.0}


def absorbed_along(points, beta_deg=0.0):
    places = 360 * np.arange(points) / points
    return panel_temperature.orbit_absorbed_w_per_m2(places, beta_deg, 550.0, 0.92, 0.2, 0.85, 0.9, 1361.0, 238.0, 0.3)


def test_a_panel_through_eclipse_repeats_and_balances():
    heat_in = absorbed_along(720)
    temperature = panel_temperature.orbit_temperature_k(heat_in, **PANEL)
    emitted = PANEL["emissivity_sum_frac"] * SIGMA * temperature**4
    assert abs((heat_in - emitted).mean()) < 1e-6 * heat_in.mean()
    step_s = PANEL["orbital_period_s"] / 720
    change = 5000.0 * (np.roll(temperature, -1) - temperature) / step_s
    net = heat_in - emitted
    np.testing.assert_allclose(change, (net + np.roll(net, -1)) / 2, atol=1e-6)
    high = panel_temperature.orbit_temperature_high_k(temperature)
    low = panel_temperature.orbit_temperature_low_k(temperature)
    assert 200 < low < 230 < 345 < high < 355


def test_a_finer_step_and_a_march_in_time_give_the_same_orbit():
    coarse = panel_temperature.orbit_temperature_k(absorbed_along(720), **PANEL)
    fine = panel_temperature.orbit_temperature_k(absorbed_along(2880), **PANEL)[::4]
    assert np.abs(coarse - fine).max() < 1  # at the edges of the shadow, which fall between steps
    # Four orbits marched with Heun's method from 300 K, an independent integrator.
    heat_in, temperature, step_s = absorbed_along(2880), 300.0, 5739.0 / 2880
    marched = []
    for step in range(4 * 2880):
        here, ahead = heat_in[step % 2880], heat_in[(step + 1) % 2880]
        marched.append(temperature)
        first = (here - 1.75 * SIGMA * temperature**4) / 5000.0
        second = (ahead - 1.75 * SIGMA * (temperature + step_s * first) ** 4) / 5000.0
        temperature += step_s * (first + second) / 2
    np.testing.assert_allclose(marched[-2880:][::4], fine, atol=0.02)


def test_heat_capacity_smooths_the_orbit_and_draws_are_an_axis():
    heat_in = absorbed_along(720)
    capacities = np.array([5e3, 5e4, 5e6])
    many = panel_temperature.orbit_temperature_k(heat_in, 1.75, capacities, 5739.0)
    assert many.shape == (3, 720)
    swing = many.max(axis=-1) - many.min(axis=-1)
    assert swing[0] > 100 > swing[1] > 10 > 1 > swing[2]
    mean_k4 = (many**4).mean(axis=-1)
    np.testing.assert_allclose(mean_k4, mean_k4[0], rtol=1e-9)  # the same heat leaves whatever the capacity
    with pytest.raises(ValueError, match="too few for a heat capacity of 10"):
        panel_temperature.orbit_temperature_k(heat_in, 1.75, 10.0, 5739.0)
    drawn = panel_temperature.orbit_temperature_k(heat_in, 1.75, np.array([10.0, 5e3]), 5739.0)
    assert np.isnan(drawn[0]).all() and drawn[1] == pytest.approx(many[0])


def test_the_dawn_dusk_panel_is_as_hot_all_round_as_the_steady_one():
    temperature = panel_temperature.orbit_temperature_k(absorbed_along(72, 90.0), **PANEL)
    steady = panel_temperature.exact_panel_temperature_k(0.92, 0.85, 0.9, 0.22, 1, 1361.0, 238.0, 550.0)
    assert np.ptp(temperature) < 1e-9
    assert temperature[0] == pytest.approx(steady, abs=1e-9)
