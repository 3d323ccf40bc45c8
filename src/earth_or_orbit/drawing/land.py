"""Land to scale: power by definition, four rings, campuses beside Manhattan, rings over a place, and where they are."""

import itertools
import math
import textwrap

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Patch, PathPatch, Rectangle
from matplotlib.path import Path as Line
from matplotlib.ticker import LogLocator

from earth_or_orbit.drawing.campuses import FIVE_KINDS
from earth_or_orbit.drawing.maps import SCALE_BARS_KM
from earth_or_orbit.drawing.names import check_known, colour_of, name_of
from earth_or_orbit.drawing.numbers import spoken
from earth_or_orbit.drawing.style import FAINT, INK, described, in_house_style, need_columns, new_figure

RINGS = ("buildings", "campus", "energy_supply", "fuel_chain")
ROW_INCHES = 0.27
RING_MARKS = {"buildings": "s", "campus": "o", "energy_supply": "D", "fuel_chain": "^"}
WHOLE = {"facecolor": "#E4E4E4", "edgecolor": "#8A8A8A", "lw": 0.6}
SLOT_KM, GAP_KM, LABEL_KM, SHELF_KM = 7.8, 0.9, 3.9, 55.0  # widths of the shelves on which squares stand
M_PER_KM = 1000.0
EAST_FROM_KM, COLUMN_KM, COLUMN_TOP_KM, LABELS_APART_KM = 330.0, 2380.0, 2950.0, 118.0  # labels of the map
KM_PER_DOT = 1.3  # how far a dot of one megawatt reaches on the map; areas grow with power
LEADER = {"arrowstyle": "-", "color": "#B0B0B0", "lw": 0.5, "shrinkB": 2}
KEY_MW = (100, 1000, 5000)  # dots of the map's key
LEAST_RADIUS_KM = 0.05  # a disc smaller than this would not be seen


def _rings_of(outline: pd.DataFrame) -> list[np.ndarray]:
    return [ring[["x_m", "y_m"]].to_numpy(dtype=float) / M_PER_KM for _, ring in outline.groupby("ring", sort=True)]


def _scale_bar(axes: Axes, left: float, bottom: float, width: float) -> None:
    length = max(bar for bar in (*SCALE_BARS_KM, 200, 500, 1000) if bar <= max(0.25 * width, SCALE_BARS_KM[0]))
    axes.plot([left, left + length], [bottom] * 2, color=INK, lw=2.2, solid_capstyle="butt")
    axes.annotate(f"{length:g} km", (left + length / 2, bottom), (0, 3), textcoords="offset points", ha="center",
                  fontsize=8, color=INK)  # fmt: skip


def _site_axis(axes: Axes, sites: list[str], chosen: str) -> None:
    axes.set_yticks(range(len(sites)), [name_of("sites", site) for site in sites], fontsize=8)
    for label, site in zip(axes.get_yticklabels(), sites, strict=True):
        label.set_fontweight("bold" if site == chosen else "normal")
    axes.set_ylim(len(sites) - 0.4, -0.6)
    axes.set_xscale("log")


@in_house_style
def megawatts_by_definition(table: pd.DataFrame) -> Figure:
    """Every published and computed power of every campus, each kind with its own mark, on one logarithmic axis.

    Columns: site, kind, mw, published, used (bool: where the model starts), chosen (bool). Disputed figures stand beside
    each other; open marks are computed.
    """
    need_columns(table, ("site", "kind", "mw", "published", "used", "chosen"), "megawatts_by_definition")
    check_known("sites", table["site"])
    check_known("megawatts", table["kind"])
    order = table.assign(least=table["kind"] != "it_peak").sort_values(["least", "mw"], ascending=[True, False], kind="stable")
    sites = list(dict.fromkeys(order["site"]))
    own = table.loc[table["chosen"], "site"]
    figure = new_figure(1.5 + ROW_INCHES * len(sites))
    axes = figure.subplots()
    start = table[table["used"]].set_index("site")["mw"]
    for row in table.sort_values("published", kind="stable").itertuples():
        if not row.published and math.isclose(row.mw, start.get(row.site, math.nan), rel_tol=1e-9):
            continue  # an announced power read as the utility's stands there already
        place = sites.index(row.site)
        colour = colour_of("sides", "ground") if row.chosen else FAINT
        if row.used:
            axes.plot(row.mw, place, "o", ms=12, mfc="none", mec=INK, mew=0.8)
        axes.plot(row.mw, place, FIVE_KINDS[row.kind][1], ms=5.5, color=colour, mew=1.0,
                  markerfacecolor=colour if row.published else "white")  # fmt: skip
    _site_axis(axes, sites, own.iloc[0] if len(own) else "")
    axes.xaxis.set_major_locator(LogLocator(10, (1, 2, 5)))
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    axes.set_xlabel("power [MW], logarithmic")
    handles = [Line2D([], [], marker=mark, ls="", color=FAINT, label=words) for words, mark in FIVE_KINDS.values()]
    handles.append(Line2D([], [], marker="o", ls="", color=FAINT, markerfacecolor="white", label="open: computed"))
    handles.append(Line2D([], [], marker="o", ls="", ms=11, mfc="none", mec=INK, mew=0.8, label="where the model starts"))
    figure.legend(handles=handles, loc="outside upper center", ncols=4, fontsize=8)
    words = "; ".join(f"{name_of('sites', r.site)} {spoken(r.mw)}" for r in table[table["used"]].itertuples())
    return described(figure, f"Marks on a logarithmic axis, power by kind for {len(sites)} campuses. Starting figures: {words}.")


@in_house_style
def land_in_four_rings(table: pd.DataFrame) -> Figure:
    """Buildings, campus, power plants' sites and fuel chain of every campus on one logarithmic axis of acres.

    Columns: site, ring, acres, manhattan_ratio, chosen (bool). A ring that no source gives is missing.
    """
    need_columns(table, ("site", "ring", "acres", "manhattan_ratio", "chosen"), "land_in_four_rings")
    check_known("sites", table["site"])
    check_known("areas", table["ring"])
    campus = table[table["ring"] == "campus"].sort_values("acres", ascending=False, kind="stable")
    sites, own = list(campus["site"]), campus.loc[campus["chosen"], "site"]
    figure = new_figure(1.4 + ROW_INCHES * len(sites))
    axes = figure.subplots()
    manhattan = (campus["acres"] / campus["manhattan_ratio"]).iloc[0]
    axes.axvline(manhattan, color=FAINT, lw=0.9, ls=(0, (3, 2)))
    axes.annotate(name_of("areas", "manhattan"), (manhattan, 1), (0, 2), xycoords=("data", "axes fraction"),
                  textcoords="offset points", ha="center", fontsize=7.5, color=FAINT)  # fmt: skip
    for site, rows in table.groupby("site", sort=False):
        drawn = rows[rows["acres"] > 0]
        axes.plot([drawn["acres"].min(), drawn["acres"].max()], [sites.index(site)] * 2, color="#DADADA", lw=1.0, zorder=1)
    for row in table[table["acres"] > 0].itertuples():
        axes.plot(row.acres, sites.index(row.site), RING_MARKS[row.ring], ms=5.5, color=colour_of("areas", row.ring), zorder=2)
    _site_axis(axes, sites, own.iloc[0] if len(own) else "")
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    axes.set_xlabel("land [acres], logarithmic")
    handles = [Line2D([], [], marker=RING_MARKS[r], ls="", color=colour_of("areas", r), label=name_of("areas", r)) for r in RINGS]
    figure.legend(handles=handles, loc="outside upper center", ncols=4)
    shown = table[table["chosen"]] if len(own) else campus
    words = "; ".join(f"{name_of('areas', r.ring)} {spoken(r.acres)}" for r in shown.itertuples())
    return described(figure, f"Marks on a logarithmic axis, acres in four rings for {len(sites)} campuses. Chosen one: {words}.")


@in_house_style
def campuses_beside_manhattan(table: pd.DataFrame, outline: pd.DataFrame) -> Figure:
    """Every campus as a square of its land's area beside Manhattan's outline, to one scale; colours say what the land was.

    Columns: site, km2, manhattan_km2, kind, chosen. outline: ring, x_m, y_m in an equal-area projection. The squares are
    no outlines of parcels.
    """
    need_columns(table, ("site", "km2", "manhattan_km2", "kind", "chosen"), "campuses_beside_manhattan")
    need_columns(outline, ("ring", "x_m", "y_m"), "campuses_beside_manhattan")
    check_known("land_kinds", table["kind"])
    rings = _rings_of(outline)
    low, high = np.min([r.min(axis=0) for r in rings], axis=0), np.max([r.max(axis=0) for r in rings], axis=0)
    wide, tall = high - low
    spots = _on_shelves(table.sort_values("km2", ascending=False, kind="stable"))
    bottom = min(spots["bottom"].min() - LABEL_KM, -tall - 2.5)
    width = 1.1 * wide + SHELF_KM
    figure = new_figure(0.4 + 7.0 * (1.5 - bottom) / width)
    axes = figure.subplots()
    paths = [Line(ring - (low[0], high[1]), closed=True) for ring in rings]
    axes.add_patch(PathPatch(Line.make_compound_path(*paths), **WHOLE))
    axes.text(0, -tall - 0.4, f"Manhattan\n{spoken(table['manhattan_km2'].iloc[0])} km²", va="top", fontsize=7.2)
    for spot in spots.itertuples():
        corner, side = (1.1 * wide + spot.left, spot.bottom), math.sqrt(spot.km2)
        edge = {"edgecolor": colour_of("sides", "ground"), "lw": 1.8} if spot.chosen else {"edgecolor": "none"}
        axes.add_patch(Rectangle(corner, side, side, facecolor=colour_of("land_kinds", spot.kind), **edge))
        words = "\n".join([*textwrap.wrap(name_of("sites", spot.site), 14, break_on_hyphens=False), f"{spoken(spot.km2)} km²"])
        axes.text(corner[0], spot.bottom - 0.25, words, va="top", fontsize=6.4, fontweight="bold" if spot.chosen else "normal")
    _scale_bar(axes, 0, bottom + 0.5, 5 / 0.25)
    axes.set_xlim(-0.4, width)
    axes.set_ylim(bottom, 0.6)
    axes.set_aspect("equal")
    axes.axis("off")
    kinds = [k for k in ("greenfield", "taken before", "brownfield", "not in our sources") if (table["kind"] == k).any()]
    handles = [Patch(facecolor=colour_of("land_kinds", k), label=name_of("land_kinds", k)) for k in kinds]
    figure.legend(handles=handles, loc="outside upper center", ncols=2, fontsize=8)
    words = "; ".join(f"{name_of('sites', r.site)} {spoken(r.km2)} km², {r.kind}" for r in spots.itertuples())
    return described(figure, f"Squares of each campus's land beside Manhattan's outline, to one scale. {words}.")


def _on_shelves(table: pd.DataFrame) -> pd.DataFrame:
    """The squares set side by side on shelves from the top, the largest first: left and bottom of each. [km]"""
    left, top, tallest, spots = 0.0, 0.0, 0.0, []
    for row in table.itertuples():
        side = math.sqrt(row.km2)
        slot = max(side + GAP_KM, SLOT_KM)
        if left and left + slot > SHELF_KM:
            left, top, tallest = 0.0, top - tallest - LABEL_KM, 0.0
        spots.append((left, top - side))
        tallest = max(tallest, side)
        left += slot
    lefts, bottoms = zip(*spots, strict=True)
    return table.assign(left=lefts, bottom=bottoms)


def _nested(axes: Axes, middle: tuple[float, float], areas: list[tuple[str, float]], dashed: bool = False) -> float:
    """Discs of growing area around one middle, each ring with its own area; returns the largest radius. [km]"""
    inside, radii = 0.0, []
    for _, km2 in areas:
        inside += km2
        radii.append(max(math.sqrt(inside / math.pi), LEAST_RADIUS_KM))
    for (item, _), radius in sorted(zip(areas, radii, strict=True), key=lambda pair: -pair[1]):
        colour = colour_of("areas", item)
        look = {"fill": False, "edgecolor": colour, "lw": 1.4, "ls": (0, (4, 2))} if dashed else {
            "facecolor": colour, "edgecolor": "white", "lw": 0.5, "alpha": 0.9}  # fmt: skip
        axes.add_patch(Circle(middle, radius, **look))
    return radii[-1] if radii else 0.0


def _inside_out(table: pd.DataFrame) -> list[tuple[str, float]]:
    """The campus without its buildings, plants and fuel chain as rings from the inside out. [km2]"""
    km2 = table[table["group"] == "ground"].set_index("item")["km2"]
    buildings = km2["buildings"] if np.isfinite(km2["buildings"]) else 0.0
    inner = [("buildings", buildings)] if buildings else []
    return [*inner, ("campus", km2["campus"] - buildings), ("energy_supply", km2["energy_supply"]),
            ("fuel_chain", max(km2["fuel_chain"], 0.0))]  # fmt: skip


@in_house_style
def rings_over_a_place(table: pd.DataFrame, outline: pd.DataFrame | None = None) -> Figure:
    """One campus's four rings as discs of equal area over Manhattan or a town, and what the same power takes in orbit.

    table: group (ground, orbit_land, orbit_area, place), item (for the place its name), km2. outline: ring, x_m, y_m of the
    place; without one it is a circle of its area. Areas in orbit are dashed: they are no land and are never added to it.
    """
    need_columns(table, ("group", "item", "km2"), "rings_over_a_place")
    check_known("areas", table.loc[table["group"] != "place", "item"])
    areas = _inside_out(table)
    by_group = {group: list(own[["item", "km2"]].itertuples(index=False, name=None)) for group, own in table.groupby("group")}
    land, aloft = by_group["orbit_land"], by_group["orbit_area"]
    place = table[table["group"] == "place"].iloc[0]
    reach = max(math.sqrt(v / math.pi) for v in (place["km2"], sum(area for _, area in areas)))
    figure = new_figure(4.3)
    axes = figure.subplots()
    reach = max(reach, _draw_place(axes, place["km2"], outline, (reach, reach)))
    _nested(axes, (reach, reach), areas)
    radii = [math.sqrt(sum(a for _, a in land) / math.pi), *(math.sqrt(a / math.pi) for _, a in aloft)]
    step = 2.15 * max([*radii, 0.3 * reach])
    left = 2 * reach + 0.7 * step
    _nested(axes, (left, reach), land)
    for number, (item, km2) in enumerate(aloft, 1):
        _nested(axes, (left + number * step, reach), [(item, km2)], dashed=True)
    texts = [("land for the\norbital side", left), *((f"{name_of('areas', i).replace(' (', f'{chr(10)}(')}\n{spoken(a)} km²",
             left + n * step) for n, (i, a) in enumerate(aloft, 1))]  # fmt: skip
    for text, x in texts:
        axes.text(x, reach - 0.5 * step - 0.05 * reach, text, ha="center", va="top", fontsize=7.2,
                  color=colour_of("sides", "orbit"))  # fmt: skip
    axes.text(reach, -0.04 * reach, f"{place['item']}, {spoken(place['km2'])} km²", ha="center", va="top", fontsize=8)
    right = left + (len(aloft) + 0.55) * step
    _scale_bar(axes, right - 0.5 * reach, 0.05 * reach, reach)
    axes.set_xlim(-0.05 * reach, right + 0.05 * reach)
    axes.set_ylim(-0.18 * reach, 2.05 * reach)
    axes.set_aspect("equal")
    axes.axis("off")
    whole = table[table["group"].isin(("ground", "orbit_land")) & (table["km2"] > 0)]
    handles = [Patch(facecolor=colour_of("areas", r.item), label=f"{name_of('areas', r.item)} {spoken(r.km2)} km²")
               for r in whole.itertuples()]  # fmt: skip
    figure.legend(handles=handles, loc="outside upper center", ncols=2, fontsize=7.5)
    words = "; ".join(f"{name_of('areas', r.item)} {spoken(r.km2)} km²" for r in table[table["group"] != "place"].itertuples())
    return described(figure, f"Discs of equal area over {place['item']}, to one scale. {words}.")


def _draw_place(axes: Axes, km2: float, outline: pd.DataFrame | None, middle: tuple[float, float]) -> float:
    """The outline of a place, or a circle of its area, around a middle; returns how far it reaches. [km]"""
    if outline is None:
        radius = math.sqrt(km2 / math.pi)
        axes.add_patch(Circle(middle, radius, **WHOLE))
        return radius
    rings = _rings_of(outline)
    low, high = np.min([r.min(axis=0) for r in rings], axis=0), np.max([r.max(axis=0) for r in rings], axis=0)
    half = float(np.max(high - low)) / 2
    shift = np.array([half, half]) - (low + high) / 2
    axes.add_patch(PathPatch(Line.make_compound_path(*(Line(ring + shift, closed=True) for ring in rings)), **WHOLE))
    return half


@in_house_style
def campuses_on_the_map(table: pd.DataFrame, outline: pd.DataFrame) -> Figure:
    """Where the campuses are, on an equal-area map of the adjoining states; areas of the dots grow with peak IT power.

    table: site, label (for a town), east_m, north_m, mw, chosen. outline: ring, x_m, y_m of the states.
    """
    need_columns(table, ("site", "label", "east_m", "north_m", "mw", "chosen"), "campuses_on_the_map")
    need_columns(outline, ("ring", "x_m", "y_m"), "campuses_on_the_map")
    figure = new_figure(3.9)
    axes = figure.subplots()
    paths = [Line(ring, closed=True) for ring in _rings_of(outline)]
    axes.add_patch(PathPatch(Line.make_compound_path(*paths), facecolor="#F3F3F3", edgecolor="#B5B5B5", lw=0.5))
    dots = _with_labels(table.assign(x=table["east_m"] / M_PER_KM, y=table["north_m"] / M_PER_KM))
    for row in dots.itertuples():
        town = bool(row.label)
        colour = INK if town else colour_of("sides", "ground") if row.chosen else FAINT
        size = 70 if town else _dot_size(row.mw)
        axes.scatter(row.x, row.y, s=size, marker="*" if town else "o", color=colour, alpha=0.8, linewidths=0, zorder=3)
        leader = {**LEADER, "relpos": (0 if row.text_x >= row.x else 1, 0.5)}
        beside = row.text_y == row.y and row.text_x != COLUMN_KM  # such a label needs no line
        axes.annotate(row.label or name_of("sites", row.site), (row.x, row.y), (row.text_x, row.text_y), ha="left", va="center",
                      fontsize=7, color=colour, fontweight="bold" if row.chosen or town else "normal",
                      arrowprops=None if beside else leader)  # fmt: skip
    xs, ys = (np.concatenate([ring[:, axis] for ring in _rings_of(outline)]) for axis in (0, 1))
    axes.set_xlim(xs.min() - 60, COLUMN_KM + 900)
    axes.set_ylim(ys.min() - 60, ys.max() + 60)
    _scale_bar(axes, xs.min() + 100, ys.min() + 60, 2000)
    axes.set_aspect("equal")
    axes.axis("off")
    handles = [Line2D([], [], marker="o", ls="", color=FAINT, alpha=0.8, mew=0, ms=math.sqrt(_dot_size(mw)), label=f"{mw:,} MW")
               for mw in KEY_MW]  # fmt: skip
    axes.legend(handles=handles, loc="lower right", title="peak IT power", title_fontsize=7.5, fontsize=7.5, labelspacing=0.9)
    words = "; ".join(row.label or name_of("sites", row.site) for row in table.itertuples())
    return described(figure, f"Map of the adjoining states with a dot for each campus, larger with its power: {words}.")


def _dot_size(mw: float) -> float:
    """Area of a campus's dot on the map. [square points]"""
    return 6 + 0.05 * mw


def _with_labels(dots: pd.DataFrame) -> pd.DataFrame:
    """Where each label stands: beside a western dot, in a column beyond the coast for an eastern one, none on another. [km]"""
    east = dots[dots["x"] > EAST_FROM_KM].sort_values("y", ascending=False, kind="stable")
    room = LABELS_APART_KM * (len(east) - 1)
    heights, last = [], math.inf
    for y in np.minimum(east["y"] + room / 4, COLUMN_TOP_KM):
        last = min(y, last - LABELS_APART_KM)
        heights.append(last)
    placed = dots.assign(text_x=dots["x"] + 40 + KM_PER_DOT * np.sqrt(dots["mw"].fillna(0.0)), text_y=dots["y"])
    placed.loc[east.index, "text_x"] = COLUMN_KM
    placed.loc[east.index, "text_y"] = heights
    for first, second in itertools.combinations(placed.index.difference(east.index), 2):
        if np.hypot(*(placed.loc[first, ["x", "y"]] - placed.loc[second, ["x", "y"]]).astype(float)) < LABELS_APART_KM:
            placed.loc[first, "text_y"] -= LABELS_APART_KM * np.sign(placed.loc[second, "y"] - placed.loc[first, "y"])
    return placed
