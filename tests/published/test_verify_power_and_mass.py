"""Arrays, satellites and prices of power through `verify`: committed rows, siblings with other names and units, refusals."""

import csv
import json

import pytest

from earth_or_orbit.published import REFERENCE_CASES, verify

COLUMNS = (
    "id", "topic", "inputs", "output_quantity", "expected_value", "unit", "tolerance_suggested", "basis", "known_error",
)  # fmt: skip
TOPICS = {"solar_array": 2, "power": 3, "mass": 1}

# Values by hand from the definitions; sizes, masses and powers are those that makers and papers print.
SIBLINGS = [
    ("solar_array", {"kW": 28, "kg": 340}, "iROSA specific power", "W/kg", 82.35),
    ("solar_array", {"kW": 31, "kg": 1100, "length_m": 35, "width_m": 12}, "areal power", "W/m2", 73.8),
    ("solar_array", {"kg": 1100, "length_m": 35, "width_m": 12}, "areal mass", "kg/m2", 2.62),
    ("solar_array", {"mass_kg": 340, "length_m": 19.2, "width_m": 6, "power_kW": 28}, "areal mass", "kg/m2", 2.95),
    ("solar_array", {"power_kW": 248, "wings": 8, "length_m": 35, "width_m": 12}, "power per planform", "W/m2", 73.8),
    ("solar_array", {"kW_each": 20, "wings": 6}, "total power", "kW", 120),
    ("solar_array", {"kg_each": 340, "wings": 6}, "total mass", "t", 2.04),
    ("solar_array", {"BOL_kW": 248, "EOL_kW": 160, "years": 15}, "implied degradation", "%/y", 2.879),
    ("solar_array", {"BOL_kW": 28, "degradation": 0.025, "years": 5}, "EOL power", "kW", 24.67),
    ("solar_array", {"W_m2": 243, "kg_m2": 2.95}, "specific power", "W/kg", 82.4),
    ("solar_array", {"IT_MW": 1, "W_m2": 221.63, "overhead": 1.25}, "PV area", "m2", 5640),
    ("solar_array", {"array_m2": 105, "W_m2": 269.5}, "array power", "kW", 28.3),
    ("solar_array", {"kW_BOL": 31, "mass_kg": 1100}, "ISS SAW specific power", "W/kg", 28.2),
    ("solar_array", {"power_W": 28000, "mass_kg": 340}, "specific power", "kW/kg", 0.08235),
    ("solar_array", {"kW": 20, "kg": 325}, "specific mass", "kg/kW", 16.25),
    ("solar_array", {"kW": 20, "kg": 325}, "iROSA on-orbit", "kW/t", 61.5),
    ("solar_array", {"W_kg": 150, "kW": 28}, "array mass", "kg", 186.7),
    ("solar_array", {"W_per_kg": 150, "kg": 200}, "array power", "kW", 30),
    ("solar_array", {"width_m": 6, "length_m": 19.2}, "area", "m2", 115.2),
    ("solar_array", {"solar": 1361, "eff": 0.22, "packing": 0.9, "area_m2": 100}, "array power", "kW", 26.9),
    ("solar_array", {"S": 1361, "efficiency": 0.32}, "power density", "W/m2", 435.5),
    ("solar_array", {"W_m2": 435, "area_m2": 60}, "power", "kW", 26.1),
    ("solar_array", {"BOL_kW": 28, "EOL_kW": 24.6}, "remaining fraction", "-", 0.879),
    ("solar_array", {"usd_per_W": 9.81, "kW": 1000}, "array cost", "MUSD", 9.81),
    ("solar_array", {"kW": 31, "kg": 1100, "size_m": [35, 12]}, "wing specific power", "W/kg", 28.2),
    ("solar_array", {"kW": 31, "size_m": [35, 12]}, "areal", "W/m2", 73.8),
    ("solar_array", {"kW": 28, "kg": 340, "length_m": 19.2, "width_m": 6}, "iROSA planform power density", "W/m2", 243),
    ("solar_array", {"kW": 50, "W_kg": 100}, "mass", "kg", 500),
    ("solar_array", {"cells": 32800, "cell_cm2": 64, "kW": 31}, "power per cell area", "W/m2", 147.7),
    ("solar_array", {"kW": 31, "cell_area_m2": 209.9}, "power per cell area", "W/m2", 147.7),
    ("solar_array", {"kW": 2.3, "kg": 12}, "specific mass", "kg/kW", 5.2),
    ("power", {"MW": 5000, "W_m2": 270.6}, "array area", "km2", 18.48),
    ("power", {"MW": 10, "pv_m2": 35000}, "PV yield", "W/m2", 286),
    ("power", {"panel_m2": 2.0, "W_m2": 363}, "panel power", "kW", 0.726),
    ("power", {"panel_kW": 1.0, "panels": 16000}, "satellite power", "MW", 16),
    ("power", {"kW": 150, "m2": 110}, "flux", "W/m2", 1364),
    ("power", {"kW": 27, "kg": 740}, "specific power", "W/kg", 36.5),
    ("power", {"kW": 28, "kg": 575}, "specific mass", "kg/kW", 20.5),
    ("power", {"W_per_kg": 70}, "specific mass", "kg/kW", 14.3),
    ("power", {"kg_per_kW": 41.1}, "specific power", "W/kg", 24.3),
    ("power", {"usd_kW_2022": 785, "rise": 2.06}, "2025 cost after rise", "USD/kW", 2402),
    ("power", {"usd_kW_2022": 785, "usd_kW_2025": 2400}, "rise", "-", 2.057),
    ("power", {"usd_kW_2026": 600, "fall": 0.4}, "implied earlier cost", "USD/kW", 1000),
    ("power", {"usd_W": 11.2, "fall_pct": 40}, "cost after fall", "USD/W", 6.72),
    ("power", {"usd": 103000000.0, "kW": 120}, "price per watt", "USD/W", 858),
    ("power", {"usd_per_kW": 2157, "MW": 1000}, "total cost", "MUSD", 2157),
    ("power", {"price_usd_kW": 2157, "rise_pct": 66}, "implied cost before the rise", "USD/kW", 1299),
    ("power", {"kW": 100, "hours": 0.5, "DoD": 0.4}, "battery energy", "kWh", 125),
    ("power", {"load_kW": 100, "eclipse_min": 30, "DoD": 0.4}, "battery energy", "kWh", 125),
    ("power", {"GW": 1, "satellite_kW": 150}, "satellites needed", "satellites", 6667),
    ("power", {"kW_peak": 150, "kg": 2143}, "specific power", "kW/t", 70),
    ("power", {"kW": 1.05, "kg": 13.1}, "panel specific power", "W/kg", 80.2),
    ("power", {"GW": 4, "panels_km2": 16}, "power density", "W/m2", 250),
    ("power", {"kW": 150, "W_kg": 70}, "satellite mass", "t", 2.14),
    ("power", {"TW": 0.1, "launch_t": 1000000.0}, "specific power", "kW/t", 100),
    ("power", {"MW": 100, "satellites": 81}, "power per satellite", "kW", 1234.6),
    ("power", {"area_m2": 3.64, "W_m2": 288.5}, "panel power", "kW", 1.05),
    ("power", {"eff": 0.24, "W_m2": 1361, "area_m2": 3.64}, "panel power", "kW", 1.189),
    ("power", {"usd_kW_before": 1300, "usd_kW_after": 2157}, "rise", "-", 0.66),
    ("power", {"usd_kW_2025": 2157, "rise": 0.66}, "implied 2023 CCGT cost", "USD/kW", 1300),
    ("power", {"usd_per_kW": 1300, "increase_pct": 66}, "after increase", "USD/kW", 2158),
    ("power", {"MW": 16.3, "t": 148.8}, "specific power", "kW/t", 109.5),
    ("power", {"kW_per_t": 112.5, "t": 148.8}, "satellite power", "MW", 16.74),
    ("power", {"W_kg": 112.5, "mass_t": 148.8}, "satellite power", "MW", 16.74),
    ("power", {"panel_W": 1050, "panels": 15517}, "total", "MW", 16.3),
    ("power", {"array_km2": 4, "GW": 1}, "power per area", "W/m2", 250),
    ("power", {"usd_kW_2023": 1300, "usd_kW_2025": 2157}, "rise", "%", 66),
    ("power", {"usd_kW_2025": 2400, "usd_kW_2022": 785}, "ratio", "-", 3.06),
    ("power", {"old_usd_kW": 785, "new_usd_kW": 2400}, "increase", "%", 205.7),
    ("power", {"usd_kW": 2157, "kW": 1000000.0}, "plant cost", "GUSD", 2.157),
    ("power", {"GUSD": 2.157, "GW": 1}, "cost per kW", "USD/kW", 2157),
    ("mass", {"area_m2": 45000, "solar_kg_m2": 0.52, "compute_kg_m2": 0.23, "radiator_kg_m2": 2.4, "control_frac": 0.05},
     "satellite mass", "t", 148.8),
    ("mass", {"solar_kg_m2": 0.52, "compute_kg_m2": 0.23, "radiator_kg_m2": 2.4}, "areal mass", "kg/m2", 3.15),
    ("mass", {"m2": 109.8, "kg_m2": 3.1}, "array mass", "kg", 340),
    ("mass", {"kW": 150, "kW_t": 70}, "satellite mass", "t", 2.14),
    ("mass", {"GW": 1, "kW_per_t": 100}, "fleet mass", "t", 10000),
    ("mass", {"MW": 1, "kg_per_kW": 40}, "mass", "t", 40),
    ("mass", {"IT_MW": 1, "specific_mass_kg_kW": 29.4}, "mass", "t", 29.4),
    ("mass", {"t": 143, "kW_t": 70}, "power", "MW", 10.0),
    ("mass", {"kWh": 100, "Wh_kg": 150}, "battery mass", "kg", 667),
    ("mass", {"battery_kWh": 100, "specific_energy_Wh_kg": 150}, "battery mass", "kg", 667),
    ("mass", {"satellite_kg": 575, "satellites": 81}, "cluster mass", "t", 46.6),
    ("mass", {"area_m2": 3.64, "kg_m2": 3.6}, "panel mass", "kg", 13.1),
    ("mass", {"area_m2": 500, "areal_mass_kg_m2": [0.52, 0.23, 2.4]}, "mass", "t", 1.575),
    ("mass", {"panels": 16000, "panel_kg": 13.1}, "mass", "t", 209.6),
    ("mass", {"dry_t": 10, "propellant_t": 0.5}, "wet mass", "t", 10.5),
    ("mass", {"dry_kg": 1000, "margin_frac": 0.2}, "mass with margin", "kg", 1200),
    ("mass", {"km2": 0.045, "areal_kg_m2": 3.15, "control_frac": 0.05}, "satellite mass", "t", 148.8),
    ("mass", {"area_m2": 45000, "layers_kg_m2": [0.52, 0.23, 2.4], "control_frac": 0.05}, "satellite mass", "t", 148.8),
    ("mass", {"kg": 575, "kW": 28}, "specific mass", "kg/kW", 20.5),
    ("mass", {"kg_per_kW": 20.5, "MW": 100}, "mass", "t", 2050),
    ("mass", {"m2": 45000, "areal_kg_m2": 3.15}, "mass", "t", 141.75),
    ("mass", {"mass_t": 148.8, "area_m2": 45000}, "areal mass", "kg/m2", 3.307),
    ("mass", {"array_m2": 100, "kg_m2": 2.95, "overhead_frac": 0.05}, "array mass", "kg", 309.75),
    ("mass", {"satellites": 1000000, "sat_t": 2.1}, "total mass", "Mt", 2.1),
    ("mass", {"kW": 100, "kg": 2500}, "specific mass", "kg/kW", 25),
    ("mass", {"W": 750, "kg": 13.1}, "specific power", "W/kg", 57.3),
    ("mass", {"PV_kg_kW": 16.6, "radiator_kg_kW": 10, "battery_kg_kW": 2.8}, "specific mass", "kg/kW", 29.4),
    ("power", {"usd_kW_2025": 2157, "rise": 0.1}, "cost after a further rise", "USD/kW", 2372.7),
    ("power", {"usd_kW": 1300, "rise_pct": 66}, "cost before rise", "USD/kW", 783),
    ("power", {"usd_kW": 1300, "rise_pct": 66}, "cost after rise", "USD/kW", 2158),
    ("power", {"usd_kW_2022": 785, "rise": 2.06}, "2025 cost", "USD/kW", 2402),
]  # fmt: skip


@pytest.fixture
def ask(tmp_path):
    """Made-up rows (topic, inputs, label, unit, expected) through verify: their records."""

    def several(rows, tolerance="1%"):
        path = tmp_path / "cases.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(COLUMNS)
            for number, (topic, inputs, label, unit, expected) in enumerate(rows):
                writer.writerow((number, topic, json.dumps(inputs), label, expected, unit, tolerance, "printed", ""))
        return verify(path)

    return several


def test_every_committed_row_is_met():
    records = [record for record in verify(REFERENCE_CASES) if record["topic"] in TOPICS]
    assert {topic: sum(r["topic"] == topic for r in records) for topic in TOPICS} == TOPICS
    assert {record["status"] for record in records} == {"met"}


@pytest.mark.parametrize("topic", TOPICS)
def test_siblings_are_met(ask, topic):
    rows = [row for row in SIBLINGS if row[0] == topic]
    records = ask(rows)
    assert len(rows) >= 20
    assert [(r["output"], r["computed"], r["reason"]) for r in records if r["status"] != "met"] == []


def test_siblings_with_wrong_values_miss(ask):
    records = ask([(*row[:4], row[4] * 1.5) for row in SIBLINGS])
    assert {record["status"] for record in records} == {"missed"}


def test_the_unit_plays_no_part(ask):
    """The old wing's specific power in four units."""
    inputs = {"kW": 31, "kg": 1100}
    units = [("W/kg", 28.18), ("kW/t", 28.18), ("kW/kg", 0.02818), ("MW/t", 0.02818)]
    records = ask([("solar_array", inputs, "specific power", unit, expected) for unit, expected in units])
    assert {record["status"] for record in records} == {"met"}


@pytest.mark.parametrize(
    ("inputs", "label", "unit", "said"),
    [
        ({"kW": 31, "frobs": 3}, "specific power", "W/kg", "no meaning is known for the input 'frobs'"),
        ({"kW": 31}, "specific power", "W/kg", "no function"),
        ({"usd_kW": 2157, "rise": 0.66}, "cost", "USD/kW", "the label does not decide"),
        ({"kW": 31, "kg": 1100}, "specific power", "K", "gives a result in 'K'"),
    ],
)
def test_what_is_not_known_is_refused(ask, inputs, label, unit, said):
    (record,) = ask([("power", inputs, label, unit, 1)])
    assert record["status"] == "not covered" and said in record["reason"]
