"""Words and printed tables about jobs, water, roads and sound: each clause answered for both sides in the same words."""

import numpy as np
import pandas as pd

from earth_or_orbit import study, units
from earth_or_orbit.drawing.community import place_name
from earth_or_orbit.drawing.names import name_of
from earth_or_orbit.drawing.numbers import spoken, spoken_range, with_range
from earth_or_orbit.facts import Data
from earth_or_orbit.sentences.bills import million
from earth_or_orbit.tables import bills
from earth_or_orbit.tables import community as tables
from earth_or_orbit.tables.best_cases import best_cases
from earth_or_orbit.tables.places import campus, fleet

BLANK = "–"
BILLS_OF = {"hyperion_la_2030": ("louisiana_line", "louisiana_line"), "fairwater_wi": ("wisconsin_ordered", "wisconsin_proposed"),
            "fairwater_wi_full": ("wisconsin_ordered", "wisconsin_proposed")}  # fmt: skip


def _by(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    """Rows printed under a single row of headings, the first column as their names."""
    return pd.DataFrame(rows, columns=columns).set_index(columns[0]).rename_axis(index=None, columns=columns[0])


def answer(data: Data, table: pd.DataFrame, site: str, concept: str, case: str) -> str:
    """One sentence: jobs of both sides, and what a household pays for a site's wires where it is known."""
    own, flown = _row(table, site), _row(table, f"{concept}/{case}")
    scope = tables.same_scope(data, site, concept, case).set_index("side")
    alike = scope["at_place"] + scope["suppliers"]
    return (
        f"**{place_name(site)} keeps {_jobs(own)} permanent jobs at its place, {spoken(own['per_mw'])} per MW of average IT "
        f"power. A fleet of {name_of('concepts', concept)} of the same power is run by {flown['at_place']:,.0f} "
        f"({name_of('cases', case)}). With those who keep the plant up and renew it, the two keep {spoken(alike['ground'])} and "
        f"{spoken(alike['orbit'])} by one rule. {_bill_words(data, site)}**"
    )


def _row(table: pd.DataFrame, place: str) -> pd.Series:
    return table.set_index("place").loc[place]


def _jobs(row: pd.Series) -> str:
    return with_range(row["jobs"], row["low"], row["high"])


def _bill_words(data: Data, site: str) -> str:
    if site not in BILLS_OF:
        return "What its wires and plants add to a household's bill was not found."
    found = bills.household_bills(data).set_index("case")
    first, last = (found.loc[name] for name in BILLS_OF[site])
    low, high = min(first["low"], last["low"]), max(first["high"], last["high"])
    return (f"What was built for it adds USD {spoken(first['central'])} a month to a household's bill under the rule in force "
            f"({spoken_range(low, high)} over proposals and judgements).")  # fmt: skip


def infrastructure_said(data: Data, site: str, concept: str, case: str) -> str:
    """`overburden community infrastructure`, computed for both sides in the same order: water, bills, roads."""
    water = tables.water_shares(data, case)
    own = water[(water["site"] == site) & (water["flow"] == "water_mean")].iloc[0]
    share = (f"takes {spoken(100 * own['share'])} % of its town's water on a mean day" if np.isfinite(own["share"])
             else "takes water of a town whose own use was not found")  # fmt: skip
    road = tables.roads(data, site, concept, case)
    crashes = (f" {road['crashes']:g} crashes were counted beside it in nine months of construction, after "
               f"{road['crashes_before']:g} the year before." if site.startswith("hyperion") else "")  # fmt: skip
    years = road["fleet_h"] / tables.HOURS_OF_A_YEAR
    return (
        f"{place_name(site)} {share}. {_bill_words(data, site)} Hours of road closed for it were not found.{crashes} A fleet of "
        f"{name_of('concepts', concept)} of the same power takes no water for cooling; its launch pads take "
        f"{_launch_water(data, concept, case, site)} million gallons a year, whose towns were not found. What lines and plants "
        f"for its launch sites add to a household's bill was not found. Its {spoken(road['launches'])} launches a year would "
        f"close roads for {spoken(road['fleet_h'])} h, {spoken(100 * years)} % of one year's hours over all its pads, if each "
        f"closed one as is allowed at Boca Chica, {spoken(road['per_launch_h'])} h; a pad inside a federal range may close none."
    )


def _launch_water(data: Data, concept: str, case: str, site: str) -> str:
    ready = fleet(data, concept, case, tables.site_power_mw(data, site, case))
    return spoken(units.convert(study.value_of(ready, "launch_water_m3_per_year"), "m3/year", "Mgal/year"))


def standing_said(data: Data, site: str, concept: str, case: str) -> str:
    """How much of each side can stand within the horizon: what is said of it holds for the whole."""
    power = tables.site_power_mw(data, site, case)
    shares = {place_name(site): campus(data, site, case),
              f"the fleet of {name_of('concepts', concept)}": fleet(data, concept, case, power)}  # fmt: skip
    told = {name: study.value_of(one, "delivered_share_at_horizon_frac") for name, one in shares.items()}
    short = [f"{spoken(100 * share)} % of {name}" for name, share in told.items() if share < 1]
    if not short:
        return "Both sides can stand whole within the horizon."
    return f"Within the horizon {' and '.join(short)} can stand; jobs, launches, water and roads here are those of the whole."


def employment_said(table: pd.DataFrame, scope: pd.DataFrame, site: str, concept: str, case: str) -> str:
    """`limited enduring employment`, computed for both sides in the same words, beside works on the same land and others."""
    hyundai, promised = (_row(table, p) for p in ("place_hyundai_ga", "place_foxconn_promised_wi"))
    actual, solar = (_row(table, p) for p in ("place_foxconn_actual_wi", "place_portage_solar_wi"))
    flown, parts = f"A fleet of {name_of('concepts', concept)}, {name_of('cases', case)}", scope.set_index("side")
    ground = _employment(_row(table, site), parts.loc["ground"], place_name(site))
    return (
        f"{ground} {_employment(_row(table, f'{concept}/{case}'), parts.loc['orbit'], flown)} "
        f"For comparison, staff of Hyundai's works: {spoken(hyundai['per_acre'])} per acre and {spoken(hyundai['per_billion'])} "
        f"per billion dollars. Foxconn promised {spoken(promised['jobs'])} on Fairwater's land, "
        f"{spoken(promised['per_billion'])} per billion, and came to {_jobs(actual)}. Portage Solar: "
        f"{spoken(solar['per_mw'])} per MW and {spoken(solar['per_acre'])} per acre."
    )


def _employment(row: pd.Series, part: pd.Series, name: str) -> str:
    share = part["at_place"] / row["jobs"]  # a fleet's row counts those who renew it, too
    return (
        f"{name}: {spoken(part['at_place'])} people run it, {spoken(share * row['per_mw'])} per MW and "
        f"{spoken(share * row['per_acre'])} per acre; {with_range(part['suppliers'], part['low'], part['high'])} more keep its "
        f"plant up and renew it; {spoken(row['construction_per_mw'])} job-years of construction per MW, and "
        f"{spoken(100 * row['enduring_frac'])} % of all job-years within the horizon are not construction."
    )


def best_said(data: Data, site: str, concept: str) -> str:
    """The best case of each side in the same words: promised case, most jobs, least tax not taken."""
    table = best_cases(data, site, concept).set_index("side")
    names = {"ground": place_name(site), "orbit": f"A fleet of {name_of('concepts', concept)}"}
    return "\n\n".join(_best(table.loc[side], name) for side, name in names.items())


def _best(row: pd.Series, name: str) -> str:
    return (
        f"**{name}, best case.** It keeps {row['at_place']:,.0f} permanent jobs at its place, {spoken(row['per_mw'])} per MW and "
        f"{spoken(row['per_acre'])} per acre, and {spoken(row['suppliers'])} more among those whom it pays; "
        f"{spoken(100 * row['enduring_frac'])} % of all its job-years are not construction. USD "
        f"{million(row['forgone_usd_per_year'])} million of tax is not taken in a year. Its operator pays for wires and plants, "
        "and its roads and its sound stay within what is allowed."
    )


def printed_jobs(table: pd.DataFrame) -> pd.DataFrame:
    """Every place: jobs, least required, per MW, acre and billion dollars, construction, and what lasts."""
    rows = []
    for r in table.itertuples():
        rows.append((place_name(r.place), name_of("job_kinds", r.kind), with_range(r.jobs, r.low, r.high),
                     spoken(r.legal) if np.isfinite(r.legal) else BLANK, spoken(r.per_mw), spoken(r.per_acre),
                     spoken(r.per_billion), spoken(r.construction_per_mw),
                     spoken(100 * r.enduring_frac)))  # fmt: skip
    return _by(rows, ["Place", "What", "Permanent jobs", "Least by law", "Per MW", "Per acre", "Per USD billion",
                      "Construction job-years per MW", "Not construction [%]"])  # fmt: skip


def required_said(table: pd.DataFrame) -> str:
    """What was announced and what law or contract requires, and the staff of dedicated plants."""
    own = table[table["legal"].notna() & (table["kind"] == "campus")]
    told = "; ".join(f"{place_name(r.place)} {r.legal:,.0f} of {r.high:,.0f}" for r in own.itertuples())
    plants = _row(table, "place_gas_plants_la")
    return (
        f"Required by law, contract or filing, of the most that was announced: {told}. Plants built for one campus add few: "
        f"{plants['jobs']:,.0f} at three gas plants in Louisiana, {spoken(plants['per_mw'])} per MW of output."
    )


def scope_said(table: pd.DataFrame, site: str, concept: str, case: str) -> str:
    """The same scope on both sides: staff, and those who keep the plant up and renew it."""
    told = []
    for side, name in (("ground", place_name(site)), ("orbit", f"A fleet of {name_of('concepts', concept)}")):
        r = table[table["side"] == side].iloc[0]
        paid = with_range(r["suppliers"], r["low"], r["high"])
        told.append(f"{name}: {r['at_place']:,.0f} at the place, {paid} among those "
                    "who keep its plant up and renew it.")  # fmt: skip
    return (
        f"{' '.join(told)} The ledger's permanent jobs are the sum on both sides ({name_of('cases', case)}). Spending makes the "
        "second number: dear launches make jobs, and where they get cheaper, the jobs go with them."
    )


def checks_said(check: dict[str, float], concept: str) -> str:
    """The output per job that the ledger uses, beside counts that were published."""
    rule, name = with_range(check["rule"], check["rule_low"], check["rule_high"]), name_of("concepts", concept)
    return (
        f"The ledger's rule is USD {rule} of spending for a job. SpaceX's revenue over its last published staff is USD "
        f"{spoken(check['spacex_per_job'])}: the rule would give {spoken(check['spacex_by_rule'])} jobs where the firm has "
        f"{spoken(check['spacex_staff'])} of its own, since the rule's jobs include suppliers' and the revenue includes "
        f"subscriptions. Amazon's factory at Kirkland plans {spoken(check['kirkland'])} jobs for each satellite a year; SpaceX's "
        f"at Redmond makes {spoken(check['redmond'])} satellites a year and does not say with how many people. For one of {name} "
        f"at USD {million(check['satellite_usd'])} million the rule counts {spoken(check['by_rule'])}, its suppliers with it. "
        "Direct jobs of a factory are a small part of what the ledger counts."
    )


def printed_water(table: pd.DataFrame, site: str) -> pd.DataFrame:
    """Shares of the town's water and sewers, of sites whose town's figure was found."""
    rows = []
    for r in table[table["share"].notna()].itertuples():
        name = f"{place_name(r.site)}{' (chosen)' if r.site == site else ''}"
        flows = (spoken(r.site_m3_per_day), spoken(r.town_m3_per_day), spoken(100 * r.share))
        rows.append((name, name_of("town_flows", r.flow), *flows, r.town_is))
    return _by(rows, ["Campus", "Flow", "Campus [m3 a day]", "Town [m3 a day]", "Share [%]", "What the town's figure is"])


def memphis_said(data: Data, water: pd.DataFrame) -> str:
    """A utility's own share beside ours, which rests on a record day."""
    own = water[(water["site"] == "colossus1_tn") & (water["flow"] == "water_mean")].iloc[0]
    printed = bills.three(data, "town_colossus1_tn", "town_water_share_frac")[1]
    return (
        f"Memphis's utility puts the campus at about {spoken(100 * printed, 1)} % of its daily fresh water; beside the record "
        f"day of the table it is {spoken(100 * own['share'], 2)} %, since a mean day is smaller."
    )


def printed_noises(table: pd.DataFrame) -> pd.DataFrame:
    """Sounds as published, both sides in one table."""
    rows = []
    for r in table.itertuples():
        level = BLANK if np.isnan(r.level_db) else (
            spoken_range(r.low, r.high) if r.low != r.high else spoken(r.level_db))  # fmt: skip
        rows.append((name_of("noises", r.noise), level, spoken(r.distance_km), r.words, r.source_id))
    return _by(rows, ["Sound", "Level [dB]", "Distance [km]", "What is said", "Source"])


def noise_said(data: Data, site: str, concept: str, case: str) -> str:
    """Which sound lasts and which does not, in the same words."""
    launches = tables.roads(data, site, concept, case)["launches"]
    return (
        "A campus hums all year; levels near homes are printed from 40 to 60 dB, and complaints come from below the limit, since "
        f"a steady tone is heard through it. A fleet of {name_of('concepts', concept)} of the same power lifts off "
        f"{spoken(launches)} times a year over all its pads ({name_of('cases', case)}); where boosters return, each adds a boom, "
        "measured at 125 dB at its peak six miles away and above what the agency had predicted. A peak of less than a second and "
        "a steady level must not be subtracted: no measure that both sides publish exists."
    )


def roads_said(data: Data, site: str, concept: str, case: str) -> str:
    """Crashes and closures as published, and what else was said of roads and schools."""
    r = tables.roads(data, site, concept, case)
    ground, orbit = (" ".join(f"{f.text_value} (`{f.source_id}`)" for f in bills.texts(data, town, "road_text"))
                     for town in ("town_richland_la", "town_boca_chica_tx"))  # fmt: skip
    return (
        f"Beside Hyperion's site {r['crashes']:g} crashes were counted from January to mid-September 2025, against "
        f"{r['crashes_before']:g} in all of 2024. {ground}\n\nAt Boca Chica the road to the beach may be closed "
        f"{r['allowed_h']:g} h a year and {r['allowed_high_h'] - r['allowed_h']:g} more after anomalies: "
        f"{spoken(r['per_launch_h'])} h for each of the launches allowed. {orbit}"
    )
