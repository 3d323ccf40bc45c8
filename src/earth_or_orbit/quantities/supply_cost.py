"""What a MWh at the campus's meter costs, levelised at the study's rate, and the parts of it."""

from hamilton.function_modifiers import config

from earth_or_orbit.constants import KW_PER_MW, Array
from earth_or_orbit.quantities.refresh_rule import residual_ratio, retirement_ratio


@config.when(electricity_supply="nuclear")
def nuclear_disposal_usd__nuclear(
    nuclear_capacity_mw: Array,
    nuclear_disposal_price_usd_per_kw: Array,
    horizon_years: Array,
    nuclear_plant_lifetime_years: Array,
    discount_rate_frac: Array,
) -> Array:
    """Present value of taking the campus's own reactors down. [USD]

    nuclear_disposal_usd = MW · 1000 · price · retirement_ratio(horizon, life, rate)
    Charged at the horizon's end, as for the building, although the reactors could serve on.
    Source: the books' refresh rule.
    Check: nuclear_disposal_usd__nuclear(1, 1000, 15, 60, 0.0) = 1000000 (0.01%)
    """
    once = nuclear_capacity_mw * nuclear_disposal_price_usd_per_kw * KW_PER_MW
    return once * retirement_ratio(horizon_years, nuclear_plant_lifetime_years, discount_rate_frac)


def own_plants_refresh_usd(gas_plant_refresh_usd: Array, solar_storage_refresh_usd: Array, nuclear_refresh_usd: Array) -> Array:
    """Present value of later sets of the campus's own plants. [USD]

    own_plants_refresh_usd = gas + solar with storage + nuclear
    Source: sum over technologies.
    Check: own_plants_refresh_usd(1, 2, 3) = 6 (0.01%)
    """
    return gas_plant_refresh_usd + solar_storage_refresh_usd + nuclear_refresh_usd


def own_plants_residual_usd(
    gas_plant_residual_usd: Array, solar_storage_residual_usd: Array, nuclear_residual_usd: Array
) -> Array:
    """Present value of what is left of the campus's own plants at the horizon's end. [USD]

    own_plants_residual_usd = gas + solar with storage + nuclear
    Source: sum over technologies.
    Check: own_plants_residual_usd(1, 2, 3) = 6 (0.01%)
    """
    return gas_plant_residual_usd + solar_storage_residual_usd + nuclear_residual_usd


def supply_capital_cost_usd(
    capex_power_usd: Array,
    own_plants_refresh_usd: Array,
    own_plants_residual_usd: Array,
    solar_storage_disposal_usd: Array,
    nuclear_disposal_usd: Array,
    grid_connection_capex_usd: Array,
    plant_bought_again_ratio: Array,
    horizon_years: Array,
    plant_service_years: Array,
    discount_rate_frac: Array,
) -> Array:
    """Present value of connection and own plants: bought, bought again, taken down, less what is left. [USD]

    supply_capital_cost_usd = capex_power_usd + refresh + disposal − residual, the connection's life being the building's
    Source: the books' refresh rule, over the lines of power alone.
    Check: supply_capital_cost_usd(100, 10, 20, 3, 2, 20, 0.5, 15, 30, 0.0) = 95 (0.01%)
    """
    again = own_plants_refresh_usd + grid_connection_capex_usd * plant_bought_again_ratio
    left = residual_ratio(horizon_years, plant_service_years, discount_rate_frac) * grid_connection_capex_usd
    down = solar_storage_disposal_usd + nuclear_disposal_usd
    return capex_power_usd + again + down - own_plants_residual_usd - left


def supply_capital_cost_usd_per_mwh(
    supply_capital_cost_usd: Array, facility_electricity_mwh_per_year: Array, annuity_years: Array
) -> Array:
    """Part of a MWh's cost at the meter that pays for connection and own plants. [USD/MWh]

    supply_capital_cost_usd_per_mwh = supply_capital_cost_usd / (facility_electricity_mwh_per_year · annuity_years)
    Source: definition of a levelised cost.
    Check: supply_capital_cost_usd_per_mwh(1000, 10, 10) = 10 (0.01%)
    """
    return supply_capital_cost_usd / (facility_electricity_mwh_per_year * annuity_years)


def own_energy_cost_usd_per_mwh(own_energy_usd_per_year: Array, facility_electricity_mwh_per_year: Array) -> Array:
    """Part of a MWh's cost at the meter that pays for fuel and care of own plants. [USD/MWh]

    own_energy_cost_usd_per_mwh = own_energy_usd_per_year / facility_electricity_mwh_per_year
    Source: definition of a levelised cost.
    Check: own_energy_cost_usd_per_mwh(100, 10) = 10 (0.01%)
    """
    return own_energy_usd_per_year / facility_electricity_mwh_per_year


def grid_energy_cost_usd_per_mwh(
    electricity_from_grid_mwh_per_year: Array,
    electricity_price_usd_per_mwh: Array,
    facility_electricity_mwh_per_year: Array,
) -> Array:
    """Part of a MWh's cost at the meter that pays for electricity bought. [USD/MWh]

    grid_energy_cost_usd_per_mwh = grid MWh · electricity_price_usd_per_mwh / facility_electricity_mwh_per_year
    Source: definition of a levelised cost.
    Check: grid_energy_cost_usd_per_mwh(5, 80, 10) = 40 (0.01%)
    """
    return electricity_from_grid_mwh_per_year * electricity_price_usd_per_mwh / facility_electricity_mwh_per_year


def supply_cost_usd_per_mwh(
    supply_capital_cost_usd_per_mwh: Array, own_energy_cost_usd_per_mwh: Array, grid_energy_cost_usd_per_mwh: Array
) -> Array:
    """Levelised cost of a MWh at the campus's meter, at the study's discount rate over its horizon. [USD/MWh]

    supply_cost_usd_per_mwh = connection and plants + fuel and care + electricity bought
    Per MWh served: hours without power raise it. No tax, no credit, no profit.
    Source: definition of a levelised cost.
    Check: supply_cost_usd_per_mwh(10, 20, 30) = 60 (0.01%)
    """
    return supply_capital_cost_usd_per_mwh + own_energy_cost_usd_per_mwh + grid_energy_cost_usd_per_mwh
