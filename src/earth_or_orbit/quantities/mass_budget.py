"""A satellite's mass as a budget prints it: the sum of its parts with a margin, and the propellant for a change of speed.

Bare formulas: no facility wires this module; the project's own budget stands in satellite_mass.py.
"""

import numpy as np

from earth_or_orbit.constants import STANDARD_GRAVITY_M_PER_S2, Array


def summed_mass_kg(
    array_part_kg: Array,
    battery_part_kg: Array,
    radiator_part_kg: Array,
    compute_part_kg: Array,
    structure_part_kg: Array,
    bus_part_kg: Array,
    propulsion_part_kg: Array,
    shielding_part_kg: Array,
    communication_part_kg: Array,
    propellant_part_kg: Array,
    other_part_kg: Array,
    added_share_frac: Array,
) -> Array:
    """Mass of the parts together, with a margin on the sum. [kg]

    m = (array + battery + radiator + … + other) × (1 + added share).
    Source: definition.
    Check: summed_mass_kg(2000, 1000, 1500, 0, 0, 0, 0, 0, 0, 0, 0, 0.2) = 5400 (0.01%)
    """
    parts = array_part_kg + battery_part_kg + radiator_part_kg + compute_part_kg + structure_part_kg + bus_part_kg
    parts = parts + propulsion_part_kg + shielding_part_kg + communication_part_kg + propellant_part_kg + other_part_kg
    return parts * (1 + added_share_frac)


def summed_dry_mass_kg(
    array_part_kg: Array,
    battery_part_kg: Array,
    radiator_part_kg: Array,
    compute_part_kg: Array,
    structure_part_kg: Array,
    bus_part_kg: Array,
    propulsion_part_kg: Array,
    shielding_part_kg: Array,
    communication_part_kg: Array,
    other_part_kg: Array,
    added_share_frac: Array,
) -> Array:
    """Mass of the parts together without propellant, with a margin on the sum. [kg]

    m = (array + battery + radiator + … + other) × (1 + added share).
    Source: definition.
    Check: summed_dry_mass_kg(0, 0, 0, 700, 0, 500, 0, 0, 0, 0, 0.1) = 1320 (0.01%)
    """
    parts = array_part_kg + battery_part_kg + radiator_part_kg + compute_part_kg + structure_part_kg + bus_part_kg
    parts = parts + propulsion_part_kg + shielding_part_kg + communication_part_kg + other_part_kg
    return parts * (1 + added_share_frac)


def propellant_of_delta_v_kg(unfuelled_mass_kg: Array, spent_delta_v_m_per_s: Array, specific_impulse_s: Array) -> Array:
    """Propellant that takes a dry mass through a change of speed. [kg]

    m_p = m_dry (exp(Δv / (g₀ I_sp)) − 1).
    Source: rocket equation.
    Check: propellant_of_delta_v_kg(2000, 280, 2500) = 22.973 (0.01%)
    """
    return unfuelled_mass_kg * np.expm1(spent_delta_v_m_per_s / (STANDARD_GRAVITY_M_PER_S2 * specific_impulse_s))


def propellant_of_fuelled_kg(fuelled_mass_kg: Array, spent_delta_v_m_per_s: Array, specific_impulse_s: Array) -> Array:
    """Propellant that a full satellite spends on a change of speed. [kg]

    m_p = m_wet (1 − exp(−Δv / (g₀ I_sp))).
    Source: rocket equation.
    Check: propellant_of_fuelled_kg(2022.973, 280, 2500) = 22.973 (0.01%)
    """
    return -fuelled_mass_kg * np.expm1(-spent_delta_v_m_per_s / (STANDARD_GRAVITY_M_PER_S2 * specific_impulse_s))


def fuelled_mass_kg(unfuelled_mass_kg: Array, spent_delta_v_m_per_s: Array, specific_impulse_s: Array) -> Array:
    """Mass of a dry mass with the propellant for a change of speed. [kg]

    m_wet = m_dry exp(Δv / (g₀ I_sp)).
    Source: rocket equation.
    Check: fuelled_mass_kg(2000, 280, 2500) = 2022.973 (0.01%)
    """
    return unfuelled_mass_kg * np.exp(spent_delta_v_m_per_s / (STANDARD_GRAVITY_M_PER_S2 * specific_impulse_s))


def delta_v_of_fuel_m_per_s(unfuelled_mass_kg: Array, carried_propellant_kg: Array, specific_impulse_s: Array) -> Array:
    """Change of speed that a propellant gives to a dry mass. [m/s]

    Δv = g₀ I_sp ln(1 + m_p / m_dry).
    Source: rocket equation.
    Check: delta_v_of_fuel_m_per_s(2000, 22.973, 2500) = 280 (0.01%)
    """
    return STANDARD_GRAVITY_M_PER_S2 * specific_impulse_s * np.log1p(carried_propellant_kg / unfuelled_mass_kg)


def delta_v_of_masses_m_per_s(unfuelled_mass_kg: Array, fuelled_mass_kg: Array, specific_impulse_s: Array) -> Array:
    """Change of speed from a full and an empty mass. [m/s]

    Δv = g₀ I_sp ln(m_wet / m_dry).
    Source: rocket equation.
    Check: delta_v_of_masses_m_per_s(2000, 2022.973, 2500) = 280 (0.01%)
    """
    return STANDARD_GRAVITY_M_PER_S2 * specific_impulse_s * np.log(fuelled_mass_kg / unfuelled_mass_kg)


def unfuelled_of_fuelled_kg(fuelled_mass_kg: Array, spent_delta_v_m_per_s: Array, specific_impulse_s: Array) -> Array:
    """Mass that is left of a full satellite after a change of speed. [kg]

    m_dry = m_wet exp(−Δv / (g₀ I_sp)).
    Source: rocket equation.
    Check: unfuelled_of_fuelled_kg(2022.973, 280, 2500) = 2000 (0.01%)
    """
    return fuelled_mass_kg * np.exp(-spent_delta_v_m_per_s / (STANDARD_GRAVITY_M_PER_S2 * specific_impulse_s))
