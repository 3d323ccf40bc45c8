"""Writes data/series/cell_fluence.csv: what the belts do to solar cells, as electrons of 1 MeV that do the same damage.

Fluxes are those of trapped_dose.py. Each particle counts by its energy with the damage coefficients of the JPL handbook
behind the cover glass, read from data/series/cell_damage.csv; damage through the back of the cell is not counted, as in
the handbook. Solar protons are not in it.
"""

import csv
from pathlib import Path

import belts
import numpy as np
from trapped_dose import ALTITUDES_KM, ELECTRON_MODEL, INCLINATIONS_DEG, LATITUDES_DEG, PROTON_MODELS, latitude_means

SERIES = Path(__file__).parents[1] / "data" / "series"
TABLE = SERIES / "cell_fluence.csv"
COEFFICIENTS = SERIES / "cell_damage.csv"
CELLS = ("silicon", "arsenide")
HEADER = (
    "solar_maximum_share_frac",
    "altitude_km",
    "inclination_deg",
    *(f"{cell}_electron_count_per_m2_year" for cell in CELLS),
)

# 10 MeV protons on a bare cell, in electrons of 1 MeV that take as much of the maximum power (JPL 82-69, JPL 96-9).
PROTON_TO_ELECTRON = {"silicon": 3000, "arsenide": 1000}
MIL_MM = 0.0254
GLASS_MM = 0.1  # 100 micrometres of cover glass, about 4 mil: between the handbook's columns of 3 and 6 mil
CM2_PER_M2 = 1e4
STEPS = 2000


def coefficients() -> dict[tuple[str, str], tuple[np.ndarray, np.ndarray]]:
    """Energies and coefficients behind the glass by (cell, particle); linear in thickness between two columns."""
    with COEFFICIENTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = {}
    for cell in CELLS:
        for particle in ("electron", "proton"):
            table = [row for row in rows if (row["cell"], row["particle"]) == (cell, particle)]
            energy = np.array([float(row["energy_mev"]) for row in table])
            thin, thick = (np.array([float(row[f"behind_{mil}_mil"]) for row in table]) for mil in (3, 6))
            share = (GLASS_MM / MIL_MM - 3) / (6 - 3)
            found[cell, particle] = energy, (1 - share) * thin + share * thick
    return found


def equivalent_fluence(model: str, flux: np.ndarray, energy: np.ndarray, coefficient: np.ndarray) -> float:
    """Damage of an integral spectrum in a year, per m2: each step of the spectrum times the coefficient at its energy."""
    energies = belts.ENERGIES[model]
    if not flux.any():
        return 0.0
    grid = np.geomspace(energies[0], energies[-1], STEPS)
    integral = np.exp(np.interp(np.log(grid), np.log(energies), np.log(np.maximum(flux, belts.NOTHING))))
    middle = np.sqrt(grid[1:] * grid[:-1])
    damage = np.interp(middle, energy, coefficient, left=0.0, right=coefficient[-1])
    return float(np.sum(-np.diff(integral) * damage) * belts.SECONDS_PER_YEAR * CM2_PER_M2)


def fluences(altitude_km: float) -> dict[tuple[int, float], list[float]]:
    """Fluence of each kind of cell by (solar share, inclination) at one altitude."""
    damage = coefficients()
    means = {model: latitude_means(model, altitude_km) for model in (*PROTON_MODELS.values(), ELECTRON_MODEL)}
    found = {}
    for angle in INCLINATIONS_DEG:
        spectra = {model: belts.orbit_mean(mean, LATITUDES_DEG, angle) for model, mean in means.items()}
        for share, model in PROTON_MODELS.items():
            found[share, angle] = [
                PROTON_TO_ELECTRON[cell] * equivalent_fluence(model, spectra[model], *damage[cell, "proton"])
                + equivalent_fluence(ELECTRON_MODEL, spectra[ELECTRON_MODEL], *damage[cell, "electron"])
                for cell in CELLS
            ]
    return found


def main() -> None:
    """Writes the table."""
    found = {altitude: fluences(altitude) for altitude in ALTITUDES_KM}
    table = [
        (share, altitude, angle, *(f"{value:.4g}" for value in found[altitude][share, angle]))
        for share in PROTON_MODELS
        for altitude in ALTITUDES_KM
        for angle in INCLINATIONS_DEG
    ]
    with TABLE.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle, lineterminator="\n").writerows([HEADER, *table])


if __name__ == "__main__":
    main()
