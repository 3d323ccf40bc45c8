"""Tidy tables of household bills: what was built for a site, who pays it under its tariff, and what both sides claim."""

import numpy as np
import pandas as pd

from earth_or_orbit import units
from earth_or_orbit.facts import Data, Fact, FactError
from earth_or_orbit.quantities import bills
from earth_or_orbit.quantities.refresh_rule import capital_recovery_frac_per_year

FILES = ("data/facts/community.csv",)
Three = tuple[float, float, float]  # low, central, high
COMMON = "us_utility"
# Case -> subject of the cost, its source where several print one, and the utility whose customers share it.
BUILT = {
    "storm_bonds": ("bill_storm_bonds", None, "entergy_louisiana"),
    "hardening": ("bill_hardening", None, "entergy_louisiana"),
    "hyundai_wires": ("bill_hyundai_wires", None, "entergy_louisiana"),
    "louisiana_line": ("bill_louisiana_line", "ucs-blog", "entergy_louisiana"),
    "louisiana_line_least": ("bill_louisiana_line", "br-approval", "entergy_louisiana"),
    "louisiana_plants_left": ("bill_louisiana_plants", None, "entergy_louisiana"),
    "louisiana_seven_half": ("bill_louisiana_seven", None, "entergy_louisiana"),
    "wisconsin_wires": ("bill_fairwater_wires", None, "we_energies"),
    "wisconsin_proposed": ("bill_fairwater_plants", None, "we_energies"),
    "wisconsin_ordered": ("bill_fairwater_plants", None, "we_energies"),
}
# Printed totals -> subject, and how the households that share them are counted.
SHARED = {"pjm": ("bill_pjm", "pjm"), "promoter": ("bill_promoter", "entergy_louisiana"), "critic": ("bill_critic", "state")}
SPREAD_BY_LOAD = ("louisiana_line", "louisiana_line_least", "wisconsin_wires")  # the site takes its part of these as a customer
GROUPS = {"storm_bonds": "check", "hardening": "check", "hyundai_wires": "check", "pjm": "check", "louisiana_line": "line",
          "louisiana_line_least": "line", "louisiana_plants_left": "left", "louisiana_seven_half": "left",
          "wisconsin_wires": "left", "wisconsin_proposed": "left", "wisconsin_ordered": "left", "promoter": "claim",
          "critic": "claim"}  # fmt: skip
TARIFFS = ("tariff_wisconsin_ordered", "tariff_wisconsin_proposed", "tariff_louisiana", "tariff_ohio",
           "tariff_indiana_petition", "tariff_indiana_settled", "tariff_texas")  # fmt: skip
WORDED = ("tariff_wisconsin_ordered", "tariff_indiana_settled", "tariff_texas")  # what their rules say in words
WIRES_ONLY = ("tariff_ohio",)
FOR_LIFE = ("tariff_wisconsin_ordered", "tariff_wisconsin_proposed")  # plants are taken for their depreciable life


def facts_on(data: Data, subject: str, quantity: str, source: str | None = None) -> list[Fact]:
    """Facts of one subject and quantity, of one source if it is named."""
    return [f for f in data.rows(subject, quantity) if source in (None, f.source_id)]


def three(data: Data, subject: str, quantity: str, source: str | None = None) -> Three:
    """Low, central and high of the first such fact in its quantity's unit; a point three times. Raises FactError."""
    rows = facts_on(data, subject, quantity, source)
    if not rows:
        raise FactError(f"data/facts/community.csv has no {quantity} of {subject}" + (f" from {source}" if source else ""))
    unit = data.quantity(quantity).unit
    central = units.convert(rows[0].central, rows[0].unit, unit)
    ends = (rows[0].low, rows[0].high)
    low, high = (central if end is None else units.convert(end, rows[0].unit, unit) for end in ends)
    return low, central, high


def widened(data: Data, subject: str, quantity: str) -> Three:
    """The first fact's central value, with the ends over every fact of the same subject and quantity; nan if there is none."""
    rows = data.rows(subject, quantity)
    if not rows:
        return (np.nan, np.nan, np.nan)
    unit = data.quantity(quantity).unit
    printed = [units.convert(v, f.unit, unit) for f in rows for v in (f.low, f.central, f.high) if v is not None]
    return min(printed), three(data, subject, quantity)[1], max(printed)


def three_or_nan(data: Data, subject: str, quantity: str, source: str | None = None) -> Three:
    """The same, with nan where there is no such fact."""
    if not facts_on(data, subject, quantity, source):
        return (np.nan, np.nan, np.nan)
    return three(data, subject, quantity, source)


def _own_or_common(data: Data, subject: str, quantity: str) -> Three:
    return three(data, subject if facts_on(data, subject, quantity) else COMMON, quantity)


def _life_years(data: Data, subject: str) -> Three:
    """Book life; a long life makes the yearly charge small, so the ends are turned round."""
    if facts_on(data, subject, "plant_book_life_years"):
        return three(data, subject, "plant_book_life_years")
    return three(data, COMMON, "wires_book_life_years")[::-1]


def _households(data: Data, utility: str) -> Three:
    """Households that share a charge, most first: many households make the bill small."""
    if utility == "state":
        return three(data, "louisiana_state", "households_count")[::-1]
    if utility == "pjm":
        people, size = three(data, "pjm", "people_served_count"), three(data, COMMON, "people_per_household_ratio")
        return tuple(bills.households_of_people_count(p, s) for p, s in zip(people, size, strict=True))
    customers, share = three(data, utility, "utility_customers_count"), three(data, COMMON, "residential_customers_frac")
    return tuple(bills.households_of_utility_count(c, s) for c, s in zip(customers, share[::-1], strict=True))


def yearly_charge(data: Data, case: str) -> Three:
    """What a utility charges a year for the whole of what was built, at the ends of the judgements. [USD/year]"""
    subject, source, _ = BUILT[case]
    built, life = three(data, subject, "built_for_site_usd", source), _life_years(data, subject)
    rate, upkeep = (_own_or_common(data, subject, q) for q in ("utility_return_frac", "plant_upkeep_frac_per_year"))
    paid = [capital_recovery_frac_per_year(n, r) for r, n in zip(rate, life, strict=True)]
    return tuple(bills.utility_charge_usd_per_year(*v) for v in zip(built, paid, upkeep, strict=True))


def _fallen_on_others(data: Data, case: str) -> Three:
    """Share of a charge that customers other than the site bear, low to high."""
    subject, _, utility = BUILT[case]
    if case in SPREAD_BY_LOAD:
        return tuple(bills.others_load_frac(g) for g in three(data, utility, "site_load_growth_frac")[::-1])
    shares = {"wisconsin_proposed": "tariff_wisconsin_proposed", "wisconsin_ordered": "tariff_wisconsin_ordered",
              "louisiana_seven_half": subject}  # fmt: skip
    if case in shares:
        paid = three(data, shares[case], "contract_payment_frac")
        return tuple(1 - p for p in paid[::-1])
    return (1.0, 1.0, 1.0)  # of checks, and of plants whose customer left and whom nobody else needs


def household_bills(data: Data) -> pd.DataFrame:
    """What each case adds to a household's bill a month: case, group, low, central, high, published, and its range.

    Low and high move every judgement to the end that makes the bill small or large: brackets, not chances.
    """
    rows = []
    for case, (subject, source, utility) in BUILT.items():
        parts = (yearly_charge(data, case), _fallen_on_others(data, case), three(data, COMMON, "residential_cost_share_frac"),
                 _households(data, utility))  # fmt: skip
        found = [bills.household_bill_usd_per_month(charge * falls, share, homes)
                 for charge, falls, share, homes in zip(*parts, strict=True)]  # fmt: skip
        rows.append((case, GROUPS[case], *found, *_published(data, subject, source)))
    for case, (subject, utility) in SHARED.items():
        yearly = bills.even_charge_usd_per_year(three(data, subject, "shared_cost_usd")[1],
                                                three(data, subject, "shared_cost_years")[1])  # fmt: skip
        shares = three(data, COMMON, "residential_cost_share_frac")
        found = [bills.household_bill_usd_per_month(yearly, share, homes)
                 for share, homes in zip(shares, _households(data, utility), strict=True)]  # fmt: skip
        rows.append((case, GROUPS[case], min(found), found[1], max(found), *_published(data, subject, None)))
    columns = ["case", "group", "low", "central", "high", "published_low", "published", "published_high"]
    return pd.DataFrame(rows, columns=columns)


def _published(data: Data, subject: str, source: str | None) -> Three:
    """What was printed for the same thing; the line in Louisiana has two prints, the utility's own before the commission last."""
    own = three_or_nan(data, subject, "published_bill_usd_per_month", None if subject != "bill_louisiana_line" else "br-approval")
    if subject != "bill_louisiana_line":
        return own
    net = three(data, subject, "published_bill_usd_per_month", "rto-113179")
    return net[0], own[1], net[2]


def after_the_contract(data: Data, case: str = "louisiana_plants_left") -> dict[str, float]:
    """What stands when the contract on Louisiana's plants ends: years, shares left, dollars left, bill at 0 and 1 needed.

    The bill is between nothing, if the plants serve load that would have needed others, and the whole charge, if none does.
    """
    subject = BUILT[case][0]
    built, life, term = (three(data, subject, q)[1] for q in (
        "built_for_site_usd", "plant_book_life_years", "contract_term_years"))  # fmt: skip
    rate, pay = three(data, COMMON, "utility_return_frac"), three(data, subject, "contract_payment_frac")[1]
    covered = [bills.contract_covered_frac(term, life, r, pay) for r in rate]
    debt = [bills.debt_left_frac(term, life, r) for r in rate]
    bill = household_bills(data).set_index("case").loc[case]
    return {"built_usd": built, "life_years": life, "term_years": term, "book_left_frac": bills.book_left_frac(term, life),
            "debt_left_frac": debt[1], "debt_left_low": min(debt), "debt_left_high": max(debt), "covered_frac": covered[1],
            "left_usd": bills.cost_left_to_others_usd(built, covered[1]), "bill": bill["central"], "bill_low": bill["low"],
            "bill_high": bill["high"]}  # fmt: skip


def tariffs(data: Data) -> pd.DataFrame:
    """Each tariff's rule and what it leaves of a dollar built: tariff, threshold_mw, term_years, payment_frac, life_years, left.

    Left is what others pay, in present value, if the site goes at the end of its term and nobody else needs what was built.
    """
    rows = []
    for name in TARIFFS:
        threshold, term, pay = (three_or_nan(data, name, q)[1] for q in (
            "tariff_threshold_mw", "contract_term_years", "contract_payment_frac"))  # fmt: skip
        life = three(data, COMMON, "wires_book_life_years")[1] if name in WIRES_ONLY else three(
            data, "bill_louisiana_plants", "plant_book_life_years")[1]  # fmt: skip
        bound = life if name in FOR_LIFE else term
        left = [1 - bills.contract_covered_frac(bound, life, r, pay) for r in three(data, COMMON, "utility_return_frac")]
        rows.append((name, threshold, term, bound, pay, life, min(left), left[1], max(left)))
    columns = ["tariff", "threshold_mw", "term_years", "bound_years", "payment_frac", "life_years", "left_low", "left",
               "left_high"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def texts(data: Data, subject: str, quantity: str) -> list[Fact]:
    """Facts in words, in the order of the file. Raises FactError if there are none."""
    found = [f for f in data.facts if f.subject == subject and f.quantity == quantity]
    if not found:
        raise FactError(f"data/facts/community.csv has no {quantity} of {subject}")
    return found
