"""Chillers, fans and pumps of a campus's cooling design, hour by hour, and the overhead of its year.

Hours stand on the last axis (site_climate). All powers are in W per W of cooling load.
"""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import Array
from earth_or_orbit.quantities import cooling_parts as parts

DRY = ["closed_loop", "adiabatic", "warm_water"]


def _by_hour(value: Array) -> np.ndarray:
    """A value per draw, ready to stand beside hours on the last axis."""
    return np.asarray(value, dtype=float)[..., None]


def _dry_chiller(
    outside: Array, supply: Array, rise: Array, approach: Array, evaporator: Array, condenser: Array, share: Array
) -> Array:
    """Chiller power per heat of a loop whose heat leaves through dry coolers. [ratio]"""
    supply, rise, approach = _by_hour(supply), _by_hour(rise), _by_hour(approach)
    left = 1 - parts.free_cooling_frac(supply, rise, outside + approach)
    return left * parts.chiller_power_ratio(supply - _by_hour(evaporator), outside + _by_hour(condenser), _by_hour(share))


@config.when_in(cooling_design=DRY)
def liquid_loop_chiller_by_hour_ratio(
    climate_dry_bulb_k: Array,
    liquid_loop_precooling_by_hour_k: Array,
    liquid_loop_supply_k: Array,
    facility_water_rise_k: Array,
    dry_cooler_approach_k: Array,
    chiller_evaporator_approach_k: Array,
    chiller_air_condenser_approach_k: Array,
    chiller_carnot_share_frac: Array,
) -> Array:
    """Chiller power per heat of the racks' loop. [ratio]

    liquid_loop_chiller_by_hour_ratio = (1 − free cooling) · chiller_power_ratio
    Source: Carnot's limit and its share; free cooling by dry coolers.
    Check: liquid_loop_chiller_by_hour_ratio([290, 308], 0, 305, 8, 8, 2, 12, 0.55) = [0, 0.1020] (0.1%)
    """
    return _dry_chiller(
        climate_dry_bulb_k - liquid_loop_precooling_by_hour_k, liquid_loop_supply_k, facility_water_rise_k,
        dry_cooler_approach_k, chiller_evaporator_approach_k, chiller_air_condenser_approach_k, chiller_carnot_share_frac,
    )  # fmt: skip


@config.when_in(cooling_design=DRY)
def air_loop_chiller_by_hour_ratio__dry(
    climate_dry_bulb_k: Array,
    air_loop_precooling_by_hour_k: Array,
    air_loop_supply_k: Array,
    facility_water_rise_k: Array,
    dry_cooler_approach_k: Array,
    chiller_evaporator_approach_k: Array,
    chiller_air_condenser_approach_k: Array,
    chiller_carnot_share_frac: Array,
) -> Array:
    """Chiller power per heat of the loop that cools the room's air, through dry coolers. [ratio]

    air_loop_chiller_by_hour_ratio = (1 − free cooling) · chiller_power_ratio
    Source: Carnot's limit and its share; free cooling by dry coolers.
    Check: air_loop_chiller_by_hour_ratio__dry([280, 308], 0, 300, 8, 8, 2, 12, 0.55) = [0, 0.1342] (0.1%)
    """
    return _dry_chiller(
        climate_dry_bulb_k - air_loop_precooling_by_hour_k, air_loop_supply_k, facility_water_rise_k, dry_cooler_approach_k,
        chiller_evaporator_approach_k, chiller_air_condenser_approach_k, chiller_carnot_share_frac,
    )  # fmt: skip


@config.when(cooling_design="evaporative_tower")
def air_loop_chiller_by_hour_ratio__tower(
    climate_wet_bulb_k: Array,
    air_loop_supply_k: Array,
    facility_water_rise_k: Array,
    tower_approach_k: Array,
    economiser_exchanger_approach_k: Array,
    tower_water_range_k: Array,
    chiller_evaporator_approach_k: Array,
    chiller_water_condenser_approach_k: Array,
    chiller_carnot_share_frac: Array,
) -> Array:
    """Chiller power per heat where towers carry it away. [ratio]

    air_loop_chiller_by_hour_ratio = (1 − free cooling at wet bulb + approaches) · chiller_power_ratio
    The chiller condenses above the warm end of the tower's water.
    Source: Carnot's limit and its share; [lei-masanet-ue] the same economiser.
    Check: air_loop_chiller_by_hour_ratio__tower([285, 299], 300, 7.5, 4.75, 2.25, 5, 2, 2, 0.55) = [0, 0.06223] (0.1%)
    """
    supply, approach = _by_hour(air_loop_supply_k), _by_hour(tower_approach_k)
    sink = climate_wet_bulb_k + approach + _by_hour(economiser_exchanger_approach_k)
    left = 1 - parts.free_cooling_frac(supply, _by_hour(facility_water_rise_k), sink)
    condensing = climate_wet_bulb_k + approach + _by_hour(tower_water_range_k + chiller_water_condenser_approach_k)
    evaporating = supply - _by_hour(chiller_evaporator_approach_k)
    return left * parts.chiller_power_ratio(evaporating, condensing, _by_hour(chiller_carnot_share_frac))


@config.when(cooling_design="outside_air")
def air_loop_chiller_by_hour_ratio__outside_air(
    climate_dry_bulb_k: Array,
    air_loop_precooling_by_hour_k: Array,
    outside_air_limit_k: Array,
    room_air_rise_k: Array,
    air_loop_supply_k: Array,
    chiller_evaporator_approach_k: Array,
    chiller_air_condenser_approach_k: Array,
    chiller_carnot_share_frac: Array,
) -> Array:
    """Chiller power per heat where wetted outside air is still too warm. [ratio]

    air_loop_chiller_by_hour_ratio = (1 − free cooling by the wetted air) · chiller_power_ratio
    Some operators build no chiller and let the room grow warmer on those hours.
    Source: Carnot's limit and its share.
    Check: air_loop_chiller_by_hour_ratio__outside_air([290, 310], [0, 4], 302, 16, 298, 2, 12, 0.55) = [0, 0.0399] (0.2%)
    """
    inlet = climate_dry_bulb_k - air_loop_precooling_by_hour_k
    left = 1 - parts.free_cooling_frac(_by_hour(outside_air_limit_k), _by_hour(room_air_rise_k), inlet)
    evaporating = _by_hour(air_loop_supply_k - chiller_evaporator_approach_k)
    condensing = climate_dry_bulb_k + _by_hour(chiller_air_condenser_approach_k)
    return left * parts.chiller_power_ratio(evaporating, condensing, _by_hour(chiller_carnot_share_frac))


@config.when_in(cooling_design=["evaporative_tower", "outside_air"])
def chiller_power_by_hour_ratio__air(air_loop_chiller_by_hour_ratio: Array) -> Array:
    """Chiller power per cooling load. [ratio]

    chiller_power_by_hour_ratio = air_loop_chiller_by_hour_ratio
    Source: definition of an air-cooled design.
    Check: chiller_power_by_hour_ratio__air([0, 0.1]) = [0, 0.1] (0.01%)
    """
    return air_loop_chiller_by_hour_ratio


@config.when_in(cooling_design=DRY)
def chiller_power_by_hour_ratio__liquid(
    air_heat_share_frac: Array, air_loop_chiller_by_hour_ratio: Array, liquid_loop_chiller_by_hour_ratio: Array
) -> Array:
    """Chiller power per cooling load of both loops. [ratio]

    chiller_power_by_hour_ratio = air share · air loop + (1 − air share) · racks' loop
    Source: definition of the share.
    Check: chiller_power_by_hour_ratio__liquid(0.1, [0.2, 0.4], [0, 0.1]) = [0.02, 0.13] (0.01%)
    """
    share = _by_hour(air_heat_share_frac)
    return share * air_loop_chiller_by_hour_ratio + (1 - share) * liquid_loop_chiller_by_hour_ratio


@config.when(cooling_design="evaporative_tower")
def rejection_power_by_hour_ratio__tower(
    climate_wet_bulb_k: Array,
    chiller_power_by_hour_ratio: Array,
    air_loop_supply_k: Array,
    economiser_exchanger_approach_k: Array,
    tower_approach_k: Array,
    tower_fan_pressure_pa: Array,
    fan_efficiency_frac: Array,
    tower_liquid_to_air_ratio: Array,
    tower_water_range_k: Array,
    tower_pump_pressure_pa: Array,
    pump_efficiency_frac: Array,
    facility_pump_pressure_pa: Array,
    facility_water_rise_k: Array,
) -> Array:
    """Power of towers' fans and of all pumps per cooling load. [ratio]

    rejection_power_by_hour_ratio = (1 + chiller) · (tower fans · flow³ + tower pumps) + facility pumps
    Fans turn as fast as the water asks for; pumps do not slow down.
    Source: [lei-masanet-inputs]; laws of similar fans.
    Check: rejection_power_by_hour_ratio__tower([295], 0, 300, 2, 5, 250, 0.8, 2, 5, 200000, 0.7, 140000, 7.5) = [0.02620] (0.2%)
    """
    cold_side = _by_hour(air_loop_supply_k - economiser_exchanger_approach_k)
    flow = parts.fan_flow_frac(cold_side, climate_wet_bulb_k, _by_hour(tower_approach_k))
    fans = parts.tower_fan_power_ratio(tower_fan_pressure_pa, fan_efficiency_frac, tower_liquid_to_air_ratio, tower_water_range_k)
    pumps = parts.pump_power_ratio(tower_pump_pressure_pa, pump_efficiency_frac, tower_water_range_k)
    facility = parts.pump_power_ratio(facility_pump_pressure_pa, pump_efficiency_frac, facility_water_rise_k)
    return (1 + chiller_power_by_hour_ratio) * (_by_hour(fans) * flow**3 + _by_hour(pumps)) + _by_hour(facility)


@config.when(cooling_design="outside_air")
def rejection_power_by_hour_ratio__outside_air(
    climate_dry_bulb_k: Array,
    air_loop_precooling_by_hour_k: Array,
    chiller_power_by_hour_ratio: Array,
    outside_air_limit_k: Array,
    room_air_rise_k: Array,
    dry_cooler_fan_pressure_pa: Array,
    fan_efficiency_frac: Array,
    dry_cooler_air_rise_k: Array,
) -> Array:
    """Power of the condensers' fans on hours when a chiller runs, per cooling load. [ratio]

    rejection_power_by_hour_ratio = (heat left to the chiller + its power) · fan_power_ratio
    The room's own fans have their own line.
    Source: work of a fan on a volume of air.
    Check: rejection_power_by_hour_ratio__outside_air([290, 310], [0, 4], [0, 0.04], 302, 16, 125, 0.8, 10) = [0, 0.003742] (0.2%)
    """
    inlet = climate_dry_bulb_k - air_loop_precooling_by_hour_k
    left = 1 - parts.free_cooling_frac(_by_hour(outside_air_limit_k), _by_hour(room_air_rise_k), inlet)
    fans = parts.fan_power_ratio(dry_cooler_fan_pressure_pa, fan_efficiency_frac, dry_cooler_air_rise_k)
    return (left + chiller_power_by_hour_ratio) * _by_hour(fans)


@config.when_in(cooling_design=DRY)
def rejection_power_by_hour_ratio__dry(
    climate_dry_bulb_k: Array,
    air_heat_share_frac: Array,
    liquid_loop_precooling_by_hour_k: Array,
    air_loop_precooling_by_hour_k: Array,
    liquid_loop_supply_k: Array,
    air_loop_supply_k: Array,
    chiller_power_by_hour_ratio: Array,
    dry_cooler_approach_k: Array,
    dry_cooler_fan_pressure_pa: Array,
    fan_efficiency_frac: Array,
    dry_cooler_air_rise_k: Array,
    facility_pump_pressure_pa: Array,
    pump_efficiency_frac: Array,
    facility_water_rise_k: Array,
) -> Array:
    """Power of dry coolers' fans and of pumps per cooling load. [ratio]

    rejection_power_by_hour_ratio = (1 + chiller) · fans · Σ share · flow³ + facility pumps
    Fans turn as fast as each loop asks for; pumps do not slow down.
    Source: laws of similar fans; [lei-masanet-inputs] for pumps.
    Check: rejection_power_by_hour_ratio__dry([300], 0, 0, 0, 308, 300, 0, 8, 125, 0.8, 10, 140000, 0.7, 7.5) = [0.01927] (0.2%)
    """
    approach, share = _by_hour(dry_cooler_approach_k), _by_hour(air_heat_share_frac)
    loops = (air_loop_supply_k, air_loop_precooling_by_hour_k), (liquid_loop_supply_k, liquid_loop_precooling_by_hour_k)
    flows = [parts.fan_flow_frac(_by_hour(supply), climate_dry_bulb_k - pre, approach) for supply, pre in loops]
    fans = parts.fan_power_ratio(dry_cooler_fan_pressure_pa, fan_efficiency_frac, dry_cooler_air_rise_k)
    pumps = parts.pump_power_ratio(facility_pump_pressure_pa, pump_efficiency_frac, facility_water_rise_k)
    turning = share * flows[0] ** 3 + (1 - share) * flows[1] ** 3
    return (1 + chiller_power_by_hour_ratio) * _by_hour(fans) * turning + _by_hour(pumps)


@config.when(overhead_basis="cooling_design")
def power_usage_effectiveness_ratio__cooling_design(
    electrical_loss_ratio: Array,
    cooling_load_ratio: Array,
    chiller_power_by_hour_ratio: Array,
    rejection_power_by_hour_ratio: Array,
    climate_time_h: Array,
) -> Array:
    """Power of the whole facility over power of its IT, mean of a typical year. [ratio]

    power_usage_effectiveness_ratio = cooling_load_ratio · (1 + mean over hours of chillers, fans and pumps)
    The load holds IT, electrical losses and room fans, all of which are drawn and all of which become heat.
    Source: definition of power usage effectiveness (ISO/IEC 30134-2).
    Check: power_usage_effectiveness_ratio__cooling_design(0.06, 1.1, [0, 0.1], [0.02, 0.02], [4000, 4000]) = 1.177 (0.01%)
    """
    weight = np.asarray(climate_time_h, dtype=float)
    mean = ((chiller_power_by_hour_ratio + rejection_power_by_hour_ratio) * weight).sum(axis=-1) / weight.sum(axis=-1)
    return (cooling_load_ratio * (1 + mean))[()]
