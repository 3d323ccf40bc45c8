"""Time to power: every campus and proposal by its dates, and one campus under every supply."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MultipleLocator

from earth_or_orbit.drawing.names import check_known, colour_of, name_of
from earth_or_orbit.drawing.style import FAINT, HATCH, INK, described, in_house_style, need_columns, new_figure

PLACE_COLUMNS = ("place", "side", "chosen", "waiting_months", "building_months", "filling_months", "first_power_months",
                 "full_power_months", "first_low", "first_high", "first_done", "full_done", "approved_months", "trial_months",
                 "elapsed_months", "judged_low", "judged", "judged_high")  # fmt: skip
SUPPLY_COLUMNS = ("what", "name", "side", "own", "chosen", "low", "central", "high")
PALER = {"waiting": 0.68, "building": 0.0, "filling": 0.42}  # share of white in the side's hue
ROW_INCHES, THICK = 0.29, 0.6
YEAR_MONTHS = 12


def _tone(colour: str, part: str) -> str:
    return to_hex([1 - (1 - c) * (1 - PALER[part]) for c in to_rgb(colour)])


def _named(row: object) -> str:
    return name_of("sites" if row.side == "ground" else "concepts", row.place)


def _segment(axes: Axes, place: int, start: float, end: float, colour: str, done_to: float) -> None:
    """One part of a bar: solid as far as it is done, hatched beyond."""
    if not np.isfinite([start, end]).all() or end <= start:
        return
    middle = min(max(done_to, start), end)
    axes.barh(place, middle - start, THICK, left=start, color=colour, edgecolor="white", lw=0)
    axes.barh(place, end - middle, THICK, left=middle, color=colour, edgecolor="white", lw=0, hatch=HATCH)


def _one_place(axes: Axes, place: int, row: object) -> None:
    colour = colour_of("sides", row.side)
    end = row.elapsed_months
    first_done = row.first_power_months if row.first_done else row.elapsed_months
    full_done = row.full_power_months if row.full_done else row.elapsed_months
    if np.isfinite(row.first_power_months):
        begins = row.waiting_months if np.isfinite(row.waiting_months) else row.first_power_months
        _segment(axes, place, 0, begins, _tone(colour, "waiting"), row.elapsed_months)
        _segment(axes, place, begins, row.first_power_months, _tone(colour, "building"), first_done)
        _segment(axes, place, row.first_power_months, row.full_power_months, _tone(colour, "filling"), full_done)
        if row.first_high > row.first_low:
            axes.plot([row.first_low, row.first_high], [place] * 2, color=INK, lw=1.1)
        end = np.nanmax([row.full_power_months, row.first_high])
    else:
        _segment(axes, place, 0, row.elapsed_months, _tone(colour, "waiting"), row.elapsed_months)
        axes.plot([row.judged_low, row.judged_high], [place] * 2, color=colour, lw=1.4)
        axes.plot(row.judged, place, "o", ms=5, color=colour, markerfacecolor="white")
        end = row.judged_high
    axes.annotate(_label(row), (end, place), (5, 0), va="center", textcoords="offset points", fontsize=7.5, color=colour)
    for months, mark in ((row.approved_months, "v"), (row.trial_months, "^")):
        if np.isfinite(months) and months >= 0:
            axes.plot(months, place, mark, ms=5, color=INK, markerfacecolor="white", mew=0.9, zorder=5, clip_on=False)


def _label(row: object) -> str:
    """First and full power in whole months, as they stand behind a bar."""
    if not np.isfinite(row.first_power_months):
        return f"judged {row.judged:.0f}"
    full = f", full {row.full_power_months:.0f}" if np.isfinite(row.full_power_months) else ""
    return f"{row.first_power_months:.0f}{full}"


def _place_handles() -> list[Patch | Line2D]:
    handles = [Patch(facecolor=colour_of("sides", side), label=name_of("sides", side)) for side in ("ground", "orbit")]
    handles += [Patch(facecolor=_tone(FAINT, part), label=f"{name_of('time_parts', part)} (shade)") for part in PALER]
    handles.append(Patch(facecolor=FAINT, hatch=HATCH, edgecolor="white", lw=0, label="planned, not done yet"))
    handles.append(Line2D([], [], marker="v", ls="", color=INK, markerfacecolor="white", label=name_of("time_steps", "approved")))
    handles.append(Line2D([], [], marker="^", ls="", color=INK, markerfacecolor="white", label=name_of("time_steps", "trial")))
    handles.append(Line2D([], [], marker="o", color=FAINT, markerfacecolor="white", label="no date published: judged"))
    handles.append(Line2D([], [], color=INK, lw=1.1, label="date known only to this range"))
    return handles


@in_house_style
def time_to_power_by_place(table: pd.DataFrame) -> Figure:
    """Months from the announcement to first and to full power, every campus and proposal; what is planned is hatched.

    Columns: place, side, chosen, waiting_months, building_months, filling_months, first_power_months, full_power_months,
    first_low, first_high, first_done, full_done, approved_months, trial_months, elapsed_months, judged_low, judged, judged_high.
    """
    need_columns(table, PLACE_COLUMNS, "time_to_power_by_place")
    for side, section in (("ground", "sites"), ("orbit", "concepts")):
        check_known(section, table.loc[table["side"] == side, "place"])
    order = table.assign(sorted_by=table["first_power_months"].fillna(table["judged"] + table["judged"].max() + 1))
    order = order.sort_values(["side", "sorted_by"], kind="stable").reset_index(drop=True)
    figure = new_figure(1.6 + ROW_INCHES * len(order))
    axes = figure.subplots()
    for place, row in enumerate(order.itertuples()):
        _one_place(axes, place, row)
    axes.set_yticks(range(len(order)), [_named(row) for row in order.itertuples()], fontsize=8)
    for label, row in zip(axes.get_yticklabels(), order.itertuples(), strict=True):
        label.set_color(colour_of("sides", row.side))
        label.set_fontweight("bold" if row.chosen else "normal")
    axes.set_ylim(len(order) - 0.4, -0.6)
    axes.set_xlim(0, 1.2 * float(np.nanmax(order[["full_power_months", "judged_high"]])))
    axes.xaxis.set_major_locator(MultipleLocator(YEAR_MONTHS))
    axes.grid(False, axis="y")
    axes.set_xlabel("months from the announcement, or from the start of work if that came first")
    figure.legend(handles=_place_handles(), loc="outside upper center", ncols=3, fontsize=7.5)
    words = "; ".join(f"{_named(r)} {_told(r)}" for r in order.itertuples())
    return described(figure, f"Bars of months to first and to full power. {words}.")


def _told(row: object) -> str:
    if not np.isfinite(row.first_power_months):
        return f"no date, judged {row.judged:.0f} months"
    return f"{row.first_power_months:.0f} months {'done' if row.first_done else 'planned'}"


SUPPLY_COLOURS = (("ground", True, "the campus's own supply, by its date"),
                  ("ground", False, "another supply: later of halls and power"),
                  ("orbit", True, "the proposal in the case asked about"),
                  ("orbit", False, "the proposal in the other case"))  # fmt: skip


def _supply_handles(leads: pd.DataFrame, published: str) -> list[Patch | Line2D]:
    """One entry for each colour in use, then the marks."""
    used = set(zip(leads["side"], leads["own"].astype(bool), strict=True))
    handles = [Patch(facecolor=colour_of("sides", side), alpha=1 if own else 0.45, label=said)
               for side, own, said in SUPPLY_COLOURS if (side, own) in used]  # fmt: skip
    dot = Line2D([], [], marker="o", ls="", ms=5.5, color="white", mec=INK, label="central month (bold: asked about)")
    return [*handles, dot, Line2D([], [], marker="D", ms=4, color=published, label="published waits and builds")]


@in_house_style
def time_to_power_by_supply(table: pd.DataFrame) -> Figure:
    """Months to first power of one campus under every supply and of one proposal, with what is published beside it.

    Columns: what (lead, published), name, side, own, chosen, low, central, high. The campus's own supply is drawn by its date.
    """
    need_columns(table, SUPPLY_COLUMNS, "time_to_power_by_supply")
    leads = table[table["what"] == "lead"].reset_index(drop=True)
    names = list(leads["name"])
    figure = new_figure(1.7 + 0.46 * len(leads))
    axes = figure.subplots()
    published = colour_of("kinds", "published")
    for place, row in enumerate(leads.itertuples()):
        colour = colour_of("sides", row.side)
        axes.barh(place - 0.08, row.high - row.low, 0.36, left=row.low, color=colour, alpha=1 if row.own else 0.45, lw=0)
        axes.plot(row.central, place - 0.08, "o", ms=5.5, color="white", mec=INK, mew=0.9)
        axes.annotate(f"{row.central:.0f}", (row.central, place - 0.26), (0, 1), textcoords="offset points", ha="center",
                      fontsize=8, color=INK, fontweight="bold" if row.chosen else "normal")  # fmt: skip
    for row in table[table["what"] == "published"].itertuples():
        place = names.index(row.name) + 0.27
        axes.plot([row.low, row.high], [place] * 2, color=published, lw=1)
        axes.plot(row.central, place, "D", ms=4, color=published)
    axes.set_yticks(range(len(names)), [_supply_label(row) for row in leads.itertuples()], fontsize=8)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_xlim(0, 1.06 * float(np.nanmax(table["high"])))
    axes.xaxis.set_major_locator(MultipleLocator(YEAR_MONTHS))
    axes.tick_params(axis="x", labelsize=8)
    axes.grid(False, axis="y")
    axes.set_xlabel("months from the decision to first power")
    handles = _supply_handles(leads, published)
    figure.legend(handles=handles, loc="outside upper center", ncols=2, fontsize=8)
    words = "; ".join(f"{_supply_label(r)} {r.central:.0f} ({r.low:.0f} to {r.high:.0f})".replace("\n", " ")
                      for r in leads.itertuples())  # fmt: skip
    return described(figure, f"Ranges of months to first power. {words}.")


def _supply_label(row: object) -> str:
    if row.side == "orbit":
        concept, _, case = row.name.partition("/")
        return f"{name_of('concepts', concept)}, {name_of('cases', case)}"
    return name_of("supply_times", row.name)
