"""The ledger: filled on both sides, zero only where the books say so, and twice the campus is twice every extensive line."""

import csv
import math
import shutil
from pathlib import Path

import numpy as np
import pytest

from earth_or_orbit import explain, facts, scenario, study
from earth_or_orbit.facilities import LEDGER, LEDGER_NAMES, graph, is_zero_by_definition

PAIRS = scenario.study().pairs
PAIR_IDS = [f"{s}-{c}" for s, c in PAIRS]
BOTH_CASES = pytest.mark.parametrize("case", scenario.CASES)
DEFAULT_PAIRS = pytest.mark.parametrize("pair", PAIRS, ids=PAIR_IDS)


def test_the_ledger_has_the_lines_of_the_books_in_order() -> None:
    assert len(LEDGER_NAMES) == len(set(LEDGER_NAMES)) == 60
    assert LEDGER_NAMES[0] == "it_power_average_mw"
    assert LEDGER_NAMES[-1] == "silent_errors_per_accelerator_year"


@BOTH_CASES
@DEFAULT_PAIRS
def test_every_line_is_filled_and_zero_only_by_definition(pair: tuple[str, str], case: str) -> None:
    comparison = study.compare(*pair, case)
    record = comparison.as_json()
    for line in LEDGER:
        for side in scenario.SIDES:
            value = record[side][line.name]
            if isinstance(value, dict):
                assert line.name == "months_to_full_power" and value["status"] == "infeasible" and value["limit"]
                continue
            assert math.isfinite(value), (line.name, side)
            assert (value == 0) == (line.zero_side == side), (line.name, side, value)


@pytest.mark.parametrize("side", scenario.SIDES)
def test_zeros_are_defined_where_the_books_mark_them(side: str) -> None:
    marked = {line.name for line in LEDGER if line.zero_side == side}
    assert {n for n in LEDGER_NAMES if is_zero_by_definition(side, n)} == marked


@DEFAULT_PAIRS
def test_both_sides_fill_the_same_lines_units_years_and_dollars(pair: tuple[str, str]) -> None:
    comparison = study.compare(*pair)
    record = comparison.as_json()
    assert list(record["ground"]) == list(record["orbit"]) == list(record["units"]) == list(LEDGER_NAMES)
    for name in ("horizon_years", "discount_rate_frac", "accelerator_price_usd", "accelerator_power_w"):
        ground, orbit = (comparison.sides[s].inputs[name] for s in scenario.SIDES)
        assert ground == orbit, name
    assert record["ground"]["it_power_average_mw"] == record["orbit"]["it_power_average_mw"]


@DEFAULT_PAIRS
def test_twice_the_campus_is_twice_every_extensive_line(pair: tuple[str, str]) -> None:
    once = study.compare(*pair)
    size = float(once.values["ground"]["it_power_average_mw"])
    twice = study.compare(*pair, settings={"it_power_average_mw": 2 * size})
    for line in LEDGER:
        for side in scenario.SIDES:
            first, second = (float(np.asarray(c.values[side][line.name])) for c in (once, twice))
            if line.extensive:
                assert second == pytest.approx(2 * first, rel=1e-9), (line.name, side)
            elif line.name not in ("months_to_full_power", "delivered_share_at_horizon_frac"):
                assert second == pytest.approx(first, rel=1e-9), (line.name, side)


@DEFAULT_PAIRS
def test_totals_are_the_sums_of_their_lines(pair: tuple[str, str]) -> None:
    comparison = study.compare(*pair)
    for side in scenario.SIDES:
        v = {n: float(np.asarray(x)) for n, x in comparison.values[side].items()}
        carbon = sum(v[f"{n}_kgco2e"] for n in ("embodied_it", "embodied_plant", "energy", "launch", "reentry"))
        assert v["total_kgco2e"] == pytest.approx(carbon, rel=1e-12)
        annuity = float(comparison.sides[side].compute(("annuity_years",))["annuity_years"])
        capex = sum(v[f"capex_{n}_usd"] for n in ("accelerators", "plant", "power", "land", "launch"))
        later = v["refresh_usd"] + v["disposal_usd"] - v["residual_value_usd"]
        assert v["present_cost_usd"] == pytest.approx(capex + v["opex_usd_per_year"] * annuity + later, rel=1e-12)


def test_public_inputs_of_the_books_can_be_set_and_matter() -> None:
    pair = PAIRS[0]
    base = study.compare(*pair)
    settings = {
        "launch_price_usd_per_kg": 77, "satellite_specific_power_w_per_kg": 33, "satellite_price_usd": 5e6,
        "satellite_lifetime_years": 4, "accelerator_lifetime_years": 3, "accelerator_price_usd": 9999,
        "orbit_altitude_km": 1200, "radiator_temperature_k": 333, "radiator_areal_mass_kg_per_m2": 3,
        "solar_cell_efficiency_frac": 0.4, "electricity_price_usd_per_mwh": 200, "horizon_years": 10,
        "power_usage_effectiveness_ratio": 1.5, "water_usage_effectiveness_l_per_kwh": 1.1,
        "discount_rate_frac": 0.12, "it_power_average_mw": 50,
    }  # fmt: skip
    for name, value in settings.items():
        changed = study.compare(*pair, settings={name: value})
        moved = [
            (side, line)
            for side in scenario.SIDES
            for line in LEDGER_NAMES
            if not np.allclose(base.values[side][line], changed.values[side][line], rtol=1e-9, atol=0)
        ]
        assert moved, f"{name} moves no line"


def test_draws_are_arrays_and_the_same_for_the_same_seed() -> None:
    first, second = (study.compare(*PAIRS[0], draws=64).values["orbit"]["present_cost_usd"] for _ in range(2))
    assert first.shape == (64,)
    assert np.array_equal(first, second, equal_nan=True)
    assert np.nanmax(first) > np.nanmin(first)


def test_a_fact_shared_by_both_sides_is_drawn_once() -> None:
    comparison = study.compare(*PAIRS[0], draws=16)
    shared = comparison.sides["ground"].drawn & comparison.sides["orbit"].drawn
    assert "accelerator_price_usd" in shared
    for name in shared:
        rows = [comparison.sides[s].side.picks[name].fact for s in scenario.SIDES]
        if rows[0] is rows[1]:
            ground, orbit = (comparison.sides[s].inputs[name] for s in scenario.SIDES)
            assert np.array_equal(ground, orbit), name


def test_every_function_broadcasts_over_draws_like_its_scalars() -> None:
    comparison = study.compare(*PAIRS[0], draws=5)
    for side in scenario.SIDES:
        resolved = comparison.sides[side]
        drawn = resolved.compute(LEDGER_NAMES)
        one = {n: (v[2] if n in resolved.drawn or n == study.MATCHED else v) for n, v in resolved.inputs.items()}
        single = study.Resolved(resolved.side, one, {}, frozenset()).compute(LEDGER_NAMES)
        for name in LEDGER_NAMES:
            got = np.broadcast_to(drawn[name], (5,))[2]
            assert float(single[name]) == pytest.approx(float(got), rel=1e-12), (side, name)


@DEFAULT_PAIRS
def test_explain_ends_at_a_page_or_at_zero_by_definition(pair: tuple[str, str]) -> None:
    for side in scenario.SIDES:
        for line in LEDGER:
            tree = explain.explain(line.name, *pair, side=side)
            leaves = explain.leaves(tree)
            assert leaves
            for leaf in leaves:
                assert leaf["kind"] in ("fact", "series", "zero by definition", "computed"), leaf["quantity"]
                if leaf["kind"] == "fact" and leaf["fact"]["kind"] not in ("judgement", "brief"):
                    assert leaf["fact"]["source"]["url"].startswith("http"), leaf["quantity"]
                    assert leaf["fact"]["locator"]
            if line.zero_side == side:
                assert tree["kind"] == "zero by definition" and tree["why"]
            else:
                assert tree["formula"] and tree["inputs"]


def test_explain_shows_the_operators_acres_beside_the_briefs() -> None:
    tree = explain.explain("campus_land_m2", "fairwater_wi", PAIRS[0][1])
    leaf = next(x for x in explain.leaves(tree) if x["quantity"] == "campus_land_published_m2")
    assert (leaf["fact"]["central"], leaf["fact"]["kind"]) == (325, "brief")
    assert 315 in [other["central"] for other in leaf["beside"]]


def test_a_changed_leaf_moves_the_value(tmp_path: Path) -> None:
    root = facts.root_folder()
    for name in ("data", "scenarios"):
        shutil.copytree(root / name, tmp_path / name)
    path = tmp_path / "data" / "facts" / "sites.csv"
    rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
    row = next(r for r in rows if r["source_id"] == "brief" and r["quantity"] == "campus_land_published_m2")
    row["central"] = "650"
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, facts.COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    before, after = (study.compare(*PAIRS[0], data=facts.load(r)) for r in (root, tmp_path))
    lands = [float(c.values["ground"]["campus_land_m2"]) for c in (before, after)]
    assert lands[1] == pytest.approx(2 * lands[0])


ALTERNATIVES = [(s, c, v) for s in scenario.SIDES for c, values in scenario.CHOICES[s].items() for v in values]


@pytest.mark.parametrize(("side", "choice", "value"), ALTERNATIVES)
def test_every_alternative_computes_or_names_the_fact_it_lacks(side: str, choice: str, value: str) -> None:
    computed = 0
    for pair in PAIRS:
        try:
            comparison = study.compare(*pair, choices={choice: value})
        except scenario.ScenarioError as error:
            assert "no file chooses a fact for" in str(error)
            continue
        assert np.isfinite(comparison.values[side]["present_cost_usd"])
        computed += 1
    assert computed, f"no default pair can take {choice}={value}"


def test_pausing_in_eclipse_costs_the_eclipse_share() -> None:
    battery, pause = (study.compare(*PAIRS[0], choices={"eclipse_operation": c}) for c in ("battery", "pause"))
    eclipse = float(pause.sides["orbit"].compute(("eclipse_fraction_year_mean_frac",))["eclipse_fraction_year_mean_frac"])
    ratio = float(pause.values["orbit"]["delivered_frac"]) / float(battery.values["orbit"]["delivered_frac"])
    assert ratio == pytest.approx(1 - eclipse, rel=1e-12)
    assert 0 < eclipse < 0.1


def test_a_fleet_that_cannot_be_built_says_what_binds() -> None:
    comparison = study.compare(*PAIRS[0], settings={"vehicle_launches_count_per_year": 1})
    value = comparison.as_json()["orbit"]["months_to_full_power"]
    assert value["central"] is None and value["status"] == "infeasible"
    assert "launches of the vehicle" in value["limit"]
    assert 0 < comparison.as_json()["orbit"]["delivered_share_at_horizon_frac"] < 1


def test_all_pairs_of_sites_and_concepts_resolve() -> None:
    sites, concepts = (scenario.names(s) for s in scenario.SIDES)
    assert len(sites) >= 11 and len(concepts) >= 5
    for site, concept in [*((s, concepts[0]) for s in sites), *((sites[0], c) for c in concepts)]:
        for case in scenario.CASES:
            record = study.compare(site, concept, case).as_json()
            assert set(record["ground"]) == set(LEDGER_NAMES)


@pytest.mark.parametrize("side", scenario.SIDES)
def test_no_quantity_is_computed_twice_under_two_names(side: str) -> None:
    choices = scenario.read_side(side, PAIRS[0][0 if side == "ground" else 1], "demonstrated", facts.load()).choices
    assert set(LEDGER_NAMES) <= set(graph(side, choices)) | {study.MATCHED}


def test_the_remark_counts_the_facts_that_the_ledger_rests_on() -> None:
    comparison = study.compare(*PAIRS[0])
    for side in scenario.SIDES:
        trees = [explain.explain(line.name, *PAIRS[0], side=side) for line in LEDGER]
        leaves = {x["quantity"]: x for tree in trees for x in _own_leaves(tree)}
        met = [x for x in leaves.values() if x["kind"] == "fact"]
        judged, donors = sum(x["fact"]["kind"] == "judgement" for x in met), sum(x["donor"] for x in met)
        said = f"{side}: of {len(met)} facts {judged} are judgements and {donors} come from a donor"
        assert said in comparison.remarks()


def _own_leaves(tree: dict) -> list[dict]:
    """Leaves of a tree, without what the matched line brings over from the other side."""
    if tree["kind"] == "matched":
        return []
    found = [leaf for branch in tree.get("inputs", ()) for leaf in _own_leaves(branch)]
    return found or [tree]
