"""What an undisclosed advance would have to be: each term alone, and all promised terms one group after another.

Two goals are asked for: the campus's cost of an accelerator-hour, and the mass per kW that the satellite's maker states.
"""

import inspect
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from earth_or_orbit import break_even, scenario, study
from earth_or_orbit.constants import APHELION_SUNLIGHT_RATIO, W_PER_KW
from earth_or_orbit.facilities import LEDGER_NAMES
from earth_or_orbit.facts import Data
from earth_or_orbit.quantities import heat_chain, specific_power
from earth_or_orbit.scenario import ScenarioError, Side
from earth_or_orbit.study import MATCHED, Resolved
from earth_or_orbit.tables.mass_and_power import FLEET_MW, Settings, number, refusal, sized
from earth_or_orbit.tables.places import campus, fleet, published_shape

COST, MASS = "cost_per_accelerator_hour_usd", "satellite_specific_power_w_per_kg"
MAKER = "spacex_ai1"  # whose advance the brief speaks of
STATED = "satellite_specific_power_stated_w_per_kg"
LIFE = "accelerator_lifetime_years"  # moved together with the satellite's: whichever ends first ends both
TERMS = (
    MASS, "radiator_temperature_k", "radiator_areal_mass_kg_per_m2", "array_areal_mass_kg_per_m2", "solar_cell_efficiency_frac",
    "accelerator_mass_kg", "satellite_manufacturing_price_usd_per_kg", "launch_price_usd_per_kg", LIFE,
    "shielding_aluminium_mm",
)  # fmt: skip
NOWHERE = (np.nan,) * 7  # a goal that cannot be asked for
SAME = 1e-9  # relative change of a total that is no more than rounding
# One group after another; the order changes what a step seems worth, never where the last one ends.
GROUPS = {
    "radiator_and_array": ("radiator_", "radiating_", "sink_", "array_", "solar_cell_", "cell_", "battery_", "loop_"),
    "satellite_mass": ("satellite_mass_basis", "satellite_specific_power", "satellite_power_", "structure_", "harness_",
                       "control_", "propulsion_", "avionics_", "mass_margin", "power_conversion_", "power_usage_",
                       "orbital_overhead_", "shielding_"),
    "launch_price": ("launch_price", "launch_success", "payload_leo", "leo_to_sso", "upper_stage"),
    "satellite_price": ("satellite_manufacturing_price", "power_system_price"),
    "all_else": ("",),
}  # fmt: skip


@dataclass(frozen=True)
class Goal:
    """One quantity moved towards one goal: the value in force, the value that reaches it, or the nearest approach."""

    now: float
    low: float
    high: float
    value: float
    best: float
    best_ratio: float
    now_ratio: float

    @property
    def moves(self) -> bool:
        """Whether the quantity bears on the goal at all."""
        return bool(np.isfinite(self.value)) or abs(self.best_ratio / self.now_ratio - 1) > SAME


def basis_of(data: Data, concept: str, case: str) -> str:
    """How the mass is read below: the ledger's reading, or the budget where the ledger takes a stated mass.

    Under a stated mass no part of the satellite could be moved.
    """
    own = scenario.read_side("orbit", concept, case, data).choices["satellite_mass_basis"]
    return "budget" if own == "stated" else own


def stated_w_per_kg(data: Data, concept: str) -> tuple[float, str]:
    """Peak power per kg that the concept's maker states, and whose it is; AI1's where the maker states none."""
    for name in (concept, MAKER):
        pick = scenario.read_side("orbit", name, "promised", data).picks.get(STATED)
        if pick is not None:
            return data.in_quantity_unit(pick.fact, pick.fact.central, scenario.study(data).dollar_year), name
    raise ScenarioError(f"no file chooses a fact for {STATED!r}")


def terms(data: Data, site: str, concept: str, case: str, settings: Settings) -> pd.DataFrame:
    """Each term alone against both goals: what it is, what it would have to be, or how near its best value comes.

    Columns: term, unit, now, low and high (the range looked at); for each goal (cost: as cheap as the campus; mass: as light
    as stated) _value (nan if none in the range), _best and _ratio (nearest approach: orbit over ground, or mass over the
    stated one), _now_ratio, _moves (the term bears on the goal). All nan where the settings allow no satellite.
    """
    given = {name: value for name, value in settings.items() if value is not None}
    choices = {"satellite_mass_basis": basis_of(data, concept, case)}
    goal = stated_w_per_kg(data, concept)[0]
    if refusal(data, concept, case, settings):
        return pd.DataFrame([_row(data, term, Goal(*NOWHERE), Goal(*NOWHERE)) for term in TERMS])
    ready = fleet(data, concept, case, FLEET_MW, settings=given, choices=choices)
    now = _cost_ratio(study.compare(site, concept, case, given, choices=choices, data=data))
    light = goal / study.value_of(ready, MASS)
    rows = []
    for term in TERMS:
        together = _together(data, term)
        cost = break_even.break_even(term, site, concept, case, COST, {**given, **together}, choices, data)
        mass = break_even.needed(term, study.with_settings(ready, together), MASS, goal, data)
        rows.append(_row(data, term, _goal(cost, now, inverse=False), _goal(mass, light, inverse=True)))
    return pd.DataFrame(rows)


def _row(data: Data, term: str, cost: Goal, mass: Goal) -> dict[str, object]:
    row = {"term": term, "unit": data.quantity(term).unit, "now": cost.now, "low": cost.low, "high": cost.high}
    for name, found in (("cost", cost), ("mass", mass)):
        row |= {f"{name}_value": found.value, f"{name}_best": found.best, f"{name}_ratio": found.best_ratio,
                f"{name}_now_ratio": found.now_ratio, f"{name}_moves": found.moves}  # fmt: skip
    return row


def put_back(data: Data, site: str, concept: str, case: str, settings: Settings, table: pd.DataFrame) -> float:
    """Largest distance from its goal, as a share, when each value that reaches one is put back into the model; 0 if none does."""
    given = {name: value for name, value in settings.items() if value is not None}
    choices = {"satellite_mass_basis": basis_of(data, concept, case)}
    goal = stated_w_per_kg(data, concept)[0]
    missed = [0.0]
    for row in table.itertuples():
        asked = {**given, **_together(data, row.term)}
        if np.isfinite(row.cost_value):
            pair = study.compare(site, concept, case, {**asked, row.term: row.cost_value}, choices=choices, data=data)
            missed.append(abs(_cost_ratio(pair) - 1))
        if np.isfinite(row.mass_value):
            ready = fleet(data, concept, case, FLEET_MW, settings={**asked, row.term: row.mass_value}, choices=choices)
            missed.append(abs(study.value_of(ready, MASS) / goal - 1))
    return max(missed)


def _together(data: Data, term: str) -> dict[str, float]:
    """What moves out of the way with a term: the satellite outlives the chips where their life is asked for."""
    return {"satellite_lifetime_years": data.quantity("satellite_lifetime_years").allowed_high} if term == LIFE else {}


def _cost_ratio(pair: study.Comparison) -> float:
    return float(pair.values["orbit"][COST]) / float(pair.values["ground"][COST])


def _goal(found: break_even.BreakEven, now_ratio: float, inverse: bool) -> Goal:
    """A search's answer with its ratio read so that 1 is the goal and more is too much."""
    ratio = 1 / found.closest_ratio if inverse and found.closest_ratio else found.closest_ratio
    return Goal(found.now, found.low, found.high, found.nearest, found.closest, ratio, now_ratio)


def chip_temperature_k(data: Data, concept: str, case: str, settings: Settings, radiator_temperature_k: float) -> float:
    """Junction temperature that goes with a radiator's mean temperature, through cold plate, loop and fin. [K]"""
    ready = fleet(data, concept, case, FLEET_MW, settings=settings)
    hot = study.with_settings(ready, {"radiator_temperature_k": np.array([radiator_temperature_k])})
    return _junction_k(ready, float(hot.compute(("radiator_area_m2",))["radiator_area_m2"][0]))


def _junction_k(ready: Resolved, radiator_area_m2: float) -> float:
    """Junction temperature under which a radiator of this area sheds the satellite's heat. [K]"""
    names = [n for n in inspect.signature(heat_chain.implied_junction_temperature_k).parameters if n != "radiator_area_m2"]
    values = {name: study.value_of(ready, name) for name in names}
    return float(heat_chain.implied_junction_temperature_k(radiator_area_m2=radiator_area_m2, **values))


def published_or_implied(data: Data) -> pd.DataFrame:
    """What AI1's published figures say of each term: term, value, how (stated, announced, implied, at most, none).

    `at most` is what the stated mass leaves after reference accelerators, with all the rest weightless.
    """
    ready = fleet(data, MAKER, "promised", FLEET_MW)
    names = ("satellite_mass_kg", "satellite_accelerators_mass_kg", "satellite_array_area_m2", "radiator_temperature_k",
             "accelerator_mass_kg", "solar_cell_efficiency_frac", "array_yield_w_per_m2", "launch_price_usd_per_kg",
             MASS, "satellite_power_peak_kw")  # fmt: skip
    value = {name: study.value_of(ready, name) for name in names}
    computed = fleet(data, MAKER, "promised", FLEET_MW, choices={"array_yield_basis": "computed"})
    watts = study.value_of(computed, "array_yield_w_per_m2") / APHELION_SUNLIGHT_RATIO  # a maker states its mean sunlight
    left = value["satellite_mass_kg"] - value["satellite_accelerators_mass_kg"]
    array_m2 = value["satellite_power_peak_kw"] * W_PER_KW / value["array_yield_w_per_m2"]
    rows = {
        MASS: (value[MASS], "stated"),
        "radiator_temperature_k": (value["radiator_temperature_k"], "implied"),
        "radiator_areal_mass_kg_per_m2": (left / published_shape(data, MAKER, "radiator_area_m2"), "at most"),
        "array_areal_mass_kg_per_m2": (left / array_m2, "at most"),
        "solar_cell_efficiency_frac": (value["solar_cell_efficiency_frac"] * value["array_yield_w_per_m2"] / watts, "implied"),
        "accelerator_mass_kg": (
            value["accelerator_mass_kg"] * value["satellite_mass_kg"] / value["satellite_accelerators_mass_kg"], "at most"),
        "launch_price_usd_per_kg": (value["launch_price_usd_per_kg"], "announced"),
    }  # fmt: skip
    return pd.DataFrame([(term, *rows.get(term, (np.nan, "none"))) for term in TERMS], columns=["term", "value", "how"])


def published_chip_temperature_k(data: Data) -> tuple[float, float]:
    """Junction temperature that AI1's stated radiator asks for: under the cold sky that it needs, and in its own orbit. [K]

    The coating is the one that goes with the announced flux in both.
    """
    area = published_shape(data, MAKER, "radiator_area_m2")
    promised, demonstrated = (fleet(data, MAKER, case, FLEET_MW) for case in ("promised", "demonstrated"))
    coating = {"radiator_emissivity_frac": study.value_of(promised, "radiator_emissivity_new_frac")}
    return tuple(_junction_k(study.with_settings(side, coating), area) for side in (promised, demonstrated))


def kg_per_kw(w_per_kg: float) -> float:
    """Mass per kW of peak power that goes with a power per kg. [kg/kW]"""
    return float(specific_power.reciprocal_specific_mass_kg_per_kw(w_per_kg))


def room_for_the_rest(data: Data, concept: str, settings: Settings) -> dict[str, float]:
    """What the stated mass leaves for all but accelerators, per kW of peak power, beside the budget of announced parts.

    Keys: stated, accelerators, left, announced (all but accelerators), in kg/kW.
    """
    goal = stated_w_per_kg(data, concept)[0]
    ready = sized(data, concept, "promised", settings, choices={"satellite_mass_basis": "budget"})
    names = ("satellite_mass_kg", "satellite_accelerators_mass_kg", "satellite_power_peak_kw")
    mass, chips, peak = (number(value) for value in ready.compute(names).values())
    stated = kg_per_kw(goal)
    return {"stated": stated, "accelerators": chips / peak, "left": stated - chips / peak, "announced": (mass - chips) / peak}


def steps(data: Data, site: str, concept: str, settings: Settings) -> pd.DataFrame:
    """The orbit's cost from the demonstrated case to the promised one, one group of facts and choices after another.

    Columns: group (empty in the first row), usd_per_hour and kg_per_kw after the step, ratio (to the campus as demonstrated),
    alone_usd_per_hour (the group alone, all else as demonstrated), changed (how many facts and choices differ).
    """
    ground = campus(data, site, "demonstrated").compute((COST, MATCHED))
    before, after = (scenario.read_side("orbit", concept, case, data) for case in scenario.CASES)
    rows, done = [], set()
    for group, names in {"": set(), **_grouped(_differing(before, after))}.items():
        done |= names
        usd, mass = _cost_and_mass(data, _mixed(before, after, done), settings, ground[MATCHED])
        alone = _cost_and_mass(data, _mixed(before, after, names), settings, ground[MATCHED])[0]
        rows.append((group, usd, mass, usd / float(ground[COST]), alone, len(names)))
    columns = ["group", "usd_per_hour", "kg_per_kw", "ratio", "alone_usd_per_hour", "changed"]
    return pd.DataFrame(rows, columns=columns)


def _differing(before: Side, after: Side) -> set[str]:
    """Facts and choices that two cases choose differently, by name."""
    picked = {n for n in {*before.picks, *after.picks} if _rows(before, n) != _rows(after, n)}
    return picked | {n for n in before.choices if before.choices[n] != after.choices[n]}


def _grouped(names: set[str]) -> dict[str, set[str]]:
    """Each name in the first group that claims it."""
    groups: dict[str, set[str]] = {group: set() for group in GROUPS}
    for name in names:
        groups[next(group for group, starts in GROUPS.items() if name.startswith(starts))].add(name)
    return groups


def _rows(side: Side, quantity: str) -> tuple:
    return side.picks[quantity].rows if quantity in side.picks else ()


def _mixed(before: Side, after: Side, taken: set[str]) -> Side:
    """The first side with the names taken from the second."""
    picks = {name: pick for name, pick in before.picks.items() if name not in taken}
    picks |= {name: after.picks[name] for name in taken if name in after.picks}
    choices = {name: (after if name in taken else before).choices[name] for name in before.choices}
    return replace(before, picks=picks, choices=choices)


def _cost_and_mass(data: Data, side: Side, settings: Settings, it_power_average_mw: float) -> tuple[float, float]:
    """Cost of an accelerator-hour and mass per kW; nan where the settings allow no satellite."""
    given = {n: np.full(1, scenario.check_setting(n, v, data)) for n, v in settings.items() if v is not None}
    ready = study.resolve(side, data, scenario.study(data), {}, 0, LEDGER_NAMES, {MATCHED: it_power_average_mw})
    values = study.with_settings(ready, given).compute((COST, "satellite_specific_mass_kg_per_kw"))
    return tuple(number(value) for value in values.values())


def campus_steps(data: Data, site: str) -> pd.DataFrame:
    """The campus's cost in both cases and what differs between them: case, usd_per_hour, changed (names)."""
    before, after = (scenario.read_side("ground", site, case, data) for case in scenario.CASES)
    changed = {"demonstrated": (), "promised": tuple(sorted(_differing(before, after)))}
    rows = [(case, float(campus(data, site, case).compute((COST,))[COST]), changed[case]) for case in scenario.CASES]
    return pd.DataFrame(rows, columns=["case", "usd_per_hour", "changed"])
