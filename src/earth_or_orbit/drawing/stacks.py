"""Stacked bars: what a side's cost, carbon or mass is made of, both sides against one axis from zero."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from earth_or_orbit.drawing.names import colour_of, name_of
from earth_or_orbit.drawing.numbers import spoken, spoken_range
from earth_or_orbit.drawing.style import FAINT, HATCH, INK, described, in_house_style, need_columns, new_figure

PART_COLUMNS = ("bar", "part", "value", "unit")
LABELLED_FROM = 0.07  # share of the axis above which a part carries its own number
BAR_HEIGHT = 0.56


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


def _draw_total(axes: Axes, place: int, parts: pd.DataFrame, span: float) -> float:
    """The bar's total with its range; returns the rightmost place that is drawn on."""
    total = parts["value"].sum()
    low, high = (float(parts[c].iloc[0]) if c in parts else np.nan for c in ("total_low", "total_high"))
    edge = parts["value"].clip(lower=0).sum()
    if np.isfinite([low, high]).all():
        above = place + BAR_HEIGHT / 2 + 0.09
        axes.plot([low, high], [above, above], color=INK, lw=1.2, solid_capstyle="butt")
        axes.plot([low, total, high], [above] * 3, ls="", marker="|", ms=6, mew=1.2, color=INK)
        edge = max(edge, high)
    between = spoken_range(low, high)
    text = spoken(total) + (f"\n({between})" if between else "")
    axes.text(edge + 0.015 * span, place, text, va="center", ha="left", fontsize=8.5, fontweight="bold", color=INK)
    return edge


def _stacked(table: pd.DataFrame, title: str, axis_label: str, section: str, what: str) -> Figure:
    need_columns(table, PART_COLUMNS, what)
    bars = list(dict.fromkeys(table["bar"]))
    figure = new_figure(1.75 + 0.78 * len(bars))
    axes = figure.subplots()
    ends = [table[table["bar"] == bar]["value"].clip(lower=0).sum() for bar in bars]
    highs = table["total_high"].max() if "total_high" in table else np.nan
    span = float(np.nanmax([*ends, highs]))
    for place, bar in enumerate(bars):
        parts = table[table["bar"] == bar]
        _draw_bar(axes, place, parts, span)
        _draw_total(axes, place, parts, span)
    axes.set_yticks(range(len(bars)), [name_of(section, bar) for bar in bars])
    axes.set_ylim(len(bars) - 0.35, -0.62)
    axes.set_xlim(min(0.0, 1.1 * table["value"].where(table["value"] < 0, 0).groupby(table["bar"]).sum().min()), 1.2 * span)
    axes.axvline(0, color=INK, lw=0.8)
    axes.grid(False, axis="y")
    axes.set_xlabel(axis_label)
    axes.set_title(title)
    _legend(figure, table)
    totals = "; ".join(f"{name_of(section, b)} {spoken(table[table['bar'] == b]['value'].sum())}" for b in bars)
    return described(figure, f"Stacked bars, {title}, in {table['unit'].iloc[0]}. Totals: {totals}.")


def _legend(figure: Figure, table: pd.DataFrame) -> None:
    seen = [part for part in dict.fromkeys(table["part"]) if (table.loc[table["part"] == part, "value"] != 0).any()]
    handles = [Patch(facecolor=colour_of("parts", p), edgecolor="white", label=name_of("parts", p)) for p in seen]
    if "donor_or_judgement" in table and table["donor_or_judgement"].any():
        handles.append(Patch(facecolor=FAINT, hatch=HATCH, edgecolor="white", label="mostly donor or judgement"))
    if "total_low" in table and table["total_low"].notna().any():
        handles.append(Patch(facecolor="none", edgecolor="none", label="line above a bar: 5 to 95 % of draws"))
    figure.legend(handles=handles, loc="outside lower center", ncols=3, handlelength=1.4, columnspacing=1.2)


@in_house_style
def cost_parts(table: pd.DataFrame) -> Figure:
    """Levelised cost of an accelerator-hour by part, ground and orbit.

    Columns: bar (side), part, value, unit; optionally total_low, total_high, donor_or_judgement.
    """
    label = f"{table['unit'].iloc[0]} per delivered accelerator-hour"
    return _stacked(table, "What an accelerator-hour costs, by part", label, "sides", "cost_parts")


@in_house_style
def carbon_parts(table: pd.DataFrame) -> Figure:
    """Greenhouse gas per delivered MWh by part, ground and orbit. Columns as in cost_parts."""
    label = f"{table['unit'].iloc[0]} of delivered IT energy"
    return _stacked(table, "What a delivered MWh emits, by part", label, "sides", "carbon_parts")


@in_house_style
def satellite_mass_parts(table: pd.DataFrame) -> Figure:
    """Mass of one satellite per kW of peak power by part, one bar per concept. Columns as in cost_parts."""
    label = f"{table['unit'].iloc[0]} of peak power"
    return _stacked(table, "What a satellite weighs, by part", label, "concepts", "satellite_mass_parts")
