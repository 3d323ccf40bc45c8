"""Published spreads become draws: one distribution per fact, the same draw wherever the fact is read.

A fact without a spread is not drawn: it stays at its central value and is counted, since no spread never means
certainty. Draws are seeded by the fact, so that adding an input leaves the others' draws as they were.
"""

import hashlib

import numpy as np

from earth_or_orbit.facts import Fact

LOG_SCALE_FROM_RATIO = 5.0  # an end farther from the central value than this is reached on a log scale; decisions/0006


def is_drawn(fact: Fact) -> bool:
    """Whether the fact has a published spread."""
    return fact.low is not None and fact.high > fact.low


def draw(fact: Fact, draws: int, seed: int) -> np.ndarray:
    """Draws of a fact in its published unit, shape (draws,).

    `normal` and `lognormal` read low and high as the 5th and 95th percentile. Other shapes fall from the central value to
    the published ends, half of the draws on either side, so that the printed central value is the median.
    """
    key = "|".join((fact.subject, fact.quantity, fact.source_id, fact.locator, str(fact.valid_year)))
    fact_seed = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")
    generator = np.random.default_rng([seed, fact_seed])
    low, central, high = fact.low, fact.central, fact.high
    if fact.shape == "normal":
        return generator.normal(central, (high - low) / (2 * _NORMAL_95), draws)
    if fact.shape == "lognormal" and low > 0:
        sigma = np.log(high / low) / (2 * _NORMAL_95)
        return central * np.exp(generator.normal(0, sigma, draws))
    is_above = generator.random(draws) < 0.5
    way = 1 - np.sqrt(generator.random(draws))  # share of the way from the central value to an end; falls to 0 at the end
    return np.where(is_above, _towards(high, central, way), _towards(low, central, way))


def _towards(end: float, central: float, way: np.ndarray) -> np.ndarray:
    """Values a share of the way from the central value to an end; on a log scale if the end is far and both are above 0."""
    if min(end, central) > 0 and max(end / central, central / end) > LOG_SCALE_FROM_RATIO:
        return central * (end / central) ** way
    return central + (end - central) * way


_NORMAL_95 = 1.6448536269514722  # 95th percentile of the standard normal
