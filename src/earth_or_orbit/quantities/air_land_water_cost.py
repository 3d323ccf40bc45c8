"""What carbon, water and land cost at a stated price."""

from earth_or_orbit.constants import Array


def cost_of_emissions_usd(emitted_kgco2e: Array, carbon_price_usd_per_kgco2e: Array) -> Array:
    """Emissions at a price of carbon. [USD]

    c = m × price.
    Source: definition.
    Check: cost_of_emissions_usd(1000, 0.05) = 50 (0%)
    """
    return emitted_kgco2e * carbon_price_usd_per_kgco2e


def carbon_charge_usd_per_mwh(electricity_kgco2e_per_mwh: Array, carbon_price_usd_per_kgco2e: Array) -> Array:
    """Carbon price in a unit of electricity. [USD/MWh]

    p = intensity × price of carbon.
    Source: definition.
    Check: carbon_charge_usd_per_mwh(400, 0.05) = 20 (0.01%)
    """
    return electricity_kgco2e_per_mwh * carbon_price_usd_per_kgco2e


def water_cost_usd(water_volume_m3: Array, water_price_usd_per_m3: Array) -> Array:
    """Bill of an amount of water. [USD]

    c = V × price.
    Source: definition.
    Check: water_cost_usd(1000, 2) = 2000 (0%)
    """
    return water_volume_m3 * water_price_usd_per_m3


def land_cost_usd(covered_land_m2: Array, land_price_usd_per_m2: Array) -> Array:
    """Price of an area of land. [USD]

    c = A × price.
    Source: definition.
    Check: land_cost_usd(1000, 2) = 2000 (0%)
    """
    return covered_land_m2 * land_price_usd_per_m2


def land_price_implied_usd_per_m2(land_cost_usd: Array, covered_land_m2: Array) -> Array:
    """Price per land that a purchase implies. [USD/m2]

    p = c / A.
    Source: definition.
    Check: land_price_implied_usd_per_m2(2000, 1000) = 2 (0%)
    """
    return land_cost_usd / covered_land_m2
