"""What keeps a fleet going: replacements, assembly, propellant and the power that it carries."""

from earth_or_orbit.constants import HOURS_PER_DAY, MINUTES_PER_HOUR, Array
from earth_or_orbit.quantities.launch_counts import whole_count


def replaced_satellites_per_year(satellites_count: Array, service_years: Array) -> Array:
    """Satellites replaced in a year by a fleet in steady state. [1/year]

    n = satellites / life.
    Source: definition.
    Check: replaced_satellites_per_year(1000000, 5) = 200000 (0%)
    """
    return satellites_count / service_years


def fleet_of_replacements_count(satellites_per_year: Array, service_years: Array) -> Array:
    """Fleet in steady state that a yearly number of satellites keeps up. [count]

    N = satellites a year × life.
    Source: definition.
    Check: fleet_of_replacements_count(200000, 5) = 1000000 (0%)
    """
    return satellites_per_year * service_years


def upkeep_mass_kg_per_year(fleet_mass_kg: Array, service_years: Array) -> Array:
    """Mass a year that keeps up a fleet in steady state. [kg/year]

    m' = fleet's mass / life.
    Source: definition.
    Check: upkeep_mass_kg_per_year(14285e3, 5) = 2857e3 (0%)
    """
    return fleet_mass_kg / service_years


def upkeep_mass_of_satellites_kg_per_year(
    satellites_count: Array, satellite_mass_kg: Array, service_years: Array
) -> Array:
    """Mass a year that keeps up a fleet, from its satellites. [kg/year]

    m' = satellites × mass / life.
    Source: definition.
    Check: upkeep_mass_of_satellites_kg_per_year(1000000, 1000, 5) = 2e8 (0%)
    """
    return satellites_count * satellite_mass_kg / service_years


def upkeep_launches_per_year(satellites_count: Array, service_years: Array, satellites_per_launch_count: Array) -> Array:
    """Launches a year that keep up a fleet, from the satellites of a launch. [1/year]

    n = satellites / life / satellites of a launch.
    Source: definition.
    Check: upkeep_launches_per_year(1000000, 5, 50) = 4000 (0%)
    """
    return satellites_count / service_years / satellites_per_launch_count


def upkeep_mass_launches_per_year(
    satellites_count: Array, satellite_mass_kg: Array, service_years: Array, launch_payload_kg: Array
) -> Array:
    """Launches a year that keep up a fleet, by mass. [1/year]

    n = satellites × mass / life / payload.
    Source: definition.
    Check: upkeep_mass_launches_per_year(1000000, 1000, 5, 100e3) = 2000 (0%)
    """
    return satellites_count * satellite_mass_kg / service_years / launch_payload_kg


def fleet_mass_launches_per_year(fleet_mass_kg: Array, service_years: Array, launch_payload_kg: Array) -> Array:
    """Launches a year that keep up a fleet, from its mass. [1/year]

    n = fleet's mass / life / payload.
    Source: definition.
    Check: fleet_mass_launches_per_year(1e9, 5, 100e3) = 2000 (0%)
    """
    return fleet_mass_kg / service_years / launch_payload_kg


def replenished_frac_per_year(replenished_mass_kg_per_year: Array, fleet_mass_kg: Array) -> Array:
    """Share of a fleet's mass that is sent up again in a year. [1/year]

    share = mass a year / fleet's mass.
    Source: definition.
    Check: replenished_frac_per_year(6.6e3, 61.25e3) = 0.10776 (0.01%)
    """
    return replenished_mass_kg_per_year / fleet_mass_kg


def replenished_per_power_frac_per_year(
    replenished_kg_per_kw_year: Array, deployed_kg_per_kw: Array
) -> Array:
    """Share of a fleet's mass that is sent up again in a year, from masses of a kilowatt. [1/year]

    share = mass a kilowatt and year / mass of a kilowatt.
    Source: definition.
    Check: replenished_per_power_frac_per_year(6.6, 61.25) = 0.10776 (0.01%)
    """
    return replenished_kg_per_kw_year / deployed_kg_per_kw


def replenished_mass_kg_per_year(replenished_kg_per_kw_year: Array, fleet_power_kw: Array) -> Array:
    """Mass a year that keeps up a power in orbit. [kg/year]

    m' = mass a kilowatt and year × power.
    Source: definition.
    Check: replenished_mass_kg_per_year(6.6, 1e6) = 6.6e6 (0%)
    """
    return replenished_kg_per_kw_year * fleet_power_kw


def renewal_of_life_frac_per_year(service_years: Array) -> Array:
    """Share of a fleet that is replaced in a year, from its life. [1/year]

    share = 1 / life.
    Source: steady state.
    Check: renewal_of_life_frac_per_year(5) = 0.2 (0%)
    """
    return 1 / service_years


def operations_per_kw_year(operations_count: Array, fleet_power_kw: Array, counted_years: Array) -> Array:
    """Operations for each kilowatt and year. [1/kW/year]

    n = operations / power / years counted.
    Source: definition.
    Check: operations_per_kw_year(406000, 1e6, 1) = 0.406 (0%)
    """
    return operations_count / fleet_power_kw / counted_years


def fleet_operations_per_year(operations_per_kw_year: Array, fleet_power_kw: Array) -> Array:
    """Operations of a fleet in a year. [1/year]

    n = operations of a kilowatt and year × power.
    Source: definition.
    Check: fleet_operations_per_year(0.4, 1e6) = 400000 (0%)
    """
    return operations_per_kw_year * fleet_power_kw


def work_time_h(modules_count: Array, module_work_min: Array, robots_count: Array) -> Array:
    """Time that modules take to dock or be mounted one after the other, shared among robots. [h]

    t = modules × minutes / robots.
    Source: definition.
    Check: work_time_h(2000, 90, 1) = 3000 (0%)
    """
    return modules_count * module_work_min / MINUTES_PER_HOUR / robots_count


def work_days(
    modules_count: Array, module_work_min: Array, robots_count: Array, working_time_h_per_day: Array
) -> Array:
    """Days that modules take to dock or be mounted when each day has some hours of work. [days]

    t = modules × minutes / robots / hours a day.
    Source: definition.
    Check: work_days(2000, 90, 5, 20) = 30 (0%)
    """
    return work_time_h(modules_count, module_work_min, robots_count) / working_time_h_per_day


def robots_needed_count(modules_count: Array, module_work_min: Array, working_time_h: Array) -> Array:
    """Robots that mount modules within a time, in fractions of a robot. [count]

    n = modules × minutes / time.
    Source: definition.
    Check: robots_needed_count(2000, 90, 600) = 5 (0%)
    """
    return modules_count * module_work_min / MINUTES_PER_HOUR / working_time_h


def whole_robots_needed_count(modules_count: Array, module_work_min: Array, working_time_h: Array) -> Array:
    """Whole robots that mount modules within a time. [count]

    n = ⌈modules × minutes / time⌉.
    Source: definition.
    Check: whole_robots_needed_count(2000, 90, 700) = 5 (0%)
    """
    return whole_count(robots_needed_count(modules_count, module_work_min, working_time_h))


def modules_per_day(module_work_min: Array, robots_count: Array) -> Array:
    """Modules that robots mount in a day without pause. [1/day]

    n = robots × 24 h / minutes of a module.
    Source: definition.
    Check: modules_per_day(90, 2) = 32 (0%)
    """
    return robots_count * HOURS_PER_DAY * MINUTES_PER_HOUR / module_work_min


def satellites_of_power_count(fleet_power_kw: Array, satellite_power_kw: Array) -> Array:
    """Satellites that carry a power, in fractions of a satellite. [count]

    N = power / power of one.
    Source: definition.
    Check: satellites_of_power_count(1e6, 120) = 8333.3 (0.01%)
    """
    return fleet_power_kw / satellite_power_kw


def whole_satellites_of_power_count(fleet_power_kw: Array, satellite_power_kw: Array) -> Array:
    """Whole satellites that carry a power. [count]

    N = ⌈power / power of one⌉.
    Source: definition.
    Check: whole_satellites_of_power_count(1e6, 120) = 8334 (0%)
    """
    return whole_count(fleet_power_kw / satellite_power_kw)


def power_of_satellites_kw(satellites_count: Array, satellite_power_kw: Array) -> Array:
    """Power of a fleet. [kW]

    P = satellites × power of one.
    Source: definition.
    Check: power_of_satellites_kw(81, 28) = 2268 (0%)
    """
    return satellites_count * satellite_power_kw


def fleet_propellant_kg_per_year(satellites_count: Array, satellite_propellant_kg_per_year: Array) -> Array:
    """Propellant of a fleet in a year. [kg/year]

    m' = satellites × propellant of one a year.
    Source: definition.
    Check: fleet_propellant_kg_per_year(1000, 4.5) = 4500 (0%)
    """
    return satellites_count * satellite_propellant_kg_per_year


def propellant_over_life_kg(satellite_propellant_kg_per_year: Array, service_years: Array) -> Array:
    """Propellant of a satellite over its life. [kg]

    m = propellant a year × life.
    Source: definition.
    Check: propellant_over_life_kg(4.5, 5) = 22.5 (0%)
    """
    return satellite_propellant_kg_per_year * service_years


def replenished_frac(replenished_mass_kg_per_year: Array, fleet_mass_kg: Array) -> Array:
    """Share of a fleet's mass that one year sends up again. [frac]

    share = mass of 1 year / fleet's mass.
    Source: definition.
    Check: replenished_frac(6.6e3, 61.25e3) = 0.10776 (0.01%)
    """
    return replenished_mass_kg_per_year / fleet_mass_kg


def replenished_per_power_frac(replenished_kg_per_kw_year: Array, deployed_kg_per_kw: Array) -> Array:
    """Share of a fleet's mass that one year sends up again, from masses of a kilowatt. [frac]

    share = mass of a kilowatt in 1 year / mass of a kilowatt.
    Source: definition.
    Check: replenished_per_power_frac(6.6, 61.25) = 0.10776 (0.01%)
    """
    return replenished_kg_per_kw_year / deployed_kg_per_kw


def replenished_launches_per_year(
    replenished_kg_per_kw_year: Array, fleet_power_kw: Array, launch_payload_kg: Array
) -> Array:
    """Launches a year that keep up a power in orbit. [1/year]

    n = mass a kilowatt and year × power / payload.
    Source: definition.
    Check: replenished_launches_per_year(6.6, 1e6, 100e3) = 66 (0.01%)
    """
    return replenished_kg_per_kw_year * fleet_power_kw / launch_payload_kg


def fleet_propellant_over_life_kg(
    satellites_count: Array, satellite_propellant_kg_per_year: Array, service_years: Array
) -> Array:
    """Propellant of a fleet over the life of its satellites. [kg]

    m = satellites × propellant a year × life.
    Source: definition.
    Check: fleet_propellant_over_life_kg(1000, 4.5, 5) = 22500 (0%)
    """
    return satellites_count * satellite_propellant_kg_per_year * service_years


def fleet_mass_of_satellites_kg(satellites_count: Array, satellite_mass_kg: Array) -> Array:
    """Mass of a number of satellites. [kg]

    m = satellites × mass of one.
    Source: definition.
    Check: fleet_mass_of_satellites_kg(81, 575) = 46575 (0%)
    """
    return satellites_count * satellite_mass_kg
