"""What a published radiator says about itself: the sink, emissivity, area and mass behind its numbers.

Bare formulas: no facility wires this module.
"""

import numpy as np

from earth_or_orbit.constants import STEFAN_BOLTZMANN_W_PER_M2_K4, W_PER_KW, Array


def implied_sink_temperature_k(
    radiator_flux_w_per_m2: Array,
    radiator_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
) -> Array:
    """Sink temperature at which a radiator of known temperature rejects just a stated flux. [K]

    T_sink = (T⁴ − q / (n ε σ))^¼. A flux above what the radiator emits to an empty sky: a scalar raises ValueError, in an
    array it becomes nan.
    Source: inverse of the radiator's flux.
    Check: implied_sink_temperature_k(633.08, 293.15, 0.92, 2) = 190.5 (0.1%)
    """
    emission = radiating_faces_count * radiator_emissivity_frac * STEFAN_BOLTZMANN_W_PER_M2_K4
    left_k4 = radiator_temperature_k**4 - radiator_flux_w_per_m2 / emission
    if np.ndim(left_k4) == 0 and left_k4 < 0:
        raise ValueError(
            f"radiator_flux_w_per_m2 is {radiator_flux_w_per_m2:g}; it must not exceed the "
            f"{emission * radiator_temperature_k**4:g} W/m2 that the radiator emits"
        )
    return np.where(left_k4 >= 0, left_k4, np.nan)[()] ** 0.25


def implied_radiator_emissivity_frac(
    radiator_flux_w_per_m2: Array,
    radiator_temperature_k: Array,
    sink_temperature_k: Array,
    radiating_faces_count: Array,
) -> Array:
    """Emissivity, fin and shadow losses included, that turns a temperature and a sink into a stated flux. [frac]

    ε = q / (n σ (T⁴ − T_sink⁴)). Above 1 no surface reaches the flux; T above the sink.
    Source: inverse of the radiator's flux.
    Check: implied_radiator_emissivity_frac(671.5, 320, 250, 2) = 0.9 (0.1%)
    """
    excess_k4 = radiator_temperature_k**4 - sink_temperature_k**4
    return radiator_flux_w_per_m2 / (radiating_faces_count * STEFAN_BOLTZMANN_W_PER_M2_K4 * excess_k4)


def radiator_area_m2_per_kw(radiator_area_m2: Array, waste_heat_w: Array) -> Array:
    """Planform area of a radiator per kW of heat. [m2/kW]

    a = A / Q.
    Source: definition; [S160] prints 2,500 m2 per MW of IT power.
    Check: radiator_area_m2_per_kw(2500, 1e6) = 2.5 (0%)
    """
    return radiator_area_m2 / waste_heat_w * W_PER_KW


def heat_of_flux_w(radiator_flux_w_per_m2: Array, radiator_area_m2: Array) -> Array:
    """Heat that a radiator of known flux and planform area rejects. [W]

    Q = q A.
    Source: definition; [S035] prints about 1,400 W/m2 and 110 m2.
    Check: heat_of_flux_w(1400, 110) = 154e3 (0%)
    """
    return radiator_flux_w_per_m2 * radiator_area_m2


def flux_area_m2_per_kw(radiator_flux_w_per_m2: Array) -> Array:
    """Planform area per kW of heat of a radiator of known flux. [m2/kW]

    a = 1 / q.
    Source: definition.
    Check: flux_area_m2_per_kw(1400) = 0.7143 (0.01%)
    """
    return W_PER_KW / radiator_flux_w_per_m2


def flux_mass_kg_per_kw(radiator_areal_mass_kg_per_m2: Array, radiator_flux_w_per_m2: Array) -> Array:
    """Mass per kW of heat of a radiator of known areal mass and flux. [kg/kW]

    m = ρ_A / q.
    Source: definition.
    Check: flux_mass_kg_per_kw(7, 1400) = 5 (0%)
    """
    return radiator_areal_mass_kg_per_m2 / radiator_flux_w_per_m2 * W_PER_KW


def flux_power_w_per_kg(radiator_areal_mass_kg_per_m2: Array, radiator_flux_w_per_m2: Array) -> Array:
    """Heat that a radiator of known areal mass and flux rejects per kg. [W/kg]

    p = q / ρ_A.
    Source: definition.
    Check: flux_power_w_per_kg(5, 500) = 100 (0%)
    """
    return radiator_flux_w_per_m2 / radiator_areal_mass_kg_per_m2


def areal_mass_kg_per_m2(radiator_mass_total_kg: Array, radiator_area_m2: Array) -> Array:
    """Mass per m2 of a radiator whose area is known. [kg/m2]

    ρ_A = m / A.
    Source: definition.
    Check: areal_mass_kg_per_m2(1122, 79.22) = 14.163 (0.01%)
    """
    return radiator_mass_total_kg / radiator_area_m2


def infrared_of_temperature_w_per_m2(earth_temperature_k: Array) -> Array:
    """Infrared of an Earth that radiates as a black body of this temperature. [W/m2]

    E = σ T⁴; 254 K is 237 W/m2.
    Source: Stefan–Boltzmann law.
    Check: infrared_of_temperature_w_per_m2(254.3) = 237.1 (0.1%)
    """
    return STEFAN_BOLTZMANN_W_PER_M2_K4 * earth_temperature_k**4
