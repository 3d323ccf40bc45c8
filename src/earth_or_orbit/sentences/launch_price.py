"""Words and printed tables about the price of launch: kinds, curves, the floor by propellant, insurance."""

import numpy as np
import pandas as pd

from earth_or_orbit.drawing.names import name_of
from earth_or_orbit.drawing.numbers import spoken, spoken_range, with_range
from earth_or_orbit.facts import Data
from earth_or_orbit.tables import launch_price as tables
from earth_or_orbit.tables.mass_and_power import Settings

NOTHING_SAID = 100.0  # an interval whose ends lie so many times apart says nothing of a price
PERCENT = 100


def _by(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=columns).set_index(columns[0]).rename_axis(index=None, columns=columns[0])


def _percent(low: float, high: float) -> str:
    return f"{spoken(PERCENT * low, 2)} to {spoken(PERCENT * high, 2)} %"


def _interval(low: float, high: float) -> str:
    """An interval of prices, or that it says nothing."""
    if not np.isfinite([low, high]).all():
        return "no interval"
    return spoken_range(low, high) if high < NOTHING_SAID * low else "says nothing"


def prices_said(data: Data) -> str:
    """The three kinds of price beside each other, in the study's dollars."""
    table = tables.prices(data)
    now = {key: _latest(table, *key) for key in (("falcon_9", "list"), ("falcon_9", "internal"), ("falcon_9", "customer_actual"),
                                                 ("spacex_rideshare", "rideshare"), ("starship", "contract"))}  # fmt: skip
    hoped = table[(table["group"] == "aspirational") & table["vehicle"].str.startswith("starship")]["central"]
    cost = now["falcon_9", "internal"]
    return (
        "**A launch has three prices, and they lie far apart.** A full Falcon 9 lists at "
        f"{_usd(now['falcon_9', 'list'])} per kg, a "
        f"place on a shared flight at {_usd(now['spacex_rideshare', 'rideshare'])}, and customers who fly alone pay "
        f"{_usd(now['falcon_9', 'customer_actual'])} for each kg that they load on average. Outsiders put the "
        "owner's own cost of one "
        f"more flight at {with_range(cost['central'], cost['low'], cost['high'])} USD per kg. The one "
        "Starship contract that is "
        f"public comes to {_usd(now['starship', 'contract'])} if the whole design load is used. Hopes and "
        "projections for Starship "
        f"run from {spoken(hoped.min())} to {spoken(hoped.max())}. All are in dollars of 2025."
    )


def _latest(table: pd.DataFrame, vehicle: str, kind: str) -> pd.Series:
    return table[(table["vehicle"] == vehicle) & (table["kind"] == kind)].iloc[-1]


def _usd(row: pd.Series) -> str:
    return f"{spoken(row['central'])} USD"


def printed_prices(table: pd.DataFrame) -> pd.DataFrame:
    """Prices per kg with their kind, as published and in the study's dollars."""
    rows = [(name_of("vehicles", r.vehicle), r.year, name_of("launch_prices", r.kind), f"{spoken(r.nominal)} in {r.dollar_year}",
             with_range(r.central, r.low, r.high), r.source_id) for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Vehicle", "Year", "Kind", "As published [USD/kg]", "In 2025 dollars [USD/kg]", "Source"])


def printed_fits(table: pd.DataFrame) -> pd.DataFrame:
    """Learning rate of every curve with its interval, and what it says of prices to come; constant dollars."""
    own = table[table["dollars"] == "constant"]
    rows = []
    for r in own.itertuples():
        ahead = (f"{spoken(v)} ({_interval(low, high)})" for v, low, high in (
            (r.at_ten, r.at_ten_low, r.at_ten_high), (r.at_google, r.at_google_low, r.at_google_high)))  # fmt: skip
        rows.append((name_of("launch_curves", r.curve), f"{r.points}, {r.first_year} to {r.last_year}",
                     f"{spoken(r.first)} to {spoken(r.last)}", f"{spoken(PERCENT * r.learning, 2)} %",
                     _percent(r.learning_low, r.learning_high), *ahead))  # fmt: skip
    columns = ["Curve", "Prices", "First and last [USD/kg]", "Off at each doubling", "5 to 95 %", "At ten times today's mass",
               "After 370,000 t more"]  # fmt: skip
    return _by(rows, columns)


def fits_said(data: Data, table: pd.DataFrame) -> str:
    """What the list price has learned, in constant and nominal dollars, and what the other curves can say."""
    rows = table.set_index(["curve", "dollars"])
    real, nominal = rows.loc[("falcon_list", "constant")], rows.loc[("falcon_list", "nominal")]
    ride, cost = rows.loc[("rideshare", "constant")], rows.loc[("internal", "constant")]
    rate = tables.fact(data, tables.GOOGLE, "learning_rate_frac")["central"]
    within = real["learning_low"] <= rate <= real["learning_high"]
    return (
        f"While the mass flown grew {spoken(real['mass_ratio'], 2)} times, the list price of a Falcon 9 fell by "
        f"{spoken(PERCENT * real['learning'], 2)} % at each doubling "
        f"({_percent(real['learning_low'], real['learning_high'])}); in the "
        f"dollars of each year, by {spoken(PERCENT * nominal['learning'], 2)} %. Most of the fall is "
        "inflation that the list did not "
        f"follow. Google's {PERCENT * rate:g} % lies {'inside' if within else 'outside'} the interval. Shared "
        "flights have not become "
        f"cheaper: {spoken(PERCENT * ride['learning'], 2)} % "
        f"({_percent(ride['learning_low'], ride['learning_high'])}). The owner's cost "
        f"as outsiders estimate it fell by {spoken(PERCENT * cost['learning'], 2)} % at each doubling, more "
        "than Google assumes, but "
        f"{cost['points']:.0f} estimates of different things leave the rate anywhere from "
        f"{_percent(cost['learning_low'], cost['learning_high'])}."
    )


def google_said(data: Data) -> str:
    """Google's own curve, reproduced, and how long its mass takes at today's rate."""
    made = tables.google_reproduced(data)
    asked = tables.google_value(data, "target_launch_price_usd_per_kg")
    first = tables.fits(data).set_index(["curve", "dollars"]).loc[("first_flights", "constant")]
    return (
        f"From its own start and rate, Google's curve reaches {asked:g} USD per kg after {spoken(made['mass_t'])} t more: "
        f"{spoken(made['flights'])} flights of a Starship that carries twice what the present one is designed for, "
        f"{spoken(made['flights_per_year'])} a year. At the rate at which SpaceX flew mass in 2025 (to 28 November) it "
        f"would take {spoken(made['years_at_now'])} years. Its start fits the price of a Falcon Heavy whose boosters "
        "land over the load of one "
        "whose boosters are spent. A line through the prices that CSIS gives "
        "to the first flights of Falcon 1, Falcon 9 and Falcon Heavy falls by "
        f"{spoken(PERCENT * first['learning'], 2)} % at each "
        f"doubling ({_percent(first['learning_low'], first['learning_high'])}); these are three vehicles, not "
        "one that was learned."
    )


def sensitivity_said(table: pd.DataFrame) -> str:
    """How far the start and the rate move the mass, at Google's rate and at the others."""
    at = table[np.isclose(table["rate"], table[table["start"] == "google"]["rate"].iloc[2])].set_index("start")
    ends = at["mass_to_target_t"]
    google = table[table["start"] == "google"]["mass_to_target_t"]
    return (
        f"At the same {PERCENT * at['rate'].iloc[0]:g} % the mass to the target runs from {_from_to(ends)} t "
        "with the start alone. From "
        f"Google's start it runs from {_from_to(google)} t with the rate alone. From today's list price and "
        "today's mass Google's "
        f"further mass leaves {spoken(at.loc['falcon_9_list', 'price_after'])} USD per kg, from the owner's "
        "cost as estimated "
        f"{spoken(at.loc['falcon_9_internal', 'price_after'])}: the curve holds only if price follows cost."
    )


def _from_to(masses_t: pd.Series) -> str:
    """Two ends in words; a mass of zero is a target that is reached."""
    low, high = masses_t.min(), masses_t.max()
    return f"{spoken(low, 2)} (reached) to {spoken(high, 2)}" if low == 0 else f"{spoken(low, 2)} to {spoken(high, 2)}"


def printed_floor(table: pd.DataFrame) -> pd.DataFrame:
    """Propellant alone for each vehicle."""
    rows = [(name_of("vehicles", r.vehicle), with_range(r.bill_usd / 1e6, r.bill_usd_low / 1e6, r.bill_usd_high / 1e6),
             with_range(r.leo, r.leo_low, r.leo_high), with_range(r.sso, r.sso_low, r.sso_high))
            for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Vehicle", "One filling [million USD]", "To low orbit [USD/kg]", "To a sun-synchronous orbit [USD/kg]"])


def floor_said(data: Data) -> str:
    """The floor held against stated fillings, Google's floor and the stated energy of a launch."""
    c = tables.floor_checks(data)
    least = tables.floor(data).set_index("vehicle").loc["starship_v3"]
    return (
        f"Propellant alone costs Starship {with_range(least['leo'], least['leo_low'], least['leo_high'])} USD "
        "per kg to low orbit when "
        f"full. Google prints about {c['google_floor']:g}, which our filling reaches at a load of "
        f"{spoken(c['payload_at_google_t'])} t. "
        f"What SpaceX's chief executive said of fillings is {spoken(c['starship_stated_ratio'], 2)} times "
        "ours for Starship and "
        f"{spoken(c['falcon_stated_ratio'], 2)} times for Falcon 9. Pipeline gas costs "
        f"{spoken(c['gas_usd_per_kg'], 2)} USD per kg of "
        f"methane before it is liquefied. The {c['stated_gwh']:g} GWh that are quoted for a launch are the "
        "heat of the methane in "
        f"Starship's first version ({spoken(c['heat_v1_gwh'])} GWh), not electricity; the third version's holds "
        f"{spoken(c['heat_v3_gwh'])} GWh."
    )


def insurance_said(data: Data, concept: str, case: str, settings: Settings) -> str:
    """What insuring one concept's satellites adds per kg beside carrying the risk."""
    v = tables.insurance(data, concept, case, settings)
    if not np.isfinite(v["insured"]):
        return "With these settings no satellite can be built, so none is insured."
    whose = "its vehicle's premium" if v["own_rate"] else "the premium of a general guide, for none is known for its vehicle"
    over = v["premium"] / v["self"]
    verdict = f"{spoken(over, 2)} times that" if over >= 1 else "less than that, so no insurer would write it at this rate"
    return (
        f"A kg of **{name_of('concepts', concept)}** is worth {spoken(v['value'])} USD with its accelerators and costs "
        f"{spoken(v['launch'])} USD to launch in the {case} case. Carrying the risk costs {spoken(v['self'])} "
        "USD per kg on average, "
        f"at a chance of loss of {spoken(PERCENT * v['lost'], 2)} %; {whose}, {spoken(PERCENT * v['rate'], 2)} %, is "
        f"{with_range(v['premium'], v['premium_low'], v['premium_high'])} USD per kg, {verdict}. "
        "The ledger carries the risk: it builds and launches again what is lost, and pays no premium."
    )
