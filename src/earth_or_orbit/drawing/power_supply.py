"""What could power a campus: six supplies beside each other at one place, and one supply at every place."""

import textwrap

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from earth_or_orbit.drawing.names import check_known, colour_of, name_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.drawing.style import FAINT, INK, described, in_house_style, need_columns, new_figure

PANELS = ("cost", "capex", "land", "carbon", "water", "nox")
COUNTED = {
    "carbon_average": ("o", -0.2, "stacks, average of the region"),
    "carbon_marginal": ("D", 0.2, "stacks, plants that follow the load"),
}  # mark, its place above or below the middle of the bar, words
SUPPLY_COLUMNS = ("supply", "measure", "central", "low", "high", "own")
SITE_COLUMNS = ("site", "chosen", "measure", "central", "low", "high", "supply")
ROOM_FOR_NUMBERS = 1.4  # width of a panel over its longest bar, for the column of numbers
WRAPPED_AT, WRAPPED_BY_SITE = 26, 16


def _label(measure: str) -> str:
    return "\n".join(textwrap.wrap(name_of("supply_measures", measure), WRAPPED_AT))


def _bars(axes: Axes, rows: pd.DataFrame, marked: pd.DataFrame) -> None:
    """Bars from zero with the draws' range, their numbers in a column on the right; what was not computed says so."""
    longest = np.nanmax([*rows["central"], *rows["high"], *marked["central"], 0.0])
    longest = longest if np.isfinite(longest) and longest > 0 else 1.0
    for place, row in enumerate(rows.itertuples()):
        if not np.isfinite(row.central):
            axes.text(0.02 * longest, place, "not computed", va="center", fontsize=7, color=FAINT)
            continue
        axes.barh(place, row.central, 0.7, color=colour_of("supplies", row.supply))
        if np.isfinite([row.low, row.high]).all():
            axes.plot([row.low, row.high], [place] * 2, color=INK, lw=1.1)
        axes.text(0.995, place, spoken(row.central), transform=axes.get_yaxis_transform(), ha="right", va="center",
                  fontsize=7.5, color=INK)  # fmt: skip
    axes.set_xlim(0, ROOM_FOR_NUMBERS * longest)
    axes.grid(False, axis="y")
    axes.locator_params(axis="x", nbins=3)


@in_house_style
def power_supplies(table: pd.DataFrame) -> Figure:
    """Six supplies of one campus, a panel each for cost, first price, land, carbon, water and nitrogen oxides.

    Columns: supply, measure, central, low, high (in the unit that the measure's name states), own (bool). Bars from zero; the
    site's own supply is marked. Carbon by stacks alone stands as two marks beside the life-cycle bar.
    """
    need_columns(table, SUPPLY_COLUMNS, "power_supplies")
    check_known("supplies", table["supply"])
    supplies = list(dict.fromkeys(table["supply"]))
    own = set(table.loc[table["own"], "supply"])
    figure = new_figure(2.0 + 2 * 0.3 * len(supplies))
    panels = figure.subplots(2, 3, sharey=True)
    for axes, measure in zip(panels.flat, PANELS, strict=True):
        marked = table[table["measure"].isin(COUNTED) & (measure == "carbon")]
        _bars(axes, table[table["measure"] == measure].set_index("supply").loc[supplies].reset_index(), marked)
        axes.set_xlabel(_label(measure), fontsize=8)
    for measure, (mark, aside, _) in COUNTED.items():
        values = table[table["measure"] == measure].set_index("supply").loc[supplies, "central"]
        carbon = panels.flat[PANELS.index("carbon")]
        carbon.plot(values, np.arange(len(supplies)) + aside, mark, ms=4, color=INK, mfc="white", ls="")
    names = [name_of("supplies", s) + (" (this site's)" if s in own else "") for s in supplies]
    for row in panels:
        row[0].set_yticks(range(len(supplies)), names, fontsize=8)
        row[0].set_ylim(len(supplies) - 0.5, -0.5)
    handles = [Line2D([], [], marker=mark, ls="", color=INK, mfc="white", ms=4, label=f"panel of carbon: by {words}")
               for mark, _, words in COUNTED.values()]  # fmt: skip
    handles.append(Line2D([], [], color=INK, lw=1.1, label="5 to 95 % of draws"))
    figure.legend(handles=handles, loc="outside upper center", ncols=3, fontsize=7.5, columnspacing=1.2)
    return described(figure, f"Six panels of bars from zero with ranges of 5 to 95 % of draws. {_told(table, supplies)}.")


def _told(table: pd.DataFrame, supplies: list[str]) -> str:
    values = table.set_index(["supply", "measure"])["central"]
    return "; ".join(
        f"{name_of('supplies', s)}: {spoken(values[s, 'cost'])} USD per MWh, {spoken(values[s, 'land'])} km², "
        f"{spoken(values[s, 'carbon'])} kg of carbon per MWh"
        for s in supplies
    )


@in_house_style
def supply_by_site(table: pd.DataFrame) -> Figure:
    """One supply at every campus: cost, land, water and carbon per unit of load, dots with the draws' range.

    Columns: site, chosen, measure, central, low, high, supply. The chosen site is in the ground's colour.
    """
    need_columns(table, SITE_COLUMNS, "supply_by_site")
    check_known("sites", table["site"])
    sites, measures = list(dict.fromkeys(table["site"])), list(dict.fromkeys(table["measure"]))
    figure = new_figure(1.2 + 0.27 * len(sites))
    panels = figure.subplots(1, len(measures), sharey=True, squeeze=False)[0]
    for axes, measure in zip(panels, measures, strict=True):
        rows = table[table["measure"] == measure].set_index("site").loc[sites].reset_index()
        for place, row in enumerate(rows.itertuples()):
            colour = colour_of("sides", "ground") if row.chosen else FAINT
            if np.isfinite([row.low, row.high]).all():
                axes.plot([row.low, row.high], [place] * 2, color=colour, lw=1.2)
            axes.plot(row.central, place, "o", ms=5, color=colour)
            if not np.isfinite(row.central):
                axes.text(0.04, place, "not computed", transform=axes.get_yaxis_transform(), va="center", fontsize=7, color=FAINT)
        top = np.nanmax([*rows["central"], *rows["high"], 0.0])
        axes.set_xlim(0, 1.08 * top if np.isfinite(top) and top > 0 else 1.0)
        axes.set_xlabel("\n".join(textwrap.wrap(name_of("supply_measures", measure), WRAPPED_BY_SITE)), fontsize=8)
        axes.locator_params(axis="x", nbins=3)
        axes.grid(False, axis="y")
    panels[0].set_yticks(range(len(sites)), [name_of("sites", s) for s in sites], fontsize=8)
    panels[0].set_ylim(len(sites) - 0.5, -0.5)
    supply = name_of("supplies", table["supply"].iloc[0])
    figure.suptitle(f"all campuses on one supply: {supply}", fontsize=9)
    own = table[table["chosen"]]
    words = "; ".join(f"{name_of('supply_measures', r.measure)} {spoken(r.central)}" for r in own.itertuples())
    who = f" {name_of('sites', own['site'].iloc[0])}: {words}." if len(own) else ""
    return described(figure, f"Dots with ranges of 5 to 95 % of draws, {supply} at every campus.{who}")
