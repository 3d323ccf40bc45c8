"""What solar with storage costs in a year, and per megawatt-hour served, with and without gas beside it."""

import numpy as np

from earth_or_orbit.constants import HOURS_PER_YEAR, KW_PER_MW, Array


def capital_recovery_frac_per_year(lifetime_years: Array, discount_rate_frac: Array) -> Array:
    """Equal yearly payment that repays one unit of capital over a life, at each year's end. [1/year]

    a = r / (1 − (1 + r)^−L), and 1 / L without a discount rate.
    Source: annuity.
    Check: capital_recovery_frac_per_year(30, 0.07) = 0.080586 (0.01%)
    Check: capital_recovery_frac_per_year(20, 0) = 0.05 (0.01%)
    """
    rate = np.asarray(discount_rate_frac, dtype=float)
    positive = np.where(rate > 0, rate, 1)
    return np.where(rate > 0, positive / (1 - (1 + positive) ** -np.asarray(lifetime_years, dtype=float)), 1 / lifetime_years)[()]


def solar_yearly_cost_usd_per_kw_year(
    solar_plant_price_usd_per_kw: Array,
    solar_plant_lifetime_years: Array,
    solar_plant_upkeep_frac_per_year: Array,
    discount_rate_frac: Array,
) -> Array:
    """What a kilowatt of rated AC solar power costs in a year: its price spread over its life, and its upkeep. [USD/kW/year]

    c_solar = price · (a + upkeep)
    Source: annuity.
    Check: solar_yearly_cost_usd_per_kw_year(1430, 30, 0.0141, 0.07) = 135.4 (0.1%)
    """
    a = capital_recovery_frac_per_year(solar_plant_lifetime_years, discount_rate_frac)
    return solar_plant_price_usd_per_kw * (a + solar_plant_upkeep_frac_per_year)


def storage_yearly_cost_usd_per_kwh_year(
    storage_price_usd_per_kwh: Array,
    storage_lifetime_years: Array,
    storage_upkeep_frac_per_year: Array,
    discount_rate_frac: Array,
) -> Array:
    """What a kilowatt-hour of battery costs in a year: its price spread over its life, and its upkeep. [USD/kWh/year]

    c_storage = price · (a + upkeep); the upkeep replaces what the cells lose, so that the size holds.
    Source: annuity; [nrel-atb-battery-2020] for the upkeep.
    Check: storage_yearly_cost_usd_per_kwh_year(250, 15, 0.0227, 0.07) = 33.12 (0.1%)
    """
    a = capital_recovery_frac_per_year(storage_lifetime_years, discount_rate_frac)
    return storage_price_usd_per_kwh * (a + storage_upkeep_frac_per_year)


def backup_energy_cost_usd_per_mwh(
    gas_price_usd_per_mwh: Array, gas_plant_efficiency_frac: Array, gas_plant_operation_usd_per_mwh: Array
) -> Array:
    """What a megawatt-hour from the gas plant beside it costs once the plant stands. [USD/MWh]

    c_gas = fuel / efficiency + operation
    Source: definition of a heat rate.
    Check: backup_energy_cost_usd_per_mwh(12, 0.5, 5) = 29 (0.01%)
    """
    return gas_price_usd_per_mwh / gas_plant_efficiency_frac + gas_plant_operation_usd_per_mwh


def solar_storage_cost_usd_per_mwh(
    solar_mw_per_mw: Array,
    storage_h: Array,
    solar_yearly_cost_usd_per_kw_year: Array,
    storage_yearly_cost_usd_per_kwh_year: Array,
    solar_unserved_energy_frac: Array,
) -> Array:
    """Yearly cost of plant and store per megawatt-hour of load that they serve. [USD/MWh]

    c = (s · c_solar + h · c_storage) / (8766 h · (1 − u)); without land, grid connection and money while building.
    Source: definition.
    Check: solar_storage_cost_usd_per_mwh(8, 50, 135.4, 33.12, 0.001) = 312.8 (0.1%)
    """
    yearly = solar_mw_per_mw * solar_yearly_cost_usd_per_kw_year + storage_h * storage_yearly_cost_usd_per_kwh_year
    return yearly * KW_PER_MW / (HOURS_PER_YEAR * (1 - solar_unserved_energy_frac))


def solar_storage_gas_cost_usd_per_mwh(
    solar_mw_per_mw: Array,
    storage_h: Array,
    solar_yearly_cost_usd_per_kw_year: Array,
    storage_yearly_cost_usd_per_kwh_year: Array,
    solar_unserved_energy_frac: Array,
    backup_energy_cost_usd_per_mwh: Array,
    backup_yearly_cost_usd_per_kw_year: Array,
) -> Array:
    """Yearly cost of plant, store and a gas plant for the whole load, per megawatt-hour of load. [USD/MWh]

    c = (s · c_solar + h · c_storage + c_gas plant) / 8766 h + u · c_gas
    Source: definition.
    Check: solar_storage_gas_cost_usd_per_mwh(4, 12, 135.4, 33.12, 0.1, 29, 100) = 121.5 (0.1%)
    """
    yearly = solar_mw_per_mw * solar_yearly_cost_usd_per_kw_year + storage_h * storage_yearly_cost_usd_per_kwh_year
    fixed = (yearly + backup_yearly_cost_usd_per_kw_year) * KW_PER_MW / HOURS_PER_YEAR
    return fixed + solar_unserved_energy_frac * backup_energy_cost_usd_per_mwh
