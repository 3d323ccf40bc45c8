"""Objects in low orbit by altitude, from two catalogues of orbital elements; writes data/series/orbit_population.csv.

Satellites, working or dead, are those of June 2026; rocket stages and debris those of July 2022, the newest complete
catalogue that could be had. An object counts in each shell of 50 km by the share of its time that it spends there. `make
fields` does not run this: the two files of element sets (2.5 and 3.8 MB) are not in this repository. See fields/README.md.
"""

import csv
import sys
from pathlib import Path

import numpy as np

GRAVITY_KM3_PER_S2, EARTH_RADIUS_KM, DAY_S = 398_600.4418, 6378.137, 86_400.0
EDGES_KM = np.arange(300.0, 2001.0, 50.0)
ANOMALIES = (np.arange(400) + 0.5) / 400 * np.pi  # eccentric, half a turn
TARGET = Path(__file__).resolve().parents[1] / "data" / "series" / "orbit_population.csv"


def elements(path: str) -> list[tuple[str, float, float]]:
    """Name, eccentricity and turns a day of every object of a file of three-line element sets."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    starts = [i for i in range(len(lines) - 2) if lines[i].startswith("0 ") and lines[i + 2].startswith("2 ")]
    return [(lines[i][2:].strip(), float(f"0.{lines[i + 2][26:33].strip()}"), float(lines[i + 2][52:63])) for i in starts]


def by_shell(objects: list[tuple[str, float, float]]) -> np.ndarray:
    """Objects in each shell, by their time in it."""
    found = np.zeros(len(EDGES_KM) - 1)
    for _, eccentricity, turns in objects:
        axis_km = (GRAVITY_KM3_PER_S2 / (turns * 2 * np.pi / DAY_S) ** 2) ** (1 / 3)
        nearness = 1 - eccentricity * np.cos(ANOMALIES)  # the radius over the axis, and the time that each step takes
        found += np.histogram(axis_km * nearness - EARTH_RADIUS_KM, EDGES_KM, weights=nearness / nearness.sum())[0]
    return found


def is_debris(name: str) -> bool:
    """Whether the catalogue's name is that of debris or of a rocket stage."""
    return " DEB" in name or " R/B" in name


def main(satellites_file: str, catalogue_file: str) -> None:
    """Read both files and write the table."""
    satellites = [o for o in elements(satellites_file) if not is_debris(o[0])]
    starlink = [o for o in satellites if o[0].startswith("STARLINK")]
    debris = [o for o in elements(catalogue_file) if is_debris(o[0])]
    columns = [by_shell(objects) for objects in (satellites, starlink, debris)]
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        write = csv.writer(file, lineterminator="\n")
        write.writerow(["shell_low_km", "shell_high_km", "satellites_count", "starlink_count", "debris_count"])
        for low, high, *counts in zip(EDGES_KM[:-1], EDGES_KM[1:], *columns, strict=True):
            write.writerow([f"{low:.0f}", f"{high:.0f}", *(f"{count:.1f}" for count in counts)])


if __name__ == "__main__":
    main(*sys.argv[1:3])
