"""One satellite's heat: a budget to scale, areas by temperature with published points, temperatures through one orbit."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, PathPatch, Rectangle
from matplotlib.path import Path

from earth_or_orbit.drawing.names import DrawingError, check_known, colour_of, name_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.drawing.style import FAINT, INK, described, in_house_style, need_columns, new_figure

BUDGET_COLUMNS = ("part", "way", "w", "w_per_m2", "temperature_k", "area_m2")
AREA_COLUMNS = ("what", "item", "temperature_k", "low_k", "high_k", "m2_per_kw", "chip_k", "faces", "sink_k", "is_stated")
ORBIT_COLUMNS = ("panel", "mass", "kg_per_m2", "minute", "temperature_k", "is_lit", "eclipse_min")
FREEZING_K = 273.15
W_PER_KW = 1000.0
# The budget's layout, in shares of the axes: how high all flows are together, and where they start, meet and end.
FLOWS_HIGH, SLOT, GAP, TOP = 0.53, 0.083, 0.022, 0.88
STARTS, PANEL_LEFT, PANEL_RIGHT, ENDS = 0.37, 0.585, 0.61, 0.74
LEAST_AREA, MOST_AREA, COLDEST_K, HOTTEST_K = 0.3, 14.0, 232.0, 400.0
ROOM_FOR_NAMES = 0.2  # more to the left where a hot radiator makes the axis long
AREA_TICKS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
# Where a published point's name stands: at the point or an end of its line, offset in points, and how it is aligned.
LABELS = {
    "ai1": ("high_k", (6, 7), "left"), "starcloud": ("low_k", (-4, -8), "right"), "jpl_two_faces": ("low_k", (-4, -8), "right"),
    "jpl_one_face": ("temperature_k", (2, -10), "left"), "iss_loop": ("high_k", (6, 0), "left"),
    "iss_photovoltaic": ("low_k", (14, 8), "left"), "iscr": ("high_k", (6, 0), "left"),
    "spectrum_60": ("temperature_k", (-2, 10), "left"), "spectrum_85": ("temperature_k", (8, -4), "left"),
}  # fmt: skip
DASHES = {"light": "-", "heavy": (0, (5, 2))}


def _celsius(kelvin: float) -> str:
    return f"{kelvin - FREEZING_K:.0f} °C".replace("-", "−")


def _flow_words(row: object) -> str:
    hot = "" if np.isnan(row.temperature_k) else f", {row.temperature_k:.0f} K ({_celsius(row.temperature_k)})"
    return f"{spoken(row.w / W_PER_KW)} kW, {spoken(row.w_per_m2)} W/m²{hot}"


def _band(axes: Axes, left: tuple[float, float], right: tuple[float, float], high: float, colour: str) -> None:
    """A flow of one height from its lower left corner to its lower right one."""
    (x0, y0), (x1, y1) = left, right
    middle = (x0 + x1) / 2
    curve = [Path.CURVE4] * 3
    below = [(x0, y0), (middle, y0), (middle, y1), (x1, y1)]
    above = [(x, y + high) for x, y in reversed(below)]
    path = Path([*below, *above, (x0, y0)], [Path.MOVETO, *curve, Path.LINETO, *curve, Path.CLOSEPOLY])
    axes.add_patch(PathPatch(path, facecolor=colour, edgecolor=colour, lw=0.8, alpha=0.9))


def _stack(heights: list[float], is_in: bool) -> list[float]:
    """Lower ends of the flows from the top down, each in a slot that has room for its words; the first comes straight in."""
    slots = [max(high, SLOT) + (GAP if is_in else 2 * GAP) for high in heights]
    top = TOP if is_in else TOP + GAP * (len(slots) - 1)
    shifts = [0.0 if k == 0 else (max(high, SLOT) - high) / 2 for k, high in enumerate(heights)]
    return [top - sum(slots[:k]) - high - shifts[k] for k, high in enumerate(heights)]


def _flows(axes: Axes, rows: list, per_watt: float, is_in: bool) -> None:
    heights = [row.w * per_watt for row in rows]
    outer, inner = _stack(heights, is_in), TOP
    for row, high, low in zip(rows, heights, outer, strict=True):
        inner -= high
        ends = ((STARTS, low), (PANEL_LEFT, inner)) if is_in else ((PANEL_RIGHT, inner), (ENDS, low))
        _band(axes, *ends, high, colour_of("heat", row.part))
        at, align = (STARTS - 0.012, "right") if is_in else (ENDS + 0.012, "left")
        words = _flow_words(row) if is_in else _flow_words(row).replace(", ", "\n", 1).rpartition(", ")[0]
        place = low + high / 2
        shift = 0.019 if is_in else 0.045
        axes.text(at, place + shift, name_of("heat", row.part), ha=align, va="center", fontsize=9, fontweight="bold", color=INK)
        axes.text(at, place - 0.019, words, ha=align, va="center", fontsize=8.5, color=INK)


def _scale_kw(total_kw: float) -> float:
    """A round number of kilowatts, a fifth of the total or less."""
    power = 10.0 ** np.floor(np.log10(total_kw / 5))
    return power * max(step for step in (1, 2, 5) if step * power <= total_kw / 5)


@in_house_style
def heat_budget(table: pd.DataFrame) -> Figure:
    """What reaches one satellite's radiator and what leaves it, every flow as high as its watts.

    Columns: part, way (in, out), w, w_per_m2 (of planform), temperature_k (of the flow's source; may be empty), area_m2.
    """
    need_columns(table, BUDGET_COLUMNS, "heat_budget")
    check_known("heat", table["part"])
    rows = [row for row in table.itertuples() if row.w > 0]
    into, out = ([row for row in rows if row.way == way] for way in ("in", "out"))
    total = sum(row.w for row in out)
    per_watt = FLOWS_HIGH / max(total, sum(row.w for row in into))
    figure = new_figure(4.5)
    axes = figure.subplots()
    _flows(axes, into, per_watt, True)
    _flows(axes, out, per_watt, False)
    bottom = TOP - FLOWS_HIGH
    axes.add_patch(Rectangle((PANEL_LEFT, bottom), PANEL_RIGHT - PANEL_LEFT, FLOWS_HIGH, facecolor=INK, edgecolor="none"))
    area, hot = float(table["area_m2"].iloc[0]), out[0].temperature_k
    panel = f"radiator, {spoken(area)} m² of panel, {hot:.0f} K ({_celsius(hot)})"
    at = {"ha": "center", "va": "bottom", "fontsize": 9, "fontweight": "bold", "color": INK}
    axes.text((PANEL_LEFT + PANEL_RIGHT) / 2, TOP + 0.04, panel, **at)
    scale = _scale_kw(total / W_PER_KW)
    long = scale * W_PER_KW * per_watt
    axes.plot([PANEL_LEFT + 0.26] * 2, [0.01, 0.01 + long], color=INK, lw=3, solid_capstyle="butt")
    axes.text(PANEL_LEFT + 0.27, 0.01 + long / 2, f"{scale:g} kW", va="center", fontsize=8.5, color=INK)
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.axis("off")
    axes.set_title("Heat of one satellite: what reaches its radiator, and what leaves it")
    words = "; ".join(f"{name_of('heat', r.part)} {_flow_words(r)}" for r in rows)
    return described(figure, f"Flows to scale through a radiator of {spoken(area)} m² at {hot:.0f} K. {words}.")


def _published(axes: Axes, points: pd.DataFrame) -> None:
    for row in points.itertuples():
        if np.isfinite([row.low_k, row.high_k]).all():
            dashes = "-" if row.is_stated else (0, (1, 1.5))
            axes.plot([row.low_k, row.high_k], [row.m2_per_kw] * 2, color=FAINT, lw=1.4, ls=dashes, zorder=3)
        fill = "white" if row.faces == 1 else INK
        axes.plot(row.temperature_k, row.m2_per_kw, "o", ms=5, mfc=fill, mec=INK, mew=1.1, zorder=6)
        anchor, offset, side = LABELS.get(row.item, ("temperature_k", (7, 3), "left"))
        box = {"facecolor": "white", "edgecolor": "none", "pad": 0.5, "alpha": 0.8}
        axes.annotate(name_of("radiators", row.item), (getattr(row, anchor), row.m2_per_kw), offset, textcoords="offset points",
                      ha=side, va="center", fontsize=7.5, color=INK, zorder=5, bbox=box)  # fmt: skip


def _chip_axis(axes: Axes, curve: pd.DataFrame) -> None:
    """Upper axis: what the chips would be at, in this orbit's surroundings; beyond the curve's ends it runs straight on."""
    known = curve.dropna(subset=["chip_k"]).sort_values("temperature_k")
    at, chip = known["temperature_k"].to_numpy(), known["chip_k"].to_numpy() - FREEZING_K
    slopes = [(chip[k + 1] - chip[k]) / (at[k + 1] - at[k]) for k in (0, -2)]
    at = np.concatenate([[at[0] - 500], at, [at[-1] + 500]])
    chip = np.concatenate([[chip[0] - 500 * slopes[0]], chip, [chip[-1] + 500 * slopes[1]]])
    upper = axes.secondary_xaxis("top", functions=(lambda x: np.interp(x, at, chip), lambda y: np.interp(y, chip, at)))
    upper.set_xlabel("chips that the chain of this satellite then asks for [°C], in this orbit's surroundings", fontsize=8.5)
    upper.tick_params(labelsize=8.5)


@in_house_style
def radiator_area_by_temperature(table: pd.DataFrame) -> Figure:
    """Panel per kW of heat against mean radiating temperature in three surroundings, published radiators on it.

    Columns: what (curve, published, ours), item, temperature_k, low_k, high_k, m2_per_kw, chip_k, faces, sink_k, is_stated
    (whether a point's temperature is its source's own).
    """
    need_columns(table, AREA_COLUMNS, "radiator_area_by_temperature")
    curves, points, own = (table[table["what"] == kind] for kind in ("curve", "published", "ours"))
    if own.empty or curves.empty:
        raise DrawingError("radiator_area_by_temperature: the table has no rows of `curve` or of `ours`")
    check_known("heat", [*curves["item"], *own["item"]])
    check_known("radiators", points["item"])
    figure = new_figure(5.0)
    axes = figure.subplots()
    for item, curve in curves.groupby("item", sort=False):
        axes.plot(curve["temperature_k"], curve["m2_per_kw"], color=colour_of("heat", item), lw=1.8)
    _published(axes, points)
    axes.plot(own["temperature_k"], own["m2_per_kw"], "D", ms=8, color=colour_of("heat", "ours"), mec="white", zorder=7)
    axes.set_yscale("log")
    known = table.loc[table["what"] != "curve"]
    hottest = max(HOTTEST_K, known["temperature_k"].max() + 8)
    room = ROOM_FOR_NAMES * (hottest - HOTTEST_K)
    axes.set_xlim(min(COLDEST_K - room, known["temperature_k"].min() - 8), hottest)
    axes.set_ylim(min(LEAST_AREA, known["m2_per_kw"].min() / 1.3), max(MOST_AREA, 1.3 * known["m2_per_kw"].max()))
    ticks = [t for t in AREA_TICKS if axes.get_ylim()[0] <= t <= axes.get_ylim()[1]]
    axes.set_yticks(ticks, [f"{t:g}" for t in ticks])
    axes.tick_params(axis="y", which="minor", length=0, labelleft=False)
    axes.set_xlabel("mean radiating temperature [K]")
    axes.set_ylabel("panel per kW of heat [m²/kW], logarithmic")
    faces = f"{own['faces'].iloc[0]:g} faces"
    axes.set_title(f"Panel that a kW of heat needs; curves: {faces}, coating of this satellite", fontsize=9)
    _chip_axis(axes, curves[curves["item"] == "this_orbit"])
    figure.legend(handles=_area_handles(curves), loc="outside lower center", ncols=2)
    stand = {row.item: f"{spoken(row.m2_per_kw)} m²/kW at {row.temperature_k:.0f} K" for row in table.itertuples()}
    said = "; ".join(f"{name_of('radiators', item)} {stand[item]}" for item in points["item"])
    ours = "; ".join(stand[item] for item in own["item"])
    return described(figure, f"Curves of panel per kW by temperature, logarithmic. This satellite: {ours}. Published: {said}.")


def _area_handles(curves: pd.DataFrame) -> list:
    sinks = curves.groupby("item", sort=False)["sink_k"].first()
    lines = [Line2D([], [], color=colour_of("heat", item), lw=1.8, label=f"{name_of('heat', item)}, {sink:.0f} K")
             for item, sink in sinks.items()]  # fmt: skip
    dots = [Line2D([], [], marker="o", ls="", mfc=fill, mec=INK, color=INK, label=label)
            for fill, label in ((INK, "published, two radiating faces"), ("white", "published, one radiating face"))]  # fmt: skip
    spans = [Line2D([], [], color=FAINT, lw=1.4, ls=dashes, label=label)
             for dashes, label in (("-", "temperatures that its source states"),
                                   ((0, (1, 1.5)), "none stated: from empty sky to assumed surroundings"))]  # fmt: skip
    ours = Line2D([], [], marker="D", ls="", ms=7, color=colour_of("heat", "ours"), label=name_of("heat", "ours"))
    return [*lines, ours, *dots, *spans]


@in_house_style
def one_orbit_of_temperature(table: pd.DataFrame) -> Figure:
    """Temperatures through the turn of the year with the longest eclipse: a panel that is both, and a radiator.

    Columns: panel (array_and_radiator, radiator), mass (light, heavy), kg_per_m2, minute, temperature_k, is_lit, eclipse_min.
    """
    need_columns(table, ORBIT_COLUMNS, "one_orbit_of_temperature")
    check_known("heat", [*table["panel"], *table["mass"]])
    figure = new_figure(4.0)
    axes = figure.subplots()
    dark = table.loc[~table["is_lit"].astype(bool), "minute"]
    if len(dark):
        axes.axvspan(dark.min(), dark.max(), color="#D9D9D9", lw=0)
    said = []
    lines = {key: line for key, line in table.groupby(["panel", "mass"], sort=False)}
    lines = {key: lines[key] for key in sorted(lines, key=lambda key: (key[0], list(DASHES).index(key[1])))}
    for (panel, mass), line in lines.items():
        axes.plot(line["minute"], line["temperature_k"], color=colour_of("heat", panel), ls=DASHES[mass])
        low, high = line["temperature_k"].min(), line["temperature_k"].max()
        said.append(f"{name_of('heat', panel)}, {line['kg_per_m2'].iloc[0]:g} kg/m²: {low:.0f} to {high:.0f} K")
    axes.set_xlim(0, table["minute"].max())
    low, high = table["temperature_k"].min(), table["temperature_k"].max()
    axes.set_ylim(low - 12, high + 12)
    axes.set_xlabel("minutes since the place nearest the Sun")
    axes.set_ylabel("temperature [K]")
    right = axes.secondary_yaxis("right", functions=(lambda k: k - FREEZING_K, lambda c: c + FREEZING_K))
    right.set_ylabel("[°C]")
    right.spines["right"].set_visible(True)
    handles = []
    for (panel, mass), line in lines.items():
        label = f"{name_of('heat', panel)}, {line['kg_per_m2'].iloc[0]:g} kg/m²"
        handles.append(Line2D([], [], color=colour_of("heat", panel), ls=DASHES[mass], label=label))
    shadow = f"shadow, {table['eclipse_min'].iloc[0]:.1f} min" if len(dark) else "never in shadow"
    handles.append(Patch(facecolor="#D9D9D9" if len(dark) else "white", label=shadow))
    figure.legend(handles=handles, loc="outside upper center", ncols=3)
    return described(figure, f"Lines through one orbit; {shadow}. {'; '.join(said)}.")
