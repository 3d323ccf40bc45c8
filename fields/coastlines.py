"""Writes data/series/outlines/coastlines.csv: the world's coasts, simplified, as a background for maps.

`python fields/coastlines.py land-110m.json`, the file of that name in the npm package world-atlas 2.0.2 (`npm pack
world-atlas@2.0.2`): Natural Earth's land at 1:110 million, which is in the public domain.
"""

import csv
import hashlib
import json
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np

TABLE = Path(__file__).parents[1] / "data" / "series" / "outlines" / "coastlines.csv"
HEADER = "longitude_deg", "latitude_deg", "ring"
SHA256 = "ead5f68119c49a9250902e7da303bcb209341bbb8fefe7369a439b48b704658a"
SIMPLIFIED_DEG = 0.25  # a point nearer than this to the line between its neighbours is left out
DECIMALS = 1
HALF_TURN = 180
FEWEST_POINTS = 4  # a ring that closes


def rings(topology: dict) -> list[np.ndarray]:
    """Every outer and inner ring of the land, in degrees. Arcs are stored as steps on a whole-number grid."""
    scale, shift = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    arcs = [np.cumsum(arc, axis=0) * scale + shift for arc in topology["arcs"]]
    pieces = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in range(-len(arcs), len(arcs))]  # ~i: the arc backwards
    polygons = [polygon for land in topology["objects"]["land"]["geometries"] for polygon in land["arcs"]]
    return [np.concatenate([pieces[i + len(arcs)] for i in ring]) for polygon in polygons for ring in polygon]


def simplified(line: np.ndarray) -> np.ndarray:
    """Douglas and Peucker: the farthest point stays if it lies off the chord, and both halves are treated likewise."""
    start, end = line[0], line[-1]
    chord = end - start
    length = np.hypot(*chord)
    away = line - start
    off = np.abs(chord[0] * away[:, 1] - chord[1] * away[:, 0]) / length if length > 0 else np.hypot(*away.T)
    farthest = int(off.argmax())
    if off[farthest] <= SIMPLIFIED_DEG:
        return np.array([start, end])
    return np.concatenate([simplified(line[: farthest + 1])[:-1], simplified(line[farthest:])])


def within_the_map(ring: np.ndarray) -> list[np.ndarray]:
    """The ring cut at 180 degrees, each part with longitudes from -180 to 180; one that goes round a pole is led to it."""
    steps = (np.diff(ring[:, 0]) + HALF_TURN) % (2 * HALF_TURN) - HALF_TURN
    longitude = ring[0, 0] + np.concatenate([[0], np.cumsum(steps)])
    line = np.stack([longitude, ring[:, 1]], axis=1)
    if abs(longitude[-1] - longitude[0]) > HALF_TURN:
        pole = np.copysign(90, ring[:, 1].mean())
        line = np.concatenate([line, [[longitude[-1], pole], [longitude[0], pole], line[0]]])
    parts = []
    for turn in (-2 * HALF_TURN, 0, 2 * HALF_TURN):
        part = cut(cut(line + np.array([turn, 0]), HALF_TURN, 1), -HALF_TURN, -1)
        parts += [part] if len(part) else []
    return parts


def cut(line: np.ndarray, limit_deg: float, side: int) -> np.ndarray:
    """What of a closed line lies west (side 1) or east (side -1) of a longitude, closed along it."""
    kept = []
    for here, there in pairwise(line):
        inside, next_inside = (side * point[0] <= side * limit_deg for point in (here, there))
        if inside:
            kept.append(here)
        if inside != next_inside:
            share = (limit_deg - here[0]) / (there[0] - here[0])
            kept.append(np.array([limit_deg, here[1] + share * (there[1] - here[1])]))
    return np.array([*kept, kept[0]]) if kept else np.empty((0, 2))


def main() -> None:
    """Writes the table."""
    content = Path(sys.argv[1]).read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256:
        raise SystemExit(f"{sys.argv[1]} is not land-110m.json of world-atlas 2.0.2")
    kept = [simplified(part) for ring in rings(json.loads(content)) for part in within_the_map(ring)]
    kept = [ring for ring in kept if len(ring) >= FEWEST_POINTS]
    with TABLE.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(HEADER)
        for number, ring in enumerate(kept, 1):
            writer.writerows((f"{x:.{DECIMALS}f}", f"{y:.{DECIMALS}f}", number) for x, y in ring)


if __name__ == "__main__":
    main()
