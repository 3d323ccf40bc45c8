"""What errors and interruptions leave of training and of inference, by the same rules on the ground and in orbit."""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import ANSWERS_PER_MILLION, DAYS_PER_YEAR, HOURS_PER_YEAR, SECONDS_PER_YEAR, Array

_SECONDS_PER_HOUR = SECONDS_PER_YEAR / HOURS_PER_YEAR


def training_interruption_interval_h(
    training_job_accelerators_count: Array, interruptions_per_accelerator_year: Array
) -> Array:
    """Mean time between two interruptions of a synchronous training job. [h]

    M = 8766 h / (training_job_accelerators_count · interruptions_per_accelerator_year)
    One interruption anywhere stops the whole job; interruptions are independent and come at a steady rate, while in orbit most
    come in the minutes over the South Atlantic Anomaly.
    Source: sum of independent rates; [llama-3] 419 stops of 16,384 accelerators in 54 days, one in 3.1 h.
    Check: training_interruption_interval_h(16384, 0.173) = 3.0927 (0.01%)
    """
    return HOURS_PER_YEAR / (training_job_accelerators_count * interruptions_per_accelerator_year)


def training_checkpoint_interval_h(checkpoint_write_s: Array, training_interruption_interval_h: Array) -> Array:
    """Time of computing between two checkpoints that loses least. [h]

    τ = √(2 C M), with C the time of writing a checkpoint and M the mean time between interruptions
    First order: within a few per cent of the best where C is below a tenth of M, too long where C nears M.
    Source: [young-1974].
    Check: training_checkpoint_interval_h(30, 3.0927) = 0.22704 (0.01%)
    """
    return np.sqrt(2 * checkpoint_write_s / _SECONDS_PER_HOUR * training_interruption_interval_h)


def training_lost_first_order_frac(
    checkpoint_write_s: Array, training_restart_s: Array, training_interruption_interval_h: Array
) -> Array:
    """Share of a training job's time lost to checkpoints, repeated work and restarts, to first order. [frac]

    lost = √(2 C / M) + R / M, with R the time of a restart; an array becomes nan where the sum passes 1
    Good below about 0.2; past that interruptions also strike while a job restarts, and training_productive_frac counts it.
    Source: [young-1974].
    Check: training_lost_first_order_frac(30, 300, 3.0927) = 0.10036 (0.1%)
    Check: training_lost_first_order_frac(30, 300, [0.1]) = nan (0.1%)
    """
    interval_s = training_interruption_interval_h * _SECONDS_PER_HOUR
    lost = np.sqrt(2 * checkpoint_write_s / interval_s) + training_restart_s / interval_s
    if np.ndim(lost) == 0 and lost > 1:
        raise ValueError(
            f"training_interruption_interval_h is {training_interruption_interval_h:g}; to first order more than the whole time "
            "is lost, and a longer interval is needed"
        )
    return np.where(lost <= 1, lost, np.nan)[()]


def training_productive_frac(
    checkpoint_write_s: Array,
    training_restart_s: Array,
    training_checkpoint_interval_h: Array,
    training_interruption_interval_h: Array,
) -> Array:
    """Share of a training job's time that moves it forward, interruptions at random. [frac]

    productive = τ / (M · e^(R/M) · (e^((τ+C)/M) − 1)), with τ, C, R and M as in the checkpoint interval and its loss
    Exact for interruptions at a steady rate that may also strike a restart or a checkpoint; 0 where they leave no time.
    Source: [daly-2006], the complete cost function.
    Check: training_productive_frac(30, 300, 0.22704, 3.0927) = 0.9044 (0.1%)
    """
    mean_s = training_interruption_interval_h * _SECONDS_PER_HOUR
    computed_s = training_checkpoint_interval_h * _SECONDS_PER_HOUR
    with np.errstate(over="ignore"):
        segment_s = mean_s * np.exp(training_restart_s / mean_s) * np.expm1((computed_s + checkpoint_write_s) / mean_s)
    return computed_s / segment_s


def training_delivered_frac(powered_frac: Array, available_frac: Array, training_productive_frac: Array) -> Array:
    """Share of installed accelerator time that moves a synchronous training job forward. [frac]

    training_delivered_frac = powered_frac · available_frac · training_productive_frac
    Stands beside delivered_frac, which counts only the accelerator that was interrupted.
    Source: the books' definition of a delivered accelerator-hour, for one job over many accelerators.
    Check: training_delivered_frac(0.98, 0.9, 0.9) = 0.7938 (0.01%)
    """
    return powered_frac * available_frac * training_productive_frac


def training_silent_errors_per_day(
    training_job_accelerators_count: Array, silent_errors_per_accelerator_year: Array
) -> Array:
    """Silent errors that enter a training job in a day. [1/day]

    N = training_job_accelerators_count · silent_errors_per_accelerator_year / 365.25
    Whether one harms the trained model is not known; [S063] asks for further study.
    Source: sum of independent rates.
    Check: training_silent_errors_per_day(16384, 8.8235) = 395.8 (0.01%)
    """
    return training_job_accelerators_count * silent_errors_per_accelerator_year / DAYS_PER_YEAR


@config.when(answer_check="none")
def silent_errors_per_million_answers_count__none(
    silent_errors_per_accelerator_year: Array, answer_time_s: Array, accelerators_per_answer_count: Array
) -> Array:
    """Answers of a million that a silent error touches when nothing checks them. [count]

    N = 10⁶ · silent_errors_per_accelerator_year · accelerators_per_answer_count · answer_time_s / 31,557,600 s
    Every error on the accelerators that work on an answer counts as its own: an upper bound where errors are harmless, a lower
    one where an error touches a whole batch.
    Source: [S063] one inference a second on one chip, one error in about 3 million.
    Check: silent_errors_per_million_answers_count__none(8.8235, 1, 1) = 0.27960 (0.01%)
    """
    exposure_years = answer_time_s * accelerators_per_answer_count / SECONDS_PER_YEAR
    return ANSWERS_PER_MILLION * silent_errors_per_accelerator_year * exposure_years


@config.when(answer_check="duplicate")
def silent_errors_per_million_answers_count__duplicate(
    silent_errors_per_accelerator_year: Array, answer_time_s: Array, accelerators_per_answer_count: Array
) -> Array:
    """Answers of a million in which both of two runs meet a silent error. [count]

    N = 10⁶ · p², with p the chance that one run meets an error
    An upper bound: two errors would also have to agree before a comparison passes them.
    Source: product of independent chances.
    Check: silent_errors_per_million_answers_count__duplicate(8.8235, 1, 1) = 7.818e-8 (0.02%)
    """
    exposure_years = answer_time_s * accelerators_per_answer_count / SECONDS_PER_YEAR
    return ANSWERS_PER_MILLION * (silent_errors_per_accelerator_year * exposure_years) ** 2


@config.when(answer_check="none")
def inference_delivered_frac__none(delivered_frac: Array) -> Array:
    """Share of installed accelerator time that reaches users as answers nobody checked. [frac]

    inference_delivered_frac = delivered_frac
    An interruption loses the answers in work on its own accelerator, not those of others.
    Source: the books' definition of a delivered accelerator-hour.
    Check: inference_delivered_frac__none(0.8) = 0.8 (0.01%)
    """
    return delivered_frac


@config.when(answer_check="duplicate")
def inference_delivered_frac__duplicate(delivered_frac: Array) -> Array:
    """Share of installed accelerator time that reaches users as answers computed twice and compared. [frac]

    inference_delivered_frac = delivered_frac / 2
    Answers that differ are computed again; at less than one in a thousand that is left out.
    Source: definition of duplication.
    Check: inference_delivered_frac__duplicate(0.8) = 0.4 (0.01%)
    """
    return delivered_frac / 2
