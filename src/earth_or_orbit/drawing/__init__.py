"""Tidy tables in, figures out. Ground and orbit have two fixed colours; what has no name here is not drawn."""

from earth_or_orbit.drawing.air import air_by_place, carbon_by_basis, health_cost_by_place, permits_beside_factors
from earth_or_orbit.drawing.assembly import assembly_work, capacity_over_life, orbit_by_altitude
from earth_or_orbit.drawing.campuses import array_and_radiator_area, campuses_by_line, power_per_acre, spread_of_cost
from earth_or_orbit.drawing.cluster import cluster_motion, neighbour_distances
from earth_or_orbit.drawing.community import household_bill, jobs_by_place, public_money_per_job
from earth_or_orbit.drawing.evidence import facts_by_kind, weight_by_kind, where_sources_disagree
from earth_or_orbit.drawing.grid_share import share_of_grid
from earth_or_orbit.drawing.heat import heat_budget, one_orbit_of_temperature, radiator_area_by_temperature
from earth_or_orbit.drawing.land import (
    campuses_beside_manhattan,
    campuses_on_the_map,
    land_in_four_rings,
    megawatts_by_definition,
    rings_over_a_place,
)
from earth_or_orbit.drawing.latency import first_token, measured_round_trips, people_within, round_trips_by_city
from earth_or_orbit.drawing.launch_price import experience_curves, launch_price_by_year, launch_price_of_vehicles
from earth_or_orbit.drawing.manifest import launches_by_vehicle, launches_of_a_claim
from earth_or_orbit.drawing.maps import map_to_one_scale
from earth_or_orbit.drawing.mass_and_power import closing_the_gap, mass_budget, specific_mass_beside_published
from earth_or_orbit.drawing.names import DrawingError
from earth_or_orbit.drawing.networks import availability_by_sites, bisection_by_design, link_rate_by_distance, workload_fit
from earth_or_orbit.drawing.power_supply import power_supplies, supply_by_site
from earth_or_orbit.drawing.race import cadence_and_ramp, goal_beside_limits, the_race
from earth_or_orbit.drawing.radiation import anomaly_ground_track, dose_by_shielding, life_by_altitude, training_lost
from earth_or_orbit.drawing.ranges import ledger_ratios, one_line_by_pair, what_moves_the_ratio
from earth_or_orbit.drawing.saving import picture, save
from earth_or_orbit.drawing.solar_supply import (
    designs_by_reliability,
    reliability_of_other_years,
    sun_of_sites,
    weeks_of_sun,
)
from earth_or_orbit.drawing.stacks import carbon_parts, cost_parts, satellite_mass_parts
from earth_or_orbit.drawing.sunlight import decay_and_propellant_by_altitude, sunlit_by_altitude_and_season
from earth_or_orbit.drawing.time_to_power import time_to_power_by_place, time_to_power_by_supply
from earth_or_orbit.drawing.water import cooling_by_climate, hours_above_wet_bulb, water_of_campuses

__all__ = [
    "DrawingError",
    "air_by_place",
    "anomaly_ground_track",
    "array_and_radiator_area",
    "assembly_work",
    "availability_by_sites",
    "bisection_by_design",
    "cadence_and_ramp",
    "campuses_beside_manhattan",
    "campuses_by_line",
    "campuses_on_the_map",
    "capacity_over_life",
    "carbon_by_basis",
    "carbon_parts",
    "closing_the_gap",
    "cluster_motion",
    "cooling_by_climate",
    "cost_parts",
    "decay_and_propellant_by_altitude",
    "designs_by_reliability",
    "dose_by_shielding",
    "experience_curves",
    "facts_by_kind",
    "first_token",
    "goal_beside_limits",
    "health_cost_by_place",
    "heat_budget",
    "hours_above_wet_bulb",
    "household_bill",
    "jobs_by_place",
    "land_in_four_rings",
    "launch_price_by_year",
    "launch_price_of_vehicles",
    "launches_by_vehicle",
    "launches_of_a_claim",
    "ledger_ratios",
    "life_by_altitude",
    "link_rate_by_distance",
    "map_to_one_scale",
    "mass_budget",
    "measured_round_trips",
    "megawatts_by_definition",
    "neighbour_distances",
    "one_line_by_pair",
    "one_orbit_of_temperature",
    "orbit_by_altitude",
    "people_within",
    "permits_beside_factors",
    "picture",
    "power_per_acre",
    "power_supplies",
    "public_money_per_job",
    "radiator_area_by_temperature",
    "reliability_of_other_years",
    "rings_over_a_place",
    "round_trips_by_city",
    "satellite_mass_parts",
    "save",
    "share_of_grid",
    "specific_mass_beside_published",
    "spread_of_cost",
    "sun_of_sites",
    "sunlit_by_altitude_and_season",
    "supply_by_site",
    "the_race",
    "time_to_power_by_place",
    "time_to_power_by_supply",
    "training_lost",
    "water_of_campuses",
    "weeks_of_sun",
    "weight_by_kind",
    "what_moves_the_ratio",
    "where_sources_disagree",
    "workload_fit",
]
