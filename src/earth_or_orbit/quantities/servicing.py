"""Fail in place against servicing, and satellite life apart from chip life, in mass, visits and hours.

Mass is what both ways spend: extra satellites flown at the start, or servicers, propellant and spare parts later on. The
ground swaps parts by the same rule, with technicians in place of visits.
"""

import numpy as np

from earth_or_orbit.constants import STANDARD_GRAVITY_M_PER_S2, Array
from earth_or_orbit.quantities import survival

_HALVINGS = 60  # structure: halvings of the search, beyond the precision of a number
_RATE_AT_MOST = 5.0  # structure: end of the search: five failures of each accelerator in a year


def failures_per_mw_year(accelerators_count_per_mw: Array, accelerator_failure_frac_per_year: Array) -> Array:
    """Accelerators that fail in a year per MW of peak IT power, when each is replaced. [1/MW/year]

    failures_per_mw_year = accelerators_count_per_mw · accelerator_failure_frac_per_year
    Source: definition of a rate.
    Check: failures_per_mw_year(800, 0.09) = 72 (0.01%)
    """
    return accelerators_count_per_mw * accelerator_failure_frac_per_year


def technician_hours_per_mw_year(failures_per_mw_year: Array, technician_swap_time_h: Array) -> Array:
    """Hours of technicians who swap failed accelerators on the ground, per MW of peak IT power in a year. [h/MW/year]

    technician_hours_per_mw_year = failures_per_mw_year · technician_swap_time_h
    Finding the fault, the swap and the test; other servers, networks and cooling are not in it.
    Source: product.
    Check: technician_hours_per_mw_year(72, 1.5) = 108 (0.01%)
    """
    return failures_per_mw_year * technician_swap_time_h


def visits_per_mw_year(satellites_count_per_mw: Array, servicing_interval_years: Array) -> Array:
    """Servicing visits in a year per MW of peak IT power, each satellite in its turn. [1/MW/year]

    visits_per_mw_year = satellites_count_per_mw / servicing_interval_years
    Source: definition of an interval.
    Check: visits_per_mw_year(6.6667, 1) = 6.6667 (0.01%)
    """
    return satellites_count_per_mw / servicing_interval_years


def visit_mass_kg(
    servicer_mass_kg: Array,
    servicer_visits_count: Array,
    rendezvous_delta_v_m_per_s: Array,
    chemical_specific_impulse_s: Array,
) -> Array:
    """Mass launched for one visit, parts apart: the servicer's share and its propellant. [kg]

    visit_mass_kg = servicer_mass_kg · (1 / servicer_visits_count + exp(Δv / (I_sp g₀)) − 1)
    The spent servicer is not used again; change of plane between satellites is not in it, so they fly in one plane.
    Source: Tsiolkovsky's equation.
    Check: visit_mass_kg(2800, 20, 100, 300) = 236.8 (0.1%)
    """
    spent = rendezvous_delta_v_m_per_s / (chemical_specific_impulse_s * STANDARD_GRAVITY_M_PER_S2)
    return servicer_mass_kg * (1 / servicer_visits_count + np.expm1(spent))


def servicing_kg_per_mw_year(
    visits_per_mw_year: Array, visit_mass_kg: Array, failures_per_mw_year: Array, accelerator_mass_kg: Array
) -> Array:
    """Mass launched in a year to swap every failed accelerator, per MW of peak IT power. [kg/MW/year]

    servicing_kg_per_mw_year = visits_per_mw_year · visit_mass_kg + failures_per_mw_year · accelerator_mass_kg
    What a failure stops until the next visit is not in it.
    Source: sum of visits and parts.
    Check: servicing_kg_per_mw_year(6.6667, 236.8, 72, 18.9) = 2939.5 (0.1%)
    """
    return visits_per_mw_year * visit_mass_kg + failures_per_mw_year * accelerator_mass_kg


def over_provision_kg_per_mw_year(
    mass_kg_per_mw: Array, mean_capacity_frac: Array, satellite_service_years: Array
) -> Array:
    """Mass launched in a year for satellites that make up for chips failed in place, per MW of peak IT power. [kg/MW/year]

    over_provision_kg_per_mw_year = mass_kg_per_mw · (1 / mean_capacity_frac − 1) / satellite_service_years
    Whole satellites with array, radiator and chips, since a satellite's power is what is short.
    Source: [S160] lifetime penalty.
    Check: over_provision_kg_per_mw_year(40000, 0.78694, 5) = 2165.9 (0.1%)
    """
    return mass_kg_per_mw * (1 / mean_capacity_frac - 1) / satellite_service_years


def servicing_break_even_frac_per_year(
    mass_kg_per_mw: Array,
    satellite_service_years: Array,
    visits_per_mw_year: Array,
    visit_mass_kg: Array,
    accelerators_count_per_mw: Array,
    accelerator_mass_kg: Array,
) -> Array:
    """Failure rate above which servicing launches less mass than over-provisioning, chance failures only. [1/year]

    λ with M (1/S̄(λL) − 1) / L = v m_visit + λ a m_chip, S̄ = (1 − e^(−λL)) / (λL); nan where none lies below 5 a year.
    Source: halving of the interval.
    Check: servicing_break_even_frac_per_year(40000, 5, 6.6667, 236.8, 800, 18.9) = 0.19528 (0.01%)
    """
    low, high = 1e-9, _RATE_AT_MOST  # structure: a rate of nothing, where both ways differ by the visits alone

    def spared_kg(rate: Array) -> Array:
        kept = survival.mean_capacity_frac(satellite_service_years, 0.0, 1.0, rate, 1.0, np.inf)
        parts = failures_per_mw_year(accelerators_count_per_mw, rate)
        flown = over_provision_kg_per_mw_year(mass_kg_per_mw, kept, satellite_service_years)
        return flown - servicing_kg_per_mw_year(visits_per_mw_year, visit_mass_kg, parts, accelerator_mass_kg)

    reaches = spared_kg(high) > 0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        over = spared_kg(middle) > 0
        low, high = np.where(over, low, middle), np.where(over, middle, high)
    return np.where(reaches, high, np.nan)[()]


def satellite_life_unused_frac(accelerator_lifetime_years: Array, satellite_lifetime_years: Array) -> Array:
    """Share of a satellite's life thrown away when it comes down with its chips. [frac]

    satellite_life_unused_frac = max(0, 1 − accelerator_lifetime_years / satellite_lifetime_years)
    On the ground chips are swapped and the building stays: zero by definition.
    Source: definition.
    Check: satellite_life_unused_frac(3, 5) = 0.4 (0.01%)
    Check: satellite_life_unused_frac(6, 5) = 0 (0.01%)
    """
    return np.maximum(0, 1 - accelerator_lifetime_years / satellite_lifetime_years)


def flown_past_life_frac(accelerator_lifetime_years: Array, satellite_lifetime_years: Array) -> Array:
    """Share of a satellite's life in which its chips are past theirs, when it flies on. [frac]

    flown_past_life_frac = max(0, 1 − accelerator_lifetime_years / satellite_lifetime_years)
    The same number as the share thrown away: one is the price of the other.
    Source: definition.
    Check: flown_past_life_frac(3, 7) = 0.57143 (0.01%)
    """
    return np.maximum(0, 1 - accelerator_lifetime_years / satellite_lifetime_years)


def discarded_satellite_kg_per_mw_year(
    bus_mass_kg_per_mw: Array, accelerator_lifetime_years: Array, satellite_lifetime_years: Array
) -> Array:
    """Satellite mass still good that comes down with old chips, by the life left in it, per MW of peak in a year. [kg/MW/year]

    discarded = bus_mass_kg_per_mw / min(c, s) · max(0, 1 − c / s), c the chips' life and s the satellite's
    The satellite without its accelerators.
    Source: straight-line value of what is left.
    Check: discarded_satellite_kg_per_mw_year(26000, 3, 5) = 3466.7 (0.1%)
    """
    unused = satellite_life_unused_frac(accelerator_lifetime_years, satellite_lifetime_years)
    return bus_mass_kg_per_mw / np.minimum(accelerator_lifetime_years, satellite_lifetime_years) * unused
