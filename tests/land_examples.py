"""One small table for every figure of land and megawatts."""

import numpy as np
import pandas as pd

OUTLINE = pd.DataFrame({"ring": [1] * 5, "x_m": [0, 4000, 4000, 0, 0], "y_m": [0, 0, 9000, 9000, 0]})
COUNTRY = OUTLINE.assign(x_m=OUTLINE["x_m"] * 500 - 1e6, y_m=OUTLINE["y_m"] * 300)
MEGAWATTS = pd.DataFrame({
    "site": ["fairwater_wi"] * 3 + ["rainier_in"], "kind": ["it_peak", "utility_peak", "it_average", "it_peak"],
    "mw": [369.0, 450.0, 295.0, 1925.0], "published": [True, True, False, True], "used": [True, False, False, True],
    "chosen": [True, True, True, False],
})  # fmt: skip
RINGS = pd.DataFrame({
    "site": ["fairwater_wi"] * 4 + ["rainier_in"] * 4, "ring": ["buildings", "campus", "energy_supply", "fuel_chain"] * 2,
    "acres": [13.8, 325.0, 50.0, 3700.0, np.nan, 1200.0, 255.0, 18800.0], "chosen": [True] * 4 + [False] * 4,
})  # fmt: skip
RINGS["manhattan_ratio"] = RINGS["acres"] / 14611
SQUARES = pd.DataFrame({
    "site": ["stratos_ut", "homercity_pa", "fairwater_wi", "jade_wy"], "km2": [166.7, 12.9, 1.3, 2.4], "manhattan_km2": 59.1,
    "kind": ["greenfield", "brownfield", "taken before", "not in our sources"], "chosen": [False, False, True, False],
})  # fmt: skip
PLACES = pd.DataFrame({
    "site": ["jade_wy", "fairwater_wi", "lighthouse_wi", "town"], "label": ["", "", "", "A town"],
    "east_m": [-735e3, 658e3, 654e3, 570e3], "north_m": [2035e3, 2219e3, 2294e3, 2240e3],
    "mw": [1636.0, 369.0, 902.0, np.nan], "chosen": [False, True, False, False],
})  # fmt: skip
OVER = pd.DataFrame({
    "group": ["ground"] * 4 + ["orbit_land"] * 2 + ["orbit_area"] * 2 + ["place"],
    "item": ["buildings", "campus", "energy_supply", "fuel_chain", "launch_and_ground_station", "fuel_chain_orbit",
             "orbital_array", "orbital_radiator", "A town"],
    "km2": [0.05, 1.3, 0.2, 15.0, 1.4, 1.0, 2.3, 0.6, 36.0],
})  # fmt: skip
EXAMPLES = {
    "megawatts_by_definition": (MEGAWATTS,), "land_in_four_rings": (RINGS,), "campuses_beside_manhattan": (SQUARES, OUTLINE),
    "campuses_on_the_map": (PLACES, COUNTRY), "rings_over_a_place": (OVER, OUTLINE),
}  # fmt: skip
