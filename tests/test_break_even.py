"""A break-even breaks even: put back in, the two sides agree; and where no value does it, the reply says so."""

import numpy as np
import pytest

from earth_or_orbit import break_even, facts, scenario, study

PAIR = scenario.study().pairs[0]
LINE = "cost_per_accelerator_hour_usd"


def ratio_with(quantity: str, value: float, case: str, line: str = LINE) -> float:
    pair = study.compare(*PAIR, case, settings={quantity: value})
    return float(pair.values["orbit"][line]) / float(pair.values["ground"][line])


@pytest.mark.parametrize(
    ("quantity", "case"),
    [
        ("accelerator_price_usd", "promised"),
        ("electricity_price_usd_per_mwh", "promised"),
        ("satellite_manufacturing_price_usd_per_kg", "promised"),
    ],
)
def test_the_answer_put_back_in_makes_both_sides_equal(quantity: str, case: str) -> None:
    found = break_even.break_even(quantity, *PAIR, case)
    assert found.is_met
    for value in found.values:
        assert ratio_with(quantity, value, case) == pytest.approx(1, abs=1e-6)


def test_where_no_value_does_it_the_closest_is_named() -> None:
    found = break_even.break_even("solar_cell_efficiency_frac", *PAIR, "demonstrated")
    assert not found.is_met and np.isnan(found.nearest)
    assert ratio_with("solar_cell_efficiency_frac", found.closest, "demonstrated") == pytest.approx(found.closest_ratio)
    assert found.closest_ratio > 1
    assert "no solar_cell_efficiency_frac from" in found.in_words(LINE)


def test_a_quantity_that_does_not_bear_on_the_line_is_told() -> None:
    found = break_even.break_even("satellite_specific_mass_kg_per_kw", *PAIR, "demonstrated")
    assert not found.bears and not found.is_met
    assert "does not bear on cost_per_accelerator_hour_usd" in found.in_words(LINE)
    with pytest.raises(scenario.ScenarioError, match="nothing reads it under these choices"):
        break_even.break_even("satellite_specific_power_stated_w_per_kg", *PAIR, "demonstrated")


def test_other_lines_than_cost_can_be_asked_for() -> None:
    quantity, line = "satellite_embodied_kgco2e_per_kg", "carbon_intensity_kgco2e_per_mwh"
    found = break_even.break_even(quantity, *PAIR, "promised", line=line)
    assert found.is_met
    for value in found.values:
        assert ratio_with(quantity, value, "promised", line) == pytest.approx(1)


def test_a_goal_on_one_side_is_reached() -> None:
    data = facts.load()
    orbit = study.compare(*PAIR, "demonstrated").sides["orbit"]
    goal = 25.0
    found = break_even.needed("radiator_areal_mass_kg_per_m2", orbit, "satellite_specific_power_w_per_kg", goal, data)
    for value in found.values:
        back = study.compare(*PAIR, "demonstrated", settings={"radiator_areal_mass_kg_per_m2": value})
        assert study.value_of(back.sides["orbit"], "satellite_specific_power_w_per_kg") == pytest.approx(goal, rel=1e-6)
    assert found.is_met or found.closest_ratio != 1


@pytest.mark.parametrize(
    ("quantity", "line", "said"),
    [
        ("launch_prise_usd_per_kg", LINE, "quantity 'launch_prise_usd_per_kg' is not known"),
        ("launch_price_usd_per_kg", "cost_per_hour", "line 'cost_per_hour' is not known"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(quantity: str, line: str, said: str) -> None:
    with pytest.raises(scenario.ScenarioError, match=said):
        break_even.break_even(quantity, *PAIR, line=line)
