"""Words and printed tables about the race: what has happened, when actors meet campuses, what a goal a year takes."""

import numpy as np
import pandas as pd

from earth_or_orbit import units
from earth_or_orbit.drawing.names import name_of
from earth_or_orbit.drawing.numbers import spoken, spoken_range, with_range
from earth_or_orbit.facts import Data
from earth_or_orbit.tables import race as tables

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip

MOST = 0.5  # structure: half of the draws

# Words, key of the table, its unit and the unit in which it is shown.
GOAL_ROWS_IN_ORBIT = (
    ("satellites", "satellites", "", ""), ("satellites a day", "satellites_per_day", "", ""),
    ("factories of this case", "over_factory", "", ""), ("mass launched [thousand t]", "mass_kg", "kg", "kilotonne"),
    ("launches", "flights", "", ""), ("launches, were each full by mass", "flights_by_mass", "", ""),
    ("launch sites at the largest permit", "sites", "", ""), ("launch fuel [Mt]", "methane_kg", "kg", "megatonne"),
    ("arrays [km²]", "array_m2", "m2", "km2"), ("re-entries a day, once it retires", "reentries_per_day", "", ""),
    ("years that it lives", "life_years", "", ""), ("stands once retirement meets it [GW]", "standing_mw", "MW", "GW"),
)  # fmt: skip
GOAL_ROWS_ON_THE_GROUND = (
    ("campuses of this phase", "campuses", "", ""), ("power at the meter [GW]", "meter_mw", "MW", "GW"),
    ("years of the world's turbine orders", "over_turbines", "", ""), ("years of US additions", "over_added", "", ""),
    ("share of the highest US load", "over_peak_load", "", ""), ("share of the US connection queue", "over_queue", "", ""),
    ("months for a US connection", "connection_months", "", ""), ("campus land [km²]", "land_m2", "m2", "km2"),
    ("campus land [Manhattans]", "over_manhattan", "", ""), ("years that it lives", "life_years", "", ""),
    ("stands once retirement meets it [GW]", "standing_mw", "MW", "GW"),
)  # fmt: skip


def _by(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    """Rows printed under a single row of headings, the first column as their names."""
    return pd.DataFrame(rows, columns=columns).set_index(columns[0]).rename_axis(index=None, columns=columns[0])


def month(date: float) -> str:
    """A year with its fraction as a month: `March 2028`."""
    if not np.isfinite(date):
        return "never" if np.isinf(date) else "–"
    year, part = divmod(date + 1e-9, 1)
    return f"{MONTHS[int(part * 12)]} {int(year)}"


def _whole(share: float) -> str:
    return f"{100 * share:.0f} %"


def _came(row: object, horizon_year: int) -> str:
    """One actor's way to one campus, as a clause."""
    if np.isfinite(row.date):
        share = f"{_whole(row.reached_frac)} of the draws do by the end of {horizon_year}"
        if row.reached_frac < MOST:
            return f"reaches it in {month(row.date)} by the central values, but only {share}"
        return f"reaches it in {month(row.date)} ({share})"
    far = f"does not reach it by the end of {horizon_year}"
    if row.limit == "no_flights":
        return f"never reaches it: {name_of('race_limits', row.limit)} lifts nothing"
    held = f"{name_of('race_limits', row.limit)}, since {row.since}"
    if row.held_mw < row.wanted_mw:
        return f"{far} and never would at this rate: {held}, and retirement hold it at {spoken(row.held_mw)} MW"
    return f"{far}: it comes to {spoken(row.highest_mw)} MW, held by {held}"


def answer(found: pd.DataFrame, concept: str, site: str, horizon_year: int, dates: dict[str, tuple[float, float, float]]) -> str:
    """The chosen actor against the chosen campus at every pace, and the campus's own dates."""
    own = found[(found["actor"] == concept) & (found["site"] == site)]
    wanted = own["wanted_mw"].iloc[0]
    lines = [f"- *{name_of('race_paces', f'{r.case}/{r.pace}')}*: it {_came(r, horizon_year)}." for r in own.itertuples()]
    return (
        f"**{name_of('concepts', concept)}** against the {spoken(wanted)} MW of average IT power of "
        f"**{name_of('sites', site)}**, which by the ledger's dates has first power in {month(dates['first_power'][0])} and "
        f"full power in {_dated(dates['full_power'])}:\n\n" + "\n".join(lines) + "\n\nWere its launches to grow on past every "
        f"permit, and the factory to keep up, {_grown(own, horizon_year)}"
    )


def _grown(own: pd.DataFrame, horizon_year: int) -> str:
    """When the campus would be reached without limits, case by case, and why a case that promises more can come later."""
    free = own.drop_duplicates("case").set_index("case")["unlimited_date"]
    met = free[np.isfinite(free)]
    if met.empty:
        return f"it would not reach it by the end of {horizon_year} in either case."
    said = "it would reach it " + " and ".join(f"in {month(date)} in the {case} case" for case, date in met.items())
    said += "".join(f", and not by the end of {horizon_year} in the {case} case" for case in free.index.difference(met.index))
    shown, promised = (free.get(case, np.nan) for case in ("demonstrated", "promised"))
    later = np.isfinite(shown) and not promised <= shown
    return f"{said}{': a rocket that has flown little starts from fewer launches a year' if later else ''}."


def best_words(found: pd.DataFrame, concept: str, site: str, dates: dict[str, tuple[float, float, float]]) -> str:
    """Each side's best case in the same words: the maker's own count beside the campus's own dates."""
    own = found[(found["actor"] == concept) & (found["site"] == site) & (found["case"] == "promised")]
    row = own[own["pace"] == "as_stated"].iloc[0]
    most = f"at no time to the horizon, {spoken(row.highest_mw)} MW at most"
    reach = f"in {month(row.date)}" if np.isfinite(row.date) else most
    lives = f"and its full rate holds {spoken(row.held_mw)} MW for as long as it flies"
    stands = f"and it holds {spoken(row.wanted_mw)} MW for as long as it runs"
    return (
        f"**Orbit's best case.** {name_of('concepts', concept)}, promised, with all permitted launches from the first day and "
        f"each full by mass, stands at the campus's power {reach}, {lives}.\n\n"
        f"**Ground's best case.** {name_of('sites', site)}, promised, by the ledger's dates, stands at its power in "
        f"{month(dates['full_power'][0])}, {stands}."
    )


def _dated(date: tuple[float, float, float]) -> str:
    """A month, with the earlier and later end of its draws where they differ."""
    middle, early, late = (month(d) for d in date)
    return middle if early == late or "–" in (early, late) else f"{middle} (between {early} and {late})"


def printed_matches(found: pd.DataFrame, horizon_year: int) -> pd.DataFrame:
    """Every actor at every pace: when it reaches each campus, how far it comes, what holds it."""
    sites = list(dict.fromkeys(found["site"]))
    rows = []
    for (actor, case, pace), own in found.groupby(["actor", "case", "pace"], sort=False):
        first = own.iloc[0]
        cells = [f"{month(r.date) if np.isfinite(r.date) else f'not by {horizon_year}'} ({_whole(r.reached_frac)})"
                 for r in own.itertuples()]  # fmt: skip
        free = month(first["unlimited_date"]) if np.isfinite(first["unlimited_date"]) else f"not by {horizon_year}"
        rows.append((name_of("actors", actor), name_of("race_paces", f"{case}/{pace}"), *cells, spoken(first["highest_mw"]),
                     f"{name_of('race_limits', first['limit'])}, since {first['since']}", free))  # fmt: skip
    columns = ["Actor", "Pace", *(f"Reaches {name_of('sites', s)}" for s in sites), "Highest [MW]", "Held by",
               f"Reaches {name_of('sites', sites[0])} if launches grew on"]  # fmt: skip
    return _by(rows, columns)


def shared_words(shared: dict[str, tuple[list[str], float]]) -> str:
    """That several actors count on the same flights, so that their lines cannot all be true at once."""
    if not shared:
        return "No two actors take the same vehicle here."
    said = "; ".join(f"{', '.join(name_of('actors', a) for a in who)} all take {name_of('race_vehicles', vehicle)}, with "
                     f"{_whole(total)} of its flights together" for vehicle, (who, total) in shared.items())  # fmt: skip
    over = any(total > 1 + 1e-9 for _, total in shared.values())
    rest = "Each line is drawn as if the others left it its share, so they cannot all come true" if over else "The shares fit"
    return f"In the promised case {said}. {rest}."


def growth_words(growth: pd.DataFrame, permits: pd.DataFrame, fact: object) -> str:
    """What the flown history grows by, and what is permitted."""
    by = growth.set_index("window")
    whole = by.loc["whole"]
    total = permits["launches_per_year"].sum()
    parts = ", ".join(f"{n:g} at {name_of('permitted_sites', s)}" for s, n in permits.itertuples(index=False))
    spans = {w: f"{_whole(row['growth_frac'])} ({row['first_year']:g} to {row['last_year']:g})" for w, row in by.iterrows()}
    return (
        f"Falcon 9 went from {whole['first']:g} launches in {whole['first_year']:g} to {whole['last']:g} in "
        f"{whole['last_year']:g}, "
        f"{_whole(whole['growth_frac'])} a year, doubling every {spoken(whole['doubling_years'], 2)} years. Its slowest five "
        f"years made {spans['slowest']} a year, its fastest {spans['fastest']}. The race takes the ledger's own fact, "
        f"{_whole(fact.central)} ({_whole(fact.low)} to {_whole(fact.high)}). Starship is permitted {total:g} launches a year: "
        f"{parts}."
    )


def printed_milestones(table: pd.DataFrame) -> pd.DataFrame:
    """What has happened, what is plan and what has ended, by side and date."""
    rows = [(name_of("sides", r.side), r.date, name_of("runners", r.actor), r.what, name_of("milestone_statuses", r.status),
             r.source_id) for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Side", "Date", "Who", "What", "State", "Source"])


def slip_words(slips: pd.DataFrame) -> str:
    """Which announced dates were kept, on both sides, one line each in the same words."""
    lines = []
    for side, own in slips.groupby("side", sort=False):
        said = [f"{name_of('runners', r.actor)}, {r.what}: announced by {r.due}, {name_of('milestone_statuses', r.status)} "
                f"{r.date}, {_late(r.months_late)}" for r in own.itertuples()]  # fmt: skip
        lines.append(f"**{name_of('sides', side)}.** {'; '.join(said)}.")
    return "\n\n".join(lines)


def _late(months: float) -> str:
    if np.isnan(months):
        return "by how much is not known"
    if abs(months) < 1:
        return "on time"
    return f"{spoken(abs(months), 2)} months {'later' if months > 0 else 'sooner'}"


def printed_goal(orbit: dict[str, dict[str, float]], ground: dict[str, dict[str, float]]) -> pd.DataFrame:
    """What the goal takes a year on both sides and in both cases, row beside row."""
    rows = []
    for side, values, lines in (("orbit", orbit, GOAL_ROWS_IN_ORBIT), ("ground", ground, GOAL_ROWS_ON_THE_GROUND)):
        for words, key, unit, shown in lines:
            cells = [spoken(units.convert(values[case][key], unit, shown) if unit else values[case][key]) for case in values]
            rows.append((name_of("sides", side), words, *cells))
    return _by(rows, ["Side", "A year of the goal takes", *(name_of("cases", case) for case in orbit)])


def goal_words(orbit: dict[str, float], ground: dict[str, float], concept: str, site: str, case: str) -> str:
    """Both sides' goal in the same words and at the same length."""
    goal, meter = (spoken(units.convert(mw, "MW", "GW")) for mw in (orbit["goal_mw"], ground["meter_mw"]))
    start = f"In the {case} case {goal} GW of peak IT power a year"
    return (
        f"SpaceX's filing speaks of {goal} GW added every year, a million tonnes at 100 kW per tonne: "
        f"{spoken(orbit['flights_as_filed'])} launches of 100 t.\n\n"
        f"**Orbit.** {start} with the satellites of {name_of('concepts', concept)} take {spoken(orbit['flights'])} launches, "
        f"{spoken(orbit['over_permits'])} times Starship's permits and {spoken(orbit['over_world_launches'])} times the world's "
        f"launches of 2025, and {spoken(orbit['over_factory'])} of its factories; they live {spoken(orbit['life_years'])} years."
        f"\n\n**Ground.** {start} with campuses like {name_of('sites', site)} take {meter} GW at the meter, "
        f"{spoken(ground['over_turbines'])} times the world's turbine orders of 2025 and {spoken(ground['over_added'])} times "
        f"what the United States added in 2025, and {spoken(ground['over_manhattan'])} Manhattans; they live "
        f"{spoken(ground['life_years'])} years."
    )


def printed_rockets(table: pd.DataFrame) -> pd.DataFrame:
    """Each rocket's flights for a campus's power, by mass alone."""
    rows = [(name_of("race_vehicles", r.rocket), spoken(units.convert(r.payload_kg, "kg", "tonne")), spoken(r.flights),
             *(spoken(v) for v in (r.per_year, r.per_day, r.held_per_year)),
             spoken(r.record_per_year) if np.isfinite(r.record_per_year) else "none flown")
            for r in table.itertuples()]  # fmt: skip
    columns = ["Rocket", "Payload there [t]", "Flights for the fleet", "A year, to build it in the campus's time",
               "A day", "A year, to hold it", "Most flown in a year"]  # fmt: skip
    return _by(rows, columns)


def rocket_words(table: pd.DataFrame, years: float, site: str, case: str) -> str:
    """What Nova would have needed, and the same of the rockets that have flown."""
    by = table.set_index("rocket")
    nova, falcon, starship = (by.loc[r] for r in ("nova", "falcon_9", "starship_v3"))
    return (
        f"To stand where {name_of('sites', site)} stands, in the {spoken(years)} years from its decision to its full power, "
        f"OpenAI's fleet would have needed {spoken(nova['flights'])} flights of Nova in the {case} case, "
        f"{spoken(nova['per_day'])} a day, and {spoken(nova['held_per_year'])} a year ever after for what retires. Nova had not "
        f"flown by September 2026. By the same count Falcon 9, which has flown {spoken(falcon['record_per_year'])} times in a "
        f"year, would need {spoken(falcon['per_year'])} a year, and Starship {spoken(starship['per_year'])} at its announced "
        f"payload."
    )


def printed_race_facts(data: Data, subjects: tuple[str, ...]) -> pd.DataFrame:
    """The facts that the race adds to the ledger's: what, of what, number with range and unit, kind, source, where in it.

    Of the dates of decisions only those of the subjects.
    """
    rows = []
    for fact in tables.facts_of_race(data):
        is_date = fact.quantity.endswith("calendar_year")
        if fact.quantity == "decision_calendar_year" and fact.subject not in subjects:
            continue
        low, high = (np.nan if v is None else v for v in (fact.low, fact.high))
        between = "" if np.isnan(low) else f" ({low:g}–{high:g})"
        unit = fact.unit.replace("*", " ").replace("ft  3", "ft³").replace("1/year", "a year")
        text = f"{fact.central:g}{between}" if is_date else f"{with_range(fact.central, low, high)} {unit}"
        rows.append((data.quantity(fact.quantity).meaning, fact.subject.replace("_", " "), text, name_of("kinds", fact.kind),
                     fact.source_id, fact.locator))  # fmt: skip
    return _by(rows, ["Fact", "Of", "As published", "Kind", "Source", "Where in it"])


def range_words(race: pd.DataFrame, concept: str, case: str) -> str:
    """Where the chosen actor stands at the end, with the range of the draws."""
    own = race[(race["actor"] == concept) & (race["case"] == case) & (race["pace"] == "grown")].iloc[-1]
    between = spoken_range(own["low"], own["high"])
    spread = f" ({between})" if between else ""
    return (
        f"At the end of {own['year']} {name_of('concepts', concept)} stands at {spoken(own['mw'])}{spread} MW in the {case} "
        f"case, with {spoken(own['launches_per_year'])} launches of its vehicle and {spoken(own['placed_per_year'])} of its "
        f"satellites placed that year."
    )
