"""What racks cost, as the trade quotes them."""

from earth_or_orbit.constants import Array


def rack_price_usd_per_w(rack_price_usd: Array, rack_power_w: Array) -> Array:
    """Price of a rack per watt that it draws. [USD/W]

    c = price / P.
    Source: [awesomeagents-nvl72].
    Check: rack_price_usd_per_w(3e6, 120e3) = 25 (0%)
    """
    return rack_price_usd / rack_power_w


def capacity_price_usd_per_kw(total_price_usd: Array, capacity_kw: Array) -> Array:
    """Price of generating or computing capacity per kW. [USD/kW]

    c = price / P.
    Source: definition.
    Check: capacity_price_usd_per_kw(103e6, 120) = 858333 (0.01%)
    """
    return total_price_usd / capacity_kw


def capacity_total_price_usd(capacity_price_usd_per_kw: Array, capacity_kw: Array) -> Array:
    """Price of a capacity at a price per kW. [USD]

    price = c P.
    Source: definition.
    Check: capacity_total_price_usd(2157, 1000) = 2157000 (0%)
    """
    return capacity_price_usd_per_kw * capacity_kw


def price_before_rise_usd_per_kw(later_price_usd_per_kw: Array, price_rise_frac: Array) -> Array:
    """Price before it rose by a fraction of itself. [USD/kW]

    c₀ = c / (1 + rise).
    Source: [ccgt-bnef] 66 % in two years.
    Check: price_before_rise_usd_per_kw(2157, 0.66) = 1299.4 (0.01%)
    """
    return later_price_usd_per_kw / (1 + price_rise_frac)


def price_before_fall_usd_per_kw(later_price_usd_per_kw: Array, price_fall_frac: Array) -> Array:
    """Price before it fell by a fraction of itself. [USD/kW]

    c₀ = c / (1 − fall). Falls below 1.
    Source: definition.
    Check: price_before_fall_usd_per_kw(600, 0.4) = 1000 (0.01%)
    """
    return later_price_usd_per_kw / (1 - price_fall_frac)


def price_after_rise_usd_per_kw(earlier_price_usd_per_kw: Array, price_rise_frac: Array) -> Array:
    """Price after it rose by a fraction of itself. [USD/kW]

    c = c₀ (1 + rise).
    Source: definition.
    Check: price_after_rise_usd_per_kw(1300, 0.66) = 2158 (0.01%)
    """
    return earlier_price_usd_per_kw * (1 + price_rise_frac)


def price_after_fall_usd_per_kw(earlier_price_usd_per_kw: Array, price_fall_frac: Array) -> Array:
    """Price after it fell by a fraction of itself. [USD/kW]

    c = c₀ (1 − fall).
    Source: definition.
    Check: price_after_fall_usd_per_kw(1000, 0.4) = 600 (0.01%)
    """
    return earlier_price_usd_per_kw * (1 - price_fall_frac)


def price_rise_frac(earlier_price_usd_per_kw: Array, later_price_usd_per_kw: Array) -> Array:
    """Rise of a price as a fraction of the earlier one; negative where it fell. [frac]

    rise = c / c₀ − 1.
    Source: definition.
    Check: price_rise_frac(1300, 2157) = 0.65923 (0.01%)
    """
    return later_price_usd_per_kw / earlier_price_usd_per_kw - 1


def price_ratio(earlier_price_usd_per_kw: Array, later_price_usd_per_kw: Array) -> Array:
    """A price in multiples of an earlier one. [ratio]

    ratio = c / c₀.
    Source: definition.
    Check: price_ratio(785, 2400) = 3.0573 (0.01%)
    """
    return later_price_usd_per_kw / earlier_price_usd_per_kw


def price_after_further_rise_usd_per_kw(later_price_usd_per_kw: Array, price_rise_frac: Array) -> Array:
    """Price that a rise from today's leaves. [USD/kW]

    c = c₁ · (1 + rise).
    Source: definition.
    Check: price_after_further_rise_usd_per_kw(2157, 0.1) = 2372.7 (0.01%)
    """
    return later_price_usd_per_kw * (1 + price_rise_frac)


def price_after_further_fall_usd_per_kw(later_price_usd_per_kw: Array, price_fall_frac: Array) -> Array:
    """Price that a fall from today's leaves. [USD/kW]

    c = c₁ · (1 − fall).
    Source: definition.
    Check: price_after_further_fall_usd_per_kw(2157, 0.1) = 1941.3 (0.01%)
    """
    return later_price_usd_per_kw * (1 - price_fall_frac)
