"""Typical years at weather stations as arrays: where each station stands, and its hours by dry and wet bulb.

The tables are written by fields/climate_hours.py. Stations have different numbers of bins; here each has as many columns as the
longest, the rest with no hours, and behind them the 48 hours of its two hottest days, also with no hours of the year.
"""

import csv
from functools import lru_cache
from pathlib import Path

import numpy as np

from earth_or_orbit import units
from earth_or_orbit.facts import FactError

FILE, DAYS, STATIONS, DESIGN = "climate_hours.csv", "climate_hottest_days.csv", "weather_stations.csv", "climate_design.csv"
NAMES = (
    "station_latitude_axis_deg", "station_longitude_axis_deg", "climate_dry_bulb_grid_k", "climate_wet_bulb_grid_k",
    "climate_time_grid_h",
)  # fmt: skip
HOURS_COLUMNS = ("station_id", "dry_bulb_mean_degc", "wet_bulb_mean_degc", "hours_per_year")
DAY_COLUMNS = ("station_id", "dry_bulb_degc", "wet_bulb_degc")
HOURS_OF_TWO_DAYS = 48  # structure: two days


def array(name: str, root: Path) -> np.ndarray:
    """The input of this name. Raises FactError if a table is missing, lacks a column or leaves a station without hours."""
    folder = root / "data" / "series"
    for file in (FILE, DAYS, STATIONS):
        if not (folder / file).is_file():
            raise FactError(f"data/series/{file}: file is missing")
    return _read(folder, (folder / FILE).stat().st_mtime_ns)[name]


def stations(root: Path) -> list[dict[str, str]]:
    """Rows of data/series/weather_stations.csv, in file order."""
    return _rows(root / "data" / "series" / STATIONS, ("station_id", "station", "latitude_deg", "longitude_deg"))


def design(root: Path) -> list[dict[str, str]]:
    """Rows of data/series/climate_design.csv: highest and exceeded dry and wet bulbs of every station."""
    return _rows(root / "data" / "series" / DESIGN, ("station_id", "wet_bulb_exceeded_35_hours_degc"))


def hours(root: Path, station_id: str) -> np.ndarray:
    """Dry bulb [degC], wet bulb [degC] and hours of every bin of one station's year, one row per bin."""
    rows = _rows(root / "data" / "series" / FILE, HOURS_COLUMNS)
    return np.array([[float(row[name]) for name in HOURS_COLUMNS[1:]] for row in rows if row["station_id"] == station_id])


def _rows(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    if not path.is_file():
        raise FactError(f"data/series/{path.name}: file is missing")
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        missing = [name for name in columns if name not in (reader.fieldnames or ())]
        if missing:
            raise FactError(f"data/series/{path.name}: lacks the column {missing[0]}; needed are {', '.join(columns)}")
        return list(reader)


def _by_station(path: Path, columns: tuple[str, ...]) -> dict[str, np.ndarray]:
    found: dict[str, list[list[float]]] = {}
    for number, row in enumerate(_rows(path, columns), start=2):
        try:
            values = [float(row[name]) for name in columns[1:]]
        except ValueError:
            raise FactError(f"data/series/{path.name} row {number}: numbers are needed in {', '.join(columns[1:])}") from None
        found.setdefault(row["station_id"], []).append(values)
    return {station: np.array(rows) for station, rows in found.items()}


@lru_cache(maxsize=4)
def _read(folder: Path, stamp: int) -> dict[str, np.ndarray]:
    where = _rows(folder / STATIONS, ("station_id", "latitude_deg", "longitude_deg"))
    bins, days = _by_station(folder / FILE, HOURS_COLUMNS), _by_station(folder / DAYS, DAY_COLUMNS)
    widest = max(map(len, bins.values()))
    tables = []
    for row in where:
        station = row["station_id"]
        if station not in bins or len(days.get(station, ())) != HOURS_OF_TWO_DAYS:
            raise FactError(f"data/series/{FILE}: station {station} needs hours there and {HOURS_OF_TWO_DAYS} in {DAYS}")
        own = bins[station]
        filler = np.column_stack([np.tile(own[-1, :2], (widest - len(own), 1)), np.zeros(widest - len(own))])
        two_days = np.column_stack([days[station], np.zeros(HOURS_OF_TWO_DAYS)])
        tables.append(np.vstack([own, filler, two_days]))
    grid = np.array(tables)
    places = [np.array([float(row[name]) for row in where]) for name in ("latitude_deg", "longitude_deg")]
    dry, wet = (units.convert(grid[..., k], "degC", "K") for k in (0, 1))
    return dict(zip(NAMES, (*places, dry, wet, grid[..., 2]), strict=True))
