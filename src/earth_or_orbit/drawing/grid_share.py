"""Campuses beside their states and utilities."""

import textwrap

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from earth_or_orbit.drawing.names import check_known, colour_of, name_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.drawing.style import FAINT, HATCH, INK, described, in_house_style, need_columns, new_figure

COLUMNS = ("site", "state", "utility", "share_of_state", "share_of_peak", "share_low", "share_high", "own_plant_frac", "chosen")
OTHERS = "#A9A9A9"
OWN = 0.5  # above this share of its own making a campus is drawn hatched
PER_CENT = 100
SIDE_INCHES = 0.15
FAR_ABOVE, BROKEN_AT = 4.0, 1.1  # a value so many times the next one is cut, at this many times the next one
TICKS = 2  # steps on an axis of which words take the larger part
AWAY, AWAY_FROM_RANGE = 4, 8  # points between a bar, or the end of its range, and its words
WIDER, NAME_LETTERS = 2.4, 22  # room for words behind a bar; letters of a campus's name before it is broken


def _reach(values: np.ndarray) -> float:
    """Where the bars end: at the largest value, or a little beyond the second largest if one stands far above all others."""
    inner, most = np.sort(values[np.isfinite(values)])[-2:] if np.isfinite(values).sum() > 1 else [np.nanmax(values)] * 2
    return float(most if most <= FAR_ABOVE * inner else BROKEN_AT * inner)


def _broken(axes: Axes, place: int, span: float) -> None:
    """The mark of a bar that is cut: two white strokes across it."""
    for shift in (0.90, 0.94):
        axes.plot([(shift - 0.015) * span, (shift + 0.015) * span], [place + 0.45, place - 0.45], color="white", lw=2, zorder=4)


def _bars(axes: Axes, table: pd.DataFrame, column: str, whole: str, section: str) -> None:
    """One panel of bars from zero in per cent, each with the name of what it is a share of."""
    ranged = column == "share_of_peak"
    span = PER_CENT * _reach(np.fmax(table[column], table["share_high"] if ranged else np.nan).to_numpy(dtype=float))
    for place, row in enumerate(table.itertuples()):
        value, name = PER_CENT * getattr(row, column), getattr(row, whole)
        of = name_of(section, name) if name else "utility's peak not found"
        if not np.isfinite(value):
            axes.annotate(f"{of}: no figure" if name else of, (0, place), (AWAY, 0), textcoords="offset points", va="center",
                          fontsize=7.5, color=FAINT)  # fmt: skip
            continue
        axes.barh(place, min(value, span), 0.62, color=colour_of("sides", "ground") if row.chosen else OTHERS, edgecolor="white",
                  lw=0, hatch=HATCH if row.own_plant_frac > OWN else None)  # fmt: skip
        edge, away = min(value, span), AWAY
        if value > span:
            _broken(axes, place, span)
        if ranged and row.share_high > row.share_low:
            ends = PER_CENT * row.share_low, min(PER_CENT * row.share_high, span)
            axes.plot(ends, [place] * 2, color=INK, lw=1.1, marker="|", ms=6, mew=1.1)
            edge, away = max(edge, ends[1]), AWAY_FROM_RANGE
        axes.annotate(f"{spoken(value)} % of {of}" + (" (cut)" if value > span else ""), (edge, place), (away, 0),
                      textcoords="offset points", va="center", fontsize=7.5)  # fmt: skip
    axes.set_xlim(0, WIDER * span)
    axes.set_xticks([tick for tick in MaxNLocator(TICKS).tick_values(0, span) if 0 <= tick <= span])
    axes.grid(False, axis="y")


@in_house_style
def share_of_grid(table: pd.DataFrame) -> Figure:
    """Energy of every campus as a share of its state's sales, and its peak as a share of its utility's; bars from zero.

    Columns: site, state, utility, share_of_state, share_of_peak, share_low, share_high, own_plant_frac, chosen.
    """
    need_columns(table, COLUMNS, "share_of_grid")
    check_known("sites", table["site"])
    figure = new_figure(1.3 + 0.3 * len(table))
    figure.get_layout_engine().set(w_pad=SIDE_INCHES)
    left, right = figure.subplots(1, 2, sharey=True)
    _bars(left, table, "share_of_state", "state", "grid_states")
    _bars(right, table, "share_of_peak", "utility", "grid_utilities")
    left.set_yticks(range(len(table)), [textwrap.fill(name_of("sites", site), NAME_LETTERS) for site in table["site"]],
                    fontsize=7.5)  # fmt: skip
    for label, chosen in zip(left.get_yticklabels(), table["chosen"], strict=True):
        label.set_fontweight("bold" if chosen else "normal")
    left.set_ylim(len(table) - 0.4, -0.6)
    left.set_xlabel("energy, % of the state's sales")
    right.set_xlabel("peak, % of the utility's peak")
    handles = [Patch(facecolor=colour_of("sides", "ground"), label="this campus (bold)"), Patch(facecolor=OTHERS, label="others"),
               Patch(facecolor=OTHERS, hatch=HATCH, edgecolor="white", lw=0, label="own plant: most does not come over the grid"),
               Line2D([], [], color=INK, lw=1.1, marker="|", ms=6, mew=1.1, label="range of the utility's peak")]  # fmt: skip
    figure.legend(handles=handles, loc="outside upper center", ncols=2, fontsize=8)
    words = "; ".join(
        f"{name_of('sites', r.site)} {spoken(PER_CENT * r.share_of_state)} % of {name_of('grid_states', r.state)}'s sales"
        + (f" and {spoken(PER_CENT * r.share_of_peak)} % of its utility's peak" if np.isfinite(r.share_of_peak) else "")
        for r in table.itertuples()
    )
    return described(figure, f"Two panels of bars from zero. {words}.")
