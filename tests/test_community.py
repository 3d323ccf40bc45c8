"""Bills, taxes, jobs and the town: published figures, limits, sums that must hold, and input that must be refused."""

import numpy as np
import pandas as pd
import pytest
from community_examples import EXAMPLES

from earth_or_orbit import drawing, facts, scenario, tables
from earth_or_orbit.drawing import DrawingError, household_bill, jobs_by_place, public_money_per_job
from earth_or_orbit.drawing.style import words_for
from earth_or_orbit.quantities import bills as rule
from earth_or_orbit.quantities import taxes as levy
from earth_or_orbit.quantities.refresh_rule import capital_recovery_frac_per_year
from earth_or_orbit.sentences import bills as say_bills
from earth_or_orbit.sentences import community as say
from earth_or_orbit.tables import bills, community, taxes
from earth_or_orbit.tables.best_cases import best_cases

SITE, CONCEPT, CASE = "fairwater_wi", "spacex_ai1", "demonstrated"


@pytest.fixture(scope="module")
def data() -> facts.Data:
    return facts.load()


@pytest.fixture(scope="module")
def places(data: facts.Data) -> pd.DataFrame:
    return community.job_places(data, SITE, CONCEPT, CASE)


@pytest.fixture(scope="module")
def household(data: facts.Data) -> pd.DataFrame:
    return bills.household_bills(data).set_index("case")


def test_a_loan_is_paid_back_with_its_interest() -> None:
    rate, years, debt = 0.075, 30, 1.0
    paid = capital_recovery_frac_per_year(years, rate)
    for year in range(1, years + 1):
        debt = debt * (1 + rate) - paid
        if year == 15:
            assert debt == pytest.approx(rule.debt_left_frac(15, years, rate))
    assert debt == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(("term", "left"), [(0.001, 1.0), (30, 0.0), (45, 0.0)])
def test_a_contract_covers_nothing_or_all_at_its_ends(term: float, left: float) -> None:
    assert 1 - rule.contract_covered_frac(term, 30, 0.07, 1.0) == pytest.approx(left, abs=1e-3)
    assert rule.debt_left_frac(term, 30, 0.07) == pytest.approx(left, abs=1e-3)
    assert rule.book_left_frac(term, 30) == pytest.approx(left, abs=1e-3)


def test_more_is_owed_than_stands_in_the_books(data: facts.Data) -> None:
    end = bills.after_the_contract(data)
    assert end["book_left_frac"] == pytest.approx(0.5) and 0.5 < end["debt_left_low"] < end["debt_left_high"] < 1
    # 3.2 billion dollars by hand: 335 million a year, 40 % on 860,000 households
    yearly = 3.2e9 * (0.075 / (1 - 1.075**-30) + 0.02)
    assert end["bill"] == pytest.approx(yearly * 0.40 / 860_000 / 12)


@pytest.mark.parametrize("case", ["storm_bonds", "hardening", "hyundai_wires", "pjm", "louisiana_line", "louisiana_line_least"])
def test_printed_bills_lie_in_the_brackets(household: pd.DataFrame, case: str) -> None:
    row = household.loc[case]
    assert row["low"] <= row["published"] <= row["high"]


def test_the_rule_meets_printed_bills_without_its_bracket(household: pd.DataFrame) -> None:
    own = household[household["group"] == "check"]
    assert (np.abs(own["central"] / own["published"] - 1) < 0.30).all()
    assert household.loc["storm_bonds", "central"] == pytest.approx(10, rel=0.05)


def test_both_claims_have_their_sign_and_size(household: pd.DataFrame) -> None:
    assert household.loc["promoter", "high"] < 0 < household.loc["critic", "low"]
    assert household.loc["promoter", "central"] == pytest.approx(-2.65e9 / 20 * 0.40 / 860_000 / 12)
    assert household.loc["wisconsin_ordered", ["low", "central", "high"]].eq(0).all()
    assert household.loc["wisconsin_proposed", "low"] > 0


def test_a_bracket_holds_its_middle(household: pd.DataFrame) -> None:
    assert (household["low"] <= household["central"]).all() and (household["central"] <= household["high"]).all()


def test_tariffs_leave_what_they_say(data: facts.Data) -> None:
    left = bills.tariffs(data).set_index("tariff")
    assert left.loc["tariff_wisconsin_ordered", "left"] == pytest.approx(0)
    assert left.loc["tariff_wisconsin_proposed", "left"] == pytest.approx(0.25)
    assert left.loc["tariff_louisiana", "left"] == pytest.approx(1 - (1 - 1.075**-15) / (1 - 1.075**-30))
    assert np.isnan(left.loc["tariff_texas", "left"]), "What Texas has not settled must stay open."


def test_hyperions_sales_tax_is_reproduced(data: facts.Data) -> None:
    sold = taxes.hyperion_reproduced(data)
    assert sold["computed_usd"] == pytest.approx(3.346e9) and sold["computed_usd"] == pytest.approx(sold["printed_usd"], rel=0.02)


def test_the_rebate_is_capped_and_the_guarantee_pays_the_debt(data: facts.Data) -> None:
    d = taxes.fairwater_by_year(data)
    assert d["rebate"] == 5e6 < 0.42 * d["due"] and d["paid"] + d["rebate"] == pytest.approx(d["due"])
    assert d["years_low"] < d["years"] < d["years_high"] and d["years"] == pytest.approx(330e6 / 16e6)


@pytest.mark.parametrize("site", ["fairwater_wi", "hyperion_la_2030", "abilene_tx", "saline_mi"])
def test_tax_paid_and_forgone_make_the_tax_that_is_due(data: facts.Data, site: str) -> None:
    table = taxes.of_pair(data, site, CONCEPT, CASE).set_index(["side", "line"])["central"]
    ready = tables.campus(data, site, CASE).compute(("capex_plant_usd", "capex_power_usd"))
    due = sum(ready.values()) * 0.015
    assert table["ground", "property_tax_paid"] + table["ground", "property_tax_forgone"] == pytest.approx(due)
    assert table["orbit", "property_tax_paid"] == 0 and table["ground", "launch_fees_paid"] == 0
    assert table["ground", "computers_tax_forgone"] == pytest.approx(table["orbit", "computers_tax_forgone"], rel=1e-6)


def test_the_launch_fee_is_the_lesser_of_two_schedules() -> None:
    assert levy.launch_fee_usd(1000, 0.5512, 30000) == pytest.approx(551.2)
    assert levy.launch_fee_usd(1e6, 0.5512, 30000) == 30000


def test_public_money_at_the_least_jobs_required_is_never_less(data: facts.Data) -> None:
    table = taxes.public_money(data)
    known = table[table["legal_usd"].notna()]
    assert (known["legal_usd"] >= known["per_job_usd"] * (1 - 1e-9)).all() and set(table["side"]) == {"ground", "orbit"}
    hyperion = table.set_index("place").loc["place_hyperion_la_2030"]
    assert hyperion["per_job_usd"] == pytest.approx(6.6e6) and hyperion["legal_usd"] == pytest.approx(66e6)


def test_every_campus_stands_in_one_figure(places: pd.DataFrame) -> None:
    assert set(scenario.names("ground")) <= set(places["place"])
    assert {f"{CONCEPT}/{case}" for case in scenario.CASES} <= set(places["place"])
    assert (places["low"] <= places["jobs"] * (1 + 1e-9)).all() and (places["jobs"] <= places["high"] * (1 + 1e-9)).all()


def test_jobs_of_works_are_the_published_quotients(places: pd.DataFrame) -> None:
    own = places.set_index("place")
    assert own.loc["place_foxconn_promised_wi", "per_billion"] == pytest.approx(1300)
    assert own.loc["place_hyundai_ga", "per_acre"] == pytest.approx(8100 / 2906)
    assert own.loc["place_portage_solar_wi", "per_mw"] == pytest.approx(4 / 250)
    assert own.loc["place_starbase_tx", "per_acre"] == pytest.approx(3400 / 350)
    assert own.loc["rainier_in", "legal"] == 400


def test_jobs_are_the_ledgers(data: facts.Data, places: pd.DataFrame) -> None:
    mw = community.site_power_mw(data, SITE, CASE)
    fleet = tables.fleet(data, CONCEPT, CASE, mw).compute(("permanent_jobs_count", "construction_job_years", "horizon_years"))
    row = places.set_index("place").loc[f"{CONCEPT}/{CASE}"]
    assert row["jobs"] == pytest.approx(fleet["permanent_jobs_count"])
    lasting = fleet["permanent_jobs_count"] * fleet["horizon_years"]
    assert row["enduring_frac"] == pytest.approx(lasting / (lasting + fleet["construction_job_years"]))


def test_both_scopes_are_laid_on_both_sides(data: facts.Data, places: pd.DataFrame) -> None:
    table = community.same_scope(data, SITE, CONCEPT, CASE).set_index("side")
    whole = table.loc["orbit", "at_place"] + table.loc["orbit", "suppliers"]
    assert whole == pytest.approx(places.set_index("place").loc[f"{CONCEPT}/{CASE}", "jobs"])
    assert table.loc["ground", "suppliers"] > table.loc["ground", "at_place"] > table.loc["orbit", "at_place"]


def test_racine_keeps_its_water(data: facts.Data) -> None:
    table = community.water_shares(data, CASE).set_index(["site", "flow"])["share"]
    assert table["fairwater_wi", "water_peak"] == pytest.approx(0.234 / 16.9, rel=1e-3)
    assert table["fairwater_wi", "sewage_peak"] == pytest.approx(0.081 / 36, rel=1e-3)
    assert np.isnan(table["abilene_tx", "water_mean"]), "A town without a figure has no share."


def test_closed_roads_follow_launches(data: facts.Data) -> None:
    r = community.roads(data, SITE, CONCEPT, CASE)
    assert r["per_launch_h"] == 20 and r["fleet_h"] == pytest.approx(20 * r["launches"])
    assert community.roads(data, SITE, CONCEPT, "promised")["fleet_h"] < r["fleet_h"]


@pytest.mark.parametrize("site", ["hyperion_la_2030", "jade_wy"])
@pytest.mark.parametrize("case", scenario.CASES)
def test_what_is_said_is_right_for_other_pairs(data: facts.Data, site: str, case: str) -> None:
    other = "google_suncatcher"
    table, paid = community.job_places(data, site, other, case), taxes.of_pair(data, site, other, case)
    scope = community.same_scope(data, site, other, case)
    told = [say.answer(data, table, site, other, case), say.employment_said(table, scope, site, other, case),
            say.infrastructure_said(data, site, other, case), say.best_said(data, site, other),
            say_bills.taxes_said(data, paid, site, other)]  # fmt: skip
    assert all("nan" not in words and "inf" not in words for words in told)
    assert ("64 crashes" in told[2]) == (site == "hyperion_la_2030")


def test_both_sides_best_cases_are_equally_long(data: facts.Data) -> None:
    ground, orbit = say.best_said(data, SITE, CONCEPT).split("\n\n")
    assert len(ground.split()) == pytest.approx(len(orbit.split()), abs=3)


def test_best_cases_are_filled_by_the_same_rules(data: facts.Data) -> None:
    table = best_cases(data, "abilene_tx", CONCEPT).set_index("side")
    scope = community.same_scope(data, "abilene_tx", CONCEPT, "promised").set_index("side")
    assert table.loc["ground", "at_place"] == 1700, "The most that was printed for Abilene."
    assert (table["suppliers"] == scope["high"]).all() and table["enduring_frac"].between(0, 1).all()
    assert (table["at_place"] >= scope["at_place"]).all() and not table.isna().any().any()


def test_what_is_missing_is_named(data: facts.Data) -> None:
    with pytest.raises(facts.FactError, match="built_for_site_usd of bill_nowhere"):
        bills.three(data, "bill_nowhere", "built_for_site_usd")
    with pytest.raises(facts.FactError, match="tariff_text of tariff_nowhere"):
        bills.texts(data, "tariff_nowhere", "tariff_text")
    with pytest.raises(scenario.ScenarioError, match="fairwater"):
        community.job_places(data, "fairwater_w", CONCEPT, CASE)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_small_table_is_drawn_whole(name: str) -> None:
    figure = getattr(drawing, name)(*EXAMPLES[name])
    rows = len(EXAMPLES[name][0])
    assert len(figure.axes[0].get_yticks()) == rows
    assert words_for(figure).count(";") == rows - 1, "Each row must be told in words."


def test_pictures_say_their_numbers(data: facts.Data, places: pd.DataFrame) -> None:
    assert "Foxconn, promised (WI) –, – and 1,300" in words_for(jobs_by_place(places))
    assert "from 0 to 0" in words_for(household_bill(bills.household_bills(data)))
    assert "Hyperion (LA) 6,600,000" in words_for(public_money_per_job(taxes.public_money(data)))
    with pytest.raises(DrawingError, match="legal"):
        jobs_by_place(places.drop(columns="legal"))
    with pytest.raises(DrawingError, match="place_nowhere"):
        jobs_by_place(places.replace({"place_hyundai_ga": "place_nowhere"}))
