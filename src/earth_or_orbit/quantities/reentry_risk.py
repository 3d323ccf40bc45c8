"""The risk of what reaches the ground, and satellites that are not taken down."""

import numpy as np

from earth_or_orbit.constants import Array


def casualty_expectation_ratio(casualty_area_m2: Array, persons_per_m2: Array) -> Array:
    """Casualties that one re-entry is expected to cause. [ratio]

    E = casualty area × people per area under the track.
    Source: definition.
    Check: casualty_expectation_ratio(8, 1.4e-5) = 1.12e-4 (0%)
    """
    return casualty_area_m2 * persons_per_m2


def debris_piece_casualty_area_m2(debris_piece_area_m2: Array, person_area_m2: Array) -> Array:
    """Area in which a fragment hits a person. [m2]

    A = (√A_fragment + √A_person)².
    Source: definition used by NASA-STD-8719.14.
    Check: debris_piece_casualty_area_m2(0.25, 0.36) = 1.21 (0.01%)
    """
    return (np.sqrt(debris_piece_area_m2) + np.sqrt(person_area_m2)) ** 2


def fleet_casualties_count(casualty_risk_frac: Array, satellites_count: Array) -> Array:
    """Casualties that the re-entries of some satellites are expected to cause. [count]

    E = satellites × risk of one.
    Source: sum of small risks.
    Check: fleet_casualties_count(1e-4, 40000) = 4 (0.01%)
    """
    return casualty_risk_frac * satellites_count


def casualties_per_year(casualty_risk_frac: Array, satellites_per_year: Array) -> Array:
    """Casualties that a yearly number of re-entries is expected to cause. [1/year]

    E' = re-entries a year × risk of one.
    Source: sum of small risks.
    Check: casualties_per_year(1e-4, 8000) = 0.8 (0.01%)
    """
    return casualty_risk_frac * satellites_per_year


def steady_casualties_per_year(casualty_risk_frac: Array, satellites_count: Array, service_years: Array) -> Array:
    """Casualties a year of a fleet in steady state. [1/year]

    E' = satellites / life × risk of one.
    Source: sum of small risks.
    Check: steady_casualties_per_year(1e-4, 40000, 5) = 0.8 (0.01%)
    """
    return casualty_risk_frac * satellites_count / service_years


def years_between_casualties_years(casualty_risk_frac: Array, satellites_count: Array, service_years: Array) -> Array:
    """Mean time between casualties of a fleet in steady state. [years]

    t = life / (satellites × risk of one).
    Source: sum of small risks.
    Check: years_between_casualties_years(1e-4, 40000, 5) = 1.25 (0.01%)
    """
    return service_years / (casualty_risk_frac * satellites_count)


def a_casualty_frac(casualty_risk_frac: Array, satellites_count: Array) -> Array:
    """Probability of at least one casualty in the re-entries of some satellites. [frac]

    P = 1 − (1 − risk)^satellites.
    Source: independent re-entries.
    Check: a_casualty_frac(1e-4, 40000) = 0.98169 (0.01%)
    """
    return 1 - (1 - casualty_risk_frac) ** satellites_count


def one_in_of_risk_count(casualty_risk_frac: Array) -> Array:
    """Re-entries for each casualty: the N of one in N. [count]

    N = 1 / risk.
    Source: definition.
    Check: one_in_of_risk_count(1e-4) = 10000 (0.01%)
    """
    return 1 / casualty_risk_frac


def stranded_satellites_count(satellites_count: Array, disposed_frac: Array) -> Array:
    """Satellites that are not taken down at the end of their life. [count]

    n = satellites × (1 − share taken down).
    Source: definition.
    Check: stranded_satellites_count(40000, 0.95) = 2000 (0.01%)
    """
    return satellites_count * (1 - disposed_frac)


def stranded_satellites_per_year(satellites_count: Array, service_years: Array, disposed_frac: Array) -> Array:
    """Satellites a year that are not taken down, of a fleet in steady state. [1/year]

    n = satellites / life × (1 − share taken down).
    Source: definition.
    Check: stranded_satellites_per_year(40000, 5, 0.95) = 400 (0.01%)
    """
    return satellites_count / service_years * (1 - disposed_frac)


def risk_of_one_in_frac(one_in_count: Array) -> Array:
    """Risk of one in so many. [frac]

    risk = 1 / N.
    Source: definition.
    Check: risk_of_one_in_frac(10000) = 1e-4 (0%)
    """
    return 1 / one_in_count
