"""Every figure that is committed: the notebook it belongs to, its name, and the function that draws it.

Tables for the same notebooks and names are made in `tables/figures.py`; `gallery.py` joins the two.
"""

from collections.abc import Callable

from matplotlib.figure import Figure

from earth_or_orbit import drawing
from earth_or_orbit.drawing.names import DrawingError

Draw = Callable[..., Figure]

FIGURES: tuple[tuple[str, str, Draw], ...] = (
    ("00_the_answer", "cost_by_pair", drawing.one_line_by_pair),
    ("00_the_answer", "carbon_by_pair", drawing.one_line_by_pair),
    ("00_the_answer", "ledger_ratios", drawing.ledger_ratios),
    ("01_what_we_know", "facts_by_kind", drawing.facts_by_kind),
    ("01_what_we_know", "where_sources_disagree", drawing.where_sources_disagree),
    ("01_what_we_know", "weight_by_kind", drawing.weight_by_kind),
    ("10_ground_sites", "campuses_by_line", drawing.campuses_by_line),
    ("10_ground_sites", "power_per_acre", drawing.power_per_acre),
    ("11_land_to_scale", "megawatts_by_definition", drawing.megawatts_by_definition),
    ("11_land_to_scale", "land_in_four_rings", drawing.land_in_four_rings),
    ("11_land_to_scale", "campuses_beside_manhattan", drawing.campuses_beside_manhattan),
    ("11_land_to_scale", "campuses_on_the_map", drawing.campuses_on_the_map),
    ("11_land_to_scale", "rings_over_a_place", drawing.rings_over_a_place),
    ("12_power_and_grid", "power_supplies", drawing.power_supplies),
    ("12_power_and_grid", "share_of_grid", drawing.share_of_grid),
    ("12_power_and_grid", "supply_by_site", drawing.supply_by_site),
    ("13_water", "water_of_campuses", drawing.water_of_campuses),
    ("13_water", "hours_above_wet_bulb", drawing.hours_above_wet_bulb),
    ("13_water", "cooling_by_climate", drawing.cooling_by_climate),
    ("14_air_and_climate", "air_by_place", drawing.air_by_place),
    ("14_air_and_climate", "permits_beside_factors", drawing.permits_beside_factors),
    ("14_air_and_climate", "carbon_by_basis", drawing.carbon_by_basis),
    ("14_air_and_climate", "health_cost_by_place", drawing.health_cost_by_place),
    ("15_community_and_jobs", "household_bill", drawing.household_bill),
    ("15_community_and_jobs", "public_money_per_job", drawing.public_money_per_job),
    ("15_community_and_jobs", "jobs_by_place", drawing.jobs_by_place),
    ("17_time_to_power", "time_to_power_by_place", drawing.time_to_power_by_place),
    ("17_time_to_power", "time_to_power_by_supply", drawing.time_to_power_by_supply),
    ("18_sun_and_storage", "sun_of_sites", drawing.sun_of_sites),
    ("18_sun_and_storage", "designs_by_reliability", drawing.designs_by_reliability),
    ("18_sun_and_storage", "weeks_of_sun", drawing.weeks_of_sun),
    ("18_sun_and_storage", "reliability_of_other_years", drawing.reliability_of_other_years),
    ("20_orbital_concepts", "satellite_mass_parts", drawing.satellite_mass_parts),
    ("20_orbital_concepts", "array_and_radiator_area", drawing.array_and_radiator_area),
    ("21_sunlight", "sunlit_by_altitude_and_season", drawing.sunlit_by_altitude_and_season),
    ("21_sunlight", "decay_and_propellant_by_altitude", drawing.decay_and_propellant_by_altitude),
    ("21_sunlight", "cluster_motion", drawing.cluster_motion),
    ("21_sunlight", "neighbour_distances", drawing.neighbour_distances),
    ("22_heat", "heat_budget", drawing.heat_budget),
    ("22_heat", "radiator_area_by_temperature", drawing.radiator_area_by_temperature),
    ("22_heat", "one_orbit_of_temperature", drawing.one_orbit_of_temperature),
    ("23_radiation", "dose_by_shielding", drawing.dose_by_shielding),
    ("23_radiation", "life_by_altitude", drawing.life_by_altitude),
    ("23_radiation", "anomaly_ground_track", drawing.anomaly_ground_track),
    ("23_radiation", "training_lost", drawing.training_lost),
    ("24_mass_and_power", "mass_budget", drawing.mass_budget),
    ("24_mass_and_power", "specific_mass_beside_published", drawing.specific_mass_beside_published),
    ("24_mass_and_power", "closing_the_gap", drawing.closing_the_gap),
    ("25_launch_and_assembly", "launches_by_vehicle", drawing.launches_by_vehicle),
    ("25_launch_and_assembly", "launches_of_a_claim", drawing.launches_of_a_claim),
    ("25_launch_and_assembly", "launch_price_by_year", drawing.launch_price_by_year),
    ("25_launch_and_assembly", "launch_price_of_vehicles", drawing.launch_price_of_vehicles),
    ("25_launch_and_assembly", "experience_curves", drawing.experience_curves),
    ("25_launch_and_assembly", "assembly_work", drawing.assembly_work),
    ("25_launch_and_assembly", "capacity_over_life", drawing.capacity_over_life),
    ("25_launch_and_assembly", "orbit_by_altitude", drawing.orbit_by_altitude),
    ("26_the_race", "cadence_and_ramp", drawing.cadence_and_ramp),
    ("26_the_race", "the_race", drawing.the_race),
    ("26_the_race", "goal_beside_limits", drawing.goal_beside_limits),
    ("27_latency", "measured_round_trips", drawing.measured_round_trips),
    ("27_latency", "round_trips_by_city", drawing.round_trips_by_city),
    ("27_latency", "people_within", drawing.people_within),
    ("27_latency", "first_token", drawing.first_token),
    ("28_networks_and_workloads", "link_rate_by_distance", drawing.link_rate_by_distance),
    ("28_networks_and_workloads", "bisection_by_design", drawing.bisection_by_design),
    ("28_networks_and_workloads", "availability_by_sites", drawing.availability_by_sites),
    ("28_networks_and_workloads", "workload_fit", drawing.workload_fit),
    ("30_earth_or_orbit", "map_to_one_scale", drawing.map_to_one_scale),
    ("30_earth_or_orbit", "ledger_ratios", drawing.ledger_ratios),
    ("30_earth_or_orbit", "cost_parts", drawing.cost_parts),
    ("30_earth_or_orbit", "carbon_parts", drawing.carbon_parts),
    ("30_earth_or_orbit", "spread_of_cost", drawing.spread_of_cost),
    ("30_earth_or_orbit", "what_moves_the_ratio", drawing.what_moves_the_ratio),
)


def drawer(notebook: str, name: str) -> Draw:
    """The function that draws a figure; what follows `__` in a name is the pair. Raises DrawingError if there is none."""
    found = [draw for own, figure, draw in FIGURES if (own, figure) == (notebook, name.partition("__")[0])]
    if not found:
        raise DrawingError(f"drawing/collection.py has no figure {name!r} of {notebook}")
    return found[0]
