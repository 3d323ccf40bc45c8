"""What racks and chips cost: per device, per speed, per mass, per hour of service."""

from earth_or_orbit.constants import HOURS_PER_CALENDAR_YEAR, Array


def device_price_usd(rack_price_usd: Array, devices_count: Array) -> Array:
    """Price of a rack shared evenly among its devices. [USD]

    device = c / n.
    Source: definition.
    Check: device_price_usd(3e6, 72) = 41667 (0.1%)
    """
    return rack_price_usd / devices_count


def devices_price_usd(device_price_usd: Array, devices_count: Array) -> Array:
    """Price of so many devices. [USD]

    c = n × c of one.
    Source: definition.
    Check: devices_price_usd(30000, 8) = 240000 (0%)
    """
    return device_price_usd * devices_count


def price_per_speed_usd_per_flops(rack_price_usd: Array, peak_flops: Array) -> Array:
    """Price per peak speed. [USD/FLOPS]

    price = c / speed.
    Source: definition.
    Check: price_per_speed_usd_per_flops(30000, 1e15) = 3e-11 (0.01%)
    """
    return rack_price_usd / peak_flops


def speed_per_price_flops_per_usd(peak_flops: Array, rack_price_usd: Array) -> Array:
    """Peak speed per price. [FLOPS/USD]

    speed = speed / c.
    Source: definition.
    Check: speed_per_price_flops_per_usd(1e15, 30000) = 3.333e10 (0.1%)
    """
    return peak_flops / rack_price_usd


def price_per_mass_usd_per_kg(rack_price_usd: Array, rack_mass_kg: Array) -> Array:
    """Price per mass. [USD/kg]

    price = c / m.
    Source: definition.
    Check: price_per_mass_usd_per_kg(3e6, 1360) = 2205.9 (0.1%)
    """
    return rack_price_usd / rack_mass_kg


def price_of_power_usd(price_usd_per_w: Array, rack_power_w: Array) -> Array:
    """Price of a power at so much per power. [USD]

    c = price per power × P.
    Source: definition.
    Check: price_of_power_usd(25, 120000) = 3e6 (0%)
    """
    return price_usd_per_w * rack_power_w


def service_price_usd_per_h(
    rack_price_usd: Array, service_years: Array, utilisation_frac: Array, powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR
) -> Array:
    """Price per hour of use over a life, not discounted. [USD/h]

    service = c / (years × hours a year × share in use).
    Source: definition.
    Check: service_price_usd_per_h(30000, 4, 1, 8760) = 0.8562 (0.1%)
    """
    return rack_price_usd / (service_years * powered_hours_per_year * utilisation_frac)


def device_service_price_usd_per_h(
    rack_price_usd: Array,
    devices_count: Array,
    service_years: Array,
    utilisation_frac: Array,
    powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR,
) -> Array:
    """Price per hour of use of one of a rack's devices over its life, not discounted. [USD/h]

    device = c / (n × years × hours a year × share in use).
    Source: definition.
    Check: device_service_price_usd_per_h(3e6, 72, 4, 1, 8760) = 1.189 (0.1%)
    """
    return rack_price_usd / (devices_count * service_years * powered_hours_per_year * utilisation_frac)


def yearly_price_usd_per_year(rack_price_usd: Array, service_years: Array) -> Array:
    """Straight-line depreciation. [USD/year]

    yearly = c / years.
    Source: definition.
    Check: yearly_price_usd_per_year(3e6, 5) = 6e5 (0%)
    """
    return rack_price_usd / service_years


def price_per_memory_usd_per_bytes(device_price_usd: Array, device_memory_bytes: Array) -> Array:
    """Price per memory. [USD/byte]

    price = c / memory.
    Source: definition.
    Check: price_per_memory_usd_per_bytes(30000, 80e9) = 3.75e-7 (0.01%)
    """
    return device_price_usd / device_memory_bytes


def racks_price_usd(rack_price_usd: Array, racks_count: Array) -> Array:
    """Price of so many racks. [USD]

    c = n × c of one.
    Source: definition.
    Check: racks_price_usd(3e6, 10) = 3e7 (0%)
    """
    return rack_price_usd * racks_count


def later_price_ratio(later_price_usd: Array, earlier_price_usd: Array) -> Array:
    """A later price over an earlier one. [ratio]

    later = ratio.
    Source: definition.
    Check: later_price_ratio(40000, 30000) = 1.3333 (0.1%)
    """
    return later_price_usd / earlier_price_usd


def later_price_rise_frac(later_price_usd: Array, earlier_price_usd: Array) -> Array:
    """How much more a later thing costs. [frac]

    rise = later / earlier − 1.
    Source: definition.
    Check: later_price_rise_frac(40000, 30000) = 0.3333 (0.1%)
    """
    return later_price_usd / earlier_price_usd - 1
