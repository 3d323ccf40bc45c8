"""Time to power: dates by hand, the ledger under another supply, queues as published, delays, bad and odd input."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure
from time_examples import EXAMPLES

from earth_or_orbit import drawing, facts, scenario, study
from earth_or_orbit.drawing.names import DrawingError
from earth_or_orbit.drawing.style import words_for
from earth_or_orbit.facts import FactError
from earth_or_orbit.quantities import supply_time, time_to_power
from earth_or_orbit.scenario import ScenarioError
from earth_or_orbit.sentences import dates_of_power as say
from earth_or_orbit.tables import time_to_power as tables

SITE, CONCEPT, CASE = "fairwater_wi", "spacex_ai1", "demonstrated"
HEADER = "place,side,step,date,said,status,source_id,what\n"


@pytest.fixture(scope="module")
def data():
    return facts.load()


@pytest.fixture(scope="module")
def dated(data):
    return tables.durations(data, CASE, SITE, CONCEPT)


@pytest.fixture(scope="module")
def leads(data):
    return tables.supplies_and_evidence(data, CASE, SITE, CONCEPT, "solar_storage")


def with_steps(data, folder, rows: str):
    series = folder / "data" / "series"
    series.mkdir(parents=True)
    (series / "steps_to_power.csv").write_text(HEADER + rows)
    sites = folder / "scenarios"
    sites.symlink_to(data.root / "scenarios")
    return type(data)(**{**{f: getattr(data, f) for f in data.__dataclass_fields__}, "root": folder})


def test_fairwaters_months_are_the_days_between_its_dates(dated) -> None:
    """20 April 2023 to 16 April 2026 are 1,092 days; to 23 June 2026, 1,160."""
    own = dated.set_index("place").loc[SITE]
    assert own["first_power_months"] == pytest.approx(1092 / 365.25 * 12, abs=0.05)
    assert own["full_power_months"] == pytest.approx(1160 / 365.25 * 12, abs=0.05)
    assert own["first_done"] and own["full_done"]


def test_parts_add_up_to_the_whole(dated) -> None:
    both = dated.dropna(subset=["waiting_months", "building_months"])
    assert (both["waiting_months"] + both["building_months"]).to_numpy() == pytest.approx(both["first_power_months"].to_numpy())
    full = both.dropna(subset=["filling_months"])
    assert (full["first_power_months"] + full["filling_months"]).to_numpy() == pytest.approx(full["full_power_months"].to_numpy())


def test_colossus_ran_after_122_days_and_before_its_approval(data, dated) -> None:
    own = dated.set_index("place").loc["colossus1_tn"]
    assert own["first_power_months"] == pytest.approx(122 / 30.44, abs=0.3)
    assert own["approved_months"] > own["first_power_months"]
    assert tables.supply_lead(data, "onsite_turbines")[0] == pytest.approx(122 / 30.44, abs=0.05)


def test_both_sides_have_every_place(dated) -> None:
    assert set(dated.loc[dated["side"] == "orbit", "place"]) == set(scenario.names("orbit"))
    assert set(dated.loc[dated["side"] == "ground", "place"]) == set(scenario.names("ground"))
    assert dated.groupby("side")["chosen"].sum().to_dict() == {"ground": 1, "orbit": 1}


def test_what_is_done_lies_before_the_end_of_the_evidence(data, dated) -> None:
    done = dated[dated["first_done"].astype(bool)]
    assert (done["first_power_months"] <= done["elapsed_months"]).all()
    planned = dated[~dated["first_done"].astype(bool)].dropna(subset=["first_power_months"])
    assert (planned["first_power_months"] > planned["elapsed_months"]).all()


def test_a_year_alone_is_half_a_year_wide_either_way(data) -> None:
    row = tables.steps(data).set_index(["place", "step"]).loc[("lighthouse_wi", "first_power")]
    assert (row["low"], row["high"]) == (pytest.approx(2028.0), pytest.approx(2029.0))


def test_the_published_queue_is_as_published(data) -> None:
    table = tables.queues(data)
    country = table[table["subject"] == "united_states"].set_index("quantity")["central"]
    assert country["grid_queue_mw"] == 2290 and country["grid_connection_months"] == 55
    assert country["queue_completed_frac"] == 0.19
    assert set(table["unit"]) <= {"GW", "MW", "month", "year", "week", "day", "frac"}


def test_the_judged_leads_lie_within_what_is_published(data) -> None:
    """Each judged range must touch a published wait or build of the same supply."""
    told = tables.supply_evidence(data)
    for supply in tables.SUPPLIES:
        low, central, high = tables.supply_lead(data, supply)
        own = told[told["name"] == supply]
        assert low <= central <= high
        assert ((own["low"] <= high) & (own["high"] >= low)).any(), supply


# --- The ledger


def months(choices: dict[str, str], site: str = SITE, settings: dict[str, float] | None = None) -> float:
    pair = study.compare(site, CONCEPT, CASE, settings, choices=choices)
    return float(np.asarray(pair.values["ground"]["months_to_first_power"]).ravel()[0])


def test_the_ledger_keeps_a_campus_own_date_and_waits_for_another_supply(data) -> None:
    own = tables.lead_time(data, "ground", SITE, CASE)[1]
    assert months({}) == own == months({"electricity_supply": "grid"})
    gas = tables.supply_lead(data, "dedicated_gas")[1]
    assert months({"electricity_supply": "dedicated_gas"}) == max(tables.shell_lead(data)[1], gas)
    assert months({"electricity_supply": "grid"}, "jade_wy") == tables.supply_lead(data, "grid")[1]
    assert months({"electricity_supply": "dedicated_gas", "supply_timing": "own_supply"}) == own


def test_what_waits_for_power_is_never_faster_than_its_halls(data) -> None:
    asked = {"shell_lead_time_months": 100.0}
    assert months({"electricity_supply": "dedicated_gas"}, settings=asked) == 100.0
    draws = np.linspace(1, 60, 60)
    later = supply_time.first_power_lead_time_months__other_supply(14.0, draws)
    assert (later >= 14).all() and (later >= draws).all() and later.shape == draws.shape


def test_nothing_else_moves_with_the_timing() -> None:
    """A later start moves the lines of time and of the share that stands, and no other physical line."""
    timed = {"months_to_first_power", "months_to_full_power", "delivered_share_at_horizon_frac"}
    one, other = (study.compare(SITE, CONCEPT, CASE, choices={"electricity_supply": "dedicated_gas", "supply_timing": timing})
                  for timing in ("own_supply", "other_supply"))  # fmt: skip
    moved = {line for line, value in one.values["ground"].items()
             if not np.allclose(value, other.values["ground"][line], rtol=1e-12, equal_nan=True)}  # fmt: skip
    assert moved <= timed and "months_to_first_power" in moved


def test_orbit_has_no_supply_to_wait_for() -> None:
    pairs = [study.compare(SITE, CONCEPT, CASE, choices=c) for c in ({}, {"electricity_supply": "dedicated_gas"})]
    assert len({float(pair.values["orbit"]["months_to_first_power"]) for pair in pairs}) == 1


def test_every_supply_of_one_campus(data) -> None:
    table = tables.by_supply(data, CASE, "jade_wy", CONCEPT, "nuclear").set_index("name")
    assert table.index[table["own"] & (table["side"] == "ground")].tolist() == ["dedicated_gas"]
    assert table.loc["dedicated_gas", "central"] == tables.lead_time(data, "ground", "jade_wy", CASE)[1]
    shell = tables.shell_lead(data)
    assert (table.loc[table["decides"] == "power", "central"] >= shell[1]).all()
    assert table.loc["onsite_turbines", "low"] == max(shell[0], tables.supply_lead(data, "onsite_turbines")[0])


# --- Delays, and the first megawatt


def test_delays_by_hand(data) -> None:
    late = tables.delays(data, CASE).set_index(["place", "step"])
    own = late.loc[(SITE, "full_power")]
    assert own["late_months"] == pytest.approx(174 / 365 * 12, abs=0.1), "31 December 2025 to 23 June 2026 are 174 days"
    assert own["delayed_energy_mwh"] == pytest.approx(own["waiting_power_mw"] * own["late_months"] / 12 * 8766)
    assert late.loc[("google_suncatcher", "trial"), "late_months"] < 0
    assert late.loc[("google_suncatcher", "trial"), "waiting_power_mw"] == 0


def test_vogtle_took_184_months_and_came_seven_years_late(data) -> None:
    by_dates = time_to_power.announcement_to_first_power_months(2008 + 2.5 / 12, 2023 + 7 / 12)
    assert data.rows("vogtle_3", "plant_build_months")[0].central == pytest.approx(by_dates, abs=1)
    assert data.rows("vogtle_3", "plant_late_months")[0].central == time_to_power.late_months(2016, 2023)


def test_the_power_asked_for_comes_by_one_rule_on_both_sides(data) -> None:
    little, much = (tables.asked_power(data, CASE, SITE, CONCEPT, mw, 50).set_index(["side", "case"]) for mw in (1.0, 100.0))
    for key, row in little.iterrows():
        assert row["months"] == pytest.approx(row["lead_months"] + 12 / row["ramp_mw_per_year"])
        assert much.loc[key, "months"] > row["months"] > row["lead_months"]
        assert row["low"] <= row["high"]
    assert time_to_power.asked_power_months(30.0, 1.0, 0.0) == np.inf


# --- Bad and odd input


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("fairwater_wi,ground,first_powr,2026,,done,dcpulse,x", "first_power"),
        ("fairwater_wi,ground,first_power,2026,,certain,dcpulse,x", "'certain' is unknown"),
        ("fairwater_wy,ground,first_power,2026,,done,dcpulse,x", "fairwater_wi"),
        ("fairwater_wi,moon,first_power,2026,,done,dcpulse,x", "'moon' is unknown"),
        ("fairwater_wi,ground,first_power,2027-01,,done,dcpulse,x", "lies after"),
        ("fairwater_wi,ground,first_power,soon,,planned,dcpulse,x", "soon"),
        ("fairwater_wi,ground,first_power,2027,later,planned,dcpulse,x", "'later' is no date"),
        ("fairwater_wi,ground,first_power,2027,,planned,nobody,x", "nobody"),
    ],
)
def test_a_bad_step_is_refused(data, tmp_path, row, said) -> None:
    with pytest.raises(FactError, match=said):
        tables.steps(with_steps(data, tmp_path, row + "\n"))


def test_an_unknown_supply_is_told_with_the_nearest(data) -> None:
    with pytest.raises(FactError, match="solar_storage"):
        tables.by_supply(data, CASE, SITE, CONCEPT, "solar_storag")


def test_a_supply_without_a_lead_time_is_told(data) -> None:
    side = scenario.read_side("ground", SITE, CASE, data)
    side.choices |= {"supply_timing": "other_supply", "electricity_supply": "tidal"}
    with pytest.raises(ScenarioError, match="supply_tidal"):
        scenario.follow_supply(side, data)


def test_a_power_that_cannot_be_is_refused(data) -> None:
    with pytest.raises(ScenarioError, match="asked_power_mw"):
        tables.asked_power(data, CASE, SITE, CONCEPT, -1.0, 10)


# --- Words and figures


def test_words_carry_the_numbers_of_their_pair(data, dated, leads) -> None:
    told = say.answer(dated, tables.asked_power(data, CASE, SITE, CONCEPT, 1.0, 50), 1.0)
    assert "36 months, done" in told and "29 months, planned" in told
    assert "10 months earlier" in say.supply_said(leads, SITE, "solar_storage")
    assert "its date stands" in say.supply_said(leads, SITE, "grid")
    other = tables.durations(data, CASE, "jade_wy", "google_suncatcher")
    words = say.answer(other, tables.asked_power(data, CASE, "jade_wy", "google_suncatcher", 5.0, 50), 5.0)
    assert "no date is published" in words and "the first 5.00 MW" in words
    assert "439 GW" in say.queues_said(data) and "5.64" in say.queues_said(data)
    assert "6 months early" in say.delays_said(tables.delays(data, CASE))


@pytest.mark.parametrize("site", scenario.names("ground"))
def test_every_campus_can_be_asked(data, site) -> None:
    dated = tables.durations(data, "promised", site, "openai_stoke_nova")
    leads = tables.supplies_and_evidence(data, "promised", site, "openai_stoke_nova", "nuclear")
    own, orbit = say.supply_said(leads, site, "nuclear"), say.orbit_said(leads, "openai_stoke_nova")
    asked = tables.asked_power(data, "promised", site, "openai_stoke_nova", 1.0, 20)
    assert "nan" not in say.answer(dated, asked, 1.0) + say.places_said(dated) + own + orbit
    assert isinstance(drawing.time_to_power_by_supply(leads), Figure)


def test_printed_tables_have_a_row_each(data, dated) -> None:
    assert len(say.printed_places(dated)) == len(dated)
    assert len(say.printed_queues(tables.queues(data))) == len(tables.queues(data))
    assert len(say.printed_steps(tables.steps(data), SITE)) == (tables.steps(data)["place"] == SITE).sum()


@pytest.mark.parametrize("name", ["time_to_power_by_place", "time_to_power_by_supply"])
def test_figures_draw_tell_their_words_and_refuse(name) -> None:
    function, (table,) = getattr(drawing, name), EXAMPLES[name]
    assert words_for(function(table))
    with pytest.raises(DrawingError, match="lacks"):
        function(table.drop(columns=table.columns[0]))
    with pytest.raises(DrawingError, match="no rows"):
        function(table.iloc[:0])
    stranger = table.replace({"fairwater_wi": "fairwater_xx", "grid": "gird"})
    with pytest.raises(DrawingError, match="did you mean"):
        function(stranger)


def test_done_is_solid_and_planned_is_hatched() -> None:
    axes = drawing.time_to_power_by_place(EXAMPLES["time_to_power_by_place"][0]).axes[0]
    hatched = {round(bar.get_y() + bar.get_height() / 2) for bar in axes.patches if bar.get_hatch() and bar.get_width() > 0}
    labels = [text.get_text() for text in axes.get_yticklabels()]
    assert {labels[place] for place in hatched} == {"Jade (WY)", "SpaceX AI1"}


def test_the_drawn_months_are_the_tables(dated) -> None:
    axes = drawing.time_to_power_by_place(dated).axes[0]
    ends = pd.Series([bar.get_x() + bar.get_width() for bar in axes.patches])
    assert np.isclose(ends.max(), dated["full_power_months"].max())
