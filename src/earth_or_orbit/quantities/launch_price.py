"""Prices of launch: per kilogram, per kilowatt put up, and how they fall as more is flown."""

import numpy as np

from earth_or_orbit.constants import Array


def launched_power_price_usd_per_kw_year(
    launch_price_usd_per_kg: Array, satellite_mass_kg: Array, satellite_power_kw: Array, satellite_lifetime_years: Array
) -> Array:
    """Price of launching a satellite's power, spread over its life. [USD/kW/year]

    p = price × mass / (power × life). Launch alone: no satellite, no discounting.
    Source: [S063] table 1.
    Check: launched_power_price_usd_per_kw_year(3600, 575, 28, 5) = 14786 (0.01%)
    """
    return (
        launch_cost_usd_per_kw(launch_price_usd_per_kg, satellite_mass_kg, satellite_power_kw)
        / satellite_lifetime_years
    )


def launch_cost_usd_per_kw(
    launch_price_usd_per_kg: Array, satellite_mass_kg: Array, satellite_power_kw: Array
) -> Array:
    """Cost of launching a satellite per kW that it carries. [USD/kW]

    c = price × mass / power.
    Source: [techcrunch-starcloud].
    Check: launch_cost_usd_per_kw(500, 3000, 200) = 7500 (0%)
    """
    return launch_price_usd_per_kg * satellite_mass_kg / satellite_power_kw


def shielding_launch_cost_usd(
    shielded_power_kw: Array, shielding_mass_kg_per_kw: Array, launch_price_usd_per_kg: Array
) -> Array:
    """Cost of launching the shielding of a computer. [USD]

    c = power × shielding mass per power × price.
    Source: [S090] table 1.
    Check: shielding_launch_cost_usd(40000, 1, 30) = 1.2e6 (0%)
    """
    return shielded_power_kw * shielding_mass_kg_per_kw * launch_price_usd_per_kg


def implied_launch_price_usd_per_kg(launch_contract_usd: Array, launch_payload_kg: Array) -> Array:
    """Price per kilogram of a launch that is filled to its payload. [USD/kg]

    p = contract / payload.
    Source: definition.
    Check: implied_launch_price_usd_per_kg(5e6, 100e3) = 50 (0%)
    """
    return launch_contract_usd / launch_payload_kg


def customer_launch_price_usd_per_kg(launch_cost_usd_per_kg: Array, gross_margin_frac: Array) -> Array:
    """Price to a customer that leaves the operator its gross margin. [USD/kg]

    p = cost / (1 − margin); the margin is a share of the price, below 1.
    Source: [S063] section 2.4.
    Check: customer_launch_price_usd_per_kg(60, 0.75) = 240 (0%)
    """
    return launch_cost_usd_per_kg / (1 - gross_margin_frac)


def learned_launch_price_usd_per_kg(
    initial_launch_price_usd_per_kg: Array,
    initial_cumulative_mass_kg: Array,
    learning_rate_frac: Array,
    additional_mass_kg: Array,
) -> Array:
    """Launch price once more mass has been flown, by Wright's law. [USD/kg]

    p = p₀ ((m₀ + m)/m₀)^log₂(1 − r): each doubling of the mass flown takes the learning rate r off. 0 ≤ r < 1.
    Source: [S063] section 4.4.
    Check: learned_launch_price_usd_per_kg(1800, 400e3, 0.2, 104e6) = 300 (0.1%)
    """
    growth = 1 + additional_mass_kg / initial_cumulative_mass_kg
    return initial_launch_price_usd_per_kg * growth ** np.log2(1 - learning_rate_frac)


def additional_mass_to_price_kg(
    initial_launch_price_usd_per_kg: Array,
    initial_cumulative_mass_kg: Array,
    learning_rate_frac: Array,
    target_launch_price_usd_per_kg: Array,
) -> Array:
    """Mass still to be flown until Wright's law brings the launch price to a target. [kg]

    m = m₀ ((p/p₀)^(1/log₂(1 − r)) − 1). 0 < r < 1; negative when the target stands above the present price.
    Source: [S063] section 4.4.
    Check: additional_mass_to_price_kg(1800, 400e3, 0.2, 200) = 367.9e6 (0.1%)
    """
    price_ratio = target_launch_price_usd_per_kg / initial_launch_price_usd_per_kg
    return initial_cumulative_mass_kg * (price_ratio ** (1 / np.log2(1 - learning_rate_frac)) - 1)


def launches_needed_count(launched_mass_kg: Array, launch_payload_kg: Array) -> Array:
    """Launches that a mass fills, in fractions of a launch. [count]

    n = mass / payload. Only a manifest rounds up.
    Source: definition.
    Check: launches_needed_count(370e6, 200e3) = 1850 (0%)
    """
    return launched_mass_kg / launch_payload_kg


def campaign_launches_per_year(
    launched_mass_kg: Array, launch_payload_kg: Array, launch_campaign_years: Array
) -> Array:
    """Launches a year when a mass is flown evenly over some years. [1/year]

    n = mass / payload / years.
    Source: definition.
    Check: campaign_launches_per_year(370e6, 200e3, 10) = 185 (0%)
    """
    return launches_needed_count(launched_mass_kg, launch_payload_kg) / launch_campaign_years
