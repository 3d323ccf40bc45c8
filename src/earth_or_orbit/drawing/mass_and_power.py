"""A satellite's mass by subsystem, beside published masses, and what each term would have to be to close a gap."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from earth_or_orbit.drawing.names import check_known, colour_of, name_of
from earth_or_orbit.drawing.numbers import spoken, spoken_range
from earth_or_orbit.drawing.style import FAINT, HATCH, INK, described, in_house_style, need_columns, new_figure

BUDGET_COLUMNS = ("bar", "part", "value", "unit")
PUBLISHED_COLUMNS = ("name", "counts", "low", "central", "high", "own")
TERM_COLUMNS = ("term", "unit", "now")
GOAL_COLUMNS = ("value", "best", "ratio", "now_ratio", "moves")
GOALS = {"cost": "to be as cheap as the campus", "mass": "to be as light as stated"}
BAR, GAP = 0.66, 0.75  # thickness of a bar and space between concepts, in bars
NOT_BUILT = "cannot be built with these settings"
SIDE_INCHES = 0.13
LABELLED_FROM = 0.06  # share of the axis above which a part carries its own number
TICKS = range(-3, 4)
NARROWEST, WIDEST = 1e-3, 1e3  # factors at the ends of the axis; a value of zero stands at its left end


def _figure(height_inches: float) -> Figure:
    """A figure with room beside its labels, which grow a little when it is saved with fewer dots."""
    figure = new_figure(height_inches)
    figure.get_layout_engine().set(w_pad=SIDE_INCHES)
    return figure


def _ink_on(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "white" if 0.299 * red + 0.587 * green + 0.114 * blue < 140 else INK


def _places(bars: list[str]) -> dict[str, float]:
    """Where each bar stands, with a heading's room above every concept."""
    places, at, last = {}, 0.0, ""
    for bar in bars:
        concept = bar.partition("/")[0]
        at += GAP if concept != last else 0.0
        places[bar], at, last = at, at + 1, concept
    return places


@in_house_style
def mass_budget(table: pd.DataFrame) -> Figure:
    """Mass per kW of peak IT power by part, every concept in every reading of its mass, from zero.

    Columns: bar (concept/reading), part, value, unit; optionally total_low, total_high, donor_or_judgement.
    """
    need_columns(table, BUDGET_COLUMNS, "mass_budget")
    check_known("parts", table["part"])
    bars = list(dict.fromkeys(table["bar"]))
    places = _places(bars)
    figure = _figure(1.75 + 0.27 * (max(places.values()) + 1))
    axes = figure.subplots()
    sums = table.groupby("bar", sort=False)["value"].sum(min_count=1)
    highs = table["total_high"].max() if "total_high" in table else np.nan
    span = float(np.nanmax([*sums.fillna(0.0), np.nan_to_num(highs), 1.0]))
    for bar, place in places.items():
        _budget_bar(axes, place, table[table["bar"] == bar], span)
    axes.set_yticks(list(places.values()), [name_of("readings", bar.partition("/")[2]) for bar in bars])
    for concept in dict.fromkeys(bar.partition("/")[0] for bar in bars):
        first = next(place for bar, place in places.items() if bar.startswith(f"{concept}/"))
        axes.text(0, first - 0.42, name_of("concepts", concept), fontsize=8.5, fontweight="bold", va="bottom", color=INK)
    axes.set_ylim(max(places.values()) + 0.6, -0.35)
    axes.set_xlim(0, 1.02 * span)
    axes.axvline(0, color=INK, lw=0.8)
    axes.grid(False, axis="y")
    axes.set_xlabel("launched mass over peak IT power [kg/kW]")
    _budget_legend(figure, table)
    told = "; ".join(f"{_spoken_bar(bar)} {spoken(value)}" for bar, value in sums.items())
    return described(figure, f"Stacked bars from zero, mass by part, kg per kW of peak IT power. Totals: {told}.")


def _spoken_bar(bar: str) -> str:
    concept, _, reading = bar.partition("/")
    return f"{name_of('concepts', concept)}, {name_of('readings', reading)}"


def _budget_bar(axes: Axes, place: float, parts: pd.DataFrame, span: float) -> None:
    left = 0.0
    for row in parts.itertuples():
        if not np.isfinite(row.value):
            axes.text(0.01 * span, place, NOT_BUILT, va="center", fontsize=8, color=FAINT)
            return
        colour = colour_of("parts", row.part)
        hatch = HATCH if getattr(row, "donor_or_judgement", False) else None
        axes.barh(place, row.value, BAR, left=left, color=colour, hatch=hatch, edgecolor="white", lw=0.4)
        if row.value >= LABELLED_FROM * span:
            box = {"facecolor": colour, "edgecolor": "none", "pad": 0.8} if hatch else None
            axes.text(left + row.value / 2, place, spoken(row.value, 2), ha="center", va="center", fontsize=7.5,
                      color=_ink_on(colour), bbox=box)  # fmt: skip
        left += row.value
    low, high = (float(parts[c].iloc[0]) if c in parts else np.nan for c in ("total_low", "total_high"))
    between = spoken_range(low, high)
    if between:
        below = place + BAR / 2 - 0.08
        axes.plot([low, high], [below] * 2, color=INK, lw=1.1, marker="|", ms=5, mew=1.1, solid_capstyle="butt")
    text = spoken(left) + (f" ({between})" if between else "")
    axes.text(left + 0.012 * span, place - 0.1, text, va="center", ha="left", fontsize=8, fontweight="bold", color=INK)


def _budget_legend(figure: Figure, table: pd.DataFrame) -> None:
    seen = [part for part in dict.fromkeys(table["part"]) if (table.loc[table["part"] == part, "value"].fillna(0) != 0).any()]
    handles = [Patch(facecolor=colour_of("parts", p), edgecolor="white", label=name_of("parts", p)) for p in seen]
    if "donor_or_judgement" in table and table["donor_or_judgement"].any():
        handles.append(Patch(facecolor=FAINT, hatch=HATCH, edgecolor="white", label="half or more donor or judgement"))
    if "total_low" in table and table["total_low"].notna().any():
        handles.append(Line2D([], [], color=INK, lw=1.1, marker="|", label="total, 5 to 95 % of draws"))
    figure.legend(handles=handles, loc="outside lower center", ncols=3, handlelength=1.4, columnspacing=1.2, fontsize=8)


@in_house_style
def specific_mass_beside_published(table: pd.DataFrame) -> Figure:
    """Published masses per kW and one concept's own on one axis, lightest first; each says which kilowatt it counts.

    Columns: name (published subject, or concept/reading for our own), counts, low, central, high, own (bool).
    """
    need_columns(table, PUBLISHED_COLUMNS, "specific_mass_beside_published")
    figure = _figure(0.95 + 0.355 * len(table))
    axes = figure.subplots()
    labels = []
    ends = table[["central", "high"]].to_numpy(dtype=float)
    span = float(np.nanmax(np.where(np.isfinite(ends), ends, 1.0)))
    for place, row in enumerate(table.itertuples()):
        colour = colour_of("sides", "orbit") if row.own else colour_of("kinds", "published")
        if np.isfinite([row.low, row.high]).all():
            axes.plot([row.low, row.high], [place] * 2, color=colour, lw=3.2, alpha=0.45, solid_capstyle="butt")
        axes.plot(row.central, place, "o" if row.own else "D", ms=6, color=colour)
        edge = np.nanmax([row.central, row.high, 0.0])
        between = spoken_range(row.low, row.high)
        text = spoken(row.central) + (f" ({between})" if between else "") if np.isfinite(row.central) else NOT_BUILT
        axes.annotate(text, (edge, place), (7, 0), textcoords="offset points", va="center", fontsize=8, color=colour,
                      fontweight="bold" if row.own else None)  # fmt: skip
        name = _spoken_bar(row.name) if row.own else name_of("published_masses", row.name)
        labels.append(f"{name}\n{row.counts}")
    axes.set_yticks(range(len(table)), labels, fontsize=7.5)
    axes.set_ylim(len(table) - 0.4, -0.6)
    axes.set_xlim(0, 1.32 * span)
    axes.grid(False, axis="y")
    axes.set_xlabel("mass per kilowatt of the kind named [kg/kW]")
    handles = [Line2D([], [], marker="D", ls="", color=colour_of("kinds", "published"), label="published"),
               Line2D([], [], marker="o", ls="", color=colour_of("sides", "orbit"), label="computed here"),
               Line2D([], [], lw=3.2, alpha=0.45, color=FAINT, label="published range, or 5 to 95 % of draws")]  # fmt: skip
    figure.legend(handles=handles, loc="outside upper center", ncols=3)
    words = "; ".join(f"{label.replace(chr(10), ', ')} {spoken(v)}" for label, v in zip(labels, table["central"], strict=True))
    return described(figure, f"Dots with ranges, mass per power in kg/kW, lightest first. {words}.")


@in_house_style
def closing_the_gap(table: pd.DataFrame) -> Figure:
    """How many times its value each term would have to be, alone, to reach two goals; those that cannot are marked.

    Columns: term, unit, now, and for each goal (cost, mass) _value, _best, _ratio, _now_ratio, _moves.
    """
    need_columns(table, (*TERM_COLUMNS, *(f"{g}_{c}" for g in GOALS for c in GOAL_COLUMNS)), "closing_the_gap")
    check_known("terms", table["term"])
    figure = _figure(1.2 + 0.52 * len(table))
    panels = figure.subplots(1, len(GOALS), sharey=True)
    said, widest = [], _widest(table)
    for axes, (goal, title) in zip(panels, GOALS.items(), strict=True):
        axes.set_xscale("log")
        axes.set_xlim(NARROWEST / 2, widest)
        for place, row in enumerate(table.itertuples()):
            said.append(f"{name_of('terms', row.term)}, {title}: {_term_row(axes, place, row, goal)}")
        axes.axvline(1, color=INK, lw=0.9)
        axes.set_title(title, fontsize=9)
        axes.set_xticks([10.0**power for power in TICKS if 10.0**power <= widest], [
            "1" if not power else f"{'×' if power > 0 else '÷'}{10 ** abs(power)}" for power in TICKS if 10.0**power <= widest])
        axes.tick_params(axis="x", labelsize=7.5)
        axes.tick_params(axis="x", which="minor", length=0)
        axes.grid(False, axis="y")
    labels = [f"{name_of('terms', r.term)}\nnow {amount(r.now, r.unit)}" for r in table.itertuples()]
    panels[0].set_yticks(range(len(table)), labels, fontsize=8)
    panels[0].set_ylim(len(table) - 0.5, -0.7)
    figure.supxlabel("value needed, each term alone, over its value now (logarithmic)", fontsize=9)
    figure.legend(handles=_goal_handles(), loc="outside upper center", ncols=3)
    return described(figure, f"Two panels of factors on a logarithmic axis, needed over now. {'; '.join(said)}.")


def _widest(table: pd.DataFrame) -> float:
    """Right end of the axis: the decade that holds every factor drawn, ten at least."""
    factors = table[[f"{g}_{c}" for g in GOALS for c in ("value", "best")]].div(table["now"], axis=0).to_numpy(dtype=float)
    drawn = np.where(np.isfinite(factors), factors, 1.0)
    return float(np.clip(10 ** np.ceil(np.log10(np.max(drawn, initial=2.0))), 10, WIDEST))


def _goal_handles() -> list[Line2D]:
    colour = colour_of("sides", "orbit")
    return [Line2D([], [], marker="o", ls="-", lw=2, color=colour, label="reaches it"),
            Line2D([], [], marker="x", mew=1.6, ls="-", lw=2, color=FAINT, label="does not: nearest that it comes"),
            Line2D([], [], lw=0.9, color=INK, label="now")]  # fmt: skip


def amount(value: float, unit: str) -> str:
    """A value with its unit as a reader sees it."""
    return f"{spoken(value)} {name_of('shown_units', unit)}".strip() if np.isfinite(value) else "–"


def _term_row(axes: Axes, place: int, row: object, goal: str) -> str:
    """One term's way towards one goal; the words that stand beside it."""
    value, best, ratio, now_ratio, moves = (getattr(row, f"{goal}_{column}") for column in GOAL_COLUMNS)
    over = "the campus" if goal == "cost" else "the stated mass"
    if np.isfinite(value):
        text, at, colour, mark = amount(value, row.unit), value / row.now, colour_of("sides", "orbit"), "o"
    elif moves:
        text, at, colour, mark = f"{amount(best, row.unit)}: {spoken(ratio)} × {over}", best / row.now, FAINT, "x"
    else:
        text, at, colour, mark = ("does not bear on it" if np.isfinite(now_ratio) else "cannot be asked here"), 1.0, FAINT, ""
    shown = float(np.clip(at, NARROWEST, WIDEST / 2))
    if mark:
        axes.plot([1, shown], [place] * 2, color=colour, lw=2, solid_capstyle="butt")
        axes.plot(shown, place, mark, ms=6, mew=1.6, color=colour)
    box = {"facecolor": "white", "edgecolor": "none", "pad": 0.5}
    axes.text(0.02, place - 0.36, text, transform=axes.get_yaxis_transform(), fontsize=7.5, va="center", color=colour, bbox=box)
    return text
