"""Tables and sentences of radiation: sums, limits, published runs, and words where there is no number."""

import numpy as np
import pandas as pd
import pytest

from earth_or_orbit import drawing, facts, scenario, tables
from earth_or_orbit.quantities import ground_track
from earth_or_orbit.sentences import radiation as said
from earth_or_orbit.study import value_of, with_settings
from earth_or_orbit.tables import radiation, radiation_errors

CASE = "demonstrated"
NOTHING_SET: dict[str, float | None] = dict.fromkeys(("orbit_altitude_km", "orbit_inclination_deg"))


@pytest.fixture(scope="module")
def data():
    return facts.load()


@pytest.fixture(scope="module")
def fleet(data):
    return radiation.fleet_on(data, "spacex_ai1", CASE, NOTHING_SET)


@pytest.fixture(scope="module")
def sides(data, fleet):
    return {"ground": radiation_errors.ground_rates(data, CASE), "orbit": fleet}


@pytest.fixture(scope="module")
def drawn(data):
    orbit = radiation.fleet_on(data, "spacex_ai1", CASE, NOTHING_SET, 60)
    return {"ground": radiation_errors.ground_rates(data, CASE, 60), "orbit": orbit}


def test_parts_of_the_dose_add_up_and_fall_with_shielding(data, fleet):
    parts = radiation.dose_parts(fleet).set_index("source")["rad_per_year"]
    assert parts.drop("total").sum() == pytest.approx(parts["total"])
    table = radiation.dose_by_shielding(data, fleet)
    for _, panel in table[table["role"] == "model"].groupby("panel"):
        curves = panel.pivot(index="aluminium_mm", columns="source", values="central")
        assert curves.drop(columns="total").sum(axis=1).to_numpy() == pytest.approx(curves["total"].to_numpy())
        assert (np.diff(curves["total"]) < 0).all()
    own = table[(table["panel"] == "own") & (table["source"] == "total") & (table["role"] == "model")]
    assert (own["low"] <= own["central"]).all() and (own["central"] <= own["high"]).all()
    at_ten = np.interp(np.log(10), np.log(own["aluminium_mm"]), np.log(own["central"]))
    assert np.exp(at_ten) == pytest.approx(5 * parts["total"], rel=0.02)


def test_the_curves_of_the_left_panel_meet_the_runs_that_are_drawn_on_them(data, fleet):
    table = radiation.dose_by_shielding(data, fleet)
    left = table[(table["panel"] == "published") & (table["source"] == "total")]
    model, runs = (left[left["role"] == role] for role in ("model", "published"))
    here = np.exp(np.interp(np.log(runs["aluminium_mm"]), np.log(model["aluminium_mm"]), np.log(model["central"])))
    assert len(runs) == 17 and here == pytest.approx(runs["central"].to_numpy(), rel=0.1)


def test_published_doses(data, fleet):
    table = radiation_errors.published_doses(data, fleet)
    spenvis = table[table["source_id"] == "pfandzelter-dose"]["ratio"]
    assert len(spenvis) == 493 and (spenvis - 1).abs().max() < 0.1
    google = table[table["source_id"] == "S063"].set_index("solar_maximum_share_frac")["ours"]
    assert google[0.0] == pytest.approx(222, abs=1) and google[1.0] == pytest.approx(166, abs=1)
    tether = table[table["source_id"] == "arxiv-2512-09044"]["ratio"]
    assert (tether > 3).all()
    alike = table[table["source_id"] == "mdao-radiation"]
    assert alike["ratio"].isna().all() and alike["alike_mm"].between(1, 20).all()
    printed = said.printed_doses_elsewhere(table)
    assert "1.10–1.48" in printed.loc["Google Suncatcher", "Ours ÷ theirs"]
    assert set(said.COUNTED) >= set(table["counted"]) and set(said.PAGES) == set(table["source_id"])


def test_life_falls_with_altitude_and_its_point_is_the_models(data, fleet):
    table = radiation.life_by_altitude(data, fleet)
    for _, line in table[table["role"] != "own"].groupby("aluminium_mm"):
        assert (np.diff(line["years"]) < 0).all()
    own = table[table["role"] == "own"].iloc[0]
    assert own["years"] == pytest.approx(value_of(fleet, "years_to_dose_limit_years"))
    assert own["low"] == pytest.approx(own["years"] / 2) and own["high"] == pytest.approx(2 * own["years"])


def test_the_highest_altitude_brings_the_limit_in_the_verdicts_years(fleet):
    height, nowhere = radiation.highest_altitude(fleet, 10.0)
    assert not nowhere
    inclination = value_of(fleet, "orbit_inclination_deg")
    there = with_settings(fleet, {"orbit_altitude_km": height, "orbit_inclination_deg": inclination})
    assert value_of(there, "verdict_dose_rad") == pytest.approx(value_of(fleet, "dose_limit_rad"), rel=0.01)
    height, nowhere = radiation.highest_altitude(fleet, 1.0)
    assert np.isnan(height) and nowhere
    strong = with_settings(fleet, {"dose_limit_rad": 1e9})
    height, nowhere = radiation.highest_altitude(strong, 1.0)
    assert np.isnan(height) and not nowhere


def test_shielding_weighs_in_proportion_and_words_stand_where_no_altitude_does(fleet):
    table = radiation.shielding_steps(fleet)
    assert (table["kg_per_kw"] / table["aluminium_mm"]).to_numpy() == pytest.approx(0.19656)  # 0.0728 m2/kW of 2,700 kg/m3
    assert (table["satellite_kg"] / table["kg_per_kw"]).std() < 1e-6
    assert (table["saved_rad_per_kg_per_kw"].dropna() > 0).all()
    words = said.printed_shielding(table)["5 years are kept"]
    assert words["1"] == "at no altitude from 300 km" and words["10"].startswith("up to 7")


def test_a_map_of_the_anomaly_gives_the_share_of_dose_that_the_table_of_shares_has(data):
    for altitude in (550.0, 800.0, 1000.0, 2000.0):  # the map's own altitudes
        flown = radiation.fleet_on(data, "spacex_ai1", CASE, {"orbit_altitude_km": altitude})
        table = radiation.anomaly_ground_track(data, flown)
        day, first = radiation.anomaly_day(table), table.iloc[-1]
        assert day["dose_share_inside_frac"] == pytest.approx(first["dose_share_frac"], abs=0.03)
        assert day["minutes_inside"] / 1440 == pytest.approx(first["time_share_frac"], abs=0.005)
        low_sun = with_settings(flown, {"solar_maximum_share_frac": 0.0, "shielding_aluminium_mm": 10.0})
        mean = table.loc[table["layer"] == "track", "rad_per_year"].mean()
        assert mean == pytest.approx(value_of(low_sun, "trapped_proton_dose_rad_per_year"), rel=0.1)
    assert day["around_the_earth"]


def test_the_day_of_a_sun_synchronous_track_closes_on_the_same_local_time():
    node = -90.0
    for days in (1, 5):
        seconds = days * 86_400.0
        longitude = ground_track.ground_track_longitude_deg(seconds, 700.0, 98.188, node)
        latitude = ground_track.ground_track_latitude_deg(seconds, 700.0, 98.188)
        # In the frame of the Sun the plane stands still: the place depends on the place on the orbit alone.
        turns = 14.578885 * days
        u = 2 * np.pi * turns
        ahead = np.degrees(np.arctan2(np.cos(np.radians(98.188)) * np.sin(u), np.cos(u)))
        assert (longitude - node - ahead + 180) % 360 - 180 == pytest.approx(0, abs=0.05)
        assert latitude == pytest.approx(np.degrees(np.arcsin(np.sin(np.radians(98.188)) * np.sin(u))), abs=0.01)
    equator = ground_track.ground_track_latitude_deg(np.linspace(0, 1e5, 50), 300.0, 0.0)
    assert np.abs(equator).max() < 1e-9


def test_an_orbit_over_the_equator_meets_no_anomaly_and_says_so(data):
    flown = radiation.fleet_on(data, "spacex_ai1", CASE, {"orbit_altitude_km": 300.0, "orbit_inclination_deg": 0.0})
    table = radiation.anomaly_ground_track(data, flown)
    day = radiation.anomaly_day(table)
    assert day["crossings"] == 0
    assert said.anomaly_reading(table, day).startswith("The orbit does not meet")
    through, pausing = (radiation_errors.productive(flown, way, {}, 0.0) for way in ("through", "pausing"))
    assert pausing == pytest.approx(through)
    assert "Earth's field" in said.dose_reading(flown, radiation.dose_parts(flown))


def test_errors_of_both_sides_stand_on_the_same_lines_and_add_up(data, sides, drawn):
    table = radiation_errors.errors(data, sides, drawn)
    values = table.pivot(index="event", columns="side", values="central")
    assert values.notna().all().all()
    stops = values.loc[["memory", "chip", "host", "others"]].sum()
    assert stops.to_numpy() == pytest.approx(values.loc["stops"].to_numpy())
    assert values.loc["others", "ground"] == pytest.approx(values.loc["others", "orbit"])
    assert values.loc["stops", "ground"] == pytest.approx(419 / 16_384 / 54 * 365, rel=0.01)
    assert values.loc["memory", "ground"] == pytest.approx(72 / 16_384 / 54 * 365, rel=0.01)
    dose = value_of(sides["orbit"], "upset_dose_rad_per_year")
    assert values.loc["memory", "orbit"] - values.loc["memory", "ground"] == pytest.approx(dose / 44)
    assert values.loc["silent", "orbit"] - values.loc["silent", "ground"] == pytest.approx(dose / 17)


def test_training_runs_as_on_the_ground_without_dose(sides):
    calm = radiation_errors.productive(sides["orbit"], "through", {"upset_dose_rad_per_year": 0.0})
    assert calm == pytest.approx(float(radiation_errors.productive(sides["ground"], "through", {})))
    assert calm == pytest.approx(0.9037, abs=1e-3)


def test_training_falls_with_the_jobs_size_and_rises_with_a_quick_recovery(sides, drawn):
    table = radiation_errors.training_lost(sides, 7.0)
    assert table["productive_frac"].between(0, 1).all()
    for _, line in table.groupby(["side", "way", "recovery"]):
        assert (np.diff(line["productive_frac"]) <= 0).all()
    job = radiation_errors.training_of_job(sides, drawn, 7.0).set_index(["side", "way", "recovery"])
    assert (job["low"] <= job["high"]).all()
    for key in (("ground", "through"), ("orbit", "through"), ("orbit", "pausing")):
        low, central, high = (job.loc[(*key, recovery), "central"] for recovery in ("high", "central", "low"))
        assert low < central < high
    assert job.loc[("orbit", "pausing", "central"), "central"] > job.loc[("orbit", "through", "central"), "central"]


def test_a_pause_leaves_no_time_where_crossings_are_too_many():
    assert ground_track.running_outside_anomaly_frac(0.04, 7.0, 0.0, 0.0) == pytest.approx(0.96)
    assert np.isnan(ground_track.running_outside_anomaly_frac(0.5, 40.0, 120.0, 1200.0))


def test_a_job_that_is_always_inside_and_pauses_does_nothing(data):
    settings = {"orbit_altitude_km": 2000.0, "orbit_inclination_deg": 0.0, "shielding_aluminium_mm": 1.0}
    flown = radiation.fleet_on(data, "starcloud_5gw", CASE, settings)
    assert value_of(flown, "anomaly_time_share_frac") > 0.9
    assert radiation_errors.productive(flown, "pausing", {}, radiation_errors.crossings_per_day(data, flown)) == 0


def test_checking_twice_halves_the_compute_and_squares_the_chance(data):
    table = radiation_errors.inference(data, "spacex_ai1", CASE, NOTHING_SET, 60).set_index(["side", "check"])
    for side in scenario.SIDES:
        once, twice = table.loc[(side, "none")], table.loc[(side, "duplicate")]
        assert twice["delivered"] == pytest.approx(once["delivered"] / 2)
        assert twice["errors"] == pytest.approx(1e6 * (once["errors"] / 1e6) ** 2)


@pytest.mark.parametrize(
    ("margin", "survival", "verdict"),
    [(2.0, 15.0, "kept_with_room"), (1.99, 15.0, "kept"), (0.9, 1.0, "memory_errs"), (0.1, 0.99, "beyond_tests"),
     (np.nan, 1.0, "unknown")],
)  # fmt: skip
def test_the_verdict_follows_its_thresholds(margin, survival, verdict):
    assert radiation_errors.verdict(margin, survival) == verdict


def test_every_concept_has_a_verdict_and_only_the_one_in_question_is_moved(data):
    table = radiation_errors.verdicts(data, "spacex_ai1", CASE, {"orbit_altitude_km": 300.0}, 60).set_index("concept")
    plain = radiation_errors.verdicts(data, "google_suncatcher", CASE, NOTHING_SET, 60).set_index("concept")
    assert list(table.index) == list(scenario.names("orbit")) and table["chosen"].sum() == 1
    assert table.loc["spacex_ai1", "altitude_km"] == 300 and table.loc["spacex_ai1", "verdict"] == "kept_with_room"
    others = [name for name in table.index if name != "spacex_ai1"]
    assert table.loc[others, "dose_rad"].to_numpy() == pytest.approx(plain.loc[others, "dose_rad"].to_numpy())
    assert set(table["verdict"]) <= set(radiation_errors.VERDICTS)
    assert "SpaceX AI1 (in question)" in said.printed_verdicts(table.reset_index()).index


def test_small_shares_are_said_in_words():
    assert said._percent(1e-120) == "under 0.01" and said._percent(0.9037, 0.86, 0.93) == "90.4 (86.0–93.0)"
    assert said._percent(1e-3, 1e-9, 0.01) == "0.100 (under 0.01 to 1.00)"
    assert said._percent(1e-9, 0.0, 1e-8) == "under 0.01"


def test_facts_behind_leave_out_what_is_set(data, fleet):
    names = set(radiation_errors.facts_behind(data, fleet)["quantity"])
    assert {"dose_limit_rad", "dose_per_silent_error_rad", "shielding_aluminium_mm"} <= names
    assert "launch_price_usd" not in names
    moved = radiation.fleet_on(data, "spacex_ai1", CASE, {"shielding_aluminium_mm": 5.0})
    assert set(radiation_errors.facts_behind(data, moved)["quantity"]) == names - {"shielding_aluminium_mm"}


def test_figures_are_drawn_from_the_tables_and_refuse_others(data, fleet):
    coast = tables.outline(data, "coastlines")
    made = drawing.anomaly_ground_track(radiation.anomaly_ground_track(data, fleet), coast)
    assert "South Atlantic" in made.alternative_text
    drawing.picture(made)
    with pytest.raises(drawing.DrawingError, match="lacks"):
        drawing.dose_by_shielding(pd.DataFrame({"panel": ["own"]}))
    table = radiation.dose_by_shielding(data, fleet).assign(source="nobody")
    with pytest.raises(drawing.DrawingError, match="no entry 'nobody'"):
        drawing.dose_by_shielding(table)
