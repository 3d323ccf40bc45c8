"""Words and printed tables about the end of life: re-entries, derelicts, traffic and the night sky."""

import numpy as np
import pandas as pd

from earth_or_orbit.constants import DAYS_PER_YEAR
from earth_or_orbit.drawing.names import name_of
from earth_or_orbit.drawing.numbers import spoken, with_range
from earth_or_orbit.facts import Data
from earth_or_orbit.tables import end_of_life as tables
from earth_or_orbit.tables.mass_and_power import fact_of

LINES = {
    "satellites_count": "satellites", "satellite_mass_kg": "mass of one [kg]", "reentries_per_day": "re-entries a day",
    "reentering_kg_per_year": "mass that re-enters [t/year]", "alumina_ratio": "alumina over what meteoroids bring",
    "spiral_propellant_frac": "down by electric spiral: propellant [% of mass]", "spiral_days": "down by electric spiral: days",
    "burn_propellant_frac": "controlled burn: propellant [% of mass]", "decay_years": "dead: years until the air brings it down",
    "derelicts_per_year": "dead a year that nobody can bring down", "derelicts_count": "such dead standing",
    "derelicts_over_objects_ratio": "over what is catalogued in the shell today",
    "manoeuvres_by_area": "manoeuvres of one a year, by area alone", "manoeuvres": "the same, by area and objects at its height",
    "collisions_per_year": "collisions a year with catalogued objects if nobody dodged",
}  # fmt: skip
STANDING, SERVED_YEARS = 10_000, 5  # a round Starlink fleet and its design life, for a check that a reader can redo
PERCENT, TONNES = ("spiral_propellant_frac", "burn_propellant_frac"), ("reentering_kg_per_year",)


def _by(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    """Rows printed under a single row of headings, the first column as their names."""
    return pd.DataFrame(rows, columns=columns).set_index(columns[0]).rename_axis(index=None, columns=columns[0])


def _shown(name: str, value: float) -> str:
    factor = 100 if name in PERCENT else 1 / 1000 if name in TONNES else 1
    return spoken(factor * value)


def _claimed_to_upper(row: pd.Series, what: str) -> str:
    claimed, central, upper = (float(row[f"{what}_{name}"]) for name in ("claimed", "central", "upper"))
    return with_range(central, claimed, upper)


def printed_ends(table: pd.DataFrame) -> pd.DataFrame:
    """The end of life of every concept's fleet, a column each; the campus beside them."""
    columns = {name_of("concepts", r["concept"]): r for _, r in table.iterrows()}
    rows = [(words, *(_shown(name, float(own[name])) for own in columns.values()), "0 by definition")
            for name, words in LINES.items()]  # fmt: skip
    casualties = ("people hit a year if uncontrolled (claimed–upper)",
                  *(_claimed_to_upper(own, "casualties_year") for own in columns.values()), "0 by definition")  # fmt: skip
    rows.insert(5, casualties)
    return _by(rows, ["Line", *columns, "A campus"])


def ends_said(own: dict[str, float], concept: str) -> str:
    """One fleet's end of life in words: re-entries, people beneath, and what stays up."""
    row = pd.Series(own)
    rule = "stays below" if own["casualties_one_central"] <= own["casualty_limit"] else "exceeds"
    return (
        f"{spoken(own['satellites_count'])} satellites of {name_of('concepts', concept)} bring "
        f"{spoken(own['reentries_per_day'])} re-entries a day and {spoken(own['reentering_kg_per_year'] / 1000)} t a year. "
        "One uncontrolled re-entry hits "
        f"{_claimed_to_upper(row, 'casualties_one')} people on average; the central value {rule} the agencies' limit of "
        f"{spoken(own['casualty_limit'])} per re-entry. A year of them hits {_claimed_to_upper(row, 'casualties_year')}. The low "
        "end is SpaceX's own figure for its newest satellites by mass, the high end as much surviving mass as a satellite "
        "of 1991; between them stands a judgement, since nobody has published how a satellite full of servers burns up. A "
        "controlled burn into an empty ocean avoids it for "
        f"{spoken(100 * own['burn_propellant_frac'])} % of the mass in propellant, for those that still obey."
    )


def ends_of(data: Data, concept: str, case: str, satellites_count: float, fleet_age_years: float) -> dict[str, float]:
    """The values of `tables.end_of_life.ends` with the agencies' limit beside them."""
    own = tables.ends(data, concept, case, satellites_count, fleet_age_years)
    return own | {"casualty_limit": fact_of(data, "casualty_rule", "reentry_casualties_count"), "age_years": fleet_age_years}


def left_behind_said(own: dict[str, float]) -> str:
    """Derelicts and traffic of one fleet."""
    if not np.isfinite(own["derelicts_count"]):
        return "At this height the tables of air and traffic say nothing."
    return (
        f"If {spoken(100 * own['undisposed_frac'])} % of the satellites die before they can be brought down, as many as of "
        f"Starlinks, {spoken(own['derelicts_per_year'])} a year are left; at {spoken(own['orbit_altitude_km'])} km the air takes "
        f"{spoken(own['decay_years'])} years, so {spoken(own['derelicts_count'])} stand after {own['age_years']:g} years, "
        f"{spoken(own['derelicts_over_objects_ratio'])} times what is catalogued in that shell of 50 km. It holds "
        f"{spoken(own['density_ratio'])} times as many objects to dodge per volume as Starlink's did; by that and by area, one "
        f"satellite would dodge {spoken(own['manoeuvres'])} times a year against Starlink's {spoken(own['flown_manoeuvres'])}. "
        f"If nobody dodged, the fleet would meet a catalogued object {spoken(own['collisions_per_year'])} times a year."
    )


def with_rates(data: Data, own: dict[str, float]) -> dict[str, float]:
    """The same values with the share that dies undisposed and the flown fleet's manoeuvres."""
    undisposed = fact_of(data, "starlink_fleet", "undisposed_satellite_frac")
    flown = fact_of(data, "starlink_fleet", "reference_satellite_manoeuvres_count_per_year")
    return own | {"undisposed_frac": undisposed, "flown_manoeuvres": flown}


def printed_checks(table: pd.DataFrame) -> pd.DataFrame:
    """Published risks of re-entry beside the same fragments in our formula."""
    rows = [(name_of("reentry_checks", r.subject), "one re-entry" if r.what == "count" else "a year", spoken(r.published),
             spoken(r.ours)) for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Of", "People hit in", "Published", "Here, from the published fragments"])


def checks_said(table: pd.DataFrame, seen: pd.DataFrame) -> str:
    """What agrees with the published risks and what does not, and why."""
    row = table.set_index("subject")
    faa = row.loc["faa_2035"]
    flown = seen.set_index("subject").loc["starlink_fleet"]
    steady = STANDING / SERVED_YEARS / DAYS_PER_YEAR
    return (
        "UARS agrees because the density of people beneath it is taken from the same publication: it tests the formula, not the "
        f"people. From the FAA's own number of fragments we get {spoken(faa['ours'])} people a year against its "
        f"{spoken(faa['published'])}: its area per fragment is not printed, and is about "
        f"{spoken(faa['published'] / faa['ours'])} times ours for 300 g. Seen in the sky: "
        f"{with_range(flown['central'], flown['low'], flown['high'])} Starlinks a day in 2025, of a fleet that grew; a "
        f"fleet of {spoken(STANDING)} in the steady state of five years: {spoken(steady)}."
    )


def clock_said(data: Data) -> str:
    """The mean time to a collision by our table beside the published ones."""
    first, second = (fact_of(data, name, "collision_wait_days") for name in ("crash_clock_first", "crash_clock_revised"))
    return (
        f"Summed over all shells as a gas, our table gives a collision every {spoken(tables.collision_wait_days(data))} days if "
        f"nobody dodged; published with the same areas, for June 2025: {spoken(first)} days at first, {spoken(second)} when "
        "revised. "
        "These are encounters within 10 m that satellites now avoid, no forecast."
    )


def sky_said(table: pd.DataFrame) -> str:
    """What the proportion says and what it does not."""
    low, high = table["visible_count"].min(), table["visible_count"].max()
    stars = table["stars_count"].max()
    more = "more than" if low > stars else "fewer than" if high < stars else "between fewer and more than"
    return (
        f"By proportion {spoken(low)} to {spoken(high)} of this fleet would be seen at once at the worst moment, {more} the "
        f"{spoken(stars)} stars. The published counts are for satellites, heights, coatings, a place and evenings of their own; "
        "they are visible for some hours around twilight, not all night, and a telescope sees those that the eye does not. A "
        "campus adds its lamps to the sky of its neighbours, which is counted by nobody here."
    )
