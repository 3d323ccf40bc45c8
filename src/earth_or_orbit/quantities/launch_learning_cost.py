"""How launch prices fall as more is flown, by Wright's law, read in every direction."""

import numpy as np

from earth_or_orbit.constants import Array


def price_after_doublings_usd_per_kg(
    initial_launch_price_usd_per_kg: Array, learning_rate_frac: Array, doublings_count: Array
) -> Array:
    """Launch price after some doublings of what has been flown. [USD/kg]

    p = p₀ (1 − r)^doublings. 0 ≤ r < 1.
    Source: Wright's law; [S063] section 4.4.
    Check: price_after_doublings_usd_per_kg(1800, 0.2, 8) = 301.99 (0.01%)
    """
    return initial_launch_price_usd_per_kg * (1 - learning_rate_frac) ** doublings_count


def price_at_cumulative_mass_usd_per_kg(
    initial_launch_price_usd_per_kg: Array,
    initial_cumulative_mass_kg: Array,
    learning_rate_frac: Array,
    final_cumulative_mass_kg: Array,
) -> Array:
    """Launch price once a total mass has been flown. [USD/kg]

    p = p₀ (m/m₀)^log₂(1 − r). 0 ≤ r < 1.
    Source: Wright's law; [S063] section 4.4.
    Check: price_at_cumulative_mass_usd_per_kg(1800, 400e3, 0.2, 104.4e6) = 300.1 (0.1%)
    """
    growth = final_cumulative_mass_kg / initial_cumulative_mass_kg
    return initial_launch_price_usd_per_kg * growth ** np.log2(1 - learning_rate_frac)


def cumulative_mass_to_price_kg(
    initial_launch_price_usd_per_kg: Array,
    initial_cumulative_mass_kg: Array,
    learning_rate_frac: Array,
    target_launch_price_usd_per_kg: Array,
) -> Array:
    """Total mass flown when Wright's law brings the launch price to a target. [kg]

    m = m₀ (p/p₀)^(1/log₂(1 − r)). 0 < r < 1.
    Source: Wright's law; [S063] section 4.4.
    Check: cumulative_mass_to_price_kg(1800, 400e3, 0.2, 200) = 368.3e6 (0.1%)
    """
    price_ratio = target_launch_price_usd_per_kg / initial_launch_price_usd_per_kg
    return initial_cumulative_mass_kg * price_ratio ** (1 / np.log2(1 - learning_rate_frac))


def learning_rate_of_masses_frac(
    initial_launch_price_usd_per_kg: Array,
    target_launch_price_usd_per_kg: Array,
    initial_cumulative_mass_kg: Array,
    final_cumulative_mass_kg: Array,
) -> Array:
    """Learning rate behind two prices and the masses flown by then. [frac]

    r = 1 − 2^(ln(p/p₀) / ln(m/m₀)).
    Source: Wright's law.
    Check: learning_rate_of_masses_frac(1800, 300.115, 400e3, 104.4e6) = 0.2 (0.01%)
    """
    price_ratio = target_launch_price_usd_per_kg / initial_launch_price_usd_per_kg
    return 1 - 2 ** (np.log(price_ratio) / np.log(final_cumulative_mass_kg / initial_cumulative_mass_kg))


def learning_rate_of_doublings_frac(
    initial_launch_price_usd_per_kg: Array, target_launch_price_usd_per_kg: Array, doublings_count: Array
) -> Array:
    """Learning rate behind two prices some doublings apart. [frac]

    r = 1 − (p/p₀)^(1/doublings).
    Source: Wright's law.
    Check: learning_rate_of_doublings_frac(1800, 301.99, 8) = 0.2 (0.01%)
    """
    return 1 - (target_launch_price_usd_per_kg / initial_launch_price_usd_per_kg) ** (1 / doublings_count)


def learning_rate_of_progress_frac(progress_ratio: Array) -> Array:
    """Learning rate of a progress ratio. [frac]

    r = 1 − progress ratio.
    Source: definition.
    Check: learning_rate_of_progress_frac(0.8) = 0.2 (0%)
    """
    return 1 - progress_ratio


def progress_ratio(learning_rate_frac: Array) -> Array:
    """What a doubling leaves of a price. [ratio]

    progress ratio = 1 − r.
    Source: definition.
    Check: progress_ratio(0.2) = 0.8 (0%)
    """
    return 1 - learning_rate_frac


def learning_exponent_ratio(learning_rate_frac: Array) -> Array:
    """Exponent of Wright's law, as a positive number. [ratio]

    b = −log₂(1 − r). 0 ≤ r < 1.
    Source: definition.
    Check: learning_exponent_ratio(0.2) = 0.32193 (0.01%)
    """
    return -np.log2(1 - learning_rate_frac)


def doublings_of_masses_count(initial_cumulative_mass_kg: Array, final_cumulative_mass_kg: Array) -> Array:
    """Doublings between two masses flown. [count]

    n = log₂(m/m₀).
    Source: definition.
    Check: doublings_of_masses_count(400e3, 104.4e6) = 8.028 (0.01%)
    """
    return np.log2(final_cumulative_mass_kg / initial_cumulative_mass_kg)


def doublings_of_additional_count(initial_cumulative_mass_kg: Array, additional_mass_kg: Array) -> Array:
    """Doublings of the mass flown that a further mass makes. [count]

    n = log₂(1 + m/m₀).
    Source: definition.
    Check: doublings_of_additional_count(400e3, 104e6) = 8.028 (0.01%)
    """
    return np.log2(1 + additional_mass_kg / initial_cumulative_mass_kg)


def doublings_to_price_count(
    initial_launch_price_usd_per_kg: Array, target_launch_price_usd_per_kg: Array, learning_rate_frac: Array
) -> Array:
    """Doublings of what has been flown until the launch price is at a target. [count]

    n = ln(p/p₀) / ln(1 − r). 0 < r < 1.
    Source: Wright's law.
    Check: doublings_to_price_count(1800, 200, 0.2) = 9.8467 (0.01%)
    """
    price_ratio = target_launch_price_usd_per_kg / initial_launch_price_usd_per_kg
    return np.log(price_ratio) / np.log(1 - learning_rate_frac)


def launch_price_ratio(initial_launch_price_usd_per_kg: Array, target_launch_price_usd_per_kg: Array) -> Array:
    """A launch price in multiples of a later one: the factor by which it falls. [ratio]

    factor = p₀ / p.
    Source: definition.
    Check: launch_price_ratio(3600, 200) = 18 (0%)
    """
    return initial_launch_price_usd_per_kg / target_launch_price_usd_per_kg


def launch_price_fall_frac(initial_launch_price_usd_per_kg: Array, target_launch_price_usd_per_kg: Array) -> Array:
    """Share of a launch price that falls away. [frac]

    fall = 1 − p/p₀.
    Source: definition.
    Check: launch_price_fall_frac(3600, 200) = 0.94444 (0.01%)
    """
    return 1 - target_launch_price_usd_per_kg / initial_launch_price_usd_per_kg


def price_after_years_usd_per_kg(
    initial_launch_price_usd_per_kg: Array,
    initial_cumulative_mass_kg: Array,
    learning_rate_frac: Array,
    launched_mass_kg_per_year: Array,
    launch_campaign_years: Array,
) -> Array:
    """Launch price after some years of an even yearly mass, by Wright's law. [USD/kg]

    p = p₀ (1 + m' t/m₀)^log₂(1 − r). 0 ≤ r < 1.
    Source: Wright's law; [S063] section 4.4.
    Check: price_after_years_usd_per_kg(1800, 400e3, 0.2, 10.4e6, 10) = 300 (0.1%)
    """
    growth = 1 + launched_mass_kg_per_year * launch_campaign_years / initial_cumulative_mass_kg
    return initial_launch_price_usd_per_kg * growth ** np.log2(1 - learning_rate_frac)
