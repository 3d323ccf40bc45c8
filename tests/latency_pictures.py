"""Small tables from which the figures of latency can be drawn."""

import pandas as pd


def frame(columns: str, *rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=columns.split())


MEASURED = frame("source_id distance_km measured_round_trip_ms light_ms computed_ms",
                 ("ibm-latency-2025", 1000.0, 21.0, 9.8, 19.8), ("aws-pings-2017", 9000.0, 150.0, 88.0, 141.0))  # fmt: skip
CITIES = frame("city ground_ms ground_low ground_high orbit_ms orbit_best orbit_worst orbit_low orbit_high",
               ("Chicago", 16.0, 11.0, 28.0, 40.0, 16.0, 62.0, 39.0, 62.0),
               ("Jakarta", 254.0, 212.0, 394.0, 51.0, 16.0, 89.0, 50.0, 79.0))  # fmt: skip
PEOPLE = frame("who ms share_frac low high", *((who, ms, share, 0.9 * share, share) for who, ms, share in (
    ("one_campus", 20.0, 0.01), ("one_campus", 50.0, 0.04), ("one_campus", 100.0, 0.09),
    ("fleet_mesh", 20.0, 0.10), ("fleet_mesh", 50.0, 0.60), ("fleet_mesh", 100.0, 1.00))))  # fmt: skip
TOKENS = frame("bar part ms", ("ground", "network", 32.0), ("ground", "queue", 282.0), ("ground", "reading", 96.0),
               ("mlperf_interactive", "", 450.0))  # fmt: skip
LATENCY = {"measured_round_trips": (MEASURED,), "round_trips_by_city": (CITIES,), "people_within": (PEOPLE,),
           "first_token": (TOKENS,)}  # fmt: skip
