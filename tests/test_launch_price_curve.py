"""Experience curves, propellant floor and insurance: known answers, an independent fit, limits, and bad input."""

import numpy as np
import pytest
from scipy import stats

from earth_or_orbit.quantities import insurance_cost, launch_floor_price, launch_price, launch_price_curve

MASSES = np.geomspace(1e3, 1e9, 12)


@pytest.mark.parametrize("rate", [-0.1, 0.0, 0.1, 0.2, 0.35])
def test_a_known_learning_rate_is_found_again(rate) -> None:
    prices = launch_price.learned_launch_price_usd_per_kg(5000.0, MASSES[0], max(rate, 0.0), MASSES - MASSES[0])
    if rate < 0:
        prices = 5000.0 * (MASSES / MASSES[0]) ** np.log2(1 - rate)
    slope = launch_price_curve.experience_exponent_ratio(MASSES, prices)
    assert launch_price_curve.fitted_learning_rate_frac(slope) == pytest.approx(rate, abs=1e-12)
    later = launch_price_curve.fitted_launch_price_usd_per_kg(MASSES, prices, 2e9)
    assert later == pytest.approx(5000.0 * (2e9 / 1e3) ** np.log2(1 - rate))


def test_the_fit_agrees_with_another_program() -> None:
    noise = np.random.default_rng(3).normal(0, 0.2, MASSES.size)
    prices = 4000 * MASSES**-0.3 * np.exp(noise)
    other = stats.linregress(np.log(MASSES), np.log(prices))
    assert launch_price_curve.experience_exponent_ratio(MASSES, prices) == pytest.approx(other.slope, rel=1e-10)
    assert launch_price_curve.experience_exponent_error_ratio(MASSES, prices) == pytest.approx(other.stderr, rel=1e-10)


def test_intervals_hold_what_they_promise() -> None:
    """Of many worlds of five noisy prices, the 5 to 95 % intervals miss the truth and the next price in about a tenth."""
    rng, slope, spread, worlds = np.random.default_rng(8), np.log2(0.8), 0.3, 2000
    mass, later, t = np.geomspace(1e3, 1e6, 5), 1e8, stats.t.ppf(0.95, 3)
    held_rate = held_price = 0
    for _ in range(worlds):
        price = 3000 * mass**slope * np.exp(rng.normal(0, spread, mass.size))
        b, error = (f(mass, price) for f in (launch_price_curve.experience_exponent_ratio,
                                             launch_price_curve.experience_exponent_error_ratio))  # fmt: skip
        low, high = (launch_price_curve.learning_rate_at_edge_frac(b, error, s * t) for s in (1, -1))
        held_rate += low <= 0.2 <= high
        fit = launch_price_curve.fitted_launch_price_usd_per_kg(mass, price, later)
        about = launch_price_curve.fitted_price_error_ratio(mass, price, later)
        low, high = (launch_price_curve.predicted_launch_price_usd_per_kg(fit, about, s * t) for s in (-1, 1))
        held_price += low <= 3000 * later**slope * np.exp(rng.normal(0, spread)) <= high
    assert held_rate / worlds == pytest.approx(0.9, abs=0.02) and held_price / worlds == pytest.approx(0.9, abs=0.02)


def test_the_interval_widens_beyond_the_data_and_two_points_have_none() -> None:
    prices = np.array([5000, 4200, 4300, 3500.0])
    errors = launch_price_curve.fitted_price_error_ratio(MASSES[:4], prices, np.array([MASSES[3], 1e8, 1e10]))
    assert (np.diff(errors) > 0).all()
    assert np.isnan(launch_price_curve.experience_exponent_error_ratio(MASSES[:2], prices[:2]))
    assert np.isfinite(launch_price_curve.experience_exponent_ratio(MASSES[:2], prices[:2]))


@pytest.mark.parametrize(
    ("masses", "prices", "said"),
    [
        ([1e3], [5000], "two at least"),
        ([1e3, 2e3], [5000], "2 masses and 1 prices"),
        ([1e3, 0], [5000, 4000], "all above 0"),
        ([1e3, 2e3], [5000, -1], "all above 0"),
        ([1e3, 1e3], [5000, 4000], "masses that differ"),
    ],
)
def test_what_carries_no_line_is_refused_in_one_line(masses, prices, said) -> None:
    with pytest.raises(ValueError, match=said) as refused:
        launch_price_curve.experience_exponent_ratio(masses, prices)
    assert "\n" not in str(refused.value)


def test_two_points_agree_with_a_fit_through_them() -> None:
    rate = 1 - (4000 / 4297) ** (1 / np.log2(6.7e6 / 27e3))
    slope = launch_price_curve.experience_exponent_ratio([27e3, 6.7e6], [4297, 4000])
    assert rate == pytest.approx(launch_price_curve.fitted_learning_rate_frac(slope))


def test_a_mixture_lies_between_its_parts_and_reproduces_published_blends() -> None:
    pair = launch_floor_price.propellant_pair_price_usd_per_kg
    assert pair(0, 2.3, 0.2) == 0.2 and pair(1, 2.3, 0.2) == 2.3
    assert pair(1 / 3.3, 2.5, 0.2) == pytest.approx(0.897, abs=5e-4), "kerosene and oxygen as spacecost prices them"
    assert pair(1 / 4.6, 0.4, 0.2) == pytest.approx(0.2435, abs=5e-5), "methane and oxygen"
    assert pair(1 / 7, 10, 0.2) == pytest.approx(1.6, abs=1e-9), "hydrogen and oxygen"


def test_the_floor_of_a_stated_hope_by_hand() -> None:
    """Musk 2020: 4,800 t at 100 dollars a tonne for 150 t to orbit."""
    bill = launch_floor_price.launch_propellant_bill_usd(4.8e6, 0.1)
    assert bill == pytest.approx(480e3)
    assert launch_floor_price.propellant_floor_price_usd_per_kg(bill, 150e3, 1) == pytest.approx(3.2)
    assert launch_floor_price.propellant_floor_price_usd_per_kg(bill, 150e3, 0.5) == pytest.approx(6.4)


def test_carrying_a_risk_costs_what_a_long_run_of_launches_loses() -> None:
    value, lost = 7000.0, 0.2
    survived = np.random.default_rng(1).random(200_000) > lost
    per_arrived = value * survived.size / survived.sum() - value
    assert insurance_cost.self_insurance_cost_usd_per_kg(value, lost) == pytest.approx(per_arrived, rel=0.02)
    assert insurance_cost.self_insurance_cost_usd_per_kg(value, 0.0) == 0
    assert insurance_cost.covered_loss_frac(0.0, 0.013) == pytest.approx(0.013)


def test_a_record_without_failure_is_no_certainty() -> None:
    assert 0 < insurance_cost.expected_failure_frac(0, 4) < insurance_cost.expected_failure_frac(1, 4) < 1
    assert insurance_cost.expected_failure_frac(0, 0) == 0.5
    assert insurance_cost.expected_failure_frac(2, 689) == pytest.approx(stats.beta.mean(2.5, 687.5))
    assert insurance_cost.insurance_loading_ratio(0.1, 0.2) < 1
