"""Tidy tables of taxes paid and forgone, and of public money for each permanent job, by the same rules on both sides."""

import numpy as np
import pandas as pd

from earth_or_orbit import study, units
from earth_or_orbit.facts import Data
from earth_or_orbit.quantities import taxes
from earth_or_orbit.tables.bills import Three, three, three_or_nan, widened
from earth_or_orbit.tables.places import campus, fleet

# Printed public money: place -> side, subject of its jobs, and what kind of money it is.
PRINTED = {
    "place_hyperion_la_2030": ("ground", None, "sales_tax"),
    "place_rainier_in": ("ground", None, "campaign"),
    "place_google_fw_in": ("ground", None, "property_tax"),
    "place_lighthouse_wi": ("ground", None, "works_paid_back"),
    "place_starbase_tx": ("orbit", "place_starbase_tx", "grants"),
    "place_starbase_expansion_tx": ("orbit", None, "sales_tax"),
    "place_space_coast_fl": ("orbit", None, "grants"),
    "place_exploration_park_fl": ("orbit", None, "grants"),
}
# Relief whose dollars nobody prints: computed here from the value, the levy and the share.
COMPUTED = {"place_abilene_tx": "ground", "place_terafab_tx": "orbit"}
SITE_JOBS = {"place_hyperion_la_2030": "hyperion_la_2030", "place_rainier_in": "rainier_in", "place_abilene_tx": "abilene_tx",
             "place_lighthouse_wi": "lighthouse_wi"}  # fmt: skip
NEEDED = ("capex_accelerators_usd", "capex_plant_usd", "capex_power_usd", "permanent_jobs_count")
FEE_YEARS = (2026, 2030, 2033)


def announced_jobs(data: Data, place: str) -> Three:
    """Permanent jobs announced for a place: of its own row, or of the campus's row that carries the widest range."""
    if place in SITE_JOBS:
        rows = data.rows(SITE_JOBS[place], "campus_permanent_jobs_count")
        return three(data, SITE_JOBS[place], "campus_permanent_jobs_count", rows[0].source_id)
    return three(data, place, "place_jobs_count")


def public_money(data: Data) -> pd.DataFrame:
    """Public money for a permanent job: place, side, kind, money_usd, jobs, per_job_usd, its ends, legal_usd, computed.

    Ends come from what was printed for money and jobs. `legal_usd` is for the least number that law or contract asks for.
    """
    rows = []
    for place, (side, _, kind) in PRINTED.items():
        money = three(data, place, "place_public_money_usd")
        of_then = three_or_nan(data, place, "place_public_money_jobs_count")
        jobs = announced_jobs(data, place) if np.isnan(of_then[1]) else of_then
        rows.append(_row(data, place, side, kind, money, jobs, False))
    for place, side in COMPUTED.items():
        rows.append(_row(data, place, side, "property_tax", _relief(data, place), announced_jobs(data, place), True))
    columns = ["place", "side", "kind", "money_usd", "jobs", "per_job_usd", "low", "high", "legal_usd", "computed"]
    return pd.DataFrame(rows, columns=columns)


def _row(data: Data, place: str, side: str, kind: str, money: Three, jobs: Three, computed: bool) -> tuple:
    legal = three_or_nan(data, place, "place_jobs_legal_count")[1]
    ends = (taxes.public_money_per_job_usd(money[0], jobs[2]), taxes.public_money_per_job_usd(money[2], jobs[0]))
    per_job = taxes.public_money_per_job_usd(money[1], jobs[1])
    return (place, side, kind, money[1], jobs[1], per_job, *ends, taxes.public_money_per_job_usd(money[1], legal), computed)


def _relief(data: Data, place: str) -> Three:
    """Property tax forgone over the years of relief less what is paid in its place, at the ends of value and levy."""
    value, levy = widened(data, place, "place_capital_usd"), three(data, "texas_county_tax", "property_tax_frac_per_year")
    share = three(data, place, "tax_abated_frac")[1]
    instead = three_or_nan(data, place, "payment_in_lieu_usd_per_year")[1]
    years = three(data, place, "tax_relief_years")[1]
    due = [taxes.property_tax_usd_per_year(v, r) for v, r in zip(value, levy, strict=True)]
    yearly = [taxes.tax_forgone_usd_per_year(d, share) for d in due]
    return tuple(max(0.0, y - (0.0 if np.isnan(instead) else instead)) * years for y in yearly)


def of_pair(data: Data, site: str, concept: str, case: str) -> pd.DataFrame:
    """Taxes of a campus and of a fleet of its power, line by line: line, side, central, low, high [USD/year].

    Sales tax not taken on computers has the same rate on both sides, the site's where it is printed. Property tax not taken
    is what the site's printed relief forgoes on building and power; a satellite bears none anywhere, so all of it is
    counted. A site without printed relief forgoes nothing here. Launch fees are paid, and zero by definition on the ground.
    """
    ready = {"ground": campus(data, site, case)}
    power = study.value_of(ready["ground"], "it_power_average_mw")
    ready["orbit"] = fleet(data, concept, case, power)
    rows = []
    for side, one in ready.items():
        value = {name: study.value_of(one, name) for name in (*NEEDED, "accelerator_service_years")}
        for name, three_of in _lines(data, site, side, one, value).items():
            rows.append((name, side, min(three_of), three_of[1], max(three_of)))
    return pd.DataFrame(rows, columns=["line", "side", "low", "central", "high"])


def _lines(data: Data, site: str, side: str, one: study.Resolved, value: dict[str, float]) -> dict[str, Three]:
    own = three_or_nan(data, f"place_{site}", "sales_tax_frac")
    rate = three(data, "us_sales_tax", "sales_tax_frac") if np.isnan(own[1]) else own
    sales = tuple(taxes.computers_tax_forgone_usd_per_year(value["capex_accelerators_usd"], r, value["accelerator_service_years"])
                  for r in rate)  # fmt: skip
    levy = three(data, "us_property_tax", "property_tax_frac_per_year")
    standing = value["capex_plant_usd"] + value["capex_power_usd"]
    due = tuple(taxes.property_tax_usd_per_year(standing, r) for r in levy)
    lost = due if side == "orbit" else _relief_of_site(data, site, due)
    kept = tuple(taxes.tax_paid_usd_per_year(d, f) for d, f in zip(due, lost, strict=True))
    fees = (0.0, 0.0, 0.0) if side == "ground" else launch_fees(data, one)
    forgone = tuple(s + f for s, f in zip(sales, lost, strict=True))
    jobs = value["permanent_jobs_count"]
    return {"computers_tax_forgone": sales, "property_tax_forgone": lost, "property_tax_paid": kept, "launch_fees_paid": fees,
            "forgone_per_job": tuple(taxes.public_money_per_job_usd(f, jobs) for f in forgone)}  # fmt: skip


def _relief_of_site(data: Data, site: str, due: Three) -> Three:
    """What a site's printed relief forgoes of the tax that would be due; nothing where no relief is printed."""
    place = f"place_{site}"
    share, abated, rebate = (three_or_nan(data, place, q) for q in ("tax_share_paid_frac", "tax_abated_frac", "tax_rebate_frac"))
    if not np.isnan(share[1]):
        return tuple(taxes.tax_forgone_usd_per_year(d, 1 - s) for d, s in zip(due, share[::-1], strict=True))
    if not np.isnan(abated[1]):
        return tuple(taxes.tax_forgone_usd_per_year(d, abated[1]) for d in due)
    if not np.isnan(rebate[1]):
        cap = three(data, place, "tax_rebate_cap_usd_per_year")[1]
        return tuple(taxes.tax_rebate_usd_per_year(d, rebate[1], cap) for d in due)
    return (0.0, 0.0, 0.0)


def has_relief(data: Data, site: str) -> bool:
    """Whether any relief of property tax is printed for a site."""
    names = ("tax_share_paid_frac", "tax_abated_frac", "tax_rebate_frac")
    return any(not np.isnan(three_or_nan(data, f"place_{site}", name)[1]) for name in names)


def launch_fees(data: Data, one: study.Resolved) -> Three:
    """Federal launch fees a year at the rates of three years, the first lowest."""
    payload, launches = (study.value_of(one, name) for name in ("payload_to_orbit_kg", "launches_per_year"))
    found = []
    for year in FEE_YEARS:
        rate, cap = (_of_year(data, "faa_launch_fee", q, year) for q in ("launch_fee_usd_per_kg", "launch_fee_cap_usd"))
        found.append(taxes.launch_fees_usd_per_year(launches, taxes.launch_fee_usd(payload, rate, cap)))
    return tuple(found)


def _of_year(data: Data, subject: str, quantity: str, year: int) -> float:
    row = next(f for f in data.rows(subject, quantity) if f.valid_year == year)
    return units.convert(row.central, row.unit, data.quantity(quantity).unit)


def fairwater_by_year(data: Data) -> dict[str, float]:
    """The district at Mount Pleasant: tax on the guaranteed value, rebate, what is paid, debt and years to pay it."""
    place = "place_fairwater_wi"
    value, levy = three(data, place, "taxed_value_usd")[1], three(data, "us_property_tax", "property_tax_frac_per_year")
    share, cap, debt = (three(data, place, q)[1] for q in ("tax_rebate_frac", "tax_rebate_cap_usd_per_year", "town_debt_usd"))
    due = [taxes.property_tax_usd_per_year(value, r) for r in levy]
    back = [taxes.tax_rebate_usd_per_year(d, share, cap) for d in due]
    paid = [taxes.tax_paid_usd_per_year(d, b) for d, b in zip(due, back, strict=True)]
    return {"due": due[1], "due_low": due[0], "due_high": due[2], "rebate": back[1], "paid": paid[1], "paid_low": paid[0],
            "paid_high": paid[2], "debt": debt, "years": debt / paid[1], "years_low": debt / paid[2],
            "years_high": debt / paid[0]}  # fmt: skip


def hyperion_reproduced(data: Data) -> dict[str, float]:
    """Sales tax on Hyperion's processors from the printed purchases and rate, beside the printed total."""
    place = "place_hyperion_la_2030"
    bought, rate, printed = (three(data, place, q)[1] for q in (
        "exempt_purchases_usd", "sales_tax_frac", "place_public_money_usd"))  # fmt: skip
    return {"computed_usd": taxes.sales_tax_forgone_usd(bought, rate), "printed_usd": printed}
