"""Writes data/series/air_density.csv: density and atomic oxygen by altitude and solar activity, from NRLMSISE-00.

The mean over the globe (by area), the day and the year of what a satellite flies through; F10.7 of the day and its
81-day mean are equal, and the geomagnetic Ap rises with them.
"""

import csv
from pathlib import Path

import numpy as np
import pymsis

TABLE = Path(__file__).parents[1] / "data" / "series" / "air_density.csv"
HEADER = "altitude_km", "solar_radio_flux_sfu", "air_density_kg_per_m3", "atomic_oxygen_count_per_m3"

ALTITUDES_KM = (*range(300, 1000, 50), *range(1000, 2001, 100))
AP_OF_FLUX = {70: 4, 100: 8, 140: 15, 180: 20, 230: 30}  # solar minimum to the months of a strong maximum

# Not the newest MSIS: versions 2.0 and 2.1 ask for NRL's leave before commercial use.
NRLMSISE_00 = 0
AP_INDICES = 7  # only the first, the daily one, is used
LATITUDES_DEG = np.arange(-87.5, 90, 5)
LONGITUDES_DEG = np.arange(0, 360, 30)
DATES = np.array([f"2015-{month:02}-15T{hour:02}" for month in range(1, 13) for hour in (0, 6, 12, 18)], dtype="datetime64[h]")
NUMBERS = pymsis.Variable.MASS_DENSITY, pymsis.Variable.O


def global_means(solar_flux_sfu: float, ap: float) -> np.ndarray:
    """Density in kg/m3 and atomic oxygen per m3, by altitude."""
    count = len(DATES)
    activity = {"f107s": [solar_flux_sfu] * count, "f107as": [solar_flux_sfu] * count, "aps": [[ap] * AP_INDICES] * count}
    air = pymsis.calculate(DATES, LONGITUDES_DEG, LATITUDES_DEG, ALTITUDES_KM, version=NRLMSISE_00, **activity)
    # In double precision and in one order, so that the table keeps its bytes.
    by_latitude = air[..., list(NUMBERS)].astype(float).mean(axis=(0, 1))
    return np.average(by_latitude, axis=0, weights=np.cos(np.radians(LATITUDES_DEG)))


def main() -> None:
    """Writes the table."""
    found = {flux: global_means(flux, ap) for flux, ap in AP_OF_FLUX.items()}
    rows = [
        (altitude, flux, *(f"{value:.4g}" for value in means[i]))
        for i, altitude in enumerate(ALTITUDES_KM)
        for flux, means in found.items()
    ]
    with TABLE.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle, lineterminator="\n").writerows([HEADER, *rows])


if __name__ == "__main__":
    main()
