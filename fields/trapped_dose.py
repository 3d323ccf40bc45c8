"""Writes data/series/trapped_dose.csv: dose of trapped particles behind aluminium, by altitude, inclination and cycle.

The flux at a place does not depend on the orbit that passes it. So the spectra are computed once per altitude on
latitudes and longitudes, averaged over longitude, and weighted by the time that a circular orbit of each inclination
spends at each latitude. Minutes instead of the hours that flying every orbit would take.
"""

import csv
from pathlib import Path

import belts
import numpy as np

TABLE = Path(__file__).parents[1] / "data" / "series" / "trapped_dose.csv"
AXES = "solar_maximum_share_frac", "altitude_km", "inclination_deg", "aluminium_mm"
HEADER = *AXES, "proton_rad_per_year", "electron_rad_per_year"

ALTITUDES_KM = (*range(300, 1000, 50), *range(1000, 2001, 100))
INCLINATIONS_DEG = tuple(range(0, 91, 5))
ALUMINIUM_MM = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12, 15, 20)
# Electrons are those of solar maximum in both, as in the published SPENVIS runs: each particle at its worst.
PROTON_MODELS = {0: "AP8-MIN", 1: "AP8-MAX"}
ELECTRON_MODEL = "AE8-MAX"

LATITUDES_DEG = np.arange(-90, 91, 2.0)
LONGITUDES_DEG = np.arange(0, 360, 5.0)


def latitude_means(model: str, altitude_km: float) -> np.ndarray:
    """The integral spectrum at each latitude of the grid, mean of all longitudes."""
    return belts.integral_flux(model, LATITUDES_DEG[:, None], LONGITUDES_DEG[None, :], altitude_km).mean(axis=1)


def doses(altitude_km: float, inclinations_deg: tuple, model: str) -> np.ndarray:
    """Dose per year by inclination and aluminium."""
    by_latitude = latitude_means(model, altitude_km)
    spectra = [belts.orbit_mean(by_latitude, LATITUDES_DEG, inclination) for inclination in inclinations_deg]
    return np.array([belts.dose(model, spectrum, ALUMINIUM_MM) for spectrum in spectra])


def rows() -> list[tuple]:
    """The rows of the table, in the order of its axes."""
    found = {}
    for altitude in ALTITUDES_KM:
        for model in (*PROTON_MODELS.values(), ELECTRON_MODEL):
            found[model, altitude] = doses(altitude, INCLINATIONS_DEG, model)
        print(f"trapped dose at {altitude} km", flush=True)
    return [
        (share, altitude, inclination, depth, *(f"{found[m, altitude][i, k]:.4g}" for m in (model, ELECTRON_MODEL)))
        for share, model in PROTON_MODELS.items()
        for altitude in ALTITUDES_KM
        for i, inclination in enumerate(INCLINATIONS_DEG)
        for k, depth in enumerate(ALUMINIUM_MM)
    ]


def main() -> None:
    """Writes the table."""
    table = rows()
    with TABLE.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle, lineterminator="\n").writerows([HEADER, *table])


if __name__ == "__main__":
    main()
