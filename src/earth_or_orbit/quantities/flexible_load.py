"""A campus that gives way at the grid's peak: how much more load fits, how much earlier, and what compute it gives up."""

import numpy as np

from earth_or_orbit.constants import HOURS_PER_YEAR, MONTHS_PER_YEAR, Array


def region_headroom_mw(flexible_headroom_mw: Array, national_headroom_mw: Array, reference_headroom_mw: Array) -> Array:
    """A region's headroom at another share of curtailment than the one it is published for. [MW]

    region_headroom_mw = flexible_headroom_mw · national_headroom_mw / reference_headroom_mw
    The region is taken to move as the whole country does between the two shares; equal shares give what is published.
    Source: [norris-2025] figure 8 and totals; proportion.
    Check: region_headroom_mw(14800, 76000, 98000) = 11477.6 (0.01%)
    """
    return flexible_headroom_mw * national_headroom_mw / reference_headroom_mw


def campuses_within_headroom_count(region_headroom_mw: Array, campus_meter_peak_mw: Array) -> Array:
    """Campuses of one size that a region's headroom holds. [count]

    campuses_within_headroom_count = region_headroom_mw / campus_meter_peak_mw
    Fractional. Lines and substations are not in the headroom.
    Source: division.
    Check: campuses_within_headroom_count(14800, 450) = 32.889 (0.01%)
    """
    return region_headroom_mw / campus_meter_peak_mw


def curtailment_events_count_per_year(curtailed_hours_per_year: Array, curtailment_event_hours: Array) -> Array:
    """Curtailments in a year. [1/year]

    curtailment_events_count_per_year = curtailed_hours_per_year / curtailment_event_hours
    Source: [norris-2025] hours of a year and mean length.
    Check: curtailment_events_count_per_year(177, 2.1) = 84.286 (0.01%)
    """
    return curtailed_hours_per_year / curtailment_event_hours


def curtailed_compute_frac(curtailment_frac: Array, curtailment_events_count_per_year: Array, restart_time_h: Array) -> Array:
    """Share of delivered compute that a flexible campus loses. [frac]

    curtailed_compute_frac = min(1, curtailment_frac + curtailment_events_count_per_year · restart_time_h / 8766 h)
    Every curtailment is taken to stop the whole job once; a campus that slows down, or moves its work, loses the first
    term alone, and one that runs its backup engines loses nothing.
    Source: [norris-2025] energy given up; the books' restart time.
    Check: curtailed_compute_frac(0.005, 84.286, 0.31) = 0.0079807 (0.01%)
    """
    return np.minimum(1, curtailment_frac + curtailment_events_count_per_year * restart_time_h / HOURS_PER_YEAR)


def flexibility_gain_months(
    firm_lead_time_months: Array, flexible_lead_time_months: Array, shell_lead_time_months: Array
) -> Array:
    """Months by which giving way brings first power forward. [month]

    flexibility_gain_months = max(shell, firm) − max(shell, flexible), at least 0
    Nothing is gained once the halls are what is waited for.
    Source: two works that run side by side.
    Check: flexibility_gain_months(48, 24, 14) = 24 (0.01%)
    Check: flexibility_gain_months(12, 4, 14) = 0 (0.01%)
    """
    firm = np.maximum(shell_lead_time_months, firm_lead_time_months)
    return np.maximum(0, firm - np.maximum(shell_lead_time_months, flexible_lead_time_months))


def flexibility_repaid_years(flexibility_gain_months: Array, curtailed_compute_frac: Array) -> Array:
    """Years of curtailment that would use up what the earlier start delivered. [years]

    flexibility_repaid_years = flexibility_gain_months / 12 / curtailed_compute_frac
    Infinite where nothing is curtailed. Above the horizon, giving way delivers more than waiting.
    Source: compute gained over compute lost a year.
    Check: flexibility_repaid_years(24, 0.008) = 250 (0.01%)
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.divide(flexibility_gain_months / MONTHS_PER_YEAR, curtailed_compute_frac)
