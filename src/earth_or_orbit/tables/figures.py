"""The table behind every committed figure, for the study's default pairs."""

from collections.abc import Callable
from functools import partial

import pandas as pd

from earth_or_orbit import scenario, study
from earth_or_orbit.facts import Data, load
from earth_or_orbit.study import Comparison, Resolved
from earth_or_orbit.tables import (
    advance,
    air,
    answering,
    assembly,
    bills,
    cluster,
    community,
    end_of_life,
    grid_share,
    health,
    heat,
    heat_published,
    known,
    land,
    latency,
    launch_claim,
    launch_price,
    manifest,
    mass_and_power,
    megawatts,
    networks,
    pairs,
    places,
    power_supply,
    race,
    race_goal,
    radiation,
    radiation_errors,
    reach,
    solar_supply,
    sunlight,
    taxes,
    time_to_power,
    water,
    workloads,
)

MakeTable = Callable[[], pd.DataFrame]
Pair = tuple[Comparison, Comparison]

GIGAWATT_MW = 1000.0  # average IT power of a fleet that is assembled, and whose dead satellites are counted
CAMPAIGN_YEARS, FLEET_AGE_YEARS = 5.0, 15.0
MATCHED_MW = 100.0  # average IT power at which concepts are laid beside each other; nothing per kW depends on it
ROWS_SHOWN = 12
RACE_ENDS = 2045  # last year of the race as drawn
SMALLEST_GAP_FRAC = 0.05
COST, CARBON = "cost_per_accelerator_hour_usd", "carbon_intensity_kgco2e_per_mwh"
HEADLINE_RATIOS = (
    "fuel_chain_land_m2", "power_plant_water_consumption_m3_per_year", "electricity_from_grid_mwh_per_year", CARBON,
    "nox_kg_per_year", "pm25_kg_per_year", COST, "capex_without_accelerators_usd_per_w", "delivered_frac",
    "delivered_share_at_horizon_frac", "months_to_first_power", "permanent_jobs_count", "round_trip_time_median_ms",
    "silent_errors_per_accelerator_year",
)  # fmt: skip
FIRST_CITY, SUPPLY_SHOWN = "New York", "solar_storage"
CAMPUS_LINES = ("campus_land_m2", "it_power_average_mw", "power_plant_water_consumption_m3_per_year", CARBON)


def compared(site: str, concept: str, case: str, draws: int) -> Pair:
    """A pair at central values, and the same pair drawn."""
    return study.compare(site, concept, case), study.compare(site, concept, case, draws=draws)


def default_pairs(case: str, draws: int) -> list[Pair]:
    """The study's default pairs, each at central values and drawn."""
    return [compared(site, concept, case, draws) for site, concept in scenario.study().pairs]


def facts_of_pairs(compared_pairs: list[Pair]) -> pd.DataFrame:
    """Facts that several pairs use, once each per side."""
    table = pd.concat([known.facts_used(pair) for pair, _ in compared_pairs], ignore_index=True)
    return table.drop_duplicates(["side", "quantity", "subject", "source_id", "locator", "central"], ignore_index=True)


def disagreements_of_pairs(compared_pairs: list[Pair], smallest_gap_frac: float, rows_shown: int) -> pd.DataFrame:
    """The widest disagreements among the facts that several pairs use, each once, the widest first."""
    table = pd.concat([known.disagreements(pair, smallest_gap_frac) for pair, _ in compared_pairs])
    table = table.drop_duplicates(["subject", "quantity", "source_id", "value"])
    table = table.sort_values("spread", ascending=False, kind="stable", ignore_index=True)
    shown = table.drop_duplicates(["subject", "quantity"]).head(rows_shown)[["subject", "quantity"]]
    return table.merge(shown, on=["subject", "quantity"], how="inner")


def weights_of_pairs(compared_pairs: list[Pair], line: str) -> pd.DataFrame:
    """How much each fact weighs in a line, several pairs below each other; facts without weight are left out."""
    table = pd.concat([known.weights(pair, line) for pair, _ in compared_pairs], ignore_index=True)
    return table[table["weight_frac"] > 0].reset_index(drop=True)


def _draws() -> int:
    return scenario.study().draws


def _of_pair(site: str, concept: str, case: str, make: Callable[[Comparison, Comparison], pd.DataFrame]) -> pd.DataFrame:
    return make(*compared(site, concept, case, _draws()))


def _of_satellite(concept: str, case: str, make: Callable[[Resolved, Data], pd.DataFrame]) -> pd.DataFrame:
    data = load()
    return make(places.fleet(data, concept, case, MATCHED_MW), data)


PAIR_TABLES: dict[str, Callable[[Comparison, Comparison], pd.DataFrame]] = {
    "map_to_one_scale": places.areas_to_one_scale,
    "ledger_ratios": pairs.ratios,
    "cost_parts": pairs.cost_parts,
    "carbon_parts": pairs.carbon_parts,
    "spread_of_cost": lambda pair, drawn: pairs.draws_of(drawn, COST),
    "what_moves_the_ratio": lambda pair, drawn: known.swings(pair, COST, ROWS_SHOWN),
}


HEAT_TABLES: dict[str, Callable[[Resolved, Data], pd.DataFrame]] = {
    "heat_budget": lambda satellite, data: heat.heat_budget(satellite),
    "radiator_area_by_temperature": heat_published.areas_and_published,
    "one_orbit_of_temperature": heat.one_orbit,
}

RADIATION_TABLES: dict[str, Callable[[Resolved, Data], pd.DataFrame]] = {
    "dose_by_shielding": lambda satellite, data: radiation.dose_by_shielding(data, satellite),
    "life_by_altitude": lambda satellite, data: radiation.life_by_altitude(data, satellite),
    "anomaly_ground_track": lambda satellite, data: radiation.anomaly_ground_track(data, satellite),
    "training_lost": lambda satellite, data: radiation_errors.training_lost(
        {"ground": radiation_errors.ground_rates(data, scenario.study(data).default_case), "orbit": satellite},
        radiation_errors.crossings_per_day(data, satellite),
    ),
}


RACE_TABLES: dict[str, Callable[[Data, str, str, str, int], pd.DataFrame]] = {
    "cadence_and_ramp": lambda data, site, concept, case, draws: race_goal.cadence_and_ramp(
        data, race.actors(data, race.Levers(), 1), RACE_ENDS
    ),
    "the_race": lambda data, site, concept, case, draws: race_goal.race_and_campuses(
        race.the_race(race.actors(data, race.Levers(), draws), RACE_ENDS),
        race.campus_ramps(data, race.TARGETS, case, RACE_ENDS, draws),
        race_goal.campus_points(data, case),
        race_goal.milestones(data),
    ),
    "goal_beside_limits": lambda data, site, concept, case, draws: race_goal.goal_beside_limits(data, site, concept),
}
# As notebook 28 opens: the published job's size, and a few stations at a middle latitude.
JOB_ACCELERATORS, GROUND_STATIONS, STATION_LATITUDE_DEG = 16384.0, 8.0, 45.0
NETWORK_TABLES: dict[str, Callable[[Data, str, str, str], pd.DataFrame]] = {
    "link_rate_by_distance": lambda data, concept, case, site: networks.rate_by_distance(data, MATCHED_MW, case),
    "bisection_by_design": lambda data, concept, case, site: networks.designs(data, concept, case, site, MATCHED_MW),
    "availability_by_sites": lambda data, concept, case, site: workloads.availability_by_sites(data),
    "workload_fit": lambda data, concept, case, site: workloads.fit(
        data, concept, case, site, MATCHED_MW, JOB_ACCELERATORS, GROUND_STATIONS, STATION_LATITUDE_DEG
    ),
}


def figure_tables() -> dict[tuple[str, str], MakeTable]:
    """What makes the table of each committed figure, by notebook and figure name. A name ends in `__site__concept`
    where the figure is drawn for each default pair.
    """
    data = load()
    chosen = scenario.study(data)
    case, (site, concept) = chosen.default_case, chosen.pairs[0]
    draws = chosen.draws
    every, both = partial(default_pairs, case, draws), partial(_both_cases, draws)
    made: dict[tuple[str, str], MakeTable] = {
        ("00_the_answer", "cost_by_pair"): lambda: pairs.line_of_pairs(both(), COST),
        ("00_the_answer", "carbon_by_pair"): lambda: pairs.line_of_pairs(both(), CARBON),
        ("00_the_answer", "ledger_ratios"): lambda: pairs.ratios_of_pairs(every(), HEADLINE_RATIOS),
        ("01_what_we_know", "facts_by_kind"): lambda: facts_of_pairs(every()).drop(columns=["why", "url", "source"]),
        ("01_what_we_know", "where_sources_disagree"): lambda: disagreements_of_pairs(every(), SMALLEST_GAP_FRAC, ROWS_SHOWN),
        ("01_what_we_know", "weight_by_kind"): lambda: weights_of_pairs(every(), COST),
        ("10_ground_sites", "campuses_by_line"): lambda: places.campuses(data, case, site, draws, CAMPUS_LINES),
        ("10_ground_sites", "power_per_acre"): lambda: places.campus_powers(data, case, site),
        ("20_orbital_concepts", "satellite_mass_parts"): lambda: places.satellite_mass_parts(data, MATCHED_MW, draws),
        ("20_orbital_concepts", "array_and_radiator_area"): lambda: places.areas_per_kw(data, case, MATCHED_MW, draws, concept),
    }
    made |= _land_tables(data, site, concept, case)
    made |= {
        ("13_water", "water_of_campuses"): lambda: water.campuses(data, case, site),
        ("13_water", "hours_above_wet_bulb"): lambda: water.hours_above(data, case, site),
        ("13_water", "cooling_by_climate"): lambda: water.designs_beside_published(data, case, site),
    }
    made |= _power_tables(data, site, concept, case, draws) | _town_tables(data, site, concept, case)
    flown, of_orbit = cluster.published_cluster(data), (data, concept, case, {})
    made |= {
        ("21_sunlight", "sunlit_by_altitude_and_season"): lambda: sunlight.eclipse_by_altitude_and_season(*of_orbit),
        ("21_sunlight", "decay_and_propellant_by_altitude"): lambda: sunlight.decay_and_propellant(*of_orbit),
        ("21_sunlight", "cluster_motion"): lambda: cluster.cluster_positions(flown),
        ("21_sunlight", "neighbour_distances"): lambda: cluster.neighbour_distances(flown, data),
    }
    made |= {("22_heat", name): partial(_of_satellite, concept, case, make) for name, make in HEAT_TABLES.items()}
    made |= {("23_radiation", name): partial(_of_satellite, concept, case, make) for name, make in RADIATION_TABLES.items()}
    made |= {
        ("24_mass_and_power", "mass_budget"): lambda: mass_and_power.mass_budget(data, {}, draws),
        ("24_mass_and_power", "specific_mass_beside_published"): lambda: mass_and_power.masses_beside_published(
            data, concept, {}, draws
        ),
        ("24_mass_and_power", "closing_the_gap"): lambda: advance.terms(data, site, concept, case, {}),
    }
    made |= _air_tables(data, site, concept, case, draws)
    made |= _launch_tables(data, site, concept, case)
    made |= {("26_the_race", name): partial(make, data, site, concept, case, draws) for name, make in RACE_TABLES.items()}
    made |= _latency_tables(data, site, concept, case, draws)
    of_pair = (data, concept, case, site)
    made |= {("28_networks_and_workloads", name): partial(make, *of_pair) for name, make in NETWORK_TABLES.items()}
    for site_id, concept_id in chosen.pairs:
        for name, make in PAIR_TABLES.items():
            own = partial(_of_pair, site_id, concept_id, case, make)
            made["30_earth_or_orbit", f"{name}__{site_id}__{concept_id}"] = own
    return made


def _air_tables(data: Data, site: str, concept: str, case: str, draws: int) -> dict[tuple[str, str], MakeTable]:
    made = {
        "air_by_place": lambda: air.air_per_mwh(data, site, concept, case, draws),
        "permits_beside_factors": lambda: air.permit_marks(data),
        "carbon_by_basis": lambda: air.carbon_by_basis(data, case, site),
        "health_cost_by_place": lambda: health.beside_the_nation(data, site, concept, case, draws),
    }
    return {("14_air_and_climate", name): make for name, make in made.items()}


def _land_tables(data: Data, site: str, concept: str, case: str) -> dict[tuple[str, str], MakeTable]:
    made = {
        "megawatts_by_definition": lambda: megawatts.every_megawatt(data, case, site),
        "land_in_four_rings": lambda: land.rings(data, case, site=site),
        "campuses_beside_manhattan": lambda: land.squares(data, case, site),
        "campuses_on_the_map": lambda: land.places(data, case, site),
        "rings_over_a_place": lambda: land.over_manhattan(data, site, concept, case),
    }
    return {("11_land_to_scale", name): make for name, make in made.items()}


def _power_tables(data: Data, site: str, concept: str, case: str, draws: int) -> dict[tuple[str, str], MakeTable]:
    place = partial(solar_supply.place_number, data, site, case)
    made = {
        ("12_power_and_grid", "power_supplies"): lambda: power_supply.supplies(data, site, case, None, draws),
        ("12_power_and_grid", "share_of_grid"): lambda: grid_share.shares(data, case, site),
        ("12_power_and_grid", "supply_by_site"): lambda: power_supply.sites_with(data, case, SUPPLY_SHOWN, None, draws, site),
        ("17_time_to_power", "time_to_power_by_place"): lambda: time_to_power.durations(data, case, site, concept),
        ("17_time_to_power", "time_to_power_by_supply"): lambda: time_to_power.supplies_and_evidence(
            data, case, site, concept, SUPPLY_SHOWN
        ),
        ("18_sun_and_storage", "sun_of_sites"): lambda: solar_supply.sun_of_sites(data),
        ("18_sun_and_storage", "designs_by_reliability"): lambda: solar_supply.contours(data, place()),
        ("18_sun_and_storage", "weeks_of_sun"): lambda: solar_supply.weeks(data, place()),
        ("18_sun_and_storage", "reliability_of_other_years"): lambda: solar_supply.other_years(
            data, reliability_frac=solar_supply.value(data, "supply_reliability_frac")
        ),
    }
    return made


def _town_tables(data: Data, site: str, concept: str, case: str) -> dict[tuple[str, str], MakeTable]:
    made = {
        "household_bill": lambda: bills.household_bills(data),
        "public_money_per_job": lambda: taxes.public_money(data),
        "jobs_by_place": lambda: community.job_places(data, site, concept, case),
    }
    return {("15_community_and_jobs", name): make for name, make in made.items()}


def _launch_tables(data: Data, site: str, concept: str, case: str) -> dict[tuple[str, str], MakeTable]:
    built, orbit = (data, concept, case, GIGAWATT_MW), manifest.ORBITS[0]
    made = {
        "launches_by_vehicle": lambda: manifest.manifest_of_vehicles(data, concept, case, MATCHED_MW, orbit, {}),
        "launches_of_a_claim": lambda: launch_claim.launches_of_the_claim(data),
        "launch_price_by_year": lambda: launch_price.by_year(data).drop(columns="note"),
        "launch_price_of_vehicles": lambda: launch_price.market(data).drop(columns="note"),
        "experience_curves": lambda: launch_price.curve_lines(data),
        "assembly_work": lambda: assembly.work_beside_record(*built, CAMPAIGN_YEARS),
        "capacity_over_life": lambda: assembly.lives(data, site, concept, case),
        "orbit_by_altitude": lambda: end_of_life.by_altitude(*built, FLEET_AGE_YEARS),
    }
    return {("25_launch_and_assembly", name): make for name, make in made.items()}


def _latency_tables(data: Data, site: str, concept: str, case: str, draws: int) -> dict[tuple[str, str], MakeTable]:
    made = {
        "measured_round_trips": lambda: latency.measured(data),
        "round_trips_by_city": lambda: latency.round_trips(data, site, concept, case, {}, draws),
        "people_within": lambda: reach.people_within(data, site, concept, case, {}, draws),
        "first_token": lambda: answering.first_tokens(data, site, FIRST_CITY, concept, case, {}, None),
    }
    return {("27_latency", name): make for name, make in made.items()}


def _both_cases(draws: int) -> list[Pair]:
    return [pair for case in scenario.CASES for pair in default_pairs(case, draws)]
