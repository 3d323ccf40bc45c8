"""Ages, repairs and spares: Weibull lives, availability, redundant units, Poisson spares, checkpoints."""

import numpy as np

from earth_or_orbit.constants import DAYS_PER_YEAR, HOURS_PER_YEAR, MINUTES_PER_HOUR, Array

MOST_COUNTED = 10_000  # structure: an end for the count of spares, past which a share of a fleet says more
STEPS_UP = 20  # structure: steps up the factorial before Stirling's series, whose error there is below 1e-7
STIRLING_FIRST = 12  # structure: first term of Stirling's series, 1/(12 x)


def _factorial_log(number: Array) -> Array:
    """Logarithm of the factorial of any number at or above 0, by Stirling's series."""
    high = np.asarray(number, dtype=float) + STEPS_UP + 1
    series = (high - 0.5) * np.log(high) - high + 0.5 * np.log(2 * np.pi) + 1 / (STIRLING_FIRST * high)
    return series - sum(np.log(high - step) for step in range(1, STEPS_UP + 1))


def weibull_reliability_frac(weibull_life_shape_ratio: Array, weibull_life_scale_years: Array, service_years: Array) -> Array:
    """Share of units that work after some years of a Weibull life. [frac]

    R = exp(−(t/η)^β).
    Source: Weibull's distribution.
    Check: weibull_reliability_frac(0.5, 10, 5) = 0.49307 (0.01%)
    """
    return np.exp(-((service_years / weibull_life_scale_years) ** weibull_life_shape_ratio))


def weibull_lost_frac(weibull_life_shape_ratio: Array, weibull_life_scale_years: Array, service_years: Array) -> Array:
    """Share of units that have failed after some years of a Weibull life. [frac]

    F = 1 − exp(−(t/η)^β).
    Source: Weibull's distribution.
    Check: weibull_lost_frac(0.5, 10, 5) = 0.50693 (0.01%)
    """
    return -np.expm1(-((service_years / weibull_life_scale_years) ** weibull_life_shape_ratio))


def weibull_failures_per_year(weibull_life_shape_ratio: Array, weibull_life_scale_years: Array, service_years: Array) -> Array:
    """Failure rate of those left after some years of a Weibull life. [1/year]

    h = β/η (t/η)^(β−1).
    Source: Weibull's distribution.
    Check: weibull_failures_per_year(2, 10, 5) = 0.1 (0%)
    """
    aged = service_years / weibull_life_scale_years
    return weibull_life_shape_ratio / weibull_life_scale_years * aged ** (weibull_life_shape_ratio - 1)


def weibull_mean_years(weibull_life_shape_ratio: Array, weibull_life_scale_years: Array) -> Array:
    """Mean of a Weibull life. [years]

    t = η Γ(1 + 1/β).
    Source: Weibull's distribution.
    Check: weibull_mean_years(2, 10) = 8.8623 (0.01%)
    """
    return weibull_life_scale_years * np.exp(_factorial_log(1 / np.asarray(weibull_life_shape_ratio)))[()]


def availability_frac(unit_interval_h: Array, repair_time_h: Array) -> Array:
    """Share of time that a unit works which is repaired each time it fails. [frac]

    A = MTBF / (MTBF + MTTR).
    Source: steady state of a two-state repairable unit.
    Check: availability_frac(1000, 10) = 0.990099 (0.001%)
    """
    return unit_interval_h / (unit_interval_h + repair_time_h)


def unavailability_frac(unit_interval_h: Array, repair_time_h: Array) -> Array:
    """Share of time that a unit is down which is repaired each time it fails. [frac]

    U = MTTR / (MTBF + MTTR).
    Source: steady state of a two-state repairable unit.
    Check: unavailability_frac(1000, 10) = 0.00990099 (0.001%)
    """
    return repair_time_h / (unit_interval_h + repair_time_h)


def downtime_h_per_year(available_frac: Array) -> Array:
    """Hours of a year that a unit is down, from its availability. [h/year]

    t = (1 − A) × 8766 h.
    Source: definition.
    Check: downtime_h_per_year(0.999) = 8.766 (0.01%)
    """
    return (1 - available_frac) * HOURS_PER_YEAR


def repair_time_of_availability_h(unit_interval_h: Array, available_frac: Array) -> Array:
    """Repair time behind an availability. [h]

    MTTR = MTBF (1 − A) / A.
    Source: steady state of a two-state repairable unit.
    Check: repair_time_of_availability_h(1000, 0.990099) = 10 (0.01%)
    """
    return unit_interval_h * (1 - available_frac) / available_frac


def all_working_frac(unit_reliability_frac: Array, units_count: Array) -> Array:
    """Probability that all of some units work, where each is needed. [frac]

    R = r^N.
    Source: independent units in series.
    Check: all_working_frac(0.99, 10) = 0.90438 (0.01%)
    """
    return unit_reliability_frac**units_count


def any_working_frac(unit_reliability_frac: Array, units_count: Array) -> Array:
    """Probability that at least one of some units works. [frac]

    R = 1 − (1 − r)^N.
    Source: independent units in parallel.
    Check: any_working_frac(0.9, 3) = 0.999 (0.01%)
    """
    return 1 - (1 - unit_reliability_frac) ** units_count


def enough_working_frac(unit_reliability_frac: float, units_count: float, needed_units_count: float) -> float:
    """Probability that at least a needed number of some units works. [frac]

    R = Σ C(N, i) r^i (1 − r)^(N − i) for i from the needed number to N. Whole numbers, needed at most N.
    Source: binomial law of independent units.
    Check: enough_working_frac(0.9, 4, 3) = 0.9477 (0.01%)
    """
    total, needed = int(units_count), int(needed_units_count)
    if total != units_count or needed != needed_units_count or not 0 <= needed <= total:
        raise ValueError(f"needed_units_count is {needed_units_count:g}; a whole number up to {units_count:g} is needed")
    works = np.arange(needed, total + 1)
    ways = np.exp(_factorial_log(total) - _factorial_log(works) - _factorial_log(total - works))
    return float(np.sum(ways * unit_reliability_frac**works * (1 - unit_reliability_frac) ** (total - works)))


def spares_for_confidence_count(expected_failures_count: float, confidence_frac: float) -> float:
    """Fewest spares that suffice with a probability. [count]

    The least s with Σ exp(−m) m^k / k! = P(failures ≤ s) at or above the probability, m the expected failures.
    Source: Poisson statistics.
    Check: spares_for_confidence_count(5, 0.95) = 9 (0%)
    """
    if not 0 <= confidence_frac < 1:
        raise ValueError(f"confidence_frac is {confidence_frac:g}; a share below 1 is needed")
    term = np.exp(-expected_failures_count)
    chance, spares = term, 0
    while chance < confidence_frac and spares < MOST_COUNTED:
        spares += 1
        term *= expected_failures_count / spares
        chance += term
    return float(spares)


def spares_of_rate_count(
    units_count: float, failures_per_unit_year: float, service_years: float, confidence_frac: float
) -> float:
    """Fewest spares that suffice with a probability for units at a steady failure rate. [count]

    The least s with P(failures ≤ s) at or above the probability, where the expected failures m = N λ t.
    Source: Poisson statistics.
    Check: spares_of_rate_count(10, 0.1, 5, 0.95) = 9 (0%)
    """
    return spares_for_confidence_count(units_count * failures_per_unit_year * service_years, confidence_frac)


def spares_of_losses_count(failures_per_year: float, resupply_wait_days: float, confidence_frac: float) -> float:
    """Fewest spares that suffice with a probability until replacements arrive. [count]

    The least s with P(failures ≤ s) at or above the probability, where the expected failures m = failures a year × wait.
    Source: Poisson statistics.
    Check: spares_of_losses_count(12, 182.625, 0.95) = 10 (0%)
    """
    return spares_for_confidence_count(failures_per_year * resupply_wait_days / DAYS_PER_YEAR, confidence_frac)


def enough_spares_frac(expected_failures_count: float, spares_count: float) -> float:
    """Probability that spares suffice. [frac]

    P = Σ exp(−m) m^k / k! for k from 0 to the spares, m the expected failures.
    Source: Poisson statistics.
    Check: enough_spares_frac(5, 9) = 0.96817 (0.01%)
    """
    steps = np.arange(int(spares_count) + 1)
    logs = steps * np.log(expected_failures_count) - np.cumsum(np.log(np.maximum(steps, 1)))
    return float(np.sum(np.exp(logs - expected_failures_count)))


def no_failure_frac(expected_failures_count: Array) -> Array:
    """Probability of no failure where some are expected. [frac]

    P = exp(−m).
    Source: Poisson statistics.
    Check: no_failure_frac(2) = 0.13534 (0.01%)
    """
    return np.exp(-expected_failures_count)


def a_failure_frac(expected_failures_count: Array) -> Array:
    """Probability of at least one failure where some are expected. [frac]

    P = 1 − exp(−m).
    Source: Poisson statistics.
    Check: a_failure_frac(2) = 0.86466 (0.01%)
    """
    return -np.expm1(-expected_failures_count)


def over_provision_of_share_ratio(kept_frac: Array) -> Array:
    """Units put up for each that must work, from the share that works. [ratio]

    factor = 1 / share.
    Source: definition.
    Check: over_provision_of_share_ratio(0.8) = 1.25 (0%)
    """
    return 1 / kept_frac


def units_for_share_count(units_count: Array, kept_frac: Array) -> Array:
    """Units put up so that a number works, from the share that works. [count]

    n = N / share.
    Source: definition.
    Check: units_for_share_count(1000, 0.8) = 1250 (0%)
    """
    return units_count / kept_frac


def units_of_share_count(units_count: Array, kept_frac: Array) -> Array:
    """Units that work, from the share that works. [count]

    n = N × share.
    Source: definition.
    Check: units_of_share_count(1000, 0.8) = 800 (0%)
    """
    return units_count * kept_frac


def checkpoint_interval_min(checkpoint_time_min: Array, fleet_interval_h: Array) -> Array:
    """Time of computing between two checkpoints that loses least, to first order. [min]

    τ = √(2 C M), with C the time of writing a checkpoint and M the mean time between interruptions.
    Source: [young-1974].
    Check: checkpoint_interval_min(0.5, 3.0927) = 13.622 (0.01%)
    """
    return np.sqrt(2 * checkpoint_time_min * fleet_interval_h * MINUTES_PER_HOUR)


def checkpoint_loss_frac(checkpoint_time_min: Array, fleet_interval_h: Array, restart_time_min: Array) -> Array:
    """Share of a job's time lost to checkpoints, repeated work and restarts at the best interval, to first order. [frac]

    lost = √(2 C / M) + R / M, with R the time of a restart. Good below about 0.2.
    Source: [young-1974].
    Check: checkpoint_loss_frac(0.5, 3.0927, 5) = 0.10036 (0.1%)
    """
    mean_min = fleet_interval_h * MINUTES_PER_HOUR
    return np.sqrt(2 * checkpoint_time_min / mean_min) + restart_time_min / mean_min


def goodput_frac(checkpoint_time_min: Array, fleet_interval_h: Array, restart_time_min: Array) -> Array:
    """Share of a job's time that moves it forward at the best checkpoint interval, to first order. [frac]

    goodput = 1 − √(2 C / M) − R / M, with R the time of a restart. Good above about 0.8.
    Source: [young-1974].
    Check: goodput_frac(0.5, 3.0927, 5) = 0.89964 (0.1%)
    """
    return 1 - checkpoint_loss_frac(checkpoint_time_min, fleet_interval_h, restart_time_min)


def availability_of_rate_frac(failures_per_unit_year: Array, repair_time_h: Array) -> Array:
    """Share of time that a unit works which is repaired each time it fails, from its failure rate. [frac]

    A = 1 / (1 + λ × MTTR).
    Source: steady state of a two-state repairable unit.
    Check: availability_of_rate_frac(8.766, 10) = 0.990099 (0.001%)
    """
    return 1 / (1 + failures_per_unit_year * repair_time_h / HOURS_PER_YEAR)


def downtime_of_year_h(available_frac: Array) -> Array:
    """Hours of one year that a unit is down, from its availability. [h]

    t = (1 − A) × 8766 h.
    Source: definition.
    Check: downtime_of_year_h(0.999) = 8.766 (0.01%)
    """
    return (1 - available_frac) * HOURS_PER_YEAR


def spare_overhead_of_share_frac(kept_frac: Array) -> Array:
    """Units put up beyond those that must work, as a share of these, from the share that works. [frac]

    share = 1 / kept − 1.
    Source: definition.
    Check: spare_overhead_of_share_frac(0.8) = 0.25 (0.01%)
    """
    return 1 / kept_frac - 1


def working_of_units_frac(working_units_count: Array, units_count: Array) -> Array:
    """Share of units that work. [frac]

    share = working / all.
    Source: definition.
    Check: working_of_units_frac(11, 20) = 0.55 (0.01%)
    """
    return working_units_count / units_count


def failed_of_working_frac(working_units_count: Array, units_count: Array) -> Array:
    """Share of units that failed, from those that work. [frac]

    share = 1 − working / all.
    Source: definition.
    Check: failed_of_working_frac(11, 20) = 0.45 (0.01%)
    """
    return 1 - working_units_count / units_count
