"""Words and printed tables about one satellite's power and mass, and about what an advance would have to be."""

import numpy as np
import pandas as pd

from earth_or_orbit.drawing.mass_and_power import amount
from earth_or_orbit.drawing.names import name_of, words_of
from earth_or_orbit.drawing.numbers import spoken, spoken_range, with_range
from earth_or_orbit.facts import Data
from earth_or_orbit.tables import advance
from earth_or_orbit.tables import mass_and_power as tables
from earth_or_orbit.tables.mass_and_power import Settings

OURS = {"flown_parts": "this study, flown parts", "announced_parts": "this study, announced parts",
        "flown_bus": "this study, flown bus", "as_stated": "as the maker states"}  # fmt: skip


def _by(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    """Rows printed under a single row of headings, the first column as their names."""
    return pd.DataFrame(rows, columns=columns).set_index(columns[0]).rename_axis(index=None, columns=columns[0])


def _total(budget: pd.DataFrame, concept: str, reading: str) -> str:
    """A reading's total with its range, or that it cannot be built."""
    own = budget[budget["bar"] == f"{concept}/{reading}"]
    total = own["value"].sum(min_count=len(own))
    return with_range(total, own["total_low"].iloc[0], own["total_high"].iloc[0]) if np.isfinite(total) else "no valid mass"


def answer(budget: pd.DataFrame, needed: pd.DataFrame, concept: str, case: str, room: dict[str, float], whose: str) -> str:
    """One satellite's mass per kW in every reading, and which terms alone would close the gap in cost."""
    if not np.isfinite(room["announced"]):
        return f"With these settings no satellite of **{name_of('concepts', concept)}** has a mass."
    said = {r: _total(budget, concept, r) for r in tables.READINGS if (budget["bar"] == f"{concept}/{r}").any()}
    stated = f"{spoken(room['stated'])} kg per kW of peak power, as {name_of('concepts', whose)} is stated to"
    return (
        f"**{name_of('concepts', concept)}** weighs {said['flown_parts']} kg per kW of peak IT power from flown parts, "
        f"{said['announced_parts']} from announced ones and {said['flown_bus']} as a flown bus that carries computers and "
        f"radiators. To weigh {stated}, all but its accelerators would have to be {_times(room)} than announced parts. "
        f"{closing_words(needed, case, room)}"
    )


def closing_words(needed: pd.DataFrame, case: str, room: dict[str, float]) -> str:
    """Which single terms would make the orbit as cheap as the campus, and whether such a mass holds the accelerators."""
    closing = needed[np.isfinite(needed["cost_value"])].set_index("term")["cost_value"]
    others = [name_of("terms", term) for term in closing.index if term != advance.MASS]
    rest = f"{', '.join(others)} would too" if others else "no other single term would"
    if not np.isfinite(needed["cost_now_ratio"]).any():
        return ""
    if advance.MASS not in closing:
        return f"In the {case} case no mass alone makes its computing as cheap as the campus's; {rest}."
    light = advance.kg_per_kw(closing[advance.MASS])
    chips = f"more than the {spoken(room['accelerators'])} that its accelerators weigh"
    if light < room["accelerators"]:
        chips = f"less than the {spoken(room['accelerators'])} that its accelerators weigh"
    return (
        f"In the {case} case a lighter satellite alone would make its computing as cheap as the campus's at {spoken(light)} "
        f"kg/kW of peak power, {chips}; {rest}."
    )


def _times(room: dict[str, float]) -> str:
    ratio = room["announced"] / room["left"]
    return f"{spoken(ratio, 2)} times lighter" if room["left"] > 0 else "less than weightless, and no factor makes them"


def cannot_be_built(data: Data, concept: str, case: str, settings: Settings) -> str:
    """What the settings forbid, in one sentence; that they allow a satellite, if they do."""
    why = tables.refusal(data, concept, case, settings)
    if why:
        return f"**With these settings no satellite can be built:** {why}. Dashes below stand for what has no value."
    return "With these settings the satellite can be built."


def printed_power(table: pd.DataFrame) -> pd.DataFrame:
    """Array and battery of one satellite, with the range of the draws."""
    rows = [(name_of("power_values", r.quantity), with_range(r.central, r.low, r.high), name_of("shown_units", r.unit))
            for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Power of one satellite", "Value", "Unit"])


def printed_cells(table: pd.DataFrame) -> pd.DataFrame:
    """Two kinds of cells on the same satellite."""
    rows = [(name_of("cells", r.cell), spoken(r.efficiency_frac), spoken(r.temperature_k), spoken(r.yield_w_per_m2),
             spoken(r.remaining_frac), spoken(r.area_m2_per_kw)) for r in table.itertuples()]  # fmt: skip
    columns = ["Cells", "Efficiency when new", "At work [K]", "New and warm [W/m²]", "Left at the end of life", "Array [m²/kW]"]
    return _by(rows, columns)


def printed_overhead(table: pd.DataFrame) -> pd.DataFrame:
    """Where bus power goes before it reaches the computers."""
    rows = [(name_of("power_values", r.quantity), name_of("overhead_bases", r.basis), with_range(r.central, r.low, r.high))
            for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Step", "Basis", "Share or ratio"])


def overhead_used(table: pd.DataFrame, case: str) -> str:
    """Which of the two overheads moves this concept's numbers."""
    used = table[table["used"] & (table["quantity"] == "power_usage_effectiveness_ratio")]
    if used.empty:
        return (
            "The maker states the power of the computers themselves, so neither ratio moves this satellite's numbers: what pumps "
            "and converters take on top is left to the maker, which favours it."
        )
    row = used.iloc[0]
    return f"The {case} case takes the overhead {name_of('overhead_bases', row['basis'])}, {spoken(row['central'])}."


def printed_specific_powers(table: pd.DataFrame) -> pd.DataFrame:
    """Watts per kg of flown hardware and of ours, kind by kind."""
    rows = [(OURS.get(r.name) or name_of("hardware", r.name), name_of("hardware_kinds", r.what),
             with_range(r.w_per_kg, r.low, r.high), r.source_id or "computed")
            for r in table.itertuples(index=False)]  # fmt: skip
    return _by(rows, ["Hardware", "What is weighed", "W/kg", "Source"])


def printed_prices(table: pd.DataFrame) -> pd.DataFrame:
    """Published prices of space arrays and batteries, as printed."""
    rows = [(name_of("prices", r.quantity), name_of("prices", r.subject), with_range(r.central, r.low, r.high),
             f"{r.unit.replace('USD', '$')} in {r.dollar_year}", name_of("kinds", r.kind), r.source_id)
            for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Price", "Of", "Value", "Unit", "Kind", "Source"])


def price_beside_published(data: Data, concept: str, case: str, settings: Settings) -> str:
    """What the ledger pays for array and battery together beside the published prices of arrays alone."""
    paid = tables.price_paid(data, concept, case, settings)
    if not np.isfinite(paid):
        return "With these settings no satellite has a price."
    arrays = [f.central for f in data.facts if f.quantity == "array_price_usd_per_w"]
    return (
        f"No model of ours rests on these prices. The ledger pays by the satellite's mass; the share that it gives to array and "
        f"battery comes to {spoken(paid)} dollars per watt of the new array, {spoken(paid / min(arrays))} times the cheapest "
        "array above."
    )


def gap_between_readings(budget: pd.DataFrame, concept: str) -> str:
    """Why the budget of flown parts and the flown bus differ, in kg per kW."""
    parts = budget.set_index(["bar", "part"])["value"]
    carried = list(tables.CARRIED)
    flown, bus = parts[f"{concept}/flown_parts"], parts[f"{concept}/flown_bus"]
    same = flown[carried].sum(min_count=len(carried))
    rest = flown.drop(carried).sum(min_count=1)
    if not np.isfinite(same + rest):
        return "With these settings neither reading gives a satellite."
    return (
        f"Both readings carry the same accelerators, radiators, spare loops and shielding, {spoken(same)} kg/kW together. The "
        f"difference is the bus: {spoken(bus['flown_bus'])} kg/kW as it flew, with the array that this orbit and life need "
        f"beyond it, against {spoken(rest)} for the same duties from parts that flew on other spacecraft, "
        f"{spoken(rest / bus['flown_bus'])} times as much."
    )


def printed_check(table: pd.DataFrame) -> pd.DataFrame:
    """The flown donor by our own parts, in kg."""
    rows = [(name_of("parts", r.part), spoken(r.flown_parts), spoken(r.announced_parts)) for r in table.itertuples()]
    rows.append(("total", *(spoken(table[reading].sum()) for reading in ("flown_parts", "announced_parts"))))
    return _by(rows, ["Starlink V2 Mini by part [kg]", "Flown parts", "Announced parts"])


def check_said(data: Data, table: pd.DataFrame) -> str:
    """What the flown donor weighs beside what our parts make of it."""
    weighed = tables.weighed_mass_kg(data)
    flown, announced = (table[reading].sum() for reading in ("flown_parts", "announced_parts"))
    return (
        f"The satellite weighs {spoken(weighed)} kg, its radio payload included, which is in neither column. Flown parts make it "
        f"{spoken(flown / weighed)} times as heavy as it is, announced parts {spoken(announced / weighed)} times. The budget of "
        "flown parts is therefore an upper bound for a builder of thousands, and the bus that flew shows what series building "
        "and flat stacking have already saved."
    )


def stands_where(table: pd.DataFrame) -> str:
    """How many published masses lie below and above each of our own."""
    others = table[~table["own"]]["central"]
    said = []
    for row in table[table["own"]].itertuples():
        reading = name_of("readings", row.name.partition("/")[2])
        if np.isfinite(row.central):
            said.append(f"{reading} at {spoken(row.central)} above {(others < row.central).sum()} of {len(others)}")
    low, high = spoken(others.min()), spoken(others.max())
    where = "; ".join(said) if said else "none of our own, for these settings allow no satellite"
    return (
        f"Published values run from {low} to {high} kg/kW. Ours stand: {where}. The lightest published ones are designs on "
        "paper or claims, and those that leave computers out would be heavier per kilowatt of computing."
    )


def printed_punctures(table: pd.DataFrame) -> pd.DataFrame:
    """Holes in one satellite's loops over its life and the spare loops against them, every concept."""
    rows = []
    for r in table.itertuples():
        ranged = {name: with_range(getattr(r, name), getattr(r, f"{name}_low"), getattr(r, f"{name}_high")) for name in (
            "loop_exposed_area_m2", "satellite_punctures_count", "puncture_chance_frac")}  # fmt: skip
        saved = r.total_kg_per_kw - r.total_without_kg_per_kw
        spare = (r.spare_loops_count, r.spare_loops_count_low, r.spare_loops_count_high)
        ranged["spare_loops_count"] = _whole_loops(*spare)
        rows.append((name_of("concepts", r.concept), *ranged.values(), _whole(r.cooling_loops_count),
                     spoken(r.satellite_puncture_protection_mass_kg), spoken(saved)))  # fmt: skip
    columns = ["Concept", "Exposed loops [m²]", "Holes in its life", "Chance of one or more", "Spare loops", "Loops needed",
               "Spare loops [kg]", "They add to the whole [kg/kW]"]  # fmt: skip
    return _by(rows, columns)


def _whole(value: float) -> str:
    return f"{round(value):,}" if np.isfinite(value) else "–"


def _whole_loops(central: float, low: float, high: float) -> str:
    between = f" ({_whole(low)}–{_whole(high)})" if np.isfinite([low, high]).all() else ""
    return f"{_whole(central)}{between}"


def punctures_said(table: pd.DataFrame, concept: str) -> str:
    """What one concept's satellites meet, and what it means to fly without spare loops."""
    row = table.set_index("concept").loc[concept]
    holes, chance = row["satellite_punctures_count"], row["puncture_chance_frac"]
    if not np.isfinite(holes):
        return "With these settings no radiator can be sized, so no puncture is counted."
    between = spoken_range(row["satellite_punctures_count_low"], row["satellite_punctures_count_high"])
    spread = f" ({between})" if between else ""
    first = (
        f"A satellite of {name_of('concepts', concept)} meets {spoken(holes)}{spread} holes in its loops over "
        f"{row['satellite_service_years']:g} years. "
    )
    if not np.isfinite(row["total_kg_per_kw"]):
        return f"{first}So many that no number of spare loops keeps it whole."
    saved = row["total_kg_per_kw"] - row["total_without_kg_per_kw"]
    return (
        f"{first}Without spare loops and valves it would weigh {spoken(saved)} kg/kW less, and {spoken(100 * chance)} % of the "
        "satellites would lose their coolant before the end of their life. That loss is not taken off the delivered computing."
    )


def printed_leaks(table: pd.DataFrame) -> pd.DataFrame:
    """Leaks that were seen in orbit, with what is known of them."""
    rows = [(name_of("hardware", r.subject), _whole_loops(r.central, r.low, r.high), r.note, r.source_id)
            for r in table.itertuples()]  # fmt: skip
    return _by(rows, ["Seen in orbit", "Leaks", "What is known", "Source"])


def printed_terms(table: pd.DataFrame, made_known: pd.DataFrame) -> pd.DataFrame:
    """Each term: now, what alone would reach each goal, and AI1's published or implied figure."""
    known = made_known.set_index("term")
    rows = []
    for r in table.itertuples():
        value, how = known.loc[r.term]
        figure = f"{amount(value, r.unit)} ({how})" if np.isfinite(value) else "none published"
        cells = [amount(r.now, r.unit), _needed(r, "cost"), _needed(r, "mass"), figure]
        rows.append((name_of("terms", r.term), *cells))
        if r.term == advance.MASS:
            numbers = (r.now, r.cost_value, r.mass_value, value)
            rows.append(("the same as mass per power", *(f"{spoken(advance.kg_per_kw(v))} kg/kW" if np.isfinite(v) else "–"
                                                         for v in numbers)))  # fmt: skip
    return _by(rows, ["Term", "Now", "Alone as cheap as the campus", "Alone as light as stated", "AI1's figure"])


def _needed(row: object, goal: str) -> str:
    value, best, ratio, now_ratio, moves = (getattr(row, f"{goal}_{c}") for c in ("value", "best", "ratio", "now_ratio", "moves"))
    if np.isfinite(value):
        return amount(value, row.unit)
    if not np.isfinite(now_ratio):
        return "–"
    return f"none; {spoken(ratio)} × at {amount(best, row.unit)}" if moves else "does not bear on it"


def terms_read(data: Data, table: pd.DataFrame, concept: str, case: str) -> str:
    """How the table above takes the satellite's mass, and where the ledger stands."""
    basis, own = advance.basis_of(data, concept, case), table.iloc[0]
    reading = {"parts": "as a flown bus, as in the ledger", "budget": "by its budget of announced parts"}[basis]
    if basis == "budget" and case == "demonstrated":
        reading = "by its budget of flown parts"
    more = ""
    if basis == "parts":
        more = " In this reading the flown bus keeps its own array: only what is needed beyond it can become lighter."
    elif np.isfinite(own["cost_now_ratio"]):
        more = " The ledger takes the mass as stated, where no part can be moved."
    if not np.isfinite(own["cost_now_ratio"]):
        return "With these settings there is no satellite to move."
    return (
        f"The satellite is taken {reading}. All terms as they are, its accelerator-hour costs "
        f"{spoken(own['cost_now_ratio'])} times the campus's, and it weighs {spoken(own['mass_now_ratio'])} times the stated "
        f"mass.{more}"
    )


def chip_words(data: Data, concept: str, case: str, settings: Settings, table: pd.DataFrame) -> str:
    """Which chip temperatures go with the radiator now, with its best value, and with AI1's stated area."""
    row = table.set_index("term").loc["radiator_temperature_k"]
    stated, ours = advance.published_chip_temperature_k(data)
    published = (
        f"AI1's stated area asks for chips at {spoken(stated)} K under the cold sky that its flux needs, and at {spoken(ours)} K "
        "in the surroundings of AI1's own orbit."
    )
    if not np.isfinite(row["now"]):
        return published
    now, best = (advance.chip_temperature_k(data, concept, case, settings, row[name]) for name in ("now", "cost_best"))
    return (
        f"A radiator at {spoken(row['now'])} K goes with chips at {spoken(now)} K; at {spoken(row['cost_best'])} K, the nearest "
        f"that it comes, the chips would be at {spoken(best)} K. {published}"
    )


def room_words(room: dict[str, float], concept: str, whose: str) -> str:
    """What a stated mass leaves for all but accelerators, beside what announced parts weigh."""
    maker = name_of("concepts", whose)
    if room["left"] <= 0:
        left = f"less than nothing: {spoken(room['left'])}"
    else:
        left = spoken(room["left"])
    if not np.isfinite(room["announced"]):
        return f"{maker} states {spoken(room['stated'])} kg/kW; reference accelerators leave {left} of it for all the rest."
    return (
        f"The stated mass of {maker} is {spoken(room['stated'])} kg per kW of peak power. The reference accelerators, at their "
        f"weight in a rack, take {spoken(room['accelerators'])} of it and leave {left} for array, battery, radiator, structure "
        f"and all else, which come to {spoken(room['announced'])} on {name_of('concepts', concept)} with announced parts. A "
        "lighter board made for flight, a lighter satellite around it, or both, are what the advance has to be; no page says "
        "which."
    )


def printed_steps(table: pd.DataFrame) -> pd.DataFrame:
    """From the demonstrated case to the promised one, group by group."""
    rows = [(name_of("step_groups", r.group) if r.group else "demonstrated case", f"{r.changed:,}" if r.group else "",
             spoken(r.kg_per_kw), spoken(r.usd_per_hour), spoken(r.ratio), spoken(r.alone_usd_per_hour) if r.group else "")
            for r in table.itertuples()]  # fmt: skip
    columns = ["After promised …", "Facts and choices that change", "kg/kW", "USD/h", "÷ campus as demonstrated",
               "USD/h if this group alone"]  # fmt: skip
    return _by(rows, columns)


def both_sides_promise(table: pd.DataFrame, campus: pd.DataFrame, site: str, concept: str) -> str:
    """What the promised case makes of each side's cost, in the same words."""
    first, last = table["usd_per_hour"].iloc[0], table["usd_per_hour"].iloc[-1]
    ground_first, ground_last = campus["usd_per_hour"]
    names = [words_of(name) for name in campus["changed"].iloc[-1]]
    groups = [name_of("step_groups", r.group) for r in table.iloc[1:].itertuples() if r.changed]
    said = []
    for who, before, after, what in (
        (name_of("concepts", concept), first, last, groups), (name_of("sites", site), ground_first, ground_last, names),
    ):  # fmt: skip
        if not np.isfinite(before / after):
            said.append(f"**{who}:** with these settings it has no cost in one of the two cases.")
            continue
        said.append(
            f"**{who}:** the promised case takes an accelerator-hour from {spoken(before)} to {spoken(after)} dollars, "
            f"{spoken(after / before)} of what is demonstrated; it changes {'; '.join(what) if what else 'nothing'}."
        )
    return "\n\n".join(said)
