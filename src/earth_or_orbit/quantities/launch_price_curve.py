"""Experience curves fitted to prices of launch: exponent, learning rate, and what they say of prices to come.

Least squares in logarithms. A curve through few points is wide, and its interval says so; t is Student's, for n − 2.
"""

import numpy as np

from earth_or_orbit.constants import Array


def experience_exponent_ratio(cumulative_mass_kg: Array, observed_launch_price_usd_per_kg: Array) -> Array:
    """Exponent of the mass flown in the fitted price, from several pairs. [ratio]

    b = Σ (x − x̄)(y − ȳ) / Σ (x − x̄)², x = ln m, y = ln p: Wright's law p = a m^b. Two pairs at least, with different masses.
    Source: least squares.
    Check: experience_exponent_ratio([1, 2, 4], [100, 80, 64]) = -0.32193 (0.01%)
    """
    x, y = _logs(cumulative_mass_kg, observed_launch_price_usd_per_kg)
    apart = x - x.mean()
    return float((apart * (y - y.mean())).sum() / (apart**2).sum())


def experience_exponent_error_ratio(cumulative_mass_kg: Array, observed_launch_price_usd_per_kg: Array) -> Array:
    """Standard error of the fitted exponent. [ratio]

    σ_b = s / √Σ (x − x̄)², s² = Σ residual² / (n − 2). nan with two pairs, which leave no residual.
    Source: least squares.
    Check: experience_exponent_error_ratio([1, 2, 4, 8], [100, 80, 64, 51.2]) = 0 (0.0001%)
    Check: experience_exponent_error_ratio([1, 2], [100, 80]) = nan (0%)
    """
    x, _ = _logs(cumulative_mass_kg, observed_launch_price_usd_per_kg)
    spread = _residual_spread(cumulative_mass_kg, observed_launch_price_usd_per_kg)
    return float(spread / np.sqrt(((x - x.mean()) ** 2).sum()))


def fitted_learning_rate_frac(experience_exponent_ratio: Array) -> Array:
    """Share that each doubling of the mass flown takes off the price; negative where it rises. [frac]

    r = 1 − 2^b.
    Source: Wright's law.
    Check: fitted_learning_rate_frac(-0.32193) = 0.2 (0.01%)
    """
    return 1 - 2**experience_exponent_ratio


def learning_rate_at_edge_frac(
    experience_exponent_ratio: Array, experience_exponent_error_ratio: Array, student_t_ratio: Array
) -> Array:
    """Learning rate at an edge of its interval; a positive t gives the low edge. [frac]

    r = 1 − 2^(b + t σ_b).
    Source: Student's distribution.
    Check: learning_rate_at_edge_frac(-0.32193, 0, 2) = 0.2 (0.01%)
    Check: learning_rate_at_edge_frac(-0.32193, 0.1, 1) = 0.14257 (0.01%)
    """
    return 1 - 2 ** (experience_exponent_ratio + student_t_ratio * experience_exponent_error_ratio)


def fitted_launch_price_usd_per_kg(
    cumulative_mass_kg: Array, observed_launch_price_usd_per_kg: Array, later_cumulative_mass_kg: Array
) -> Array:
    """Price that the fitted curve gives once a mass has been flown. [USD/kg]

    p = exp(ȳ + b (ln m − x̄)).
    Source: least squares.
    Check: fitted_launch_price_usd_per_kg([1, 2, 4], [100, 80, 64], 8) = 51.2 (0.01%)
    """
    x, y = _logs(cumulative_mass_kg, observed_launch_price_usd_per_kg)
    slope = experience_exponent_ratio(cumulative_mass_kg, observed_launch_price_usd_per_kg)
    return np.exp(y.mean() + slope * (np.log(later_cumulative_mass_kg) - x.mean()))


def fitted_price_error_ratio(
    cumulative_mass_kg: Array, observed_launch_price_usd_per_kg: Array, later_cumulative_mass_kg: Array
) -> Array:
    """Standard error of one further price about the fitted curve, as a natural logarithm. [ratio]

    σ = s √(1 + 1/n + (ln m − x̄)² / Σ (x − x̄)²). nan with two pairs. Grows with the way beyond the data.
    Source: least squares.
    Check: fitted_price_error_ratio([1, 2, 4, 8], [100, 80, 64, 51.2], 16) = 0 (0.0001%)
    """
    x, _ = _logs(cumulative_mass_kg, observed_launch_price_usd_per_kg)
    spread = _residual_spread(cumulative_mass_kg, observed_launch_price_usd_per_kg)
    away = (np.log(later_cumulative_mass_kg) - x.mean()) ** 2 / ((x - x.mean()) ** 2).sum()
    return spread * np.sqrt(1 + 1 / x.size + away)


def predicted_launch_price_usd_per_kg(
    fitted_launch_price_usd_per_kg: Array, fitted_price_error_ratio: Array, student_t_ratio: Array
) -> Array:
    """Price at an edge of the interval in which one further price falls. [USD/kg]

    p = p_fit exp(t σ); a negative t gives the low edge.
    Source: Student's distribution.
    Check: predicted_launch_price_usd_per_kg(1000, 0.1, 2) = 1221.4 (0.01%)
    """
    return fitted_launch_price_usd_per_kg * np.exp(student_t_ratio * fitted_price_error_ratio)


def flying_time_years(additional_mass_kg: Array, mass_flown_kg_per_year: Array) -> Array:
    """Years in which a mass is flown at a steady rate. [years]

    t = mass / rate.
    Source: definition.
    Check: flying_time_years(370e6, 2.0485e6) = 180.6 (0.1%)
    """
    return additional_mass_kg / mass_flown_kg_per_year


def _logs(masses: Array, prices: Array) -> tuple[np.ndarray, np.ndarray]:
    """Natural logarithms of masses and prices. Raises ValueError if no line goes through them."""
    x, y = (np.asarray(values, dtype=float).ravel() for values in (masses, prices))
    if x.size != y.size or x.size < 2 or not ((x > 0).all() and (y > 0).all()):
        raise ValueError(f"{x.size} masses and {y.size} prices; needed: as many of each, two at least, all above 0")
    if np.ptp(x) == 0:
        raise ValueError(f"cumulative_mass_kg is {x[0]:g} throughout; needed: masses that differ")
    return np.log(x), np.log(y)


def _residual_spread(masses: Array, prices: Array) -> float:
    """Standard deviation of the prices about the curve, as a natural logarithm; nan with two pairs."""
    x, y = _logs(masses, prices)
    if x.size == 2:
        return np.nan
    residuals = y - np.log(fitted_launch_price_usd_per_kg(masses, prices, np.exp(x)))
    return float(np.sqrt((residuals**2).sum() / (x.size - 2)))
