"""Tidy tables of a campus's power by definition: what is published, what is computed, and how one becomes another."""

import numpy as np
import pandas as pd

from earth_or_orbit import scenario, units
from earth_or_orbit.facts import Data
from earth_or_orbit.megawatts import BASES
from earth_or_orbit.quantities import land_rings
from earth_or_orbit.study import Resolved, value_of
from earth_or_orbit.tables.land import ready
from earth_or_orbit.tables.mass_and_power import number

KINDS = ("nameplate", "utility_peak", "utility_average", "it_peak", "it_average")
COMPUTED = {"it_peak": "campus_it_power_peak_mw", "it_average": "campus_it_power_average_mw", "utility_peak": "facility_peak_mw"}
OVERHEAD, LOAD, POWERED = "power_usage_effectiveness_ratio", "it_load_factor_frac", "supply_availability_frac"


def computed_mw(resolved: Resolved) -> dict[str, float]:
    """The four kinds of megawatt that the model makes of a campus's one chosen figure."""
    values = resolved.compute((*COMPUTED.values(), "facility_electricity_mwh_per_year"))
    made = {kind: number(values[quantity]) for kind, quantity in COMPUTED.items()}
    average = land_rings.utility_average_mw(number(values["facility_electricity_mwh_per_year"]))
    return {**made, "utility_average": float(average)}


def every_megawatt(data: Data, case: str, site: str) -> pd.DataFrame:
    """Every published and computed power of every campus, one row each, disputed ones beside each other.

    Columns: site, kind (nameplate, utility_peak, utility_average, it_peak, it_average), mw, low, high, published, used
    (whether the model starts from it), source_id, locator, year, chosen.
    """
    rows = []
    for name in scenario.names("ground", data.root):
        made = ready(data, name, case)
        basis = made.side.choices["power_basis"]
        for kind, quantity in BASES.items():
            rows += [(name, kind, *row, name == site) for row in _published(data, made, quantity, kind == basis)]
        for kind, mw in computed_mw(made).items():
            if kind != basis:
                rows.append((name, kind, mw, np.nan, np.nan, False, False, "", f"computed from {basis}", None, name == site))
    columns = ["site", "kind", "mw", "low", "high", "published", "used", "source_id", "locator", "year", "chosen"]
    return pd.DataFrame(rows, columns=columns)


def _published(data: Data, made: Resolved, quantity: str, is_basis: bool) -> list[tuple]:
    """Rows of one power fact: the chosen one and every other of the same subject."""
    pick = made.side.picks.get(quantity)
    if pick is None:
        return []
    chosen = pick.fact if len(pick.rows) == 1 else None
    rows = []
    for fact in data.rows(pick.rows[0].subject, quantity):
        low, mw, high = (np.nan if v is None else units.convert(v, fact.unit, "MW") for v in (fact.low, fact.central, fact.high))
        rows.append((mw, low, high, True, is_basis and fact is chosen, fact.source_id, fact.locator, fact.valid_year))
    return rows


def conversions(data: Data, case: str, site: str) -> pd.DataFrame:
    """How each campus's figure becomes the others: site, basis, given_mw, overhead, load_frac, powered_frac, and four kinds.

    utility_over_it is the ratio of a published load at the utility to a published IT power where a campus has both; it is
    two sources over each other and no overhead.
    """
    rows = []
    for name in scenario.names("ground", data.root):
        made = ready(data, name, case)
        basis = made.side.choices["power_basis"]
        factors = [value_of(made, quantity) for quantity in (OVERHEAD, LOAD, POWERED)]
        ratio = _chosen_mw(made, "utility_peak") / _chosen_mw(made, "it_peak")
        kinds = computed_mw(made)
        rows.append((name, basis, _chosen_mw(made, basis), *factors, *(kinds[k] for k in KINDS[1:]), ratio, name == site))
    columns = ["site", "basis", "given_mw", "overhead", "load_frac", "powered_frac", *KINDS[1:], "utility_over_it", "chosen"]
    return pd.DataFrame(rows, columns=columns)


def _chosen_mw(made: Resolved, basis: str) -> float:
    pick = made.side.picks.get(BASES[basis])
    return units.convert(pick.fact.central, pick.fact.unit, "MW") if pick and len(pick.rows) == 1 else np.nan
