"""Permits beside factors: what a plant may emit, and what it emits by factor and hours. A permit is not a meter reading."""

from earth_or_orbit.constants import HOURS_PER_YEAR, KWH_PER_MWH, Array


def permitted_kg_per_mwh(permitted_kg_per_year: Array, permitted_plant_mw: Array) -> Array:
    """A yearly limit spread over a plant that runs at full load all year. [kg/MWh]

    permitted_kg_per_mwh = permitted_kg_per_year / (permitted_plant_mw · 8766 h)
    Source: definition of potential to emit.
    Check: permitted_kg_per_mwh(87660, 100) = 0.1 (0.01%)
    """
    return permitted_kg_per_year / (permitted_plant_mw * HOURS_PER_YEAR)


def factor_kg_per_year(permitted_plant_mw: Array, running_h_per_year: Array, emission_kg_per_mwh: Array) -> Array:
    """What a plant emits in a year by a factor and hours at full load. [kg/year]

    factor_kg_per_year = permitted_plant_mw · running_h_per_year · emission_kg_per_mwh
    Source: definition of an emission factor.
    Check: factor_kg_per_year(100, 20, 6.4) = 12800 (0.01%)
    """
    return permitted_plant_mw * running_h_per_year * emission_kg_per_mwh


def limit_reached_after_h_per_year(permitted_kg_per_year: Array, permitted_plant_mw: Array, emission_kg_per_mwh: Array) -> Array:
    """Hours at full load after which a plant has used up its yearly limit. [h/year]

    limit_reached_after_h_per_year = permitted_kg_per_year / (permitted_plant_mw · emission_kg_per_mwh)
    Source: division.
    Check: limit_reached_after_h_per_year(12800, 100, 6.4) = 20 (0.01%)
    """
    return permitted_kg_per_year / (permitted_plant_mw * emission_kg_per_mwh)


def emission_of_fuel_kg_per_mwh(fuel_emission_kg_per_mwh: Array, gas_plant_efficiency_frac: Array) -> Array:
    """Emission for each MWh of electricity from one for each MWh of fuel. [kg/MWh]

    emission_of_fuel_kg_per_mwh = fuel_emission_kg_per_mwh / gas_plant_efficiency_frac
    Both on the higher heating value.
    Source: definition of efficiency.
    Check: emission_of_fuel_kg_per_mwh(0.01, 0.5) = 0.02 (0.01%)
    """
    return fuel_emission_kg_per_mwh / gas_plant_efficiency_frac


def stack_kgco2e_per_year(permitted_plant_mw: Array, capacity_factor_frac: Array, gas_plant_kgco2e_per_mwh: Array) -> Array:
    """Carbon dioxide of a gas plant's stacks in a year. [kgCO2e/year]

    stack_kgco2e_per_year = permitted_plant_mw · 8766 h · capacity_factor_frac · gas_plant_kgco2e_per_mwh
    Source: heat rate with the carbon of gas, as the fact says.
    Check: stack_kgco2e_per_year(100, 0.5, 330) = 144639000 (0.01%)
    """
    return permitted_plant_mw * HOURS_PER_YEAR * capacity_factor_frac * gas_plant_kgco2e_per_mwh


def leaked_gas_kgco2e_per_mwh(
    methane_leak_frac: Array,
    gas_plant_efficiency_frac: Array,
    gas_heating_value_kwh_per_kg: Array,
    methane_warming_ratio: Array,
) -> Array:
    """Warming of the methane lost on the way to a gas plant, for each MWh of electricity. [kgCO2e/MWh]

    leaked_gas_kgco2e_per_mwh = leak / (1 − leak) · 1000 / (efficiency · heating value) · warming
    Gas is taken as methane; leak below 1. Warming over 100 years.
    Source: mass balance; [alvarez-2018] 2.3 % of gross production.
    Check: leaked_gas_kgco2e_per_mwh(0.023, 0.55, 15.4, 30) = 83.4 (0.1%)
    """
    burnt_kg_per_mwh = KWH_PER_MWH / (gas_plant_efficiency_frac * gas_heating_value_kwh_per_kg)
    return methane_leak_frac / (1 - methane_leak_frac) * burnt_kg_per_mwh * methane_warming_ratio
