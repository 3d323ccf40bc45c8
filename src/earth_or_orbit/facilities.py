"""What a facility is made of: which modules make the ground, which make the orbit, and the ledger both must fill.

Apache Hamilton wires the functions by name. Nothing here computes: a quantity's parameters are the names of the
quantities it needs, and an alternative is another function chosen by configuration.
"""

import logging
import os
from dataclasses import dataclass
from functools import lru_cache

os.environ.setdefault("HAMILTON_TELEMETRY_ENABLED", "false")  # nothing leaves the machine

from hamilton import driver

from earth_or_orbit import series
from earth_or_orbit.quantities import (
    absent_plants,
    attitude,
    campus,
    campus_water_air,
    campus_water_limits,
    capital_cost,
    carbon,
    community,
    compute,
    cooling_designs,
    cooling_power,
    cooling_water,
    crowding,
    disposal,
    finance,
    flight,
    grid_mix,
    grid_withdrawal,
    ground_segment,
    health_cost,
    heat,
    heat_chain,
    launch,
    manifest,
    network,
    power_cost,
    power_plants,
    power_supply,
    punctures,
    radiation,
    radiator_environment,
    reliability,
    satellite_mass,
    satellites,
    schedule,
    site_climate,
    solar_power,
    solar_supply,
    solar_supply_cost,
    sulphur,
    sunlight,
    supply_cost,
    supply_time,
    workloads,
    zero_in_orbit,
    zero_on_the_ground,
)

logging.getLogger("hamilton").setLevel(logging.CRITICAL)  # a refused input is told in one line, not in a log

SHARED = (compute, reliability, workloads, schedule, grid_mix, grid_withdrawal, carbon, community, capital_cost, finance, network)
AIR = (sulphur, health_cost)
COOLING = (site_climate, cooling_designs, cooling_power, cooling_water, campus_water_limits)
ORBIT = (sunlight, attitude, flight, disposal, solar_power, radiator_environment, heat_chain, heat, punctures, radiation)
SUPPLY = (solar_supply, solar_supply_cost, power_supply, power_plants, power_cost, supply_cost, supply_time, absent_plants)
MODULES = {
    "ground": (*SHARED, *AIR, campus, *SUPPLY, campus_water_air, *COOLING, zero_on_the_ground),
    "orbit": (*SHARED, *AIR, *ORBIT, satellite_mass, satellites, manifest, crowding, launch, ground_segment, zero_in_orbit),
}
ZERO_MODULES = {"ground": zero_on_the_ground, "orbit": zero_in_orbit}
SERIES_INPUTS = series.NAMES  # from data/series/, arrays with axes of their own


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the ledger: whether it grows with the fleet, and the side on which it is zero by definition."""

    name: str
    extensive: bool
    zero_side: str = ""


def _lines(names: str, extensive: bool = True, zero_side: str = "") -> tuple[Line, ...]:
    return tuple(Line(name, extensive, zero_side) for name in names.split())


# Order and names are fixed by the books; a room may add lines, never drop one.
LEDGER: tuple[Line, ...] = (
    *_lines("it_power_average_mw accelerators_installed_count delivered_accelerator_hours_per_year"),
    *_lines("delivered_it_mwh_per_year"),
    *_lines("delivered_frac delivered_share_at_horizon_frac", extensive=False),
    *_lines("electricity_generated_mwh_per_year electricity_from_grid_mwh_per_year grid_peak_mw"),
    *_lines("campus_land_m2 energy_supply_land_m2", zero_side="orbit"),
    *_lines("fuel_chain_land_m2"),
    *_lines("launch_and_ground_station_land_m2", zero_side="ground"),
    *_lines("orbital_array_area_m2 orbital_radiator_area_m2", zero_side="ground"),
    *_lines("site_water_consumption_m3_per_year site_water_peak_m3_per_day", zero_side="orbit"),
    *_lines("power_plant_water_consumption_m3_per_year"),
    *_lines("launch_water_m3_per_year", zero_side="ground"),
    *_lines("embodied_it_kgco2e embodied_plant_kgco2e energy_kgco2e"),
    *_lines("launch_kgco2e reentry_kgco2e", zero_side="ground"),
    *_lines("total_kgco2e"),
    *_lines("carbon_intensity_kgco2e_per_mwh", extensive=False),
    *_lines("nox_kg_per_year pm25_kg_per_year"),
    *_lines("so2_kg_per_year health_cost_usd_per_year"),
    *_lines("stratospheric_black_carbon_kg_per_year alumina_kg_per_year", zero_side="ground"),
    *_lines("mass_to_orbit_kg launches_per_year reentries_per_day", zero_side="ground"),
    *_lines("avoidance_manoeuvres_per_year", zero_side="ground"),
    *_lines("months_to_first_power months_to_full_power", extensive=False),
    *_lines("capex_accelerators_usd capex_plant_usd capex_power_usd"),
    *_lines("capex_land_usd", zero_side="orbit"),
    *_lines("capex_launch_usd", zero_side="ground"),
    *_lines("opex_usd_per_year refresh_usd disposal_usd"),
    *_lines("residual_value_usd", zero_side="orbit"),
    *_lines("present_cost_usd present_cost_without_accelerators_usd"),
    *_lines("cost_per_accelerator_hour_usd cost_per_it_mwh_usd", extensive=False),
    *_lines("capex_without_accelerators_usd_per_w", extensive=False),
    *_lines("construction_job_years operations_jobs_count permanent_jobs_count"),
    *_lines("permanent_jobs_per_mw permanent_jobs_per_billion_usd", extensive=False),
    *_lines("round_trip_time_median_ms", extensive=False),
    *_lines("ground_link_gbps"),
    *_lines("silent_errors_per_accelerator_year", extensive=False),
)
LEDGER_NAMES = tuple(line.name for line in LEDGER)


@lru_cache(maxsize=64)
def _driver(side: str, choices: tuple[tuple[str, str], ...]) -> driver.Driver:
    return driver.Builder().with_modules(*MODULES[side]).with_config({"side": side, **dict(choices)}).build()


def wired(side: str, choices: dict[str, str]) -> driver.Driver:
    """The wired model of one side under one set of chosen alternatives."""
    return _driver(side, tuple(sorted(choices.items())))


@lru_cache(maxsize=64)
def _graph(side: str, choices: tuple[tuple[str, str], ...]) -> dict[str, object]:
    return dict(_driver(side, choices).graph.nodes)


def graph(side: str, choices: dict[str, str]) -> dict[str, object]:
    """Every node of the wired model by name (Hamilton's nodes: `user_defined`, `input_types`, `callable`)."""
    return _graph(side, tuple(sorted(choices.items())))


def needs(node: object) -> dict[str, bool]:
    """Names of the quantities that a node needs, in order; True where the model cannot do without it."""
    return {name: "OPTIONAL" not in str(kind[1]) for name, kind in node.input_types.items() if name != "side"}


def upstream(side: str, choices: dict[str, str], quantities: tuple[str, ...], given: frozenset[str]) -> set[str]:
    """Inputs (names without a function) that the quantities rest on, not looking above names that are given."""
    nodes, seen, inputs = graph(side, choices), set(), set()
    waiting = list(quantities)
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        if name in given:
            inputs.add(name)
        elif name not in nodes or nodes[name].user_defined:
            inputs.add(name)
        else:
            waiting += [n for n, needed in needs(nodes[name]).items() if needed]
    return inputs


def is_zero_by_definition(side: str, quantity: str) -> bool:
    """Whether the side's zero module defines the quantity."""
    return hasattr(ZERO_MODULES[side], quantity)
