"""Air, climate and health: published tonnages and costs, hand calculations, conserved sums, limits, bad input."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from earth_or_orbit import drawing, facts, scenario, study, units
from earth_or_orbit.facilities import LEDGER_NAMES
from earth_or_orbit.quantities import air_permits, health_cost, reused_heat
from earth_or_orbit.sentences import air as say
from earth_or_orbit.sentences import health as say_health
from earth_or_orbit.tables import air, health
from earth_or_orbit.tables.places import campus, fleet

SITE, CONCEPT = scenario.study().pairs[0]
CASE = "demonstrated"
SHORT_TON_KG = 907.18474


@pytest.fixture(scope="module")
def data():
    return facts.load()


@pytest.fixture(scope="module")
def table(data):
    return air.air_per_mwh(data, SITE, CONCEPT, CASE, 20)


@pytest.fixture(scope="module")
def cost(data):
    return health.beside_the_nation(data, SITE, CONCEPT, CASE, 20)


def test_both_sides_fill_the_two_new_lines() -> None:
    assert {"so2_kg_per_year", "health_cost_usd_per_year"} <= set(LEDGER_NAMES)
    pair = study.compare(SITE, CONCEPT, CASE)
    for side in scenario.SIDES:
        for line in ("so2_kg_per_year", "health_cost_usd_per_year"):
            assert pair.values[side][line] > 0


def test_sulphur_dioxide_by_hand(data) -> None:
    """Fairwater is on the grid alone: 0.412 lb a MWh generated in RFC West, and 0.0066 g/kWh from its engines."""
    own = campus(data, SITE, CASE)
    values = own.compute(("so2_kg_per_year", "grid_generated_mwh_per_year", "backup_generated_mwh_per_year"))
    by_hand = values["grid_generated_mwh_per_year"] * 0.412 * 0.45359237 + values["backup_generated_mwh_per_year"] * 0.0066
    assert values["so2_kg_per_year"] == pytest.approx(by_hand)


def test_breathed_air_is_all_of_it_on_the_ground_and_no_more_in_orbit(data) -> None:
    pairs = (("breathed_nox_kg_per_year", "nox_kg_per_year"), ("breathed_pm25_kg_per_year", "pm25_kg_per_year"))
    ground, orbit = campus(data, SITE, CASE), fleet(data, CONCEPT, CASE, 100.0)
    for breathed, line in pairs:
        values = ground.compute((breathed, line))
        assert values[breathed] == values[line]
        values = orbit.compute((breathed, line))
        assert 0 < values[breathed] < values[line]
    whole = study.with_settings(orbit, {"launch_near_ground_frac": 1.0})
    values = whole.compute(("breathed_nox_kg_per_year", "nox_kg_per_year"))
    assert values["breathed_nox_kg_per_year"] == pytest.approx(values["nox_kg_per_year"])


def test_the_parts_of_a_health_cost_add_up(data) -> None:
    own = campus(data, SITE, CASE)
    assert sum(health.parts(own).values()) == pytest.approx(float(own.compute((health.WHOLE,))[health.WHOLE]))
    orbit = fleet(data, CONCEPT, CASE, 100.0).compute((health.WHOLE, *health.PARTS[:2]))
    assert orbit[health.WHOLE] == pytest.approx(orbit[health.PARTS[0]] + orbit[health.PARTS[1]])


def test_health_cost_is_in_no_cost_line(data) -> None:
    """Nobody is billed: a price of harm ten times as high moves no other line of the ledger."""
    own = campus(data, SITE, CASE)
    dearer = study.with_settings(own, {"so2_health_cost_usd_per_kg": 10 * own.inputs["so2_health_cost_usd_per_kg"]})
    lines = tuple(line for line in LEDGER_NAMES if line != health.WHOLE)
    before, after = own.compute(lines), dearer.compute(lines)
    assert all(np.array_equal(before[line], after[line]) for line in lines)
    assert dearer.compute((health.WHOLE,))[health.WHOLE] > own.compute((health.WHOLE,))[health.WHOLE]


def test_engines_from_a_tall_stack_add_nothing() -> None:
    assert health_cost.engine_health_cost_usd_per_year(1000, 6.4, 10, 1, 0.2, 150, 1) == 0


def test_the_memphis_permit_by_hand(data) -> None:
    """87 short tons over 247 MW; 2 ppm is 1.194e-7 lb/scf/ppm × 8,710 scf/MMBtu × 20.9/5.9 for each MMBtu burnt."""
    row = air.turbines_beside_permits(data).set_index(["permit", "factor"]).loc[("permit_colossus1", "two_ppm_catalyst")]
    pounds_per_mmbtu = 2 * 1.194e-7 * 8710 * 20.9 / 5.9
    by_hand = 247 * 8766 * pounds_per_mmbtu * 0.45359237 * (3.412 / 0.351)
    assert row["permitted_kg"] == pytest.approx(87 * SHORT_TON_KG)
    assert row["factor_kg"] == pytest.approx(by_hand, rel=2e-3)
    assert row["ratio"] < 1, "what may be emitted must cover full time behind the catalyst"


def test_two_campuses_of_one_owner_share_one_rate(data) -> None:
    table = air.turbines_beside_permits(data)
    rates = table[table["pollutant"] == "nox"].groupby("permit")["permitted_kg_per_mwh"].first()
    assert rates["permit_colossus2"] == pytest.approx(rates["permit_colossus1"], rel=0.01)


def test_engines_by_hand(data) -> None:
    """39 engines of 2.8 MW, 20 hours, 6.4 g/kWh; a tenth of it and less from Tier 4."""
    table = air.engines(data).set_index(["fleet", "tier"])
    assert table.loc[("engines_fairwater_first", "tier_2_generator"), "nox_kg"] == pytest.approx(39 * 2.8 * 20 * 6.4)
    assert table.loc[("engines_lighthouse", "tier_2_generator"), "megawatts"] == pytest.approx(87, rel=0.01)
    ratio = table.xs("tier_4_generator", level="tier")["nox_kg"] / table.xs("tier_2_generator", level="tier")["nox_kg"]
    assert ratio.to_numpy() == pytest.approx(0.67 / 6.4)


def test_a_limit_is_reached_after_its_hours() -> None:
    hours = air_permits.limit_reached_after_h_per_year(12_800, 100, 6.4)
    assert air_permits.factor_kg_per_year(100, hours, 6.4) == pytest.approx(12_800)


def test_hyperions_plants_come_to_what_was_derived(data) -> None:
    """About 5.5 Mt (3.8 to 6.0) for three plants and 18 for ten; 24 over the life cycle."""
    table = air.gas_plants(data).set_index("permit")
    three, ten = table.loc["permit_hyperion"], table.loc["permit_hyperion_ten"]
    assert three["central_kg"] == pytest.approx(5.5e9, rel=0.02) and ten["central_kg"] == pytest.approx(18.3e9, rel=0.02)
    assert three["low_kg"] == pytest.approx(3.8e9, rel=0.03) and three["high_kg"] == pytest.approx(6.0e9, rel=0.02)
    assert ten["life_cycle_kg"] == pytest.approx(24.4e9, rel=0.01)
    assert table.loc["permit_homer_city", "printed_share"] > 1 > table.loc["permit_oak_creek", "printed_share"]


def test_leaks_by_hand(data) -> None:
    row = air.leaks(data).set_index("leak").loc["measured_leaks"]
    burnt = 3600 / 0.551 / 55.5  # kg of methane of 55.5 MJ/kg for a MWh
    assert row["leaked_kg"] == pytest.approx(0.023 / 0.977 * burnt * 29.8, rel=1e-3)
    assert row["total_kg"] == pytest.approx(row["stack_kg"] + row["leaked_kg"])


def test_the_wrong_region_costs_half_as_much_again(data) -> None:
    """1,405 against 916 lb a MWh."""
    row = air.wrong_region(data, SITE, CASE).set_index("what").loc["co2"]
    assert row["other_kg"] / row["own_kg"] == pytest.approx(1404.963 / 916.054)


def test_carbon_by_basis_agrees_with_the_ledger(data) -> None:
    table = air.carbon_by_basis(data, CASE, SITE).set_index(["site", "basis"])["kg_per_mwh"]
    own = campus(data, SITE, CASE)
    assert table[(SITE, "location_average")] == pytest.approx(float(air.per_mwh(own)["co2"]))
    assert table[(SITE, "marginal")] == pytest.approx(1.715 * table[(SITE, "location_average")])
    assert (SITE, "market_based") in table and ("jade_wy", "market_based") not in table


def test_reused_heat_keeps_its_energy(data) -> None:
    table = air.heat(data, SITE, CASE)
    assert (table["recovered_mwh"] + table["pump_mwh"]).to_numpy() == pytest.approx(table["delivered_mwh"].to_numpy())
    assert table["share_frac"].is_monotonic_increasing and table["share_frac"].iloc[-1] == pytest.approx(0.75)
    assert air.espoo_claim_mwh(data) == pytest.approx(400e6 / (53.02 / 0.29307107 / 0.9), rel=1e-4)


def test_reused_heat_on_a_coal_grid_saves_nothing() -> None:
    """A heat pump of 3 on 1,000 kg/MWh emits more than a boiler of 200: the saving turns negative."""
    pump = reused_heat.pump_electricity_mwh_per_year(900, 3)
    heat = reused_heat.delivered_heat_mwh_per_year(900, pump)
    assert reused_heat.avoided_kgco2e_per_year(heat, 200, pump, 1000) < 0


def test_published_health_costs(data) -> None:
    """Han et al. print 5.6 (4.2 to 7.0) billion for 152.1 TWh: ours covers it. Oak Creek needs full time to come near."""
    table = health.reproduced(data).set_index("case")
    nation = table.loc["national"]
    assert nation["low"] < nation["published"] < nation["high"]
    assert nation["published"] == pytest.approx(5.6e9 * data.price_ratio(2023, 2025))
    assert table.loc["oak_creek", "high"] < table.loc["oak_creek", "published_low"]
    assert table.loc["oak_creek_full", "high"] > table.loc["oak_creek_full", "published_low"]
    assert table.loc["oak_creek_full", "ours"] / table.loc["oak_creek", "ours"] == pytest.approx(1 / 0.2374, rel=1e-3)
    rate = health.published_rates(data).set_index("study").loc["unpaid_toll_average", "central"]
    assert rate == pytest.approx(5.6e9 * data.price_ratio(2023, 2025) / 152.1e6)


def test_six_cities_is_one_factor_for_every_pollutant(data) -> None:
    """The two studies of deaths differ by one factor, which the high ends rest on."""
    ratios = [
        health.fact_of(data, "easiur_wi_six_cities", price) / health.fact_of(data, "easiur_wi", price)
        for price in health.PRICES[:3]
    ]
    assert ratios == pytest.approx([2.569] * 3, rel=1e-3)
    low, _, high = health.spread_of(data, "health_damage_wi", health.PRICES[0])
    models = [health.in_study_dollars(data, data.rows(f"{m}_wi", health.PRICES[0])[0])[1] for m in health.MODELS]
    assert low == pytest.approx(min(models), rel=1e-3) and high == pytest.approx(2.569 * max(models), rel=1e-3)


def test_place_stays_in_the_price(data) -> None:
    """The same kilograms cost less in Wyoming than in Michigan."""
    tonne = {"nox": 1000.0, "so2": 1000.0, "pm25": 1000.0}
    few, many = (health.price_of(data, tonne, f"health_damage_{s}") for s in ("wy", "mi"))
    assert all(few[end] < many[end] for end in health.ENDS)
    near = health.price_of(data, tonne, "health_damage_mi", near_people=True)
    assert near["central"] > many["central"] and near["low"] == pytest.approx(many["low"])


def test_a_site_without_a_state_falls_back_to_the_nation(data) -> None:
    side = scenario.read_side("ground", SITE, CASE, data)
    assert side.picks[health.PRICES[0]].fact.subject == "health_damage_wi" and health.state_of(data, SITE, CASE) == "wi"
    shared = scenario._read_yaml(data.root / "scenarios" / "ground.yml", data.root)
    assert "us_health_damage" in shared["subjects"]


def test_bad_input_is_told_in_one_line(data) -> None:
    with pytest.raises(facts.FactError, match="data/facts/ has no nox_health_cost_usd_per_kg of health_damage_xx"):
        health.price_of(data, {"nox": 1.0, "so2": 1.0, "pm25": 1.0}, "health_damage_xx")
    with pytest.raises(scenario.ScenarioError, match=r"site 'fairwater' is not known"):
        air.heat(data, "fairwater", CASE)
    with pytest.raises(scenario.ScenarioError, match=r"ozone_season_frac: 1.5 is not allowed"):
        scenario.check_setting("ozone_season_frac", 1.5, data)


def test_every_place_is_in_the_figures_and_they_are_drawn(data, table, cost) -> None:
    places = {*scenario.names("ground"), *scenario.names("orbit")}
    assert set(table["place"]) == set(cost["place"]) == places
    assert set(table["what"]) == set(say.KINDS)
    for figure in (drawing.air_by_place(table), drawing.health_cost_by_place(cost),
                   drawing.permits_beside_factors(air.permit_marks(data))):  # fmt: skip
        assert isinstance(figure, Figure)


def test_sentences_say_both_sides_in_the_same_words(data, table, cost) -> None:
    ground, orbit = say.best_cases(table, cost).split("\n\n")
    assert ground.startswith("**Ground, at its best.** Least of 21") and orbit.startswith("**Orbit, at its best.** Least of 5")
    assert abs(len(ground) - len(orbit)) < 80
    assert "Fairwater" in say.air_answer(table, cost, CASE)
    assert "0 by definition" not in say.heat_said(data, air.heat(data, SITE, CASE), SITE, air.espoo_claim_mwh(data))
    apart = say.printed_apart(air.apart(data, SITE, CASE, 0))
    assert len(apart) == 5 and apart.shape[1] == 3


def test_printed_prices_have_every_source(data) -> None:
    printed = say_health.printed_prices(health.prices(data, SITE, CASE))
    assert isinstance(printed, pd.DataFrame) and "AP2, WI" in printed.index and "used here, WI" in printed.index
    assert "EPA 2024, cement kilns" in printed.index and len(printed) >= len(health.AGENCY) + 3
    assert "Ozone is in EPA's newest table only" in say_health.prices_said(health.prices(data, SITE, CASE))


def test_permits_of_press_are_kept_as_printed(data) -> None:
    row = data.rows("permit_colossus1", "permitted_formaldehyde_kg_per_year")[0]
    assert (row.central, row.unit) == (9.8, "short_ton/year")
    assert units.convert(row.central, row.unit, "kg/year") == pytest.approx(9.8 * SHORT_TON_KG)
