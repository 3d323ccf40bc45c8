"""What propellant alone costs per kilogram of payload: the price below which no launch by rocket can go."""

from earth_or_orbit.constants import KWH_PER_GWH, KWH_PER_MWH, Array


def propellant_pair_price_usd_per_kg(
    fuel_frac: Array, fuel_price_usd_per_kg: Array, oxidiser_price_usd_per_kg: Array
) -> Array:
    """Price of a fuel with its oxidiser, per kg of both. [USD/kg]

    p = f p_fuel + (1 − f) p_oxidiser.
    Source: definition of a mixture.
    Check: propellant_pair_price_usd_per_kg(0.303, 2.5, 0.2) = 0.8969 (0.01%)
    """
    return fuel_frac * fuel_price_usd_per_kg + (1 - fuel_frac) * oxidiser_price_usd_per_kg


def vehicle_propellant_price_usd_per_kg(
    hydrogen_pair_share_frac: Array, hydrogen_pair_price_usd_per_kg: Array, main_pair_price_usd_per_kg: Array
) -> Array:
    """Price of a vehicle's propellants per kg, where an upper stage may burn hydrogen. [USD/kg]

    p = h p_hydrogen + (1 − h) p_main.
    Source: definition of a mixture.
    Check: vehicle_propellant_price_usd_per_kg(0.134, 1.6, 0.244) = 0.4257 (0.01%)
    """
    return (
        hydrogen_pair_share_frac * hydrogen_pair_price_usd_per_kg
        + (1 - hydrogen_pair_share_frac) * main_pair_price_usd_per_kg
    )


def launch_propellant_bill_usd(propellant_mass_kg: Array, vehicle_propellant_price_usd_per_kg: Array) -> Array:
    """Price of one filling. [USD]

    bill = propellant_mass_kg · vehicle_propellant_price_usd_per_kg. What boils off or is vented comes on top.
    Source: definition.
    Check: launch_propellant_bill_usd(4.8e6, 0.1) = 480000 (0%)
    """
    return propellant_mass_kg * vehicle_propellant_price_usd_per_kg


def propellant_floor_price_usd_per_kg(
    launch_propellant_bill_usd: Array, payload_leo_kg: Array, leo_to_sso_frac: Array
) -> Array:
    """Propellant alone per kg of payload in the orbit that the share leads to; a share of 1 is low orbit. [USD/kg]

    p = bill / (payload to low orbit · share). Every launch full by mass.
    Source: definition.
    Check: propellant_floor_price_usd_per_kg(900000, 100e3, 1) = 9 (0%)
    Check: propellant_floor_price_usd_per_kg(900000, 100e3, 0.75) = 12 (0%)
    """
    return launch_propellant_bill_usd / (payload_leo_kg * leo_to_sso_frac)


def gas_price_per_mass_usd_per_kg(gas_price_usd_per_mwh: Array, gas_heating_value_kwh_per_kg: Array) -> Array:
    """Price of pipeline gas per kg of methane, before it is cleaned and liquefied. [USD/kg]

    p = price per MWh · MWh per kg, higher heating value in both, as gas is sold.
    Source: definition.
    Check: gas_price_per_mass_usd_per_kg(12.01, 15.42) = 0.18519 (0.01%)
    """
    return gas_price_usd_per_mwh * gas_heating_value_kwh_per_kg / KWH_PER_MWH


def launch_fuel_heat_gwh(propellant_mass_kg: Array, fuel_frac: Array, fuel_heating_value_kwh_per_kg: Array) -> Array:
    """Heat in one filling's fuel. [GWh]

    E = propellant_mass_kg · fuel_frac · fuel_heating_value_kwh_per_kg.
    Source: definition of a heating value.
    Check: launch_fuel_heat_gwh(4.6e6, 0.22, 13.889) = 14.056 (0.01%)
    """
    return propellant_mass_kg * fuel_frac * fuel_heating_value_kwh_per_kg / KWH_PER_GWH
