"""Published radiators, panels and view factors through `verify`: names, units, siblings, what is corrected or refused."""

import csv
import json

import pytest

from earth_or_orbit.published import REFERENCE_CASES, verify

COLUMNS = (
    "id", "topic", "inputs", "output_quantity", "expected_value", "unit", "tolerance_suggested", "basis", "known_error",
)  # fmt: skip
TOPICS = {"thermal": 2, "radiator": 15, "starcloud_radiator": 6}
CALCULATOR = {
    "alpha_pv": 0.92, "eps_pv": 0.85, "eps_rad": 0.9, "eta": 0.22, "beta_deg": 90, "alt_km": 550, "solar": 1361,
    "earth_IR": 237, "albedo": 0.3, "T_space_K": 3,
}  # fmt: skip
WHITE_PAPER = {"eps": 0.92, "T_K": 293.15, "sides": 2, "view_factor": 0.25, "albedo": 0.3, "solar": 1366, "T_earth_K": 253.15}


@pytest.fixture
def ask(tmp_path):
    """One made-up row through verify: its record."""

    def one(topic, inputs, label, unit, expected=1.0, known_error=""):
        path = tmp_path / "cases.csv"
        row = ("made up", topic, json.dumps(inputs), label, expected, unit, "0.2%", "printed", known_error)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([COLUMNS, row])
        return verify(path)[0]

    return one


def test_every_committed_row_is_met():
    records = [record for record in verify(REFERENCE_CASES) if record["topic"] in TOPICS]
    assert {topic: sum(r["topic"] == topic for r in records) for topic in TOPICS} == TOPICS
    assert {record["status"] for record in records} == {"met"}


def test_the_calculators_panel_stands_beside_the_exact_one():
    (record,) = [r for r in verify(REFERENCE_CASES) if r["topic"] == "thermal" and r["unit"] == "degC"]
    assert record["computed"] == pytest.approx(62.6, abs=0.05)
    assert record["corrected"] == pytest.approx(68.9, abs=0.1)
    assert "0.258" in record["corrected_note"]


# Values by hand, from the calculator's other cases, or from the codes named in test_view_factors.
@pytest.mark.parametrize(
    ("inputs", "label", "unit", "expected"),
    [
        ({**CALCULATOR, "beta_deg": 75, "alt_km": 800}, "bifacial panel equilibrium temperature", "K", 338.0287),
        ({**CALCULATOR, "eps_pv": 0.5, "eps_rad": 0.5}, "bifacial panel equilibrium temperature", "degC", 112.728),
        ({**CALCULATOR, "eps_pv": 0.5, "eps_rad": 0.5, "VF": 0.021184}, "panel temperature", "degC", 112.728),
        ({**CALCULATOR, "VF_front": 0.2578, "VF_back": 0.2578}, "panel temperature", "K", 342.1),
        (CALCULATOR, "panel temperature with the exact view factor", "degC", 68.95),
        ({"alpha": 0.92, "eps_front": 0.85, "eps_back": 0.9, "alt_km": 550, "solar": 1361, "OLR": 237}, "panel", "degC", 68.95),
        ({"Re_km": 6371, "alt_km": 650}, "nadir plate view factor to Earth", "-", 0.823412),
        ({"Re_km": 6371, "altitude_km": 400}, "view factor of a plate facing down", "%", 88.53),
        ({"Re_km": 6371, "alt_km": 650}, "edge-on plate view factor to Earth", "-", 0.240574),
        ({"R_earth_km": 6371, "alt_m": 1e6}, "edge-on view factor, per face", "-", 0.193893),
        ({"alt_km": 550, "tilt_deg": 60, "Re_km": 6371}, "view factor", "-", 0.500147),
        ({"alt_km": 300, "nadir_angle_deg": 120, "Re_km": 6371}, "tilted plate", "-", 0.110111),
        ({"alt_km": 800, "beta_deg": 75, "Re_km": 6371}, "panel view factor per side, heuristic", "-", 0.0847201),
        ({"alt_km": 550, "beta_deg": 90, "Re_km": 6371}, "exact orbit-mean view factor", "-", 0.257773),
        ({"alt_km": 550, "Re_km": 6371}, "Earth angular radius", "deg", 67.0039),
        ({"max_die_C": 85, "temp_drop_C": 10}, "radiator temperature", "degC", 75),
        ({"alpha": 1, "eps": 1, "solar": 1361, "sides": 2}, "plate equilibrium temperature", "degC", 57.83),
        ({"alpha": 0.2, "emissivity": 0.85, "solar_W_m2": 1361, "faces": 1}, "equilibrium temperature", "K", 274.13),
        ({"alpha": 1, "eps": 1, "S": 1361}, "isothermal sphere", "degC", 5.17),
        ({"absorbed_W_m2": 300, "eps": 0.85, "sides": 2}, "equilibrium temperature", "K", 236.19),
        ({"T_earth_K": 254}, "Earth infrared", "W/m2", 236.02),
        ({"T_C": 60, "eps": 0.9, "sides": 2}, "emission", "kW/m2", 1.2573),
    ],
)
def test_thermal_siblings(ask, inputs, label, unit, expected):
    record = ask("thermal", inputs, label, unit, expected)
    assert record["status"] == "met", (record["function"], record["computed"], record["reason"])


@pytest.mark.parametrize(
    ("inputs", "label", "unit", "expected"),
    [
        ({"Q_kW": 150, "area_m2": 110, "eps": 0.85, "sides": 2, "sink_K": 0}, "required temperature", "degC", 71.72),
        ({"area_m2": 110, "T_K": 347.15, "eps": 0.85, "sides": 2, "sink_K": 0}, "heat rejected", "kW", 154.0),
        ({"area_m2": 110, "flux_W_m2": 1400}, "heat", "kW", 154),
        ({"heat_kW": 154, "flux_W_m2": 1400}, "radiator area", "m2", 110),
        ({"power_kW": 150, "T_C": 60, "eps": 0.85, "sides": 2, "T_sink_K": 200}, "radiator area", "m2", 145.18),
        ({"flux_W_m2": 633.08, "emissivity": 0.92, "sides": 2, "T_K": 293.15}, "implied sink temperature", "K", 190.5),
        ({"flux_W_m2": 671.5, "T_K": 320, "sink_K": 250, "sides": 2}, "emissivity", "-", 0.9),
        ({"kg": 1122, "length_m": 23.3, "width_m": 3.4}, "areal mass", "kg/m2", 14.163),
        ({"kg": 740.7, "area_m2": 42.43}, "areal mass", "kg/m2", 17.457),
        ({"area_m2": 110, "areal_kg_m2": 7}, "radiator mass", "t", 0.77),
        ({"area_m2": 2500, "IT_MW": 1}, "radiator area per kW", "m2/kW", 2.5),
        ({"area_m2": 2500, "IT_MW": 1}, "radiator flux", "W/m2", 400),
        ({"flux_W_m2": 1400, "areal_kg_m2": 7}, "radiator mass", "kg/kW", 5),
        ({"flux_W_m2": 500, "areal_kg_m2": 5}, "specific power", "W/kg", 100),
        ({"T_K": 350, "T_sink_K": 250, "eps": 0.9, "sides": 2, "areal_kg_m2": 4}, "radiator mass", "kg/kW", 3.5306),
        ({"T_C": 60, "Q_W": 700, "eps": 0.85, "absorbed_W_m2": 100, "sides": 1}, "radiator area", "m2", 1.4178),
        (
            {"T_K": 330, "eps": 0.85, "sides": 2, "k_W_mK": 167, "thickness_mm": 0.5, "half_width_mm": 50},
            "fin efficiency", "-", 0.88136,
        ),
        ({"T_in_C": 2.8, "T_out_C": -40, "sink_K": 222}, "mean radiating temperature", "K", 249.06),
        ({"dp_kPa": 100, "density_kg_m3": 600, "cp_J_kgK": 4800, "dT_K": 10, "pump_eff": 0.3}, "pump share", "%", 1.1574),
        ({"kW": 150, "cp_kJ_kgK": 4.8, "dT_C": 10}, "coolant flow", "kg/s", 3.125),
        ({"Tj_C": 85, "chip_power_W": 1200, "R_K_W": 0.03}, "coolant inlet temperature", "degC", 49),
        ({"alt_km": 550}, "edge-on view factor", "-", 0.25789),
    ],
)  # fmt: skip
def test_radiator_siblings(ask, inputs, label, unit, expected):
    record = ask("radiator", inputs, label, unit, expected)
    assert record["status"] == "met", (record["function"], record["computed"], record["reason"])


@pytest.mark.parametrize(
    ("changes", "expected", "corrected"),
    [
        ({"alpha": 0.09}, 633.13, 584.81),
        ({"alpha": 0.09, "earth_sides": 2}, 618.67, 522.03),
        ({"alpha": 0.09, "alpha_ir": 0.92, "faces_seeing_earth": 2}, 522.03, 522.03),
        ({"alpha": 0.09, "sun_sides": 0}, 756.07, 707.75),
    ],
)
def test_faces_that_see_earth_or_sun(ask, changes, expected, corrected):
    record = ask("starcloud_radiator", {**WHITE_PAPER, **changes}, "net radiator capacity", "W/m2", expected, "an error")
    assert record["status"] == "met", (record["function"], record["computed"], record["reason"])
    assert record["corrected"] == pytest.approx(corrected, abs=0.01)


def test_what_cannot_be_is_refused_with_its_reason(ask):
    cold = ask("radiator", {"kW": 1, "T_K": 200, "sink_K": 250, "eps": 0.9, "sides": 2}, "radiator area", "m2")
    assert cold["status"] == "missed" and "must exceed sink_temperature_k" in cold["reason"]
    tilt = ask("thermal", {"alt_km": 550, "tilt_deg": 270}, "view factor", "-")
    assert tilt["computed"] is None and "between 0 and 180" in tilt["reason"]
    tied = ask("thermal", {"alt_km": 550, "Re_km": 6371}, "figure", "-")
    assert tied["status"] == "not covered" and "label does not decide" in tied["reason"]
