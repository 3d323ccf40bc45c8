"""Small tables from which the race's figures can be drawn."""

import numpy as np
import pandas as pd


def frame(columns: str, *rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=columns.split())


RACE = frame(
    "what name side case pace date mw low high status",
    ("actor", "spacex_ai1", "orbit", "demonstrated", "grown", 2030.0, 20.0, 9.0, 40.0, ""),
    ("actor", "spacex_ai1", "orbit", "promised", "grown", 2030.0, 0.0, np.nan, np.nan, ""),
    ("actor", "spacex_ai1", "orbit", "promised", "as_stated", 2030.0, 90.0, 50.0, 99.0, ""),
    ("campus", "fairwater_wi", "ground", "", "", 2026.0, 0.0, np.nan, np.nan, ""),
    ("campus", "fairwater_wi", "ground", "", "", 2027.0, 295.0, 240.0, 330.0, ""),
    ("published", "fairwater_wi", "ground", "", "", 2026.6, 295.0, np.nan, np.nan, "happened"),
    ("milestone", "openai", "orbit", "", "", 2025.9, np.nan, np.nan, np.nan, "ended"),
)  # fmt: skip
CADENCE = frame(
    "what vehicle year launches low high whole", ("counted", "falcon_9", 2024, 132.0, np.nan, np.nan, True),
    ("counted", "starship", 2026, 3.0, np.nan, np.nan, False), ("assumed", "starship_v3", 2026, 5.0, 5.0, 5.0, True),
    ("assumed", "starship_v3", 2027, 6.7, 6.2, 7.3, True), ("permitted", "slc_37", 2027, 76.0, np.nan, np.nan, True),
)  # fmt: skip
GOAL = frame(
    "side case what times", ("orbit", "demonstrated", "over_permits", 3800.0), ("orbit", "promised", "over_permits", 170.0),
    ("ground", "demonstrated", "over_turbines", 1.4), ("ground", "promised", "over_turbines", 0.0),
)  # fmt: skip
