"""The books' rule for what is bought again, taken down and left over: one for accelerators, buildings, satellites, plants."""

import numpy as np

from earth_or_orbit.constants import Array


def _generation_shares(horizon_years: Array, service_years: Array) -> list[tuple[int, Array]]:
    """Generations after the first that start inside the horizon, each with the share of its life that falls in it."""
    lives = np.asarray(horizon_years / service_years, dtype=float)
    most = int(np.ceil(np.nanmax(lives))) if np.isfinite(lives).any() else 1
    return [(number, np.clip(lives - number, 0, 1)) for number in range(1, most)]


def refresh_ratio(horizon_years: Array, service_years: Array, discount_rate_frac: Array) -> Array:
    """Present value of later sets of a thing, per dollar of the first set. [ratio]

    refresh_ratio = Σₖ min(1, H/L − k) · (1 + r)^(−k·L), k = 1, 2, … < H/L
    The last set is charged by the share of its life that falls in the horizon.
    Source: the books' refresh rule, the same on both sides.
    Check: refresh_ratio(15, 6, 0.0) = 1.5 (0.01%)
    """
    total = 0.0 * np.asarray(horizon_years * service_years * discount_rate_frac)
    for number, share in _generation_shares(horizon_years, service_years):
        total = total + share * (1 + discount_rate_frac) ** (-number * service_years)
    return total[()]


def retirement_ratio(horizon_years: Array, service_years: Array, discount_rate_frac: Array) -> Array:
    """Present value of taking down each set at its end, per dollar of taking down one. [ratio]

    retirement_ratio = Σₖ share · (1 + r)^(−min((k+1)·L, H)), k = 0, 1, … < H/L; whatever stands goes at the horizon's end
    Source: the books' refresh rule, the same on both sides.
    Check: retirement_ratio(15, 5, 0.0) = 3 (0.01%)
    """
    first_end = np.minimum(service_years, horizon_years)
    total = (1 + discount_rate_frac) ** -np.asarray(first_end, dtype=float)
    for number, share in _generation_shares(horizon_years, service_years):
        end_years = np.minimum((number + 1) * service_years, horizon_years)
        total = total + share * (1 + discount_rate_frac) ** -end_years
    return total[()]


def residual_ratio(horizon_years: Array, service_years: Array, discount_rate_frac: Array) -> Array:
    """Present value of what is left of the first set at the horizon's end, per dollar of it. [ratio]

    residual_ratio = max(0, 1 − H/L) · (1 + r)^−H; a straight line, and nothing for a set whose life is shorter
    Source: the books: residual value is credited at the end.
    Check: residual_ratio(15, 30, 0.0) = 0.5 (0.01%)
    """
    return np.maximum(0, 1 - horizon_years / service_years) * (1 + discount_rate_frac) ** -horizon_years


def capital_recovery_frac_per_year(lifetime_years: Array, discount_rate_frac: Array) -> Array:
    """Equal yearly payment that repays one unit of capital with its return over a life, at each year's end. [1/year]

    a = r / (1 − (1 + r)^−L), 1 / L where r is 0
    Source: annuity.
    Check: capital_recovery_frac_per_year(30, 0.07) = 0.080586 (0.01%)
    Check: capital_recovery_frac_per_year(20, 0) = 0.05 (0.01%)
    """
    rate = np.asarray(discount_rate_frac, dtype=float)
    flat = np.abs(rate) < 1e-9  # structure: below this the formula loses its digits and the limit is exact to nine
    safe = np.where(flat, 1.0, rate)
    return np.where(flat, 1 / lifetime_years, safe / (1 - (1 + safe) ** -np.asarray(lifetime_years, dtype=float)))[()]
