"""What launches cost: a mass, a fleet or a power put up, a vehicle flown again, insurance, and how prices are learned."""

from earth_or_orbit.constants import W_PER_KW, Array
from earth_or_orbit.quantities.launch_counts import whole_count


def contract_of_price_usd(launch_price_usd_per_kg: Array, launch_payload_kg: Array) -> Array:
    """Price of a launch that is filled to its payload, from its price per kilogram. [USD]

    contract = price × payload.
    Source: definition.
    Check: contract_of_price_usd(3360, 22000) = 73.92e6 (0%)
    """
    return launch_price_usd_per_kg * launch_payload_kg


def mass_launch_cost_usd(launched_mass_kg: Array, launch_price_usd_per_kg: Array) -> Array:
    """Cost of launching a mass at a price per kilogram. [USD]

    c = mass × price.
    Source: definition.
    Check: mass_launch_cost_usd(575, 3600) = 2.07e6 (0%)
    """
    return launched_mass_kg * launch_price_usd_per_kg


def yearly_mass_launch_cost_usd_per_year(launched_mass_kg_per_year: Array, launch_price_usd_per_kg: Array) -> Array:
    """Yearly cost of launching a yearly mass. [USD/year]

    c = yearly mass × price.
    Source: definition.
    Check: yearly_mass_launch_cost_usd_per_year(1e9, 200) = 2e11 (0%)
    """
    return launched_mass_kg_per_year * launch_price_usd_per_kg


def fleet_launch_cost_usd(satellites_count: Array, satellite_mass_kg: Array, launch_price_usd_per_kg: Array) -> Array:
    """Cost of launching a fleet at a price per kilogram. [USD]

    c = satellites × mass × price.
    Source: definition.
    Check: fleet_launch_cost_usd(81, 575, 200) = 9.315e6 (0%)
    """
    return satellites_count * satellite_mass_kg * launch_price_usd_per_kg


def launches_cost_usd(launches_count: Array, launch_contract_usd: Array) -> Array:
    """Cost of some launches. [USD]

    c = launches × price of one.
    Source: definition.
    Check: launches_cost_usd(143, 5e6) = 7.15e8 (0%)
    """
    return launches_count * launch_contract_usd


def yearly_launches_cost_usd_per_year(launches_per_year: Array, launch_contract_usd: Array) -> Array:
    """Yearly cost of a rate of launches. [USD/year]

    c = launches a year × price of one.
    Source: definition.
    Check: yearly_launches_cost_usd_per_year(100, 5e6) = 5e8 (0%)
    """
    return launches_per_year * launch_contract_usd


def filled_launches_cost_usd(launched_mass_kg: Array, launch_payload_kg: Array, launch_contract_usd: Array) -> Array:
    """Cost of launching a mass, launches paid by the share that it fills. [USD]

    c = mass / payload × price of one.
    Source: definition.
    Check: filled_launches_cost_usd(33e3, 22e3, 74e6) = 111e6 (0%)
    """
    return launched_mass_kg / launch_payload_kg * launch_contract_usd


def whole_launches_cost_usd(launched_mass_kg: Array, launch_payload_kg: Array, launch_contract_usd: Array) -> Array:
    """Cost of launching a mass in whole launches. [USD]

    c = ⌈mass / payload⌉ × price of one.
    Source: definition.
    Check: whole_launches_cost_usd(33e3, 22e3, 74e6) = 148e6 (0%)
    """
    return whole_count(launched_mass_kg / launch_payload_kg) * launch_contract_usd


def satellite_share_of_launch_usd(launch_contract_usd: Array, satellites_per_launch_count: Array) -> Array:
    """Price of launch for one satellite of a full launch. [USD]

    c = price / satellites of a launch.
    Source: definition.
    Check: satellite_share_of_launch_usd(74e6, 29) = 2.5517e6 (0.01%)
    """
    return launch_contract_usd / satellites_per_launch_count


def cost_at_kg_per_kw_usd_per_kw(specific_mass_kg_per_kw: Array, launch_price_usd_per_kg: Array) -> Array:
    """Cost of launching a kilowatt, from its mass. [USD/kW]

    c = specific mass × price.
    Source: definition.
    Check: cost_at_kg_per_kw_usd_per_kw(40, 4000) = 160000 (0%)
    """
    return specific_mass_kg_per_kw * launch_price_usd_per_kg


def cost_at_w_per_kg_usd_per_kw(specific_power_w_per_kg: Array, launch_price_usd_per_kg: Array) -> Array:
    """Cost of launching a kilowatt, from the power of a kilogram. [USD/kW]

    c = 1000 × price / specific power.
    Source: definition.
    Check: cost_at_w_per_kg_usd_per_kw(36.5, 1000) = 27397 (0.01%)
    """
    return W_PER_KW * launch_price_usd_per_kg / specific_power_w_per_kg


def cost_of_contract_usd_per_kw(
    launch_contract_usd: Array, launch_payload_kg: Array, specific_power_w_per_kg: Array
) -> Array:
    """Cost of launching a kilowatt, from the price and payload of a launch. [USD/kW]

    c = 1000 × contract / (payload × specific power).
    Source: definition.
    Check: cost_of_contract_usd_per_kw(1e7, 100e3, 100) = 1000 (0%)
    """
    return W_PER_KW * launch_contract_usd / (launch_payload_kg * specific_power_w_per_kg)


def contract_per_power_usd_per_kw(launch_contract_usd: Array, power_per_launch_kw: Array) -> Array:
    """Cost of launching a kilowatt, from the price of a launch and the power on it. [USD/kW]

    c = contract / power.
    Source: definition.
    Check: contract_per_power_usd_per_kw(1e7, 7000) = 1428.6 (0.01%)
    """
    return launch_contract_usd / power_per_launch_kw


def power_launch_cost_usd(launched_power_kw: Array, specific_power_w_per_kg: Array, launch_price_usd_per_kg: Array) -> Array:
    """Cost of launching a power. [USD]

    c = power / specific power × price.
    Source: definition.
    Check: power_launch_cost_usd(1e6, 36.5, 500) = 1.36986e10 (0.01%)
    """
    return launched_power_kw * cost_at_w_per_kg_usd_per_kw(specific_power_w_per_kg, launch_price_usd_per_kg)


def power_launch_cost_at_mass_usd(
    launched_power_kw: Array, specific_mass_kg_per_kw: Array, launch_price_usd_per_kg: Array
) -> Array:
    """Cost of launching a power, from the mass of a kilowatt. [USD]

    c = power × specific mass × price.
    Source: definition.
    Check: power_launch_cost_at_mass_usd(1e6, 40, 200) = 8e9 (0%)
    """
    return launched_power_kw * specific_mass_kg_per_kw * launch_price_usd_per_kg


def launched_price_at_w_per_kg_usd_per_kw_year(
    launch_price_usd_per_kg: Array, specific_power_w_per_kg: Array, satellite_lifetime_years: Array
) -> Array:
    """Price of launching a kilowatt spread over its life, from the power of a kilogram. [USD/kW/year]

    p = 1000 × price / (specific power × life).
    Source: [S063] table 1.
    Check: launched_price_at_w_per_kg_usd_per_kw_year(200, 48.7, 5) = 821.4 (0.01%)
    """
    return cost_at_w_per_kg_usd_per_kw(specific_power_w_per_kg, launch_price_usd_per_kg) / satellite_lifetime_years


def launched_price_at_kg_per_kw_usd_per_kw_year(
    launch_price_usd_per_kg: Array, specific_mass_kg_per_kw: Array, satellite_lifetime_years: Array
) -> Array:
    """Price of launching a kilowatt spread over its life, from its mass. [USD/kW/year]

    p = price × specific mass / life.
    Source: [S063] table 1.
    Check: launched_price_at_kg_per_kw_usd_per_kw_year(200, 20.5, 5) = 820 (0%)
    """
    return launch_price_usd_per_kg * specific_mass_kg_per_kw / satellite_lifetime_years


def allowed_launch_price_usd_per_kg(launch_cost_usd_per_kw: Array, specific_mass_kg_per_kw: Array) -> Array:
    """Price per kilogram that a budget per kilowatt allows. [USD/kg]

    p = budget / specific mass.
    Source: definition.
    Check: allowed_launch_price_usd_per_kg(10000, 40) = 250 (0%)
    """
    return launch_cost_usd_per_kw / specific_mass_kg_per_kw


def allowed_launch_price_at_power_usd_per_kg(launch_cost_usd_per_kw: Array, specific_power_w_per_kg: Array) -> Array:
    """Price per kilogram that a budget per kilowatt allows, from the power of a kilogram. [USD/kg]

    p = budget × specific power / 1000.
    Source: definition.
    Check: allowed_launch_price_at_power_usd_per_kg(10000, 25) = 250 (0%)
    """
    return launch_cost_usd_per_kw * specific_power_w_per_kg / W_PER_KW


def price_for_lpp_usd_per_kg(
    launched_power_price_usd_per_kw_year: Array,
    satellite_mass_kg: Array,
    satellite_power_kw: Array,
    satellite_lifetime_years: Array,
) -> Array:
    """Launch price per kilogram behind a launched power price. [USD/kg]

    p = launched power price × power × life / mass.
    Source: [S063] table 1.
    Check: price_for_lpp_usd_per_kg(810, 575, 28, 5) = 197.2 (0.01%)
    """
    return launched_power_price_usd_per_kw_year * satellite_power_kw * satellite_lifetime_years / satellite_mass_kg


def reused_launch_cost_usd(
    vehicle_cost_usd: Array, flights_per_vehicle_count: Array, refurbishment_usd: Array, propellant_bill_usd: Array,
    launch_operations_usd: Array,
) -> Array:  # fmt: skip
    """Cost of a launch of a vehicle that flies a number of times. [USD]

    c = vehicle / flights + refurbishment + propellant + operations.
    Source: definition.
    Check: reused_launch_cost_usd(90e6, 100, 1e6, 0.9e6, 0.5e6) = 3.3e6 (0%)
    """
    return vehicle_cost_usd / flights_per_vehicle_count + refurbishment_usd + propellant_bill_usd + launch_operations_usd


def reused_launch_cost_usd_per_kg(
    vehicle_cost_usd: Array, flights_per_vehicle_count: Array, refurbishment_usd: Array, propellant_bill_usd: Array,
    launch_operations_usd: Array, launch_payload_kg: Array,
) -> Array:  # fmt: skip
    """Cost per kilogram of payload of a vehicle that flies a number of times. [USD/kg]

    c = (vehicle / flights + refurbishment + propellant + operations) / payload.
    Source: definition.
    Check: reused_launch_cost_usd_per_kg(90e6, 100, 1e6, 0.9e6, 0.5e6, 100e3) = 33 (0%)
    """
    each = refurbishment_usd, propellant_bill_usd, launch_operations_usd
    return reused_launch_cost_usd(vehicle_cost_usd, flights_per_vehicle_count, *each) / launch_payload_kg


def two_stage_launch_cost_usd(
    booster_cost_usd: Array, booster_flights_count: Array, ship_cost_usd: Array, ship_flights_count: Array,
    refurbishment_usd: Array, propellant_bill_usd: Array, launch_operations_usd: Array,
) -> Array:  # fmt: skip
    """Cost of a launch of a booster and an upper stage that each fly a number of times. [USD]

    c = booster / its flights + ship / its flights + refurbishment + propellant + operations.
    Source: definition.
    Check: two_stage_launch_cost_usd(50e6, 50, 40e6, 20, 0, 1e6, 0) = 4e6 (0%)
    """
    built = booster_cost_usd / booster_flights_count + ship_cost_usd / ship_flights_count
    return built + refurbishment_usd + propellant_bill_usd + launch_operations_usd


def two_stage_launch_cost_usd_per_kg(
    booster_cost_usd: Array, booster_flights_count: Array, ship_cost_usd: Array, ship_flights_count: Array,
    refurbishment_usd: Array, propellant_bill_usd: Array, launch_operations_usd: Array, launch_payload_kg: Array,
) -> Array:  # fmt: skip
    """Cost per kilogram of payload of a booster and an upper stage that each fly a number of times. [USD/kg]

    c = (booster / its flights + ship / its flights + refurbishment + propellant + operations) / payload.
    Source: definition.
    Check: two_stage_launch_cost_usd_per_kg(50e6, 50, 40e6, 20, 0, 1e6, 0, 100e3) = 40 (0%)
    """
    stages = booster_cost_usd, booster_flights_count, ship_cost_usd, ship_flights_count
    each = refurbishment_usd, propellant_bill_usd, launch_operations_usd
    return two_stage_launch_cost_usd(*stages, *each) / launch_payload_kg


def insurance_premium_usd(insured_value_usd: Array, premium_frac: Array) -> Array:
    """Premium of insurance for a launch. [USD]

    c = insured value × rate.
    Source: definition.
    Check: insurance_premium_usd(200e6, 0.07) = 14e6 (0.01%)
    """
    return insured_value_usd * premium_frac


def expected_launch_loss_usd(insured_value_usd: Array, launch_success_frac: Array) -> Array:
    """Value that is expected to be lost at launch. [USD]

    c = value × (1 − success).
    Source: mean of a binomial.
    Check: expected_launch_loss_usd(200e6, 0.98) = 4e6 (0.01%)
    """
    return insured_value_usd * (1 - launch_success_frac)


def price_with_losses_usd_per_kg(launch_price_usd_per_kg: Array, launch_success_frac: Array) -> Array:
    """Price of a kilogram that arrives. [USD/kg]

    p = price / success.
    Source: definition.
    Check: price_with_losses_usd_per_kg(198, 0.99) = 200 (0.01%)
    """
    return launch_price_usd_per_kg / launch_success_frac


def gross_margin_of_price_frac(launch_price_usd_per_kg: Array, launch_cost_usd_per_kg: Array) -> Array:
    """Gross margin of a launch price over its cost. [frac]

    margin = 1 − cost / price.
    Source: definition.
    Check: gross_margin_of_price_frac(240, 60) = 0.75 (0%)
    """
    return 1 - launch_cost_usd_per_kg / launch_price_usd_per_kg


def cost_of_margin_usd_per_kg(launch_price_usd_per_kg: Array, gross_margin_frac: Array) -> Array:
    """Cost that a launch price and its gross margin leave. [USD/kg]

    cost = price × (1 − margin).
    Source: definition.
    Check: cost_of_margin_usd_per_kg(240, 0.75) = 60 (0%)
    """
    return launch_price_usd_per_kg * (1 - gross_margin_frac)


def markup_ratio(launch_price_usd_per_kg: Array, launch_cost_usd_per_kg: Array) -> Array:
    """A launch price in multiples of its cost. [ratio]

    r = price / cost.
    Source: definition.
    Check: markup_ratio(240, 60) = 4 (0%)
    """
    return launch_price_usd_per_kg / launch_cost_usd_per_kg
