"""Assembly, survival, servicing and refresh: published years and penalties, hand calculations, limits, bad and odd input."""

import math

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure
from scipy import stats

from earth_or_orbit import drawing, facts, scenario
from earth_or_orbit.quantities import assembly, reliability, servicing, survival
from earth_or_orbit.sentences import assembly as say
from earth_or_orbit.tables import assembly as tables

SITE, CONCEPT = scenario.study().pairs[0]
CASES, CONCEPTS = scenario.CASES, scenario.names("orbit")
GIGAWATT, CAMPAIGN = 1000.0, 5.0


@pytest.fixture(scope="module")
def data():
    return facts.load()


@pytest.fixture(scope="module")
def kept(data):
    return tables.keeping(data, "demonstrated")


def test_nasas_years_follow_from_its_modules_and_minutes(data) -> None:
    """1,463,000 × 40 min over 17 robots that never stop, and 2,000,000 × 38 min over 15: the study prints 6.55 and 9.64."""
    table = tables.assemblies(data).set_index("subject").loc[["nasa_sbsp_rd1", "nasa_sbsp_rd2"]]
    assert table["years_here"].to_numpy() == pytest.approx(table["years"].to_numpy(), rel=2e-3)
    by_hand = 1_463_000 * 40 / 60 / 8766 / 17
    assert table.loc["nasa_sbsp_rd1", "years_here"] == pytest.approx(by_hand)


def test_nasas_servicer_assembles_1095_modules_a_month() -> None:
    """Table 10 of the study prints 1,095 and 1,152.6 modules per servicer and month of 730 hours."""
    for minutes, printed in ((40, 1095), (38, 1152.6)):
        assert 730 / assembly.assembly_robot_hours(1, minutes / 60) == pytest.approx(printed, rel=1e-4)


def test_the_station_by_hand(data) -> None:
    rate = tables.at_the_stations_rate(data, CONCEPT, "demonstrated", GIGAWATT)
    share = rate["mass_kg"] / 419_455
    assert rate["station_kg_per_flight"] == pytest.approx(419_455 / 42)
    assert rate["years_by_mass"] == pytest.approx(12.5 * share) and rate["hours"] == pytest.approx(1000 * share)
    assert rate["flights_count"] == pytest.approx(42 * share)
    assert rate["years_by_power"] == pytest.approx(12.5 * GIGAWATT / 0.8 * 1000 / 84)


def test_ways_to_build_by_hand(data) -> None:
    table = tables.ways_to_build(data, CONCEPT, "demonstrated", GIGAWATT, CAMPAIGN)
    own = tables.values_of(tables.fleet(data, CONCEPT, "demonstrated", GIGAWATT), tables.BUILDING)
    docked = table[(table["way"] == "docked_modules") & (table["pace"] == "seen")].iloc[0]
    assert docked["robot_hours"] == pytest.approx(29 * own["satellites_count"])
    assert docked["robots_count"] == pytest.approx(docked["robot_hours"] / (8766 * 0.3 * CAMPAIGN))
    assert docked["staff_hours"] == pytest.approx(15 * docked["robot_hours"])
    whole = table[table["way"] == "one_structure"].iloc[0]
    area = own["satellites_count"] * (own["satellite_array_area_m2"] + own["radiator_built_area_m2"])
    assert whole["joints_count"] == pytest.approx(area / 9.5)
    burn = math.expm1(50 / (300 * 9.80665))
    assert whole["rendezvous_propellant_kg"] == pytest.approx(own["fleet_mass_kg"] * burn)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("concept", CONCEPTS)
def test_free_flyers_have_no_joints_and_the_rest_orders_itself(data, concept, case) -> None:
    table = tables.ways_to_build(data, concept, case, GIGAWATT, CAMPAIGN)
    free = table[table["way"] == "free_flyers"]
    zero = ["joints_count", "robot_hours", "robots_count", "staff_hours", "rendezvous_propellant_kg"]
    assert len(free) == 1 and (free[zero].to_numpy() == 0).all()
    joined = table[table["joints_count"] > 0]
    assert (joined["flights_count"] >= free["flights_count"].iloc[0]).all()
    for _, paces in joined.groupby("way"):
        assert paces["robot_hours"].is_monotonic_increasing and len(paces) == len(tables.PACES)
    assert np.isfinite(table.drop(columns=["way", "pace"]).to_numpy(dtype=float)).all()


def test_robots_scale_with_the_campaign_and_hours_do_not(data) -> None:
    short, long = (tables.ways_to_build(data, CONCEPT, "promised", GIGAWATT, years) for years in (1.0, 10.0))
    assert short["robot_hours"].to_numpy() == pytest.approx(long["robot_hours"].to_numpy())
    assert short["robots_count"].to_numpy() == pytest.approx(10 * long["robots_count"].to_numpy())
    judged = long[(long["way"] == "one_structure") & (long["pace"] == "judged")].iloc[0]
    assert judged["robots_launched_count"] == pytest.approx(2 * judged["robots_count"]), "five years of life in ten of work"


def test_satellites_of_all_kinds_lose_most_in_their_first_year() -> None:
    """Castet and Saleh's fit: 2.8 % in the first year, 5.7 % in five, and a rate that falls."""
    first, fifth = survival.weibull_survival_frac(np.array([1.0, 5.0]), 0.4521, 2607)
    assert 1 - first == pytest.approx(0.028, abs=0.001) and 1 - fifth == pytest.approx(0.057, abs=0.001)
    assert (first - fifth) / 4 < 1 - first


def test_a_bathtub_without_ends_is_the_ledgers_rule() -> None:
    for rate, years in ((0.02, 3.0), (0.09, 5.0), (0.2, 15.0)):
        mean = survival.mean_capacity_frac(years, 0.0, 1.0, rate, 1.0, np.inf)
        assert mean == pytest.approx(reliability.available_frac__fail_in_place(rate, years), rel=1e-5)


@pytest.mark.parametrize(("rate", "printed"), [(0.1, 1.27), (0.2, 1.58)])
def test_jpls_lifetime_penalty(rate, printed) -> None:
    mean = survival.mean_capacity_frac(5.0, 0.0, 1.0, rate, 1.0, np.inf)
    assert survival.over_provision_ratio(mean) == pytest.approx(printed, abs=0.005)


def test_each_risk_takes_its_share_and_burn_in_gives_some_back() -> None:
    ages = np.linspace(0, 15, 61)
    chance = survival.bathtub_survival_frac(ages, 0.0, 0.25, 0.09, 3, np.inf)
    weak = survival.bathtub_survival_frac(ages, 0.04, 0.25, 0.09, 3, np.inf)
    worn = survival.bathtub_survival_frac(ages, 0.04, 0.25, 0.09, 3, 12)
    assert chance[0] == weak[0] == worn[0] == 1
    assert (np.diff(worn) < 0).all() and (worn[1:] < weak[1:]).all() and (weak[1:] < chance[1:]).all()
    assert weak[-1] == pytest.approx(0.96 * chance[-1]), "after years all weak ones are gone"
    assert survival.early_failures_flown_frac(0.04, 0.0) == pytest.approx(0.04)
    assert survival.early_failures_flown_frac(0.04, 1.0) == 0


def test_titan_has_no_bathtub_and_a_thirtieth_of_metas_rate(data) -> None:
    """Its authors see neither infant mortality nor wear-out; the second batch's fit is chance to 2 %."""
    rate, shape = (tables.fact_of(data, "titan_second_batch", n) for n in (
        "accelerator_failure_frac_per_year", "weibull_shape_ratio"))  # fmt: skip
    meta = tables.fact_of(data, "llama3_cluster", "accelerator_failure_frac_per_year")
    assert shape == pytest.approx(1, abs=0.05) and 25 < meta / rate < 45
    scale = tables.fact_of(data, "titan_second_batch", "weibull_scale_years")
    assert survival.weibull_survival_frac(2.0, shape, scale) == pytest.approx(math.exp(-2 * rate), abs=5e-4)


@pytest.mark.parametrize("mean", [0.0, 0.3, 5.0, 30.0, 2700.0, 5e4])
def test_spares_are_the_poisson_quantile_of_another_program(mean) -> None:
    for sure in (0.5, 0.9, 0.95, 0.99, 0.9999):
        own = survival.spare_satellites_count(1000, mean, 1.0, sure)
        assert own == stats.poisson.ppf(sure, mean)


def test_spares_hold_the_fleet_in_drawn_years() -> None:
    fleet, mean, held, sure = 1000, 30.0, 0.99, 0.95
    spare = survival.spare_satellites_count(fleet, mean, held, sure)
    lost = np.random.default_rng(5).poisson(mean, 40_000)
    assert np.mean(fleet + spare - lost >= held * fleet) >= sure - 0.004
    assert np.mean(fleet + spare - 1 - lost >= held * fleet) < sure + 0.004
    assert np.isnan(survival.spare_satellites_count(fleet, np.array([np.nan, 1.0]), held, sure)[0])


def test_break_even_puts_both_masses_equal_and_has_none_where_parts_outweigh_satellites() -> None:
    given = {"mass_kg_per_mw": 40e3, "satellite_service_years": 5.0, "visits_per_mw_year": 6.67, "visit_mass_kg": 237.0,
             "accelerators_count_per_mw": 800.0, "accelerator_mass_kg": 18.9}  # fmt: skip
    rate = servicing.servicing_break_even_frac_per_year(**given)
    mean = survival.mean_capacity_frac(5.0, 0.0, 1.0, rate, 1.0, np.inf)
    flown = servicing.over_provision_kg_per_mw_year(40e3, mean, 5.0)
    assert flown == pytest.approx(servicing.servicing_kg_per_mw_year(6.67, 237.0, 800 * rate, 18.9), rel=1e-6)
    rates = servicing.servicing_break_even_frac_per_year(**given | {"visits_per_mw_year": np.array([1.0, 6.67, 40.0])})
    assert (np.diff(rates) > 0).all() and rates[1] == pytest.approx(rate)
    assert np.isnan(servicing.servicing_break_even_frac_per_year(**given | {"mass_kg_per_mw": 0.0}))


def test_keeping_by_hand(data, kept) -> None:
    row = kept.set_index("concept").loc[CONCEPT]
    own = tables.values_of(tables.fleet(data, CONCEPT, "demonstrated", 100.0), tables.KEEPING)
    per_mw = own["accelerators_installed_count"] / own["it_power_peak_mw"]
    assert row["failures_per_mw_year"] == pytest.approx(per_mw * row["failure_frac_per_year"])
    assert row["technician_hours_per_mw_year"] == pytest.approx(1.5 * row["failures_per_mw_year"])
    burn = 2800 * (1 / 20 + math.expm1(50 / (300 * 9.80665)))
    visits = own["satellites_count"] / own["it_power_peak_mw"]
    assert row["servicing_kg_per_mw_year"] == pytest.approx(visits * burn + row["failures_per_mw_year"] * 18.9, rel=1e-3)


def test_large_satellites_repay_a_visit_and_small_ones_do_not(kept) -> None:
    """A visit serves a whole satellite: the break-even rate falls with the satellite's power."""
    even = kept.set_index("concept")["break_even_frac_per_year"]
    assert even["spacex_ai1"] < 0.0907 < even["google_suncatcher"]
    assert even["starcloud_5gw"] < even["spacex_ai1"]
    assert (kept["break_even_low"] < kept["break_even_frac_per_year"]).all()
    assert not (kept["break_even_high"] < kept["break_even_frac_per_year"]).any()


def test_jpls_share_is_its_own_quotient(data) -> None:
    jpl = tables.published_keeping(data)
    assert jpl["share_here_frac"] == pytest.approx(0.108, abs=0.0005) == jpl["share_frac"]


def test_capacity_is_renewed_when_it_should_be(data) -> None:
    table = tables.capacity_over_life(data, SITE, CONCEPT, "demonstrated").pivot(
        index="age_years", columns="policy", values="working_frac"
    )
    assert (table.iloc[0] > 0.99).all()
    assert table["left_in_place"].is_monotonic_decreasing
    new, old = table["replaced_satellites"], table["left_in_place"]
    assert new.loc[:5].to_numpy() == pytest.approx(old.loc[:5].to_numpy()) and new.loc[5.5] > new.loc[5.0]
    assert (table["serviced"] >= old - 1e-12).all() and table["serviced"].min() == pytest.approx(old.loc[1.0])
    assert table["swapped_on_the_ground"].min() > table["serviced"].mean()


def test_refresh_by_hand_and_at_its_limits(data) -> None:
    table = tables.refresh(data, CONCEPT, "demonstrated", GIGAWATT, 15.0).set_index(["chip_years", "satellite_years"])
    row = table.loc[(3.0, 10.0)]
    assert (row["together_sets"], row["flown_on_sets"]) == (5, 1.5)
    assert row["life_unused_frac"] == pytest.approx(0.7) == row["flown_past_life_frac"]
    assert row["launches_per_year_together"] / row["launches_per_year_flown_on"] == pytest.approx(5 / 1.5)
    even = table.loc[(5.0, 5.0)]
    assert even["discarded_kg_per_mw_year"] == 0 and even["together_sets"] == even["flown_on_sets"]
    assert (table.loc[(6.0, 5.0), ["life_unused_frac", "discarded_kg_per_mw_year"]] == 0).all()


def test_the_record_is_told_with_its_sources(data) -> None:
    record = tables.record(data)
    assert len(record) == 6 and record["year"].is_monotonic_increasing
    assert set(record["source_id"]) <= set(data.sources)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("concept", CONCEPTS)
@pytest.mark.parametrize("mw", [1.0, GIGAWATT])
def test_words_hold_everywhere(data, concept, case, mw) -> None:
    ways, kept = tables.ways_to_build(data, concept, case, mw, CAMPAIGN), tables.keeping(data, case)
    spare = tables.spares_in_orbit(data, concept, case, mw, 0.99, 0.95)
    fresh = tables.refresh(data, concept, case, mw, 15.0)
    told = [say.ways_said(ways, CAMPAIGN, mw), say.station_said(tables.at_the_stations_rate(data, concept, case, mw)),
            say.keeping_said(kept, concept), say.published_said(data, kept, concept), say.refresh_said(fresh, 15.0),
            say.spares_said(spare, 0.99, 0.95), say.survival_said(data, tables.failure_rate(data, concept, case))]  # fmt: skip
    printed = [say.printed_ways(ways), say.printed_keeping(kept)]
    for words in (*told, *(p.to_string() for p in printed)):
        assert not any(bad in words for bad in ("nan", "None", "∞", "$"))
    assert all(isinstance(p, pd.DataFrame) for p in printed)


@pytest.mark.parametrize("concept", CONCEPTS)
def test_figures_are_drawn_for_every_concept(data, concept) -> None:
    work = drawing.assembly_work(tables.work_beside_record(data, concept, "promised", 10.0, 1.0))
    lives = drawing.capacity_over_life(tables.lives(data, SITE, concept, "promised"))
    for figure in (work, lives):
        assert isinstance(figure, Figure) and "nan" not in figure.alternative_text
    assert "none: by people" in " ".join(t.get_text() for t in work.axes[1].texts)
