"""What powers a campus: conserved energy, hand calculations, published costs and land, choices that change, bad input."""

import json
from dataclasses import replace

import numpy as np
import pytest
from matplotlib.figure import Figure

from earth_or_orbit import drawing, facts, scenario, study
from earth_or_orbit.facilities import LEDGER_NAMES
from earth_or_orbit.limits import lacking, supply_limits
from earth_or_orbit.scenario import SUPPLIES, ScenarioError
from earth_or_orbit.sentences import power_supply as say
from earth_or_orbit.tables import power_supply as tables

SITE, CONCEPT = scenario.study().pairs[0]
SITES, CASES = scenario.names("ground"), scenario.CASES
# One array and storage per MW of load, given by hand: the numbers below are checked by hand, not the design.
SUN = {"solar_mw_per_mw": 6.0, "storage_h": 18.0, "solar_unserved_energy_frac": 0.001, "solar_curtailed_frac": 0.35,
       "storage_cycles_per_year": 282.0}  # fmt: skip
STORED = 282.0 * 18 / (8766 * 0.999)  # share of the load that comes out of storage
M2_PER_ACRE = 4046.8564224


@pytest.fixture(scope="module")
def data():
    return facts.load()


@pytest.fixture(scope="module")
def compared(data):
    return tables.supplies(data, SITE, "demonstrated", None, 40)


def values(data, supply, names, site=SITE, case="demonstrated", settings=None):
    given = {**(SUN if "solar" in supply else {}), **(settings or {})}
    got = tables.campus_with(data, site, case, supply, given).compute(names)
    return {name: float(np.asarray(value)) for name, value in got.items()}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("site", SITES)
def test_energy_in_is_energy_out_for_every_supply(data, site, case) -> None:
    table = tables.balance(data, site, case, SUN)
    assert list(table["supply"]) == list(SUPPLIES)
    assert table["mwh_in"].to_numpy() == pytest.approx(table["mwh_out"].to_numpy(), rel=1e-12)


@pytest.mark.parametrize("supply", SUPPLIES)
def test_every_supply_fills_every_line(data, supply) -> None:
    settings = SUN if "solar" in supply else None
    made = study.compare(SITE, CONCEPT, "demonstrated", settings, choices={"electricity_supply": supply})
    lines = made.as_json()["ground"]
    assert set(lines) == set(LEDGER_NAMES) and all(isinstance(v, float) for v in lines.values()), lines


def test_plants_of_one_supply_are_no_other_supplys(data) -> None:
    names = ("gas_capacity_mw", "solar_capacity_mw", "storage_capacity_mwh", "nuclear_capacity_mw", "grid_peak_mw")
    stands = {s: {n for n, v in values(data, s, names).items() if v > 0} for s in SUPPLIES}
    gas, reactor, grid = "gas_capacity_mw", "nuclear_capacity_mw", "grid_peak_mw"
    sun = {"solar_capacity_mw", "storage_capacity_mwh"}
    assert stands == {"grid": {grid}, "dedicated_gas": {gas, grid}, "onsite_turbines": {gas, grid}, "solar_storage": sun,
                      "solar_storage_gas": sun | {gas}, "nuclear": {reactor, grid}}  # fmt: skip


def test_array_and_storage_by_hand(data) -> None:
    names = ("solar_capacity_mw", "storage_capacity_mwh", "facility_average_mw", "powered_frac", "solar_curtailed_mwh_per_year",
             "solar_generated_mwh_per_year", "facility_electricity_mwh_per_year", "storage_loss_mwh_per_year",
             "storage_service_years", "energy_supply_land_m2")  # fmt: skip
    got = values(data, "solar_storage", names)
    load = got["facility_average_mw"]
    assert got["powered_frac"] == pytest.approx(0.999), "hours lost to dark days count"
    assert got["solar_capacity_mw"] == pytest.approx(6 * load) and got["storage_capacity_mwh"] == pytest.approx(18 * load / 0.88)
    lost = got["facility_electricity_mwh_per_year"] * STORED * (1 / 0.85 - 1)
    assert got["storage_loss_mwh_per_year"] == pytest.approx(lost)
    could = got["solar_generated_mwh_per_year"] + got["solar_curtailed_mwh_per_year"]
    assert got["solar_curtailed_mwh_per_year"] == pytest.approx(0.35 * could)
    assert got["storage_service_years"] == 15, "248 full cycles a year wear out later than the calendar"
    land = (6 * 5.56 + 18 / 0.88 * 0.016) * M2_PER_ACRE * load
    assert got["energy_supply_land_m2"] == pytest.approx(land, rel=1e-5)


def test_few_cycles_end_a_battery_before_its_calendar(data) -> None:
    worn = values(data, "solar_storage", ("storage_service_years", "refresh_usd"), settings={"storage_cycle_life_count": 2000})
    fresh = values(data, "solar_storage", ("storage_service_years", "refresh_usd"))
    cycles = 8766 * 0.999 * STORED / (18 / 0.88)
    assert worn["storage_service_years"] == pytest.approx(2000 / cycles)
    assert worn["refresh_usd"] > fresh["refresh_usd"]


def test_gas_behind_sun_carries_what_is_left_and_stands_for_all(data) -> None:
    names = ("gas_generated_mwh_per_year", "facility_electricity_mwh_per_year", "gas_capacity_mw", "facility_peak_mw",
             "powered_frac")  # fmt: skip
    got = values(data, "solar_storage_gas", names, settings={"solar_unserved_energy_frac": 0.12})
    assert got["gas_generated_mwh_per_year"] == pytest.approx(0.12 * got["facility_electricity_mwh_per_year"])
    assert got["gas_capacity_mw"] == pytest.approx(1.35 * got["facility_peak_mw"]), "full backup, with spare units"
    assert got["powered_frac"] == pytest.approx(values(data, "grid", ("powered_frac",))["powered_frac"])


def test_a_megawatt_hours_parts_add_up_and_match_the_ledgers_money(data) -> None:
    for supply in SUPPLIES:
        names = ("supply_cost_usd_per_mwh", *tables.COST_PARTS, "annuity_years", "facility_electricity_mwh_per_year",
                 "present_cost_usd")  # fmt: skip
        got = values(data, supply, names)
        assert got["supply_cost_usd_per_mwh"] == pytest.approx(sum(got[name] for name in tables.COST_PARTS))
        # A dollar more per kW of connection moves the ledger by what it moves the levelised cost.
        dearer = values(data, supply, names, settings={"grid_connection_price_usd_per_kw": 1300})
        moved = (dearer["supply_cost_usd_per_mwh"] - got["supply_cost_usd_per_mwh"]) * got["annuity_years"]
        moved *= got["facility_electricity_mwh_per_year"]
        assert dearer["present_cost_usd"] - got["present_cost_usd"] == pytest.approx(moved, abs=1)


def test_combined_cycle_and_solar_cost_what_lazard_and_berkeley_lab_print(data) -> None:
    """Lazard prints 48 to 107 USD/MWh for a combined cycle; Berkeley Lab 46 for a park of 2023 at a capacity factor of 24 %."""
    printed = tables.published_beside_ours(data, "demonstrated").set_index("subject").loc["lazard_2025_combined_cycle"]
    assert printed["low"] < printed["ours"] < printed["high"]
    rate, years, hours = 0.05, 30, 8766 * 0.24
    yearly = 1430 * rate / (1 - (1 + rate) ** -years) + 22
    assert yearly * 1000 / hours == pytest.approx(46, rel=0.2), "price and care of the array by an annuity of its life"


def test_nuclear_costs_lie_where_vogtles_money_puts_them(data) -> None:
    """15,900 USD/kW at 93 % over 60 years and 7 %: about 140 USD/MWh of capital, 38 of care and fuel; the press says 180."""
    annuity = 15_900 * 0.07 / (1 - 1.07**-60)
    by_hand = annuity * 1000 / (8766 * 0.93) + 189 * 1000 / (8766 * 0.93) + 14
    got = values(data, "nuclear", ("supply_cost_usd_per_mwh",), settings={"horizon_years": 50})
    assert by_hand == pytest.approx(176, rel=0.02)
    assert got["supply_cost_usd_per_mwh"] == pytest.approx(by_hand, rel=0.25)


def test_land_per_megawatt_of_named_plants(data) -> None:
    """Homer City 0.047 acre per MW of gas plant; 0.18 MW of tracker per acre; Portage Solar 8 acres per MW is wider."""
    got = values(data, "dedicated_gas", ("energy_supply_land_m2", "gas_capacity_mw", "grid_peak_mw"), site="homercity_pa")
    per_mw = got["energy_supply_land_m2"] / M2_PER_ACRE / (got["gas_capacity_mw"] + got["grid_peak_mw"])
    assert per_mw == pytest.approx(0.047, rel=0.01)
    land = values(data, "solar_storage", ("energy_supply_land_m2", "solar_capacity_mw"), settings={"storage_land_m2_per_mwh": 0})
    acres = land["energy_supply_land_m2"] / M2_PER_ACRE / land["solar_capacity_mw"]
    assert acres == pytest.approx(1 / 0.18, rel=0.01)
    (portage,) = data.rows("portage_solar", "solar_plant_land_m2_per_mw")
    assert acres < portage.low <= portage.central


def test_turbines_without_steam_burn_leak_and_drink_as_they_should(data) -> None:
    names = ("gas_burnt_ratio", "own_gas_water_l_per_kwh", "onsite_carbon_kgco2e_per_mwh")
    made = tables.campus_with(data, SITE, "demonstrated", "onsite_turbines", basis="life_cycle").compute(names)
    assert made["gas_burnt_ratio"] == pytest.approx(0.551 / 0.351)
    assert made["onsite_carbon_kgco2e_per_mwh"] == pytest.approx(439 * 0.551 / 0.351), "more than its stack's 515"
    tower = tables.campus_with(data, SITE, "demonstrated", "dedicated_gas").compute(names)
    assert made["own_gas_water_l_per_kwh"] < 0.2 * tower["own_gas_water_l_per_kwh"] and tower["gas_burnt_ratio"] == 1


def test_what_has_no_stack_is_charged_alike_however_carbon_is_counted(compared) -> None:
    wide = compared.pivot(index="supply", columns="measure", values="central")
    assert wide.loc["solar_storage", "carbon"] == pytest.approx(wide.loc["solar_storage", "carbon_average"])
    assert wide.loc["grid", "carbon_marginal"] > 1.5 * wide.loc["grid", "carbon_average"]
    assert wide["carbon"].idxmin() == "nuclear" and wide["carbon"].idxmax() == "onsite_turbines"


def test_a_longer_lived_plant_is_worth_more_at_the_end(data) -> None:
    short, long = (values(data, "dedicated_gas", ("residual_value_usd",), settings={"gas_plant_lifetime_years": y})
                   for y in (16, 40))  # fmt: skip
    assert short["residual_value_usd"] < long["residual_value_usd"]


def test_facts_follow_the_choice_and_go_with_it(data) -> None:
    side = scenario.read_side("ground", SITE, "demonstrated", data)
    assert side.picks["gas_plant_efficiency_frac"].fact.subject == "combined_cycle"
    study.override_choices({"ground": side}, {"electricity_supply": "onsite_turbines"})
    assert side.picks["gas_plant_efficiency_frac"].fact.subject == "simple_cycle_turbines"
    study.override_choices({"ground": side}, {"electricity_supply": "grid"})
    assert side.picks["gas_plant_efficiency_frac"].fact.subject == "combined_cycle"


def test_a_sites_own_word_outranks_the_choices_facts(data) -> None:
    side = scenario.read_side("ground", "homercity_pa", "demonstrated", data)
    study.override_choices({"ground": side}, {"electricity_supply": "onsite_turbines"})
    assert side.picks["plant_site_land_m2_per_mw"].fact.subject == "homercity_pa"


@pytest.mark.parametrize(("given", "said"), [
    ("nucleer", "did you mean 'nuclear'?"), ("solar", "allowed: grid, dedicated_gas"), ("diesel_only", "allowed: grid"),
])  # fmt: skip
def test_an_unknown_supply_is_told_with_the_nearest(data, given, said) -> None:
    with pytest.raises(ScenarioError, match="electricity_supply") as error:
        tables.campus_with(data, SITE, "demonstrated", given)
    assert said in str(error.value) and "\n" not in str(error.value)
    with pytest.raises(ScenarioError, match="--choose electricity_supply=VALUE"):
        scenario.check_setting("electricity_supply", given, data)


def test_a_site_without_a_place_asked_for_sun_is_told_so(data) -> None:
    side = scenario.read_side("ground", SITE, "demonstrated", data)
    study.override_choices({"ground": side}, {"electricity_supply": "solar_storage"})
    assert "asks for the sun at the campus's place" in lacking(side, "campus_latitude_deg")
    study.override_choices({"ground": side}, {"electricity_supply": "grid"})
    assert "sun" not in lacking(side, "campus_latitude_deg")


def test_a_reliability_that_nothing_meets_names_its_limit(data) -> None:
    ready = tables.campus_with(data, SITE, "demonstrated", "solar_storage", SUN)
    dark = replace(ready, settings={**ready.settings, "solar_mw_per_mw": np.nan},
                   inputs={**ready.inputs, "solar_mw_per_mw": np.nan})  # fmt: skip
    limits = supply_limits(dark, dark.compute(LEDGER_NAMES))
    assert {"capex_power_usd", "present_cost_usd", "energy_supply_land_m2"} <= set(limits)
    assert "campus_land_m2" not in limits and "no array and storage" in limits["present_cost_usd"].text
    assert supply_limits(ready, ready.compute(LEDGER_NAMES)) == {}


UNKNOWN_CONDITIONS = ("{noise: {}}", "{electricity_supply: {sun: {}}}", "{electricity_supply: {grid: {choices: {}}}}")


@pytest.mark.parametrize("block", UNKNOWN_CONDITIONS)
def test_a_condition_that_names_nothing_known_is_refused(data, tmp_path, block) -> None:
    (tmp_path / "data").symlink_to(data.root / "data")
    folder = tmp_path / "scenarios"
    (folder / "sites").mkdir(parents=True)
    for name in ("study.yml", "ground.yml", f"sites/{SITE}.yml"):
        text = (data.root / "scenarios" / name).read_text(encoding="utf-8")
        (folder / name).write_text(text + (f"when: {block}\n" if "sites" in name else ""), encoding="utf-8")
    with pytest.raises(ScenarioError, match=r"when\."):
        scenario.read_side("ground", SITE, "demonstrated", facts.load(tmp_path))


def test_the_table_tells_what_cannot_be_computed(data, compared) -> None:
    assert say.computed(compared) == list(SUPPLIES) and not say.not_computed_said(compared)
    broken = compared.assign(central=np.where(compared["supply"] == "nuclear", np.nan, compared["central"]), note="no fact")
    assert say.computed(broken) == list(SUPPLIES[:-1])
    assert say.not_computed_said(broken) == "Nuclear is not computed: no fact."
    assert isinstance(drawing.power_supplies(broken), Figure)


def test_pictures_and_words(data, compared) -> None:
    figure = drawing.power_supplies(compared)
    assert "km²" in figure.alternative_text
    everywhere = tables.sites_with(data, "demonstrated", "nuclear", None, 20, SITE)
    assert set(everywhere["site"]) == set(SITES) and "Fairwater" in drawing.supply_by_site(everywhere).alternative_text
    printed = say.printed_supplies(data, compared)
    assert len(printed) == len(SUPPLIES) and "grid (this site's)" in printed.index
    assert "Months to power" not in printed
    assert say.printed_supplies(data, compared, {"grid": 60.0}).loc["grid (this site's)", "Months to power"] == "60.0"
    for supply in SUPPLIES:
        told = say.supply_answer(data, compared, SITE, supply) + say.place_said(data, compared, supply)
        assert "nan" not in told and "$" not in told
    told = [say.cost_said(compared), say.carbon_said(compared), say.sites_said(everywhere),
            say.best_case_said(compared, compared), say.reactors_said(tables.reactors(data))]  # fmt: skip
    assert all("nan" not in text and text for text in told), json.dumps(told)


def test_draws_give_ranges_that_hold_the_central_value(compared) -> None:
    costs = compared[compared["measure"] == "cost"]
    assert (costs["low"] < costs["central"]).all() and (costs["central"] < costs["high"]).all()
