"""Satellites that carry the IT power: how many, how heavy, and the array, battery and radiator each needs."""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import DAYS_PER_YEAR, KW_PER_MW, W_PER_KW, Array


@config.when(satellite_power_basis="it_power")
def satellite_it_power_peak_kw__it_power(satellite_power_peak_kw: Array) -> Array:
    """Peak IT power of one satellite whose maker states the power of its compute. [kW]

    satellite_it_power_peak_kw = satellite_power_peak_kw
    Pumps and avionics then have no power of their own: the maker's best case.
    Source: the fact chosen by the scenario.
    Check: satellite_it_power_peak_kw__it_power(150) = 150 (0.01%)
    """
    return satellite_power_peak_kw


@config.when(satellite_power_basis="bus_power")
def satellite_it_power_peak_kw__bus_power(
    satellite_power_peak_kw: Array, power_usage_effectiveness_ratio: Array
) -> Array:
    """Peak IT power of one satellite whose maker states the power of its bus. [kW]

    satellite_it_power_peak_kw = satellite_power_peak_kw / power_usage_effectiveness_ratio
    The same ratio as on the ground: all power over IT power; in orbit the rest goes to pumps, avionics and conversion.
    Source: definition of power usage effectiveness (ISO/IEC 30134-2).
    Check: satellite_it_power_peak_kw__bus_power(28, 1.25) = 22.4 (0.01%)
    """
    return satellite_power_peak_kw / power_usage_effectiveness_ratio


def satellite_it_power_average_kw(satellite_it_power_peak_kw: Array, it_load_factor_frac: Array) -> Array:
    """Average IT power of one satellite. [kW]

    satellite_it_power_average_kw = satellite_it_power_peak_kw · it_load_factor_frac
    AI1's maker states 150 kW and 120 kW, which is the load factor that both sides take.
    Source: definition of a load factor; one factor serves both sides.
    Check: satellite_it_power_average_kw(150, 0.8) = 120 (0.01%)
    """
    return satellite_it_power_peak_kw * it_load_factor_frac


def satellites_count(it_power_average_mw: Array, satellite_it_power_average_kw: Array) -> Array:
    """Satellites that carry the average IT power. [count]

    satellites_count = it_power_average_mw · 1000 / satellite_it_power_average_kw
    Fractional; those that replace lost ones are in plant_sets_ratio, the wait for them in powered_frac.
    Source: the books: match on average IT power.
    Check: satellites_count(120, 120) = 1000 (0.01%)
    """
    return it_power_average_mw * KW_PER_MW / satellite_it_power_average_kw


def unit_copies_count(satellites_count: Array, unit_satellites_count: Array) -> Array:
    """Fractional copies of the published unit: a satellite, a cluster or a station. [count]

    unit_copies_count = satellites_count / unit_satellites_count
    The mirror of campus_copies_count on the ground.
    Source: the books: both sides are sized in fractional copies of what was published.
    Check: unit_copies_count(162, 81) = 2 (0.01%)
    """
    return satellites_count / unit_satellites_count


@config.when(orbit_plane="sun_synchronous")
def orbit_inclination_deg__sun_synchronous(sun_synchronous_inclination_deg: Array) -> Array:
    """Inclination of an orbit whose plane turns with the Sun. [deg]

    orbit_inclination_deg = sun_synchronous_inclination_deg
    Source: all five proposals fly sun-synchronous shells.
    Check: orbit_inclination_deg__sun_synchronous(97.6) = 97.6 (0.01%)
    """
    return sun_synchronous_inclination_deg


@config.when(orbit_plane="inclined")
def orbit_inclination_deg__inclined(orbit_inclination_stated_deg: Array) -> Array:
    """Inclination of an orbit whose plane turns away from the Sun. [deg]

    orbit_inclination_deg = orbit_inclination_stated_deg
    Source: the fact chosen by the scenario.
    Check: orbit_inclination_deg__inclined(30) = 30 (0.01%)
    """
    return orbit_inclination_stated_deg


def waste_heat_w(satellite_power_peak_kw: Array) -> Array:
    """Heat that one satellite's radiator must reject at its peak. [W]

    waste_heat_w = satellite_power_peak_kw · 1000
    All electric power ends as heat on board; what lasers and radios carry away is under 1 %.
    Source: conservation of energy.
    Check: waste_heat_w(150) = 150000 (0.01%)
    """
    return satellite_power_peak_kw * W_PER_KW


def satellite_radiator_mass_kg(
    radiator_area_m2: Array, radiator_areal_mass_kg_per_m2: Array, loop_equipment_share_frac: Array
) -> Array:
    """Radiator of one satellite with pumps and the rest of its loop. [kg]

    satellite_radiator_mass_kg = radiator_area_m2 · radiator_areal_mass_kg_per_m2 · (1 + loop_equipment_share_frac)
    Source: definition of areal mass, per m2 of panel.
    Check: satellite_radiator_mass_kg(110, 8, 0.1) = 968 (0.01%)
    """
    return radiator_area_m2 * radiator_areal_mass_kg_per_m2 * (1 + loop_equipment_share_frac)


def satellite_accelerators_mass_kg(
    accelerators_installed_count: Array, satellites_count: Array, accelerator_mass_kg: Array
) -> Array:
    """Accelerators on one satellite, with their share of server and rack. [kg]

    satellite_accelerators_mass_kg = accelerators_installed_count / satellites_count · accelerator_mass_kg
    The same hardware as on the ground; hardware built for flight could be lighter.
    Source: the books: one reference accelerator on both sides.
    Check: satellite_accelerators_mass_kg(900, 10, 18.9) = 1701 (0.01%)
    """
    return accelerators_installed_count / satellites_count * accelerator_mass_kg


def satellite_bus_mass_kg(
    satellite_power_peak_kw: Array,
    bus_specific_power_w_per_kg: Array,
    satellite_array_area_m2: Array,
    reference_array_area_m2_per_kw: Array,
    array_areal_mass_kg_per_m2: Array,
) -> Array:
    """Flown bus scaled to the power, with more array where this orbit, life or cell needs more than the flown one has. [kg]

    satellite_bus_mass_kg = peak / bus_specific_power_w_per_kg + (array − peak · flown array per kW) · array_areal_mass_kg_per_m2
    The flown bus counts its power at the start of life; the array here still feeds the load at the end.
    Source: [S063] flown bus; flown roll-out array for the added area.
    Check: satellite_bus_mass_kg(28, 50, 125, 3.75, 3) = 620 (0.01%)
    """
    added_array_m2 = satellite_array_area_m2 - satellite_power_peak_kw * reference_array_area_m2_per_kw
    return satellite_power_peak_kw * W_PER_KW / bus_specific_power_w_per_kg + added_array_m2 * array_areal_mass_kg_per_m2


@config.when(satellite_mass_basis="parts")
def satellite_dry_mass_kg__parts(
    satellite_bus_mass_kg: Array,
    bus_propellant_share_frac: Array,
    satellite_radiator_mass_kg: Array,
    satellite_accelerators_mass_kg: Array,
    satellite_shielding_mass_kg: Array,
    satellite_puncture_protection_mass_kg: Array,
) -> Array:
    """One satellite without propellant, built from a flown bus with what that bus does not carry. [kg]

    m = bus · (1 − its propellant) + radiator + accelerators + shielding + spare loops
    The flown bus has a battery for 36 % of eclipse; this orbit needs less.
    Source: sum of parts.
    Check: satellite_dry_mass_kg__parts(3000, 0.05, 1500, 1500, 300, 100) = 6250 (0.01%)
    """
    flown = satellite_bus_mass_kg * (1 - bus_propellant_share_frac)
    added = satellite_shielding_mass_kg + satellite_puncture_protection_mass_kg
    return flown + satellite_radiator_mass_kg + satellite_accelerators_mass_kg + added


@config.when(satellite_mass_basis="parts")
def satellite_parts_mass_kg(satellite_dry_mass_kg: Array, satellite_propellant_mass_kg: Array) -> Array:
    """One satellite built from a flown bus, as it is launched: with the propellant that its own orbit and life need. [kg]

    m = satellite_dry_mass_kg + satellite_propellant_mass_kg
    Source: sum of parts.
    Check: satellite_parts_mass_kg(6250, 150) = 6400 (0.01%)
    """
    return satellite_dry_mass_kg + satellite_propellant_mass_kg


@config.when_not(satellite_mass_basis="parts")
def satellite_plant_share_frac__budget(satellite_accelerators_mass_kg: Array, satellite_budget_mass_kg: Array) -> Array:
    """Share of a satellite's mass that is not accelerators, from its budget. [frac]

    satellite_plant_share_frac = 1 − satellite_accelerators_mass_kg / satellite_budget_mass_kg
    A stated mass takes its share from the budget: where it is below that, every part is lighter alike.
    Source: ratio of parts.
    Check: satellite_plant_share_frac__budget(1500, 6000) = 0.75 (0.01%)
    """
    return 1 - satellite_accelerators_mass_kg / satellite_budget_mass_kg


@config.when(satellite_mass_basis="parts")
def satellite_plant_share_frac__parts(satellite_accelerators_mass_kg: Array, satellite_parts_mass_kg: Array) -> Array:
    """Share of a satellite's mass that is not accelerators, from its parts. [frac]

    satellite_plant_share_frac = 1 − satellite_accelerators_mass_kg / satellite_parts_mass_kg
    Source: ratio of parts.
    Check: satellite_plant_share_frac__parts(1500, 6000) = 0.75 (0.01%)
    """
    return 1 - satellite_accelerators_mass_kg / satellite_parts_mass_kg


@config.when(satellite_mass_basis="parts")
def satellite_specific_power_w_per_kg__parts(satellite_power_peak_kw: Array, satellite_parts_mass_kg: Array) -> Array:
    """Peak power per kg of the whole satellite, built from parts. [W/kg]

    satellite_specific_power_w_per_kg = satellite_power_peak_kw · 1000 / satellite_parts_mass_kg
    Source: definition of specific power, read on the peak.
    Check: satellite_specific_power_w_per_kg__parts(150, 6000) = 25 (0.01%)
    """
    return satellite_power_peak_kw * W_PER_KW / satellite_parts_mass_kg


@config.when(satellite_mass_basis="stated")
def satellite_specific_power_w_per_kg__stated(satellite_specific_power_stated_w_per_kg: Array) -> Array:
    """Peak power per kg of the whole satellite as its maker states it. [W/kg]

    satellite_specific_power_w_per_kg = satellite_specific_power_stated_w_per_kg
    Source: the fact chosen by the scenario; unflown.
    Check: satellite_specific_power_w_per_kg__stated(70) = 70 (0.01%)
    """
    return satellite_specific_power_stated_w_per_kg


def satellite_mass_kg(satellite_power_peak_kw: Array, satellite_specific_power_w_per_kg: Array) -> Array:
    """Mass of one whole satellite, accelerators included. [kg]

    satellite_mass_kg = satellite_power_peak_kw · 1000 / satellite_specific_power_w_per_kg
    Source: definition of specific power, read on the peak.
    Check: satellite_mass_kg(150, 70) = 2142.86 (0.01%)
    """
    return satellite_power_peak_kw * W_PER_KW / satellite_specific_power_w_per_kg


def satellite_mass_left_for_bus_kg(
    satellite_mass_kg: Array, satellite_radiator_mass_kg: Array, satellite_accelerators_mass_kg: Array
) -> Array:
    """What a satellite's mass leaves for array, battery, structure and propulsion. [kg]

    satellite_mass_left_for_bus_kg = satellite_mass_kg − satellite_radiator_mass_kg − satellite_accelerators_mass_kg
    Negative when a stated mass has no room for the reference accelerator: then the claim needs lighter hardware.
    Source: difference of parts.
    Check: satellite_mass_left_for_bus_kg(2143, 500, 1701) = -58 (0.01%)
    """
    return satellite_mass_kg - satellite_radiator_mass_kg - satellite_accelerators_mass_kg


@config.when(failure_policy="fail_in_place")
def accelerator_service_years__fail_in_place(
    accelerator_lifetime_years: Array, satellite_lifetime_years: Array
) -> Array:
    """Years that a set of accelerators serves when nobody visits: the shorter of the two lives. [years]

    accelerator_service_years = min(accelerator_lifetime_years, satellite_lifetime_years)
    Source: chips and satellite go up and come down together.
    Check: accelerator_service_years__fail_in_place(6, 5) = 5 (0.01%)
    """
    return np.minimum(accelerator_lifetime_years, satellite_lifetime_years)


@config.when(failure_policy="replace")
def accelerator_service_years__replace(accelerator_lifetime_years: Array) -> Array:
    """Years that a set of accelerators serves when a servicer can swap it. [years]

    accelerator_service_years = accelerator_lifetime_years
    The servicer and its flights are not priced yet: a lower bound of the cost.
    Source: the fact chosen by the scenario.
    Check: accelerator_service_years__replace(6) = 6 (0.01%)
    """
    return accelerator_lifetime_years


@config.when(failure_policy="fail_in_place")
def satellite_service_years__fail_in_place(accelerator_service_years: Array) -> Array:
    """Years that a satellite serves when nobody visits. [years]

    satellite_service_years = accelerator_service_years
    Source: chips and satellite go up and come down together.
    Check: satellite_service_years__fail_in_place(5) = 5 (0.01%)
    """
    return accelerator_service_years


@config.when(failure_policy="replace")
def satellite_service_years__replace(satellite_lifetime_years: Array) -> Array:
    """Years that a satellite serves when its accelerators can be swapped. [years]

    satellite_service_years = satellite_lifetime_years
    Source: the fact chosen by the scenario.
    Check: satellite_service_years__replace(7) = 7 (0.01%)
    """
    return satellite_lifetime_years


def plant_service_years(satellite_service_years: Array) -> Array:
    """Years that the plant (here the satellite) serves. [years]

    plant_service_years = satellite_service_years
    Source: the same name as the building's on the ground, so that one refresh rule reads both.
    Check: plant_service_years(5) = 5 (0.01%)
    """
    return satellite_service_years


def plant_loss_frac_per_year(satellite_loss_frac_per_year: Array) -> Array:
    """Share of the plant (here the satellites) that is lost in a year in the middle of its life. [1/year]

    plant_loss_frac_per_year = satellite_loss_frac_per_year
    Source: the same name as on the ground, so that one rule of replacement reads both.
    Check: plant_loss_frac_per_year(0.003) = 0.003 (0.01%)
    """
    return satellite_loss_frac_per_year


def satellites_standing_frac(satellite_loss_frac_per_year: Array, satellite_replacement_wait_days: Array) -> Array:
    """Share of the fleet that stands when each lost satellite is replaced. [frac]

    satellites_standing_frac = 1 / (1 + λ·τ), λ the losses a year, τ the years until the replacement serves
    Rates and times at or above 0; the same rule as for accelerators that are swapped.
    Source: steady state of a two-state repairable unit.
    Check: satellites_standing_frac(0.01, 36.525) = 0.999001 (0.001%)
    """
    return 1 / (1 + satellite_loss_frac_per_year * satellite_replacement_wait_days / DAYS_PER_YEAR)


@config.when(eclipse_operation="battery")
def powered_frac__battery(satellites_standing_frac: Array) -> Array:
    """Share of the year in which the installed IT is powered, battery through eclipse. [frac]

    powered_frac = satellites_standing_frac
    Source: definition; the battery carries the load.
    Check: powered_frac__battery(0.98) = 0.98 (0.01%)
    """
    return satellites_standing_frac


@config.when(eclipse_operation="pause")
def powered_frac__pause(satellites_standing_frac: Array, eclipse_fraction_year_mean_frac: Array) -> Array:
    """Share of the year in which the installed IT is powered, pausing in eclipse. [frac]

    powered_frac = satellites_standing_frac · (1 − eclipse_fraction_year_mean_frac)
    Source: the orbit's geometry.
    Check: powered_frac__pause(0.98, 0.05) = 0.931 (0.01%)
    """
    return satellites_standing_frac * (1 - eclipse_fraction_year_mean_frac)


def orbital_array_area_m2(satellites_count: Array, satellite_array_area_m2: Array) -> Array:
    """Array area of the fleet. [m2]

    orbital_array_area_m2 = satellites_count · satellite_array_area_m2
    Never added to acres on the ground.
    Source: sum over satellites.
    Check: orbital_array_area_m2(10, 500) = 5000 (0.01%)
    """
    return satellites_count * satellite_array_area_m2


def orbital_radiator_area_m2(satellites_count: Array, radiator_built_area_m2: Array) -> Array:
    """Radiator area of the fleet with its spare loops, one side of the panel. [m2]

    orbital_radiator_area_m2 = satellites_count · radiator_built_area_m2
    Never added to acres on the ground.
    Source: sum over satellites.
    Check: orbital_radiator_area_m2(10, 110) = 1100 (0.01%)
    """
    return satellites_count * radiator_built_area_m2
