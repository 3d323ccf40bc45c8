"""Words and printed tables about solar with storage: the place's sun, the designs, other years, published designs."""

import numpy as np
import pandas as pd

from earth_or_orbit.drawing.names import name_of
from earth_or_orbit.drawing.numbers import spoken

PUBLISHED_NAMES = {"ember_las_vegas": "Ember, Las Vegas", "vernon_el_paso": "Vernon, El Paso",
                   "vernon_san_antonio": "Vernon, San Antonio"}  # fmt: skip
BLANK = "–"


def _percent(fraction: float, decimals: int = 1) -> str:
    return BLANK if np.isnan(fraction) else f"{100 * fraction:.{decimals}f}"


def place_said(place: dict[str, str]) -> str:
    """Whose weather stands for a site, how far it was carried, and what a plant makes of it."""
    return (
        f"The weather is the typical year of {place['station']} ({place['state']}), {float(place['distance_km']):.0f} km from "
        "the campus, carried to its coordinates as a share of what a clear sky gives. A plant of one-axis trackers makes "
        f"{_percent(float(place['capacity_factor_frac']))} % of its rated AC power on average."
    )


def solar_answer(table: pd.DataFrame, years: pd.DataFrame, site: str, reliability_frac: float) -> str:
    """One sentence: plant, store and cost for the reliability, what other years leave of it, and the cost with gas."""
    alone = table[np.isclose(table["reliability_frac"], reliability_frac)].iloc[0]
    mixed = table[table["supply"] == "solar_storage_gas"].iloc[0]
    if np.isnan(alone["solar_mw_per_mw"]):
        return f"**{designs_said(table, reliability_frac)}**"
    lots = years[years["years"] == "put together"]
    kept = "" if lots.empty else (
        f" Sized on one typical year for {100 * lots['reliability_asked_frac'].iloc[0]:g} %, it would serve "
        f"{_percent(lots['reliability_median_frac'].iloc[0], 2)} % ({_percent(lots['reliability_low_frac'].iloc[0], 2)}–"
        f"{_percent(lots['reliability_high_frac'].iloc[0], 2)} %) in other years."
    )  # fmt: skip
    return (
        f"**To serve {100 * reliability_frac:g} % of a typical year, {name_of('sites', site)} would need "
        f"{spoken(alone['solar_mw_per_mw'])} MW of sun and {spoken(alone['storage_h'])} h of storage for each MW of load, at "
        f"USD {spoken(alone['cost_usd_per_mwh'])} per MWh; with gas for {_percent(mixed['unserved_energy_frac'], 0)} % of the "
        f"energy, USD {spoken(mixed['cost_usd_per_mwh'])} before the gas plant's price.{kept}**"
    )


def designs_said(table: pd.DataFrame, reliability_frac: float) -> str:
    """The least-cost design for a reliability, what it wastes, and the one with gas beside it."""
    alone = table[np.isclose(table["reliability_frac"], reliability_frac)].iloc[0]
    mixed = table[table["supply"] == "solar_storage_gas"].iloc[0]
    asked = f"{100 * reliability_frac:g} %"
    if np.isnan(alone["solar_mw_per_mw"]):
        return f"No plant up to 40 MW and store up to 300 h per MW of load serve {asked} of the energy here. {_mixed(mixed)}"
    return (
        f"To serve {asked} of the energy of the typical year, the least-cost design has {spoken(alone['solar_mw_per_mw'])} MW of "
        f"solar and {spoken(alone['storage_h'])} h of storage per MW of load: "
        f"{spoken(alone['cost_usd_per_mwh'])} USD per MWh served. "
        f"{_percent(alone['curtailed_frac'], 0)} % of what the plant could make finds no taker; the store is emptied "
        f"{spoken(alone['cycles_per_year'])} times a year, and {_percent(alone['unserved_hours_frac'], 2)} % of the hours lack "
        f"some of the load. {_mixed(mixed)}"
    )


def _mixed(mixed: pd.Series) -> str:
    return (
        f"With a gas plant for the rest, {spoken(mixed['solar_mw_per_mw'])} MW and {spoken(mixed['storage_h'])} h leave "
        f"{_percent(mixed['unserved_energy_frac'])} % of the energy to gas: "
        f"{spoken(mixed['cost_usd_per_mwh'])} USD per MWh before the "
        "gas plant's own price."
    )


def printed_designs(table: pd.DataFrame) -> pd.DataFrame:
    """Least-cost designs by reliability, and with gas."""
    rows = []
    for row in table.itertuples():
        name = "gas for the rest" if row.supply == "solar_storage_gas" else f"{100 * row.reliability_frac:g} % of the energy"
        rows.append((name, spoken(row.solar_mw_per_mw), spoken(row.storage_h), _percent(row.unserved_energy_frac, 2),
                     _percent(row.unserved_hours_frac, 2), _percent(row.curtailed_frac, 0), spoken(row.cycles_per_year),
                     spoken(row.cost_usd_per_mwh)))  # fmt: skip
    columns = ["Design", "Solar [MW per MW]", "Storage [h]", "Energy not from the sun [%]", "Hours not whole [%]",
               "Curtailed [%]", "Cycles a year", "Cost [USD/MWh]"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).set_index("Design").rename_axis(index=None, columns="Design")


def printed_sites(table: pd.DataFrame) -> pd.DataFrame:
    """The sun of every site, its station, and the least-cost design."""
    rows = [(name_of("sites", row.place.split()[0]), f"{row.station}, {row.state}", f"{row.distance_km:.0f}",
             _percent(row.capacity_factor_frac), spoken(row.solar_mw_per_mw), spoken(row.storage_h),
             _percent(row.curtailed_frac, 0), spoken(row.cost_usd_per_mwh), spoken(row.with_gas_cost_usd_per_mwh))
            for row in table.itertuples()]  # fmt: skip
    columns = ["Site", "Station", "Distance [km]", "Capacity factor [%]", "Solar [MW per MW]", "Storage [h]", "Curtailed [%]",
               "Cost [USD/MWh]", "Cost with gas for a tenth [USD/MWh]"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).set_index("Site").rename_axis(index=None, columns="Site")


def other_years_said(table: pd.DataFrame, reliability_frac: float) -> str:
    """What a design sized on one typical year serves in other years, and how much larger it would have to be."""
    asked = f"{100 * reliability_frac:g} %"
    own = table[np.isclose(table["reliability_asked_frac"], reliability_frac)].set_index("years")
    if own.empty:
        return f"No design of the table serves {asked} of the typical year here, so none was tried on other years."
    drawn, beside = own.loc["put together"], own.loc["neighbours"]
    ratio = drawn["enlarged_ratio"]
    larger = "more than four times as much" if np.isnan(ratio) else f"{ratio:.2f} times as much solar and storage"
    served = {name: _percent(drawn[f"reliability_{name}_frac"], 2) for name in ("median", "low", "worst")}
    return (
        f"{asked} of one typical year is not {asked}. In {drawn['years_count']:.0f} years put together week by week from "
        f"the {drawn['stations_count']:.0f} stations around it, the same design serves {served['median']} % in the middle year, "
        f"{served['low']} % in one of twenty and {served['worst']} % in the worst, with up to {drawn['outage_worst_h']:.0f} "
        f"hours on end short of power; {_percent(drawn['years_met_frac'], 0)} of 100 years meet {asked}. In the neighbours' own "
        f"typical years the worst is {_percent(beside['reliability_worst_frac'], 2)} %. For 95 of 100 years to meet it, {larger} "
        "is needed. Typical years are made of typical months and leave out the worst, so that even this flatters."
    )


def printed_published(table: pd.DataFrame) -> pd.DataFrame:
    """Published designs, and what they serve in the years of this project."""
    rows = [(PUBLISHED_NAMES[row.subject], spoken(row.solar_mw_per_mw), spoken(row.storage_h),
             _percent(row.published_hours_served_frac), _percent(row.hours_served_frac, 2), _percent(row.energy_served_frac, 2))
            for row in table.itertuples()]  # fmt: skip
    columns = ["Published design", "Solar [MW per MW]", "Storage [h]", "Hours served as published [%]", "Hours served here [%]",
               "Energy served here [%]"]  # fmt: skip
    named = pd.DataFrame(rows, columns=columns).set_index("Published design")
    return named.rename_axis(index=None, columns="Published design")
