"""What surrounds the race: launches by year, what a goal of power a year takes, what a rocket would have needed, milestones."""

import csv
import re

import numpy as np
import pandas as pd

from earth_or_orbit import scenario, units
from earth_or_orbit.facts import Data, FactError
from earth_or_orbit.quantities import fleet_ramp, goal_power
from earth_or_orbit.study import MATCHED
from earth_or_orbit.tables.mass_and_power import fact_of, number
from earth_or_orbit.tables.places import campus, fleet
from earth_or_orbit.tables.race import FLEET_MW, GROWTH, Actors, campus_average_mw, years_to

STATUSES = ("happened", "plan", "ended")
MILESTONE_COLUMNS = ("date", "due", "actor", "side", "what", "status", "source_id")
YEAR_ENDS = "-12-31"
EVIDENCE_ENDS = "2026-10-10"  # last day to which events were followed; later plans are unverified
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?$")
FILING = "spacex_odc_filing"
# Rockets for the fleet that OpenAI would have needed: the subject of the payload, and of the share that is left in its orbit.
ROCKETS = {"nova": "nova", "nova_expended": "nova", "neutron": "neutron", "new_glenn_7x2": "new_glenn_7x2",
           "falcon_9": "falcon_9", "starship_v3": "starship_v3"}  # fmt: skip
GOAL_IN_ORBIT = ("over_permits", "over_world_launches", "over_world_mass", "over_factory", "over_modules", "over_gas")
GOAL_ON_THE_GROUND = ("over_turbines", "over_added", "over_peak_load", "over_queue")
WINDOW_YEARS = 5  # length of the windows whose slowest and fastest growth make the range


def series_rows(data: Data, name: str, columns: tuple[str, ...]) -> pd.DataFrame:
    """A table of data/series/, every cell as text. Raises FactError if a column or a source is not there."""
    path = data.root / "data" / "series" / name
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if not rows or tuple(rows[0]) != columns:
        raise FactError(f"data/series/{name}: the columns must be {', '.join(columns)}")
    for number_of, row in enumerate(rows, start=2):
        if row["source_id"] not in data.sources:
            raise FactError(f"data/series/{name} row {number_of}: source_id {row['source_id']!r} is not in data/sources.csv")
    return pd.DataFrame(rows)


def decimal_year(date: str) -> float:
    """A date as a year with its fraction; a month or a year alone stands at its middle. Raises FactError if it is none."""
    if not DATE.match(date):
        raise FactError(f"{date!r} is no date; write 2026, 2026-06 or 2026-06-12")
    year, *rest = (int(part) for part in date.split("-"))
    starts = np.datetime64(f"{year}-01-01")
    if not rest:
        return year + 0.5
    try:
        day = np.datetime64(f"{date}-15" if len(rest) == 1 else date)
    except ValueError:
        raise FactError(f"{date!r} is no day of the calendar") from None
    return year + float((day - starts) / (np.datetime64(f"{year + 1}-01-01") - starts))


def milestones(data: Data) -> pd.DataFrame:
    """What has happened and what is plan on both sides: date, due, actor, side, what, status, source_id, year, due_year,
    followed_to (the date to which events were followed).

    Raises FactError for a status that is unknown, or for something that has happened after the evidence ends.
    """
    table = series_rows(data, "milestones.csv", MILESTONE_COLUMNS)
    for number_of, row in enumerate(table.itertuples(), start=2):
        place = f"data/series/milestones.csv row {number_of}"
        if row.status not in STATUSES:
            raise FactError(f"{place}: status {row.status!r}; allowed: {', '.join(STATUSES)}")
        if row.side not in scenario.SIDES:
            raise FactError(f"{place}: side {row.side!r}; allowed: {', '.join(scenario.SIDES)}")
        if row.status != "plan" and row.date > EVIDENCE_ENDS:
            raise FactError(f"{place}: {row.date} lies after {EVIDENCE_ENDS}, to which events were followed")
    table["year"] = [decimal_year(date) for date in table["date"]]
    table["followed_to"] = decimal_year(EVIDENCE_ENDS)
    table["due_year"] = [decimal_year(due) if due else np.nan for due in table["due"]]
    return table.sort_values(["side", "year"], kind="stable", ignore_index=True)


def slips(data: Data) -> pd.DataFrame:
    """Milestones of which another date had been announced: actor, side, what, status, due, date, months_late, source_id.

    How late something is cannot be told where its date is a year alone.
    """
    table = milestones(data)
    known = table[np.isfinite(table["due_year"])].copy()
    late = units.convert((known["year"] - known["due_year"]).to_numpy(), "year", "month")
    known["months_late"] = np.where(known["date"].str.len() > len("2026"), late, np.nan)
    return known[["actor", "side", "what", "status", "due", "date", "months_late", "source_id"]].reset_index(drop=True)


def campus_points(data: Data, case: str) -> pd.DataFrame:
    """Dated power of the campuses themselves, turned to average IT power as the model does: site, year, mw, status, what."""
    table = series_rows(data, "campus_power.csv", ("site", "date", "it_peak_mw", "status", "source_id", "what"))
    share = {}
    for site in dict.fromkeys(table["site"]):
        values = campus(data, site, case).compute((MATCHED, "it_power_peak_mw"))
        share[site] = number(values[MATCHED]) / number(values["it_power_peak_mw"])
    table["year"] = [decimal_year(date) for date in table["date"]]
    table["it_peak_mw"] = table["it_peak_mw"].astype(float)
    table["mw"] = [row.it_peak_mw * share[row.site] for row in table.itertuples()]
    return table


def race_and_campuses(race: pd.DataFrame, campuses: pd.DataFrame, points: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Actors, campuses, what is published of them and milestones in one table: what, name, side, case, pace, date, mw, low, high,
    status. An actor's year stands at its end.
    """
    parts = [
        race.assign(what="actor", name=race["actor"], side="orbit", date=race["year"] + 1.0, status=""),
        campuses.assign(what="campus", name=campuses["site"], side="ground", case="", pace="", status=""),
        points.assign(what="published", name=points["site"], side="ground", case="", pace="", date=points["year"], low=np.nan,
                      high=np.nan),
        events.assign(what="milestone", name=events["actor"], case="", pace="", date=events["year"], mw=np.nan, low=np.nan,
                      high=np.nan),
    ]  # fmt: skip
    columns = ["what", "name", "side", "case", "pace", "date", "mw", "low", "high", "status"]
    return pd.concat([part[columns] for part in parts], ignore_index=True)


def launches_by_year(data: Data) -> pd.DataFrame:
    """Launches counted, by vehicle and year: vehicle, year, launches, through (last day counted), source_id."""
    table = series_rows(data, "launches_by_year.csv", ("vehicle", "year", "launches", "through", "source_id"))
    return table.astype({"year": int, "launches": int})


def growth(data: Data, vehicle: str) -> pd.DataFrame:
    """Yearly growth of a vehicle's launches: whole history, and its slowest and fastest five years.

    Columns: window, first_year, last_year, first, last, growth_frac, doubling_years.
    """
    counts = launches_by_year(data)
    own = counts[counts["vehicle"] == vehicle].set_index("year")["launches"]
    whole = (int(own.index[0]), int(own.index[-1]))
    pairs = [(y, y + WINDOW_YEARS) for y in own.index if y + WINDOW_YEARS in own.index and own[y] > 0]
    rate = {p: float(fleet_ramp.cadence_growth_frac_per_year(own[p[0]], own[p[1]], p[1] - p[0])) for p in [whole, *pairs]}
    chosen = {"whole": whole, "slowest": min(pairs, key=rate.get), "fastest": max(pairs, key=rate.get)}
    rows = [(name, *p, int(own[p[0]]), int(own[p[1]]), rate[p], float(fleet_ramp.doubling_years(rate[p])))
            for name, p in chosen.items()]  # fmt: skip
    return pd.DataFrame(rows, columns=["window", "first_year", "last_year", "first", "last", "growth_frac", "doubling_years"])


def cadence_and_ramp(data: Data, runners: Actors, horizon_year: int) -> pd.DataFrame:
    """Counted launches beside the assumed ones of every vehicle that has to grow, and Starship's permits: what (counted,
    assumed, permitted), vehicle (of permits the site), year, launches, low, high, whole (the year was over when counted).

    Low and high take the growth's published ends.
    """
    counts = launches_by_year(data)
    rows = [("counted", r.vehicle, r.year, float(r.launches), np.nan, np.nan, r.through.endswith(YEAR_ENDS))
            for r in counts.itertuples()]  # fmt: skip
    fact = data.rows(*GROWTH)[0]
    years, done = years_to(horizon_year), set()
    for (concept, case), (central, _) in runners.items():
        vehicle = fleet(data, concept, case, FLEET_MW).side.picks["payload_leo_kg"].fact.subject
        permitted = number(central["permitted_launches_count_per_year"])
        first, first_year = (number(central[f"cadence_first_{n}"]) for n in ("count_per_year", "calendar_year"))
        if case != "promised" or vehicle in done or permitted <= first:
            continue
        done.add(vehicle)
        middle = number(central["cadence_growth_frac_per_year"])
        rates = (middle, fact.low, fact.high)
        ramps = np.array([fleet_ramp.cadence_count_per_year(years, first_year, first, g, permitted) for g in rates])
        rows += [("assumed", vehicle, int(y), *ramps[:, place], True) for place, y in enumerate(years) if ramps[0, place]]
    rows += [("permitted", site, int(years[-1]), n, np.nan, np.nan, True) for site, n in permits(data).itertuples(index=False)]
    return pd.DataFrame(rows, columns=["what", "vehicle", "year", "launches", "low", "high", "whole"])


def permits(data: Data) -> pd.DataFrame:
    """Starship's permitted launches by site: site, launches_per_year; they add up to the yearly limit of the promised case."""
    names = {"starbase": "starbase", "lc_39a": "starship_lc39a", "slc_37": "starship_v3"}
    rows = [(site, fact_of(data, subject, "launch_site_launches_count_per_year")) for site, subject in names.items()]
    return pd.DataFrame(rows, columns=["site", "launches_per_year"])


def goal_in_orbit(data: Data, concept: str, case: str) -> dict[str, float]:
    """What the filing's goal of power added every year takes with one concept's satellites and vehicle."""
    names = ("satellite_it_power_peak_kw", "satellite_mass_kg", "satellites_per_launch_count", "launch_success_frac",
             "satellite_early_loss_frac", "satellite_array_area_m2", "propellant_mass_kg", "fuel_frac", "payload_to_orbit_kg",
             "satellite_factory_count_per_year", "satellite_service_years", "vehicle_launches_count_per_year")  # fmt: skip
    v = {name: number(value) for name, value in fleet(data, concept, case, FLEET_MW).compute(names).items()}
    goal = fact_of(data, FILING, "compute_goal_mw_per_year")
    peak_mw = units.convert(v["satellite_it_power_peak_kw"], "kW", "MW")
    made = goal_power.goal_satellites_count_per_year(goal, peak_mw, v["satellite_early_loss_frac"])
    flights = goal_power.goal_launches_count_per_year(made, v["satellites_per_launch_count"], v["launch_success_frac"])
    methane = goal_power.goal_methane_kg_per_year(flights, v["propellant_mass_kg"], v["fuel_frac"])
    gas = goal_power.gas_made_kg_per_year(fact_of(data, "united_states", "gas_made_m3_per_year"))
    mass = made * v["satellite_mass_kg"]
    site = fact_of(data, "starship_v3", "launch_site_launches_count_per_year")
    permitted = permits(data)["launches_per_year"].sum()
    yield_w = fleet(data, concept, case, FLEET_MW).compute(("array_yield_w_per_m2",))["array_yield_w_per_m2"]
    area = goal_power.goal_array_m2_per_year(made, v["satellite_array_area_m2"])
    array_mw = units.convert(area * number(yield_w), "W", "MW")
    return {
        "goal_mw": goal, "satellites": made, "satellites_per_day": goal_power.goal_reentries_per_day(made),
        "over_factory": made / v["satellite_factory_count_per_year"], "mass_kg": mass,
        "over_world_mass": mass / fact_of(data, "world", "world_mass_to_orbit_kg_per_year"), "flights": flights,
        "flights_per_day": goal_power.goal_reentries_per_day(flights),
        "over_world_launches": flights / fact_of(data, "world", "world_launches_count_per_year"),
        "over_permits": flights / permitted, "sites": goal_power.launch_sites_needed_count(flights, site),
        "flights_by_mass": goal_power.payloads_needed_count(mass, v["payload_to_orbit_kg"]),
        "flights_as_filed": goal_power.payloads_needed_count(
            fact_of(data, FILING, "mass_goal_kg_per_year"), fact_of(data, "starship_v3", "payload_leo_kg")
        ),
        "array_m2": area, "over_modules": array_mw / fact_of(data, "world", "solar_modules_made_mw_per_year"),
        "methane_kg": methane, "over_gas": methane / gas,
        "reentries_per_day": goal_power.goal_reentries_per_day(made * (1 - v["satellite_early_loss_frac"])),
        "standing_mw": goal_power.goal_standing_mw(goal, v["satellite_service_years"]),
        "life_years": v["satellite_service_years"],
    }  # fmt: skip


def goal_on_the_ground(data: Data, site: str, case: str) -> dict[str, float]:
    """What the same goal takes at one campus's density and overhead, all of its power from new gas turbines."""
    names = ("campus_land_m2", "it_power_peak_mw", "facility_peak_mw", MATCHED, "plant_service_years")
    v = {name: number(value) for name, value in campus(data, site, case).compute(names).items()}
    goal = fact_of(data, FILING, "compute_goal_mw_per_year")
    density = goal_power.campus_land_m2_per_mw(v["campus_land_m2"], v["it_power_peak_mw"])
    meter = goal_power.goal_facility_mw_per_year(
        goal, goal_power.facility_to_it_ratio(v["facility_peak_mw"], v["it_power_peak_mw"])
    )
    land = goal_power.goal_land_m2_per_year(goal, density)
    return {
        "goal_mw": goal, "campuses": goal / v["it_power_peak_mw"], "land_m2": land,
        "over_manhattan": land / fact_of(data, "manhattan", "land_m2"), "meter_mw": meter,
        "over_turbines": meter / fact_of(data, "world", "gas_turbines_ordered_mw_per_year"),
        "over_added": meter / fact_of(data, "united_states", "generation_added_mw_per_year"),
        "over_peak_load": meter / fact_of(data, "united_states", "peak_load_mw"),
        "over_queue": meter / fact_of(data, "united_states", "grid_queue_mw"),
        "connection_months": fact_of(data, "united_states", "grid_connection_months"),
        "life_years": v["plant_service_years"],
        "standing_mw": goal_power.goal_standing_mw(goal, v["plant_service_years"]),
    }  # fmt: skip


def goal_beside_limits(data: Data, site: str, concept: str) -> pd.DataFrame:
    """How many times today's yearly limits the goal is, both sides in both cases: side, case, what, times."""
    rows = []
    for case in scenario.CASES:
        orbit, ground = goal_in_orbit(data, concept, case), goal_on_the_ground(data, site, case)
        rows += [("orbit", case, what, orbit[what]) for what in GOAL_IN_ORBIT]
        rows += [("ground", case, what, ground[what]) for what in GOAL_ON_THE_GROUND]
    return pd.DataFrame(rows, columns=["side", "case", "what", "times"])


def needed_of_rockets(data: Data, site: str, concept: str, case: str) -> pd.DataFrame:
    """Flights with which each rocket would carry one concept's fleet of a campus's power, by mass alone.

    Columns: rocket, payload_kg (in the fleet's orbit), flights, per_year (in the time that the campus takes), per_day,
    held_per_year (to replace what retires), record_per_year (most flown in a year; nan if none has).
    """
    average = campus_average_mw(data, site, case)
    made = fleet(data, concept, case, average)
    names = ("satellites_count", "satellite_mass_kg", "satellite_service_years", "satellite_early_loss_frac")
    v = {name: number(value) for name, value in made.compute(names).items()}
    build = building_years(data, site, case)
    counted = launches_by_year(data).groupby("vehicle")["launches"].max()
    records = {"falcon_9": counted["falcon_9"], "starship_v3": counted["starship"], "new_glenn_7x2": counted["new_glenn"]}
    rows = []
    for rocket, orbit_of in ROCKETS.items():
        payload = fact_of(data, rocket, "payload_leo_kg") * fact_of(data, orbit_of, "leo_to_sso_frac")
        each = goal_power.payloads_needed_count(payload, v["satellite_mass_kg"])
        flights = goal_power.fleet_flights_count(v["satellites_count"], v["satellite_early_loss_frac"], each, 1.0)
        yearly = float(goal_power.flights_needed_count_per_year(flights, build))
        held = goal_power.replacement_flights_count_per_year(flights, v["satellite_service_years"])
        rows.append((rocket, payload, flights, yearly, goal_power.goal_reentries_per_day(yearly), held,
                     float(records.get(rocket, np.nan))))  # fmt: skip
    columns = ["rocket", "payload_kg", "flights", "per_year", "per_day", "held_per_year", "record_per_year"]
    return pd.DataFrame(rows, columns=columns)


def building_years(data: Data, site: str, case: str) -> float:
    """Years from a campus's decision to its full power."""
    months = number(campus(data, site, case).compute(("months_to_full_power",))["months_to_full_power"])
    return float(units.convert(months, "month", "year"))
