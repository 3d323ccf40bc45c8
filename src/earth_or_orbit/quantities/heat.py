"""Heat leaves a spacecraft by radiation alone: radiators, what falls on them, and what they weigh."""

import numpy as np

from earth_or_orbit.constants import STEFAN_BOLTZMANN_W_PER_M2_K4, W_PER_KW, Array


def one_side_emission_w_per_m2(radiator_temperature_k: Array, radiator_emissivity_frac: Array) -> Array:
    """Heat that one face of a radiator emits, whatever it sees. [W/m2]

    q = ε σ T⁴.
    Source: Stefan–Boltzmann law, σ from [codata-2018].
    Check: one_side_emission_w_per_m2(293.15, 0.92) = 385.24 (0.02%)
    """
    return radiator_emissivity_frac * STEFAN_BOLTZMANN_W_PER_M2_K4 * radiator_temperature_k**4


def gross_emission_w_per_m2(
    radiator_temperature_k: Array, radiator_emissivity_frac: Array, radiating_faces_count: Array
) -> Array:
    """Heat that all faces of a radiator emit, per planform area. [W/m2]

    q = n ε σ T⁴. Nothing absorbed is taken off.
    Source: [S090] page 9.
    Check: gross_emission_w_per_m2(293.15, 0.92, 2) = 770.48 (0.02%)
    """
    return radiating_faces_count * one_side_emission_w_per_m2(radiator_temperature_k, radiator_emissivity_frac)


def radiator_flux_w_per_m2(
    radiator_temperature_k: Array,
    sink_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
) -> Array:
    """Net heat that a flat radiator rejects per planform area. [W/m2]

    q = n ε σ (T⁴ − T_sink⁴). Valid for T > T_sink: scalars below it raise ValueError, in an array they become nan.
    Source: [hausfather-code] radiator model.
    Check: radiator_flux_w_per_m2(320, 250, 0.9, 2) = 671.5 (0.1%)
    """
    excess_k4 = _excess_fourth_power_k4(radiator_temperature_k, sink_temperature_k)
    return radiating_faces_count * radiator_emissivity_frac * STEFAN_BOLTZMANN_W_PER_M2_K4 * excess_k4


def radiator_area_m2(
    waste_heat_w: Array,
    radiator_temperature_k: Array,
    sink_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
) -> Array:
    """Planform area of a flat radiator that rejects the waste heat by radiation alone. [m2]

    A = Q / (n ε σ (T⁴ − T_sink⁴)). Valid for T > T_sink: a scalar below it is refused where it enters, a draw becomes
    nan and is counted; no fin efficiency. Arrays broadcast over draws.
    Source: [hausfather-code] radiator model.
    Check: radiator_area_m2(1e6, 320, 250, 0.90, 2) = 1489 (0.1%)
    """
    return waste_heat_w / radiator_flux_w_per_m2(
        radiator_temperature_k, sink_temperature_k, radiator_emissivity_frac, radiating_faces_count
    )


def radiator_heat_w(
    radiator_area_m2: Array,
    radiator_temperature_k: Array,
    sink_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
) -> Array:
    """Heat that a radiator of known planform area rejects. [W]

    Q = A n ε σ (T⁴ − T_sink⁴). Valid for T > T_sink: scalars below it raise ValueError, in an array they become nan.
    Source: the radiator's flux, per planform area.
    Check: radiator_heat_w(1489, 320, 250, 0.90, 2) = 1e6 (0.1%)
    """
    return radiator_area_m2 * radiator_flux_w_per_m2(
        radiator_temperature_k, sink_temperature_k, radiator_emissivity_frac, radiating_faces_count
    )


def required_radiator_temperature_k(
    waste_heat_w: Array,
    radiator_area_m2: Array,
    sink_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
) -> Array:
    """Mean radiating temperature at which a known area rejects a known heat. [K]

    T = (Q / (A n ε σ) + T_sink⁴)^¼. Any heat from zero.
    Source: inverse of the radiator's area; [S035] prints 110 m2 for 150 kW.
    Check: required_radiator_temperature_k(150e3, 110, 0, 0.85, 2) = 344.9 (0.02%)
    """
    return implied_radiator_temperature_k(
        waste_heat_w / radiator_area_m2, sink_temperature_k, radiator_emissivity_frac, radiating_faces_count
    )


def loop_radiating_temperature_k(
    loop_inlet_temperature_k: Array, loop_outlet_temperature_k: Array, sink_temperature_k: Array
) -> Array:
    """Mean radiating temperature of a radiator whose coolant cools on the way through it. [K]

    T⁴ = T_sink⁴ + (T_in − T_out) / ∫ dT / (T⁴ − T_sink⁴): each part of the panel cools the coolant in proportion to what
    it radiates, so the cold end takes most of the area. Film and fin drops are not in it. T_in > T_out > T_sink: scalars
    that are not raise ValueError, in an array they become nan.
    Source: heat balance along the coolant; [S177] for the space station's ammonia, 2.8 °C in and a goal of −40 °C out.
    Check: loop_radiating_temperature_k(275.95, 233.15, 222) = 249.06 (0.01%)
    Check: loop_radiating_temperature_k(300, 200, 0) = 241.66 (0.01%)
    """
    _excess_fourth_power_k4(loop_outlet_temperature_k, sink_temperature_k)
    _excess_fourth_power_k4(loop_inlet_temperature_k, loop_outlet_temperature_k)
    hot, cold = loop_inlet_temperature_k, loop_outlet_temperature_k
    sink = np.maximum(sink_temperature_k, 1)  # the closed form divides by the sink; 1 K is as cold as 0 K to 1e-9
    with np.errstate(invalid="ignore"):
        logs = np.log((hot - sink) * (cold + sink) / ((hot + sink) * (cold - sink))) / 2
    along_k3 = (logs - np.arctan(hot / sink) + np.arctan(cold / sink)) / (2 * sink**3)
    mean_excess_k4 = np.where(hot > cold, (hot - cold) / along_k3, np.nan)[()]
    return (sink_temperature_k**4 + mean_excess_k4) ** 0.25


def radiating_surface_m2(
    waste_heat_w: Array, radiator_temperature_k: Array, sink_temperature_k: Array, radiator_emissivity_frac: Array
) -> Array:
    """Emitting surface that the waste heat needs, every radiating face counted. [m2]

    A = Q / (ε σ (T⁴ − T_sink⁴)): a panel that radiates from both faces has half of it as planform. T > T_sink.
    Source: [arxiv-2607-14172].
    Check: radiating_surface_m2(40e3, 370, 0, 1) = 37.6 (0.2%)
    """
    return radiator_area_m2(waste_heat_w, radiator_temperature_k, sink_temperature_k, radiator_emissivity_frac, 1)


def loaded_radiator_area_m2(
    waste_heat_w: Array,
    radiator_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
    absorbed_load_w_per_m2: Array,
) -> Array:
    """Planform area of a radiator that also has to re-emit what falls on it. [m2]

    A = Q / (n ε σ T⁴ − q_absorbed), the load per planform area. Valid where it emits more than it absorbs: scalars that
    do not raise ValueError, in an array they become nan.
    Source: [ieee-heat], whose three areas it fits.
    Check: loaded_radiator_area_m2(700, 293.15, 0.85, 1, 100) = 2.735 (0.1%)
    """
    net = gross_emission_w_per_m2(radiator_temperature_k, radiator_emissivity_frac, radiating_faces_count)
    net = net - absorbed_load_w_per_m2
    if np.ndim(net) == 0 and net <= 0:
        raise ValueError(
            f"radiator_temperature_k is {radiator_temperature_k:g}; it must be hotter to emit more than the "
            f"{absorbed_load_w_per_m2:g} W/m2 that falls on it"
        )
    return waste_heat_w / np.where(net > 0, net, np.nan)[()]


def implied_radiator_temperature_k(
    radiator_flux_w_per_m2: Array,
    sink_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
) -> Array:
    """Temperature at which a radiator rejects a stated flux per planform area. [K]

    T = (q / (n ε σ) + T_sink⁴)^¼. Any flux from zero.
    Source: inverse of the radiator's flux.
    Check: implied_radiator_temperature_k(1400, 0, 0.85, 2) = 347.15 (0.02%)
    """
    emitted = radiator_flux_w_per_m2 / (radiating_faces_count * radiator_emissivity_frac * STEFAN_BOLTZMANN_W_PER_M2_K4)
    return (emitted + sink_temperature_k**4) ** 0.25


def mean_radiator_flux_w_per_m2(waste_heat_w: Array, radiator_area_m2: Array) -> Array:
    """Heat rejected per planform area of a radiator whose heat and area are known. [W/m2]

    q = Q / A.
    Source: definition.
    Check: mean_radiator_flux_w_per_m2(40e3, 80) = 500 (0%)
    """
    return waste_heat_w / radiator_area_m2


def radiator_area_from_flux_m2(waste_heat_w: Array, radiator_flux_w_per_m2: Array) -> Array:
    """Planform area of a radiator whose heat and flux are known. [m2]

    A = Q / q.
    Source: definition.
    Check: radiator_area_from_flux_m2(154e3, 1400) = 110 (0%)
    """
    return waste_heat_w / radiator_flux_w_per_m2


def bus_heat_flux_w_per_m2(it_power_w: Array, power_overhead_ratio: Array, radiator_area_m2: Array) -> Array:
    """Heat rejected per planform area when the whole bus, not the computers alone, is cooled. [W/m2]

    q = P_IT × (bus power / IT power) / A.
    Source: [S160].
    Check: bus_heat_flux_w_per_m2(1e6, 1.25, 2500) = 500 (0%)
    """
    return it_power_w * power_overhead_ratio / radiator_area_m2


def radiator_planform_area_m2(panel_length_m: Array, panel_width_m: Array, radiators_count: Array) -> Array:
    """Planform area of a set of equal rectangular radiators, one face counted. [m2]

    A = N L W.
    Source: definition.
    Check: radiator_planform_area_m2(23.3, 3.4, 6) = 475.3 (0.01%)
    """
    return radiators_count * panel_length_m * panel_width_m


def planform_heat_flux_w_per_m2(
    waste_heat_w: Array, panel_length_m: Array, panel_width_m: Array, radiators_count: Array
) -> Array:
    """Heat rejected per planform area by a set of equal rectangular radiators. [W/m2]

    q = Q / (N L W); panels that radiate from both faces are counted once.
    Source: [S177].
    Check: planform_heat_flux_w_per_m2(70e3, 23.3, 3.4, 6) = 147.3 (0.1%)
    """
    return waste_heat_w / radiator_planform_area_m2(panel_length_m, panel_width_m, radiators_count)


def radiator_mass_kg_per_kw(
    radiator_temperature_k: Array,
    sink_temperature_k: Array,
    radiator_emissivity_frac: Array,
    radiating_faces_count: Array,
    radiator_areal_mass_kg_per_m2: Array,
    waste_heat_frac: Array,
    thermal_system_overhead_ratio: Array,
) -> Array:
    """Mass of the radiators and their loops per kW of IT power. [kg/kW]

    m = (ρ_A / q) × (heat / IT power) × (loop and radiator mass / radiator mass). All IT power becomes heat, so that the
    waste heat fraction is 1 in our own use; a published 0.75 is reproduced only as published. T > T_sink.
    Source: [hausfather-code] radiator model.
    Check: radiator_mass_kg_per_kw(320, 250, 0.9, 2, 8, 0.75, 1.4) = 12.51 (0.1%)
    """
    flux = radiator_flux_w_per_m2(radiator_temperature_k, sink_temperature_k, radiator_emissivity_frac, radiating_faces_count)
    return radiator_areal_mass_kg_per_m2 / flux * waste_heat_frac * thermal_system_overhead_ratio * W_PER_KW


def radiator_specific_mass_kg_per_kw(radiator_unit_mass_kg: Array, radiators_count: Array, waste_heat_w: Array) -> Array:
    """Mass of a set of equal radiators per kW of heat that the set rejects. [kg/kW]

    m = N m₁ / Q.
    Source: [S177].
    Check: radiator_specific_mass_kg_per_kw(1122, 6, 70e3) = 96.17 (0.01%)
    """
    return radiator_unit_mass_kg * radiators_count / waste_heat_w * W_PER_KW


def panel_areal_mass_kg_per_m2(radiator_unit_mass_kg: Array, panel_length_m: Array, panel_width_m: Array) -> Array:
    """Mass of one radiator per m2 of its panel. [kg/m2]

    m'' = m₁ / (L W).
    Source: [S177].
    Check: panel_areal_mass_kg_per_m2(1122, 23.3, 3.4) = 14.163 (0.01%)
    """
    return radiator_unit_mass_kg / (panel_length_m * panel_width_m)


def radiator_panel_mass_kg(radiator_area_m2: Array, radiator_areal_mass_kg_per_m2: Array) -> Array:
    """Mass of a radiator of known planform area and areal mass. [kg]

    m = A ρ_A.
    Source: definition of areal mass.
    Check: radiator_panel_mass_kg(79.22, 14.163) = 1122 (0.01%)
    """
    return radiator_area_m2 * radiator_areal_mass_kg_per_m2


def heat_pump_power_share_frac(
    cold_temperature_k: Array, hot_temperature_k: Array, waste_heat_frac: Array, second_law_efficiency_frac: Array
) -> Array:
    """Power of a heat pump that lifts the waste heat to a hotter radiator, per IT power. [frac]

    w = (heat / IT power) × (T_hot − T_cold) / T_cold / η_II: the share of the reversed Carnot cycle that is reached.
    Valid for T_hot ≥ T_cold; the pump's own power then leaves through the radiator too.
    Source: [hausfather-code] heat-pump option.
    Check: heat_pump_power_share_frac(330, 500, 0.75, 0.5) = 0.7727 (0.01%)
    """
    carnot_frac = (hot_temperature_k - cold_temperature_k) / cold_temperature_k
    return waste_heat_frac * carnot_frac / second_law_efficiency_frac


def absorbed_sun_w_per_m2(solar_absorptivity_frac: Array, solar_irradiance_w_per_m2: Array) -> Array:
    """Sunlight absorbed by a face square onto the Sun. [W/m2]

    q = α S.
    Source: [S090] page 9.
    Check: absorbed_sun_w_per_m2(0.09, 1366) = 122.94 (0%)
    """
    return solar_absorptivity_frac * solar_irradiance_w_per_m2


def absorbed_from_earth_w_per_m2(
    solar_absorptivity_frac: Array,
    infrared_absorptivity_frac: Array,
    earth_view_factor_frac: Array,
    earth_albedo_frac: Array,
    solar_irradiance_w_per_m2: Array,
    earth_temperature_k: Array,
    earth_facing_faces_count: Array,
) -> Array:
    """Reflected sunlight and infrared that faces absorb from the Earth, per planform area. [W/m2]

    q = n_earth F (α_sun a S + α_ir σ T_earth⁴), F of each face. Two absorptivities, since a surface that is white in
    sunlight is nearly black in the infrared (α_ir = ε). The albedo term is that of the sunlit side, so a worst case.
    Source: [S090] page 9, which sets α_ir = α_sun and lets one face see the Earth.
    Check: absorbed_from_earth_w_per_m2(0.09, 0.09, 0.25, 0.3, 1366, 253.15, 1) = 14.46 (0.1%)
    Check: absorbed_from_earth_w_per_m2(0.09, 0.92, 0.25, 0.3, 1366, 253.15, 1) = 62.8 (0.1%)
    """
    reflected = solar_absorptivity_frac * earth_albedo_frac * solar_irradiance_w_per_m2
    infrared = infrared_absorptivity_frac * STEFAN_BOLTZMANN_W_PER_M2_K4 * earth_temperature_k**4
    return earth_facing_faces_count * earth_view_factor_frac * (reflected + infrared)


def net_radiator_capacity_w_per_m2(
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
    """Heat left for rejection per planform area once the Sun and the Earth have had their part. [W/m2]

    q = n ε σ T⁴ − q_earth − n_sun α_sun S. Negative where it absorbs more. With the infrared absorbed as it is emitted
    and a face edge-on to the Earth seeing 0.25 of it, one face or both leave 585 or 522 W/m2 of the paper's 633.
    Source: [S090] page 9, one face to the Sun and one to the Earth; it sets the infrared absorptivity to the solar one.
    Check: net_radiator_capacity_w_per_m2(293.15, 0.92, 2, 0.09, 0.09, 0.25, 0.3, 1366, 253.15, 1, 1) = 633.08 (0.02%)
    Check: net_radiator_capacity_w_per_m2(293.15, 0.92, 2, 0.09, 0.92, 0.25, 0.3, 1366, 253.15, 1, 1) = 584.8 (0.02%)
    Check: net_radiator_capacity_w_per_m2(293.15, 0.92, 2, 0.09, 0.92, 0.25, 0.3, 1366, 253.15, 2, 1) = 522.0 (0.02%)
    """
    emitted = gross_emission_w_per_m2(radiator_temperature_k, radiator_emissivity_frac, radiating_faces_count)
    from_earth = absorbed_from_earth_w_per_m2(
        solar_absorptivity_frac,
        infrared_absorptivity_frac,
        earth_view_factor_frac,
        earth_albedo_frac,
        solar_irradiance_w_per_m2,
        earth_temperature_k,
        earth_facing_faces_count,
    )
    from_sun = sun_facing_faces_count * absorbed_sun_w_per_m2(solar_absorptivity_frac, solar_irradiance_w_per_m2)
    return emitted - from_earth - from_sun


def equilibrium_temperature_k(
    absorbed_load_w_per_m2: Array, radiator_emissivity_frac: Array, radiating_faces_count: Array
) -> Array:
    """Temperature at which a plate emits just what it absorbs per planform area. [K]

    T = (q / (n ε σ))^¼. Loads from zero.
    Source: Stefan–Boltzmann law.
    Check: equilibrium_temperature_k(1361, 1, 2) = 330.98 (0.02%)
    """
    return implied_radiator_temperature_k(absorbed_load_w_per_m2, 0, radiator_emissivity_frac, radiating_faces_count)


def _excess_fourth_power_k4(radiator_temperature_k: Array, sink_temperature_k: Array) -> Array:
    """T⁴ − T_sink⁴, refused (scalars) or nan (arrays) where the sink is as hot as the radiator."""
    excess = radiator_temperature_k**4 - sink_temperature_k**4
    if np.ndim(excess) == 0:
        if not radiator_temperature_k > sink_temperature_k:
            raise ValueError(
                f"radiator_temperature_k is {radiator_temperature_k:g}; it must exceed sink_temperature_k, "
                f"{sink_temperature_k:g}, or no heat leaves"
            )
        return excess
    return np.where(excess > 0, excess, np.nan)
