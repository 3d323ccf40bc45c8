"""Launches as studies count them: for a mass, a volume, a power or a fleet, in a year, and what they burn."""

import numpy as np

from earth_or_orbit.constants import DAYS_PER_YEAR, W_PER_KW, Array

_ROUNDED = 9  # structure: decimals kept before rounding to whole launches, so that 0.9/0.3 is three


def whole_count(needed_ratio: Array) -> Array:
    """The next whole number at or above a quotient. [count]

    n = ⌈x⌉.
    Source: definition.
    Check: whole_count(2.1) = 3 (0%)
    Check: whole_count(3.0000000000000004) = 3 (0%)
    """
    return np.ceil(np.round(needed_ratio, _ROUNDED))


def full_count(room_ratio: Array) -> Array:
    """The whole number at or below a quotient: what fits entirely. [count]

    n = ⌊x⌋.
    Source: definition.
    Check: full_count(2.9) = 2 (0%)
    Check: full_count(2.9999999999999996) = 3 (0%)
    """
    return np.floor(np.round(room_ratio, _ROUNDED))


def whole_launches_count(launched_mass_kg: Array, launch_payload_kg: Array) -> Array:
    """Whole launches that carry a mass. [count]

    n = ⌈mass / payload⌉.
    Source: definition.
    Check: whole_launches_count(10e3, 4e3) = 3 (0%)
    """
    return whole_count(launched_mass_kg / launch_payload_kg)


def mass_of_launches_kg(launches_count: Array, launch_payload_kg: Array) -> Array:
    """Mass that some launches carry when each is full. [kg]

    m = launches × payload.
    Source: definition.
    Check: mass_of_launches_kg(24, 17500) = 420000 (0%)
    """
    return launches_count * launch_payload_kg


def mass_of_cadence_kg_per_year(launches_per_year: Array, launch_payload_kg: Array) -> Array:
    """Mass that a yearly rate of full launches carries. [kg/year]

    m = launches a year × payload.
    Source: definition.
    Check: mass_of_cadence_kg_per_year(165, 17000) = 2.805e6 (0%)
    """
    return launches_per_year * launch_payload_kg


def yearly_mass_launches_per_year(launched_mass_kg_per_year: Array, launch_payload_kg: Array) -> Array:
    """Launches a year that a yearly mass takes. [1/year]

    n = yearly mass / payload.
    Source: definition.
    Check: yearly_mass_launches_per_year(1e9, 100e3) = 10000 (0%)
    """
    return launched_mass_kg_per_year / launch_payload_kg


def years_of_cadence_years(launched_mass_kg: Array, launch_payload_kg: Array, launches_per_year: Array) -> Array:
    """Years that a yearly rate of full launches needs for a mass. [years]

    t = mass / (payload × launches a year).
    Source: definition.
    Check: years_of_cadence_years(1e7, 1e5, 20) = 5 (0%)
    """
    return launched_mass_kg / (launch_payload_kg * launches_per_year)


def years_of_launches_years(launches_count: Array, launches_per_year: Array) -> Array:
    """Years that a number of launches takes at a yearly rate. [years]

    t = launches / rate.
    Source: definition.
    Check: years_of_launches_years(1850, 185) = 10 (0%)
    """
    return launches_count / launches_per_year


def years_of_deployment_years(satellites_count: Array, satellites_per_launch_count: Array, launches_per_year: Array) -> Array:
    """Years that a fleet takes to be launched at a yearly rate. [years]

    t = satellites / (satellites of a launch × launches a year). Nothing fails and nothing retires meanwhile.
    Source: definition.
    Check: years_of_deployment_years(4408, 24, 36) = 5.1019 (0.01%)
    """
    return satellites_count / (satellites_per_launch_count * launches_per_year)


def spread_launches_per_year(launches_count: Array, launch_campaign_years: Array) -> Array:
    """Launches a year when a number of them is spread over some years. [1/year]

    n' = launches / years.
    Source: definition.
    Check: spread_launches_per_year(1850, 10) = 185 (0%)
    """
    return launches_count / launch_campaign_years


def launches_in_years_count(launches_per_year: Array, launch_campaign_years: Array) -> Array:
    """Launches in some years at a yearly rate. [count]

    n = rate × years.
    Source: definition.
    Check: launches_in_years_count(185, 10) = 1850 (0%)
    """
    return launches_per_year * launch_campaign_years


def days_between_launches_days(launches_per_year: Array) -> Array:
    """Mean time between two launches. [days]

    t = 365.25 / launches a year.
    Source: definition.
    Check: days_between_launches_days(165) = 2.2136 (0.01%)
    """
    return DAYS_PER_YEAR / launches_per_year


def power_of_payload_kw(launch_payload_kg: Array, specific_power_w_per_kg: Array) -> Array:
    """Power that one full launch carries. [kW]

    P = payload × specific power.
    Source: definition.
    Check: power_of_payload_kw(100e3, 70) = 7000 (0%)
    """
    return launch_payload_kg * specific_power_w_per_kg / W_PER_KW


def power_of_payload_mass_kw(launch_payload_kg: Array, specific_mass_kg_per_kw: Array) -> Array:
    """Power that one full launch carries, from the mass of a kilowatt. [kW]

    P = payload / specific mass.
    Source: definition.
    Check: power_of_payload_mass_kw(100e3, 40) = 2500 (0%)
    """
    return launch_payload_kg / specific_mass_kg_per_kw


def power_of_launches_kw(launches_count: Array, launch_payload_kg: Array, specific_power_w_per_kg: Array) -> Array:
    """Power that some full launches carry. [kW]

    P = launches × payload × specific power.
    Source: definition.
    Check: power_of_launches_kw(143, 100e3, 70) = 1.001e6 (0%)
    """
    return launches_count * power_of_payload_kw(launch_payload_kg, specific_power_w_per_kg)


def power_of_cadence_kw_per_year(
    launches_per_year: Array, launch_payload_kg: Array, specific_power_w_per_kg: Array
) -> Array:
    """Power that a yearly rate of full launches adds. [kW/year]

    P' = launches a year × payload × specific power.
    Source: definition.
    Check: power_of_cadence_kw_per_year(10000, 100e3, 100) = 1e8 (0%)
    """
    return launches_per_year * power_of_payload_kw(launch_payload_kg, specific_power_w_per_kg)


def power_of_yearly_mass_kw_per_year(launched_mass_kg_per_year: Array, specific_power_w_per_kg: Array) -> Array:
    """Power that a yearly mass adds. [kW/year]

    P' = yearly mass × specific power.
    Source: definition.
    Check: power_of_yearly_mass_kw_per_year(1e9, 100) = 1e8 (0%)
    """
    return launched_mass_kg_per_year * specific_power_w_per_kg / W_PER_KW


def power_of_mass_kw(launched_mass_kg: Array, specific_power_w_per_kg: Array) -> Array:
    """Power of a mass at its specific power. [kW]

    P = mass × specific power.
    Source: definition.
    Check: power_of_mass_kw(1e6, 100) = 1e5 (0%)
    """
    return launched_mass_kg * specific_power_w_per_kg / W_PER_KW


def mass_of_launched_power_kg(launched_power_kw: Array, specific_power_w_per_kg: Array) -> Array:
    """Mass of a power at its specific power. [kg]

    m = power / specific power.
    Source: definition.
    Check: mass_of_launched_power_kg(1e6, 70) = 14285714 (0.01%)
    """
    return launched_power_kw * W_PER_KW / specific_power_w_per_kg


def launched_power_mass_kg(launched_power_kw: Array, specific_mass_kg_per_kw: Array) -> Array:
    """Mass of a power from the mass of a kilowatt. [kg]

    m = power × specific mass.
    Source: definition.
    Check: launched_power_mass_kg(1e6, 40) = 4e7 (0%)
    """
    return launched_power_kw * specific_mass_kg_per_kw


def yearly_mass_of_power_kg_per_year(launched_power_kw_per_year: Array, specific_power_w_per_kg: Array) -> Array:
    """Mass a year that a yearly addition of power takes. [kg/year]

    m' = power a year / specific power.
    Source: definition.
    Check: yearly_mass_of_power_kg_per_year(1e8, 100) = 1e9 (0%)
    """
    return launched_power_kw_per_year * W_PER_KW / specific_power_w_per_kg


def launches_of_power_count(launched_power_kw: Array, specific_power_w_per_kg: Array, launch_payload_kg: Array) -> Array:
    """Launches that carry a power, in fractions of a launch. [count]

    n = power / (specific power × payload).
    Source: definition.
    Check: launches_of_power_count(1e6, 70, 100e3) = 142.857 (0.01%)
    """
    return launched_power_kw / power_of_payload_kw(launch_payload_kg, specific_power_w_per_kg)


def whole_launches_of_power_count(
    launched_power_kw: Array, specific_power_w_per_kg: Array, launch_payload_kg: Array
) -> Array:
    """Whole launches that carry a power. [count]

    n = ⌈power / (specific power × payload)⌉.
    Source: definition.
    Check: whole_launches_of_power_count(1e6, 70, 100e3) = 143 (0%)
    """
    return whole_count(launches_of_power_count(launched_power_kw, specific_power_w_per_kg, launch_payload_kg))


def launches_of_power_at_mass_count(
    launched_power_kw: Array, specific_mass_kg_per_kw: Array, launch_payload_kg: Array
) -> Array:
    """Launches that carry a power, from the mass of a kilowatt, in fractions of a launch. [count]

    n = power × specific mass / payload.
    Source: definition.
    Check: launches_of_power_at_mass_count(1e6, 40, 100e3) = 400 (0%)
    """
    return launched_power_mass_kg(launched_power_kw, specific_mass_kg_per_kw) / launch_payload_kg


def whole_launches_of_power_at_mass_count(
    launched_power_kw: Array, specific_mass_kg_per_kw: Array, launch_payload_kg: Array
) -> Array:
    """Whole launches that carry a power, from the mass of a kilowatt. [count]

    n = ⌈power × specific mass / payload⌉.
    Source: definition.
    Check: whole_launches_of_power_at_mass_count(1000, 41, 20e3) = 3 (0%)
    """
    return whole_count(launches_of_power_at_mass_count(launched_power_kw, specific_mass_kg_per_kw, launch_payload_kg))


def launches_of_launched_power_count(launched_power_kw: Array, power_per_launch_kw: Array) -> Array:
    """Launches that carry a power, from the power of one, in fractions of a launch. [count]

    n = power / power of one launch.
    Source: definition.
    Check: launches_of_launched_power_count(1e6, 7000) = 142.857 (0.01%)
    """
    return launched_power_kw / power_per_launch_kw


def whole_launches_of_launched_power_count(launched_power_kw: Array, power_per_launch_kw: Array) -> Array:
    """Whole launches that carry a power, from the power of one. [count]

    n = ⌈power / power of one launch⌉.
    Source: definition.
    Check: whole_launches_of_launched_power_count(1e6, 7000) = 143 (0%)
    """
    return whole_count(launched_power_kw / power_per_launch_kw)


def yearly_power_launches_per_year(
    launched_power_kw_per_year: Array, specific_power_w_per_kg: Array, launch_payload_kg: Array
) -> Array:
    """Launches a year that a yearly addition of power takes. [1/year]

    n = power a year / (specific power × payload).
    Source: definition.
    Check: yearly_power_launches_per_year(1e8, 100, 100e3) = 10000 (0%)
    """
    return launched_power_kw_per_year / power_of_payload_kw(launch_payload_kg, specific_power_w_per_kg)


def yearly_power_mass_launches_per_year(
    launched_power_kw_per_year: Array, specific_mass_kg_per_kw: Array, launch_payload_kg: Array
) -> Array:
    """Launches a year that a yearly addition of power takes, from the mass of a kilowatt. [1/year]

    n = power a year × specific mass / payload.
    Source: definition.
    Check: yearly_power_mass_launches_per_year(1e8, 10, 100e3) = 10000 (0%)
    """
    return launched_power_kw_per_year * specific_mass_kg_per_kw / launch_payload_kg


def launched_power_launches_per_year(launched_power_kw_per_year: Array, power_per_launch_kw: Array) -> Array:
    """Launches a year that a yearly addition of power takes, from the power of one. [1/year]

    n = power a year / power of one launch.
    Source: definition.
    Check: launched_power_launches_per_year(1e8, 1e4) = 10000 (0%)
    """
    return launched_power_kw_per_year / power_per_launch_kw


def payload_of_price_kg(launch_contract_usd: Array, launch_price_usd_per_kg: Array) -> Array:
    """Payload behind the price of a launch and its price per kilogram. [kg]

    m = contract / price.
    Source: definition.
    Check: payload_of_price_kg(74e6, 3364) = 21998 (0.01%)
    """
    return launch_contract_usd / launch_price_usd_per_kg


def payload_loss_frac(payload_leo_kg: Array, payload_sso_kg: Array) -> Array:
    """Share of a vehicle's payload to low orbit that a higher orbit costs. [frac]

    loss = 1 − payload to the orbit / payload to low orbit.
    Source: definition.
    Check: payload_loss_frac(22000, 16500) = 0.25 (0%)
    """
    return 1 - payload_sso_kg / payload_leo_kg


def leo_to_sso_frac(payload_leo_kg: Array, payload_sso_kg: Array) -> Array:
    """Payload to a higher orbit as a share of the payload to low orbit. [frac]

    share = payload to the orbit / payload to low orbit.
    Source: definition.
    Check: leo_to_sso_frac(22000, 16500) = 0.75 (0%)
    """
    return payload_sso_kg / payload_leo_kg


def payload_after_loss_kg(payload_leo_kg: Array, payload_loss_frac: Array) -> Array:
    """Payload to a higher orbit that costs a share of the payload to low orbit. [kg]

    payload = payload to low orbit × (1 − loss).
    Source: definition.
    Check: payload_after_loss_kg(22000, 0.25) = 16500 (0%)
    """
    return payload_leo_kg * (1 - payload_loss_frac)


def spread_mass_kg_per_year(launched_mass_kg: Array, launch_campaign_years: Array) -> Array:
    """Mass a year when a mass is flown evenly over some years. [kg/year]

    m' = mass / years.
    Source: definition.
    Check: spread_mass_kg_per_year(370e6, 10) = 37e6 (0%)
    """
    return launched_mass_kg / launch_campaign_years
