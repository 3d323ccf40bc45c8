"""Tidy tables of time to power: dated steps of every campus and fleet, months between them, supplies, queues, delays."""

import numpy as np
import pandas as pd

from earth_or_orbit import scenario, units
from earth_or_orbit.facts import Data, Fact, FactError, nearest
from earth_or_orbit.quantities import supply_time, time_to_power
from earth_or_orbit.study import MATCHED, Resolved
from earth_or_orbit.tables.mass_and_power import number
from earth_or_orbit.tables.pairs import ends
from earth_or_orbit.tables.places import campus, fleet
from earth_or_orbit.tables.race_goal import DATE, EVIDENCE_ENDS, decimal_year, series_rows

STEP_COLUMNS = ("place", "side", "step", "date", "said", "status", "source_id", "what")
STEPS = ("announced", "land", "applied", "approved", "work_begins", "trial", "first_power", "full_power")
MARKED = ("approved", "trial")  # steps that are marks on a bar and do not part it
DONE, PLANNED = "done", "planned"
SUPPLIES = ("grid", "dedicated_gas", "onsite_turbines", "solar_storage", "solar_storage_gas", "nuclear")
# What is published beside the judged lead time of a supply: subject and quantity.
EVIDENCE = {
    "grid": (("pittsburgh", "large_load_connection_months"), ("dominion", "large_load_connection_months"),
             ("silicon_valley", "large_load_connection_months"), ("aep_ohio", "large_load_connection_months"),
             ("united_states", "grid_connection_months"), ("miso", "grid_connection_months")),
    "dedicated_gas": (("gas_turbine_large", "equipment_lead_time_months"), ("combined_cycle_new", "plant_build_months")),
    "onsite_turbines": (("colossus_memphis", "plant_build_months"), ("gas_engine", "equipment_lead_time_months"),
                        ("gas_behind_the_meter", "plant_build_months")),
    "solar_storage": (("solar_storage_new", "plant_build_months"),),
    "solar_storage_gas": (("solar_storage_new", "plant_build_months"), ("gas_engine", "equipment_lead_time_months")),
    "nuclear": (("crane", "plant_build_months"), ("vogtle_3", "plant_build_months")),
}  # fmt: skip
QUEUES = ("grid_queue_mw", "queue_completed_frac", "grid_connection_months", "grid_agreement_months", "fast_lane_mw",
          "fast_lane_study_months", "fast_lane_to_operation_months", "large_load_queue_mw", "large_load_approved_mw",
          "large_load_running_mw", "large_load_connection_months", "connection_pause_months", "equipment_lead_time_months",
          "equipment_backlog_mw", "plant_build_months", "plant_late_months", "air_permit_months")  # fmt: skip
LEAD, RAMP, PEAK = "first_power_lead_time_months", "ramp_mw_per_year", "it_power_peak_mw"
FLEET_MW = 100.0  # average IT power of the fleets below; their lead time does not depend on it
MONTH_ONLY, DAY = len("2026-06"), len("2026-06-12")


def _half_width(date: str) -> float:
    """How far either way a date may lie, in years: half a month, half a year, or nothing for a day."""
    whole = {DAY: "day", MONTH_ONLY: "month"}.get(len(date), "year")
    return 0.0 if whole == "day" else units.convert(1.0, whole, "year") / 2


def steps(data: Data) -> pd.DataFrame:
    """Every dated step: place, side, step, date, said, status, source_id, what, year, low, high (as exact as the date is).

    Raises FactError for an unknown side, step or status, and for a step done after the evidence ends.
    """
    table = series_rows(data, "steps_to_power.csv", STEP_COLUMNS)
    known = {side: scenario.names(side, data.root) for side in scenario.SIDES}
    for place, row in enumerate(table.itertuples(), start=2):
        where = f"data/series/steps_to_power.csv row {place}"
        for value, allowed in ((row.side, scenario.SIDES), (row.step, STEPS), (row.status, (DONE, PLANNED))):
            if value not in allowed:
                raise FactError(f"{where}: {value!r} is unknown{nearest(value, allowed)}; allowed: {', '.join(allowed)}")
        if row.place not in known[row.side]:
            raise FactError(f"{where}: place {row.place!r} is unknown{nearest(row.place, known[row.side])}")
        if row.said and not DATE.match(row.said):
            raise FactError(f"{where}: said {row.said!r} is no date; write 2026, 2026-06 or 2026-06-12")
        if row.status == DONE and row.date > EVIDENCE_ENDS:
            raise FactError(f"{where}: {row.date} lies after {EVIDENCE_ENDS}, to which events were followed")
    table["year"] = [decimal_year(date) for date in table["date"]]
    width = np.array([_half_width(date) for date in table["date"]])
    return table.assign(low=table["year"] - width, high=table["year"] + width)


def _latest(own: pd.DataFrame, step: str) -> pd.Series | None:
    """The row that stands for a step now: done before planned, else the plan that was told last."""
    rows = own[own["step"] == step]
    if rows.empty:
        return None
    done = rows[rows["status"] == DONE]
    return done.iloc[-1] if len(done) else rows.sort_values("said", kind="stable").iloc[-1]


def _date(own: pd.DataFrame, step: str) -> tuple[float, float, float, bool]:
    row = _latest(own, step)
    return (np.nan, np.nan, np.nan, False) if row is None else (row.year, row.low, row.high, row.status == DONE)


def durations(data: Data, case: str, site: str, concept: str) -> pd.DataFrame:
    """Months between the steps of every campus and proposal that has dates; nan where a step has no date.

    Columns: place, side, chosen, start_year (announcement, or work if it came first), waiting_months, building_months,
    filling_months, first_power_months, full_power_months, first_low, first_high (months, by the exactness of the date),
    first_done, full_done, approved_months, trial_months, elapsed_months (to the end of the evidence), judged_low, judged,
    judged_high: the lead time that the model takes, by facts that are judgements for most.
    """
    table, followed, rows = steps(data), decimal_year(EVIDENCE_ENDS), []
    for (side, place), own in table.groupby(["side", "place"], sort=False):
        announced, work = _date(own, "announced")[0], _date(own, "work_begins")[0]
        first, low, high, first_done = _date(own, "first_power")
        full, _, _, full_done = _date(own, "full_power")
        start = float(np.nanmin([announced, work]))
        judged = lead_time(data, side, place, case)
        rows.append((place, side, place in (site, concept), start, time_to_power.waiting_months(start, work),
                     time_to_power.building_months(work, first), time_to_power.filling_months(first, full),
                     time_to_power.announcement_to_first_power_months(start, first),
                     time_to_power.announcement_to_full_power_months(start, full),
                     time_to_power.announcement_to_first_power_months(start, low),
                     time_to_power.announcement_to_first_power_months(start, high), first_done, full_done,
                     *(time_to_power.announcement_to_first_power_months(start, _date(own, s)[0]) for s in MARKED),
                     time_to_power.announcement_to_first_power_months(start, followed), *judged))  # fmt: skip
    columns = ["place", "side", "chosen", "start_year", "waiting_months", "building_months", "filling_months",
               "first_power_months", "full_power_months", "first_low", "first_high", "first_done", "full_done",
               "approved_months", "trial_months", "elapsed_months", "judged_low", "judged", "judged_high"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def resolved_of(data: Data, side: str, place: str, case: str, draws: int = 0) -> Resolved:
    """A campus, or a proposal at a fixed size, made ready to compute."""
    return campus(data, place, case, draws) if side == "ground" else fleet(data, place, case, FLEET_MW, draws)


def lead_time(data: Data, side: str, place: str, case: str) -> tuple[float, float, float]:
    """Low, central and high of the lead time to first power that the ledger takes for a place. [month]"""
    fact = resolved_of(data, side, place, case).side.picks[LEAD].fact
    return _months(fact)


def _months(fact: Fact) -> tuple[float, float, float]:
    low, high = (fact.central if end is None else end for end in (fact.low, fact.high))
    return tuple(units.convert(value, fact.unit, "month") for value in (low, fact.central, high))


def _first_fact(data: Data, subject: str, quantity: str) -> Fact:
    rows = data.rows(subject, quantity)
    if not rows:
        known = [s for s in data.subjects if data.rows(s, quantity)]
        raise FactError(f"no fact gives {quantity} of {subject!r}{nearest(subject, known)}; allowed: {', '.join(known)}")
    return rows[0]


def supply_lead(data: Data, supply: str) -> tuple[float, float, float]:
    """Low, central and high lead time of a supply. Raises FactError naming the supplies that have one. [month]"""
    if supply not in SUPPLIES:
        raise FactError(f"supply {supply!r} is not known{nearest(supply, SUPPLIES)}; allowed: {', '.join(SUPPLIES)}")
    return _months(_first_fact(data, f"supply_{supply}", "supply_lead_time_months"))


def shell_lead(data: Data) -> tuple[float, float, float]:
    """Low, central and high time in which halls are built. [month]"""
    return _months(_first_fact(data, "campus_shell", "shell_lead_time_months"))


def by_supply(data: Data, case: str, site: str, concept: str, supply: str) -> pd.DataFrame:
    """Months to first power of one campus under every supply, and of one proposal, with ranges.

    Columns: name, side, own (the supply of the campus), chosen, low, central, high, decides (halls, power, date).
    For the campus's own supply its published date stands.
    """
    ready, shell = campus(data, site, case), shell_lead(data)
    supply_lead(data, supply)
    own = ready.side.choices["electricity_supply"]
    rows = []
    for name in SUPPLIES:
        lead = supply_lead(data, name)
        if name == own:
            months, decides = lead_time(data, "ground", site, case), "date"
        else:
            together = supply_time.first_power_lead_time_months__other_supply
            months = tuple(float(together(hall, power)) for hall, power in zip(shell, lead, strict=True))
            decides = "halls" if shell[1] > lead[1] else "power"
        rows.append((name, "ground", name == own, name == supply, *months, decides))
    for each in scenario.CASES:
        rows.append((f"{concept}/{each}", "orbit", each == case, each == case, *lead_time(data, "orbit", concept, each), "date"))
    columns = ["name", "side", "own", "chosen", "low", "central", "high", "decides"]
    return pd.DataFrame(rows, columns=columns)


def supply_evidence(data: Data) -> pd.DataFrame:
    """What is published beside each supply's judged lead time: name, subject, low, months, high, kind, source_id, note."""
    rows = []
    for name, asked in EVIDENCE.items():
        for subject, quantity in asked:
            for fact in data.rows(subject, quantity):
                low, central, high = _months(fact)
                rows.append((name, subject, low, central, high, fact.kind, fact.source_id, fact.note))
    return pd.DataFrame(rows, columns=["name", "subject", "low", "months", "high", "kind", "source_id", "note"])


def supplies_and_evidence(data: Data, case: str, site: str, concept: str, supply: str) -> pd.DataFrame:
    """One campus under every supply and what is published beside it: what (lead, published), name, side, own, chosen, low,
    central, high, decides, subject, source_id.
    """
    leads = by_supply(data, case, site, concept, supply).assign(what="lead")
    told = supply_evidence(data).rename(columns={"months": "central"}).assign(what="published", side="ground", own=False)
    columns = ["what", "name", "side", "own", "chosen", "low", "central", "high", "decides", "subject", "source_id"]
    both = [frame.reindex(columns=columns) for frame in (leads, told.assign(chosen=told["name"] == supply))]
    return pd.concat([frame.astype({"own": bool, "chosen": bool}) for frame in both], ignore_index=True)


def queues(data: Data) -> pd.DataFrame:
    """Queues, waits, fast lanes, machines and permits as published: quantity, subject, low, central, high, unit, year, source_id,
    note; in the published unit."""
    rows = [(f.quantity, f.subject, f.low, f.central, f.high, f.unit, f.valid_year, f.source_id, f.note)
            for name in QUEUES for f in data.facts if f.quantity == name]  # fmt: skip
    columns = ["quantity", "subject", "low", "central", "high", "unit", "year", "source_id", "note"]
    return pd.DataFrame(rows, columns=columns)


def delays(data: Data, case: str) -> pd.DataFrame:
    """Steps of which an earlier date had been told, and what waits meanwhile: the inputs of a month's value.

    Columns: place, side, step, promised, reached, done, late_months, waiting_power_mw (average IT), delayed_energy_mwh,
    delayed_accelerator_hours. A date that is a year alone gives no months. Below 0: earlier than told.
    """
    rows = []
    for (side, place, step), own in steps(data).groupby(["side", "place", "step"], sort=False):
        if len(own) < 2:
            continue
        now = _latest(own, step)
        promised = own[(own["status"] == PLANNED) & (own["date"] != now.date)].sort_values("said", kind="stable")
        if promised.empty:
            continue
        first = promised.iloc[0]
        exact = min(len(first.date), len(now.date)) >= MONTH_ONLY
        late = time_to_power.late_months(first.year, now.year) if exact else np.nan
        waiting, chips, delivered = _waiting(data, side, place, case)
        waits = step != "trial"
        rows.append((place, side, step, first.date, now.date, now.status == DONE, late, waiting if waits else 0.0,
                     time_to_power.delayed_energy_mwh(waiting, late) if waits else 0.0,
                     time_to_power.delayed_accelerator_hours(chips, late, delivered) if waits else 0.0))  # fmt: skip
    columns = ["place", "side", "step", "promised", "reached", "done", "late_months", "waiting_power_mw",
               "delayed_energy_mwh", "delayed_accelerator_hours"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _waiting(data: Data, side: str, place: str, case: str) -> tuple[float, float, float]:
    ready = resolved_of(data, side, place, case)
    values = ready.compute(tuple(n for n in (MATCHED, "accelerators_installed_count", "delivered_frac") if n not in ready.inputs))
    power = number(values[MATCHED]) if MATCHED in values else FLEET_MW
    return power, number(values["accelerators_installed_count"]), number(values["delivered_frac"])


def asked_power(data: Data, case: str, site: str, concept: str, asked_power_mw: float, draws: int) -> pd.DataFrame:
    """Months from the decision until a given IT power is there, on both sides, by one rule: place, side, case, lead_months,
    ramp_mw_per_year, months, low, high. Infinite where nothing is added in a year.
    """
    given = scenario.check_setting("asked_power_mw", asked_power_mw, data)
    rows = []
    for side, place in (("ground", site), ("orbit", concept)):
        for each in scenario.CASES:
            made = (resolved_of(data, side, place, each, n) for n in (0, draws))
            middle, drawn = (resolved.compute((LEAD, RAMP)) for resolved in made)
            months = time_to_power.asked_power_months(number(middle[LEAD]), given, number(middle[RAMP]))
            spread = ends(time_to_power.asked_power_months(drawn[LEAD], given, drawn[RAMP]))
            rows.append((place, side, each, number(middle[LEAD]), number(middle[RAMP]), months, *spread, each == case))
    columns = ["place", "side", "case", "lead_months", "ramp_mw_per_year", "months", "low", "high", "chosen"]
    return pd.DataFrame(rows, columns=columns)


def sources_used(data: Data) -> pd.DataFrame:
    """Source of every step and of every published wait, a row each: source_id."""
    return pd.concat([steps(data)[["source_id"]], queues(data)[["source_id"]]], ignore_index=True)
