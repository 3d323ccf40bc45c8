"""What a cooling plant is made of, as bare formulas per unit of heat: fans, pumps, a chiller, free cooling, evaporation.

All powers are in W per W of heat. Every argument may be an array; hours of a year stand on the last axis.
"""

import numpy as np

from earth_or_orbit.constants import (
    AIR_DENSITY_KG_PER_M3,
    AIR_HEAT_CAPACITY_J_PER_KG_K,
    J_PER_KWH,
    WATER_DENSITY_KG_PER_M3,
    WATER_HEAT_CAPACITY_J_PER_KG_K,
    WATER_LATENT_HEAT_J_PER_KG,
    Array,
)


def fan_power_ratio(fan_pressure_pa: Array, fan_efficiency_frac: Array, air_rise_k: Array) -> Array:
    """Power of a fan per heat that its air carries away. [ratio]

    fan_power_ratio = fan_pressure_pa / (fan_efficiency_frac · ρ · c · air_rise_k)
    Air at sea level; thin air at 1,800 m takes a quarter more.
    Source: work of a fan on a volume of air; [lei-masanet-inputs].
    Check: fan_power_ratio(500, 0.775, 16.65) = 0.03199 (0.1%)
    """
    return fan_pressure_pa / (fan_efficiency_frac * AIR_DENSITY_KG_PER_M3 * AIR_HEAT_CAPACITY_J_PER_KG_K * air_rise_k)


def pump_power_ratio(pump_pressure_pa: Array, pump_efficiency_frac: Array, water_rise_k: Array) -> Array:
    """Power of a pump per heat that its water carries away. [ratio]

    pump_power_ratio = pump_pressure_pa / (pump_efficiency_frac · ρ · c · water_rise_k)
    Source: work of a pump on a volume of water; [lei-masanet-inputs].
    Check: pump_power_ratio(143650, 0.7, 7.5) = 0.00654 (0.1%)
    """
    heat_per_volume = WATER_DENSITY_KG_PER_M3 * WATER_HEAT_CAPACITY_J_PER_KG_K * water_rise_k
    return pump_pressure_pa / (pump_efficiency_frac * heat_per_volume)


def tower_fan_power_ratio(
    fan_pressure_pa: Array, fan_efficiency_frac: Array, liquid_to_air_ratio: Array, water_rise_k: Array
) -> Array:
    """Power of a cooling tower's fans per heat that its water brings. [ratio]

    tower_fan_power_ratio = fan_pressure_pa / (fan_efficiency_frac · ρ_air · liquid_to_air_ratio · c · water_rise_k)
    The ratio is by mass, water over air.
    Source: work of a fan on the air that meets the water; [lei-masanet-inputs].
    Check: tower_fan_power_ratio(250, 0.775, 2.1, 5) = 0.0061 (0.1%)
    """
    air_kg_per_j = 1 / (liquid_to_air_ratio * WATER_HEAT_CAPACITY_J_PER_KG_K * water_rise_k)
    return fan_pressure_pa / (fan_efficiency_frac * AIR_DENSITY_KG_PER_M3) * air_kg_per_j


def chiller_power_ratio(evaporating_k: Array, condensing_k: Array, carnot_share_frac: Array) -> Array:
    """Power of a chiller per heat that it takes up. [ratio]

    chiller_power_ratio = max(0, condensing_k − evaporating_k) / (carnot_share_frac · evaporating_k)
    Its coefficient of performance is the inverse: a share of Carnot's.
    Source: Carnot's limit.
    Check: chiller_power_ratio(289, 308.4, 0.55) = 0.1220 (0.1%)
    """
    return np.maximum(0.0, condensing_k - evaporating_k) / (carnot_share_frac * evaporating_k)


def free_cooling_frac(supply_k: Array, rise_k: Array, sink_k: Array) -> Array:
    """Share of the heat that the outside takes without a chiller. [frac]

    free_cooling_frac = clip((supply_k + rise_k − sink_k) / rise_k, 0, 1)
    The sink is what the outside brings the returning stream down to: all of it at supply temperature, none at return.
    Source: [lei-masanet-ue] the same rule for an economiser.
    Check: free_cooling_frac(300, 8, [290, 302, 310]) = [1, 0.75, 0] (0.01%)
    """
    return np.clip((supply_k + rise_k - sink_k) / rise_k, 0.0, 1.0)


def fan_flow_frac(supply_k: Array, outside_k: Array, approach_k: Array) -> Array:
    """Share of its full air flow that a tower or a dry cooler needs. [frac]

    fan_flow_frac = min(1, approach_k / (supply_k − outside_k))
    Full where the outside is warmer than supply less approach. Power goes with the cube of the flow.
    Source: heat over air flow and temperature difference; laws of similar fans.
    Check: fan_flow_frac(308, [288, 300, 310], 8) = [0.4, 1, 1] (0.01%)
    """
    left = np.asarray(supply_k - outside_k, dtype=float)
    return np.where(left > approach_k, approach_k / np.maximum(left, approach_k), 1.0)[()]


def precooling_k(dry_bulb_k: Array, wet_bulb_k: Array, wanted_k: Array, pad_effectiveness_frac: Array) -> Array:
    """Degrees by which wetted pads cool the air before it is used. [K]

    precooling_k = min(max(0, wanted_k), pad_effectiveness_frac · (dry_bulb_k − wet_bulb_k))
    Wetted only as far as needed; pads are dry where nothing is wanted.
    Source: definition of the effectiveness of a direct evaporative cooler.
    Check: precooling_k(308, 296, [-5, 4, 20], 0.8) = [0, 4, 9.6] (0.01%)
    """
    return np.minimum(np.maximum(0.0, wanted_k), pad_effectiveness_frac * (dry_bulb_k - wet_bulb_k))


def evaporated_l_per_kwh(latent_heat_ratio: Array) -> Array:
    """Water that evaporates for heat carried away by evaporation. [L/kWh]

    evaporated_l_per_kwh = latent_heat_ratio · 3.6 MJ / latent heat
    Per kWh of that which the ratio is counted on. A litre is taken as a kilogram.
    Source: latent heat of water (constants).
    Check: evaporated_l_per_kwh(1) = 1.4742 (0.1%)
    """
    return latent_heat_ratio * J_PER_KWH / WATER_LATENT_HEAT_J_PER_KG


def drift_l_per_kwh(tower_heat_ratio: Array, water_rise_k: Array, drift_frac: Array) -> Array:
    """Droplets that the air carries out of a tower. [L/kWh]

    drift_l_per_kwh = drift_frac · tower_heat_ratio · 3.6 MJ / (c · water_rise_k)
    Source: definition: a share of the water that goes around.
    Check: drift_l_per_kwh(1, 5, 0.0002) = 0.03442 (0.1%)
    """
    return drift_frac * tower_heat_ratio * J_PER_KWH / (WATER_HEAT_CAPACITY_J_PER_KG_K * water_rise_k)


def blowdown_l_per_kwh(evaporated_l_per_kwh: Array, drift_l_per_kwh: Array, cycles_of_concentration_ratio: Array) -> Array:
    """Water let off so that salts do not gather. [L/kWh]

    blowdown_l_per_kwh = max(0, evaporated_l_per_kwh / (cycles_of_concentration_ratio − 1) − drift_l_per_kwh)
    Cycles above 1: salts of the water in the basin over those of the water supplied.
    Source: balance of salts; [lei-masanet-ue] the same rule.
    Check: blowdown_l_per_kwh(1.4, 0.05, 5) = 0.30 (0.01%)
    """
    return np.maximum(0.0, evaporated_l_per_kwh / (cycles_of_concentration_ratio - 1) - drift_l_per_kwh)


def salts_left_behind_ratio(
    supplied_l_per_kwh: Array, drift_l_per_kwh: Array, blowdown_l_per_kwh: Array, cycles_of_concentration_ratio: Array
) -> Array:
    """Salts that leave with drift and blowdown over those that come with the supply. [ratio]

    salts_left_behind_ratio = cycles_of_concentration_ratio · (drift_l_per_kwh + blowdown_l_per_kwh) / supplied_l_per_kwh
    One in a steady state: what is supplied and neither evaporates nor leaves with salts has leaked.
    Source: conservation of salts, the second way to the same supply.
    Check: salts_left_behind_ratio(1.75, 0.05, 0.30, 5) = 1 (0.01%)
    """
    return cycles_of_concentration_ratio * (drift_l_per_kwh + blowdown_l_per_kwh) / supplied_l_per_kwh


def water_balance_residual_ratio(supplied_m3: Array, evaporated_m3: Array, drift_m3: Array, returned_m3: Array) -> Array:
    """Water supplied that neither evaporates, drifts nor returns, as a share of the supply. [ratio]

    water_balance_residual_ratio = (supplied_m3 − evaporated_m3 − drift_m3 − returned_m3) / supplied_m3
    Zero in a steady state; a leak shows as its share.
    Source: conservation of water.
    Check: water_balance_residual_ratio(2.814, 0.783, 0, 2.031) = 0 (0.01%)
    """
    return (supplied_m3 - evaporated_m3 - drift_m3 - returned_m3) / supplied_m3
