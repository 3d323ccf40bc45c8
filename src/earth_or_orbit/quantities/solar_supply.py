"""Solar with storage for a campus: the least-cost plant and store that meet a reliability, or that gas completes.

Per megawatt of constant load at the meter, from tables that `fields/solar_supply.py` computed hour by hour for a typical year
at every site and weather station. A place is one of them: the nearest to the campus. One typical year says what a design
would have left unserved in that year and not what it will: `data/series/solar_other_years.csv` has other years.
"""

import numpy as np
from hamilton.function_modifiers import config

from earth_or_orbit.constants import HOURS_PER_YEAR, KW_PER_MW, Array
from earth_or_orbit.grids import between
from earth_or_orbit.quantities.fibre import great_circle_distance_km

_DRAWS_AT_ONCE = 256  # structure: draws searched together, for the memory's sake alone
_FINER = 4  # structure: steps of the search between two points of the table, finer ones change the cost by less than 1 %


def solar_place_count(
    campus_latitude_deg: Array,
    campus_longitude_deg: Array,
    solar_place_latitude_deg: Array,
    solar_place_longitude_deg: Array,
    solar_place_reach_km: Array,
) -> Array:
    """Number of the place whose sun stands for a campus: the nearest of the table. [count]

    solar_place_count = argmin over places of the great circle to the campus
    For one campus; where its own place is a range, for the middle of it. Raises ValueError when no place is within
    solar_place_reach_km.
    Source: definition.
    Check: solar_place_count(42.7, -87.9, [33.4, 42.95], [-112, -87.9], 300) = 1 (0%)
    """
    latitude_deg, longitude_deg = (float(np.median(each)) for each in (campus_latitude_deg, campus_longitude_deg))
    far_km = great_circle_distance_km(
        latitude_deg, longitude_deg, np.asarray(solar_place_latitude_deg), np.asarray(solar_place_longitude_deg)
    )
    nearest = int(np.argmin(far_km))
    if far_km[nearest] > solar_place_reach_km:
        raise ValueError(
            f"campus_latitude_deg {latitude_deg:g}, campus_longitude_deg {longitude_deg:g}: the nearest place with "
            f"weather is {far_km[nearest]:.0f} km away; allowed: up to {solar_place_reach_km:g} km from one of solar_places.csv"
        )
    return nearest


def weather_station_distance_km(
    campus_latitude_deg: Array,
    campus_longitude_deg: Array,
    solar_place_count: Array,
    solar_station_latitude_deg: Array,
    solar_station_longitude_deg: Array,
) -> Array:
    """How far from the campus the station stands whose typical year its sun is taken from. [km]

    weather_station_distance_km = great circle from the campus to the station of its place
    Source: definition.
    Check: weather_station_distance_km(42.7209, -87.9023, 1, [33.4, 42.95], [-112, -87.9]) = 25.5 (1%)
    """
    place = solar_place_count
    there = np.asarray(solar_station_latitude_deg)[place], np.asarray(solar_station_longitude_deg)[place]
    return great_circle_distance_km(campus_latitude_deg, campus_longitude_deg, *there)


def solar_capacity_factor_frac(solar_place_count: Array, solar_place_capacity_factor_frac: Array) -> Array:
    """Mean AC output of a one-axis plant at the place over its rated AC power, before any of it is curtailed. [frac]

    solar_capacity_factor_frac = the place's own
    Source: [nrel-tmy3] weather through the chain of [nrel-ssc].
    Check: solar_capacity_factor_frac(1, [0.3, 0.22]) = 0.22 (0%)
    """
    return np.asarray(solar_place_capacity_factor_frac)[solar_place_count]


def solar_reliability_best_frac(solar_place_count: Array, unserved_energy_grid_frac: Array) -> Array:
    """Highest share of the load's energy that any plant and store of the table serves at the place. [frac]

    solar_reliability_best_frac = 1 − least unserved energy of the table; a reliability above it has no design here.
    Source: the table.
    Check: solar_reliability_best_frac(0, [[[1, 0.5], [0.4, 0.002]]]) = 0.998 (0.01%)
    """
    return 1 - np.min(np.asarray(unserved_energy_grid_frac)[solar_place_count])


def storage_contour_h(
    supply_reliability_frac: Array,
    solar_place_count: Array,
    contour_reliability_axis_frac: Array,
    storage_axis_h: Array,
    storage_needed_grid_h: Array,
) -> Array:
    """Storage with which each plant size of the table meets the reliability; infinite where none of the table does. [h]

    storage_contour_h = table(r, s), linear in ln(1 − r) between the table's reliabilities.
    One reliability, one place; along the axis of plant sizes.
    Raises ValueError beyond the table's reliabilities.
    Source: bisection on the hourly simulation behind the table.
    Check: storage_contour_h(0.99, 0, [0.9, 0.999], [0, 300], [[[20, 9], [30, 15]]]) = [25, 12] (0.01%)
    """
    levels = np.asarray(contour_reliability_axis_frac)
    r = float(np.max(supply_reliability_frac))
    if not levels[0] <= r <= levels[-1]:
        raise ValueError(f"supply_reliability_frac is {r:g}; the table reaches from {levels[0]:g} to {levels[-1]:g}")
    rows = np.asarray(storage_needed_grid_h, dtype=float)[solar_place_count]
    rows = np.where(rows <= np.max(storage_axis_h), rows, np.inf)
    upper = int(np.searchsorted(levels, r))
    if r == levels[upper]:
        return rows[upper]
    share = np.log((1 - r) / (1 - levels[upper - 1])) / np.log((1 - levels[upper]) / (1 - levels[upper - 1]))
    return rows[upper - 1] * (1 - share) + rows[upper] * share


@config.when(electricity_supply="solar_storage")
def solar_mw_per_mw__solar_storage(
    storage_contour_h: Array,
    contour_solar_axis_mw_per_mw: Array,
    solar_yearly_cost_usd_per_kw_year: Array,
    storage_yearly_cost_usd_per_kwh_year: Array,
) -> Array:
    """Rated AC power of the plant that meets the reliability at least cost, per MW of load. [MW/MW]

    s = argmin of s · c_solar + h(s) · c_storage along the contour, on the table's plant sizes; nan where none meets it.
    Source: least cost.
    Check: solar_mw_per_mw__solar_storage([1e999, 40, 20, 16], [4, 6, 8, 10], 100, 20) = 8 (0.01%)
    Check: solar_mw_per_mw__solar_storage([1e999, 40, 20, 16], [4, 6, 8, 10], [100, 100], [20, 60]) = [8, 10] (0.01%)
    """
    solar, storage = np.asarray(contour_solar_axis_mw_per_mw, dtype=float), np.asarray(storage_contour_h, dtype=float)
    costs = solar_yearly_cost_usd_per_kw_year, storage_yearly_cost_usd_per_kwh_year
    price = [np.asarray(each, dtype=float)[..., None] for each in costs]
    met = np.isfinite(storage)
    cost = np.where(met, solar * price[0] + np.where(met, storage, 0) * price[1], np.inf)
    best = solar[np.argmin(cost, axis=-1)]
    return np.where(np.isfinite(np.min(cost, axis=-1)), best, np.nan)[()]


@config.when(electricity_supply="solar_storage")
def storage_h__solar_storage(solar_mw_per_mw: Array, storage_contour_h: Array, contour_solar_axis_mw_per_mw: Array) -> Array:
    """Storage that the plant needs to meet the reliability, in hours of the load. [h]

    storage_h = contour at s, linear between the table's plant sizes; nan where it cannot be met.
    Source: the contour of the table.
    Check: storage_h__solar_storage(7, [1e999, 40, 20, 16], [4, 6, 8, 10]) = 30 (0.01%)
    """
    return np.interp(solar_mw_per_mw, np.asarray(contour_solar_axis_mw_per_mw, dtype=float), storage_contour_h)


@config.when(electricity_supply="solar_storage_gas")
def solar_mw_per_mw__solar_storage_gas(
    solar_place_count: Array,
    unserved_energy_grid_frac: Array,
    solar_axis_mw_per_mw: Array,
    storage_axis_h: Array,
    solar_yearly_cost_usd_per_kw_year: Array,
    storage_yearly_cost_usd_per_kwh_year: Array,
    backup_energy_cost_usd_per_mwh: Array,
    gas_energy_limit_frac: Array,
) -> Array:
    """Rated AC power of the plant when gas carries what plant and store leave, at least total cost. [MW/MW]

    (s, h) = argmin of s · c_solar + h · c_storage + u(s, h) · 8766 h · c_gas with u ≤ gas_energy_limit_frac, on the table's
    points and between them.
    The gas plant can carry the whole load, so its own price does not move the choice. 0 where gas alone is cheapest.
    Source: least cost.
    Check: solar_mw_per_mw__solar_storage_gas(0, [[[1, 1], [0.7, 0.4]]], [0, 2], [0, 10], 50, 10, 60, 1) = 2 (0.01%)
    Check: solar_mw_per_mw__solar_storage_gas(0, [[[1, 1], [0.7, 0.4]]], [0, 2], [0, 10], 50, 10, 10, 1) = 0 (0.01%)
    """
    costs = solar_yearly_cost_usd_per_kw_year, storage_yearly_cost_usd_per_kwh_year, backup_energy_cost_usd_per_mwh
    table = np.asarray(unserved_energy_grid_frac)[solar_place_count]
    axes = solar_axis_mw_per_mw, storage_axis_h
    return _least_total(table, axes, costs, gas_energy_limit_frac)[0]


@config.when(electricity_supply="solar_storage_gas")
def storage_h__solar_storage_gas(
    solar_place_count: Array,
    unserved_energy_grid_frac: Array,
    solar_axis_mw_per_mw: Array,
    storage_axis_h: Array,
    solar_yearly_cost_usd_per_kw_year: Array,
    storage_yearly_cost_usd_per_kwh_year: Array,
    backup_energy_cost_usd_per_mwh: Array,
    gas_energy_limit_frac: Array,
) -> Array:
    """Storage beside the plant when gas carries what they leave, at least total cost, in hours of the load. [h]

    h = that of the same least cost as the plant's size.
    Source: least cost.
    Check: storage_h__solar_storage_gas(0, [[[1, 1], [0.7, 0.4]]], [0, 2], [0, 10], 50, 10, 30, 0.5) = 7.5 (0.01%)
    """
    costs = solar_yearly_cost_usd_per_kw_year, storage_yearly_cost_usd_per_kwh_year, backup_energy_cost_usd_per_mwh
    table = np.asarray(unserved_energy_grid_frac)[solar_place_count]
    axes = solar_axis_mw_per_mw, storage_axis_h
    return _least_total(table, axes, costs, gas_energy_limit_frac)[1]


def _least_total(
    table: np.ndarray, axes: tuple[Array, Array], costs: tuple[Array, Array, Array], limit: Array
) -> tuple[Array, Array]:
    """Plant and store of least cost with gas, for every draw."""
    fine = [np.interp(np.arange(0, len(a) - 1 + 1 / _FINER, 1 / _FINER), np.arange(len(a)), a) for a in map(np.asarray, axes)]
    solar, storage = (part.ravel() for part in np.meshgrid(*fine, indexing="ij"))
    unserved = between(np.asarray(table, dtype=float), ("solar", solar, axes[0]), ("storage", storage, axes[1]))
    *prices, limits = np.broadcast_arrays(*(np.asarray(c, dtype=float) for c in (*costs, limit)))
    flat = [part.ravel() for part in (*prices, limits)]
    enough = unserved <= max(np.max(limits), np.min(unserved))
    solar, storage, unserved = solar[enough], storage[enough], unserved[enough]
    found = np.empty(flat[0].size, dtype=int)
    met = np.empty(flat[0].size, dtype=bool)
    for begin in range(0, len(found), _DRAWS_AT_ONCE):
        some = slice(begin, begin + _DRAWS_AT_ONCE)
        sun, store, gas, most = (part[some, None] for part in flat)
        cost = solar * sun + storage * store + unserved * gas * HOURS_PER_YEAR / KW_PER_MW
        cost = np.where(unserved <= most, cost, np.inf)
        found[some] = np.argmin(cost, axis=1)
        met[some] = np.isfinite(np.min(cost, axis=1))
    shape = limits.shape
    return tuple(np.where(met, part[found], np.nan).reshape(shape)[()] for part in (solar, storage))


@config.when(electricity_supply="solar_storage")
def solar_unserved_energy_frac__solar_storage(supply_reliability_frac: Array, solar_mw_per_mw: Array) -> Array:
    """Share of the load's energy that plant and store leave in the typical year; nobody serves it. [frac]

    solar_unserved_energy_frac = 1 − supply_reliability_frac, since the design lies on the contour; nan where none does.
    Source: definition of the contour.
    Check: solar_unserved_energy_frac__solar_storage(0.999, 8) = 0.001 (0.01%)
    """
    return (1 - supply_reliability_frac) + 0 * solar_mw_per_mw


@config.when(electricity_supply="solar_storage_gas")
def solar_unserved_energy_frac__solar_storage_gas(
    solar_place_count: Array,
    solar_mw_per_mw: Array,
    storage_h: Array,
    solar_axis_mw_per_mw: Array,
    storage_axis_h: Array,
    unserved_energy_grid_frac: Array,
) -> Array:
    """Share of the load's energy that plant and store leave in the typical year; gas serves it. [frac]

    solar_unserved_energy_frac = table(s, h), linear between its points
    Source: the hourly simulation behind the table.
    Check: solar_unserved_energy_frac__solar_storage_gas(0, 1, 10, [0, 2], [0, 10], [[[1, 1], [0.7, 0.4]]]) = 0.7 (0.01%)
    """
    return _read(unserved_energy_grid_frac, solar_place_count, solar_mw_per_mw, storage_h, solar_axis_mw_per_mw, storage_axis_h)


def solar_unserved_hours_frac(
    solar_place_count: Array,
    solar_mw_per_mw: Array,
    storage_h: Array,
    solar_axis_mw_per_mw: Array,
    storage_axis_h: Array,
    unserved_hours_grid_frac: Array,
) -> Array:
    """Share of the typical year's hours in which plant and store leave some of the load. [frac]

    read from the table, linear between its points; an hour short of a tenth of the load counts whole.
    solar_unserved_hours_frac = table(s, h)
    Source: the hourly simulation behind the table.
    Check: solar_unserved_hours_frac(0, 2, 5, [0, 2], [0, 10], [[[1, 1], [0.6, 0.4]]]) = 0.5 (0.01%)
    """
    return _read(unserved_hours_grid_frac, solar_place_count, solar_mw_per_mw, storage_h, solar_axis_mw_per_mw, storage_axis_h)


def solar_curtailed_frac(
    solar_place_count: Array,
    solar_mw_per_mw: Array,
    storage_h: Array,
    solar_axis_mw_per_mw: Array,
    storage_axis_h: Array,
    curtailed_grid_frac: Array,
) -> Array:
    """Share of what the plant could make in the typical year that neither load nor store takes. [frac]

    solar_curtailed_frac = table(s, h), linear between its points
    Source: the hourly simulation behind the table.
    Check: solar_curtailed_frac(0, 2, 5, [0, 2], [0, 10], [[[0, 0], [0.6, 0.2]]]) = 0.4 (0.01%)
    """
    return _read(curtailed_grid_frac, solar_place_count, solar_mw_per_mw, storage_h, solar_axis_mw_per_mw, storage_axis_h)


def storage_cycles_per_year(
    solar_place_count: Array,
    solar_mw_per_mw: Array,
    storage_h: Array,
    solar_axis_mw_per_mw: Array,
    storage_axis_h: Array,
    storage_cycles_grid_count_per_year: Array,
) -> Array:
    """Full discharges of the store in the typical year. [1/year]

    storage_cycles_per_year = table(s, h), linear between its points
    Source: the hourly simulation behind the table.
    Check: storage_cycles_per_year(0, 2, 5, [0, 2], [0, 10], [[[0, 0], [0, 200]]]) = 100 (0.01%)
    """
    axes = solar_axis_mw_per_mw, storage_axis_h
    return _read(storage_cycles_grid_count_per_year, solar_place_count, solar_mw_per_mw, storage_h, *axes)


def storage_power_mw_per_mw(storage_h: Array, storage_system_h: Array) -> Array:
    """Power at which the store takes and gives, per MW of load. [MW/MW]

    storage_power_mw_per_mw = storage_h / storage_system_h
    Source: batteries are sold as systems of some hours at full power.
    Check: storage_power_mw_per_mw(20, 4) = 5 (0.01%)
    """
    return storage_h / storage_system_h


def _read(grid: Array, place: Array, solar: Array, storage: Array, solar_axis: Array, storage_axis: Array) -> Array:
    """A place's table between its points; nan for a design that is nan."""
    solar, storage = np.broadcast_arrays(*(np.asarray(part, dtype=float) for part in (solar, storage)))
    axes = ("solar_mw_per_mw", solar.reshape(-1), solar_axis), ("storage_h", storage.reshape(-1), storage_axis)
    return between(np.asarray(grid, dtype=float)[place], *axes).reshape(solar.shape)[()]
