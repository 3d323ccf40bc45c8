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
    first_power_lead_time_months: Array, it_power_peak_mw: Array, ramp_mw_per_year: Array, plant_loss_frac_per_year: Array
) -> Array:
    """Months from the decision to the whole fleet. [month]

    months_to_full_power = lead + 12 · −ln(1 − λ · it_power_peak_mw / ramp_mw_per_year) / λ, with λ = plant_loss_frac_per_year
    A steady ramp against a steady loss; without loss it is lead + 12 · power / ramp. Infinite where the ramp is 0 or no
    faster than the loss. The study calls the line infeasible, and names the limit, when the fleet is not whole within the
    horizon or cannot be held against retirement.
    Source: solution of dP/dt = ramp − λ P.
    Check: months_to_full_power(24, 300, 100, 0) = 60 (0.01%)
    Check: months_to_full_power(24, 300, 100, 0.1) = 66.801 (0.01%)
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        years = np.divide(it_power_peak_mw, ramp_mw_per_year)
        lost = np.asarray(plant_loss_frac_per_year * years, dtype=float)
        slower = np.where(lost < 1, -np.log1p(-lost) / np.where(lost > 0, lost, 1.0), np.inf)
        return first_power_lead_time_months + MONTHS_PER_YEAR * years * np.where(lost > 0, slower, 1.0)[()]


def delivered_share_at_horizon_frac(
    it_power_peak_mw: Array,
    ramp_mw_per_year: Array,
    first_power_lead_time_months: Array,
    horizon_years: Array,
    plant_service_years: Array,
    plant_loss_frac_per_year: Array,
) -> Array:
    """Share of the fleet that stands when the horizon ends. [frac]

    share = min(1, ramp · (1 − e^(−λT)) / λ / it_power_peak_mw), T = min(horizon − lead, service life), λ the loss a year
    What is older than its service life has been retired, so a ramp holds at most rate times life, less what was lost. 0 if
    the lead time is longer than the horizon. Without loss the years are T.
    Source: steady ramp with loss and with retirement at a fixed age; the same rule on both sides.
    Check: delivered_share_at_horizon_frac(1000, 100, 24, 15, 5, 0) = 0.5 (0.01%)
    Check: delivered_share_at_horizon_frac(1000, 100, 24, 15, 5, 0.1) = 0.39347 (0.01%)
    """
    building_years = np.maximum(0, horizon_years - first_power_lead_time_months / MONTHS_PER_YEAR)
    years = np.minimum(building_years, plant_service_years)
    lost = np.asarray(plant_loss_frac_per_year * years, dtype=float)
    kept = np.where(lost > 0, -np.expm1(-lost) / np.where(lost > 0, lost, 1.0), 1.0)[()]
    return np.minimum(1, ramp_mw_per_year * years * kept / it_power_peak_mw)


def growing_ramp_whole_years(
    it_power_peak_mw: Array, ramp_mw_per_year: Array, ramp_growth_frac_per_year: Array, plant_service_years: Array
) -> Array:
    """Years from first power until a fleet is whole whose ramp grows by a fixed share a year. [years]

    t = ln(1 + P g / R) / g within one service life L, else ln(P g / (R (1 − e^(−gL)))) / g, with g = ln(1 + growth), R the ramp
    at first power and P the power. Infinite where the ramp is 0; growth above 0. Losses before their age are left out.
    Source: solution of dP/dt = R e^(gt) with what is older than L retired.
    Check: growing_ramp_whole_years(1000, 100, 0.35, 20) = 4.6202 (0.01%)
    Check: growing_ramp_whole_years(10000, 100, 0.35, 5) = 12.175 (0.01%)
    """
    growth = np.log1p(ramp_growth_frac_per_year)
    with np.errstate(divide="ignore"):
        needed = np.divide(it_power_peak_mw, ramp_mw_per_year) * growth
        within_one_life = np.log1p(needed) / growth
        beyond = np.log(needed / -np.expm1(-growth * plant_service_years)) / growth
    return np.where(within_one_life <= plant_service_years, within_one_life, beyond)[()]
