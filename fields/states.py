"""Writes data/series/outlines/states.csv: the 48 adjoining states of the USA, simplified, as a background for maps.

`python fields/states.py states-10m.json`, the file of that name in the npm package us-atlas 3.0.1 (`npm pack
us-atlas@3.0.1`): cartographic boundaries of the Census Bureau, which are in the public domain. The map is a cone of equal
area (Albers, parallels 29.5 and 45.5 degrees, middle 23 N 96 W, WGS 84), so that areas on it are true.
"""

import csv
import hashlib
import json
import sys
from pathlib import Path

import numpy as np

from earth_or_orbit.quantities.equal_area_map import map_east_m, map_north_m

TABLE = Path(__file__).parents[1] / "data" / "series" / "outlines" / "states.csv"
HEADER = "x_m", "y_m", "ring"
SHA256 = "d76b391ccfa8bff601d51e3e3da5d43a89fa46cd5caca72ce731b383be5596d0"
PARALLELS_DEG, MIDDLE_DEG = (29.5, 45.5), (23.0, -96.0)
SIMPLIFIED_M = 6000.0  # a point nearer than this to the line between its neighbours is left out
ELSEWHERE = {"02", "15", "60", "66", "69", "72", "78"}  # Alaska, Hawaii and the islands
FEWEST_POINTS = 4  # a ring that closes


def projected(arc: np.ndarray) -> np.ndarray:
    """A line in degrees (longitude, latitude) on the map, in metres."""
    longitude, latitude = arc.T
    east = map_east_m(latitude, longitude, *PARALLELS_DEG, MIDDLE_DEG[1])
    return np.stack([east, map_north_m(latitude, longitude, *PARALLELS_DEG, *MIDDLE_DEG)], axis=1)


def simplified(line: np.ndarray) -> np.ndarray:
    """Douglas and Peucker: the farthest point stays if it lies off the chord, and both halves are treated likewise."""
    chord = line[-1] - line[0]
    length = np.hypot(*chord)
    away = line - line[0]
    off = np.abs(chord[0] * away[:, 1] - chord[1] * away[:, 0]) / length if length > 0 else np.hypot(*away.T)
    farthest = int(off.argmax())
    if off[farthest] <= SIMPLIFIED_M:
        return np.array([line[0], line[-1]])
    return np.concatenate([simplified(line[: farthest + 1])[:-1], simplified(line[farthest:])])


def rings(topology: dict) -> list[np.ndarray]:
    """Every ring of the states kept, from arcs that neighbours share, so that no gap opens between them."""
    scale, shift = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    found: list[np.ndarray] = []
    arcs: dict[int, np.ndarray] = {}
    for state in topology["objects"]["states"]["geometries"]:
        if state["id"] in ELSEWHERE:
            continue
        polygons = state["arcs"] if state["type"] == "MultiPolygon" else [state["arcs"]]
        for ring in (ring for polygon in polygons for ring in polygon):
            for index in {i if i >= 0 else ~i for i in ring} - set(arcs):  # ~i: the arc backwards
                degrees = np.cumsum(topology["arcs"][index], axis=0) * scale + shift
                arcs[index] = simplified(projected(degrees))
            found.append(np.concatenate([arcs[i] if i >= 0 else arcs[~i][::-1] for i in ring]))
    return found


def main() -> None:
    """Writes the table."""
    content = Path(sys.argv[1]).read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256:
        raise SystemExit(f"{sys.argv[1]} is not states-10m.json of us-atlas 3.0.1")
    kept = []
    for ring in rings(json.loads(content)):
        rounded = np.round(ring).astype(int)
        moved = np.concatenate([[True], np.any(np.diff(rounded, axis=0) != 0, axis=1)])
        if moved.sum() >= FEWEST_POINTS:
            kept.append(rounded[moved])
    with TABLE.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(HEADER)
        for number, ring in enumerate(kept, 1):
            writer.writerows((x, y, number) for x, y in ring)


if __name__ == "__main__":
    main()
