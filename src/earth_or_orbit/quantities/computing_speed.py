"""Speed of computing as the trade quotes it: per power, per mass, of several devices, beside an earlier one."""

from earth_or_orbit.constants import Array


def speed_per_power_flops_per_w(peak_flops: Array, computing_power_w: Array) -> Array:
    """Peak speed of computing per power. [FLOPS/W]

    speed = speed / P.
    Source: definition.
    Check: speed_per_power_flops_per_w(1e15, 700) = 1.4286e12 (0.1%)
    """
    return peak_flops / computing_power_w


def energy_per_operation_j_per_flop(computing_power_w: Array, peak_flops: Array) -> Array:
    """Energy of one operation at peak speed. [J/FLOP]

    energy = P / speed.
    Source: definition.
    Check: energy_per_operation_j_per_flop(700, 1e15) = 7e-13 (0.01%)
    """
    return computing_power_w / peak_flops


def speed_of_devices_flops(peak_flops: Array, devices_count: Array, flop_utilisation_frac: Array) -> Array:
    """Speed of so many devices at a share of their peak. [FLOPS]

    speed = n × peak × utilisation.
    Source: definition.
    Check: speed_of_devices_flops(1e15, 72, 1) = 72e15 (0%)
    """
    return peak_flops * devices_count * flop_utilisation_frac


def device_speed_flops(rack_flops: Array, devices_count: Array) -> Array:
    """Speed of a rack shared evenly among its devices. [FLOPS]

    device = speed / n.
    Source: definition.
    Check: device_speed_flops(720e15, 72) = 1e16 (0.01%)
    """
    return rack_flops / devices_count


def speed_at_power_flops(speed_per_power_flops_per_w: Array, computing_power_w: Array) -> Array:
    """Speed at a power and an efficiency. [FLOPS]

    speed = efficiency × P.
    Source: definition.
    Check: speed_at_power_flops(1e12, 700) = 7e14 (0%)
    """
    return speed_per_power_flops_per_w * computing_power_w


def power_for_speed_w(peak_flops: Array, speed_per_power_flops_per_w: Array) -> Array:
    """Power that a speed takes at an efficiency. [W]

    P = speed / efficiency.
    Source: definition.
    Check: power_for_speed_w(7e14, 1e12) = 700 (0%)
    """
    return peak_flops / speed_per_power_flops_per_w


def speed_per_mass_flops_per_kg(peak_flops: Array, rack_mass_kg: Array) -> Array:
    """Peak speed per mass. [FLOPS/kg]

    speed = speed / m.
    Source: definition.
    Check: speed_per_mass_flops_per_kg(1.36e18, 1360) = 1e15 (0.01%)
    """
    return peak_flops / rack_mass_kg


def chip_flux_w_per_m2(chip_power_w: Array, die_area_m2: Array) -> Array:
    """Heat through the face of a chip. [W/m2]

    chip = P / A.
    Source: definition.
    Check: chip_flux_w_per_m2(700, 814e-6) = 859951 (0.1%)
    """
    return chip_power_w / die_area_m2


def coolant_flow_m3_per_s(
    rack_power_w: Array, coolant_rise_k: Array, coolant_heat_j_per_kg_k: Array, coolant_density_kg_per_m3: Array
) -> Array:
    """Flow of a coolant that carries a heat off. [m3/s]

    flow = P / (rise × heat capacity × density).
    Source: definition.
    Check: coolant_flow_m3_per_s(120000, 10, 4186, 1000) = 0.002867 (0.1%)
    """
    return rack_power_w / (coolant_rise_k * coolant_heat_j_per_kg_k * coolant_density_kg_per_m3)


def bandwidth_per_speed_bytes_per_flop(memory_bandwidth_bytes_per_s: Array, peak_flops: Array) -> Array:
    """Bytes that the memory gives per operation at peak. [byte/FLOP]

    bandwidth = bandwidth / speed.
    Source: definition.
    Check: bandwidth_per_speed_bytes_per_flop(3.35e12, 1e15) = 0.00335 (0.01%)
    """
    return memory_bandwidth_bytes_per_s / peak_flops


def all_memory_bytes(device_memory_bytes: Array, devices_count: Array) -> Array:
    """Memory of so many devices. [byte]

    all = n × memory of one.
    Source: definition.
    Check: all_memory_bytes(192e9, 72) = 13.824e12 (0.01%)
    """
    return device_memory_bytes * devices_count
