"""Greenhouse gas of an amount of energy, as inventories count it: by place, by market, avoided, implied."""

from earth_or_orbit.constants import Array


def emitted_kgco2e(energy_mwh: Array, electricity_kgco2e_per_mwh: Array) -> Array:
    """Greenhouse gas of an amount of electricity at one intensity. [kgCO2e]

    m = E × intensity; the location-based sum where the intensity is the grid's.
    Source: [lbnl-2024].
    Check: emitted_kgco2e(176e6, 340) = 59.84e9 (0.01%)
    """
    return energy_mwh * electricity_kgco2e_per_mwh


def implied_electricity_kgco2e_per_mwh(emitted_kgco2e: Array, energy_mwh: Array) -> Array:
    """Intensity that a reported sum and energy imply. [kgCO2e/MWh]

    intensity = m / E.
    Source: [lbnl-2024].
    Check: implied_electricity_kgco2e_per_mwh(61e9, 176e6) = 346.6 (0.01%)
    """
    return emitted_kgco2e / energy_mwh


def energy_of_emissions_mwh(emitted_kgco2e: Array, electricity_kgco2e_per_mwh: Array) -> Array:
    """Energy that a sum of emissions and an intensity imply. [MWh]

    E = m / intensity.
    Source: definition.
    Check: energy_of_emissions_mwh(340, 340) = 1 (0%)
    """
    return emitted_kgco2e / electricity_kgco2e_per_mwh


def market_based_kgco2e(
    energy_mwh: Array, electricity_kgco2e_per_mwh: Array, clean_share_frac: Array, cleaner_kgco2e_per_mwh: Array
) -> Array:
    """Greenhouse gas with contracts for clean power counted as their owner counts them. [kgCO2e]

    m = E × ((1 − clean share) × intensity + clean share × intensity of the clean power).
    Source: definition.
    Check: market_based_kgco2e(1000, 400, 0.75, 0) = 100000 (0.01%)
    """
    clean = clean_share_frac * cleaner_kgco2e_per_mwh
    return energy_mwh * ((1 - clean_share_frac) * electricity_kgco2e_per_mwh + clean)


def avoided_kgco2e(
    energy_mwh: Array, electricity_kgco2e_per_mwh: Array, clean_share_frac: Array, cleaner_kgco2e_per_mwh: Array
) -> Array:
    """Greenhouse gas that cleaner power in place of another avoids. [kgCO2e]

    m = E × clean share × (intensity − intensity of the cleaner power).
    Source: definition.
    Check: avoided_kgco2e(1000, 400, 0.5, 40) = 180000 (0.01%)
    """
    return energy_mwh * clean_share_frac * (electricity_kgco2e_per_mwh - cleaner_kgco2e_per_mwh)


def partly_clean_kgco2e_per_mwh(
    electricity_kgco2e_per_mwh: Array, clean_share_frac: Array, cleaner_kgco2e_per_mwh: Array
) -> Array:
    """Intensity of power of which a share is clean. [kgCO2e/MWh]

    intensity = (1 − share) × intensity + share × intensity of the clean power.
    Source: definition.
    Check: partly_clean_kgco2e_per_mwh(400, 0.75, 0) = 100 (0.01%)
    """
    return (1 - clean_share_frac) * electricity_kgco2e_per_mwh + clean_share_frac * cleaner_kgco2e_per_mwh


def it_energy_kgco2e_per_mwh(electricity_kgco2e_per_mwh: Array, power_usage_effectiveness_ratio: Array) -> Array:
    """Greenhouse gas per unit of IT energy, the carbon usage effectiveness. [kgCO2e/MWh]

    CUE = intensity × PUE.
    Source: definition.
    Check: it_energy_kgco2e_per_mwh(400, 1.2) = 480 (0.01%)
    """
    return electricity_kgco2e_per_mwh * power_usage_effectiveness_ratio


def emitted_share_frac(part_kgco2e: Array, whole_kgco2e: Array) -> Array:
    """One sum of greenhouse gas as a share of another. [frac]

    share = part / whole.
    Source: definition.
    Check: emitted_share_frac(61, 6100) = 0.01 (0.01%)
    """
    return part_kgco2e / whole_kgco2e


def emitted_per_device_kgco2e(emitted_kgco2e: Array, devices_count: Array) -> Array:
    """Greenhouse gas per device or task. [kgCO2e]

    emitted = m / n.
    Source: definition.
    Check: emitted_per_device_kgco2e(1000, 8) = 125 (0.01%)
    """
    return emitted_kgco2e / devices_count


def stated_electricity_kgco2e_per_mwh(electricity_kgco2e_per_mwh: Array) -> Array:
    """An intensity as it is stated or led to. [kgCO2e/MWh]

    intensity = intensity; what is asked for is the unit or the way to it.
    Source: definition.
    Check: stated_electricity_kgco2e_per_mwh(5) = 5 (0%)
    """
    return electricity_kgco2e_per_mwh


def emitted_per_power_kgco2e_per_mw(emitted_kgco2e: Array, supplied_power_mw: Array) -> Array:
    """Greenhouse gas per power. [kgCO2e/MW]

    q = m / P.
    Source: definition.
    Check: emitted_per_power_kgco2e_per_mw(83e6, 100) = 830000 (0.01%)
    """
    return emitted_kgco2e / supplied_power_mw


def cars_of_emissions_count(emitted_kgco2e: Array, car_kgco2e: Array) -> Array:
    """Cars that emit as much in the same time. [count]

    n = m / emissions of one car.
    Source: definition.
    Check: cars_of_emissions_count(4.6e6, 4600) = 1000 (0.01%)
    """
    return emitted_kgco2e / car_kgco2e


def emitted_sum_kgco2e(parts_kgco2e: Array) -> Array:
    """Sum of several parts of greenhouse gas. [kgCO2e]

    m = Σ parts.
    Source: definition.
    Check: emitted_sum_kgco2e(5) = 5 (0%)
    """
    return parts_kgco2e


def difference_kgco2e(energy_mwh: Array, earlier_kgco2e_per_mwh: Array, later_kgco2e_per_mwh: Array) -> Array:
    """Greenhouse gas that a lower intensity saves for the same energy. [kgCO2e]

    m = E × (earlier − later intensity).
    Source: definition.
    Check: difference_kgco2e(100, 400, 300) = 10000 (0.01%)
    """
    return energy_mwh * (earlier_kgco2e_per_mwh - later_kgco2e_per_mwh)


def task_kgco2e(task_energy_mwh: Array, electricity_kgco2e_per_mwh: Array, power_usage_effectiveness_ratio: Array) -> Array:
    """Greenhouse gas of one task, such as an answer. [kgCO2e]

    m = E of one × PUE × intensity.
    Source: definition.
    Check: task_kgco2e(0.3e-6, 400, 1.2) = 144e-6 (0.01%)
    """
    return task_energy_mwh * power_usage_effectiveness_ratio * electricity_kgco2e_per_mwh


def burnt_kgco2e(fuel_energy_mwh: Array, fuel_kgco2e_per_mwh: Array) -> Array:
    """Greenhouse gas of an amount of fuel burnt. [kgCO2e]

    m = heat of the fuel × carbon per heat.
    Source: definition.
    Check: burnt_kgco2e(10, 181) = 1810 (0.01%)
    """
    return fuel_energy_mwh * fuel_kgco2e_per_mwh


def compensated_kgco2e(emitted_kgco2e: Array, offset_kgco2e: Array) -> Array:
    """Greenhouse gas less what is compensated elsewhere, as its owner counts it. [kgCO2e]

    m = emitted − offset.
    Source: definition.
    Check: compensated_kgco2e(10, 4) = 6 (0%)
    """
    return emitted_kgco2e - offset_kgco2e
