"""What solar with storage costs in a year, and per megawatt-hour served, with and without gas beside it."""

from earth_or_orbit.constants import HOURS_PER_YEAR, KW_PER_MW, Array
from earth_or_orbit.quantities.refresh_rule import capital_recovery_frac_per_year


def solar_yearly_cost_usd_per_kw_year(
    solar_plant_price_usd_per_kw: Array,
    solar_plant_lifetime_years: Array,
    solar_operation_price_usd_per_kw_year: Array,
    discount_rate_frac: Array,
) -> Array:
    """What a kilowatt of rated AC solar power costs in a year: its price spread over its life, and its care. [USD/kW/year]

    c_solar = price · a + operation, a the annuity over the life
    Source: annuity.
    Check: solar_yearly_cost_usd_per_kw_year(1430, 30, 20, 0.07) = 135.24 (0.01%)
    """
    a = capital_recovery_frac_per_year(solar_plant_lifetime_years, discount_rate_frac)
    return solar_plant_price_usd_per_kw * a + solar_operation_price_usd_per_kw_year


def storage_yearly_cost_usd_per_kwh_year(
    storage_energy_price_usd_per_kwh: Array,
    storage_usable_frac: Array,
    storage_power_price_usd_per_kw: Array,
    storage_system_h: Array,
    storage_lifetime_years: Array,
    storage_operation_frac_per_year: Array,
    discount_rate_frac: Array,
) -> Array:
    """What a kilowatt-hour that the load gets out of full storage costs in a year, converters included. [USD/kWh/year]

    c_storage = (energy price / usable share + power price / system hours) · (a + operation), a the annuity over the life
    Batteries are bought larger by the share that ageing and depth of discharge take. Worn out by the calendar; storage that
    fills the night cycles at most once a day.
    Source: annuity.
    Check: storage_yearly_cost_usd_per_kwh_year(180, 0.9, 200, 4, 15, 0.01, 0.07) = 29.949 (0.01%)
    """
    price = storage_energy_price_usd_per_kwh / storage_usable_frac + storage_power_price_usd_per_kw / storage_system_h
    return price * (capital_recovery_frac_per_year(storage_lifetime_years, discount_rate_frac) + storage_operation_frac_per_year)


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
