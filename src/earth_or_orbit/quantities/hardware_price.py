"""What racks cost, as the trade quotes them."""

from earth_or_orbit.constants import Array


def rack_price_usd_per_w(rack_price_usd: Array, rack_power_w: Array) -> Array:
    """Price of a rack per watt that it draws. [USD/W]

    c = price / P.
    Source: [awesomeagents-nvl72].
    Check: rack_price_usd_per_w(3e6, 120e3) = 25 (0%)
    """
    return rack_price_usd / rack_power_w
