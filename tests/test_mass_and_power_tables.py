"""Tables of power, mass and the advance: sums that close, hand calculations, limits, and what has no value."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from earth_or_orbit import drawing, facts, scenario, study
from earth_or_orbit.sentences import mass_and_power as say
from earth_or_orbit.tables import advance, fleet
from earth_or_orbit.tables import mass_and_power as tables

DRAWS = 12
NONE = {"orbit_altitude_km": None, "radiator_temperature_k": None, "shielding_aluminium_mm": None}
TOO_COLD = {**NONE, "radiator_temperature_k": 200.0}  # below the sky that a panel in the demonstrated case sees
SITE, CONCEPT = scenario.study().pairs[0]


@pytest.fixture(scope="module")
def data():
    return facts.load()


@pytest.fixture(scope="module")
def budget(data):
    return tables.mass_budget(data, NONE, DRAWS)


@pytest.fixture(scope="module")
def promised(data):
    return advance.terms(data, SITE, CONCEPT, "promised", NONE)


def test_parts_add_up_to_the_satellite_in_every_reading(data, budget) -> None:
    assert set(budget["bar"].str.partition("/")[0]) == set(scenario.names("orbit", data.root))
    for bar, parts in budget.groupby("bar", sort=False):
        concept, _, reading = bar.partition("/")
        case, basis = tables.READINGS[reading]
        made = fleet(data, concept, case, 100.0, choices={"satellite_mass_basis": basis})
        whole = made.compute(("satellite_mass_kg", "satellite_it_power_peak_kw", "satellites_count", "fleet_mass_kg"))
        assert parts["value"].sum() * whole["satellite_it_power_peak_kw"] == pytest.approx(whole["satellite_mass_kg"], rel=1e-9)
        assert whole["satellites_count"] * whole["satellite_mass_kg"] == pytest.approx(whole["fleet_mass_kg"], rel=1e-9)


def test_only_makers_that_state_a_mass_have_a_stated_bar(data, budget) -> None:
    stated = {bar.partition("/")[0] for bar in budget["bar"] if bar.endswith("/as_stated")}
    assert stated == {c for c in scenario.names("orbit", data.root) if tables.has_reading(data, c, "as_stated")}
    assert CONCEPT in stated and "google_suncatcher" not in stated


def test_announced_parts_are_lighter_and_the_range_holds_the_draws(budget) -> None:
    totals = budget.groupby("bar")["value"].sum()
    for bar in totals.index:
        if bar.endswith("/flown_parts"):
            assert totals[bar.replace("flown_parts", "announced_parts")] < totals[bar]
    ranged = budget[budget["total_low"].notna()]
    assert (ranged["total_low"] < ranged["total_high"]).all()


def test_array_and_battery_by_hand(data) -> None:
    v = tables.power(data, CONCEPT, "demonstrated", NONE, DRAWS).set_index("quantity")["central"]
    made = fleet(data, CONCEPT, "demonstrated", 100.0)
    area = v["satellite_array_power_kw"] * 1000 / (v["array_yield_w_per_m2"] * v["array_remaining_frac"])
    depth = min(v["battery_cycle_depth_frac"], v["battery_depth_of_discharge_frac"])
    trip = study.value_of(made, "battery_round_trip_frac")
    battery = v["satellite_load_mean_kw"] * v["longest_eclipse_min"] / 60 / (depth * trip**0.5)
    assert v["satellite_array_area_m2"] == pytest.approx(area, rel=1e-9)
    assert v["satellite_battery_kwh"] == pytest.approx(battery, rel=1e-9)


def test_an_orbit_without_eclipse_needs_no_battery(data) -> None:
    v = tables.power(data, CONCEPT, "demonstrated", {**NONE, "orbit_altitude_km": 2000.0}, DRAWS).set_index("quantity")["central"]
    assert v["longest_eclipse_min"] == 0 and v["satellite_battery_kwh"] == 0
    assert v["satellite_array_power_kw"] == pytest.approx(v["satellite_power_peak_kw"])


def test_triple_junction_cells_keep_more_and_need_less_area(data) -> None:
    cells = tables.cells(data, CONCEPT, "demonstrated", NONE).set_index("cell")
    silicon, triple = cells.loc["silicon"], cells.loc["triple_junction"]
    assert triple["remaining_frac"] > silicon["remaining_frac"] and triple["area_m2_per_kw"] < silicon["area_m2_per_kw"]
    high = tables.cells(data, CONCEPT, "demonstrated", {**NONE, "orbit_altitude_km": 2000.0}).set_index("cell")
    assert (high["remaining_frac"] < cells["remaining_frac"]).all(), "the belts wear cells faster at 2,000 km"


def test_the_overhead_is_made_of_its_parts(data) -> None:
    table = tables.overhead(data, "google_suncatcher", "demonstrated", NONE)
    parts = table[table["basis"] == "parts"].set_index("quantity")["central"]
    made = (1 + parts["avionics_power_share_frac"]) / (
        parts["power_conversion_efficiency_frac"] * (1 - parts["pump_power_share_frac"])
    )
    assert parts["power_usage_effectiveness_ratio"] == pytest.approx(made, rel=1e-9)
    assert table.loc[table["used"], "basis"].unique().tolist() == ["parts"]
    promise = tables.overhead(data, CONCEPT, "promised", NONE)
    assert not promise["used"].any() and "neither ratio moves" in say.overhead_used(promise, "promised")


def test_the_flown_array_lies_within_what_is_published_for_it(data) -> None:
    table = tables.specific_powers(data, CONCEPT, NONE).set_index("name")
    arrays = table[table["what"] == "array"]["w_per_kg"]
    assert arrays["irosa_on_station"] < arrays["flown_parts"] < arrays["irosa_new"]
    assert table.loc["as_stated", "w_per_kg"] == pytest.approx(70)


def test_the_flown_satellite_is_half_of_what_flown_parts_make_it(data) -> None:
    check = tables.starlink_check(data)
    assert tables.weighed_mass_kg(data) == pytest.approx(575, rel=0.005)
    assert check.set_index("part").loc["array_mass", "flown_parts"] == pytest.approx(105 * 2.95, rel=1e-6)
    assert not set(check["part"]) & set(tables.CARRIED), "no computers and no radiator of their own"
    flown, announced = check["flown_parts"].sum(), check["announced_parts"].sum()
    assert 1.6 < flown / 575 < 2.4 and 0.75 < announced / 575 < 1.15


def test_published_masses_say_which_kilowatt_they_count(data) -> None:
    table = tables.masses_beside_published(data, CONCEPT, NONE, DRAWS)
    assert table["central"].is_monotonic_increasing and set(table["own"]) == {True, False}
    counts = table.set_index("name")["counts"]
    assert counts["google_suncatcher_proxy"] == "array power when new" and counts["luminix_model"] == "IT power"
    assert counts.str.contains("power").all()


def test_spare_loops_weigh_their_share_and_their_absence_saves_it(data) -> None:
    holes = tables.punctures(data, "demonstrated", NONE, DRAWS).set_index("concept")
    for concept, row in holes.iterrows():
        made = fleet(data, concept, "demonstrated", 100.0, choices={"satellite_mass_basis": "budget"})
        radiator = study.value_of(made, "satellite_radiator_mass_kg")
        spare = radiator * row["spare_loops_count"] / row["cooling_loops_count"]
        assert row["satellite_puncture_protection_mass_kg"] == pytest.approx(spare)
        assert row["puncture_chance_frac"] == pytest.approx(1 - np.exp(-row["satellite_punctures_count"]))
        expected = row["puncture_flux_count_per_m2_year"] * row["loop_exposed_area_m2"] * row["satellite_service_years"]
        assert row["satellite_punctures_count"] == pytest.approx(expected)
        per_kw = spare / study.value_of(made, "satellite_it_power_peak_kw")
        assert row["total_kg_per_kw"] - row["total_without_kg_per_kw"] > per_kw, "structure and margin grow with it"


def test_break_evens_put_back_in_meet_their_goals(data, promised) -> None:
    assert promised["cost_value"].notna().any(), "in the promised case some single term closes the gap"
    assert advance.put_back(data, SITE, CONCEPT, "promised", NONE, promised) < 1e-6


def test_a_term_that_reaches_no_goal_says_how_near_it_comes(data, promised) -> None:
    assert list(promised["term"]) == list(advance.TERMS)
    for goal in ("cost", "mass"):
        short = promised[promised[f"{goal}_value"].isna() & promised[f"{goal}_moves"]]
        assert (short[f"{goal}_ratio"] > 1).all() and (short[f"{goal}_ratio"] < short[f"{goal}_now_ratio"]).all()
    row = promised.set_index("term").loc["radiator_temperature_k"]
    pair = study.compare(SITE, CONCEPT, "promised", {"radiator_temperature_k": row["cost_best"]},
                         choices={"satellite_mass_basis": "budget"}, data=data)  # fmt: skip
    cost = [float(pair.values[side]["cost_per_accelerator_hour_usd"]) for side in ("orbit", "ground")]
    assert cost[0] / cost[1] == pytest.approx(row["cost_ratio"])


def test_prices_do_not_bear_on_mass(promised) -> None:
    moves = promised.set_index("term")["mass_moves"]
    assert not moves["launch_price_usd_per_kg"] and not moves["satellite_manufacturing_price_usd_per_kg"]
    assert moves["radiator_areal_mass_kg_per_m2"] and moves[advance.MASS]


def test_the_stated_mass_is_the_makers_or_ai1s(data) -> None:
    assert advance.stated_w_per_kg(data, CONCEPT) == (pytest.approx(70), CONCEPT)
    assert advance.stated_w_per_kg(data, "google_suncatcher") == (pytest.approx(70), advance.MAKER)
    assert advance.stated_w_per_kg(data, "starcloud_5gw")[1] == "starcloud_5gw"


def test_what_the_stated_mass_leaves_by_hand(data) -> None:
    room = advance.room_for_the_rest(data, CONCEPT, NONE)
    assert room["stated"] == pytest.approx(1000 / 70)
    assert room["left"] == pytest.approx(room["stated"] - room["accelerators"])
    known = advance.published_or_implied(data).set_index("term")["value"]
    assert known["radiator_areal_mass_kg_per_m2"] * 110 == pytest.approx(room["left"] * 150, rel=1e-6)
    assert known["array_areal_mass_kg_per_m2"] * 150e3 / 250 == pytest.approx(room["left"] * 150, rel=1e-6)


def test_a_stated_radiator_asks_for_hotter_chips_than_the_limit(data) -> None:
    limit = study.value_of(fleet(data, CONCEPT, "demonstrated", 100.0), "accelerator_junction_temperature_k")
    cold_sky, own_sky = advance.published_chip_temperature_k(data)
    assert limit < cold_sky < own_sky
    now = study.value_of(fleet(data, CONCEPT, "demonstrated", 100.0), "radiator_temperature_k")
    assert advance.chip_temperature_k(data, CONCEPT, "demonstrated", NONE, now) == pytest.approx(limit, abs=0.5)


@pytest.mark.parametrize("concept", ["spacex_ai1", "google_suncatcher", "starcloud_5gw"])
def test_steps_go_from_the_demonstrated_case_to_the_promised_one(data, concept) -> None:
    steps = advance.steps(data, SITE, concept, NONE)
    ends = [float(study.compare(SITE, concept, case, data=data).values["orbit"][advance.COST]) for case in scenario.CASES]
    assert [steps["usd_per_hour"].iloc[0], steps["usd_per_hour"].iloc[-1]] == pytest.approx(ends, rel=1e-6)
    assert steps["alone_usd_per_hour"].iloc[1] == pytest.approx(steps["usd_per_hour"].iloc[1])
    before, after = (scenario.read_side("orbit", concept, case, data) for case in scenario.CASES)
    assert steps["changed"].sum() == len(advance._differing(before, after))


def test_the_campus_is_told_in_the_same_words(data) -> None:
    steps = advance.steps(data, SITE, CONCEPT, NONE)
    orbit, ground = say.both_sides_promise(steps, advance.campus_steps(data, SITE), SITE, CONCEPT).split("\n\n")
    for said in (orbit, ground):
        assert ":** the promised case takes an accelerator-hour from " in said and " of what is demonstrated; it changes " in said
    assert "power usage effectiveness" in ground


def test_what_cannot_be_built_has_no_value_and_says_why(data) -> None:
    assert "must exceed sink_temperature_k" in say.cannot_be_built(data, "google_suncatcher", "demonstrated", TOO_COLD)
    cold = tables.mass_budget(data, TOO_COLD, DRAWS)
    bar = cold[cold["bar"] == "google_suncatcher/flown_parts"]
    assert not np.isfinite(bar["value"].sum(skipna=False))
    needed = advance.terms(data, SITE, "google_suncatcher", "demonstrated", TOO_COLD)
    assert needed.drop(columns=["term", "unit", "cost_moves", "mass_moves"]).isna().all(axis=None)
    for figure in (drawing.mass_budget(cold), drawing.closing_the_gap(needed)):
        assert isinstance(figure, Figure)
    room = advance.room_for_the_rest(data, "google_suncatcher", TOO_COLD)
    said = say.answer(cold, needed, "google_suncatcher", "demonstrated", room, advance.MAKER)
    assert said == "With these settings no satellite of **Google Suncatcher** has a mass."
    assert "cannot be built" in _texts(drawing.mass_budget(bar))


def _texts(figure: Figure) -> str:
    return " ".join(text.get_text() for axes in figure.axes for text in axes.texts)


def test_the_figure_marks_what_reaches_a_goal_and_what_does_not(promised) -> None:
    said = _texts(drawing.closing_the_gap(promised))
    assert "70.0 W/kg" in said and "does not bear on it" in said and "× the campus" in said


def test_the_needed_power_per_mass_is_told_as_mass_per_power_too(data, promised) -> None:
    printed = say.printed_terms(promised, advance.published_or_implied(data))
    assert printed.loc["the same as mass per power", "AI1's figure"] == "14.3 kg/kW"
    assert isinstance(printed, pd.DataFrame) and len(printed) == len(advance.TERMS) + 1
