"""Manoeuvres of a fleet and its satellites, and how counts of them grow."""

import numpy as np

from earth_or_orbit.constants import DAYS_PER_YEAR, HOURS_PER_YEAR, MINUTES_PER_HOUR, Array


def satellites_of_manoeuvres_count(manoeuvres_count: Array, manoeuvres_per_satellite_count: Array) -> Array:
    """Satellites behind a number of manoeuvres. [count]

    N = manoeuvres / manoeuvres of a satellite.
    Source: definition.
    Check: satellites_of_manoeuvres_count(300000, 40) = 7500 (0%)
    """
    return manoeuvres_count / manoeuvres_per_satellite_count


def manoeuvres_per_satellite_count(manoeuvres_count: Array, satellites_count: Array) -> Array:
    """Manoeuvres of one satellite of a fleet. [count]

    n = manoeuvres / satellites.
    Source: definition.
    Check: manoeuvres_per_satellite_count(300000, 7500) = 40 (0%)
    """
    return manoeuvres_count / satellites_count


def manoeuvres_per_satellite_year(manoeuvres_count: Array, satellites_count: Array, counted_years: Array) -> Array:
    """Manoeuvres of one satellite of a fleet in a year. [1/year]

    n = manoeuvres / satellites / years counted.
    Source: definition.
    Check: manoeuvres_per_satellite_year(144404, 6800, 0.5) = 42.472 (0.01%)
    """
    return manoeuvres_count / satellites_count / counted_years


def fleet_manoeuvres_count(satellites_count: Array, manoeuvres_per_satellite_count: Array) -> Array:
    """Manoeuvres of a fleet. [count]

    n = satellites × manoeuvres of a satellite.
    Source: definition.
    Check: fleet_manoeuvres_count(10000, 40) = 400000 (0%)
    """
    return satellites_count * manoeuvres_per_satellite_count


def manoeuvres_per_year(manoeuvres_count: Array, counted_years: Array) -> Array:
    """Manoeuvres in a year. [1/year]

    n' = manoeuvres / years counted.
    Source: definition.
    Check: manoeuvres_per_year(144404, 0.5) = 288808 (0%)
    """
    return manoeuvres_count / counted_years


def days_between_manoeuvres_days(manoeuvres_count: Array, satellites_count: Array, counted_years: Array) -> Array:
    """Mean time between two manoeuvres of one satellite. [days]

    t = years counted × satellites / manoeuvres.
    Source: definition.
    Check: days_between_manoeuvres_days(300000, 7500, 1) = 9.13125 (0%)
    """
    return counted_years * DAYS_PER_YEAR * satellites_count / manoeuvres_count


def growth_ratio(earlier_amount_count: Array, later_amount_count: Array) -> Array:
    """A later amount in multiples of an earlier one. [ratio]

    factor = later / earlier.
    Source: definition.
    Check: growth_ratio(25299, 144404) = 5.708 (0.01%)
    """
    return later_amount_count / earlier_amount_count


def growth_frac(earlier_amount_count: Array, later_amount_count: Array) -> Array:
    """Growth of an amount as a share of the earlier one. [frac]

    growth = later / earlier − 1.
    Source: definition.
    Check: growth_frac(100000, 144404) = 0.44404 (0.01%)
    """
    return later_amount_count / earlier_amount_count - 1


def yearly_growth_frac_per_year(earlier_amount_count: Array, later_amount_count: Array, elapsed_years: Array) -> Array:
    """Growth a year that leads from an earlier amount to a later one, compounded. [1/year]

    growth = (later / earlier)^(1/years) − 1.
    Source: definition.
    Check: yearly_growth_frac_per_year(50000, 300000, 2) = 1.4495 (0.01%)
    """
    return (later_amount_count / earlier_amount_count) ** (1 / elapsed_years) - 1


def doubling_time_years(earlier_amount_count: Array, later_amount_count: Array, elapsed_years: Array) -> Array:
    """Time in which an amount doubles that grows at a steady rate. [years]

    t = years · ln 2 / ln(later / earlier).
    Source: definition.
    Check: doubling_time_years(50000, 400000, 3) = 1 (0%)
    """
    return elapsed_years / np.log2(later_amount_count / earlier_amount_count)


def manoeuvres_of_year_count(avoidance_manoeuvres_per_year: Array) -> Array:
    """Manoeuvres counted in one year. [count]

    n = rate × 1 year.
    Source: definition.
    Check: manoeuvres_of_year_count(300000) = 300000 (0%)
    """
    return 1 * avoidance_manoeuvres_per_year


def fleet_manoeuvres_per_year(satellites_count: Array, manoeuvres_per_satellite_count: Array) -> Array:
    """Manoeuvres of a fleet in a year, where those of a satellite are counted by the year. [1/year]

    n = satellites × manoeuvres of a satellite in 1 year.
    Source: definition.
    Check: fleet_manoeuvres_per_year(10000, 40) = 400000 (0%)
    """
    return satellites_count * manoeuvres_per_satellite_count


def minutes_between_manoeuvres_min(manoeuvres_count: Array, counted_years: Array) -> Array:
    """Mean time between two manoeuvres anywhere in a fleet. [min]

    t = years counted / manoeuvres.
    Source: definition.
    Check: minutes_between_manoeuvres_min(300000, 1) = 1.7532 (0.01%)
    """
    return counted_years * HOURS_PER_YEAR * MINUTES_PER_HOUR / manoeuvres_count


def regular_manoeuvres_per_year(minutes_between_manoeuvres_min: Array) -> Array:
    """Manoeuvres in a year from the time between two. [1/year]

    n = 1 year / time between two.
    Source: definition.
    Check: regular_manoeuvres_per_year(1.7532) = 300000 (0.01%)
    """
    return HOURS_PER_YEAR * MINUTES_PER_HOUR / minutes_between_manoeuvres_min


def yearly_growth_frac(earlier_amount_count: Array, later_amount_count: Array, elapsed_years: Array) -> Array:
    """Growth in one year that leads from an earlier amount to a later one, compounded. [frac]

    growth = (later / earlier)^(1/years) − 1.
    Source: definition.
    Check: yearly_growth_frac(50000, 300000, 2) = 1.4495 (0.01%)
    """
    return (later_amount_count / earlier_amount_count) ** (1 / elapsed_years) - 1


def decline_ratio(earlier_amount_count: Array, later_amount_count: Array) -> Array:
    """An earlier amount in multiples of a later one: the factor by which it fell. [ratio]

    factor = earlier / later.
    Source: definition.
    Check: decline_ratio(10000, 2500) = 4 (0%)
    """
    return earlier_amount_count / later_amount_count


def decline_frac(earlier_amount_count: Array, later_amount_count: Array) -> Array:
    """Fall of an amount as a share of the earlier one. [frac]

    fall = 1 − later / earlier.
    Source: definition.
    Check: decline_frac(10000, 2500) = 0.75 (0%)
    """
    return 1 - later_amount_count / earlier_amount_count
