"""Solar with storage: weeks of sun and charge, designs by reliability, the sun of the sites, and other years."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MultipleLocator

from earth_or_orbit.drawing.names import colour_of, keys_of, name_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.drawing.style import FAINT, INK, described, in_house_style, need_columns, new_figure

WEEK_COLUMNS = ("week", "begins_day", "hour_of_week", "direct_mw_per_mw", "discharged_mw_per_mw", "unserved_mw_per_mw",
                "charged_mw_per_mw", "curtailed_mw_per_mw", "stored_h", "solar_mw_per_mw", "storage_h")  # fmt: skip
CONTOUR_COLUMNS = ("reliability_frac", "solar_mw_per_mw", "storage_h", "cost_usd_per_mwh", "is_least")
SITE_COLUMNS = ("place", "station", "state", "distance_km", "capacity_factor_frac", "solar_mw_per_mw", "storage_h")
YEAR_COLUMNS = ("place", "reliability_asked_frac", "years", "reliability_low_frac", "reliability_median_frac",
                "reliability_high_frac", "reliability_worst_frac", "enlarged_ratio")  # fmt: skip
SERVED, BESIDE = ("direct", "discharged", "unserved"), ("charged", "curtailed")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
MONTH_BEGINS = (1, 32, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335)
DAY_H, SIDE_INCHES = 24, 0.15
HIGHEST_SHOWN_H, WIDEST_SHOWN = 120.0, 30.0
LEAST_SHOWN_FRAC, ROUNDING = 1e-5, 6
PLACE_DIGITS = 9


def _day(number: int) -> str:
    """A day of the year as one says it: `3 February`."""
    month = int(np.searchsorted(MONTH_BEGINS, number, side="right")) - 1
    return f"{number - MONTH_BEGINS[month] + 1} {MONTHS[month]}"


def _to_places(figure: Figure) -> Figure:
    """The figure with its panels' places rounded: the layout's last digits differ from run to run."""
    for axes in figure.axes:
        axes.set_position([round(float(value), PLACE_DIGITS) for value in axes.get_position().bounds])
    return figure


def _first_site(place: str) -> str:
    return name_of("sites", place.split()[0])


def _week(axes: Axes, below: Axes, table: pd.DataFrame) -> None:
    hours = table["hour_of_week"] / DAY_H
    names = [*SERVED, *BESIDE]
    stack = [table[f"{name}_mw_per_mw"] for name in names]
    axes.stackplot(hours, stack, colors=[colour_of("solar_flows", name) for name in names], lw=0, step="mid")
    axes.axhline(1, color=INK, lw=1)
    axes.set_title(f"{name_of('solar_weeks', table['week'].iloc[0])}, from {_day(int(table['begins_day'].iloc[0]))}", fontsize=9)
    below.fill_between(hours, table["stored_h"], color=colour_of("solar_flows", "stored"), alpha=0.35, lw=0)
    below.plot(hours, table["stored_h"], color=colour_of("solar_flows", "stored"), lw=1.2)
    below.axhline(table["storage_h"].iloc[0], color=FAINT, lw=1, ls=(0, (1, 1.5)))
    below.set_xlabel("days")
    below.xaxis.set_major_locator(MultipleLocator(1))
    below.set_xlim(0, hours.max())


@in_house_style
def weeks_of_sun(table: pd.DataFrame) -> Figure:
    """Two weeks of a design hour by hour: who serves the load, where the rest of the sun goes, and the charge of the store.

    Columns: week (hardest, july), begins_day, hour_of_week, direct_, discharged_, unserved_, charged_, curtailed_mw_per_mw,
    stored_h, solar_mw_per_mw, storage_h.
    """
    need_columns(table, WEEK_COLUMNS, "weeks_of_sun")
    figure = new_figure(4.6)
    grid = figure.subplots(2, 2, sharex="col", sharey="row", height_ratios=(1.6, 1))
    said = []
    for column, (name, own) in enumerate(table.groupby("week", sort=False)):
        _week(grid[0, column], grid[1, column], own)
        said.append(
            f"{name_of('solar_weeks', name)}: {spoken(own['unserved_mw_per_mw'].sum())} hours of load missing, "
            f"charge from {spoken(own['stored_h'].min())} to {spoken(own['stored_h'].max())} h"
        )
    grid[0, 0].set_ylabel("MW per MW of load")
    grid[1, 0].set_ylabel("charge [h of load]")
    grid[1, 0].set_ylim(0, None)
    shown = {name: (colour_of("solar_flows", name), name_of("solar_flows", name)) for name in (*SERVED, *BESIDE)}
    handles = [Line2D([], [], color=colour, lw=6, label=label) for colour, label in shown.values()]
    stored = colour_of("solar_flows", "stored")
    handles += [Line2D([], [], color=INK, lw=1, label="load"),
                Patch(facecolor=(stored, 0.35), edgecolor=stored, label="charge: hours of load held"),
                Line2D([], [], color=FAINT, lw=1, ls=(0, (1, 1.5)), label="store full")]  # fmt: skip
    figure.legend(handles=handles, loc="outside upper center", ncols=3)
    row = table.iloc[0]
    size = f"{spoken(row['solar_mw_per_mw'])} MW of solar and {spoken(row['storage_h'])} h of storage per MW"
    return described(figure, f"Two weeks hour by hour for {size}. {'; '.join(said)}.")


@in_house_style
def designs_by_reliability(table: pd.DataFrame) -> Figure:
    """Plants and the stores that they need, for each reliability, with the least-cost design marked, and what each costs.

    Columns: reliability_frac, solar_mw_per_mw, storage_h (nan where none does), cost_usd_per_mwh, is_least (bool).
    """
    need_columns(table, CONTOUR_COLUMNS, "designs_by_reliability")
    figure = new_figure(3.9)
    left, right = figure.subplots(1, 2)
    said = []
    for key in keys_of("supply_reliabilities"):
        own = table[np.isclose(table["reliability_frac"], float(key))]
        colour, name = colour_of("supply_reliabilities", key), name_of("supply_reliabilities", key)
        left.plot(own["solar_mw_per_mw"], own["storage_h"], color=colour, lw=1.6, label=name)
        price = own["cost_usd_per_mwh"].where(np.isfinite(own["cost_usd_per_mwh"]))
        right.plot(own["solar_mw_per_mw"], price, color=colour, lw=1.6)
        least = own[own["is_least"]]
        for axes, column in ((left, "storage_h"), (right, "cost_usd_per_mwh")):
            axes.plot(least["solar_mw_per_mw"], least[column], "o", ms=6, color=colour, mec="white")
        for row in least.itertuples():
            size = f"{spoken(row.solar_mw_per_mw)} MW per MW, {spoken(row.storage_h)} h"
            said.append(f"{name}: {size}, {spoken(row.cost_usd_per_mwh)} $/MWh")
    widest = min(table["solar_mw_per_mw"].max(), max(WIDEST_SHOWN, 1.2 * table.loc[table["is_least"], "solar_mw_per_mw"].max()))
    tallest = max(HIGHEST_SHOWN_H, 1.3 * table.loc[table["is_least"], "storage_h"].max())
    dearest = 2.2 * table.loc[table["is_least"], "cost_usd_per_mwh"].max()
    for axes, top, label in ((left, tallest, "storage [h of load]"), (right, dearest, "cost [$/MWh served]")):
        axes.set_xlim(0, widest)
        axes.set_ylim(0, top)
        axes.set_xlabel("solar [MW AC per MW of load]")
        axes.set_ylabel(label)
    what = "energy served in the typical year; the dot costs least"
    figure.legend(*left.get_legend_handles_labels(), loc="outside upper center", ncols=4, title=what)
    return described(figure, f"Two panels of curves by size of the plant. Least cost at {'; '.join(said)}.")


@in_house_style
def sun_of_sites(table: pd.DataFrame) -> Figure:
    """The capacity factor of a one-axis plant at every site with its station and distance, and the least-cost design beside it.

    Columns: place, station, state, distance_km, capacity_factor_frac, solar_mw_per_mw, storage_h.
    """
    need_columns(table, SITE_COLUMNS, "sun_of_sites")
    figure = new_figure(1.3 + 0.36 * len(table))
    figure.get_layout_engine().set(w_pad=SIDE_INCHES)
    panels = figure.subplots(1, 3, sharey=True, width_ratios=(1.2, 1, 1))
    places = np.arange(len(table))
    colour = colour_of("solar_flows", "direct")
    drawn = ((100 * table["capacity_factor_frac"], "capacity factor [%]", colour),
             (table["solar_mw_per_mw"], "solar plant [MW\nper MW of load]", colour),
             (table["storage_h"], "full store carries\nthe load for [h]", colour_of("solar_flows", "discharged")))  # fmt: skip
    for axes, (values, label, shade) in zip(panels, drawn, strict=True):
        axes.barh(places, values.fillna(0), color=shade, height=0.66)
        for place, value in zip(places, values, strict=True):
            axes.annotate("none" if np.isnan(value) else spoken(value), (0 if np.isnan(value) else value, place), (3, 0),
                          textcoords="offset points", va="center", fontsize=7.5)  # fmt: skip
        axes.set_xlim(0, 1.22 * np.nanmax([*values, 1e-9]))
        axes.set_xlabel(label)
        axes.grid(False, axis="y")
    labels = [f"{_first_site(r.place)}\n{r.station}, {r.distance_km:.0f} km" for r in table.itertuples()]
    panels[0].set_yticks(places, labels, fontsize=7)
    panels[0].set_ylim(len(table) - 0.4, -0.6)
    told = "; ".join(f"{_first_site(r.place)} {spoken(100 * r.capacity_factor_frac)} %, {spoken(r.solar_mw_per_mw)} MW per MW, "
                     f"{spoken(r.storage_h)} h" for r in table.itertuples())  # fmt: skip
    words = f"Three panels of bars by site: capacity factor, solar and storage. {told}."
    return _to_places(described(figure, words))


@in_house_style
def reliability_of_other_years(table: pd.DataFrame) -> Figure:
    """Energy that a design sized on its typical year leaves unserved in other years; logarithmic, with what was asked for.

    Columns: place, reliability_asked_frac, years (put together, neighbours), reliability_low_, median_, high_, worst_frac,
    enlarged_ratio. One reliability.
    """
    need_columns(table, YEAR_COLUMNS, "reliability_of_other_years")
    sites = list(dict.fromkeys(table["place"]))
    figure = new_figure(1.5 + 0.42 * len(sites))
    figure.get_layout_engine().set(w_pad=SIDE_INCHES)
    left, right = figure.subplots(1, 2, sharey=True, width_ratios=(2, 1))
    said = []
    for offset, key in ((-0.17, "put together"), (0.17, "neighbours")):
        own = table[table["years"] == key].set_index("place").reindex(sites)
        places, colour = np.arange(len(sites)) + offset, colour_of("years_tried", key)
        missing = {name: np.maximum(1 - own[f"reliability_{name}_frac"], LEAST_SHOWN_FRAC) * 100 for name in
                   ("low", "median", "high", "worst")}  # fmt: skip
        label = f"{name_of('years_tried', key)}, 5 to 95 %"
        left.hlines(places, missing["high"], missing["low"], color=colour, lw=3, label=label)
        left.plot(missing["median"], places, "o", ms=5, color=colour, mec="white")
        left.plot(missing["worst"], places, "|", ms=8, color=colour)
        if key == "put together":
            right.barh(np.arange(len(sites)), own["enlarged_ratio"].fillna(0), color=colour, height=0.5)
            for place, ratio in enumerate(own["enlarged_ratio"]):
                right.annotate("above 4" if np.isnan(ratio) else f"{ratio:.2f}", (0 if np.isnan(ratio) else ratio, place), (3, 0),
                               textcoords="offset points", va="center", fontsize=7.5)  # fmt: skip
            said = [f"{_first_site(place)} {spoken(missing['median'][place])} % missing in the middle year and "
                    f"{spoken(missing['worst'][place])} % in the worst, {spoken(ratio)} times the design for 95 of 100 years"
                    for place, ratio in own["enlarged_ratio"].items()]  # fmt: skip
    floored = bool((1 - table[[f"reliability_{n}_frac" for n in ("low", "median", "high")]] < LEAST_SHOWN_FRAC).any(axis=None))
    asked = round(100 * (1 - table["reliability_asked_frac"].iloc[0]), ROUNDING)
    left.axvline(asked, color=INK, lw=1)
    left.annotate(f"asked: {asked:g} %", (asked, 1), (3, 3), xycoords=("data", "axes fraction"), textcoords="offset points",
                  fontsize=7.5)  # fmt: skip
    left.set_xscale("log")
    left.xaxis.set_major_formatter(
        lambda value, _: ("≤" if floored and np.isclose(value, 100 * LEAST_SHOWN_FRAC) else "") + spoken(value, 1)
    )
    left.set_xlabel("energy unserved in a year [%], logarithmic")
    left.set_yticks(range(len(sites)), [_first_site(place) for place in sites], fontsize=7.5)
    left.set_ylim(len(sites) - 0.4, -0.6)
    right.set_xlabel("times this design\nfor 95 of 100 years")
    right.set_xlim(0, 1.25 * np.nanmax([*table["enlarged_ratio"], 1.0]))
    for axes in (left, right):
        axes.grid(False, axis="y")
    handles = left.get_legend_handles_labels()[0]
    handles += [
        Line2D([], [], marker="o", ls="", ms=5, color=FAINT, mec="white", label="dot: middle year"),
        Line2D([], [], marker="|", ls="", ms=8, color=FAINT, label="upright tick: worst year"),
        Patch(facecolor=colour_of("years_tried", "put together"), label="bar: larger plant and store, by years put together"),
    ]
    figure.legend(handles=handles, loc="outside upper center", ncols=2)
    words = f"Two panels by site: energy unserved in other years, and the enlargement. {'; '.join(said)}."
    return _to_places(described(figure, words))
