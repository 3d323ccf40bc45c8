"""Launches that fail, and what that means for a campaign of them."""

from earth_or_orbit.constants import Array


def campaign_success_frac(launch_success_frac: Array, launches_count: Array) -> Array:
    """Probability that all launches of a campaign succeed. [frac]

    p = success^launches.
    Source: independent launches.
    Check: campaign_success_frac(0.99, 20) = 0.81791 (0.01%)
    """
    return launch_success_frac**launches_count


def campaign_loss_frac(launch_success_frac: Array, launches_count: Array) -> Array:
    """Probability that at least one launch of a campaign fails. [frac]

    p = 1 − success^launches.
    Source: independent launches.
    Check: campaign_loss_frac(0.99, 20) = 0.18209 (0.01%)
    """
    return 1 - launch_success_frac**launches_count


def lost_launches_count(launch_success_frac: Array, launches_count: Array) -> Array:
    """Launches of a campaign that are expected to fail. [count]

    n = launches × (1 − success).
    Source: mean of a binomial.
    Check: lost_launches_count(0.99, 1850) = 18.5 (0.01%)
    """
    return launches_count * (1 - launch_success_frac)


def lost_launches_per_year(launch_success_frac: Array, launches_per_year: Array) -> Array:
    """Launches that are expected to fail in a year. [1/year]

    n = launches a year × (1 − success).
    Source: mean of a binomial.
    Check: lost_launches_per_year(0.99, 200) = 2 (0.01%)
    """
    return launches_per_year * (1 - launch_success_frac)


def success_of_counts_frac(failed_launches_count: Array, launches_count: Array) -> Array:
    """Share of launches that reached their orbit. [frac]

    success = 1 − failed / launches.
    Source: definition.
    Check: success_of_counts_frac(3, 600) = 0.995 (0%)
    """
    return 1 - failed_launches_count / launches_count


def successful_launches_frac(successful_launches_count: Array, launches_count: Array) -> Array:
    """Share of launches that reached their orbit, from those that did. [frac]

    success = successful / launches.
    Source: definition.
    Check: successful_launches_frac(597, 600) = 0.995 (0%)
    """
    return successful_launches_count / launches_count


def launches_with_losses_count(launches_count: Array, launch_success_frac: Array) -> Array:
    """Launches to be bought so that a number of them succeeds. [count]

    n = launches / success.
    Source: mean of a binomial.
    Check: launches_with_losses_count(1850, 0.99) = 1868.7 (0.01%)
    """
    return launches_count / launch_success_frac


def fleet_launches_with_losses_count(
    satellites_count: Array, satellites_per_launch_count: Array, launch_success_frac: Array
) -> Array:
    """Launches to be bought so that a whole fleet arrives. [count]

    n = satellites / (satellites of a launch × success).
    Source: mean of the negative binomial distribution.
    Check: fleet_launches_with_losses_count(900, 30, 0.97) = 30.928 (0.01%)
    """
    return satellites_count / (satellites_per_launch_count * launch_success_frac)


def mass_ratio(launched_mass_kg: Array, compared_mass_kg: Array) -> Array:
    """A mass in multiples of another. [ratio]

    r = mass / reference.
    Source: definition.
    Check: mass_ratio(370e6, 2.5e6) = 148 (0%)
    """
    return launched_mass_kg / compared_mass_kg


def success_of_failure_frac(launch_failure_frac: Array) -> Array:
    """Share of launches that reach their orbit, from the share that fails. [frac]

    success = 1 − failure.
    Source: definition.
    Check: success_of_failure_frac(0.02) = 0.98 (0.01%)
    """
    return 1 - launch_failure_frac


def launches_between_losses_count(launch_success_frac: Array) -> Array:
    """Launches for each that fails. [count]

    n = 1 / (1 − success).
    Source: mean of a geometric law.
    Check: launches_between_losses_count(0.99) = 100 (0.01%)
    """
    return 1 / (1 - launch_success_frac)


def failure_of_counts_frac(failed_launches_count: Array, launches_count: Array) -> Array:
    """Share of launches that failed. [frac]

    share = failed / launches.
    Source: definition.
    Check: failure_of_counts_frac(3, 600) = 0.005 (0%)
    """
    return failed_launches_count / launches_count
