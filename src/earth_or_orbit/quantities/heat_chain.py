"""From the chip to the radiator: what each step of the heat's way costs in temperature, pump power, area and mass.

The way is junction, cold plate, chip loop, loop of the radiator, tube wall, fin. Every step takes a few kelvin, and the
radiator has to shed the heat at what is left.
"""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import STEFAN_BOLTZMANN_W_PER_M2_K4, Array

_NEWTON_STEPS = 8  # structure: steps of the solution, which settles to rounding in five
_FIXED_POINT_STEPS = 40  # structure: repetitions that settle to rounding for fins above half efficiency


def coolant_inlet_temperature_k(
    accelerator_junction_temperature_k: Array,
    accelerator_package_power_w: Array,
    junction_to_coolant_resistance_k_per_w: Array,
) -> Array:
    """Warmest coolant that may enter a cold plate if the chip is to stay at its limit. [K]

    T_in = T_junction − P R, R from the hottest part of the die to the coolant that enters: interface, plate and film.
    Power is the package's, not its share of the rack.
    Source: definition of a thermal resistance.
    Check: coolant_inlet_temperature_k(358.15, 1200, 0.03) = 322.15 (0%)
    """
    return accelerator_junction_temperature_k - accelerator_package_power_w * junction_to_coolant_resistance_k_per_w


def radiator_loop_temperature_k(
    coolant_inlet_temperature_k: Array, coolant_temperature_rise_k: Array, loop_interface_drop_k: Array
) -> Array:
    """Mean temperature of the coolant in the radiator. [K]

    T_loop = T_in + ΔT/2 − drop: it comes back from the plates warmer by ΔT, gives that up along the radiator, and loses the
    drop where a heat exchanger parts the chips' loop from the radiator's. A straight mean; for a rise of 10 K at 330 K the
    exact mean of the fourth powers is 0.1 K lower.
    Source: heat balance along the coolant.
    Check: radiator_loop_temperature_k(322.15, 10, 5) = 322.15 (0%)
    """
    return coolant_inlet_temperature_k + coolant_temperature_rise_k / 2 - loop_interface_drop_k


def fin_efficiency_frac(
    radiator_loop_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
    fin_conductivity_w_per_m_k: Array,
    fin_thickness_m: Array,
    fin_half_width_m: Array,
) -> Array:
    """Heat that the sheet between two tubes sheds, over what it would shed at the tubes' temperature. [frac]

    η = tanh(mL)/(mL), m² = 4 n ε σ T³ / (k t), L half the distance between tubes: radiation linearised at the root, 0.6 %
    too low at η = 0.88, 2 % at 0.8 and 4 % at 0.7. Taken at the loop's temperature, a little above the root's. mL from 0.
    Source: heat balance along the sheet; the error is against the solved boundary-value problem.
    Check: fin_efficiency_frac(330, 0.85, 2, 167, 0.0005, 0.05) = 0.881 (0.1%)
    """
    film = 2**2 * radiating_faces_count * radiator_emissivity_frac * STEFAN_BOLTZMANN_W_PER_M2_K4
    decay = np.sqrt(film * radiator_loop_temperature_k**3 / (fin_conductivity_w_per_m_k * fin_thickness_m))
    length = decay * fin_half_width_m
    return np.where(length > 0, np.tanh(length) / np.where(length > 0, length, 1), 1.0)[()]


def radiator_root_temperature_k(
    radiator_loop_temperature_k: Array,
    sink_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
    fin_efficiency_frac: Array,
    coolant_film_conductance_w_per_m2_k: Array,
) -> Array:
    """Temperature of the radiator's sheet where the tubes meet it. [K]

    h (T_loop − T_root) = η n ε σ (T_root⁴ − T_sink⁴), h the conductance from coolant to sheet per m2 of panel, solved by
    Newton's method. A loop below the sink gives a root between the two, and the radiator's flux then refuses it.
    Source: heat balance of the tube's wall.
    Check: radiator_root_temperature_k(322.15, 215, 0.85, 2, 0.88, 500) = 320.72 (0.01%)
    """
    emission = fin_efficiency_frac * radiating_faces_count * radiator_emissivity_frac * STEFAN_BOLTZMANN_W_PER_M2_K4
    film = coolant_film_conductance_w_per_m2_k
    root = radiator_loop_temperature_k
    for _ in range(_NEWTON_STEPS):
        excess = emission * (root**4 - sink_temperature_k**4) - film * (radiator_loop_temperature_k - root)
        root = root - excess / (2**2 * emission * root**3 + film)
    return root


@config.when(radiator_temperature_basis="chip_chain")
def radiator_temperature_k__chip_chain(
    radiator_root_temperature_k: Array, sink_temperature_k: Array, fin_efficiency_frac: Array
) -> Array:
    """Mean radiating temperature of a radiator that keeps the chips at their limit. [K]

    T⁴ = T_sink⁴ + η (T_root⁴ − T_sink⁴); for a cold sink T = T_root η^¼.
    Source: definition of fin efficiency, for the heat that is rejected net of the surroundings'.
    Check: radiator_temperature_k__chip_chain(320.72, 215, 0.88) = 312.6 (0.1%)
    """
    excess = fin_efficiency_frac * (radiator_root_temperature_k**4 - sink_temperature_k**4)
    return (sink_temperature_k**4 + excess) ** 0.25


@config.when(radiator_temperature_basis="stated")
def radiator_temperature_k__stated(radiator_temperature_stated_k: Array) -> Array:
    """Mean radiating temperature as a source states it. [K]

    T = the stated one, whatever the chips bear.
    Source: the fact chosen by the scenario.
    Check: radiator_temperature_k__stated(320) = 320 (0%)
    """
    return radiator_temperature_stated_k


def chip_to_radiator_drop_k(accelerator_junction_temperature_k: Array, radiator_temperature_k: Array) -> Array:
    """Temperature lost between the chip's junction and the mean radiating surface. [K]

    ΔT = T_junction − T_radiator. Negative where a stated radiator is hotter than the chip may be: then no chain closes.
    Source: definition.
    Check: chip_to_radiator_drop_k(358.15, 312.5) = 45.65 (0.01%)
    """
    return accelerator_junction_temperature_k - radiator_temperature_k


def coolant_flow_kg_per_s(
    waste_heat_w: Array, coolant_heat_capacity_j_per_kg_k: Array, coolant_temperature_rise_k: Array
) -> Array:
    """Coolant that one satellite pumps round. [kg/s]

    ṁ = Q / (c ΔT). Liquid throughout.
    Source: heat balance of the coolant.
    Check: coolant_flow_kg_per_s(150e3, 4800, 10) = 3.125 (0%)
    """
    return waste_heat_w / (coolant_heat_capacity_j_per_kg_k * coolant_temperature_rise_k)


def pump_power_share_frac(
    loop_pressure_loss_j_per_m3: Array,
    coolant_density_kg_per_m3: Array,
    coolant_heat_capacity_j_per_kg_k: Array,
    coolant_temperature_rise_k: Array,
    pump_efficiency_frac: Array,
) -> Array:
    """Power of the pumps over the heat that the coolant carries. [frac]

    w = Δp / (ρ c ΔT η), one pascal being one joule per m3. It is part of the bus's overhead over IT power, not on top.
    Source: definition of hydraulic power.
    Check: pump_power_share_frac(100e3, 600, 4800, 10, 0.3) = 0.01157 (0.1%)
    """
    heat_per_volume = coolant_density_kg_per_m3 * coolant_heat_capacity_j_per_kg_k * coolant_temperature_rise_k
    return loop_pressure_loss_j_per_m3 / (heat_per_volume * pump_efficiency_frac)


def pump_power_w(waste_heat_w: Array, pump_power_share_frac: Array) -> Array:
    """Power of one satellite's coolant pumps. [W]

    P = Q w.
    Source: definition.
    Check: pump_power_w(150e3, 0.0116) = 1740 (0.01%)
    """
    return waste_heat_w * pump_power_share_frac


def chip_limited_radiator_area_m2(
    waste_heat_w: Array,
    accelerator_junction_temperature_k: Array,
    accelerator_package_power_w: Array,
    junction_to_coolant_resistance_k_per_w: Array,
    coolant_temperature_rise_k: Array,
    loop_interface_drop_k: Array,
    sink_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
    fin_conductivity_w_per_m_k: Array,
    fin_thickness_m: Array,
    fin_half_width_m: Array,
    coolant_film_conductance_w_per_m2_k: Array,
) -> Array:
    """Planform area of the radiator that keeps the chips at their limit, the whole chain in one. [m2]

    A = Q / (η n ε σ (T_root⁴ − T_sink⁴)), T_root and η as the chain gives them from the junction down. A root not above the
    sink sheds nothing: a scalar case raises ValueError, a draw becomes nan.
    Source: the chain's own steps.
    Check: chip_limited_radiator_area_m2(150e3, 358, 1200, 0.03, 10, 5, 215, 0.85, 2, 167, 5e-4, 0.05, 500) = 207.9 (0.1%)
    """
    inlet = coolant_inlet_temperature_k(
        accelerator_junction_temperature_k, accelerator_package_power_w, junction_to_coolant_resistance_k_per_w
    )
    loop = radiator_loop_temperature_k(inlet, coolant_temperature_rise_k, loop_interface_drop_k)
    faces = (radiator_emissivity_frac, radiating_faces_count)
    fin = fin_efficiency_frac(loop, *faces, fin_conductivity_w_per_m_k, fin_thickness_m, fin_half_width_m)
    root = radiator_root_temperature_k(loop, sink_temperature_k, *faces, fin, coolant_film_conductance_w_per_m2_k)
    excess = root**4 - sink_temperature_k**4
    if np.ndim(excess) == 0 and not excess > 0:
        raise ValueError(
            f"accelerator_junction_temperature_k is {accelerator_junction_temperature_k:g}; after the chain the radiator would "
            f"stand at {root:g} K, and it must exceed sink_temperature_k, {sink_temperature_k:g}"
        )
    emission = fin * radiating_faces_count * radiator_emissivity_frac * STEFAN_BOLTZMANN_W_PER_M2_K4
    return waste_heat_w / (emission * np.where(excess > 0, excess, np.nan)[()])


def area_saved_by_chip_degree_m2_per_k(
    waste_heat_w: Array,
    accelerator_junction_temperature_k: Array,
    accelerator_package_power_w: Array,
    junction_to_coolant_resistance_k_per_w: Array,
    coolant_temperature_rise_k: Array,
    loop_interface_drop_k: Array,
    sink_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
    fin_conductivity_w_per_m_k: Array,
    fin_thickness_m: Array,
    fin_half_width_m: Array,
    coolant_film_conductance_w_per_m2_k: Array,
) -> Array:
    """Radiator area that one more kelvin at the chip saves, for the same heat. [m2/K]

    −dA/dT_chip = A(T_chip − ½ K) − A(T_chip + ½ K), all along the chain: a hotter chip warms loop, root and fin in turn, and
    a warmer fin is a little less efficient. Refuses as the area does.
    Source: difference of the chip-limited area.
    Check: area_saved_by_chip_degree_m2_per_k(150e3, 358, 1200, 0.03, 10, 5, 215, 0.85, 2, 167, 5e-4, 0.05, 500) = 2.975 (0.1%)
    """
    rest = (
        accelerator_package_power_w, junction_to_coolant_resistance_k_per_w, coolant_temperature_rise_k,
        loop_interface_drop_k, sink_temperature_k, radiator_emissivity_frac, radiating_faces_count,
        fin_conductivity_w_per_m_k, fin_thickness_m, fin_half_width_m, coolant_film_conductance_w_per_m2_k,
    )  # fmt: skip
    cooler, hotter = accelerator_junction_temperature_k - 0.5, accelerator_junction_temperature_k + 0.5
    return chip_limited_radiator_area_m2(waste_heat_w, cooler, *rest) - chip_limited_radiator_area_m2(waste_heat_w, hotter, *rest)


def mass_saved_by_chip_degree_kg_per_k(
    area_saved_by_chip_degree_m2_per_k: Array, radiator_areal_mass_kg_per_m2: Array, loop_equipment_share_frac: Array
) -> Array:
    """Radiator mass that one more kelvin at the chip saves, for the same heat. [kg/K]

    −dm/dT_chip = ρ_A (1 + loop's share) · (−dA/dT_chip).
    Source: definition of areal mass.
    Check: mass_saved_by_chip_degree_kg_per_k(3, 8, 0.1) = 26.4 (0.01%)
    """
    return area_saved_by_chip_degree_m2_per_k * radiator_areal_mass_kg_per_m2 * (1 + loop_equipment_share_frac)


def implied_junction_temperature_k(
    waste_heat_w: Array,
    radiator_area_m2: Array,
    accelerator_package_power_w: Array,
    junction_to_coolant_resistance_k_per_w: Array,
    coolant_temperature_rise_k: Array,
    loop_interface_drop_k: Array,
    sink_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
    fin_conductivity_w_per_m_k: Array,
    fin_thickness_m: Array,
    fin_half_width_m: Array,
    coolant_film_conductance_w_per_m2_k: Array,
) -> Array:
    """Temperature that chips would have to bear for a stated radiator to shed their heat. [K]

    The chain read upwards: q = Q / A, T_root⁴ = T_sink⁴ + q / (η n ε σ), T_loop = T_root + q / h, T_junction = T_loop + drop
    − ΔT/2 + P R, with η at T_loop by repetition. Fins above half efficiency.
    Source: the chain's own steps; [S035] prints 110 m2 for 150 kW.
    Check: implied_junction_temperature_k(150e3, 207.9, 1200, 0.03, 10, 5, 215, 0.85, 2, 167, 5e-4, 0.05, 500) = 358 (0.01%)
    """
    flux = waste_heat_w / radiator_area_m2
    faces = (radiator_emissivity_frac, radiating_faces_count)
    emission = radiating_faces_count * radiator_emissivity_frac * STEFAN_BOLTZMANN_W_PER_M2_K4
    loop = (sink_temperature_k**4 + flux / emission) ** 0.25
    for _ in range(_FIXED_POINT_STEPS):
        fin = fin_efficiency_frac(loop, *faces, fin_conductivity_w_per_m_k, fin_thickness_m, fin_half_width_m)
        root = (sink_temperature_k**4 + flux / (fin * emission)) ** 0.25
        loop = root + flux / coolant_film_conductance_w_per_m2_k
    inlet = loop + loop_interface_drop_k - coolant_temperature_rise_k / 2
    return inlet + accelerator_package_power_w * junction_to_coolant_resistance_k_per_w
