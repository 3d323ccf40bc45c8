"""Words and printed tables about time to power: dates, supplies, queues and delays, on both sides in the same words."""

import numpy as np
import pandas as pd

from earth_or_orbit import units
from earth_or_orbit.drawing.names import name_of, words_of
from earth_or_orbit.drawing.numbers import spoken, spoken_range, with_range
from earth_or_orbit.facts import Data
from earth_or_orbit.tables import time_to_power as tables

BLANK = "–"
SECTIONS = {"ground": "sites", "orbit": "concepts"}


def _by(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    """Rows printed under a single row of headings, the first column as their names."""
    return pd.DataFrame(rows, columns=columns).set_index(columns[0]).rename_axis(index=None, columns=columns[0])


def _whole(months: float) -> str:
    return f"{months:.0f}" if np.isfinite(months) else BLANK


def _name(row: object) -> str:
    return name_of(SECTIONS[row.side], row.place)


def _first(row: pd.Series) -> str:
    """First power of one place: months, whether done, or that it is judged."""
    if not np.isfinite(row["first_power_months"]):
        between = f"{_whole(row['judged_low'])} to {_whole(row['judged_high'])}"
        return f"no date is published; {_whole(row['judged'])} months ({between}) are judged"
    return f"{_whole(row['first_power_months'])} months, {'done' if row['first_done'] else 'planned'}"


def answer(table: pd.DataFrame, asked: pd.DataFrame, asked_power_mw: float) -> str:
    """The question answered for one campus and one proposal, with what the campuses span."""
    chosen = table[table["chosen"]].set_index("side")
    ground = table[(table["side"] == "ground") & ~table["place"].str.contains("manhattan")]
    done, planned = ground[ground["first_done"].astype(bool)], ground[~ground["first_done"].astype(bool)]
    own = asked[asked["chosen"]].set_index("side")
    sides = "; ".join(f"{name_of(SECTIONS[side], chosen.loc[side, 'place'])}: {_first(chosen.loc[side])}" for side in SECTIONS)
    ground_months, orbit_months = (with_range(*own.loc[side, ["months", "low", "high"]]) for side in SECTIONS)
    power = "megawatt" if asked_power_mw == 1 else f"{spoken(asked_power_mw)} MW"
    return (
        f"By announced dates: {sides}. By the model, which adds the time until the first {power} is whole: {ground_months} "
        f"months on the ground, {orbit_months} in orbit. {len(done)} campuses or phases that run took {_span(done)} months from "
        "announcement to first power; "
        f"{len(planned)} that are being built plan for {_span(planned)}. No computing fleet of a megawatt is in orbit."
    )


def _span(table: pd.DataFrame) -> str:
    months = table["first_power_months"].dropna()
    return f"{_whole(months.min())} to {_whole(months.max())}" if len(months) else BLANK


def printed_places(table: pd.DataFrame) -> pd.DataFrame:
    """Months of every place between its steps; a dash where a step has no date."""
    rows = [(_name(r), _whole(r.waiting_months), _whole(r.building_months), _whole(r.first_power_months),
             BLANK if not np.isfinite(r.first_power_months) else "done" if r.first_done else "planned",
             _whole(r.full_power_months), with_range(r.judged, r.judged_low, r.judged_high))
            for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Place", "To start of work", "Work to first power", "To first power", "Status", "To full power",
                      "Lead time in the ledger"])  # fmt: skip


def printed_steps(table: pd.DataFrame, place: str) -> pd.DataFrame:
    """The dated steps of one place with their sources."""
    rows = [(name_of("time_steps", r.step), r.date, r.status, r.what, r.said or BLANK, r.source_id)
            for r in table[table["place"] == place].sort_values("year", kind="stable").itertuples()]  # fmt: skip
    return _by(rows, ["Step", "Date", "Status", "What", "Told in", "Source"])


def places_said(table: pd.DataFrame) -> str:
    """What the bars show: how short the wait before work is, what approval does, how long filling takes."""
    ground = table[table["side"] == "ground"]
    waited = ground["waiting_months"].dropna()
    late = ground[ground["approved_months"] > ground["first_power_months"]]
    before = ground[ground["approved_months"] > ground["waiting_months"].fillna(0)]
    filling = ground["filling_months"].dropna()
    after = ", ".join(name_of("sites", site) for site in late["place"])
    return (
        f"Work began {_whole(waited.min())} to {_whole(waited.max())} months after the announcement: campuses do not wait in "
        "public. "
        f"On {len(before)} of {int(ground['approved_months'].notna().sum())} campuses with a dated approval of power or "
        "permit, "
        f"work was begun before it{f'; {after} ran before it' if after else ''}. From first to full power they take or plan "
        f"{_whole(filling.min())} to {_whole(filling.max())} months. What is announced later than it is begun looks shorter "
        "than it was."
    )


def supply_said(table: pd.DataFrame, site: str, supply: str) -> str:
    """How one supply would move one campus's first power, beside its own."""
    leads = table[(table["what"] == "lead") & (table["side"] == "ground")].set_index("name")
    own, asked = leads[leads["own"]].iloc[0], leads.loc[supply]
    if asked["own"]:
        said = f"runs on {name_of('supply_times', own.name)}, so its date stands: {_months(own)}"
    else:
        moved = asked["central"] - own["central"]
        word = f"{_whole(abs(moved))} months {'later' if moved > 0 else 'earlier'}" if moved else "at the same time"
        said = (
            f"on {name_of('supply_times', supply)} would have first power after {_months(asked)}, {word} than by its date on "
            f"{name_of('supply_times', own.name)} ({_months(own)}); what decides is its {asked['decides']}"
        )
    others = leads[~leads["own"].astype(bool)]
    fastest, slowest = others["central"].idxmin(), others["central"].idxmax()
    return (
        f"{name_of('sites', site)} {said}. The fastest other supply is {name_of('supply_times', fastest)} "
        f"({_months(leads.loc[fastest])}), the slowest {name_of('supply_times', slowest)} ({_months(leads.loc[slowest])})."
    )


def _months(row: pd.Series) -> str:
    return f"{_whole(row['central'])} months ({_whole(row['low'])} to {_whole(row['high'])})"


def orbit_said(table: pd.DataFrame, concept: str) -> str:
    """The proposal in the same words: its lead time in both cases and what is waited for."""
    leads = table[(table["what"] == "lead") & (table["side"] == "orbit")].set_index("name")
    each = " and ".join(f"{_months(leads.loc[name])} {name_of('cases', name.partition('/')[2])}" for name in leads.index)
    return (
        f"{name_of('concepts', concept)} waits for no grid and no turbine, but for a licence, a satellite factory and a "
        "rocket: from its "
        f"announcement to its first satellites in service {each} are judged. What it waits for after that is the number of "
        "launches, which `26_the_race` counts."
    )


def printed_queues(table: pd.DataFrame) -> pd.DataFrame:
    """Queues, waits, fast lanes, machines and permits as published."""
    rows = []
    for r in table.itertuples():
        value = f"{spoken(r.central)}" if r.low is None or np.isnan(r.low) else with_range(r.central, r.low, r.high)
        rows.append((words_of(r.quantity), name_of("time_subjects", r.subject), value, r.unit, str(r.year), r.source_id, r.note))
    return _by(rows, ["What", "Of", "Value", "Unit", "Year", "Source", "What it includes"])


def queues_said(data: Data) -> str:
    """The size and the truth of the queues, in one paragraph."""
    one = {(r.quantity, r.subject, r.year): r for r in tables.queues(data).itertuples()}
    gw = {year: units.convert(one["large_load_queue_mw", "ercot", year].central, "GW", "GW") for year in (2024, 2026)}
    running = units.convert(one["large_load_running_mw", "ercot", 2026].central, "MW", "GW")
    before, after = (one["large_load_queue_mw", "aep_ohio", year].central for year in (2024, 2026))
    return (
        "Of the plants that ask for a connection in the United States "
        f"{spoken(100 * one['queue_completed_frac', 'united_states', 2024].central)} % "
        f"came to run; those finished in 2024 had taken 55 months. Loads now wait as well: {spoken(gw[2024])} GW in Texas at "
        "the end of "
        f"2024, {spoken(gw[2026])} GW in March 2026, of which {spoken(running)} GW were seen to run. A request is not a "
        "campus: when AEP "
        f"Ohio asked for money, {spoken(before)} GW became {spoken(after)}. Large turbines take three to seven years, large "
        "transformers two and a half to four. A campus that already holds its turbines, its transformers or its line waits "
        "for none of them."
    )


def printed_delays(table: pd.DataFrame) -> pd.DataFrame:
    """Steps of which an earlier date had been told, with what waits."""
    rows = [(_name(r), name_of("time_steps", r.step), r.promised, r.reached, "done" if r.done else "planned",
             spoken(r.late_months),
             spoken(r.waiting_power_mw), spoken(units.convert(r.delayed_energy_mwh, "MWh", "GWh")),
             spoken(units.convert(r.delayed_accelerator_hours, "hour", "million*hour"))) for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Place", "Step", "First told", "Now", "Status", "Months late", "MW waiting", "GWh not delivered",
                      "Million accelerator-hours not delivered"])  # fmt: skip


def delays_said(table: pd.DataFrame) -> str:
    """How late what was promised is, in one sentence."""
    known = table.dropna(subset=["late_months"])
    late, early = known[known["late_months"] > 0], known[known["late_months"] < 0]
    soon = "; ".join(f"{_name(r)} came {_whole(-r.late_months)} months early with its "
                     f"{name_of('time_steps', r.step).partition(',')[0]}"
                     for r in early.itertuples())  # fmt: skip
    return (
        f"{len(late)} dated promises moved back, by {spoken_range(late['late_months'].min(), late['late_months'].max())} months"
        f"{f'; {soon}' if soon else ''}. The other places have published one date or none. MW waiting is the average IT "
        "power of the whole phase, so energy not delivered is a most "
        "where part of it already ran. A month's price is in the money issue; its inputs are these."
    )
