"""What a launch burns, and how much of it is fuel."""

from earth_or_orbit.constants import KWH_PER_MWH, Array


def propellant_per_payload_ratio(propellant_mass_kg: Array, launch_payload_kg: Array) -> Array:
    """Propellant burnt for each kilogram of payload. [ratio]

    r = propellant / payload.
    Source: definition.
    Check: propellant_per_payload_ratio(4600e3, 100e3) = 46 (0%)
    """
    return propellant_mass_kg / launch_payload_kg


def propellant_of_launches_kg(launches_count: Array, propellant_mass_kg: Array) -> Array:
    """Propellant that some launches burn. [kg]

    m = launches × propellant.
    Source: definition.
    Check: propellant_of_launches_kg(143, 4600e3) = 6.578e8 (0%)
    """
    return launches_count * propellant_mass_kg


def fuel_of_mixture_frac(mixture_ratio: Array) -> Array:
    """Share of fuel in propellant of a mixture ratio of oxidiser to fuel by mass. [frac]

    share = 1 / (1 + mixture ratio).
    Source: definition.
    Check: fuel_of_mixture_frac(3.6) = 0.21739 (0.01%)
    """
    return 1 / (1 + mixture_ratio)


def fuel_of_masses_frac(fuel_mass_kg: Array, oxidiser_mass_kg: Array) -> Array:
    """Share of fuel in propellant, from the two masses. [frac]

    share = fuel / (fuel + oxidiser).
    Source: definition.
    Check: fuel_of_masses_frac(1000, 3600) = 0.21739 (0.01%)
    """
    return fuel_mass_kg / (fuel_mass_kg + oxidiser_mass_kg)


def mixture_of_masses_ratio(fuel_mass_kg: Array, oxidiser_mass_kg: Array) -> Array:
    """Oxidiser over fuel by mass. [ratio]

    r = oxidiser / fuel.
    Source: definition.
    Check: mixture_of_masses_ratio(1000, 3600) = 3.6 (0%)
    """
    return oxidiser_mass_kg / fuel_mass_kg


def fuel_of_mixture_kg(propellant_mass_kg: Array, mixture_ratio: Array) -> Array:
    """Fuel in a propellant load. [kg]

    m = propellant / (1 + mixture ratio).
    Source: definition.
    Check: fuel_of_mixture_kg(4600e3, 3.6) = 1e6 (0%)
    """
    return propellant_mass_kg / (1 + mixture_ratio)


def oxidiser_of_mixture_kg(propellant_mass_kg: Array, mixture_ratio: Array) -> Array:
    """Oxidiser in a propellant load. [kg]

    m = propellant × mixture ratio / (1 + mixture ratio).
    Source: definition.
    Check: oxidiser_of_mixture_kg(4600e3, 3.6) = 3.6e6 (0%)
    """
    return propellant_mass_kg * mixture_ratio / (1 + mixture_ratio)


def payload_of_liftoff_frac(launch_payload_kg: Array, liftoff_mass_kg: Array) -> Array:
    """Payload as a share of the mass at lift-off. [frac]

    share = payload / lift-off mass.
    Source: definition.
    Check: payload_of_liftoff_frac(100e3, 5000e3) = 0.02 (0%)
    """
    return launch_payload_kg / liftoff_mass_kg


def launch_energy_mwh(propellant_mass_kg: Array, fuel_frac: Array, fuel_heating_value_kwh_per_kg: Array) -> Array:
    """Heat content of the fuel of one launch. [MWh]

    E = propellant × share of fuel × heating value.
    Source: definition.
    Check: launch_energy_mwh(4600e3, 0.21739, 13.9) = 13900 (0.01%)
    """
    return propellant_mass_kg * fuel_frac * fuel_heating_value_kwh_per_kg / KWH_PER_MWH


def launch_energy_of_fuel_mwh(fuel_mass_kg: Array, fuel_heating_value_kwh_per_kg: Array) -> Array:
    """Heat content of the fuel of one launch, from its mass. [MWh]

    E = fuel × heating value.
    Source: definition.
    Check: launch_energy_of_fuel_mwh(1e6, 13.9) = 13900 (0%)
    """
    return fuel_mass_kg * fuel_heating_value_kwh_per_kg / KWH_PER_MWH


def oxidiser_of_mixture_frac(mixture_ratio: Array) -> Array:
    """Share of oxidiser in propellant of a mixture ratio of oxidiser to fuel by mass. [frac]

    share = ratio / (1 + ratio).
    Source: definition.
    Check: oxidiser_of_mixture_frac(3.6) = 0.78261 (0.01%)
    """
    return mixture_ratio / (1 + mixture_ratio)


def fuel_of_share_kg(propellant_mass_kg: Array, fuel_frac: Array) -> Array:
    """Fuel in a propellant load, from its share. [kg]

    m = propellant × share.
    Source: definition.
    Check: fuel_of_share_kg(4600e3, 0.22) = 1.012e6 (0.01%)
    """
    return propellant_mass_kg * fuel_frac


def fuel_energy_per_payload_kwh_per_kg(
    fuel_mass_kg: Array, fuel_heating_value_kwh_per_kg: Array, launch_payload_kg: Array
) -> Array:
    """Heat content of the fuel for each kilogram of payload. [kWh/kg]

    e = fuel × heating value / payload.
    Source: definition.
    Check: fuel_energy_per_payload_kwh_per_kg(1e6, 13.9, 100e3) = 139 (0.01%)
    """
    return fuel_mass_kg * fuel_heating_value_kwh_per_kg / launch_payload_kg
