"""Dots with their ranges: how the two sides compare line by line, and what moves the answer."""

import textwrap

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from earth_or_orbit.drawing.names import colour_of, label_with_unit, name_of, pair_name, shown, words_of
from earth_or_orbit.drawing.numbers import spoken, spoken_range
from earth_or_orbit.drawing.style import FAINT, HATCH, INK, described, in_house_style, need_columns, new_figure

RATIO_COLUMNS = ("site", "concept", "line", "ratio", "low", "high")
ROW_INCHES = 0.235


def _ratio_axis(axes: Axes, table: pd.DataFrame, lines: list[str], limits: tuple[float, float]) -> None:
    for place, line in enumerate(lines):
        for row in table[table["line"] == line].itertuples():
            colour = colour_of("sides", "orbit" if row.ratio < 1 else "ground")
            if np.isfinite([row.low, row.high]).all():
                axes.plot([row.low, row.high], [place, place], color=colour, lw=2.2, alpha=0.55, solid_capstyle="butt")
            axes.plot(row.ratio, place, "o", ms=5, color=colour)
    axes.axvline(1, color=INK, lw=0.9)
    axes.set_xscale("log")
    axes.set_xlim(*limits)
    axes.set_ylim(len(lines) - 0.4, -0.6)
    axes.tick_params(axis="x", which="minor", length=0)


@in_house_style
def ledger_ratios(table: pd.DataFrame) -> Figure:
    """Orbit divided by ground, line by line, one panel per pair on one logarithmic scale.

    Columns: site, concept, line, ratio, low, high (5 and 95 % of draws). Colour: the side with the lower figure.
    """
    need_columns(table, RATIO_COLUMNS, "ledger_ratios")
    table = table.assign(pair=_pairs(table))
    pairs, lines = list(dict.fromkeys(table["pair"])), list(dict.fromkeys(table["line"]))
    figure = new_figure(1.6 + ROW_INCHES * len(lines) + 0.3 * (len(pairs) > 1))
    panels = figure.subplots(1, len(pairs), sharey=True, sharex=True, squeeze=False)[0]
    extremes = table[["ratio", "low", "high"]].to_numpy(dtype=float)
    extremes = extremes[np.isfinite(extremes) & (extremes > 0)]
    limits = (10 ** np.floor(np.log10(min(extremes.min(), 0.5))), 10 ** np.ceil(np.log10(max(extremes.max(), 2))))
    for axes, pair in zip(panels, pairs, strict=True):
        _ratio_axis(axes, table[table["pair"] == pair], lines, limits)
        if len(pairs) > 1:
            axes.set_title(textwrap.fill(pair, 24), fontsize=7.5)
    panels[0].set_yticks(range(len(lines)), [name_of("lines", line) for line in lines])
    figure.supxlabel("orbit ÷ ground (logarithmic; 1 = the same on both sides)", fontsize=9)
    figure.legend(handles=_lower_side_handles(), loc="outside upper center", ncols=3)
    lower = table[table["ratio"] < 1].groupby("pair", sort=False).size().reindex(pairs, fill_value=0)
    counts = "; ".join(f"{pair}: orbit is lower on {lower[pair]} of {(table['pair'] == pair).sum()}" for pair in pairs)
    return described(figure, f"Dots with ranges on a logarithmic scale, orbit divided by ground for each line. {counts}.")


def _pairs(table: pd.DataFrame) -> list[str]:
    return [pair_name(site, concept) for site, concept in zip(table["site"], table["concept"], strict=True)]


def _lower_side_handles() -> list[Line2D]:
    handles = [
        Line2D([], [], marker="o", ls="", color=colour_of("sides", side), label=f"{name_of('sides', side)} is lower")
        for side in ("ground", "orbit")
    ]
    return [*handles, Line2D([], [], lw=2.2, color=FAINT, alpha=0.55, label="5 to 95 % of draws")]


@in_house_style
def one_line_by_pair(table: pd.DataFrame) -> Figure:
    """One ledger line for each pair, both sides and both cases, bars from zero with their ranges.

    Columns: site, concept, case, side, line (one only), central, low, median, high in the quantity's unit. A bar is the
    central value; the line and its dot are the draws, and need not hold it where published ranges are lopsided.
    """
    columns = ("site", "concept", "case", "side", "line", "central", "low", "median", "high")
    need_columns(table, columns, "one_line_by_pair")
    table, line = table.assign(pair=_pairs(table)), table["line"].iloc[0]
    groups = list(dict.fromkeys(zip(table["pair"], table["case"], strict=True)))
    figure = new_figure(1.2 + 0.6 * len(groups))
    axes = figure.subplots()
    values = table.assign(**{c: [shown(line, v) for v in table[c]] for c in ("central", "low", "median", "high")})
    span = float(np.nanmax(values[["central", "high"]].to_numpy(dtype=float)))
    for place, (pair, case) in enumerate(groups):
        for row in values[(values["pair"] == pair) & (values["case"] == case)].itertuples():
            at = place + (-0.19 if row.side == "ground" else 0.19)
            _bar_with_range(axes, at, row, span)
    labels = [f"{pair.replace(' and ', chr(10) + 'and ')}\n{name_of('cases', case)}" for pair, case in groups]
    axes.set_yticks(range(len(groups)), labels)
    axes.set_ylim(len(groups) - 0.5, -0.5)
    axes.set_xlim(0, 1.3 * span)
    axes.grid(False, axis="y")
    axes.set_xlabel(label_with_unit(line))
    sides = [Patch(facecolor=colour_of("sides", s), label=name_of("sides", s)) for s in ("ground", "orbit")]
    figure.legend(handles=[*sides, Line2D([], [], lw=1.2, marker="o", ms=3.5, color=INK, label="draws: 5 to 95 %, median")],
                  loc="outside upper center", ncols=3)  # fmt: skip
    words = "; ".join(f"{r.pair}, {r.case}, {r.side}: {spoken(r.central)}" for r in values.itertuples())
    return described(figure, f"Bars, {label_with_unit(line)}. {words}.")


def _bar_with_range(axes: Axes, place: float, row: object, span: float) -> None:
    axes.barh(place, row.central, 0.34, color=colour_of("sides", row.side))
    edge = row.central
    if np.isfinite([row.low, row.high]).all():
        axes.plot([row.low, row.high], [place, place], color=INK, lw=1.2)
        axes.plot(row.median, place, "o", ms=3.5, color=INK)
        edge = max(edge, row.high)
    between = spoken_range(row.low, row.high)
    text = spoken(row.central) + (f" ({between})" if between else "")
    axes.text(edge + 0.012 * span, place, text, va="center", fontsize=7.5, color=INK)


@in_house_style
def what_moves_the_ratio(table: pd.DataFrame) -> Figure:
    """How far each uncertain fact moves one ratio from its central value, widest first.

    Columns: quantity, unit, at_low, at_high, central, donor_or_judgement, line. Bars run between the ratio with the fact at its
    published low and at its high, all else central.
    """
    columns = ("quantity", "unit", "at_low", "at_high", "central", "donor_or_judgement", "line")
    need_columns(table, columns, "what_moves_the_ratio")
    figure = new_figure(1.45 + 0.27 * len(table))
    axes = figure.subplots()
    central = float(table["central"].iloc[0])
    for place, row in enumerate(table.itertuples()):
        for value, side_of_range in ((row.at_low, "low"), (row.at_high, "high")):
            colour = colour_of("sides", "orbit" if value < central else "ground")
            hatch = HATCH if row.donor_or_judgement else None
            axes.barh(place, value - central, 0.62, left=central, color=colour, hatch=hatch, edgecolor="white")
            if spoken(value) == spoken(central):
                continue
            away = value < central if value != central else side_of_range == "low"
            axes.annotate(spoken(value), (value, place), (-3 if away else 3, 0), textcoords="offset points",
                          va="center", ha="right" if away else "left", fontsize=7.5, color=INK)  # fmt: skip
    axes.axvline(central, color=INK, lw=0.9)
    axes.set_yticks(range(len(table)), [words_of(quantity) for quantity in table["quantity"]])
    axes.set_ylim(len(table) - 0.4, -0.6)
    ends = table[["at_low", "at_high"]].to_numpy(dtype=float)
    room = 0.14 * (np.nanmax(ends) - np.nanmin(ends))
    axes.set_xlim(np.nanmin(ends) - room, np.nanmax(ends) + room)
    axes.grid(False, axis="y")
    axes.set_xlabel(f"orbit ÷ ground, {name_of('lines', table['line'].iloc[0])}")
    handles = [
        Patch(facecolor=colour_of("sides", "orbit"), label="moves towards orbit"),
        Patch(facecolor=colour_of("sides", "ground"), label="moves towards ground"),
        Patch(facecolor=FAINT, hatch=HATCH, edgecolor="white", label="a donor or a judgement"),
    ]
    figure.legend(handles=handles, loc="outside upper center", ncols=3)
    first = table.iloc[0]
    words = f"The widest is {words_of(first['quantity'])}: {spoken(first['at_low'])} to {spoken(first['at_high'])}"
    return described(figure, f"Bars around the central ratio {spoken(central)}, one per uncertain fact. {words}.")
