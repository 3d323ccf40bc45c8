"""Greenhouse gas per unit of IT energy on the ground, by supply: burnt fuel, solar with storage, hybrids, mixes."""

from earth_or_orbit.constants import HOURS_PER_CALENDAR_YEAR, Array


def ground_kgco2e_per_mwh(
    electricity_kgco2e_per_mwh: Array, power_usage_effectiveness_ratio: Array, it_kgco2e_per_mwh: Array
) -> Array:
    """Greenhouse gas per unit of IT energy: generation, overhead and the making of the computers. [kgCO2e/MWh]

    g = generation × PUE + computers.
    Source: [hausfather-code].
    Check: ground_kgco2e_per_mwh(486, 1.2, 7.21) = 590.4 (0.01%)
    """
    return electricity_kgco2e_per_mwh * power_usage_effectiveness_ratio + it_kgco2e_per_mwh


def hybrid_kgco2e_per_mwh(solar_storage_kgco2e_per_mwh: Array, gas_share_frac: Array, gas_kgco2e_per_mwh: Array) -> Array:
    """Generation by solar with storage and a share of gas. [kgCO2e/MWh]

    g = (1 − gas share) × solar + gas share × gas.
    Source: [hausfather-code].
    Check: hybrid_kgco2e_per_mwh(60, 0.1, 486) = 102.6 (0.01%)
    """
    return (1 - gas_share_frac) * solar_storage_kgco2e_per_mwh + gas_share_frac * gas_kgco2e_per_mwh


def solar_storage_kgco2e_per_mwh(
    pv_kgco2e_per_mwh: Array,
    array_overbuild_ratio: Array,
    stored_kgco2e_per_mwh: Array,
    stored_share_frac: Array,
    storage_multiple_ratio: Array,
) -> Array:
    """Generation by solar panels with batteries, over their lives. [kgCO2e/MWh]

    g = panels × overbuild + battery per stored energy × stored share × multiple of storage for several days.
    Source: [hausfather-code].
    Check: solar_storage_kgco2e_per_mwh(40, 1.5, 13.58, 0.55, 1.3) = 69.71 (0.01%)
    """
    array = pv_kgco2e_per_mwh * array_overbuild_ratio
    return array + stored_kgco2e_per_mwh * stored_share_frac * storage_multiple_ratio


def stored_kgco2e_per_mwh(
    battery_kgco2e_per_mwh: Array, battery_cycles_count: Array, discharge_depth_frac: Array, round_trip_efficiency_frac: Array
) -> Array:
    """Making a battery, per unit of energy that it gives back over its life. [kgCO2e/MWh]

    g = battery / (cycles × depth of discharge × round-trip efficiency).
    Source: [hausfather-code].
    Check: stored_kgco2e_per_mwh(55000, 5000, 0.9, 0.9) = 13.58 (0.01%)
    """
    return battery_kgco2e_per_mwh / (battery_cycles_count * discharge_depth_frac * round_trip_efficiency_frac)


def it_build_kgco2e_per_mwh(
    it_kgco2e_per_mw: Array,
    builds_count: Array,
    service_years: Array,
    capacity_factor_frac: Array,
    powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR,
) -> Array:
    """Making the computers, per unit of IT energy over the years that they serve. [kgCO2e/MWh]

    g = builds × carbon per power / (years × hours a year × capacity factor).
    Source: [hausfather-code].
    Check: it_build_kgco2e_per_mwh(300000, 2, 10, 0.95, 8760) = 7.21 (0.1%)
    """
    return builds_count * it_kgco2e_per_mw / (service_years * capacity_factor_frac * powered_hours_per_year)


def fuel_electricity_kgco2e_per_mwh(fuel_mwh_per_mwh: Array, fuel_kgco2e_per_mwh: Array) -> Array:
    """Electricity from burnt fuel, at the stack. [kgCO2e/MWh]

    g = heat rate × carbon of the fuel per heat.
    Source: definition.
    Check: fuel_electricity_kgco2e_per_mwh(1.817, 181) = 328.9 (0.1%)
    """
    return fuel_mwh_per_mwh * fuel_kgco2e_per_mwh


def gas_with_leak_kgco2e_per_mwh(stack_kgco2e_per_mwh: Array, leaked_kgco2e_per_mwh: Array) -> Array:
    """Electricity from gas, stack and leaks on the way to it. [kgCO2e/MWh]

    g = stack + upstream.
    Source: definition.
    Check: gas_with_leak_kgco2e_per_mwh(370, 116) = 486 (0%)
    """
    return stack_kgco2e_per_mwh + leaked_kgco2e_per_mwh


def overhead_kgco2e_per_mwh(electricity_kgco2e_per_mwh: Array, power_usage_effectiveness_ratio: Array) -> Array:
    """Part of the overhead (cooling, conversion) in the greenhouse gas per unit of IT energy. [kgCO2e/MWh]

    g = generation × (PUE − 1).
    Source: definition.
    Check: overhead_kgco2e_per_mwh(400, 1.2) = 80 (0.01%)
    """
    return electricity_kgco2e_per_mwh * (power_usage_effectiveness_ratio - 1)


def solar_part_kgco2e_per_mwh(pv_kgco2e_per_mwh: Array, array_overbuild_ratio: Array) -> Array:
    """Panels with their overbuild, per unit of energy supplied. [kgCO2e/MWh]

    g = panels × overbuild.
    Source: [hausfather-code].
    Check: solar_part_kgco2e_per_mwh(40, 1.5) = 60 (0%)
    """
    return pv_kgco2e_per_mwh * array_overbuild_ratio


def battery_part_kgco2e_per_mwh(stored_kgco2e_per_mwh: Array, stored_share_frac: Array, storage_multiple_ratio: Array) -> Array:
    """Batteries, per unit of energy supplied. [kgCO2e/MWh]

    g = battery per stored energy × stored share × multiple.
    Source: [hausfather-code].
    Check: battery_part_kgco2e_per_mwh(13.58, 0.55, 1.3) = 9.71 (0.1%)
    """
    return stored_kgco2e_per_mwh * stored_share_frac * storage_multiple_ratio


def ground_emitted_kgco2e(it_energy_mwh: Array, ground_kgco2e_per_mwh: Array) -> Array:
    """Greenhouse gas of an amount of IT energy on the ground. [kgCO2e]

    m = E_IT × g.
    Source: definition.
    Check: ground_emitted_kgco2e(1000, 590.4) = 590400 (0.01%)
    """
    return it_energy_mwh * ground_kgco2e_per_mwh
