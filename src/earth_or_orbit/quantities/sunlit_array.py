"""What a solar array makes of sunlight, as other studies count it: area times efficiency, and orbit over ground.

No facility wires this module; solar_power.py sizes the array that the orbit's facility flies.
"""

from earth_or_orbit.constants import Array


def square_array_area_m2(array_side_m: Array) -> Array:
    """Area of a square array. [m2]

    A = s².
    Source: definition.
    Check: square_array_area_m2(4000) = 1.6e7 (0%)
    """
    return array_side_m**2


def sunlit_array_power_w(
    array_area_m2: Array, solar_cell_efficiency_frac: Array, solar_irradiance_w_per_m2: Array, array_packing_frac: Array
) -> Array:
    """Electric power of an array square onto the Sun, at the cells' beginning of life. [W]

    P = A × packing × η × S. No losses for temperature, pointing, wiring or age.
    Source: [S063] section 4.4.
    Check: sunlit_array_power_w(105, 0.22, 1361, 0.9) = 28295 (0.1%)
    """
    return array_area_m2 * array_packing_frac * solar_cell_efficiency_frac * solar_irradiance_w_per_m2


def energy_per_array_ratio(
    space_capacity_factor_frac: Array, ground_capacity_factor_frac: Array, irradiance_ratio: Array
) -> Array:
    """Energy that an array yields in orbit over what the same array yields on the ground. [ratio]

    r = (CF_space / CF_ground) × (irradiance in orbit / peak irradiance on the ground).
    Source: [S090] page 3.
    Check: energy_per_array_ratio(0.95, 0.24, 1.4) = 5.54 (0.1%)
    """
    return space_capacity_factor_frac / ground_capacity_factor_frac * irradiance_ratio
