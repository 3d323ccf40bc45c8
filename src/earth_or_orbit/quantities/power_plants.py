"""What the campus's own plants and the grid's take of land and give off in carbon: one sum over technologies."""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import HOURS_PER_YEAR, KWH_PER_MWH, Array

TURBINES = ["onsite_turbines", "solar_storage_gas"]
SOLAR = ["solar_storage", "solar_storage_gas"]


def grid_and_gas_plant_land_m2(
    grid_peak_mw: Array, gas_capacity_mw: Array, generation_reserve_ratio: Array, plant_site_land_m2_per_mw: Array
) -> Array:
    """Sites of the gas plants that the load needs, own or the utility's. [m2]

    grid_and_gas_plant_land_m2 = (grid_peak_mw · generation_reserve_ratio + gas_capacity_mw) · plant_site_land_m2_per_mw
    First order for the grid: combined-cycle sites, whatever the mix.
    Source: plant sites of named gas projects, acres per MW.
    Check: grid_and_gas_plant_land_m2(1000, 0, 1.2, 190) = 228000 (0.01%)
    """
    return (grid_peak_mw * generation_reserve_ratio + gas_capacity_mw) * plant_site_land_m2_per_mw


@config.when_in(electricity_supply=SOLAR)
def solar_storage_land_m2__solar(
    solar_capacity_mw: Array,
    solar_plant_land_m2_per_mw: Array,
    storage_capacity_mwh: Array,
    storage_land_m2_per_mwh: Array,
) -> Array:
    """Land under the campus's own array and storage. [m2]

    solar_storage_land_m2 = solar_capacity_mw · solar_plant_land_m2_per_mw + storage_capacity_mwh · storage_land_m2_per_mwh
    The fenced area; a project's whole property is wider.
    Source: areas of built tracking arrays, drawn from satellite pictures, per MW of inverters.
    Check: solar_storage_land_m2__solar(100, 20000, 1000, 100) = 2100000 (0.01%)
    """
    return solar_capacity_mw * solar_plant_land_m2_per_mw + storage_capacity_mwh * storage_land_m2_per_mwh


@config.when(electricity_supply="nuclear")
def nuclear_land_m2__nuclear(nuclear_capacity_mw: Array, nuclear_plant_land_m2_per_mw: Array) -> Array:
    """Land of the campus's own reactors. [m2]

    nuclear_land_m2 = nuclear_capacity_mw · nuclear_plant_land_m2_per_mw
    Source: sites of named plants, acres per MW.
    Check: nuclear_land_m2__nuclear(1000, 3000) = 3000000 (0.01%)
    """
    return nuclear_capacity_mw * nuclear_plant_land_m2_per_mw


def energy_supply_land_m2(grid_and_gas_plant_land_m2: Array, solar_storage_land_m2: Array, nuclear_land_m2: Array) -> Array:
    """Land of the power-plant sites that the load needs, own or the utility's. [m2]

    energy_supply_land_m2 = grid and gas + solar with storage + nuclear
    Source: sum over technologies.
    Check: energy_supply_land_m2(1, 2, 3) = 6 (0.01%)
    """
    return grid_and_gas_plant_land_m2 + solar_storage_land_m2 + nuclear_land_m2


@config.when_not_in(electricity_supply=TURBINES)
def gas_burnt_ratio__combined_cycle() -> float:
    """Gas burnt per MWh of the campus's own gas plant, over that of the plant in the life-cycle study. [ratio]

    gas_burnt_ratio = 1
    The study's plant and the campus's are both combined cycles.
    Source: [owid-unece] life-cycle land and carbon of gas.
    Check: gas_burnt_ratio__combined_cycle() = 1 (0.01%)
    """
    return 1.0


@config.when_in(electricity_supply=TURBINES)
def gas_burnt_ratio__turbines(combined_cycle_efficiency_frac: Array, gas_plant_efficiency_frac: Array) -> Array:
    """Gas burnt per MWh of the campus's own gas plant, over that of the plant in the life-cycle study. [ratio]

    gas_burnt_ratio = combined_cycle_efficiency_frac / gas_plant_efficiency_frac
    Wells, pipelines and leaks grow with the gas that a less efficient plant burns. Efficiency above 0.
    Source: definition of an efficiency.
    Check: gas_burnt_ratio__turbines(0.55, 0.35) = 1.571 (0.1%)
    """
    return combined_cycle_efficiency_frac / gas_plant_efficiency_frac


@config.when(electricity_supply="nuclear")
def nuclear_fuel_chain_land_m2__nuclear(
    nuclear_generated_mwh_per_year: Array, nuclear_life_cycle_land_m2_per_mw: Array, nuclear_land_m2: Array
) -> Array:
    """Land of mines and mills behind the campus's own reactors. [m2]

    nuclear_fuel_chain_land_m2 = max(0, MWh · life-cycle land / 8766 h − nuclear_land_m2)
    The study's life-cycle land includes its own, narrower site; a US site is often wider than all of it.
    Source: [owid-unece] life-cycle land of nuclear power.
    Check: nuclear_fuel_chain_land_m2__nuclear(8766000, 2900, 2000000) = 900000 (0.01%)
    """
    life_cycle_m2 = nuclear_generated_mwh_per_year * nuclear_life_cycle_land_m2_per_mw / HOURS_PER_YEAR
    return np.maximum(0, life_cycle_m2 - nuclear_land_m2)


def fuel_chain_land_m2(
    grid_generated_mwh_per_year: Array,
    grid_life_cycle_land_m2_per_mw: Array,
    gas_generated_mwh_per_year: Array,
    gas_life_cycle_land_m2_per_mw: Array,
    gas_burnt_ratio: Array,
    grid_and_gas_plant_land_m2: Array,
    nuclear_fuel_chain_land_m2: Array,
) -> Array:
    """Land occupied by mines, wells, pipelines and reservoirs behind the electricity. [m2]

    fuel_chain_land_m2 = max(0, (grid MWh · grid land + gas MWh · gas land · gas_burnt_ratio) / 8766 h − sites) + nuclear's
    Life-cycle land per average MW includes the plant's site, which has its own line and is taken off here. The campus's own
    array has no fuel; the land of the factories that make it is not counted, and nor is that of any other plant's.
    Source: [owid-unece] life-cycle land by technology.
    Check: fuel_chain_land_m2(876600, 1000, 0, 100, 1, 20000, 0) = 80000 (0.01%)
    Check: fuel_chain_land_m2(0, 1000, 876600, 100, 1.5, 20000, 7) = 7 (0.01%)
    """
    life_cycle_land_m2 = (
        grid_generated_mwh_per_year * grid_life_cycle_land_m2_per_mw
        + gas_generated_mwh_per_year * gas_life_cycle_land_m2_per_mw * gas_burnt_ratio
    ) / HOURS_PER_YEAR
    return np.maximum(0, life_cycle_land_m2 - grid_and_gas_plant_land_m2) + nuclear_fuel_chain_land_m2


@config.when_not_in(electricity_supply=TURBINES)
def own_gas_water_l_per_kwh__tower(gas_water_l_per_kwh: Array) -> Array:
    """Water that the campus's own gas plant consumes per kWh. [L/kWh]

    own_gas_water_l_per_kwh = gas_water_l_per_kwh
    A combined cycle with a cooling tower; a dry-cooled one uses about a hundredth.
    Source: [lucas-int] operational consumption medians.
    Check: own_gas_water_l_per_kwh__tower(0.8) = 0.8 (0.01%)
    """
    return gas_water_l_per_kwh


@config.when_in(electricity_supply=TURBINES)
def own_gas_water_l_per_kwh__turbines(turbine_water_l_per_kwh: Array) -> Array:
    """Water that the campus's own gas plant consumes per kWh. [L/kWh]

    own_gas_water_l_per_kwh = turbine_water_l_per_kwh
    Turbines and engines without steam have no condenser to cool; some inject water or chill their intake.
    Source: the fact chosen by the scenario.
    Check: own_gas_water_l_per_kwh__turbines(0.1) = 0.1 (0.01%)
    """
    return turbine_water_l_per_kwh


@config.when_in(electricity_supply=SOLAR)
def solar_storage_kgco2e_per_year__solar(
    solar_generated_mwh_per_year: Array,
    solar_curtailed_mwh_per_year: Array,
    solar_life_cycle_kgco2e_per_mwh: Array,
    storage_capacity_mwh: Array,
    storage_embodied_kgco2e_per_kwh: Array,
    storage_service_years: Array,
) -> Array:
    """Carbon of making the campus's own array and storage, spread over their lives. [kgCO2e/year]

    solar_storage_kgco2e_per_year = (generated + curtailed) · life cycle + capacity · embodied / storage_service_years
    What has no stack is charged over its life cycle whatever the basis, as an array in orbit is. A curtailed MWh cost as
    much to make possible as a used one.
    Source: [owid-unece] life-cycle carbon of solar power; embodied carbon of battery systems as the fact says.
    Check: solar_storage_kgco2e_per_year__solar(900, 100, 50, 10, 80, 16) = 100000 (0.01%)
    """
    array_kgco2e = (solar_generated_mwh_per_year + solar_curtailed_mwh_per_year) * solar_life_cycle_kgco2e_per_mwh
    return array_kgco2e + storage_capacity_mwh * KWH_PER_MWH * storage_embodied_kgco2e_per_kwh / storage_service_years


@config.when(electricity_supply="nuclear")
def nuclear_kgco2e_per_year__nuclear(nuclear_generated_mwh_per_year: Array, nuclear_life_cycle_kgco2e_per_mwh: Array) -> Array:
    """Carbon of the campus's own reactors and their fuel over their life cycle, per year. [kgCO2e/year]

    nuclear_kgco2e_per_year = nuclear_generated_mwh_per_year · nuclear_life_cycle_kgco2e_per_mwh
    What has no stack is charged over its life cycle whatever the basis.
    Source: [owid-unece] life-cycle carbon of nuclear power.
    Check: nuclear_kgco2e_per_year__nuclear(1000, 6) = 6000 (0.01%)
    """
    return nuclear_generated_mwh_per_year * nuclear_life_cycle_kgco2e_per_mwh


@config.when_not_in(electricity_supply=TURBINES)
def own_gas_water_withdrawal_l_per_kwh__tower(gas_water_withdrawal_l_per_kwh: Array) -> Array:
    """Water that the campus's own gas plant withdraws per kWh, returned or not. [L/kWh]

    own_gas_water_withdrawal_l_per_kwh = gas_water_withdrawal_l_per_kwh
    A combined cycle with a cooling tower.
    Source: [reeds-water] withdrawal by technology and cooling.
    Check: own_gas_water_withdrawal_l_per_kwh__tower(1.0) = 1.0 (0.01%)
    """
    return gas_water_withdrawal_l_per_kwh


@config.when_in(electricity_supply=TURBINES)
def own_gas_water_withdrawal_l_per_kwh__turbines(turbine_water_l_per_kwh: Array) -> Array:
    """Water that the campus's own gas plant withdraws per kWh, returned or not. [L/kWh]

    own_gas_water_withdrawal_l_per_kwh = turbine_water_l_per_kwh
    What is injected or sprayed leaves as vapour, so that all that is withdrawn is consumed.
    Source: the fact chosen by the scenario.
    Check: own_gas_water_withdrawal_l_per_kwh__turbines(0.1) = 0.1 (0.01%)
    """
    return turbine_water_l_per_kwh
