"""Series and grids of `data/series/` as arrays that the model takes as inputs, by name.

A grid's file is a tidy table: its axes' columns first, then what stands on them, one row per point. Here it becomes one
array per axis and one per value, shaped as the axes are ordered. Each file is read once, when a quantity first asks.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from earth_or_orbit import facts
from earth_or_orbit.facts import FactError


@dataclass(frozen=True, slots=True)
class Grid:
    """One file: its axes' columns and value columns in order, each with the name of the input it becomes."""

    file: str
    axes: dict[str, str]
    values: dict[str, str]


GRIDS = (
    Grid(
        "trapped_dose.csv",
        {
            "solar_maximum_share_frac": "dose_solar_axis_frac",
            "altitude_km": "dose_altitude_axis_km",
            "inclination_deg": "dose_inclination_axis_deg",
            "aluminium_mm": "dose_aluminium_axis_mm",
        },
        {
            "proton_rad_per_year": "trapped_proton_dose_grid_rad_per_year",
            "electron_rad_per_year": "trapped_electron_dose_grid_rad_per_year",
        },
    ),
    Grid(
        "solar_proton_dose.csv",
        {"aluminium_mm": "solar_proton_aluminium_axis_mm"},
        {
            "median_rad_per_year": "solar_proton_median_grid_rad_per_year",
            "mean_rad_per_year": "solar_proton_dose_grid_rad_per_year",
            "ninety_five_percent_rad_per_year": "solar_proton_high_grid_rad_per_year",
        },
    ),
    Grid(
        "cell_fluence.csv",
        {
            "solar_maximum_share_frac": "fluence_solar_axis_frac",
            "altitude_km": "fluence_altitude_axis_km",
            "inclination_deg": "fluence_inclination_axis_deg",
        },
        {
            "silicon_electron_count_per_m2_year": "silicon_fluence_grid_count_per_m2_year",
            "arsenide_electron_count_per_m2_year": "arsenide_fluence_grid_count_per_m2_year",
        },
    ),
    Grid(
        "air_density.csv",
        {"altitude_km": "air_altitude_axis_km", "solar_radio_flux_sfu": "air_solar_flux_axis_sfu"},
        {
            "air_density_kg_per_m3": "air_density_grid_kg_per_m3",
            "atomic_oxygen_count_per_m3": "atomic_oxygen_grid_count_per_m3",
        },
    ),
    Grid(
        "anomaly_share.csv",
        {"altitude_km": "anomaly_altitude_axis_km", "inclination_deg": "anomaly_inclination_axis_deg"},
        {
            "dose_share_frac": "anomaly_dose_share_grid_frac",
            "time_share_frac": "anomaly_time_share_grid_frac",
        },
    ),
)
CITIES = "cities.csv"
CITY_COLUMNS = {"city_latitude_deg": "latitude_deg", "city_longitude_deg": "longitude_deg"}
FILES = {name: CITIES for name in CITY_COLUMNS} | {
    name: grid.file for grid in GRIDS for name in (*grid.axes.values(), *grid.values.values())
}
NAMES = tuple(FILES)


def array(name: str, root: Path | None = None) -> np.ndarray:
    """The input of this name. Raises FactError if its file is missing, incomplete or holds no number."""
    base = root or facts.root_folder()
    if FILES[name] == CITIES:
        return np.array([row[CITY_COLUMNS[name]] for row in facts.cities(base)])
    path = base / "data" / "series" / FILES[name]
    if not path.is_file():
        raise FactError(f"data/series/{FILES[name]}: file is missing")
    return _read(path, path.stat().st_mtime_ns)[name]


def inputs(root: Path | None = None) -> dict[str, np.ndarray]:
    """Every series input by name."""
    return {name: array(name, root) for name in NAMES}


def rows(name: str, root: Path | None = None) -> int:
    """How many rows stand in the file behind an input."""
    path = (root or facts.root_folder()) / "data" / "series" / FILES[name]
    with path.open(encoding="utf-8") as file:
        return sum(1 for _ in file) - 1


@lru_cache(maxsize=16)
def _read(path: Path, stamp: int) -> dict[str, np.ndarray]:
    grid = next(g for g in GRIDS if g.file == path.name)
    place, columns = f"data/series/{path.name}", (*grid.axes, *grid.values)
    with path.open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file), [])
        if tuple(header) != columns:
            raise FactError(f"{place}: the columns are {', '.join(header)}; needed are {', '.join(columns)}")
        try:
            table = np.loadtxt(file, delimiter=",", ndmin=2)
        except ValueError as error:
            raise FactError(f"{place}: {error}; numbers are needed in every cell") from None
    axes = [np.unique(table[:, place]) for place in range(len(grid.axes))]
    shape = tuple(map(len, axes))
    if len(table) != np.prod(shape) or not np.isfinite(table).all():
        raise FactError(f"{place}: {len(table)} rows; {' x '.join(map(str, shape))} points need one finite row each")
    order = np.lexsort(table[:, : len(axes)].T[::-1])
    values = {name: table[order, len(axes) + k].reshape(shape) for k, name in enumerate(grid.values.values())}
    return dict(zip(grid.axes.values(), axes, strict=True)) | values
