"""The front door: compare a site with a concept, and tidy tables of what the model says."""

import re
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from earth_or_orbit import facts, sampling, scenario, series
from earth_or_orbit.constants import W_PER_KW
from earth_or_orbit.facilities import LEDGER, LEDGER_NAMES, SERIES_INPUTS, graph, upstream, wired
from earth_or_orbit.limits import Limit, lacking, limit_of, supply_limits, water_remarks
from earth_or_orbit.megawatts import check_power
from earth_or_orbit.scenario import ScenarioError, Side

MATCHED = "it_power_average_mw"  # computed on the ground, given to the orbit
SUN_SYNCHRONOUS_WITHIN_DEG = 0.25  # structure: beyond it the node drifts by four minutes and more a month
ROUNDING = 1e-9  # structure: two ways to one sum differ by no more than this
LIMITS = (
    ("implied_junction_temperature_k", "accelerator_junction_temperature_k"),
    ("station_keeping_power_w", "thruster_power_kw"),
    ("verdict_dose_rad", "dose_limit_rad"),
)
PERCENTILES = (5, 50, 95)  # structure: the ends and middle that every spread is told by


@dataclass
class Resolved:
    """One side made ready to compute: its choices, and a number in the quantity's unit for every input it needs."""

    side: Side
    inputs: dict[str, Any]
    settings: dict[str, float]
    drawn: frozenset[str]

    def compute(self, quantities: tuple[str, ...]) -> dict[str, Any]:
        """Values of the quantities named; numbers, or one array per quantity when inputs are drawn."""
        overrides = {n: v for n, v in self.settings.items() if not _is_input(n, self.side)}
        inputs = {n: v for n, v in self.inputs.items() if n not in overrides}
        model = wired(self.side.side, self.side.choices)
        try:
            with np.errstate(all="ignore"):  # an invalid draw becomes nan and is counted
                return model.execute(list(quantities), inputs=inputs, overrides=overrides)
        except (ValueError, ArithmeticError) as error:  # a quantity refuses what it is given, in one line
            raise ScenarioError(f"{self.side.id}: {_in_one_line(error)}") from error


def _is_input(name: str, side: Side) -> bool:
    """Whether no function of the side computes the quantity."""
    nodes = graph(side.side, side.choices)
    return name not in nodes or nodes[name].user_defined


def names(resolved: Resolved) -> set[str]:
    """Every quantity that one side can compute or that its files choose."""
    return {*graph(resolved.side.side, resolved.side.choices), *resolved.side.picks}


def has(resolved: Resolved, quantity: str) -> bool:
    """Whether one side has the quantity."""
    return quantity in names(resolved)


def reads(resolved: Resolved, quantity: str) -> bool:
    """Whether one side's model has the quantity under its choices, computed or as an input."""
    return quantity in graph(resolved.side.side, resolved.side.choices)


def value_of(resolved: Resolved, quantity: str) -> float:
    """A quantity's central value on one side, computed or given."""
    given = {**resolved.inputs, **resolved.settings}
    value = given[quantity] if quantity in given else resolved.compute((quantity,))[quantity]
    return float(np.nanmedian(np.asarray(value, dtype=float)))


def with_settings(resolved: Resolved, settings: dict[str, Any]) -> Resolved:
    """The same side with quantities set: numbers or arrays of one length, in the quantities' units, unchecked."""
    inputs = {n: v for n, v in settings.items() if _is_input(n, resolved.side)}
    return replace(resolved, inputs={**resolved.inputs, **inputs}, settings={**resolved.settings, **settings})


def with_inputs(resolved: Resolved, inputs: dict[str, Any]) -> Resolved:
    """The same side with other inputs, as the line that matches the two sides."""
    return replace(resolved, inputs={**resolved.inputs, **inputs})


def _in_one_line(error: Exception) -> str:
    """What a refused computation says to its user."""
    lacking = re.search(r"Required input (\w+) not provided for nodes: \['(\w+)'", str(error))
    if lacking:
        return f"{lacking[2]} needs {lacking[1]}, which no file chooses and no other quantity gives"
    if isinstance(error, ZeroDivisionError):
        return "a quantity is divided by one that is 0; a setting makes it so"
    return str(error)


@dataclass
class Comparison:
    """A site beside a concept: both sides made ready, and every ledger line computed on both."""

    site: str
    concept: str
    case: str
    study: scenario.Study
    data: facts.Data
    sides: dict[str, Resolved]
    values: dict[str, dict[str, Any]]
    infeasible: dict[str, dict[str, Limit]]
    units: dict[str, str]

    def table(self) -> pd.DataFrame:
        """One row per ledger line: line, unit, both sides, their ratio, the ratio at equal delivered hours, and a note.

        Both sides have the same average IT power and deliver different hours of it; `per_delivered_hour` divides the
        ratio of a line that grows with the fleet by the ratio of delivered accelerator-hours.
        """
        rows = []
        hours = [self._central(s, "delivered_accelerator_hours_per_year") for s in scenario.SIDES]
        for line in LEDGER:
            ground, orbit = (self._central(s, line.name) for s in scenario.SIDES)
            ratio = orbit / ground if ground and orbit and np.isfinite(ground) and np.isfinite(orbit) else np.nan
            limits = {s: self.limit_text(s, line.name) for s in scenario.SIDES}
            note = f"zero by definition on one side ({line.zero_side})" if line.zero_side else ""
            note = "; ".join([*(f"{s}: infeasible, {t}" for s, t in limits.items() if t), *([note] if note else [])])
            per_hour = ratio * hours[0] / hours[1] if line.extensive and hours[1] else np.nan
            row = (line.name, self.units[line.name], ground, orbit, ratio, per_hour, note)
            columns = ("line", "unit", "ground", "orbit", "orbit_per_ground", "per_delivered_hour", "note")
            rows.append(dict(zip(columns, row, strict=True)))
        return pd.DataFrame(rows)

    def spread(self) -> pd.DataFrame:
        """Tidy draws' summary: line, side, unit, low (5 %), median, high (95 %), invalid share. Needs draws."""
        rows = []
        for side, values in self.values.items():
            for name in LEDGER_NAMES:
                draws = np.atleast_1d(np.asarray(values[name], dtype=float))
                valid = draws[np.isfinite(draws)]
                low, median, high = np.percentile(valid, PERCENTILES) if valid.size else (np.nan,) * 3
                row = (name, side, self.units[name], low, median, high, 1 - valid.size / draws.size)
                columns = ("line", "side", "unit", "low", "median", "high", "invalid_frac")
                rows.append(dict(zip(columns, row, strict=True)))
        return pd.DataFrame(rows)

    def as_json(self) -> dict[str, Any]:
        """`{"ground": {line: value}, "orbit": {…}, "units": {line: unit}}`; a value is a number or why there is none."""
        sides = {s: {n: self._json_value(s, n) for n in LEDGER_NAMES} for s in scenario.SIDES}
        head = {"site": self.site, "concept": self.concept, "case": self.case, "dollar_year": self.study.dollar_year}
        return {**head, **sides, "units": dict(self.units), "remarks": self.remarks()}

    def remarks(self) -> list[str]:
        """What a reader must know beside the table: fleets that cannot stand, masses that do not add up, guesses."""
        shares = {s: self._central(s, "delivered_share_at_horizon_frac") for s in scenario.SIDES}
        whole = "can stand by the horizon; other lines describe it as if whole"
        short = [f"{side}: {share:.2g} of the fleet {whole}" for side, share in shares.items() if share < 1]
        short += water_remarks(self.sides["ground"])
        return [*short, *self._mass_remarks(), *self._limit_remarks(), *self._setting_remarks(), *self._fact_remarks()]

    def _limit_remarks(self) -> list[str]:
        """What the satellite's own parts would not bear: chips under a stated radiator, a thruster in dense air."""
        orbit, out = self.sides["orbit"], []
        if not all(has(orbit, name) for names in LIMITS for name in names):
            return out
        (asked, borne), (drawn, thruster), (dose, onset) = ([value_of(orbit, name) for name in names] for names in LIMITS)
        if asked > borne * (1 + ROUNDING):
            limit = f"{borne:.0f} K is what they are taken to bear"
            out.append(f"orbit: the radiator asks the cooling chain for chips at {asked:.0f} K, and {limit}")
        drawn_kw = drawn / W_PER_KW
        if drawn_kw > thruster:
            more = f"more than one thruster's {thruster:.3g} kW; neither that power nor more thrusters are in array and mass"
            out.append(f"orbit: drag takes {drawn_kw:.3g} kW of thruster power on average, {more}")
        if dose > onset:
            years = value_of(orbit, "verdict_years")
            beyond = f"beyond the {onset:,.0f} rad at which memory began to err in a test; no cost line counts that"
            out.append(f"orbit: chips take {dose:,.0f} rad in {years:g} years, {beyond}")
        return out

    def _mass_remarks(self) -> list[str]:
        orbit, names = self.sides["orbit"], ("satellite_mass_kg", "satellite_budget_mass_kg", "satellite_accelerators_mass_kg")
        if not all(has(orbit, name) for name in names):
            return []
        stated, budget, chips = (float(np.nanmedian(v)) for v in orbit.compute(names).values())
        if stated >= budget * (1 - ROUNDING):
            return []
        parts = f"what its subsystems add up to, {budget:,.0f} kg, of which reference accelerators {chips:,.0f} kg"
        return [f"orbit: the satellite's {stated:,.0f} kg is {stated / budget:.2f} of {parts}"]

    def _setting_remarks(self) -> list[str]:
        by_hand = [
            f"{side}: {name} is set by hand; the quantities that it is made of keep their own values"
            for side, resolved in self.sides.items()
            for name in resolved.settings
            if name != MATCHED and not _is_input(name, resolved.side)
        ]
        idle = {n for r in self.sides.values() for n in r.settings} - set().union(*map(self._read, self.sides))
        unread = "is set and no line of the ledger reads it under these choices"
        return [*by_hand, *(f"{name} {unread}" for name in sorted(idle))]

    def _fact_remarks(self) -> list[str]:
        out = []
        for side, resolved in self.sides.items():
            picks = [resolved.side.picks[n] for n in self._read(side) - set(resolved.settings) if n in resolved.side.picks]
            judged, donors = sum(p.fact.kind == "judgement" for p in picks), sum(p.donor for p in picks)
            out.append(f"{side}: of {len(picks)} facts {judged} are judgements and {donors} come from a donor")
        return out

    def _read(self, side: str) -> set[str]:
        """Names of the inputs and settings that the ledger of a side rests on."""
        made = self.sides[side]
        return upstream(side, made.side.choices, LEDGER_NAMES, frozenset(made.settings))

    def limit_text(self, side: str, line: str) -> str:
        """Why a line of one side is infeasible; empty where it is not."""
        return self.infeasible[side][line].text if line in self.infeasible[side] else ""

    def _central(self, side: str, name: str) -> float:
        if name in self.infeasible[side]:
            return np.nan
        return float(np.nanmedian(np.asarray(self.values[side][name], dtype=float)))

    def _json_value(self, side: str, name: str) -> float | dict[str, Any]:
        if name in self.infeasible[side]:
            limit = self.infeasible[side][name]
            return {"central": None, "status": "infeasible", "limit": limit.text, "year": limit.year}
        value = self._central(side, name)
        if not np.isfinite(value):
            return {"central": None, "status": "invalid", "limit": "no valid value under these settings"}
        return value


def resolve(
    side: Side,
    data: facts.Data,
    study: scenario.Study,
    settings: dict[str, float],
    draws: int = 0,
    wanted: tuple[str, ...] = LEDGER_NAMES,
    extra: dict[str, Any] | None = None,
) -> Resolved:
    """Inputs for one side: facts in their quantities' units and the study's dollars, settings laid over them.

    With draws, each fact that has a published spread becomes an array of that length. Raises ScenarioError when an input
    has no fact, or several without a choice.
    """
    extra = extra or {}
    scenario.follow_supply(side, data)
    check_power(side, settings, data)
    nodes = graph(side.side, side.choices)
    known = {n: v for n, v in settings.items() if n in nodes or n in side.picks}
    needed = upstream(side.side, side.choices, wanted, frozenset({*known, *extra}))
    inputs: dict[str, Any] = {**extra, **{n: v for n, v in known.items() if _is_input(n, side)}}
    # What no ledger line needs but a file chooses is read too, so that any intermediate can be asked for.
    chosen = {n for n, pick in side.picks.items() if len(pick.rows) == 1 and n in nodes and nodes[n].user_defined}
    chosen |= {n for n in SERIES_INPUTS if n in nodes}
    drawn = set()
    for name in sorted((needed | chosen) - {*inputs, *known}):
        if name in SERIES_INPUTS:
            inputs[name] = series.array(name, data.root)
            continue
        if name not in side.picks:
            raise ScenarioError(lacking(side, name))
        fact = side.picks[name].fact
        if draws and sampling.is_drawn(fact):
            published = sampling.draw(fact, draws, study.seed)
            drawn.add(name)
        else:
            published = fact.central
        inputs[name] = data.in_quantity_unit(fact, published, study.dollar_year)
    made = Resolved(side, inputs, known, frozenset(drawn))
    _check_plane(made)
    return made


def _check_plane(resolved: Resolved) -> None:
    """Refuses an inclination set by hand that the plane in force cannot have."""
    name = "orbit_inclination_deg"
    if name not in resolved.settings or resolved.side.choices.get("orbit_plane") != "sun_synchronous":
        return
    given, right = float(resolved.settings[name]), value_of(resolved, "sun_synchronous_inclination_deg")
    if abs(given - right) > SUN_SYNCHRONOUS_WITHIN_DEG:
        altitude = value_of(resolved, "orbit_altitude_km")
        raise ScenarioError(
            f"{resolved.side.id}: {name} {given:g} is not sun-synchronous; at {altitude:g} km {right:.2f} deg is "
            f"(within {SUN_SYNCHRONOUS_WITHIN_DEG:g}); choose orbit_plane=inclined to fly another"
        )


def _check_settings(settings: dict[str, float], sides: dict[str, Side]) -> None:
    known = {n for s in sides.values() for n in (*graph(s.side, s.choices), *s.picks)}
    for name in settings:
        if name not in known:
            raise ScenarioError(f"--set {name}: neither side of this pair has it{facts.nearest(name, known)}")


def compare(
    site: str,
    concept: str,
    case: str | None = None,
    settings: dict[str, float] | None = None,
    draws: int = 0,
    data: facts.Data | None = None,
    choices: dict[str, str] | None = None,
) -> Comparison:
    """A site beside a concept, matched on average IT power, every ledger line on both sides.

    Settings override any input or quantity by name, in the quantity's unit, on whichever side has it. Choices override
    alternatives by name. With draws, every line is an array over draws. Raises ScenarioError or FactError on bad input.
    """
    data = data or facts.load()
    study = scenario.study(data)
    case = case or study.default_case
    settings = {n: scenario.check_setting(n, v, data) for n, v in (settings or {}).items()}
    sides = {
        "ground": scenario.read_side("ground", site, case, data),
        "orbit": scenario.read_side("orbit", concept, case, data),
    }
    override_choices(sides, choices or {})
    _check_settings(settings, sides)
    ground = resolve(sides["ground"], data, study, settings, draws)
    values = {"ground": ground.compute(LEDGER_NAMES)}
    matched = {MATCHED: values["ground"][MATCHED]}
    orbit = resolve(sides["orbit"], data, study, settings, draws, extra=matched)
    values["orbit"] = {**orbit.compute(tuple(n for n in LEDGER_NAMES if n != MATCHED)), **matched}
    resolved = {"ground": ground, "orbit": orbit}
    infeasible: dict[str, dict[str, Limit]] = {s: {} for s in scenario.SIDES}
    infeasible["ground"] |= supply_limits(ground, values["ground"])
    for side in scenario.SIDES:
        if np.nanmedian(values[side]["delivered_share_at_horizon_frac"]) < 1:
            infeasible[side]["months_to_full_power"] = limit_of(resolved[side], values[side], study.decision_year)
    units = {n: data.quantity(n).unit for n in LEDGER_NAMES}
    return Comparison(site, concept, case, study, data, resolved, values, infeasible, units)


def override_choices(sides: dict[str, Side], choices: dict[str, str]) -> None:
    """Lays alternatives chosen by the user over what the files choose. Raises ScenarioError for an unknown one."""
    known = {c: v for s in sides for c, v in scenario.CHOICES[s].items()}
    for name, value in choices.items():
        if name not in known:
            raise ScenarioError(f"choice {name!r} is not known{facts.nearest(name, known)}; allowed: {', '.join(known)}")
        homes = [s for s in sides if value in scenario.CHOICES[s].get(name, ())]
        if not homes:
            like = facts.nearest(value, known[name])
            raise ScenarioError(f"choice {name}={value!r} is not allowed{like}; allowed: {', '.join(known[name])}")
        for side in homes:
            if name == "electricity_supply" and value != sides[side].choices[name]:
                sides[side].choices["supply_timing"] = choices.get("supply_timing", "other_supply")
                sides[side].reasons["supply_timing"] = "another supply than the campus's own was asked for"
            sides[side].choices[name] = value
            sides[side].reasons[name] = "set by the user"
            sides[side].settle()


def ledger(pairs: tuple[tuple[str, str], ...] | None = None, case: str | None = None, draws: int = 0) -> pd.DataFrame:
    """Tidy ledger: one row per pair, case, side and line (site, concept, case, side, line, unit, central, low, high).

    Low and high are the 5th and 95th percentile over draws when draws are asked for, else empty.
    """
    data = facts.load()
    study = scenario.study(data)
    cases = [case] if case else list(scenario.CASES)
    frames = []
    for site, concept in pairs or study.pairs:
        for name in cases:
            central = compare(site, concept, name, data=data)
            spread = compare(site, concept, name, draws=draws, data=data).spread() if draws else None
            for side in scenario.SIDES:
                rows = [
                    (site, concept, name, side, line, central.units[line], central._central(side, line))
                    for line in LEDGER_NAMES
                ]
                frame = pd.DataFrame(rows, columns=["site", "concept", "case", "side", "line", "unit", "central"])
                if spread is not None:
                    both = spread[spread["side"] == side].set_index("line")[["low", "high"]]
                    frame = frame.join(both, on="line")
                frame["limit"] = [central.limit_text(side, line) for line in frame["line"]]
                frames.append(frame)
    return pd.concat(frames, ignore_index=True)
