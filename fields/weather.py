"""Writes data/series/weather/: an hourly year at every station of data/series/weather_stations.csv, from NREL's TMY3 files.

`python fields/weather.py FOLDER`: the folder holds the 1,020 TMY3 files of NREL (names ending in .tmy3). The table
chooses the stations and names them; where they stand is read from their files again. Hours are in the order of the
file, January first, each ending at the full hour of local standard time.
"""

import csv
import gzip
import io
import sys
from pathlib import Path

SERIES = Path(__file__).parents[1] / "data" / "series"
STATIONS = SERIES / "weather_stations.csv"
STATION_COLUMNS = "station_id", "station", "state", "utc_offset_h", "latitude_deg", "longitude_deg", "elevation_m", "source_id"
SOURCE = "nrel-tmy3"
HOURS_IN_FILE = 8760
COLUMNS = {
    "GHI (W/m^2)": "global_horizontal_w_per_m2",
    "DNI (W/m^2)": "direct_normal_w_per_m2",
    "DHI (W/m^2)": "diffuse_horizontal_w_per_m2",
    "Dry-bulb (C)": "dry_bulb_degc",
    "Dew-point (C)": "dew_point_degc",
    "Pressure (mbar)": "pressure_hpa",
    "Wspd (m/s)": "wind_speed_m_per_s",
}


def station_of(path: Path) -> tuple[str, ...]:
    """What the first line of a TMY3 file says of its station: number, state, offset from UTC, latitude, longitude, elevation."""
    with path.open(encoding="latin-1", newline="") as handle:
        number, _, state, offset, latitude, longitude, elevation = next(csv.reader(handle))
    return number, state, f"{float(offset):g}", latitude, longitude, elevation


def year_of(path: Path) -> str:
    """The hours of a TMY3 file as a table of this project."""
    with path.open(encoding="latin-1", newline="") as handle:
        next(handle)
        rows = list(csv.DictReader(handle))
    if len(rows) != HOURS_IN_FILE:
        raise SystemExit(f"{path.name}: {len(rows)} hours; {HOURS_IN_FILE} are needed")
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS.values())
    table.writerows([f"{float(row[name]):g}" for name in COLUMNS] for row in rows)
    return text.getvalue()


def main() -> None:
    """Writes the table of stations and one compressed table a station."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        raise SystemExit("usage: python fields/weather.py FOLDER, the folder with NREL's files *.tmy3")
    files = {station_of(path)[0]: path for path in sorted(Path(sys.argv[1]).glob("*.tmy3"))}
    with STATIONS.open(encoding="utf-8", newline="") as handle:
        wanted = {row["station_id"]: row["station"] for row in csv.DictReader(handle)}
    folder = SERIES / "weather"
    folder.mkdir(exist_ok=True)
    for number in wanted:
        packed = gzip.compress(year_of(files[number]).encode(), mtime=0)
        (folder / f"{number}.csv.gz").write_bytes(packed)
    with STATIONS.open("w", encoding="utf-8", newline="") as handle:
        table = csv.writer(handle, lineterminator="\n")
        table.writerow(STATION_COLUMNS)
        for number, name in wanted.items():
            table.writerow((number, name, *station_of(files[number])[1:], SOURCE))


if __name__ == "__main__":
    main()
