"""Series and grids of `data/series/` as arrays that the model takes as inputs, by name.

A grid's file is a tidy table: its axes' columns first, then what stands on them, one row per point. Here it becomes one
array per axis and one per value, shaped as the axes are ordered. Each file is read once, when a quantity first asks.
"""

import csv
import gzip
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from earth_or_orbit import climate, facts
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
        "orbit_population.csv",
        {"shell_low_km": "shell_low_axis_km"},
        {
            "shell_high_km": "shell_high_grid_km",
            "satellites_count": "shell_satellites_grid_count",
            "starlink_count": "shell_starlinks_grid_count",
            "debris_count": "shell_debris_grid_count",
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
    Grid(
        "solar_supply.csv",
        {
            "place_number": "solar_place_axis_count",
            "solar_mw_per_mw": "solar_axis_mw_per_mw",
            "storage_h": "storage_axis_h",
        },
        {
            "unserved_energy_frac": "unserved_energy_grid_frac",
            "unserved_hours_frac": "unserved_hours_grid_frac",
            "curtailed_frac": "curtailed_grid_frac",
            "cycles_per_year": "storage_cycles_grid_count_per_year",
        },
    ),
    Grid(
        "solar_storage_needed.csv",
        {
            "place_number": "contour_place_axis_count",
            "reliability_frac": "contour_reliability_axis_frac",
            "solar_mw_per_mw": "contour_solar_axis_mw_per_mw",
        },
        {"storage_h": "storage_needed_grid_h"},
    ),
)
CITIES = "cities.csv"
CITY_COLUMNS = {"city_latitude_deg": "latitude_deg", "city_longitude_deg": "longitude_deg"}
SOLAR_PLACES = "solar_places.csv"
SOLAR_PLACE_COLUMNS = {
    "solar_place_latitude_deg": "latitude_deg",
    "solar_place_longitude_deg": "longitude_deg",
    "solar_station_latitude_deg": "station_latitude_deg",
    "solar_station_longitude_deg": "station_longitude_deg",
    "solar_place_capacity_factor_frac": "capacity_factor_frac",
}
SOLAR_PLACE_FILE_COLUMNS = (
    "place_number", "place", "kind", "latitude_deg", "longitude_deg", "elevation_m", "station_id", "station", "state",
    "station_latitude_deg", "station_longitude_deg", "distance_km", "utc_offset_h", "capacity_factor_frac",
)  # fmt: skip
CLIMATE = climate.FILE
OF_PLACES = {name: CITIES for name in CITY_COLUMNS} | {name: SOLAR_PLACES for name in SOLAR_PLACE_COLUMNS}
FILES = OF_PLACES | {name: CLIMATE for name in climate.NAMES} | {
    name: grid.file for grid in GRIDS for name in (*grid.axes.values(), *grid.values.values())
}
NAMES = tuple(FILES)
PRICES, MASSES = "launch_price_history.csv", "spacex_mass_by_year.csv"
PRICE_KINDS = ("list", "contract", "reported", "rideshare", "customer_actual", "internal", "aspirational")
PRICE_COLUMNS = (
    "year", "vehicle", "kind", "curve", "low", "central", "high", "unit", "payload_kg", "dollar_year", "source_id", "locator",
    "note",
)  # fmt: skip
MASS_COLUMNS = (
    "year", "falcon_1_launches", "falcon_9_launches", "falcon_heavy_launches", "payload_mass_kg", "through", "source_id",
    "locator", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LaunchPrice:
    """One row of the history of launch prices: as published, per launch with its payload or per kilogram."""

    year: int
    vehicle: str
    kind: str
    curve: str
    low: float | None
    central: float
    high: float | None
    unit: str
    payload_kg: float | None
    dollar_year: int
    source_id: str
    locator: str
    note: str

    def per_kg(self, value: float | None) -> float:
        """One of its values per kilogram, in dollars of its own year; nan where there is none."""
        if value is None:
            return np.nan
        return value / self.payload_kg if self.payload_kg else value


@dataclass(frozen=True, slots=True)
class FlownMass:
    """One year of one operator: launches of each vehicle and the payload that they carried."""

    year: int
    launches: int
    payload_mass_kg: float
    through: str
    source_id: str


def array(name: str, root: Path | None = None) -> np.ndarray:
    """The input of this name. Raises FactError if its file is missing, incomplete or holds no number."""
    base = root or facts.root_folder()
    if FILES[name] == CITIES:
        return np.array([row[CITY_COLUMNS[name]] for row in facts.cities(base)])
    if FILES[name] == SOLAR_PLACES:
        return np.array([float(row[SOLAR_PLACE_COLUMNS[name]]) for row in solar_places(base)])
    if FILES[name] == CLIMATE:
        return climate.array(name, base)
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


def launch_prices(data: facts.Data) -> list[LaunchPrice]:
    """The history of launch prices, in file order. Raises FactError at the first row that cannot be used."""
    return [_price(row, place, data) for place, row in _rows(data.root, PRICES, PRICE_COLUMNS)]


def _price(row: dict[str, str], place: str, data: facts.Data) -> LaunchPrice:
    low, central, high, payload = (_value(row[c], place, c) for c in ("low", "central", "high", "payload_kg"))
    if row["kind"] not in PRICE_KINDS:
        raise FactError(f"{place}, column kind: {row['kind']!r} is not allowed; it must be one of {', '.join(PRICE_KINDS)}")
    if central is None or not (low or central) <= central <= (high or central):
        raise FactError(f"{place}, column central: {row['central']!r} is not allowed; low <= central <= high is needed")
    if (row["unit"], payload is not None) not in (("USD", True), ("USD/kg", False)):
        raise FactError(f"{place}, column unit: {row['unit']!r} is not allowed; USD with a payload_kg or USD/kg without one")
    if row["source_id"] not in data.sources:
        raise FactError(f"{place}, column source_id: {row['source_id']!r} is not in data/sources.csv")
    if int(row["dollar_year"]) not in data.price_index:
        raise FactError(f"{place}, column dollar_year: {row['dollar_year']} has no index in data/series/price_index.csv")
    numbers = (low, central, high, row["unit"], payload, int(row["dollar_year"]))
    words = (row["source_id"], row["locator"], row["note"])
    return LaunchPrice(int(row["year"]), row["vehicle"], row["kind"], row["curve"], *numbers, *words)


def solar_places(root: Path | None = None) -> list[dict[str, str]]:
    """The places whose sun was simulated, by number: each site and each weather station, with the station behind it."""
    base = root or facts.root_folder()
    found = [row for _, row in _rows(base, SOLAR_PLACES, SOLAR_PLACE_FILE_COLUMNS)]
    for number, row in enumerate(found):
        if row["place_number"] != str(number):
            place = f"data/series/{SOLAR_PLACES} row {number + 2}, column place_number"
            raise FactError(f"{place}: {row['place_number']!r} is not allowed; {number} is needed")
    return found


def solar_output(place_number: int, root: Path | None = None) -> np.ndarray:
    """AC output of a solar plant per rated AC power at a place, hour by hour of its station's standard time."""
    name = f"solar/{place_number}.csv.gz"
    path = (root or facts.root_folder()) / "data" / "series" / name
    if not path.is_file():
        raise FactError(f"data/series/{name}: file is missing; places are numbered in data/series/{SOLAR_PLACES}")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return np.loadtxt(file, skiprows=1)


def flown_masses(root: Path | None = None) -> list[FlownMass]:
    """What SpaceX flew in each year, in file order. Raises FactError if a year is missing or repeated."""
    made = []
    for place, row in _rows(root or facts.root_folder(), MASSES, MASS_COLUMNS):
        launches = sum(int(row[c]) for c in MASS_COLUMNS if c.endswith("_launches"))
        mass = _value(row["payload_mass_kg"], place, "payload_mass_kg", least=0.0)
        if made and int(row["year"]) != made[-1].year + 1:
            raise FactError(f"{place}, column year: {row['year']} is not allowed; {made[-1].year + 1} is needed")
        made.append(FlownMass(int(row["year"]), launches, mass or 0.0, row["through"], row["source_id"]))
    return made


def _rows(root: Path, name: str, columns: tuple[str, ...]) -> list[tuple[str, dict[str, str]]]:
    """Rows of a series with the place of each, for messages."""
    path = root / "data" / "series" / name
    if not path.is_file():
        raise FactError(f"data/series/{name}: file is missing")
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != columns:
            found = ", ".join(reader.fieldnames or ["none"])
            raise FactError(f"data/series/{name}: the columns are {found}; needed are {', '.join(columns)}")
        return [(f"data/series/{name} row {number}", row) for number, row in enumerate(reader, start=2)]


def _value(text: str, place: str, column: str, least: float | None = None) -> float | None:
    """A cell's number, above 0 or from `least`; None for an empty cell."""
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = np.nan
    if not (np.isfinite(value) and (value > 0 if least is None else value >= least)):
        wanted = "a number above 0" if least is None else f"a number from {least:g}"
        raise FactError(f"{place}, column {column}: {text!r} is not allowed; {wanted} is needed")
    return value
