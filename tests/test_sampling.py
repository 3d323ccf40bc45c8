"""Draws keep what was printed: the ends, the central value as the median, and the seed."""

import dataclasses

import numpy as np
import pytest

from earth_or_orbit import facts, sampling

FACT = next(f for f in facts.load().facts if sampling.is_drawn(f) and f.shape == "triangular")


def made(low: float, central: float, high: float, shape: str = "triangular") -> facts.Fact:
    return dataclasses.replace(FACT, low=low, central=central, high=high, shape=shape)


@pytest.mark.parametrize("spread", [(1.0, 2.0, 3.0), (0.0, 14.0, 158.0), (0.01, 1.0, 100.0), (5.0, 5.0, 9.0)])
def test_draws_stay_between_the_ends_with_the_central_value_as_median(spread: tuple[float, float, float]) -> None:
    draws = sampling.draw(made(*spread), 40_000, 1)
    assert spread[0] <= draws.min() and draws.max() <= spread[2]
    width = np.percentile(draws, 75) - np.percentile(draws, 25)
    assert abs(np.median(draws) - spread[1]) <= 0.05 * width


def test_percentiles_of_normal_and_lognormal_are_the_published_ends() -> None:
    for shape, central in (("normal", 2.0), ("lognormal", np.sqrt(3.0))):
        draws = sampling.draw(made(1.0, central, 3.0, shape), 200_000, 1)
        assert np.percentile(draws, [5, 95]) == pytest.approx([1.0, 3.0], rel=0.02)


def test_the_seed_and_the_fact_decide_the_draws() -> None:
    fact, other = made(1, 2, 3), dataclasses.replace(made(1, 2, 3), subject="another")
    assert np.array_equal(sampling.draw(fact, 50, 7), sampling.draw(fact, 50, 7))
    assert not np.array_equal(sampling.draw(fact, 50, 7), sampling.draw(fact, 50, 8))
    assert not np.array_equal(sampling.draw(fact, 50, 7), sampling.draw(other, 50, 7))


def test_a_fact_without_a_spread_is_not_drawn() -> None:
    assert not sampling.is_drawn(dataclasses.replace(FACT, low=None, high=None))
    assert not sampling.is_drawn(made(2, 2, 2))
