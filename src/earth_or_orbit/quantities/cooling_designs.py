"""Cooling designs of a campus, hour by hour: what chillers, fans and pumps draw per heat, and the overhead of a year.

Five designs: evaporative towers with an economiser and chillers; outside air wetted on hot hours; racks cooled by liquid with
dry coolers and chillers (closed loop); the same with pads wetted on hot hours (adiabatic); the same at warm water. Hours stand
on the last axis (site_climate). All powers are in W per W of cooling load.
"""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import Array
from earth_or_orbit.quantities import cooling_parts as parts

DRY = ["closed_loop", "adiabatic", "warm_water"]


def _by_hour(value: Array) -> np.ndarray:
    """A value per draw, ready to stand beside hours on the last axis."""
    return np.asarray(value, dtype=float)[..., None]


def electrical_loss_ratio(ups_efficiency_frac: Array, distribution_loss_frac: Array, lighting_power_ratio: Array) -> Array:
    """Loss of power supply, distribution and lighting per IT power. [ratio]

    electrical_loss_ratio = 1 / (ups_efficiency_frac · (1 − distribution_loss_frac)) − 1 + lighting_power_ratio
    All of it becomes heat that the plant removes.
    Source: [lei-masanet-inputs] the same parts.
    Check: electrical_loss_ratio(0.95, 0.01, 0.001) = 0.06427 (0.1%)
    """
    return 1 / (ups_efficiency_frac * (1 - distribution_loss_frac)) - 1 + lighting_power_ratio


@config.when_in(cooling_design=["evaporative_tower", "outside_air"])
def air_heat_share_frac__air() -> float:
    """Share of the heat that air takes from the IT. [frac]

    air_heat_share_frac = 1
    Source: definition of an air-cooled design.
    Check: air_heat_share_frac__air() = 1 (0.01%)
    """
    return 1.0


@config.when_in(cooling_design=DRY)
def air_heat_share_frac__liquid(liquid_heat_share_frac: Array) -> Array:
    """Share of the heat that air takes from racks cooled by liquid. [frac]

    air_heat_share_frac = 1 − liquid_heat_share_frac
    Source: definition of the share.
    Check: air_heat_share_frac__liquid(0.9) = 0.1 (0.01%)
    """
    return 1 - liquid_heat_share_frac


@config.when_in(cooling_design=["evaporative_tower", *DRY])
def room_fan_power_ratio__recirculated(
    air_heat_share_frac: Array, room_fan_pressure_pa: Array, fan_efficiency_frac: Array, room_air_rise_k: Array
) -> Array:
    """Power of the room's fans per cooling load, air going around. [ratio]

    room_fan_power_ratio = air_heat_share_frac · fan_power_ratio
    Source: [lei-masanet-inputs].
    Check: room_fan_power_ratio__recirculated(0.1, 500, 0.775, 16.65) = 0.003199 (0.1%)
    """
    return air_heat_share_frac * parts.fan_power_ratio(room_fan_pressure_pa, fan_efficiency_frac, room_air_rise_k)


@config.when(cooling_design="outside_air")
def room_fan_power_ratio__outside_air(
    outside_air_fan_pressure_pa: Array, fan_efficiency_frac: Array, room_air_rise_k: Array
) -> Array:
    """Power of the fans that blow outside air through the room, per cooling load. [ratio]

    room_fan_power_ratio = fan_power_ratio at the pressure of filters, pads and ducts
    Source: [lei-masanet-inputs].
    Check: room_fan_power_ratio__outside_air(650, 0.775, 16.65) = 0.04159 (0.1%)
    """
    return parts.fan_power_ratio(outside_air_fan_pressure_pa, fan_efficiency_frac, room_air_rise_k)


def cooling_load_ratio(electrical_loss_ratio: Array, room_fan_power_ratio: Array) -> Array:
    """Heat that the plant removes per IT power. [ratio]

    cooling_load_ratio = (1 + electrical_loss_ratio) · (1 + room_fan_power_ratio)
    Source: conservation of energy: all power in the building becomes heat.
    Check: cooling_load_ratio(0.06, 0.03) = 1.0918 (0.01%)
    """
    return (1 + electrical_loss_ratio) * (1 + room_fan_power_ratio)


@config.when_in(cooling_design=["evaporative_tower", *DRY])
def air_loop_supply_k__recirculated(
    supply_air_temperature_k: Array, room_air_rise_k: Array, coil_effectiveness_frac: Array
) -> Array:
    """Temperature of the water that cools the room's air. [K]

    air_loop_supply_k = supply_air_temperature_k + room_air_rise_k · (1 − 1 / coil_effectiveness_frac)
    Source: definition of the effectiveness of a coil; [lei-masanet-ue] the same rule.
    Check: air_loop_supply_k__recirculated(304.15, 16.65, 0.8) = 299.99 (0.01%)
    """
    return supply_air_temperature_k + room_air_rise_k * (1 - 1 / coil_effectiveness_frac)


@config.when(cooling_design="outside_air")
def air_loop_supply_k__outside_air(outside_air_limit_k: Array, room_air_rise_k: Array, coil_effectiveness_frac: Array) -> Array:
    """Temperature of the water behind the coil that finishes outside air on the hottest hours. [K]

    air_loop_supply_k = outside_air_limit_k + room_air_rise_k · (1 − 1 / coil_effectiveness_frac)
    Source: definition of the effectiveness of a coil.
    Check: air_loop_supply_k__outside_air(302.55, 16.65, 0.8) = 298.39 (0.01%)
    """
    return outside_air_limit_k + room_air_rise_k * (1 - 1 / coil_effectiveness_frac)


@config.when_in(cooling_design=["closed_loop", "adiabatic"])
def liquid_loop_supply_k__cool(liquid_supply_temperature_k: Array) -> Array:
    """Temperature of the water that goes to the racks. [K]

    liquid_loop_supply_k = liquid_supply_temperature_k
    Source: the fact chosen by the scenario.
    Check: liquid_loop_supply_k__cool(305) = 305 (0.01%)
    """
    return liquid_supply_temperature_k


@config.when(cooling_design="warm_water")
def liquid_loop_supply_k__warm(warm_water_supply_temperature_k: Array) -> Array:
    """Temperature of the warm water that goes to the racks. [K]

    liquid_loop_supply_k = warm_water_supply_temperature_k
    Source: the fact chosen by the scenario.
    Check: liquid_loop_supply_k__warm(318.15) = 318.15 (0.01%)
    """
    return warm_water_supply_temperature_k


@config.when_in(cooling_design=["closed_loop", "warm_water"])
def liquid_loop_precooling_by_hour_k__dry() -> float:
    """Degrees by which air before the racks' dry coolers is wetted down. [K]

    liquid_loop_precooling_by_hour_k = 0
    Source: definition of a dry design.
    Check: liquid_loop_precooling_by_hour_k__dry() = 0 (0.01%)
    """
    return 0.0


@config.when_in(cooling_design=["closed_loop", "warm_water"])
def air_loop_precooling_by_hour_k__dry() -> float:
    """Degrees by which air before the room's dry coolers is wetted down. [K]

    air_loop_precooling_by_hour_k = 0
    Source: definition of a dry design.
    Check: air_loop_precooling_by_hour_k__dry() = 0 (0.01%)
    """
    return 0.0


@config.when(cooling_design="adiabatic")
def liquid_loop_precooling_by_hour_k__wetted(
    climate_dry_bulb_k: Array,
    climate_wet_bulb_k: Array,
    liquid_loop_supply_k: Array,
    dry_cooler_approach_k: Array,
    pad_effectiveness_frac: Array,
) -> Array:
    """Degrees by which pads cool the air before the racks' coolers, as far as needed. [K]

    liquid_loop_precooling_by_hour_k = precooling_k of (dry bulb + dry_cooler_approach_k − liquid_loop_supply_k)
    Source: definition of an adiabatic cooler.
    Check: liquid_loop_precooling_by_hour_k__wetted([310, 290], [298, 285], 305, 10, 0.8) = [9.6, 0] (0.01%)
    """
    wanted = climate_dry_bulb_k + _by_hour(dry_cooler_approach_k) - _by_hour(liquid_loop_supply_k)
    return parts.precooling_k(climate_dry_bulb_k, climate_wet_bulb_k, wanted, _by_hour(pad_effectiveness_frac))


@config.when(cooling_design="adiabatic")
def air_loop_precooling_by_hour_k__wetted(
    climate_dry_bulb_k: Array,
    climate_wet_bulb_k: Array,
    air_loop_supply_k: Array,
    dry_cooler_approach_k: Array,
    pad_effectiveness_frac: Array,
) -> Array:
    """Degrees by which pads cool the air before the room's coolers, as far as needed. [K]

    air_loop_precooling_by_hour_k = precooling_k of (dry bulb + dry_cooler_approach_k − air_loop_supply_k)
    Source: definition of an adiabatic cooler.
    Check: air_loop_precooling_by_hour_k__wetted([292, 280], [290, 279], 300, 10, 0.8) = [1.6, 0] (0.01%)
    """
    wanted = climate_dry_bulb_k + _by_hour(dry_cooler_approach_k) - _by_hour(air_loop_supply_k)
    return parts.precooling_k(climate_dry_bulb_k, climate_wet_bulb_k, wanted, _by_hour(pad_effectiveness_frac))


@config.when(cooling_design="outside_air")
def air_loop_precooling_by_hour_k__outside_air(
    climate_dry_bulb_k: Array, climate_wet_bulb_k: Array, outside_air_limit_k: Array, pad_effectiveness_frac: Array
) -> Array:
    """Degrees by which outside air is wetted down on its way into the room, as far as needed. [K]

    air_loop_precooling_by_hour_k = precooling_k of (dry bulb − outside_air_limit_k)
    Dry winters are not humidified here; operators who do so use more.
    Source: [uswateralliance] outside air alone below a limit.
    Check: air_loop_precooling_by_hour_k__outside_air([306, 290], [295, 285], 302, 0.8) = [4, 0] (0.01%)
    """
    wanted = climate_dry_bulb_k - _by_hour(outside_air_limit_k)
    return parts.precooling_k(climate_dry_bulb_k, climate_wet_bulb_k, wanted, _by_hour(pad_effectiveness_frac))
