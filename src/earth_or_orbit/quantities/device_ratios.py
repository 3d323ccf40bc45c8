"""Racks and chips as the trade quotes them: power per floor and volume, speed per power, shares per device."""

from earth_or_orbit.constants import Array


def rack_power_of_devices_w(devices_count: Array, device_power_w: Array) -> Array:
    """Power of so many alike devices. [W]

    P = n × P of one.
    Source: definition.
    Check: rack_power_of_devices_w(72, 1200) = 86400 (0%)
    """
    return devices_count * device_power_w


def rack_power_with_rest_w(devices_count: Array, device_power_w: Array, rest_power_w: Array) -> Array:
    """Power of a rack: its devices and the rest of it. [W]

    P = n × P of one + rest.
    Source: definition.
    Check: rack_power_with_rest_w(72, 1200, 30000) = 116400 (0%)
    """
    return devices_count * device_power_w + rest_power_w


def device_power_share_w(whole_power_w: Array, devices_count: Array) -> Array:
    """Power of a rack shared evenly among its devices. [W]

    device = P / n.
    Source: definition.
    Check: device_power_share_w(120000, 72) = 1666.7 (0.01%)
    """
    return whole_power_w / devices_count


def rack_power_share_w(hall_power_w: Array, racks_count: Array) -> Array:
    """Power of a hall shared evenly among its racks. [W]

    rack = P / n.
    Source: definition.
    Check: rack_power_share_w(36e6, 250) = 144000 (0.01%)
    """
    return hall_power_w / racks_count


def device_mass_kg(rack_mass_kg: Array, devices_count: Array) -> Array:
    """Mass of a rack shared evenly among its devices. [kg]

    device = m / n.
    Source: definition.
    Check: device_mass_kg(1360, 72) = 18.89 (0.1%)
    """
    return rack_mass_kg / devices_count


def all_racks_mass_kg(rack_mass_kg: Array, racks_count: Array) -> Array:
    """Mass of so many racks. [kg]

    m = n × m of one.
    Source: definition.
    Check: all_racks_mass_kg(1360, 10) = 13600 (0%)
    """
    return rack_mass_kg * racks_count


def rack_mass_per_power_kg_per_w(rack_mass_kg: Array, rack_power_w: Array) -> Array:
    """Mass per power of a rack. [kg/W]

    rack = m / P.
    Source: definition.
    Check: rack_mass_per_power_kg_per_w(1360, 120000) = 0.011333 (0.1%)
    """
    return rack_mass_kg / rack_power_w


def mass_of_rack_power_kg(rack_power_w: Array, specific_power_w_per_kg: Array) -> Array:
    """Mass of a rack at a specific power. [kg]

    m = P / specific power.
    Source: definition.
    Check: mass_of_rack_power_kg(120000, 88.24) = 1360 (0.1%)
    """
    return rack_power_w / specific_power_w_per_kg


def floor_density_w_per_m2(floor_load_w: Array, floor_area_m2: Array) -> Array:
    """Power per floor area. [W/m2]

    floor = P / A.
    Source: definition.
    Check: floor_density_w_per_m2(120000, 2.5) = 48000 (0%)
    """
    return floor_load_w / floor_area_m2


def floor_of_power_m2(floor_load_w: Array, floor_density_w_per_m2: Array) -> Array:
    """Floor that a power needs at a density. [m2]

    A = P / density.
    Source: definition.
    Check: floor_of_power_m2(120000, 48000) = 2.5 (0%)
    """
    return floor_load_w / floor_density_w_per_m2


def power_of_floor_w(floor_area_m2: Array, floor_density_w_per_m2: Array) -> Array:
    """Power that a floor carries at a density. [W]

    P = A × density.
    Source: definition.
    Check: power_of_floor_w(2.5, 48000) = 120000 (0%)
    """
    return floor_area_m2 * floor_density_w_per_m2


def floor_load_kg_per_m2(rack_mass_kg: Array, floor_area_m2: Array) -> Array:
    """Mass per floor area. [kg/m2]

    floor = m / A.
    Source: definition.
    Check: floor_load_kg_per_m2(1360, 0.8) = 1700 (0.01%)
    """
    return rack_mass_kg / floor_area_m2


def rack_floor_m2(rack_width_m: Array, rack_depth_m: Array) -> Array:
    """Floor under a rack. [m2]

    A = width × depth.
    Source: definition.
    Check: rack_floor_m2(0.6, 1.2) = 0.72 (0.01%)
    """
    return rack_width_m * rack_depth_m


def rack_volume_m3(rack_width_m: Array, rack_depth_m: Array, rack_height_m: Array) -> Array:
    """Volume of a rack. [m3]

    V = width × depth × height.
    Source: definition.
    Check: rack_volume_m3(0.6, 1.2, 2) = 1.44 (0.01%)
    """
    return rack_width_m * rack_depth_m * rack_height_m


def volume_density_w_per_m3(rack_power_w: Array, rack_volume_m3: Array) -> Array:
    """Power per volume. [W/m3]

    volume = P / V.
    Source: definition.
    Check: volume_density_w_per_m3(120000, 1.44) = 83333 (0.1%)
    """
    return rack_power_w / rack_volume_m3


def racks_of_power_count(hall_power_w: Array, rack_power_w: Array, power_usage_effectiveness_ratio: Array) -> Array:
    """Racks that a power carries. [count]

    n = P / (P of a rack × PUE).
    Source: definition.
    Check: racks_of_power_count(1e6, 120000, 1) = 8.333 (0.1%)
    """
    return hall_power_w / (rack_power_w * power_usage_effectiveness_ratio)


def racks_per_w(rack_power_w: Array, power_usage_effectiveness_ratio: Array) -> Array:
    """Racks per power of the facility. [1/W]

    racks = 1 / (P of a rack × PUE).
    Source: definition.
    Check: racks_per_w(120000, 1) = 8.333e-6 (0.1%)
    """
    return 1 / (rack_power_w * power_usage_effectiveness_ratio)


def devices_per_w(devices_count: Array, rack_power_w: Array, power_usage_effectiveness_ratio: Array) -> Array:
    """Devices per power. [1/W]

    devices = n / (P × PUE).
    Source: definition.
    Check: devices_per_w(72, 120000, 1) = 0.0006 (0%)
    """
    return devices_count / (rack_power_w * power_usage_effectiveness_ratio)


def devices_of_power_count(hall_power_w: Array, device_power_w: Array, power_usage_effectiveness_ratio: Array) -> Array:
    """Devices that a power carries. [count]

    n = P / (P of one × PUE).
    Source: definition.
    Check: devices_of_power_count(1e9, 1400, 1.2) = 595238 (0.1%)
    """
    return hall_power_w / (device_power_w * power_usage_effectiveness_ratio)


def devices_in_racks_count(racks_count: Array, devices_per_rack_count: Array) -> Array:
    """Devices in so many racks. [count]

    n = racks × devices in each.
    Source: definition.
    Check: devices_in_racks_count(100, 72) = 7200 (0%)
    """
    return racks_count * devices_per_rack_count


def racks_for_devices_count(devices_count: Array, devices_per_rack_count: Array) -> Array:
    """Racks that so many devices fill. [count]

    racks = devices / devices in each.
    Source: definition.
    Check: racks_for_devices_count(7200, 72) = 100 (0%)
    """
    return devices_count / devices_per_rack_count


def hall_power_of_racks_w(racks_count: Array, rack_power_w: Array, power_usage_effectiveness_ratio: Array) -> Array:
    """Power of so many racks. [W]

    P = n × P of a rack × PUE.
    Source: definition.
    Check: hall_power_of_racks_w(100, 120000, 1.2) = 14.4e6 (0.01%)
    """
    return racks_count * rack_power_w * power_usage_effectiveness_ratio


def hall_power_of_devices_w(devices_count: Array, device_power_w: Array, power_usage_effectiveness_ratio: Array) -> Array:
    """Power of so many devices. [W]

    P = n × P of one × PUE.
    Source: definition.
    Check: hall_power_of_devices_w(100000, 1400, 1.2) = 168e6 (0.01%)
    """
    return devices_count * device_power_w * power_usage_effectiveness_ratio


def all_in_device_power_w(device_power_w: Array, server_overhead_ratio: Array, power_usage_effectiveness_ratio: Array) -> Array:
    """Facility power per device, with its share of server and overhead. [W]

    P = P of one × server over device × PUE.
    Source: definition.
    Check: all_in_device_power_w(700, 1.5, 1.2) = 1260 (0.01%)
    """
    return device_power_w * server_overhead_ratio * power_usage_effectiveness_ratio
