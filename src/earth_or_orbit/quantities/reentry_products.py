"""What re-entry leaves: alumina and nitrogen oxides per satellite and year, how often, and set against meteoroids."""

from earth_or_orbit.constants import ALUMINA_PER_ALUMINIUM, DAYS_PER_YEAR, J_PER_MWH, M_PER_KM, Array


def satellite_alumina_kg(reentering_mass_kg: Array, satellite_alumina_frac: Array) -> Array:
    """Alumina that a satellite leaves as it burns up. [kg]

    m = mass × share.
    Source: [S229] 30 kg of a 250 kg satellite.
    Check: satellite_alumina_kg(250, 0.12) = 30 (0%)
    """
    return reentering_mass_kg * satellite_alumina_frac


def fleet_alumina_kg(satellites_count: Array, satellite_mass_kg: Array, satellite_alumina_frac: Array) -> Array:
    """Alumina that some satellites leave as they burn up. [kg]

    m = satellites × mass × share.
    Source: [S229] 30 kg of a 250 kg satellite.
    Check: fleet_alumina_kg(1000, 250, 0.12) = 30000 (0%)
    """
    return satellites_count * satellite_mass_kg * satellite_alumina_frac


def yearly_alumina_kg_per_year(reentering_mass_kg_per_year: Array, satellite_alumina_frac: Array) -> Array:
    """Alumina that a yearly mass of satellites leaves. [kg/year]

    m' = mass a year × share.
    Source: [S229] 30 kg of a 250 kg satellite.
    Check: yearly_alumina_kg_per_year(1000, 0.12) = 120 (0%)
    """
    return reentering_mass_kg_per_year * satellite_alumina_frac


def steady_alumina_kg_per_year(
    satellites_count: Array, satellite_mass_kg: Array, service_years: Array, satellite_alumina_frac: Array
) -> Array:
    """Alumina a year of a fleet in steady state. [kg/year]

    m' = satellites × mass / life × share.
    Source: [S229] 30 kg of a 250 kg satellite.
    Check: steady_alumina_kg_per_year(40000, 250, 5, 0.12) = 240000 (0%)
    """
    return satellites_count * satellite_mass_kg / service_years * satellite_alumina_frac


def alumina_of_rate_kg_per_year(
    satellites_per_year: Array, satellite_mass_kg: Array, satellite_alumina_frac: Array
) -> Array:
    """Alumina a year of a yearly number of satellites. [kg/year]

    m' = satellites a year × mass × share.
    Source: [S229] 30 kg of a 250 kg satellite.
    Check: alumina_of_rate_kg_per_year(8000, 250, 0.12) = 240000 (0%)
    """
    return satellites_per_year * satellite_mass_kg * satellite_alumina_frac


def alumina_of_aluminium_kg(aluminium_mass_kg: Array, ablated_frac: Array) -> Array:
    """Alumina that burnt aluminium becomes. [kg]

    m = aluminium × share ablated × 1.8895: two atoms of aluminium take up three of oxygen.
    Source: atomic masses.
    Check: alumina_of_aluminium_kg(100, 1) = 188.95 (0.01%)
    """
    return aluminium_mass_kg * ablated_frac * ALUMINA_PER_ALUMINIUM


def alumina_of_composition_kg(reentering_mass_kg: Array, aluminium_frac: Array, ablated_frac: Array) -> Array:
    """Alumina that a satellite's aluminium becomes. [kg]

    m = mass × share of aluminium × share ablated × 1.8895.
    Source: atomic masses.
    Check: alumina_of_composition_kg(250, 0.3, 0.5) = 70.86 (0.01%)
    """
    return alumina_of_aluminium_kg(reentering_mass_kg * aluminium_frac, ablated_frac)


def aluminium_released_kg(reentering_mass_kg: Array, aluminium_frac: Array, ablated_frac: Array) -> Array:
    """Aluminium that a satellite leaves in the air. [kg]

    m = mass × share of aluminium × share ablated.
    Source: definition.
    Check: aluminium_released_kg(250, 0.4, 0.65) = 65 (0%)
    """
    return reentering_mass_kg * aluminium_frac * ablated_frac


def aluminium_released_kg_per_year(
    reentering_mass_kg_per_year: Array, aluminium_frac: Array, ablated_frac: Array
) -> Array:
    """Aluminium that a yearly mass of satellites leaves in the air. [kg/year]

    m' = mass a year × share of aluminium × share ablated.
    Source: definition.
    Check: aluminium_released_kg_per_year(1000, 0.4, 0.65) = 260 (0%)
    """
    return reentering_mass_kg_per_year * aluminium_frac * ablated_frac


def alumina_of_composition_kg_per_year(
    reentering_mass_kg_per_year: Array, aluminium_frac: Array, ablated_frac: Array
) -> Array:
    """Alumina that the aluminium of a yearly mass of satellites becomes. [kg/year]

    m' = mass a year × share of aluminium × share ablated × 1.8895.
    Source: atomic masses.
    Check: alumina_of_composition_kg_per_year(1000, 0.4, 0.65) = 491.25 (0.01%)
    """
    return reentering_mass_kg_per_year * aluminium_frac * ablated_frac * ALUMINA_PER_ALUMINIUM


def alumina_share_frac(alumina_mass_kg: Array, reentering_mass_kg: Array) -> Array:
    """Alumina as a share of the mass that re-enters. [frac]

    share = alumina / mass.
    Source: [S229] 30 kg of a 250 kg satellite.
    Check: alumina_share_frac(30, 250) = 0.12 (0%)
    """
    return alumina_mass_kg / reentering_mass_kg


def aluminium_share_frac(aluminium_mass_kg: Array, reentering_mass_kg: Array) -> Array:
    """Aluminium as a share of the mass that re-enters. [frac]

    share = aluminium / mass.
    Source: definition.
    Check: aluminium_share_frac(75, 250) = 0.3 (0%)
    """
    return aluminium_mass_kg / reentering_mass_kg


def reentry_nox_frac(destroyed_frac: Array, destroyed_nox_frac: Array, intact_nox_frac: Array) -> Array:
    """Nitrogen oxides for each kilogram that re-enters. [frac]

    share = destroyed × that of an object that burns up + (1 − destroyed) × that of one that comes down whole.
    Source: [ucl-reentry] 0.4 and 0.175.
    Check: reentry_nox_frac(1, 0.4, 0.175) = 0.4 (0%)
    """
    return destroyed_frac * destroyed_nox_frac + (1 - destroyed_frac) * intact_nox_frac


def object_nox_kg(
    reentering_mass_kg: Array, destroyed_frac: Array, destroyed_nox_frac: Array, intact_nox_frac: Array
) -> Array:
    """Nitrogen oxides of an object that re-enters. [kg]

    m = mass × nitrogen oxides of a kilogram.
    Source: [ucl-reentry] 0.4 and 0.175.
    Check: object_nox_kg(250, 1, 0.4, 0.175) = 100 (0%)
    """
    return reentering_mass_kg * reentry_nox_frac(destroyed_frac, destroyed_nox_frac, intact_nox_frac)


def yearly_nox_kg_per_year(
    reentering_mass_kg_per_year: Array, destroyed_frac: Array, destroyed_nox_frac: Array, intact_nox_frac: Array
) -> Array:
    """Nitrogen oxides of a yearly mass that re-enters. [kg/year]

    m' = mass a year × nitrogen oxides of a kilogram.
    Source: [ucl-reentry] 0.4 and 0.175.
    Check: yearly_nox_kg_per_year(1000, 1, 0.4, 0.175) = 400 (0%)
    """
    return reentering_mass_kg_per_year * reentry_nox_frac(destroyed_frac, destroyed_nox_frac, intact_nox_frac)


def steady_nox_kg_per_year(
    satellites_count: Array, satellite_mass_kg: Array, service_years: Array, destroyed_frac: Array,
    destroyed_nox_frac: Array, intact_nox_frac: Array,
) -> Array:  # fmt: skip
    """Nitrogen oxides a year of a fleet in steady state. [kg/year]

    m' = satellites × mass / life × nitrogen oxides of a kilogram.
    Source: [ucl-reentry] 0.4 and 0.175.
    Check: steady_nox_kg_per_year(40000, 250, 5, 1, 0.4, 0.175) = 800000 (0%)
    """
    share = reentry_nox_frac(destroyed_frac, destroyed_nox_frac, intact_nox_frac)
    return satellites_count * satellite_mass_kg / service_years * share


def steady_reentries_per_day(satellites_count: Array, service_years: Array) -> Array:
    """Satellites that come down in a day, of a fleet in steady state. [1/day]

    n = satellites / life / 365.25.
    Source: what goes up comes down.
    Check: steady_reentries_per_day(1000000, 5) = 547.57 (0.01%)
    """
    return satellites_count / service_years / DAYS_PER_YEAR


def days_between_reentries_days(satellites_count: Array, service_years: Array) -> Array:
    """Mean time between two satellites that come down, of a fleet in steady state. [days]

    t = 365.25 × life / satellites.
    Source: what goes up comes down.
    Check: days_between_reentries_days(1000000, 5) = 1.82625e-3 (0%)
    """
    return DAYS_PER_YEAR * service_years / satellites_count


def reentering_mass_of_rate_kg_per_year(satellites_per_year: Array, satellite_mass_kg: Array) -> Array:
    """Mass that re-enters in a year, from the satellites of a year. [kg/year]

    m' = satellites a year × mass.
    Source: definition.
    Check: reentering_mass_of_rate_kg_per_year(8000, 250) = 2e6 (0%)
    """
    return satellites_per_year * satellite_mass_kg


def mass_flux_ratio(reentering_mass_kg_per_year: Array, reference_mass_kg_per_year: Array) -> Array:
    """A yearly mass that re-enters, in multiples of another such as that of meteoroids. [ratio]

    r = mass a year / reference.
    Source: definition.
    Check: mass_flux_ratio(80e6, 15e6) = 5.3333 (0.01%)
    """
    return reentering_mass_kg_per_year / reference_mass_kg_per_year


def mass_flux_share_frac(reentering_mass_kg_per_year: Array, reference_mass_kg_per_year: Array) -> Array:
    """A yearly mass that re-enters as a share of itself and another together. [frac]

    share = mass a year / (mass a year + the other).
    Source: definition.
    Check: mass_flux_share_frac(5e6, 15e6) = 0.25 (0%)
    """
    return reentering_mass_kg_per_year / (reentering_mass_kg_per_year + reference_mass_kg_per_year)


def steady_flux_ratio(
    satellites_count: Array, satellite_mass_kg: Array, service_years: Array, reference_mass_kg_per_year: Array
) -> Array:
    """Yearly mass of a fleet in steady state that re-enters, in multiples of another such as that of meteoroids. [ratio]

    r = satellites × mass / life / reference.
    Source: definition.
    Check: steady_flux_ratio(1000000, 1000, 5, 15e6) = 13.333 (0.01%)
    """
    return satellites_count * satellite_mass_kg / service_years / reference_mass_kg_per_year


def ablated_mass_kg(reentering_mass_kg: Array, ablated_frac: Array) -> Array:
    """Mass that burns off on the way down. [kg]

    m = mass × share ablated.
    Source: definition.
    Check: ablated_mass_kg(250, 0.8) = 200 (0%)
    """
    return reentering_mass_kg * ablated_frac


def surviving_mass_kg(reentering_mass_kg: Array, ablated_frac: Array) -> Array:
    """Mass that reaches the ground. [kg]

    m = mass × (1 − share ablated).
    Source: definition.
    Check: surviving_mass_kg(250, 0.8) = 50 (0.01%)
    """
    return reentering_mass_kg * (1 - ablated_frac)


def ablated_share_frac(surviving_mass_kg: Array, reentering_mass_kg: Array) -> Array:
    """Share of a mass that burns off, from what reaches the ground. [frac]

    share = 1 − surviving / mass.
    Source: definition.
    Check: ablated_share_frac(50, 250) = 0.8 (0%)
    """
    return 1 - surviving_mass_kg / reentering_mass_kg


def product_of_share_kg(reentering_mass_kg: Array, product_frac: Array) -> Array:
    """Mass of a product of re-entry, from its yield of a kilogram. [kg]

    m = mass × yield.
    Source: definition.
    Check: product_of_share_kg(250, 0.4) = 100 (0%)
    """
    return reentering_mass_kg * product_frac


def product_of_share_kg_per_year(reentering_mass_kg_per_year: Array, product_frac: Array) -> Array:
    """Mass a year of a product of re-entry, from its yield of a kilogram. [kg/year]

    m' = mass a year × yield.
    Source: definition.
    Check: product_of_share_kg_per_year(1e6, 0.4) = 4e5 (0%)
    """
    return reentering_mass_kg_per_year * product_frac


def product_of_fleet_kg_per_year(
    satellites_count: Array, satellite_mass_kg: Array, service_years: Array, product_frac: Array
) -> Array:
    """Mass a year of a product of re-entry of a fleet in steady state. [kg/year]

    m' = satellites × mass / life × yield.
    Source: definition.
    Check: product_of_fleet_kg_per_year(40000, 250, 5, 0.4) = 800000 (0%)
    """
    return satellites_count * satellite_mass_kg / service_years * product_frac


def reentry_energy_mwh(reentering_mass_kg: Array, reentry_speed_km_per_s: Array) -> Array:
    """Energy of motion that a mass gives to the air. [MWh]

    E = ½ m v².
    Source: mechanics.
    Check: reentry_energy_mwh(1000, 7.8) = 8.45 (0.01%)
    """
    return 0.5 * reentering_mass_kg * (reentry_speed_km_per_s * M_PER_KM) ** 2 / J_PER_MWH


def ablated_of_surviving_frac(surviving_share_frac: Array) -> Array:
    """Share that burns off on the way down, from the share that reaches the ground. [frac]

    ablated = 1 − surviving.
    Source: definition.
    Check: ablated_of_surviving_frac(0.2) = 0.8 (0.01%)
    """
    return 1 - surviving_share_frac


def surviving_share_of_mass_frac(surviving_mass_kg: Array, reentering_mass_kg: Array) -> Array:
    """Share of a mass that reaches the ground. [frac]

    share = surviving / mass.
    Source: definition.
    Check: surviving_share_of_mass_frac(50, 250) = 0.2 (0%)
    """
    return surviving_mass_kg / reentering_mass_kg


def ablated_mass_kg_per_year(reentering_mass_kg_per_year: Array, ablated_frac: Array) -> Array:
    """Mass that burns off on the way down in a year. [kg/year]

    m' = mass a year × share ablated.
    Source: definition.
    Check: ablated_mass_kg_per_year(1000, 0.8) = 800 (0%)
    """
    return reentering_mass_kg_per_year * ablated_frac


def stages_mass_kg_per_year(launches_per_year: Array, reentering_mass_kg: Array) -> Array:
    """Mass of upper stages that re-enters in a year when each launch leaves one. [kg/year]

    m' = launches a year × mass of a stage.
    Source: definition.
    Check: stages_mass_kg_per_year(165, 4500) = 742500 (0%)
    """
    return launches_per_year * reentering_mass_kg
