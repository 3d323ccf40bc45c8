"""What is paid first: accelerators, plant, power, land and launch, on both sides in the study's dollars."""

from hamilton.function_modifiers import config

from earth_or_orbit.constants import USD_PER_BILLION_USD, W_PER_MW, Array


@config.when(side="orbit", launch_price_basis="per_launch")
def launch_price_usd_per_kg__per_launch(launch_price_usd: Array, launch_load_kg: Array) -> Array:
    """Price of a kg in the fleet's orbit, from the price of a launch. [USD/kg]

    launch_price_usd_per_kg = launch_price_usd / launch_load_kg
    Every launch full, by mass or by volume: a fairing that is full before the payload is makes a kilogram dearer.
    Source: the facts chosen by the scenario.
    Check: launch_price_usd_per_kg__per_launch(74000000, 14800) = 5000 (0.01%)
    """
    return launch_price_usd / launch_load_kg


@config.when(side="orbit", launch_price_basis="per_kg")
def launch_price_usd_per_kg__per_kg(
    launch_price_stated_usd_per_kg: Array, leo_to_sso_frac: Array, payload_to_orbit_kg: Array, launch_load_kg: Array
) -> Array:
    """Price of a kg in the fleet's orbit, from an author's price per kg to low orbit. [USD/kg]

    launch_price_usd_per_kg = launch_price_stated_usd_per_kg / leo_to_sso_frac · payload_to_orbit_kg / launch_load_kg
    Stated prices are per kg to low orbit, of a launch that is full by mass, unless their row says otherwise.
    Source: the fact chosen by the scenario.
    Check: launch_price_usd_per_kg__per_kg(200, 0.8, 70000, 35000) = 500 (0.01%)
    """
    return launch_price_stated_usd_per_kg / leo_to_sso_frac * payload_to_orbit_kg / launch_load_kg


def capex_accelerators_usd(accelerators_installed_count: Array, accelerator_price_usd: Array) -> Array:
    """Price of the first set of accelerators. [USD]

    capex_accelerators_usd = accelerators_installed_count · accelerator_price_usd
    The same price on both sides.
    Source: the fact chosen by the scenario.
    Check: capex_accelerators_usd(1000, 40000) = 40000000 (0.01%)
    """
    return accelerators_installed_count * accelerator_price_usd


@config.when(side="ground")
def capex_plant_usd__ground(it_power_peak_mw: Array, facility_price_usd_per_w: Array) -> Array:
    """Price of building, power distribution and cooling. [USD]

    capex_plant_usd = it_power_peak_mw · 10⁶ · facility_price_usd_per_w
    Source: construction price per W of peak IT power.
    Check: capex_plant_usd__ground(100, 12) = 1200000000 (0.01%)
    """
    return it_power_peak_mw * W_PER_MW * facility_price_usd_per_w


@config.when(side="ground")
def capex_power_usd__ground(
    grid_connection_capex_usd: Array,
    gas_plant_capex_usd: Array,
    solar_capex_usd: Array,
    storage_capex_usd: Array,
    nuclear_capex_usd: Array,
) -> Array:
    """Price of the grid connection and of the campus's own plants. [USD]

    capex_power_usd = grid connection + gas + solar + storage + nuclear
    What the utility builds is paid through the price of electricity.
    Source: sum over technologies.
    Check: capex_power_usd__ground(1, 2, 3, 4, 5) = 15 (0.01%)
    """
    return grid_connection_capex_usd + gas_plant_capex_usd + solar_capex_usd + storage_capex_usd + nuclear_capex_usd


@config.when(side="ground")
def capex_land_usd__ground(campus_land_m2: Array, campus_land_price_usd_per_m2: Array) -> Array:
    """Price of the campus's land. [USD]

    capex_land_usd = campus_land_m2 · campus_land_price_usd_per_m2
    Source: the fact chosen by the scenario.
    Check: capex_land_usd__ground(1000, 40) = 40000 (0.01%)
    """
    return campus_land_m2 * campus_land_price_usd_per_m2


@config.when(side="orbit")
def satellite_price_usd__orbit(
    satellite_mass_kg: Array, satellite_plant_share_frac: Array, satellite_manufacturing_price_usd_per_kg: Array
) -> Array:
    """Price of one satellite without its accelerators. [USD]

    satellite_price_usd = satellite_mass_kg · satellite_plant_share_frac · satellite_manufacturing_price_usd_per_kg
    Source: price per kg of satellites made in series, which carry no accelerators.
    Check: satellite_price_usd__orbit(2000, 0.75, 1000) = 1500000 (0.01%)
    """
    return satellite_mass_kg * satellite_plant_share_frac * satellite_manufacturing_price_usd_per_kg


@config.when(side="orbit")
def capex_plant_usd__orbit(
    satellites_count: Array, satellite_price_usd: Array, power_system_price_share_frac: Array
) -> Array:
    """Price of the first fleet's satellites without array and battery. [USD]

    capex_plant_usd = satellites_count · satellite_price_usd · (1 − power_system_price_share_frac)
    Source: the facts chosen by the scenario.
    Check: capex_plant_usd__orbit(10, 1000000, 0.3) = 7000000 (0.01%)
    """
    return satellites_count * satellite_price_usd * (1 - power_system_price_share_frac)


@config.when(side="orbit")
def capex_power_usd__orbit(
    satellites_count: Array, satellite_price_usd: Array, power_system_price_share_frac: Array
) -> Array:
    """Price of the first fleet's arrays and batteries. [USD]

    capex_power_usd = satellites_count · satellite_price_usd · power_system_price_share_frac
    Source: the facts chosen by the scenario.
    Check: capex_power_usd__orbit(10, 1000000, 0.3) = 3000000 (0.01%)
    """
    return satellites_count * satellite_price_usd * power_system_price_share_frac


@config.when(side="orbit")
def capex_launch_usd__orbit(
    fleet_mass_kg: Array,
    launch_price_usd_per_kg: Array,
    satellites_arriving_frac: Array,
    capex_accelerators_usd: Array,
    capex_plant_usd: Array,
    capex_power_usd: Array,
) -> Array:
    """Price of launching the first fleet, with what is lost on the way or dead on arrival bought and launched again. [USD]

    capex_launch_usd = (launch + accelerators + plant + power) / satellites_arriving_frac − (accelerators + plant + power)
    A fleet's owner carries the loss itself; a premium would be this and a margin. Share above 0.
    Source: expected loss; launch = fleet_mass_kg · launch_price_usd_per_kg.
    Check: capex_launch_usd__orbit(1000, 2000, 0.8, 500000, 400000, 100000) = 2750000 (0.01%)
    """
    hardware_usd = capex_accelerators_usd + capex_plant_usd + capex_power_usd
    return (fleet_mass_kg * launch_price_usd_per_kg + hardware_usd) / satellites_arriving_frac - hardware_usd


def capex_without_accelerators_usd_per_w(
    capex_plant_usd: Array,
    capex_power_usd: Array,
    capex_land_usd: Array,
    capex_launch_usd: Array,
    it_power_average_mw: Array,
) -> Array:
    """First cost without accelerators per W of average IT power. [USD/W]

    capex_without_accelerators_usd_per_w = (plant + power + land + launch) / (it_power_average_mw · 10⁶)
    Source: division.
    Check: capex_without_accelerators_usd_per_w(1000000, 500000, 0, 500000, 1) = 2 (0.01%)
    """
    capex = capex_plant_usd + capex_power_usd + capex_land_usd + capex_launch_usd
    return capex / (it_power_average_mw * W_PER_MW)


def permanent_jobs_per_billion_usd(
    permanent_jobs_count: Array,
    capex_plant_usd: Array,
    capex_power_usd: Array,
    capex_land_usd: Array,
    capex_launch_usd: Array,
) -> Array:
    """Permanent jobs per billion dollars of first cost without accelerators. [1/billion_USD]

    permanent_jobs_per_billion_usd = permanent_jobs_count / (plant + power + land + launch) · 10⁹
    Source: division.
    Check: permanent_jobs_per_billion_usd(500, 27e9, 0, 0, 0) = 18.5185 (0.01%)
    """
    capex = capex_plant_usd + capex_power_usd + capex_land_usd + capex_launch_usd
    return permanent_jobs_count / capex * USD_PER_BILLION_USD


@config.when(side="ground")
def first_plant_usd__ground(capex_plant_usd: Array, capex_power_usd: Array) -> Array:
    """Spending on the first building, its plant and its power. [USD]

    first_plant_usd = capex_plant_usd + capex_power_usd
    Source: sum of the ledger's lines.
    Check: first_plant_usd__ground(1, 2) = 3 (0.01%)
    """
    return capex_plant_usd + capex_power_usd


@config.when(side="orbit")
def first_plant_usd__orbit(capex_plant_usd: Array, capex_power_usd: Array, capex_launch_usd: Array) -> Array:
    """Spending on the first fleet's satellites and their launch. [USD]

    first_plant_usd = capex_plant_usd + capex_power_usd + capex_launch_usd
    Source: sum of the ledger's lines.
    Check: first_plant_usd__orbit(1, 2, 3) = 6 (0.01%)
    """
    return capex_plant_usd + capex_power_usd + capex_launch_usd


def plant_renewal_usd_per_year(
    first_plant_usd: Array, plant_service_years: Array, plant_loss_frac_per_year: Array
) -> Array:
    """Yearly spending that renews the plant (buildings, or satellites and launches) in steady state, not discounted. [USD/year]

    plant_renewal_usd_per_year = first_plant_usd · (1 / plant_service_years + plant_loss_frac_per_year)
    Source: steady state; the same rule on both sides.
    Check: plant_renewal_usd_per_year(1500, 5, 0) = 300 (0.01%)
    Check: plant_renewal_usd_per_year(1500, 5, 0.01) = 315 (0.01%)
    """
    return first_plant_usd * (1 / plant_service_years + plant_loss_frac_per_year)


@config.when(side="ground")
def plant_upkeep_usd_per_year__ground(capex_plant_usd: Array, plant_maintenance_frac_per_year: Array) -> Array:
    """Yearly upkeep of the campus, energy and staff left out. [USD/year]

    plant_upkeep_usd_per_year = capex_plant_usd · plant_maintenance_frac_per_year
    Source: the facts chosen by the scenario.
    Check: plant_upkeep_usd_per_year__ground(10000, 0.03) = 300 (0.01%)
    """
    return capex_plant_usd * plant_maintenance_frac_per_year


@config.when(side="orbit")
def plant_upkeep_usd_per_year__orbit(ground_stations_count: Array, ground_station_cost_usd_per_year: Array) -> Array:
    """Yearly upkeep of the fleet's ground stations, energy and staff left out; satellites are not repaired. [USD/year]

    plant_upkeep_usd_per_year = ground_stations_count · ground_station_cost_usd_per_year
    Source: the facts chosen by the scenario.
    Check: plant_upkeep_usd_per_year__orbit(2, 100000) = 200000 (0.01%)
    """
    return ground_stations_count * ground_station_cost_usd_per_year
