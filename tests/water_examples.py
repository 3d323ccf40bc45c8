"""Small tables of water from which its figures can be drawn."""

import numpy as np
import pandas as pd

CAMPUS_WATERS = pd.DataFrame(
    [("fairwater_wi", "published", 1e4, 5.9e6, 5.3e6, 8.5e6, True),
     ("abilene_tx", "usage_effectiveness", 2e6, 8e6, 7.9e6, 1.1e7, False)],
    columns=["site", "basis", "site_water_withdrawal_m3_per_year", "power_plant_water_consumption_m3_per_year",
             "plants_without_hydro_m3_per_year", "power_plant_water_withdrawal_m3_per_year", "chosen"],
)  # fmt: skip
HOURS = pd.DataFrame(
    [("Milwaukee airport", "fairwater_wi fairwater_wi_full", 0.0, 6000.0, 25.3, True),
     ("Milwaukee airport", "fairwater_wi fairwater_wi_full", 26.0, 3.0, 25.3, True),
     ("Cheyenne airport", "jade_wy", 0.0, 5000.0, 16.1, False), ("Cheyenne airport", "jade_wy", 16.0, 40.0, 16.1, False)],
    columns=["station", "sites", "wet_bulb_degc", "hours_above", "exceeded_degc", "chosen"],
)  # fmt: skip
DESIGNS = pd.DataFrame(
    [("fairwater_wi", "closed_loop", 1.09, 0.0015, True, False), ("fairwater_wi", "evaporative_tower", 1.13, 1.56, True, False),
     ("zone 5A", "evaporative_tower", 1.14, 2.2, False, True), ("AWS Ohio", "outside_air", np.nan, 0.1, False, True)],
    columns=["site", "design", "overhead_ratio", "water_l_per_kwh", "chosen", "published"],
)  # fmt: skip
EXAMPLES = {"water_of_campuses": (CAMPUS_WATERS,), "hours_above_wet_bulb": (HOURS,), "cooling_by_climate": (DESIGNS,)}
