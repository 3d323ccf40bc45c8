"""Radiation: dose by shielding, life by altitude, a day over the South Atlantic Anomaly, and what training loses."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import BoundaryNorm
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from earth_or_orbit.drawing.names import check_known, colour_of, name_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.drawing.style import INK, described, in_house_style, need_columns, new_figure

DOSE_COLUMNS = ("panel", "role", "source", "aluminium_mm", "low", "central", "high", "altitude_km", "inclination_deg", "years")
LIFE_COLUMNS = ("role", "altitude_km", "aluminium_mm", "years", "low", "high", "verdict_years")
TRACK_COLUMNS = ("layer", "latitude_deg", "longitude_deg", "rad_per_year", "inside", "altitude_km", "inclination_deg",
                 "revolutions_a_day", "dose_share_frac", "time_share_frac")  # fmt: skip
LOST_COLUMNS = ("side", "way", "recovery", "checkpoint_s", "restart_s", "accelerators_count", "productive_frac", "study_count")
THICKNESS_TICKS = (1, 2, 5, 10, 20)
MAP_COLOURS = "YlOrBr"
MAP_LEVELS = (1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000)  # two to a decade
LOWEST_DOSE_RAD = 3.0
EDGE_FRAC = 0.1  # the anomaly's edge, as a share of the highest rate
LABEL_GAP = 0.045  # of the axis: the height of a line of words
DASHES = {"low": (0, (1, 1.2)), "central": "-", "high": (0, (5, 2))}


@in_house_style
def dose_by_shielding(table: pd.DataFrame) -> Figure:
    """Dose against aluminium: published runs on our curve for their orbit, and the orbit in question by source.

    Columns: panel (published, own), role (model, published, limit), source, aluminium_mm, low, central, high, altitude_km,
    inclination_deg, years.
    """
    need_columns(table, DOSE_COLUMNS, "dose_by_shielding")
    check_known("dose", table["source"])
    panels = list(dict.fromkeys(table["panel"]))
    figure = new_figure(4.7)
    axes_of = figure.subplots(1, len(panels), sharey=True, squeeze=False)[0]
    highest = table[["central", "high"]].max().max()
    for axes, panel in zip(axes_of, panels, strict=True):
        own = table[table["panel"] == panel]
        for source in dict.fromkeys(own.loc[own["role"] == "model", "source"]):
            _dose_line(axes, own[(own["source"] == source) & (own["role"] == "model")], source)
        for row in own[own["role"] == "published"].itertuples():
            large = row.source == "google"
            axes.plot(row.aluminium_mm, row.central, "D" if large else "o", ms=6 if large else 4, mew=1, zorder=4, color="white",
                      mfc=colour_of("dose", row.source) if large else "white", mec=colour_of("dose", row.source))  # fmt: skip
        _limit_lines(axes, own[own["role"] == "limit"], panel == panels[0])
        first = own.iloc[0]
        words = "Published runs" if panel == "published" else "The orbit in question"
        axes.set_title(f"{words}: {first.altitude_km:.0f} km, {first.inclination_deg:.1f}°".replace(".0°", "°"))
        axes.set_xscale("log")
        axes.set_xlim(THICKNESS_TICKS[0], THICKNESS_TICKS[-1])
        axes.set_xticks(THICKNESS_TICKS, [str(t) for t in THICKNESS_TICKS])
        axes.minorticks_off()
        axes.set_xlabel("aluminium on every side [mm]")
    axes_of[0].set_yscale("log")
    axes_of[0].set_ylim(LOWEST_DOSE_RAD, 10 ** np.ceil(np.log10(highest)))
    years = table.loc[table["panel"] == panels[-1], "years"].iloc[0]
    axes_of[0].set_ylabel(f"dose in {years:g} years [rad in silicon]")
    figure.legend(handles=_dose_handles(table), loc="outside lower center", ncols=3)
    return described(figure, _dose_words(table, years))


def _dose_line(axes: Axes, own: pd.DataFrame, source: str) -> None:
    colour = colour_of("dose", source)
    if (own["high"] > own["low"]).any():
        axes.fill_between(own["aluminium_mm"], own["low"], own["high"], color=colour, alpha=0.3, lw=0)
    width = 2.0 if source == "total" else 1.4
    axes.plot(own["aluminium_mm"], own["central"], color=colour, lw=width, zorder=3 if source == "total" else 2)


def _limit_lines(axes: Axes, own: pd.DataFrame, with_words: bool) -> None:
    for row in own.itertuples():
        colour = colour_of("dose", row.source)
        if np.isfinite([row.low, row.high]).all():
            axes.axhspan(row.low, row.high, color=colour, alpha=0.14, lw=0)
        axes.axhline(row.central, color=colour, ls=(0, (4, 2)), lw=1)
        if with_words:
            words = f"{name_of('dose', row.source)}, {spoken(row.central)} rad"
            axes.text(THICKNESS_TICKS[-1], row.central * 1.06, words, fontsize=7.5, va="bottom", ha="right", color=INK)


def _dose_handles(table: pd.DataFrame) -> list[Line2D | Patch]:
    model = table[table["role"] == "model"]
    lines = [
        Line2D([], [], color=colour_of("dose", s), lw=2 if s == "total" else 1.4, label=name_of("dose", s))
        for s in dict.fromkeys(model["source"])
    ]
    lines.sort(key=lambda line: line.get_label() == name_of("dose", "total"))
    handles = [*lines, Patch(facecolor=colour_of("dose", "trapped_protons"), alpha=0.3, label="solar minimum to maximum")]
    if table.loc[table["role"] == "limit", "low"].notna().any():
        handles.append(Patch(facecolor=colour_of("dose", "onset"), alpha=0.14, label="range taken for that onset"))
    if (table["role"] == "published").any():
        handles.append(Line2D([], [], ls="", marker="o", ms=4, mfc="white", mec=INK, label="SPENVIS runs, belts alone"))
    if (table["source"] == "google").any():
        green = colour_of("dose", "google")
        handles.append(Line2D([], [], ls="", marker="D", ms=6, color=green, label=name_of("dose", "google")))
    return handles


def _dose_words(table: pd.DataFrame, years: float) -> str:
    own = table[(table["panel"] == table["panel"].iloc[-1]) | (table["panel"] == "own")]
    total = own[(own["source"] == "total") & (own["role"] == "model")].sort_values("aluminium_mm")
    ends = [f"{spoken(row.central)} rad behind {spoken(row.aluminium_mm)} mm" for row in total.iloc[[0, -1]].itertuples()]
    stands = "; ".join(f"{name_of('dose', r.source)} at {spoken(r.central)} rad"
                       for r in own[own["role"] == "limit"].itertuples())  # fmt: skip
    what = f"Curves of dose in {years:g} years against aluminium, both axes logarithmic"
    return f"{what}. Total from {' to '.join(ends)}. {stands}."


@in_house_style
def life_by_altitude(table: pd.DataFrame) -> Figure:
    """Years until the dose reaches the onset of memory errors, by altitude, a line for each thickness of shielding.

    Columns: role (line, own_line, own), altitude_km, aluminium_mm, years, low, high, verdict_years.
    """
    need_columns(table, LIFE_COLUMNS, "life_by_altitude")
    check_known("life", table["role"])
    figure = new_figure(3.9)
    axes = figure.subplots()
    lines = table[table["role"] != "own"]
    for (role, _), own in lines.groupby(["role", "aluminium_mm"], sort=False):
        ours = role == "own_line"
        colour = colour_of("life", role)
        if ours:
            axes.fill_between(own["altitude_km"], own["low"], own["high"], color=colour, alpha=0.18, lw=0)
        axes.plot(own["altitude_km"], own["years"], color=colour, lw=2.2 if ours else 1.2)
    goal = table["verdict_years"].iloc[0]
    axes.axhline(goal, color=INK, lw=1, ls=(0, (4, 2)))
    axes.text(table["altitude_km"].max(), goal * 1.08, f"{goal:g} years", ha="right", va="bottom", fontsize=8)
    own = table[table["role"] == "own"]
    for row in own.itertuples():
        axes.plot(row.altitude_km, row.years, "o", ms=7, color=colour_of("life", "own"), zorder=4)
    axes.set_yscale("log")
    axes.set_xlim(table["altitude_km"].min(), table["altitude_km"].max())
    axes.set_ylim(10 ** np.floor(np.log10(table["years"].min())), 10 ** np.ceil(np.log10(table["years"].max())))
    _line_ends(axes, lines)
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:,.0f}" if value >= 1 else f"{value:g}")
    axes.set_xlabel("altitude of the circular orbit [km]")
    axes.set_ylabel("until dose reaches memory onset [years]")
    band = Patch(facecolor=colour_of("life", "own_line"), alpha=0.18, label="half to twice the dose at which one test saw it")
    dots = [
        Line2D([], [], ls="", marker="o", ms=7, color=colour_of("life", "own"),
               label=f"{name_of('life', 'own')}: {r.altitude_km:.0f} km, {spoken(r.years)} years")
        for r in own.itertuples()
    ]  # fmt: skip
    figure.legend(handles=[*dots, band], loc="outside upper center", ncols=2)
    words = "; ".join(f"{spoken(r.years)} years at {r.altitude_km:.0f} km behind {r.aluminium_mm:g} mm" for r in own.itertuples())
    return described(figure, f"Lines of years against altitude, one for each thickness, falling with altitude. {words}.")


def _line_ends(axes: Axes, lines: pd.DataFrame) -> None:
    """Each line's thickness beside its right end, moved apart where two would touch."""
    last = lines.groupby(["role", "aluminium_mm"]).tail(1).sort_values("years")
    low, high = np.log(axes.get_ylim())
    places = (np.log(last["years"].to_numpy()) - low) / (high - low)
    for at in range(1, places.size):
        places[at] = max(places[at], places[at - 1] + LABEL_GAP)
    for row, place in zip(last.itertuples(), places, strict=True):
        ours = row.role == "own_line"
        axes.annotate(f"{row.aluminium_mm:g} mm", (1, place), (5, 0), "axes fraction", "offset points", va="center", fontsize=8,
                      color=colour_of("life", row.role) if ours else INK, fontweight="bold" if ours else "normal")  # fmt: skip


@in_house_style
def anomaly_ground_track(table: pd.DataFrame, outline: pd.DataFrame) -> Figure:
    """A day of the ground track over a map of dose rate, with the coasts and the anomaly's edge.

    table: layer (rate, track), latitude_deg, longitude_deg, rad_per_year, inside, altitude_km, inclination_deg,
    revolutions_a_day, dose_share_frac, time_share_frac. outline: the coasts' ring, longitude_deg, latitude_deg.
    """
    need_columns(table, TRACK_COLUMNS, "anomaly_ground_track")
    need_columns(outline, ("ring", "longitude_deg", "latitude_deg"), "anomaly_ground_track")
    figure = new_figure(4.75)
    axes = figure.subplots()
    rates, track = (table[table["layer"] == layer] for layer in ("rate", "track"))
    grid = rates.pivot(index="latitude_deg", columns="longitude_deg", values="rad_per_year")
    levels = [level for level in MAP_LEVELS if level <= 3.4 * grid.to_numpy().max()]
    levels = [level for level in levels[-7:] if level > 0]
    norm = BoundaryNorm(levels, 256, extend="neither")
    where = (grid.columns.to_numpy(), grid.index.to_numpy(), grid.to_numpy())
    filled = axes.contourf(*where, levels=levels, cmap=MAP_COLOURS, norm=norm)
    region = rates.pivot(index="latitude_deg", columns="longitude_deg", values="inside").to_numpy(dtype=bool)
    edge = EDGE_FRAC * grid.to_numpy().max()
    around = np.pad(region, 1)
    around = np.any([around[i : i + region.shape[0], j : j + region.shape[1]] for i in range(3) for j in range(3)], axis=0)
    only = np.where(around, grid.to_numpy(), np.minimum(grid.to_numpy(), edge))  # other places above the edge are not circled
    axes.contour(*where[:2], only, levels=[edge * (1 + 1e-9)], colors=[colour_of("anomaly", "edge")], linewidths=1.3)
    for _, ring in outline.groupby("ring"):
        axes.plot(ring["longitude_deg"], ring["latitude_deg"], color=colour_of("anomaly", "coast"), lw=0.35, zorder=2, aa=False)
    _track(axes, track)
    axes.set_xlim(-180, 180)
    axes.set_ylim(-90, 90)
    axes.set_aspect("equal")
    axes.set_xticks(range(-180, 181, 60), ["180°", "120° W", "60° W", "0°", "60° E", "120° E", "180°"])
    axes.set_yticks(range(-90, 91, 30), ["90° S", "60° S", "30° S", "0°", "30° N", "60° N", "90° N"])
    axes.grid(False)
    first = track.iloc[0]
    where = f"{first.altitude_km:.0f} km, {first.inclination_deg:.1f}°"
    axes.set_title(f"One day at {where}: {first.revolutions_a_day:.1f} revolutions")
    bar = figure.colorbar(filled, ax=axes, orientation="horizontal", shrink=0.75, aspect=40, pad=0.02)
    bar.set_ticks(levels, labels=[f"{level:,}" for level in levels])
    bar.set_label("dose rate of protons behind 10 mm of aluminium, solar minimum [rad per year of staying there]", fontsize=8)
    figure.legend(handles=_map_handles(), loc="outside upper center", ncols=4)
    dose, time = (spoken(100 * share) for share in (first.dose_share_frac, first.time_share_frac))
    share = f"the orbit takes {dose} % of the belts' proton dose in {time} % of the time"
    return described(figure, f"Map of the Earth: dose rate is high over the South Atlantic, where {share}.")


def _track(axes: Axes, track: pd.DataFrame) -> None:
    """The day's track, cut where it leaves the map; minutes inside the anomaly are drawn thick."""
    longitude, latitude = track["longitude_deg"].to_numpy(), track["latitude_deg"].to_numpy()
    inside = track["inside"].to_numpy()
    cut = np.flatnonzero(np.abs(np.diff(longitude)) > 180) + 1
    for piece in np.split(np.arange(longitude.size), cut):
        axes.plot(longitude[piece], latitude[piece], color=colour_of("anomaly", "outside"), lw=0.4, zorder=2.5, aa=False)
        thick = np.where(inside[piece], latitude[piece], np.nan)
        axes.plot(longitude[piece], thick, color=colour_of("anomaly", "track"), lw=2.6, zorder=4)


def _map_handles() -> list[Line2D]:
    blue = colour_of("anomaly", "track")
    return [
        Line2D([], [], color=colour_of("anomaly", "outside"), lw=1, label=name_of("anomaly", "outside")),
        Line2D([], [], color=blue, lw=2.6, label=name_of("anomaly", "track")),
        Line2D([], [], color=colour_of("anomaly", "edge"), lw=1.3, label="a tenth of the highest rate"),
    ]


@in_house_style
def training_lost(table: pd.DataFrame) -> Figure:
    """Productive share of a training job by its size: a panel per side and way, a line per recovery, one scale.

    Columns: side, way, recovery, checkpoint_s, restart_s, accelerators_count, productive_frac, study_count.
    """
    need_columns(table, LOST_COLUMNS, "training_lost")
    check_known("sides", table["side"])
    check_known("ways", table["way"])
    check_known("recoveries", table["recovery"])
    panels = list(dict.fromkeys(zip(table["side"], table["way"], strict=True)))
    figure = new_figure(3.5)
    axes_of = figure.subplots(1, len(panels), sharey=True, sharex=True, squeeze=False)[0]
    for axes, (side, way) in zip(axes_of, panels, strict=True):
        own = table[(table["side"] == side) & (table["way"] == way)]
        for recovery, line in own.groupby("recovery", sort=False):
            axes.plot(line["accelerators_count"], 100 * line["productive_frac"], color=colour_of("sides", side),
                      ls=DASHES[recovery], lw=2 if recovery == "central" else 1.5)  # fmt: skip
        axes.axvline(own["study_count"].iloc[0], color=INK, lw=0.8)
        words = name_of("ways", way) if way != "through" else ("computing all the time" if side == "orbit" else "")
        axes.set_title(name_of("sides", side) + (f",\n{words}" if words else "\n"), fontsize=9)
        axes.set_xscale("log")
        axes.set_xlim(table["accelerators_count"].min(), table["accelerators_count"].max())
        axes.set_xticks([100, 1_000, 10_000, 100_000], ["0.1", "1", "10", "100"])
        axes.minorticks_off()
    axes_of[0].set_ylim(0, 100)
    axes_of[0].set_ylabel("time that moves the job forward [%]")
    count = table["study_count"].iloc[0]
    axes_of[0].text(count * 0.9, 4, f"the study's job,\n{count:,.0f}", fontsize=7.5, ha="right", va="bottom")
    figure.supxlabel("accelerators in one synchronous job [thousand]", fontsize=9)
    figure.legend(handles=_recovery_handles(table), loc="outside upper center", ncols=3, title="checkpoint and restart",
                  title_fontsize=8.5)  # fmt: skip
    return described(figure, _lost_words(table, count))


def _recovery_handles(table: pd.DataFrame) -> list[Line2D]:
    first = table.drop_duplicates("recovery")
    return [Line2D([], [], color=INK, ls=DASHES[r.recovery], lw=2 if r.recovery == "central" else 1.5,
                   label=f"{name_of('recoveries', r.recovery)}: {r.checkpoint_s:g} s and {r.restart_s:g} s")
            for r in first.itertuples()]  # fmt: skip


def _lost_words(table: pd.DataFrame, count: float) -> str:
    said = []
    for (side, way, recovery), own in table.groupby(["side", "way", "recovery"], sort=False):
        share = np.interp(np.log(count), np.log(own["accelerators_count"]), own["productive_frac"])
        words = f"{name_of('sides', side)}, {name_of('ways', way)}, {name_of('recoveries', recovery)}"
        said.append(f"{words} {spoken(100 * share)} %")
    return f"Falling lines of productive time against the job's size; at {count:,.0f} accelerators: {'; '.join(said)}."
