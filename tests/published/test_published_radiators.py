"""Published radiators beside this model, each difference with its reason in numbers."""

import csv
from pathlib import Path

import numpy as np
import pytest

from earth_or_orbit.constants import STEFAN_BOLTZMANN_W_PER_M2_K4 as SIGMA
from earth_or_orbit.quantities import heat, heat_chain, panel_temperature, radiator_environment, radiator_yardsticks
from earth_or_orbit.quantities.view_factors import calculator_earth_view_factor_frac, edge_on_earth_view_factor_frac

CASES = Path(__file__).parents[2] / "data" / "published" / "mccalip_cases.csv"
INFRARED = 238.0
# Best estimate of a chain with a cold plate of 0.0284 K/W, and the best that its published ranges allow.
CHAIN = (1200.0, 0.0284, 10.0, 5.0)
BEST_CHAIN = (1200.0, 0.0248, 10.0, 0.0)


def sink_k(altitude_km, emissivity, faces=2, absorptivity=0.25, array_view=0.0):
    """Sink of a panel edge-on to Sun and Earth, on a dawn-dusk orbit, with or without heat from its array."""
    seen = radiator_environment.earth_view_factor_sum_frac__edge_to_earth(altitude_km, faces)
    lit = radiator_environment.earth_sunlit_share_frac(altitude_km, 97.8, 18.0)
    absorbed = radiator_environment.absorbed_environment_w_per_m2(
        radiator_environment.absorbed_infrared_w_per_m2(INFRARED, emissivity, seen),
        radiator_environment.absorbed_albedo_w_per_m2(1361.0, 0.3, absorptivity, seen, lit),
        radiator_environment.absorbed_direct_sun_w_per_m2(1361.0, absorptivity, 1.0),
        radiator_environment.absorbed_from_array_w_per_m2(326.0, 0.85, emissivity, array_view, faces),
    )
    return radiator_environment.sink_temperature_k__geometry(absorbed, emissivity, faces)


def mccalip_cases():
    with CASES.open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=row["case"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize("row", mccalip_cases())
def test_every_temperature_of_mccalips_calculator_to_the_last_digits(row):
    given = {key: float(row[f"in_{key}"]) for key in ("solarAbsorptivity", "emissivityPV", "emissivityRad",
             "pvEfficiency", "betaAngle", "orbitalAltitudeKm")}  # fmt: skip
    orbit = (given["orbitalAltitudeKm"], given["betaAngle"])
    for side in "AB":
        assert calculator_earth_view_factor_frac(*orbit, 6371.0) == pytest.approx(float(row[f"th_vfSide{side}"]), rel=1e-9)
    ours_k = panel_temperature.calculator_panel_temperature_k(
        given["solarAbsorptivity"], given["emissivityPV"], given["emissivityRad"], given["pvEfficiency"], 1,
        1361.0, 237.0, 0.3, orbit[1], orbit[0], 6371.0, 1, 3.0,
    )  # fmt: skip
    # He rounds the Stefan-Boltzmann constant to 5.67e-8; what a panel emits above space is then the same.
    his_k = (3.0**4 + (ours_k**4 - 3.0**4) * SIGMA / 5.67e-8) ** 0.25
    assert his_k == pytest.approx(float(row["th_eqTempK"]), rel=1e-9)


def test_mccalips_panel_with_the_exact_view_factor_is_six_degrees_hotter():
    panel = (0.92, 0.85, 0.9, 0.22, 1, 1361.0, 237.0, 0.3, 90.0, 550.0)
    his = panel_temperature.calculator_panel_temperature_k(*panel, 6371.0, 1, 3.0)
    exact = panel_temperature.calculator_panel_temperature_k(*panel, 6371.0, 0, 3.0)
    assert his - 273.15 == pytest.approx(62.6, abs=0.05)
    assert exact - 273.15 == pytest.approx(68.9, abs=0.1)  # orbital-thermal prints +6.35 K
    assert exact - his == pytest.approx(6.35, abs=0.01)


def test_ai1_needs_a_hotter_panel_under_the_earth_and_chips_that_nobody_sells():
    assert heat.implied_radiator_temperature_k(1400.0, 0.0, 0.85, 2) == pytest.approx(347.15, abs=0.05)
    earth_only = (edge_on_earth_view_factor_frac(550.0) * INFRARED / SIGMA) ** 0.25
    assert heat.implied_radiator_temperature_k(1400.0, earth_only, 0.85, 2) == pytest.approx(353.4, abs=0.1)
    with_array = sink_k(600.0, 0.85, array_view=0.1)
    assert with_array == pytest.approx(214.4, abs=0.5)
    assert heat.implied_radiator_temperature_k(1400.0, with_array, 0.85, 2) == pytest.approx(359.1, abs=0.2)
    fins = (0.85, 2, 167.0, 0.0005, 0.05, 500.0)
    central = heat_chain.implied_junction_temperature_k(150e3, 110.0, *CHAIN, with_array, *fins)
    best_fins = (0.91, 2, 167.0, 0.001, 0.03, 1000.0)
    best = heat_chain.implied_junction_temperature_k(150e3, 110.0, *BEST_CHAIN, sink_k(600.0, 0.91), *best_fins)
    assert central - 273.15 == pytest.approx(135, abs=1)
    assert best - 273.15 == pytest.approx(102, abs=1)  # every link at its published best, no heat from the array
    assert heat_chain.chip_limited_radiator_area_m2(150e3, 358.15, *CHAIN, with_array, *fins) == pytest.approx(201, abs=2)


def test_starcloud_counts_the_infrared_at_the_solar_absorptivity_but_could_do_without_the_sun():
    panel = (293.15, 0.92, 2, 0.09, 0.92, 0.25, 0.3, 1366.0, 253.15)
    assert heat.net_radiator_capacity_w_per_m2(*panel, 1, 1) == pytest.approx(585, abs=0.5)
    assert heat.net_radiator_capacity_w_per_m2(*panel, 2, 1) == pytest.approx(522, abs=0.5)
    # Edge-on to the Sun, both faces seeing the Earth edge-on at 725 km: more than the 633 printed; with the array, less.
    alone = heat.radiator_flux_w_per_m2(293.15, sink_k(725.0, 0.92, absorptivity=0.09), 0.92, 2)
    beside = heat.radiator_flux_w_per_m2(293.15, sink_k(725.0, 0.92, absorptivity=0.09, array_view=0.1), 0.92, 2)
    assert (alone, beside) == (pytest.approx(666, abs=1), pytest.approx(566, abs=1))
    assert radiator_yardsticks.implied_sink_temperature_k(633.08, 293.15, 0.92, 2) == pytest.approx(190.5, abs=0.1)


def test_jpls_500_w_per_m2_is_a_cool_panel_of_two_faces_or_a_warm_one_of_one():
    flux = heat.bus_heat_flux_w_per_m2(1e6, 1.25, 2500.0)
    two = [heat.implied_radiator_temperature_k(flux, sink, 0.85, 2) for sink in (sink_k(650.0, 0.85), 250.0)]
    one = [heat.implied_radiator_temperature_k(flux, sink, 0.85, 1) for sink in (sink_k(650.0, 0.85, faces=1), 250.0)]
    assert two == [pytest.approx(281.8, abs=0.3), pytest.approx(308.8, abs=0.1)]
    assert one == [pytest.approx(327.7, abs=0.5), pytest.approx(345.7, abs=0.1)]  # inside its stated 300 to 400 K


def test_the_space_station_sheds_little_because_its_loop_is_cold_and_its_sink_kept_warm():
    flux = heat.planform_heat_flux_w_per_m2(70e3, 23.3, 3.4, 6)
    assert flux == pytest.approx(147.3, abs=0.1)
    supply_k, goal_k, warm_sink_k = 275.95, 233.15, 273.15 + (-60 - 32) * 5 / 9
    ideal = heat.radiator_flux_w_per_m2(supply_k, 3.0, 0.85, 2)
    cooling = heat.loop_radiating_temperature_k(supply_k, goal_k, 3.0)
    cooled = heat.radiator_flux_w_per_m2(cooling, 3.0, 0.85, 2)
    kept_k = heat.loop_radiating_temperature_k(supply_k, goal_k, warm_sink_k)
    kept = heat.radiator_flux_w_per_m2(kept_k, warm_sink_k, 0.85, 2)
    assert (ideal, cooled, kept) == (pytest.approx(559, abs=1), pytest.approx(395, abs=1), pytest.approx(137, abs=1))
    assert kept == pytest.approx(flux, rel=0.08)
    # What is left is met by an emissivity of 0.92, the coating's own, or by ammonia that enters at 9 degrees.
    assert radiator_yardsticks.implied_radiator_emissivity_frac(flux, kept_k, warm_sink_k, 2) == pytest.approx(0.917, abs=0.002)
    warmer_k = heat.loop_radiating_temperature_k(282.0, goal_k, warm_sink_k)
    assert heat.radiator_flux_w_per_m2(warmer_k, warm_sink_k, 0.85, 2) == pytest.approx(flux, rel=0.01)
    # Nothing but freezing forbids more: turned edge-on to Sun and Earth the same loop would shed nearly twice as much.
    natural_k = sink_k(420.0, 0.85)
    free = heat.radiator_flux_w_per_m2(heat.loop_radiating_temperature_k(supply_k, goal_k, natural_k), natural_k, 0.85, 2)
    assert free / kept == pytest.approx(1.9, abs=0.05)


def test_the_stations_photovoltaic_radiator_is_an_ammonia_loop_near_freezing_of_water():
    flux = heat.planform_heat_flux_w_per_m2(14e3, 13.6, 3.12, 1)
    implied = heat.implied_radiator_temperature_k(flux, np.array([190.0, 222.0]), 0.85, 2) - 273.15
    assert implied == pytest.approx([-11.0, 3.4], abs=0.1)


def test_iscr_prints_what_one_face_at_25_to_30_degrees_leaves_under_the_earth():
    seen = edge_on_earth_view_factor_frac(550.0)
    left = [heat.one_side_emission_w_per_m2(273.15 + t, eps) - eps * seen * INFRARED for t, eps in ((25, 0.9), (30, 0.85))]
    assert left[0] == pytest.approx(348, abs=1) and left[1] == pytest.approx(355, abs=1)  # 345 W/m2 printed


def test_spectrums_forty_per_cent_more_area_is_a_coating_in_full_sun():
    new = heat.loaded_radiator_area_m2(700.0, 333.15, 0.85, 1, 100.0)
    net = 700.0 / new
    more_absorbed = net - net / 1.4
    assert more_absorbed / 1361 == pytest.approx(0.104, abs=0.001)  # absorptivity gained in five years, lit square on
    grown = radiator_environment.radiator_solar_absorptivity_frac(0.15, 0.02, 5) - 0.15
    assert grown == pytest.approx(0.10)
    edge_on = radiator_environment.absorbed_direct_sun_w_per_m2(1361.0, grown, 1.0)
    assert edge_on < 0.02 * more_absorbed  # a panel edge-on to the Sun hardly notices


def test_suncatcher_prints_no_radiator_and_would_need_this():
    sink = sink_k(650.0, 0.85, array_view=0.1)
    area = heat_chain.chip_limited_radiator_area_m2(28e3, 358.15, *CHAIN, sink, 0.85, 2, 167.0, 0.0005, 0.05, 500.0)
    assert area == pytest.approx(37.5, abs=1)  # m2 for the 28 kW of one satellite, beside 105 m2 of array
