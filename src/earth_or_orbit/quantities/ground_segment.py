"""What an orbital fleet needs on the ground: stations, launch sites, electricity, fuel, air."""

from earth_or_orbit.constants import HOURS_PER_YEAR, KW_PER_MW, KWH_PER_MWH, L_PER_M3, Array


def ground_stations_count(ground_link_gbps: Array, ground_station_capacity_gbps: Array) -> Array:
    """Ground station sites that carry the users' traffic. [count]

    ground_stations_count = ground_link_gbps / ground_station_capacity_gbps
    Fractional; a site is shared with other traffic by capacity. Weather diversity would ask for more.
    Source: division.
    Check: ground_stations_count(8000, 4000) = 2 (0.01%)
    """
    return ground_link_gbps / ground_station_capacity_gbps


def grid_peak_mw(
    ground_stations_count: Array, ground_station_power_kw: Array, launch_electricity_mwh_per_year: Array
) -> Array:
    """Load that the fleet's ground stations and propellant plants put on grids. [MW]

    grid_peak_mw = ground_stations_count · ground_station_power_kw / 1000 + launch_electricity_mwh_per_year / 8766 h
    Both run flat, so mean load is read as peak.
    Source: sum of loads.
    Check: grid_peak_mw(10, 100, 8766) = 2 (0.01%)
    """
    stations_mw = ground_stations_count * ground_station_power_kw / KW_PER_MW
    return stations_mw + launch_electricity_mwh_per_year / HOURS_PER_YEAR


def electricity_from_grid_mwh_per_year(grid_peak_mw: Array) -> Array:
    """Electricity that ground stations and propellant plants take from grids in a year. [MWh/year]

    electricity_from_grid_mwh_per_year = grid_peak_mw · 8766 h
    Source: both run flat.
    Check: electricity_from_grid_mwh_per_year(2) = 17532 (0.01%)
    """
    return grid_peak_mw * HOURS_PER_YEAR


def electricity_generated_mwh_per_year(
    it_power_average_mw: Array,
    satellite_power_peak_kw: Array,
    satellite_it_power_peak_kw: Array,
    powered_frac: Array,
    grid_generated_mwh_per_year: Array,
) -> Array:
    """Electricity generated for the fleet in a year: by its arrays, and at grid plants for its ground segment. [MWh/year]

    E = it_power_average_mw · (bus power / IT power) · 8766 h · powered_frac + grid_generated_mwh_per_year
    The arrays could give more than the load takes; what is not used is not counted, nor what batteries lose, as on the ground.
    Source: sum of the two supplies.
    Check: electricity_generated_mwh_per_year(100, 150, 120, 1, 400) = 1096150 (0.01%)
    """
    bus_power_average_mw = it_power_average_mw * satellite_power_peak_kw / satellite_it_power_peak_kw
    return bus_power_average_mw * HOURS_PER_YEAR * powered_frac + grid_generated_mwh_per_year


def power_plant_water_consumption_m3_per_year(
    grid_generated_mwh_per_year: Array, grid_water_l_per_kwh: Array
) -> Array:
    """Water consumed at power plants for the ground segment in a year. [m3/year]

    power_plant_water_consumption_m3_per_year = grid_generated_mwh_per_year · grid_water_l_per_kwh
    Source: [lucas-int] operational consumption medians.
    Check: power_plant_water_consumption_m3_per_year(1000, 1.5) = 1500 (0.01%)
    """
    return grid_generated_mwh_per_year * grid_water_l_per_kwh * KWH_PER_MWH / L_PER_M3


def power_plant_water_withdrawal_m3_per_year(
    grid_generated_mwh_per_year: Array, grid_water_withdrawal_l_per_kwh: Array
) -> Array:
    """Water withdrawn at power plants for the ground segment in a year. [m3/year]

    power_plant_water_withdrawal_m3_per_year = grid_generated_mwh_per_year · grid_water_withdrawal_l_per_kwh
    Source: [reeds-water] withdrawal by technology and cooling.
    Check: power_plant_water_withdrawal_m3_per_year(1000, 2.5) = 2500 (0.01%)
    """
    return grid_generated_mwh_per_year * grid_water_withdrawal_l_per_kwh * KWH_PER_MWH / L_PER_M3


def fuel_chain_land_m2(
    grid_generated_mwh_per_year: Array,
    grid_life_cycle_land_m2_per_mw: Array,
    fuel_mwh_per_year: Array,
    gas_plant_efficiency_frac: Array,
    gas_life_cycle_land_m2_per_mw: Array,
) -> Array:
    """Land occupied by plants, mines, wells and pipelines behind the ground segment and the launch fuel. [m2]

    fuel_chain_land_m2 = (grid MWh · grid land + fuel MWh · gas_plant_efficiency_frac · gas land) / 8766 h
    Launch fuel is charged as gas of the same heat content, kerosene too.
    Source: [owid-unece] life-cycle land by technology.
    Check: fuel_chain_land_m2(8766, 1000, 17532, 0.5, 9000) = 10000 (0.01%)
    """
    gas_power_forgone_mwh = fuel_mwh_per_year * gas_plant_efficiency_frac
    return (
        grid_generated_mwh_per_year * grid_life_cycle_land_m2_per_mw
        + gas_power_forgone_mwh * gas_life_cycle_land_m2_per_mw
    ) / HOURS_PER_YEAR


def launch_and_ground_station_land_m2(
    launches_per_year: Array,
    launch_site_launches_count_per_year: Array,
    launch_site_land_m2: Array,
    ground_stations_count: Array,
    ground_station_land_m2: Array,
) -> Array:
    """Land of launch sites by share of a year's use, and of ground stations. [m2]

    launch_and_ground_station_land_m2 = launches / permitted launches · launch site + stations · station land
    Shared land. More launches than a site is permitted mean more such sites.
    Source: the books: shared land by share of a year's use.
    Check: launch_and_ground_station_land_m2(20, 40, 1000, 2, 100) = 700 (0.01%)
    """
    sites = launches_per_year / launch_site_launches_count_per_year
    return sites * launch_site_land_m2 + ground_stations_count * ground_station_land_m2


def nox_kg_per_year(
    grid_generated_mwh_per_year: Array,
    grid_nox_kg_per_mwh: Array,
    propellant_kg_per_year: Array,
    propellant_nox_frac: Array,
) -> Array:
    """Nitrogen oxides in the lower air from the ground segment's power and from launches in a year. [kg/year]

    nox_kg_per_year = grid_generated_mwh_per_year · grid_nox_kg_per_mwh + propellant_kg_per_year · propellant_nox_frac
    NOx of re-entry, far above, is in reentry_kgco2e.
    Source: [epa-pp] rate of the United States' grid; [S133] emission index.
    Check: nox_kg_per_year(1000, 0.2, 100000, 0.001) = 300 (0.01%)
    """
    return grid_generated_mwh_per_year * grid_nox_kg_per_mwh + propellant_kg_per_year * propellant_nox_frac


def pm25_kg_per_year(
    grid_generated_mwh_per_year: Array,
    grid_pm25_kg_per_mwh: Array,
    propellant_kg_per_year: Array,
    propellant_pm25_frac: Array,
) -> Array:
    """Fine particulates in the lower air from the ground segment's power and from launches in a year. [kg/year]

    pm25_kg_per_year = grid_generated_mwh_per_year · grid_pm25_kg_per_mwh + propellant_kg_per_year · propellant_pm25_frac
    Source: rates as the facts say.
    Check: pm25_kg_per_year(1000, 0.02, 100000, 0.0001) = 30 (0.01%)
    """
    return grid_generated_mwh_per_year * grid_pm25_kg_per_mwh + propellant_kg_per_year * propellant_pm25_frac
