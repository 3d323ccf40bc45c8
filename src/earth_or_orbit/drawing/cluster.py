"""A planar cluster in free fall: its members at some moments of an orbit, and the distances of neighbours."""

import math
from fractions import Fraction

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse, Patch

from earth_or_orbit.drawing.names import check_known, colour_of, name_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.drawing.style import described, in_house_style, need_columns, new_figure

POSITION_COLUMNS = ("phase_frac", "satellite", "row", "column", "along_m", "radial_m", "cluster_radius_m", "ellipse_axis_ratio")
DISTANCE_COLUMNS = ("phase_frac", "pair", "least_m", "greatest_m", "published_least_m", "published_greatest_m")
STEPS = {"one_side": (1, 0), "other_side": (0, 1)}  # a neighbour's place in the lattice: rows up, columns ahead
ROOM = 1.12  # panels reach this much beyond the cluster
PANELS_A_ROW = 2
MOST_PARTS = 48  # finer shares of an orbit are written as decimals


def _link_ends(panel: pd.DataFrame, step: tuple[int, int]) -> np.ndarray:
    """Both ends of every link between lattice neighbours, shape (links, 2, 2), in metres."""
    places = {(row.row, row.column): (row.along_m, row.radial_m) for row in panel.itertuples()}
    pairs = [(end, places.get((r + step[0], c + step[1]))) for (r, c), end in places.items()]
    return np.array([(start, finish) for start, finish in pairs if finish is not None]).reshape(-1, 2, 2)


def _outermost(table: pd.DataFrame) -> int:
    """The member that is farthest ahead when the lattice stands upright."""
    return int(table.loc[table["along_m"][table["phase_frac"] == table["phase_frac"].min()].idxmax(), "satellite"])


def _panel(axes: Axes, panel: pd.DataFrame, outermost: int) -> None:
    radius, ratio = panel["cluster_radius_m"].iloc[0], panel["ellipse_axis_ratio"].iloc[0]
    bound = Ellipse((0, 0), 2 * radius, 2 * radius / ratio, fill=False, ls=(0, (4, 2)), lw=0.9)
    bound.set_edgecolor(colour_of("cluster", "bound"))
    axes.add_patch(bound)
    for side, step in STEPS.items():
        axes.add_collection(LineCollection(_link_ends(panel, step), colors=colour_of("cluster", side), lw=0.8, zorder=1.5))
    axes.plot(panel["along_m"], panel["radial_m"], "o", ms=2.6, color=colour_of("cluster", "satellite"), zorder=2.5)
    for key, one in (("centre", (panel["row"] == 0) & (panel["column"] == 0)), ("outermost", panel["satellite"] == outermost)):
        axes.plot(panel.loc[one, "along_m"], panel.loc[one, "radial_m"], "o", ms=5, color=colour_of("cluster", key), zorder=3)
    axes.set_aspect("equal")
    axes.set_xlim(-ROOM * radius, ROOM * radius)
    axes.set_ylim(-ROOM * radius / ratio, ROOM * radius / ratio)
    axes.set_xticks([-radius, 0, radius], [f"{-radius:,.0f}".replace("-", "−"), "0", f"{radius:,.0f}"])
    axes.set_yticks([-radius / ratio, 0, radius / ratio])
    axes.grid(False)


def _moment(phase_frac: float) -> str:
    """A share of an orbit in words: `start`, `1/12 orbit`, `0.3 orbit`."""
    if phase_frac == 0:
        return "start"
    share = Fraction(float(phase_frac)).limit_denominator(MOST_PARTS)
    return f"{share} orbit" if math.isclose(share, phase_frac, rel_tol=1e-6) else f"{spoken(phase_frac)} orbit"


@in_house_style
def cluster_motion(table: pd.DataFrame) -> Figure:
    """Where every member of a planar cluster is at some moments of an orbit, and its links to its neighbours.

    Columns: phase_frac, satellite, row, column (place in the lattice), along_m, radial_m, cluster_radius_m,
    ellipse_axis_ratio. The frame turns with the central satellite: the Earth is below, the flight goes to the right.
    """
    need_columns(table, POSITION_COLUMNS, "cluster_motion")
    check_known("cluster", ("satellite", "centre", "outermost", "bound", *STEPS))
    moments = sorted(table["phase_frac"].unique())
    rows = -(-len(moments) // PANELS_A_ROW)
    figure = new_figure(0.9 + 1.75 * rows)
    panels = figure.subplots(rows, PANELS_A_ROW, sharex=True, sharey=True, squeeze=False).ravel()
    outermost = _outermost(table)
    for axes, phase in zip(panels, moments, strict=False):
        _panel(axes, table[table["phase_frac"] == phase], outermost)
        axes.set_title(_moment(phase), fontsize=9)
        axes.tick_params(labelbottom=True, labelleft=True)
    for axes in panels[len(moments) :]:
        axes.axis("off")
    figure.legend(handles=_motion_handles(), loc="outside upper center", ncols=2)
    figure.supxlabel("along the track, flight to the right [m]", fontsize=9)
    figure.supylabel("height above the central satellite [m]", fontsize=9)
    size = f"{table['satellite'].nunique()} satellites within {spoken(table['cluster_radius_m'].iloc[0])} m"
    moved = (
        "The lattice shears inside a bound that stands still: links that are short at the start are long a quarter orbit later"
    )
    return described(figure, f"Small panels of one size: {size}, at {', '.join(map(_moment, moments))}. {moved}.")


def _motion_handles() -> list[Line2D]:
    dots = [
        Line2D([], [], marker="o", ls="", ms=size, color=colour_of("cluster", key), label=name_of("cluster", key))
        for key, size in (("satellite", 2.6), ("centre", 5), ("outermost", 5))
    ]
    links = [Line2D([], [], lw=1.4, color=colour_of("cluster", side), label=name_of("cluster", side)) for side in STEPS]
    edge = Line2D([], [], lw=0.9, ls=(0, (4, 2)), color=colour_of("cluster", "bound"), label=name_of("cluster", "bound"))
    return [*dots, *links, edge]


@in_house_style
def neighbour_distances(table: pd.DataFrame) -> Figure:
    """Distance of neighbours in a planar cluster through one orbit, beside what its authors print.

    Columns: phase_frac, pair (one_side, other_side, rising, falling, any), least_m, greatest_m, published_least_m,
    published_greatest_m. Of `any` only the least distance is drawn.
    """
    need_columns(table, DISTANCE_COLUMNS, "neighbour_distances")
    pairs = list(dict.fromkeys(table["pair"]))
    check_known("cluster", (*pairs, "published"))
    figure = new_figure(3.6)
    axes = figure.subplots()
    low, high = (float(table[f"published_{end}_m"].iloc[0]) for end in ("least", "greatest"))
    axes.axhspan(low, high, color=colour_of("cluster", "published"), lw=0)
    for pair in pairs:
        own, colour = table[table["pair"] == pair], colour_of("cluster", pair)
        if pair == "any":
            axes.plot(own["phase_frac"], own["least_m"], ls=(0, (1, 1.5)), lw=2, color=colour, zorder=3)
            continue
        axes.fill_between(own["phase_frac"], own["least_m"], own["greatest_m"], color=colour, lw=1.6)
    near = table[table["pair"] != "any"]
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1.08 * near["greatest_m"].max())
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "1/4", "1/2", "3/4", "1"])
    axes.set_xlabel("share of an orbit since the lattice stood upright")
    axes.set_ylabel("distance [m]")
    lines = [Line2D([], [], color=colour_of("cluster", p), lw=2 if p == "any" else 1.6, label=name_of("cluster", p),
                    ls=(0, (1, 1.5)) if p == "any" else "-") for p in pairs]  # fmt: skip
    band = Patch(facecolor=colour_of("cluster", "published"), label=f"{name_of('cluster', 'published')}, {low:g} to {high:g} m")
    figure.legend(handles=[*lines, band], loc="outside upper center", ncols=2)
    ends = [(p, spoken(g["least_m"].min()), spoken(g["greatest_m"].max())) for p, g in near.groupby("pair", sort=False)]
    words = "; ".join(f"{name_of('cluster', pair)} {least} to {greatest} m" for pair, least, greatest in ends)
    printed = f"Published for direct neighbours: {low:g} to {high:g} m"
    return described(figure, f"Lines through one orbit, two swings each. {words}. {printed}.")
