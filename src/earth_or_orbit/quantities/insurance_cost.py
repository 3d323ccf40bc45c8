"""Insuring a launch against carrying the risk oneself: premium, expected loss, and what each adds per kilogram."""

from earth_or_orbit.constants import Array


def expected_failure_frac(record_failures_count: Array, record_flights_count: Array) -> Array:
    """Chance that the next launch fails, as a record of flights suggests. [frac]

    q = (k + ½) / (n + 1): mean of Jeffreys' distribution, which stays above 0 for a record without failure.
    Source: Jeffreys' rule.
    Check: expected_failure_frac(2, 689) = 0.003623 (0.1%)
    Check: expected_failure_frac(1, 3) = 0.375 (0%)
    """
    return (record_failures_count + 0.5) / (record_flights_count + 1)


def covered_loss_frac(launch_failure_frac: Array, satellite_failed_frac: Array) -> Array:
    """Chance that the launch, or what follows in the time covered, loses the satellite. [frac]

    q = 1 − (1 − q_launch)(1 − q_satellite). Independent losses.
    Source: definition.
    Check: covered_loss_frac(0.1, 0.1) = 0.19 (0.01%)
    """
    return 1 - (1 - launch_failure_frac) * (1 - satellite_failed_frac)


def insurance_loading_ratio(insurance_rate_frac: Array, covered_loss_frac: Array) -> Array:
    """Premium over the loss that it is expected to cover. [ratio]

    ratio = insurance_rate_frac / covered_loss_frac. Below 1 the insurer expects to lose.
    Source: definition.
    Check: insurance_loading_ratio(0.045, 0.015) = 3 (0.01%)
    """
    return insurance_rate_frac / covered_loss_frac


def satellite_value_usd_per_kg(satellite_whole_price_usd: Array, satellite_mass_kg: Array) -> Array:
    """A satellite with its accelerators, per kg. [USD/kg]

    v = price / mass.
    Source: definition.
    Check: satellite_value_usd_per_kg(9e6, 3000) = 3000 (0%)
    """
    return satellite_whole_price_usd / satellite_mass_kg


def insured_value_usd_per_kg(satellite_value_usd_per_kg: Array, launch_price_usd_per_kg: Array) -> Array:
    """What a kg of satellite and its launch cost together: the sum that is insured. [USD/kg]

    V = satellite_value_usd_per_kg + launch_price_usd_per_kg.
    Source: practice of launch insurance, which covers satellite and launch.
    Check: insured_value_usd_per_kg(3000, 4000) = 7000 (0%)
    """
    return satellite_value_usd_per_kg + launch_price_usd_per_kg


def insurance_premium_usd_per_kg(insured_value_usd_per_kg: Array, insurance_rate_frac: Array) -> Array:
    """Premium per kg launched. [USD/kg]

    p = V · rate. The premium itself is not insured.
    Source: definition.
    Check: insurance_premium_usd_per_kg(7000, 0.05) = 350 (0%)
    """
    return insured_value_usd_per_kg * insurance_rate_frac


def self_insurance_cost_usd_per_kg(insured_value_usd_per_kg: Array, covered_loss_frac: Array) -> Array:
    """Expected cost of building and launching again what is lost, per kg that arrives. [USD/kg]

    p = V q / (1 − q): one kg in place takes 1 / (1 − q) kg launched. q < 1. No price is put on the risk itself.
    Source: expectation of a fleet of many launches.
    Check: self_insurance_cost_usd_per_kg(7000, 0.02) = 142.86 (0.01%)
    """
    return insured_value_usd_per_kg * covered_loss_frac / (1 - covered_loss_frac)
