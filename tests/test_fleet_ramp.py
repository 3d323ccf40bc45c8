"""The fleet year by year: books that close, limits, an independent simulation, hand calculations, refusals."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earth_or_orbit.quantities import fleet_ramp, goal_power

YEARS = np.arange(2026, 2046)
FLOWS = (fleet_ramp.standing_satellites_count, fleet_ramp.lost_satellites_count, fleet_ramp.retired_satellites_count)


@settings(max_examples=60, deadline=None)
@given(
    placed=st.lists(st.floats(0, 1e5), min_size=1, max_size=30),
    early=st.floats(0, 0.9), loss=st.floats(0, 0.9), life=st.floats(0.1, 40),
)  # fmt: skip
def test_what_was_placed_stands_or_was_lost_or_is_retired(placed, early, loss, life) -> None:
    flows = [flow(np.array(placed), early, loss, life) for flow in FLOWS]
    assert np.allclose(sum(flows), np.cumsum(placed), rtol=1e-9, atol=1e-9)
    for flow in flows:
        assert (flow >= -1e-9).all()
    assert (np.diff(flows[1]) >= -1e-6).all() and (np.diff(flows[2]) >= -1e-6).all(), "Nothing lost or retired comes back."


def test_the_stock_is_that_of_satellites_followed_one_by_one() -> None:
    """Each satellite has its own day of placement, its own day of failure by chance, and its day of retirement."""
    placed, early, loss, life = np.array([20000, 40000, 0, 60000, 10000, 0, 30000]), 0.05, 0.08, 2.6
    chance = np.random.default_rng(11)
    standing, retired = np.zeros(len(placed)), np.zeros(len(placed))
    for year, count in enumerate(placed):
        start = year + chance.random(count)
        fails = start + np.where(chance.random(count) < early, 0, chance.exponential(-1 / np.log1p(-loss), count))
        ends = start + life
        for end in range(len(placed)):
            now = end + 1.0
            standing[end] += ((start <= now) & (fails > now) & (ends > now)).sum()
            retired[end] += ((start <= now) & (fails >= ends) & (ends <= now)).sum()
    assert fleet_ramp.standing_satellites_count(placed, early, loss, life) == pytest.approx(standing, rel=0.01, abs=150)
    assert fleet_ramp.retired_satellites_count(placed, early, loss, life) == pytest.approx(retired, rel=0.01, abs=150)


@pytest.mark.parametrize(("early", "loss", "life"), [(0.0, 0.0, 5.0), (0.02, 0.01, 5.0), (0.1, 0.3, 7.4)])
def test_a_constant_rate_ends_at_what_it_holds(early, loss, life) -> None:
    standing = fleet_ramp.standing_satellites_count(np.full(40, 100.0), early, loss, life)
    held = fleet_ramp.holdable_satellites_count(100.0, early, loss, life)
    assert standing[-1] == pytest.approx(held, rel=1e-9)
    assert (standing <= held * (1 + 1e-12)).all() and (np.diff(standing) >= -1e-9).all()


def test_draws_lie_before_the_years() -> None:
    placed, loss, life = np.tile(100.0, (3, 6)), np.array([[0.0], [0.1], [0.2]]), np.array([[2.0], [3.0], [9.0]])
    together = fleet_ramp.standing_satellites_count(placed, 0.0, loss, life)
    for row in range(3):
        alone = fleet_ramp.standing_satellites_count(placed[row], 0.0, float(loss[row, 0]), float(life[row, 0]))
        assert together[row] == pytest.approx(alone)


def test_falcon_9_grew_as_it_did() -> None:
    growth = fleet_ramp.cadence_growth_frac_per_year(2, 165, 15)
    assert fleet_ramp.cadence_count_per_year([2010, 2025], 2010, 2, growth, np.inf) == pytest.approx([2, 165])
    assert fleet_ramp.cadence_growth_frac_per_year(1, 2, 1) == pytest.approx(1.0)
    assert fleet_ramp.doubling_years(1.0) == pytest.approx(1.0)
    assert np.isinf(fleet_ramp.doubling_years(0.0))


def test_a_cadence_starts_late_grows_and_stops_at_its_limit() -> None:
    cadence = fleet_ramp.cadence_count_per_year(YEARS, 2028, 10, 0.5, 40)
    assert cadence[:2] == pytest.approx(0) and cadence[2:6] == pytest.approx([10, 15, 22.5, 33.75])
    assert cadence[6:] == pytest.approx(40)
    assert fleet_ramp.cadence_count_per_year(YEARS, 2026, 165, 0.342, 0) == pytest.approx(0)


def test_a_factory_rises_evenly_and_loses_half_of_its_ramp() -> None:
    made = fleet_ramp.buildable_satellites_count_per_year(YEARS, 2028.25, 3.0, 1000.0)
    assert made[:2] == pytest.approx(0) and made[-1] == pytest.approx(1000)
    assert made.sum() == pytest.approx(1000 * (2046 - 2028.25 - 1.5))
    at_once = fleet_ramp.buildable_satellites_count_per_year(YEARS, 2028.25, 0.0, 1000.0)
    assert at_once == pytest.approx(1000 * fleet_ramp.in_service_frac(YEARS, 2028.25))


def test_a_date_is_met_between_two_year_ends_or_never() -> None:
    power = np.array([[0.0, 100.0, 300.0], [0.0, 0.0, 0.0], [400.0, 0.0, 0.0]])
    assert fleet_ramp.matched_calendar_year([2027, 2028, 2029], power, 200.0) == pytest.approx(
        [2029.5, np.nan, 2027.5], nan_ok=True
    )


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: fleet_ramp.cadence_growth_frac_per_year(0, 10, 5), "first_launches_count_per_year is 0"),
        (lambda: fleet_ramp.holdable_satellites_count(1.0, 0.0, 1.0, 5.0), "satellite_loss_frac_per_year is 1"),
        (lambda: goal_power.flights_needed_count_per_year(10.0, 0.0), "build_years is 0"),
    ],
)
def test_a_value_out_of_range_is_refused_in_one_line(call, said) -> None:
    with pytest.raises(ValueError, match=said) as refused:
        call()
    assert "\n" not in str(refused.value)


def test_an_array_out_of_range_becomes_nan() -> None:
    growth = fleet_ramp.cadence_growth_frac_per_year(np.array([0.0, 2.0]), 165, 15)
    assert np.isnan(growth[0]) and np.isfinite(growth[1])
    flights = goal_power.flights_needed_count_per_year(10.0, np.array([0.0, 2.0]))
    assert np.isnan(flights[0]) and flights[1] == pytest.approx(5)


def test_the_filing_counts_ten_thousand_flights() -> None:
    """100 GW at 100 kW/t is a million tonnes, 10,000 flights of 100 t: 69 times the three permits."""
    satellites = goal_power.goal_satellites_count_per_year(100e3, 0.1, 0.0)
    flights = goal_power.goal_launches_count_per_year(satellites, 100.0, 1.0)
    assert flights == pytest.approx(10_000) and flights / 145 == pytest.approx(69.0, rel=0.01)
    assert goal_power.payloads_needed_count(1e9, 1e5) == pytest.approx(10_000)


def test_us_gas_by_mass() -> None:
    """105.9 billion cubic feet a day are 2.0 Mt a day of methane, 745 Mt a year."""
    cubic_metres = 105.9e9 * 0.3048**3 * 365.25
    assert goal_power.gas_made_kg_per_year(cubic_metres) == pytest.approx(745e9, rel=0.005)
