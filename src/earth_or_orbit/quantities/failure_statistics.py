"""Failures as studies print them: rates, lives and intervals from counts and hours, survivors, spares, checkpoints."""

import numpy as np

from earth_or_orbit.constants import HOURS_PER_YEAR, MINUTES_PER_HOUR, Array

# --- A steady rate.


def surviving_frac(failures_per_unit_year: Array, service_years: Array) -> Array:
    """Share of units that work at the end of some years at a steady failure rate. [frac]

    R = exp(−λ t).
    Source: exponential law of survival.
    Check: surviving_frac(0.1, 5) = 0.60653 (0.01%)
    """
    return np.exp(-failures_per_unit_year * service_years)


def failed_by_end_frac(failures_per_unit_year: Array, service_years: Array) -> Array:
    """Share of units that have failed by the end of some years at a steady failure rate. [frac]

    F = 1 − exp(−λ t).
    Source: exponential law of survival.
    Check: failed_by_end_frac(0.1, 5) = 0.39347 (0.01%)
    """
    return -np.expm1(-failures_per_unit_year * service_years)


def mean_surviving_frac(failures_per_unit_year: Array, service_years: Array) -> Array:
    """Share of units that work, averaged over some years without repair. [frac]

    mean = (1 − exp(−λ t)) / (λ t). Rate and time above 0.
    Source: mean of the exponential law of survival.
    Check: mean_surviving_frac(0.1, 5) = 0.78694 (0.01%)
    """
    exposure = failures_per_unit_year * service_years
    return -np.expm1(-exposure) / exposure


def lifetime_penalty_ratio(failures_per_unit_year: Array, service_years: Array) -> Array:
    """How much more must be put up for the same service over some years without repair. [ratio]

    penalty = λ t / (1 − exp(−λ t)). Rate and time above 0.
    Source: [S160] lifetime penalty.
    Check: lifetime_penalty_ratio(0.1, 5) = 1.2707 (0.01%)
    """
    return 1 / mean_surviving_frac(failures_per_unit_year, service_years)


def launched_over_working_ratio(failures_per_unit_year: Array, service_years: Array) -> Array:
    """Units put up for each that must still work at the end. [ratio]

    factor = exp(λ t).
    Source: exponential law of survival.
    Check: launched_over_working_ratio(0.1, 5) = 1.6487 (0.01%)
    """
    return np.exp(failures_per_unit_year * service_years)


def compound_surviving_frac(yearly_loss_frac: Array, service_years: Array) -> Array:
    """Share of units that work after some years that each take a share of those left. [frac]

    R = (1 − f)^t.
    Source: definition.
    Check: compound_surviving_frac(0.09, 5) = 0.62403 (0.01%)
    """
    return (1 - yearly_loss_frac) ** service_years


def compound_failed_frac(yearly_loss_frac: Array, service_years: Array) -> Array:
    """Share of units that have failed after some years that each take a share of those left. [frac]

    F = 1 − (1 − f)^t.
    Source: definition.
    Check: compound_failed_frac(0.09, 5) = 0.37597 (0.01%)
    """
    return 1 - (1 - yearly_loss_frac) ** service_years


def infant_surviving_frac(infant_failed_frac: Array, failures_per_unit_year: Array, service_years: Array) -> Array:
    """Share of units that work at the end, a share having failed at the start. [frac]

    R = (1 − infant) exp(−λ t).
    Source: first part and floor of the bathtub curve.
    Check: infant_surviving_frac(0.05, 0.02, 5) = 0.85960 (0.01%)
    """
    return (1 - infant_failed_frac) * np.exp(-failures_per_unit_year * service_years)


def surviving_units_count(units_count: Array, failures_per_unit_year: Array, service_years: Array) -> Array:
    """Units that work at the end of some years without repair. [count]

    n = N exp(−λ t).
    Source: exponential law of survival.
    Check: surviving_units_count(100000, 0.09, 5) = 63763 (0.01%)
    """
    return units_count * np.exp(-failures_per_unit_year * service_years)


def failed_units_count(units_count: Array, failures_per_unit_year: Array, service_years: Array) -> Array:
    """Units that have failed by the end of some years without repair. [count]

    n = N (1 − exp(−λ t)).
    Source: exponential law of survival.
    Check: failed_units_count(100000, 0.09, 5) = 36237 (0.01%)
    """
    return -units_count * np.expm1(-failures_per_unit_year * service_years)


def failures_with_replacement_count(units_count: Array, failures_per_unit_year: Array, service_years: Array) -> Array:
    """Failures in some years of units that are replaced as they fail. [count]

    n = N λ t.
    Source: steady state.
    Check: failures_with_replacement_count(100000, 0.09, 5) = 45000 (0.01%)
    """
    return units_count * failures_per_unit_year * service_years


def failures_per_year(units_count: Array, failures_per_unit_year: Array) -> Array:
    """Failures in a year of a number of units. [1/year]

    n = N λ.
    Source: sum of independent rates.
    Check: failures_per_year(100000, 0.09) = 9000 (0%)
    """
    return units_count * failures_per_unit_year


def units_needed_count(units_count: Array, failures_per_unit_year: Array, service_years: Array) -> Array:
    """Units put up so that a number still works at the end. [count]

    n = N exp(λ t).
    Source: exponential law of survival.
    Check: units_needed_count(1000, 0.1, 5) = 1648.7 (0.01%)
    """
    return units_count * np.exp(failures_per_unit_year * service_years)


def fleet_interval_h(units_count: Array, failures_per_unit_year: Array) -> Array:
    """Mean time between failures anywhere among a number of units. [h]

    t = 8766 h / (N λ).
    Source: sum of independent rates.
    Check: fleet_interval_h(16384, 0.173) = 3.0927 (0.01%)
    """
    return HOURS_PER_YEAR / (units_count * failures_per_unit_year)


def unit_interval_h(failures_per_unit_year: Array) -> Array:
    """Mean time to failure of one unit at a steady rate. [h]

    t = 8766 h / λ.
    Source: definition.
    Check: unit_interval_h(0.09) = 97400 (0%)
    """
    return HOURS_PER_YEAR / failures_per_unit_year


def interval_failures_per_year(unit_interval_h: Array) -> Array:
    """Failure rate of a unit from its mean time between failures. [1/year]

    λ = 8766 h / t.
    Source: definition.
    Check: interval_failures_per_year(50000) = 0.17532 (0%)
    """
    return HOURS_PER_YEAR / unit_interval_h


def steady_failures_per_year(failures_per_unit_year: Array) -> Array:
    """A failure rate as it is, for another unit: failures in 10⁹ hours, per cent a year. [1/year]

    λ = λ.
    Source: definition.
    Check: steady_failures_per_year(0.09) = 0.09 (0%)
    """
    return failures_per_unit_year


def yearly_failed_frac(failures_per_unit_year: Array) -> Array:
    """Share of units that fail within a year. [frac]

    F = 1 − exp(−λ · 1 year).
    Source: exponential law of survival.
    Check: yearly_failed_frac(0.09) = 0.086069 (0.01%)
    """
    return -np.expm1(-failures_per_unit_year)


def scaled_interval_h(fleet_interval_h: Array, units_count: Array, other_units_count: Array) -> Array:
    """Mean time between failures among another number of like units. [h]

    t' = t N / N'.
    Source: sum of independent rates.
    Check: scaled_interval_h(3.0927, 16384, 100000) = 0.50671 (0.01%)
    """
    return fleet_interval_h * units_count / other_units_count


# --- Rates and intervals from counts.


def failed_of_units_frac(failures_count: Array, units_count: Array) -> Array:
    """Share of units that failed. [frac]

    share = failed / all.
    Source: definition.
    Check: failed_of_units_frac(9, 20) = 0.45 (0%)
    """
    return failures_count / units_count


def intact_of_units_frac(failures_count: Array, units_count: Array) -> Array:
    """Share of units that did not fail. [frac]

    share = 1 − failed / all.
    Source: definition.
    Check: intact_of_units_frac(9, 20) = 0.55 (0%)
    """
    return 1 - failures_count / units_count


def share_of_failures_frac(failures_count: Array, all_failures_count: Array) -> Array:
    """Failures of one cause as a share of all. [frac]

    share = of the cause / all.
    Source: definition.
    Check: share_of_failures_frac(148, 419) = 0.35322 (0.01%)
    """
    return failures_count / all_failures_count


def interval_of_failures_h(failures_count: Array, observed_years: Array) -> Array:
    """Mean time between failures counted in some time. [h]

    t = time / failures.
    Source: [llama-3] 419 stops in 54 days.
    Check: interval_of_failures_h(419, 0.1478439) = 3.0931 (0.01%)
    """
    return observed_years * HOURS_PER_YEAR / failures_count


def unit_time_per_failure_h(units_count: Array, failures_count: Array, observed_years: Array) -> Array:
    """Hours of single units for each failure: the mean time between failures of one unit. [h]

    t = N × time / failures.
    Source: [llama-3] 419 stops of 16,384 accelerators in 54 days.
    Check: unit_time_per_failure_h(16384, 419, 0.1478439) = 50677 (0.01%)
    """
    return units_count * observed_years * HOURS_PER_YEAR / failures_count


def rate_of_failures_per_unit_year(failures_count: Array, units_count: Array, observed_years: Array) -> Array:
    """Failures of one unit in a year, from a count. [1/year]

    λ = failures / (N × time).
    Source: [llama-3] 220 faults of accelerators and their memory among 16,384 in 54 days.
    Check: rate_of_failures_per_unit_year(220, 16384, 0.1478439) = 0.090824 (0.01%)
    """
    return failures_count / (units_count * observed_years)


def counted_failures_per_year(failures_count: Array, observed_years: Array) -> Array:
    """Failures in a year, from a count. [1/year]

    n' = failures / time.
    Source: definition.
    Check: counted_failures_per_year(419, 0.1478439) = 2834.1 (0.01%)
    """
    return failures_count / observed_years


def unit_time_failures_per_year(failures_count: Array, unit_time_h: Array) -> Array:
    """Failures of one unit in a year, from a count and the hours of all units. [1/year]

    λ = failures × 8766 h / hours of all units.
    Source: definition.
    Check: unit_time_failures_per_year(5, 438300) = 0.1 (0%)
    """
    return failures_count * HOURS_PER_YEAR / unit_time_h


def interval_of_hours_h(failures_count: Array, unit_time_h: Array) -> Array:
    """Mean time between failures of one unit, from a count and the hours of all units. [h]

    t = hours of all units / failures.
    Source: definition.
    Check: interval_of_hours_h(5, 438300) = 87660 (0%)
    """
    return unit_time_h / failures_count


def lost_share_failures_per_year(lost_frac: Array, service_years: Array) -> Array:
    """Steady failure rate behind a share lost by the end of some years. [1/year]

    λ = −ln(1 − F) / t.
    Source: exponential law of survival.
    Check: lost_share_failures_per_year(0.39347, 5) = 0.1 (0.01%)
    """
    return -np.log1p(-lost_frac) / service_years


def mean_lost_failures_per_year(lost_frac: Array, service_years: Array) -> Array:
    """Share of the units at the start that is lost in a year on the mean. [1/year]

    f = F / t.
    Source: definition.
    Check: mean_lost_failures_per_year(0.45, 5) = 0.09 (0%)
    """
    return lost_frac / service_years


def yearly_lost_share_frac(lost_frac: Array, service_years: Array) -> Array:
    """Share of those left that each of some years takes, from the share lost by their end. [frac]

    f = 1 − (1 − F)^(1/t).
    Source: definition.
    Check: yearly_lost_share_frac(0.37597, 5) = 0.09 (0.01%)
    """
    return 1 - (1 - lost_frac) ** (1 / service_years)


def lost_hours_frac(failures_count: Array, downtime_min: Array, observed_years: Array) -> Array:
    """Share of a time that stops of a mean length take. [frac]

    lost = stops × length / time.
    Source: definition.
    Check: lost_hours_frac(419, 180, 0.1478439) = 0.96991 (0.01%)
    """
    return failures_count * downtime_min / MINUTES_PER_HOUR / (observed_years * HOURS_PER_YEAR)


def kept_hours_frac(failures_count: Array, downtime_min: Array, observed_years: Array) -> Array:
    """Share of a time that stops of a mean length leave. [frac]

    kept = 1 − stops × length / time.
    Source: definition.
    Check: kept_hours_frac(419, 18, 0.1478439) = 0.90301 (0.01%)
    """
    return 1 - lost_hours_frac(failures_count, downtime_min, observed_years)


def spare_overhead_frac(failures_per_unit_year: Array, service_years: Array) -> Array:
    """Units put up beyond those that must still work at the end, as a share of these. [frac]

    share = exp(λ t) − 1.
    Source: exponential law of survival.
    Check: spare_overhead_frac(0.1, 5) = 0.64872 (0.01%)
    """
    return np.expm1(failures_per_unit_year * service_years)


def mean_surviving_units_count(units_count: Array, failures_per_unit_year: Array, service_years: Array) -> Array:
    """Units that work, averaged over some years without repair. [count]

    n = N (1 − exp(−λ t)) / (λ t).
    Source: mean of the exponential law of survival.
    Check: mean_surviving_units_count(1000, 0.1, 5) = 786.94 (0.01%)
    """
    return units_count * mean_surviving_frac(failures_per_unit_year, service_years)


def counted_yearly_failures_frac(failures_count: Array, units_count: Array, observed_years: Array) -> Array:
    """Failures of a year as a share of the units, from a count. [frac]

    share = failures / (N × time) × 1 year.
    Source: [llama-3] 220 faults of accelerators and their memory among 16,384 in 54 days.
    Check: counted_yearly_failures_frac(220, 16384, 0.1478439) = 0.090824 (0.01%)
    """
    return failures_count / (units_count * observed_years)


def unit_time_yearly_failures_frac(failures_count: Array, unit_time_h: Array) -> Array:
    """Failures of a year as a share of the units, from a count and the hours of all units. [frac]

    share = failures × 8766 h / hours of all units.
    Source: definition.
    Check: unit_time_yearly_failures_frac(5, 438300) = 0.1 (0%)
    """
    return failures_count * HOURS_PER_YEAR / unit_time_h


def unit_interval_of_fleet_h(fleet_interval_h: Array, units_count: Array) -> Array:
    """Mean time between failures of one unit, from that anywhere among a number of them. [h]

    t = t_fleet × N.
    Source: sum of independent rates.
    Check: unit_interval_of_fleet_h(3.0927, 16384) = 50671 (0.01%)
    """
    return fleet_interval_h * units_count
