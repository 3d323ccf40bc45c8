"""Writes the Sun's supply of every place: what a plant makes each hour, and what plant and store leave unserved.

`python fields/solar_supply.py`, with pvlib. Places are the coordinates of every file in `scenarios/sites/` and every weather
station. A site takes the nearest station's year, moved to its coordinates. Four tables of `data/series/`: `solar_places.csv`
(who, where, which station, how far), `solar/<place_number>.csv.gz` (AC output per rated AC power, hour by hour, so that the
dispatch runs again without pvlib), `solar_supply.csv` (unserved and curtailed energy by plant and store) and
`solar_storage_needed.csv` (the store with which a plant meets a reliability).
"""

import csv
import gzip
from functools import lru_cache

import numpy as np
import plant_output
from pvlib.location import lookup_altitude

from earth_or_orbit import facts, scenario, units
from earth_or_orbit.quantities import fibre
from earth_or_orbit.quantities import storage_dispatch as dispatch

SERIES = plant_output.SERIES
PLACE_COLUMNS = (
    "place_number", "place", "kind", "latitude_deg", "longitude_deg", "elevation_m", "station_id", "station", "state",
    "station_latitude_deg", "station_longitude_deg", "distance_km", "utc_offset_h", "capacity_factor_frac",
)  # fmt: skip
SUPPLY_COLUMNS = (
    "place_number", "solar_mw_per_mw", "storage_h",
    "unserved_energy_frac", "unserved_hours_frac", "curtailed_frac", "cycles_per_year",
)  # fmt: skip
SOLAR_MW_PER_MW = (0, 0.5, *np.arange(1, 6.1, 0.5), 7, 8, 9, 10, 12, 14, 16, 18, 20, 24, 28, 32, 36, 40)
STORAGE_H = (0, 2, 4, 6, 8, *range(10, 25), 26, 28, 32, 36, 40, 48, 60, 72, 96, 120, 160, 200, 250, 300)
CONTOUR_COLUMNS = "place_number", "reliability_frac", "solar_mw_per_mw", "storage_h"
RELIABILITIES = (0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9999)
CONTOUR_SOLAR_MW_PER_MW = (*np.arange(2, 12, 0.25), *np.arange(12, 20, 0.5), *range(20, 41))
NOT_REACHED_H = 9999
HALVINGS = 8
DESIGNS_AT_ONCE = 400  # for the memory of the machine
STORE = "grid_battery"


@lru_cache(maxsize=8)
def store(name: str) -> float:
    """A parameter of the store, in the unit of its name."""
    data = facts.load()
    (row,) = (row for row in data.rows(STORE, name) if row.quantity == name)
    return units.convert(row.central, row.unit, data.quantity(name).unit)


def sites() -> dict[tuple[float, float], list[str]]:
    """Names of the site files by coordinates: phases of one campus share them."""
    data = facts.load()
    found: dict[tuple[float, float], list[str]] = {}
    for path in sorted((facts.root_folder() / "scenarios" / "sites").glob("*.yml")):
        picks = scenario.read_side("ground", path.stem, "demonstrated", data).picks
        if {"campus_latitude_deg", "campus_longitude_deg"} <= picks.keys():
            where = tuple(picks[f"campus_{axis}_deg"].fact.central for axis in ("latitude", "longitude"))
            found.setdefault(where, []).append(path.stem)
        else:
            print(f"{path.stem}: no coordinates, left out")
    return found


def places() -> list[dict[str, object]]:
    """Every place with its nearest station; the sites first, each group by name."""
    known = plant_output.stations()
    at = np.array([(float(s["latitude_deg"]), float(s["longitude_deg"])) for s in known])
    rows = []
    for (latitude, longitude), names in sorted(sites().items(), key=lambda item: item[1]):
        far = fibre.great_circle_distance_km(latitude, longitude, at[:, 0], at[:, 1])
        elevation = lookup_altitude(latitude, longitude)
        rows.append((" ".join(names), "site", latitude, longitude, elevation, known[far.argmin()], far.min()))
    for station in sorted(known, key=lambda s: s["station"]):
        where = float(station["latitude_deg"]), float(station["longitude_deg"])
        rows.append((station["station"], "station", *where, float(station["elevation_m"]), station, 0.0))
    return [place(number, *row) for number, row in enumerate(rows)]


def place(
    number: int, name: str, kind: str, latitude: float, longitude: float, elevation: float, station: dict[str, str], far: float
) -> dict[str, object]:
    """One row of the table of places."""
    values = (
        number, name, kind, latitude, longitude, round(float(elevation)), station["station_id"], station["station"],
        station["state"], station["latitude_deg"], station["longitude_deg"], f"{far:.1f}", station["utc_offset_h"],
    )  # fmt: skip
    return dict(zip(PLACE_COLUMNS, values, strict=False))


def hours_at(row: dict[str, object]) -> np.ndarray:
    """AC output at a place, rounded as it is committed."""
    station = next(s for s in plant_output.stations() if s["station_id"] == row["station_id"])
    weather = plant_output.weather_of(str(row["station_id"]))
    return plant_output.output_at(row["latitude_deg"], row["longitude_deg"], float(row["elevation_m"]), station, weather).round(4)


def responses(output: np.ndarray) -> np.ndarray:
    """Unserved energy and hours, curtailment and cycles at every point of the axes, by solar and then by storage."""
    round_trip, system = store("storage_round_trip_frac"), store("storage_system_h")
    hourly, out = output[:, None], []
    points = np.array([(solar, size) for solar in SOLAR_MW_PER_MW for size in STORAGE_H], dtype=float)
    for some in np.array_split(points, len(points) // DESIGNS_AT_ONCE + 1):
        solar, size = some.T
        stored = dispatch.stored_by_hour_h(dispatch.store_flow_by_hour_mw_per_mw(hourly, solar, size, round_trip, system), size)
        short = dispatch.unserved_by_hour_frac(hourly, solar, stored)
        lost = dispatch.curtailed_frac(hourly, solar, dispatch.charged_by_hour_mw_per_mw(stored, round_trip))
        energy = dispatch.unserved_energy_frac(short)
        gap = abs(dispatch.energy_gap_frac(hourly, solar, stored, round_trip, lost, energy))
        if gap.max() > 1e-9:
            raise SystemExit(f"energy is made or lost: {gap.max():g} of the load at {solar[gap.argmax()]:g} MW per MW")
        out.append(np.column_stack((energy, dispatch.unserved_hours_frac(short), lost, dispatch.cycles_per_year(stored, size))))
    return np.concatenate(out).reshape(len(SOLAR_MW_PER_MW), len(STORAGE_H), 4)


def unserved(output: np.ndarray, solar: np.ndarray, size: np.ndarray) -> np.ndarray:
    """Unserved energy of designs given one by one."""
    round_trip, system, hourly, out = store("storage_round_trip_frac"), store("storage_system_h"), output[:, None], []
    for some in np.array_split(np.arange(len(solar)), len(solar) // DESIGNS_AT_ONCE + 1):
        flow = dispatch.store_flow_by_hour_mw_per_mw(hourly, solar[some], size[some], round_trip, system)
        short = dispatch.unserved_by_hour_frac(hourly, solar[some], dispatch.stored_by_hour_h(flow, size[some]))
        out.append(dispatch.unserved_energy_frac(short))
    return np.concatenate(out)


def contour(output: np.ndarray) -> np.ndarray:
    """Storage needed by every plant size for every reliability, by halving between points of the storage axis. [h]

    Unserved energy falls with storage, so the first point of the axis that is good enough and the one before it enclose
    the answer; eight halvings of at most 50 h leave 0.2 h, of the usual 1 to 4 h a hundredth.
    """
    solar, levels = np.array(CONTOUR_SOLAR_MW_PER_MW), np.array(RELIABILITIES)
    size = np.array(STORAGE_H, dtype=float)
    at_points = unserved(output, np.repeat(solar, len(size)), np.tile(size, len(solar))).reshape(len(solar), -1)
    good = at_points[None] <= 1 - levels[:, None, None] + 1e-12
    reached = good.any(axis=2)
    first = good.argmax(axis=2)
    high, low = size[first], size[np.maximum(first - 1, 0)]
    plants = np.broadcast_to(solar, high.shape)
    most = np.broadcast_to(1 - levels[:, None], high.shape)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        enough = np.zeros(high.shape, dtype=bool)
        enough[reached] = unserved(output, plants[reached], middle[reached]) <= most[reached] + 1e-12
        high, low = np.where(enough, middle, high), np.where(enough, low, middle)
    return np.where(reached, high, NOT_REACHED_H)


def shown(value: float, digits: int) -> str:
    """A number short enough for a table of many rows."""
    return f"{value:.{digits}f}".rstrip("0").rstrip(".") or "0"


def write(name: str, columns: tuple[str, ...], rows: list[tuple]) -> None:
    """A tidy table of `data/series/`."""
    with (SERIES / name).open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle, lineterminator="\n").writerows([columns, *rows])


def main() -> None:
    """Writes the tables."""
    folder = SERIES / "solar"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.csv.gz"):
        old.unlink()
    rows, supply, needed = places(), [], []
    for row in rows:
        output = hours_at(row)
        row["capacity_factor_frac"] = f"{output.mean():.4f}"
        lines = "\n".join(("solar_output_frac", *(shown(value, 4) for value in output))) + "\n"
        (folder / f"{row['place_number']}.csv.gz").write_bytes(gzip.compress(lines.encode(), mtime=0))
        found = responses(output)
        for i, solar in enumerate(SOLAR_MW_PER_MW):
            for j, size in enumerate(STORAGE_H):
                energy, hours, lost, cycles = found[i, j]
                numbers = shown(energy, 6), shown(hours, 5), shown(lost, 4), shown(cycles, 1)
                supply.append((row["place_number"], f"{solar:g}", f"{size:g}", *numbers))
        for level, sizes in zip(RELIABILITIES, contour(output), strict=True):
            pairs = zip(CONTOUR_SOLAR_MW_PER_MW, sizes, strict=True)
            needed += [(row["place_number"], f"{level:g}", f"{plant:g}", shown(size, 2)) for plant, size in pairs]
        print(row["place_number"], row["place"], row["station"], row["distance_km"], row["capacity_factor_frac"], flush=True)
    write("solar_places.csv", PLACE_COLUMNS, [tuple(row[c] for c in PLACE_COLUMNS) for row in rows])
    write("solar_supply.csv", SUPPLY_COLUMNS, supply)
    write("solar_storage_needed.csv", CONTOUR_COLUMNS, needed)


if __name__ == "__main__":
    main()
