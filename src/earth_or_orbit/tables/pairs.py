"""Tidy tables of one pair: its ledger with ranges, its ratios, and what cost, carbon and land are made of."""

import numpy as np
import pandas as pd

from earth_or_orbit.facilities import LEDGER, LEDGER_NAMES
from earth_or_orbit.scenario import SIDES
from earth_or_orbit.study import Comparison

LOW_PERCENTILE, HIGH_PERCENTILE = 5, 95  # the ends of every range that a table of draws gives
CARBON_LINES = {
    "embodied_it": "embodied_it_kgco2e", "embodied_plant": "embodied_plant_kgco2e", "energy": "energy_kgco2e",
    "launch_carbon": "launch_kgco2e", "reentry": "reentry_kgco2e",
}  # fmt: skip


def ends(values: np.ndarray) -> tuple[float, float]:
    """5th and 95th percentile of the valid draws; nan if there is none, or no fact under it has a range."""
    draws = np.atleast_1d(np.asarray(values, dtype=float))
    valid = draws[np.isfinite(draws)]
    if valid.size < 2:
        return np.nan, np.nan
    low, high = np.percentile(valid, [LOW_PERCENTILE, HIGH_PERCENTILE])
    return (float(low), float(high)) if high > low else (np.nan, np.nan)


def central(pair: Comparison, side: str, line: str) -> float:
    """A line's central value on one side, in its quantity's unit; nan where it is infeasible."""
    if line in pair.infeasible[side]:
        return np.nan
    return float(np.nanmedian(np.asarray(pair.values[side][line], dtype=float)))


def ledger(pair: Comparison, drawn: Comparison) -> pd.DataFrame:
    """Every ledger line on both sides: line, side, unit, central, low, median, high, limit, zero (by definition).

    Low, median and high are of the draws; nan where no fact under the line has a range.
    """
    zero = {line.name: line.zero_side for line in LEDGER}
    rows = []
    for line in LEDGER_NAMES:
        for side in SIDES:
            limit = pair.limit_text(side, line)
            low, high = (np.nan, np.nan) if limit else ends(drawn.values[side][line])
            median = float(np.nanmedian(drawn.values[side][line])) if np.isfinite(low) else np.nan
            row = (pair.units[line], central(pair, side, line), low, median, high, limit, zero[line] == side)
            rows.append((line, side, *row))
    return pd.DataFrame(rows, columns=["line", "side", "unit", "central", "low", "median", "high", "limit", "zero"])


def line_of_pairs(pairs: list[tuple[Comparison, Comparison]], line: str) -> pd.DataFrame:
    """One ledger line of several pairs: site, concept, case, and the columns of ledger."""
    frames = []
    for pair, drawn in pairs:
        table = ledger(pair, drawn)
        frames.append(table[table["line"] == line].assign(site=pair.site, concept=pair.concept, case=pair.case))
    return pd.concat(frames, ignore_index=True)


def ratios_of_pairs(pairs: list[tuple[Comparison, Comparison]], lines: tuple[str, ...]) -> pd.DataFrame:
    """The ratios of several pairs for some lines, in the order of the lines asked for."""
    table = pd.concat([ratios(pair, drawn) for pair, drawn in pairs], ignore_index=True)
    order = {line: place for place, line in enumerate(lines)}
    kept = table[table["line"].isin(lines)]
    return kept.sort_values("line", key=lambda names: names.map(order), kind="stable", ignore_index=True)


def ratios(pair: Comparison, drawn: Comparison) -> pd.DataFrame:
    """Orbit divided by ground for the lines that both sides fill above zero: site, concept, line, ratio, low, high.

    Lines that are the same on both sides by matching are left out.
    Low and high are percentiles of the ratio draw by draw: a fact that both sides share moves both at once.
    """
    rows = []
    for line in LEDGER_NAMES:
        ground, orbit = (central(pair, side, line) for side in SIDES)
        if not (np.isfinite([ground, orbit]).all() and ground > 0 and orbit > 0):
            continue
        with np.errstate(divide="ignore", invalid="ignore"):
            draws = np.asarray(drawn.values["orbit"][line], dtype=float) / drawn.values["ground"][line]
        if orbit != ground or np.ptp(draws[np.isfinite(draws)]) > 0:
            rows.append((pair.site, pair.concept, line, orbit / ground, *ends(draws)))
    return pd.DataFrame(rows, columns=["site", "concept", "line", "ratio", "low", "high"])


def cost_parts(pair: Comparison, drawn: Comparison) -> pd.DataFrame:
    """Levelised cost of a delivered accelerator-hour by part; the parts add up to the ledger's line.

    Plant, power and launch hold their later sets too; land has no later set.
    """
    rows = []
    for side in SIDES:
        line = "cost_per_accelerator_hour_usd"
        low, high = ends(drawn.values[side][line])
        for part, usd in _cost_parts_usd(pair, side).items():
            hours = pair.values[side]["delivered_accelerator_hours_per_year"] * _annuity_years(pair, side)
            rows.append((side, part, float(usd / hours), "$", low, high))
    return pd.DataFrame(rows, columns=["bar", "part", "value", "unit", "total_low", "total_high"])


def _annuity_years(pair: Comparison, side: str) -> float:
    return pair.sides[side].compute(("annuity_years",))["annuity_years"]


def _cost_parts_usd(pair: Comparison, side: str) -> dict[str, float]:
    """Present cost by part. [USD]"""
    names = ("accelerator_refresh_usd", "plant_bought_again_ratio", "annuity_years")
    more, line = pair.sides[side].compute(names), pair.values[side]
    sets = 1 + more["plant_bought_again_ratio"]
    return {
        "accelerators": line["capex_accelerators_usd"] + more["accelerator_refresh_usd"],
        "plant": line["capex_plant_usd"] * sets,
        "power": line["capex_power_usd"] * sets,
        "land": line["capex_land_usd"],
        "launch": line["capex_launch_usd"] * sets,
        "running": line["opex_usd_per_year"] * more["annuity_years"],
        "disposal": line["disposal_usd"],
        "residual": -line["residual_value_usd"],
    }


def carbon_parts(pair: Comparison, drawn: Comparison) -> pd.DataFrame:
    """Greenhouse gas per delivered MWh by part; the parts add up to the ledger's line."""
    rows = []
    for side in SIDES:
        values = pair.values[side]
        low, high = ends(drawn.values[side]["carbon_intensity_kgco2e_per_mwh"])
        per_mwh = values["carbon_intensity_kgco2e_per_mwh"] / values["total_kgco2e"]
        for part, line in CARBON_LINES.items():
            rows.append((side, part, float(values[line] * per_mwh), "kg CO₂e per MWh", low, high))
    return pd.DataFrame(rows, columns=["bar", "part", "value", "unit", "total_low", "total_high"])


def draws_of(drawn: Comparison, line: str) -> pd.DataFrame:
    """One row per valid draw of a line: side, line, value in the quantity's unit."""
    frames = []
    for side in SIDES:
        values = np.atleast_1d(np.asarray(drawn.values[side][line], dtype=float))
        frames.append(pd.DataFrame({"side": side, "line": line, "value": values[np.isfinite(values)]}))
    return pd.concat(frames, ignore_index=True)


def gaps(pair: Comparison) -> pd.DataFrame:
    """Which part decides, within one unit at a time: unit, part, ground, orbit, gap (orbit − ground), share of all gaps.

    Parts are those that add up to a total: present cost, carbon over the horizon, land, water in a year.
    """
    cost = {side: _cost_parts_usd(pair, side) for side in SIDES}
    groups = {
        "present_cost_usd": {part: tuple(cost[side][part] for side in SIDES) for part in cost["ground"]},
        "total_kgco2e": {part: tuple(pair.values[s][line] for s in SIDES) for part, line in CARBON_LINES.items()},
        "campus_land_m2": {line: tuple(pair.values[s][line] for s in SIDES) for line in (
            "campus_land_m2", "energy_supply_land_m2", "fuel_chain_land_m2", "launch_and_ground_station_land_m2")},
        "power_plant_water_consumption_m3_per_year": {line: tuple(pair.values[s][line] for s in SIDES) for line in (
            "site_water_consumption_m3_per_year", "power_plant_water_consumption_m3_per_year",
            "launch_water_m3_per_year")},
    }  # fmt: skip
    rows = []
    for unit_line, parts in groups.items():
        moved = sum(abs(float(orbit - ground)) for ground, orbit in parts.values())
        for part, (ground, orbit) in parts.items():
            gap = float(orbit - ground)
            rows.append((unit_line, part, float(ground), float(orbit), gap, abs(gap) / moved))
    return pd.DataFrame(rows, columns=["unit_of", "part", "ground", "orbit", "gap", "share_frac"])
