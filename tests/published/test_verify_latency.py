"""Published cases of latency: made-up rows in other people's names and units, each value from formulas written out here."""

import csv
import json
from math import acos, asin, atan2, ceil, cos, degrees, pi, radians, sin, sqrt

import pytest

from earth_or_orbit.published import verify

C, R, GM, RE = 299792.458, 6371.0, 398600.44, 6378.137


def great_circle(lat1, lon1, lat2, lon2):
    lat1, lon1, lat2, lon2 = map(radians, (lat1, lon1, lat2, lon2))
    return R * acos(sin(lat1) * sin(lat2) + cos(lat1) * cos(lat2) * cos(lon1 - lon2))


LONDON_NEW_YORK = great_circle(51.5074, -0.1278, 40.7128, -74.006)
TOKYO_SYDNEY = great_circle(35.6895, 139.6917, -33.8688, 151.2093)


def slant(h, elevation, radius=R):
    e = radians(elevation)
    return -radius * sin(e) + sqrt((radius * sin(e)) ** 2 + 2 * radius * h + h * h)


def central(h, elevation, radius=R):
    e = radians(elevation)
    return acos(radius / (radius + h) * cos(e)) - e


def turn_min(h):
    return 2 * pi * sqrt((RE + h) ** 3 / GM) / 60


def ms(km):
    return km / C * 1e3


# Inputs, label, value, unit, tolerance.
FIBRE = [
    ({"distance_km": 5570, "n": 1.4675}, "one-way fibre delay", 5570 * 1.4675 / C * 1e3, "ms", "0.1%"),
    ({"d_km": 5570, "fibre_n": 1.468}, "fibre RTT", 2 * ms(5570 * 1.468), "ms", "0.1%"),
    ({"distance_km": 1000, "refractive_index": 1.47, "c_km_s": 299792.458}, "round-trip time in fibre", 9.807, "ms", "0.1%"),
    ({"gc_distance_km": 8000, "fiber_index": 1.47, "stretch": 1.5}, "fiber round trip", 2 * ms(8000 * 1.47 * 1.5), "ms", "0.1%"),
    ({"d_m": 1.0e6, "n": 1.5}, "one-way propagation delay through fibre", 5.0035, "ms", "0.1%"),
    ({"distance_km": 100, "index": 1.468}, "propagation delay", 489.7, "us", "0.1%"),
    ({"route": "London-New York", "n": 1.47}, "great-circle fibre RTT", 2 * ms(LONDON_NEW_YORK * 1.47), "ms", "0.5%"),
    ({"from": "Tokyo", "to": "Sydney", "fibre_index": 1.468}, "one-way fibre delay", ms(TOKYO_SYDNEY * 1.468), "ms", "0.5%"),
    ({"city_a": "London", "city_b": "New York"}, "great-circle distance", LONDON_NEW_YORK, "km", "0.5%"),
    ({"lat1_deg": 51.5, "lon1_deg": 0, "lat2_deg": 40.7, "lon2_deg": -74, "n": 1.468}, "fibre RTT",
     2 * ms(great_circle(51.5, 0, 40.7, -74) * 1.468), "ms", "0.1%"),
    ({"lat1": 35.69, "lon1": 139.69, "lat2": -33.87, "lon2": 151.21}, "great-circle distance", TOKYO_SYDNEY, "km", "0.2%"),
    ({"n": 1.4682}, "speed of light in fibre", C / 1.4682, "km/s", "0.1%"),
    ({"n": 1.468}, "fraction of the speed of light", 1 / 1.468, "-", "0.1%"),
    ({"fibre_index": 1.47}, "vacuum speed gain over fibre", 0.47, "-", "0.5%"),
    ({"fibre_index": 1.468}, "fibre delay per km", 4.8967, "us/km", "0.1%"),
    ({"v_fibre_km_s": 204190}, "refractive index", C / 204190, "-", "0.1%"),
    ({"velocity_factor": 0.68}, "refractive index of the fibre", 1 / 0.68, "-", "0.1%"),
    ({"delay_us_km": 4.9}, "refractive index", 4.9e-6 * C, "-", "0.1%"),
    ({"distance_km": 1000, "one_way_ms": 4.9}, "refractive index", 4.9e-3 * C / 1000, "-", "0.1%"),
    ({"distance_km": 5570, "rtt_ms": 54.6}, "effective refractive index", 54.6e-3 * C / 2 / 5570, "-", "0.1%"),
    ({"distance_km": 5570, "rtt_ms": 75, "n": 1.468}, "path stretch", 75e-3 * C / 2 / 5570 / 1.468, "-", "0.1%"),
    ({"distance_km": 5570, "v_fibre_km_s": 204190}, "fibre RTT", 2 * 5570 / 204190 * 1e3, "ms", "0.1%"),
    ({"distance_km": 3000, "velocity_factor": 0.67}, "one-way delay in fibre", 3000 / (0.67 * C) * 1e3, "ms", "0.1%"),
    ({"rtt_ms": 20, "n": 1.468}, "maximum fibre distance", 20e-3 * C / 2 / 1.468, "km", "0.1%"),
    ({"rtt_ms": 50, "fibre_n": 1.468, "stretch": 1.6}, "reach", 50e-3 * C / 2 / 1.468 / 1.6, "km", "0.1%"),
    ({"distance_km": 384400}, "one-way light delay", 1.28222, "s", "0.1%"),
    ({"d_km": 5000}, "vacuum round trip", 2 * ms(5000), "ms", "0.1%"),
    ({"path_km": 12000}, "one-way delay in vacuum", ms(12000), "ms", "0.1%"),
    ({"isl_length_km": 5016}, "one-way propagation delay of the laser link", ms(5016), "ms", "0.1%"),
    ({"distance_km": 5570, "refractive_index": 1.4682, "route_factor": 1.3}, "RTT", 2 * ms(5570 * 1.4682 * 1.3), "ms", "0.1%"),
    ({"distance_km": 5570, "index": 1.5}, "one way delay (ms)", ms(5570 * 1.5), "ms", "0.1%"),
    ({"distance_km": 5570, "fibre_n": 1.47, "access_ms": 10}, "RTT", 2 * ms(5570 * 1.47) + 10, "ms", "0.1%"),
    ({"v_km_s": 200000, "d_km": 1000}, "one-way delay", 5, "ms", "0.1%"),
    ({"distance_km": 1000, "us_per_km": 4.9}, "RTT", 9.8, "ms", "0.1%"),
    ({"n": 1.4675}, "light speed in glass", C / 1.4675 / 1e3, "km/ms", "0.1%"),
    ({"one_way_ms": 27.3}, "RTT", 54.6, "ms", "0.1%"),
    ({"rtt_ms": 76, "distance_km": 5576, "n": 1.5}, "inflation over great-circle fibre", 76e-3 * C / 2 / 5576 / 1.5, "-", "0.1%"),
    ({"rtt_ms": 76, "distance_km": 5576}, "stretch over vacuum light", 76e-3 * C / 2 / 5576, "-", "0.1%"),
    ({"route": "London-New York"}, "round trip in vacuum along the great circle", 2 * ms(LONDON_NEW_YORK), "ms", "0.5%"),
]  # fmt: skip
SKY = [
    ({"alt_km": 550, "legs": 4}, "zenith bent-pipe RTT", 7.338, "ms", "0.1%"),
    ({"altitude_km": 1200, "legs": 2}, "zenith round trip", 8.006, "ms", "0.1%"),
    ({"h_km": 550, "legs": 1}, "one-way delay at zenith", 1.8346, "ms", "0.1%"),
    ({"alt_km": 650}, "one-way zenith delay, user to satellite", 2.168, "ms", "0.1%"),
    ({"alt_km": 650}, "round trip from the user to a satellite overhead", 4.336, "ms", "0.1%"),
    ({"alt_km": 550}, "one-way bent-pipe delay via a gateway", 3.669, "ms", "0.1%"),
    ({"alt_km": 550}, "bent-pipe round trip at zenith", 7.338, "ms", "0.1%"),
    ({"altitude": 35786, "legs": 4}, "GEO round trip", 477.5, "ms", "0.1%"),
    ({"alt_km": 35786}, "bent-pipe RTT", 477.5, "ms", "0.1%"),
    ({"alt_km": 35786}, "one-way delay via the satellite, ground to ground", 238.7, "ms", "0.1%"),
    ({"alt_km": 35786}, "one-way uplink delay", 119.4, "ms", "0.1%"),
    ({"alt_m": 550000, "legs": 4}, "RTT", 7.338, "ms", "0.1%"),
    ({"h_km": 550, "elev_deg": 25}, "slant range", slant(550, 25), "km", "0.2%"),
    ({"alt_km": 1200, "elevation_deg": 10, "R_km": 6371}, "slant range", slant(1200, 10), "km", "0.05%"),
    ({"altitude_km": 650, "min_elevation_deg": 40}, "maximum slant range", slant(650, 40), "km", "0.2%"),
    ({"alt_km": 550}, "distance to the horizon", slant(550, 0), "km", "0.2%"),
    ({"alt_km": 550, "elev_deg": 40}, "one-way delay to the satellite", ms(slant(550, 40)), "ms", "0.2%"),
    ({"alt_km": 550, "elev_deg": 40, "legs": 4}, "RTT", 4 * ms(slant(550, 40)), "ms", "0.2%"),
    ({"alt_km": 550, "elev_deg": 25}, "bent-pipe round trip", 4 * ms(slant(550, 25)), "ms", "0.2%"),
    ({"alt_km": 650, "elevation": 30}, "round trip user to satellite", 2 * ms(slant(650, 30)), "ms", "0.2%"),
    ({"h_km": 35786, "elev_deg": 10, "legs": 4}, "RTT via GEO", 4 * ms(slant(35786, 10)), "ms", "0.2%"),
    ({"slant_range_km": 1123, "legs": 4}, "round trip", 4 * ms(1123), "ms", "0.1%"),
    ({"slant_km": 1123}, "one-way uplink delay", ms(1123), "ms", "0.1%"),
    ({"alt_km": 550, "elev_deg": 25}, "coverage radius", R * central(550, 25), "km", "0.2%"),
    ({"altitude_km": 550, "min_elev_deg": 40}, "footprint diameter", 2 * R * central(550, 40), "km", "0.2%"),
    ({"alt_km": 650, "elev_deg": 25}, "footprint area", 2 * pi * R * R * (1 - cos(central(650, 25))), "km2", "0.4%"),
    ({"alt_km": 35786, "elev_deg": 0}, "share of the Earth's surface covered", 0.4244, "-", "0.2%"),
    ({"alt_km": 550, "elev_deg": 25}, "Earth central angle", degrees(central(550, 25)), "deg", "0.2%"),
    ({"alt_km": 550, "elev_deg": 25}, "nadir angle", degrees(asin(R * cos(radians(25)) / (R + 550))), "deg", "0.2%"),
    ({"alt_km": 550, "ground_distance_km": 500}, "elevation angle",
     degrees(atan2(cos(500 / R) - R / (R + 550), sin(500 / R))), "deg", "0.2%"),
    ({"alt_km": 550, "ground_distance_km": 646}, "slant range",
     sqrt(R**2 + (R + 550) ** 2 - 2 * R * (R + 550) * cos(646 / R)), "km", "0.1%"),
    ({"altitude_km": 550}, "zenith one-way delay", 1834.6, "us", "0.1%"),
    ({"alt_km": 35786}, "GEO RTT", 477.5, "ms", "0.1%"),
    ({"alt_km": 35786}, "one-way light time to GEO", 119.4, "ms", "0.1%"),
    ({"alt_km": 35786}, "GEO one-way (up and down)", 238.7, "ms", "0.1%"),
    ({"altitude_km": 550, "min_elevation_deg": 25}, "worst-case one-way user-satellite delay", ms(slant(550, 25)), "ms", "0.1%"),
    ({"alt_km": 550, "min_elevation_deg": 10}, "half-angle of coverage", degrees(central(550, 10)), "deg", "0.1%"),
    ({"alt_km": 550, "elev_deg": 25}, "percentage of Earth's surface covered", (1 - cos(central(550, 25))) * 50, "%", "0.1%"),
    ({"R_E_km": RE, "h_km": 550}, "maximum slant range at the horizon", slant(550, 0, RE), "km", "0.01%"),
    ({"alt_km": 550, "min_elevation_deg": 25}, "maximum pass duration", turn_min(550) * central(550, 25) / pi, "min", "0.3%"),
    ({"alt_km": 1200, "elev_deg": 10}, "visibility time of an overhead pass", turn_min(1200) * central(1200, 10) / pi * 60,
     "s", "0.3%"),
    ({"alt_km": 550, "elev_deg": 25}, "mean pass duration", turn_min(550) * central(550, 25) / 4, "min", "0.3%"),
]  # fmt: skip
MESH = [
    ({"alt_km": 550}, "maximum ISL range over the horizon", 2 * sqrt((R + 550) ** 2 - R**2), "km", "0.2%"),
    ({"altitude_km": 550, "grazing_altitude_km": 80}, "max ISL range", 2 * sqrt((R + 550) ** 2 - (R + 80) ** 2), "km", "0.2%"),
    ({"h_km": 650, "atmosphere_km": 100}, "longest laser link", 2 * sqrt((R + 650) ** 2 - (R + 100) ** 2), "km", "0.2%"),
    ({"route": "London-New York", "alt_km": 550}, "ISL path RTT",
     2 * ms(1100 + LONDON_NEW_YORK * (1 + 550 / R)), "ms", "0.5%"),
    ({"distance_km": 10000, "alt_km": 550}, "one-way delay over laser mesh", ms(1100 + 10000 * (1 + 550 / R)), "ms", "0.1%"),
    ({"d_km": 10000, "altitude": 550}, "satellite round trip by inter-satellite links",
     2 * ms(1100 + 10000 * (1 + 550 / R)), "ms", "0.1%"),
    ({"distance_km": 10000, "alt_km": 550, "elev_deg": 40}, "round trip over ISLs",
     2 * ms(2 * slant(550, 40) + (R + 550) * (10000 / R - 2 * central(550, 40))), "ms", "0.1%"),
    ({"distance_km": 10000, "alt_km": 550, "hops": 8, "per_hop_ms": 0.5}, "laser mesh RTT",
     2 * (ms(1100 + 10000 * (1 + 550 / R)) + 4), "ms", "0.1%"),
    ({"path_km": 8000, "hops": 6, "per_hop_ms": 0.1}, "one-way delay", ms(8000) + 0.6, "ms", "0.1%"),
    ({"alt_km": 550, "fibre_n": 1.47}, "break-even distance ISL vs fibre", 1100 * R / (1.47 * R - R - 550), "km", "0.2%"),
    ({"alt_km": 1150, "n": 1.5}, "crossover distance", 2300 * R / (1.5 * R - R - 1150), "km", "0.2%"),
    ({"alt_km": 550, "n": 1.468, "stretch": 1.5}, "distance beyond which ISL beats fibre",
     1100 * R / (1.468 * 1.5 * R - R - 550), "km", "0.2%"),
    ({"alt_km": 1150, "d_km": 11000}, "ISL round-trip time", 2 * ms(2300 + 11000 * (1 + 1150 / R)), "ms", "0.1%"),
    ({"alt_km": 550, "h_grazing_km": 80}, "max ISL range", 2 * sqrt((R + 550) ** 2 - (R + 80) ** 2), "km", "0.1%"),
    ({"distance_km": 5570, "n": 1.47}, "round-trip advantage of vacuum over fibre", 2 * ms(5570 * 0.47), "ms", "0.1%"),
    ({"distance_km": 10000, "alt_km": 550, "n": 1.47}, "RTT saving of ISLs over fibre",
     2 * ms(14700 - 1100 - 10000 * (1 + 550 / R)), "ms", "0.1%"),
    ({"alt_km": 550, "user_elev_deg": 40, "gateway_elev_deg": 25}, "bent-pipe RTT",
     2 * ms(slant(550, 40) + slant(550, 25)), "ms", "0.1%"),
    ({"distance_km": 12000, "isl_range_km": 5000}, "number of hops", ceil(12000 / 5000), "-", "0"),
    ({"d_km": 10000, "alt_km": 550, "link_km": 2000}, "number of links", ceil(10000 * (1 + 550 / R) / 2000), "hops", "0"),
    ({"distance_km": 3876, "alt_km": 550, "hops": 6}, "bent-pipe RTT", 36, "ms", "5%"),
    ({"route": "Seattle-New York", "mode": "bent pipe 6 hops, 550 km shell"}, "RTT", 36, "ms", "5%"),
    ({"distance_km": 600, "alt_km": 550}, "bent-pipe round trip via a gateway",
     4 * ms(sqrt(R**2 + (R + 550) ** 2 - 2 * R * (R + 550) * cos(300 / R))), "ms", "0.1%"),
    ({"rtt_ms": 50, "prompt_tokens": 2000, "prefill_tok_s": 10000}, "time to first token", 250, "ms", "0.1%"),
    ({"ttft_ms": 450, "output_tokens": 501, "tpot_ms": 40}, "total response time", 20.45, "s", "0.1%"),
]  # fmt: skip
# What the inputs leave open is not answered: one leg or two, glass or vacuum, one way or back, with or without links.
OPEN = [
    ({"alt_km": 550}, "one-way delay", 1.83, "ms"),
    ({"distance_km": 1000, "delay_ms": 4.9}, "fibre refractive index", 1.47, "-"),
    ({"refractive_index": 1.4675}, "RTT per 1000 km", 9.79, "ms"),
    ({"alt_km": 550}, "zenith RTT", 3.67, "ms"),
    ({"distance_km": 1000}, "fibre RTT", 9.8, "ms"),
    ({"distance_km": 1000, "n": 1.47}, "latency", 4.9, "ms"),
    ({"distance_km": 1000, "n": 1.47}, "vacuum RTT", 6.67, "ms"),
    ({"distance_km": 5570, "n": 1.47}, "percentage advantage of vacuum over fibre, round trip", 47, "%"),
    ({"distance_km": 10000, "alt_km": 550}, "satellite RTT over the internet gateways", 80, "ms"),
    ({"route": "London-Atlantis", "n": 1.47}, "fibre RTT", 55, "ms"),
    ({"alt_km": 550, "elev_deg": 25}, "number of passes per day", 6, "-"),
    ({"alt_km": 550, "elev_deg": 25}, "time between passes", 12, "min"),
    ({"alt_km": 550, "measured_ms": 26}, "queueing delay", 18.7, "ms"),
]


def verdicts(tmp_path, rows):
    path = tmp_path / "cases.csv"
    columns = ["id", "topic", "inputs", "output_quantity", "expected_value", "unit", "tolerance_suggested"]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for number, (inputs, label, value, unit, *tolerance) in enumerate(rows):
            writer.writerow([f"X-{number}", "latency", json.dumps(inputs), label, value, unit, *(tolerance or ["1%"])])
    return verify(path)


@pytest.mark.parametrize("rows", [FIBRE, SKY, MESH], ids=["fibre", "sky", "mesh"])
def test_rows_in_other_names_and_units_are_met(tmp_path, rows):
    found = verdicts(tmp_path, rows)
    faults = [
        f"{row[0]} {row[1]!r}: {record['status']}, computed {record['computed']}, expected {row[2]}, {record['reason']}"
        for row, record in zip(rows, found, strict=True)
        if record["status"] != "met"
    ]
    assert not faults, "\n".join(faults)


def test_a_wrong_value_is_missed_and_not_met(tmp_path):
    rows = [(inputs, label, 1.1 * value, unit, tolerance) for inputs, label, value, unit, tolerance in (FIBRE + SKY + MESH)]
    assert {record["status"] for record in verdicts(tmp_path, rows)} == {"missed"}


def test_what_the_inputs_leave_open_is_not_answered(tmp_path):
    found = verdicts(tmp_path, OPEN)
    faults = [f"{row[0]} {row[1]!r}: {record['function']} {record['computed']}" for row, record in zip(OPEN, found, strict=True)
              if record["status"] != "not covered"]  # fmt: skip
    assert not faults, "\n".join(faults)
