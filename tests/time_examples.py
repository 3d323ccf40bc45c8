"""Small tables from which the figures of time to power and of the share of the grid can be drawn."""

import numpy as np
import pandas as pd


def frame(columns: str, *rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=columns.split())


DATED = frame(
    "place side chosen waiting_months building_months filling_months first_power_months full_power_months first_low first_high "
    "first_done full_done approved_months trial_months elapsed_months judged_low judged judged_high",
    ("fairwater_wi", "ground", True, 6.0, 30.0, 2.0, 36.0, 38.0, 36.0, 36.0, True, True, 26.0, np.nan, 41.0, 29.0, 36.0, 38.0),
    ("jade_wy", "ground", False, 0.0, 26.0, 40.0, 26.0, 66.0, 25.5, 26.5, False, False, 0.0, np.nan, 9.0, 24.0, 30.0, 48.0),
    ("spacex_ai1", "orbit", True, np.nan, np.nan, np.nan, 29.0, np.nan, 23.0, 35.0, False, False, np.nan, 13.0, 8.0, 18.0, 30.0,
     48.0),
    ("google_suncatcher", "orbit", False, np.nan, np.nan, np.nan, np.nan, np.nan, np.nan, np.nan, False, False, np.nan, 11.0,
     11.0, 24.0, 36.0, 60.0),
)  # fmt: skip
LEADS = frame(
    "what name side own chosen low central high",
    ("lead", "grid", "ground", True, False, 29.0, 36.0, 38.0), ("lead", "nuclear", "ground", False, True, 84.0, 144.0, 184.0),
    ("lead", "spacex_ai1/promised", "orbit", False, False, 12.0, 24.0, 36.0),
    ("published", "nuclear", "ground", False, True, 184.0, 184.0, 184.0),
)  # fmt: skip
SHARES = frame(
    "site state utility share_of_state share_of_peak share_low share_high own_plant_frac chosen",
    ("fairwater_wi", "state_wisconsin", "we_energies", 0.04, 0.08, 0.08, 0.08, 0.0, True),
    ("hyperion_la_2030", "state_louisiana", "entergy_louisiana", 0.18, 0.26, 0.22, 0.31, 0.0, False),
    ("homercity_pa", "state_pennsylvania", "", 0.2, np.nan, np.nan, np.nan, 0.98, False),
)  # fmt: skip
EXAMPLES = {"time_to_power_by_place": (DATED,), "time_to_power_by_supply": (LEADS,), "share_of_grid": (SHARES,)}
