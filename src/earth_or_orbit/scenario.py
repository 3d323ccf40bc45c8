"""Choices: YAML files that name facts, and say why. Facts and choices become named inputs for each side.

A later layer overrides an earlier one: study.yml, then ground.yml or orbit.yml, then the site's or concept's file. Within
a layer the case (demonstrated or promised) overrides what holds for both cases, and what a file says `when` an
alternative is chosen overrides both while it is.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from earth_or_orbit.facts import Data, Fact, FactError, load, nearest
from earth_or_orbit.sides import Condition, Pick, ScenarioError, Side

CASES = ("demonstrated", "promised")
SIDES = ("ground", "orbit")
SUPPLIES = ("grid", "dedicated_gas", "onsite_turbines", "solar_storage", "solar_storage_gas", "nuclear")
CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "ground": {
        "power_basis": ("it_peak", "utility_peak", "nameplate"),
        "electricity_supply": SUPPLIES,
        "supply_timing": ("own_supply", "other_supply"),
        "electricity_carbon_basis": ("location_average", "market_based", "marginal", "life_cycle"),
        "overhead_basis": ("published", "cooling_design"),
        "water_basis": ("published", "usage_effectiveness", "cooling_design"),
        "water_peak_basis": ("published", "donor_ratio", "cooling_design"),
        "cooling_design": ("closed_loop", "warm_water", "adiabatic", "outside_air", "evaporative_tower"),
        "jobs_basis": ("published", "staffing_rule"),
        "construction_basis": ("published", "per_megawatt"),
        "failure_policy": ("replace", "fail_in_place"),
        "answer_check": ("none", "duplicate"),
    },
    "orbit": {
        "satellite_power_basis": ("it_power", "bus_power"),
        "satellite_mass_basis": ("budget", "parts", "stated"),
        "orbit_plane": ("sun_synchronous", "inclined"),
        "orbital_overhead_basis": ("parts", "stated"),
        "cell_technology": ("silicon", "triple_junction"),
        "array_yield_basis": ("computed", "stated"),
        "array_ageing_basis": ("dose", "rate"),
        "radiator_attitude": ("edge_to_earth", "edge_to_flight"),
        "radiator_temperature_basis": ("chip_chain", "stated"),
        "sink_basis": ("geometry", "stated"),
        "puncture_protection": ("isolated_loops", "none"),
        "formation_flight": ("alone", "cluster"),
        "disposal_method": ("spiral", "perigee_burn", "natural"),
        "launch_price_basis": ("per_launch", "per_kg"),
        "eclipse_operation": ("battery", "pause"),
        "electricity_carbon_basis": ("location_average", "market_based", "marginal", "life_cycle"),
        "failure_policy": ("fail_in_place", "replace"),
        "dose_basis": ("computed", "stated"),
        "answer_check": ("none", "duplicate"),
    },
}
BLOCK_KEYS = ("subjects", "facts", "choices")
CONDITIONAL_KEYS = ("subjects", "facts")
FILE_KEYS = ("title", "operator", "status", "note", *BLOCK_KEYS, "cases", "when")
STUDY_KEYS = ("title", "note", "dollar_year", "decision_year", "default_case", "pairs", "draws", "seed", *BLOCK_KEYS, "cases")
ENTRY_KEYS = {
    "subjects": ("why", "donor"),
    "facts": ("subject", "source", "locator", "valid_year", "why", "donor"),
    "choices": ("value", "why"),
}


@dataclass(frozen=True)
class Study:
    """The study's own choices, from `scenarios/study.yml`."""

    title: str
    dollar_year: int
    decision_year: int
    default_case: str
    pairs: tuple[tuple[str, str], ...]
    draws: int
    seed: int


class _StrictLoader(yaml.SafeLoader):
    """Plain YAML only, and no key twice in one mapping."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        keys = [self.construct_object(k, deep=True) for k, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                mark = node.start_mark
                raise yaml.constructor.ConstructorError(None, None, f"key {key!r} stands twice", mark)
        return super().construct_mapping(node, deep)


def _read_yaml(path: Path, root: Path) -> dict[str, Any]:
    name = path.relative_to(root).as_posix()
    if not path.is_file():
        raise ScenarioError(f"{name}: file is missing")
    try:
        content = yaml.load(path.read_bytes(), Loader=_StrictLoader)
    except UnicodeDecodeError as error:
        raise ScenarioError(f"{name}: byte {error.start + 1} is not UTF-8; save the file as UTF-8 text") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise ScenarioError(f"{name}{line}: {problem}; plain YAML without tags is allowed") from None
    if not isinstance(content, dict):
        raise ScenarioError(f"{name}: the file must be a mapping of {', '.join(FILE_KEYS)}")
    return content


def _check_keys(name: str, where: str, mapping: Any, allowed: tuple[str, ...] | Mapping) -> None:
    if not isinstance(mapping, dict):
        raise ScenarioError(f"{name}: {where} must be a mapping, not {type(mapping).__name__}")
    for key in mapping:
        if key not in allowed:
            listed = f"; allowed: {', '.join(allowed)}" if len(allowed) <= 16 else ""
            raise ScenarioError(f"{name}: key {where}{key!r} is unknown{nearest(str(key), allowed)}{listed}")


def _check_text(name: str, key: str, value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str):
        kind = "a number that should be a fact" if isinstance(value, int | float) else f"a {type(value).__name__}"
        raise ScenarioError(f"{name}: {key} is {kind} ({value!r}); text is needed, and numbers stand in data/facts")
    return value


def _check_block(name: str, where: str, block: Any, data: Data, sides: tuple[str, ...]) -> None:
    """Refuses unknown keys, missing keys and wrong types in a subjects/facts/choices block."""
    _check_keys(name, where, block, BLOCK_KEYS)
    choices = {c: v for s in sides for c, v in CHOICES[s].items()}
    for section, known in (("subjects", data.subjects), ("facts", data.quantities), ("choices", choices)):
        entries = block.get(section) or {}
        _check_keys(name, f"{where}{section}.", entries, tuple(known))
        for key, entry in entries.items():
            place = f"{where}{section}.{key}"
            if section == "facts" and isinstance(entry, int | float):
                raise ScenarioError(f"{name}: {place} is a number that should be a fact ({entry!r}); name its subject")
            _check_keys(name, f"{place}.", entry, ENTRY_KEYS[section])
            for inner, value in entry.items():
                if inner == "donor":
                    if not isinstance(value, bool):
                        raise ScenarioError(f"{name}: {place}.donor is {value!r}; true or false is needed")
                elif inner == "valid_year":
                    if not isinstance(value, int):
                        raise ScenarioError(f"{name}: {place}.valid_year is {value!r}; a year is needed")
                else:
                    _check_text(name, f"{place}.{inner}", value)
            needed = {"subjects": ("why",), "facts": ("subject", "why"), "choices": ("value", "why")}[section]
            for inner in needed:
                if inner not in entry:
                    raise ScenarioError(f"{name}: {place} lacks the key {inner!r}")
            if section == "choices" and entry["value"] not in choices[key]:
                allowed = ", ".join(choices[key])
                raise ScenarioError(
                    f"{name}: {place}.value {entry['value']!r} is not allowed; allowed: {allowed}"
                    f"{nearest(entry['value'], choices[key])}"
                )


def _check_conditions(name: str, content: dict, data: Data, side: str) -> None:
    """Refuses a `when` that names no choice of this side, none of its alternatives, or more than subjects and facts."""
    conditions = content.get("when") or {}
    _check_keys(name, "when.", conditions, CHOICES[side])
    for choice, blocks in conditions.items():
        _check_keys(name, f"when.{choice}.", blocks, CHOICES[side][choice])
        for value, block in blocks.items():
            _check_keys(name, f"when.{choice}.{value}.", block, CONDITIONAL_KEYS)
            _check_block(name, f"when.{choice}.{value}.", block, data, (side,))


def _apply(block: dict, name: str, side: Side, data: Data, when: Condition | None = None) -> None:
    """Lays one block over what earlier layers chose; with a condition, only while the side has that alternative."""
    found: dict[str, list[tuple[Fact, str, bool]]] = {}
    for subject, entry in (block.get("subjects") or {}).items():
        for fact in data.rows(subject):
            if fact.is_text:
                side.texts[fact.quantity] = fact
            else:
                found.setdefault(fact.quantity, []).append((fact, entry["why"], bool(entry.get("donor"))))
    for quantity, rows in found.items():
        pick = Pick(quantity, tuple(r[0] for r in rows), rows[0][1], any(r[2] for r in rows), name)
        side.laid.append((when, pick))
    for quantity, entry in (block.get("facts") or {}).items():
        side.laid.append((when, _explicit(name, quantity, entry, data)))
    for choice, entry in (block.get("choices") or {}).items():
        side.choices[choice] = entry["value"]
        side.reasons[choice] = f"{entry['why']} ({name})"


def _explicit(name: str, quantity: str, entry: dict, data: Data) -> Pick:
    where = f"{name}: facts.{quantity}"
    if entry["subject"] not in data.subjects:
        raise ScenarioError(
            f"{where}: subject {entry['subject']!r} has no facts{nearest(entry['subject'], data.subjects)}"
        )
    rows = data.rows(entry["subject"], quantity)
    for key, attribute in (("source", "source_id"), ("locator", "locator"), ("valid_year", "valid_year")):
        if key in entry:
            rows = [f for f in rows if getattr(f, attribute) == entry[key]]
    if not rows:
        held = sorted({f"{f.quantity} from {f.source_id}" for f in data.rows(entry["subject"])})
        wanted = f"{quantity} from {entry.get('source', 'any source')}"
        raise ScenarioError(f"{where}: no such fact for {entry['subject']!r}{nearest(wanted, held)}")
    return Pick(quantity, tuple(rows), entry["why"], bool(entry.get("donor")), name)


def folder(side: str, root: Path) -> Path:
    """Where the files of a side's sites or concepts stand."""
    return root / "scenarios" / ("sites" if side == "ground" else "concepts")


def names(side: str, root: Path | None = None) -> list[str]:
    """Ids of every site (ground) or concept (orbit)."""
    base = root or load().root
    return sorted(p.stem for p in folder(side, base).glob("*.yml"))


def read_side(side: str, scenario_id: str, case: str, data: Data) -> Side:
    """What the files of one site or concept choose in one case. Raises ScenarioError naming file and key."""
    kind = "site" if side == "ground" else "concept"
    known = names(side, data.root)
    if scenario_id not in known:
        raise ScenarioError(
            f"{kind} {scenario_id!r} is not known{nearest(scenario_id, known)}; allowed: {', '.join(known)}"
        )
    if case not in CASES:
        raise ScenarioError(f"case {case!r} is not known{nearest(case, CASES)}; allowed: {', '.join(CASES)}")
    base = data.root / "scenarios"
    layers = [base / "study.yml", base / f"{side}.yml", folder(side, data.root) / f"{scenario_id}.yml"]
    return _read_side(side, scenario_id, case, data, tuple(_layer(p, data, side) for p in layers))


def _read_side(side: str, scenario_id: str, case: str, data: Data, layers: tuple[tuple[str, dict], ...]) -> Side:
    own_name, own = layers[-1]
    texts = {k: _check_text(own_name, k, own.get(k, "")) for k in ("title", "operator", "status", "note")}
    if not texts["title"]:
        raise ScenarioError(f"{own_name}: lacks the key 'title'")
    result = Side(side, scenario_id, **texts)
    for name, content in layers:
        _apply(content, name, result, data)
        _apply((content.get("cases") or {}).get(case) or {}, name, result, data)
        for choice, blocks in (content.get("when") or {}).items():
            for value, block in blocks.items():
                _apply(block, name, result, data, (choice, value))
    for choice, allowed in CHOICES[side].items():
        if choice not in result.choices:
            raise ScenarioError(f"{own_name}: no file chooses {choice!r}; allowed: {', '.join(allowed)}")
    result.choices = {c: result.choices[c] for c in CHOICES[side]}
    result.settle()
    return result


def follow_supply(side: Side, data: Data) -> None:
    """Lays the lead time of the supply in force where it is not the campus's own. Raises ScenarioError if it has none."""
    if side.choices.get("supply_timing") != "other_supply":
        return
    subject = f"supply_{side.choices['electricity_supply']}"
    rows = tuple(data.rows(subject, "supply_lead_time_months"))
    if not rows:
        known = sorted(s for s in data.subjects if data.rows(s, "supply_lead_time_months"))
        raise ScenarioError(
            f"site {side.id}: no fact says how long {subject!r} takes{nearest(subject, known)}; allowed: {', '.join(known)}"
        )
    why = "the supply in force is not the campus's own"
    side.picks["supply_lead_time_months"] = Pick("supply_lead_time_months", rows, why, False, "data/facts")


def _layer(path: Path, data: Data, side: str) -> tuple[str, dict]:
    if not path.is_file():
        raise ScenarioError(f"{path.relative_to(data.root).as_posix()}: file is missing")
    return path.relative_to(data.root).as_posix(), _checked(path, data, side, path.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def _checked_cached(path: Path, root: Path, side: str, stamp: int) -> dict:
    return _read_yaml(path, root)


def _checked(path: Path, data: Data, side: str, stamp: int) -> dict:
    name = path.relative_to(data.root).as_posix()
    content = _checked_cached(path, data.root, side, stamp)
    is_study = path.name == "study.yml"
    _check_keys(name, "", content, STUDY_KEYS if is_study else FILE_KEYS)
    sides = SIDES if is_study else (side,)
    _check_block(name, "", {k: v for k, v in content.items() if k in BLOCK_KEYS}, data, sides)
    if not is_study:
        _check_conditions(name, content, data, side)
    cases = content.get("cases") or {}
    _check_keys(name, "cases.", cases, CASES)
    for case, block in cases.items():
        _check_block(name, f"cases.{case}.", block or {}, data, sides)
    return content


def study(data: Data | None = None) -> Study:
    """The study's own choices. Raises ScenarioError naming the key."""
    data = data or load()
    path = data.root / "scenarios" / "study.yml"
    if not path.is_file():
        raise ScenarioError("scenarios/study.yml: file is missing")
    name, content = _layer(path, data, "ground")
    for key in ("title", "dollar_year", "decision_year", "default_case", "pairs", "draws", "seed"):
        if key not in content:
            raise ScenarioError(f"{name}: lacks the key {key!r}")
    for key in ("dollar_year", "decision_year", "draws", "seed"):
        if isinstance(content[key], bool) or not isinstance(content[key], int) or content[key] < 0:
            raise ScenarioError(f"{name}: {key} is {content[key]!r}; a whole number is needed")
    if content["default_case"] not in CASES:
        raise ScenarioError(f"{name}: default_case {content['default_case']!r} is not one of {', '.join(CASES)}")
    if not isinstance(content["pairs"], list) or not content["pairs"]:
        raise ScenarioError(f"{name}: pairs must be a list of site and concept")
    pairs = []
    for number, pair in enumerate(content["pairs"], start=1):
        _check_keys(name, f"pairs[{number}].", pair, ("site", "concept"))
        for key, side in (("site", "ground"), ("concept", "orbit")):
            known = names(side, data.root)
            if pair.get(key) not in known:
                raise ScenarioError(
                    f"{name}: pairs[{number}].{key} {pair.get(key)!r} is not known{nearest(pair.get(key), known)}"
                )
        pairs.append((pair["site"], pair["concept"]))
    own = (content["title"], content["dollar_year"], content["decision_year"], content["default_case"], tuple(pairs))
    return Study(*own, content["draws"], content["seed"])


def check_all(data: Data) -> list[str]:
    """Reads every scenario file in every case; returns one line per fault, none if all is well."""
    faults = []
    for side in SIDES:
        for scenario_id in names(side, data.root):
            for case in CASES:
                try:
                    read_side(side, scenario_id, case, data)
                except (ScenarioError, FactError) as error:
                    faults.append(str(error))
    return faults


def parse_setting(text: str, data: Data) -> tuple[str, float]:
    """`name=value` or `name=value unit` as a number in the quantity's unit. Raises ScenarioError."""
    name, equals, given = text.partition("=")
    name, given = name.strip(), given.strip()
    if not equals or not name or not given:
        raise ScenarioError(f"--set {text!r} is not understood; write name=value, such as orbit_altitude_km=650")
    return name, check_setting(name, given, data)


def check_setting(name: str, given: str | float, data: Data) -> float:
    """A setting's value in the quantity's unit, within its allowed range. Raises ScenarioError."""
    from earth_or_orbit import units

    for known in CHOICES.values():
        if name in known:
            allowed, like = ", ".join(known[name]), nearest(str(given), known[name])
            raise ScenarioError(
                f"--set {name}: it is a choice, not a quantity; write --choose {name}=VALUE; allowed: {allowed}{like}"
            )
    if name not in data.quantities:
        raise ScenarioError(f"--set {name}: no quantity has this name{nearest(name, data.quantities)}")
    quantity = data.quantities[name]
    if not quantity.unit:
        raise ScenarioError(f"--set {name}: it holds words and cannot be set")
    number, unit = re.fullmatch(r"([-+]?[\d.]*(?:[eE][-+]?\d+)?)?(.*)", str(given).strip()).groups(default="")
    try:
        value = float(number or unit)
        unit = unit if number else ""
        if unit:
            value = units.convert(value, unit.strip(), quantity.unit)
    except (ValueError, units.UnitError):
        raise ScenarioError(f"--set {name}: {given!r} is not a number in {quantity.unit}") from None
    if not math.isfinite(value) or not quantity.allowed_low <= value <= quantity.allowed_high:
        allowed = f"{quantity.allowed_low:g} to {quantity.allowed_high:g} {quantity.unit}"
        raise ScenarioError(f"--set {name}: {given} is not allowed; allowed: {allowed} ({quantity.meaning})")
    return value
