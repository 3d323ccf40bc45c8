"""Writes data/series/climate_hours.csv, climate_design.csv and climate_hottest_days.csv from the hourly years of weather/.

Hours of a typical year by bins of dry bulb and wet bulb, 2 K each, with the means within each bin; the year's highest
values and those exceeded in 0.4, 1 and 2 % of its hours; the 24 hours of the day with the highest mean dry bulb and of the
day with the highest mean wet bulb. Wet bulbs by psychrolib (ASHRAE Handbook Fundamentals 2017) from dry bulb, dew point
and pressure of the same hour.
"""

import csv
import gzip
from pathlib import Path

import numpy as np
import psychrolib

SERIES = Path(__file__).parents[1] / "data" / "series"
BIN_K = 2.0
HOURS_PER_DAY = 24
EXCEEDED_PERCENT = (0.4, 1.0, 2.0)
PA_PER_HPA = 100.0
HOURS_COLUMNS = (
    "station_id", "dry_bulb_low_degc", "wet_bulb_low_degc", "hours_per_year", "dry_bulb_mean_degc", "wet_bulb_mean_degc",
)  # fmt: skip
DESIGN_COLUMNS = (
    "station_id", "dry_bulb_highest_degc", "dry_bulb_exceeded_35_hours_degc", "dry_bulb_exceeded_88_hours_degc",
    "dry_bulb_exceeded_175_hours_degc", "wet_bulb_highest_degc", "wet_bulb_exceeded_35_hours_degc",
    "wet_bulb_exceeded_88_hours_degc", "wet_bulb_exceeded_175_hours_degc", "pressure_mean_hpa",
)  # fmt: skip
DAY_COLUMNS = "station_id", "hottest_by", "hour", "dry_bulb_degc", "wet_bulb_degc"


def year_of(station_id: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Dry bulb, dew point and pressure of every hour of a station's year."""
    with gzip.open(SERIES / "weather" / f"{station_id}.csv.gz", "rt", encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    names = ("dry_bulb_degc", "dew_point_degc", "pressure_hpa")
    return tuple(np.array([float(row[name]) for row in rows]) for name in names)


def wet_bulbs_of(dry: np.ndarray, dew: np.ndarray, pressure: np.ndarray) -> np.ndarray:
    """Wet bulb of every hour; hours with the same three values are computed once."""
    hours = np.column_stack([dry, np.minimum(dew, dry), pressure])
    kinds, place = np.unique(hours, axis=0, return_inverse=True)
    wet = [psychrolib.GetTWetBulbFromTDewPoint(t, dew_point, hpa * PA_PER_HPA) for t, dew_point, hpa in kinds]
    return np.minimum(np.array(wet)[place.ravel()], dry)


def bins_of(dry: np.ndarray, wet: np.ndarray) -> list[tuple[str, ...]]:
    """Rows of one station: edges of the bin, hours in it, and the means of dry and wet bulb over them."""
    edges = np.column_stack([np.floor(dry / BIN_K), np.floor(wet / BIN_K)]) * BIN_K
    kinds, place = np.unique(edges, axis=0, return_inverse=True)
    place = place.ravel()
    hours = np.bincount(place)
    means = [np.bincount(place, weights=values) / hours for values in (dry, wet)]
    rows = zip(kinds, hours, *means, strict=True)
    return [(f"{low:g}", f"{under:g}", f"{count}", f"{mean:.2f}", f"{below:.2f}") for (low, under), count, mean, below in rows]


def design_of(dry: np.ndarray, wet: np.ndarray, pressure: np.ndarray) -> list[str]:
    """The year's highest dry and wet bulb, what is exceeded in a share of its hours, and the mean pressure."""
    row = []
    for values in (dry, wet):
        exceeded = [np.sort(values)[-1 - round(values.size * percent / 100)] for percent in EXCEEDED_PERCENT]
        row += [f"{value:.1f}" for value in (values.max(), *exceeded)]
    return [*row, f"{pressure.mean():.0f}"]


def hottest_days_of(dry: np.ndarray, wet: np.ndarray) -> list[tuple[str, ...]]:
    """The hours of the days with the highest mean dry bulb and the highest mean wet bulb."""
    days = {name: values.reshape(-1, HOURS_PER_DAY) for name, values in (("dry_bulb", dry), ("wet_bulb", wet))}
    rows = []
    for name, values in days.items():
        day = values.mean(axis=1).argmax()
        hours = zip(days["dry_bulb"][day], days["wet_bulb"][day], strict=True)
        rows += [(name, f"{hour}", f"{t:.1f}", f"{under:.2f}") for hour, (t, under) in enumerate(hours, start=1)]
    return rows


def write(name: str, columns: tuple[str, ...], rows: list) -> None:
    """One table of data/series/."""
    with (SERIES / name).open("w", encoding="utf-8", newline="") as handle:
        table = csv.writer(handle, lineterminator="\n")
        table.writerow(columns)
        table.writerows(rows)


def main() -> None:
    """Writes the three tables for every station of weather_stations.csv."""
    psychrolib.SetUnitSystem(psychrolib.SI)
    with (SERIES / "weather_stations.csv").open(encoding="utf-8", newline="") as handle:
        stations = [row["station_id"] for row in csv.DictReader(handle)]
    hours, design, days = [], [], []
    for station in stations:
        dry, dew, pressure = year_of(station)
        wet = wet_bulbs_of(dry, dew, pressure)
        hours += [(station, *row) for row in bins_of(dry, wet)]
        design.append((station, *design_of(dry, wet, pressure)))
        days += [(station, *row) for row in hottest_days_of(dry, wet)]
    write("climate_hours.csv", HOURS_COLUMNS, hours)
    write("climate_design.csv", DESIGN_COLUMNS, design)
    write("climate_hottest_days.csv", DAY_COLUMNS, days)


if __name__ == "__main__":
    main()
