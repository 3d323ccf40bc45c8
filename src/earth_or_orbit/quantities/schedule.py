"""Time to power: one ramp for both sides. A fleet grows at a rate from its first month and is retired at its age."""

import numpy as np

from earth_or_orbit.constants import MONTHS_PER_YEAR, Array


def months_to_first_power(first_power_lead_time_months: Array) -> Array:
    """Months from the decision to the first delivered IT power. [month]

    months_to_first_power = first_power_lead_time_months
    At or above 0; the decision is the ground-breaking or the announcement that the fact's note names.
    Source: the fact chosen by the scenario.
    Check: months_to_first_power(30) = 30 (0.01%)
    """
    return first_power_lead_time_months


def months_to_full_power(
    first_power_lead_time_months: Array, it_power_peak_mw: Array, ramp_mw_per_year: Array
) -> Array:
    """Months from the decision to the whole fleet. [month]

    months_to_full_power = first_power_lead_time_months + 12 · it_power_peak_mw / ramp_mw_per_year
    A ramp of 0 gives infinity. The study calls the line infeasible, and names the limit, when the fleet is not
    whole within the horizon or cannot be held against retirement.
    Source: linear ramp.
    Check: months_to_full_power(24, 300, 100) = 60 (0.01%)
    """
    with np.errstate(divide="ignore"):
        return first_power_lead_time_months + MONTHS_PER_YEAR * np.divide(it_power_peak_mw, ramp_mw_per_year)


def delivered_share_at_horizon_frac(
    it_power_peak_mw: Array,
    ramp_mw_per_year: Array,
    first_power_lead_time_months: Array,
    horizon_years: Array,
    plant_service_years: Array,
) -> Array:
    """Share of the fleet that stands when the horizon ends. [frac]

    delivered_share_at_horizon_frac = min(1, ramp_mw_per_year · min(horizon − lead time, service life) / it_power_peak_mw)
    What is older than its service life has been retired, so a ramp holds at most rate times life. 0 if the lead
    time is longer than the horizon.
    Source: linear ramp with retirement at a fixed age; the same rule on both sides.
    Check: delivered_share_at_horizon_frac(1000, 100, 24, 15, 5) = 0.5 (0.01%)
    """
    building_years = np.maximum(0, horizon_years - first_power_lead_time_months / MONTHS_PER_YEAR)
    standing_mw = ramp_mw_per_year * np.minimum(building_years, plant_service_years)
    return np.minimum(1, standing_mw / it_power_peak_mw)
