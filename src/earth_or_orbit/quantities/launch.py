"""Launch and re-entry: propellant, what it burns to and what comes down."""

from earth_or_orbit.constants import DAYS_PER_YEAR, KWH_PER_MWH, Array


def reentering_mass_kg_per_year(
    reentries_per_day: Array, satellite_mass_kg: Array, launches_per_year: Array, upper_stage_mass_kg: Array
) -> Array:
    """Mass that burns on the way down in a year: satellites, and upper stages that are not flown again. [kg/year]

    reentering_mass_kg_per_year = reentries_per_day · 365.25 · satellite_mass_kg + launches · upper_stage_mass_kg
    Propellant is counted with the satellite, although little of it is left.
    Source: steady state; the fleet is taken down at the horizon's end.
    Check: reentering_mass_kg_per_year(2, 100, 2, 50) = 73150 (0.01%)
    """
    return reentries_per_day * DAYS_PER_YEAR * satellite_mass_kg + launches_per_year * upper_stage_mass_kg


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
