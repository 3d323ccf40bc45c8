"""What a town notices: jobs by power, land and money, a household's bill, public money for a job."""

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import LogLocator

from earth_or_orbit.drawing.names import colour_of, keys_of, name_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.drawing.style import FAINT, INK, described, in_house_style, need_columns, new_figure

JOB_COLUMNS = ("place", "kind", "jobs", "low", "high", "legal", "at_place", "per_mw", "per_acre", "per_billion", "rule",
               "chosen")  # fmt: skip
BILL_COLUMNS = ("case", "group", "low", "central", "high", "published_low", "published", "published_high")
MONEY_COLUMNS = ("place", "side", "kind", "per_job_usd", "low", "high", "legal_usd", "computed")
PANELS = {"per_mw": "jobs per MW", "per_acre": "jobs per acre", "per_billion": "jobs per $ billion"}
ROOM = 7.0  # factor by which a logarithmic axis reaches beyond its last dot, for the number beside it
WORDS = 1.6  # the same, for words, which may stand beyond the axis
SMALL = 7.0  # size of small print
LIGHT = 0.55  # of the wider count of a fleet
STAFF_MARK, WIDER_MARK = "X", "D"


def place_name(place: str) -> str:
    """A campus, a place that builds or launches, or `concept/case` for a fleet, in words."""
    concept, _, case = place.partition("/")
    if case:
        return f"{name_of('concepts', concept)}, {name_of('cases', case)}"
    return name_of("places" if place.startswith("place_") else "sites", place)


def _log_axis(axes: Axes, values: np.ndarray, label: str) -> None:
    shown = values[np.isfinite(values) & (values > 0)]
    axes.set_xscale("log")
    axes.set_xlim(shown.min() / 2, shown.max() * ROOM)
    axes.xaxis.set_major_locator(LogLocator(100))
    axes.xaxis.set_major_formatter(lambda value, _: spoken(value, 1))
    axes.tick_params(axis="x", which="minor", length=0)
    axes.grid(False, axis="y")
    axes.set_xlabel(f"{label},\nlogarithmic")


def _jobs_panel(axes: Axes, table: pd.DataFrame, column: str) -> None:
    for spot, row in enumerate(table.itertuples()):
        value, colour = getattr(row, column), colour_of("job_kinds", row.kind)
        if not np.isfinite(value):
            axes.text(0.02, spot, "not published", transform=axes.get_yaxis_transform(), va="center", fontsize=6, color=FAINT)
            continue
        scale, fleet = value / row.jobs, row.kind == "fleet"
        axes.plot([row.low * scale, row.high * scale], [spot, spot], color=colour, lw=1.2, alpha=LIGHT if fleet else 1)
        axes.plot(value, spot, WIDER_MARK if fleet else "o", ms=5, color=colour, mfc="white" if row.rule else colour,
                  alpha=LIGHT if fleet else 1)  # fmt: skip
        if np.isfinite(row.legal):
            axes.plot(row.legal * scale, spot, "|", ms=8, color=INK)
        if fleet:
            axes.plot(row.at_place * scale, spot, STAFF_MARK, ms=6, color=colour, mec="white", mew=0.3)
            axes.annotate(spoken(row.at_place * scale, 2), (row.at_place * scale, spot), (5, 0), textcoords="offset points",
                          va="center", fontsize=SMALL, color=INK)  # fmt: skip
        axes.annotate(spoken(value, 2), (max(value, row.high * scale), spot), (5, 0), textcoords="offset points", va="center",
                      fontsize=SMALL, color=FAINT if fleet else INK)  # fmt: skip
    seen = table[["low", "high", "legal", "at_place"]].mul(table[column] / table["jobs"], axis=0)
    _log_axis(axes, seen.to_numpy().ravel(), PANELS[column])


@in_house_style
def jobs_by_place(table: pd.DataFrame) -> Figure:
    """Permanent jobs per MW, per acre and per billion dollars, every campus beside works, factories, pads and the fleet.

    Filled marks count staff on both sides; a fleet's open mark adds those who keep up and renew its plant.
    Columns: place, kind, jobs, low, high, legal, at_place, per_mw, per_acre, per_billion, rule, chosen. Logarithmic.
    """
    need_columns(table, JOB_COLUMNS, "jobs_by_place")
    table = table[table[list(PANELS)].notna().any(axis=1)]  # a place without any of the three has nothing to draw
    order = pd.Categorical(table["kind"], keys_of("job_kinds"), ordered=True)
    table = table.assign(order=order).sort_values(["order", "per_mw"], ascending=[True, False], kind="stable")
    table = table.reset_index(drop=True)
    figure = new_figure(1.3 + 0.215 * len(table))
    panels = figure.subplots(1, 3, sharey=True)
    for axes, column in zip(panels, PANELS, strict=True):
        _jobs_panel(axes, table, column)
    panels[0].set_yticks(range(len(table)), [place_name(p) for p in table["place"]], fontsize=SMALL)
    for label, chosen in zip(panels[0].get_yticklabels(), table["chosen"], strict=True):
        label.set_fontweight("bold" if chosen else "normal")
    panels[0].set_ylim(len(table) - 0.4, -0.6)
    figure.legend(handles=_job_handles(), loc="outside upper center", ncols=2, fontsize=7.5)
    told = "; ".join(_jobs_told(row) for row in table.itertuples())
    return described(figure, f"Three panels of dots on logarithmic axes, jobs per MW, acre and billion dollars. {told}.")


def _job_handles() -> list[Line2D]:
    fleet = colour_of("job_kinds", "fleet")
    handles = [Line2D([], [], marker=STAFF_MARK if k == "fleet" else "o", ls="", color=colour_of("job_kinds", k),
                      label=f"{name_of('job_kinds', k)}: staff") for k in keys_of("job_kinds")]  # fmt: skip
    return [*handles,
            Line2D([], [], marker=WIDER_MARK, color=fleet, mfc="white", alpha=LIGHT, lw=1.2, ms=5,
                   label="fleet: with those who keep up and renew plant"),
            Line2D([], [], marker="o", ls="", color=FAINT, mfc="white", label="open circle: staff by a rule, not a count"),
            Line2D([], [], marker="|", ls="", color=INK, label="least required by law")]  # fmt: skip


def _jobs_told(row: Any) -> str:
    """One place's jobs in words, a fleet's staff before the wider count."""
    wider = [getattr(row, column) for column in PANELS]
    words = "{}, {} and {}".format(*map(spoken, wider))
    if row.kind != "fleet":
        return f"{place_name(row.place)} {words}"
    staff = "{}, {} and {}".format(*(spoken(value * row.at_place / row.jobs) for value in wider))
    return f"{place_name(row.place)} {staff} of staff, {words} with those who keep up and renew plant"


@in_house_style
def household_bill(table: pd.DataFrame) -> Figure:
    """What each case adds to a household's bill a month, with its bracket, beside what was printed for it.

    Columns: case, group, low, central, high, published_low, published, published_high.
    """
    need_columns(table, BILL_COLUMNS, "household_bill")
    order = pd.Categorical(table["group"], keys_of("bill_groups"), ordered=True)
    table = table.assign(order=order).sort_values("order", kind="stable").reset_index(drop=True)
    figure = new_figure(1.3 + 0.34 * len(table))
    axes = figure.subplots()
    for spot, row in enumerate(table.itertuples()):
        colour = colour_of("bill_groups", row.group)
        axes.plot([row.low, row.high], [spot, spot], color=colour, lw=2)
        axes.plot(row.central, spot, "o", ms=6, color=colour)
        if np.isfinite(row.published):
            axes.plot([row.published_low, row.published_high], [spot + 0.25] * 2, color=INK, lw=0.8)
            axes.plot(row.published, spot + 0.25, "D", ms=4, color=INK)
        below = row.central < 0
        end = min(row.low, row.central) if below else max(row.high, row.central)
        axes.annotate(spoken(row.central, 2), (end, spot), (-9 if below else 9, 0), textcoords="offset points", va="center",
                      ha="right" if below else "left", fontsize=8, color=INK)  # fmt: skip
    axes.axvline(0, color=FAINT, lw=0.8)
    axes.set_yticks(range(len(table)), [name_of("household_bills", case) for case in table["case"]], fontsize=7.5)
    axes.set_ylim(len(table) - 0.4, -0.6)
    axes.set_xlim(min(table["low"].min(), 0) - 8, table["high"].max() + 6)
    axes.grid(False, axis="y")
    axes.set_xlabel("$ a month on one household's bill")
    handles = [Line2D([], [], marker="o", color=colour_of("bill_groups", g), label=name_of("bill_groups", g))
               for g in keys_of("bill_groups")]  # fmt: skip
    handles.append(Line2D([], [], marker="D", lw=0.8, ms=4, color=INK,
                          label=_printed_as(table)))  # fmt: skip
    figure.legend(handles=handles, loc="outside upper center", ncols=2, fontsize=7.5)
    told = "; ".join(f"{name_of('household_bills', r.case)} {spoken(r.central)}, from {spoken(r.low)} to {spoken(r.high)}"
                     for r in table.itertuples()).replace("\n", " ")  # fmt: skip
    return described(figure, f"Dots with brackets, dollars a month. {told}.")


def _printed_as(table: pd.DataFrame) -> str:
    """What the black marks of bills are; a black line stands where a source prints a sum either way."""
    either_way = table.loc[(table["published_high"] > 0) & (table["published_low"] == -table["published_high"]), "published_high"]
    sums = " or ".join(f"±${spoken(value, 2).removesuffix('.0')}" for value in sorted(set(either_way)))
    return f"as printed; black line: printed as {sums}" if sums else "as printed"


@in_house_style
def public_money_per_job(table: pd.DataFrame) -> Figure:
    """Public money given or forgone for one permanent job, promised and least required; logarithmic.

    Columns: place, side, kind, per_job_usd, low, high, legal_usd, computed.
    """
    need_columns(table, MONEY_COLUMNS, "public_money_per_job")
    table = table.sort_values(["side", "per_job_usd"], ascending=[True, False], kind="stable").reset_index(drop=True)
    figure = new_figure(1.2 + 0.4 * len(table))
    axes = figure.subplots()
    floor = table["per_job_usd"].min() / 2
    for spot, row in enumerate(table.itertuples()):
        colour = colour_of("sides", row.side)
        axes.plot([max(row.low, floor), row.high], [spot, spot], color=colour, lw=1.6)
        axes.plot(row.per_job_usd, spot, "o", ms=6, color=colour, mfc="white" if row.computed else colour)
        if np.isfinite(row.legal_usd) and row.legal_usd != row.per_job_usd:
            axes.plot(row.legal_usd, spot, ">", ms=6, color=INK)
        last = np.nanmax([row.high, row.legal_usd, row.per_job_usd])
        if row.low < floor:
            axes.plot(floor, spot, "<", ms=6, color=colour, clip_on=False)
        axes.annotate(spoken(row.per_job_usd, 2), (row.per_job_usd, spot), (0, 5), textcoords="offset points", ha="center",
                      va="bottom", fontsize=7.5, color=INK)  # fmt: skip
        axes.annotate(name_of("public_money_kinds", row.kind), (last, spot), (8, 0), textcoords="offset points", va="center",
                      fontsize=SMALL, color=INK)  # fmt: skip
    axes.set_xscale("log")
    axes.tick_params(axis="x", which="minor", length=0)
    axes.set_xlim(floor, np.nanmax([table["high"].max(), table["legal_usd"].max()]) * WORDS)
    axes.xaxis.set_major_locator(LogLocator(10))
    axes.xaxis.set_major_formatter(lambda value, _: spoken(value, 1))
    axes.set_yticks(range(len(table)), [name_of("places", p) for p in table["place"]], fontsize=8)
    axes.set_ylim(len(table) - 0.4, -0.6)
    axes.grid(False, axis="y")
    axes.set_xlabel("$ of public money for one permanent job, logarithmic")
    handles = [Line2D([], [], marker="o", ls="", color=colour_of("sides", s), label=name_of("sides", s))
               for s in ("ground", "orbit")]  # fmt: skip
    handles += [Line2D([], [], marker="o", ls="", color=FAINT, mfc="white", label="computed here"),
                Line2D([], [], marker=">", ls="", color=INK, label="at the least jobs required")]  # fmt: skip
    if (table["low"] < floor).any():
        handles.append(Line2D([], [], marker="<", ls="", color=FAINT, label="range goes on below the axis"))
    figure.legend(handles=handles, loc="outside upper center", ncols=3, fontsize=7.5)
    told = "; ".join(f"{name_of('places', r.place)} {spoken(r.per_job_usd)}" for r in table.itertuples())
    return described(figure, f"Dots on a logarithmic axis, dollars of public money for one permanent job. {told}.")
