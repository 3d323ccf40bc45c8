"""Tidy tables of what could power a campus: six supplies at one site, one supply at every site, and published costs."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from earth_or_orbit import scenario, study, units
from earth_or_orbit.facts import Data
from earth_or_orbit.limits import supply_limits
from earth_or_orbit.scenario import SUPPLIES, ScenarioError
from earth_or_orbit.study import Resolved
from earth_or_orbit.tables.known import facts_of
from earth_or_orbit.tables.mass_and_power import number
from earth_or_orbit.tables.pairs import ends
from earth_or_orbit.tables.places import yardstick

FACTS = (
    "gas_plant_price_usd_per_kw", "gas_price_usd_per_mwh", "electricity_price_usd_per_mwh", "solar_plant_price_usd_per_kw",
    "storage_energy_price_usd_per_kwh", "nuclear_plant_price_usd_per_kw", "plant_site_land_m2_per_mw",
    "solar_plant_land_m2_per_mw", "nuclear_plant_land_m2_per_mw", "storage_embodied_kgco2e_per_kwh",
)  # fmt: skip
RELIABILITY = "supply_reliability_frac"
COST_PARTS = ("supply_capital_cost_usd_per_mwh", "own_energy_cost_usd_per_mwh", "grid_energy_cost_usd_per_mwh")
LINES = (
    "supply_cost_usd_per_mwh", *COST_PARTS, "capex_power_usd", "energy_supply_land_m2", "fuel_chain_land_m2",
    "power_plant_water_consumption_m3_per_year", "energy_kgco2e", "nox_kg_per_year", "pm25_kg_per_year", "powered_frac",
    "delivered_frac", "facility_electricity_mwh_per_year", "facility_average_mw", "grid_peak_mw",
)  # fmt: skip
BASES = ("location_average", "marginal", "life_cycle")
# What a figure and a printed table show: column, unit of the quantity behind it, unit shown.
MEASURES = {
    "cost": ("supply_cost_usd_per_mwh", "USD/MWh", "USD/MWh"),
    "capex": ("capex_power_usd", "USD", "billion_USD"),
    "land": ("energy_supply_land_m2", "m2", "km2"),
    "water": ("power_plant_water_consumption_m3_per_year", "m3/year", "million*m**3/year"),
    "carbon": ("carbon_kg_per_mwh", "kg/MWh", "kg/MWh"),
    "nox": ("nox_kg_per_year", "kg/year", "t/year"),
    "pm25": ("pm25_kg_per_year", "kg/year", "t/year"),
}
# One study's places and supplies beside ours.
PUBLISHED = {
    "newkirk_fairwater_solar_storage": ("fairwater_wi", "solar_storage"),
    "newkirk_abilene_solar_storage": ("abilene_tx", "solar_storage"),
    "newkirk_hyperion_solar_storage": ("hyperion_la_2030", "solar_storage"),
    "newkirk_cheyenne_solar_storage": ("jade_wy", "solar_storage"),
    "newkirk_fairwater_onsite_turbines": ("fairwater_wi", "onsite_turbines"),
    "newkirk_abilene_onsite_turbines": ("abilene_tx", "onsite_turbines"),
    "newkirk_hyperion_onsite_turbines": ("hyperion_la_2030", "onsite_turbines"),
    "newkirk_cheyenne_onsite_turbines": ("jade_wy", "onsite_turbines"),
    "lazard_2025_combined_cycle": ("hyperion_la_2030", "dedicated_gas"),
    "bnp_paribas_onsite_gas": ("colossus1_tn", "onsite_turbines"),
}
PRINTED_COST = "published_supply_cost_usd_per_mwh"
Settings = Mapping[str, float]


def asked(data: Data, reliability_frac: float) -> dict[str, float]:
    """The setting that asks sun and storage for a reliability; empty where the model has no such quantity."""
    return {RELIABILITY: reliability_frac} if RELIABILITY in data.quantities else {}


def campus_with(
    data: Data,
    site: str,
    case: str,
    supply: str,
    settings: Settings | None = None,
    draws: int = 0,
    basis: str | None = None,
) -> Resolved:
    """One campus made ready to compute with a supply of one's choice. Raises ScenarioError for an unknown supply.

    Settings are checked as `--set` checks them and laid over the facts; `basis` is the way of counting carbon.
    """
    side = scenario.read_side("ground", site, case, data)
    chosen = {"electricity_supply": supply} | ({"electricity_carbon_basis": basis} if basis else {})
    study.override_choices({"ground": side}, chosen)
    given = {name: scenario.check_setting(name, value, data) for name, value in (settings or {}).items()}
    return study.resolve(side, data, scenario.study(data), given, draws, wanted=LINES)


def facts_of_supplies(data: Data, site: str, case: str) -> pd.DataFrame:
    """Every fact that a site's six supplies use, once each; the columns of facts_used."""
    year, frames = scenario.study(data).dollar_year, []
    for supply in SUPPLIES:
        try:
            frames.append(facts_of(campus_with(data, site, case, supply), data, year))
        except ScenarioError:
            continue
    table = pd.concat(frames, ignore_index=True)
    return table.drop_duplicates(["quantity", "subject", "source_id", "locator"], ignore_index=True)


def months_by_supply(data: Data, site: str, case: str) -> dict[str, float]:
    """Months to the first power under each supply that computes at a site, as the ledger has them."""
    found = {}
    for supply in SUPPLIES:
        try:
            found[supply] = float(study.value_of(campus_with(data, site, case, supply), "months_to_first_power"))
        except ScenarioError:
            continue
    return found


def own_supply(data: Data, site: str, case: str) -> str:
    """The supply that a site's own files choose."""
    return scenario.read_side("ground", site, case, data).choices["electricity_supply"]


def _values(ready: Resolved) -> dict[str, np.ndarray]:
    """Lines of one supply, with carbon per MWh at the meter."""
    got = {name: np.asarray(value, dtype=float) for name, value in ready.compute(LINES).items()}
    horizon = np.asarray(study.value_of(ready, "horizon_years"))
    return got | {"carbon_kg_per_mwh": got["energy_kgco2e"] / (horizon * got["facility_electricity_mwh_per_year"])}


def supplies(data: Data, site: str, case: str, settings: Settings | None = None, draws: int = 0) -> pd.DataFrame:
    """Every supply of one site, a row per supply and measure: supply, measure, central, low, high, unit, own, note.

    Low and high are the ends of the draws where there are draws. A supply that cannot be computed has nan and says why. The
    carbon of three ways of counting is `carbon` (life cycle), `carbon_average` and `carbon_marginal`.
    """
    rows = [row for supply in SUPPLIES for row in _supply_rows(data, site, case, supply, settings, draws)]
    table = pd.DataFrame(rows, columns=["supply", "measure", "central", "low", "high", "unit", "note"])
    return table.assign(own=table["supply"] == own_supply(data, site, case))


def _supply_rows(data: Data, site: str, case: str, supply: str, settings: Settings | None, draws: int) -> list[tuple]:
    try:
        made = {basis: campus_with(data, site, case, supply, settings, 0, basis) for basis in BASES}
        drawn = {basis: campus_with(data, site, case, supply, settings, draws, basis) for basis in BASES} if draws else made
    except ScenarioError as error:
        return [(supply, measure, np.nan, np.nan, np.nan, unit[2], str(error)) for measure, unit in _all_measures().items()]
    central, spread = ({b: _values(ready) for b, ready in which.items()} for which in (made, drawn))
    limits = supply_limits(made["life_cycle"], central["life_cycle"])
    note = next((limit.text for limit in limits.values()), "")
    rows = []
    for measure, (name, unit, shown) in _all_measures().items():
        basis = measure.removeprefix("carbon_")
        basis = {"average": "location_average", "marginal": "marginal"}.get(basis, "life_cycle")
        low, high = ends(spread[basis][name]) if draws else (np.nan, np.nan)
        told = (units.convert(value, unit, shown) for value in (float(np.nanmedian(central[basis][name])), low, high))
        rows.append((supply, measure, *told, shown, note))
    return rows


def _all_measures() -> dict[str, tuple[str, str, str]]:
    per_mwh = ("USD/MWh", "USD/MWh")
    parts = {name.removesuffix("_usd_per_mwh"): (name, *per_mwh) for name in COST_PARTS}
    carbon = {f"carbon_{name}": MEASURES["carbon"] for name in ("average", "marginal")}
    more = {
        "fuel_chain_land": ("fuel_chain_land_m2", "m2", "km2"),
        "powered": ("powered_frac", "frac", "percent"),
        "delivered": ("delivered_frac", "frac", "percent"),
        "grid_peak": ("grid_peak_mw", "MW", "MW"),
    }
    return {**MEASURES, **carbon, **parts, **more}


def side_by_side(data: Data, table: pd.DataFrame, months_to_power: Mapping[str, float] | None = None) -> pd.DataFrame:
    """The six supplies as rows, a column per measure, with the land as a share of Manhattan (`manhattan_frac`).

    `months_to_power` gives the time that each supply takes to reach the campus; without it the column is nan.
    """
    months = months_to_power or {}
    wide = table.pivot(index="supply", columns="measure", values="central").loc[list(dict.fromkeys(table["supply"]))]
    manhattan_km2 = units.convert(yardstick(data, "manhattan", "land_m2"), "m2", "km2")
    notes = table.drop_duplicates("supply").set_index("supply")[["own", "note"]]
    waits = [months.get(supply, np.nan) for supply in wide.index]
    return wide.assign(manhattan_frac=wide["land"] / manhattan_km2, months_to_power=waits).join(notes).reset_index()


def sites_with(
    data: Data, case: str, supply: str, settings: Settings | None = None, draws: int = 0, chosen: str = ""
) -> pd.DataFrame:
    """One supply at every site, per MWh or MW so that sizes do not matter.

    Columns: site, chosen, measure, central, low, high, unit, note, supply.

    Measures: cost [USD/MWh], land_per_mw [acre/MW of average load], water_per_mwh [L/kWh], carbon [kg/MWh, life cycle].
    """
    rows = []
    for site in scenario.names("ground", data.root):
        try:
            central = _per_load(_values(campus_with(data, site, case, supply, settings, 0, "life_cycle")))
            drawn = campus_with(data, site, case, supply, settings, draws, "life_cycle") if draws else None
            spread, note = _per_load(_values(drawn)) if drawn else central, ""
        except ScenarioError as error:
            central, spread, note = dict.fromkeys(PER_LOAD, np.nan), {}, str(error)
        for measure, unit in PER_LOAD.items():
            low, high = ends(spread[measure]) if draws and spread else (np.nan, np.nan)
            middle = float(np.median(central[measure]))
            rows.append((site, measure, middle, low, high, unit, note))
    table = pd.DataFrame(rows, columns=["site", "measure", "central", "low", "high", "unit", "note"])
    return table.assign(supply=supply, chosen=table["site"] == chosen)


PER_LOAD = {"cost": "USD/MWh", "land_per_mw": "acre/MW", "water_per_mwh": "L/kWh", "carbon": "kg/MWh"}


def _per_load(got: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Cost, land, water and carbon per unit of the load."""
    water = got["power_plant_water_consumption_m3_per_year"] / got["facility_electricity_mwh_per_year"]  # m3/MWh are L/kWh
    land = units.convert(got["energy_supply_land_m2"] / got["facility_average_mw"], "m2/MW", "acre/MW")
    return {"cost": got["supply_cost_usd_per_mwh"], "land_per_mw": land, "water_per_mwh": water,
            "carbon": got["carbon_kg_per_mwh"]}  # fmt: skip


def published_beside_ours(data: Data, case: str, settings: Settings | None = None) -> pd.DataFrame:
    """Costs that studies print beside ours for the same place and supply, in dollars of the study's year.

    Columns: subject, site, supply, central, low, high [USD/MWh], ours [USD/MWh], source_id. Ours is nan where the supply
    cannot be computed.
    """
    year, rows = scenario.study(data).dollar_year, []
    for subject, (site, supply) in PUBLISHED.items():
        fact = data.rows(subject, PRINTED_COST)[0]
        told = [np.nan if v is None else data.in_quantity_unit(fact, v, year) for v in (fact.central, fact.low, fact.high)]
        try:
            ready = campus_with(data, site, case, supply, settings)
            ours = number(ready.compute(("supply_cost_usd_per_mwh",))["supply_cost_usd_per_mwh"])
        except ScenarioError:
            ours = np.nan
        rows.append((subject, site, supply, *told, ours, fact.source_id))
    columns = ["subject", "site", "supply", "central", "low", "high", "ours", "source_id"]
    return pd.DataFrame(rows, columns=columns)


def reactors(data: Data) -> pd.DataFrame:
    """Reactors built or restarted of late: subject, usd_per_kw (dollars of the study's year), years, kind, source_id."""
    year, rows = scenario.study(data).dollar_year, []
    for subject in ("vogtle_3", "vogtle_4", "crane_restart"):
        built = data.rows(subject, "plant_building_years")[0]
        priced = data.rows("vogtle_3_4" if subject.startswith("vogtle") else subject, "nuclear_plant_price_usd_per_kw")[0]
        usd = data.in_quantity_unit(priced, priced.central, year)
        rows.append((subject, usd, built.central, built.kind, built.source_id))
    return pd.DataFrame(rows, columns=["subject", "usd_per_kw", "years", "kind", "source_id"])


def balance(data: Data, site: str, case: str, settings: Settings | None = None) -> pd.DataFrame:
    """Energy into and out of the meter by supply: supply, mwh_in (grid and own plants, less storage losses), mwh_out."""
    rows, names = [], ("electricity_from_grid_mwh_per_year", "onsite_generated_mwh_per_year", "storage_loss_mwh_per_year",
                       "facility_electricity_mwh_per_year")  # fmt: skip
    for supply in SUPPLIES:
        try:
            got = {n: number(v) for n, v in campus_with(data, site, case, supply, settings).compute(names).items()}
        except ScenarioError:
            continue
        grid, own, lost, used = (got[name] for name in names)
        rows.append((supply, grid + own - lost, used))
    return pd.DataFrame(rows, columns=["supply", "mwh_in", "mwh_out"])
