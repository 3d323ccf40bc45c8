"""Racks as the trade quotes them: power for their weight, racks in a launch."""

from earth_or_orbit.constants import Array


def rack_specific_power_w_per_kg(rack_power_w: Array, rack_mass_kg: Array) -> Array:
    """Electric power that a rack draws per kilogram of it. [W/kg]

    s = P / m; a kW/t is the same number.
    Source: [introl-gb300].
    Check: rack_specific_power_w_per_kg(120e3, 1360) = 88.24 (0.01%)
    """
    return rack_power_w / rack_mass_kg


def launched_compute_kw(racks_per_launch_count: Array, rack_power_kw: Array) -> Array:
    """Compute that one launch carries, counted in racks. [kW]

    P = N P_rack.
    Source: [S090] page 10.
    Check: launched_compute_kw(300, 120) = 36000 (0%)
    """
    return racks_per_launch_count * rack_power_kw
