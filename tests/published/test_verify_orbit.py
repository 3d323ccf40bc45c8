"""Made-up cases of the orbit's kinds: what a reader would ask in other words, other units, and the other way round."""

import csv
import json

import pytest

from earth_or_orbit.published import REFERENCE_CASES, verify

# Inputs as they might be printed, the label, the value, its unit and tolerance. Values: closed forms by hand, the tables
# of rmcdonald-eclipse (6 h), Orekit's year's means, or textbook figures.
CASES = [
    ({"alt_km": 650, "LTAN_h": 18.0, "shadow": "conical umbra"}, "longest eclipse, dawn-dusk SSO", 19.47, "min", "2%"),
    ({"alt_km": 650, "LTAN_h": 18.0, "shadow": "penumbra"}, "longest eclipse incl. penumbra", 19.98, "min", "2%"),
    ({"alt_km": 550, "beta_deg": 0, "shadow": "umbra"}, "umbra duration", 35.47, "min", "0.1%"),
    ({"alt_km": 550, "beta_deg": 45, "shadow": "penumbra"}, "eclipse fraction of orbit", 0.3161, "frac", "0.1%"),
    ({"alt_km": 400, "beta_deg": 30}, "eclipse time per orbit", 35.0, "min", "3%"),
    ({"alt_km": 400, "beta_deg": 60}, "sunlit fraction", 0.7367, "frac", "2%"),
    ({"inc_deg": 97.6, "orbit": "dawn-dusk SSO"}, "minimum beta angle of the year", 58.96, "deg", "0.1 deg"),
    ({"inc_deg": 51.6}, "maximum beta angle", 75.04, "deg", "0.1 deg"),
    ({"alt_km": 500, "LTAN_h": 6}, "annual sunlit fraction", 94.7, "%", "0.2"),
    ({"alt_km": 700, "LTAN_h": 6}, "annual sunlit fraction", 96.7, "%", "0.2"),
    ({"alt_km": 1000, "LTAN_h": 6}, "annual sunlit fraction", 98.6, "%", "0.2"),
    ({"alt_km": 1200, "LTAN_h": 6}, "annual sunlit fraction", 99.4, "%", "0.2"),
    ({"alt_km": 1500, "LTAN_h": 6}, "annual sunlit fraction", 100, "%", "0.2"),
    ({"alt_km": 500, "orbit": "dawn-dusk SSO"}, "sunlit fraction of the year", 0.947, "-", "0.5%"),
    ({"alt_km": 500, "LTAN_h": 6}, "eclipse days per year", 100, "days", "3"),
    ({"alt_km": 500, "LTAN_h": 6}, "maximum eclipse duration", 22.7, "min", "1%"),
    ({"alt_km": 500}, "critical beta angle", 68.02, "deg", "0.05 deg"),
    ({"alt_km": 500}, "SSO inclination", 97.4, "deg", "0.05 deg"),
    ({"alt_km": 550}, "orbital period", 95.65, "min", "0.1%"),
    ({"alt_km": 550}, "longest eclipse (beta 0)", 35.6, "min", "1%"),
    ({"alt_km": 550}, "orbital velocity", 7.585, "km/s", "0.1%"),
    ({"alt_km": 550}, "ground speed", 6.98, "km/s", "0.5%"),
    ({"alt_km": 550}, "orbits per day", 15.05, "1/day", "0.1%"),
    ({"period_min": 95.65}, "semi-major axis", 6928, "km", "0.1%"),
    ({"period_min": 95.65}, "altitude", 550, "km", "1%"),
    ({"period_min": 95.65}, "orbital velocity", 7.585, "km/s", "0.1%"),
    ({"a_km": 6928.137}, "orbital period", 5739, "s", "0.1%"),
    ({"alt_km": 550}, "semi-major axis", 6928.1, "km", "0.1%"),
    ({"velocity_km_s": 7.585}, "altitude", 550, "km", "1%"),
    ({"v_m_s": 7585}, "period", 95.65, "min", "0.5%"),
    ({"alt_km": 550, "inc_deg": 53}, "nodal precession", -4.49, "deg/day", "0.5%"),
    ({"alt_km": 550, "inc_deg": 53}, "longest eclipse", 35.6, "min", "1%"),
    ({"alt_km": 550, "inc_deg": 53}, "mean eclipse fraction over a year", 0.312, "frac", "1%"),
    ({"alt_km": 550, "inc_deg": 53}, "mean sunlit fraction", 0.688, "frac", "1%"),
    ({"alt_km": 550, "inc_deg": 97.6, "LTAN_h": 18}, "annual eclipse fraction", 5.026, "%", "1%"),
    ({"alt_km": 550, "inc_deg": 97.6, "LTAN_h": 18}, "minimum beta", 58.96, "deg", "0.2 deg"),
    ({"alt_km": 550, "LTAN_h": 18}, "minimum beta angle over the year", 58.96, "deg", "0.2 deg"),
    ({"alt_km": 550, "LTAN_h": 18}, "maximum beta angle over the year", 86.9, "deg", "0.5 deg"),
    ({"LTAN_h": 6.0}, "lowest eclipse-free SSO altitude", 1391, "km", "2%"),
    ({"orbit": "dawn-dusk SSO"}, "lowest eclipse-free altitude", 1391, "km", "2%"),
    ({"inc_deg": 98.0}, "sun-synchronous altitude", 653.6, "km", "1%"),
    ({"inc_deg": 98.1, "LTAN_h": 18, "season": "June solstice"}, "beta angle", 58.46, "deg", "0.1 deg"),
    ({"inc_deg": 98.1, "LTAN_h": 18, "solar_longitude_deg": 270}, "beta angle", 74.66, "deg", "0.1 deg"),
    ({"alt_km": 550, "LTDN_h": 6.0}, "longest eclipse of the year", 21.7, "min", "1%"),
    ({"alt_km": 550, "inc_deg": 97.6, "LTAN_h": 18}, "annual sunlit fraction", 94.97, "%", "0.2"),
    ({"alt_km": 650, "orbit": "dawn-dusk"}, "annual eclipse fraction", 4.0, "%", "3%"),
    ({"alt_km": 700, "LTAN_h": 6}, "eclipsed orbits per year", 1170, "1/year", "4%"),
    ({"alt_km": 650, "beta_deg": 0}, "penumbra transition time", 8.5, "s", "5%"),
    ({"alt_km": 400, "inc_deg": 51.6, "beta_deg": 75}, "sunlit fraction", 1.0, "frac", "1%"),
    (
        {"alt_km": 680, "inc_deg": 98.1, "LTAN_h": 18.0, "obliquity_deg": 23.44, "shadow": "cylinder"},
        "longest eclipse",
        19.2,
        "min",
        "1%",
    ),
    ({"alt_km": 600, "beta_deg": 20}, "umbra fraction", 0.36, "frac", "3%"),
    ({"h_km": 780, "inc_deg": 86.4}, "period", 100.4, "min", "1%"),
    ({"altitude_km": 420, "inclination_deg": 51.6}, "longest eclipse", 36, "min", "3%"),
    ({"altitude_km": 1200, "LTAN_h": 6.0}, "longest eclipse", 8.6, "min", "3%"),
    ({"alt_km": 2000}, "SSO inclination", 104.89, "deg", "0.05 deg"),
    ({"alt_km": 2000, "LTAN_h": 6}, "min beta", 51.67, "deg", "0.1 deg"),
    ({"alt_km": 500, "inc_deg": 30}, "node drift per day", -6.62, "deg/day", "1%"),
    ({"alt_km": 650, "orbit": "noon-midnight SSO"}, "longest eclipse", 35.3, "min", "1%"),
    ({"alt_km": 550, "LTAN_h": 18, "shadow": "cylinder", "Re_km": 6371}, "annual eclipse fraction", 5.0, "%", "2%"),
    ({"alt_km": 550, "inc_deg": 53, "shadow": "penumbra", "LTAN_h": 18}, "year mean eclipse fraction", 31.19, "%", "0.3%"),
    ({"alt_km": 550, "beta_deg": 0, "R_earth_km": 6371}, "eclipse fraction", 0.3723, "frac", "0.5%"),
    ({"alt_km": 550, "beta_deg": 66.9}, "eclipse time", 3.5, "min", "60%"),
    ({"period_min": 100.9}, "SSO inclination", 98.6, "deg", "0.2 deg"),
    ({"alt_km": 1391, "orbit": "dawn-dusk SSO"}, "longest eclipse", 0, "min", "0.5 min"),
]
# What the model must not guess: the inputs, the label, the unit, and what the reason says.
REFUSED = [
    ({"alt_km": 7000}, "SSO inclination", "deg", "exist up to 5974 km"),
    ({"alt_km": 550, "beta_deg": 0, "shadow": "with refraction"}, "eclipse time", "min", "the model has no shadow"),
    ({"alt_km": 550, "beta_deg": 0, "earth": "triaxial"}, "eclipse time", "min", "the model has no earth"),
    ({"alt_km": 550, "beta_deg": 0, "eccentricity": 0.2}, "eclipse time", "min", "no meaning is known"),
    ({"alt_km": 550, "LTAN_h": 18}, "beta angle", "deg", "fit alike"),
]


def verified(folder, rows):
    with REFERENCE_CASES.open(encoding="utf-8", newline="") as file:
        columns = csv.DictReader(file).fieldnames
    path = folder / "cases.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        for number, (inputs, label, value, unit, tolerance) in enumerate(rows):
            writer.writerow(
                {
                    "id": f"made-{number}",
                    "topic": "orbit",
                    "inputs": json.dumps(inputs),
                    "output_quantity": label,
                    "expected_value": value,
                    "unit": unit,
                    "tolerance_suggested": tolerance,
                    "basis": "derived",
                }
            )
    return verify(path)


def test_every_made_up_case_is_met(tmp_path):
    missed = [
        f"{row[0]} {row[1]}: {record['computed']} by {record['function']}, {record['reason'] or record['status']}"
        for row, record in zip(CASES, verified(tmp_path, CASES), strict=True)
        if record["status"] != "met"
    ]
    assert not missed, "\n".join(missed)


@pytest.mark.parametrize(("inputs", "label", "unit", "said"), REFUSED)
def test_what_the_model_has_not_is_told(tmp_path, inputs, label, unit, said):
    (record,) = verified(tmp_path, [(inputs, label, 1.0, unit, "5%")])
    assert record["status"] != "met" and said in record["reason"]


def test_every_committed_orbit_case_is_met():
    records = [record for record in verify() if record["topic"] == "orbit"]
    assert len(records) >= 11
    assert {record["status"] for record in records} == {"met"}
