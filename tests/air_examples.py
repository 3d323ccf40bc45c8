"""Small tables from which the figures of air and climate can be drawn."""

import numpy as np
import pandas as pd


def frame(columns: str, *rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=columns.split())


BY_PLACE = frame(
    "place side what central low high chosen",
    *((p, s, w, 0.2, 0.1, 0.3, True) for p, s in (("fairwater_wi", "ground"), ("spacex_ai1", "orbit")) for w in ("nox", "co2")),
    *(("saline_mi", "ground", w, 0.4, np.nan, np.nan, False) for w in ("nox", "co2")),
)
PERMITS = frame(
    "permit pollutant mark central low high",
    ("permit_colossus1", "nox", "permit", 79.0, np.nan, np.nan),
    ("permit_colossus1", "nox", "two_ppm_catalyst", 70.0, np.nan, np.nan),
    ("permit_virginia_engines", "pm", "tier_2_hours", 118.0, 59.0, 590.0),
)
BASES = frame(
    "site basis kg_per_mwh chosen", ("fairwater_wi", "location_average", 510.0, True), ("fairwater_wi", "marginal", 880.0, True),
    ("saline_mi", "location_average", 650.0, False),
)  # fmt: skip
HEALTH = frame(
    "place side usd_per_mwh low high chosen", ("fairwater_wi", "ground", 25.0, 20.0, 45.0, True),
    ("spacex_ai1", "orbit", 10.0, np.nan, np.nan, True),
).assign(published=39.0, published_low=29.0, published_high=49.0)  # fmt: skip
EXAMPLES = {"air_by_place": (BY_PLACE,), "permits_beside_factors": (PERMITS,), "carbon_by_basis": (BASES,),
            "health_cost_by_place": (HEALTH,)}  # fmt: skip
