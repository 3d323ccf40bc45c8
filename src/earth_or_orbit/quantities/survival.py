"""Survival: infant mortality, random failure and wear-out of chips and satellites, and the spares that hold capacity.

A bathtub is three risks that act beside each other, so their survivals multiply. The same functions serve both sides.
"""

import numpy as np

from earth_or_orbit.constants import DAYS_PER_YEAR, Array

_DEVIATIONS, _AT_LEAST = 10, 40  # structure: counts that the search covers on each side of the mean, beyond any confidence
_STEPS = 400  # structure: steps of the mean over a life; doubled, the mean changes by less than 1e-5


def weibull_survival_frac(age_years: Array, weibull_shape_ratio: Array, weibull_scale_years: Array) -> Array:
    """Share that is left at an age by Weibull's law. [frac]

    S = exp(−(t / θ)^β): β below 1 is infant mortality, 1 chance, above 1 wear-out; at θ 37 % are left.
    Ages at or above 0.
    Source: [castet-saleh] β = 0.4521 and θ = 2,607 years for satellites of all kinds.
    Check: weibull_survival_frac(1, 0.4521, 2607) = 0.9719 (0.02%)
    Check: weibull_survival_frac(5, 0.4521, 2607) = 0.9426 (0.02%)
    """
    return np.exp(-((age_years / weibull_scale_years) ** weibull_shape_ratio))


def early_failures_flown_frac(early_failure_frac: Array, burn_in_caught_frac: Array) -> Array:
    """Share of weak units among those flown, after a burn-in on the ground has caught some. [frac]

    early_failures_flown_frac = p (1 − b) / (1 − p b), p the weak among those made, b the share of them that is caught
    Caught units are replaced before launch, so they cost hardware and not orbit.
    Source: Bayes' rule.
    Check: early_failures_flown_frac(0.02, 0.8) = 0.0040650 (0.01%)
    """
    return early_failure_frac * (1 - burn_in_caught_frac) / (1 - early_failure_frac * burn_in_caught_frac)


def bathtub_survival_frac(
    age_years: Array,
    early_failures_flown_frac: Array,
    early_failure_years: Array,
    accelerator_failure_frac_per_year: Array,
    weibull_shape_ratio: Array,
    weibull_scale_years: Array,
) -> Array:
    """Share of accelerators that still work at an age without repair. [frac]

    S = (1 − p (1 − e^(−t/τ))) · e^(−λt) · e^(−(t/θ)^β): weak units die with the time τ, all by chance at λ, and all wear out.
    Source: product of three independent risks; with p = 0 and θ far away it is the ledger's fail_in_place.
    Check: bathtub_survival_frac(5, 0, 0.25, 0.09, 3, 1e9) = 0.63763 (0.01%)
    Check: bathtub_survival_frac(5, 0.02, 0.25, 0.09, 3, 12) = 0.58128 (0.02%)
    """
    weak = early_failures_flown_frac * -np.expm1(-age_years / early_failure_years)
    wear = weibull_survival_frac(age_years, weibull_shape_ratio, weibull_scale_years)
    return (1 - weak) * np.exp(-accelerator_failure_frac_per_year * age_years) * wear


def mean_capacity_frac(
    accelerator_service_years: Array,
    early_failures_flown_frac: Array,
    early_failure_years: Array,
    accelerator_failure_frac_per_year: Array,
    weibull_shape_ratio: Array,
    weibull_scale_years: Array,
) -> Array:
    """Share of accelerators that work, mean of a service life without repair. [frac]

    mean = (1/L) ∫ S dt from 0 to L, S the bathtub's survival. Lives above 0.
    Source: midpoints of 400 steps.
    Check: mean_capacity_frac(5, 0, 0.25, 0.1, 3, 1e9) = 0.78694 (0.01%)
    """
    given = (accelerator_service_years, early_failures_flown_frac, early_failure_years, accelerator_failure_frac_per_year,
             weibull_shape_ratio, weibull_scale_years)  # fmt: skip
    life, *risks = (np.asarray(x, dtype=float)[..., np.newaxis] for x in given)
    ages = life * (np.arange(_STEPS) + 0.5) / _STEPS
    return bathtub_survival_frac(ages, *risks).mean(axis=-1)[()]


def over_provision_ratio(capacity_kept_frac: Array) -> Array:
    """Accelerators to fly for each one that has to work. [ratio]

    over_provision_ratio = 1 / capacity_kept_frac: the mean of the life for the same computing, its end for the same at the end
    Share above 0.
    Source: [S160] lifetime penalty: 1.27 and 1.58 at 10 and 20 % a year over five years are the inverse of the mean.
    Check: over_provision_ratio(0.78694) = 1.27074 (0.01%)
    """
    return 1 / capacity_kept_frac


def losses_between_resupplies_count(
    satellites_count: Array, satellite_loss_frac_per_year: Array, resupply_interval_days: Array
) -> Array:
    """Satellites lost between two deliveries of replacements, on average. [count]

    losses_between_resupplies_count = satellites_count · satellite_loss_frac_per_year · resupply_interval_days / 365.25
    Source: definition of a rate.
    Check: losses_between_resupplies_count(1000, 0.01, 36.525) = 1.0 (0.01%)
    """
    return satellites_count * satellite_loss_frac_per_year * resupply_interval_days / DAYS_PER_YEAR


def spare_satellites_count(
    satellites_count: Array,
    losses_between_resupplies_count: Array,
    capacity_held_frac: Array,
    spare_confidence_frac: Array,
) -> Array:
    """Spare satellites in orbit that hold a capacity until the next delivery, with a stated confidence. [count]

    k = max(0, q − (1 − capacity) · N), q the Poisson quantile of the losses at the confidence and N the fleet
    Spares wait in the same planes and fail no more than others; capacity from 0 to 1, confidence between them.
    Source: Poisson's law.
    Check: spare_satellites_count(1000, 30, 0.99, 0.95) = 29 (0.01%)
    Check: spare_satellites_count(1000, 1, 0.99, 0.95) = 0 (0.01%)
    """
    needed = _poisson_quantile(losses_between_resupplies_count, spare_confidence_frac)
    return np.maximum(0, needed - (1 - capacity_held_frac) * satellites_count)[()]


def _poisson_quantile(mean: Array, confidence_frac: Array) -> Array:
    """Least count that a Poisson variable stays at or below with a confidence; nan for a mean that is nan."""
    means, sure = (np.asarray(x, dtype=float)[..., np.newaxis] for x in np.broadcast_arrays(mean, confidence_frac))
    reach = np.ceil(_DEVIATIONS * np.sqrt(np.nanmax(means, initial=0.0))) + _AT_LEAST
    first = np.floor(np.maximum(means - reach, 0.0))
    steps = np.arange(1.0, 2 * reach + 1)
    with np.errstate(divide="ignore"):
        grows = np.cumsum(np.log(means) - np.log(first + steps), axis=-1)
    logs = np.concatenate([np.zeros_like(first), grows], axis=-1)
    chance = np.cumsum(np.exp(logs - logs.max(axis=-1, keepdims=True)), axis=-1)
    return first[..., 0] + np.argmax(chance >= sure * chance[..., -1:], axis=-1)
