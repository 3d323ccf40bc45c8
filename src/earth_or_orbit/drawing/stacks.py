"""Stacked bars: what a side's cost, carbon or mass is made of, both sides against one axis from zero."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from earth_or_orbit.drawing.names import colour_of, name_of
from earth_or_orbit.drawing.numbers import spoken, spoken_range
from earth_or_orbit.drawing.style import FAINT, HATCH, INK, described, in_house_style, need_columns, new_figure

PART_COLUMNS = ("bar", "part", "value", "unit")
LABELLED_FROM = 0.07  # share of the axis above which a part carries its own number
BAR_HEIGHT = 0.56
FEW_BARS = 4  # more bars than these stand closer together


def _white_or_ink(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "white" if 0.299 * red + 0.587 * green + 0.114 * blue < 140 else INK


def _draw_bar(axes: Axes, place: int, parts: pd.DataFrame, span: float) -> None:
    """One stack; negative parts run to the left of zero, parts that rest on donors or judgements are hatched."""
    right = left = 0.0
    for row in parts.itertuples():
        start = right if row.value >= 0 else left
        colour = colour_of("parts", row.part)
        hatch = HATCH if getattr(row, "donor_or_judgement", False) else None
        axes.barh(place, row.value, BAR_HEIGHT, left=start, color=colour, hatch=hatch, edgecolor="white")
        if abs(row.value) >= LABELLED_FROM * span:
            box = {"facecolor": colour, "edgecolor": "none", "pad": 1.2} if hatch else None
            at = {"ha": "center", "va": "center", "fontsize": 8, "color": _white_or_ink(colour), "bbox": box}
            axes.text(start + row.value / 2, place, spoken(row.value), **at)
        right, left = (right + max(row.value, 0), left + min(row.value, 0))


def _draw_total(axes: Axes, place: int, parts: pd.DataFrame, span: float) -> None:
    """The bar's total beside it, and the range of the total as a line below it."""
    total = parts["value"].sum()
    low, high = (float(parts[c].iloc[0]) if c in parts else np.nan for c in ("total_low", "total_high"))
    edge = parts["value"].clip(lower=0).sum()
    if np.isfinite([low, high]).all():
        below = place + BAR_HEIGHT / 2 + 0.09
        axes.plot([low, high], [below, below], color=INK, lw=1.2, solid_capstyle="butt")
        axes.plot([low, high], [below] * 2, ls="", marker="|", ms=6, mew=1.2, color=INK)
    between = spoken_range(low, high)
    text = spoken(total) + (f" ({between})" if between else "")
    axes.text(max(edge, total) + 0.015 * span, place, text, va="center", ha="left", fontsize=8.5, fontweight="bold", color=INK)


def _bar_name(section: str, bar: str) -> str:
    """A side's or concept's display name; a concept in one case is written `concept/case`."""
    key, _, case = bar.partition("/")
    return name_of(section, key) + (f", {name_of('cases', case)}" if case else "")


def _stacked(table: pd.DataFrame, title: str, of_what: str, section: str, what: str) -> Figure:
    need_columns(table, PART_COLUMNS, what)
    bars = list(dict.fromkeys(table["bar"]))
    figure = new_figure(1.75 + (0.78 if len(bars) <= FEW_BARS else 0.5) * len(bars))
    axes = figure.subplots()
    ends = [table[table["bar"] == bar]["value"].clip(lower=0).sum() for bar in bars]
    highs = table["total_high"].max() if "total_high" in table else np.nan
    span = float(np.nanmax([*ends, highs]))
    for place, bar in enumerate(bars):
        parts = table[table["bar"] == bar]
        _draw_bar(axes, place, parts, span)
        _draw_total(axes, place, parts, span)
    axes.set_yticks(range(len(bars)), [_bar_name(section, bar) for bar in bars])
    axes.set_ylim(len(bars) - 0.35, -0.62)
    axes.set_xlim(min(0.0, 1.7 * table["value"].where(table["value"] < 0, 0).groupby(table["bar"]).sum().min()), 1.28 * span)
    axes.axvline(0, color=INK, lw=0.8)
    axes.grid(False, axis="y")
    axes.set_xlabel(f"{table['unit'].iloc[0]} {of_what}")
    axes.set_title(title)
    _legend(figure, table, section)
    totals = "; ".join(f"{_bar_name(section, b)} {spoken(table[table['bar'] == b]['value'].sum())}" for b in bars)
    return described(figure, f"Stacked bars, {title}, in {table['unit'].iloc[0]}. Totals: {totals}.")


def _legend(figure: Figure, table: pd.DataFrame, section: str) -> None:
    seen = [part for part in dict.fromkeys(table["part"]) if (table.loc[table["part"] == part, "value"] != 0).any()]
    handles = [Patch(facecolor=colour_of("parts", p), edgecolor="white", label=name_of("parts", p)) for p in seen]
    if "donor_or_judgement" in table and table["donor_or_judgement"].any():
        handles.append(Patch(facecolor=FAINT, hatch=HATCH, edgecolor="white", label="half or more donor or judgement"))
    if "total_low" in table and table["total_low"].notna().any():
        handles.append(Line2D([], [], color=INK, lw=1.2, marker="|", label="5 to 95 % of draws"))
    columns = 2 if section == "concepts" else 3
    figure.legend(handles=handles, loc="outside lower center", ncols=columns, handlelength=1.4, columnspacing=1.2)


@in_house_style
def cost_parts(table: pd.DataFrame) -> Figure:
    """Levelised cost of an accelerator-hour by part, ground and orbit.

    Columns: bar (side), part, value, unit; optionally total_low, total_high, donor_or_judgement.
    """
    return _stacked(table, "What an accelerator-hour costs, by part", "per delivered accelerator-hour", "sides", "cost_parts")


@in_house_style
def carbon_parts(table: pd.DataFrame) -> Figure:
    """Greenhouse gas per delivered MWh by part, ground and orbit. Columns as in cost_parts."""
    return _stacked(table, "What a delivered MWh emits, by part", "of delivered IT energy", "sides", "carbon_parts")


@in_house_style
def satellite_mass_parts(table: pd.DataFrame) -> Figure:
    """Mass of one satellite per kW of peak power by part, a bar per concept and case.

    Columns as in cost_parts; a bar is written `concept/case`.
    """
    return _stacked(table, "What a satellite weighs, by part", "of peak power", "concepts", "satellite_mass_parts")
