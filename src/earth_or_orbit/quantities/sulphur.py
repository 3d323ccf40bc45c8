"""Sulphur dioxide: the same sum over grid plants, own plants, engines and launches that other pollutants have."""

from hamilton.function_modifiers import config

from earth_or_orbit.constants import Array


@config.when(side="ground")
def so2_kg_per_year__ground(
    grid_generated_mwh_per_year: Array,
    grid_so2_kg_per_mwh: Array,
    onsite_generated_mwh_per_year: Array,
    gas_plant_so2_kg_per_mwh: Array,
    backup_generated_mwh_per_year: Array,
    backup_generator_so2_kg_per_mwh: Array,
) -> Array:
    """Sulphur dioxide from power plants and backup engines in a year. [kg/year]

    so2_kg_per_year = grid MWh · grid rate + own MWh · plant rate + backup MWh · engine rate
    Nearly all of it comes from coal on the grid; own plants are taken to burn gas.
    Source: [epa-pp] location-based average rate; plant and engine rates from the sulphur of their fuel.
    Check: so2_kg_per_year__ground(1000, 0.2, 100, 0.002, 10, 0.007) = 200.27 (0.01%)
    """
    return (
        grid_generated_mwh_per_year * grid_so2_kg_per_mwh
        + onsite_generated_mwh_per_year * gas_plant_so2_kg_per_mwh
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
