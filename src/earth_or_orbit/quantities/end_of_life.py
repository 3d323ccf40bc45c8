"""End of life: re-entries and whom they may hit, derelicts, collisions, objects to avoid, and what the night sky shows.

Collisions are those of a gas: objects spread evenly through a shell that meet at a mean speed. Nothing here dodges; what
dodging costs is counted apart.
"""

import numpy as np

from earth_or_orbit.constants import (
    DAYS_PER_YEAR,
    EARTH_EQUATORIAL_RADIUS_KM,
    M_PER_KM,
    SECONDS_PER_YEAR,
    STANDARD_GRAVITY_M_PER_S2,
    Array,
)
from earth_or_orbit.quantities.orbit_geometry import orbital_speed_km_per_s

_MEAN_OF_TWO = 4 / 3  # structure: mean speed of two velocities of one size and any direction, over that size
_SPHERE = 4 / 3 * np.pi  # structure: volume of a sphere over its radius cubed


def fleet_reentries_per_day(satellites_count: Array, satellite_service_years: Array) -> Array:
    """Satellites of a standing fleet that come down in a day. [1/day]

    fleet_reentries_per_day = satellites_count / satellite_service_years / 365.25
    Each is replaced at the end of its service; upper stages and early losses are not in it.
    Source: steady state.
    Check: fleet_reentries_per_day(1000000, 5) = 547.6 (0.1%)
    """
    return satellites_count / satellite_service_years / DAYS_PER_YEAR


def fragment_casualty_area_m2(human_area_m2: Array, fragment_area_m2: Array) -> Array:
    """Area in which a person is hit by one fragment. [m2]

    fragment_casualty_area_m2 = (√human_area_m2 + √fragment_area_m2)²
    Indoors and outdoors alike; a fragment below 15 J is not counted as a hazard at all.
    Source: [casualty-formula], as in NASA-STD-8719.14.
    Check: fragment_casualty_area_m2(0.36, 0.1) = 0.8395 (0.1%)
    """
    return (np.sqrt(human_area_m2) + np.sqrt(fragment_area_m2)) ** 2


def surviving_fragments_count(satellite_mass_kg: Array, reentry_hazard_mass_frac: Array, fragment_mass_kg: Array) -> Array:
    """Fragments of one satellite that reach the ground and can hurt. [count]

    surviving_fragments_count = satellite_mass_kg · reentry_hazard_mass_frac / fragment_mass_kg
    Source: [uars-status] 26 fragments, 532 of 5,668 kg.
    Check: surviving_fragments_count(5668, 0.09386, 20.46) = 26.0 (0.1%)
    """
    return satellite_mass_kg * reentry_hazard_mass_frac / fragment_mass_kg


def reentry_casualties_count(
    surviving_fragments_count: Array, fragment_casualty_area_m2: Array, population_count_per_km2: Array
) -> Array:
    """People hit by one uncontrolled re-entry, on average. [count]

    reentry_casualties_count = surviving_fragments_count · fragment_casualty_area_m2 · population_count_per_km2 / 1e6
    The population is the mean beneath the orbit, weighted by the time that the satellite spends over each latitude.
    Source: expectation of independent impacts; [uars-status] 1 in 3,200 with 22 m2.
    Check: reentry_casualties_count(26, 0.84615, 14.2) = 3.124e-4 (0.1%)
    """
    return surviving_fragments_count * fragment_casualty_area_m2 * population_count_per_km2 / M_PER_KM**2


def reentry_casualties_count_per_year(
    fleet_reentries_per_day: Array, reentry_casualties_count: Array, uncontrolled_reentry_frac: Array
) -> Array:
    """People hit in a year by a fleet's re-entries, on average. [1/year]

    casualties a year = fleet_reentries_per_day · 365.25 · reentry_casualties_count · uncontrolled_reentry_frac
    A controlled re-entry into an empty ocean is counted as no risk.
    Source: expectation.
    Check: reentry_casualties_count_per_year(547.6, 1e-4, 1) = 20.0 (0.1%)
    """
    return fleet_reentries_per_day * DAYS_PER_YEAR * reentry_casualties_count * uncontrolled_reentry_frac


def disposal_propellant_kg(
    satellite_dry_mass_kg: Array, disposal_delta_v_m_per_s: Array, disposal_specific_impulse_s: Array
) -> Array:
    """Propellant of one satellite's way down. [kg]

    disposal_propellant_kg = satellite_dry_mass_kg · (exp(Δv / (I_sp g₀)) − 1)
    Source: Tsiolkovsky's equation.
    Check: disposal_propellant_kg(2000, 143.3, 300) = 99.8 (0.1%)
    """
    return satellite_dry_mass_kg * np.expm1(disposal_delta_v_m_per_s / disposal_specific_impulse_s / STANDARD_GRAVITY_M_PER_S2)


def derelicts_made_count_per_year(
    satellites_count: Array, satellite_service_years: Array, undisposed_satellite_frac: Array
) -> Array:
    """Satellites that die in a year where nobody can bring them down. [1/year]

    derelicts_made_count_per_year = satellites_count / satellite_service_years · undisposed_satellite_frac
    Source: steady state.
    Check: derelicts_made_count_per_year(1000, 5, 0.013) = 2.6 (0.01%)
    """
    return satellites_count / satellite_service_years * undisposed_satellite_frac


def derelicts_standing_count(
    derelicts_made_count_per_year: Array, natural_decay_years: Array, fleet_age_years: Array
) -> Array:
    """Dead satellites in orbit when a fleet has stood for some years. [count]

    derelicts_standing_count = derelicts_made_count_per_year · min(natural_decay_years, fleet_age_years)
    They come down one decay time after they died: until then they add up, afterwards as many fall as die.
    Source: steady state of a queue (Little's law).
    Check: derelicts_standing_count(2.6, 4, 15) = 10.4 (0.01%)
    Check: derelicts_standing_count(2.6, 400, 15) = 39 (0.01%)
    """
    return derelicts_made_count_per_year * np.minimum(natural_decay_years, fleet_age_years)


def shell_volume_km3(shell_low_km: Array, shell_high_km: Array) -> Array:
    """Volume of a shell around the Earth. [km3]

    V = 4/3 π (r_high³ − r_low³), r from the equator's radius.
    Source: geometry.
    Check: shell_volume_km3(500, 550) = 2.994e10 (0.1%)
    """
    low, high = (EARTH_EQUATORIAL_RADIUS_KM + edge for edge in (shell_low_km, shell_high_km))
    return _SPHERE * (high**3 - low**3)


def encounter_speed_km_per_s(orbit_altitude_km: Array) -> Array:
    """Mean speed at which two objects on circular orbits of one height meet. [km/s]

    encounter_speed_km_per_s = 4/3 · v, v the circular speed and directions at random in space; within the horizon's plane,
    in which circular orbits lie, the mean is 4/π, 4.5 % less
    A sun-synchronous satellite meets more of its traffic head on: up to 1.3 times as fast.
    Source: kinetic theory.
    Check: encounter_speed_km_per_s(550) = 10.114 (0.1%)
    """
    return _MEAN_OF_TWO * orbital_speed_km_per_s(orbit_altitude_km)


def collisions_count_per_year(
    satellites_count: Array, objects_count_per_km3: Array, collision_area_m2: Array, encounter_speed_km_per_s: Array
) -> Array:
    """Collisions of a fleet with other objects in a year if nobody dodges. [1/year]

    collisions_count_per_year = N · n · A · v, A the area that hits one object with another
    Source: kinetic theory.
    Check: collisions_count_per_year(1000, 3.3e-8, 300, 10) = 3.124 (0.1%)
    """
    area_km2 = collision_area_m2 / M_PER_KM**2
    return satellites_count * objects_count_per_km3 * area_km2 * encounter_speed_km_per_s * SECONDS_PER_YEAR


def shell_collisions_count_per_year(
    shell_objects_count: Array, shell_volume_km3: Array, collision_area_m2: Array, encounter_speed_km_per_s: Array
) -> Array:
    """Collisions among the objects of one shell in a year if nobody dodges. [1/year]

    shell_collisions_count_per_year = ½ · N² / V · A · v
    Source: kinetic theory; [crash-clock] sums the same over all shells.
    Check: shell_collisions_count_per_year(7210, 2.955e10, 300, 10.16) = 84.6 (0.5%)
    """
    pairs = shell_objects_count * shell_objects_count / 2
    return collisions_count_per_year(pairs, 1 / shell_volume_km3, collision_area_m2, encounter_speed_km_per_s)


def manoeuvres_count_per_year(
    reference_satellite_manoeuvres_count_per_year: Array,
    objects_count_per_km3: Array,
    reference_objects_count_per_km3: Array,
    area_over_reference_ratio: Array,
) -> Array:
    """Avoidance manoeuvres of one satellite in a year, scaled from a flown fleet. [1/year]

    manoeuvres = reference · objects_count_per_km3 / reference_objects_count_per_km3 · area_over_reference_ratio
    The owner's own satellites are kept apart by plan and are in neither density. Linear in area: an upper bound, since where
    an object will be is known to hundreds of metres, whatever the satellite's size.
    Source: kinetic theory, calibrated on [altagrove-manoeuvres].
    Check: manoeuvres_count_per_year(33, 3.3e-8, 2.6e-8, 5) = 209.4 (0.1%)
    """
    return (
        reference_satellite_manoeuvres_count_per_year
        * (objects_count_per_km3 / reference_objects_count_per_km3)
        * area_over_reference_ratio
    )


def screening_radius_km(
    manoeuvres_count_per_year: Array, objects_count_per_km3: Array, encounter_speed_km_per_s: Array
) -> Array:
    """Distance within which one object after another passes as often as a satellite dodges. [km]

    r = √(m / (π n v)), m the manoeuvres, n the objects' density and v the speed of meeting
    Source: kinetic theory; a check of the calibration, not an input.
    Check: screening_radius_km(33, 2.6e-8, 10.1) = 1.126 (0.1%)
    """
    swept_km = encounter_speed_km_per_s * SECONDS_PER_YEAR
    return np.sqrt(manoeuvres_count_per_year / (np.pi * objects_count_per_km3 * swept_km))


def visible_satellites_count(satellites_count: Array, visible_satellite_frac: Array) -> Array:
    """Satellites that the eye would see at one moment, scaled from a published count. [count]

    visible_satellites_count = satellites_count · visible_satellite_frac
    Orbit, size, coating, season and place are those of the published count.
    Source: [S008]; proportion.
    Check: visible_satellites_count(1000, 0.133335) = 133.3 (0.1%)
    """
    return satellites_count * visible_satellite_frac


def alumina_over_natural_ratio(alumina_kg_per_year: Array, natural_alumina_kg_per_year: Array) -> Array:
    """Alumina that re-entry leaves over what meteoroids bring. [ratio]

    alumina_over_natural_ratio = alumina_kg_per_year / natural_alumina_kg_per_year
    Source: [S229] 16.6 t in 2022 was 29.5 % above nature.
    Check: alumina_over_natural_ratio(16600, 56270) = 0.295 (0.1%)
    """
    return alumina_kg_per_year / natural_alumina_kg_per_year
