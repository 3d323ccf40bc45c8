"""Air and climate: every campus beside every concept, permits beside factors, carbon by basis, health cost."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FixedLocator, LogLocator, NullFormatter

from earth_or_orbit import units
from earth_or_orbit.drawing.names import colour_of, name_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.drawing.style import FAINT, INK, described, in_house_style, need_columns, new_figure

AIR_COLUMNS = ("place", "side", "what", "central", "low", "high", "chosen")
PERMIT_COLUMNS = ("permit", "pollutant", "mark", "central", "low", "high")
BASIS_COLUMNS = ("site", "basis", "kg_per_mwh", "chosen")
HEALTH_COLUMNS = ("place", "side", "usd_per_mwh", "low", "high", "chosen", "published", "published_low", "published_high")
MARKS = {"ground": "o", "orbit": "D"}
GRAMS = {"nox", "pm25", "so2"}  # drawn in grams; the table is in kilograms
SHIFT = 0.2  # a row's height between two bases of carbon
BASIS_MARKS = {"location_average": "o", "marginal": "s", "life_cycle": "D", "market_based": "^"}
ENDS = ("central", "low", "high")
BETWEEN = "#E3E3E3"  # lines between rows
ROOM = 1.6  # factor by which a logarithmic axis reaches beyond its marks
MANY_DECADES = 1.5  # a narrow axis over more of them is numbered at powers of ten only
ROW_INCHES, SIDE_INCHES = 0.24, 0.15


def _name(side: str, place: str) -> str:
    return name_of("sites" if side == "ground" else "concepts", place)


def _places(table: pd.DataFrame) -> pd.DataFrame:
    """Each place once, the ground first, in the table's order."""
    return table.drop_duplicates(["side", "place"])[["side", "place", "chosen"]].reset_index(drop=True)


def _log_axis(axes: Axes, values: pd.DataFrame, narrow: bool = False) -> None:
    shown = values.to_numpy(dtype=float)
    shown = shown[np.isfinite(shown) & (shown > 0)]
    axes.set_xscale("log")
    axes.set_xlim(shown.min() / ROOM, shown.max() * ROOM)
    wide_span = np.log10(shown.max() / shown.min()) > MANY_DECADES
    numbered = LogLocator(10, subs=(1.0,) if narrow and wide_span else (1.0, 3.0))
    least, most = axes.get_xlim()[0], max(shown)
    axes.xaxis.set_major_locator(FixedLocator([tick for tick in numbered.tick_values(least, most) if least <= tick <= most]))
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.xaxis.set_major_formatter(lambda value, _: spoken(value, 1))
    axes.grid(False, axis="y")


def _dots(axes: Axes, order: pd.DataFrame, rows: pd.DataFrame, column: str) -> None:
    own = rows.set_index(["side", "place"])
    for place, spot in enumerate(order.itertuples()):
        row = own.loc[(spot.side, spot.place)]
        colour = colour_of("sides", spot.side)
        if np.isfinite([row["low"], row["high"]]).all():
            axes.plot([row["low"], row["high"]], [place] * 2, color=colour, lw=1.1, alpha=0.6)
        axes.plot(row[column], place, MARKS[spot.side], ms=5, color=colour, markerfacecolor=colour if spot.chosen else "white")


def _place_ticks(axes: Axes, order: pd.DataFrame) -> None:
    axes.set_yticks(range(len(order)), [_name(r.side, r.place) for r in order.itertuples()], fontsize=7.5)
    axes.set_ylim(len(order) - 0.5, -0.6)
    axes.axhline((order["side"] == "ground").sum() - 0.5, color=FAINT, lw=0.6)


def _side_handles() -> list[Line2D]:
    made = [Line2D([], [], marker=m, ls="", color=colour_of("sides", s), markerfacecolor="white", label=name_of("sides", s))
            for s, m in MARKS.items()]  # fmt: skip
    return [*made, Line2D([], [], marker="o", ls="", color=INK, label="filled: the pair asked about")]


def _mass_unit(what: str) -> str:
    return "g" if what in GRAMS else "kg"


def _in_shown_units(table: pd.DataFrame) -> pd.DataFrame:
    """The table, in grams for what is drawn in grams."""
    shown = table.astype(dict.fromkeys(ENDS, float))
    grams = shown["what"].isin(GRAMS)
    for end in ENDS:
        shown.loc[grams, end] = units.convert(shown.loc[grams, end].to_numpy(), "kg", "g")
    return shown


@in_house_style
def air_by_place(table: pd.DataFrame) -> Figure:
    """NOx, particulates, SO2 and carbon for each delivered MWh of IT energy, campuses above concepts; logarithmic.

    Columns: place, side, what (nox, pm25, so2, co2), central, low, high (kg per MWh), chosen (bool).
    """
    need_columns(table, AIR_COLUMNS, "air_by_place")
    order, kinds, shown = _places(table), list(dict.fromkeys(table["what"])), _in_shown_units(table)
    figure = new_figure(1.3 + ROW_INCHES * len(order))
    figure.get_layout_engine().set(w_pad=SIDE_INCHES)
    panels = figure.subplots(1, len(kinds), sharey=True, squeeze=False)[0]
    for axes, what in zip(panels, kinds, strict=True):
        rows = shown[shown["what"] == what]
        _dots(axes, order, rows, "central")
        _log_axis(axes, rows[list(ENDS)], narrow=True)
        axes.set_title("\n".join(name_of("air_pollutants", what).split()[:2]), fontsize=8.5)
        axes.tick_params(axis="x", labelsize=7.5)
        axes.set_xlabel(_mass_unit(what))
    _place_ticks(panels[0], order)
    figure.supxlabel("mass per delivered MWh of IT energy, logarithmic", fontsize=9)
    figure.legend(handles=_side_handles(), loc="outside upper center", ncols=3)
    chosen = shown[shown["chosen"]]
    told = "; ".join(f"{_name(r.side, r.place)} {name_of('air_pollutants', r.what)} {spoken(r.central)} {_mass_unit(r.what)}"
                     for r in chosen.itertuples())  # fmt: skip
    return described(figure, f"Dots with ranges on logarithmic axes, per delivered MWh: {told}.")


@in_house_style
def permits_beside_factors(table: pd.DataFrame) -> Figure:
    """What permits allow in a year beside what factors and hours give; logarithmic.

    Columns: permit, pollutant, mark (permit, or a kind of factor), central, low, high (tonnes a year; ends nan if none).
    """
    need_columns(table, PERMIT_COLUMNS, "permits_beside_factors")
    keys = list(dict.fromkeys(zip(table["permit"], table["pollutant"], strict=True)))
    figure = new_figure(1.6 + 0.42 * len(keys))
    figure.get_layout_engine().set(w_pad=SIDE_INCHES)
    axes = figure.subplots()
    for row in table.itertuples():
        place, colour = keys.index((row.permit, row.pollutant)), colour_of("emission_factors", row.mark)
        if np.isfinite([row.low, row.high]).all():
            axes.plot([row.low, row.high], [place] * 2, color=colour, lw=1.4)
        is_permit = row.mark == "permit"
        axes.plot(
            row.central, place, "|" if is_permit else "o", ms=16 if is_permit else 6, mew=2 if is_permit else 1, color=colour
        )
        axes.annotate(spoken(row.central), (row.central, place), (0, -17 if is_permit else 9), textcoords="offset points",
                      ha="center", fontsize=7.5, color=INK)  # fmt: skip
    _log_axis(axes, table[["central", "low", "high"]])
    axes.set_yticks(range(len(keys)), [f"{name_of('permits', p)}:\n{name_of('air_pollutants', w)}" for p, w in keys], fontsize=8)
    axes.set_ylim(len(keys) - 0.5, -0.7)
    axes.set_xlabel("tonnes a year, logarithmic")
    marks = list(dict.fromkeys(table["mark"]))
    handles = [Line2D([], [], marker="|" if m == "permit" else "o", ms=9, mew=2 if m == "permit" else 1, ls="",
                      color=colour_of("emission_factors", m), label=name_of("emission_factors", m)) for m in marks]  # fmt: skip
    figure.legend(handles=handles, loc="outside upper center", ncols=3, fontsize=7.5)
    told = "; ".join(f"{name_of('permits', r.permit)}, {name_of('air_pollutants', r.pollutant)}, "
                     f"{name_of('emission_factors', r.mark)}: {spoken(r.central)} t" for r in table.itertuples())  # fmt: skip
    return described(figure, f"Marks on a logarithmic axis. {told}.")


def _basis_mark(basis: str, filled: bool) -> dict[str, str | float]:
    """Marker and colours of a basis of carbon; open unless it is the campus asked about."""
    colour = colour_of("carbon_bases", basis)
    return {"marker": BASIS_MARKS.get(basis, "o"), "color": colour, "mfc": colour if filled else "white", "mew": 1.2}


@in_house_style
def carbon_by_basis(table: pd.DataFrame) -> Figure:
    """Carbon of a campus's electricity for each delivered MWh of IT energy by the way of counting it.

    Columns: site, basis, kg_per_mwh, chosen (bool).
    """
    need_columns(table, BASIS_COLUMNS, "carbon_by_basis")
    sites, bases = list(dict.fromkeys(table["site"])), list(dict.fromkeys(table["basis"]))
    figure = new_figure(1.3 + 1.25 * ROW_INCHES * len(sites))
    figure.get_layout_engine().set(w_pad=SIDE_INCHES)
    axes = figure.subplots()
    for row in table.itertuples():
        place = sites.index(row.site) + SHIFT * (bases.index(row.basis) - (len(bases) - 1) / 2)
        axes.plot(row.kg_per_mwh, place, ls="", ms=6 if row.chosen else 4.5, **_basis_mark(row.basis, row.chosen))
    for place in range(1, len(sites)):
        axes.axhline(place - 0.5, color=BETWEEN, lw=0.5, zorder=0)
    axes.set_yticks(range(len(sites)), [name_of("sites", site) for site in sites], fontsize=8)
    for label, site in zip(axes.get_yticklabels(), sites, strict=True):
        if table.loc[table["site"] == site, "chosen"].any():
            label.set_color(colour_of("sides", "ground"))
            label.set_fontweight("bold")
    axes.set_ylim(len(sites) - 0.5, -0.6)
    axes.set_xlim(0, 1.05 * table["kg_per_mwh"].max())
    axes.grid(False, axis="y")
    axes.set_xlabel("carbon of electricity for each delivered MWh of IT energy [kg CO₂e/MWh]")
    handles = [Line2D([], [], ls="", ms=6, label=name_of("carbon_bases", b), **_basis_mark(b, False)) for b in bases]
    handles.append(Line2D([], [], marker="o", ls="", color=INK, label="filled: the campus asked about"))
    figure.legend(handles=handles, loc="outside upper center", ncols=2)
    own = table[table["chosen"]]
    told = "; ".join(f"{name_of('carbon_bases', r.basis)} {spoken(r.kg_per_mwh)}" for r in own.itertuples())
    return described(figure, f"Dots, kg of carbon dioxide per delivered MWh by campus and basis. The campus asked about: {told}.")


@in_house_style
def health_cost_by_place(table: pd.DataFrame) -> Figure:
    """Health cost for each delivered MWh of IT energy, campuses above concepts, over a published national mean; logarithmic.

    Columns: place, side, usd_per_mwh, low, high, chosen (bool), published, published_low, published_high (per MWh bought).
    """
    need_columns(table, HEALTH_COLUMNS, "health_cost_by_place")
    order = _places(table)
    figure = new_figure(1.2 + ROW_INCHES * len(order))
    figure.get_layout_engine().set(w_pad=SIDE_INCHES)
    axes = figure.subplots()
    first, band = table.iloc[0], "unpaid_toll_average"
    axes.axvspan(first["published_low"], first["published_high"], color=colour_of("health_bands", band), alpha=0.45, lw=0,
                 label=name_of("health_bands", band))  # fmt: skip
    _dots(axes, order, table, "usd_per_mwh")
    _log_axis(axes, table[["usd_per_mwh", "low", "high"]])
    _place_ticks(axes, order)
    axes.set_xlabel("health cost for each delivered MWh of IT energy [$/MWh], logarithmic")
    handles = [*_side_handles(), *axes.get_legend_handles_labels()[0]]
    figure.legend(handles=handles, loc="outside upper center", ncols=2)
    told = "; ".join(f"{_name(r.side, r.place)} {spoken(r.usd_per_mwh)}" for r in table.itertuples())
    return described(figure, f"Dots with ranges on a logarithmic axis, dollars per delivered MWh: {told}.")
