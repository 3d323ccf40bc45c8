"""Words and printed tables about a campus beside its state and its utility, and about a campus that gives way."""

import numpy as np
import pandas as pd

from earth_or_orbit import units
from earth_or_orbit.drawing.names import name_of
from earth_or_orbit.drawing.numbers import spoken, with_range
from earth_or_orbit.facts import Data
from earth_or_orbit.tables import grid_share as tables

BLANK = "–"
PER_CENT = 100
HALF_OWN = 0.5  # above this share of its own making a campus is said to have its own plant


def _by(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    """Rows printed under a single row of headings, the first column as their names."""
    return pd.DataFrame(rows, columns=columns).set_index(columns[0]).rename_axis(index=None, columns=columns[0])


def _percent(value: float, low: float = np.nan, high: float = np.nan) -> str:
    return BLANK if not np.isfinite(value) else with_range(PER_CENT * value, PER_CENT * low, PER_CENT * high)


def _of(section: str, key: str) -> str:
    return name_of(section, key) if key else BLANK


def printed_shares(table: pd.DataFrame) -> pd.DataFrame:
    """Every campus beside its state and its utility."""
    rows = [(name_of("sites", r.site), spoken(units.convert(r.mwh_per_year, "MWh", "TWh")), _of("grid_states", r.state),
             _percent(r.share_of_state), f"{spoken(r.peak_mw)}, {r.peak_from}", _of("grid_utilities", r.utility),
             _percent(r.share_of_peak, r.share_low, r.share_high), spoken(r.households / 1000),
             _percent(r.own_plant_frac), spoken(r.built_mw), spoken(r.planned_mw), spoken(r.line_km))
            for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Campus", "TWh a year", "State", "% of its sales", "Peak at the meter [MW]", "Utility", "% of its peak",
                      "Households, thousand", "% from its own plant, as the ledger takes it",
                      "Plants built for it [MW]", "Planned with others [MW]",
                      "Line built [km]"])  # fmt: skip


def shares_said(table: pd.DataFrame, site: str) -> str:
    """One campus beside its state, its utility and households, and the largest and smallest of all."""
    row = table.set_index("site").loc[site]
    peak = (
        f"its peak of {spoken(row['peak_mw'])} MW ({row['peak_from']}) would add {_percent(row['share_of_peak'])} % to that of "
        f"{name_of('grid_utilities', row['utility'])}"
        if np.isfinite(row["share_of_peak"])
        else "its utility's peak was not found"
        if row["utility"]
        else "no utility that serves it is in our sources"
    )
    built = own = ""
    if np.isfinite(row["built_mw"]):
        built = f" {spoken(row['built_mw'])} MW of plants are built for it, {spoken(row['built_over_peak'])} of its peak."
    if row["own_plant_frac"] > HALF_OWN:
        own = " It makes most of it in its own plant, so the shares say what that plant replaces."
    real = table[~table["site"].str.contains("manhattan")]
    most, least = real.loc[real["share_of_state"].idxmax()], real.loc[real["share_of_state"].idxmin()]
    return (
        f"{name_of('sites', site)} takes {spoken(units.convert(row['mwh_per_year'], 'MWh', 'TWh'))} TWh a year, "
        f"{_percent(row['share_of_state'])} % of what {name_of('grid_states', row['state'])} buys and as much as "
        f"{spoken(row['households'] / 1000)} thousand households; {peak}.{built}{own} Among all campuses the share runs from "
        f"{_percent(least['share_of_state'])} % ({name_of('sites', least['site'])}, "
        f"{name_of('grid_states', least['state'])}) to "
        f"{_percent(most['share_of_state'])} % ({name_of('sites', most['site'])}, {name_of('grid_states', most['state'])}). "
        "A small "
        "state makes a large share: the same campus would be another number next door."
    )


def told_said(data: Data) -> str:
    """Two shares that are told of campuses, reproduced."""
    told = tables.told_shares(data)
    low, high = told["told_low"], told["told_high"]
    return (
        f"Told: Fairwater's 3.35 TWh are 4.8 % of Wisconsin's 70,180 GWh. 450 MW at a load factor of 0.85 give "
        f"{spoken(units.convert(told['fairwater_mwh'], 'MWh', 'TWh'))} TWh and {_percent(told['fairwater_share'])} %; the "
        "model's figure is "
        "lower because it takes the servers' load and the operator's overhead, not the utility's planning load. Told: "
        "Hyperion takes "
        f"{spoken(low)} to {spoken(high)} times the load of New Orleans. Its load at the utility over a peak of about 1,000 "
        "MW there is "
        f"{spoken(told['hyperion_over_city'])}; the higher number compares energy over a year, in which a campus rests less "
        "than a city."
    )


def printed_flexible(table: pd.DataFrame, site: str) -> pd.DataFrame:
    """What one campus would gain and lose by giving way, at each published share."""
    rows = [(f"{PER_CENT * r.frac:g} %", spoken(r.headroom_mw), spoken(r.campuses),
             with_range(r.gain_months, r.gain_low, r.gain_high),
             f"{_percent(r.frac)} to {_percent(r.lost_frac)}",
             spoken(units.convert(r.lost_accelerator_hours_per_year, "hour", "million*hour")), spoken(r.repaid_years))
            for r in table[table["site"] == site].itertuples()]  # fmt: skip
    return _by(rows, ["Energy given up", "Room in its region [MW]", "Campuses of this size", "Months gained", "% of compute lost",
                      "Million accelerator-hours lost a year, at most", "Years until the gain is used up"])  # fmt: skip


def flexible_said(data: Data, table: pd.DataFrame, site: str) -> str:
    """The best case of the ground's grid: what giving way gains, loses, and who has done it."""
    own = table[(table["site"] == site) & (table["share"] == tables.REFERENCE)].iloc[0]
    how = tables.curtailments(data).set_index("share").loc[tables.REFERENCE]
    room = (
        f"its region would hold {spoken(own['headroom_mw'])} MW more, {spoken(own['campuses'])} campuses of this size"
        if np.isfinite(own["headroom_mw"])
        else "its region is not in the study"
    )
    return (
        f"Were {name_of('sites', site)} asked for today and gave up {PER_CENT * how['frac']:g} % of its energy, in "
        f"{spoken(how['hours_per_year'])} hours of a year and about {spoken(how['events_per_year'])} events, {room}. A "
        "connection "
        f"that waits for no new plant is judged {spoken(own['gain_months'])} months sooner "
        f"({spoken(own['gain_low'])} to {spoken(own['gain_high'])}). It costs {_percent(how['frac'])} % of the compute if "
        "the work "
        f"slows or moves, {_percent(how['lost_frac'])} % if every event stops the whole job and it takes "
        f"{spoken(how['restart_h'])} h to start again, and none if backup engines carry it. At that rate the earlier start "
        "is used up "
        f"after {spoken(own['repaid_years'])} years. The study counts plants, not lines; a reproduction of it finds events "
        "twice as long, "
        "so half as many; and no campus here is known to run under such a contract for all of its load."
    )
