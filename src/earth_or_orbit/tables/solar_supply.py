"""Solar with storage at a site: weeks hour by hour, designs by reliability, the sun of all sites, other years."""

from pathlib import Path

import numpy as np
import pandas as pd

from earth_or_orbit import scenario, series
from earth_or_orbit.constants import HOURS_PER_DAY
from earth_or_orbit.facts import Data, FactError
from earth_or_orbit.quantities import solar_supply as supply
from earth_or_orbit.quantities import solar_supply_cost as cost
from earth_or_orbit.quantities import storage_dispatch as dispatch
from earth_or_orbit.tables.known import facts_of
from earth_or_orbit.tables.power_supply import campus_with

STORE, SUPPLY, GAS = "grid_battery", "supply_solar_storage", "simple_cycle_turbines"
# The rows that the tables of this room are computed with: those that a campus's solar supply has in the demonstrated case.
OWN_PRICES = (
    "solar_plant_price_usd_per_kw", "solar_plant_lifetime_years", "solar_operation_price_usd_per_kw_year",
    "storage_energy_price_usd_per_kwh", "storage_usable_frac", "storage_power_price_usd_per_kw", "storage_lifetime_years",
    "storage_operation_frac_per_year",
)  # fmt: skip
GAS_PRICES = "gas_price_usd_per_mwh", "gas_plant_efficiency_frac", "gas_plant_operation_usd_per_mwh"
PRICED = {name: (SUPPLY, "judgement") for name in OWN_PRICES} | {
    "gas_price_usd_per_mwh": ("henry_hub", "eia-henry-hub-2025"), "gas_plant_efficiency_frac": (GAS, "judgement"),
    "gas_plant_operation_usd_per_mwh": ("supply_onsite_turbines", "judgement"), "discount_rate_frac": ("study", "omb-a94"),
    "gas_energy_limit_frac": ("solar_gas_mix", "handmer-direct-current"),
    "supply_reliability_frac": ("solar_reliability", "judgement"), "solar_place_reach_km": ("solar_weather", "judgement"),
    "storage_round_trip_frac": (STORE, "nrel-atb-battery-2020"), "storage_system_h": (STORE, "nrel-atb-battery-2020"),
}  # fmt: skip
RELIABILITIES = (0.95, 0.99, 0.999, 0.9999)
HOURS_SHOWN = 7 * int(HOURS_PER_DAY)
JULY_BEGINS_H = 195 * int(HOURS_PER_DAY)  # the 15th of July
YEARLY = "solar_yearly_cost_usd_per_kw_year", "storage_yearly_cost_usd_per_kwh_year", "backup_energy_cost_usd_per_mwh"
OWN = "solar_mw_per_mw", "storage_h", "curtailed_frac", "cycles_per_year", "cost_usd_per_mwh"
WITH_GAS = "solar_mw_per_mw", "storage_h", "unserved_energy_frac", "cost_usd_per_mwh"
OTHER_YEARS = "solar_other_years.csv"
PUBLISHED = {"ember_las_vegas": "Las Vegas airport", "vernon_el_paso": "El Paso airport",
             "vernon_san_antonio": "San Antonio airport"}  # fmt: skip


def value(data: Data, name: str) -> float:
    """A chosen fact in its quantity's unit and the study's dollars."""
    subject, source = PRICED[name]
    (row,) = (row for row in data.rows(subject, name) if row.source_id == source)
    return data.in_quantity_unit(row, row.central, scenario.study(data).dollar_year)


def prices_of(data: Data, site: str, case: str) -> dict[str, float]:
    """What the ledger pays in one case for array, store and gas at a site, by name; to be given to `designs` and `contours`."""
    ready = campus_with(data, site, case, "solar_storage_gas")
    return {name: float(np.median(ready.inputs[name])) for name in (*OWN_PRICES, *GAS_PRICES)}


def facts_of_sun(data: Data, site: str, case: str) -> pd.DataFrame:
    """The facts that size and price sun and storage at a site; the columns of facts_used."""
    table = facts_of(campus_with(data, site, case, "solar_storage_gas"), data, scenario.study(data).dollar_year)
    return table[table["quantity"].isin(PRICED)].reset_index(drop=True)


def beside(reliability_frac: float) -> tuple[float, ...]:
    """The reliabilities shown, with the one asked for among them."""
    return tuple(sorted({*RELIABILITIES, reliability_frac}))


def tried(data: Data, reliability_frac: float) -> float:
    """The reliability, of those tried on other years, that is nearest to the one asked for."""
    held = other_years(data)["reliability_asked_frac"].unique()
    return float(held[np.argmin(np.abs(np.log((1 - held) / (1 - reliability_frac))))])


def yearly_costs(data: Data, **changed: float) -> dict[str, float]:
    """What a kilowatt of solar and a kilowatt-hour of storage cost in a year, and a megawatt-hour of gas power."""
    got = {name: value(data, name) for name in PRICED} | changed
    return {name: _called(got, getattr(cost, name)) for name in YEARLY}


def _called(given: dict, function: object, **more: object) -> object:
    names = function.__code__.co_varnames[: function.__code__.co_argcount]
    return function(**{name: (more | given)[name] for name in names})


def grids(data: Data) -> dict[str, np.ndarray]:
    """Every input of the solar tables by name."""
    files = {"solar_supply.csv", "solar_storage_needed.csv", series.SOLAR_PLACES}
    return {name: series.array(name, data.root) for name, file in series.FILES.items() if file in files}


def least_cost_design(data: Data, place_number: int, reliability_frac: float, **changed: float) -> tuple[float, float]:
    """Plant [MW per MW] and store [h] of least cost at a place; nan where no design of the table meets the reliability."""
    given = grids(data) | yearly_costs(data, **changed)
    given |= {"solar_place_count": place_number, "supply_reliability_frac": reliability_frac}
    given["storage_contour_h"] = _called(given, supply.storage_contour_h)
    given["solar_mw_per_mw"] = _called(given, supply.solar_mw_per_mw__solar_storage)
    return float(given["solar_mw_per_mw"]), float(_called(given, supply.storage_h__solar_storage))


def place_of(data: Data, site: str, case: str = "demonstrated") -> dict[str, str]:
    """The place whose sun stands for a site, with the site's own distance. Raises FactError without coordinates."""
    picks = scenario.read_side("ground", site, case, data).picks
    missing = [name for name in ("campus_latitude_deg", "campus_longitude_deg") if name not in picks]
    if missing:
        raise FactError(f"site {site}: no fact for {' and '.join(missing)}; solar supply needs both, see data/facts/sites.csv")
    where = {name: picks[name].fact.central for name in ("campus_latitude_deg", "campus_longitude_deg")}
    given = grids(data) | where | {"solar_place_reach_km": value(data, "solar_place_reach_km")}
    number = given["solar_place_count"] = _called(given, supply.solar_place_count)
    row = dict(series.solar_places(data.root)[number])
    return row | {"distance_km": str(_called(given, supply.weather_station_distance_km))}


def place_number(data: Data, site: str, case: str = "demonstrated") -> int:
    """Number of the place whose sun stands for a site."""
    return int(place_of(data, site, case)["place_number"])


def designs(data: Data, place_number: int, reliabilities: tuple[float, ...] = RELIABILITIES, **changed: float) -> pd.DataFrame:
    """The least-cost design for each reliability: plant, store, what is curtailed, cycles, cost; and with gas for the rest.

    Columns: supply (solar_storage, solar_storage_gas), reliability_frac (nan with gas), solar_mw_per_mw, storage_h,
    unserved_energy_frac, unserved_hours_frac, curtailed_frac, cycles_per_year, cost_usd_per_mwh (without a gas plant's price).
    """
    given = grids(data) | yearly_costs(data, **changed) | {"solar_place_count": place_number}
    given["gas_energy_limit_frac"] = changed.get("gas_energy_limit_frac", value(data, "gas_energy_limit_frac"))
    rows = []
    for reliability in reliabilities:
        solar, storage = least_cost_design(data, place_number, reliability, **changed)
        rows.append(_designed(given, "solar_storage", reliability, solar, storage, 1 - reliability))
    solar, storage = (_called(given, function) for function in
                      (supply.solar_mw_per_mw__solar_storage_gas, supply.storage_h__solar_storage_gas))  # fmt: skip
    left = _called(given, supply.solar_unserved_energy_frac__solar_storage_gas, solar_mw_per_mw=solar, storage_h=storage)
    rows.append(_designed(given, "solar_storage_gas", np.nan, solar, storage, left))
    columns = ["supply", "reliability_frac", "solar_mw_per_mw", "storage_h", "unserved_energy_frac", "unserved_hours_frac",
               "curtailed_frac", "cycles_per_year", "cost_usd_per_mwh"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _designed(given: dict, kind: str, reliability: float, solar: float, storage: float, left: float) -> tuple:
    own = {"solar_mw_per_mw": solar, "storage_h": storage}
    if not np.isfinite(storage):
        return (kind, reliability, np.nan, np.nan, *(np.nan,) * 5)
    read = (supply.solar_unserved_hours_frac, supply.solar_curtailed_frac, supply.storage_cycles_per_year)
    made = [float(_called(given, function, **own)) for function in read]
    with_gas = kind == "solar_storage_gas"
    whole = 0.0 if with_gas else left
    price = cost.solar_storage_cost_usd_per_mwh(
        solar, storage, given["solar_yearly_cost_usd_per_kw_year"], given["storage_yearly_cost_usd_per_kwh_year"], whole
    )
    price += left * given["backup_energy_cost_usd_per_mwh"] if with_gas else 0.0
    return (kind, reliability, float(solar), float(storage), float(left), *made, float(price))


def contours(data: Data, place_number: int, **changed: float) -> pd.DataFrame:
    """Every plant with the store that it needs, for each reliability, and which of them costs least.

    Columns: reliability_frac, solar_mw_per_mw, storage_h (nan where no store does), cost_usd_per_mwh, is_least (bool).
    """
    given, costs = grids(data), yearly_costs(data, **changed)
    solar, frames = given["contour_solar_axis_mw_per_mw"], []
    for reliability in RELIABILITIES:
        here = {"solar_place_count": place_number, "supply_reliability_frac": reliability}
        storage = _called(given | here, supply.storage_contour_h)
        price = cost.solar_storage_cost_usd_per_mwh(solar, storage, *(costs[name] for name in YEARLY[:2]), 1 - reliability)
        frame = pd.DataFrame({"reliability_frac": reliability, "solar_mw_per_mw": solar, "cost_usd_per_mwh": price})
        frame["storage_h"] = np.where(np.isfinite(storage), storage, np.nan)
        frame["is_least"] = np.isfinite(price) & (np.arange(len(solar)) == np.argmin(price))
        frames.append(frame)
    return pd.concat(frames, ignore_index=True)


def lived(data: Data, place_number: int, solar_mw_per_mw: float, storage_h: float) -> pd.DataFrame:
    """A design hour by hour through the typical year.

    Columns: hour, sun_mw_per_mw (what the plant could make), direct_mw_per_mw, discharged_mw_per_mw, charged_mw_per_mw,
    curtailed_mw_per_mw, unserved_mw_per_mw, stored_h (at the end of the hour).
    """
    output = series.solar_output(place_number, data.root)
    round_trip, system = value(data, "storage_round_trip_frac"), value(data, "storage_system_h")
    flow = dispatch.store_flow_by_hour_mw_per_mw(output, solar_mw_per_mw, storage_h, round_trip, system)
    stored = dispatch.stored_by_hour_h(flow, storage_h)
    sun = output * solar_mw_per_mw
    charged = dispatch.charged_by_hour_mw_per_mw(stored, round_trip)
    direct = np.minimum(sun, 1)
    return pd.DataFrame({
        "hour": np.arange(len(output)), "sun_mw_per_mw": sun, "direct_mw_per_mw": direct,
        "discharged_mw_per_mw": np.maximum(-np.diff(stored), 0), "charged_mw_per_mw": charged,
        "curtailed_mw_per_mw": sun - direct - charged,
        "unserved_mw_per_mw": dispatch.unserved_by_hour_frac(output, solar_mw_per_mw, stored), "stored_h": stored[1:],
    })  # fmt: skip


def weeks(data: Data, place_number: int, reliability_frac: float | None = None) -> pd.DataFrame:
    """The week in which most is missing, and a week of July, of the least-cost design.

    Columns: week (hardest, july), begins_day, hour_of_week, those of `lived`, solar_mw_per_mw, storage_h, reliability_frac.
    """
    reliability_frac = reliability_frac or value(data, "supply_reliability_frac")
    solar, storage = least_cost_design(data, place_number, reliability_frac)
    year = lived(data, place_number, solar, storage)
    days = int(HOURS_PER_DAY)
    missing = np.convolve(year["unserved_mw_per_mw"], np.ones(HOURS_SHOWN), "valid")[::days]
    empty = -np.convolve(year["stored_h"], np.ones(HOURS_SHOWN), "valid")[::days]
    hardest = int(np.lexsort((empty, missing))[-1]) * days
    frames = []
    for name, begin in (("hardest", hardest), ("july", JULY_BEGINS_H)):
        frame = year.iloc[begin : begin + HOURS_SHOWN].copy()
        frame.insert(0, "week", name)
        frame.insert(1, "begins_day", begin // days + 1)
        frame.insert(2, "hour_of_week", np.arange(len(frame)))
        frames.append(frame)
    own = {"solar_mw_per_mw": solar, "storage_h": storage, "reliability_frac": reliability_frac}
    return pd.concat(frames, ignore_index=True).assign(**own)


def sun_of_sites(data: Data, reliability_frac: float | None = None) -> pd.DataFrame:
    """Every site's place: capacity factor, station and distance, and its least-cost design for the reliability.

    Columns: place, station, state, distance_km, capacity_factor_frac, reliability_frac, solar_mw_per_mw, storage_h,
    curtailed_frac, cycles_per_year, cost_usd_per_mwh, with_gas_solar_mw_per_mw, with_gas_storage_h, with_gas_frac,
    with_gas_cost_usd_per_mwh.
    """
    asked = reliability_frac or value(data, "supply_reliability_frac")
    rows = []
    for row in series.solar_places(data.root):
        if row["kind"] == "site":
            alone, mixed = designs(data, int(row["place_number"]), (asked,)).to_dict("records")
            where = row["place"], row["station"], row["state"], float(row["distance_km"]), float(row["capacity_factor_frac"])
            own = [alone[name] for name in OWN]
            gas = [mixed[name] for name in WITH_GAS]
            rows.append((*where, asked, *own, *gas))
    columns = ["place", "station", "state", "distance_km", "capacity_factor_frac", "reliability_frac", "solar_mw_per_mw",
               "storage_h", "curtailed_frac", "cycles_per_year", "cost_usd_per_mwh", "with_gas_solar_mw_per_mw",
               "with_gas_storage_h", "with_gas_frac", "with_gas_cost_usd_per_mwh"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).sort_values("capacity_factor_frac", ascending=False, ignore_index=True)


def other_years(data: Data, place: str | None = None, reliability_frac: float | None = None) -> pd.DataFrame:
    """How designs sized on the typical year fare in other years; of one place, or of one reliability, or all."""
    path: Path = data.root / "data" / "series" / OTHER_YEARS
    if not path.is_file():
        raise FactError(f"data/series/{OTHER_YEARS}: file is missing")
    table = pd.read_csv(path)
    if place is not None:
        table = table[table["place"].str.split().apply(lambda names: place in names)]
    if reliability_frac is not None:
        table = table[np.isclose(table["reliability_asked_frac"], reliability_frac)]
    return table.reset_index(drop=True)


def published_designs(data: Data) -> pd.DataFrame:
    """Designs that others published, lived through this project's years.

    Columns: subject, place, solar_mw_per_mw, storage_h, published_hours_served_frac (nan where all of the year is meant),
    hours_served_frac, energy_served_frac.
    """
    number = {row["place"]: int(row["place_number"]) for row in series.solar_places(data.root)}
    rows, year = [], scenario.study(data).dollar_year
    for subject, place in PUBLISHED.items():
        got = {row.quantity: data.in_quantity_unit(row, row.central, year) for row in data.rows(subject)}
        short = lived(data, number[place], got["solar_mw_per_mw"], got["storage_h"])["unserved_mw_per_mw"].to_numpy()
        served = 1 - float(dispatch.unserved_hours_frac(short)), 1 - float(dispatch.unserved_energy_frac(short))
        said = got.get("published_hours_served_frac", 1.0)
        rows.append((subject, place, got["solar_mw_per_mw"], got["storage_h"], said, *served))
    columns = ["subject", "place", "solar_mw_per_mw", "storage_h", "published_hours_served_frac", "hours_served_frac",
               "energy_served_frac"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)
