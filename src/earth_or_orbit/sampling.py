"""Published spreads become draws: one distribution per fact, the same draw wherever the fact is read.

A fact without a spread is not drawn: it stays at its central value and is counted, since no spread never means
certainty. Draws are seeded by the fact, so that adding an input leaves the others' draws as they were.
"""

import hashlib

import numpy as np

from earth_or_orbit.facts import Fact

LOG_SCALE_FROM_RATIO = 5.0  # a spread wider than this is drawn on a log scale; decisions/0006


def is_drawn(fact: Fact) -> bool:
    """Whether the fact has a published spread."""
    return fact.low is not None and fact.high > fact.low


def draw(fact: Fact, draws: int, seed: int) -> np.ndarray:
    """Draws of a fact in its published unit, shape (draws,).

    `normal` and `lognormal` read low and high as the 5th and 95th percentile; other shapes are triangular with the
    published ends, on a log scale if the ends are positive and more than five times apart.
    """
    key = "|".join((fact.subject, fact.quantity, fact.source_id, fact.locator, str(fact.valid_year)))
    fact_seed = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")
    generator = np.random.default_rng([seed, fact_seed])
    low, central, high = fact.low, fact.central, fact.high
    if fact.shape == "normal":
        return generator.normal(central, (high - low) / (2 * _NORMAL_95), draws)
    wide = low > 0 and high / low > LOG_SCALE_FROM_RATIO
    if fact.shape == "lognormal" and low > 0:
        sigma = np.log(high / low) / (2 * _NORMAL_95)
        return central * np.exp(generator.normal(0, sigma, draws))
    if wide:
        return np.exp(generator.triangular(np.log(low), np.log(central), np.log(high), draws))
    return generator.triangular(low, central, high, draws)


_NORMAL_95 = 1.6448536269514722  # 95th percentile of the standard normal
