"""Small tables, made by hand, for the figures of bills, public money and jobs."""

import numpy as np
import pandas as pd

JOB_COLUMNS = ["place", "kind", "jobs", "low", "high", "legal", "at_place", "per_mw", "per_acre", "per_billion", "rule", "chosen"]
JOBS = pd.DataFrame(
    [("fairwater_wi", "campus", 550.0, 500.0, 550.0, np.nan, 550.0, 1.9, 1.7, 170.0, False, True),
     ("rainier_in", "campus", 1000.0, 400.0, 1000.0, 400.0, 1000.0, 0.65, 0.83, 91.0, False, False),
     ("place_hyundai_ga", "works", 8100.0, 8100.0, 8500.0, np.nan, 8100.0, np.nan, 2.8, 1070.0, False, False),
     ("place_starbase_tx", "orbit_place", 3400.0, 3400.0, 4000.0, np.nan, 3400.0, np.nan, 9.7, 1130.0, False, False),
     ("spacex_ai1/promised", "fleet", 1300.0, 950.0, 2100.0, np.nan, 50.0, 4.4, 24.0, 310.0, True, True)],
    columns=JOB_COLUMNS,
)  # fmt: skip
BILLS = pd.DataFrame(
    [("storm_bonds", "check", 6.1, 10.2, 13.4, 10.0, 10.0, 10.0), ("louisiana_line", "line", 0.7, 1.6, 2.7, -1.0, 1.0, 1.0),
     ("wisconsin_ordered", "left", 0.0, 0.0, 0.0, np.nan, np.nan, np.nan),
     ("promoter", "claim", -6.7, -5.1, -3.1, np.nan, np.nan, np.nan)],
    columns=["case", "group", "low", "central", "high", "published_low", "published", "published_high"],
)  # fmt: skip
MONEY = pd.DataFrame(
    [("place_hyperion_la_2030", "ground", "sales_tax", 6.6e6, 6.6e6, 1.1e7, 6.6e7, False),
     ("place_terafab_tx", "orbit", "property_tax", 5.6e4, 0.0, 2.9e6, 5.6e4, True)],
    columns=["place", "side", "kind", "per_job_usd", "low", "high", "legal_usd", "computed"],
)  # fmt: skip
EXAMPLES = {"jobs_by_place": (JOBS,), "household_bill": (BILLS,), "public_money_per_job": (MONEY,)}
