"""Failure, error and refresh: one rule for both sides, with each side's own rates and lives."""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import DAYS_PER_YEAR, HOURS_PER_YEAR, Array


@config.when(failure_policy="replace")
def available_frac__replace(
    accelerator_failure_frac_per_year: Array, accelerator_restoration_time_days: Array
) -> Array:
    """Share of accelerators that work when each failure is replaced. [frac]

    available_frac = 1 / (1 + λ·τ), with λ the failures a year and τ the years until the replacement runs
    Rates and times at or above 0. On the ground a technician swaps the part; in orbit a servicer does.
    Source: steady state of a two-state repairable unit.
    Check: available_frac__replace(0.09, 36.525) = 0.99108 (0.01%)
    """
    return 1 / (1 + accelerator_failure_frac_per_year * accelerator_restoration_time_days / DAYS_PER_YEAR)


@config.when(failure_policy="fail_in_place")
def available_frac__fail_in_place(accelerator_failure_frac_per_year: Array, accelerator_service_years: Array) -> Array:
    """Share of accelerators that work, averaged over a service life without repair. [frac]

    available_frac = (1 − e^(−λL)) / (λL), with λ the failures a year and L the service life
    Rates at or above 0 (the limit at 0 is 1), life above 0.
    Source: mean of an exponential survivor curve; its inverse is the lifetime penalty of [S160].
    Check: available_frac__fail_in_place(0.1, 5) = 0.78694 (0.01%)
    """
    exposure = np.asarray(accelerator_failure_frac_per_year * accelerator_service_years, dtype=float)
    tiny = exposure < 1e-12  # structure: below this the ratio is 1 to the last digit and 0/0 at zero
    return np.where(tiny, 1.0, -np.expm1(-exposure) / np.where(tiny, 1.0, exposure))[()]


def host_interruptions_per_year(
    upset_dose_rad_per_year: Array,
    dose_per_host_processor_interruption_rad: Array,
    dose_per_host_memory_interruption_rad: Array,
) -> Array:
    """Functional interrupts of one host computer in a year, by radiation. [1/year]

    N = D / dose_per_host_processor_interruption_rad + D / dose_per_host_memory_interruption_rad, D the upset dose
    All at or above 0; the upset dose on the ground is 0 by choice of place, and what stops hosts there is in the counts.
    Source: [S063] 450 and 400 rad per interrupt.
    Check: host_interruptions_per_year(150, 450, 400) = 0.70833 (0.01%)
    """
    processor = upset_dose_rad_per_year / dose_per_host_processor_interruption_rad
    return processor + upset_dose_rad_per_year / dose_per_host_memory_interruption_rad


def interruptions_per_accelerator_year(
    interruption_count_per_year: Array,
    upset_dose_rad_per_year: Array,
    dose_per_interruption_rad: Array,
    dose_per_chip_interruption_rad: Array,
    host_interruptions_per_year: Array,
    accelerators_per_host_count: Array,
) -> Array:
    """Interruptions of one accelerator in a year, on the ground and from radiation, a host's shared among its own. [1/year]

    N = ground count + D / dose_per_interruption_rad + D / dose_per_chip_interruption_rad + host's / accelerators_per_host_count
    with D the upset dose, 0 on the ground by choice of place. As in counts on the ground, one stop of a job counts once.
    Source: [S063] memory errors that cannot be corrected, chip and host interrupts; [llama-3] interruptions on the ground.
    Check: interruptions_per_accelerator_year(0.17, 150, 44, 5000, 0.70833, 4) = 3.78617 (0.01%)
    """
    chip = upset_dose_rad_per_year / dose_per_interruption_rad + upset_dose_rad_per_year / dose_per_chip_interruption_rad
    return interruption_count_per_year + chip + host_interruptions_per_year / accelerators_per_host_count


def stops_per_accelerator_year(
    interruptions_per_accelerator_year: Array, host_interruptions_per_year: Array, accelerators_per_host_count: Array
) -> Array:
    """Times that one accelerator stops in a year, for its own reasons or with its host. [1/year]

    stops = interruptions_per_accelerator_year + host_interruptions_per_year · (1 − 1 / accelerators_per_host_count)
    A host that stops takes all its accelerators along; its share is already in the interruptions.
    Source: count of who stops with whom.
    Check: stops_per_accelerator_year(3.78617, 0.70833, 4) = 4.31742 (0.01%)
    """
    return interruptions_per_accelerator_year + host_interruptions_per_year * (1 - 1 / accelerators_per_host_count)


def error_free_frac(stops_per_accelerator_year: Array, restart_time_h: Array) -> Array:
    """Share of running time not lost to restarts. [frac]

    error_free_frac = 1 / (1 + stops_per_accelerator_year · restart_time_h / 8766 h)
    Counts the accelerator that stopped, not a synchronous job that waits for it: training_productive_frac does.
    Source: steady state of run and restart.
    Check: error_free_frac(3.5791, 0.5) = 0.999796 (0.001%)
    """
    return 1 / (1 + stops_per_accelerator_year * restart_time_h / HOURS_PER_YEAR)


def silent_errors_per_accelerator_year(
    sea_level_silent_error_count_per_year: Array, upset_dose_rad_per_year: Array, dose_per_silent_error_rad: Array
) -> Array:
    """Silent data errors of one accelerator in a year. [1/year]

    silent_errors_per_accelerator_year = sea_level_silent_error_count_per_year + D / dose_per_silent_error_rad, D the upset dose
    All at or above 0. A silent error is a wrong number that nothing reports.
    Source: [S063] dose per silent error of a tensor processing unit under 67 MeV protons; [llama-3] on the ground.
    Check: silent_errors_per_accelerator_year(0.0025, 150, 17) = 8.82603 (0.01%)
    """
    return sea_level_silent_error_count_per_year + upset_dose_rad_per_year / dose_per_silent_error_rad


@config.when(failure_policy="replace")
def accelerators_replaced_frac_per_year__replace(
    accelerator_failure_frac_per_year: Array, available_frac: Array, plant_loss_frac_per_year: Array
) -> Array:
    """Failed and lost accelerators bought again in a year, as a share of those installed. [1/year]

    accelerators_replaced_frac_per_year = accelerator_failure_frac_per_year · available_frac + plant_loss_frac_per_year
    Only running accelerators fail; those on plant that is lost are bought again with it.
    Source: steady state: what fails is what is replaced.
    Check: accelerators_replaced_frac_per_year__replace(0.09, 0.99, 0.01) = 0.0991 (0.01%)
    """
    return accelerator_failure_frac_per_year * available_frac + plant_loss_frac_per_year


@config.when(failure_policy="fail_in_place")
def accelerators_replaced_frac_per_year__fail_in_place(plant_loss_frac_per_year: Array) -> Array:
    """Accelerators bought again in a year when failures stay where they are: those on plant that is lost. [1/year]

    accelerators_replaced_frac_per_year = plant_loss_frac_per_year
    For the failed ones the lost hours are in available_frac instead.
    Source: definition of failing in place.
    Check: accelerators_replaced_frac_per_year__fail_in_place(0.01) = 0.01 (0.01%)
    """
    return plant_loss_frac_per_year


def accelerator_generations_ratio(horizon_years: Array, accelerator_service_years: Array) -> Array:
    """Sets of accelerators bought over the horizon, the last one by share. [ratio]

    accelerator_generations_ratio = max(1, horizon_years / accelerator_service_years)
    At least one set is bought, however long it would last.
    Source: the books' refresh rule, the same on both sides.
    Check: accelerator_generations_ratio(15, 6) = 2.5 (0.01%)
    """
    return np.maximum(1, horizon_years / accelerator_service_years)


def accelerators_bought_count(
    accelerators_installed_count: Array,
    accelerator_generations_ratio: Array,
    accelerators_replaced_frac_per_year: Array,
    horizon_years: Array,
) -> Array:
    """Accelerators bought over the horizon: first set, refresh and replaced failures. [count]

    accelerators_bought_count = installed · (accelerator_generations_ratio + replaced share a year · horizon_years)
    Source: the books' refresh rule, the same on both sides.
    Check: accelerators_bought_count(100, 2.5, 0.09, 15) = 385 (0.01%)
    """
    replaced_sets = accelerators_replaced_frac_per_year * horizon_years
    return accelerators_installed_count * (accelerator_generations_ratio + replaced_sets)


def plant_generations_ratio(horizon_years: Array, plant_service_years: Array) -> Array:
    """Sets of plant (building, or satellite) bought over the horizon, the last one by share. [ratio]

    plant_generations_ratio = max(1, horizon_years / plant_service_years)
    At least one set is bought, however long it would last.
    Source: the books' refresh rule, the same on both sides.
    Check: plant_generations_ratio(15, 5) = 3 (0.01%)
    """
    return np.maximum(1, horizon_years / plant_service_years)


def plant_sets_ratio(plant_generations_ratio: Array, plant_loss_frac_per_year: Array, horizon_years: Array) -> Array:
    """Sets of plant (building, or satellite) bought over the horizon, with what replaces the lost. [ratio]

    plant_sets_ratio = plant_generations_ratio + plant_loss_frac_per_year · horizon_years
    What is lost between two renewals is replaced at once, so that the capacity stands again.
    Source: the books' refresh rule, the same on both sides.
    Check: plant_sets_ratio(3, 0.01, 15) = 3.15 (0.01%)
    """
    return plant_generations_ratio + plant_loss_frac_per_year * horizon_years
