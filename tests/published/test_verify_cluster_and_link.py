"""Published cases of laser links and of clusters: the committed rows, and made-up ones in other names and units."""

import csv
import json

import pytest

from earth_or_orbit.published import PublishedCaseError, verify

TOPICS = {"suncatcher_optics": 11, "suncatcher_cluster": 1, "cluster": 3}
# Inputs, unit of the answer, label, value and tolerance in per cent; each value by hand from the formulas of the sources.
OPTICS = [
    ({"D_cm": 10, "lambda_nm": 1550, "eta": 0.8}, "dB", "gain", 105.17, 0.1),
    ({"telescope_diameter_mm": 80, "wavelength_um": 1.064, "efficiency": 0.7}, "dBi", "telescope gain", 105.92, 0.1),
    ({"aperture_m": 0.1, "wavelength_m": 1.55e-06}, "dB", "ideal gain", 106.14, 0.1),
    ({"Pt_W": 5, "Gt_dB": 105.1, "Gr_dB": 105.1, "wavelength_nm": 1550, "distance_km": 5000, "loss_dB": 3},
     "uW", "received power", 1.597, 1),
    ({"Pt_dBm": 37, "gain_dB": 105.1, "lambda_um": 1.55, "d_km": 5000, "other_loss_dB": -3}, "dBm", "received power", -27.96, 1),
    ({"Pt_W": 5, "aperture_cm": 10, "aperture_eff": 0.8, "wavelength_m": 1.55e-06, "d_m": 5000000.0, "other_loss_dB": -3},
     "W", "received power at 5,000 km", 1.65e-06, 1),
    ({"Pt_W": 5, "tx_aperture_m": 0.1, "rx_aperture_m": 0.2, "eta": 0.8, "lambda_m": 1.55e-06, "d_km": 5000},
     "uW", "received power", 13.14, 1),
    ({"aperture_mm": 50, "wavelength_nm": 1550}, "urad", "diffraction half angle", 37.8, 0.5),
    ({"D_m": 0.1, "lambda_m": 1.064e-06}, "deg", "divergence", 0.000744, 1),
    ({"beam_radius_mm": 50, "wavelength_nm": 1550}, "urad", "gaussian divergence", 9.87, 0.5),
    ({"theta_urad": 37.8, "d_km": 1000}, "m", "spot radius", 37.8, 0.5),
    ({"aperture_m": 0.1, "wavelength_m": 1.55e-06, "d_m": 5000000.0}, "m", "spot radius at 5,000 km", 94.5, 0.5),
    ({"beam_radius_m": 0.025, "wavelength_m": 1.55e-06}, "km", "confocal link distance (2x2 of 5 cm)", 1.25, 3),
    ({"aperture_cm": 5, "wavelength_um": 1.55}, "km", "confocal distance", 1.267, 0.5),
    ({"aperture_m": 0.1, "sub_apertures": "2x2", "wavelength_m": 1.55e-06}, "km", "confocal link distance", 1.25, 3),
    ({"aperture_m": 0.1, "n_per_side": 4, "wavelength_m": 1.55e-06}, "m", "confocal link distance", 316.7, 0.5),
    ({"aperture_m": 0.1, "beams": 16, "wavelength_m": 1.55e-06}, "m", "confocal link distance", 316.7, 0.5),
    ({"link_distance_km": 5, "wavelength_nm": 1550}, "cm", "minimum beam radius", 4.967, 0.5),
    ({"link_distance_km": 5, "wavelength_nm": 1550}, "cm", "minimum aperture diameter", 9.93, 0.5),
    ({"aperture_m": 0.1, "distance_km": 1.25, "wavelength_nm": 1550}, "-", "parallel beams", 4.05, 0.5),
    ({"channels": 32, "Gbps_per_channel": 400}, "Tbps", "bandwidth per aperture", 12.8, 0.1),
    ({"wavelengths": 48, "channel_rate_Gbps": 800}, "Gbps", "aggregate", 38400, 0.1),
    ({"grid_GHz": 75, "Gbps_per_channel": 400}, "Tbps", "bandwidth", 12.8, 0.1),
    ({"band_THz": 4.8, "grid_GHz": 100}, "channels", "channels", 48, 0.1),
    ({"grid_GHz": 75}, "-", "channels", 32, 0.1),
    ({"bandwidth_THz": 2.4, "grid_GHz": 50, "rate_Gbps": 400}, "Tb/s", "capacity", 19.2, 0.1),
    ({"channels": 24, "Gbps_per_channel": 400, "beams": 16}, "Tbps", "total bandwidth", 153.6, 0.1),
    ({"channels": 24, "Gbps_per_channel": 400, "array": "2x2"}, "Tbps", "total bandwidth", 38.4, 0.1),
    ({"channels": 32, "dBm_per_channel": -20}, "mW", "required received power", 0.32, 0.1),
    ({"n_channels": 48, "sensitivity_dBm": -23}, "uW", "required received power", 240.6, 0.1),
    ({"channels": 24, "power_per_channel_uW": 10}, "dBm", "required", -6.2, 0.5),
    ({"rx_dBm": -23, "rate_Gbps": 400, "wavelength_nm": 1550}, "photons/bit", "photons per bit", 97.8, 0.5),
    ({"received_uW": 10, "bitrate_Gbps": 400, "lambda_m": 1.55e-06}, "PPB", "photons per bit", 195.1, 0.5),
    ({"rx_power_W": 1.6e-06, "photons_per_bit": 71, "wavelength_m": 1.55e-06}, "Gbps", "bandwidth at 5,000 km", 175.8, 0.5),
    ({"limit": "Shannon-Hartley"}, "photons/bit", "photons per bit", 1.39, 0.5),
    ({"spectral_efficiency": 0}, "-", "Shannon limit", 1.386, 0.1),
    ({"Pt_W": 5, "Gt_dB": 105.1, "Gr_dB": 105.1, "other_loss_dB": -3, "required_uW": 240, "wavelength_nm": 1550},
     "km", "range", 407.9, 0.1),
    ({"Pt_W": 10, "Gt_dB": 105.1, "Gr_dB": 105.1, "loss_dB": 3, "rx_required_mW": 0.24, "margin_dB": 3},
     "km", "range", 408.3, 0.2),
    ({"Pt_W": 5, "aperture_m": 0.1, "aperture_eff": 0.8, "loss_dB": 3, "channels": 24, "dBm_per_channel": -20},
     "km", "reach", 414.1, 0.1),
    ({"Pt_W": 5, "Gt_dB": 105.1, "Gr_dB": 105.1, "wavelength_m": 1.55e-06, "d_km": 300, "loss_dB": -3, "rx_required_mW": 0.24},
     "dB", "link margin at 300 km", 2.67, 1),
    ({"received_power_mW": 0.48, "required_power_mW": 0.24}, "dB", "margin", 3.01, 0.1),
    ({"wavelength_nm": 1550, "distance_km": 5000}, "dB", "free-space loss", 272.16, 0.1),
    ({"aperture_radius_cm": 5, "wander_fraction": 0.05, "distance_km": 10}, "urad", "pointing", 0.25, 0.1),
    ({"aperture_cm": 10, "wander_pct": 10, "d_km": 5}, "urad", "pointing accuracy", 1.0, 0.1),
    ({"pointing_error_urad": 1, "half_angle_urad": 9.87}, "dB", "pointing loss", 0.0892, 1),
]  # fmt: skip
SUNCATCHER_CLUSTER = [
    ({"radius_m": 2000, "ellipse_semi_axes_m": [2000, 1000], "cell_m": [100, 200]},
     "satellites", "satellites in planar cluster", 314.2, 0.1),
    ({"radius_km": 1, "ellipse_semi_axes_km": [1, 0.5], "cell_m": [200, 150]}, "-", "satellites", 52.36, 0.1),
    ({"R_m": 1000, "d_min_m": 100}, "satellites", "planar cluster size", 78.5, 0.1),
    ({"R_km": 1, "cell_m": [100, 200]}, "satellites", "planar cluster size", 78.5, 0.1),
    ({"semi_major_m": 1000, "semi_minor_m": 500, "cell_radial_m": 100, "cell_along_m": 200}, "-", "n", 78.5, 0.1),
    ({"R_m": 1000}, "m", "radial half height of the ellipse", 500, 0.1),
    ({"R_m": 1000, "n_sats": 81}, "m", "least neighbour spacing", 98.5, 0.1),
    ({"d_min_m": 100}, "m", "maximum nearest-neighbour distance", 200, 0.1),
    ({"d_min_m": 100}, "m", "maximum diagonal distance", 282.8, 0.1),
    ({"alt_km": 650, "radius_km": 1}, "m/s", "relative speed", 1.0715, 0.1),
    ({"drift_m_s_y_per_km": 3, "radius_km": 1.5}, "m/s/y", "delta-v", 4.5, 0.1),
    ({"drift_m_s_y_km": 3, "radius_km": 1, "years": 5}, "m/s", "delta-v over mission", 15, 0.1),
]  # fmt: skip
CLUSTER = [
    ({"Rmax_km": 2, "Rmin_m": 100}, "satellites", "optimal planar cluster size", 1452, 1),
    ({"R_max_m": 500, "R_min_m": 100}, "satellites", "planar cluster size", 90.75, 1),
    ({"Rmax_m": 1500, "Rmin_m": 100}, "satellites", "3D cluster size", 911.25, 0.1),
    ({"radius_m": 1000, "spacing_m": 50}, "-", "number of satellites in a three-dimensional cluster", 2160, 0.1),
    ({"Rmax_m": 1000, "Rmin_m": 100}, "satellites", "Suncatcher cluster size", 78.5, 4),
    ({"Rmax_m": 1000, "Rmin_m": 100, "design": "3D"}, "satellites", "size", 270, 0.1),
    ({"Rmax_m": 1000, "Rmin_m": 100, "design": "planar"}, "satellites", "size", 362.8, 0.1),
    ({"Rmax_m": 1000, "Rmin_m": 100, "lattice": "square"}, "satellites", "planar cluster size", 314.2, 0.1),
    ({"ratio": 13.5}, "satellites", "3D cluster size", 664.3, 0.1),
    ({"Rmax_m": 1000, "Rmin_m": 100, "coefficient": 3.63, "exponent": 2}, "satellites", "size", 363, 0.1),
    ({"planar_coefficient": 3.63, "spatial_coefficient": 0.27}, "-", "Rmax/Rmin at which 3D beats planar", 13.44, 0.1),
    ({"k": 12, "L": 3}, "-", "fraction of satellites that carry compute", 0.667, 0.1),
    ({"isls": 6, "layers": 4}, "%", "compute share", 37.5, 0.1),
    ({"k_isl": 10, "clos_layers": 3}, "-", "fraction of satellites that are switches", 0.375, 0.1),
    ({"n_sats": 367, "k_isl": 10, "clos_layers": 3}, "satellites", "satellites that carry compute", 229.4, 0.1),
    ({"n_sats": 264, "k_isl": 10, "clos_layers": 3}, "satellites", "switch satellites", 99, 0.1),
    ({"n_sats": 1000, "Rmin_m": 100}, "km", "3D cluster radius", 1.547, 0.1),
    ({"n_sats": 1000, "Rmin_m": 100}, "m", "planar cluster radius", 1660, 0.1),
]  # fmt: skip
MADE_UP = [
    (topic, *case)
    for topic, cases in (("suncatcher_optics", OPTICS), ("suncatcher_cluster", SUNCATCHER_CLUSTER), ("cluster", CLUSTER))
    for case in cases
]


@pytest.fixture
def answers(tmp_path):
    """Writes cases to a file and returns what the model says to each."""

    def of(*cases):
        path = tmp_path / "cases.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["id", "topic", "inputs", "output_quantity", "expected_value", "unit", "tolerance_suggested"])
            for number, (topic, inputs, unit, label, value, percent) in enumerate(cases):
                writer.writerow([number, topic, json.dumps(inputs), label, value, unit, f"{percent}%"])
        return verify(path)

    return of


def test_the_committed_rows_are_met():
    records = [record for record in verify() if record["topic"] in TOPICS]
    assert {topic: sum(record["topic"] == topic for record in records) for topic in TOPICS} == TOPICS
    assert [record["id"] for record in records if record["status"] != "met"] == []


def test_made_up_rows_reach_the_right_function(answers):
    wrong = [
        (case, record["status"], record["function"], record["computed"], record["reason"])
        for case, record in zip(MADE_UP, answers(*MADE_UP), strict=True)
        if record["status"] != "met"
    ]
    assert not wrong, "\n".join(map(str, wrong))


def test_the_range_row_comes_from_friis_terms(answers):
    terms = {"Pt_W": 5, "Gt_dB": 105.1, "Gr_dB": 105.1, "other_loss_dB": -3, "rx_required_mW": 0.24}
    plain, halved, nearer = answers(
        ("suncatcher_optics", terms, "km", "range", 300, 40),
        ("suncatcher_optics", {**terms, "Pt_W": 1.25}, "km", "range", 300, 40),
        ("suncatcher_optics", {**terms, "margin_dB": 2.667}, "km", "range", 300, 1),
    )
    assert plain["function"] == "link_range_m" and plain["computed"] == pytest.approx(407.85, rel=1e-3)
    assert halved["computed"] == pytest.approx(plain["computed"] / 2)
    assert nearer["status"] == "met"


def test_a_list_is_its_elements_and_what_they_are_must_be_known(answers):
    good = {"ellipse_semi_axes_m": [1000, 500], "cell_m": [100, 200]}
    one, turned, three, words, unknown, mixed = answers(
        *(
            ("suncatcher_cluster", {**good, **change}, "satellites", "satellites", 78.54, 1)
            for change in (
                {},
                {"cell_m": [200, 100]},
                {"cell_m": [100, 100, 200]},
                {"cell_m": [100, "200"]},
                {"sides_m": [1, 2]},
                {"radius_m": 1000},
            )
        )
    )
    assert one["status"] == turned["status"] == mixed["status"] == "met"
    assert three["computed"] is None and "has 3 elements" in three["reason"]
    assert words["computed"] is None and "neither a number nor a text" in words["reason"]
    assert unknown["computed"] is None and "no meaning is known for the input 'sides_m'" in unknown["reason"]


@pytest.mark.parametrize("inputs", ['{"cell_m": [1e999, 2]}', '{"cell_m": [NaN, 2]}', '{"cell_m": [null, 2]}'])
def test_a_list_of_what_is_no_number_is_refused(tmp_path, inputs):
    path = tmp_path / "cases.csv"
    header = "id,topic,inputs,output_quantity,expected_value,unit,tolerance_suggested"
    quoted = inputs.replace('"', '""')
    path.write_text(f'{header}\nA,suncatcher_cluster,"{quoted}",satellites,81,-,5%\n', encoding="utf-8")
    with pytest.raises(PublishedCaseError, match="column inputs"):
        verify(path)


def test_what_cannot_be_told_apart_is_not_guessed(answers):
    both = {"Rmax_m": 1000, "Rmin_m": 100}
    undecided, decided, angle = answers(
        ("cluster", both, "satellites", "it", 363, 1),
        ("cluster", both, "satellites", "3D cluster", 270, 1),
        ("suncatcher_optics", {"aperture_m": 0.1, "wavelength_nm": 1550}, "urad", "it", 18.9, 1),
    )
    assert undecided["status"] == "not covered" and "label does not decide" in undecided["reason"]
    assert decided["status"] == "met"
    assert angle["function"] == "diffraction_half_angle_urad"  # a gain in dB is no angle, though neither has a dimension


def test_a_tolerance_in_decibels_holds_for_a_level(tmp_path):
    path = tmp_path / "cases.csv"
    inputs = json.dumps({"Pt_W": 5, "Gt_dB": 105.1, "Gr_dB": 105.1, "wavelength_nm": 1550, "d_km": 5000, "loss_dB": 3})
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "topic", "inputs", "output_quantity", "expected_value", "unit", "tolerance_suggested"])
        for value in (-28.0, -28.5):
            writer.writerow(["A", "suncatcher_optics", inputs, "received power", value, "dBm", "0.1 dB"])
    assert [record["status"] for record in verify(path)] == ["met", "missed"]
