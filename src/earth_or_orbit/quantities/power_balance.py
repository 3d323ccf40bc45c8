"""From the computers' power to the bus, the array and the battery, and back, as a satellite's power budget prints it.

Bare formulas: no facility wires this module; the project's own budget stands in solar_power.py and satellites.py.
"""

from earth_or_orbit.constants import HOURS_PER_DAY, SECONDS_PER_DAY, Array


def bus_power_of_it_w(it_load_w: Array, power_overhead_ratio: Array) -> Array:
    """Power of the whole bus. [W]

    P = P_IT × overhead.
    Source: definition of the overhead, or of the PUE.
    Check: bus_power_of_it_w(150e3, 1.158) = 173.7e3 (0.01%)
    """
    return it_load_w * power_overhead_ratio


def it_power_of_bus_w(bus_load_w: Array, power_overhead_ratio: Array) -> Array:
    """Power that a bus leaves for its computers. [W]

    P_IT = P / overhead.
    Source: definition of the overhead, or of the PUE.
    Check: it_power_of_bus_w(173.7e3, 1.158) = 150e3 (0.01%)
    """
    return bus_load_w / power_overhead_ratio


def implied_overhead_ratio(bus_load_w: Array, it_load_w: Array) -> Array:
    """Power of the bus per power of the computers. [ratio]

    overhead = P / P_IT
    Source: definition of the overhead, or of the PUE.
    Check: implied_overhead_ratio(180e3, 150e3) = 1.2 (0.01%)
    """
    return bus_load_w / it_load_w


def load_of_array_w(array_output_w: Array, shadow_share_frac: Array, storage_efficiency_frac: Array) -> Array:
    """Steady load that an array carries through its eclipses by way of a battery. [W]

    L = P (1 − f) / (1 − f + f / η): the array's sunlit energy meets the load, and what passes the battery loses 1 − η.
    Source: energy balance of one turn.
    Check: load_of_array_w(150e3, 0.19, 0.9) = 118.99e3 (0.01%)
    Check: load_of_array_w(150e3, 0.19, 1) = 121.5e3 (0.01%)
    """
    lit = 1 - shadow_share_frac
    return array_output_w * lit / (lit + shadow_share_frac / storage_efficiency_frac)


def array_of_load_w(it_load_w: Array, shadow_share_frac: Array, storage_efficiency_frac: Array) -> Array:
    """Array that carries a steady load through its eclipses by way of a battery. [W]

    P = L (1 + f / (η (1 − f))).
    Source: energy balance of one turn.
    Check: array_of_load_w(118.99e3, 0.19, 0.9) = 150e3 (0.01%)
    """
    return it_load_w * (1 + shadow_share_frac / (storage_efficiency_frac * (1 - shadow_share_frac)))


def array_of_load_and_turn_w(
    it_load_w: Array, discharge_h: Array, orbital_period_s: Array, storage_efficiency_frac: Array
) -> Array:
    """Array that carries a steady load through eclipses of known length. [W]

    P = L (1 + t / (η (T − t))), t the eclipse and T the turn.
    Source: energy balance of one turn.
    Check: array_of_load_and_turn_w(100e3, 0.5, 5400, 1) = 150e3 (0.01%)
    """
    share = discharge_h * SECONDS_PER_DAY / HOURS_PER_DAY / orbital_period_s
    return array_of_load_w(it_load_w, share, storage_efficiency_frac)


def discharged_energy_wh(power_w: Array, discharge_h: Array) -> Array:
    """Energy that a load draws in a time. [Wh]

    E = P t.
    Source: definition.
    Check: discharged_energy_wh(120e3, 0.5) = 60e3 (0%)
    """
    return power_w * discharge_h


def battery_with_losses_wh(
    power_w: Array, discharge_h: Array, discharge_depth_frac: Array, storage_efficiency_frac: Array
) -> Array:
    """Battery that carries a load for a time at a depth of discharge, with losses on the way out. [Wh]

    E = P t / (depth × η).
    Source: definition.
    Check: battery_with_losses_wh(100e3, 0.5, 0.4, 0.9) = 138.89e3 (0.01%)
    """
    return power_w * discharge_h / (discharge_depth_frac * storage_efficiency_frac)


def shadow_share_frac(sunlit_share_frac: Array) -> Array:
    """Share of a turn in shadow from the share in sunlight. [frac]

    f = 1 − sunlit share.
    Source: definition.
    Check: shadow_share_frac(0.81) = 0.19 (0.01%)
    """
    return 1 - sunlit_share_frac


def overhead_power_w(it_load_w: Array, power_overhead_ratio: Array) -> Array:
    """Power of the bus beside its computers. [W]

    P = P_IT × (overhead − 1).
    Source: definition of the overhead, or of the PUE.
    Check: overhead_power_w(1e6, 1.25) = 250e3 (0.01%)
    """
    return it_load_w * (power_overhead_ratio - 1)


def usable_energy_wh(energy_wh: Array, discharge_depth_frac: Array) -> Array:
    """Energy that a battery may give at a depth of discharge. [Wh]

    E_use = E × depth
    Source: definition.
    Check: usable_energy_wh(200e3, 0.3) = 60e3 (0.01%)
    """
    return energy_wh * discharge_depth_frac


def runtime_h(energy_wh: Array, power_w: Array, discharge_depth_frac: Array) -> Array:
    """Time for which a battery carries a load. [h]

    t = E × depth / P.
    Source: definition.
    Check: runtime_h(200e3, 100e3, 0.5) = 1 (0.01%)
    """
    return energy_wh * discharge_depth_frac / power_w


def battery_mass_of_load_kg(
    power_w: Array,
    discharge_h: Array,
    discharge_depth_frac: Array,
    storage_efficiency_frac: Array,
    specific_energy_wh_per_kg: Array,
) -> Array:
    """Mass of the battery that carries a load for a time. [kg]

    m = P t / (depth × η × e).
    Source: definition.
    Check: battery_mass_of_load_kg(100e3, 0.5, 0.4, 1, 150) = 833.33 (0.01%)
    """
    stored_wh = battery_with_losses_wh(power_w, discharge_h, discharge_depth_frac, storage_efficiency_frac)
    return stored_wh / specific_energy_wh_per_kg


def aged_cell_power_w(
    solar_irradiance_w_per_m2: Array,
    solar_cell_efficiency_frac: Array,
    array_packing_frac: Array,
    area_m2: Array,
    yearly_loss_frac_per_year: Array,
    aged_years: Array,
) -> Array:
    """Power of an array that faces the Sun, after some years of a yearly loss. [W]

    P = S · efficiency · packing · A · (1 − d)^t.
    Source: definition.
    Check: aged_cell_power_w(1361, 0.3, 0.9, 100, 0.02, 5) = 33216 (0.01%)
    """
    fresh_w = solar_irradiance_w_per_m2 * solar_cell_efficiency_frac * array_packing_frac * area_m2
    return fresh_w * (1 - yearly_loss_frac_per_year) ** aged_years


def aged_specific_power_w_per_kg(power_w: Array, mass_kg: Array, yearly_loss_frac_per_year: Array, aged_years: Array) -> Array:
    """Power per kg after some years of a yearly loss. [W/kg]

    s = P (1 − d)^t / m.
    Source: definition.
    Check: aged_specific_power_w_per_kg(30e3, 400, 0.02, 5) = 67.794 (0.01%)
    """
    return power_w * (1 - yearly_loss_frac_per_year) ** aged_years / mass_kg


def power_of_planform_w(length_m: Array, width_m: Array, pieces_count: Array, yield_w_per_m2: Array) -> Array:
    """Power of equal rectangular arrays of known yield. [W]

    P = N L W y.
    Source: definition.
    Check: power_of_planform_w(20, 6, 2, 250) = 60e3 (0.01%)
    """
    return pieces_count * length_m * width_m * yield_w_per_m2


def fresh_power_w(aged_power_w: Array, yearly_loss_frac_per_year: Array, aged_years: Array) -> Array:
    """First power of an array that is to give a known power after some years of a yearly loss. [W]

    P₀ = P_t / (1 − d)^t.
    Source: definition.
    Check: fresh_power_w(20e3, 0.03, 5) = 23290 (0.01%)
    """
    return aged_power_w / (1 - yearly_loss_frac_per_year) ** aged_years


def array_of_it_w(
    it_load_w: Array, power_overhead_ratio: Array, shadow_share_frac: Array, storage_efficiency_frac: Array
) -> Array:
    """Array that carries computers and their overhead through eclipses by way of a battery. [W]

    P = P_IT × overhead × (1 + f / (η (1 − f))).
    Source: energy balance of one turn.
    Check: array_of_it_w(100e3, 1.1, 0.3, 1) = 157.143e3 (0.01%)
    """
    return array_of_load_w(it_load_w * power_overhead_ratio, shadow_share_frac, storage_efficiency_frac)
