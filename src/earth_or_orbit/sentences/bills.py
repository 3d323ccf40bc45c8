"""Words and printed tables about household bills, tariffs, taxes and public money."""

import numpy as np
import pandas as pd

from earth_or_orbit import units
from earth_or_orbit.drawing.community import place_name
from earth_or_orbit.drawing.names import keys_of, name_of
from earth_or_orbit.drawing.numbers import spoken, spoken_range, with_range
from earth_or_orbit.facts import Data
from earth_or_orbit.tables import bills as tables
from earth_or_orbit.tables import taxes

NOT_STATED, HYPERION = "not stated", "place_hyperion_la_2030"
CLAIMS = {"promoter": "The utility", "critic": "A critics' group"}


def _by(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    """Rows printed under a single row of headings, the first column as their names."""
    return pd.DataFrame(rows, columns=columns).set_index(columns[0]).rename_axis(index=None, columns=columns[0])


def million(usd: float) -> str:
    """Dollars in millions."""
    return spoken(units.convert(usd, "USD", "million_USD"))


def _bracket(row: pd.Series) -> str:
    if row["low"] < 0:  # a dash between two minus signs cannot be read
        return f"{spoken(row['central'])} ({spoken(row['low'])} to {spoken(row['high'])})"
    return with_range(row["central"], row["low"], row["high"])


def printed_tariffs(data: Data) -> pd.DataFrame:
    """Each tariff's rule, and what it leaves of a dollar that was built."""
    rows = []
    for r in tables.tariffs(data).itertuples():
        term = NOT_STATED if np.isnan(r.term_years) else f"{r.term_years:g}"
        if np.isfinite(r.bound_years) and r.bound_years != r.term_years:
            term += ", plants for life"
        share = NOT_STATED if np.isnan(r.payment_frac) else spoken(100 * r.payment_frac)
        left = NOT_STATED if np.isnan(r.left) else with_range(*(100 * v for v in (r.left, r.left_low, r.left_high)))
        above = NOT_STATED if np.isnan(r.threshold_mw) else spoken(r.threshold_mw)
        rows.append((name_of("tariffs", r.tariff), above, term, share, f"{r.life_years:g}", left))
    return _by(rows, ["Rule", "From [MW]", "Term [years]", "Site pays [%]", "Book life [years]",
                      "Left to others if the site goes then [%]"])  # fmt: skip


def printed_bills(table: pd.DataFrame) -> pd.DataFrame:
    """Every case: what it adds to a household's bill, and what was printed for the same."""
    rows = []
    for r in table.itertuples():
        shown = pd.Series({"central": r.published, "low": r.published_low, "high": r.published_high})
        printed = "–" if np.isnan(r.published) else _bracket(shown)
        name = name_of("household_bills", r.case).replace("\n", " ").replace("$", "USD ")
        own = pd.Series({"central": r.central, "low": r.low, "high": r.high})
        rows.append((name, name_of("bill_groups", r.group), _bracket(own), printed))
    return _by(rows, ["Case", "What it is", "Computed [USD a month]", "Printed [USD a month]"])


def checks_said(table: pd.DataFrame) -> str:
    """How far the rule stands from bills that a utility printed for other things it built."""
    own = table[table["group"] == "check"]
    parts = [f"{name_of('household_bills', r.case).replace(chr(10), ' ').replace('$', 'USD ')}: {spoken(r.central)} "
             f"against {spoken(r.published)}" for r in own.itertuples()]  # fmt: skip
    ratio = own["central"] / own["published"]
    return (
        f"The rule is tried on four costs whose bill was printed, in USD a month: {'; '.join(parts)}. Computed over printed "
        f"runs from {spoken(ratio.min())} to {spoken(ratio.max())}: a bill here is known to about "
        f"{spoken(100 * (ratio - 1).abs().max(), 1)} %, before the bracket of its own case."
    )


def louisiana_said(data: Data, table: pd.DataFrame) -> str:
    """The line for Hyperion, the utility's dollar a month, and what stands when the contract ends."""
    line, least = (table.set_index("case").loc[name] for name in ("louisiana_line", "louisiana_line_least"))
    end = tables.after_the_contract(data)
    years = end["life_years"] - end["term_years"]
    return (
        f"The line charged to all customers adds USD {_bracket(line)} a month to a household's bill at its dearer print and USD "
        f"{_bracket(least)} at its cheaper one; the utility says about {line['published']:g}, and before the commission "
        f"plus or minus one, since the campus will also carry part of what others pay today. The plants are paid by the campus "
        f"for {end['term_years']:g} of {end['life_years']:g} years. Then {spoken(100 * end['book_left_frac'])} % of their cost "
        f"stands in the books, and {spoken(100 * end['debt_left_frac'])} % is still to be paid back if payments are level "
        f"({spoken_range(100 * end['debt_left_low'], 100 * end['debt_left_high'])} %). If the campus leaves and nobody else "
        f"needs the plants, that is USD {with_range(end['bill'], end['bill_low'], end['bill_high'])} a month for each household "
        f"over {years:g} years; if they serve load that would have needed other plants, it is nothing. The utility calls "
        "the second case a gift of half-paid plants, its critics the first case a trap; no contract decides which."
    )


def claims_said(table: pd.DataFrame) -> str:
    """What both sides claim, per household and month, in the same words."""
    found = table.set_index("case")
    parts = [f"{who} puts the effect on other customers at USD {_bracket(found.loc[case])} a month for each household."
             for case, who in CLAIMS.items()]  # fmt: skip
    return (
        f"{' '.join(parts)} The first counts one campus and one utility over twenty years, the second all data centers of the "
        "state over fifteen: they do not contradict each other, and neither publishes the model behind it."
    )


def wisconsin_said(table: pd.DataFrame) -> str:
    """What the order of April 2026 changed for Fairwater."""
    found = table.set_index("case")
    return (
        f"In Wisconsin the utility proposed to leave a quarter of the plants on other customers: USD "
        f"{_bracket(found.loc['wisconsin_proposed'])} a month for each household. The order of 24 April 2026 leaves "
        f"{spoken(found.loc['wisconsin_ordered', 'central'])}: customers from 100 MW pay the full cost and take plants for their "
        "life. Distribution for the campus is built without the commission's review; on all customers it would add USD "
        f"{_bracket(found.loc['wisconsin_wires'])}."
    )


def printed_taxes(table: pd.DataFrame) -> pd.DataFrame:
    """Taxes of campus and fleet, the same lines."""
    rows = []
    for line in keys_of("tax_lines"):
        cells = []
        for side in ("ground", "orbit"):
            r = table[(table["line"] == line) & (table["side"] == side)].iloc[0]
            unit = "USD" if line == "forgone_per_job" else "million_USD"
            shown = [units.convert(v, "USD", unit) for v in (r.central, r.low, r.high)]
            zero = line == "launch_fees_paid" and side == "ground"
            cells.append("0 by definition" if zero else with_range(*shown))
        rows.append((name_of("tax_lines", line).replace("$", "USD"), *cells))
    return _by(rows, ["Line", "Ground", "Orbit"])


def taxes_said(data: Data, table: pd.DataFrame, site: str, concept: str) -> str:
    """Both sides' taxes in the same words, and where they differ."""
    told = [_side_said(table, side, place_name(site) if side == "ground" else name_of("concepts", concept))
            for side in ("ground", "orbit")]  # fmt: skip
    relief = "" if taxes.has_relief(data, site) else " No relief of this site's property tax is printed; none is counted."
    return (
        f"{told[0]} {told[1]}{relief} A campus can be taxed where it stands, and relief is a choice of its county; a satellite "
        "is taxed nowhere, so no authority gave it away. The line says what the same value would bear at the same rate."
    )


def _side_said(table: pd.DataFrame, side: str, name: str) -> str:
    own = table[table["side"] == side].set_index("line")
    a, b, c, d = (million(own.loc[line, "central"]) for line in (
        "computers_tax_forgone", "property_tax_forgone", "property_tax_paid", "launch_fees_paid"))  # fmt: skip
    return (
        f"{name}: USD {a} million a year of sales tax on computers and USD {b} million of property tax are not taken, USD {c} "
        f"million of property tax and USD {d} million of launch fees are paid; USD {_bracket(own.loc['forgone_per_job'])} a year "
        "is not taken for each permanent job."
    )


def fairwater_said(data: Data) -> str:
    """The district at Mount Pleasant: what the guarantee brings, and the debt that it pays."""
    d = taxes.fairwater_by_year(data)
    return (
        f"At Mount Pleasant the operator guarantees a value that bears USD "
        f"{with_range(*(float(million(d[k])) for k in ('due', 'due_low', 'due_high')))} million a year, gets USD "
        f"{million(d['rebate'])} million back where the cap binds, and leaves USD {million(d['paid'])} million. The district "
        f"owes USD {million(d['debt'])} million for the land prepared for Foxconn: {spoken(d['years'])} years of it "
        f"({spoken_range(d['years_low'], d['years_high'])}), fewer as more is built."
    )


def money_said(table: pd.DataFrame) -> str:
    """Public money for a job, ground and orbit in the same words."""
    told = []
    for side in ("ground", "orbit"):
        own = table[table["side"] == side]
        least, most = own.loc[own["per_job_usd"].idxmin()], own.loc[own["per_job_usd"].idxmax()]
        told.append(
            f"{name_of('sides', side)}: from USD {spoken(least['per_job_usd'])} for each promised job at "
            f"{name_of('places', least['place'])} to USD {spoken(most['per_job_usd'])} at {name_of('places', most['place'])}."
        )
    worst = table.loc[table["legal_usd"].idxmax()]
    return (
        f"{told[0]} {told[1]} At the least number of jobs that its law asks for, {name_of('places', worst['place'])} stands at "
        f"USD {spoken(worst['legal_usd'])}. Exemptions on computers make the large figures: a campus buys more of them for each "
        "job than a factory buys machines. Those of a fleet's computers are in the table of taxes, not here."
    )


def paid_said(data: Data) -> str:
    """What sites pay and bring where it is printed, and what a whole state forgoes."""
    parish = {f.valid_year: f.central for f in data.rows(HYPERION, "town_sales_tax_usd_per_year")}
    before, after = parish[min(parish)], parish[max(parish)]
    rent, works = (tables.three(data, HYPERION, q)[1] for q in ("rent_usd_per_year", "utilities_paid_by_site_usd"))
    own_works = tables.three(data, "place_rainier_in", "utilities_paid_by_site_usd")[1]
    full = tables.three(data, "place_google_fw_in", "tax_full_usd_per_year")[1]
    state = tables.three(data, "place_wisconsin", "sales_tax_forgone_usd_per_year")[1]
    four = tables.three(data, "place_wisconsin", "place_public_money_usd")
    return (
        f"Sites also pay. Sales tax in Richland Parish rose from USD {before:g} to {after:g} million in the first year of "
        f"construction, {spoken(100 * (after / before - 1))} %; Hyperion pays USD {million(rent)} million a year of rent and "
        f"says that it pays more than USD {million(works)} million for roads and other works. Rainier pays USD "
        f"{million(own_works)} million for water and sewers. Google at Fort Wayne would pay USD {million(full)} million a year "
        f"once its relief ends. Wisconsin as a whole forwent USD {million(state)} million of sales tax in its year 2025, and "
        f"four projects together are put at USD {million(four[0])} to {million(four[2])} million."
    )


def printed_orbit_taxes(data: Data) -> str:
    """What the law says of satellites, launches and their sites, as a Markdown list."""
    return "\n".join(f"- {f.text_value} (`{f.source_id}`)" for f in tables.texts(data, "orbit_taxes", "tax_text"))


def rules_said(data: Data) -> str:
    """What tariffs say beyond their numbers, with the sources."""
    told = [(name, f) for name in tables.WORDED for f in tables.texts(data, name, "tariff_text")]
    return " ".join(f"{name_of('tariffs', name)}: {f.text_value} (`{f.source_id}`)" for name, f in told)
