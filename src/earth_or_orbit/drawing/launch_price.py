"""Prices of launch per kilogram: by year with kinds apart, by vehicle now, and against the mass flown with fitted curves."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from earth_or_orbit.drawing.names import check_known, colour_of, keys_of, name_of
from earth_or_orbit.drawing.numbers import spoken, spoken_range
from earth_or_orbit.drawing.style import FAINT, INK, described, in_house_style, need_columns, new_figure

PRICE_COLUMNS = ("year", "vehicle", "kind", "low", "central", "high")
LINE_COLUMNS = ("curve", "what", "mass_t", "price", "low", "high")
MARKS = {"list": "o", "contract": "P", "reported": "s", "rideshare": "^", "customer_actual": "v", "internal": "D",
         "aspirational": "X"}  # fmt: skip
HOLLOW = ("internal", "aspirational")
SIDE_INCHES = 0.1
LEAST_PRICE, MOST_PRICE = 5.0, 200_000.0  # ends of the axis of prices, in dollars per kg
NOW = 2026.5
MASSES_T = [1.0, 100.0, 1e4]
LABEL_BOX = {"facecolor": "white", "edgecolor": "none", "pad": 0.4, "alpha": 0.7}
DECADES = [10.0**power for power in range(1, 6)]
# Which points carry words, and where these stand beside them, in points: vehicle, year, kind.
NAMED = {
    ("falcon_1", 2008, "reported"): ("Falcon 1", -7, -3),
    ("falcon_9", 2010, "list"): ("Falcon 9", -7, 4),
    ("falcon_9", 2010, "reported"): ("Falcon 9 (CSIS)", -7, -4),
    ("falcon_heavy", 2018, "reported"): ("Falcon Heavy (CSIS)", -7, -4),
    ("falcon_9", 2023, "customer_actual"): ("sole customers", -7, -2),
    ("falcon_9", 2015, "internal"): ("cost, flown once", 0, 9),
    ("falcon_9", 2020, "internal"): ("cost of one more flight", -7, -4),
    ("starship", 2025, "contract"): ("Starship, one contract", 8, -4),
    ("starship", 2029, "aspirational"): ("Starcloud needs", 7, 2),
    ("starship", 2036, "aspirational"): ("SemiAnalysis", 7, -3),
    ("starship", 2035, "aspirational"): ("Google", -7, -4),
    ("starship_v4", 2035, "aspirational"): ("Google, cost", 7, -4),
    ("starship", 2020, "aspirational"): ("Musk", -7, -3),
    ("starship", 2024, "aspirational"): ("Starcloud's paper", -7, -3),
    ("sls_block_1", 2026, "internal"): ("SLS", 7, -3),
}


def _figure(height_inches: float) -> Figure:
    figure = new_figure(height_inches)
    figure.get_layout_engine().set(w_pad=SIDE_INCHES)
    return figure


def _style(kind: str) -> dict[str, object]:
    colour = colour_of("launch_prices", kind)
    face = "white" if kind in HOLLOW else colour
    return {"marker": MARKS[kind], "markeredgecolor": colour, "markerfacecolor": face, "color": colour}


def _price_axis(axes: Axes) -> None:
    axes.set_yscale("log")
    axes.set_yticks(DECADES, [f"{price:,.0f}" for price in DECADES])
    axes.set_ylim(LEAST_PRICE, MOST_PRICE)


def _handles(kinds: list[str]) -> list[Line2D]:
    return [Line2D([], [], ls="", ms=6, mew=1.2, label=name_of("launch_prices", k), **_style(k)) for k in kinds]


def _kinds_of(table: pd.DataFrame) -> list[str]:
    check_known("launch_prices", table["kind"])
    return [k for k in keys_of("launch_prices") if (table["kind"] == k).any()]


@in_house_style
def launch_price_by_year(table: pd.DataFrame) -> Figure:
    """Launch prices per kg by year on a logarithmic axis; list, owner's cost and hopes each with their own mark.

    Columns: year, vehicle, kind, low, central, high (dollars per kg of one year).
    """
    need_columns(table, PRICE_COLUMNS, "launch_price_by_year")
    kinds = _kinds_of(table)
    figure = _figure(4.9)
    axes = figure.subplots()
    axes.axvspan(NOW, table["year"].max() + 2, color="#F3F3F3", zorder=0)
    for kind in kinds:
        own = table[table["kind"] == kind]
        for r in own.itertuples():
            if np.isfinite([r.low, r.high]).all():
                axes.plot([r.year] * 2, [r.low, r.high], color=colour_of("launch_prices", kind), lw=1.1, alpha=0.6)
        axes.plot(own["year"], own["central"], ls="", ms=6, mew=1.2, **_style(kind))
    list_line = table[(table["kind"] == "list") & (table["vehicle"] == "falcon_9")]
    axes.plot(list_line["year"], list_line["central"], color=colour_of("launch_prices", "list"), lw=1.2)
    for (vehicle, year, kind), (words, right, up) in NAMED.items():
        own = table[(table["vehicle"] == vehicle) & (table["year"] == year) & (table["kind"] == kind)]
        if not own.empty:
            side = "left" if right > 0 else "right" if right < 0 else "center"
            axes.annotate(words, (year, own["central"].iloc[0]), (right, up), textcoords="offset points", fontsize=7.5,
                          color=INK, ha=side, bbox=LABEL_BOX)  # fmt: skip
    axes.text(NOW + 0.6, 1.2 * LEAST_PRICE, "not yet", fontsize=8, color=FAINT)
    axes.set_xlim(table["year"].min() - 5, table["year"].max() + 2)
    _price_axis(axes)
    axes.set_ylabel("price to low orbit [2025 dollars per kg]")
    axes.set_xlabel("year of the price, or for which it is projected")
    figure.legend(handles=_handles(kinds), loc="outside upper center", ncols=3, columnspacing=1.2, fontsize=8)
    ends = table.groupby("kind")["central"].agg(["min", "max"])
    said = "; ".join(f"{name_of('launch_prices', k)} {spoken_range(*ends.loc[k])}" for k in kinds)
    return described(figure, f"Dots on a logarithmic axis, launch prices per kg by year, dollars of 2025. By kind: {said}.")


@in_house_style
def launch_price_of_vehicles(table: pd.DataFrame) -> Figure:
    """Price per kg of every vehicle on the market or announced, cheapest first, with its range, on a logarithmic axis.

    Columns: year, vehicle, kind, low, central, high (dollars per kg of one year).
    """
    need_columns(table, PRICE_COLUMNS, "launch_price_of_vehicles")
    kinds = _kinds_of(table)
    figure = _figure(1.1 + 0.2 * len(table))
    axes = figure.subplots()
    axes.set_xscale("log")
    for place, r in enumerate(table.itertuples()):
        colour = colour_of("launch_prices", r.kind)
        if np.isfinite([r.low, r.high]).all():
            axes.plot([r.low, r.high], [place] * 2, color=colour, lw=3, alpha=0.45, solid_capstyle="butt")
        axes.plot(r.central, place, ls="", ms=6, mew=1.2, **_style(r.kind))
        edge = np.nanmax([r.central, r.high])
        axes.annotate(spoken(r.central), (edge, place), (7, 0), textcoords="offset points", va="center", fontsize=7.5, color=INK)
    axes.set_yticks(range(len(table)), [name_of("vehicles", v) for v in table["vehicle"]], fontsize=7.5)
    axes.set_ylim(len(table) - 0.4, -0.6)
    axes.set_xlim(0.6 * np.nanmin(table[["low", "central"]]), 1.9 * np.nanmax(table[["high", "central"]]))
    axes.grid(False, axis="y")
    axes.set_xticks([1e3, 1e4], ["1,000", "10,000"])
    axes.set_xlabel("price over rated payload to low orbit [2025 dollars per kg, logarithmic]")
    figure.legend(handles=_handles(kinds), loc="outside upper center", ncols=3, columnspacing=1.2, fontsize=8)
    said = "; ".join(f"{name_of('vehicles', r.vehicle)} {spoken(r.central)}" for r in table.itertuples())
    return described(figure, f"Dots with ranges, dollars of 2025 per kg of rated payload, cheapest first: {said}.")


@in_house_style
def experience_curves(table: pd.DataFrame) -> Figure:
    """Prices against the mass that SpaceX has flown, both logarithmic, with fitted curves, their intervals and Google's curve.

    Columns: curve, what (point, fit or floor), mass_t, price, low, high (dollars per kg of one year).
    """
    need_columns(table, LINE_COLUMNS, "experience_curves")
    check_known("launch_curves", table["curve"])
    curves = [c for c in keys_of("launch_curves") if (table["curve"] == c).any()]
    figure = _figure(6.4)
    panels = figure.subplots(2, 2, sharex=True, sharey=True).ravel()
    fitted = [c for c in curves if c not in ("google", "floor")]
    for axes, curve in zip(panels, fitted, strict=True):
        _curve_panel(axes, table, curve)
    for axes in panels:
        axes.set_xscale("log")
        axes.set_xticks(MASSES_T, [f"{mass:,.0f}" for mass in MASSES_T])
        _price_axis(axes)
        axes.set_xlim(0.6 * table["mass_t"].min(), 1.6 * table["mass_t"].max())
    figure.supxlabel("mass that SpaceX had flown [t, logarithmic]", fontsize=9)
    figure.supylabel("price to low orbit [2025 dollars per kg, logarithmic]", fontsize=9)
    figure.legend(handles=_curve_handles(), loc="outside upper center", ncols=3, fontsize=8)
    ends = [(c, table[(table["curve"] == c) & (table["what"] == "fit")].iloc[-1]) for c in (*fitted, "google")]
    said = "; ".join(f"{name_of('launch_curves', c)} {spoken(e['price'])} ({spoken_range(e['low'], e['high'])})" for c, e in ends)
    mass = spoken(ends[0][1]["mass_t"])
    return described(figure, f"Four panels of price against mass flown, logarithmic. Read at {mass} t, dollars per kg: {said}.")


def _curve_handles() -> list[Line2D | Patch]:
    lines = [Line2D([], [], color=colour_of("launch_curves", c), ls=ls, lw=1.2, label=name_of("launch_curves", c))
             for c, ls in (("google", "--"), ("floor", ":"))]  # fmt: skip
    return [Line2D([], [], marker="o", ls="", color=INK, label="published price"),
            Line2D([], [], color=INK, lw=1.6, label="fitted curve"),
            Patch(facecolor=FAINT, alpha=0.25, label="one further price, 5 to 95 %"), *lines]  # fmt: skip


def _curve_panel(axes: Axes, table: pd.DataFrame, curve: str) -> None:
    colour = colour_of("launch_curves", curve)
    own = table[table["curve"] == curve]
    fit, points = own[own["what"] == "fit"], own[own["what"] == "point"]
    low, high = (np.clip(fit[c], LEAST_PRICE / 2, 2 * MOST_PRICE) for c in ("low", "high"))
    axes.fill_between(fit["mass_t"], low, high, color=colour, alpha=0.22, lw=0)
    axes.plot(fit["mass_t"], fit["price"], color=colour, lw=1.6)
    for r in points.itertuples():
        if np.isfinite([r.low, r.high]).all():
            axes.plot([r.mass_t] * 2, [r.low, r.high], color=colour, lw=1.2)
    axes.plot(points["mass_t"], points["price"], "o", ms=5, color=colour, markeredgecolor=INK, mew=0.6)
    google = table[(table["curve"] == "google") & (table["what"] == "fit")]
    ink = colour_of("launch_curves", "google")
    axes.fill_between(google["mass_t"], google["low"], google["high"], color=ink, alpha=0.12, lw=0)
    axes.plot(google["mass_t"], google["price"], color=ink, ls="--", lw=1.2)
    floor = table.loc[table["curve"] == "floor", "price"]
    axes.axhline(floor.iloc[0], color=colour_of("launch_curves", "floor"), ls=":", lw=1.2)
    axes.set_title(name_of("launch_curves", curve), fontsize=8.5)
    end = fit.iloc[-1]
    axes.annotate(spoken(end["price"], 2), (end["mass_t"], end["price"]), (-2, 5), textcoords="offset points", ha="right",
                  fontsize=8, fontweight="bold", color=INK)  # fmt: skip
