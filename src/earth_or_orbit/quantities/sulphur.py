"""Sulphur dioxide, summed as the other pollutants are; and how much of each pollutant is emitted where people breathe it."""

from hamilton.function_modifiers import config

from earth_or_orbit.constants import Array


@config.when(side="ground")
def so2_kg_per_year__ground(
    grid_generated_mwh_per_year: Array,
    grid_so2_kg_per_mwh: Array,
    gas_generated_mwh_per_year: Array,
    gas_plant_so2_kg_per_mwh: Array,
    backup_generated_mwh_per_year: Array,
    backup_generator_so2_kg_per_mwh: Array,
) -> Array:
    """Sulphur dioxide from power plants and backup engines in a year. [kg/year]

    so2_kg_per_year = grid MWh · grid rate + own gas MWh · plant rate + backup MWh · engine rate
    Nearly all of it comes from coal on the grid; own plants are taken to burn gas.
    Source: [epa-pp] location-based average rate; plant and engine rates from the sulphur of their fuel.
    Check: so2_kg_per_year__ground(1000, 0.2, 100, 0.002, 10, 0.007) = 200.27 (0.01%)
    """
    return (
        grid_generated_mwh_per_year * grid_so2_kg_per_mwh
        + gas_generated_mwh_per_year * gas_plant_so2_kg_per_mwh
        + backup_generated_mwh_per_year * backup_generator_so2_kg_per_mwh
    )


@config.when(side="orbit")
def so2_kg_per_year__orbit(
    grid_generated_mwh_per_year: Array,
    grid_so2_kg_per_mwh: Array,
    propellant_kg_per_year: Array,
    propellant_so2_frac: Array,
) -> Array:
    """Sulphur dioxide from the ground segment's power and from launches in a year. [kg/year]

    so2_kg_per_year = grid_generated_mwh_per_year · grid_so2_kg_per_mwh + propellant_kg_per_year · propellant_so2_frac
    All of the propellant's sulphur is counted, whatever the height at which it burns.
    Source: [epa-pp] rate of the United States' grid; sulphur in rocket fuel as the fact says.
    Check: so2_kg_per_year__orbit(1000, 0.2, 1000000, 0.000002) = 202 (0.01%)
    """
    return grid_generated_mwh_per_year * grid_so2_kg_per_mwh + propellant_kg_per_year * propellant_so2_frac


@config.when(side="ground")
def breathed_nox_kg_per_year__ground(nox_kg_per_year: Array) -> Array:
    """Nitrogen oxides emitted in the air that people breathe, in a year: all of them. [kg/year]

    breathed_nox_kg_per_year = nox_kg_per_year
    Source: stacks and engines stand on the ground.
    Check: breathed_nox_kg_per_year__ground(300) = 300 (0.01%)
    """
    return nox_kg_per_year


@config.when(side="orbit")
def breathed_nox_kg_per_year__orbit(
    grid_generated_mwh_per_year: Array,
    grid_nox_kg_per_mwh: Array,
    propellant_kg_per_year: Array,
    propellant_nox_frac: Array,
    launch_near_ground_frac: Array,
) -> Array:
    """Nitrogen oxides emitted in the air that people breathe, a year: ground segment and first of a climb. [kg/year]

    breathed_nox_kg_per_year = grid MWh · grid rate + propellant · propellant_nox_frac · launch_near_ground_frac
    propellant_nox_frac counts all up to 15 km; a rocket leaves the mixed layer of the air in the first part of that.
    Source: [ucl-emissions-2025] up to 15 km; share near the ground as the fact says.
    Check: breathed_nox_kg_per_year__orbit(1000, 0.2, 100000, 0.004, 0.3) = 320 (0.01%)
    """
    launches_kg = propellant_kg_per_year * propellant_nox_frac * launch_near_ground_frac
    return grid_generated_mwh_per_year * grid_nox_kg_per_mwh + launches_kg


@config.when(side="ground")
def breathed_pm25_kg_per_year__ground(pm25_kg_per_year: Array) -> Array:
    """Fine particulates emitted in the air that people breathe, in a year: all of them. [kg/year]

    breathed_pm25_kg_per_year = pm25_kg_per_year
    Source: stacks and engines stand on the ground.
    Check: breathed_pm25_kg_per_year__ground(30) = 30 (0.01%)
    """
    return pm25_kg_per_year


@config.when(side="orbit")
def breathed_pm25_kg_per_year__orbit(
    grid_generated_mwh_per_year: Array,
    grid_pm25_kg_per_mwh: Array,
    propellant_kg_per_year: Array,
    propellant_pm25_frac: Array,
    launch_near_ground_frac: Array,
) -> Array:
    """Fine particulates emitted in the air that people breathe, a year: ground segment and first of a climb. [kg/year]

    breathed_pm25_kg_per_year = grid MWh · grid rate + propellant · propellant_pm25_frac · launch_near_ground_frac
    Source: [ucl-emissions-2025] up to 15 km; share near the ground as the fact says.
    Check: breathed_pm25_kg_per_year__orbit(1000, 0.02, 100000, 0.0003, 0.3) = 29 (0.01%)
    """
    launches_kg = propellant_kg_per_year * propellant_pm25_frac * launch_near_ground_frac
    return grid_generated_mwh_per_year * grid_pm25_kg_per_mwh + launches_kg
