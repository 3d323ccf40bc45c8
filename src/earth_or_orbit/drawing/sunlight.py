"""Where an orbit is in shadow by altitude and season, and what its thin air costs."""

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from earth_or_orbit.drawing.names import check_known, colour_of, name_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.drawing.style import FAINT, INK, described, in_house_style, need_columns, new_figure

SEASON_COLUMNS = ("plane", "altitude_km", "year_day", "eclipse_min", "spare_deg", "own_altitude_km",
                  "eclipse_free_altitude_km", "local_time_h", "inclination_deg")  # fmt: skip
AIR_COLUMNS = ("altitude_km", "activity", "solar_radio_flux_sfu", "natural_decay_years", "highest_self_cleaning_altitude_km",
               "propellant_kg_per_t", "disposal_kg_per_t", "disposal_rule_years", "own_altitude_km",
               "service_years")  # fmt: skip
LEVELS_MIN = np.arange(0, 41, 5)
MONTHS = {"Jan": 0, "Apr": 90, "Jul": 181, "Oct": 273}  # days after new year
YEAR_DAYS = 365
RIGHT_ANGLE_DEG = 90
LABEL_KM = 150  # a label needs so much room above its line
HALO = {"facecolor": "white", "edgecolor": "none", "alpha": 0.8, "pad": 1.0}


def clock(local_time_h: float) -> str:
    """Hours as a clock shows them: 18.5 is `18:30`."""
    minutes = round(local_time_h * 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _shades() -> list[tuple[float, ...]]:
    """One colour per step of the scale, bright where the shadow is short."""
    scale = mpl.colormaps["cividis_r"]
    return [scale(share) for share in np.linspace(0.12, 1.0, len(LEVELS_MIN) - 1)]


def _grid(table: pd.DataFrame, column: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    wide = table.pivot(index="altitude_km", columns="year_day", values=column)
    return wide.columns.to_numpy(dtype=float), wide.index.to_numpy(dtype=float), wide.to_numpy(dtype=float)


def _season_panel(axes: Axes, panel: pd.DataFrame) -> None:
    """The map of the concept's own plane."""
    shades = _shades()
    days, heights, spare = _grid(panel, "spare_deg")
    axes.set_facecolor(colour_of("sunlight", "sunlit"))
    # The shadow begins where the Sun's angle falls short; its length alone would blur that edge between points of the grid.
    axes.contourf(days, heights, spare, levels=[-RIGHT_ANGLE_DEG, 0], colors=[shades[0]])
    axes.contourf(days, heights, _grid(panel, "eclipse_min")[2], levels=LEVELS_MIN[1:], colors=shades[1:])
    if spare.min() < 0 < spare.max():
        axes.contour(days, heights, spare, levels=[0], colors=[INK], linewidths=0.7)
    own, free = float(panel["own_altitude_km"].iloc[0]), float(panel["eclipse_free_altitude_km"].iloc[0])
    below = own > heights.max() - LABEL_KM
    axes.axhline(own, color=INK, lw=1.4)
    axes.annotate(f"this orbit, {own:,.0f} km", (6, own), (0, -4 if below else 4), textcoords="offset points", fontsize=7.5,
                  va="top" if below else "bottom", bbox=HALO)  # fmt: skip
    if np.isfinite(free):
        axes.axhline(free, color=FAINT, lw=1, ls=(0, (4, 2)))
        axes.annotate(f"no eclipse from {free:,.0f} km on", (YEAR_DAYS - 6, free), (0, 4), textcoords="offset points",
                      ha="right", va="bottom", fontsize=7.5, bbox=HALO)  # fmt: skip
    axes.set_ylabel("altitude [km]")
    axes.set_ylim(heights.min(), heights.max())
    axes.grid(False)


def _year_axis(axes: Axes) -> None:
    axes.set_xlim(0, YEAR_DAYS)
    axes.set_xticks(list(MONTHS.values()), list(MONTHS))


def _plane_words(panel: pd.DataFrame) -> str:
    first = panel.iloc[0]
    if first["plane"] == "inclined":
        return f"{first['inclination_deg']:g}° plane, turns away"
    return f"turns with the Sun, node at {clock(first['local_time_h'])}"


def _planes_panel(axes: Axes, here: pd.DataFrame) -> None:
    """Minutes in shadow at the concept's altitude, a line per plane."""
    for plane, own in here.groupby("plane", sort=False):
        axes.plot(own["year_day"], own["eclipse_min"], color=colour_of("planes", plane), lw=1.8 if plane == "own" else 1.2,
                  label=_plane_words(own))  # fmt: skip
    axes.set_ylim(0, LEVELS_MIN[-1])
    axes.set_ylabel("minutes in shadow on one turn")
    axes.set_title(f"all at {here['own_altitude_km'].iloc[0]:,.0f} km", fontsize=9)


@in_house_style
def sunlit_by_altitude_and_season(table: pd.DataFrame) -> Figure:
    """Minutes in shadow on one turn by day of the year: a map over altitude, and three planes at one altitude.

    Columns: plane (own at all altitudes; others at the concept's), altitude_km, year_day, eclipse_min, spare_deg (negative
    where a turn meets the shadow), own_altitude_km, eclipse_free_altitude_km (nan where there is none), local_time_h,
    inclination_deg.
    """
    need_columns(table, SEASON_COLUMNS, "sunlit_by_altitude_and_season")
    check_known("planes", table["plane"])
    mapped, here = table[table["plane"] == "own"], table[table["altitude_km"] == table["own_altitude_km"]]
    figure = new_figure(3.9)
    left, right = figure.subplots(1, 2, width_ratios=(1.15, 1))
    _season_panel(left, mapped)
    left.set_title(_plane_words(mapped), fontsize=9)
    _planes_panel(right, here)
    for axes in (left, right):
        _year_axis(axes)
    scale = mpl.cm.ScalarMappable(mpl.colors.BoundaryNorm(LEVELS_MIN, len(LEVELS_MIN) - 1), mpl.colors.ListedColormap(_shades()))
    bar = figure.colorbar(scale, ax=left, location="bottom", aspect=30, pad=0.02)
    bar.set_label("minutes in shadow on one turn; pale: none", fontsize=8.5)
    bar.outline.set_visible(False)
    figure.legend(handles=right.get_legend_handles_labels()[0], loc="outside upper center", ncols=3)
    said = [f"{_plane_words(own)}: eclipses on {spoken(100 * (own['eclipse_min'] > 0).mean(), 2)} % of days, up to "
            f"{spoken(own['eclipse_min'].max())} min" for _, own in here.groupby("plane", sort=False)]  # fmt: skip
    return described(figure, f"Left, a map of day of the year against altitude, minutes in shadow on one turn. Right, lines at "
                             f"{here['own_altitude_km'].iloc[0]:,.0f} km. {'; '.join(said)}.")  # fmt: skip


def _line_per_activity(axes: Axes, table: pd.DataFrame, column: str) -> None:
    for activity, own in table.groupby("activity", sort=False):
        axes.plot(own["altitude_km"], own[column], color=colour_of("activity", activity), lw=1.6)
    axes.set_yscale("log")
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:,.12g}")
    axes.set_xlim(table["altitude_km"].min(), table["altitude_km"].max())
    axes.set_xlabel("altitude [km]")
    axes.tick_params(axis="y", which="minor", length=0)


def _mark_own(axes: Axes, table: pd.DataFrame) -> None:
    own = float(table["own_altitude_km"].iloc[0])
    axes.axvline(own, color=FAINT, lw=1, ls=(0, (1, 1.5)))
    right = own > table["altitude_km"].mean()
    axes.annotate(f"this orbit,\n{own:,.0f} km", (own, 1), (-3 if right else 3, -2), xycoords=("data", "axes fraction"),
                  textcoords="offset points", ha="right" if right else "left", va="top", fontsize=7.5, color=FAINT)  # fmt: skip


def _decay_panel(axes: Axes, table: pd.DataFrame) -> None:
    _line_per_activity(axes, table, "natural_decay_years")
    rule = float(table["disposal_rule_years"].iloc[0])
    axes.axhline(rule, color=colour_of("activity", "rule"), lw=1.2)
    axes.text(table["altitude_km"].max(), rule * 1.15, f"{name_of('activity', 'rule')}, {rule:g} years", ha="right",
              va="bottom", fontsize=7.5, color=colour_of("activity", "rule"))  # fmt: skip
    for activity, own in table.groupby("activity", sort=False):
        limit = float(own["highest_self_cleaning_altitude_km"].iloc[0])
        if np.isfinite(limit):
            axes.plot(limit, rule, "o", ms=5, color=colour_of("activity", activity), zorder=4)
    axes.set_ylabel("years until a dead satellite is down")
    axes.set_title("natural decay", fontsize=9)
    _mark_own(axes, table)


def _propellant_panel(axes: Axes, table: pd.DataFrame) -> None:
    _line_per_activity(axes, table, "propellant_kg_per_t")
    own = table[table["activity"] == "own"]
    shown = own[own["disposal_kg_per_t"] > 0]
    axes.plot(shown["altitude_km"], shown["disposal_kg_per_t"], color=colour_of("activity", "disposal"), lw=1.4, ls=(0, (4, 2)))
    axes.set_ylim(1, 2 * table["propellant_kg_per_t"].max())
    axes.set_ylabel("propellant [kg per t of dry mass]")
    axes.set_title(f"propellant for {table['service_years'].iloc[0]:g} years", fontsize=9)
    _mark_own(axes, table)


@in_house_style
def decay_and_propellant_by_altitude(table: pd.DataFrame) -> Figure:
    """Natural decay against the rule, and propellant for a satellite's service, by altitude and solar activity.

    Columns: altitude_km, activity (minimum, own, maximum), solar_radio_flux_sfu, natural_decay_years,
    highest_self_cleaning_altitude_km, propellant_kg_per_t, disposal_kg_per_t, disposal_rule_years, own_altitude_km,
    service_years.
    """
    need_columns(table, AIR_COLUMNS, "decay_and_propellant_by_altitude")
    activities = list(dict.fromkeys(table["activity"]))
    check_known("activity", (*activities, "rule", "disposal"))
    figure = new_figure(3.7)
    left, right = figure.subplots(1, 2)
    _decay_panel(left, table)
    _propellant_panel(right, table)
    fluxes = table.drop_duplicates("activity").set_index("activity")["solar_radio_flux_sfu"]
    handles = [mpl.lines.Line2D([], [], lw=1.6, color=colour_of("activity", a),
                                label=f"{name_of('activity', a)}, {fluxes[a]:.3g} sfu") for a in activities]  # fmt: skip
    handles.append(mpl.lines.Line2D([], [], lw=1.4, ls=(0, (4, 2)), color=colour_of("activity", "disposal"),
                                    label=name_of("activity", "disposal")))  # fmt: skip
    figure.legend(handles=handles, loc="outside upper center", ncols=2)
    limits = table.drop_duplicates("activity")
    words = "; ".join(f"{name_of('activity', r.activity)}, {spoken(r.highest_self_cleaning_altitude_km)} km"
                      for r in limits.itertuples())  # fmt: skip
    rule = table["disposal_rule_years"].iloc[0]
    ends = f"A dead satellite is down within {rule:g} years from up to: {words}"
    shape = "Propellant rises below from drag and above from the way down"
    return described(figure, f"Lines by altitude, logarithmic. {ends}. {shape}.")
