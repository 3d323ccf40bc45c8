"""Punctures of fluid loops by meteoroids and orbital debris, and what spare loops weigh.

Impacts are those on a plate that turns every way; each face is counted. Fluxes of small debris are known to a factor of
about three, since nothing sees particles of a millimetre from the ground.
"""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import (
    ALUMINIUM_BRINELL,
    ALUMINIUM_DENSITY_KG_PER_M3,
    ALUMINIUM_SOUND_SPEED_KM_PER_S,
    ATMOSPHERE_STOPS_PARTICLES_KM,
    CRATER_DEPTH,
    CRATER_DIAMETER_EXPONENT,
    CRATER_HARDNESS_EXPONENT,
    CRATER_SPEED_EXPONENT,
    DEBRIS_ALTITUDE_EXPONENTS,
    DEBRIS_FIRST_YEAR,
    DEBRIS_FRAGMENTS,
    DEBRIS_OBJECTS,
    DEBRIS_WIDENING_LOGS,
    EARTH_EQUATORIAL_RADIUS_KM,
    EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2,
    G_PER_KG,
    M_PER_KM,
    METEOROID_TERMS,
    MM_PER_CM,
    MM_PER_M,
    SECONDS_PER_YEAR,
    Array,
)

_MEAN_IMPACT_COSINE = 2 / 3  # structure: mean of the cosine over the flux on a plate from all sides
_SPHERE = np.pi / 6  # structure: volume of a sphere over its diameter cubed
_SPARES_AT_MOST = 512  # structure: spare loops that the search tries before it gives up


def meteoroid_far_flux_count_per_m2_year(meteoroid_mass_kg: Array) -> Array:
    """Meteoroids of this mass or more on one face of a plate that turns every way, far from the Earth at 1 AU. [count/m2/year]

    F = (2200 m^0.306 + 15)^−4.38 + 1.3e−9 (m + 1e11 m² + 1e27 m⁴)^−0.36 + 1.3e−16 (m + 1e6 m²)^−0.85, a second, m in g.
    From 1e−21 to 0.1 kg; a factor of two to three for the small, more above a milligram.
    Source: [ecss-meteoroids] 10.2.4.1, after Grün et al. 1985.
    Check: meteoroid_far_flux_count_per_m2_year(1e-9) = 1.488 (0.1%)
    """
    grams = meteoroid_mass_kg * G_PER_KG
    flux = 0.0
    for scale, terms, power in METEOROID_TERMS:
        flux = flux + scale * sum(factor * grams**exponent for factor, exponent in terms) ** power
    return flux * SECONDS_PER_YEAR


def meteoroid_focusing_ratio(orbit_altitude_km: Array, meteoroid_speed_km_per_s: Array) -> Array:
    """How many times the Earth's gravity raises the meteoroid flux at a height. [ratio]

    G = 1 + v_esc² / v², v_esc the escape speed at the height and v the speed far away.
    Source: [kessler-focusing] for one speed, isotropic; energy and angular momentum.
    Check: meteoroid_focusing_ratio(400, 20) = 1.294 (0.1%)
    """
    radius_km = EARTH_EQUATORIAL_RADIUS_KM + orbit_altitude_km
    return 1 + 2 * EARTH_GRAVITATIONAL_PARAMETER_KM3_PER_S2 / radius_km / meteoroid_speed_km_per_s**2


def earth_shielding_frac(orbit_altitude_km: Array) -> Array:
    """Share of the sky that the Earth and its air leave open at a height. [frac]

    f = (1 + cos η) / 2, sin η = (R + 100 km) / (R + h). Heights from 100 km.
    Source: [ecss-meteoroids] annex C.
    Check: earth_shielding_frac(700) = 0.7014 (0.1%)
    """
    sine = (EARTH_EQUATORIAL_RADIUS_KM + ATMOSPHERE_STOPS_PARTICLES_KM) / (EARTH_EQUATORIAL_RADIUS_KM + orbit_altitude_km)
    return (1 + np.sqrt(1 - sine**2)) / 2


def meteoroid_flux_count_per_m2_year(
    orbit_altitude_km: Array,
    meteoroid_diameter_mm: Array,
    meteoroid_density_kg_per_m3: Array,
    meteoroid_speed_km_per_s: Array,
) -> Array:
    """Meteoroids of this size or more on one face of a plate that turns every way, in orbit. [count/m2/year]

    F = F_far(m) · G · f, m the mass of a sphere, G the focusing and f the sky left open.
    Source: [ecss-meteoroids] 10.2.4.
    Check: meteoroid_flux_count_per_m2_year(700, 1.0, 2500, 20) = 3.809e-4 (0.1%)
    """
    mass_kg = _SPHERE * meteoroid_density_kg_per_m3 * (meteoroid_diameter_mm / MM_PER_M) ** 3
    near = meteoroid_focusing_ratio(orbit_altitude_km, meteoroid_speed_km_per_s) * earth_shielding_frac(orbit_altitude_km)
    return meteoroid_far_flux_count_per_m2_year(mass_kg) * near


def debris_flux_count_per_m2_year(
    orbit_altitude_km: Array,
    debris_inclination_ratio: Array,
    debris_diameter_mm: Array,
    solar_radio_flux_sfu: Array,
    flight_calendar_year: Array,
    debris_object_growth_frac_per_year: Array,
    debris_fragment_growth_frac_per_year: Array,
    debris_model_ratio: Array,
) -> Array:
    """Orbital debris of this size or more on one face of a plate that turns every way. [count/m2/year]

    F = c · H(d) · Φ(h, S) · ψ(i) · (F₁(d) (1 + q)^(t−1988) + F₂(d) (1 + p (t−1988))), d in cm; Φ = x/(1 + x) with
    x = 10^(h/200 − S/140 − 1.5). Model of 1990 for 0.1 mm and more up to 2,000 km; c is what newer models and counts make
    of it. It misses the clouds of 2007 and 2009 near 800 km and the fleets of today.
    Source: [spenvis-nasa90], NASA TM-100471.
    Check: debris_flux_count_per_m2_year(800, 1.0, 1.0, 125, 1988, 0.05, 0.02, 1) = 3.757e-3 (0.5%)
    """
    cm = debris_diameter_mm / MM_PER_CM
    years = flight_calendar_year - DEBRIS_FIRST_YEAR
    per_km, per_sfu, offset = DEBRIS_ALTITUDE_EXPONENTS
    exponent = orbit_altitude_km / per_km - solar_radio_flux_sfu / per_sfu + offset
    height = 1 / (1 + _ten_to(-exponent))
    middle, width = DEBRIS_WIDENING_LOGS
    widening = np.sqrt(_ten_to(np.exp(-(((np.log10(cm) - middle) / width) ** 2))))
    fragments = DEBRIS_FRAGMENTS[0] * cm ** DEBRIS_FRAGMENTS[1] * (1 + debris_fragment_growth_frac_per_year) ** years
    scale, shift_cm, power = DEBRIS_OBJECTS
    objects = scale * (cm + shift_cm) ** power * (1 + debris_object_growth_frac_per_year * years)
    return debris_model_ratio * widening * height * debris_inclination_ratio * (fragments + objects)


def puncturing_diameter_mm(
    loop_wall_mm: Array,
    particle_density_kg_per_m3: Array,
    impact_speed_km_per_s: Array,
    puncture_depth_ratio: Array,
) -> Array:
    """Diameter of the smallest particle that punctures a wall of aluminium. [mm]

    t = k · 5.24 d^(19/18) B^(−1/4) (ρ_p/ρ_t)^½ (v_n/c)^(2/3), solved for d, in cm and km/s: k walls' depths of crater at the
    ballistic limit (1.8 for a hole), B Brinell hardness, c the speed of sound and v_n two thirds of the speed, the mean of
    its normal part. From about 6 km/s; a wall behind a bumper stands more.
    Source: [mem-3] Cour-Palais' single wall; agrees with [mcdonnell-sullivan] within a third.
    Check: puncturing_diameter_mm(3.0, 2800, 13, 1.8) = 0.789 (0.3%)
    """
    normal = impact_speed_km_per_s * _MEAN_IMPACT_COSINE / ALUMINIUM_SOUND_SPEED_KM_PER_S
    densities = np.sqrt(particle_density_kg_per_m3 / ALUMINIUM_DENSITY_KG_PER_M3)
    per_size = puncture_depth_ratio * CRATER_DEPTH * densities * normal**CRATER_SPEED_EXPONENT
    per_size = per_size / ALUMINIUM_BRINELL**CRATER_HARDNESS_EXPONENT
    return MM_PER_CM * (loop_wall_mm / MM_PER_CM / per_size) ** (1 / CRATER_DIAMETER_EXPONENT)


def puncture_flux_count_per_m2_year(
    orbit_altitude_km: Array,
    loop_wall_mm: Array,
    puncture_depth_ratio: Array,
    meteoroid_density_kg_per_m3: Array,
    meteoroid_speed_km_per_s: Array,
    debris_density_kg_per_m3: Array,
    debris_speed_km_per_s: Array,
    debris_inclination_ratio: Array,
    solar_radio_flux_sfu: Array,
    flight_calendar_year: Array,
    debris_object_growth_frac_per_year: Array,
    debris_fragment_growth_frac_per_year: Array,
    debris_model_ratio: Array,
) -> Array:
    """Impacts that puncture a wall of this thickness, per m2 of exposed face. [count/m2/year]

    F = F_meteoroid(d_m) + F_debris(d_d), each at the smallest diameter that goes through at its own speed and density.
    Source: sum of two populations.
    Check: puncture_flux_count_per_m2_year(700, 3, 1.8, 2500, 20, 2800, 13, 1.6, 125, 2028, 0.05, 0.02, 1) = 0.025036 (0.1%)
    """
    meteoroid_mm = puncturing_diameter_mm(
        loop_wall_mm, meteoroid_density_kg_per_m3, meteoroid_speed_km_per_s, puncture_depth_ratio
    )
    debris_mm = puncturing_diameter_mm(loop_wall_mm, debris_density_kg_per_m3, debris_speed_km_per_s, puncture_depth_ratio)
    meteoroids = meteoroid_flux_count_per_m2_year(
        orbit_altitude_km, meteoroid_mm, meteoroid_density_kg_per_m3, meteoroid_speed_km_per_s
    )
    debris = debris_flux_count_per_m2_year(
        orbit_altitude_km,
        debris_inclination_ratio,
        debris_mm,
        solar_radio_flux_sfu,
        flight_calendar_year,
        debris_object_growth_frac_per_year,
        debris_fragment_growth_frac_per_year,
        debris_model_ratio,
    )
    return meteoroids + debris


def loop_exposed_area_m2(radiator_area_m2: Array, radiating_faces_count: Array, loop_exposed_share_frac: Array) -> Array:
    """Face of one satellite's fluid loops that a particle can meet from outside. [m2]

    A = radiator_area_m2 · radiating_faces_count · loop_exposed_share_frac
    The share is that of tubes in a panel; of a vapour chamber it is all.
    Source: definition.
    Check: loop_exposed_area_m2(150, 2, 0.05) = 15 (0.01%)
    """
    return radiator_area_m2 * radiating_faces_count * loop_exposed_share_frac


def satellite_punctures_count(
    puncture_flux_count_per_m2_year: Array, loop_exposed_area_m2: Array, satellite_service_years: Array
) -> Array:
    """Punctures of one satellite's loops that its life brings, on average. [count]

    N = puncture_flux_count_per_m2_year · loop_exposed_area_m2 · satellite_service_years
    Source: definition of a flux.
    Check: satellite_punctures_count(0.0237, 15, 5) = 1.7775 (0.01%)
    """
    return puncture_flux_count_per_m2_year * loop_exposed_area_m2 * satellite_service_years


def puncture_chance_frac(satellite_punctures_count: Array) -> Array:
    """Chance that one satellite meets at least one puncture in its life. [frac]

    P = 1 − e^(−N). Impacts are independent.
    Source: Poisson's law.
    Check: puncture_chance_frac(1.7775) = 0.8309 (0.01%)
    """
    return -np.expm1(-satellite_punctures_count)


def spare_loops_count(satellite_punctures_count: Array, cooling_loops_count: Array, cooling_confidence_frac: Array) -> Array:
    """Loops to add so that as many as the heat needs are left at the end of life, with a stated confidence. [count]

    k = least with Σ_{j≤k} C(n+j−1, j) pⁿ (1−p)^j ≥ confidence, p = e^(−N/n): n loops carry the heat, each can be shut off alone
    and loses its share of the punctures, and spare loops are of the same size. nan where more than 512 would be needed.
    Source: negative binomial law, the losses before n loops survive.
    Check: spare_loops_count(0, 8, 0.95) = 0 (0%)
    Check: spare_loops_count([0.1, 1.0], 8, 0.95) = [1, 3] (0%)
    Check: spare_loops_count(50, 8, 0.95) = nan (0%)
    """
    loops = np.asarray(cooling_loops_count, dtype=float)
    if loops.ndim == 0 and loops < 1:
        raise ValueError(f"cooling_loops_count is {cooling_loops_count:g}; allowed: 1 and more")
    loops = np.where(loops >= 1, loops, np.nan)
    lost_frac = -np.expm1(-satellite_punctures_count / loops)
    term = np.exp(-np.broadcast_to(satellite_punctures_count, np.broadcast_shapes(np.shape(lost_frac))).astype(float))
    chance, found = term, np.full(np.shape(lost_frac), np.nan)
    for spare in range(_SPARES_AT_MOST):
        found = np.where(np.isnan(found) & (chance >= cooling_confidence_frac), spare, found)
        if not np.isnan(found).any():
            break
        term = term * (loops + spare) / (spare + 1) * lost_frac
        chance = chance + term
    return found[()]


@config.when(puncture_protection="isolated_loops")
def satellite_puncture_protection_mass_kg__isolated_loops(
    satellite_radiator_mass_kg: Array, spare_loops_count: Array, cooling_loops_count: Array
) -> Array:
    """Spare radiator of one satellite, so that what is left at the end of life carries all heat. [kg]

    m = satellite_radiator_mass_kg · k / n, k spare loops beside the n that the heat needs. Valves are in the areal mass.
    Source: spare area over the area that the heat needs.
    Check: satellite_puncture_protection_mass_kg__isolated_loops(1500, 4, 8) = 750 (0.01%)
    """
    return satellite_radiator_mass_kg * spare_loops_count / cooling_loops_count


@config.when(puncture_protection="isolated_loops")
def radiator_built_area_m2__isolated_loops(
    radiator_area_m2: Array, spare_loops_count: Array, cooling_loops_count: Array
) -> Array:
    """Planform area of one satellite's radiator with its spare loops. [m2]

    A = radiator_area_m2 · (1 + k / n), k spare loops beside the n that the heat needs.
    Source: spare area over the area that the heat needs.
    Check: radiator_built_area_m2__isolated_loops(160, 4, 32) = 180 (0.01%)
    """
    return radiator_area_m2 * (1 + spare_loops_count / cooling_loops_count)


@config.when(puncture_protection="none")
def radiator_built_area_m2__none(radiator_area_m2: Array) -> Array:
    """Planform area of one satellite's radiator that has no spare loops. [m2]

    A = radiator_area_m2
    Source: definition of having none.
    Check: radiator_built_area_m2__none(160) = 160 (0.01%)
    """
    return radiator_area_m2


@config.when(puncture_protection="none")
def satellite_puncture_protection_mass_kg__none(satellite_radiator_mass_kg: Array) -> Array:
    """Spare radiator of a satellite that takes its chance. [kg]

    m = 0 · satellite_radiator_mass_kg
    Source: definition of having none.
    Check: satellite_puncture_protection_mass_kg__none(1500) = 0 (0.01%)
    """
    return 0 * satellite_radiator_mass_kg


def loop_armour_mass_kg(loop_exposed_area_m2: Array, loop_armour_mm: Array) -> Array:
    """Aluminium added over the loops' exposed faces. [kg]

    m = loop_exposed_area_m2 · loop_armour_mm / 1000 · ρ_aluminium: 2.7 kg per m2 and mm.
    Source: definition of density.
    Check: loop_armour_mass_kg(15, 1) = 40.5 (0.01%)
    """
    return loop_exposed_area_m2 * loop_armour_mm / MM_PER_M * ALUMINIUM_DENSITY_KG_PER_M3


def shell_flux_count_per_m2_year(
    shell_particles_count: Array, shell_low_km: Array, shell_high_km: Array, impact_speed_km_per_s: Array
) -> Array:
    """Impacts on one face of a plate among particles spread evenly through a shell around the Earth. [count/m2/year]

    F = n v / 4, n particles per volume of the shell: a gas, which a count of debris can be compared with.
    Source: kinetic theory.
    Check: shell_flux_count_per_m2_year(1e7, 700, 1000, 10) = 4.005e-3 (0.1%)
    """
    low_m, high_m = ((EARTH_EQUATORIAL_RADIUS_KM + edge) * M_PER_KM for edge in (shell_low_km, shell_high_km))
    volume_m3 = 8 * _SPHERE * (high_m**3 - low_m**3)  # structure: a sphere by its radius, from one by its diameter
    return shell_particles_count / volume_m3 * impact_speed_km_per_s * M_PER_KM * SECONDS_PER_YEAR / 4  # structure: n v / 4


def _ten_to(exponent: Array) -> Array:
    """10 to a power, for laws that are printed in decades."""
    return np.exp(exponent * np.log(10.0))  # structure: the base of decades
