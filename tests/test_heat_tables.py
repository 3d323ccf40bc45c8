"""The heat notebook's tables, sentences and pictures: sums, limits, the model's own values, and words where nothing is."""

import re

import numpy as np
import pytest

from earth_or_orbit import facts, published, scenario, study, tables
from earth_or_orbit.constants import STEFAN_BOLTZMANN_W_PER_M2_K4 as SIGMA
from earth_or_orbit.drawing import heat_budget, one_orbit_of_temperature
from earth_or_orbit.drawing.names import name_of
from earth_or_orbit.sentences import heat as said
from earth_or_orbit.sentences import heat_printed, heat_published
from earth_or_orbit.tables import heat
from earth_or_orbit.tables import heat_published as rivals

AI1, SUNCATCHER = "spacex_ai1", "google_suncatcher"


@pytest.fixture(scope="module")
def data():
    return facts.load()


@pytest.fixture(scope="module")
def records():
    return published.verify()


def satellite(data, concept=AI1, case="demonstrated", draws=0, choices=None, **settings):
    return tables.fleet(data, concept, case, 1.0, draws, settings=settings, choices=choices)


@pytest.mark.parametrize("case", scenario.CASES)
@pytest.mark.parametrize("concept", scenario.names("orbit"))
def test_the_budget_closes_and_is_the_models_own(data, concept, case):
    own = satellite(data, concept, case)
    table = heat.heat_budget(own)
    assert heat.budget_gap_frac(table) < 1e-12
    board = table.loc[table["part"].isin(["chips", "bus"]), "w"].sum()
    assert board == pytest.approx(study.value_of(own, "waste_heat_w"))
    per_face = study.value_of(own, "radiator_emissivity_frac") * SIGMA * study.value_of(own, "radiator_temperature_k") ** 4
    assert table.loc[table["part"] == "face_1", "w_per_m2"].iloc[0] == pytest.approx(per_face)
    assert ("stated_surroundings" in set(table["part"])) == heat.has_stated_sink(own)


def test_a_stated_sink_is_told_beside_what_falls_on_the_panel(data):
    own = satellite(data, case="promised")
    here = heat.in_these_surroundings(own)
    geometry = satellite(data, case="promised", choices={"sink_basis": "geometry"})
    assert here["sink_k"] == pytest.approx(study.value_of(geometry, "sink_temperature_k"))
    assert here["area_m2"] == pytest.approx(study.value_of(geometry, "radiator_area_m2"))
    assert here["heat_w"] < study.value_of(own, "waste_heat_w")
    assert here["needed_k"] > study.value_of(own, "radiator_temperature_k")
    words = said.budget(own, heat.heat_budget(own))
    assert f"stands for {here['sink_k']:.0f} K" in words and "next to nothing came from outside" in words


BY_HAND = {"radiator_temperature_k": 350.0}


@pytest.mark.parametrize(("case", "settings"), [("demonstrated", {}), ("promised", {}), ("demonstrated", BY_HAND)])
def test_the_chain_read_upwards_meets_the_radiator_in_force(data, case, settings):
    own = satellite(data, case=case, **settings)
    steps = heat.chain_steps(own).set_index("step")
    assert steps.loc["radiating", "in_force_k"] == pytest.approx(study.value_of(own, "radiator_temperature_k"), abs=1e-6)
    assert steps.loc["junction", "limit_k"] == pytest.approx(study.value_of(own, "accelerator_junction_temperature_k"))
    is_chain = case == "demonstrated" and not settings
    assert np.allclose(steps["limit_k"], steps["in_force_k"]) == is_chain
    printed = heat_printed.printed_chain(heat.chain_steps(own))
    assert printed.shape[1] == (3 if is_chain else 6)
    assert "−0.0" not in printed.to_string()


def test_a_kelvin_at_the_chips_is_the_slope_of_the_area(data):
    own = satellite(data)
    hotter = satellite(data, accelerator_junction_temperature_k=359.15)
    saved = heat.one_kelvin(own)["area_saved_by_chip_degree_m2_per_k"]
    assert study.value_of(own, "radiator_area_m2") - study.value_of(hotter, "radiator_area_m2") == pytest.approx(saved, rel=0.02)
    chips = heat.chip_choices(own, data)
    assert chips["junction_k"].is_monotonic_increasing and chips["area_m2"].is_monotonic_decreasing
    row = chips[np.isclose(chips["junction_k"], study.value_of(own, "accelerator_junction_temperature_k"))].iloc[0]
    assert row["area_m2"] == pytest.approx(study.value_of(own, "radiator_area_m2"))
    assert row["radiator_k"] == pytest.approx(study.value_of(own, "radiator_temperature_k"))


def test_the_curves_pass_through_this_satellite_and_fall(data):
    own = satellite(data)
    curves = heat.area_curves(own, data)
    here = curves[curves["curve"] == "this_orbit"]
    area = np.exp(np.interp(study.value_of(own, "radiator_temperature_k"), here["temperature_k"], np.log(here["m2_per_kw"])))
    assert area == pytest.approx(study.value_of(own, "radiator_area_m2") / study.value_of(own, "waste_heat_w") * 1000, rel=1e-3)
    for _, curve in curves.groupby("curve"):
        assert curve["m2_per_kw"].is_monotonic_decreasing and (curve["temperature_k"] > curve["sink_k"]).all()
    sky = curves[curves["curve"] == "cold_sky"].iloc[0]
    emissivity = study.value_of(own, "radiator_emissivity_frac")
    assert sky["m2_per_kw"] == pytest.approx(1000 / (2 * emissivity * SIGMA * sky["temperature_k"] ** 4))


def test_published_radiators_say_what_their_tests_say(data):
    table = rivals.published_radiators(satellite(data), data).set_index("radiator")
    assert table.loc["ai1", "cold_sky_k"] == pytest.approx(344.9, abs=0.1)
    assert table.loc["jpl_one_face", "warm_sink_k"] == pytest.approx(345.7, abs=0.1)
    assert table.loc["starcloud", "implied_sink_k"] == pytest.approx(190.5, abs=0.1)
    assert table.loc["iss_loop", "mean_k"] == pytest.approx(249.06, abs=0.02)
    assert table.loc["iss_loop", "ours_m2_per_kw"] == pytest.approx(table.loc["iss_loop", "m2_per_kw"], rel=0.01)
    spectrum = table.loc[["spectrum_20", "spectrum_60", "spectrum_85"]]
    assert (spectrum["ours_m2_per_kw"] * 0.7).tolist() == pytest.approx([2.73, 1.42, 1.01], abs=0.01)
    assert np.isnan(table.loc["suncatcher", "chip_k"]) and table.loc["ai1", "chip_k"] > 373
    station = rivals.space_station(data)
    assert station["at_inlet"] > station["cooling"] > station["natural"] > station["kept_warm"]
    assert station["kept_warm"] == pytest.approx(station["printed"], rel=0.01)


def test_every_published_radiator_has_a_source_a_name_and_a_reason(data):
    radiators = rivals.read_radiators(data)
    assert set(radiators["source_id"]) <= set(data.sources)
    assert all(name_of("radiators", name) for name in radiators["radiator"])
    for case in scenario.CASES:
        reasons = heat_published.published_reasons(satellite(data, case=case), data)
        assert reasons.count("\n- ") == 7 and "nan" not in reasons


def test_published_errors_are_reproduced_and_put_right(data, records):
    table = rivals.put_right(records).set_index("output")
    assert np.allclose(table["published"], table["reproduced"], rtol=0.002)
    counted = rivals.counts(records)
    assert counted["met"] == counted["rows"] >= len(table) > 0
    words = said.put_right(table.reset_index(), counted, heat.plates(satellite(data)))
    assert "not at 62.6 but at 68.9 °C" in words
    assert "keeps 585 W/m² of the printed 633" in words and "522 when both faces do" in words
    assert said.put_right(table.reset_index().iloc[:0], counted, heat.plates(satellite(data))).count(".") == 1


def test_view_factors_fall_as_a_plate_turns_away_and_with_height(data):
    for altitude in (300.0, 2000.0):
        table = heat.plates(satellite(data, orbit_altitude_km=altitude))
        exact = table[table["plate"] != "calculator"]
        assert exact["factor"].is_monotonic_decreasing
    low, high = (heat.plates(satellite(data, orbit_altitude_km=a)).set_index("plate")["factor"] for a in (300.0, 2000.0))
    assert (low[["nadir", "edge_on"]] > high[["nadir", "edge_on"]]).all()


def test_attitudes_and_words_where_a_radiator_is_too_cold(data):
    table = heat.attitudes(data, AI1, "demonstrated", {})
    cold, flat = (table.set_index("attitude").loc[name] for name in ("edge_to_earth", "edge_to_flight"))
    assert cold["sink_k"] < flat["sink_k"] and cold["area_m2"] < flat["area_m2"] and cold["drag_m2"] > flat["drag_m2"]
    own = table[table["chosen"]].iloc[0]
    assert own["area_m2"] == pytest.approx(study.value_of(satellite(data), "radiator_area_m2"))
    too_cold = heat.attitudes(data, AI1, "promised", {"radiator_temperature_k": 205.0})
    assert too_cold["area_m2"].isna().all()
    assert "no hotter than its surroundings" in said.attitudes(too_cold)
    assert "none, too cold" in heat_printed.printed_attitudes(too_cold).to_string()
    frozen = satellite(data, case="promised", radiator_temperature_k=205.0)
    assert "sheds nothing" in said.budget(frozen, heat.heat_budget(frozen))


def test_a_radiator_colder_than_its_surroundings_is_refused_in_one_line(data):
    cold = satellite(data, radiator_temperature_k=205.0)
    told = "^spacex_ai1: radiator_temperature_k is 205; it must exceed sink_temperature_k"
    with pytest.raises(scenario.ScenarioError, match=told) as refused:
        said.answer(cold, cold)
    assert "\n" not in str(refused.value)


def test_an_orbit_cools_what_carries_cells_and_hardly_a_radiator(data):
    own = satellite(data, SUNCATCHER)
    table = heat.one_orbit(own, data)
    share = study.value_of(own, "longest_eclipse_min") * 60 / study.value_of(own, "orbital_period_s")
    one = table[(table["panel"] == "radiator") & (table["mass"] == "light")]
    assert 1 - one["is_lit"].mean() == pytest.approx(share, abs=0.003)
    swing = table.groupby(["panel", "mass"])["temperature_k"].agg(np.ptp)
    assert swing["array_and_radiator", "light"] > swing["array_and_radiator", "heavy"] > swing["radiator", "light"]
    assert swing["radiator", "light"] > swing["radiator", "heavy"]
    lit = one.loc[one["is_lit"], "temperature_k"]
    assert lit.mean() == pytest.approx(study.value_of(own, "radiator_temperature_k"), abs=4)
    high = heat.one_orbit(satellite(data, SUNCATCHER, orbit_altitude_km=2000.0), data)
    assert high["is_lit"].all() and "meets no shadow" in said.orbit(high)
    assert "never in shadow" in one_orbit_of_temperature(high).alternative_text


def test_ageing_needs_more_panel(data):
    own = satellite(data)
    table = heat.ageing(own)
    assert table["area_m2"].is_monotonic_increasing and table["absorptivity"].is_monotonic_increasing
    assert table.loc[table["is_service"], "area_m2"].iloc[0] == pytest.approx(study.value_of(own, "radiator_area_m2"))
    assert "cheap for this one" in said.ageing(table, own)
    near = satellite(data, radiator_temperature_k=heat.sink_in_force_k(own) + 5)
    assert "dear for this one too" in said.ageing(heat.ageing(near), near)


def test_both_sides_are_cooled_in_the_same_words(data):
    pair = study.compare(*scenario.study(data).pairs[0], data=data)
    v = heat.cooling_of_both(pair)
    area = study.value_of(pair.sides["orbit"], "orbital_radiator_area_m2") / pair.values["ground"]["it_power_average_mw"]
    assert v["area_m2"] == pytest.approx(area, rel=1e-6)
    ground, orbit = said.cooling_of_both(pair).split("\n")
    same = "1 MW of average IT power is kept cool with"
    assert same in ground and same in orbit


def test_the_answer_carries_the_satellites_own_numbers(data):
    own, drawn = satellite(data), satellite(data, draws=50)
    words = said.answer(own, drawn)
    assert re.search(r"SpaceX AI1, 700 km:\*\* with chips at 85 °C, the 150 kW", words)
    assert "asks for chips at" in said.answer(satellite(data, case="promised"), satellite(data, case="promised", draws=50))
    used = heat.facts_of_heat(own, data)
    assert {"accelerator_junction_temperature_k", "earth_infrared_w_per_m2", "fin_thickness_m"} <= set(used["quantity"])
    assert "launch_price_usd" not in set(used["quantity"])


def test_the_picture_of_the_budget_is_to_scale(data):
    table = heat.heat_budget(satellite(data))
    (axes,) = heat_budget(table).axes
    flows = [patch.get_path().get_extents() for patch in axes.patches if len(patch.get_path().vertices) == 9]
    starts = [np.ptp(patch.get_path().vertices[[0, 7], 1]) for patch in axes.patches if len(patch.get_path().vertices) == 9]
    watts = table.loc[table["w"] > 0, "w"].to_numpy()
    assert len(flows) == len(watts)
    assert np.allclose(np.array(starts) / watts, starts[0] / watts[0])
