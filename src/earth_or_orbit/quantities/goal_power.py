"""What a goal of power added every year takes, in orbit and on the ground, and what a fleet takes of a rocket."""

import numpy as np

from earth_or_orbit.constants import DAYS_PER_YEAR, METHANE_DENSITY_KG_PER_M3, Array


def goal_satellites_count_per_year(
    compute_goal_mw_per_year: Array, satellite_it_power_peak_mw: Array, satellite_early_loss_frac: Array
) -> Array:
    """Satellites to place every year so that a peak IT power is added every year. [1/year]

    n = compute_goal_mw_per_year / (satellite_it_power_peak_mw · (1 − satellite_early_loss_frac))
    Replacements come on top of it once satellites retire.
    Source: division.
    Check: goal_satellites_count_per_year(100000, 0.1, 0.02) = 1.0204e6 (0.01%)
    """
    return compute_goal_mw_per_year / (satellite_it_power_peak_mw * (1 - satellite_early_loss_frac))


def goal_launches_count_per_year(
    goal_satellites_count_per_year: Array, satellites_per_launch_count: Array, launch_success_frac: Array
) -> Array:
    """Launches a year that place a number of satellites a year. [1/year]

    n = goal_satellites_count_per_year / (satellites_per_launch_count · launch_success_frac)
    Source: division.
    Check: goal_launches_count_per_year(700000, 70, 1) = 10000 (0.01%)
    """
    return goal_satellites_count_per_year / (satellites_per_launch_count * launch_success_frac)


def payloads_needed_count(fleet_lifted_kg: Array, payload_to_orbit_kg: Array) -> Array:
    """Full payloads that a mass fills. [count]

    n = fleet_lifted_kg / payload_to_orbit_kg: by mass alone, whatever the room under the fairing.
    Source: division.
    Check: payloads_needed_count(1e9, 1e5) = 10000 (0.01%)
    """
    return fleet_lifted_kg / payload_to_orbit_kg


def launch_sites_needed_count(goal_launches_count_per_year: Array, launch_site_launches_count_per_year: Array) -> Array:
    """Launch sites, each flown to its yearly permit. [count]

    n = goal_launches_count_per_year / launch_site_launches_count_per_year
    Source: division.
    Check: launch_sites_needed_count(10000, 76) = 131.58 (0.01%)
    """
    return goal_launches_count_per_year / launch_site_launches_count_per_year


def goal_array_m2_per_year(goal_satellites_count_per_year: Array, satellite_array_area_m2: Array) -> Array:
    """Solar arrays launched in a year. [m2/year]

    A = goal_satellites_count_per_year · satellite_array_area_m2
    Source: sum over satellites.
    Check: goal_array_m2_per_year(700000, 715) = 5.005e8 (0.01%)
    """
    return goal_satellites_count_per_year * satellite_array_area_m2


def goal_methane_kg_per_year(goal_launches_count_per_year: Array, propellant_mass_kg: Array, fuel_frac: Array) -> Array:
    """Fuel that the launches burn in a year. [kg/year]

    m = goal_launches_count_per_year · propellant_mass_kg · fuel_frac
    Source: load of all stages; the rest is oxygen.
    Check: goal_methane_kg_per_year(10000, 5e6, 0.23) = 1.15e10 (0.01%)
    """
    return goal_launches_count_per_year * propellant_mass_kg * fuel_frac


def gas_made_kg_per_year(gas_made_m3_per_year: Array) -> Array:
    """Mass of the natural gas made in a year, taken as methane. [kg/year]

    m = gas_made_m3_per_year · ρ, at 15 °C and one atmosphere; dry gas holds a few per cent of heavier molecules.
    Source: density of methane.
    Check: gas_made_kg_per_year(1.095e12) = 7.446e11 (0.1%)
    """
    return gas_made_m3_per_year * METHANE_DENSITY_KG_PER_M3


def goal_reentries_per_day(goal_satellites_count_per_year: Array) -> Array:
    """Satellites that come down in a day once what retires meets what is placed. [1/day]

    n = goal_satellites_count_per_year / 365.25: what goes up comes down.
    Source: steady state.
    Check: goal_reentries_per_day(365250) = 1000 (0.01%)
    """
    return goal_satellites_count_per_year / DAYS_PER_YEAR


def goal_standing_mw(compute_goal_mw_per_year: Array, satellite_service_years: Array) -> Array:
    """Power that stands once retirement meets what is added, losses on the way left out. [MW]

    P = compute_goal_mw_per_year · satellite_service_years
    Source: stock of a constant flow with a fixed life.
    Check: goal_standing_mw(100000, 5) = 500000 (0.01%)
    """
    return compute_goal_mw_per_year * satellite_service_years


def campus_land_m2_per_mw(campus_land_m2: Array, it_power_peak_mw: Array) -> Array:
    """Campus land per peak IT power. [m2/MW]

    a = campus_land_m2 / it_power_peak_mw
    Source: division.
    Check: campus_land_m2_per_mw(1315000, 369) = 3563.7 (0.01%)
    """
    return campus_land_m2 / it_power_peak_mw


def goal_land_m2_per_year(compute_goal_mw_per_year: Array, campus_land_m2_per_mw: Array) -> Array:
    """Campus land taken in a year. [m2/year]

    A = compute_goal_mw_per_year · campus_land_m2_per_mw
    Source: the density of one campus.
    Check: goal_land_m2_per_year(100000, 3563.7) = 3.5637e8 (0.01%)
    """
    return compute_goal_mw_per_year * campus_land_m2_per_mw


def facility_to_it_ratio(facility_peak_mw: Array, it_power_peak_mw: Array) -> Array:
    """Peak at the meter over peak IT power. [ratio]

    r = facility_peak_mw / it_power_peak_mw
    Source: definition.
    Check: facility_to_it_ratio(450, 369) = 1.2195 (0.01%)
    """
    return facility_peak_mw / it_power_peak_mw


def goal_facility_mw_per_year(compute_goal_mw_per_year: Array, facility_to_it_ratio: Array) -> Array:
    """Power at the meter that is added in a year. [MW/year]

    P = compute_goal_mw_per_year · facility_to_it_ratio
    Source: definition.
    Check: goal_facility_mw_per_year(100000, 1.1) = 110000 (0.01%)
    """
    return compute_goal_mw_per_year * facility_to_it_ratio


def fleet_flights_count(
    satellites_count: Array, satellite_early_loss_frac: Array, satellites_per_launch_count: Array, launch_success_frac: Array
) -> Array:
    """Flights that place a fleet. [count]

    n = satellites_count / ((1 − satellite_early_loss_frac) · satellites_per_launch_count · launch_success_frac)
    Source: division.
    Check: fleet_flights_count(1000, 0, 2, 0.5) = 1000 (0.01%)
    """
    return satellites_count / ((1 - satellite_early_loss_frac) * satellites_per_launch_count * launch_success_frac)


def flights_needed_count_per_year(fleet_flights_count: Array, build_years: Array) -> Array:
    """Flights a year that place a fleet in some years, none of them shared. [1/year]

    n = fleet_flights_count / build_years. Years above 0.
    Source: division.
    Check: flights_needed_count_per_year(1000, 2.5) = 400 (0.01%)
    """
    years = np.asarray(build_years, dtype=float)
    if years.ndim == 0 and years <= 0:
        raise ValueError(f"build_years is {years:g}; allowed: above 0")
    return (fleet_flights_count / np.where(years > 0, years, np.nan))[()]


def replacement_flights_count_per_year(fleet_flights_count: Array, satellite_service_years: Array) -> Array:
    """Flights a year that hold a standing fleet against retirement, losses on the way left out. [1/year]

    n = fleet_flights_count / satellite_service_years
    Source: stock over life.
    Check: replacement_flights_count_per_year(1000, 5) = 200 (0.01%)
    """
    return fleet_flights_count / satellite_service_years
