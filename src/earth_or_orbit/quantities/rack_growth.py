"""A later rack beside an earlier one, its losses and its coolant."""

from earth_or_orbit.constants import Array


def later_power_ratio(later_power_w: Array, earlier_power_w: Array) -> Array:
    """A later power over an earlier one. [ratio]

    later = ratio.
    Source: definition.
    Check: later_power_ratio(1400, 700) = 2 (0%)
    """
    return later_power_w / earlier_power_w


def later_power_rise_frac(later_power_w: Array, earlier_power_w: Array) -> Array:
    """How much more power a later thing takes. [frac]

    rise = later / earlier − 1.
    Source: definition.
    Check: later_power_rise_frac(1000, 700) = 0.4286 (0.1%)
    """
    return later_power_w / earlier_power_w - 1


def later_speed_ratio(later_flops: Array, earlier_flops: Array) -> Array:
    """A later speed over an earlier one. [ratio]

    later = ratio.
    Source: definition.
    Check: later_speed_ratio(4.5e15, 1e15) = 4.5 (0%)
    """
    return later_flops / earlier_flops


def later_speed_per_power_ratio(later_flops_per_w: Array, earlier_flops_per_w: Array) -> Array:
    """A later efficiency over an earlier one. [ratio]

    later = ratio.
    Source: definition.
    Check: later_speed_per_power_ratio(4.5, 1.5) = 3 (0%)
    """
    return later_flops_per_w / earlier_flops_per_w


def lost_power_w(rack_power_w: Array, supply_efficiency_frac: Array) -> Array:
    """Power lost in a supply that gives a load. [W]

    P = load × (1 / efficiency − 1).
    Source: definition.
    Check: lost_power_w(97, 0.97) = 3 (0.01%)
    """
    return rack_power_w * (1 / supply_efficiency_frac - 1)
