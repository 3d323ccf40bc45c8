"""Writes data/series/anomaly_map.csv and anomaly_share.csv: where trapped protons strike, and how much of it in one place.

The South Atlantic Anomaly of an altitude is here the connected region, around the place of the altitude's highest dose
rate, in which protons leave more than a tenth of that highest rate behind 10 mm of aluminium.
"""

import csv
from pathlib import Path

import belts
import numpy as np

SERIES = Path(__file__).parents[1] / "data" / "series"
MAP_HEADER = "altitude_km", "latitude_deg", "longitude_deg", "proton_rad_per_year"
SHARE_HEADER = "altitude_km", "inclination_deg", "dose_share_frac", "time_share_frac"

MODEL = "AP8-MIN"
ALUMINIUM_MM = (10,)
EDGE_SHARE = 0.1  # of the altitude's highest dose rate
MAP_ALTITUDES_KM = 300, 450, 550, 650, 800, 1000, 1400, 2000
SHARE_ALTITUDES_KM = 300, 400, 450, 500, 550, 600, 650, 700, 800, 900, 1000, 1200, 1400, 1600, 1800, 2000
INCLINATIONS_DEG = tuple(range(0, 91, 5))
LATITUDES_DEG = np.arange(-90, 91, 2.5)
LONGITUDES_DEG = np.arange(-180, 180, 5.0)
MAP_STEP = 2  # every second latitude is on the map: 5 by 5 degrees


def dose_rates(altitude_km: float) -> np.ndarray:
    """Proton dose per year of staying at a place, by latitude and longitude."""
    flux = belts.integral_flux(MODEL, LATITUDES_DEG[:, None], LONGITUDES_DEG[None, :], altitude_km)
    return np.apply_along_axis(lambda spectrum: belts.dose(MODEL, spectrum, ALUMINIUM_MM)[0], -1, flux)


def anomaly(rates: np.ndarray) -> np.ndarray:
    """Whether each place belongs to the anomaly: grown from the highest rate over its four neighbours."""
    above = rates > EDGE_SHARE * rates.max()
    region = rates == rates.max()
    while True:
        grown = region | np.roll(region, 1, axis=1) | np.roll(region, -1, axis=1)  # longitude closes on itself
        grown[1:] |= region[:-1]
        grown[:-1] |= region[1:]
        grown &= above
        if (grown == region).all():
            return region
        region = grown


def shares(rates: np.ndarray, inclination_deg: float) -> tuple[float, float]:
    """The parts of an orbit's proton dose and of its time that fall inside the anomaly."""
    inside = anomaly(rates)
    means = np.stack([rates.mean(axis=1), (rates * inside).mean(axis=1), inside.mean(axis=1)], axis=1)
    dose, dose_inside, time_inside = belts.orbit_mean(means, LATITUDES_DEG, inclination_deg)
    return (dose_inside / dose if dose > 0 else 0.0), time_inside


def main() -> None:
    """Writes both tables."""
    map_rows, share_rows = [], []
    for altitude in SHARE_ALTITUDES_KM:
        rates = dose_rates(altitude)
        if altitude in MAP_ALTITUDES_KM:
            map_rows += [
                (altitude, f"{latitude:g}", f"{longitude:g}", f"{rates[i * MAP_STEP, j]:.4g}")
                for i, latitude in enumerate(LATITUDES_DEG[::MAP_STEP])
                for j, longitude in enumerate(LONGITUDES_DEG)
            ]
        for inclination in INCLINATIONS_DEG:
            share_rows.append((altitude, inclination, *(f"{share:.4f}" for share in shares(rates, inclination))))
        print(f"anomaly at {altitude} km", flush=True)
    for name, header, rows in (("anomaly_map", MAP_HEADER, map_rows), ("anomaly_share", SHARE_HEADER, share_rows)):
        with (SERIES / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
            csv.writer(handle, lineterminator="\n").writerows([header, *rows])


if __name__ == "__main__":
    main()
