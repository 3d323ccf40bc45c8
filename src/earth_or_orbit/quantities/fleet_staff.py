"""People, visits and spares of a fleet."""

from earth_or_orbit.constants import DAYS_PER_YEAR, HOURS_PER_YEAR, KW_PER_MW, Array
from earth_or_orbit.quantities.launch_counts import whole_count


def staff_of_satellites_count(satellites_count: Array, satellites_per_operator_count: Array) -> Array:
    """People who run a fleet when each runs some satellites. [count]

    n = satellites / satellites of a person.
    Source: definition.
    Check: staff_of_satellites_count(7500, 50) = 150 (0%)
    """
    return satellites_count / satellites_per_operator_count


def satellites_per_operator_count(satellites_count: Array, staff_count: Array) -> Array:
    """Satellites that one person runs. [count]

    n = satellites / people.
    Source: definition.
    Check: satellites_per_operator_count(7500, 150) = 50 (0%)
    """
    return satellites_count / staff_count


def workers_per_mw(staff_count: Array, fleet_power_kw: Array) -> Array:
    """People for each megawatt. [1/MW]

    n = people / power.
    Source: definition.
    Check: workers_per_mw(150, 1e6) = 0.15 (0%)
    """
    return staff_count * KW_PER_MW / fleet_power_kw


def shift_staff_count(posts_count: Array, shift_h_per_year: Array) -> Array:
    """People who fill posts without pause when each works some hours a year. [count]

    n = posts × 8766 h / hours of a person.
    Source: definition.
    Check: shift_staff_count(4, 1753.2) = 20 (0.01%)
    """
    return posts_count * HOURS_PER_YEAR / shift_h_per_year


def visits_per_year(failures_per_year: Array, repairs_per_visit_count: Array) -> Array:
    """Visits of a servicer in a year. [1/year]

    n = failures a year / repairs of a visit.
    Source: definition.
    Check: visits_per_year(250, 10) = 25 (0%)
    """
    return failures_per_year / repairs_per_visit_count


def servicers_needed_count(visits_per_year: Array, visit_days: Array) -> Array:
    """Servicers that a yearly number of visits keeps busy, in fractions of a servicer. [count]

    n = visits a year × days of a visit / 365.25.
    Source: definition.
    Check: servicers_needed_count(73.05, 15) = 3 (0%)
    """
    return visits_per_year * visit_days / DAYS_PER_YEAR


def servicers_of_visits_count(visits_per_year: Array, servicer_visits_per_year: Array) -> Array:
    """Servicers that a yearly number of visits takes. [count]

    n = visits a year / visits of a servicer a year.
    Source: definition.
    Check: servicers_of_visits_count(600, 25) = 24 (0%)
    """
    return visits_per_year / servicer_visits_per_year


def satellites_in_reserve_count(satellites_count: Array, spare_frac: Array) -> Array:
    """Spares of a fleet, from their share of it. [count]

    n = satellites × share.
    Source: definition.
    Check: satellites_in_reserve_count(1000, 0.05) = 50 (0%)
    """
    return satellites_count * spare_frac


def fleet_with_spares_count(satellites_count: Array, spare_frac: Array) -> Array:
    """Fleet with its spares. [count]

    n = satellites × (1 + share).
    Source: definition.
    Check: fleet_with_spares_count(1000, 0.05) = 1050 (0.01%)
    """
    return satellites_count * (1 + spare_frac)


def spare_of_counts_frac(spares_count: Array, satellites_count: Array) -> Array:
    """Spares as a share of the fleet. [frac]

    share = spares / satellites.
    Source: definition.
    Check: spare_of_counts_frac(50, 1000) = 0.05 (0%)
    """
    return spares_count / satellites_count


def manoeuvres_of_alerts_per_year(alerts_per_year: Array, acted_frac: Array) -> Array:
    """Manoeuvres in a year, from alerts and the share that is acted on. [1/year]

    n = alerts × share.
    Source: definition.
    Check: manoeuvres_of_alerts_per_year(365250, 0.1) = 36525 (0.01%)
    """
    return alerts_per_year * acted_frac


def whole_staff_of_satellites_count(satellites_count: Array, satellites_per_operator_count: Array) -> Array:
    """Whole people who run a fleet when each runs some satellites. [count]

    n = ⌈satellites / satellites of a person⌉.
    Source: definition.
    Check: whole_staff_of_satellites_count(81, 40) = 3 (0%)
    """
    return whole_count(satellites_count / satellites_per_operator_count)
