"""Mass budget of one satellite by subsystem: equipment, what grows with the whole (structure, harness, control, propulsion),
margin and propellant.

What is a share of the dry mass is solved in closed form: equipment over one minus the shares. Propellant is the flight
room's, from the dry mass, so nothing goes in a circle.
"""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import W_PER_KW, WH_PER_KWH, Array


def satellite_array_mass_kg(satellite_array_area_m2: Array, array_areal_mass_kg_per_m2: Array) -> Array:
    """Array of one satellite with its blanket, booms and drive. [kg]

    m = satellite_array_area_m2 · array_areal_mass_kg_per_m2
    Source: definition of areal mass.
    Check: satellite_array_mass_kg(750, 2.95) = 2212.5 (0.01%)
    """
    return satellite_array_area_m2 * array_areal_mass_kg_per_m2


def satellite_battery_mass_kg(satellite_battery_kwh: Array, battery_specific_energy_wh_per_kg: Array) -> Array:
    """Battery of one satellite, cells with their case and electronics. [kg]

    m = satellite_battery_kwh · 1000 / battery_specific_energy_wh_per_kg
    Source: definition of specific energy.
    Check: satellite_battery_mass_kg(99, 100) = 990 (0.01%)
    """
    return satellite_battery_kwh * WH_PER_KWH / battery_specific_energy_wh_per_kg


def satellite_power_conversion_mass_kg(satellite_power_peak_kw: Array, power_conversion_mass_kg_per_kw: Array) -> Array:
    """Converters and switches between array, battery and boards. [kg]

    m = satellite_power_peak_kw · power_conversion_mass_kg_per_kw
    Their losses are in the bus power already, and so in array and radiator; cables are the harness.
    Source: definition of specific mass.
    Check: satellite_power_conversion_mass_kg(150, 5.2) = 780 (0.01%)
    """
    return satellite_power_peak_kw * power_conversion_mass_kg_per_kw


def satellite_avionics_mass_kg(
    avionics_unit_mass_kg: Array, laser_terminals_count: Array, laser_terminal_mass_kg: Array
) -> Array:
    """Flight computer, radio and laser terminals of one satellite. [kg]

    m = avionics_unit_mass_kg + laser_terminals_count · laser_terminal_mass_kg
    Wheels and other control of the attitude grow with the satellite and are a share of its dry mass instead.
    Source: sum of units.
    Check: satellite_avionics_mass_kg(60, 4, 15) = 120 (0.01%)
    """
    return avionics_unit_mass_kg + laser_terminals_count * laser_terminal_mass_kg


def satellite_equipment_mass_kg(
    satellite_accelerators_mass_kg: Array,
    satellite_array_mass_kg: Array,
    satellite_battery_mass_kg: Array,
    satellite_power_conversion_mass_kg: Array,
    satellite_radiator_mass_kg: Array,
    satellite_puncture_protection_mass_kg: Array,
    satellite_shielding_mass_kg: Array,
    satellite_avionics_mass_kg: Array,
) -> Array:
    """What one satellite carries, before structure, harness, control and propulsion. [kg]

    m = accelerators + array + battery + conversion + radiator + spare loops + shielding + avionics
    Pumps and headers are in the radiator's mass.
    Source: sum of parts.
    Check: satellite_equipment_mass_kg(1700, 2200, 1000, 780, 1500, 300, 100, 120) = 7700 (0.01%)
    """
    power = satellite_array_mass_kg + satellite_battery_mass_kg + satellite_power_conversion_mass_kg
    heat = satellite_radiator_mass_kg + satellite_puncture_protection_mass_kg
    return satellite_accelerators_mass_kg + power + heat + satellite_shielding_mass_kg + satellite_avionics_mass_kg


def satellite_share_of_dry_frac(
    structure_share_frac: Array, harness_share_frac: Array, control_share_frac: Array, propulsion_share_frac: Array
) -> Array:
    """Share of the dry mass, before margin, that grows with the whole satellite. [frac]

    s = structure + harness + attitude control + propulsion without propellant; below 1.
    Source: sum of shares.
    Check: satellite_share_of_dry_frac(0.2, 0.03, 0.07, 0.05) = 0.35 (0.01%)
    """
    return structure_share_frac + harness_share_frac + control_share_frac + propulsion_share_frac


def satellite_basic_mass_kg(satellite_equipment_mass_kg: Array, satellite_share_of_dry_frac: Array) -> Array:
    """Dry mass of one satellite before margin. [kg]

    m = satellite_equipment_mass_kg / (1 − satellite_share_of_dry_frac)
    Shares of 1 and above leave no satellite: a scalar is refused, in an array it becomes nan.
    Source: m = equipment + shares · m, solved for m.
    Check: satellite_basic_mass_kg(6500, 0.35) = 10000 (0.01%)
    """
    left = 1 - satellite_share_of_dry_frac
    if np.ndim(left) == 0 and left <= 0:
        raise ValueError(f"satellite_share_of_dry_frac is {satellite_share_of_dry_frac:g}; allowed: below 1")
    return satellite_equipment_mass_kg / np.where(left > 0, left, np.nan)[()]


def satellite_structure_mass_kg(satellite_basic_mass_kg: Array, structure_share_frac: Array) -> Array:
    """Frame that holds one satellite together through the launch. [kg]

    m = satellite_basic_mass_kg · structure_share_frac
    Booms of the array and frames of the radiator are in their areal masses.
    Source: definition of the share.
    Check: satellite_structure_mass_kg(10000, 0.2) = 2000 (0.01%)
    """
    return satellite_basic_mass_kg * structure_share_frac


def satellite_harness_mass_kg(satellite_basic_mass_kg: Array, harness_share_frac: Array) -> Array:
    """Cables of one satellite. [kg]

    m = satellite_basic_mass_kg · harness_share_frac
    Source: definition of the share.
    Check: satellite_harness_mass_kg(10000, 0.03) = 300 (0.01%)
    """
    return satellite_basic_mass_kg * harness_share_frac


def satellite_control_mass_kg(satellite_basic_mass_kg: Array, control_share_frac: Array) -> Array:
    """Wheels, magnets, star trackers of one satellite. [kg]

    m = satellite_basic_mass_kg · control_share_frac
    Source: definition of the share.
    Check: satellite_control_mass_kg(10000, 0.07) = 700 (0.01%)
    """
    return satellite_basic_mass_kg * control_share_frac


def satellite_propulsion_mass_kg(satellite_basic_mass_kg: Array, propulsion_share_frac: Array) -> Array:
    """Thrusters, tanks and lines of one satellite, empty. [kg]

    m = satellite_basic_mass_kg · propulsion_share_frac
    Source: definition of the share.
    Check: satellite_propulsion_mass_kg(10000, 0.05) = 500 (0.01%)
    """
    return satellite_basic_mass_kg * propulsion_share_frac


def satellite_mass_margin_kg(
    satellite_basic_mass_kg: Array, satellite_accelerators_mass_kg: Array, mass_margin_frac: Array
) -> Array:
    """Growth that designs of this maturity meet before they fly. [kg]

    m = (satellite_basic_mass_kg − satellite_accelerators_mass_kg) · mass_margin_frac
    The accelerators are weighed hardware and carry none.
    Source: [maturity-margins] 5 % for bought units, 10 % for changed ones, 20 % for new ones.
    Check: satellite_mass_margin_kg(10000, 1700, 0.1) = 830 (0.01%)
    """
    return (satellite_basic_mass_kg - satellite_accelerators_mass_kg) * mass_margin_frac


@config.when_not(satellite_mass_basis="parts")
def satellite_dry_mass_kg__budget(satellite_basic_mass_kg: Array, satellite_mass_margin_kg: Array) -> Array:
    """One satellite with margin, without propellant. [kg]

    m = satellite_basic_mass_kg + satellite_mass_margin_kg
    Source: sum of parts.
    Check: satellite_dry_mass_kg__budget(10000, 830) = 10830 (0.01%)
    """
    return satellite_basic_mass_kg + satellite_mass_margin_kg


@config.when_not(satellite_mass_basis="parts")
def satellite_budget_mass_kg(satellite_dry_mass_kg: Array, satellite_propellant_mass_kg: Array) -> Array:
    """One satellite as it is launched. [kg]

    m = satellite_dry_mass_kg + satellite_propellant_mass_kg
    Source: sum of parts.
    Check: satellite_budget_mass_kg(10830, 300) = 11130 (0.01%)
    """
    return satellite_dry_mass_kg + satellite_propellant_mass_kg


def satellite_specific_mass_kg_per_kw(satellite_mass_kg: Array, satellite_it_power_peak_kw: Array) -> Array:
    """Launched mass per kW of peak IT power. [kg/kW]

    m' = satellite_mass_kg / satellite_it_power_peak_kw
    Published figures count other kilowatts (array, bus, mean IT): say which beside each.
    Source: definition.
    Check: satellite_specific_mass_kg_per_kw(11130, 150) = 74.2 (0.01%)
    """
    return satellite_mass_kg / satellite_it_power_peak_kw


@config.when(satellite_mass_basis="budget")
def satellite_specific_power_w_per_kg__budget(satellite_power_peak_kw: Array, satellite_budget_mass_kg: Array) -> Array:
    """Peak power per kg of the whole satellite, from its budget by subsystem. [W/kg]

    satellite_specific_power_w_per_kg = satellite_power_peak_kw · 1000 / satellite_budget_mass_kg
    Source: definition of specific power, read on the peak.
    Check: satellite_specific_power_w_per_kg__budget(150, 11130) = 13.477 (0.01%)
    """
    return satellite_power_peak_kw * W_PER_KW / satellite_budget_mass_kg
