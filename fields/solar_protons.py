"""Writes data/series/solar_proton_dose.csv: dose of solar protons in a polar low orbit behind aluminium.

The spectrum is that of a published SPENVIS run: ESP-PSYCHIC fluence of seven years (three of them active) at 825 km and
98.8 degrees, with the shelter that the Earth and its field give, not exceeded with 95 % probability. SHIELDOSE-2 turns it
into dose. In that model the fluence of T active years is lognormal with mean T m and relative variance V / T, so a second
run over two active years tells V, and V tells how far the mean and the median lie below the 95 %.
"""

import csv
from pathlib import Path

import belts
import numpy as np

DATA = Path(__file__).parents[1] / "data"
SPECTRUM = DATA / "published" / "solar_protons_825_km.csv"
TABLE = DATA / "series" / "solar_proton_dose.csv"
AXIS = "aluminium_mm"
HEADER = AXIS, "median_rad_per_year", "mean_rad_per_year", "ninety_five_percent_rad_per_year"

ALUMINIUM_MM = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12, 15, 20)
YEARS = 7
ACTIVE_YEARS = 3
OTHER_ACTIVE_YEARS = 2
DEVIATIONS_AT_95 = 1.6449  # of the normal distribution, one-sided
ENERGY_MEV = 63  # about what passes 10 mm and counts most behind it; between 28 and 320 MeV the 95 % is 3.7 to 3.9 means


def high_over_mean(relative_variance: float, active_years: float) -> float:
    """The 95 % fluence over the mean one."""
    spread = np.sqrt(np.log(1 + relative_variance / active_years))
    return np.exp(DEVIATIONS_AT_95 * spread - spread**2 / 2)


def relative_variance(growth: float) -> float:
    """The variance of one active year at which the 95 % fluence grows so much from two active years to three."""
    low, high = 1.0, 1000.0
    while high / low > 1 + 1e-9:
        middle = np.sqrt(low * high)
        ratio = high_over_mean(middle, ACTIVE_YEARS) / high_over_mean(middle, OTHER_ACTIVE_YEARS)
        low, high = (middle, high) if ratio * ACTIVE_YEARS / OTHER_ACTIVE_YEARS < growth else (low, middle)
    return low


def main() -> None:
    """Writes the table."""
    with SPECTRUM.open(encoding="utf-8", newline="") as handle:
        energies, fluence, long, short = np.array([[float(x) for x in row[:4]] for row in list(csv.reader(handle))[1:]]).T
    place = np.flatnonzero(energies == ENERGY_MEV)[0]
    variance = relative_variance(long[place] / short[place])
    mean = 1 / high_over_mean(variance, ACTIVE_YEARS)
    median = mean / np.sqrt(1 + variance / ACTIVE_YEARS)
    high = belts.sphere_dose("p_un", energies, fluence, ALUMINIUM_MM) / YEARS
    rows = [(depth, *(f"{share * d:.4g}" for share in (median, mean, 1))) for depth, d in zip(ALUMINIUM_MM, high, strict=True)]
    with TABLE.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle, lineterminator="\n").writerows([HEADER, *rows])


if __name__ == "__main__":
    main()
