"""The race's tables, words and figures: published dates and sums, every concept and site, odd levers, a refusing reader."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from earth_or_orbit import drawing, facts, scenario
from earth_or_orbit.facts import FactError
from earth_or_orbit.scenario import ScenarioError
from earth_or_orbit.sentences import race as say
from earth_or_orbit.tables import places, race, race_goal

SITE, CONCEPT, HORIZON, DRAWS = "fairwater_wi", "spacex_ai1", 2045, 30
BAD_WORDS = ("nan", "None", "∞", "inf ", "NaN")


@pytest.fixture(scope="module")
def data():
    return facts.load()


@pytest.fixture(scope="module")
def runners(data):
    return race.actors(data, race.Levers(), DRAWS)


def wanted(data, *sites: str) -> dict[str, float]:
    return {site: race.campus_average_mw(data, site, "promised") for site in sites}


def test_the_growth_fact_is_that_of_the_counts(data) -> None:
    by = race_goal.growth(data, "falcon_9").set_index("window")
    fact = data.rows(*race.GROWTH)[0]
    assert by.loc["whole", "growth_frac"] == pytest.approx((165 / 2) ** (1 / 15) - 1)
    assert fact.central == pytest.approx(by.loc["whole", "growth_frac"], abs=0.001)
    assert by.loc["slowest", "growth_frac"] < fact.low < fact.high < by.loc["fastest", "growth_frac"]


def test_starship_has_flown_fourteen_times_and_is_permitted_145(data) -> None:
    counts = race_goal.launches_by_year(data)
    assert counts.loc[counts["vehicle"] == "starship", "launches"].sum() == 14
    assert race_goal.permits(data)["launches_per_year"].sum() == 145
    limit = data.rows("starship_v3", "vehicle_launches_count_per_year")[0]
    assert limit.central == 145


def test_the_ramp_agrees_with_the_ledger_where_nothing_grows(data) -> None:
    """At its record from the first day, an actor adds in a year what the ledger's ramp adds, and holds what the ledger holds."""
    central = race.actor_inputs(data, CONCEPT, "demonstrated", 0, race.Levers())
    made = places.fleet(data, CONCEPT, "demonstrated", 100.0).compute(
        ("ramp_mw_per_year", "it_power_peak_mw", "delivered_share_at_horizon_frac", "horizon_years")
    )
    values = {name: float(np.ravel(value)[0]) for name, value in made.items()}
    found = race.ramp(central, race.years_to(2060), "at_once")
    added = found.placed[0, -1] * (1 - central["satellite_early_loss_frac"][0, 0])
    each = central["satellite_it_power_average_kw"][0, 0] / 1000
    assert added * each / 100.0 == pytest.approx(values["ramp_mw_per_year"] / values["it_power_peak_mw"], rel=1e-6)
    share = found.standing_mw[0, -1] / 100.0
    assert share == pytest.approx(values["delivered_share_at_horizon_frac"], rel=0.01)


def test_the_books_close_for_every_actor(runners) -> None:
    for central, drawn in runners.values():
        for inputs in (central, drawn):
            books = race.books_of(race.ramp(inputs, race.years_to(2060)))
            assert np.allclose(books["placed"], books["standing"] + books["lost"] + books["retired"])


def test_no_fleet_stands_above_what_its_full_rate_holds(runners) -> None:
    for (_, case), (central, _) in runners.items():
        for pace in race.paces_of(case):
            held = race.held_mw(race.at_pace(central, pace))
            assert (race.ramp(central, race.years_to(2080), pace).standing_mw <= held * (1 + 1e-9)).all()


def test_each_pace_is_at_least_as_fast_as_the_one_before(runners) -> None:
    for (concept, case), (central, _) in runners.items():
        powers = [race.ramp(central, race.years_to(HORIZON), pace).standing_mw[0] for pace in race.paces_of(case)]
        for slower, faster in pairwise(powers):
            assert (faster >= slower - 1e-9).all(), concept


def test_matches_lie_where_the_power_is(data, runners) -> None:
    found = race.matches(runners, wanted(data, *race.TARGETS), HORIZON)
    met = found[np.isfinite(found["date"])]
    assert len(met) and (met["highest_mw"] >= met["wanted_mw"]).all()
    never = found[found["date"].isna()]
    assert (never["highest_mw"] < never["wanted_mw"]).all()
    table = race.the_race(runners, HORIZON)
    for row in met.itertuples():
        own = table[(table["actor"] == row.actor) & (table["case"] == row.case) & (table["pace"] == row.pace)].set_index("year")
        year = int(row.date)
        assert own.loc[year, "mw"] >= row.wanted_mw * (1 - 1e-9)
        assert year == own.index[0] or own.loc[year - 1, "mw"] < row.wanted_mw


def test_nova_as_it_is_lifts_nothing(data, runners) -> None:
    found = race.matches(runners, wanted(data, SITE), HORIZON)
    row = found[(found["actor"] == "openai_stoke_nova") & (found["case"] == "demonstrated")].iloc[0]
    assert row["limit"] == "no_flights" and row["highest_mw"] == 0 and row["held_mw"] == 0


def test_taking_the_limits_away_never_makes_it_later(data, runners) -> None:
    found = race.matches(runners, wanted(data, *race.TARGETS), 2060)
    grown = found[(found["pace"] == "grown") & np.isfinite(found["date"])]
    assert (grown["unlimited_date"] <= grown["date"] + 1e-9).all()


def test_fairwater_runs_when_it_ran(data) -> None:
    first, full = race.campus_dates(data, SITE, "demonstrated", DRAWS).values()
    assert first[0] == pytest.approx(race_goal.decimal_year("2026-04-16"), abs=0.05)
    assert full[1] <= race_goal.decimal_year("2026-06-23") <= full[2] + 0.01
    points = race_goal.campus_points(data, "demonstrated")
    fairwater = points[(points["site"] == SITE) & (points["it_peak_mw"] > 0)].iloc[0]
    assert fairwater["mw"] == pytest.approx(race.campus_average_mw(data, SITE, "demonstrated"))


def test_the_brief_is_answered_by_dates(data) -> None:
    events = race_goal.milestones(data).set_index(["actor", "date"])
    for actor, date, status, words in (
        ("spacex", "2026-06-12", "happened", "75 billion USD"), ("spacex", "2026-02-02", "happened", "xAI"),
        ("openai", "2025-12-03", "ended", "without a deal"), ("google", "2026-10-01", "happened", "one Suncatcher prototype"),
        ("google", "2027", "plan", "laser"), ("spacex", "2026-09-28", "happened", "Starship V3"),
        ("fairwater", "2026-06-23", "happened", "fully operational"), ("spacex", "2028", "plan", "as early as"),
    ):  # fmt: skip
        row = events.loc[[(actor, date)]].iloc[0]
        assert row["status"] == status and words in row["what"]
    pad = race_goal.milestones(data)
    assert ((pad["date"] == "2026-05-28") & pad["what"].str.contains("only pad lost")).any()


@pytest.mark.parametrize(
    ("date", "year"), [("2026", 2026.5), ("2026-01-01", 2026.0), ("2026-07-02", 2026.4986), ("2024-12-31", 2024.9973)]
)
def test_a_date_becomes_a_year_with_its_fraction(date, year) -> None:
    assert race_goal.decimal_year(date) == pytest.approx(year, abs=1e-3)


@pytest.mark.parametrize("date", ["soon", "2026-13", "2026-02-30", "26-01-01"])
def test_no_date_is_refused(date) -> None:
    with pytest.raises(FactError, match=date):
        race_goal.decimal_year(date)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2026-11-01,,spacex,orbit,a flight,happened,S001", "lies after 2026-10-10"),
        ("2026-05-01,,spacex,orbit,a flight,certain,S001", "status 'certain'"),
        ("2026-05-01,,spacex,moon,a flight,plan,S001", "side 'moon'"),
        ("2026-05-01,,spacex,orbit,a flight,plan,nobody", "source_id 'nobody'"),
    ],
)
def test_a_bad_milestone_is_refused(data, tmp_path, row, said) -> None:
    folder = tmp_path / "data" / "series"
    folder.mkdir(parents=True)
    (folder / "milestones.csv").write_text("date,due,actor,side,what,status,source_id\n" + row + "\n")
    bare = type(data)(**{**{f: getattr(data, f) for f in data.__dataclass_fields__}, "root": tmp_path})
    with pytest.raises(FactError, match=said):
        race_goal.milestones(bare)


def test_a_series_with_other_columns_is_refused(data, tmp_path) -> None:
    folder = tmp_path / "data" / "series"
    folder.mkdir(parents=True)
    (folder / "launches_by_year.csv").write_text("vehicle,launches\nfalcon_9,2\n")
    bare = type(data)(**{**{f: getattr(data, f) for f in data.__dataclass_fields__}, "root": tmp_path})
    with pytest.raises(FactError, match="the columns must be"):
        race_goal.launches_by_year(bare)


@pytest.mark.parametrize("site", scenario.names("ground"))
def test_every_campus_has_its_dates_and_its_goal(data, site) -> None:
    for case in scenario.CASES:
        first, full = race.campus_dates(data, site, case, DRAWS).values()
        assert 2023 < first[0] < full[0] < 2045
        ramp = race.campus_ramps(data, (site,), case, HORIZON, DRAWS)
        assert ramp["mw"].iloc[-1] == pytest.approx(race.campus_average_mw(data, site, case))
        goal = race_goal.goal_on_the_ground(data, site, case)
        assert goal["meter_mw"] >= goal["goal_mw"] and goal["land_m2"] > 0


@pytest.mark.parametrize("concept", scenario.names("orbit"))
def test_every_concept_is_told_in_full(data, runners, concept) -> None:
    found = race.matches(runners, wanted(data, SITE, "hyperion_la_2030"), HORIZON)
    dates = race.campus_dates(data, SITE, "promised", DRAWS)
    table = race.the_race(runners, HORIZON)
    for case in scenario.CASES:
        orbit, ground = race_goal.goal_in_orbit(data, concept, case), race_goal.goal_on_the_ground(data, SITE, case)
        rockets = race_goal.needed_of_rockets(data, SITE, concept, case)
        said = [
            say.answer(found, concept, SITE, HORIZON, dates), say.best_words(found, concept, SITE, dates),
            say.goal_words(orbit, ground, concept, SITE, case), say.range_words(table, concept, case),
            say.rocket_words(rockets, race_goal.building_years(data, SITE, case), SITE, case),
            say.printed_rockets(rockets).to_string(), say.printed_goal({case: orbit}, {case: ground}).to_string(),
        ]  # fmt: skip
        for words in said:
            assert words.strip() and not any(bad in words for bad in BAD_WORDS), words
    assert not any(bad in say.printed_matches(found, HORIZON).to_string() for bad in BAD_WORDS)


def test_both_sides_are_told_in_the_same_words(data, runners) -> None:
    orbit, ground = race_goal.goal_in_orbit(data, CONCEPT, "promised"), race_goal.goal_on_the_ground(data, SITE, "promised")
    _, up, down = say.goal_words(orbit, ground, CONCEPT, SITE, "promised").split("\n\n")
    for words in (up, down):
        assert "In the promised case 100 GW of peak IT power a year" in words and "they live" in words
    assert abs(len(up) - len(down)) < 60
    found = race.matches(runners, wanted(data, SITE), HORIZON)
    best = say.best_words(found, CONCEPT, SITE, race.campus_dates(data, SITE, "promised", DRAWS)).split("\n\n")
    assert [words.split("**")[1] for words in best] == ["Orbit's best case.", "Ground's best case."]


def test_three_actors_count_on_the_same_starship(data, runners) -> None:
    shared = race.shared_vehicle(data, runners, "promised")
    assert set(shared["starship_v3"][0]) == {"spacex_ai1", "google_suncatcher", "starcloud_5gw"}
    assert shared["starship_v3"][1] > 1
    assert "cannot all come true" in say.shared_words(shared)
    assert say.shared_words({}) == "No two actors take the same vehicle here."


def test_the_slips_are_told_with_what_is_not_known(data) -> None:
    slips = race_goal.slips(data)
    fairwater = slips[slips["actor"] == "fairwater"].iloc[0]
    assert fairwater["months_late"] == pytest.approx(5.7, abs=0.1)
    said = say.slip_words(slips)
    assert "1.6 months sooner" in said and "5.7 months later" in said and "by how much is not known" in said


@pytest.mark.parametrize(
    ("levers", "said"),
    [
        (race.Levers(launches_per_year=-1), "not allowed"),
        (race.Levers(allocation_frac=1.5), "not allowed"),
        (race.Levers(growth_frac_per_year=9.0), "not allowed"),
    ],
)
def test_a_lever_out_of_range_is_refused_in_one_line(data, levers, said) -> None:
    with pytest.raises(ScenarioError, match=said) as refused:
        race.actor_inputs(data, CONCEPT, "promised", 0, levers)
    assert "\n" not in str(refused.value)


def test_a_race_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="horizon_year is 2020"):
        race.years_to(2020)


@pytest.mark.parametrize(
    ("levers", "horizon"),
    [(race.Levers(0.0), 2045), (race.Levers(1e5, 2.0, 1.0), 2080), (race.Levers(None, 0.0, 0.0), 2028)],
)
def test_words_and_figure_hold_at_odd_levers(data, levers, horizon) -> None:
    runners = race.actors(data, levers, DRAWS)
    found = race.matches(runners, wanted(data, SITE), horizon)
    dates = race.campus_dates(data, SITE, "promised", DRAWS)
    for concept in scenario.names("orbit", data.root):
        said = say.answer(found, concept, SITE, horizon, dates) + say.best_words(found, concept, SITE, dates)
        assert not any(bad in said for bad in BAD_WORDS), said
    table = race.the_race(runners, horizon)
    campuses = race.campus_ramps(data, (SITE,), "demonstrated", horizon, DRAWS)
    points, events = race_goal.campus_points(data, "demonstrated"), race_goal.milestones(data)
    assert isinstance(drawing.the_race(race_goal.race_and_campuses(table, campuses, points, events)), Figure)
    assert isinstance(drawing.cadence_and_ramp(race_goal.cadence_and_ramp(data, runners, horizon)), Figure)


def test_the_race_needs_its_columns(runners) -> None:
    with pytest.raises(drawing.DrawingError, match="lacks"):
        drawing.the_race(race.the_race(runners, HORIZON))


def test_facts_shown_are_those_of_the_table(data) -> None:
    shown = say.printed_race_facts(data, (CONCEPT, SITE))
    dates = [fact for fact in race.facts_of_race(data) if fact.quantity == "decision_calendar_year"]
    assert len(shown) == len(race.facts_of_race(data)) - len(dates) + 2
    assert isinstance(shown, pd.DataFrame) and not any(bad in shown.to_string() for bad in ("nan", "None"))


def test_the_counts_agree_with_those_of_the_launch_room(data) -> None:
    theirs = pd.read_csv(data.root / "data" / "series" / "spacex_mass_by_year.csv").set_index("year")["falcon_9_launches"]
    ours = race_goal.launches_by_year(data)
    ours = ours[ours["vehicle"] == "falcon_9"].set_index("year")["launches"]
    whole = ours.index[ours.index < 2025]
    assert list(ours[whole]) == list(theirs[whole])
    assert ours[2025] >= theirs[2025], "the launch room's year ends on 28 November"
