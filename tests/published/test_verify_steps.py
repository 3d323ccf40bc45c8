"""Rows that lead to their answer in several steps, and what keeps a step from being taken."""

import pytest
from made_rows import records

from earth_or_orbit.published.steps import read_steps
from earth_or_orbit.published.verdicts import read_tables


def test_a_power_a_life_and_a_saving_by_steps(tmp_path):
    inputs = {"gpus": 1000, "W_per_gpu": 700, "PUE": 1.2, "hours": 720, "g_per_kWh": 400}
    by_hand_t = 1000 * 0.7 * 1.2 * 720 * 0.4 / 1e3
    (row,) = records(tmp_path, [("carbon", inputs, "training emissions", by_hand_t, "t", "0.1%")])
    assert row["status"] == "met"


@pytest.mark.parametrize(
    ("label", "unit", "value"),
    [("annual water use", "ML/y", 1576.8), ("annual water use", "ML", 1576.8), ("daily water use", "ML/day", 4.317),
     ("water use", "ML", None)],
)  # fmt: skip
def test_an_amount_of_one_year_is_stated_only_where_the_row_asks_for_a_time(tmp_path, label, unit, value):
    (row,) = records(tmp_path, [("water", {"MW": 100, "WUE": 1.8}, label, 1, unit, "1%")])
    assert row["computed"] == (value if value is None else pytest.approx(value, rel=1e-3))


@pytest.mark.parametrize(
    ("topic", "inputs", "label", "unit", "said"),
    [
        ("carbon", {"GWh": 100, "g_per_kWh": 400, "renewable_share": 60}, "market-based emissions", "kt", "_pct"),
        ("carbon", {"coal_g_per_kWh": 900, "gas_g_per_kWh": 450, "gas_share": 0.4}, "mix intensity", "g/kWh", "mix"),
        ("ghg_ground", {"solar_share": 0.5, "solar_g": 40, "gas_share": 0.3, "gas_g": 486}, "ground intensity", "g/kWh", "mix"),
        ("land", {"GW": 1, "ac_cf": 25, "acres_per_MWac": 7.6}, "PV land", "km2", "ac_cf_pct"),
    ],
)
def test_what_would_be_guessed_is_refused_in_one_line(tmp_path, topic, inputs, label, unit, said):
    (row,) = records(tmp_path, [(topic, inputs, label, 1, unit, "1%")])
    assert row["status"] == "not covered" and "\n" not in row["reason"]
    assert said in row["reason"]


def test_no_two_steps_of_a_way_take_the_same_input():
    """What two steps share is one condition of both; a load divided and multiplied by one capacity factor is no answer."""
    tables = read_tables()
    for topic in read_steps():
        for candidate in tables.answering(topic):
            assert len(set(candidate.parameters)) == len(candidate.parameters)


def test_a_row_of_a_year_ago_and_now_is_a_pair(tmp_path):
    rows = [
        ("carbon", {"emissions_2019_Mt": 10, "emissions_2023_Mt": 14.3}, "rise in emissions", 0.43, "-", "1%"),
        ("carbon", {"emissions_2023_Mt": 14.3, "emissions_2019_Mt": 10}, "rise in emissions", 43, "%", "1%"),
    ]
    assert [row["status"] for row in records(tmp_path, rows)] == ["met", "met"]


@pytest.mark.parametrize("name", ["cooling_water_acre_feet", "water_million_gallons", "us_water_ML", "ML_site"])
def test_units_in_words_and_neutral_words_are_read(tmp_path, name):
    (row,) = records(tmp_path, [("water", {name: 1}, "water use", 1, "ML", "1%")])
    assert row["computed"] is not None
