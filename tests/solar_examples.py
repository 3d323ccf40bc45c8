"""A small table for every figure of solar with storage."""

import numpy as np
import pandas as pd

HOURS = np.arange(168)
SUN = np.maximum(0, 6 * np.sin((HOURS % 24 - 6) / 12 * np.pi))


def _week(name: str, begins: int, share: float) -> pd.DataFrame:
    sun = share * SUN
    direct = np.minimum(sun, 1)
    return pd.DataFrame({
        "week": name, "begins_day": begins, "hour_of_week": HOURS, "direct_mw_per_mw": direct,
        "discharged_mw_per_mw": 0.8 * (1 - direct), "unserved_mw_per_mw": 0.2 * (1 - direct),
        "charged_mw_per_mw": 0.6 * (sun - direct), "curtailed_mw_per_mw": 0.4 * (sun - direct),
        "stored_h": 10 + 8 * np.sin(HOURS / 24 * 2 * np.pi), "solar_mw_per_mw": 8.0, "storage_h": 24.0,
    })  # fmt: skip


def _contour(reliability: float, factor: float) -> pd.DataFrame:
    solar = np.arange(4, 30, 0.5)
    storage = np.where(solar > 5, factor * (12 + 120 / (solar - 3)), np.nan)
    price = 15 * solar + 4 * storage
    least = np.arange(len(solar)) == np.nanargmin(price)
    return pd.DataFrame({"reliability_frac": reliability, "solar_mw_per_mw": solar, "storage_h": storage,
                         "cost_usd_per_mwh": np.where(np.isnan(price), np.inf, price), "is_least": least})  # fmt: skip


SITES = pd.DataFrame(
    [
        ("abilene_tx", "Abilene airport", "TX", 8.2, 0.292, 11.0, 23.3),
        ("homercity_pa", "Johnstown airport", "PA", 36.7, 0.192, np.nan, np.nan),
    ],
    columns=["place", "station", "state", "distance_km", "capacity_factor_frac", "solar_mw_per_mw", "storage_h"],
)
YEARS = pd.DataFrame(
    [
        ("abilene_tx", 0.999, "put together", 0.98, 0.99, 0.998, 0.97, 1.5),
        ("abilene_tx", 0.999, "neighbours", 0.981, 0.99, 1.0, 0.98, 1.4),
        ("homercity_pa", 0.999, "put together", 0.96, 0.97, 0.99, 0.95, np.nan),
        ("homercity_pa", 0.999, "neighbours", 0.96, 0.97, 0.99, 0.95, np.nan),
    ],
    columns=[
        "place",
        "reliability_asked_frac",
        "years",
        "reliability_low_frac",
        "reliability_median_frac",
        "reliability_high_frac",
        "reliability_worst_frac",
        "enlarged_ratio",
    ],
)
EXAMPLES = {
    "weeks_of_sun": (pd.concat([_week("hardest", 314, 0.3), _week("july", 196, 1.0)], ignore_index=True),),
    "designs_by_reliability": (pd.concat([_contour(r, f) for r, f in ((0.95, 0.5), (0.99, 0.8), (0.999, 1), (0.9999, 1.3))]),),
    "sun_of_sites": (SITES,),
    "reliability_of_other_years": (YEARS,),
}
