"""Small tables of networks and workloads for the tests of the figures."""

import numpy as np
import pandas as pd


def frame(columns: str, *rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=columns.split())


LINKS = frame(
    "role name distance_m far_m rate_gbps", ("budget", "suncatcher", 100.0, 100.0, 4e5), ("budget", "suncatcher", 1e7, 1e7, 10.0),
    ("link", "starlink_lasers", 5e6, 5e6, 200.0), ("link", "spacex_ai1_lasers", 5e4, 5e4, 1000.0),
    ("span", "cluster", 100.0, 200.0, np.nan), ("span", "fleet", 5e4, 5e6, np.nan),
)  # fmt: skip
HALVES = frame(
    "design side bisection_gbps computing_frac donor", ("ring", "orbit", 600.0, 1.0, False),
    ("switched", "orbit", 2e5, 0.73, True), ("campus_fabric", "ground", 3e7, 1.0, False),
)  # fmt: skip
SITES_OUT = frame(
    "kind sites available_frac out_h_per_year", ("independent", 1.0, 0.69, 2717.0), ("independent", 2.0, 0.904, 842.0),
    ("australian_sites", 8.0, 0.9997, 2.63),
)  # fmt: skip
MARGINS = frame(
    "side workload link margin verdict", ("orbit", "training", "fabric", 0.07, "does_not_fit"),
    ("ground", "training", "fabric", 6.9, "fits_with_room"), ("orbit", "chat", "ground", 30.0, "fits_with_room"),
    ("orbit", "chat", "fabric", np.inf, "fits_with_room"), ("ground", "backup", "ground", 0.0, "does_not_fit"),
)  # fmt: skip
EXAMPLES = {
    "link_rate_by_distance": (LINKS,), "bisection_by_design": (HALVES,), "availability_by_sites": (SITES_OUT,),
    "workload_fit": (MARGINS,),
}  # fmt: skip
