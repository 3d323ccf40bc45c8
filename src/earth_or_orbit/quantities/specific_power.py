"""Power, mass and area of arrays, panels and satellites as makers quote them, each from the others.

Bare formulas: no facility wires this module.
"""

from earth_or_orbit.constants import W_PER_KW, Array


def power_per_mass_w_per_kg(power_w: Array, mass_kg: Array) -> Array:
    """Power of an array or a satellite per kg of it. [W/kg]

    s = P / m; a kW/t is the same number.
    Source: definition; the space station's old wing of 31 kW and 1,100 kg.
    Check: power_per_mass_w_per_kg(31e3, 1100) = 28.18 (0.01%)
    """
    return power_w / mass_kg


def mass_per_power_kg_per_kw(mass_kg: Array, power_w: Array) -> Array:
    """Mass of an array or a satellite per kW. [kg/kW]

    m' = 1000 m / P.
    Source: definition; [S110] prints 30 to 40 kg/kW for Starlink's bus.
    Check: mass_per_power_kg_per_kw(575, 28e3) = 20.536 (0.01%)
    """
    return mass_kg / power_w * W_PER_KW


def reciprocal_specific_mass_kg_per_kw(specific_power_w_per_kg: Array) -> Array:
    """Mass per kW of what has a stated power per kg. [kg/kW]

    m' = 1000 / s.
    Source: definition.
    Check: reciprocal_specific_mass_kg_per_kw(70) = 14.286 (0.01%)
    """
    return W_PER_KW / specific_power_w_per_kg


def reciprocal_specific_power_w_per_kg(specific_mass_kg_per_kw: Array) -> Array:
    """Power per kg of what has a stated mass per kW. [W/kg]

    s = 1000 / m'.
    Source: definition.
    Check: reciprocal_specific_power_w_per_kg(41.1) = 24.331 (0.01%)
    """
    return W_PER_KW / specific_mass_kg_per_kw


def power_per_area_w_per_m2(power_w: Array, area_m2: Array) -> Array:
    """Power of an array per m2 of it. [W/m2]

    y = P / A.
    Source: [S090], [ascend-page].
    Check: power_per_area_w_per_m2(10e6, 35000) = 285.71 (0.01%)
    """
    return power_w / area_m2


def power_per_planform_w_per_m2(power_w: Array, length_m: Array, width_m: Array, pieces_count: Array) -> Array:
    """Power of equal rectangular arrays together per m2 of their planform. [W/m2]

    y = P / (N L W).
    Source: definition; the space station's old wing.
    Check: power_per_planform_w_per_m2(31e3, 35, 12, 1) = 73.81 (0.01%)
    """
    return power_w / (pieces_count * length_m * width_m)


def mass_per_area_kg_per_m2(mass_kg: Array, area_m2: Array) -> Array:
    """Mass of an array per m2 of it. [kg/m2]

    m'' = m / A.
    Source: definition.
    Check: mass_per_area_kg_per_m2(340, 115.2) = 2.9514 (0.01%)
    """
    return mass_kg / area_m2


def mass_per_planform_kg_per_m2(mass_kg: Array, length_m: Array, width_m: Array, pieces_count: Array) -> Array:
    """Mass of equal rectangular arrays together per m2 of their planform. [kg/m2]

    m'' = m / (N L W).
    Source: definition; [S174] roll-out array of 6 m by 19.2 m.
    Check: mass_per_planform_kg_per_m2(340, 19.2, 6, 1) = 2.9514 (0.01%)
    """
    return mass_kg / (pieces_count * length_m * width_m)


def planform_area_m2(length_m: Array, width_m: Array, pieces_count: Array) -> Array:
    """Area of equal rectangular pieces. [m2]

    A = N L W.
    Source: definition.
    Check: planform_area_m2(35, 12, 8) = 3360 (0%)
    """
    return pieces_count * length_m * width_m


def power_of_area_w(area_m2: Array, yield_w_per_m2: Array) -> Array:
    """Power of an array or panel of known area and yield. [W]

    P = A y.
    Source: [arxiv-2604-07760], a panel of 2.9 m2.
    Check: power_of_area_w(2.9, 363) = 1052.7 (0.01%)
    """
    return area_m2 * yield_w_per_m2


def area_of_power_m2(power_w: Array, yield_w_per_m2: Array, power_overhead_ratio: Array) -> Array:
    """Area of an array that carries a load with its overhead. [m2]

    A = P × overhead / y; without overhead it is 1.
    Source: [S160] 5,640 m2 for 1 MW of IT at an overhead of 1.25.
    Check: area_of_power_m2(1e6, 221.63, 1.25) = 5640 (0.01%)
    """
    return power_w * power_overhead_ratio / yield_w_per_m2


def yield_with_overhead_w_per_m2(power_w: Array, area_m2: Array, power_overhead_ratio: Array) -> Array:
    """Yield that an array must have for a load with its overhead. [W/m2]

    y = P × overhead / A.
    Source: [S160].
    Check: yield_with_overhead_w_per_m2(1e6, 5640, 1.25) = 221.63 (0.01%)
    """
    return power_w * power_overhead_ratio / area_m2


def power_of_mass_w(mass_kg: Array, specific_power_w_per_kg: Array) -> Array:
    """Power of a mass of known power per kg. [W]

    P = m s.
    Source: definition.
    Check: power_of_mass_w(2143, 70) = 150010 (0.01%)
    """
    return mass_kg * specific_power_w_per_kg


def mass_of_power_kg(power_w: Array, specific_power_w_per_kg: Array) -> Array:
    """Mass for a power at a known power per kg. [kg]

    m = P / s.
    Source: definition; [S037] 70 kW/t.
    Check: mass_of_power_kg(150e3, 70) = 2142.9 (0.01%)
    """
    return power_w / specific_power_w_per_kg


def mass_at_specific_mass_kg(power_w: Array, specific_mass_kg_per_kw: Array) -> Array:
    """Mass for a power at a known mass per kW. [kg]

    m = P m' / 1000.
    Source: definition; [S160] 40 kg/kW.
    Check: mass_at_specific_mass_kg(1e6, 40) = 40000 (0%)
    """
    return power_w / W_PER_KW * specific_mass_kg_per_kw


def mass_of_area_kg(area_m2: Array, areal_mass_kg_per_m2: Array, added_share_frac: Array) -> Array:
    """Mass of a panel field with what its control adds. [kg]

    m = A m'' (1 + added share).
    Source: [arxiv-2604-07760] 45,000 m2 of 3.15 kg/m2 with 5 % for control.
    Check: mass_of_area_kg(45e3, 3.15, 0.05) = 148837.5 (0.01%)
    """
    return area_m2 * areal_mass_kg_per_m2 * (1 + added_share_frac)


def layered_areal_mass_kg_per_m2(
    solar_areal_mass_kg_per_m2: Array, compute_areal_mass_kg_per_m2: Array, radiator_layer_kg_per_m2: Array
) -> Array:
    """Mass per m2 of a panel that is array, computer and radiator in one. [kg/m2]

    m'' = solar + compute + radiator.
    Source: [arxiv-2604-07760].
    Check: layered_areal_mass_kg_per_m2(0.52, 0.23, 2.40) = 3.15 (0.01%)
    """
    return solar_areal_mass_kg_per_m2 + compute_areal_mass_kg_per_m2 + radiator_layer_kg_per_m2


def layered_mass_kg(
    area_m2: Array,
    solar_areal_mass_kg_per_m2: Array,
    compute_areal_mass_kg_per_m2: Array,
    radiator_layer_kg_per_m2: Array,
    added_share_frac: Array,
) -> Array:
    """Mass of a field of such panels with what its control adds. [kg]

    m = A (solar + compute + radiator) (1 + added share).
    Source: [arxiv-2604-07760].
    Check: layered_mass_kg(45e3, 0.52, 0.23, 2.40, 0.05) = 148837.5 (0.01%)
    """
    return mass_of_area_kg(
        area_m2,
        layered_areal_mass_kg_per_m2(solar_areal_mass_kg_per_m2, compute_areal_mass_kg_per_m2, radiator_layer_kg_per_m2),
        added_share_frac,
    )


def areal_specific_power_w_per_kg(yield_w_per_m2: Array, areal_mass_kg_per_m2: Array) -> Array:
    """Power per kg of an array of known yield and areal mass. [W/kg]

    s = y / m''.
    Source: definition.
    Check: areal_specific_power_w_per_kg(243, 2.951) = 82.345 (0.01%)
    """
    return yield_w_per_m2 / areal_mass_kg_per_m2


def power_of_pieces_w(piece_power_w: Array, pieces_count: Array) -> Array:
    """Power of equal panels or satellites together. [W]

    P = N P₁.
    Source: definition.
    Check: power_of_pieces_w(1052.7, 16000) = 16.8432e6 (0.01%)
    """
    return piece_power_w * pieces_count


def mass_of_pieces_kg(piece_mass_kg: Array, pieces_count: Array) -> Array:
    """Mass of equal panels or satellites together. [kg]

    m = N m₁.
    Source: definition.
    Check: mass_of_pieces_kg(340, 6) = 2040 (0%)
    """
    return piece_mass_kg * pieces_count


def pieces_for_power_count(power_w: Array, piece_power_w: Array) -> Array:
    """Panels or satellites that make up a power, in fractions of one. [count]

    N = P / P₁.
    Source: definition.
    Check: pieces_for_power_count(1e9, 150e3) = 6666.67 (0.01%)
    """
    return power_w / piece_power_w


def aged_power_w(power_w: Array, yearly_loss_frac_per_year: Array, aged_years: Array) -> Array:
    """Power of an array after some years of a yearly loss. [W]

    P = P₀ (1 − d)^t.
    Source: definition of a yearly loss.
    Check: aged_power_w(28e3, 0.025, 5) = 24670.7 (0.01%)
    """
    return power_w * (1 - yearly_loss_frac_per_year) ** aged_years


def implied_yearly_loss_frac_per_year(power_w: Array, aged_power_w: Array, aged_years: Array) -> Array:
    """Yearly loss that takes an array from one power to another. [1/year]

    d = 1 − (P_t / P₀)^(1/t).
    Source: definition of a yearly loss.
    Check: implied_yearly_loss_frac_per_year(248e3, 160e3, 15) = 0.02879 (0.1%)
    """
    return 1 - (aged_power_w / power_w) ** (1 / aged_years)


def battery_energy_wh(power_w: Array, discharge_h: Array, discharge_depth_frac: Array) -> Array:
    """Battery that carries a load for a time at a depth of discharge. [Wh]

    E = P t / depth.
    Source: definition of depth of discharge.
    Check: battery_energy_wh(100e3, 0.5, 0.4) = 125e3 (0.01%)
    """
    return power_w * discharge_h / discharge_depth_frac


def battery_mass_kg(energy_wh: Array, specific_energy_wh_per_kg: Array) -> Array:
    """Battery of known energy and specific energy. [kg]

    m = E / e.
    Source: definition of specific energy.
    Check: battery_mass_kg(125e3, 150) = 833.33 (0.01%)
    """
    return energy_wh / specific_energy_wh_per_kg


def remaining_power_frac(power_w: Array, aged_power_w: Array) -> Array:
    """Share of its first power that an array still gives. [frac]

    r = P_t / P₀.
    Source: definition.
    Check: remaining_power_frac(28e3, 24.6e3) = 0.8786 (0.01%)
    """
    return aged_power_w / power_w


def cell_yield_w_per_m2(solar_irradiance_w_per_m2: Array, solar_cell_efficiency_frac: Array, array_packing_frac: Array) -> Array:
    """Power per area of an array that faces the sun, when new and at the temperature of its rating. [W/m2]

    y = S · efficiency · packing.
    Source: definition of efficiency.
    Check: cell_yield_w_per_m2(1361, 0.22, 0.9) = 269.5 (0.1%)
    """
    return solar_irradiance_w_per_m2 * solar_cell_efficiency_frac * array_packing_frac


def cell_power_w(
    solar_irradiance_w_per_m2: Array, solar_cell_efficiency_frac: Array, array_packing_frac: Array, area_m2: Array
) -> Array:
    """Power of an array of known area that faces the sun, when new and at the temperature of its rating. [W]

    P = S · efficiency · packing · A.
    Source: definition of efficiency.
    Check: cell_power_w(1361, 0.22, 0.9, 105) = 28295 (0.1%)
    """
    return solar_irradiance_w_per_m2 * solar_cell_efficiency_frac * array_packing_frac * area_m2


def power_of_one_piece_w(power_w: Array, pieces_count: Array) -> Array:
    """Power of each of equal pieces. [W]

    P₁ = P / n.
    Source: definition.
    Check: power_of_one_piece_w(120e3, 6) = 20e3 (0.01%)
    """
    return power_w / pieces_count


def mass_of_one_piece_kg(mass_kg: Array, pieces_count: Array) -> Array:
    """Mass of each of equal pieces. [kg]

    m₁ = m / n.
    Source: definition.
    Check: mass_of_one_piece_kg(2040, 6) = 340 (0.01%)
    """
    return mass_kg / pieces_count


def mass_with_share_kg(mass_kg: Array, added_share_frac: Array) -> Array:
    """Mass with a margin or another share on top. [kg]

    m' = m · (1 + share).
    Source: definition.
    Check: mass_with_share_kg(1000, 0.2) = 1200 (0.01%)
    """
    return mass_kg * (1 + added_share_frac)


def wet_mass_kg(unfuelled_mass_kg: Array, carried_propellant_kg: Array) -> Array:
    """Mass with propellant. [kg]

    m = dry + propellant.
    Source: definition.
    Check: wet_mass_kg(10000, 500) = 10500 (0.01%)
    """
    return unfuelled_mass_kg + carried_propellant_kg


def area_of_pieces_m2(piece_area_m2: Array, pieces_count: Array) -> Array:
    """Area of equal pieces together: cells of a wing, panels of a satellite. [m2]

    A = n A₁.
    Source: definition.
    Check: area_of_pieces_m2(64e-4, 32800) = 209.92 (0.01%)
    """
    return piece_area_m2 * pieces_count


def power_per_cell_area_w_per_m2(power_w: Array, piece_area_m2: Array, pieces_count: Array) -> Array:
    """Power per area of the cells alone. [W/m2]

    y = P / (n A₁).
    Source: definition; the space station's old wing of 32,800 cells of 64 cm2.
    Check: power_per_cell_area_w_per_m2(31e3, 64e-4, 32800) = 147.68 (0.01%)
    """
    return power_w / (piece_area_m2 * pieces_count)


def summed_specific_mass_kg_per_kw(
    array_specific_mass_kg_per_kw: Array, storage_specific_mass_kg_per_kw: Array, cooling_specific_mass_kg_per_kw: Array
) -> Array:
    """Mass per kW of array, storage and radiator together. [kg/kW]

    m' = array + storage + radiator.
    Source: definition; [S110] prints 13.8, 10 and 2.5.
    Check: summed_specific_mass_kg_per_kw(13.8, 10, 2.5) = 26.3 (0.01%)
    """
    return array_specific_mass_kg_per_kw + storage_specific_mass_kg_per_kw + cooling_specific_mass_kg_per_kw
