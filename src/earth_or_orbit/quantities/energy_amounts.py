"""Energy of a load over a time, as studies that print a power or a number of devices leave it to the reader."""

from earth_or_orbit.constants import HOURS_PER_CALENDAR_YEAR, Array


def stated_energy_mwh(energy_mwh: Array) -> Array:
    """An amount of energy as it is stated or led to. [MWh]

    E = E; what is asked for is the unit or the way to it.
    Source: definition.
    Check: stated_energy_mwh(5) = 5 (0%)
    """
    return energy_mwh


def facility_energy_mwh(it_energy_mwh: Array, power_usage_effectiveness_ratio: Array) -> Array:
    """Energy of the facility for an amount of IT energy. [MWh]

    E = E_IT × PUE.
    Source: definition.
    Check: facility_energy_mwh(100, 1.2) = 120 (0.01%)
    """
    return it_energy_mwh * power_usage_effectiveness_ratio


def energy_of_hours_mwh(supplied_power_mw: Array, powered_h: Array, capacity_factor_frac: Array) -> Array:
    """Energy of a power over some hours. [MWh]

    E = P × t × capacity factor.
    Source: definition.
    Check: energy_of_hours_mwh(2, 10, 0.5) = 10 (0%)
    """
    return supplied_power_mw * powered_h * capacity_factor_frac


def energy_of_years_mwh(
    supplied_power_mw: Array,
    supplied_years: Array,
    capacity_factor_frac: Array,
    powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR,
) -> Array:
    """Energy of a power over some years. [MWh]

    E = P × years × hours a year × capacity factor.
    Source: definition.
    Check: energy_of_years_mwh(1000, 10, 0.95, 8760) = 83.22e6 (0.01%)
    """
    return supplied_power_mw * supplied_years * capacity_factor_frac * powered_hours_per_year


def energy_in_a_year_mwh(
    supplied_power_mw: Array, capacity_factor_frac: Array, powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR
) -> Array:
    """Energy of a power in one year. [MWh]

    E = P × hours a year × capacity factor.
    Source: definition.
    Check: energy_in_a_year_mwh(100, 0.8, 8760) = 700800 (0.01%)
    """
    return supplied_power_mw * capacity_factor_frac * powered_hours_per_year


def energy_of_capacity_mwh(
    capacity_mw: Array, capacity_factor_frac: Array, powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR
) -> Array:
    """Energy of a capacity in one year. [MWh]

    E = P × capacity factor × hours a year.
    Source: definition.
    Check: energy_of_capacity_mwh(1000, 0.25, 8760) = 2190000 (0.01%)
    """
    return capacity_mw * capacity_factor_frac * powered_hours_per_year


def energy_of_tasks_in_a_year_mwh(tasks_per_year: Array, task_energy_mwh: Array) -> Array:
    """Energy of one year of a steady flow of tasks. [MWh]

    E = tasks a year × energy of one.
    Source: definition.
    Check: energy_of_tasks_in_a_year_mwh(1e9, 3e-7) = 300 (0.01%)
    """
    return tasks_per_year * task_energy_mwh


def energy_of_one_year_mwh(energy_mwh_per_year: Array) -> Array:
    """Energy of one year of a yearly supply. [MWh]

    E = yearly energy × 1 year.
    Source: definition.
    Check: energy_of_one_year_mwh(5) = 5 (0%)
    """
    return energy_mwh_per_year


def energy_of_several_years_mwh(energy_mwh_per_year: Array, supplied_years: Array) -> Array:
    """Energy of several years of a yearly supply. [MWh]

    E = yearly energy × years.
    Source: definition.
    Check: energy_of_several_years_mwh(5, 10) = 50 (0%)
    """
    return energy_mwh_per_year * supplied_years


def energy_of_device_hours_mwh(device_hours_h: Array, device_power_mw: Array) -> Array:
    """Energy of so many hours of a device, such as GPU-hours. [MWh]

    E = device hours × power of one.
    Source: definition.
    Check: energy_of_device_hours_mwh(1e6, 0.0007) = 700 (0.01%)
    """
    return device_hours_h * device_power_mw


def energy_of_tasks_mwh(tasks_count: Array, task_energy_mwh: Array) -> Array:
    """Energy of so many tasks, such as answers. [MWh]

    E = tasks × energy of one.
    Source: definition.
    Check: energy_of_tasks_mwh(1e9, 3e-7) = 300 (0.01%)
    """
    return tasks_count * task_energy_mwh


def energy_before_losses_mwh(delivered_energy_mwh: Array, grid_loss_frac: Array) -> Array:
    """Energy that power plants send out for an amount delivered. [MWh]

    E = delivered / (1 − loss). Losses below 1.
    Source: definition.
    Check: energy_before_losses_mwh(95, 0.05) = 100 (0.01%)
    """
    return delivered_energy_mwh / (1 - grid_loss_frac)


def power_of_devices_mw(devices_count: Array, device_power_mw: Array) -> Array:
    """Power of so many devices. [MW]

    P = number × power of one.
    Source: definition.
    Check: power_of_devices_mw(100000, 0.0014) = 140 (0.01%)
    """
    return devices_count * device_power_mw


def facility_power_mw(it_power_mw: Array, power_usage_effectiveness_ratio: Array) -> Array:
    """Power of the facility around an IT load. [MW]

    P = P_IT × PUE.
    Source: definition.
    Check: facility_power_mw(100, 1.3) = 130 (0.01%)
    """
    return it_power_mw * power_usage_effectiveness_ratio


def it_power_of_facility_mw(facility_power_mw: Array, power_usage_effectiveness_ratio: Array) -> Array:
    """IT load that a facility power carries. [MW]

    P_IT = P / PUE.
    Source: definition.
    Check: it_power_of_facility_mw(130, 1.3) = 100 (0.01%)
    """
    return facility_power_mw / power_usage_effectiveness_ratio


def yearly_mean_power_mw(energy_mwh_per_year: Array, powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR) -> Array:
    """Mean power of a yearly energy. [MW]

    P = yearly energy / hours a year.
    Source: definition.
    Check: yearly_mean_power_mw(8760, 8760) = 1 (0%)
    """
    return energy_mwh_per_year / powered_hours_per_year


def capacity_factor_of_energy_frac(
    energy_mwh_per_year: Array, capacity_mw: Array, powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR
) -> Array:
    """Yearly energy as a share of what the full capacity would give. [frac]

    cf = yearly energy / (P × hours a year).
    Source: definition.
    Check: capacity_factor_of_energy_frac(4380, 1, 8760) = 0.5 (0%)
    """
    return energy_mwh_per_year / (capacity_mw * powered_hours_per_year)


def capacity_for_energy_mw(
    energy_mwh_per_year: Array, capacity_factor_frac: Array, powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR
) -> Array:
    """Capacity that gives a yearly energy. [MW]

    P = yearly energy / (capacity factor × hours a year).
    Source: definition.
    Check: capacity_for_energy_mw(4380, 0.5, 8760) = 1 (0%)
    """
    return energy_mwh_per_year / (capacity_factor_frac * powered_hours_per_year)


def capacity_for_load_mw(supplied_power_mw: Array, capacity_factor_frac: Array) -> Array:
    """Capacity whose mean output is a load. [MW]

    P = load / capacity factor.
    Source: definition.
    Check: capacity_for_load_mw(250, 0.25) = 1000 (0%)
    """
    return supplied_power_mw / capacity_factor_frac


def mean_output_mw(capacity_mw: Array, capacity_factor_frac: Array) -> Array:
    """Mean output of a capacity. [MW]

    P = capacity × capacity factor.
    Source: definition.
    Check: mean_output_mw(1000, 0.25) = 250 (0%)
    """
    return capacity_mw * capacity_factor_frac


def fuel_energy_mwh(energy_mwh: Array, fuel_mwh_per_mwh: Array) -> Array:
    """Fuel burnt for an amount of electricity, as heat. [MWh]

    Q = E × heat rate.
    Source: definition.
    Check: fuel_energy_mwh(10, 2) = 20 (0%)
    """
    return energy_mwh * fuel_mwh_per_mwh


def fuel_mwh_per_mwh(plant_efficiency_frac: Array) -> Array:
    """Heat rate of a plant: fuel for one unit of electricity. [MWh/MWh]

    heat rate = 1 / efficiency, in one unit of energy for both.
    Source: definition.
    Check: fuel_mwh_per_mwh(0.5) = 2 (0%)
    """
    return 1 / plant_efficiency_frac


def plant_efficiency_frac(fuel_mwh_per_mwh: Array) -> Array:
    """Efficiency of a plant from its heat rate. [frac]

    efficiency = 1 / heat rate, in one unit of energy for both.
    Source: definition.
    Check: plant_efficiency_frac(2) = 0.5 (0%)
    """
    return 1 / fuel_mwh_per_mwh


def energy_of_share_mwh(whole_energy_mwh: Array, energy_share_frac: Array) -> Array:
    """Energy that is a share of another. [MWh]

    E = whole × share.
    Source: definition.
    Check: energy_of_share_mwh(4000, 0.044) = 176 (0.01%)
    """
    return whole_energy_mwh * energy_share_frac


def energy_share_frac(part_energy_mwh: Array, whole_energy_mwh: Array) -> Array:
    """One energy as a share of another. [frac]

    share = part / whole.
    Source: definition.
    Check: energy_share_frac(176, 4400) = 0.04 (0.01%)
    """
    return part_energy_mwh / whole_energy_mwh


def home_energy_of_one_year_mwh(home_energy_mwh_per_year: Array) -> Array:
    """Energy of one home in one year. [MWh]

    E = yearly energy × 1 year.
    Source: definition.
    Check: home_energy_of_one_year_mwh(10.5) = 10.5 (0%)
    """
    return home_energy_mwh_per_year


def homes_of_energy_count(energy_mwh: Array, home_energy_mwh: Array) -> Array:
    """Homes that use as much energy in the same time. [count]

    n = E / energy of one home.
    Source: definition.
    Check: homes_of_energy_count(10.5e3, 10.5) = 1000 (0.01%)
    """
    return energy_mwh / home_energy_mwh


def power_usage_of_energy_ratio(facility_energy_mwh: Array, it_energy_mwh: Array) -> Array:
    """Facility energy over IT energy. [ratio]

    PUE = E / E_IT.
    Source: definition.
    Check: power_usage_of_energy_ratio(120, 100) = 1.2 (0.01%)
    """
    return facility_energy_mwh / it_energy_mwh


def power_usage_of_power_ratio(facility_power_mw: Array, it_power_mw: Array) -> Array:
    """Facility power over IT power. [ratio]

    PUE = P / P_IT.
    Source: definition.
    Check: power_usage_of_power_ratio(120, 100) = 1.2 (0.01%)
    """
    return facility_power_mw / it_power_mw
