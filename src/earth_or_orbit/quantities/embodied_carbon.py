"""Carbon of making things: per device, per power, per speed, per area, and spread over their service."""

from earth_or_orbit.constants import HOURS_PER_CALENDAR_YEAR, SECONDS_PER_HOUR, Array


def stated_embodied_kgco2e(declared_kgco2e: Array) -> Array:
    """Embodied carbon as it is stated or led to. [kgCO2e]

    m = m; what is asked for is the unit or the way to it.
    Source: definition.
    Check: stated_embodied_kgco2e(5) = 5 (0%)
    """
    return declared_kgco2e


def embodied_per_device_kgco2e(embodied_kgco2e: Array, devices_count: Array) -> Array:
    """Embodied carbon of a set shared evenly among its devices. [kgCO2e]

    embodied = m / n.
    Source: [nvidia-hgx-b200-pcf].
    Check: embodied_per_device_kgco2e(1312, 8) = 164 (0.01%)
    """
    return embodied_kgco2e / devices_count


def embodied_of_devices_kgco2e(device_embodied_kgco2e: Array, devices_count: Array) -> Array:
    """Embodied carbon of so many alike devices. [kgCO2e]

    m = n × m of one.
    Source: definition.
    Check: embodied_of_devices_kgco2e(164, 8) = 1312 (0.01%)
    """
    return device_embodied_kgco2e * devices_count


def embodied_share_of_set_kgco2e(set_embodied_kgco2e: Array, devices_count: Array) -> Array:
    """Embodied carbon of one device of a set, such as a server, with its share of the rest. [kgCO2e]

    embodied = m / n.
    Source: definition.
    Check: embodied_share_of_set_kgco2e(3000, 8) = 375 (0.01%)
    """
    return set_embodied_kgco2e / devices_count


def embodied_of_sets_kgco2e(set_embodied_kgco2e: Array, sets_count: Array) -> Array:
    """Embodied carbon of so many alike sets of devices, such as servers or racks. [kgCO2e]

    m = n × m of one.
    Source: definition.
    Check: embodied_of_sets_kgco2e(3000, 100) = 300000 (0.01%)
    """
    return set_embodied_kgco2e * sets_count


def operational_of_years_kgco2e(operational_kgco2e_per_year: Array, supplied_years: Array) -> Array:
    """Operational carbon of several years. [kgCO2e]

    m = yearly operation × years.
    Source: definition.
    Check: operational_of_years_kgco2e(45, 10) = 450 (0.01%)
    """
    return operational_kgco2e_per_year * supplied_years


def embodied_of_devices_and_rest_kgco2e(
    device_embodied_kgco2e: Array, devices_count: Array, rest_embodied_kgco2e: Array
) -> Array:
    """Embodied carbon of a server: its devices and the rest of it. [kgCO2e]

    m = n × m of one + rest.
    Source: definition.
    Check: embodied_of_devices_and_rest_kgco2e(164, 8, 1000) = 2312 (0.01%)
    """
    return device_embodied_kgco2e * devices_count + rest_embodied_kgco2e


def embodied_per_power_kgco2e_per_mw(embodied_kgco2e: Array, supplied_power_mw: Array) -> Array:
    """Embodied carbon per power. [kgCO2e/MW]

    embodied = m / P.
    Source: definition.
    Check: embodied_per_power_kgco2e_per_mw(164, 0.0007) = 234286 (0.01%)
    """
    return embodied_kgco2e / supplied_power_mw


def embodied_of_power_kgco2e(embodied_kgco2e_per_mw: Array, supplied_power_mw: Array) -> Array:
    """Embodied carbon of a power at so much per power. [kgCO2e]

    m = carbon per power × P.
    Source: definition.
    Check: embodied_of_power_kgco2e(300000, 100) = 30e6 (0.01%)
    """
    return embodied_kgco2e_per_mw * supplied_power_mw


def embodied_per_speed_kgco2e_per_flops(embodied_kgco2e: Array, peak_flops: Array) -> Array:
    """Embodied carbon per peak speed of computing. [kgCO2e/FLOPS]

    embodied = m / speed.
    Source: definition.
    Check: embodied_per_speed_kgco2e_per_flops(164, 1e15) = 1.64e-13 (0.01%)
    """
    return embodied_kgco2e / peak_flops


def embodied_of_speed_kgco2e(embodied_kgco2e_per_flops: Array, peak_flops: Array) -> Array:
    """Embodied carbon of a peak speed at so much per speed. [kgCO2e]

    m = carbon per speed × speed.
    Source: definition.
    Check: embodied_of_speed_kgco2e(1.64e-13, 1e15) = 164 (0.01%)
    """
    return embodied_kgco2e_per_flops * peak_flops


def embodied_per_operation_kgco2e_per_flop(
    embodied_kgco2e: Array,
    peak_flops: Array,
    service_years: Array,
    utilisation_frac: Array,
    powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR,
) -> Array:
    """Embodied carbon per operation over a life of service. [kgCO2e/FLOP]

    embodied = m / (speed × seconds of use).
    Source: definition.
    Check: embodied_per_operation_kgco2e_per_flop(164, 1e15, 5, 1, 8760) = 1.04e-21 (0.1%)
    """
    seconds = service_years * powered_hours_per_year * SECONDS_PER_HOUR * utilisation_frac
    return embodied_kgco2e / (peak_flops * seconds)


def embodied_of_operations_kgco2e(embodied_kgco2e_per_flop: Array, training_flop: Array) -> Array:
    """Embodied carbon charged to an amount of computing. [kgCO2e]

    m = carbon per operation × operations.
    Source: definition.
    Check: embodied_of_operations_kgco2e(6.6e-22, 1e25) = 6600 (0.01%)
    """
    return embodied_kgco2e_per_flop * training_flop


def embodied_of_area_kgco2e(embodied_kgco2e_per_m2: Array, built_area_m2: Array) -> Array:
    """Upfront carbon of a building by its floor area. [kgCO2e]

    m = carbon per area × area.
    Source: definition.
    Check: embodied_of_area_kgco2e(1000, 20000) = 20e6 (0.01%)
    """
    return embodied_kgco2e_per_m2 * built_area_m2


def embodied_per_area_kgco2e_per_m2(embodied_kgco2e: Array, built_area_m2: Array) -> Array:
    """Upfront carbon per floor area. [kgCO2e/m2]

    embodied = m / A.
    Source: definition.
    Check: embodied_per_area_kgco2e_per_m2(20e6, 20000) = 1000 (0.01%)
    """
    return embodied_kgco2e / built_area_m2


def embodied_of_material_kgco2e(material_mass_kg: Array, material_kgco2e_per_kg: Array) -> Array:
    """Embodied carbon of a material by weight. [kgCO2e]

    m = mass × carbon per mass.
    Source: definition.
    Check: embodied_of_material_kgco2e(1000, 1.9) = 1900 (0.01%)
    """
    return material_mass_kg * material_kgco2e_per_kg


def embodied_of_volume_kgco2e(material_volume_m3: Array, material_kgco2e_per_m3: Array) -> Array:
    """Embodied carbon of a material by volume, such as concrete. [kgCO2e]

    m = volume × carbon per volume.
    Source: definition.
    Check: embodied_of_volume_kgco2e(1000, 300) = 300000 (0.01%)
    """
    return material_volume_m3 * material_kgco2e_per_m3


def embodied_of_die_kgco2e(die_area_m2: Array, wafer_kgco2e_per_m2: Array, die_yield_frac: Array) -> Array:
    """Embodied carbon of a good die of a wafer. [kgCO2e]

    m = area × carbon per area / yield.
    Source: definition.
    Check: embodied_of_die_kgco2e(814e-6, 20000, 0.8) = 20.35 (0.01%)
    """
    return die_area_m2 * wafer_kgco2e_per_m2 / die_yield_frac


def embodied_of_memory_kgco2e(memory_bytes: Array, memory_kgco2e_per_bytes: Array) -> Array:
    """Embodied carbon of memory or storage by its size. [kgCO2e]

    m = size × carbon per size.
    Source: definition.
    Check: embodied_of_memory_kgco2e(80e9, 1e-9) = 80 (0.01%)
    """
    return memory_bytes * memory_kgco2e_per_bytes


def embodied_rate_kgco2e_per_h(
    embodied_kgco2e: Array, service_years: Array, utilisation_frac: Array, powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR
) -> Array:
    """Embodied carbon per hour of use over a life of service. [kgCO2e/h]

    embodied = m / (years × hours a year × share in use).
    Source: definition.
    Check: embodied_rate_kgco2e_per_h(164, 5, 1, 8760) = 0.003744 (0.1%)
    """
    return embodied_kgco2e / (service_years * powered_hours_per_year * utilisation_frac)


def embodied_rate_of_hours_kgco2e_per_h(embodied_kgco2e: Array, service_h: Array) -> Array:
    """Embodied carbon per hour of a life stated in hours. [kgCO2e/h]

    embodied = m / hours.
    Source: definition.
    Check: embodied_rate_of_hours_kgco2e_per_h(164, 43800) = 0.003744 (0.1%)
    """
    return embodied_kgco2e / service_h


def embodied_in_hours_kgco2e(
    embodied_kgco2e: Array, service_years: Array, used_h: Array, powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR
) -> Array:
    """Embodied carbon charged to some hours of use. [kgCO2e]

    embodied = m × hours of use / (years × hours a year).
    Source: definition.
    Check: embodied_in_hours_kgco2e(164, 5, 43800, 8760) = 164 (0.01%)
    """
    return embodied_kgco2e * used_h / (service_years * powered_hours_per_year)


def embodied_per_energy_kgco2e_per_mwh(embodied_kgco2e: Array, energy_mwh: Array) -> Array:
    """Embodied carbon per unit of energy used over a life. [kgCO2e/MWh]

    embodied = m / E.
    Source: definition.
    Check: embodied_per_energy_kgco2e_per_mwh(300000, 41610) = 7.21 (0.1%)
    """
    return embodied_kgco2e / energy_mwh


def embodied_build_kgco2e_per_mwh(
    embodied_kgco2e_per_mw: Array,
    builds_count: Array,
    service_years: Array,
    capacity_factor_frac: Array,
    powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR,
) -> Array:
    """Embodied carbon of a power, per unit of energy over a life. [kgCO2e/MWh]

    embodied = builds × carbon per power / (years × hours a year × capacity factor).
    Source: [hausfather-code].
    Check: embodied_build_kgco2e_per_mwh(300000, 2, 10, 0.95, 8760) = 7.21 (0.1%)
    """
    return builds_count * embodied_kgco2e_per_mw / (service_years * capacity_factor_frac * powered_hours_per_year)


def embodied_share_frac(embodied_kgco2e: Array, operational_kgco2e: Array) -> Array:
    """Embodied part of embodied and operational carbon together. [frac]

    share = m / (m + operation).
    Source: definition.
    Check: embodied_share_frac(1, 3) = 0.25 (0%)
    """
    return embodied_kgco2e / (embodied_kgco2e + operational_kgco2e)


def embodied_part_share_frac(part_kgco2e: Array, embodied_kgco2e: Array) -> Array:
    """One part of the embodied carbon as a share of all of it. [frac]

    share = part / whole.
    Source: definition.
    Check: embodied_part_share_frac(1, 4) = 0.25 (0%)
    """
    return part_kgco2e / embodied_kgco2e


def embodied_and_operation_kgco2e(embodied_kgco2e: Array, operational_kgco2e: Array) -> Array:
    """Embodied and operational carbon together. [kgCO2e]

    m = embodied + operation.
    Source: definition.
    Check: embodied_and_operation_kgco2e(1, 3) = 4 (0%)
    """
    return embodied_kgco2e + operational_kgco2e


def embodied_payback_years(embodied_kgco2e: Array, saved_kgco2e_per_year: Array) -> Array:
    """Years of saving that repay the embodied carbon. [year]

    t = m / saved a year.
    Source: definition.
    Check: embodied_payback_years(100, 20) = 5 (0%)
    """
    return embodied_kgco2e / saved_kgco2e_per_year


def embodied_sum_kgco2e(parts_kgco2e: Array) -> Array:
    """Sum of several parts of embodied carbon. [kgCO2e]

    m = Σ parts.
    Source: definition.
    Check: embodied_sum_kgco2e(5) = 5 (0%)
    """
    return parts_kgco2e


def embodied_of_builds_kgco2e(build_embodied_kgco2e: Array, builds_count: Array) -> Array:
    """Embodied carbon of something built several times over. [kgCO2e]

    m = builds × m of one.
    Source: definition.
    Check: embodied_of_builds_kgco2e(100, 2) = 200 (0%)
    """
    return build_embodied_kgco2e * builds_count


def operational_kgco2e(energy_mwh: Array, electricity_kgco2e_per_mwh: Array) -> Array:
    """Greenhouse gas of the energy used. [kgCO2e]

    m = E × intensity.
    Source: definition.
    Check: operational_kgco2e(1000, 400) = 400000 (0.01%)
    """
    return energy_mwh * electricity_kgco2e_per_mwh


def spread_over_service_kgco2e_per_year(lasting_embodied_kgco2e: Array, service_years: Array) -> Array:
    """Part of the embodied carbon that one year of service bears. [kgCO2e/year]

    spread = m / years.
    Source: definition.
    Check: spread_over_service_kgco2e_per_year(164, 4) = 41 (0%)
    """
    return lasting_embodied_kgco2e / service_years
