"""The race as pictures: power by year, launches by year, a goal beside today's limits."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from earth_or_orbit.drawing.names import check_known, colour_of, name_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.drawing.style import FAINT, INK, described, in_house_style, need_columns, new_figure

RACE_COLUMNS = ("what", "name", "side", "case", "pace", "date", "mw", "low", "high", "status")
CADENCE_COLUMNS = ("what", "vehicle", "year", "launches", "low", "high", "whole")
GOAL_COLUMNS = ("side", "case", "what", "times")
LOWEST_MW, LABEL_GAP = 0.3, 0.26  # foot of the axis; least space between two labels, in decades
BAND = 0.13
LABEL_STEP = 0.5
FAR_DASHES = (0, (5, 5))
BAR_EVERY_YEARS, BAR_APART = 5, 0.14
LABEL_ROOM = 0.36  # of the axis, right of the last year
CASE_MARKS = {"demonstrated": "o", "promised": "D"}
PANELS = (("demonstrated", "Demonstrated: the record, year after year"),
          ("promised", "Promised: growing to what is permitted"))  # fmt: skip


@in_house_style
def the_race(table: pd.DataFrame) -> Figure:
    """Average IT power that stands, by date: every actor in both cases, and the campuses by their own dates.

    Columns: what (actor, campus, published, milestone), name, side, case, pace, date, mw, low, high, status. Campuses and what is
    published of them stand in both panels.
    """
    need_columns(table, RACE_COLUMNS, "the_race")
    actors, campuses, points, events = (table[table["what"] == w] for w in ("actor", "campus", "published", "milestone"))
    check_known("actors", actors["name"])
    figure = new_figure(6.2)
    panels = figure.subplots(2, 1, sharex=True, sharey=True)
    first, last = table["date"].min(), actors["date"].max()
    highest = np.nanmax([actors["mw"].max(), actors["high"].max(), campuses["mw"].max(), 1.0])
    said = []
    for axes, (case, title) in zip(panels, PANELS, strict=True):
        axes.set_yscale("log")
        axes.set_ylim(LOWEST_MW, 3 * highest)
        axes.set_xlim(first, last + LABEL_ROOM * (last - first))
        labels = _campus_lines(axes, campuses, points) + _actor_lines(axes, actors[actors["case"] == case])
        _label_ends(axes, labels, last)
        axes.minorticks_off()
        axes.grid(False, axis="x")
        axes.set_title(title, fontsize=9.5)
        said.append(f"{title}: " + ", ".join(text for _, text, _ in labels))
    _event_marks(panels[1], events)
    figure.supylabel("average IT power that stands [MW]", fontsize=9)
    panels[0].yaxis.set_major_formatter("{x:,g}")
    panels[1].set_xticks([year for year in panels[1].get_xticks() if first <= year <= last])
    figure.legend(handles=_race_handles(), loc="outside lower center", ncols=3, fontsize=7.2)
    return described(figure, f"Two panels of power by year on a logarithmic axis, at the end. {'. '.join(said)}.")


def _campus_lines(axes: Axes, campuses: pd.DataFrame, points: pd.DataFrame) -> list[tuple[float, str, str]]:
    """The campuses' own ramps in the ground's colour, with what they have published; a label for each."""
    colour, labels = colour_of("sides", "ground"), []
    for place, (site, own) in enumerate(campuses.reset_index(drop=True).groupby("name", sort=False)):
        above = own[own["mw"] > 0]
        if above.empty:
            continue
        starts = above.index[0]
        dates = [own.loc[max(starts - 1, own.index[0]), "date"], *above["date"]]
        dashes = ("-", "--", ":")[min(place, 2)]
        axes.plot(dates, [LOWEST_MW, *above["mw"].clip(lower=LOWEST_MW)], color=colour, lw=1.9, ls=dashes)
        steps = own["date"].diff().iloc[1]
        rounds = own[(own["date"] % BAR_EVERY_YEARS) < steps]
        _bars(axes, rounds["date"] + BAR_APART * place, rounds, colour)
        labels.append((float(above["mw"].iloc[-1]), f"{name_of('sites', site)} {spoken(above['mw'].iloc[-1])}", colour))
    drawn = points[points["name"].isin(campuses["name"]) & (points["mw"] > 0)]
    for status, face in (("happened", colour), ("plan", "white")):
        own = drawn[drawn["status"] == status]
        axes.plot(own["date"], own["mw"], "s", ms=5.5, mfc=face, mec=colour, mew=1.2, zorder=5)
    return labels


def _actor_lines(axes: Axes, table: pd.DataFrame) -> list[tuple[float, str, str]]:
    """Every actor's line and ranges at the pace of its launches' growth, dots for the makers' own count; a label for each."""
    labels = []
    for place, (actor, own) in enumerate(table.groupby("name", sort=False)):
        colour, grown = colour_of("actors", actor), own[own["pace"] == "grown"]
        seen = grown[grown["mw"] >= LOWEST_MW]
        rounds = grown[grown["date"] % BAR_EVERY_YEARS == 0]
        _bars(axes, rounds["date"] + BAR_APART * (place - 2), rounds, colour)
        axes.plot(seen["date"], seen["mw"], color=colour, lw=1.8)
        stated = own[(own["pace"] == "as_stated") & (own["mw"] >= LOWEST_MW)]
        axes.plot(stated["date"], stated["mw"], color=colour, lw=1.1, ls=FAR_DASHES)
        end = float(grown["mw"].iloc[-1])
        name = name_of("actors", actor)
        count = spoken(stated["mw"].iloc[-1]) if len(stated) else spoken(end)
        text = f"{name} {spoken(end)}" + (f" (·· {count})" if count != spoken(end) else "")
        labels.append((max(end, LOWEST_MW), text, colour))
    return labels


def _bars(axes: Axes, dates: pd.Series, table: pd.DataFrame, colour: str) -> None:
    """The range of the draws at a few dates, where it lies above the foot of the axis."""
    for date, low, high in zip(dates, table["low"], table["high"], strict=True):
        if np.isfinite(high) and high > LOWEST_MW:
            axes.plot([date] * 2, [max(low, LOWEST_MW), high], color=colour, lw=1.0, marker="_", ms=4, mew=1.0)


def _label_ends(axes: Axes, labels: list[tuple[float, str, str]], last: float) -> None:
    """Labels at the right end, in the order of their lines and apart from each other."""
    ordered = sorted(labels)
    foot = np.log10(LOWEST_MW) + LABEL_GAP / 2
    heights = np.maximum(np.log10([value for value, _, _ in ordered]), foot)
    for place in range(1, len(heights)):
        heights[place] = max(heights[place], heights[place - 1] + LABEL_GAP)
    over = heights[-1] - np.log10(axes.get_ylim()[1]) + LABEL_GAP / 2
    heights = heights - max(over, 0)
    for height, (value, text, colour) in zip(heights, ordered, strict=True):
        axes.plot([last, last + LABEL_STEP], [value, 10**height], color=colour, lw=0.5)
        axes.text(last + LABEL_STEP, 10**height, f" {text}", fontsize=6.8, color=colour, va="center")


def _event_marks(axes: Axes, events: pd.DataFrame) -> None:
    """Milestones along the foot: filled if they have happened, hollow if they are plan, crossed if they have ended."""
    for row in events.itertuples():
        colour = colour_of("sides", row.side)
        height = LOWEST_MW * (1.25 if row.side == "orbit" else 1.65)
        face = colour if row.status == "happened" else "white"
        mark = "x" if row.status == "ended" else "^"
        axes.plot(row.date, height, mark, ms=4.2, mfc=face, mec=colour, mew=0.9, zorder=6)


def _race_handles() -> list[Line2D]:
    ground, orbit = (colour_of("sides", side) for side in ("ground", "orbit"))
    return [Line2D([], [], color=orbit, lw=1.8, label="actor, with 5 to 95 % of draws"),
            Line2D([], [], color=orbit, lw=1.1, ls=FAR_DASHES, label="(··) at once, full by mass"),
            Line2D([], [], color=ground, lw=1.9, label="campus by its dates"),
            Line2D([], [], color=ground, marker="s", ls="", label="published: runs"),
            Line2D([], [], color=ground, marker="s", mfc="white", ls="", label="published: plan"),
            Line2D([], [], color=FAINT, marker="^", mfc=FAINT, ls="", label="milestone (hollow: plan)")]  # fmt: skip


@in_house_style
def cadence_and_ramp(table: pd.DataFrame) -> Figure:
    """Launches a year on a logarithmic axis: counted by vehicle, and assumed up to what is permitted.

    Columns: what (counted, assumed, or permitted, with the site in the place of the vehicle), vehicle, year, launches, low, high,
    whole (hollow if the year was not over).
    """
    need_columns(table, CADENCE_COLUMNS, "cadence_and_ramp")
    permitted, table = table[table["what"] == "permitted"], table[table["what"] != "permitted"]
    check_known("race_vehicles", table["vehicle"])
    figure = new_figure(4.4)
    axes = figure.subplots()
    axes.set_yscale("log")
    for vehicle, own in table[table["what"] == "counted"].groupby("vehicle", sort=False):
        seen, colour = own[own["launches"] > 0], colour_of("race_vehicles", vehicle)
        axes.plot(seen["year"], seen["launches"], "o-", ms=3.5, lw=1.2, color=colour)
        part = seen[~seen["whole"].astype(bool)]
        axes.plot(part["year"], part["launches"], "o", ms=3.5, color=colour, mfc="white", zorder=5)
        at = seen.iloc[len(seen) // 2 if vehicle == "falcon_9" else -1]
        over = {"starship": (-6, -13, "right"), "new_glenn": (-4, -12, "right"), "falcon_9": (8, -8, "left")}.get(
            vehicle, (5, 4, "left")
        )
        axes.annotate(f"{name_of('race_vehicles', vehicle)}, counted", (at["year"], at["launches"]), over[:2], fontsize=7.8,
                      textcoords="offset points", color=colour, ha=over[2])  # fmt: skip
    ends = []
    for vehicle, own in table[table["what"] == "assumed"].groupby("vehicle", sort=False):
        colour = colour_of("race_vehicles", vehicle)
        axes.fill_between(own["year"], own["low"], own["high"], color=colour, alpha=BAND, lw=0)
        axes.plot(own["year"], own["launches"], "--", color=colour, lw=1.6)
        at = own.iloc[-1]
        ends.append((float(at["launches"]), f"{name_of('race_vehicles', vehicle)}, assumed", colour, at["year"]))
    total = permitted["launches"].sum()
    axes.axhline(total, color=INK, lw=0.9, ls=":")
    parts = " + ".join(f"{n:g}" for n in permitted["launches"])
    axes.text(table.loc[table["what"] == "counted", "year"].max() + 1, total * 1.08,
              f"permitted to Starship: {parts} = {total:g} a year", fontsize=7.8, color=INK)  # fmt: skip
    for place, (value, text, colour, year) in enumerate(sorted(ends)):
        axes.annotate(text, (year, value), (6, -7 + 11 * (place % 2)), textcoords="offset points", fontsize=7.8, color=colour)
    axes.set_xlim(table["year"].min() - 0.5, table["year"].max() + 10)
    axes.set_xticks([year for year in axes.get_xticks() if table["year"].min() <= year <= table["year"].max()])
    axes.set_ylabel("launches a year")
    axes.yaxis.set_major_formatter("{x:,g}")
    told = "; ".join(f"{v} {spoken(o['launches'].iloc[-1])} in {o['year'].iloc[-1]}" for v, o in table.groupby("vehicle"))
    return described(figure, f"Launches a year, logarithmic. Last values: {told}. Permitted to Starship: {spoken(total)}.")


@in_house_style
def goal_beside_limits(table: pd.DataFrame) -> Figure:
    """How many times a year's limits of today a goal of power a year is, both sides in both cases. Logarithmic, 1 marked.

    Columns: side, case, what, times.
    """
    need_columns(table, GOAL_COLUMNS, "goal_beside_limits")
    check_known("goal_limits", table["what"])
    rows = list(dict.fromkeys(zip(table["side"], table["what"], strict=True)))
    figure = new_figure(1.1 + 0.36 * len(rows))
    axes = figure.subplots()
    axes.set_xscale("log")
    for place, (side, what) in enumerate(rows):
        own = table[(table["side"] == side) & (table["what"] == what)]
        colour = colour_of("sides", side)
        values = own["times"][np.isfinite(own["times"]) & (own["times"] > 0)]
        if values.empty:
            axes.text(1, place, " no limit above 0", va="center", fontsize=7.8, color=colour)
            continue
        axes.plot([values.min(), values.max()], [place] * 2, color=colour, lw=1.2)
        for row in own.itertuples():
            if np.isfinite(row.times) and row.times > 0:
                filled = colour if row.case == "demonstrated" else "white"
                axes.plot(row.times, place, CASE_MARKS[row.case], ms=6, mfc=filled, mec=colour, mew=1.3)
        text = " to ".join(dict.fromkeys(spoken(v, 2) for v in sorted(values)))
        axes.annotate(f"{text} times", (values.max(), place), (8, 0), textcoords="offset points", va="center", fontsize=7.8,
                      color=colour, bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8})  # fmt: skip
    axes.axvline(1, color=INK, lw=0.9)
    axes.set_yticks(range(len(rows)), [name_of("goal_limits", what) for _, what in rows], fontsize=7.8)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    finite = table["times"][np.isfinite(table["times"]) & (table["times"] > 0)]
    axes.set_xlim(min(0.5 * finite.min(), 0.5), 60 * max(finite.max(), 1))
    axes.grid(False, axis="y")
    axes.set_xlabel("times a year of today (logarithmic)")
    sides = [Line2D([], [], lw=2, color=colour_of("sides", s), label=name_of("sides", s)) for s in ("orbit", "ground")]
    handles = [Line2D([], [], marker="o", ls="", color=FAINT, label="demonstrated"),
               Line2D([], [], marker="D", mfc="white", ls="", color=FAINT, label="promised"), *sides]  # fmt: skip
    figure.legend(handles=handles, loc="outside upper center", ncols=4)
    told = "; ".join(f"{name_of('sides', r.side)}, {name_of('goal_limits', r.what)}, {r.case} {spoken(r.times, 2)}"
                     for r in table.itertuples())  # fmt: skip
    return described(figure, f"Dots on a logarithmic axis, times a year of today. {told}.")
