"""What powers a campus: the grid's share, and energy and capacity of the campus's own plants by technology.

Which plants stand and how large they are is all that the choice `electricity_supply` decides. What a supply does not
have is zero (`absent_plants`), so that land, water, carbon, air and money are one sum over technologies for every supply.
"""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import HOURS_PER_YEAR, Array

OWN_GAS = ["dedicated_gas", "onsite_turbines"]
SOLAR = ["solar_storage", "solar_storage_gas"]


@config.when_not(electricity_supply="solar_storage")
def powered_frac__firm(supply_availability_frac: Array) -> Array:
    """Share of the year in which the installed IT is powered, by a supply that burns or splits something. [frac]

    powered_frac = supply_availability_frac
    One availability for all of them: own plants with their reserve are taken to be as good as a grid feed.
    Source: the fact chosen by the scenario.
    Check: powered_frac__firm(0.9998) = 0.9998 (0.01%)
    """
    return supply_availability_frac


@config.when(electricity_supply="solar_storage")
def powered_frac__solar_storage(solar_unserved_energy_frac: Array) -> Array:
    """Share of the year's load that sun and storage alone serve; the rest is lost work. [frac]

    powered_frac = 1 − solar_unserved_energy_frac
    Faults of inverters and batteries are not in it: hundreds of them fail one by one.
    Source: the hourly simulation behind the table of solar supply.
    Check: powered_frac__solar_storage(0.001) = 0.999 (0.01%)
    """
    return 1 - solar_unserved_energy_frac


@config.when(electricity_supply="grid")
def grid_supply_share_frac__grid() -> float:
    """Share of the facility's electricity that comes over the grid. [frac]

    grid_supply_share_frac = 1
    A campus on the grid buys all of it; plants that the utility adds for it are grid plants.
    Source: definition of the choice `electricity_supply: grid`.
    Check: grid_supply_share_frac__grid() = 1 (0.01%)
    """
    return 1.0


@config.when_in(electricity_supply=OWN_GAS)
def grid_supply_share_frac__own_gas(grid_backup_share_frac: Array) -> Array:
    """Share of the facility's electricity that comes over the grid when the campus has its own gas plant. [frac]

    grid_supply_share_frac = grid_backup_share_frac
    Source: the fact chosen by the scenario.
    Check: grid_supply_share_frac__own_gas(0.05) = 0.05 (0.01%)
    """
    return grid_backup_share_frac


@config.when(electricity_supply="nuclear")
def grid_supply_share_frac__nuclear(nuclear_capacity_factor_frac: Array) -> Array:
    """Share of the facility's electricity that comes over the grid while its reactors are refuelled or stand. [frac]

    grid_supply_share_frac = 1 − nuclear_capacity_factor_frac
    Source: definition of a capacity factor; the plant is as large as the average load.
    Check: grid_supply_share_frac__nuclear(0.93) = 0.07 (0.01%)
    """
    return 1 - nuclear_capacity_factor_frac


@config.when_not(electricity_supply="nuclear")
def grid_peak_share_frac__as_energy(grid_supply_share_frac: Array) -> Array:
    """Share of the facility's peak that the grid must be ready to serve. [frac]

    grid_peak_share_frac = grid_supply_share_frac
    Source: the supply's share of the energy, taken to hold at the peak too.
    Check: grid_peak_share_frac__as_energy(0.05) = 0.05 (0.01%)
    """
    return grid_supply_share_frac


@config.when(electricity_supply="nuclear")
def grid_peak_share_frac__nuclear(nuclear_standby_share_frac: Array) -> Array:
    """Share of the facility's peak that the grid must be ready to serve while a reactor is refuelled. [frac]

    grid_peak_share_frac = nuclear_standby_share_frac
    One when a single reactor carries the campus, a half when two do.
    Source: the fact chosen by the scenario.
    Check: grid_peak_share_frac__nuclear(1.0) = 1.0 (0.01%)
    """
    return nuclear_standby_share_frac


def electricity_from_grid_mwh_per_year(facility_electricity_mwh_per_year: Array, grid_supply_share_frac: Array) -> Array:
    """Electricity bought from the grid at the meter in a year. [MWh/year]

    electricity_from_grid_mwh_per_year = facility_electricity_mwh_per_year · grid_supply_share_frac
    Source: definition of the supply's share.
    Check: electricity_from_grid_mwh_per_year(1000, 0.05) = 50 (0.01%)
    """
    return facility_electricity_mwh_per_year * grid_supply_share_frac


def grid_peak_mw(facility_peak_mw: Array, grid_peak_share_frac: Array) -> Array:
    """Peak load that the grid must serve. [MW]

    grid_peak_mw = facility_peak_mw · grid_peak_share_frac
    Source: definition of the share.
    Check: grid_peak_mw(400, 1.0) = 400 (0.01%)
    """
    return facility_peak_mw * grid_peak_share_frac


@config.when_in(electricity_supply=OWN_GAS)
def gas_generated_mwh_per_year__main(facility_electricity_mwh_per_year: Array, grid_supply_share_frac: Array) -> Array:
    """Electricity from the campus's own gas plant in a year. [MWh/year]

    gas_generated_mwh_per_year = facility_electricity_mwh_per_year · (1 − grid_supply_share_frac)
    Source: definition of the supply's share.
    Check: gas_generated_mwh_per_year__main(1000, 0.05) = 950 (0.01%)
    """
    return facility_electricity_mwh_per_year * (1 - grid_supply_share_frac)


@config.when(electricity_supply="solar_storage_gas")
def gas_generated_mwh_per_year__backup(facility_electricity_mwh_per_year: Array, solar_unserved_energy_frac: Array) -> Array:
    """Electricity from the gas plant that stands by for sun and storage, in a year. [MWh/year]

    gas_generated_mwh_per_year = facility_electricity_mwh_per_year · solar_unserved_energy_frac
    Source: the hourly simulation behind the table of solar supply: gas carries what sun and storage leave.
    Check: gas_generated_mwh_per_year__backup(1000, 0.1) = 100 (0.01%)
    """
    return facility_electricity_mwh_per_year * solar_unserved_energy_frac


@config.when_in(electricity_supply=OWN_GAS)
def gas_capacity_mw__main(facility_peak_mw: Array, grid_supply_share_frac: Array, generation_reserve_ratio: Array) -> Array:
    """Capacity of the campus's own gas plant. [MW]

    gas_capacity_mw = facility_peak_mw · (1 − grid_supply_share_frac) · generation_reserve_ratio
    Source: definition of a reserve ratio.
    Check: gas_capacity_mw__main(400, 0.05, 1.2) = 456 (0.01%)
    """
    return facility_peak_mw * (1 - grid_supply_share_frac) * generation_reserve_ratio


@config.when(electricity_supply="solar_storage_gas")
def gas_capacity_mw__backup(facility_peak_mw: Array, generation_reserve_ratio: Array) -> Array:
    """Capacity of the gas plant that stands by for sun and storage: all of the load, and its reserve. [MW]

    gas_capacity_mw = facility_peak_mw · generation_reserve_ratio
    After some dark days the storage is empty and the sky still grey, so gas must carry everything.
    Source: definition of a reserve ratio.
    Check: gas_capacity_mw__backup(400, 1.2) = 480 (0.01%)
    """
    return facility_peak_mw * generation_reserve_ratio


@config.when(electricity_supply="solar_storage")
def solar_delivered_mwh_per_year__alone(facility_electricity_mwh_per_year: Array) -> Array:
    """Electricity from the campus's own array that reaches the load in a year, by day or out of storage. [MWh/year]

    solar_delivered_mwh_per_year = facility_electricity_mwh_per_year
    What is not served is already off the facility's electricity (powered_frac).
    Source: definition of the choice `electricity_supply: solar_storage`.
    Check: solar_delivered_mwh_per_year__alone(999) = 999 (0.01%)
    """
    return facility_electricity_mwh_per_year


@config.when(electricity_supply="solar_storage_gas")
def solar_delivered_mwh_per_year__with_gas(facility_electricity_mwh_per_year: Array, solar_unserved_energy_frac: Array) -> Array:
    """Electricity from the campus's own array that reaches the load in a year, by day or out of storage. [MWh/year]

    solar_delivered_mwh_per_year = facility_electricity_mwh_per_year · (1 − solar_unserved_energy_frac)
    Source: the hourly simulation behind the table of solar supply.
    Check: solar_delivered_mwh_per_year__with_gas(1000, 0.1) = 900 (0.01%)
    """
    return facility_electricity_mwh_per_year * (1 - solar_unserved_energy_frac)


@config.when_in(electricity_supply=SOLAR)
def solar_stored_share_frac__storage(
    storage_cycles_per_year: Array, storage_h: Array, solar_unserved_energy_frac: Array
) -> Array:
    """Share of the electricity from the campus's own array that reaches the load through storage. [frac]

    solar_stored_share_frac = storage_cycles_per_year · storage_h / (8766 h · (1 − solar_unserved_energy_frac))
    Source: the hourly simulation behind the table of solar supply.
    Check: solar_stored_share_frac__storage(292.2, 18, 0.0) = 0.6 (0.01%)
    """
    return storage_cycles_per_year * storage_h / (HOURS_PER_YEAR * (1 - solar_unserved_energy_frac))


@config.when_in(electricity_supply=SOLAR)
def storage_loss_mwh_per_year__storage(
    solar_delivered_mwh_per_year: Array, solar_stored_share_frac: Array, storage_round_trip_frac: Array
) -> Array:
    """Electricity lost in storage in a year. [MWh/year]

    storage_loss_mwh_per_year = solar_delivered_mwh_per_year · solar_stored_share_frac · (1 / efficiency − 1)
    Efficiency above 0; from the AC side in to the AC side out.
    Source: definition of a round-trip efficiency.
    Check: storage_loss_mwh_per_year__storage(1000, 0.6, 0.8) = 150 (0.01%)
    """
    return solar_delivered_mwh_per_year * solar_stored_share_frac * (1 / storage_round_trip_frac - 1)


def solar_generated_mwh_per_year(solar_delivered_mwh_per_year: Array, storage_loss_mwh_per_year: Array) -> Array:
    """Electricity that the campus's own array generates and that is used or lost in storage, in a year. [MWh/year]

    solar_generated_mwh_per_year = solar_delivered_mwh_per_year + storage_loss_mwh_per_year
    What is curtailed stands apart.
    Source: balance of energy.
    Check: solar_generated_mwh_per_year(1000, 150) = 1150 (0.01%)
    """
    return solar_delivered_mwh_per_year + storage_loss_mwh_per_year


@config.when_in(electricity_supply=SOLAR)
def solar_curtailed_mwh_per_year__solar(solar_generated_mwh_per_year: Array, solar_curtailed_frac: Array) -> Array:
    """Electricity that the campus's own array could generate in a year and that nobody takes. [MWh/year]

    solar_curtailed_mwh_per_year = solar_generated_mwh_per_year · solar_curtailed_frac / (1 − solar_curtailed_frac)
    The share is of all that the array could generate; below 1.
    Source: the hourly simulation behind the table of solar supply.
    Check: solar_curtailed_mwh_per_year__solar(1150, 0.5) = 1150 (0.01%)
    """
    return solar_generated_mwh_per_year * solar_curtailed_frac / (1 - solar_curtailed_frac)


@config.when_in(electricity_supply=SOLAR)
def solar_capacity_mw__solar(facility_average_mw: Array, solar_mw_per_mw: Array) -> Array:
    """Capacity of the campus's own array at its inverters. [MW]

    solar_capacity_mw = facility_average_mw · solar_mw_per_mw
    Source: the least-cost pair of array and storage from the table of solar supply, per MW of constant load.
    Check: solar_capacity_mw__solar(400, 6) = 2400 (0.01%)
    """
    return facility_average_mw * solar_mw_per_mw


@config.when_in(electricity_supply=SOLAR)
def storage_capacity_mwh__solar(facility_average_mw: Array, storage_h: Array, storage_usable_frac: Array) -> Array:
    """Energy that the campus's storage holds when new. [MWh]

    storage_capacity_mwh = facility_average_mw · storage_h / storage_usable_frac
    `storage_h` is what the load gets out, in hours of the load; the rest is reserve against ageing. Share above 0.
    Source: the least-cost pair of array and storage from the table of solar supply, per MW of constant load.
    Check: storage_capacity_mwh__solar(400, 18, 0.9) = 8000 (0.01%)
    """
    return facility_average_mw * storage_h / storage_usable_frac


@config.when_in(electricity_supply=SOLAR)
def storage_service_years__solar(
    storage_lifetime_years: Array,
    storage_cycle_life_count: Array,
    solar_delivered_mwh_per_year: Array,
    solar_stored_share_frac: Array,
    storage_capacity_mwh: Array,
) -> Array:
    """Years that a set of batteries serves: by the calendar or by its cycles, whichever ends first. [years]

    storage_service_years = min(storage_lifetime_years, cycle life · storage_capacity_mwh / MWh out of storage a year)
    Source: definition of a cycle life, in full cycles of the capacity when new.
    Check: storage_service_years__solar(15, 6000, 3506400, 0.6, 8000) = 15 (0.01%)
    Check: storage_service_years__solar(15, 3000, 3506400, 0.6, 8000) = 11.408 (0.01%)
    """
    cycles_per_year = solar_delivered_mwh_per_year * solar_stored_share_frac / storage_capacity_mwh
    return np.minimum(storage_lifetime_years, storage_cycle_life_count / cycles_per_year)


@config.when(electricity_supply="nuclear")
def nuclear_generated_mwh_per_year__nuclear(facility_electricity_mwh_per_year: Array, grid_supply_share_frac: Array) -> Array:
    """Electricity from the campus's own reactors in a year. [MWh/year]

    nuclear_generated_mwh_per_year = facility_electricity_mwh_per_year · (1 − grid_supply_share_frac)
    Source: definition of the supply's share.
    Check: nuclear_generated_mwh_per_year__nuclear(1000, 0.07) = 930 (0.01%)
    """
    return facility_electricity_mwh_per_year * (1 - grid_supply_share_frac)


@config.when(electricity_supply="nuclear")
def nuclear_capacity_mw__nuclear(facility_average_mw: Array) -> Array:
    """Capacity of the campus's own reactors. [MW]

    nuclear_capacity_mw = facility_average_mw
    As large as the average load; hours above it are balanced by hours below it over the same connection.
    Source: the way in which contracts for a reactor's whole output work.
    Check: nuclear_capacity_mw__nuclear(400) = 400 (0.01%)
    """
    return facility_average_mw


def onsite_generated_mwh_per_year(
    gas_generated_mwh_per_year: Array, solar_generated_mwh_per_year: Array, nuclear_generated_mwh_per_year: Array
) -> Array:
    """Electricity from the campus's own plants in a year, curtailed sun left out. [MWh/year]

    onsite_generated_mwh_per_year = gas + solar + nuclear
    Source: sum over technologies.
    Check: onsite_generated_mwh_per_year(100, 900, 0) = 1000 (0.01%)
    """
    return gas_generated_mwh_per_year + solar_generated_mwh_per_year + nuclear_generated_mwh_per_year


def electricity_generated_mwh_per_year(grid_generated_mwh_per_year: Array, onsite_generated_mwh_per_year: Array) -> Array:
    """Electricity generated for the facility in a year, wherever the plant stands. [MWh/year]

    electricity_generated_mwh_per_year = grid_generated_mwh_per_year + onsite_generated_mwh_per_year
    Source: sum of the supplies.
    Check: electricity_generated_mwh_per_year(50, 950) = 1000 (0.01%)
    """
    return grid_generated_mwh_per_year + onsite_generated_mwh_per_year


def energy_balance_mwh_per_year(
    electricity_from_grid_mwh_per_year: Array,
    onsite_generated_mwh_per_year: Array,
    storage_loss_mwh_per_year: Array,
    facility_electricity_mwh_per_year: Array,
) -> Array:
    """What comes in less what goes out in a year: nothing, whatever the supply. [MWh/year]

    energy_balance_mwh_per_year = grid + own plants − lost in storage − facility_electricity_mwh_per_year
    Source: conservation of energy.
    Check: energy_balance_mwh_per_year(50, 1100, 150, 1000) = 0 (0.01%)
    """
    taken_mwh = electricity_from_grid_mwh_per_year + onsite_generated_mwh_per_year - storage_loss_mwh_per_year
    return taken_mwh - facility_electricity_mwh_per_year
