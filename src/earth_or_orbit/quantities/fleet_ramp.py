"""A fleet year by year: flights, satellites placed, and what stands, is lost and is retired.

Years lie on the last axis; draws on those before it. A year's satellites are placed evenly through it, and every stock is
that at the year's end. Nothing here is wired: a race needs a calendar, which the steady-state ledger has not.
"""

import numpy as np

from earth_or_orbit.constants import MONTHS_PER_YEAR, Array


def cadence_growth_frac_per_year(
    first_launches_count_per_year: Array, last_launches_count_per_year: Array, growth_years: Array
) -> Array:
    """Yearly growth that leads from one year's launches to another's. [1/year]

    g = (last / first)^(1 / years) − 1. Both above 0.
    Source: definition of compound growth.
    Check: cadence_growth_frac_per_year(2, 165, 15) = 0.3421 (0.1%)
    """
    first = np.asarray(first_launches_count_per_year, dtype=float)
    if first.ndim == 0 and first <= 0:
        raise ValueError(f"first_launches_count_per_year is {first:g}; growth starts above 0")
    return (last_launches_count_per_year / np.where(first > 0, first, np.nan)) ** (1 / growth_years) - 1


def doubling_years(cadence_growth_frac_per_year: Array) -> Array:
    """Years in which a growing cadence doubles. [year]

    t = ln 2 / ln(1 + g). Growth above 0; no growth gives infinity.
    Source: definition of compound growth.
    Check: doubling_years(0.3421) = 2.356 (0.1%)
    """
    with np.errstate(divide="ignore"):
        return np.log(2) / np.log1p(np.asarray(cadence_growth_frac_per_year, dtype=float))


def cadence_count_per_year(
    calendar_year: Array,
    cadence_first_calendar_year: Array,
    cadence_first_count_per_year: Array,
    cadence_growth_frac_per_year: Array,
    permitted_launches_count_per_year: Array,
) -> Array:
    """Launches of a vehicle in a calendar year, growing from a known year's up to what is permitted. [1/year]

    n = min(first · (1 + g)^(year − first year), permitted); none before the first year.
    Source: compound growth under a limit; kinder to the vehicle than an S-curve, which slows down well before the limit.
    Check: cadence_count_per_year([2025, 2026, 2032, 2040], 2026, 5, 0.3421, 145) = [0, 5, 29.221, 145] (0.1%)
    """
    years = np.asarray(calendar_year, dtype=float) - cadence_first_calendar_year
    grown = cadence_first_count_per_year * (1 + cadence_growth_frac_per_year) ** np.maximum(years, 0)
    return np.where(years >= 0, np.minimum(grown, permitted_launches_count_per_year), 0.0)


def in_service_frac(calendar_year: Array, service_first_calendar_year: Array) -> Array:
    """Share of a calendar year that lies after the date of first service. [frac]

    f = year + 1 − first, at least 0 and at most 1; the date is a year with its fraction.
    Source: definition.
    Check: in_service_frac([2027, 2028, 2029], 2028.25) = [0, 0.75, 1] (0.01%)
    """
    return np.clip(np.asarray(calendar_year, dtype=float) + 1 - service_first_calendar_year, 0, 1)


def liftable_satellites_count_per_year(
    cadence_count_per_year: Array, launch_allocation_frac: Array, satellites_per_launch_count: Array, in_service_frac: Array
) -> Array:
    """Satellites that a year's flights have room for. [1/year]

    n = cadence_count_per_year · launch_allocation_frac · satellites_per_launch_count · in_service_frac
    Source: flights times places.
    Check: liftable_satellites_count_per_year(145, 0.745, 32, 0.5) = 1728.4 (0.01%)
    """
    return cadence_count_per_year * launch_allocation_frac * satellites_per_launch_count * in_service_frac


def buildable_satellites_count_per_year(
    calendar_year: Array,
    service_first_calendar_year: Array,
    satellite_factory_ramp_years: Array,
    satellite_factory_count_per_year: Array,
) -> Array:
    """Satellites that the factories turn out in a year, from the date of first service on. [1/year]

    n = rate · (R(year + 1) − R(year)), R(t) = t²/2T up to the ramp's end T and t − T/2 after it, t from the first service: a
    rate that rises evenly over the ramp. T of 0 is the full rate at once.
    Source: integral of a linear ramp.
    Check: buildable_satellites_count_per_year([2027, 2028, 2029, 2030], 2028, 2, 1000) = [0, 250, 750, 1000] (0.01%)
    """
    start = np.asarray(calendar_year, dtype=float) - service_first_calendar_year
    ramp = np.asarray(satellite_factory_ramp_years, dtype=float)
    made = []
    for edge in (start, start + 1):
        since = np.maximum(edge, 0)
        rising = np.divide(since**2, 2 * ramp, out=np.zeros(np.broadcast_shapes(since.shape, ramp.shape)), where=ramp > 0)
        made.append(np.where(since < ramp, rising, since - ramp / 2))
    return satellite_factory_count_per_year * (made[1] - made[0])


def placed_satellites_count_per_year(
    liftable_satellites_count_per_year: Array, buildable_satellites_count_per_year: Array, launch_success_frac: Array
) -> Array:
    """Satellites that reach their orbit in a year. [1/year]

    n = min(liftable, buildable) · launch_success_frac: what fails to fly has been built and had a place.
    Source: the slower of the two binds.
    Check: placed_satellites_count_per_year(100, 60, 0.9) = 54 (0.01%)
    """
    return np.minimum(liftable_satellites_count_per_year, buildable_satellites_count_per_year) * launch_success_frac


def standing_satellites_count(
    placed_satellites_count_per_year: Array,
    satellite_early_loss_frac: Array,
    satellite_loss_frac_per_year: Array,
    satellite_service_years: Array,
) -> Array:
    """Satellites in service at the end of each year. [count]

    N(Y) = Σ_y placed(y) (1 − e) ∫ e^(−λa) da over the ages a from Y − y to Y − y + 1 that are below the service life;
    λ = −ln(1 − yearly loss), e lost at the start. Years on the last axis, one after the other.
    Source: stock of vintages with a constant hazard and a fixed age of retirement.
    Check: standing_satellites_count([100, 100, 100, 100], 0, 0, 2.5) = [100, 200, 250, 250] (0.01%)
    Check: standing_satellites_count([100, 0, 0], 0.1, 0.05, 2) = [87.73, 83.344, 0] (0.01%)
    """
    keep = 1 - np.asarray(satellite_early_loss_frac, dtype=float)
    hazard = _hazard(satellite_loss_frac_per_year)
    placed = np.asarray(placed_satellites_count_per_year, dtype=float)
    return _over_vintages(placed, [keep * _alive_share(a, hazard, satellite_service_years) for a in range(placed.shape[-1])])


def retired_satellites_count(
    placed_satellites_count_per_year: Array,
    satellite_early_loss_frac: Array,
    satellite_loss_frac_per_year: Array,
    satellite_service_years: Array,
) -> Array:
    """Satellites that have reached the end of their service life by the end of each year. [count]

    N(Y) = Σ_y placed(y) (1 − e) e^(−λL) · share of the vintage that is older than the life L
    Source: as standing_satellites_count.
    Check: retired_satellites_count([100, 100, 100, 100], 0, 0, 2.5) = [0, 0, 50, 150] (0.01%)
    Check: retired_satellites_count([100, 0, 0], 0.1, 0.05, 2) = [0, 0, 81.225] (0.01%)
    """
    keep = 1 - np.asarray(satellite_early_loss_frac, dtype=float)
    reach = np.exp(-_hazard(satellite_loss_frac_per_year) * satellite_service_years)
    life = np.asarray(satellite_service_years, dtype=float)
    placed = np.asarray(placed_satellites_count_per_year, dtype=float)
    return _over_vintages(placed, [keep * reach * np.clip(a + 1 - life, 0, 1) for a in range(placed.shape[-1])])


def lost_satellites_count(
    placed_satellites_count_per_year: Array,
    satellite_early_loss_frac: Array,
    satellite_loss_frac_per_year: Array,
    satellite_service_years: Array,
) -> Array:
    """Satellites that have failed before their time by the end of each year. [count]

    N(Y) = Σ_y placed(y) (e + (1 − e) ∫∫ λ e^(−λa) da), over each vintage's ages and up to the life: its own sum, so that
    placed = standing + retired + lost can be tested.
    Source: as standing_satellites_count.
    Check: lost_satellites_count([100, 0, 0], 0.1, 0.05, 2) = [12.27, 16.656, 18.775] (0.01%)
    """
    early = np.asarray(satellite_early_loss_frac, dtype=float)
    hazard = _hazard(satellite_loss_frac_per_year)
    life = np.asarray(satellite_service_years, dtype=float)
    placed = np.asarray(placed_satellites_count_per_year, dtype=float)
    shares = []
    for age in range(placed.shape[-1]):
        young = np.clip(life - age, 0, 1)
        failed = young - _alive_share(age, hazard, life) - (1 - young) * np.expm1(-hazard * life)
        shares.append(early + (1 - early) * failed)
    return _over_vintages(placed, shares)


def holdable_satellites_count(
    placed_satellites_count_per_year: Array,
    satellite_early_loss_frac: Array,
    satellite_loss_frac_per_year: Array,
    satellite_service_years: Array,
) -> Array:
    """Satellites that a constant rate holds once retirement meets it. [count]

    N = placed · (1 − e) · (1 − e^(−λL)) / λ; placed · (1 − e) · L without losses.
    Source: limit of standing_satellites_count.
    Check: holdable_satellites_count(100, 0, 0, 5) = 500 (0.01%)
    Check: holdable_satellites_count(100, 0.1, 0.05, 5) = 396.94 (0.01%)
    """
    keep = 1 - np.asarray(satellite_early_loss_frac, dtype=float)
    spans = _mean_life_years(_hazard(satellite_loss_frac_per_year), np.asarray(satellite_service_years, dtype=float))
    return placed_satellites_count_per_year * keep * spans


def standing_power_mw(standing_satellites_count: Array, satellite_it_power_average_mw: Array) -> Array:
    """Average IT power of the satellites in service. [MW]

    P = standing_satellites_count · satellite_it_power_average_mw
    Source: sum over satellites.
    Check: standing_power_mw(1000, 0.12) = 120 (0.01%)
    """
    return standing_satellites_count * satellite_it_power_average_mw


def campus_standing_mw(
    calendar_year: Array,
    decision_calendar_year: Array,
    first_power_lead_time_months: Array,
    campus_ramp_mw_per_year: Array,
    campus_power_mw: Array,
) -> Array:
    """Power of a campus at a date, the year with its fraction. [MW]

    P = min(ramp · (date − decision − lead time / 12), whole), none before the first power.
    Source: linear ramp, as in the ledger.
    Check: campus_standing_mw([2026, 2026.5, 2030], 2023.25, 36, 740, 369) = [0, 185, 369] (0.01%)
    """
    since = np.asarray(calendar_year, dtype=float) - decision_calendar_year - first_power_lead_time_months / MONTHS_PER_YEAR
    return np.clip(campus_ramp_mw_per_year * since, 0, campus_power_mw)


def matched_calendar_year(calendar_year: Array, standing_power_mw: Array, wanted_power_mw: Array) -> Array:
    """Date, a year with its fraction, at which a growing stock first reaches a power. [year]

    Between the ends of the first year that reaches it and the one before, on a straight line; nan if none does.
    y = Y + (wanted − P(Y−1)) / (P(Y) − P(Y−1))
    Source: linear interpolation; the stock before the first year is 0.
    Check: matched_calendar_year([2027, 2028, 2029], [0, 100, 300], 200) = 2029.5 (0.01%)
    Check: matched_calendar_year([2027, 2028, 2029], [0, 100, 300], 301) = nan (0%)
    """
    years, power = np.asarray(calendar_year, dtype=float), np.asarray(standing_power_mw, dtype=float)
    before = np.concatenate([np.zeros_like(power[..., :1]), power[..., :-1]], axis=-1)
    reaches = power >= wanted_power_mw
    place = np.argmax(reaches, axis=-1)
    now, then = (np.take_along_axis(p, place[..., None], axis=-1)[..., 0] for p in (power, before))
    with np.errstate(divide="ignore", invalid="ignore"):
        date = years[place] + np.clip((wanted_power_mw - then) / (now - then), 0, 1)
    return np.where(reaches.any(axis=-1), date, np.nan)[()]


def _hazard(satellite_loss_frac_per_year: Array) -> np.ndarray:
    """λ = −ln(1 − yearly loss); a yearly loss of 1 or more is refused."""
    loss = np.asarray(satellite_loss_frac_per_year, dtype=float)
    if loss.ndim == 0 and not 0 <= loss < 1:
        raise ValueError(f"satellite_loss_frac_per_year is {loss:g}; allowed: 0 to below 1")
    return -np.log1p(-np.where((loss >= 0) & (loss < 1), loss, np.nan))


def _mean_life_years(hazard: np.ndarray, span: Array) -> np.ndarray:
    """∫ e^(−λa) da from 0 to the span: the span itself where nothing is lost."""
    lost = hazard * np.asarray(span, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(lost > 0, -np.expm1(-lost) / lost * span, span)


def _alive_share(age: int, hazard: np.ndarray, satellite_service_years: Array) -> np.ndarray:
    """Share of a vintage, spread evenly over ages from `age` to `age` + 1, that is below its service life and works."""
    span = np.clip(np.asarray(satellite_service_years, dtype=float) - age, 0, 1)
    return np.exp(-hazard * age) * _mean_life_years(hazard, span)


def _over_vintages(placed: np.ndarray, shares: list[Array]) -> np.ndarray:
    """Each year's sum over vintages of what was placed times a share; one share for each age in whole years."""
    years = placed.shape[-1]
    total = np.zeros(np.broadcast_shapes(placed.shape, np.shape(shares[0])))
    for age, share in enumerate(shares):
        total[..., age:] += placed[..., : years - age] * share
    return total
