"""What propellant costs, for a launch and for a kilogram of payload."""

from earth_or_orbit.constants import Array


def propellant_bill_usd(propellant_mass_kg: Array, propellant_price_usd_per_kg: Array) -> Array:
    """Cost of a load of propellant. [USD]

    c = mass × price.
    Source: definition.
    Check: propellant_bill_usd(4600e3, 0.2) = 920e3 (0%)
    """
    return propellant_mass_kg * propellant_price_usd_per_kg


def two_propellants_bill_usd(
    fuel_mass_kg: Array, fuel_price_usd_per_kg: Array, oxidiser_mass_kg: Array, oxidiser_price_usd_per_kg: Array
) -> Array:
    """Cost of a load of fuel and oxidiser. [USD]

    c = fuel × its price + oxidiser × its price.
    Source: definition.
    Check: two_propellants_bill_usd(1e6, 0.5, 3.6e6, 0.1) = 860e3 (0%)
    """
    return fuel_mass_kg * fuel_price_usd_per_kg + oxidiser_mass_kg * oxidiser_price_usd_per_kg


def shared_propellant_bill_usd(
    propellant_mass_kg: Array, fuel_frac: Array, fuel_price_usd_per_kg: Array, oxidiser_price_usd_per_kg: Array
) -> Array:
    """Cost of a load of propellant of which a share is fuel. [USD]

    c = propellant × (share × fuel price + (1 − share) × oxidiser price).
    Source: definition of a mixture.
    Check: shared_propellant_bill_usd(4900e3, 0.22, 0.42, 0.14) = 987840 (0.01%)
    """
    return propellant_mass_kg * (fuel_frac * fuel_price_usd_per_kg + (1 - fuel_frac) * oxidiser_price_usd_per_kg)


def mixed_propellant_bill_usd(
    propellant_mass_kg: Array, mixture_ratio: Array, fuel_price_usd_per_kg: Array, oxidiser_price_usd_per_kg: Array
) -> Array:
    """Cost of a load of propellant of a mixture ratio of oxidiser to fuel. [USD]

    c = propellant × (fuel price + ratio × oxidiser price) / (1 + ratio).
    Source: definition.
    Check: mixed_propellant_bill_usd(4600e3, 3.6, 0.5, 0.1) = 860e3 (0%)
    """
    mean = (fuel_price_usd_per_kg + mixture_ratio * oxidiser_price_usd_per_kg) / (1 + mixture_ratio)
    return propellant_mass_kg * mean


def propellant_cost_usd_per_kg(
    propellant_mass_kg: Array, propellant_price_usd_per_kg: Array, launch_payload_kg: Array
) -> Array:
    """Cost of propellant for each kilogram of payload. [USD/kg]

    c = propellant × price / payload.
    Source: definition.
    Check: propellant_cost_usd_per_kg(4600e3, 0.2, 100e3) = 9.2 (0%)
    """
    return propellant_mass_kg * propellant_price_usd_per_kg / launch_payload_kg


def propellant_bill_usd_per_kg(propellant_bill_usd: Array, launch_payload_kg: Array) -> Array:
    """Cost of propellant for each kilogram of payload, from the bill of a launch. [USD/kg]

    c = bill / payload.
    Source: definition.
    Check: propellant_bill_usd_per_kg(920e3, 100e3) = 9.2 (0%)
    """
    return propellant_bill_usd / launch_payload_kg


def two_propellants_cost_usd_per_kg(
    fuel_mass_kg: Array,
    fuel_price_usd_per_kg: Array,
    oxidiser_mass_kg: Array,
    oxidiser_price_usd_per_kg: Array,
    launch_payload_kg: Array,
) -> Array:
    """Cost of fuel and oxidiser for each kilogram of payload. [USD/kg]

    c = (fuel × its price + oxidiser × its price) / payload.
    Source: definition.
    Check: two_propellants_cost_usd_per_kg(1e6, 0.5, 3.6e6, 0.1, 100e3) = 8.6 (0%)
    """
    return (fuel_mass_kg * fuel_price_usd_per_kg + oxidiser_mass_kg * oxidiser_price_usd_per_kg) / launch_payload_kg
