"""Areas to one scale: real outlines where there is one, squares and circles of equal area elsewhere, always a scale bar."""

import math
import textwrap

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, PathPatch, Rectangle
from matplotlib.path import Path as Line

from earth_or_orbit.drawing.names import check_known, colour_of, name_of
from earth_or_orbit.drawing.numbers import spoken, spoken_range
from earth_or_orbit.drawing.style import INK, described, in_house_style, need_columns, new_figure

MAP_COLUMNS = ("item", "group", "shape", "km2", "low_km2", "high_km2")
LABEL_SHARE = 0.118  # least width of a slot, as a share of the map's width, so that labels do not meet
SCALE_BARS_KM = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)


def _rings(outline: pd.DataFrame) -> list[np.ndarray]:
    return [ring[["x_m", "y_m"]].to_numpy(dtype=float) / 1000 for _, ring in outline.groupby("ring", sort=True)]


def _outline_patch(rings: list[np.ndarray], left_km: float, bottom_km: float, **look: object) -> PathPatch:
    corner = np.min([ring.min(axis=0) for ring in rings], axis=0)
    paths = [Line(ring - corner + (left_km, bottom_km), closed=True) for ring in rings]
    return PathPatch(Line.make_compound_path(*paths), **look)


def _draw_shape(axes: Axes, row: object, left_km: float, bottom_km: float) -> float:
    """One area with the low and high of its range as dashed lines from the same corner; returns the width used."""
    colour = colour_of("areas", row.item)
    side = math.sqrt(row.km2)
    if row.shape == "circle":
        radius = math.sqrt(row.km2 / math.pi)
        middle = (left_km + radius, bottom_km + radius)
        axes.add_patch(Circle(middle, radius, facecolor="none", edgecolor=colour, lw=1.4, ls=(0, (4, 2))))
        return 2 * radius
    axes.add_patch(Rectangle((left_km, bottom_km), side, side, facecolor=colour, edgecolor="none", alpha=0.85))
    ends = [math.sqrt(v) for v in (row.low_km2, row.high_km2) if np.isfinite(v)]
    for end in ends:
        axes.add_patch(Rectangle((left_km, bottom_km), end, end, fill=False, edgecolor=INK, lw=0.7, ls=(0, (3, 2))))
    return max([side, *ends])


def _extent(row: object) -> float:
    if row.shape == "circle":
        return 2 * math.sqrt(row.km2 / math.pi)
    return math.sqrt(max(v for v in (row.km2, row.high_km2) if np.isfinite(v)))


def _area_words(row: object) -> str:
    between = spoken_range(row.low_km2, row.high_km2)
    return f"{spoken(row.km2)} km²" + (f"\n({between})" if between else "")


def _label(axes: Axes, left_km: float, bottom_km: float, row: object) -> None:
    words = "\n".join(textwrap.wrap(name_of("areas", row.item), 14))
    text = f"{words}\n{_area_words(row)}"
    axes.annotate(text, (left_km, bottom_km), (0, -3), textcoords="offset points", va="top", fontsize=6.8, color=INK)


def _row(axes: Axes, rows: pd.DataFrame, left_km: float, bottom_km: float, least_km: float) -> float:
    """Areas side by side on one base line; returns the right end."""
    for row in rows.itertuples():
        used = _draw_shape(axes, row, left_km, bottom_km)
        _label(axes, left_km, bottom_km, row)
        left_km += max(used + 0.02 * least_km / LABEL_SHARE, least_km)  # the same rule as in _width_km
    return left_km


def _scale_bar(axes: Axes, left_km: float, bottom_km: float, width_km: float) -> None:
    length = max(bar for bar in SCALE_BARS_KM if bar <= max(0.22 * width_km, SCALE_BARS_KM[0]))
    axes.plot([left_km, left_km + length], [bottom_km] * 2, color=INK, lw=2.2, solid_capstyle="butt")
    axes.annotate(f"{length:g} km", (left_km + length / 2, bottom_km), (0, 3), textcoords="offset points",
                  ha="center", fontsize=8, color=INK)  # fmt: skip


def _width_km(rows: list[pd.DataFrame], beside_km: float) -> float:
    """Width of a map whose slots are at least as wide as their labels: a fixed point of a rising function."""
    width = beside_km
    for _ in range(200):
        least = LABEL_SHARE * width
        needed = beside_km + max(sum(max(_extent(r) + 0.02 * width, least) for r in part.itertuples()) for part in rows)
        if needed <= width * (1 + 1e-6):
            break
        width = needed
    return width


@in_house_style
def map_to_one_scale(table: pd.DataFrame, outline: pd.DataFrame) -> Figure:
    """Campus, its energy land, Manhattan, Central Park, and what flies, to one scale.

    table: item, group (yardstick, ground, orbit), shape (outline, square, circle), km2, low_km2, high_km2.
    outline: ring, x_m, y_m of the one item whose shape is outline, in an equal-area projection. Zero areas are left out.
    """
    need_columns(table, MAP_COLUMNS, "map_to_one_scale")
    need_columns(outline, ("ring", "x_m", "y_m"), "map_to_one_scale")
    check_known("areas", table["item"])
    drawn = table[table["km2"] > 0]
    rings = _rings(outline)
    low, high = np.min([r.min(axis=0) for r in rings], axis=0), np.max([r.max(axis=0) for r in rings], axis=0)
    wide, tall = high - low
    groups = [drawn[drawn["group"] == group] for group in ("ground", "orbit")]
    park = drawn[drawn["item"] == "central_park"]
    width = _width_km(groups, 1.12 * wide)
    least = LABEL_SHARE * width
    heights = [max(_extent(r) for r in part.itertuples()) for part in groups]
    label_km, head_km = 0.15 * width, 0.045 * width
    step = heights[1] + head_km + label_km
    height = max(tall + label_km, label_km + step + heights[0] + head_km)
    figure = new_figure(min(8.6, 0.35 + 7.0 * (height + 0.02 * width) / width))
    axes = figure.subplots()
    look = {"facecolor": colour_of("areas", "manhattan"), "edgecolor": "#8A8A8A", "lw": 0.6}
    axes.add_patch(_outline_patch(rings, 0, 0, **look))
    whole = drawn[drawn["item"] == "manhattan"].iloc[0]
    axes.annotate(f"{name_of('areas', 'manhattan')}\n{_area_words(whole)}", (0, 0), (0, -3),
                  textcoords="offset points", va="top", fontsize=7.2)  # fmt: skip
    for row in park.itertuples():
        _draw_shape(axes, row, 0.52 * wide, 0.02 * tall)
        axes.annotate(f"{name_of('areas', row.item)}\n{_area_words(row)}", (0.52 * wide, 0), (0, -3),
                      textcoords="offset points", va="top", fontsize=7.2)  # fmt: skip
    start = 1.12 * wide
    for part, base, words in ((groups[1], 0.0, "IN ORBIT, with its land"), (groups[0], step, "LAND ON THE GROUND")):
        side = "orbit" if base == 0 else "ground"
        _row(axes, part, start, base, least)
        top = base + heights[1 if base == 0 else 0] + 0.25 * head_km
        axes.text(start, top, words, fontsize=8, fontweight="bold", color=colour_of("sides", side), va="bottom")
    _scale_bar(axes, 0, height - label_km - 0.02 * height, width)
    axes.set_xlim(-0.01 * width, width)
    axes.set_ylim(-label_km, height - label_km + head_km)
    axes.set_aspect("equal")
    axes.axis("off")
    words = "; ".join(f"{name_of('areas', r.item)} {spoken(r.km2)} km²" for r in drawn.itertuples())
    return described(figure, f"Map to one scale, with a scale bar. {words}.")
