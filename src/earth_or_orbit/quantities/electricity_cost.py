"""What electricity costs: prices, demand charges, contracts, levelised cost of a plant."""

from earth_or_orbit.constants import HOURS_PER_CALENDAR_YEAR, KW_PER_MW, Array


def energy_cost_usd(energy_mwh: Array, electricity_price_usd_per_mwh: Array) -> Array:
    """Bill of an amount of energy at one price. [USD]

    c = E × price.
    Source: definition.
    Check: energy_cost_usd(1000, 60) = 60000 (0%)
    """
    return energy_mwh * electricity_price_usd_per_mwh


def cost_of_one_year_usd(energy_cost_usd_per_year: Array) -> Array:
    """Bill of one year. [USD]

    c = yearly bill × 1 year.
    Source: definition.
    Check: cost_of_one_year_usd(5) = 5 (0%)
    """
    return energy_cost_usd_per_year


def spend_per_power_usd_per_kw_year(
    electricity_price_usd_per_mwh: Array,
    power_usage_effectiveness_ratio: Array,
    powered_hours_per_year: Array,
    capacity_factor_frac: Array,
) -> Array:
    """Yearly bill of one kW of IT load that runs a share of the time. [USD/kW/year]

    c = price × PUE × hours a year × load factor.
    Source: [S063] section 4.4.
    Check: spend_per_power_usd_per_kw_year(60, 1.09, 8760, 1) = 572.9 (0.01%)
    """
    return (
        electricity_price_usd_per_mwh
        / KW_PER_MW
        * power_usage_effectiveness_ratio
        * powered_hours_per_year
        * capacity_factor_frac
    )


def spend_over_years_usd_per_kw(spend_usd_per_kw_year: Array, supplied_years: Array) -> Array:
    """Bill of one kW over some years, not discounted. [USD/kW]

    c = yearly spend × years.
    Source: definition.
    Check: spend_over_years_usd_per_kw(570, 5) = 2850 (0%)
    """
    return spend_usd_per_kw_year * supplied_years


def present_spend_usd_per_kw(spend_usd_per_kw_year: Array, supplied_years: Array, discount_rate_frac: Array) -> Array:
    """Present value of the bill of one kW over some years, paid at the end of each. [USD/kW]

    c = yearly spend × (1 − (1 + r)^−n) / r. Rates above 0.
    Source: definition.
    Check: present_spend_usd_per_kw(570, 5, 0.08) = 2275.9 (0.1%)
    """
    return spend_usd_per_kw_year * (1 - (1 + discount_rate_frac) ** -supplied_years) / discount_rate_frac


def spend_of_power_usd_per_year(spend_usd_per_kw_year: Array, it_power_kw: Array) -> Array:
    """Yearly bill of a load at so much per kW. [USD/year]

    c = yearly spend × P.
    Source: definition.
    Check: spend_of_power_usd_per_year(570, 100000) = 57e6 (0%)
    """
    return spend_usd_per_kw_year * it_power_kw


def it_energy_price_usd_per_mwh(electricity_price_usd_per_mwh: Array, power_usage_effectiveness_ratio: Array) -> Array:
    """Price of a unit of IT energy, the overhead paid with it. [USD/MWh]

    p = price × PUE.
    Source: definition.
    Check: it_energy_price_usd_per_mwh(60, 1.2) = 72 (0.01%)
    """
    return electricity_price_usd_per_mwh * power_usage_effectiveness_ratio


def implied_price_of_cost_usd_per_mwh(energy_cost_usd: Array, energy_mwh: Array) -> Array:
    """Price that a bill and an energy imply. [USD/MWh]

    p = c / E.
    Source: definition.
    Check: implied_price_of_cost_usd_per_mwh(60000, 1000) = 60 (0%)
    """
    return energy_cost_usd / energy_mwh


def implied_price_of_spend_usd_per_mwh(
    spend_usd_per_kw_year: Array, power_usage_effectiveness_ratio: Array, powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR
) -> Array:
    """Price that a yearly spend per kW implies. [USD/MWh]

    p = spend / (PUE × hours a year).
    Source: definition.
    Check: implied_price_of_spend_usd_per_mwh(572.9, 1.09, 8760) = 60 (0.1%)
    """
    return spend_usd_per_kw_year * KW_PER_MW / (power_usage_effectiveness_ratio * powered_hours_per_year)


def implied_overhead_of_spend_ratio(
    spend_usd_per_kw_year: Array, electricity_price_usd_per_mwh: Array, powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR
) -> Array:
    """PUE that a yearly spend per kW and a price imply. [ratio]

    PUE = spend / (price × hours a year).
    Source: definition.
    Check: implied_overhead_of_spend_ratio(572.9, 60, 8760) = 1.09 (0.1%)
    """
    return spend_usd_per_kw_year * KW_PER_MW / (electricity_price_usd_per_mwh * powered_hours_per_year)


def price_with_charges_usd_per_mwh(electricity_price_usd_per_mwh: Array, charges_usd_per_mwh: Array) -> Array:
    """Price with delivery and other charges per energy. [USD/MWh]

    p = price + charges.
    Source: definition.
    Check: price_with_charges_usd_per_mwh(40, 20) = 60 (0%)
    """
    return electricity_price_usd_per_mwh + charges_usd_per_mwh


def demand_cost_usd_per_year(peak_power_kw: Array, demand_charge_usd_per_kw_year: Array) -> Array:
    """Demand charge of a peak power over a year. [USD/year]

    c = peak × charge per kW and time.
    Source: definition.
    Check: demand_cost_usd_per_year(100000, 120) = 12e6 (0%)
    """
    return peak_power_kw * demand_charge_usd_per_kw_year


def demand_per_energy_usd_per_mwh(
    demand_charge_usd_per_kw_year: Array, load_factor_frac: Array, powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR
) -> Array:
    """Demand charge per unit of energy. [USD/MWh]

    p = charge a year / (hours a year × load factor).
    Source: definition.
    Check: demand_per_energy_usd_per_mwh(120, 0.9, 8760) = 15.22 (0.1%)
    """
    return demand_charge_usd_per_kw_year * KW_PER_MW / (powered_hours_per_year * load_factor_frac)


def price_with_demand_usd_per_mwh(
    electricity_price_usd_per_mwh: Array,
    demand_charge_usd_per_kw_year: Array,
    load_factor_frac: Array,
    powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR,
) -> Array:
    """Price of a unit of energy with the demand charge spread over it. [USD/MWh]

    p = energy price + charge a year / (hours a year × load factor).
    Source: definition.
    Check: price_with_demand_usd_per_mwh(50, 120, 0.9, 8760) = 65.22 (0.1%)
    """
    demand = demand_charge_usd_per_kw_year * KW_PER_MW / (powered_hours_per_year * load_factor_frac)
    return electricity_price_usd_per_mwh + demand


def bill_with_demand_usd_per_year(
    peak_power_kw: Array,
    electricity_price_usd_per_mwh: Array,
    demand_charge_usd_per_kw_year: Array,
    load_factor_frac: Array,
    powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR,
) -> Array:
    """Yearly bill of a peak power, energy and demand. [USD/year]

    c = P × (price × hours a year × load factor + demand charge a year).
    Source: definition.
    Check: bill_with_demand_usd_per_year(100000, 50, 120, 0.9, 8760) = 51.42e6 (0.1%)
    """
    energy = electricity_price_usd_per_mwh / KW_PER_MW * powered_hours_per_year * load_factor_frac
    return peak_power_kw * (energy + demand_charge_usd_per_kw_year)


def contract_difference_usd(energy_mwh: Array, contract_price_usd_per_mwh: Array, market_price_usd_per_mwh: Array) -> Array:
    """What a purchase contract costs above the market. [USD]

    c = E × (contract − market).
    Source: definition.
    Check: contract_difference_usd(1000, 100, 60) = 40000 (0%)
    """
    return energy_mwh * (contract_price_usd_per_mwh - market_price_usd_per_mwh)


def contract_premium_usd_per_mwh(contract_price_usd_per_mwh: Array, market_price_usd_per_mwh: Array) -> Array:
    """Price of a purchase contract above the market. [USD/MWh]

    p = contract − market.
    Source: definition.
    Check: contract_premium_usd_per_mwh(100, 60) = 40 (0%)
    """
    return contract_price_usd_per_mwh - market_price_usd_per_mwh


def contract_premium_frac(contract_price_usd_per_mwh: Array, market_price_usd_per_mwh: Array) -> Array:
    """Price of a purchase contract above the market, as a share of the market. [frac]

    premium = contract / market − 1.
    Source: definition.
    Check: contract_premium_frac(90, 60) = 0.5 (0%)
    """
    return contract_price_usd_per_mwh / market_price_usd_per_mwh - 1


def grown_price_usd_per_mwh(electricity_price_usd_per_mwh: Array, yearly_growth_frac: Array, supplied_years: Array) -> Array:
    """Price after some years of growth. [USD/MWh]

    p = price × (1 + growth)^years.
    Source: definition.
    Check: grown_price_usd_per_mwh(60, 0.03, 10) = 80.64 (0.1%)
    """
    return electricity_price_usd_per_mwh * (1 + yearly_growth_frac) ** supplied_years


def capital_recovery_frac(discount_rate_frac: Array, service_years: Array) -> Array:
    """Share of a capital that a level yearly payment repays with interest. [frac]

    CRF = r / (1 − (1 + r)^−n). Rates above 0.
    Source: definition.
    Check: capital_recovery_frac(0.08, 20) = 0.10185 (0.1%)
    """
    return discount_rate_frac / (1 - (1 + discount_rate_frac) ** -service_years)


def yearly_capital_recovery_frac_per_year(discount_rate_frac: Array, service_years: Array) -> Array:
    """The same share, as one per year. [1/year]

    CRF = r / (1 − (1 + r)^−n). Rates above 0.
    Source: definition.
    Check: yearly_capital_recovery_frac_per_year(0.08, 20) = 0.10185 (0.1%)
    """
    return discount_rate_frac / (1 - (1 + discount_rate_frac) ** -service_years)


def capital_payment_usd_per_kw_year(capital_usd_per_kw: Array, capital_recovery_frac: Array) -> Array:
    """Level yearly payment for a capital per kW. [USD/kW/year]

    c = capital × CRF.
    Source: definition.
    Check: capital_payment_usd_per_kw_year(1300, 0.10185) = 132.4 (0.1%)
    """
    return capital_usd_per_kw * capital_recovery_frac


def capital_payment_usd_per_year(capital_usd: Array, capital_recovery_frac: Array) -> Array:
    """Level yearly payment for a capital. [USD/year]

    c = capital × CRF.
    Source: definition.
    Check: capital_payment_usd_per_year(1e9, 0.10185) = 101.85e6 (0.1%)
    """
    return capital_usd * capital_recovery_frac


def levelised_cost_usd_per_mwh(
    capital_usd_per_kw: Array,
    capital_recovery_frac: Array,
    fixed_cost_usd_per_kw_year: Array,
    capacity_factor_frac: Array,
    fuel_cost_usd_per_mwh: Array,
    variable_cost_usd_per_mwh: Array,
    powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR,
) -> Array:
    """Levelised cost of a plant's energy. [USD/MWh]

    LCOE = (capital × CRF + fixed) / (capacity factor × hours a year) + fuel + variable.
    Source: definition.
    Check: levelised_cost_usd_per_mwh(1300, 0.10185, 20, 0.85, 26.66, 2, 8760) = 49.13 (0.1%)
    """
    yearly = capital_usd_per_kw * capital_recovery_frac + fixed_cost_usd_per_kw_year
    return (
        yearly * KW_PER_MW / (capacity_factor_frac * powered_hours_per_year) + fuel_cost_usd_per_mwh + variable_cost_usd_per_mwh
    )


def simple_capital_per_energy_usd_per_mwh(
    capital_usd_per_kw: Array,
    service_years: Array,
    capacity_factor_frac: Array,
    powered_hours_per_year: Array = HOURS_PER_CALENDAR_YEAR,
) -> Array:
    """Capital per unit of energy over a plant's life, not discounted. [USD/MWh]

    c = capital / (years × capacity factor × hours a year).
    Source: definition.
    Check: simple_capital_per_energy_usd_per_mwh(1300, 20, 0.85, 8760) = 8.73 (0.1%)
    """
    return capital_usd_per_kw * KW_PER_MW / (service_years * capacity_factor_frac * powered_hours_per_year)


def fuel_cost_usd_per_mwh(fuel_mwh_per_mwh: Array, fuel_price_usd_per_mwh: Array) -> Array:
    """Fuel for a unit of electricity. [USD/MWh]

    c = heat rate × price of the fuel per heat.
    Source: definition.
    Check: fuel_cost_usd_per_mwh(1.817, 14.672) = 26.66 (0.1%)
    """
    return fuel_mwh_per_mwh * fuel_price_usd_per_mwh


def fuel_bill_usd(energy_mwh: Array, fuel_cost_usd_per_mwh: Array) -> Array:
    """Fuel for an amount of electricity. [USD]

    c = E × fuel per unit.
    Source: definition.
    Check: fuel_bill_usd(1000, 26.66) = 26660 (0.01%)
    """
    return energy_mwh * fuel_cost_usd_per_mwh


def fuel_heat_bill_usd(fuel_energy_mwh: Array, fuel_price_usd_per_mwh: Array) -> Array:
    """An amount of fuel at a price per heat. [USD]

    c = heat × price.
    Source: definition.
    Check: fuel_heat_bill_usd(1000, 14.672) = 14672 (0.01%)
    """
    return fuel_energy_mwh * fuel_price_usd_per_mwh


def implied_fuel_price_usd_per_mwh(fuel_cost_usd_per_mwh: Array, fuel_mwh_per_mwh: Array) -> Array:
    """Price of fuel per heat that a fuel cost and a heat rate imply. [USD/MWh]

    p = c / heat rate.
    Source: definition.
    Check: implied_fuel_price_usd_per_mwh(26.66, 1.817) = 14.672 (0.1%)
    """
    return fuel_cost_usd_per_mwh / fuel_mwh_per_mwh


def cost_share_frac(energy_cost_usd: Array, whole_cost_usd: Array) -> Array:
    """Bill of energy as a share of a whole cost. [frac]

    share = c / whole.
    Source: definition.
    Check: cost_share_frac(10, 100) = 0.1 (0.01%)
    """
    return energy_cost_usd / whole_cost_usd


def price_ratio_of_two_ratio(higher_price_usd_per_mwh: Array, lower_price_usd_per_mwh: Array) -> Array:
    """One price of energy over another. [ratio]

    price = ratio.
    Source: definition.
    Check: price_ratio_of_two_ratio(60, 40) = 1.5 (0%)
    """
    return higher_price_usd_per_mwh / lower_price_usd_per_mwh
