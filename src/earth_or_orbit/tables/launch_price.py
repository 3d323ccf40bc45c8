"""Tidy tables of the price of launch: kinds kept apart, experience curves with intervals, the propellant floor, insurance."""

from datetime import date

import numpy as np
import pandas as pd
from scipy import stats

from earth_or_orbit import scenario, series, units
from earth_or_orbit.constants import DAYS_PER_YEAR
from earth_or_orbit.facts import Data, Fact, FactError
from earth_or_orbit.quantities import insurance_cost, launch_floor_price, launch_price, launch_price_curve
from earth_or_orbit.tables.mass_and_power import Settings, number, sized

GROUPS = {"price": ("list", "contract", "reported", "rideshare", "customer_actual"), "internal": ("internal",),
          "aspirational": ("aspirational",)}  # fmt: skip
CURVES = ("falcon_list", "rideshare", "internal", "first_flights")
DOLLARS = {"constant": "dollars of the study", "nominal": "dollars of each year"}
EDGE = 0.95  # one-sided: intervals run from 5 to 95 %
GOOGLE = "google_curve"
RATES_FRAC = (0.10, 0.15, 0.20, 0.25)
MULTIPLES = (1.0, 10.0)
GRID_POINTS = 61
MARKET_FROM = 2025
FIRST_YEAR = 2008
# The fuel that each vehicle burns beside hydrogen.
MAIN_FUEL = {"falcon_9": "rocket_kerosene", "starship_v3": "liquid_methane", "new_glenn_7x2": "liquid_methane",
             "new_glenn_9x4": "liquid_methane", "nova": "liquid_methane"}  # fmt: skip
ENDS = (("low", "high"), ("central", "central"), ("high", "low"))  # of prices, and of payload and share below them
Values = dict[str, float]


def prices(data: Data, dollar_year: int | None = None) -> pd.DataFrame:
    """Every launch price per kilogram, each in the dollars asked (the study's if none), oldest first.

    Columns: year, vehicle, kind, group (price, internal, aspirational), curve, low, central, high, nominal (central in the
    dollars of its own year), dollar_year (of the source), payload_kg, source_id, note.
    """
    year = dollar_year or scenario.study(data).dollar_year
    groups = {kind: group for group, kinds in GROUPS.items() for kind in kinds}
    rows = []
    for row in series.launch_prices(data):
        ratio = data.price_ratio(row.dollar_year, year)
        low, central, high = (row.per_kg(v) for v in (row.low, row.central, row.high))
        own = (low * ratio, central * ratio, high * ratio, central, row.dollar_year, row.payload_kg or np.nan)
        rows.append((row.year, row.vehicle, row.kind, groups[row.kind], row.curve, *own, row.source_id, row.note))
    columns = ["year", "vehicle", "kind", "group", "curve", "low", "central", "high", "nominal", "dollar_year", "payload_kg",
               "source_id", "note"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).sort_values("year", kind="stable", ignore_index=True)


def by_year(data: Data) -> pd.DataFrame:
    """Prices since the first commercial flight counted, without the many vehicles of today that market lists; as prices."""
    table = prices(data)
    crowd = set(market(data)["vehicle"]) - {"starship", "sls_block_1"}
    others = ~table["vehicle"].str.contains("falcon|spacex|starship") & table["vehicle"].isin(crowd)
    return table[(table["year"] >= FIRST_YEAR) & ~(others & (table["year"] > MARKET_FROM))].reset_index(drop=True)


def market(data: Data) -> pd.DataFrame:
    """Vehicles on the market or announced, one row each of the latest year, cheapest first; the columns of prices."""
    table = prices(data)
    now = table[(table["year"] >= MARKET_FROM) & table["payload_kg"].notna() & (table["curve"] != "rideshare")]
    now = now[now["year"] <= MARKET_FROM + 1].drop_duplicates("vehicle", keep="last")
    return now.sort_values("central", kind="stable", ignore_index=True)


def masses(data: Data) -> pd.DataFrame:
    """What SpaceX flew by year: year, launches, payload_t, cumulative_t, through."""
    rows = [(r.year, r.launches, units.convert(r.payload_mass_kg, "kg", "t"), r.through) for r in series.flown_masses(data.root)]
    table = pd.DataFrame(rows, columns=["year", "launches", "payload_t", "through"])
    return table.assign(cumulative_t=table["payload_t"].cumsum())


def curve_points(data: Data) -> pd.DataFrame:
    """Points of every curve: curve, year, vehicle, mass_t (by the end of the year or the last one counted), constant,
    nominal, low, high, source_id.
    """
    flown = masses(data).set_index("year")["cumulative_t"]
    table = prices(data)
    table = table[table["curve"] != ""]
    mass = [flown[min(year, flown.index[-1])] for year in table["year"]]
    columns = ["curve", "year", "vehicle", "mass_t", "constant", "nominal", "low", "high", "source_id"]
    return table.rename(columns={"central": "constant"}).assign(mass_t=mass)[columns].reset_index(drop=True)


def _of_curve(points: pd.DataFrame, curve: str, dollars: str) -> tuple[np.ndarray, np.ndarray]:
    own = points[points["curve"] == curve]
    return units.convert(own["mass_t"].to_numpy(), "t", "kg"), own[dollars].to_numpy()


def student_t(points: int) -> float:
    """Student's t at the edge of a 5 to 95 % interval of a line through so many points; nan for two."""
    return float(stats.t.ppf(EDGE, points - 2)) if points > 2 else np.nan


def predicted(masses_kg: np.ndarray, prices_usd_per_kg: np.ndarray, at_kg: np.ndarray) -> tuple[np.ndarray, ...]:
    """Fitted price at some masses, and the edges of the interval in which one further price falls."""
    fitted = launch_price_curve.fitted_launch_price_usd_per_kg(masses_kg, prices_usd_per_kg, at_kg)
    error = launch_price_curve.fitted_price_error_ratio(masses_kg, prices_usd_per_kg, at_kg)
    t = student_t(len(masses_kg))
    edges = (launch_price_curve.predicted_launch_price_usd_per_kg(fitted, error, sign * t) for sign in (-1, 1))
    return (fitted, *edges)


def fits(data: Data) -> pd.DataFrame:
    """Wright's law through each curve, in constant and in nominal dollars.

    Columns: curve, dollars, points, first_year, last_year, first, last (prices), mass_ratio, learning, learning_low,
    learning_high (5 to 95 %), and the fitted price with its interval at ten times today's mass (at_ten, _low, _high) and
    after Google's further mass (at_google, _low, _high).
    """
    points, today = curve_points(data), _today_kg(data)
    later = {"at_ten": today * MULTIPLES[1], "at_google": today + google_value(data, "additional_mass_kg")}
    rows = []
    for curve in CURVES:
        for dollars in DOLLARS:
            own = points[points["curve"] == curve]
            mass, price = _of_curve(points, curve, dollars)
            slope = launch_price_curve.experience_exponent_ratio(mass, price)
            error, t = launch_price_curve.experience_exponent_error_ratio(mass, price), student_t(len(mass))
            low, high = (launch_price_curve.learning_rate_at_edge_frac(slope, error, s * t) for s in (1, -1))
            row = {"curve": curve, "dollars": dollars, "points": len(mass), "first_year": own["year"].min(),
                   "last_year": own["year"].max(), "first": price[0], "last": price[-1], "mass_ratio": mass[-1] / mass[0],
                   "learning": launch_price_curve.fitted_learning_rate_frac(slope), "learning_low": low,
                   "learning_high": high}  # fmt: skip
            for name, at in later.items():
                row[name], row[f"{name}_low"], row[f"{name}_high"] = (float(v) for v in predicted(mass, price, np.array(at)))
            rows.append(row)
    return pd.DataFrame(rows)


def _today_kg(data: Data) -> float:
    return units.convert(masses(data)["cumulative_t"].iloc[-1], "t", "kg")


def _rate_now_kg_per_year(data: Data) -> float:
    """Mass that SpaceX flew in the last year, at its rate up to the last day counted. [kg/year]"""
    own = masses(data).iloc[-1]
    counted_days = date.fromisoformat(own["through"]).timetuple().tm_yday
    return units.convert(own["payload_t"], "t", "kg") * DAYS_PER_YEAR / counted_days


def _row(data: Data, subject: str, quantity: str) -> Fact:
    rows = data.rows(subject, quantity)
    if not rows:
        raise FactError(f"data/facts/ has no {quantity} of {subject}")
    return rows[0]


def fact(data: Data, subject: str, quantity: str) -> Values:
    """Low, central and high of a subject's first row, in its quantity's unit and the study's dollars; a row without a range
    gives its central value for all three.
    """
    row, year = _row(data, subject, quantity), scenario.study(data).dollar_year
    values = {end: getattr(row, end) if getattr(row, end) is not None else row.central for end in ("low", "central", "high")}
    return {end: data.in_quantity_unit(row, value, year) for end, value in values.items()}


def google_value(data: Data, quantity: str) -> float:
    """One of Google's own figures for its curve, central."""
    return fact(data, GOOGLE, quantity)["central"]


def google_reproduced(data: Data) -> dict[str, float]:
    """Google's curve from its own start: mass to its target [t], price after its mass, flights, flights a year, and years at
    the rate of SpaceX's last year as far as it is counted (years_at_now)."""
    own = {q: google_value(data, q) for q in ("initial_launch_price_usd_per_kg", "initial_cumulative_mass_kg",
                                              "learning_rate_frac", "additional_mass_kg", "target_launch_price_usd_per_kg",
                                              "launch_payload_kg", "launch_campaign_years")}  # fmt: skip
    start = (own["initial_launch_price_usd_per_kg"], own["initial_cumulative_mass_kg"], own["learning_rate_frac"])
    mass = launch_price.additional_mass_to_price_kg(*start, own["target_launch_price_usd_per_kg"])
    flights = (own["additional_mass_kg"], own["launch_payload_kg"])
    return {
        "mass_t": units.convert(mass, "kg", "t"),
        "price": launch_price.learned_launch_price_usd_per_kg(*start, own["additional_mass_kg"]),
        "flights": launch_price.launches_needed_count(*flights),
        "flights_per_year": launch_price.campaign_launches_per_year(*flights, own["launch_campaign_years"]),
        "years_at_now": launch_price_curve.flying_time_years(own["additional_mass_kg"], _rate_now_kg_per_year(data)),
    }


def starts(data: Data) -> pd.DataFrame:
    """Where such a curve may start: start, price, mass_t; constant dollars, mass flown by the end of the year."""
    points = curve_points(data).set_index(["curve", "vehicle", "year"])[["constant", "mass_t"]]
    falcon = {"falcon_1_first": ("first_flights", "falcon_1", 2008), "falcon_9_first": ("first_flights", "falcon_9", 2010),
              "falcon_heavy_first": ("first_flights", "falcon_heavy", 2018), "falcon_9_list": ("falcon_list", "falcon_9", 2026),
              "falcon_9_internal": ("internal", "falcon_9", 2026)}  # fmt: skip
    rows = [("google", google_value(data, "initial_launch_price_usd_per_kg"),
             units.convert(google_value(data, "initial_cumulative_mass_kg"), "kg", "t"))]  # fmt: skip
    own = prices(data)
    heavy = own[(own["vehicle"] == "falcon_heavy") & (own["kind"] == "list") & (own["year"] == 2018)].iloc[0]
    for name, key in falcon.items():
        rows.append((name, *points.loc[key]))
        if name == "falcon_heavy_first":
            rows.append(("falcon_heavy_recovered", heavy["central"], points.loc[key, "mass_t"]))
    return pd.DataFrame(rows, columns=["start", "price", "mass_t"])


def sensitivity_of_google(data: Data, target_usd_per_kg: float | None = None) -> pd.DataFrame:
    """Google's curve from several starts and at several learning rates.

    Columns: start, price, start_t, rate, mass_to_target_t (still to be flown), years_at_now, price_after (its further mass).
    """
    target = target_usd_per_kg or google_value(data, "target_launch_price_usd_per_kg")
    further, last = google_value(data, "additional_mass_kg"), _rate_now_kg_per_year(data)
    rows = []
    for r in starts(data).itertuples():
        for rate in RATES_FRAC:
            own = (r.price, units.convert(r.mass_t, "t", "kg"), rate)
            mass = max(launch_price.additional_mass_to_price_kg(*own, target), 0.0)
            after = launch_price.learned_launch_price_usd_per_kg(*own, further)
            years = launch_price_curve.flying_time_years(mass, last)
            rows.append((r.start, r.price, r.mass_t, rate, units.convert(mass, "kg", "t"), years, after))
    return pd.DataFrame(rows, columns=["start", "price", "start_t", "rate", "mass_to_target_t", "years_at_now", "price_after"])


def curve_lines(data: Data) -> pd.DataFrame:
    """Points and lines of the figure of curves, constant dollars: curve, what (point, fit, floor), mass_t, price, low,
    high. Fits run on to where Google's curve ends; its band is Google's own range of learning rates."""
    points, today = curve_points(data), _today_kg(data)
    rows = [(r.curve, "point", r.mass_t, r.constant, r.low, r.high) for r in points.itertuples()]
    end = today + google_value(data, "additional_mass_kg")
    for curve in CURVES:
        mass, price = _of_curve(points, curve, "constant")
        grid = np.geomspace(mass[0], end, GRID_POINTS)
        lines = predicted(mass, price, grid)
        rows += [(curve, "fit", units.convert(m, "kg", "t"), *values) for m, *values in zip(grid, *lines, strict=True)]
    first, start = (google_value(data, q) for q in ("initial_launch_price_usd_per_kg", "initial_cumulative_mass_kg"))
    rate = fact(data, GOOGLE, "learning_rate_frac")
    for mass in np.geomspace(start, end, GRID_POINTS):
        own = {e: launch_price.learned_launch_price_usd_per_kg(first, start, r, mass - start) for e, r in rate.items()}
        rows.append(("google", "fit", units.convert(mass, "kg", "t"), own["central"], own["high"], own["low"]))
    alone = floor(data).set_index("vehicle").loc["starship_v3", ["leo", "leo_low", "leo_high"]]
    rows.append(("floor", "floor", np.nan, *alone))
    return pd.DataFrame(rows, columns=["curve", "what", "mass_t", "price", "low", "high"])


def _pair_price(data: Data, fuel: str, end: str) -> float:
    oxygen = fact(data, "liquid_oxygen", "oxidiser_price_usd_per_kg")[end]
    own = (fact(data, fuel, "fuel_frac")["central"], fact(data, fuel, "fuel_price_usd_per_kg")[end])
    return launch_floor_price.propellant_pair_price_usd_per_kg(*own, oxygen)


def floor(data: Data) -> pd.DataFrame:
    """Propellant alone: vehicle, bill_usd and to low orbit (leo) and a sun-synchronous orbit (sso), each with _low and _high.

    Low and high move prices, load and payload together, so they bracket and are no interval of chance.
    """
    rows = []
    for vehicle, fuel in MAIN_FUEL.items():
        row: dict[str, object] = {"vehicle": vehicle}
        for end, below in ENDS:
            share = fact(data, vehicle, "hydrogen_pair_share_frac")[end]
            price = launch_floor_price.vehicle_propellant_price_usd_per_kg(
                share, _pair_price(data, "liquid_hydrogen", end), _pair_price(data, fuel, end)
            )
            bill = launch_floor_price.launch_propellant_bill_usd(fact(data, vehicle, "propellant_mass_kg")[end], price)
            payload, sso = (fact(data, vehicle, q)[below] for q in ("payload_leo_kg", "leo_to_sso_frac"))
            suffix = "" if end == "central" else f"_{end}"
            row[f"bill_usd{suffix}"] = bill
            row[f"leo{suffix}"] = launch_floor_price.propellant_floor_price_usd_per_kg(bill, payload, 1.0)
            row[f"sso{suffix}"] = launch_floor_price.propellant_floor_price_usd_per_kg(bill, payload, sso)
        rows.append(row)
    return pd.DataFrame(rows)


def floor_checks(data: Data) -> dict[str, float]:
    """What the floor is held against: price of pipeline gas per kg of methane, stated fillings of Starship and Falcon 9 over
    ours, the payload at which ours is Google's floor [t], and the heat in a filling beside the stated energy of a launch."""
    gas = data.in_quantity_unit(row := _row(data, "henry_hub", "gas_price_usd_per_mwh"), row.central, row.dollar_year)
    heating = fact(data, "liquid_methane", "gas_heating_value_kwh_per_kg")["central"]
    table, load = floor(data).set_index("vehicle"), fact(data, "starship_v1", "propellant_mass_kg")["central"]
    per_kg = table.loc["starship_v3", "bill_usd"] / fact(data, "starship_v3", "propellant_mass_kg")["central"]
    lower = fact(data, "starship_v3", "fuel_heating_value_kwh_per_kg")["central"]
    share = fact(data, "liquid_methane", "fuel_frac")["central"]
    heat = {v: launch_floor_price.launch_fuel_heat_gwh(fact(data, v, "propellant_mass_kg")["central"], share, lower)
            for v in ("starship_v1", "starship_v3")}  # fmt: skip
    floor_google = google_value(data, "launch_floor_stated_usd_per_kg")
    return {
        "gas_usd_per_kg": launch_floor_price.gas_price_per_mass_usd_per_kg(gas, heating),
        "starship_stated_ratio": fact(data, "starship_v1", "propellant_bill_usd")["central"] / (per_kg * load),
        "falcon_stated_ratio": fact(data, "falcon_9", "propellant_bill_usd")["central"] / table.loc["falcon_9", "bill_usd"],
        "google_floor": floor_google,
        "payload_at_google_t": units.convert(table.loc["starship_v3", "bill_usd"] / floor_google, "kg", "t"),
        "heat_v1_gwh": heat["starship_v1"],
        "heat_v3_gwh": heat["starship_v3"],
        "stated_gwh": fact(data, "starship_launch", "stated_launch_energy_gwh")["central"],
    }


def records(data: Data) -> pd.DataFrame:
    """Records of flights with the chance of failure that each suggests, and the premium where one is known.

    Columns: vehicle, flights, failures, expected, expected_low, expected_high (5 to 95 %), rate, rate_low, rate_high, loading
    (premium over the expected loss of launch and satellite; nan where no premium is known).
    """
    rows = []
    satellite = fact(data, "starlink_v2_mini", "satellite_failed_frac")["central"]
    subjects = [f.subject for f in data.facts if f.quantity == "record_flights_count"]
    for vehicle in subjects:
        flights, failures = (fact(data, vehicle, f"record_{q}_count")["central"] for q in ("flights", "failures"))
        chance = insurance_cost.expected_failure_frac(failures, flights)
        edges = stats.beta.ppf((1 - EDGE, EDGE), failures + 0.5, flights - failures + 0.5)
        known = data.rows(vehicle, "insurance_rate_frac")
        rate = fact(data, vehicle, "insurance_rate_frac") if known else dict.fromkeys(("low", "central", "high"), np.nan)
        lost = insurance_cost.covered_loss_frac(chance, satellite)
        loading = insurance_cost.insurance_loading_ratio(rate["central"], lost)
        rows.append((vehicle, flights, failures, chance, *edges, rate["central"], rate["low"], rate["high"], loading))
    columns = ["vehicle", "flights", "failures", "expected", "expected_low", "expected_high", "rate", "rate_low", "rate_high",
               "loading"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def insurance(data: Data, concept: str, case: str, settings: Settings) -> dict[str, float]:
    """One satellite of a concept, per kg: value with accelerators, launch, sum insured, premium (with _low, _high), and what
    carrying the risk costs at the vehicle's own chance of failure. nan where the satellite cannot be built."""
    names = ("accelerators_installed_count", "accelerator_price_usd", "satellites_count", "satellite_price_usd",
             "satellite_mass_kg", "launch_price_usd_per_kg", "launch_success_frac")  # fmt: skip
    ready = sized(data, concept, case, settings)
    v = {n: number(ready.inputs[n]) if n in ready.inputs else number(ready.compute((n,))[n]) for n in names}
    carried = v["accelerators_installed_count"] / v["satellites_count"]
    whole = v["satellite_price_usd"] + carried * v["accelerator_price_usd"]
    value = insurance_cost.satellite_value_usd_per_kg(whole, v["satellite_mass_kg"])
    insured = insurance_cost.insured_value_usd_per_kg(value, v["launch_price_usd_per_kg"])
    vehicle = ready.side.picks["payload_leo_kg"].fact.subject
    subject = vehicle if data.rows(vehicle, "insurance_rate_frac") else "any_launcher"
    rate = fact(data, subject, "insurance_rate_frac")
    satellite = fact(data, "starlink_v2_mini", "satellite_failed_frac")["central"]
    lost = insurance_cost.covered_loss_frac(1 - v["launch_success_frac"], satellite)
    premium = {end: insurance_cost.insurance_premium_usd_per_kg(insured, r) for end, r in rate.items()}
    return {
        "value": value,
        "launch": v["launch_price_usd_per_kg"],
        "insured": insured,
        "rate": rate["central"],
        "premium": premium["central"],
        "premium_low": premium["low"],
        "premium_high": premium["high"],
        "lost": lost,
        "self": insurance_cost.self_insurance_cost_usd_per_kg(insured, lost),
        "own_rate": float(subject == vehicle),
    }
