"""Sentences and printed tables about land and kinds of megawatt, right for every campus and every town."""

import numpy as np
import pandas as pd

from earth_or_orbit import units
from earth_or_orbit.drawing.names import name_of
from earth_or_orbit.drawing.numbers import spoken, spoken_range
from earth_or_orbit.facts import Data
from earth_or_orbit.tables import own_town, yardstick
from earth_or_orbit.tables.land import NOT_KNOWN, nearest_campus


def _by(table: pd.DataFrame, first: str) -> pd.DataFrame:
    return table.set_index(first).rename_axis(index=None, columns=first)


def _acres(km2: float) -> str:
    return f"{_whole(units.convert(km2, 'km2', 'acre'))} acres"


def _whole(value: float) -> str:
    """A number in full from a hundred on, with three digits below."""
    return f"{value:,.0f}" if value >= 100 else spoken(value)


def _mw(value: float, low: float = np.nan, high: float = np.nan) -> str:
    """Megawatts in full, so that figures that nearly agree can be told apart."""
    between = f" ({_whole(low)}–{_whole(high)})" if np.isfinite([low, high]).all() and low != high else ""
    return f"{_whole(value)}{between}" if np.isfinite(value) else "–"


def answer(table: pd.DataFrame, site: str) -> str:
    """Four rings of one campus in acres, km2 and shares of Manhattan."""
    own = table[table["site"] == site].set_index("ring")
    said = {ring: f"{_whole(r.acres)} acres ({spoken(r.km2)} km², {spoken(100 * r.manhattan_ratio)} % of Manhattan)"
            for ring, r in zip(own.index, own.itertuples(), strict=True)}  # fmt: skip
    known = np.isfinite(own.loc["buildings", "km2"])
    buildings = (
        f"Inside it buildings stand on {said['buildings']}" if known else "What its buildings stand on is in none of our sources"
    )
    whole = own.loc[["campus", "energy_supply", "fuel_chain"], "km2"].sum()
    return (
        f"**{name_of('sites', site)}** covers {said['campus']} of campus. {buildings}. Power plants' sites for it take "
        f"{said['energy_supply']}, and mines, wells and reservoirs behind its electricity {said['fuel_chain']}: "
        f"{spoken(whole)} km² in all."
    )


def approaching_manhattan(data: Data, table: pd.DataFrame, held: pd.DataFrame) -> str:
    """What share of Manhattan the two announced lands of Hyperion are, and what power its land would hold at each density."""
    whole = yardstick(data, "manhattan", "land_m2")
    campus = table[table["ring"] == "campus"].set_index("site")
    shares = [f"{_whole(campus.loc[s, 'acres'])} acres are {spoken(100 * campus.loc[s, 'manhattan_ratio'], 2)} %"
              for s in ("hyperion_la_2030", "hyperion_la_full")]  # fmt: skip
    larger = [name_of("sites", s) for s in campus.index[campus["manhattan_ratio"] > 1 + 1e-9] if not s.endswith("manhattan")]
    low, middle, high = (
        spoken(units.convert(v, "MW", "GW"), 2) for v in held["mw"].quantile([0.1, 0.5, 0.9])
    )  # structure: tenths
    beyond = f"Larger than Manhattan: {', '.join(larger)}. " if larger else "No campus is larger than Manhattan. "
    return (
        f"Of Manhattan's {_acres(units.convert(whole, 'm2', 'km2'))} Hyperion's {shares[0]} and its {shares[1]}. {beyond}At the "
        f"densities of the {len(held)} site files Manhattan's land would carry {middle} GW of peak IT power, from {low} to "
        f"{high} GW between the tenth and the ninetieth of a hundred; a campus counted by its building alone gives far more."
    )


def definitions_said(table: pd.DataFrame, site: str) -> str:
    """Every published power of one campus and its other phases, by kind, and which of them the model starts from."""
    family = "_".join(site.split("_")[:2])
    own = table[table["site"].str.startswith(family) & table["published"]]
    said = []
    for name, rows in own.groupby("site", sort=False):
        figures = [f"{_mw(r.mw, r.low, r.high)} MW {name_of('megawatts', r.kind)} (`{r.source_id}`){' → the model' * r.used}"
                   for r in rows.itertuples()]  # fmt: skip
        said.append(f"**{name_of('sites', name)}:** {'; '.join(figures)}.")
    return " ".join(said)


def conversion_said(table: pd.DataFrame, site: str) -> str:
    """How one campus's figure becomes the other kinds of megawatt."""
    row = table.set_index("site").loc[site]
    over = f"{row['overhead']:g} overhead"
    read = "" if row["basis"] == "it_peak" else f" ÷ {over} = {_mw(row['it_peak'])} MW peak IT"
    both = f" Published utility over published IT is {spoken(row['utility_over_it'])}: two sources over each other, no overhead."
    return (
        f"{_mw(row['given_mw'])} MW {name_of('megawatts', row['basis'])}{read}. Peak IT × {row['load_frac']:g} load = "
        f"{_mw(row['it_average'])} MW average IT; peak IT × {over} = {_mw(row['utility_peak'])} MW at the utility; average IT × "
        f"{over} × {row['powered_frac']:g} powered = {_mw(row['utility_average'])} MW on average at the meter."
        + (both if np.isfinite(row["utility_over_it"]) else "")
    )


def former_use_said(table: pd.DataFrame) -> str:
    """How many campuses, and how much land, took ground that was already taken."""
    real = table[table["largest_phase"]]
    said = []
    for kind in ("brownfield", "taken before", "greenfield", NOT_KNOWN):
        own = real[real["kind"] == kind]
        names = ", ".join(name_of("sites", s) for s in own["site"])
        land = _acres(units.convert(own["m2"].sum(), "m2", "km2"))
        many = "campus" if len(own) == 1 else "campuses"
        said.append(f"{name_of('land_kinds', kind)}: {len(own)} {many}, {land} ({names})")
    return "; ".join(said) + "."


def both_sides_said(table: pd.DataFrame) -> str:
    """Land on the ground and land for the orbital side in the same words, and areas in orbit apart."""
    km2 = table.groupby("group")["km2"].sum()
    ground = km2["ground"] - float(table.loc[table["item"] == "buildings", "km2"].fillna(0).iloc[0])
    aloft = table[table["group"] == "orbit_area"].set_index("item")["km2"]
    return (
        f"Land on the ground: {spoken(ground)} km², campus, power plants' sites and fuel chain. Land for the orbital side: "
        f"{spoken(km2['orbit_land'])} km², launch sites, ground stations and fuel chain. Apart from both and no land: "
        f"{spoken(aloft['orbital_array'])} km² of arrays and {spoken(aloft['orbital_radiator'])} km² of radiators in orbit. "
        "Factories of chips, of building parts and of satellites have no land figure in our sources on either side."
    )


def town_said(table: pd.DataFrame, place: own_town.Town, where: pd.DataFrame, site: str) -> str:
    """What one campus would take of a reader's town, and which campus is nearest to it."""
    own = own_town.share_of_town(table[table["site"] == site], place).set_index("ring")
    near, away_km = nearest_campus(where, place.latitude_deg, place.longitude_deg)
    fits = own_town.share_of_town(table[table["ring"] == "campus"], place)
    smaller = int((fits["town_ratio"] < 1).sum())
    outside = "" if place.on_the_map else f" The town lies {own_town.OUTSIDE} and is not drawn there."
    return (
        f"**{place.name}** has {_acres(units.convert(place.land_m2, 'm2', 'km2'))}. The campus of {name_of('sites', site)} would "
        f"take {spoken(100 * own.loc['campus', 'town_ratio'])} % of it, power plants' sites "
        f"{spoken(100 * own.loc['energy_supply', 'town_ratio'])} % and the fuel chain "
        f"{spoken(100 * own.loc['fuel_chain', 'town_ratio'])} %, wherever these lie. {smaller} of {len(fits)} campus files are "
        f"smaller than the town. The nearest campus is {name_of('sites', near)}, {spoken(away_km)} km away.{outside}"
    )


def printed_rings(table: pd.DataFrame) -> pd.DataFrame:
    """Four rings of every campus: acres, km2, share of Manhattan; MW of peak IT per acre of campus; the supply."""
    rows = []
    for site, own in table.groupby("site", sort=False):
        ring = own.set_index("ring")
        cells = [f"{spoken(r.acres)} ac · {spoken(r.km2)} km²" if np.isfinite(r.km2) else NOT_KNOWN for r in ring.itertuples()]
        campus = ring.loc["campus"]
        rows.append((name_of("sites", site), *cells, f"{spoken(100 * campus['manhattan_ratio'])} %",
                     spoken(campus["mw_per_acre"]), campus["supply"].replace("_", " ")))  # fmt: skip
    columns = ["Campus", *(name_of("areas", r) for r in ("buildings", "campus", "energy_supply", "fuel_chain")),
               "Campus, of Manhattan", "MW peak IT per acre", "Supply"]  # fmt: skip
    return _by(pd.DataFrame(rows, columns=columns), "Campus")


def printed_megawatts(table: pd.DataFrame) -> pd.DataFrame:
    """Every published power of every campus by kind, with source and place in it; an arrow where the model starts."""
    own = table[table["published"]]
    rows = [(name_of("sites", r.site), name_of('megawatts', r.kind), _mw(r.mw, r.low, r.high), "→" if r.used else "", r.source_id,
             r.locator, "" if pd.isna(r.year) else f"{r.year:.0f}") for r in own.itertuples()]  # fmt: skip
    columns = ["Campus", "Kind", "MW", "Model starts here", "Source", "Where in it", "For"]
    return _by(pd.DataFrame(rows, columns=columns), "Campus")


def printed_conversions(table: pd.DataFrame) -> pd.DataFrame:
    """How each campus's figure becomes the others, with the factors."""
    rows = [(name_of("sites", r.site), name_of('megawatts', r.basis), _mw(r.given_mw), f"{r.overhead:g}", f"{r.load_frac:g}",
             f"{r.powered_frac:g}", _mw(r.utility_peak), _mw(r.utility_average), _mw(r.it_peak), _mw(r.it_average),
             spoken(r.utility_over_it)) for r in table.itertuples()]  # fmt: skip
    columns = ["Campus", "Starts from", "MW", "Overhead", "Load", "Powered", "Utility peak", "Utility average", "IT peak",
               "IT average", "Published utility ÷ IT"]  # fmt: skip
    return _by(pd.DataFrame(rows, columns=columns), "Campus")


def printed_former_use(table: pd.DataFrame) -> pd.DataFrame:
    """What the land of every campus was, with the source."""
    rows = [(name_of("sites", r.site), name_of("land_kinds", r.kind), r.before, r.source_id) for r in table.itertuples()]
    return _by(pd.DataFrame(rows, columns=["Campus", "Kind", "Before", "Source"]), "Campus")


def printed_supplies(table: pd.DataFrame) -> pd.DataFrame:
    """Land of one campus under every supply: a row each, or why there is none."""
    rows = []
    for supply, own in table.groupby("supply", sort=False):
        named = supply.replace("_", " ") + (" (its own)" if own["chosen"].any() else "")
        if own["refused"].iloc[0]:
            rows.append((named, own["refused"].iloc[0], "", ""))
            continue
        km2 = own.set_index("ring")["km2"]
        rows.append((named, *(f"{spoken(km2[r])} km²" for r in ("campus", "energy_supply", "fuel_chain"))))
    columns = ["Supply", *(name_of("areas", r) for r in ("campus", "energy_supply", "fuel_chain"))]
    return _by(pd.DataFrame(rows, columns=columns), "Supply")


def density_said(table: pd.DataFrame, site: str) -> str:
    """Peak IT power per acre of one campus among all."""
    campus = table[table["ring"] == "campus"].set_index("site")["mw_per_acre"]
    own, others = campus[site], campus.drop(site)
    return (
        f"{name_of('sites', site)} has {spoken(own)} MW of peak IT power per acre of campus; the other {len(others)} files have "
        f"{spoken_range(others.min(), others.max())}, with the middle one at {spoken(others.median())}."
    )


def comparisons_said(table: pd.DataFrame) -> str:
    """Land of a car plant, of the display factory that was planned on Fairwater's land, and of a solar farm."""
    row = table.set_index("subject")
    solar = row.loc["portage_solar_wi"]
    return (
        f"Beside them: Hyundai's car plant in Georgia has {_whole(row.loc['hyundai_ga', 'acres'])} acres, the area bought for "
        f"Foxconn's factory in Mount Pleasant {_whole(row.loc['foxconn_wi', 'acres'])} acres, and Portage Solar in Wisconsin "
        f"{_whole(solar['acres'])} acres for {_whole(solar['mw'])} MW of peak output, {spoken(solar['mw'] / solar['acres'])} MW "
        "per acre while the sun is high."
    )
