"""What a campus's supply of electricity costs: connection, own plants, their fuel and care, and a levelised MWh."""

from hamilton.function_modifiers import config

from earth_or_orbit.constants import KW_PER_MW, KWH_PER_MWH, Array
from earth_or_orbit.quantities.refresh_rule import refresh_ratio, residual_ratio, retirement_ratio

SOLAR = ["solar_storage", "solar_storage_gas"]
BURNING = ["dedicated_gas", "onsite_turbines", "solar_storage_gas"]


def grid_connection_capex_usd(grid_peak_mw: Array, grid_connection_price_usd_per_kw: Array) -> Array:
    """Price of the grid connection. [USD]

    grid_connection_capex_usd = grid_peak_mw · 1000 · grid_connection_price_usd_per_kw
    Source: the facts chosen by the scenario.
    Check: grid_connection_capex_usd(100, 200) = 20000000 (0.01%)
    """
    return grid_peak_mw * grid_connection_price_usd_per_kw * KW_PER_MW


def gas_plant_capex_usd(gas_capacity_mw: Array, gas_plant_price_usd_per_kw: Array) -> Array:
    """Price of the campus's own gas plant. [USD]

    gas_plant_capex_usd = gas_capacity_mw · 1000 · gas_plant_price_usd_per_kw
    Source: the facts chosen by the scenario.
    Check: gas_plant_capex_usd(50, 2000) = 100000000 (0.01%)
    """
    return gas_capacity_mw * gas_plant_price_usd_per_kw * KW_PER_MW


@config.when_in(electricity_supply=SOLAR)
def solar_capex_usd__solar(solar_capacity_mw: Array, solar_plant_price_usd_per_kw: Array) -> Array:
    """Price of the campus's own array, per kW of its inverters. [USD]

    solar_capex_usd = solar_capacity_mw · 1000 · solar_plant_price_usd_per_kw
    Source: the facts chosen by the scenario.
    Check: solar_capex_usd__solar(50, 1400) = 70000000 (0.01%)
    """
    return solar_capacity_mw * solar_plant_price_usd_per_kw * KW_PER_MW


@config.when_in(electricity_supply=SOLAR)
def storage_capex_usd__solar(
    storage_capacity_mwh: Array,
    storage_energy_price_usd_per_kwh: Array,
    facility_average_mw: Array,
    storage_power_mw_per_mw: Array,
    storage_power_price_usd_per_kw: Array,
) -> Array:
    """Price of the campus's own storage: batteries by energy, converters by the power at which it takes and gives. [USD]

    storage_capex_usd = (storage_capacity_mwh · energy price + facility_average_mw · storage_power_mw_per_mw · power price) · 1000
    Source: the facts chosen by the scenario.
    Check: storage_capex_usd__solar(1000, 200, 100, 2.5, 120) = 230000000 (0.01%)
    """
    batteries = storage_capacity_mwh * storage_energy_price_usd_per_kwh * KWH_PER_MWH
    return batteries + facility_average_mw * storage_power_mw_per_mw * storage_power_price_usd_per_kw * KW_PER_MW


@config.when(electricity_supply="nuclear")
def nuclear_capex_usd__nuclear(nuclear_capacity_mw: Array, nuclear_plant_price_usd_per_kw: Array) -> Array:
    """Price of the campus's own reactors, interest while they are built included. [USD]

    nuclear_capex_usd = nuclear_capacity_mw · 1000 · nuclear_plant_price_usd_per_kw
    Source: the facts chosen by the scenario.
    Check: nuclear_capex_usd__nuclear(100, 15000) = 1500000000 (0.01%)
    """
    return nuclear_capacity_mw * nuclear_plant_price_usd_per_kw * KW_PER_MW


@config.when(electricity_supply="solar_storage_gas")
def gas_standing_usd_per_year__standby(gas_capacity_mw: Array, gas_standing_price_usd_per_kw_year: Array) -> Array:
    """What a gas plant that mostly stands by costs in a year, run or not. [USD/year]

    gas_standing_usd_per_year = gas_capacity_mw · 1000 · gas_standing_price_usd_per_kw_year
    Source: the facts chosen by the scenario.
    Check: gas_standing_usd_per_year__standby(100, 35) = 3500000 (0.01%)
    """
    return gas_capacity_mw * gas_standing_price_usd_per_kw_year * KW_PER_MW


def gas_energy_usd_per_year(
    gas_generated_mwh_per_year: Array,
    gas_price_usd_per_mwh: Array,
    gas_plant_efficiency_frac: Array,
    gas_plant_operation_usd_per_mwh: Array,
    gas_standing_usd_per_year: Array,
) -> Array:
    """Fuel and care of the campus's own gas plant in a year. [USD/year]

    gas_energy_usd_per_year = MWh · (gas price / efficiency + operation) + gas_standing_usd_per_year
    Source: the facts chosen by the scenario.
    Check: gas_energy_usd_per_year(100, 10, 0.5, 5, 30) = 2530 (0.01%)
    """
    usd_per_mwh = gas_price_usd_per_mwh / gas_plant_efficiency_frac + gas_plant_operation_usd_per_mwh
    return gas_generated_mwh_per_year * usd_per_mwh + gas_standing_usd_per_year


@config.when_in(electricity_supply=SOLAR)
def solar_storage_operation_usd_per_year__solar(
    solar_capacity_mw: Array,
    solar_operation_price_usd_per_kw_year: Array,
    storage_capex_usd: Array,
    storage_operation_frac_per_year: Array,
) -> Array:
    """Care of the campus's own array and storage in a year. [USD/year]

    solar_storage_operation_usd_per_year = MW · 1000 · price + storage_capex_usd · storage_operation_frac_per_year
    Source: the facts chosen by the scenario.
    Check: solar_storage_operation_usd_per_year__solar(100, 20, 1000000, 0.01) = 2010000 (0.01%)
    """
    array = solar_capacity_mw * solar_operation_price_usd_per_kw_year * KW_PER_MW
    return array + storage_capex_usd * storage_operation_frac_per_year


@config.when(electricity_supply="nuclear")
def nuclear_operation_usd_per_year__nuclear(
    nuclear_capacity_mw: Array,
    nuclear_operation_price_usd_per_kw_year: Array,
    nuclear_generated_mwh_per_year: Array,
    nuclear_fuel_price_usd_per_mwh: Array,
) -> Array:
    """Staff, care and fuel of the campus's own reactors in a year. [USD/year]

    nuclear_operation_usd_per_year = MW · 1000 · price + MWh · nuclear_fuel_price_usd_per_mwh
    Source: the facts chosen by the scenario.
    Check: nuclear_operation_usd_per_year__nuclear(100, 200, 1000, 12) = 20012000 (0.01%)
    """
    standing = nuclear_capacity_mw * nuclear_operation_price_usd_per_kw_year * KW_PER_MW
    return standing + nuclear_generated_mwh_per_year * nuclear_fuel_price_usd_per_mwh


def own_energy_usd_per_year(
    gas_energy_usd_per_year: Array,
    solar_storage_operation_usd_per_year: Array,
    nuclear_operation_usd_per_year: Array,
) -> Array:
    """Fuel and care of the campus's own plants in a year. [USD/year]

    own_energy_usd_per_year = gas + solar with storage + nuclear
    Source: sum over technologies.
    Check: own_energy_usd_per_year(1, 2, 3) = 6 (0.01%)
    """
    return gas_energy_usd_per_year + solar_storage_operation_usd_per_year + nuclear_operation_usd_per_year


@config.when_in(electricity_supply=BURNING)
def gas_plant_refresh_usd__gas(
    gas_plant_capex_usd: Array, horizon_years: Array, gas_plant_lifetime_years: Array, discount_rate_frac: Array
) -> Array:
    """Present value of later sets of the campus's own gas plant. [USD]

    gas_plant_refresh_usd = gas_plant_capex_usd · refresh_ratio(horizon, life, rate)
    Source: the books' refresh rule.
    Check: gas_plant_refresh_usd__gas(100, 30, 20, 0.0) = 50 (0.01%)
    """
    return gas_plant_capex_usd * refresh_ratio(horizon_years, gas_plant_lifetime_years, discount_rate_frac)


@config.when_in(electricity_supply=BURNING)
def gas_plant_residual_usd__gas(
    gas_plant_capex_usd: Array, horizon_years: Array, gas_plant_lifetime_years: Array, discount_rate_frac: Array
) -> Array:
    """Present value of what is left of the campus's own gas plant at the horizon's end. [USD]

    gas_plant_residual_usd = gas_plant_capex_usd · residual_ratio(horizon, life, rate)
    Source: the books' rule of residual value.
    Check: gas_plant_residual_usd__gas(100, 15, 25, 0.0) = 40 (0.01%)
    """
    return gas_plant_capex_usd * residual_ratio(horizon_years, gas_plant_lifetime_years, discount_rate_frac)


@config.when_in(electricity_supply=SOLAR)
def solar_storage_refresh_usd__solar(
    solar_capex_usd: Array,
    solar_plant_lifetime_years: Array,
    storage_capex_usd: Array,
    storage_service_years: Array,
    horizon_years: Array,
    discount_rate_frac: Array,
) -> Array:
    """Present value of later sets of the campus's own array and storage. [USD]

    solar_storage_refresh_usd = Σ capex · refresh_ratio(horizon, life, rate) over array and storage
    Converters are bought again with their batteries.
    Source: the books' refresh rule.
    Check: solar_storage_refresh_usd__solar(100, 30, 50, 10, 15, 0.0) = 25 (0.01%)
    """
    array = solar_capex_usd * refresh_ratio(horizon_years, solar_plant_lifetime_years, discount_rate_frac)
    return array + storage_capex_usd * refresh_ratio(horizon_years, storage_service_years, discount_rate_frac)


@config.when_in(electricity_supply=SOLAR)
def solar_storage_residual_usd__solar(
    solar_capex_usd: Array,
    solar_plant_lifetime_years: Array,
    storage_capex_usd: Array,
    storage_service_years: Array,
    horizon_years: Array,
    discount_rate_frac: Array,
) -> Array:
    """Present value of what is left of the campus's own array and storage at the horizon's end. [USD]

    solar_storage_residual_usd = Σ capex · residual_ratio(horizon, life, rate) over array and storage
    Source: the books' rule of residual value.
    Check: solar_storage_residual_usd__solar(100, 30, 50, 20, 15, 0.0) = 62.5 (0.01%)
    """
    array = solar_capex_usd * residual_ratio(horizon_years, solar_plant_lifetime_years, discount_rate_frac)
    return array + storage_capex_usd * residual_ratio(horizon_years, storage_service_years, discount_rate_frac)


@config.when_in(electricity_supply=SOLAR)
def solar_storage_disposal_usd__solar(
    solar_capex_usd: Array,
    solar_plant_lifetime_years: Array,
    storage_capex_usd: Array,
    storage_service_years: Array,
    solar_storage_disposal_frac: Array,
    horizon_years: Array,
    discount_rate_frac: Array,
) -> Array:
    """Present value of taking the campus's own array and storage down. [USD]

    solar_storage_disposal_usd = Σ capex · solar_storage_disposal_frac · retirement_ratio(horizon, life, rate)
    Source: the books' refresh rule.
    Check: solar_storage_disposal_usd__solar(100, 30, 50, 10, 0.1, 15, 0.0) = 17.5 (0.01%)
    """
    array = solar_capex_usd * retirement_ratio(horizon_years, solar_plant_lifetime_years, discount_rate_frac)
    storage = storage_capex_usd * retirement_ratio(horizon_years, storage_service_years, discount_rate_frac)
    return (array + storage) * solar_storage_disposal_frac


@config.when(electricity_supply="nuclear")
def nuclear_refresh_usd__nuclear(
    nuclear_capex_usd: Array, horizon_years: Array, nuclear_plant_lifetime_years: Array, discount_rate_frac: Array
) -> Array:
    """Present value of later sets of the campus's own reactors. [USD]

    nuclear_refresh_usd = nuclear_capex_usd · refresh_ratio(horizon, life, rate)
    Source: the books' refresh rule.
    Check: nuclear_refresh_usd__nuclear(100, 15, 60, 0.0) = 0 (0.01%)
    """
    return nuclear_capex_usd * refresh_ratio(horizon_years, nuclear_plant_lifetime_years, discount_rate_frac)


@config.when(electricity_supply="nuclear")
def nuclear_residual_usd__nuclear(
    nuclear_capex_usd: Array, horizon_years: Array, nuclear_plant_lifetime_years: Array, discount_rate_frac: Array
) -> Array:
    """Present value of what is left of the campus's own reactors at the horizon's end. [USD]

    nuclear_residual_usd = nuclear_capex_usd · residual_ratio(horizon, life, rate)
    Source: the books' rule of residual value.
    Check: nuclear_residual_usd__nuclear(100, 15, 60, 0.0) = 75 (0.01%)
    """
    return nuclear_capex_usd * residual_ratio(horizon_years, nuclear_plant_lifetime_years, discount_rate_frac)
