"""Radiators and the plates beside them as other studies size them: fins, loops, overheads, a planform, what shines on them.

Bare formulas: no facility wires this module; the project's own radiator stands in heat.py and heat_chain.py.
"""

import numpy as np

from earth_or_orbit.constants import STEFAN_BOLTZMANN_W_PER_M2_K4, Array
from earth_or_orbit.quantities.view_factors import edge_on_earth_view_factor_frac, nadir_earth_view_factor_frac


def finned_flux_w_per_m2(
    radiator_temperature_k: Array,
    sink_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
    fin_efficiency_frac: Array,
) -> Array:
    """Net heat per planform area of a radiator whose fins fall short of the root's temperature. [W/m2]

    q = η_fin n ε σ (T⁴ − T_sink⁴), T at the root. A scalar T below the sink raises ValueError, in an array it is nan.
    Source: definition of the fin efficiency, taken for the net flux.
    Check: finned_flux_w_per_m2(330, 220, 0.9, 2, 0.85) = 825.6 (0.1%)
    """
    emissivity = fin_efficiency_frac * radiating_faces_count * radiator_emissivity_frac
    return emissivity * STEFAN_BOLTZMANN_W_PER_M2_K4 * _excess_k4(radiator_temperature_k, sink_temperature_k)


def finned_area_m2(
    waste_heat_w: Array,
    radiator_temperature_k: Array,
    sink_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
    fin_efficiency_frac: Array,
) -> Array:
    """Planform area of a radiator with a fin efficiency. [m2]

    A = Q / (η_fin n ε σ (T⁴ − T_sink⁴)), T at the root and above the sink.
    Source: definition of the fin efficiency.
    Check: finned_area_m2(100e3, 330, 220, 0.9, 2, 0.85) = 121.12 (0.1%)
    """
    radiator = radiator_temperature_k, sink_temperature_k, radiator_emissivity_frac, radiating_faces_count
    return waste_heat_w / finned_flux_w_per_m2(*radiator, fin_efficiency_frac)


def bus_radiator_area_m2(
    it_power_w: Array,
    power_overhead_ratio: Array,
    radiator_temperature_k: Array,
    sink_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
) -> Array:
    """Planform area of a radiator that cools the whole bus, the computers and what serves them. [m2]

    A = P_IT × overhead / (n ε σ (T⁴ − T_sink⁴)). T above the sink.
    Source: all power becomes heat.
    Check: bus_radiator_area_m2(100e3, 1.2, 330, 220, 0.9, 2) = 123.54 (0.1%)
    """
    radiator = radiator_temperature_k, sink_temperature_k, radiator_emissivity_frac, radiating_faces_count
    return finned_area_m2(it_power_w * power_overhead_ratio, *radiator, 1)


def bus_heat_w(it_power_w: Array, power_overhead_ratio: Array) -> Array:
    """Heat of the whole bus. [W]

    Q = P_IT × overhead.
    Source: all power becomes heat.
    Check: bus_heat_w(1e6, 1.25) = 1.25e6 (0%)
    """
    return it_power_w * power_overhead_ratio


def bus_area_of_flux_m2(it_power_w: Array, power_overhead_ratio: Array, radiator_flux_w_per_m2: Array) -> Array:
    """Planform area of a radiator of known flux that cools the whole bus. [m2]

    A = P_IT × overhead / q.
    Source: all power becomes heat.
    Check: bus_area_of_flux_m2(1e6, 1.25, 500) = 2500 (0%)
    """
    return it_power_w * power_overhead_ratio / radiator_flux_w_per_m2


def heat_per_mass_w_per_kg(waste_heat_w: Array, radiator_mass_total_kg: Array) -> Array:
    """Heat that a radiator rejects per kg. [W/kg]

    p = Q / m.
    Source: definition.
    Check: heat_per_mass_w_per_kg(20e3, 1000) = 20 (0%)
    """
    return waste_heat_w / radiator_mass_total_kg


def radiator_mass_of_heat_kg(
    waste_heat_w: Array,
    radiator_temperature_k: Array,
    sink_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
    radiator_areal_mass_kg_per_m2: Array,
) -> Array:
    """Mass of the radiator that rejects a heat. [kg]

    m = ρ_A Q / (n ε σ (T⁴ − T_sink⁴)). T above the sink.
    Source: definition of areal mass.
    Check: radiator_mass_of_heat_kg(50e3, 330, 250, 0.9, 2, 5) = 308 (0.1%)
    """
    radiator = radiator_temperature_k, sink_temperature_k, radiator_emissivity_frac, radiating_faces_count
    return radiator_areal_mass_kg_per_m2 * finned_area_m2(waste_heat_w, *radiator, 1)


def radiators_mass_kg(radiator_unit_mass_kg: Array, radiators_count: Array) -> Array:
    """Mass of equal radiators together. [kg]

    m = N m₁.
    Source: definition.
    Check: radiators_mass_kg(1122, 6) = 6732 (0%)
    """
    return radiator_unit_mass_kg * radiators_count


def cooling_performance_ratio(cold_temperature_k: Array, hot_temperature_k: Array, second_law_efficiency_frac: Array) -> Array:
    """Heat that a heat pump lifts per power that it takes. [ratio]

    COP = η_II T_cold / (T_hot − T_cold). T_hot above T_cold.
    Source: reversed Carnot cycle.
    Check: cooling_performance_ratio(310, 400, 0.5) = 1.722 (0.1%)
    """
    return second_law_efficiency_frac * cold_temperature_k / (hot_temperature_k - cold_temperature_k)


def two_faced_area_m2(
    waste_heat_w: Array, radiator_temperature_k: Array, sink_temperature_k: Array, radiator_emissivity_frac: Array
) -> Array:
    """Planform area of a panel that radiates from both faces. [m2]

    A = Q / (2 ε σ (T⁴ − T_sink⁴)). T above the sink.
    Source: Stefan–Boltzmann law.
    Check: two_faced_area_m2(40e3, 370, 0, 1) = 18.82 (0.1%)
    """
    return finned_area_m2(waste_heat_w, radiator_temperature_k, sink_temperature_k, radiator_emissivity_frac, 2, 1)


def loop_flux_w_per_m2(
    loop_inlet_temperature_k: Array,
    loop_outlet_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
) -> Array:
    """Mean heat per planform area to an empty sky of a radiator whose coolant cools on the way. [W/m2]

    q = 3 n ε σ (T_in − T_out) / (1/T_out³ − 1/T_in³): each part cools the coolant by what it radiates. T_in > T_out: a
    scalar that is not raises ValueError, in an array it is nan.
    Source: heat balance along the coolant.
    Check: loop_flux_w_per_m2(300, 200, 1, 1) = 193.4 (0.1%)
    """
    _excess_k4(loop_inlet_temperature_k, loop_outlet_temperature_k)
    emissivity = radiating_faces_count * radiator_emissivity_frac * STEFAN_BOLTZMANN_W_PER_M2_K4
    cooled_k = 3 * (loop_inlet_temperature_k - loop_outlet_temperature_k)  # structure: the integral of T⁻⁴ is a third of T⁻³
    return emissivity * cooled_k / (1 / loop_outlet_temperature_k**3 - 1 / loop_inlet_temperature_k**3)


def net_capacity_area_m2(
    waste_heat_w: Array,
    radiator_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
    solar_absorptivity_frac: Array,
    infrared_absorptivity_frac: Array,
    earth_view_factor_frac: Array,
    earth_albedo_frac: Array,
    solar_irradiance_w_per_m2: Array,
    earth_temperature_k: Array,
    earth_facing_faces_count: Array,
    sun_facing_faces_count: Array,
) -> Array:
    """Planform area that rejects a heat beside what it absorbs from the Sun and the Earth. [m2]

    A = Q / (n ε σ T⁴ − n_earth F (α_sun a S + α_ir σ T_earth⁴) − n_sun α_sun S). Nan where it absorbs more than it emits.
    Source: [S090] page 9 for the terms.
    Check: net_capacity_area_m2(5e9, 293.15, 0.92, 2, 0.09, 0.09, 0.25, 0.3, 1366, 253.15, 1, 1) = 7.8979e6 (0.01%)
    """
    emitted = radiating_faces_count * radiator_emissivity_frac * STEFAN_BOLTZMANN_W_PER_M2_K4 * radiator_temperature_k**4
    infrared = infrared_absorptivity_frac * STEFAN_BOLTZMANN_W_PER_M2_K4 * earth_temperature_k**4
    reflected = solar_absorptivity_frac * earth_albedo_frac * solar_irradiance_w_per_m2
    from_earth = earth_facing_faces_count * earth_view_factor_frac * (reflected + infrared)
    net = emitted - from_earth - sun_facing_faces_count * solar_absorptivity_frac * solar_irradiance_w_per_m2
    return waste_heat_w / np.where(net > 0, net, np.nan)[()]


def absorbed_sun_of_faces_w_per_m2(
    solar_absorptivity_frac: Array, solar_irradiance_w_per_m2: Array, sun_facing_faces_count: Array
) -> Array:
    """Sunlight absorbed by the faces of a plate that are square onto the Sun or onto a mirror, per planform area. [W/m2]

    q = n_sun α S. The Sun alone lights one face.
    Source: [S090] page 9 for one face.
    Check: absorbed_sun_of_faces_w_per_m2(0.09, 1366, 2) = 245.88 (0.01%)
    """
    return sun_facing_faces_count * solar_absorptivity_frac * solar_irradiance_w_per_m2


def sunlit_net_flux_w_per_m2(
    radiator_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
    solar_absorptivity_frac: Array,
    solar_irradiance_w_per_m2: Array,
    sun_facing_faces_count: Array,
) -> Array:
    """Heat left for rejection per planform area of a plate in sunlight, without the Earth. [W/m2]

    q = n ε σ T⁴ − n_sun α S. Negative where it absorbs more.
    Source: Stefan–Boltzmann law.
    Check: sunlit_net_flux_w_per_m2(300, 0.9, 2, 0.2, 1361, 1) = 554.5 (0.1%)
    """
    emitted = radiating_faces_count * radiator_emissivity_frac * STEFAN_BOLTZMANN_W_PER_M2_K4 * radiator_temperature_k**4
    return emitted - sun_facing_faces_count * solar_absorptivity_frac * solar_irradiance_w_per_m2


def absorbed_of_sun_and_earth_w_per_m2(
    solar_absorptivity_frac: Array,
    infrared_absorptivity_frac: Array,
    earth_view_factor_frac: Array,
    earth_albedo_frac: Array,
    solar_irradiance_w_per_m2: Array,
    earth_temperature_k: Array,
    earth_facing_faces_count: Array,
) -> Array:
    """All that a plate absorbs with one face to the Sun and some to the Earth, per planform area. [W/m2]

    q = α_sun S + n_earth F (α_sun a S + α_ir σ T_earth⁴).
    Source: [S090] page 9 for the terms.
    Check: absorbed_of_sun_and_earth_w_per_m2(0.09, 0.09, 0.25, 0.3, 1366, 253.15, 1) = 137.4 (0.1%)
    """
    infrared = infrared_absorptivity_frac * STEFAN_BOLTZMANN_W_PER_M2_K4 * earth_temperature_k**4
    reflected = solar_absorptivity_frac * earth_albedo_frac * solar_irradiance_w_per_m2
    from_earth = earth_facing_faces_count * earth_view_factor_frac * (reflected + infrared)
    return from_earth + solar_absorptivity_frac * solar_irradiance_w_per_m2


def absorbed_sun_at_angle_w_per_m2(
    solar_absorptivity_frac: Array, solar_irradiance_w_per_m2: Array, sun_incidence_deg: Array
) -> Array:
    """Sunlight absorbed by a face at an angle between its normal and the Sun, up to 90°. [W/m2]

    q = α S cos θ.
    Source: geometry.
    Check: absorbed_sun_at_angle_w_per_m2(0.3, 1361, 60) = 204.15 (0.01%)
    """
    square_on = solar_absorptivity_frac * solar_irradiance_w_per_m2
    return square_on * np.maximum(np.cos(np.deg2rad(sun_incidence_deg)), 0)


def one_face_flux_w_per_m2(radiator_temperature_k: Array, sink_temperature_k: Array, radiator_emissivity_frac: Array) -> Array:
    """Net heat per area of one radiating face. [W/m2]

    q = ε σ (T⁴ − T_sink⁴). T above the sink.
    Source: Stefan–Boltzmann law.
    Check: one_face_flux_w_per_m2(320, 250, 0.9) = 335.8 (0.1%)
    """
    return finned_flux_w_per_m2(radiator_temperature_k, sink_temperature_k, radiator_emissivity_frac, 1, 1)


def face_heat_flux_w_per_m2(waste_heat_w: Array, radiator_area_m2: Array, radiating_faces_count: Array) -> Array:
    """Heat per area of the radiating faces of a radiator of known planform. [W/m2]

    q = Q / (n A).
    Source: definition.
    Check: face_heat_flux_w_per_m2(1e6, 1500, 2) = 333.33 (0.01%)
    """
    return waste_heat_w / (radiating_faces_count * radiator_area_m2)


def rejected_power_w_per_kg(
    radiator_temperature_k: Array,
    sink_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
    radiator_areal_mass_kg_per_m2: Array,
) -> Array:
    """Heat that a radiator rejects per kg. [W/kg]

    p = n ε σ (T⁴ − T_sink⁴) / ρ_A. T above the sink.
    Source: definition.
    Check: rejected_power_w_per_kg(350, 230, 0.9, 2, 5) = 249.2 (0.1%)
    """
    radiator = radiator_temperature_k, sink_temperature_k, radiator_emissivity_frac, radiating_faces_count
    return finned_flux_w_per_m2(*radiator, 1) / radiator_areal_mass_kg_per_m2


def edge_on_infrared_w_per_m2(
    orbit_altitude_km: Array, radiator_emissivity_frac: Array, radiating_faces_count: Array, earth_infrared_w_per_m2: Array
) -> Array:
    """The Earth's infrared that a panel edge-on to it absorbs, per planform area. [W/m2]

    q = n ε F E, F of one face from this height.
    Source: closed form of the view factor.
    Check: edge_on_infrared_w_per_m2(550, 0.9, 2, 237) = 110 (0.1%)
    """
    seen = edge_on_earth_view_factor_frac(orbit_altitude_km)
    return radiating_faces_count * radiator_emissivity_frac * seen * earth_infrared_w_per_m2


def nadir_infrared_w_per_m2(orbit_altitude_km: Array, radiator_emissivity_frac: Array, earth_infrared_w_per_m2: Array) -> Array:
    """The Earth's infrared that a face turned to it absorbs. [W/m2]

    q = ε F E, F = (R/(R + h))².
    Source: closed form of the view factor.
    Check: nadir_infrared_w_per_m2(550, 0.9, 237) = 180.8 (0.1%)
    """
    return radiator_emissivity_frac * nadir_earth_view_factor_frac(orbit_altitude_km) * earth_infrared_w_per_m2


def seen_infrared_w_per_m2(
    earth_view_factor_frac: Array, infrared_absorptivity_frac: Array, earth_infrared_w_per_m2: Array
) -> Array:
    """The Earth's infrared that a face of known view factor absorbs. [W/m2]

    q = ε F E.
    Source: definition of the view factor.
    Check: seen_infrared_w_per_m2(0.25, 0.9, 237) = 53.33 (0.01%)
    """
    return infrared_absorptivity_frac * earth_view_factor_frac * earth_infrared_w_per_m2


def emissive_face_infrared_w_per_m2(
    earth_view_factor_frac: Array, radiator_emissivity_frac: Array, earth_infrared_w_per_m2: Array
) -> Array:
    """The Earth's infrared that a face absorbs as it emits. [W/m2]

    q = ε F E.
    Source: Kirchhoff's law.
    Check: emissive_face_infrared_w_per_m2(0.25, 0.9, 237) = 53.33 (0.01%)
    """
    return seen_infrared_w_per_m2(earth_view_factor_frac, radiator_emissivity_frac, earth_infrared_w_per_m2)


def seen_albedo_w_per_m2(
    earth_view_factor_frac: Array, solar_absorptivity_frac: Array, earth_albedo_frac: Array, solar_irradiance_w_per_m2: Array
) -> Array:
    """Sunlight from the Earth's lit side that a face of known view factor absorbs. [W/m2]

    q = α F a S. Above the point under the Sun, so a worst case.
    Source: [S090] page 9 for the term.
    Check: seen_albedo_w_per_m2(0.25, 0.09, 0.3, 1366) = 9.2205 (0.01%)
    """
    return solar_absorptivity_frac * earth_view_factor_frac * earth_albedo_frac * solar_irradiance_w_per_m2


def _excess_k4(radiator_temperature_k: Array, sink_temperature_k: Array) -> Array:
    """T⁴ − T_sink⁴, refused (scalars) or nan (arrays) where the sink is as hot as the radiator."""
    excess = radiator_temperature_k**4 - sink_temperature_k**4
    if np.ndim(excess) == 0 and not excess > 0:
        raise ValueError(
            f"the radiator's temperature is {radiator_temperature_k:g} K; it must exceed the {sink_temperature_k:g} K "
            "that it is to cool to, or no heat leaves"
        )
    return np.where(excess > 0, excess, np.nan)[()]
