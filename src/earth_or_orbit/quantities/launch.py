"""Launch and re-entry: mass, flights, propellant, what they burn and what they leave."""

import numpy as np

from earth_or_orbit.constants import DAYS_PER_YEAR, KWH_PER_MWH, Array


def payload_to_orbit_kg(payload_leo_kg: Array, leo_to_sso_frac: Array) -> Array:
    """Payload of one launch to the fleet's sun-synchronous orbit. [kg]

    payload_to_orbit_kg = payload_leo_kg · leo_to_sso_frac
    Mass alone binds here; the fairing's volume is not counted yet.
    Source: the facts chosen by the scenario.
    Check: payload_to_orbit_kg(17400, 0.8) = 13920 (0.01%)
    """
    return payload_leo_kg * leo_to_sso_frac


def fleet_mass_kg(satellites_count: Array, satellite_mass_kg: Array) -> Array:
    """Mass of the fleet in steady state. [kg]

    fleet_mass_kg = satellites_count · satellite_mass_kg
    Source: sum over satellites.
    Check: fleet_mass_kg(10, 2000) = 20000 (0.01%)
    """
    return satellites_count * satellite_mass_kg


def mass_to_orbit_kg(fleet_mass_kg: Array, plant_generations_ratio: Array, launch_success_frac: Array) -> Array:
    """Mass launched over the horizon: first fleet, its replacements and what is lost on the way. [kg]

    mass_to_orbit_kg = fleet_mass_kg · plant_generations_ratio / launch_success_frac
    Success above 0.
    Source: the books' refresh rule.
    Check: mass_to_orbit_kg(1000, 3, 0.99) = 3030.3 (0.01%)
    """
    return fleet_mass_kg * plant_generations_ratio / launch_success_frac


def launches_per_year(mass_to_orbit_kg: Array, payload_to_orbit_kg: Array, horizon_years: Array) -> Array:
    """Launches in a year, the mean over the horizon. [1/year]

    launches_per_year = mass_to_orbit_kg / payload_to_orbit_kg / horizon_years
    Fractional, every launch full by mass.
    Source: division; the manifest view rounds up.
    Check: launches_per_year(3000000, 10000, 15) = 20 (0.01%)
    """
    return mass_to_orbit_kg / payload_to_orbit_kg / horizon_years


def reentries_per_day(satellites_count: Array, plant_generations_ratio: Array, horizon_years: Array) -> Array:
    """Satellites that come down in a day, the mean over the horizon with the fleet taken down at its end. [1/day]

    reentries_per_day = satellites_count · plant_generations_ratio / horizon_years / 365.25
    What goes up comes down; upper stages are counted by mass, not here.
    Source: steady state.
    Check: reentries_per_day(36525, 3, 15) = 20 (0.01%)
    """
    return satellites_count * plant_generations_ratio / horizon_years / DAYS_PER_YEAR


def reentering_mass_kg_per_year(
    fleet_mass_kg: Array,
    plant_generations_ratio: Array,
    horizon_years: Array,
    launches_per_year: Array,
    upper_stage_mass_kg: Array,
) -> Array:
    """Mass that burns on the way down in a year: satellites, and upper stages that are not flown again. [kg/year]

    reentering_mass_kg_per_year = fleet_mass_kg · plant_generations_ratio / horizon_years + launches · upper_stage_mass_kg
    Source: steady state; the fleet is taken down at the horizon's end.
    Check: reentering_mass_kg_per_year(1000, 3, 15, 2, 50) = 300 (0.01%)
    """
    return fleet_mass_kg * plant_generations_ratio / horizon_years + launches_per_year * upper_stage_mass_kg


def propellant_kg_per_year(launches_per_year: Array, propellant_mass_kg: Array) -> Array:
    """Propellant burnt in a year. [kg/year]

    propellant_kg_per_year = launches_per_year · propellant_mass_kg
    Source: all stages of one launch.
    Check: propellant_kg_per_year(2, 500000) = 1000000 (0.01%)
    """
    return launches_per_year * propellant_mass_kg


def launch_kgco2e(
    propellant_kg_per_year: Array,
    propellant_co2_frac: Array,
    propellant_production_kgco2e_per_kg: Array,
    horizon_years: Array,
) -> Array:
    """Greenhouse gas of launches over the horizon: plume and making the propellant, GWP100. [kgCO2e]

    launch_kgco2e = propellant_kg_per_year · (propellant_co2_frac + propellant_production_kgco2e_per_kg) · horizon_years
    Black carbon, water at altitude and alumina stand apart; making the rocket is not counted.
    Source: [S133] emission indices per kg of propellant.
    Check: launch_kgco2e(1000, 1.1, 0.4, 10) = 15000 (0.01%)
    """
    return propellant_kg_per_year * (propellant_co2_frac + propellant_production_kgco2e_per_kg) * horizon_years


def reentry_kgco2e(reentering_mass_kg_per_year: Array, reentry_kgco2e_per_kg: Array, horizon_years: Array) -> Array:
    """Warming of re-entry over the horizon (NOx made in the shock, as one study counts it). [kgCO2e]

    reentry_kgco2e = reentering_mass_kg_per_year · reentry_kgco2e_per_kg · horizon_years
    There is no agreed warming potential for NOx at that height: the fact's range says how far studies disagree.
    Source: [S231] carbon of re-entry per kg.
    Check: reentry_kgco2e(200, 100, 15) = 300000 (0.01%)
    """
    return reentering_mass_kg_per_year * reentry_kgco2e_per_kg * horizon_years


def stratospheric_black_carbon_kg_per_year(
    propellant_kg_per_year: Array, stratospheric_propellant_frac: Array, propellant_black_carbon_frac: Array
) -> Array:
    """Black carbon that launches leave in and above the stratosphere in a year. [kg/year]

    stratospheric_black_carbon_kg_per_year = propellant_kg_per_year · stratospheric_propellant_frac · propellant_black_carbon_frac
    Not turned into CO2e: its warming per kg is disputed by orders of magnitude.
    Source: [S133] emission indices at altitude.
    Check: stratospheric_black_carbon_kg_per_year(1000000, 0.7, 0.02) = 14000 (0.01%)
    """
    return propellant_kg_per_year * stratospheric_propellant_frac * propellant_black_carbon_frac


def alumina_kg_per_year(reentering_mass_kg_per_year: Array, satellite_alumina_frac: Array) -> Array:
    """Alumina that re-entry leaves in the upper air in a year. [kg/year]

    alumina_kg_per_year = reentering_mass_kg_per_year · satellite_alumina_frac
    Source: [S229] 30 kg of alumina for a 250 kg satellite.
    Check: alumina_kg_per_year(1000, 0.12) = 120 (0.01%)
    """
    return reentering_mass_kg_per_year * satellite_alumina_frac


def launch_water_m3_per_year(launches_per_year: Array, deluge_water_m3_per_launch: Array) -> Array:
    """Water used at launch pads in a year. [m3/year]

    launch_water_m3_per_year = launches_per_year · deluge_water_m3_per_launch
    Much is caught again where the pad has a basin; use, not consumption.
    Source: environmental assessments of the pads.
    Check: launch_water_m3_per_year(20, 1000) = 20000 (0.01%)
    """
    return launches_per_year * deluge_water_m3_per_launch


def launch_electricity_mwh_per_year(propellant_kg_per_year: Array, propellant_electricity_kwh_per_kg: Array) -> Array:
    """Electricity that makes and cools the propellant in a year. [MWh/year]

    launch_electricity_mwh_per_year = propellant_kg_per_year · propellant_electricity_kwh_per_kg / 1000
    Source: air separation and liquefaction, per kg of propellant.
    Check: launch_electricity_mwh_per_year(1000000, 0.5) = 500 (0.01%)
    """
    return propellant_kg_per_year * propellant_electricity_kwh_per_kg / KWH_PER_MWH


def fuel_mwh_per_year(propellant_kg_per_year: Array, fuel_frac: Array, fuel_heating_value_kwh_per_kg: Array) -> Array:
    """Heat content of the launch fuel burnt in a year. [MWh/year]

    fuel_mwh_per_year = propellant_kg_per_year · fuel_frac · fuel_heating_value_kwh_per_kg / 1000
    Lower heating value.
    Source: definition.
    Check: fuel_mwh_per_year(1000000, 0.22, 13.9) = 3058 (0.01%)
    """
    return propellant_kg_per_year * fuel_frac * fuel_heating_value_kwh_per_kg / KWH_PER_MWH


def launch_limited_mw_per_year(
    vehicle_launches_count_per_year: Array,
    launch_allocation_frac: Array,
    payload_to_orbit_kg: Array,
    launch_success_frac: Array,
    it_power_peak_mw: Array,
    fleet_mass_kg: Array,
) -> Array:
    """Peak IT power that a year of launches can add. [MW/year]

    launch_limited_mw_per_year = launches · allocation · payload · success · it_power_peak_mw / fleet_mass_kg
    Source: launches times payload times watts per kg.
    Check: launch_limited_mw_per_year(100, 1, 10000, 1, 50, 2000000) = 25 (0.01%)
    """
    yearly_mass_kg = vehicle_launches_count_per_year * launch_allocation_frac * payload_to_orbit_kg
    return yearly_mass_kg * launch_success_frac * it_power_peak_mw / fleet_mass_kg


def factory_limited_mw_per_year(
    satellite_factory_count_per_year: Array, it_power_peak_mw: Array, satellites_count: Array
) -> Array:
    """Peak IT power that a year of satellite production can add. [MW/year]

    factory_limited_mw_per_year = satellite_factory_count_per_year · it_power_peak_mw / satellites_count
    Source: satellites a year times IT power of one.
    Check: factory_limited_mw_per_year(100, 50, 1000) = 5 (0.01%)
    """
    return satellite_factory_count_per_year * it_power_peak_mw / satellites_count


def ramp_mw_per_year(launch_limited_mw_per_year: Array, factory_limited_mw_per_year: Array) -> Array:
    """Peak IT power that comes on line in a year while the fleet is built. [MW/year]

    ramp_mw_per_year = min(launch_limited_mw_per_year, factory_limited_mw_per_year)
    Source: the slower of the two binds.
    Check: ramp_mw_per_year(25, 5) = 5 (0.01%)
    """
    return np.minimum(launch_limited_mw_per_year, factory_limited_mw_per_year)
