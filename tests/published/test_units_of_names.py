"""Units at the boundary: what names state, what printed units mean, what is refused."""

import numpy as np
import pytest

from earth_or_orbit.units import UnitError, compatible, convert, convert_difference, known, unit_of_name


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("it_power_average_mw", "MW"),
        ("accelerators_installed_count", "count"),
        ("delivered_accelerator_hours_per_year", "h/year"),
        ("campus_land_m2", "m**2"),
        ("site_water_peak_m3_per_day", "m**3/day"),
        ("carbon_intensity_kgco2e_per_mwh", "kgCO2e/MWh"),
        ("launches_per_year", "1/year"),
        ("silent_errors_per_accelerator_year", "1/year"),
        ("months_to_first_power", "month"),
        ("cost_per_accelerator_hour_usd", "USD/h"),
        ("cost_per_it_mwh_usd", "USD/MWh"),
        ("capex_without_accelerators_usd_per_w", "USD/W"),
        ("permanent_jobs_per_billion_usd", "1/gigaUSD"),
        ("launched_power_price_usd_per_kw_year", "USD/kW/year"),
        ("output_per_job_usd_per_year", "USD/year"),
        ("dose_per_interruption_rad", "rads"),
        ("racks_per_launch_count", "count"),
        ("grid_carbon_kgco2e_per_mwh__life_cycle", "kgCO2e/MWh"),
    ],
)
def test_a_name_states_its_unit(name, unit):
    assert unit_of_name(name) == unit
    assert known(unit)


@pytest.mark.parametrize("name", ["radiator_area", "price_per_kg", "speed_km_perhaps", "colour", ""])
def test_no_unit_no_name(name):
    with pytest.raises(UnitError, match="states no unit"):
        unit_of_name(name)


@pytest.mark.parametrize(
    ("value", "printed", "own", "expected"),
    [
        (1, "acre", "m2", 4046.8726),
        (1, "gal/yr", "m3/year", 0.00378541178),
        (1, "lb/MWh", "kgCO2e/MWh", 0.45359237),
        (2, "$2013/kW", "USD/W", 0.002),
        (20, "degC", "K", 293.15),
        (1.752e9, "kg", "Mt", 1.752),
        (1, "MUSD", "USD", 1e6),
        (3, "kW/t", "W/kg", 3),
        (5, "%", "frac", 0.05),
        (7, "launches", "count", 7),
        (2, "x", "-", 2),
        (8, "kg/kW_IT", "kg/W", 0.008),
        (1, "krad", "rad(Si)", 1000),
        (6.2, "MMBtu", "MWh", 1.81704),
        (1, "USD/kWh", "USD/MWh", 1000),
        (1, "GPU-h", "h", 1),
    ],
)
def test_printed_units_convert(value, printed, own, expected):
    assert convert(value, printed, own) == pytest.approx(expected, rel=1e-5)
    assert convert(convert(value, printed, own), own, printed) == pytest.approx(value)


def test_arrays_keep_their_shape_and_scalars_stay_scalars():
    assert np.allclose(convert(np.array([[1.0, 2.0]]), "MW", "kW"), [[1000.0, 2000.0]])
    assert isinstance(convert(1, "MW", "kW"), float)


def test_a_step_in_temperature_is_no_point_on_the_scale():
    assert convert_difference(0.3, "K", "degC") == pytest.approx(0.3)


def test_angles_and_doses_are_not_mixed():
    assert not compatible("rad(Si)", "deg")
    assert compatible("urad", "deg")


@pytest.mark.parametrize(("printed", "own", "words"), [("kW", "kg", "does not fit"), ("furlongz", "m", "not known")])
def test_wrong_units_are_refused_in_one_line(printed, own, words):
    with pytest.raises(UnitError, match=words) as refusal:
        convert(1, printed, own)
    assert "\n" not in str(refusal.value) and printed in str(refusal.value)
