"""What air pollution costs the health of those who breathe it: published dollars per kilogram, by place and by pollutant.

Nobody is billed for it: it stands beside the ledger's costs and is in none of them. Priced are nitrogen oxides, fine
particulates and sulphur dioxide near the ground. Soot and alumina in the stratosphere and nitrogen oxides of re-entry have
no published price per kilogram, and are not priced.
"""

from hamilton.function_modifiers import config

from earth_or_orbit.constants import Array


def particle_health_cost_usd_per_year(
    breathed_nox_kg_per_year: Array,
    nox_health_cost_usd_per_kg: Array,
    so2_kg_per_year: Array,
    so2_health_cost_usd_per_kg: Array,
    breathed_pm25_kg_per_year: Array,
    pm25_health_cost_usd_per_kg: Array,
) -> Array:
    """Health cost of fine particulates, emitted as such or formed from the two gases, from tall stacks. [USD/year]

    particle_health_cost_usd_per_year = NOx · its price + SO2 · its price + PM2.5 · its price
    A price is the harm of one more kilogram where it is emitted; it holds for changes that are small beside all emissions.
    Source: [caces-reeds] three models by state; [epa-bpt-2018] national.
    Check: particle_health_cost_usd_per_year(1000, 10, 2000, 20, 100, 150) = 65000 (0.01%)
    """
    return (
        breathed_nox_kg_per_year * nox_health_cost_usd_per_kg
        + so2_kg_per_year * so2_health_cost_usd_per_kg
        + breathed_pm25_kg_per_year * pm25_health_cost_usd_per_kg
    )


def ozone_health_cost_usd_per_year(
    breathed_nox_kg_per_year: Array, ozone_season_frac: Array, ozone_health_cost_usd_per_kg: Array
) -> Array:
    """Health cost of ozone formed from nitrogen oxides. [USD/year]

    ozone_health_cost_usd_per_year = breathed_nox_kg_per_year · ozone_season_frac · ozone_health_cost_usd_per_kg
    Zero in studies that stop at particulates; the widest disagreement in this room.
    Source: [epa-bpt-2024] ozone-related benefit per ton of NOx.
    Check: ozone_health_cost_usd_per_year(1000, 0.4, 80) = 32000 (0.01%)
    """
    return breathed_nox_kg_per_year * ozone_season_frac * ozone_health_cost_usd_per_kg


def engine_health_cost_usd_per_year(
    backup_generated_mwh_per_year: Array,
    backup_generator_nox_kg_per_mwh: Array,
    nox_health_cost_usd_per_kg: Array,
    low_release_nox_ratio: Array,
    backup_generator_pm25_kg_per_mwh: Array,
    pm25_health_cost_usd_per_kg: Array,
    low_release_pm25_ratio: Array,
) -> Array:
    """What backup engines cost beyond the same kilograms from a tall stack, since they emit near people. [USD/year]

    engine_health_cost_usd_per_year = backup MWh · Σ rate · price · (low-release ratio − 1)
    The part up to the price of a tall stack is in particle_health_cost_usd_per_year. SO2 of engines is too small to count.
    Source: [epa-bpt-2018] area sources beside power plants.
    Check: engine_health_cost_usd_per_year(1000, 6, 10, 1.5, 0.2, 150, 2.5) = 75000 (0.01%)
    """
    nox = backup_generator_nox_kg_per_mwh * nox_health_cost_usd_per_kg * (low_release_nox_ratio - 1)
    pm25 = backup_generator_pm25_kg_per_mwh * pm25_health_cost_usd_per_kg * (low_release_pm25_ratio - 1)
    return backup_generated_mwh_per_year * (nox + pm25)


@config.when(side="ground")
def health_cost_usd_per_year__ground(
    particle_health_cost_usd_per_year: Array,
    ozone_health_cost_usd_per_year: Array,
    engine_health_cost_usd_per_year: Array,
) -> Array:
    """Health cost of the air pollution of a campus in a year, paid by nobody in this ledger. [USD/year]

    health_cost_usd_per_year = particulates + ozone + what engines near people add
    Source: sum of the parts.
    Check: health_cost_usd_per_year__ground(10, 20, 3) = 33 (0.01%)
    """
    return particle_health_cost_usd_per_year + ozone_health_cost_usd_per_year + engine_health_cost_usd_per_year


@config.when(side="orbit")
def health_cost_usd_per_year__orbit(particle_health_cost_usd_per_year: Array, ozone_health_cost_usd_per_year: Array) -> Array:
    """Health cost of the air pollution of a fleet in a year: its ground segment's power and its launches. [USD/year]

    health_cost_usd_per_year = particulates + ozone
    Exhaust of the first kilometres is priced as if it left a stack. Black carbon, alumina and nitrogen oxides higher up are
    not priced.
    Source: sum of the parts.
    Check: health_cost_usd_per_year__orbit(10, 20) = 30 (0.01%)
    """
    return particle_health_cost_usd_per_year + ozone_health_cost_usd_per_year


def health_cost_usd_per_mwh(health_cost_usd_per_year: Array, delivered_it_mwh_per_year: Array) -> Array:
    """Health cost for each delivered MWh of IT energy. [USD/MWh]

    health_cost_usd_per_mwh = health_cost_usd_per_year / delivered_it_mwh_per_year
    Source: division.
    Check: health_cost_usd_per_mwh(3000, 100) = 30 (0.01%)
    """
    return health_cost_usd_per_year / delivered_it_mwh_per_year
