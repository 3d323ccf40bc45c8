"""The best case of each side, filled by the same rules: promised case, most jobs, least tax not taken."""

import pandas as pd

from earth_or_orbit import study, units
from earth_or_orbit.facts import Data
from earth_or_orbit.quantities import town
from earth_or_orbit.tables import community, taxes
from earth_or_orbit.tables.bills import three
from earth_or_orbit.tables.places import campus, fleet

CASE = "promised"
LAND = {"ground": "campus_land_m2", "orbit": "launch_and_ground_station_land_m2"}
FORGONE = ("computers_tax_forgone", "property_tax_forgone")


def best_cases(data: Data, site: str, concept: str) -> pd.DataFrame:
    """One row for each side: at_place, suppliers, per_mw, per_acre (of staff at the place), enduring_frac, forgone_usd_per_year.

    Staff are the most that was printed or judged; suppliers are the most that `same_scope` gives. Lasting is
    what is no construction among the job-years of both over the horizon.
    """
    scope = community.same_scope(data, site, concept, CASE).set_index("side")
    power = community.site_power_mw(data, site, CASE)
    places = community.job_places(data, site, concept, CASE).set_index("place")
    run = three(data, "fleet_operations", "satellite_operations_jobs_ratio")
    most = {"ground": places.loc[site, "high"], "orbit": scope.loc["orbit", "at_place"] * run[2] / run[1]}
    ready = {"ground": campus(data, site, CASE), "orbit": fleet(data, concept, CASE, power)}
    levied = taxes.of_pair(data, site, concept, CASE).set_index(["side", "line"])["low"]
    rows = []
    for side, one in ready.items():
        built, years, land = (study.value_of(one, q) for q in ("construction_job_years", "horizon_years", LAND[side]))
        lasting = (most[side] + scope.loc[side, "high"]) * years
        per_acre = units.convert(town.jobs_per_km2(most[side], units.convert(land, "m2", "km2")), "1/km2", "1/acre")
        rows.append((side, most[side], scope.loc[side, "high"], town.jobs_per_mw(most[side], power), per_acre,
                     lasting / (lasting + built), sum(levied[side, line] for line in FORGONE)))  # fmt: skip
    return pd.DataFrame(rows, columns=["side", "at_place", "suppliers", "per_mw", "per_acre", "enduring_frac",
                                       "forgone_usd_per_year"])  # fmt: skip
