"""Assembly and the end of life: work per tonne, capacity over the years, and what fills the orbits."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import LogLocator, MultipleLocator

from earth_or_orbit.drawing.names import colour_of, name_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.drawing.style import FAINT, INK, described, in_house_style, need_columns, new_figure

WORK_COLUMNS = ("name", "hours_per_t", "robots_count", "own", "campaign_years")
LIFE_COLUMNS = ("panel", "name", "age_years", "share_frac")
PANELS = {"survivors": "left by age, without repair", "repair": "accelerators that work in a fleet"}
ALTITUDE_COLUMNS = ("shell_low_km", "shell_high_km", "satellites_count", "starlink_count", "debris_count", "manoeuvres",
                    "derelicts_count", "own_altitude_km", "reference_altitude_km", "reference_manoeuvres")  # fmt: skip
SIDE_INCHES, YEARS_APART = 0.15, 3
FIFTH_YEAR = 5.0  # the age at which a curve is told in words
WIDER = 60.0  # factor by which a logarithmic axis reaches beyond its last dot, for the numbers beside it


def _named(name: str) -> str:
    way, _, pace = name.partition("/")
    return f"{name_of('ways_to_build', way)},\n{name_of('paces', pace)}" if pace else name_of("assembled", way)


def _dots(axes: Axes, table: pd.DataFrame, column: str, label: str) -> None:
    for place, row in enumerate(table.itertuples()):
        value = getattr(row, column)
        colour = colour_of("sides", "orbit") if row.own else colour_of("kinds", "published")
        if not np.isfinite(value) or value <= 0:
            axes.text(0.03, place, "none: by people", transform=axes.get_yaxis_transform(), va="center", fontsize=7.5,
                      color=FAINT)  # fmt: skip
            continue
        axes.plot(value, place, "o" if row.own else "D", ms=6, color=colour)
        axes.annotate(spoken(value), (value, place), (7, 0), textcoords="offset points", va="center", fontsize=8, color=colour)
    shown = table[column][np.isfinite(table[column]) & (table[column] > 0)]
    axes.set_xscale("log")
    axes.set_xlim(shown.min() / 3, shown.max() * WIDER)
    axes.xaxis.set_major_locator(LogLocator(100))  # every second power of ten: names of neighbours would touch
    axes.xaxis.set_major_formatter(lambda value, _: spoken(value, 1))
    axes.tick_params(axis="x", which="minor", length=0)
    axes.grid(False, axis="y")
    axes.set_xlabel(label)


@in_house_style
def assembly_work(table: pd.DataFrame) -> Figure:
    """Hours of work per tonne and robots at work, three ways and paces beside what was built or assumed; logarithmic.

    Columns: name (subject, or way/pace), hours_per_t, robots_count, own (bool), campaign_years.
    """
    need_columns(table, WORK_COLUMNS, "assembly_work")
    labels = [_named(name) for name in table["name"]]
    figure = new_figure(1.1 + 0.36 * len(table))
    figure.get_layout_engine().set(w_pad=SIDE_INCHES)
    left, right = figure.subplots(1, 2, sharey=True)
    _dots(left, table, "hours_per_t", "hours of work per tonne")
    _dots(right, table, "robots_count", "robots at work")
    left.set_title("work", fontsize=9)
    right.set_title(f"robots for {table['campaign_years'].iloc[0]:g} years", fontsize=9)
    left.set_yticks(range(len(table)), labels, fontsize=7.5)
    left.set_ylim(len(table) - 0.5, -0.6)
    handles = [Line2D([], [], marker="D", ls="", color=colour_of("kinds", "published"), label="built, or assumed for its years"),
               Line2D([], [], marker="o", ls="", color=colour_of("sides", "orbit"), label="this fleet")]  # fmt: skip
    figure.legend(handles=handles, loc="outside upper center", ncols=2)
    told = "; ".join(f"{label.replace(chr(10), ' ')} {spoken(r.hours_per_t)} h per t and {spoken(r.robots_count)} robots"
                     for label, r in zip(labels, table.itertuples(), strict=True))  # fmt: skip
    return described(figure, f"Two panels of dots on logarithmic axes. {told}.")


@in_house_style
def capacity_over_life(table: pd.DataFrame) -> Figure:
    """What is left by age, published and ours, and the capacity of a fleet over 15 years by who repairs it.

    Columns: panel (survivors, repair), name, age_years, share_frac.
    """
    need_columns(table, LIFE_COLUMNS, "capacity_over_life")
    figure = new_figure(4.5)
    figure.get_layout_engine().set(w_pad=SIDE_INCHES)
    panels = figure.subplots(1, 2, sharey=True)
    said = []
    for axes, (panel, title) in zip(panels, PANELS.items(), strict=True):
        for name, own in table[table["panel"] == panel].groupby("name", sort=False):
            axes.plot(own["age_years"], 100 * own["share_frac"], color=colour_of(panel, name), lw=1.6, label=name_of(panel, name))
            said.append(_life_words(panel, name, own))
        axes.set_title(title, fontsize=9)
        axes.set_ylim(0, 104)
        axes.set_xlim(0, table["age_years"].max())
        axes.xaxis.set_major_locator(MultipleLocator(YEARS_APART))
        axes.set_xlabel("years")
        axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.17), fontsize=7.5, handlelength=1.4)
    panels[0].set_ylabel("% of the first set")
    return described(figure, f"Two panels of lines over the years. {'; '.join(said)}.")


def _life_words(panel: str, name: str, own: pd.DataFrame) -> str:
    if panel == "repair":
        return f"{name_of(panel, name)}: {spoken(100 * own['share_frac'].mean())} % on average"
    last = own.iloc[(own["age_years"] - FIFTH_YEAR).abs().argmin()]
    return f"{name_of(panel, name)}: {spoken(100 * last['share_frac'])} % after {last['age_years']:.1f} years"


def _by_shell(axes: Axes, table: pd.DataFrame) -> None:
    height = table["shell_high_km"] - table["shell_low_km"]
    left = np.zeros(len(table))
    parts = {"debris": table["debris_count"], "satellites": table["satellites_count"] - table["starlink_count"],
             "starlink": table["starlink_count"]}  # fmt: skip
    for name, values in parts.items():
        axes.barh(table["shell_low_km"], values, height, left=left, align="edge", color=colour_of("orbit_objects", name),
                  edgecolor="white", lw=0.4, label=name_of("orbit_objects", name))  # fmt: skip
        left = left + values.to_numpy()
    axes.set_xlabel("objects in a shell of 50 km")
    axes.set_ylabel("altitude [km]")
    axes.legend(loc="upper right", fontsize=7.5)
    axes.set_xlim(0, None)


@in_house_style
def orbit_by_altitude(table: pd.DataFrame) -> Figure:
    """Objects by altitude, the manoeuvres of a satellite of the flown size among them, and the fleet's dead satellites.

    Columns: shell_low_km, shell_high_km, satellites_count, starlink_count, debris_count, manoeuvres, derelicts_count,
    own_altitude_km, reference_altitude_km, reference_manoeuvres.
    """
    need_columns(table, ALTITUDE_COLUMNS, "orbit_by_altitude")
    figure = new_figure(4.6)
    panels = figure.subplots(1, 3, sharey=True, width_ratios=(1.35, 1, 1))
    _by_shell(panels[0], table)
    middle = (table["shell_low_km"] + table["shell_high_km"]) / 2
    edges = [*table["shell_low_km"], table["shell_high_km"].iloc[-1]]
    drawn = (("manoeuvres", "manoeuvres a year, one\nsatellite of another owner", colour_of("sides", "orbit")),
             ("derelicts_count", "dead satellites of\nthis fleet standing",
              colour_of("orbit_objects", "derelicts")))  # fmt: skip
    for axes, (column, label, colour) in zip(panels[1:], drawn, strict=True):
        axes.stairs(table[column].fillna(0), edges, orientation="horizontal", color=colour, lw=1.4)
        axes.set_xlabel(label)
        axes.set_xlim(0, 1.08 * float(np.nanmax([*table[column], 1e-9])))
    row = table.iloc[0]
    panels[1].plot(row["reference_manoeuvres"], row["reference_altitude_km"], "D", ms=6, color=colour_of("kinds", "published"))
    published = colour_of("kinds", "published")
    panels[1].annotate("Starlink, 2025:\nits own not dodged", (row["reference_manoeuvres"], row["reference_altitude_km"]),
                       (22, 30), textcoords="offset points", fontsize=7.5, color=published,
                       arrowprops={"arrowstyle": "-", "color": published, "lw": 0.7})  # fmt: skip
    for axes in panels:
        axes.axhline(row["own_altitude_km"], color=FAINT, lw=1, ls=(0, (1, 1.5)))
        axes.set_ylim(table["shell_low_km"].min(), table["shell_high_km"].max())
    panels[0].annotate(f"this fleet, {row['own_altitude_km']:,.0f} km", (1, row["own_altitude_km"]), (-2, 3), ha="right",
                       xycoords=("axes fraction", "data"), textcoords="offset points", fontsize=7.5,
                       color=INK)  # fmt: skip
    fullest = table.loc[(table["satellites_count"] + table["debris_count"]).idxmax()]
    here = table.iloc[(middle - row["own_altitude_km"]).abs().argmin()]
    return described(figure, f"Three panels by altitude. Fullest shell from {fullest['shell_low_km']:,.0f} km: "
                             f"{spoken(fullest['satellites_count'] + fullest['debris_count'])} objects. At this fleet's height "
                             f"{spoken(here['manoeuvres'])} manoeuvres a year for a satellite of Starlink's size, and "
                             f"{spoken(here['derelicts_count'])} dead satellites.")  # fmt: skip
