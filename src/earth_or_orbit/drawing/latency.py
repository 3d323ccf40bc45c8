"""Round trips city by city on both sides, how many people are how near, measured routes, and a chat's first token."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from earth_or_orbit.drawing.names import check_known, colour_of, entry, name_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.drawing.style import FAINT, INK, described, in_house_style, need_columns, new_figure

CITY_COLUMNS = ("city", "ground_ms", "ground_low", "ground_high", "orbit_ms", "orbit_best", "orbit_worst", "orbit_low",
                "orbit_high")  # fmt: skip
REACH_COLUMNS = ("who", "ms", "share_frac", "low", "high")
TOKEN_COLUMNS = ("bar", "part", "ms")
MEASURED_COLUMNS = ("source_id", "distance_km", "measured_round_trip_ms", "light_ms", "computed_ms")
MARKED_MS = (20, 50, 100)
STYLES = {"one_campus": "-", "all_campuses": "--", "regional": "-.", "fleet_direct": "--", "fleet_mesh": "-"}


@in_house_style
def round_trips_by_city(table: pd.DataFrame) -> Figure:
    """Round trip of every city to one campus and to the fleet, nearest to the campus first.

    Columns: city, ground_ms, ground_low, ground_high (draws), orbit_ms, orbit_best, orbit_worst (hours of the day), orbit_low,
    orbit_high (draws of the median hour).
    """
    need_columns(table, CITY_COLUMNS, "round_trips_by_city")
    ground, orbit = (colour_of("sides", side) for side in ("ground", "orbit"))
    figure = new_figure(1.3 + 0.165 * len(table))
    axes = figure.subplots()
    for place, row in enumerate(table.itertuples()):
        axes.plot([row.ground_low, row.ground_high], [place - 0.16] * 2, color=ground, lw=1.6, alpha=0.4, solid_capstyle="butt")
        axes.plot(row.ground_ms, place - 0.16, "o", ms=4.2, color=ground)
        axes.plot([row.orbit_best, row.orbit_worst], [place + 0.16] * 2, color=orbit, lw=1.6, alpha=0.4, solid_capstyle="butt")
        axes.plot([row.orbit_low, row.orbit_high], [place + 0.16] * 2, "|", ms=5, mew=1.1, color=orbit)
        axes.plot(row.orbit_ms, place + 0.16, "D", ms=3.8, color=orbit)
    axes.set_yticks(range(len(table)), list(table["city"]), fontsize=7)
    axes.set_ylim(len(table) - 0.3, -0.7)
    axes.set_xlim(0, 1.03 * float(table[["ground_high", "orbit_worst", "orbit_high"]].to_numpy().max()))
    axes.grid(False, axis="y")
    axes.set_xlabel("round trip [ms]")
    handles = [Line2D([], [], marker="o", ms=4.2, lw=1.6, color=ground, label="to the campus by fibre; line 5 to 95 % of draws"),
               Line2D([], [], marker="D", ms=3.8, lw=1.6, color=orbit,
                      label="to the fleet, median hour; line best to worst hour; strokes draws")]  # fmt: skip
    figure.legend(handles=handles, loc="outside upper center", ncols=1, fontsize=8)
    sooner = int((table["orbit_ms"] < table["ground_ms"]).sum())
    ends = "; ".join(f"{r.city} {spoken(r.ground_ms)} and {spoken(r.orbit_ms)}" for r in table.iloc[[0, -1]].itertuples())
    words = f"Dots with ranges, round trip in ms to the campus and to the fleet, {len(table)} cities. Nearest and farthest from"
    return described(figure, f"{words} the campus: {ends}. The fleet's median hour is sooner for {sooner} of them.")


@in_house_style
def people_within(table: pd.DataFrame) -> Figure:
    """Share of the world's people within so many milliseconds, a curve for each that can be asked.

    Columns: who, ms, share_frac, low, high (5 and 95 % of draws).
    """
    need_columns(table, REACH_COLUMNS, "people_within")
    check_known("reached_from", table["who"])
    figure = new_figure(3.9)
    axes = figure.subplots()
    for who, rows in table.groupby("who", sort=False):
        colour = colour_of("reached_from", who)
        axes.fill_between(rows["ms"], 100 * rows["low"], 100 * rows["high"], color=colour, alpha=0.13, lw=0)
        axes.plot(rows["ms"], 100 * rows["share_frac"], STYLES[who], color=colour, lw=1.8, label=name_of("reached_from", who))
    for limit in MARKED_MS:
        axes.axvline(limit, color=FAINT, lw=0.7)
        axes.text(limit, 101.5, f"{limit} ms", ha="center", fontsize=8, color=FAINT)
    axes.set(xlim=(0, table["ms"].max()), ylim=(0, 100), xlabel="round trip at most [ms]",
             ylabel="share of people (fleet: people and hours) [%]")  # fmt: skip
    figure.legend(loc="outside lower center", ncols=2, fontsize=8)
    said = []
    for who in dict.fromkeys(table["who"]):
        own = table[(table["who"] == who) & table["ms"].isin(MARKED_MS)]
        said.append(f"{name_of('reached_from', who)} {', '.join(f'{spoken(100 * s, 2)} %' for s in own['share_frac'])}")
    return described(figure, f"Curves with bands of 5 to 95 % of draws. Within 20, 50 and 100 ms: {'; '.join(said)}.")


@in_house_style
def measured_round_trips(table: pd.DataFrame) -> Figure:
    """Published round trips between places against the distance, with light in fibre and the line that is used.

    Columns: source_id, distance_km, measured_round_trip_ms, light_ms, computed_ms.
    """
    need_columns(table, MEASURED_COLUMNS, "measured_round_trips")
    check_known("measured_by", table["source_id"])
    figure = new_figure(3.6)
    axes = figure.subplots()
    for source, rows in table.groupby("source_id", sort=False):
        axes.plot(rows["distance_km"] / 1000, rows["measured_round_trip_ms"], entry("measured_by", source)["mark"], ms=4,
                  color=colour_of("measured_by", source), alpha=0.8, label=name_of("measured_by", source))  # fmt: skip
    order = table.sort_values("distance_km")
    axes.plot(order["distance_km"] / 1000, order["computed_ms"], color=INK, lw=1.4, label="line used here")
    axes.plot(order["distance_km"] / 1000, order["light_ms"], color=FAINT, lw=1.2, ls="--", label="light in fibre, great circle")
    axes.set(xlim=(0, None), ylim=(0, None), xlabel="great-circle distance [1,000 km]", ylabel="measured round trip [ms]")
    figure.legend(loc="outside lower center", ncols=3, fontsize=8)
    ratio = table["measured_round_trip_ms"] / table["light_ms"]
    words = f"Dots, {len(table)} measured round trips over distance; line used and light in fibre. Measured over light: median"
    return described(figure, f"{words} {spoken(ratio.median())}, from {spoken(ratio.min())} to {spoken(ratio.max())}.")


@in_house_style
def first_token(table: pd.DataFrame) -> Figure:
    """Time to the first token of an answer, by part, from zero; measured services and a benchmark's limit beside it.

    Columns: bar, part (network, queue, reading; empty where only the whole is published), ms.
    """
    need_columns(table, TOKEN_COLUMNS, "first_token")
    check_known("answer_bars", table["bar"])
    bars = list(dict.fromkeys(table["bar"]))
    figure = new_figure(1.35 + 0.38 * len(bars))
    axes = figure.subplots()
    widest = float(table.groupby("bar")["ms"].sum().max())
    for place, bar in enumerate(bars):
        _token_bar(axes, place, table[table["bar"] == bar], widest)
    axes.set_yticks(range(len(bars)), [name_of("answer_bars", bar) for bar in bars], fontsize=8)
    axes.set_ylim(len(bars) - 0.5, -0.5)
    axes.set_xlim(0, 1.12 * widest)
    axes.grid(False, axis="y")
    axes.set_xlabel("time to the first token [ms]")
    parts = [part for part in dict.fromkeys(table["part"]) if part]
    handles = [Patch(facecolor=colour_of("answer_parts", p), edgecolor="white", label=name_of("answer_parts", p)) for p in parts]
    if (table["part"] == "").any():
        handles.append(Patch(facecolor=colour_of("kinds", "published"), edgecolor="white", label="published, parts not told"))
    figure.legend(handles=handles, loc="outside upper center", ncols=4, fontsize=8)
    sums = table.groupby("bar", sort=False)["ms"].sum()
    return described(figure, "Stacked bars from zero, time to the first token in ms: " + "; ".join(
        f"{name_of('answer_bars', bar)} {spoken(value)}" for bar, value in sums.items()) + ".")  # fmt: skip


def _token_bar(axes: Axes, place: int, rows: pd.DataFrame, widest: float) -> None:
    left = 0.0
    for row in rows.itertuples():
        colour = colour_of("answer_parts", row.part) if row.part else colour_of("kinds", "published")
        axes.barh(place, row.ms, 0.62, left=left, color=colour, edgecolor="white", lw=0.4)
        left += float(np.nan_to_num(row.ms))
    axes.text(left + 0.012 * widest, place, spoken(left), va="center", fontsize=8)
