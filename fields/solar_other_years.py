"""Writes data/series/solar_other_years.csv: designs sized on one typical year, tried on other years of the same country.

`python fields/solar_other_years.py FOLDER`, with pvlib; the folder holds NREL's 1,020 TMY3 files (*.tmy3) and
`solar_supply.py` has run. Every station within 150 km of a site, and at least the nearest six, lends its typical year, moved
to the site. Two trials: the neighbours' years as they are, and years put together week by week: each calendar week is that
of one of the stations, drawn by lot. The months of those files come from 1976 to 2005, and seldom from the same year.
"""

import csv
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import plant_output
import solar_supply
import weather

from earth_or_orbit import facts, series
from earth_or_orbit.quantities import fibre
from earth_or_orbit.quantities import storage_dispatch as dispatch
from earth_or_orbit.tables import solar_supply as designs

RADIUS_KM, LEAST_STATIONS = 150, 6
AXES = "latitude_deg", "longitude_deg"
YEARS = 400
SEED = 20261125
DAYS_IN_BLOCK = 7
RELIABILITIES = (0.99, 0.999, 0.9999)
ENOUGH_YEARS_FRAC = 0.95
HALVINGS, LARGEST_RATIO = 9, 4.0
COLUMNS = (
    "place_number", "place", "reliability_asked_frac", "solar_mw_per_mw", "storage_h", "years", "years_count", "stations_count",
    "real_months_count", "reliability_low_frac", "reliability_median_frac", "reliability_high_frac", "reliability_worst_frac",
    "years_met_frac", "outage_median_h", "outage_worst_h", "enlarged_ratio",
)  # fmt: skip


def archive(folder: Path) -> list[dict[str, object]]:
    """Stations of the folder, with the file of each."""
    out = []
    for path in sorted(folder.glob("*.tmy3")):
        number, state, offset, latitude, longitude, elevation = weather.station_of(path)
        names = ("station_id", "state", "utc_offset_h", "latitude_deg", "longitude_deg", "elevation_m", "path")
        out.append(dict(zip(names, (number, state, offset, latitude, longitude, elevation, path), strict=True)))
    return out


def read(path: Path) -> tuple[pd.DataFrame, set[tuple[int, int]]]:
    """A TMY3 file's hours, and the real months (year, month) that it is made of."""
    with path.open(encoding="latin-1", newline="") as handle:
        next(handle)
        rows = list(csv.DictReader(handle))
    table = pd.DataFrame({ours: [float(row[theirs]) for row in rows] for theirs, ours in weather.COLUMNS.items()})
    days = [row["Date (MM/DD/YYYY)"].split("/") for row in rows]
    return table, {(int(day[2]), int(day[0])) for day in days}


def neighbours(row: dict[str, str], stations: list[dict[str, object]]) -> tuple[np.ndarray, int]:
    """Output at a place under each neighbour's year, one column each, and how many real months they hold together."""
    latitude, longitude = float(row["latitude_deg"]), float(row["longitude_deg"])
    far = fibre.great_circle_distance_km(latitude, longitude, *(np.array([float(s[axis]) for s in stations]) for axis in AXES))
    within = max(LEAST_STATIONS, int(np.sum(far <= RADIUS_KM)))
    found, months = [], set()
    for at in np.argsort(far)[:within]:
        station = stations[at]
        hours, real = read(station["path"])
        shifted = np.roll(hours.to_numpy(), round(float(row["utc_offset_h"]) - float(station["utc_offset_h"])), axis=0)
        here = {**station, "utc_offset_h": row["utc_offset_h"]}
        table = pd.DataFrame(shifted, columns=hours.columns)
        found.append(plant_output.output_at(latitude, longitude, float(row["elevation_m"]), here, table))
        months |= real
    return np.column_stack(found).round(4), len(months)


def put_together(columns: np.ndarray, lot: np.random.Generator) -> np.ndarray:
    """Years of whole weeks, each from a station drawn by lot."""
    hours = np.arange(len(columns))
    block = np.minimum(hours // 24 // DAYS_IN_BLOCK, 365 // DAYS_IN_BLOCK - 1)
    drawn = lot.integers(columns.shape[1], size=(block[-1] + 1, YEARS))
    return columns[hours[:, None], drawn[block]]


def lived(output: np.ndarray, solar: float, size: float) -> tuple[np.ndarray, np.ndarray]:
    """Reliability and longest outage of one design in every year."""
    round_trip, system = solar_supply.store("storage_round_trip_frac"), solar_supply.store("storage_system_h")
    stored = dispatch.stored_by_hour_h(dispatch.store_flow_by_hour_mw_per_mw(output, solar, size, round_trip, system), size)
    short = dispatch.unserved_by_hour_frac(output, solar, stored)
    return 1 - dispatch.unserved_energy_frac(short), dispatch.longest_outage_h(short)


def enlarged(output: np.ndarray, solar: float, size: float, asked: float) -> float:
    """By how much plant and store have to grow together for 95 of 100 years to meet what was asked; inf beyond fourfold."""
    low, high = 0.5, LARGEST_RATIO
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        met = np.mean(lived(output, middle * solar, middle * size)[0] >= asked - 1e-9)
        low, high = (low, middle) if met >= ENOUGH_YEARS_FRAC else (middle, high)
    return high if high < LARGEST_RATIO else np.inf


def trial(row: dict[str, str], asked: float, kind: str, output: np.ndarray, made_of: tuple[int, int], design: tuple) -> tuple:
    """One row of the table."""
    solar, size = design
    met, outage = lived(output, solar, size)
    low, middle, high = np.percentile(met, (5, 50, 95))
    ratio = enlarged(output, solar, size, asked)
    return (
        row["place_number"], row["place"], f"{asked:g}", f"{solar:g}", f"{size:.2f}", kind, output.shape[1], *made_of,
        *(f"{value:.5f}" for value in (low, middle, high, met.min(), np.mean(met >= asked - 1e-9))),
        f"{np.median(outage):.0f}", f"{outage.max():.0f}", f"{ratio:.3f}" if np.isfinite(ratio) else "",
    )  # fmt: skip


def main() -> None:
    """Writes the table."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        raise SystemExit("usage: python fields/solar_other_years.py FOLDER, the folder with NREL's files *.tmy3")
    stations, data, out = archive(Path(sys.argv[1])), facts.load(), []
    for row in series.solar_places():
        if row["kind"] != "site":
            continue
        columns, months = neighbours(row, stations)
        years = put_together(columns, np.random.default_rng(SEED + int(row["place_number"])))
        for asked in RELIABILITIES:
            design = designs.least_cost_design(data, int(row["place_number"]), asked)
            if not np.isfinite(design).all():
                continue
            made_of = columns.shape[1], months
            out.append(trial(row, asked, "neighbours", columns, made_of, design))
            out.append(trial(row, asked, "put together", years, made_of, design))
            print(*out[-1], flush=True)
    solar_supply.write("solar_other_years.csv", COLUMNS, out)


if __name__ == "__main__":
    main()
