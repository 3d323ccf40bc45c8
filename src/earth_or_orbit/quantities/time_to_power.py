"""Months between the dated steps of a campus or a fleet, how late a step is, and what a delay keeps from being delivered."""

import numpy as np

from earth_or_orbit.constants import HOURS_PER_YEAR, MONTHS_PER_YEAR, Array


def waiting_months(announced_calendar_year: Array, work_begins_calendar_year: Array) -> Array:
    """Months from the announcement to the start of work: land, permits, power contract. [month]

    waiting_months = 12 · max(0, work_begins_calendar_year − announced_calendar_year)
    0 where work began before anything was announced.
    Source: difference of two dates.
    Check: waiting_months(2025.75, 2026.0) = 3 (0.01%)
    Check: waiting_months(2024.5, 2024.4) = 0 (0.01%)
    """
    return MONTHS_PER_YEAR * np.maximum(0, work_begins_calendar_year - announced_calendar_year)


def building_months(work_begins_calendar_year: Array, first_power_calendar_year: Array) -> Array:
    """Months from the start of work to first power. [month]

    building_months = 12 · (first_power_calendar_year − work_begins_calendar_year)
    Source: difference of two dates.
    Check: building_months(2024.4, 2025.45) = 12.6 (0.01%)
    """
    return MONTHS_PER_YEAR * (first_power_calendar_year - work_begins_calendar_year)


def filling_months(first_power_calendar_year: Array, full_power_calendar_year: Array) -> Array:
    """Months from first to full power. [month]

    filling_months = 12 · (full_power_calendar_year − first_power_calendar_year)
    Source: difference of two dates.
    Check: filling_months(2028, 2030.5) = 30 (0.01%)
    """
    return MONTHS_PER_YEAR * (full_power_calendar_year - first_power_calendar_year)


def announcement_to_first_power_months(announced_calendar_year: Array, first_power_calendar_year: Array) -> Array:
    """Months from the announcement, or from the start of work if that came first, to first power. [month]

    announcement_to_first_power_months = 12 · (first_power_calendar_year − announced_calendar_year)
    Source: difference of two dates.
    Check: announcement_to_first_power_months(2023.3, 2026.29) = 35.88 (0.01%)
    """
    return MONTHS_PER_YEAR * (first_power_calendar_year - announced_calendar_year)


def announcement_to_full_power_months(announced_calendar_year: Array, full_power_calendar_year: Array) -> Array:
    """Months from the announcement, or from the start of work if that came first, to full power. [month]

    announcement_to_full_power_months = 12 · (full_power_calendar_year − announced_calendar_year)
    Source: difference of two dates.
    Check: announcement_to_full_power_months(2024.93, 2030.5) = 66.84 (0.01%)
    """
    return MONTHS_PER_YEAR * (full_power_calendar_year - announced_calendar_year)


def late_months(promised_calendar_year: Array, reached_calendar_year: Array) -> Array:
    """Months by which a step comes after its first promise; below 0 it comes before. [month]

    late_months = 12 · (reached_calendar_year − promised_calendar_year)
    Source: difference of two dates.
    Check: late_months(2016.5, 2023.5) = 84 (0.01%)
    """
    return MONTHS_PER_YEAR * (reached_calendar_year - promised_calendar_year)


def delayed_energy_mwh(waiting_power_mw: Array, late_months: Array) -> Array:
    """IT energy that is not delivered while a campus or a fleet is late. [MWh]

    delayed_energy_mwh = waiting_power_mw · late_months / 12 · 8766 h
    The whole power is taken to wait for the whole delay; a ramp that only moves loses the same.
    Source: power times time.
    Check: delayed_energy_mwh(100, 6) = 438300 (0.01%)
    """
    return waiting_power_mw * late_months / MONTHS_PER_YEAR * HOURS_PER_YEAR


def delayed_accelerator_hours(waiting_accelerators_count: Array, late_months: Array, delivered_frac: Array) -> Array:
    """Accelerator-hours that are not delivered while a campus or a fleet is late. [h]

    delayed_accelerator_hours = waiting_accelerators_count · late_months / 12 · 8766 h · delivered_frac
    What such an hour is worth is the money rooms' question.
    Source: count times time.
    Check: delayed_accelerator_hours(1000, 12, 0.9) = 7889400 (0.01%)
    """
    return waiting_accelerators_count * late_months / MONTHS_PER_YEAR * HOURS_PER_YEAR * delivered_frac


def asked_power_months(first_power_lead_time_months: Array, asked_power_mw: Array, ramp_mw_per_year: Array) -> Array:
    """Months from the decision until the power asked for is there. [month]

    asked_power_months = first_power_lead_time_months + 12 · asked_power_mw / ramp_mw_per_year
    A steady ramp; losses on the way are left out, so it is the best case of both sides. Infinite where the ramp is 0.
    Source: steady ramp, the same on both sides.
    Check: asked_power_months(30, 1, 12) = 31 (0.01%)
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return first_power_lead_time_months + MONTHS_PER_YEAR * np.divide(asked_power_mw, ramp_mw_per_year)
