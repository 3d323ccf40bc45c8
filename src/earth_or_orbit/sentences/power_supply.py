"""Words and printed tables about what could power a campus."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from earth_or_orbit.drawing.names import name_of
from earth_or_orbit.drawing.numbers import spoken, spoken_range, with_range
from earth_or_orbit.facts import Data
from earth_or_orbit.tables import power_supply as tables

BLANK = "–"
OWN = {"vogtle_3": "Vogtle 3", "vogtle_4": "Vogtle 4", "crane_restart": "Crane (Three Mile Island 1), a restart"}


def _by(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    """Rows printed under a single row of headings, the first column as their names."""
    return pd.DataFrame(rows, columns=columns).set_index(columns[0]).rename_axis(index=None, columns=columns[0])


def _cell(table: pd.DataFrame, supply: str, measure: str) -> pd.Series:
    return table[(table["supply"] == supply) & (table["measure"] == measure)].iloc[0]


def _ranged(table: pd.DataFrame, supply: str, measure: str) -> str:
    row = _cell(table, supply, measure)
    return with_range(row["central"], row["low"], row["high"])


def computed(table: pd.DataFrame) -> list[str]:
    """The supplies that have a cost, in the table's order."""
    costs = table[(table["measure"] == "cost") & np.isfinite(table["central"])]
    return list(costs["supply"])


def supply_answer(data: Data, table: pd.DataFrame, site: str, supply: str) -> str:
    """What powers the campus best by cost, by carbon and by land, and what the chosen supply costs. One paragraph."""
    can = computed(table)
    if not can:
        return f"No supply of {name_of('sites', site)} can be computed with these settings."
    wide = tables.side_by_side(data, table).set_index("supply").loc[can]
    cheap, clean, wide_land = wide["cost"].idxmin(), wide["carbon"].idxmin(), wide["land"].idxmax()
    told = [
        f"At {name_of('sites', site)} a MWh at the meter costs least from {name_of('supplies', cheap)}, "
        f"{_ranged(table, cheap, 'cost')} USD, and has least carbon over its life from {name_of('supplies', clean)}, "
        f"{_ranged(table, clean, 'carbon')} kg per MWh; {name_of('supplies', wide_land)} takes most land, "
        f"{_ranged(table, wide_land, 'land')} km², {spoken(100 * wide.loc[wide_land, 'manhattan_frac'])} % of Manhattan."
    ]
    if supply in can:
        cost = "" if supply == cheap else f"{_ranged(table, supply, 'cost')} USD a MWh and "
        first = _ranged(table, supply, "capex")
        told.append(f"{name_of('supplies', supply).capitalize()} costs {cost}{first} billion USD at first.")
    return " ".join(told)


def not_computed_said(table: pd.DataFrame) -> str:
    """Which supplies have no numbers, and why; empty if all have."""
    missing = table[(table["measure"] == "cost") & ~np.isfinite(table["central"])]
    return " ".join(f"{name_of('supplies', r.supply).capitalize()} is not computed: {r.note}." for r in missing.itertuples())


def printed_supplies(data: Data, table: pd.DataFrame, months_to_power: Mapping[str, float] | None = None) -> pd.DataFrame:
    """The six supplies of one campus, a row each; central values. The months to power stand last where they are given."""
    rows = []
    for r in tables.side_by_side(data, table, months_to_power).itertuples():
        cells = (r.cost, r.capex, r.land, 100 * r.manhattan_frac, r.fuel_chain_land, r.water, r.carbon_average,
                 r.carbon_marginal, r.carbon, r.nox, r.pm25, r.powered, r.delivered, r.grid_peak,
                 r.months_to_power)  # fmt: skip
        name = name_of("supplies", r.supply) + (" (this site's)" if r.own else "")
        rows.append((name, *(spoken(v) if np.isfinite(v) else BLANK for v in cells)))
    printed = _by(rows, ["Supply", "USD/MWh", "First price [billion USD]", "Plants [km²]", "% of Manhattan", "Fuel chain [km²]",
                         "Water [million m³/year]", "CO₂e stacks, average [kg/MWh]", "CO₂e stacks, marginal [kg/MWh]",
                         "CO₂e life cycle [kg/MWh]", "NOx [t/year]", "PM2.5 [t/year]", "% of hours powered",
                         "% of hours delivered", "Grid peak [MW]", "Months to power"])  # fmt: skip
    return printed if months_to_power else printed.drop(columns="Months to power")


def cost_said(table: pd.DataFrame) -> str:
    """What each supply's cost is made of, in one paragraph."""
    told = []
    for supply in computed(table):
        capital, own, grid = (_cell(table, supply, m)["central"] for m in ("supply_capital_cost", "own_energy_cost",
                                                                           "grid_energy_cost"))  # fmt: skip
        told.append(f"{name_of('supplies', supply)} {spoken(capital)} for connection and plants, {spoken(own)} for fuel and "
                    f"care of its own, {spoken(grid)} for electricity bought")  # fmt: skip
    return f"Of a MWh's cost in USD: {'; '.join(told)}." if told else ""


def place_said(data: Data, table: pd.DataFrame, supply: str) -> str:
    """What the chosen supply asks of the place around the campus."""
    if supply not in computed(table):
        return f"{name_of('supplies', supply).capitalize()} has no numbers with these settings."
    share = tables.side_by_side(data, table).set_index("supply").loc[supply, "manhattan_frac"]
    return (
        f"{name_of('supplies', supply).capitalize()} asks for {_ranged(table, supply, 'land')} km² of plants "
        f"({spoken(100 * share)} % of Manhattan) and {_ranged(table, supply, 'fuel_chain_land')} km² of mines, wells and "
        f"pipelines, {_ranged(table, supply, 'water')} million m³ of water a year at its plants, and gives off "
        f"{_ranged(table, supply, 'nox')} t of nitrogen oxides and {_ranged(table, supply, 'pm25')} t of fine particulates a "
        f"year, backup engines included. The grid must be ready for {_ranged(table, supply, 'grid_peak')} MW."
    )


def carbon_said(table: pd.DataFrame) -> str:
    """How much the way of counting moves the carbon of each supply."""
    told = [
        f"{name_of('supplies', s)} {spoken(_cell(table, s, 'carbon_average')['central'])}, "
        f"{spoken(_cell(table, s, 'carbon_marginal')['central'])} and {spoken(_cell(table, s, 'carbon')['central'])}"
        for s in computed(table)
    ]
    return f"kg per MWh by stacks on average, by stacks that follow the load, and over the life cycle: {'; '.join(told)}."


def best_case_said(now: pd.DataFrame, promised: pd.DataFrame) -> str:
    """What the promised facts make of each supply's cost."""
    told = [
        f"{name_of('supplies', s)} {spoken(_cell(now, s, 'cost')['central'])} and {spoken(_cell(promised, s, 'cost')['central'])}"
        for s in computed(now)
        if s in computed(promised)
    ]
    return f"USD a MWh as demonstrated and as promised: {'; '.join(told)}." if told else ""


def sites_said(table: pd.DataFrame) -> str:
    """Where one supply costs least and most."""
    costs = table[(table["measure"] == "cost") & np.isfinite(table["central"])].set_index("site")["central"]
    supply = name_of("supplies", table["supply"].iloc[0])
    if costs.empty:
        return f"No campus can be computed on {supply}."
    return (
        f"On {supply} a MWh costs {spoken_range(costs.min(), costs.max())} USD over {len(costs)} campuses, least at "
        f"{name_of('sites', costs.idxmin())} and most at {name_of('sites', costs.idxmax())}. Prices of plants are the nation's; "
        "what differs is the price of bought electricity, the plant's reserve and land where a site publishes them, and the sun."
    )


def printed_published(table: pd.DataFrame) -> pd.DataFrame:
    """Costs that studies print beside ours."""
    rows = [(f"{name_of('supplies', r.supply)}, {name_of('sites', r.site)}", with_range(r.central, r.low, r.high),
             spoken(r.ours) if np.isfinite(r.ours) else BLANK, r.source_id) for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Supply and place", "Printed [USD/MWh]", "Ours [USD/MWh]", "Source"])


def published_said(table: pd.DataFrame) -> str:
    """Why ours differ from what studies print."""
    islands = table[(table["supply"] == "onsite_turbines") & np.isfinite(table["ours"])]
    ratio = (islands["ours"] / islands["central"]).to_numpy()
    return (
        f"Our turbines on the site cost {spoken(ratio.min(), 2)} to {spoken(ratio.max(), 2)} of what the studies print. They "
        "burn gas at Henry Hub's price without its way to the campus, have a third of their capacity to spare, and pay this "
        "study's real discount rate with a residual value, no tax and no profit. The preprint rounds up to whole turbines for a "
        "campus of 50,000 accelerators, ages them and puts diesel behind them; the bank prices units that come within months."
    )


def reactors_said(table: pd.DataFrame) -> str:
    """What recent reactors cost and how long they took."""
    told = [
        f"{OWN[r.subject]}: {spoken(r.usd_per_kw)} USD per kW in {r.years:g} years"
        + (", announced" if r.kind == "vendor" else "")
        for r in table.itertuples()
    ]
    return f"{'; '.join(told)}."
