"""Words and printed tables about assembly in orbit, repair, refresh and spares."""

import numpy as np
import pandas as pd

from earth_or_orbit.drawing.names import name_of
from earth_or_orbit.drawing.numbers import spoken, spoken_range, with_range
from earth_or_orbit.facts import Data
from earth_or_orbit.tables import assembly as tables

BLANK = "–"


def _by(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    """Rows printed under a single row of headings, the first column as their names."""
    return pd.DataFrame(rows, columns=columns).set_index(columns[0]).rename_axis(index=None, columns=columns[0])


def _t(kg: float) -> str:
    return spoken(kg / 1000)


def _zero(value: float, is_zero: bool) -> str:
    return "0 by definition" if is_zero else spoken(value)


def _robots(value: float) -> str:
    """Robots as one counts them: a share of one is told as less than one."""
    return "less than one" if 0 < value < 1 else _whole(value)


def _whole(value: float) -> str:
    """A count, rounded up."""
    return f"{np.ceil(value):,.0f}" if np.isfinite(value) else BLANK


def printed_ways(table: pd.DataFrame) -> pd.DataFrame:
    """Three ways to build one fleet, and what each takes."""
    rows = []
    for r in table.itertuples():
        free = r.joints_count == 0
        rows.append((f"{name_of('ways_to_build', r.way)}, {name_of('paces', r.pace)}", spoken(r.pieces_count),
                     _zero(r.joints_count, free), _zero(r.robot_hours, free),
                     "0 by definition" if free else _robots(r.robots_launched_count), spoken(r.flights_count),
                     _zero(r.staff_hours, free), "0 by definition" if free else _t(r.rendezvous_propellant_kg),
                     _t(r.spares_kg_per_year)))  # fmt: skip
    return _by(rows, ["Way and pace", "Pieces", "Joints", "Robot hours", "Robots launched", "Flights",
                      "Staff hours on the ground", "Rendezvous propellant [t]", "Spares [t/year]"])  # fmt: skip


def ways_said(table: pd.DataFrame, campaign_years: float, it_power_average_mw: float) -> str:
    """What separates the three ways, in one paragraph."""
    free = table[table["way"] == "free_flyers"].iloc[0]
    docked, whole = (table[table["way"] == way].set_index("pace") for way in ("docked_modules", "one_structure"))
    return (
        f"For {spoken(it_power_average_mw)} MW of average IT power, {spoken(free['pieces_count'])} free flyers have no joint. "
        f"Docked, the same satellites take {_robots(docked.loc['assumed', 'robots_count'])} of NASA's robots at the pace that "
        f"its study assumes and {_robots(docked.loc['seen', 'robots_count'])} at the pace of Dextre's first swap, for "
        f"{campaign_years:g} years. One structure in pieces as small as NASA's has "
        f"{spoken(whole.loc['assumed', 'joints_count'])} joints: {_robots(whole.loc['assumed', 'robots_count'])} robots "
        f"that never stop at the first pace, {_robots(whole.loc['seen', 'robots_count'])} at the second. The robots take up to "
        f"{spoken(100 * (whole.loc['seen', 'flights_count'] / free['flights_count'] - 1))} % more flights than the "
        f"{spoken(free['flights_count'])} that carry the satellites."
    )


def station_said(rate: dict[str, float]) -> str:
    """What the fleet would take at the rate at which the station was built."""
    return (
        f"The station rose at {_t(rate['station_kg_per_flight'])} t a flight and {_t(rate['station_kg_per_year'])} t a year. At "
        f"its rate the {_t(rate['mass_kg'])} t of this fleet would take {spoken(rate['flights_count'])} flights and "
        f"{spoken(rate['years_by_mass'])} years by mass, {spoken(rate['years_by_power'])} years by power, and "
        f"{spoken(rate['hours'])} hours of spacewalks. It was built by crews, once, with pauses of years, and nobody plans to "
        "repeat that: the rate says how far a plan leaves what has been done, not what can be done."
    )


def printed_keeping(table: pd.DataFrame) -> pd.DataFrame:
    """Failures in place against visits, and technicians, every concept."""
    rows = [(name_of("concepts", r.concept), f"{r.service_years:g}", spoken(100 * r.mean_capacity_frac),
             spoken(100 * r.end_capacity_frac), spoken(r.over_provision_ratio), _t(r.over_provision_kg_per_mw_year),
             spoken(r.visits_per_mw_year), spoken(r.failures_per_mw_year), _t(r.servicing_kg_per_mw_year),
             with_range(*(100 * v for v in (r.break_even_frac_per_year, r.break_even_low, r.break_even_high))),
             spoken(r.technician_hours_per_mw_year))
            for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Concept", "Years", "% working, mean", "% at the end", "Flown per one that works",
                      "Left in place [t/MW/year]", "Visits [a MW and year]", "Swaps [a MW and year]", "Serviced [t/MW/year]",
                      "Break-even [% failing a year]", "On the ground: technicians [h/MW/year]"])  # fmt: skip


def keeping_said(table: pd.DataFrame, concept: str) -> str:
    """Which of leaving in place and servicing launches less mass for one concept, and the ground by the same failures."""
    row = table.set_index("concept").loc[concept]
    rate, even = 100 * row["failure_frac_per_year"], 100 * row["break_even_frac_per_year"]
    if not np.isfinite([row["over_provision_kg_per_mw_year"], row["servicing_kg_per_mw_year"]]).all():
        return f"With these settings the satellites of {name_of('concepts', concept)} have no mass to compare."
    less = "Servicing" if row["servicing_kg_per_mw_year"] < row["over_provision_kg_per_mw_year"] else "Leaving them in place"
    low, high = 100 * row["break_even_low"], 100 * row["break_even_high"]
    span = spoken_range(low, high)
    at = f"at {spoken(even)} % a year" + (f" ({span})" if span else "")
    reached = at if np.isfinite(even) else "at no rate up to five a year"
    both = low < rate and not rate >= high
    held = ", but the range of what we judge of servicers holds both answers" if both else ""
    return (
        f"At {spoken(rate)} % failing a year {name_of('concepts', concept)} keeps {spoken(100 * row['mean_capacity_frac'])} % of "
        f"its accelerators at work on average without repair ({spoken(100 * row['without_burn_in'])} % without a burn-in). Left "
        f"in place they cost {_t(row['over_provision_kg_per_mw_year'])} t/MW a year of extra satellites, serviced once a year "
        f"{_t(row['servicing_kg_per_mw_year'])} t/MW a year of servicers, propellant and parts; the two are equal {reached}. "
        f"{less} launches less{held}. On the ground the same failures take "
        f"{spoken(row['technician_hours_per_mw_year'])} hours of technicians per MW and year and no launch. "
        "What a serviced fleet loses between visits is in the figure, not in these masses; outside the space "
        "station no robot has swapped a satellite's electronics since 2007."
    )


def survival_said(data: Data, failure_frac_per_year: float) -> str:
    """What published lives say of infant mortality and wear-out, and what the fleet here is given."""
    first, second = (tables.fact_of(data, f"titan_{batch}_batch", "accelerator_failure_frac_per_year") for batch in (
        "first", "second"))  # fmt: skip
    curves = tables.survival_curves(data, failure_frac_per_year).set_index("curve")
    kinds = curves.loc["satellites_1990_2008"].set_index("age_years")["left_frac"]
    return (
        f"Satellites of all kinds launched from 1990 to 2008 lost {spoken(100 * (1 - kinds.loc[1.0]))} % in their first year and "
        f"{spoken(100 * (1 - kinds.loc[5.0]))} % in five: infant mortality. Titan's GPUs show none: a first batch failed at "
        f"{spoken(100 * first)} % a year, most by a resistor that aged, and a second at {spoken(100 * second)} %. The rate here, "
        f"{spoken(100 * failure_frac_per_year)} % a year, counts faults that stopped a job of Meta's in 2024, not parts that "
        "were changed, and stands for both sides. No accelerator's life in orbit has been published."
    )


def published_said(data: Data, table: pd.DataFrame, concept: str) -> str:
    """JPL's published replenishment and operations beside ours."""
    jpl, row = tables.published_keeping(data), table.set_index("concept").loc[concept]
    return (
        f"JPL's paper replaces {_t(jpl['kg_per_mw_year'])} t/MW a year of {_t(jpl['deployed_kg_per_mw'])} t/MW deployed, "
        f"{spoken(100 * jpl['share_here_frac'])} % a year, with {spoken(jpl['operations'])} operations per MW and year. Ours, in "
        f"MW of peak: {_t(row['replenishment_kg_per_mw_year'])} t/MW a year where whole satellites are renewed each "
        f"{row['service_years']:g} years, and {spoken(row['failures_per_mw_year'])} swaps. JPL keeps its structure and swaps "
        "modules of every kind; ours counts accelerators alone and throws the rest away, so the masses differ by what is kept "
        "and the operations by what is counted."
    )


def refresh_said(table: pd.DataFrame, horizon_years: float) -> str:
    """What a short chip life costs where satellite and chip come down together, and what flying on saves."""
    worst = table.loc[table["life_unused_frac"].idxmax()]
    return (
        f"Chips of {worst['chip_years']:g} years in satellites of {worst['satellite_years']:g}: down together, "
        f"{spoken(worst['together_sets'])} sets over {horizon_years:g} years and {spoken(100 * worst['life_unused_frac'])} % of "
        f"each satellite's life unused; flown on, {spoken(worst['flown_on_sets'])} sets, and "
        f"{spoken(100 * worst['flown_past_life_frac'])} % of the time with chips past their life. On the ground chips are "
        "swapped and the building stays, so nothing of it is thrown away with them: zero by definition."
    )


def spares_said(table: pd.DataFrame, held_frac: float, confidence_frac: float) -> str:
    """What holding a share of a fleet takes in spares."""
    central, worst = table[table["loss"] == "central"].iloc[-1], table[table["loss"] == "high"].iloc[-1]
    return (
        f"To hold {spoken(100 * held_frac)} % of {spoken(central['satellites_count'])} satellites with "
        f"{spoken(100 * confidence_frac)} % confidence and one delivery a year takes {_whole(central['spares_count'])} "
        f"spares at Starlink's loss rate and {_whole(worst['spares_count'])} at its high end. Every lost satellite is "
        "launched again in either case: spares move launches forward, they do not save them. A campus holds capacity with parts "
        "on its shelves."
    )
