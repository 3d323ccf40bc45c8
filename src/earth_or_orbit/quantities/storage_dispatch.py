"""A solar plant and a store beside a constant load, hour by hour: what is stored, what is missing, what is thrown away.

Everything is per megawatt of load, so power is MW per MW and energy is hours of the load. Hours run along the first axis of
`solar_output_frac` (AC power per rated AC power); designs, years or draws broadcast along the others. The rule is greedy:
sun serves the load first, surplus charges, a shortfall discharges. With perfect foresight nothing less is left unserved, since
energy held back can only be lost. The whole loss is booked while charging: a stored hour is an hour of load.
"""

import numpy as np

from earth_or_orbit.constants import HOURS_PER_CALENDAR_YEAR, Array

_ROUNDING = 1e-9  # structure: a shortfall below a billionth of the load is rounding and not an outage


def store_flow_by_hour_mw_per_mw(
    solar_output_frac: Array,
    solar_mw_per_mw: Array,
    storage_h: Array,
    storage_round_trip_frac: Array,
    storage_system_h: Array,
) -> Array:
    """What an endless store would gain or lose in every hour: surplus after loss, or shortfall, both within its power. [MW/MW]

    step = η · min(g − 1, p) for a surplus and −min(1 − g, p) for a shortfall, g = solar_mw_per_mw · solar_output_frac,
    p = storage_h / storage_system_h the power of a store that is bought in systems of storage_system_h at full power.
    Source: conservation of energy.
    Check: store_flow_by_hour_mw_per_mw([1, 0], 4, 4, 0.5, 1) = [1.5, -1] (0.01%)
    Check: store_flow_by_hour_mw_per_mw([1, 0], 4, 4, 0.5, 8) = [0.25, -0.5] (0.01%)
    """
    surplus = np.asarray(solar_output_frac) * solar_mw_per_mw - 1
    power = storage_h / storage_system_h
    return np.where(surplus > 0, storage_round_trip_frac * np.minimum(surplus, power), -np.minimum(-surplus, power))


def stored_by_hour_h(store_flow_by_hour_mw_per_mw: Array, storage_h: Array) -> Array:
    """Energy in the store at the start of every hour and at the end of the last, in a year that ends as it began. [h]

    q_next = min(max(q + step, 0), storage_h). The year that repeats itself is found in one pass: a year whose steps sum to
    a gain ends in the same state from wherever it can start as from a full store, one with a loss as from an empty store.
    Source: conservation of energy; composing clipped sums gives a clipped sum.
    Check: stored_by_hour_h([1.5, -1], 4) = [3, 4, 3] (0.01%)
    Check: stored_by_hour_h([0.25, -1], 4) = [0, 0.25, 0] (0.01%)
    """
    step = np.asarray(store_flow_by_hour_mw_per_mw)
    full = np.broadcast_to(storage_h, np.broadcast_shapes(step.shape[1:], np.shape(storage_h))).astype(float)
    stored = np.empty((len(step) + 1, *full.shape))
    stored[-1] = np.where(step.sum(axis=0) >= 0, full, 0.0)
    for _ in range(2):  # structure: one year to find the state that repeats, one to live it
        stored[0] = stored[-1]
        for hour, change in enumerate(step):
            stored[hour + 1] = np.minimum(np.maximum(stored[hour] + change, 0.0), full)
    return stored


def unserved_by_hour_frac(solar_output_frac: Array, solar_mw_per_mw: Array, stored_by_hour_h: Array) -> Array:
    """Share of the load that goes without in every hour. [frac]

    u = 1 − min(g, 1) − discharge, discharge the fall of what is stored over the hour.
    Source: conservation of energy.
    Check: unserved_by_hour_frac([1, 0], 4, [0.5, 0.5, 0]) = [0, 0.5] (0.01%)
    """
    direct = np.minimum(np.asarray(solar_output_frac) * solar_mw_per_mw, 1)
    discharge = np.maximum(-np.diff(stored_by_hour_h, axis=0), 0)
    return np.maximum(1 - direct - discharge, 0)


def unserved_energy_frac(unserved_by_hour_frac: Array) -> Array:
    """Share of the year's energy that the load goes without. [frac]

    unserved_energy_frac = mean over the hours
    Source: definition; one less this is the reliability that designs are sized to.
    Check: unserved_energy_frac([0, 0.5, 0, 0]) = 0.125 (0.01%)
    """
    return np.mean(unserved_by_hour_frac, axis=0)


def unserved_hours_frac(unserved_by_hour_frac: Array) -> Array:
    """Share of the year's hours in which any of the load goes without. [frac]

    unserved_hours_frac = hours with u above rounding / hours
    Source: definition; an hour short of a tenth of the load counts whole, so this is the stricter reading of reliability.
    Check: unserved_hours_frac([0, 0.5, 0, 0]) = 0.25 (0.01%)
    """
    return np.mean(np.asarray(unserved_by_hour_frac) > _ROUNDING, axis=0)


def longest_outage_h(unserved_by_hour_frac: Array) -> Array:
    """Longest run of hours in each of which some of the load goes without. [h]

    longest_outage_h = longest run of hours with u above rounding; a run across the year's end counts as two.
    Source: definition.
    Check: longest_outage_h([0, 0.5, 1, 0, 1]) = 2 (0.01%)
    """
    short = np.asarray(unserved_by_hour_frac) > _ROUNDING
    run = longest = np.zeros(short.shape[1:])
    for missing in short:
        run = np.where(missing, run + 1, 0.0)
        longest = np.maximum(longest, run)
    return longest[()]


def charged_by_hour_mw_per_mw(stored_by_hour_h: Array, storage_round_trip_frac: Array) -> Array:
    """Power that the store takes from the plant in every hour, its loss included. [MW/MW]

    charge = rise of what is stored / storage_round_trip_frac
    Source: definition of the round trip.
    Check: charged_by_hour_mw_per_mw([0, 1, 0], 0.5) = [2, 0] (0.01%)
    """
    return np.maximum(np.diff(stored_by_hour_h, axis=0), 0) / storage_round_trip_frac


def curtailed_frac(solar_output_frac: Array, solar_mw_per_mw: Array, charged_by_hour_mw_per_mw: Array) -> Array:
    """Share of what the plant could make that nobody takes. [frac]

    curtailed_frac = Σ (g − min(g, 1) − charge) / Σ g
    Source: conservation of energy.
    Check: curtailed_frac([1, 0], 4, [1.5, 0]) = 0.375 (0.01%)
    """
    made = np.asarray(solar_output_frac) * solar_mw_per_mw
    lost = made - np.minimum(made, 1) - charged_by_hour_mw_per_mw
    total = np.sum(made, axis=0)
    return np.sum(lost, axis=0) / np.where(total > 0, total, 1)


def cycles_per_year(stored_by_hour_h: Array, storage_h: Array) -> Array:
    """Full discharges of the store in a year. [1/year]

    cycles_per_year = Σ discharge / storage_h · 8760 h / hours; 0 without a store.
    Source: definition.
    Check: cycles_per_year([4, 2, 4], 4) = 2190 (0.01%)
    """
    discharged = np.sum(np.maximum(-np.diff(stored_by_hour_h, axis=0), 0), axis=0)
    years = (len(stored_by_hour_h) - 1) / HOURS_PER_CALENDAR_YEAR
    size = np.asarray(storage_h, dtype=float)
    return discharged / np.where(size > 0, size, 1) / years


def energy_gap_frac(
    solar_output_frac: Array,
    solar_mw_per_mw: Array,
    stored_by_hour_h: Array,
    storage_round_trip_frac: Array,
    curtailed_frac: Array,
    unserved_energy_frac: Array,
) -> Array:
    """What a year's books of energy are out by, as a share of the load: 0 if none is made or lost. [frac]

    gap = generated − served − curtailed − lost in the store − gain of the store, over the hours
    Served is 1 − unserved_energy_frac; lost is (1 − η) of what the store took; the gain is end less start.
    Source: conservation of energy.
    Check: energy_gap_frac([1, 0], 4, [0.75, 1.75, 0.75], 0.5, 0.25, 0) = 0 (0.01%)
    """
    hours = len(stored_by_hour_h) - 1
    made = np.mean(np.asarray(solar_output_frac) * solar_mw_per_mw, axis=0)
    taken = np.sum(charged_by_hour_mw_per_mw(stored_by_hour_h, storage_round_trip_frac), axis=0) / hours
    gain = (stored_by_hour_h[-1] - stored_by_hour_h[0]) / hours
    return made * (1 - curtailed_frac) - (1 - unserved_energy_frac) - (1 - storage_round_trip_frac) * taken - gain
