"""Tidy tables of assembly, survival, servicing and refresh: every way to build and to keep a fleet at one IT power."""

import numpy as np
import pandas as pd

from earth_or_orbit import scenario, study, units
from earth_or_orbit.facts import Data
from earth_or_orbit.quantities import assembly, reliability, servicing, survival
from earth_or_orbit.study import Resolved
from earth_or_orbit.tables.mass_and_power import fact_of, number
from earth_or_orbit.tables.places import campus, fleet

WAYS = ("free_flyers", "docked_modules", "one_structure")
# How fast a robot joins one piece: subject of the time, of the share of hours in work, and of the people who watch.
PACES = {
    "assumed": ("nasa_sbsp_rd2", "nasa_sbsp_servicer", "nasa_sbsp_servicer"),
    "judged": ("orbital_robots", "orbital_robots", "orbital_robots"),
    "seen": ("dextre_2011", "orbital_robots", "orbital_robots"),
}
ASSEMBLED = ("iss", "nasa_sbsp_rd1", "nasa_sbsp_rd2")
BUILDING = ("satellites_count", "satellite_mass_kg", "fleet_mass_kg", "payload_to_orbit_kg", "satellite_array_area_m2",
            "radiator_built_area_m2", "it_power_peak_mw")  # fmt: skip
KEEPING = ("satellites_count", "satellite_mass_kg", "satellite_accelerators_mass_kg", "accelerators_installed_count",
           "it_power_peak_mw", "payload_to_orbit_kg", "accelerator_service_years")  # fmt: skip
FLEET_MW = 100.0  # average IT power of the fleets below; nothing per MW depends on it
CHIP_LIVES, SATELLITE_LIVES = (3.0, 5.0, 6.0), (5.0, 7.0, 10.0)
RESUPPLY_DAYS = (30.0, 180.0, 365.0)
AGES_PER_YEAR, OLDEST_YEARS = 24, 15
HELD = (0.99, 0.95)  # share of the capacity that spares hold, and the chance with which they do
WAIT_OUT_OF_SIGHT = 1e9  # years of a wear-out that never comes
UNFLOWN = "accelerators_flown"


def values_of(ready: Resolved, names: tuple[str, ...]) -> dict[str, float]:
    """Quantities of one side as plain numbers, facts and computed alike."""
    return {name: number(study.value_of(ready, name)) for name in names}


def assemblies(data: Data) -> pd.DataFrame:
    """What was assembled in orbit and what NASA's study assumes, with the years that the same hours give here.

    Columns: subject, pieces_count, mass_kg, hours, robots_count, years, hours_per_kg, kg_per_year, years_here (from pieces,
    time per piece and robots that never stop; nan for the station).
    """
    rows = []
    for subject in ASSEMBLED:
        pieces, mass, years = (fact_of(data, subject, n) for n in (
            "assembly_pieces_count", "assembled_mass_kg", "assembly_years"))  # fmt: skip
        if data.rows(subject, "assembly_work_hours"):
            hours, robots, here = fact_of(data, subject, "assembly_work_hours"), np.nan, np.nan
        else:
            hours = assembly.assembly_robot_hours(pieces, fact_of(data, subject, "robot_task_time_h"))
            robots = fact_of(data, subject, "assembly_robots_count")
            here = assembly.assembly_robots_count(hours, 1.0, robots)
        per_kg = assembly.assembly_hours_per_kg(hours, mass)
        rows.append((subject, pieces, mass, hours, robots, years, per_kg, mass / years, here))
    columns = ["subject", "pieces_count", "mass_kg", "hours", "robots_count", "years", "hours_per_kg", "kg_per_year",
               "years_here"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def at_the_stations_rate(data: Data, concept: str, case: str, it_power_average_mw: float) -> dict[str, float]:
    """What this power would take at the rate at which the space station was assembled.

    mass_kg, flights_count and hours of spacewalks by mass, years_by_mass; years_by_power, by kW of usable power;
    station_kg_per_flight, station_t_per_year.
    """
    own = values_of(fleet(data, concept, case, it_power_average_mw), BUILDING)
    names = ("assembled_mass_kg", "assembly_years", "assembly_work_hours", "assembly_missions_count", "assembly_power_kw")
    mass, years, hours, flights, kw = (fact_of(data, "iss", name) for name in names)
    share = own["fleet_mass_kg"] / mass
    return {
        "mass_kg": own["fleet_mass_kg"],
        "flights_count": flights * share,
        "hours": assembly.assembly_hours_per_kg(hours, mass) * own["fleet_mass_kg"],
        "years_by_mass": assembly.assembly_at_rate_years(own["fleet_mass_kg"], mass, years),
        "years_by_power": years * units.convert(own["it_power_peak_mw"], "MW", "kW") / kw,
        "station_kg_per_flight": mass / flights,
        "station_kg_per_year": mass / years,
    }


def work_beside_record(
    data: Data, concept: str, case: str, it_power_average_mw: float, campaign_years: float
) -> pd.DataFrame:
    """Hours of work per tonne and robots at work: name (subject, or way/pace), hours_per_t, robots_count, own (bool).

    Free flyers have no joints and are not in it. Robots are those of the fleet within the campaign.
    """
    built, known = ways_to_build(data, concept, case, it_power_average_mw, campaign_years), assemblies(data)
    mass = values_of(fleet(data, concept, case, it_power_average_mw), BUILDING)["fleet_mass_kg"]
    joined = built[built["joints_count"] > 0]
    rows = [(r.subject, units.convert(r.hours_per_kg, "h/kg", "h/t"), r.robots_count, False) for r in known.itertuples()]
    rows += [(f"{r.way}/{r.pace}", units.convert(assembly.assembly_hours_per_kg(r.robot_hours, mass), "h/kg", "h/t"),
              r.robots_count, True) for r in joined.itertuples()]  # fmt: skip
    table = pd.DataFrame(rows, columns=["name", "hours_per_t", "robots_count", "own"])
    return table.assign(campaign_years=campaign_years)


def ways_to_build(
    data: Data, concept: str, case: str, it_power_average_mw: float, campaign_years: float
) -> pd.DataFrame:
    """Pieces, joints, hours, robots, flights, staff, propellant and spares of three ways to build one fleet, at three paces.

    Columns: way, pace, pieces_count, joints_count, robot_hours, robots_count, robots_launched_count, flights_count,
    staff_hours, rendezvous_propellant_kg, spares_kg_per_year. What a free flyer has not is zero by definition: it has no
    joint, no rendezvous and no robot; it has lasers and its own thrusters instead, which every way's mass here contains.
    """
    own = values_of(fleet(data, concept, case, it_power_average_mw), BUILDING)
    area = own["satellites_count"] * (own["satellite_array_area_m2"] + own["radiator_built_area_m2"])
    pieces = {"free_flyers": own["satellites_count"], "docked_modules": own["satellites_count"],
              "one_structure": assembly.pieces_for_area_count(area, small_piece_m2(data))}  # fmt: skip
    loads = {"free_flyers": (0.0, 0.0), "docked_modules": (own["satellites_count"], own["satellite_mass_kg"]),
             "one_structure": (own["fleet_mass_kg"] / own["payload_to_orbit_kg"], own["payload_to_orbit_kg"])}  # fmt: skip
    impulse = fact_of(data, "bipropellant_thruster", "chemical_specific_impulse_s")
    delta_v = fact_of(data, "orbital_assembly", "rendezvous_delta_v_m_per_s")
    loss = fact_of(data, "starlink_fleet", "satellite_loss_frac_per_year")
    spares = dict.fromkeys(WAYS, loss) | {"one_structure": fact_of(data, "turyshev_operations", "spares_frac_per_year")}
    rows = []
    for way in WAYS:
        joints = 0.0 if way == "free_flyers" else pieces[way]
        fixed = (assembly.rendezvous_propellant_kg(*loads[way], delta_v, impulse),
                 assembly.assembled_spares_kg_per_year(own["fleet_mass_kg"], spares[way]))  # fmt: skip
        for pace in PACES if joints else ("none",):
            work = _robots(data, joints, pace, campaign_years)
            mass = fact_of(data, "nasa_sbsp_servicer", "servicer_mass_kg")
            flights = assembly.assembly_flights_count(own["fleet_mass_kg"], work[2], mass, own["payload_to_orbit_kg"])
            rows.append((way, pace, pieces[way], joints, *work[:3], flights, work[3], *fixed))
    columns = ["way", "pace", "pieces_count", "joints_count", "robot_hours", "robots_count", "robots_launched_count",
               "flights_count", "staff_hours", "rendezvous_propellant_kg", "spares_kg_per_year"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def small_piece_m2(data: Data) -> float:
    """Area of one piece of a structure, as NASA's planar array is cut up. [m2]"""
    names = ("assembled_area_m2", "assembly_pieces_count")
    return assembly.assembly_piece_area_m2(*(fact_of(data, "nasa_sbsp_rd2", name) for name in names))


def _robots(data: Data, joints: float, pace: str, campaign_years: float) -> tuple[float, float, float, float]:
    """Hours, robots at work, robots launched and hours of staff for some joints at a pace."""
    if not joints:
        return 0.0, 0.0, 0.0, 0.0
    timed, worked, watched = PACES[pace]
    hours = assembly.assembly_robot_hours(joints, fact_of(data, timed, "robot_task_time_h"))
    robots = assembly.assembly_robots_count(hours, fact_of(data, worked, "robot_utilisation_frac"), campaign_years)
    # NASA's study launches each servicer once, so those robots last as long as the campaign.
    life = campaign_years if pace == "assumed" else fact_of(data, "orbital_robots", "robot_lifetime_years")
    launched = assembly.robots_worn_out_count(robots, campaign_years, life)
    return hours, robots, launched, assembly.assembly_staff_hours(hours, fact_of(data, watched, "controllers_per_robot_ratio"))


def record(data: Data) -> pd.DataFrame:
    """What has been done in servicing and assembly in orbit: year, what, source_id."""
    rows = [(f.valid_year, f.text_value, f.source_id) for f in data.facts if f.quantity == "servicing_record_text"]
    return pd.DataFrame(rows, columns=["year", "what", "source_id"]).sort_values("year", kind="stable", ignore_index=True)


def risks(data: Data, burn_in: bool = True) -> tuple[float, float, float, float]:
    """Early failures flown, their mean time, and the shape and scale of wear-out, for accelerators that fly."""
    names = ("early_failure_frac", "burn_in_caught_frac", "early_failure_years", "weibull_shape_ratio", "weibull_scale_years")
    early, caught, soon, shape, scale = (fact_of(data, UNFLOWN, name) for name in names)
    return survival.early_failures_flown_frac(early, caught if burn_in else 0.0), soon, shape, scale


def survival_curves(data: Data, failure_frac_per_year: float) -> pd.DataFrame:
    """Shares left by age: curve, age_years, left_frac. Published fits end where their data end."""
    early, soon, shape, scale = risks(data)
    curves = {}
    for name, oldest in (("satellites_1990_2008", OLDEST_YEARS), ("titan_first_batch", 5.7), ("titan_second_batch", 3.3)):
        fit = [fact_of(data, name, quantity) for quantity in ("weibull_shape_ratio", "weibull_scale_years")]
        ages = np.linspace(0, oldest, 1 + int(oldest * AGES_PER_YEAR))
        curves[name] = (ages, survival.weibull_survival_frac(ages, *fit))
    ages = np.linspace(0, OLDEST_YEARS, 1 + OLDEST_YEARS * AGES_PER_YEAR)
    chance = survival.bathtub_survival_frac(ages, 0.0, 1.0, failure_frac_per_year, 1.0, np.inf)
    whole = survival.bathtub_survival_frac(ages, early, soon, failure_frac_per_year, shape, scale)
    curves |= {"chance_alone": (ages, chance), "all_three_risks": (ages, whole)}
    frames = [pd.DataFrame({"curve": n, "age_years": a, "left_frac": left}) for n, (a, left) in curves.items()]
    return pd.concat(frames, ignore_index=True)


def failure_rate(data: Data, concept: str, case: str) -> float:
    """Failures of one accelerator in a year as the concept's ledger counts them. [1/year]"""
    return number(study.value_of(fleet(data, concept, case, FLEET_MW), "accelerator_failure_frac_per_year"))


def capacity_over_life(data: Data, site: str, concept: str, case: str) -> pd.DataFrame:
    """Share of the installed accelerators that work over 15 years, by who repairs what.

    Columns: policy (swapped_on_the_ground, serviced, replaced_satellites, left_in_place), age_years, working_frac. Chips
    alone: satellites that die are not in it. Serviced: every failure is swapped at each visit. Replaced satellites: a new set
    at the end of each service life.
    """
    rate, (early, soon, shape, scale) = failure_rate(data, concept, case), risks(data)
    service = number(study.value_of(fleet(data, concept, case, FLEET_MW), "accelerator_service_years"))
    interval = fact_of(data, "servicing_orbital", "servicing_interval_years")
    wait = number(study.value_of(campus(data, site, case), "accelerator_restoration_time_days"))
    ground = reliability.available_frac__replace(rate, wait)
    ages = np.linspace(0, OLDEST_YEARS, 1 + OLDEST_YEARS * AGES_PER_YEAR)

    def left(since: np.ndarray) -> np.ndarray:
        return survival.bathtub_survival_frac(since, early, soon, rate, shape, scale)

    policies = {"swapped_on_the_ground": np.full(ages.size, ground), "serviced": left(_since(ages, interval)),
                "replaced_satellites": left(_since(ages, service)), "left_in_place": left(ages)}  # fmt: skip
    frames = [pd.DataFrame({"policy": n, "age_years": ages, "working_frac": share}) for n, share in policies.items()]
    return pd.concat(frames, ignore_index=True)


def lives(data: Data, site: str, concept: str, case: str) -> pd.DataFrame:
    """Survival by age and capacity by repair in one table: panel (survivors, repair), name, age_years, share_frac."""
    left = survival_curves(data, failure_rate(data, concept, case)).rename(columns={"curve": "name", "left_frac": "share_frac"})
    work = capacity_over_life(data, site, concept, case).rename(columns={"policy": "name", "working_frac": "share_frac"})
    return pd.concat([left.assign(panel="survivors"), work.assign(panel="repair")], ignore_index=True)


def _since(ages: np.ndarray, interval: float) -> np.ndarray:
    """Time since the last renewal; at the moment of one, the whole interval."""
    return np.where(ages > 0, interval - np.mod(-ages, interval), 0.0)


def keeping(data: Data, case: str) -> pd.DataFrame:
    """Over-provisioning against servicing, every concept, and technicians on the ground by the same failures.

    Columns: concept, failure_frac_per_year, service_years, mean_capacity_frac, end_capacity_frac, and without_burn_in (mean),
    over_provision_ratio, over_provision_kg_per_mw_year, visits_per_mw_year, failures_per_mw_year, servicing_kg_per_mw_year,
    break_even_frac_per_year with its _low and _high (the best and the worst end of servicer and rendezvous together),
    technician_hours_per_mw_year, replenishment_kg_per_mw_year (all satellites renewed each life).
    """
    rows = []
    for concept in scenario.names("orbit", data.root):
        ready = fleet(data, concept, case, FLEET_MW)
        own = values_of(ready, KEEPING)
        per_mw = {name: own[name] / own["it_power_peak_mw"] for name in ("satellites_count", "accelerators_installed_count")}
        mass, chip = per_mw["satellites_count"] * own["satellite_mass_kg"], number(study.value_of(ready, "accelerator_mass_kg"))
        rate, life = failure_rate(data, concept, case), own["accelerator_service_years"]
        means, ends = _capacities(data, rate, life)
        visits = servicing.visits_per_mw_year(
            per_mw["satellites_count"], fact_of(data, "servicing_orbital", "servicing_interval_years")
        )
        visit, failed = _visits_kg(data), servicing.failures_per_mw_year(per_mw["accelerators_installed_count"], rate)
        even = servicing.servicing_break_even_frac_per_year(
            mass, life, visits, visit, per_mw["accelerators_installed_count"], chip
        )
        rows.append((concept, rate, life, means[0], ends, means[1], survival.over_provision_ratio(means[0]),
                     servicing.over_provision_kg_per_mw_year(mass, means[0], life), visits, failed,
                     servicing.servicing_kg_per_mw_year(visits, visit[1], failed, chip), even[1], even[0], even[2],
                     servicing.technician_hours_per_mw_year(failed, fact_of(data, "servicing_ground", "technician_swap_time_h")),
                     mass / life))  # fmt: skip
    columns = ["concept", "failure_frac_per_year", "service_years", "mean_capacity_frac", "end_capacity_frac", "without_burn_in",
               "over_provision_ratio", "over_provision_kg_per_mw_year", "visits_per_mw_year", "failures_per_mw_year",
               "servicing_kg_per_mw_year", "break_even_frac_per_year", "break_even_low", "break_even_high",
               "technician_hours_per_mw_year", "replenishment_kg_per_mw_year"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _capacities(data: Data, rate: float, life: float) -> tuple[tuple[float, float], float]:
    """Mean capacity of a life with and without a burn-in, and what is left at its end."""
    (early, *rest), (raw, *_) = risks(data), risks(data, burn_in=False)
    soon, shape, scale = rest
    means = tuple(float(survival.mean_capacity_frac(life, flown, soon, rate, shape, scale)) for flown in (early, raw))
    return means, float(survival.bathtub_survival_frac(life, early, soon, rate, shape, scale))


def _visits_kg(data: Data) -> np.ndarray:
    """Mass of one visit at the best end, the centre and the worst end of a servicer's visits and of its rendezvous. [kg]"""
    visits, delta_v = (data.rows(subject, quantity)[0] for subject, quantity in (
        ("servicing_orbital", "servicer_visits_count"), ("orbital_assembly", "rendezvous_delta_v_m_per_s")))  # fmt: skip
    impulse = fact_of(data, "bipropellant_thruster", "chemical_specific_impulse_s")
    return servicing.visit_mass_kg(
        fact_of(data, "nasa_sbsp_servicer", "servicer_mass_kg"), np.array([visits.high, visits.central, visits.low]),
        np.array([delta_v.low, delta_v.central, delta_v.high]), impulse)  # fmt: skip


def published_keeping(data: Data) -> dict[str, float]:
    """JPL's published replenishment, its share of the deployed mass, and its operations, per MW and year."""
    subject = "turyshev_operations"
    kg, share, operations = (fact_of(data, subject, n) for n in (
        "replenishment_kg_per_mw_year", "spares_frac_per_year", "operations_per_mw_year"))  # fmt: skip
    deployed = fact_of(data, "turyshev_sustained", "satellite_specific_mass_published_kg_per_kw")
    deployed_kg = units.convert(1.0, "MW", "kW") * deployed
    return {"kg_per_mw_year": kg, "share_frac": share, "share_here_frac": kg / deployed_kg, "operations": operations,
            "deployed_kg_per_mw": deployed_kg}  # fmt: skip


def refresh(data: Data, concept: str, case: str, it_power_average_mw: float, horizon_years: float) -> pd.DataFrame:
    """Chip life against satellite life: what comes down good, what flies on old, and the launches of both.

    Columns: chip_years, satellite_years, together_sets and flown_on_sets (satellites bought over the horizon per place),
    launches_per_year_together, launches_per_year_flown_on, life_unused_frac, discarded_kg_per_mw_year, flown_past_life_frac.
    Together: chips and satellite come down at the shorter life. Flown on: the satellite stays to its end with its old chips.
    """
    own = values_of(fleet(data, concept, case, it_power_average_mw), KEEPING)
    per_mw = own["satellites_count"] / own["it_power_peak_mw"]
    bus = per_mw * (own["satellite_mass_kg"] - own["satellite_accelerators_mass_kg"])
    flights = own["satellites_count"] * own["satellite_mass_kg"] / own["payload_to_orbit_kg"]
    rows = []
    for chip in CHIP_LIVES:
        for satellite in SATELLITE_LIVES:
            sets = [reliability.plant_generations_ratio(horizon_years, life) for life in (min(chip, satellite), satellite)]
            launches = [flights * count / horizon_years for count in sets]
            good = servicing.discarded_satellite_kg_per_mw_year(max(bus, 0.0), chip, satellite)
            rows.append((chip, satellite, *sets, *launches, servicing.satellite_life_unused_frac(chip, satellite), good,
                         servicing.flown_past_life_frac(chip, satellite)))  # fmt: skip
    columns = ["chip_years", "satellite_years", "together_sets", "flown_on_sets", "launches_per_year_together",
               "launches_per_year_flown_on", "life_unused_frac", "discarded_kg_per_mw_year", "flown_past_life_frac"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def spares_in_orbit(
    data: Data, concept: str, case: str, it_power_average_mw: float, held_frac: float, confidence_frac: float
) -> pd.DataFrame:
    """Spare satellites that hold a share of the fleet until the next delivery, at Starlink's loss rate and at its high end.

    Columns: loss (central, high), loss_frac_per_year, resupply_days, losses_count, spares_count, spares_frac,
    satellites_count, allowed_count (satellites that may be missing).
    """
    count = values_of(fleet(data, concept, case, it_power_average_mw), ("satellites_count",))["satellites_count"]
    fact = data.rows("starlink_fleet", "satellite_loss_frac_per_year")[0]
    rows = []
    for loss, printed in (("central", fact.central), ("high", fact.high)):
        rate = units.convert(printed, fact.unit, "1/year")
        for days in RESUPPLY_DAYS:
            lost = survival.losses_between_resupplies_count(count, rate, days)
            spare = float(survival.spare_satellites_count(count, lost, held_frac, confidence_frac))
            rows.append((loss, rate, days, lost, spare, spare / count, count, (1 - held_frac) * count))
    return pd.DataFrame(rows, columns=["loss", "loss_frac_per_year", "resupply_days", "losses_count", "spares_count",
                                       "spares_frac", "satellites_count", "allowed_count"])  # fmt: skip
