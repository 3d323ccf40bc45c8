"""Tidy tables of one satellite's power and mass: array and battery, budget by subsystem, punctures of its loops."""

import numpy as np
import pandas as pd

from earth_or_orbit import scenario, study, units
from earth_or_orbit.facts import Data, Fact, FactError
from earth_or_orbit.quantities import shadow, solar_power, specific_power, sunlight
from earth_or_orbit.scenario import ScenarioError
from earth_or_orbit.study import Resolved
from earth_or_orbit.tables.known import STEP_FRAC, facts_of, sensitivity
from earth_or_orbit.tables.pairs import ends
from earth_or_orbit.tables.places import HALF, fleet

Settings = dict[str, float | None]
FLEET_MW = 100.0  # average IT power of the fleets below; nothing per satellite or per kW depends on it
# How a satellite's mass is read: the case whose facts it takes, and the basis.
READINGS = {"flown_parts": ("demonstrated", "budget"), "announced_parts": ("promised", "budget"),
            "flown_bus": ("demonstrated", "parts"), "as_stated": ("promised", "stated")}  # fmt: skip
BUDGET_PARTS = {
    "accelerators_mass": ("satellite_accelerators_mass_kg",),
    "array_mass": ("satellite_array_mass_kg",),
    "battery_and_converters": ("satellite_battery_mass_kg", "satellite_power_conversion_mass_kg"),
    "radiator": ("satellite_radiator_mass_kg",),
    "spare_loops": ("satellite_puncture_protection_mass_kg",),
    "shielding": ("satellite_shielding_mass_kg",),
    "structure": ("satellite_structure_mass_kg",),
    "cables_control_thrusters": ("satellite_harness_mass_kg", "satellite_control_mass_kg", "satellite_propulsion_mass_kg",
                                 "satellite_propellant_mass_kg", "satellite_avionics_mass_kg"),
    "margin": ("satellite_mass_margin_kg",),
}  # fmt: skip
CARRIED = ("accelerators_mass", "radiator", "spare_loops", "shielding")  # what a flown bus does not have
WHOLE = ("satellite_mass_kg", "satellite_it_power_peak_kw", "satellite_specific_mass_kg_per_kw")
POWER = (
    "satellite_power_peak_kw", "satellite_it_power_peak_kw", "satellite_load_mean_kw", "longest_eclipse_min",
    "satellite_array_power_kw", "cell_temperature_k", "array_yield_w_per_m2", "array_remaining_frac",
    "satellite_array_area_m2", "battery_cycles_count", "battery_cycle_depth_frac", "battery_depth_of_discharge_frac",
    "satellite_battery_kwh",
)  # fmt: skip
CELLS = {"silicon": "silicon_cells", "triple_junction": "triple_junction_cells"}
CELL_VALUES = ("solar_cell_efficiency_frac", "cell_temperature_k", "array_yield_w_per_m2", "array_remaining_frac")
OVERHEAD = {"parts": ("demonstrated", "parts"), "stated": ("demonstrated", "stated"), "expected": ("promised", "stated")}
OVERHEAD_STEPS = ("power_conversion_efficiency_frac", "pump_power_share_frac", "avionics_power_share_frac")
PUNCTURES = ("loop_exposed_area_m2", "puncture_flux_count_per_m2_year", "satellite_punctures_count", "puncture_chance_frac",
             "spare_loops_count", "cooling_loops_count", "satellite_puncture_protection_mass_kg")  # fmt: skip
STARLINK, WEIGHED = "starlink_v2_mini", "google_suncatcher_proxy"


def sized(
    data: Data, concept: str, case: str, settings: Settings, draws: int = 0, choices: dict[str, str] | None = None
) -> Resolved:
    """One concept made ready, with settings as arrays: what cannot be built becomes nan in place of an error."""
    given = {n: scenario.check_setting(n, v, data) for n, v in settings.items() if v is not None}
    ready = fleet(data, concept, case, FLEET_MW, draws, choices=choices)
    return study.with_settings(ready, {n: np.full(max(draws, 1), v) for n, v in given.items()})


def number(value: object) -> float:
    """A quantity's one value, whether it came as a number or as an array of one length."""
    return float(np.asarray(value, dtype=float).ravel()[0])


def fact_of(data: Data, subject: str, quantity: str) -> float:
    """A fact's central value in its quantity's unit; the first row. Raises FactError if there is none."""
    rows = data.rows(subject, quantity)
    if not rows:
        raise FactError(f"data/facts/ has no {quantity} of {subject}")
    return _in_unit(data, rows[0])[1]


def _in_unit(data: Data, fact: Fact) -> tuple[float, float, float]:
    unit = data.quantity(fact.quantity).unit
    ends_of = (fact.low, fact.central, fact.high)
    return tuple(np.nan if v is None else units.convert(v, fact.unit, unit) for v in ends_of)


def power(data: Data, concept: str, case: str, settings: Settings, draws: int) -> pd.DataFrame:
    """Array and battery of one satellite: quantity, unit, central, low, high (5 and 95 % of the draws)."""
    values = sized(data, concept, case, settings).compute(POWER)
    spread = sized(data, concept, case, settings, draws).compute(POWER)
    rows = [(name, data.quantity(name).unit, number(values[name]), *ends(spread[name])) for name in POWER]
    return pd.DataFrame(rows, columns=["quantity", "unit", "central", "low", "high"])


def cells(data: Data, concept: str, case: str, settings: Settings) -> pd.DataFrame:
    """Silicon and triple-junction cells on one satellite, worn by the particles of its orbit.

    Columns: cell, efficiency_frac, temperature_k, yield_w_per_m2 (new and warm), remaining_frac (at the end of life),
    area_m2_per_kw (of array per kW of peak power).
    """
    rows = []
    for cell, subject in CELLS.items():
        chosen = {"cell_technology": cell, "array_ageing_basis": "dose", "array_yield_basis": "computed"}
        ready = sized(data, concept, case, settings, choices=chosen)
        own = {f.quantity: _in_unit(data, f)[1] for f in data.facts if f.subject == subject and not f.is_text}
        values = study.with_inputs(ready, own).compute((*CELL_VALUES, "satellite_array_area_m2", "satellite_power_peak_kw"))
        area = number(values["satellite_array_area_m2"]) / number(values["satellite_power_peak_kw"])
        rows.append((cell, *(number(values[name]) for name in CELL_VALUES), area))
    columns = ["cell", "efficiency_frac", "temperature_k", "yield_w_per_m2", "remaining_frac", "area_m2_per_kw"]
    return pd.DataFrame(rows, columns=columns)


def overhead(data: Data, concept: str, case: str, settings: Settings) -> pd.DataFrame:
    """Power of the bus over power of the computers: from its parts, as a sized design states it, as designers expect it.

    Columns: basis (parts, stated, expected), quantity, central, low, high, used (it moves the concept's numbers in this case).
    """
    rows = []
    own = scenario.read_side("orbit", concept, case, data).choices
    for name, (of_case, basis) in OVERHEAD.items():
        chosen = {"orbital_overhead_basis": basis, "satellite_power_basis": "bus_power"}
        ready = sized(data, concept, of_case, settings, choices=chosen)
        used = own["satellite_power_basis"] == "bus_power" and (case, own["orbital_overhead_basis"]) == (of_case, basis)
        for quantity in (*(OVERHEAD_STEPS if basis == "parts" else ()), "power_usage_effectiveness_ratio"):
            is_fact = quantity in ready.side.picks and quantity in ready.inputs
            value = ready.inputs[quantity] if is_fact else ready.compute((quantity,))[quantity]
            low, _, high = _in_unit(data, ready.side.picks[quantity].fact) if is_fact else (np.nan,) * 3
            rows.append((name, quantity, number(value), low, high, used))
    return pd.DataFrame(rows, columns=["basis", "quantity", "central", "low", "high", "used"])


def specific_powers(data: Data, concept: str, settings: Settings) -> pd.DataFrame:
    """Watts per kg of flown hardware beside ours: what (array, bus, satellite), name, w_per_kg, low, high, source_id.

    An array is taken new; a bus is a whole satellite without computers; a satellite carries them.
    """
    rows = []
    for what, quantity in (("array", "array_specific_power_flown_w_per_kg"), ("bus", "bus_specific_power_w_per_kg")):
        for fact in (f for f in data.facts if f.quantity == quantity and not f.is_text):
            low, central, high = _in_unit(data, fact)
            rows.append((what, fact.subject, central, low, high, fact.source_id))
    for reading, (case, basis) in READINGS.items():
        if not has_reading(data, concept, reading):
            continue
        ready = sized(data, concept, case, settings, choices={"satellite_mass_basis": basis})
        values = ready.compute(("satellite_specific_power_w_per_kg", "array_yield_w_per_m2", "array_areal_mass_kg_per_m2"))
        watts = (number(values[name]) for name in ("array_yield_w_per_m2", "array_areal_mass_kg_per_m2"))
        if basis == "budget":
            rows.append(("array", reading, specific_power.areal_specific_power_w_per_kg(*watts), np.nan, np.nan, ""))
        rows.append(("satellite", reading, number(values["satellite_specific_power_w_per_kg"]), np.nan, np.nan, ""))
    table = pd.DataFrame(rows, columns=["what", "name", "w_per_kg", "low", "high", "source_id"])
    order = {"array": 0, "bus": 1, "satellite": 2}
    return table.sort_values("what", key=lambda kinds: kinds.map(order), kind="stable", ignore_index=True)


def prices(data: Data) -> pd.DataFrame:
    """Published prices of space arrays and batteries: subject, quantity, low, central, high, unit, dollar_year, source_id."""
    names = ("array_price_usd_per_w", "battery_price_usd_per_kwh")
    rows = [(f.subject, f.quantity, f.low, f.central, f.high, f.unit, f.dollar_year, f.kind, f.source_id, f.note)
            for f in data.facts if f.quantity in names]  # fmt: skip
    return pd.DataFrame(rows, columns=["subject", "quantity", "low", "central", "high", "unit", "dollar_year", "kind",
                                       "source_id", "note"])  # fmt: skip


def price_paid(data: Data, concept: str, case: str, settings: Settings) -> float:
    """What the ledger pays for array and battery of one satellite, per W of its array when new. [USD/W]"""
    names = ("satellite_price_usd", "power_system_price_share_frac", "satellite_array_area_m2", "array_yield_w_per_m2")
    price, share, area, watts = (number(v) for v in sized(data, concept, case, settings).compute(names).values())
    return price * share / (area * watts)


def facts_of_budget(data: Data, concept: str, case: str) -> pd.DataFrame:
    """Every fact that the concept's budget by subsystem and its cost use; the columns of facts_used."""
    ready = fleet(data, concept, case, FLEET_MW, choices={"satellite_mass_basis": "budget"})
    return facts_of(ready, data, scenario.study(data).dollar_year)


def heaviest_facts(data: Data, concept: str, case: str, rows_shown: int) -> tuple[str, ...]:
    """The facts that weigh most in a satellite's budget, the heaviest first."""
    ready = fleet(data, concept, case, FLEET_MW, choices={"satellite_mass_basis": "budget"})
    found = sensitivity(ready, "satellite_mass_kg").nlargest(rows_shown, "weight_frac")
    return tuple(found.loc[found["weight_frac"] > 0, "quantity"])


def has_reading(data: Data, concept: str, reading: str) -> bool:
    """Whether the concept's mass can be read so: only some makers state one."""
    case, basis = READINGS[reading]
    return basis != "stated" or scenario.read_side("orbit", concept, case, data).choices["satellite_mass_basis"] == basis


def _parts_of(reading: str, values: dict[str, float]) -> dict[str, float]:
    """Kilograms of one satellite by part; they add up to its mass."""
    sums = {part: sum(values[name] for name in names) for part, names in BUDGET_PARTS.items() if names[0] in values}
    if reading == "as_stated":
        return {"whole_as_stated": values["satellite_mass_kg"]}
    if reading == "flown_bus":
        carried = {part: sums[part] for part in CARRIED}
        return {**carried, "flown_bus": values["satellite_mass_kg"] - sum(carried.values())}
    return sums


def _quantities(reading: str) -> tuple[str, ...]:
    parts = {"as_stated": (), "flown_bus": CARRIED}.get(reading, tuple(BUDGET_PARTS))
    return (*WHOLE, *(name for part in parts for name in BUDGET_PARTS[part]))


def _donor_shares(ready: Resolved, reading: str) -> dict[str, float]:
    """Share of each part's sensitivity that rests on donors and judgements, every fact moved a little in one run."""
    central = {n: number(v) for n, v in ready.inputs.items() if n in ready.side.picks and np.size(v) == 1 and number(v)}
    step = np.concatenate([np.zeros((1, len(central))), STEP_FRAC * np.eye(len(central))])
    moved = {name: value * (1 + step[:, place]) for place, (name, value) in enumerate(central.items())}
    values = study.with_inputs(ready, moved).compute(_quantities(reading))
    even = {name: np.broadcast_to(np.asarray(value, dtype=float), len(step)) for name, value in values.items()}
    picks = [ready.side.picks[name] for name in central]
    rests = np.array([pick.donor or pick.fact.kind == "judgement" for pick in picks])
    shares = {}
    for part, kg in _parts_of(reading, even).items():
        moves = np.nan_to_num(np.abs(kg[1:] - kg[0]))
        shares[part] = float(moves[rests].sum() / moves.sum()) if moves.sum() else 0.0
    return shares


def mass_budget(data: Data, settings: Settings, draws: int) -> pd.DataFrame:
    """Mass of a satellite per kW of peak IT power by part, every concept in every reading; the parts add up to its mass.

    Columns: bar (concept/reading), part, value, unit, total_low, total_high, donor_or_judgement (half or more of the part's
    sensitivity rests on donors and judgements). A satellite that cannot be built has nan in every part.
    """
    rows = []
    for concept in scenario.names("orbit", data.root):
        for reading, (case, basis) in READINGS.items():
            if not has_reading(data, concept, reading):
                continue
            chosen = {"satellite_mass_basis": basis}
            ready, drawn = (sized(data, concept, case, settings, n, chosen) for n in (0, draws))
            values = {name: number(value) for name, value in ready.compute(_quantities(reading)).items()}
            low, high = _range_of(drawn, values["satellite_specific_mass_kg_per_kw"])
            rests = _donor_shares(ready, reading)
            for part, kg in _parts_of(reading, values).items():
                per_kw = kg / values["satellite_it_power_peak_kw"]
                rows.append((f"{concept}/{reading}", part, per_kw, "kg/kW", low, high, rests[part] >= HALF))
    return pd.DataFrame(rows, columns=["bar", "part", "value", "unit", "total_low", "total_high", "donor_or_judgement"])


def _range_of(drawn: Resolved, central: float) -> tuple[float, float]:
    """Range of the mass per kW over the draws; none where the satellite in the middle cannot be built."""
    return ends(drawn.compute(WHOLE)["satellite_specific_mass_kg_per_kw"]) if np.isfinite(central) else (np.nan, np.nan)


def masses_beside_published(data: Data, concept: str, settings: Settings, draws: int) -> pd.DataFrame:
    """Published masses per kW and the concept's own, lightest first: name, counts, low, central, high, own, source_id.

    `counts` says which kilowatt a published figure divides by; our own divide by peak IT power.
    """
    rows = []
    for fact in (f for f in data.facts if f.quantity == "satellite_specific_mass_published_kg_per_kw"):
        low, central, high = _in_unit(data, fact)
        rows.append((fact.subject, _which_kilowatt(fact.note), low, central, high, False, fact.source_id))
    for reading, (case, basis) in READINGS.items():
        if basis == "stated":  # a maker's figure stands among the published ones
            continue
        ready, drawn = (sized(data, concept, case, settings, n, {"satellite_mass_basis": basis}) for n in (0, draws))
        central = number(ready.compute(WHOLE)["satellite_specific_mass_kg_per_kw"])
        low, high = _range_of(drawn, central)
        rows.append((f"{concept}/{reading}", "peak IT power", low, central, high, True, ""))
    table = pd.DataFrame(rows, columns=["name", "counts", "low", "central", "high", "own", "source_id"])
    return table.sort_values("central", kind="stable", ignore_index=True)


def _which_kilowatt(note: str) -> str:
    """The first words of a row's note, which say which power it counts."""
    first = min((note.find(mark) for mark in ";,.:" if mark in note), default=len(note))
    return note[:1].lower() + note[1:first] if not note.startswith("IT") else note[:first]


def starlink_check(data: Data) -> pd.DataFrame:
    """The flown donor weighed by our own parts: part, flown_parts and announced_parts in kg; without computers and radiator.

    The array is the flown one; what it carries follows from its end of life and from the longest eclipse at its height.
    """
    columns = {}
    for reading in ("flown_parts", "announced_parts"):
        case, basis = READINGS[reading]
        ready = sized(data, WEIGHED.removesuffix("_proxy"), case, {}, choices={"satellite_mass_basis": basis})
        ready = study.with_settings(ready, _as_flown(data, ready))
        values = {name: number(value) for name, value in ready.compute(_quantities(reading)).items()}
        columns[reading] = _parts_of(reading, values)
    table = pd.DataFrame(columns).rename_axis("part").reset_index()
    return table[(table["flown_parts"] != 0) | (table["announced_parts"] != 0)].reset_index(drop=True)


def _as_flown(data: Data, ready: Resolved) -> dict[str, float]:
    """Settings that make a satellite the flown Starlink V2 Mini, as far as it is known."""
    altitude = fact_of(data, "starlink_shell", "orbit_altitude_km")
    own = study.with_settings(ready, {"orbit_altitude_km": altitude})
    needed = ("array_yield_w_per_m2", "array_remaining_frac", "battery_round_trip_frac", "battery_depth_of_discharge_frac")
    value = {name: study.value_of(own, name) for name in needed}
    area = fact_of(data, STARLINK, "reference_array_area_m2_per_kw") * fact_of(data, STARLINK, "satellite_power_peak_kw")
    minutes = shadow.longest_possible_eclipse_min(altitude)
    share = solar_power.longest_eclipse_share_frac(minutes, sunlight.orbital_period_s(altitude))
    per_kw = solar_power.satellite_array_power_kw__battery(0.0, 1.0, share, value["battery_round_trip_frac"])
    load = specific_power.power_of_area_w(area, value["array_yield_w_per_m2"]) * value["array_remaining_frac"] / per_kw
    load_kw = units.convert(load, "W", "kW")
    depth = value["battery_depth_of_discharge_frac"]
    battery = solar_power.satellite_battery_kwh__battery(load_kw, minutes, depth, depth, value["battery_round_trip_frac"])
    none = dict.fromkeys((name for part in CARRIED for name in BUDGET_PARTS[part]), 0.0)
    power_of = {"satellite_power_peak_kw": load_kw, "satellite_array_area_m2": area, "satellite_battery_kwh": battery}
    return {**none, **power_of, "orbit_altitude_km": altitude}


def weighed_mass_kg(data: Data) -> float:
    """Mass of the flown donor: its peak power over its published specific power. [kg]"""
    watts = units.convert(fact_of(data, STARLINK, "satellite_power_peak_kw"), "kW", "W")
    per_kw = fact_of(data, WEIGHED, "satellite_specific_mass_published_kg_per_kw")
    return specific_power.mass_at_specific_mass_kg(watts, per_kw)


def punctures(data: Data, case: str, settings: Settings, draws: int) -> pd.DataFrame:
    """Holes in one satellite's fluid loops over its life, and the spare loops that make up for them, every concept.

    Columns: concept; each of PUNCTURES with its _low and _high; satellite_service_years; total_kg_per_kw and
    total_without_kg_per_kw (whole satellite with spare loops and without, from the budget by subsystem).
    """
    rows = []
    for concept in scenario.names("orbit", data.root):
        made = {}
        for protection in ("isolated_loops", "none"):
            chosen = {"satellite_mass_basis": "budget", "puncture_protection": protection}
            made[protection] = sized(data, concept, case, settings, choices=chosen)
        drawn = sized(data, concept, case, settings, draws, {"satellite_mass_basis": "budget"})
        own = made["isolated_loops"].compute((*PUNCTURES, "satellite_service_years"))
        row = {"concept": concept, **{name: number(value) for name, value in own.items()}}
        for name, value in drawn.compute(PUNCTURES).items():
            row[f"{name}_low"], row[f"{name}_high"] = ends(value)
        totals = {p: number(m.compute(WHOLE)["satellite_specific_mass_kg_per_kw"]) for p, m in made.items()}
        row |= {"total_kg_per_kw": totals["isolated_loops"], "total_without_kg_per_kw": totals["none"]}
        rows.append(row)
    return pd.DataFrame(rows)


def leaks_seen(data: Data) -> pd.DataFrame:
    """Leaks of fluid loops in orbit that a particle made or may have made: subject, low, central, high, note, source_id."""
    rows = [(f.subject, f.low, f.central, f.high, f.note, f.source_id)
            for f in data.facts if f.quantity == "coolant_leaks_seen_count"]  # fmt: skip
    columns = ["subject", "low", "central", "high", "note", "source_id"]
    return pd.DataFrame(rows, columns=columns).astype({"low": float, "high": float})


def refusal(data: Data, concept: str, case: str, settings: Settings) -> str:
    """Why a satellite cannot be built with these settings, in one line; empty if it can."""
    try:
        made = fleet(data, concept, case, FLEET_MW, settings=settings, choices={"satellite_mass_basis": "budget"})
        mass = number(made.compute(("satellite_mass_kg",))["satellite_mass_kg"])
    except ScenarioError as error:
        return str(error).partition(": ")[2] or str(error)
    return "" if np.isfinite(mass) else "no number of spare loops keeps this radiator whole for its life"
