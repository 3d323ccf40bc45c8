"""Tidy tables of campuses beside their states and utilities, and of what a campus gains and loses that gives way at the peak."""

import numpy as np
import pandas as pd

from earth_or_orbit import scenario, units
from earth_or_orbit.facts import Data, Fact, FactError, nearest
from earth_or_orbit.quantities import flexible_load, grid_share
from earth_or_orbit.study import Resolved
from earth_or_orbit.tables.mass_and_power import fact_of, number
from earth_or_orbit.tables.places import campus, yardstick
from earth_or_orbit.tables.race_goal import series_rows
from earth_or_orbit.tables.time_to_power import shell_lead, supply_lead

GRID_COLUMNS = ("site", "state", "utility", "region", "source_id", "what")
SHARES = {"quarter": "us_flexible_load_quarter", "half": "us_flexible_load_half", "one": "us_flexible_load_one"}
REFERENCE = "half"  # the share of curtailment for which regions are published
FLEXIBLE = ("flexible_grid", "supply_lead_time_months")
METER = "facility_electricity_mwh_per_year"


def site_grids(data: Data) -> pd.DataFrame:
    """State, utility and region of every campus: site, state, utility, region (empty where unknown), source_id, what.

    Raises FactError if a campus is missing or a state has no sales.
    """
    table = series_rows(data, "site_grids.csv", GRID_COLUMNS)
    for site in scenario.names("ground", data.root):
        if site not in set(table["site"]):
            raise FactError(f"data/series/site_grids.csv: {site} has no row{nearest(site, list(table['site']))}")
    for row in table.itertuples():
        if not data.rows(row.state, "state_retail_sales_mwh_per_year"):
            raise FactError(f"data/series/site_grids.csv: {row.state!r} of {row.site} has no sales in data/facts/grid_share.csv")
    return table


def _optional(data: Data, subject: str, quantity: str) -> tuple[float, float, float]:
    """Low, central and high of a fact in its quantity's unit; nan where nobody has published it."""
    rows = data.rows(subject, quantity) if subject else []
    if not rows:
        return np.nan, np.nan, np.nan
    return _ends(rows[0], data)


def _ends(fact: Fact, data: Data) -> tuple[float, float, float]:
    unit = data.quantity(fact.quantity).unit
    ends = (fact.central if fact.low is None else fact.low, fact.central, fact.central if fact.high is None else fact.high)
    return tuple(units.convert(value, fact.unit, unit) for value in ends)


def meter_peak_mw(data: Data, ready: Resolved) -> tuple[float, str]:
    """Peak at the meter of a campus, and where it comes from: a contract, a utility's figure, or the model. [MW]"""
    site = ready.side.id
    contract = data.rows(site, "utility_contract_mw")
    if contract:
        return units.convert(contract[0].central, contract[0].unit, "MW"), "contract"
    pick = ready.side.picks.get("campus_utility_peak_mw")
    if pick and len(pick.rows) == 1:
        return units.convert(pick.fact.central, pick.fact.unit, "MW"), "published"
    return number(ready.compute(("facility_peak_mw",))["facility_peak_mw"]), "computed"


def shares(data: Data, case: str, site: str) -> pd.DataFrame:
    """Every campus beside its state and its utility, the largest share of a state's sales first.

    Columns: site, state, utility, region, mwh_per_year (at the meter, from the model), own_plant_frac (share of it that the
    campus makes), state_mwh_per_year, share_of_state, peak_mw, peak_from (contract, published, computed), utility_peak_mw,
    share_of_peak, share_low, share_high (by the utility's range), households, customers, built_mw, planned_mw, line_km,
    built_over_peak, chosen. nan where nobody has published it.
    """
    household = yardstick(data, "us_household", "electricity_kwh_per_year")
    rows = []
    for grid in site_grids(data).itertuples():
        ready = campus(data, grid.site, case)
        values = ready.compute((METER, "grid_supply_share_frac"))
        energy, over_grid = number(values[METER]), number(values["grid_supply_share_frac"])
        peak, source = meter_peak_mw(data, ready)
        state = _ends(data.rows(grid.state, "state_retail_sales_mwh_per_year")[0], data)[1]
        low, utility_peak, high = _optional(data, grid.utility, "utility_peak_mw")
        works = f"{grid.site}_works"
        built, planned = (_optional(data, works, q)[1] for q in ("built_for_site_mw", "planned_with_site_mw"))
        rows.append((grid.site, grid.state, grid.utility, grid.region, energy, 1 - over_grid, state,
                     grid_share.share_of_state_sales_frac(energy, state), peak, source, utility_peak,
                     *(grid_share.share_of_utility_peak_frac(peak, whole) for whole in (utility_peak, high, low)),
                     grid_share.households_equivalent_count(energy, household),
                     _optional(data, grid.utility, "utility_customers_count")[1], built, planned,
                     _optional(data, works, "transmission_built_km")[1],
                     grid_share.built_over_peak_ratio(built, peak), grid.site == site))  # fmt: skip
    columns = ["site", "state", "utility", "region", "mwh_per_year", "own_plant_frac", "state_mwh_per_year", "share_of_state",
               "peak_mw", "peak_from", "utility_peak_mw", "share_of_peak", "share_low", "share_high", "households",
               "customers", "built_mw", "planned_mw", "line_km", "built_over_peak", "chosen"]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values("share_of_state", ascending=False, kind="stable", ignore_index=True)


def told_shares(data: Data) -> dict[str, float]:
    """Shares that are told of two campuses, from the figures that they are told with.

    fairwater_mwh, fairwater_share: 450 MW at its load factor, of Wisconsin's sales. hyperion_over_city, told_low, told_high:
    Hyperion's load at the utility over the peak of New Orleans, and what a campaign group tells.
    """
    peak = units.convert(fact_of(data, "fairwater_wi_phase1", "campus_utility_peak_mw"), "MW", "MW")
    energy = grid_share.metered_energy_mwh_per_year(peak, fact_of(data, "fairwater_meter", "meter_load_factor_frac"))
    sales = fact_of(data, "state_wisconsin", "state_retail_sales_mwh_per_year")
    city = fact_of(data, "entergy_new_orleans", "utility_peak_mw")
    told = data.rows("entergy_new_orleans", "site_over_city_ratio")[0]
    return {
        "fairwater_mwh": energy,
        "fairwater_share": grid_share.share_of_state_sales_frac(energy, sales),
        "hyperion_over_city": fact_of(data, "hyperion_la_2030", "campus_utility_peak_mw") / city,
        "told_low": told.low,
        "told_high": told.high,
    }


def curtailments(data: Data) -> pd.DataFrame:
    """The three published shares of curtailment: share, frac, national_mw, hours_per_year, event_hours, events_per_year,
    lost_frac (a job stopped at each), restart_h."""
    restart = fact_of(data, "llama3_cluster", "restart_time_h")
    rows = []
    for share, subject in SHARES.items():
        frac, national, hours, length = (fact_of(data, subject, name) for name in (
            "curtailment_frac", "national_headroom_mw", "curtailed_hours_per_year", "curtailment_event_hours"))  # fmt: skip
        events = flexible_load.curtailment_events_count_per_year(hours, length)
        rows.append((share, frac, national, hours, length, events,
                     flexible_load.curtailed_compute_frac(frac, events, restart), restart))  # fmt: skip
    columns = ["share", "frac", "national_mw", "hours_per_year", "event_hours", "events_per_year", "lost_frac", "restart_h"]
    return pd.DataFrame(rows, columns=columns)


def flexible(data: Data, case: str, site: str) -> pd.DataFrame:
    """What every campus would gain and lose by giving way, at each published share of curtailment.

    Columns: site, region, share, frac, headroom_mw (nan where the region is not in the study), campuses, gain_months, gain_low,
    gain_high, lost_frac (stopped), lost_accelerator_hours_per_year, repaid_years, chosen. Months are those of a new grid
    connection; a campus that runs by now, or has its own plant, gains none of them.
    """
    cases, firm, shell = curtailments(data), supply_lead(data, "grid"), shell_lead(data)
    ready_flexible = _ends(data.rows(*FLEXIBLE)[0], data)
    gain, *spread = (
        float(flexible_load.flexibility_gain_months(f, g, s))
        for f, g, s in zip((firm[1], firm[0], firm[2]), (ready_flexible[1], ready_flexible[0], ready_flexible[2]),
                           (shell[1], shell[0], shell[2]), strict=True)
    )  # fmt: skip
    reference = number(cases.set_index("share").loc[REFERENCE, "national_mw"])
    rows = []
    for grid in site_grids(data).itertuples():
        ready = campus(data, grid.site, case)
        peak, _ = meter_peak_mw(data, ready)
        hours = number(ready.compute(("delivered_accelerator_hours_per_year",))["delivered_accelerator_hours_per_year"])
        region = _optional(data, grid.region, "flexible_headroom_mw")[1]
        for each in cases.itertuples():
            room = flexible_load.region_headroom_mw(region, each.national_mw, reference)
            rows.append((grid.site, grid.region, each.share, each.frac, room,
                         flexible_load.campuses_within_headroom_count(room, peak), gain, min(spread), max(spread),
                         each.lost_frac, each.lost_frac * hours,
                         float(flexible_load.flexibility_repaid_years(gain, each.lost_frac)), grid.site == site))  # fmt: skip
    columns = ["site", "region", "share", "frac", "headroom_mw", "campuses", "gain_months", "gain_low", "gain_high",
               "lost_frac", "lost_accelerator_hours_per_year", "repaid_years", "chosen"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)
