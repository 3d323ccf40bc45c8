"""Tidy tables of what a town notices: jobs by land, power and money, water and sewers, roads, sound."""

import numpy as np
import pandas as pd

from earth_or_orbit import scenario, study, units
from earth_or_orbit.constants import HOURS_PER_YEAR
from earth_or_orbit.facts import Data
from earth_or_orbit.quantities import taxes, town
from earth_or_orbit.tables.bills import Three, three, three_or_nan, widened
from earth_or_orbit.tables.places import campus, fleet

WORKS = ("place_foxconn_promised_wi", "place_foxconn_actual_wi", "place_hyundai_ga", "place_portage_solar_wi",
         "place_gas_plants_la")  # fmt: skip
OTHER_CAMPUSES = ("place_anthropic_us",)  # without a site file
OF_ORBIT = ("place_starbase_tx", "place_space_coast_fl", "place_exploration_park_fl", "place_kuiper_kirkland_wa",
            "place_kuiper_florida_fl", "place_bastrop_tx", "place_terafab_tx")  # fmt: skip
JOB_LINES = ("operations_jobs_count", "permanent_jobs_count", "it_power_average_mw", "campus_land_m2", "construction_job_years")
ORBIT_LINES = ("permanent_jobs_count", "permanent_jobs_per_mw", "permanent_jobs_per_billion_usd", "construction_job_years",
               "launch_and_ground_station_land_m2", "operations_jobs_count")  # fmt: skip
FACTS = ("campus_permanent_jobs_count", "staffing_count_per_mw", "campus_construction_jobs_peak_count",
         "construction_jobs_mean_to_peak_ratio", "campus_construction_time_months", "construction_job_years_per_mw",
         "output_per_job_usd_per_year", "satellite_operations_jobs_ratio")  # fmt: skip
JOB_COLUMNS = ["place", "kind", "jobs", "low", "high", "legal", "at_place", "per_mw", "per_acre", "per_billion",
               "per_billion_low", "per_billion_high", "construction_per_mw", "enduring_frac", "rule"]  # fmt: skip
RULE = "us_space_economy_2023"  # national accounts behind the ledger's output per job in orbit
RULES = {"ground": "ground_suppliers", "orbit": RULE}
SCOPE_LINES = ("operations_jobs_count", "plant_renewal_usd_per_year", "plant_upkeep_usd_per_year")
TOWN_OF = {"fairwater_wi_full": "fairwater_wi"}  # a later phase in the same town, with its own printed water
HOURS_OF_A_YEAR = HOURS_PER_YEAR
NOISES = ("noise_colossus2", "noise_loudoun", "noise_leesburg", "noise_complaints", "noise_granbury", "noise_lake_mariner",
          "noise_fairwater", "noise_starship_liftoff", "noise_starship_boom")  # fmt: skip


def _acres(land_m2: float) -> float:
    return units.convert(land_m2, "m2", "acre")


def _per_acre(jobs: float, land_m2: float) -> float:
    if not np.isfinite(land_m2) or land_m2 <= 0:
        return np.nan
    return units.convert(town.jobs_per_km2(jobs, units.convert(land_m2, "m2", "km2")), "1/km2", "1/acre")


def _per_billion(jobs: Three, capital: Three) -> Three:
    return tuple(taxes.jobs_per_billion_usd(j, c) for j, c in zip(jobs, capital[::-1], strict=True))


def _enduring(ready: study.Resolved, v: dict[str, float]) -> float:
    """Share of the horizon's job-years that are not construction. The first fleet is construction, its renewal is not."""
    lasting = v["permanent_jobs_count"] * study.value_of(ready, "horizon_years")
    return lasting / (lasting + v["construction_job_years"])


def _site_row(data: Data, site: str, case: str) -> tuple:
    ready = campus(data, site, case)
    v = {name: study.value_of(ready, name) for name in JOB_LINES}
    by_rule = ready.side.choices["jobs_basis"] == "staffing_rule"
    pick = ready.side.picks["staffing_count_per_mw" if by_rule else "campus_permanent_jobs_count"].fact
    ends = [e / pick.central * v["operations_jobs_count"] if e else v["operations_jobs_count"] for e in (pick.low, pick.high)]
    if not by_rule and len(data.rows(pick.subject, pick.quantity)) > 1:  # other prints widen the range
        printed = [e for f in data.rows(pick.subject, pick.quantity) for e in (f.low, f.central, f.high) if e]
        ends = [min(printed), max(printed)]
    jobs = (ends[0], v["operations_jobs_count"], ends[1])
    money = _per_billion(jobs, widened(data, f"place_{site}", "place_capital_usd"))
    legal = three_or_nan(data, f"place_{site}", "place_jobs_legal_count")[1]
    return (site, "campus", jobs[1], jobs[0], jobs[2], legal, jobs[1], town.jobs_per_mw(jobs[1], v["it_power_average_mw"]),
            _per_acre(jobs[1], v["campus_land_m2"]), money[1], money[0], money[2],
            v["construction_job_years"] / v["it_power_average_mw"], _enduring(ready, v), by_rule)  # fmt: skip


def _place_row(data: Data, place: str, kind: str) -> tuple:
    jobs = widened(data, place, "place_jobs_count")
    power, land = (three_or_nan(data, place, q)[1] for q in ("place_power_mw", "place_land_m2"))
    money = _per_billion(jobs, widened(data, place, "place_capital_usd"))
    legal = three_or_nan(data, place, "place_jobs_legal_count")[1]
    return (place, kind, jobs[1], jobs[0], jobs[2], legal, jobs[1], town.jobs_per_mw(jobs[1], power), _per_acre(jobs[1], land),
            money[1], money[0], money[2], np.nan, np.nan, False)  # fmt: skip


def _rule(data: Data, ready: study.Resolved, subject: str = RULE) -> Three:
    """The ledger's output per job, in its own dollars, with the ends of its judgement in the same proportion."""
    own, used = three(data, subject, "output_per_job_usd_per_year"), study.value_of(ready, "output_per_job_usd_per_year")
    return tuple(end * used / own[1] for end in own)


def _fleet_row(data: Data, concept: str, case: str, it_power_average_mw: float) -> tuple:
    ready = fleet(data, concept, case, it_power_average_mw)
    v = {name: study.value_of(ready, name) for name in ORBIT_LINES}
    per_job = _rule(data, ready)
    # Renewal jobs go with one over the output of a job; the ends of that judgement move them.
    made = v["permanent_jobs_count"] - v["operations_jobs_count"]
    low, high = (v["operations_jobs_count"] + made * per_job[1] / end for end in (per_job[2], per_job[0]))
    scale = v["permanent_jobs_per_billion_usd"] / v["permanent_jobs_count"]
    return (f"{concept}/{case}", "fleet", v["permanent_jobs_count"], low, high, np.nan, v["operations_jobs_count"],
            v["permanent_jobs_per_mw"],
            _per_acre(v["permanent_jobs_count"], v["launch_and_ground_station_land_m2"]), v["permanent_jobs_per_billion_usd"],
            low * scale, high * scale, v["construction_job_years"] / it_power_average_mw, _enduring(ready, v), True)  # fmt: skip


def site_power_mw(data: Data, site: str, case: str) -> float:
    """Average IT power of a campus, which the fleet beside it carries."""
    return study.value_of(campus(data, site, case), "it_power_average_mw")


def job_places(data: Data, site: str, concept: str, case: str) -> pd.DataFrame:
    """Permanent jobs of every campus, of works beside them, of places that build and launch, and of the fleet in both cases.

    Columns: place, kind (campus, works, orbit_place, fleet), jobs with its ends, legal (least number required), at_place
    (staff there), per_mw, per_acre, per_billion with its ends, construction_per_mw (job-years), enduring_frac (share of the
    horizon's job-years that are not construction), rule (from a rule, not from a count), chosen. Megawatts are of average IT
    power for campuses and fleets, and of output for the solar and gas plants. Dollars are announced ones for places,
    computers in some of them, and the ledger's first cost without accelerators for fleets.
    """
    rows = [_site_row(data, name, case) for name in scenario.names("ground", data.root)]
    rows += [_place_row(data, place, "campus") for place in OTHER_CAMPUSES]
    rows += [_place_row(data, place, "works") for place in WORKS]
    rows += [_place_row(data, place, "orbit_place") for place in OF_ORBIT]
    power = site_power_mw(data, site, case)
    rows += [_fleet_row(data, concept, each, power) for each in scenario.CASES]
    return pd.DataFrame(rows, columns=JOB_COLUMNS).assign(chosen=lambda t: t["place"].isin((site, f"{concept}/{case}")))


def same_scope(data: Data, site: str, concept: str, case: str) -> pd.DataFrame:
    """Jobs at the place and jobs of those who keep its plant up and renew it, on both sides: side, at_place, suppliers, ends.

    The two numbers are the parts of the ledger's permanent jobs. Those who make accelerators and energy are left out.
    """
    rows = []
    ready = {"ground": campus(data, site, case), "orbit": fleet(data, concept, case, site_power_mw(data, site, case))}
    for side, one in ready.items():
        v = {n: study.value_of(one, n) for n in SCOPE_LINES}
        per_job = _rule(data, one, RULES[side])
        spent = v["plant_renewal_usd_per_year"] + v["plant_upkeep_usd_per_year"]
        rows.append((side, v["operations_jobs_count"], spent, *(town.jobs_of_spending_count(spent, p) for p in per_job[::-1])))
    return pd.DataFrame(rows, columns=["side", "at_place", "spending_usd_per_year", "low", "suppliers", "high"])


def rule_checks(data: Data, concept: str, case: str) -> dict[str, float]:
    """The ledger's output per job beside what is published: SpaceX's revenue over its staff, and Kirkland's jobs a satellite."""
    ready = fleet(data, concept, case, 1.0)
    rule = _rule(data, ready)
    staff, output = (three(data, "place_spacex_all", q)[1] for q in ("place_jobs_count", "output_usd_per_year"))
    redmond = three(data, "place_redmond_wa", "place_satellites_per_year")[1]
    jobs, made = (three(data, "place_kuiper_kirkland_wa", q) for q in ("place_jobs_count", "place_satellites_per_year"))
    price = study.value_of(ready, "satellite_price_usd")
    return {"rule": rule[1], "rule_low": rule[0], "rule_high": rule[2], "spacex_per_job": output / staff, "spacex_staff": staff,
            "spacex_by_rule": town.jobs_of_spending_count(output, rule[1]),
            "kirkland": town.jobs_per_satellite_count(jobs[1], made[1]), "redmond": redmond, "satellite_usd": price,
            "by_rule": town.satellite_jobs_by_rule_count(price, rule[1])}  # fmt: skip


def water_shares(data: Data, case: str) -> pd.DataFrame:
    """A campus's water and sewage beside its town's: site, flow, site_m3_per_day, town_m3_per_day, share.

    What the town's flow is differs by site and stands in `town_is`. Sites whose town's figure was not found have nan.
    """
    rows = []
    for site in scenario.names("ground", data.root):
        ready, subject = campus(data, site, case), f"town_{TOWN_OF.get(site, site)}"
        mean = units.convert(study.value_of(ready, "site_water_consumption_m3_per_year"), "m3/year", "m3/day")
        peak = study.value_of(ready, "site_water_peak_m3_per_day")
        supply, sewer, sewage, people = (three_or_nan(data, subject, q)[1] for q in (
            "town_water_m3_per_day", "town_sewer_m3_per_day", "campus_sewage_peak_m3_per_day", "town_people_count"))  # fmt: skip
        if np.isfinite(people):
            each = units.convert(three(data, "us_water", "water_per_person_l_per_day")[1], "L", "m3")
            supply = town.town_draw_m3_per_day(people, each)
        told = _what_the_town_is(data, subject)
        rows += [(site, "water_mean", mean, supply, told), (site, "water_peak", peak, supply, told)]
        if np.isfinite(sewer) and site not in TOWN_OF:  # the sewage of one phase is printed
            rows.append((site, "sewage_peak", sewage, sewer, data.rows(subject, "town_sewer_m3_per_day")[0].note))
    table = pd.DataFrame(rows, columns=["site", "flow", "site_m3_per_day", "town_m3_per_day", "town_is"])
    return table.assign(share=town.town_share_frac(table["site_m3_per_day"], table["town_m3_per_day"]))


def _what_the_town_is(data: Data, subject: str) -> str:
    """What the figure beside a campus's water is, as its fact says it."""
    rows = data.rows(subject, "town_water_m3_per_day")
    if rows:
        return rows[0].note
    if not data.rows(subject, "town_people_count"):
        return "Neither a utility's figure nor the town's people were found."
    return "What the town's people draw by the national mean; no utility's figure was found."


def roads(data: Data, site: str, concept: str, case: str) -> dict[str, float]:
    """Crashes beside a campus; hours of road closed by launches: allowed, for one launch, and for this fleet."""
    crashes = {f.valid_year: f.central for f in data.rows("town_richland_la", "crashes_per_year")}
    allowed = three(data, "town_boca_chica_tx", "road_closure_h_per_year")
    each = town.closure_h_per_launch(allowed[1], three(data, "town_boca_chica_tx", "allowed_launches_per_year")[1])
    ready = fleet(data, concept, case, site_power_mw(data, site, case))
    launches = study.value_of(ready, "launches_per_year")
    return {"crashes": crashes[max(crashes)], "crashes_before": crashes[min(crashes)], "allowed_h": allowed[1],
            "allowed_high_h": allowed[2], "per_launch_h": each, "launches": launches,
            "fleet_h": town.closed_road_h_per_year(launches, each)}  # fmt: skip


def noises(data: Data) -> pd.DataFrame:
    """Sounds as published: noise, level_db with ends, distance_km, words, source. Levels of different kind are not comparable."""
    rows = []
    for name in NOISES:
        level, far = (three_or_nan(data, name, q) for q in ("noise_level_db", "noise_distance_km"))
        words = [f for f in data.facts if f.subject == name and f.quantity == "noise_text"]
        own = next(f for f in data.facts if f.subject == name)
        rows.append((name, level[0], level[1], level[2], far[1], words[0].text_value if words else "", own.source_id))
    return pd.DataFrame(rows, columns=["noise", "low", "level_db", "high", "distance_km", "words", "source_id"])
