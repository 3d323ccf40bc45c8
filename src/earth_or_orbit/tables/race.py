"""The race: megawatts that stand by year for every actor, beside the campuses' own; which limit binds; when they meet.

An actor's flights grow from what its vehicle has flown up to what is permitted, at the rate of a flown history. In the
demonstrated case the limit is the record itself. Power is average IT power, on both sides.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from earth_or_orbit import sampling, scenario, units
from earth_or_orbit.constants import MONTHS_PER_YEAR
from earth_or_orbit.facts import Data, Fact, FactError
from earth_or_orbit.quantities import fleet_ramp
from earth_or_orbit.study import MATCHED, Resolved
from earth_or_orbit.tables.mass_and_power import number
from earth_or_orbit.tables.pairs import HIGH_PERCENTILE, LOW_PERCENTILE, ends
from earth_or_orbit.tables.places import campus, fleet

FIRST_YEAR = 2026
FLEET_MW = 100.0  # size at which satellites are read; nothing per satellite depends on it
GROWTH = ("falcon_9_history", "ramp_growth_frac_per_year")  # the ledger's own fact
FACTORY = "new_satellite_factory"
TARGETS = ("fairwater_wi", "hyperion_la_2030")
# How the permitted launches are reached: as a flown vehicle has grown; from the first day; and so with every launch full by
# mass alone, as makers count.
PACES = ("grown", "at_once", "as_stated")
LOSSES = ("satellite_early_loss_frac", "satellite_loss_frac_per_year", "satellite_service_years")
WHOLE_PERCENT = 100
STEPS_OF_A_CAMPUS = 121  # about two months each over twenty years
FROM_MODEL = (
    "satellites_per_launch_by_mass_count", "satellites_per_launch_by_volume_count", "satellites_per_launch_count",
    "satellite_it_power_average_kw", "vehicle_launches_count_per_year", "launch_allocation_frac", "launch_success_frac",
    "satellite_factory_count_per_year", "satellite_service_years", "first_power_lead_time_months",
    "satellite_early_loss_frac", "satellite_loss_frac_per_year",
)  # fmt: skip
# Facts of a proposal that decide its ramp.
DECIDING = ("payload_leo_kg", "leo_to_sso_frac", "fairing_volume_m3", "vehicle_launches_count_per_year", "launch_allocation_frac",
            "launch_success_frac", "satellite_factory_count_per_year", "satellite_service_years", "satellite_early_loss_frac",
            "satellite_loss_frac_per_year", "first_power_lead_time_months", "campus_ramp_mw_per_year")  # fmt: skip
NEARLY = 1e-9  # structure: a stock nearer to its limit than rounding has reached it


@dataclass(frozen=True)
class Levers:
    """What a reader may turn: launches a year at most, yearly growth of launches, share of launches; None keeps the facts."""

    launches_per_year: float | None = None
    growth_frac_per_year: float | None = None
    allocation_frac: float | None = None


@dataclass
class Ramp:
    """One actor's years: flights, what they and the factory allow, and the power that stands at each year's end."""

    years: np.ndarray
    cadence: np.ndarray
    liftable: np.ndarray
    buildable: np.ndarray
    placed: np.ndarray
    standing_mw: np.ndarray
    inputs: dict[str, np.ndarray]


def years_to(horizon_year: int) -> np.ndarray:
    """Calendar years of the race. Raises ValueError if it would end before it starts."""
    if horizon_year <= FIRST_YEAR:
        raise ValueError(f"horizon_year is {horizon_year}; the race starts in {FIRST_YEAR}, so it must end later")
    return np.arange(FIRST_YEAR, horizon_year + 1)


def _drawn_fact(data: Data, subject: str, quantity: str, draws: int) -> np.ndarray:
    """A fact in its quantity's unit: its central value, or draws of it; column of one number each."""
    rows = data.rows(subject, quantity)
    if not rows:
        raise FactError(f"data/facts/ has no {quantity} of {subject}")
    fact, unit = rows[0], data.quantity(quantity).unit
    seed = scenario.study(data).seed
    values = sampling.draw(fact, draws, seed) if draws and sampling.is_drawn(fact) else np.array([fact.central])
    return np.asarray(units.convert(values, fact.unit, unit), dtype=float)[:, None]


def _column(value: object) -> np.ndarray:
    return np.atleast_1d(np.asarray(value, dtype=float))[:, None]


def vehicle_of(resolved: Resolved) -> str:
    """The vehicle whose payload an actor takes in a case."""
    return resolved.side.picks["payload_leo_kg"].fact.subject


def actor_inputs(data: Data, concept: str, case: str, draws: int, levers: Levers) -> dict[str, np.ndarray]:
    """What one actor's ramp needs, each as a column: satellites and their losses from the model, launches by year from facts."""
    resolved = fleet(data, concept, case, FLEET_MW, draws)
    found = {name: _column(value) for name, value in resolved.compute(FROM_MODEL).items()}
    vehicle = vehicle_of(resolved)
    for name in ("cadence_first_calendar_year", "cadence_first_count_per_year"):
        found[name] = _drawn_fact(data, vehicle, name, draws)
    found["cadence_growth_frac_per_year"] = _drawn_fact(data, *GROWTH, draws)
    found["satellite_factory_ramp_years"] = _drawn_fact(data, FACTORY, "satellite_factory_ramp_years", draws)
    found["decision_calendar_year"] = _drawn_fact(data, concept, "decision_calendar_year", draws)
    found["permitted_launches_count_per_year"] = found.pop("vehicle_launches_count_per_year")
    for name, value in (("permitted_launches_count_per_year", levers.launches_per_year),
                        ("cadence_growth_frac_per_year", levers.growth_frac_per_year),
                        ("launch_allocation_frac", levers.allocation_frac)):  # fmt: skip
        if value is not None:
            found[name] = _column(scenario.check_setting(name, value, data))
    return found


def at_pace(inputs: dict[str, np.ndarray], pace: str) -> dict[str, np.ndarray]:
    """The inputs of an actor, with every launch full by mass alone where its maker's count is taken."""
    by_mass = {"satellites_per_launch_count": inputs["satellites_per_launch_by_mass_count"]}
    return {**inputs, **(by_mass if pace == "as_stated" else {})}


def ramp(inputs: dict[str, np.ndarray], years: np.ndarray, pace: str = "grown", unlimited: bool = False) -> Ramp:
    """One actor's years. Unlimited: the launches grow on past every permit, and the factory keeps up."""
    v = at_pace(inputs, pace)
    start = v["decision_calendar_year"] + v["first_power_lead_time_months"] / MONTHS_PER_YEAR
    permitted = v["permitted_launches_count_per_year"]
    first, first_year = v["cadence_first_count_per_year"], v["cadence_first_calendar_year"]
    if pace != "grown":
        first, first_year = permitted, np.full_like(first_year, years[0])
    limit = np.full_like(permitted, np.inf) if unlimited else permitted
    cadence = fleet_ramp.cadence_count_per_year(years, first_year, first, v["cadence_growth_frac_per_year"], limit)
    served = fleet_ramp.in_service_frac(years, start)
    places = (v["launch_allocation_frac"], v["satellites_per_launch_count"])
    liftable = fleet_ramp.liftable_satellites_count_per_year(cadence, *places, served)
    rising = np.zeros_like(start) if pace != "grown" else v["satellite_factory_ramp_years"]
    rate = v["satellite_factory_count_per_year"]
    buildable = fleet_ramp.buildable_satellites_count_per_year(years, start, rising, rate)
    buildable = np.full_like(buildable, np.inf) if unlimited else buildable
    placed = fleet_ramp.placed_satellites_count_per_year(liftable, buildable, v["launch_success_frac"])
    standing = fleet_ramp.standing_satellites_count(placed, *(v[name] for name in LOSSES))
    each_mw = units.convert(v["satellite_it_power_average_kw"], "kW", "MW")
    power = fleet_ramp.standing_power_mw(standing, each_mw)
    return Ramp(years, cadence, liftable, buildable, placed, power, v)


def limit_of(found: Ramp, place: int) -> str:
    """Which limit binds in one year of a ramp at central values."""
    cadence, permitted = found.cadence[0, place], found.inputs["permitted_launches_count_per_year"][0, 0]
    if not cadence:
        return "no_flights"
    if found.buildable[0, place] < found.liftable[0, place]:
        return "factory"
    if cadence < permitted * (1 - NEARLY):
        return "launches_growing"
    places, by_mass = (found.inputs[f"satellites_per_launch{by}_count"][0, 0] for by in ("", "_by_mass"))
    return "launches_by_mass" if places >= by_mass else "launches_by_volume"


def paces_of(case: str) -> tuple[str, ...]:
    """The ways in which an actor's launches can run in a case: a record has nothing to grow to."""
    return PACES if case == "promised" else ("grown",)


Actors = dict[tuple[str, str], tuple[dict[str, np.ndarray], dict[str, np.ndarray]]]


def actors(data: Data, levers: Levers, draws: int) -> Actors:
    """Every actor in both cases, at central values and drawn: what the tables below are made from."""
    return {(concept, case): tuple(actor_inputs(data, concept, case, n, levers) for n in (0, draws))
            for concept in scenario.names("orbit", data.root) for case in scenario.CASES}  # fmt: skip


def the_race(runners: Actors, horizon_year: int) -> pd.DataFrame:
    """Average IT power that stands at each year's end, every actor in both cases and at every pace.

    Columns: actor, case, pace, year, mw, low, high (5 and 95 % of the draws), launches_per_year, placed_per_year, limit.
    """
    years, rows = years_to(horizon_year), []
    for (concept, case), (central, drawn) in runners.items():
        for pace in paces_of(case):
            middle, spread = ramp(central, years, pace), ramp(drawn, years, pace).standing_mw
            for place, year in enumerate(years):
                rows.append((concept, case, pace, int(year), middle.standing_mw[0, place], *ends(spread[:, place]),
                             middle.cadence[0, place], middle.placed[0, place], limit_of(middle, place)))  # fmt: skip
    columns = ["actor", "case", "pace", "year", "mw", "low", "high", "launches_per_year", "placed_per_year", "limit"]
    return pd.DataFrame(rows, columns=columns)


def campus_average_mw(data: Data, site: str, case: str) -> float:
    """Average IT power of a campus, the power that an actor has to match. [MW]"""
    return number(campus(data, site, case).compute((MATCHED,))[MATCHED])


def campus_ramps(data: Data, sites: tuple[str, ...], case: str, horizon_year: int, draws: int) -> pd.DataFrame:
    """Average IT power of campuses by date, from their own dates: site, date (a year with its fraction), mw, low, high."""
    names = (MATCHED, "months_to_first_power", "campus_ramp_mw_per_year", "it_power_peak_mw")
    rows = []
    for site in dict.fromkeys(sites):
        decision = _drawn_fact(data, site, "decision_calendar_year", 0)
        dates = np.linspace(np.floor(decision[0, 0]), horizon_year + 1, STEPS_OF_A_CAMPUS)
        powers = []
        for n in (0, draws):
            average, lead, rate, peak = (_column(v) for v in campus(data, site, case, n).compute(names).values())
            powers.append(fleet_ramp.campus_standing_mw(dates, decision, lead, rate * average / peak, average))
        rows += [(site, date, powers[0][0, place], *ends(powers[1][:, place])) for place, date in enumerate(dates)]
    return pd.DataFrame(rows, columns=["site", "date", "mw", "low", "high"])


def campus_dates(data: Data, site: str, case: str, draws: int) -> dict[str, tuple[float, float, float]]:
    """First and full power of a campus as dates, years with their fractions: central, low, high."""
    decision = number(_drawn_fact(data, site, "decision_calendar_year", 0))
    names = ("months_to_first_power", "months_to_full_power")
    middle, drawn = (campus(data, site, case, n).compute(names) for n in (0, draws))
    found = {}
    for name in names:
        months = (number(middle[name]), *ends(drawn[name]))
        found[name.removeprefix("months_to_")] = tuple(decision + m / MONTHS_PER_YEAR for m in months)
    return found


def matches(runners: Actors, wanted_mw: dict[str, float], horizon_year: int) -> pd.DataFrame:
    """When each actor reaches each campus's average IT power, or how far it comes and what holds it there.

    Columns: actor, case, pace, site, wanted_mw, date (nan: not by the horizon), early, late (5 and 95 % of the draws, inf for
    a draw that does not get there), reached_frac (share of draws that do), highest_mw (by the horizon), held_mw (what its full
    rate holds for ever against losses and retirement), limit (what binds in the last year), since (the year from which it
    does), unlimited_date (if launches grew on past every permit and the factory kept up).
    """
    years, rows = years_to(horizon_year), []
    for (concept, case), (central, drawn) in runners.items():
        free = ramp(central, years, unlimited=True)
        for pace in paces_of(case):
            held = held_mw(at_pace(central, pace))
            middle, spread = ramp(central, years, pace), ramp(drawn, years, pace)
            limit, since = binding(middle)
            for site, mw in wanted_mw.items():
                date, free_date = (_date(r, mw) for r in (middle, free))
                dates = np.atleast_1d(fleet_ramp.matched_calendar_year(years, spread.standing_mw, mw))
                rows.append((concept, case, pace, site, mw, date, *_ends_with_never(dates), float(np.isfinite(dates).mean()),
                             float(middle.standing_mw.max()), held, limit, since, free_date))  # fmt: skip
    columns = ["actor", "case", "pace", "site", "wanted_mw", "date", "early", "late", "reached_frac", "highest_mw", "held_mw",
               "limit", "since", "unlimited_date"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _date(found: Ramp, wanted_mw: float) -> float:
    return number(fleet_ramp.matched_calendar_year(found.years, found.standing_mw, wanted_mw))


def _ends_with_never(dates: np.ndarray) -> tuple[float, float]:
    """5th and 95th percentile of dates, one that never comes counted as later than all others."""
    ordered = np.sort(np.where(np.isfinite(dates), dates, np.inf))
    last = len(ordered) - 1
    return tuple(float(ordered[round(last * share / WHOLE_PERCENT)]) for share in (LOW_PERCENTILE, HIGH_PERCENTILE))


def binding(found: Ramp) -> tuple[str, int]:
    """Which limit binds in the last year of a ramp, and the first year since which it has done so without a break."""
    limits = [limit_of(found, place) for place in range(len(found.years))]
    others = [place for place, limit in enumerate(limits) if limit != limits[-1]]
    return limits[-1], int(found.years[others[-1] + 1 if others else 0])


def held_mw(inputs: dict[str, np.ndarray]) -> float:
    """Power that an actor's full rate, by permits and factory, holds once retirement meets it, however long it takes. [MW]"""
    places = (inputs["launch_allocation_frac"], inputs["satellites_per_launch_count"])
    lift = fleet_ramp.liftable_satellites_count_per_year(inputs["permitted_launches_count_per_year"], *places, 1.0)
    made = inputs["satellite_factory_count_per_year"]
    placed = fleet_ramp.placed_satellites_count_per_year(lift, made, inputs["launch_success_frac"])
    held = fleet_ramp.holdable_satellites_count(placed, *(inputs[name] for name in LOSSES))
    return number(fleet_ramp.standing_power_mw(held, units.convert(inputs["satellite_it_power_average_kw"], "kW", "MW")))


def books_of(found: Ramp) -> dict[str, np.ndarray]:
    """Satellites placed by the end of each year, and those that stand, were lost and are retired: they add up."""
    losses = tuple(found.inputs[name] for name in LOSSES)
    flows = {"standing": fleet_ramp.standing_satellites_count, "lost": fleet_ramp.lost_satellites_count,
             "retired": fleet_ramp.retired_satellites_count}  # fmt: skip
    return {"placed": found.placed.cumsum(axis=-1), **{name: flow(found.placed, *losses) for name, flow in flows.items()}}


def shared_vehicle(data: Data, runners: Actors, case: str) -> dict[str, tuple[list[str], float]]:
    """Vehicles that several actors take in a case: who, and the shares of its launches that they are given, added up."""
    found: dict[str, list[tuple[str, float]]] = {}
    for (concept, of_case), (central, _) in runners.items():
        if of_case == case:
            vehicle = vehicle_of(fleet(data, concept, case, FLEET_MW))
            found.setdefault(vehicle, []).append((concept, number(central["launch_allocation_frac"])))
    return {v: ([name for name, _ in who], sum(share for _, share in who)) for v, who in found.items() if len(who) > 1}


def facts_of_race(data: Data) -> list[Fact]:
    """The facts that the race adds to those of the model: data/facts/race.csv in its order."""
    return [fact for fact in data.facts if fact.file.endswith("race.csv")]
