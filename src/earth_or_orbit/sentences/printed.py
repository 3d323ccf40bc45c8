"""Tables as a reader sees them: display names, shown units, three significant digits, ranges in brackets."""

import pandas as pd

from earth_or_orbit.drawing.names import line_unit, name_of, shown, words_of
from earth_or_orbit.drawing.numbers import spoken, with_range
from earth_or_orbit.facts import Data
from earth_or_orbit.scenario import SIDES
from earth_or_orbit.study import Comparison
from earth_or_orbit.tables import ledger, ratios

HEADLINE = (
    "campus_land_m2", "fuel_chain_land_m2", "launch_and_ground_station_land_m2", "site_water_consumption_m3_per_year",
    "power_plant_water_consumption_m3_per_year", "carbon_intensity_kgco2e_per_mwh", "cost_per_accelerator_hour_usd",
    "launches_per_year", "permanent_jobs_count", "months_to_first_power", "months_to_full_power",
    "delivered_share_at_horizon_frac", "round_trip_time_median_ms",
)  # fmt: skip


def _by(table: pd.DataFrame, first: str) -> pd.DataFrame:
    """The table with one column as its row names, printed under a single row of headings."""
    return table.set_index(first).rename_axis(index=None, columns=first)


def _cell(row: pd.Series) -> str:
    if row["limit"]:
        return "infeasible"
    if row["zero"]:
        return "0 by definition"
    return with_range(*(float(shown(row["line"], row[column])) for column in ("central", "low", "high")))


def printed_ledger(pair: Comparison, drawn: Comparison, lines: tuple[str, ...] | None = None) -> pd.DataFrame:
    """The ledger of one pair: line, unit, ground, orbit, orbit ÷ ground; ranges are 5 to 95 % of the draws."""
    table = ledger(pair, drawn)
    compared = ratios(pair, drawn).set_index("line")
    rows = []
    for line in lines or tuple(dict.fromkeys(table["line"])):
        own = {side: table[(table["line"] == line) & (table["side"] == side)].iloc[0] for side in SIDES}
        ratio = with_range(*compared.loc[line, ["ratio", "low", "high"]]) if line in compared.index else "–"
        rows.append((name_of("lines", line), line_unit(line), *(_cell(own[side]) for side in SIDES), ratio))
    return _by(pd.DataFrame(rows, columns=["Line", "Unit", "Ground", "Orbit", "Orbit ÷ ground"]), "Line")


def printed_headline(pairs: list[tuple[Comparison, Comparison]]) -> pd.DataFrame:
    """The headline lines of several pairs beside each other: a column for each side of each pair."""
    columns: dict[str, list[str]] = {"Line": [name_of("lines", line) for line in HEADLINE],
                                     "Unit": [line_unit(line) for line in HEADLINE]}  # fmt: skip
    for pair, drawn in pairs:
        table = printed_ledger(pair, drawn, HEADLINE)
        columns[f"{name_of('sites', pair.site)}: ground"] = list(table["Ground"])
        columns[f"{name_of('concepts', pair.concept)}: orbit"] = list(table["Orbit"])
    return _by(pd.DataFrame(columns), "Line")


def printed_facts(used: pd.DataFrame, quantities: tuple[str, ...] = ()) -> pd.DataFrame:
    """Facts used, with their sources: side, fact, number with range and unit as published, kind, source, where in it."""
    own = used[used["quantity"].isin(quantities)] if quantities else used
    rows = [
        (name_of("sides", r.side), words_of(r.quantity), r.subject.replace("_", " "), r.as_published,
         name_of("kinds", r.kind) + (", donor" if r.donor else ""), r.source_id, r.locator)
        for r in own.itertuples()
    ]  # fmt: skip
    columns = ["Side", "Fact", "Of", "As published", "Kind", "Source", "Where in it"]
    return _by(pd.DataFrame(rows, columns=columns), "Side")


def printed_sources(data: Data, used: pd.DataFrame) -> str:
    """The sources of the facts used, as a Markdown list: id, title, publisher, address, how many facts."""
    counts = used.groupby("source_id").size()
    rows = []
    for source_id in sorted(counts.index, key=str.lower):
        source = data.sources[source_id]
        title = f"[{source.title}]({source.url})" if source.url else source.title
        by = f", {source.publisher}" if source.publisher and source.publisher != source.title else ""
        count = "1 fact" if counts[source_id] == 1 else f"{counts[source_id]} facts"
        rows.append(f"- `{source_id}`: {title}{by} ({count})")
    return "\n".join(rows).replace("$", "USD ")


def rounded(table: pd.DataFrame, digits: int = 3) -> pd.DataFrame:
    """The table with its numbers as text of three significant digits, whole numbers in full."""
    whole, broken = table.select_dtypes("integer").columns, table.select_dtypes("floating").columns
    texts = {column: [f"{v:,}" for v in table[column]] for column in whole}
    return table.assign(**texts, **{column: [spoken(v, digits) for v in table[column]] for column in broken})


def printed_swings(table: pd.DataFrame) -> pd.DataFrame:
    """What moves a ratio: fact, of what, the ratio at its published low and high."""
    rows = [(words_of(r.quantity), r.subject.replace("_", " "), spoken(r.at_low), spoken(r.at_high),
             name_of("kinds", r.kind) + (", donor" if r.donor else "")) for r in table.itertuples()]  # fmt: skip
    return _by(pd.DataFrame(rows, columns=["Fact", "Of", "Ratio at its low", "Ratio at its high", "Kind"]), "Fact")


def printed_disagreements(table: pd.DataFrame) -> pd.DataFrame:
    """Where sources disagree: fact, of what, value, unit, source, whether it is the one used, and the spread."""
    rows = [(words_of(r.quantity), r.subject.replace("_", " "), spoken(r.value), r.unit, r.source_id,
             "used" if r.used else "", spoken(r.ratio)) for r in table.itertuples()]  # fmt: skip
    columns = ["Fact", "Of", "Value", "Unit", "Source", "Used", "÷ the one used"]
    return _by(pd.DataFrame(rows, columns=columns), "Fact")


def printed_campuses(table: pd.DataFrame) -> pd.DataFrame:
    """Some ledger lines of every campus, a column each with its unit."""
    lines = list(dict.fromkeys(table["line"]))
    words = {
        f"{name_of('lines', line)} [{line_unit(line)}]": [
            with_range(*(float(shown(line, v)) for v in (r.central, r.low, r.high)))
            for r in table[table["line"] == line].itertuples()
        ]
        for line in lines
    }
    sites = [name_of("sites", site) for site in table[table["line"] == lines[0]]["site"]]
    return _by(pd.DataFrame({"Campus": sites, **words}), "Campus")


def printed_powers(table: pd.DataFrame) -> pd.DataFrame:
    """Every kind of megawatt of every campus, with MW per acre; what is computed says so."""
    rows = [(name_of("sites", r.site), r.basis.replace("_", " ").replace("it ", "IT "), spoken(r.mw), spoken(r.mw_per_acre),
             "published" if r.published else "computed") for r in table.itertuples()]  # fmt: skip
    return _by(pd.DataFrame(rows, columns=["Campus", "Kind", "MW", "MW per acre", "From"]), "Campus")


def printed_fleets(table: pd.DataFrame) -> pd.DataFrame:
    """Every concept at the same average IT power."""
    rows = [
        (name_of("concepts", r.concept), spoken(r.satellites_count), spoken(r.unit_copies_count),
         spoken(r.satellite_power_peak_kw), spoken(r.satellite_mass_kg / 1000), spoken(r.fleet_mass_kg / 1000),
         spoken(r.launches_per_year), spoken(100 * r.delivered_share_at_horizon_frac))
        for r in table.itertuples()
    ]  # fmt: skip
    columns = ["Concept", "Satellites", "Copies of the published unit", "Peak kW each", "t each", "Fleet t",
               "Launches a year", "% standing at the horizon"]  # fmt: skip
    return _by(pd.DataFrame(rows, columns=columns), "Concept")


def printed_parts(table: pd.DataFrame) -> pd.DataFrame:
    """What each side's total is made of, a row per part and the total last."""
    bars, parts = list(dict.fromkeys(table["bar"])), list(dict.fromkeys(table["part"]))
    values = table.set_index(["part", "bar"])["value"]
    rows = [(name_of("parts", part), *(spoken(values[part, bar]) for bar in bars)) for part in parts]
    rows.append(("total", *(spoken(table.loc[table["bar"] == bar, "value"].sum()) for bar in bars)))
    columns = [f"Part [{table['unit'].iloc[0]}]", *(name_of("sides", bar) for bar in bars)]
    return _by(pd.DataFrame(rows, columns=columns), columns[0])


def printed_steps(table: pd.DataFrame) -> pd.DataFrame:
    """A radiator's way from the demonstrated facts to the promised ones, one fact at a time."""
    rows = [(words_of(r.changed) or "demonstrated facts", spoken(r.from_value) if r.changed else "",
             f"{spoken(r.to_value)} {r.unit.replace('frac', '')}".rstrip() if r.changed else "", spoken(r.radiator_area_m2))
            for r in table.itertuples()]  # fmt: skip
    return _by(pd.DataFrame(rows, columns=["Changed", "From", "To", "Radiator [m²]"]), "Changed")


def printed_weights(table: pd.DataFrame, side: str, rows_shown: int) -> pd.DataFrame:
    """The facts that weigh most in a line on one side."""
    own = table[table["side"] == side].sort_values("weight_frac", ascending=False, kind="stable").head(rows_shown)
    rows = [(words_of(r.quantity), spoken(100 * r.weight_frac), spoken(r.elasticity),
             name_of("kinds", r.kind) + (", donor" if r.donor else "")) for r in own.itertuples()]  # fmt: skip
    return _by(pd.DataFrame(rows, columns=["Fact", "% of sensitivity", "Elasticity", "Kind"]), "Fact")
