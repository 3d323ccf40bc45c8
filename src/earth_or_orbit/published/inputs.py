"""How a published case's inputs reach the model: the tables under data/published, read into rules.

A rule says what one printed input name means for one topic. Nothing here knows a case's id, and nothing is guessed: an
input that no rule places keeps its row from being covered.
"""

import inspect
import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from earth_or_orbit import constants, facts, series
from earth_or_orbit.published.names import rules_for, splits, undated
from earth_or_orbit.published.routes import RouteUnknown, joined_ends, route_distance_km
from earth_or_orbit.published.rules import Candidate, InputRefused, NotCovered, Rule, RuleBook, ShareRefused, function_of
from earth_or_orbit.units import compatible, convert, is_data, unit_of_name

TEXT_CHOICES = ("choice", "states", "implies")  # what a text means as a whole, by the pattern that it meets
# A printed constant of nature may be rounded by this much (5.67e-8, 300 km/ms, 6371 km) and still be nature's.
CONSTANT_ROUNDING = 0.002
ROUNDED_SHARES = 0.02  # structure: shares printed in whole per cent may miss one by this much together
SIDES = r"\d+(\s*[x×*,]\s*\d+)+"  # a list as text: 20x20x20


@dataclass
class Placement:
    """The inputs of one row, placed on one function's parameters; a list stays a tuple."""

    values: dict[str, float | tuple[float, ...]] = field(default_factory=dict)
    implied: dict[str, float] = field(default_factory=dict)
    follows: dict[str, str] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    filled: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)

    @property
    def arguments(self) -> dict[str, float | tuple[float, ...]]:
        """What to call the function with; a stated input outranks one that another's name implies."""
        return {**self.implied, **self.values}


def place(inputs: dict, candidate: Candidate, rules: RuleBook, row_unit: str) -> Placement:
    """A row's inputs on one function's parameters. Raises NotCovered unless inputs and parameters all find a place.

    A number that only one parameter takes goes first, so that one of several meanings does not stand in its way.
    """
    placement, inputs = Placement(), joined_ends(inputs)
    placed = _place_pair_of_years(inputs, candidate, placement)
    later = []
    for name, raw in inputs.items():
        if name in placed:
            continue
        found = rules_for(name, candidate.topic, rules, row_unit)
        if not found and name in candidate.parameters:
            found = [(Rule("*", name, "number", name, "", "", "", ""), unit_of_name(name))]
        if not found:
            raise InputRefused(f"no meaning is known for the input {name!r} in topic {candidate.topic!r}")
        if isinstance(raw, (str, bool)):
            _place_text(name, raw, found, candidate, placement)
        elif isinstance(raw, (int, float)):
            choices = {rule.parameter for rule, _ in found if rule.parameter in candidate.parameters}
            if len(choices) > 1:
                later.append((name, raw, found))
            else:
                _place_number(name, float(raw), found, candidate, placement)
        elif isinstance(raw, list) and any(rule.role == "list" for rule, _ in found):
            _place_list(name, raw, found, candidate, placement)
        elif isinstance(raw, list):
            _place_elements(name, raw, found, candidate, placement)
        else:
            raise InputRefused(f"the input {name!r} is neither a number nor a text")
    for name, raw, found in later:
        _place_number(name, float(raw), found, candidate, placement)
    for name, through in placement.follows.items():
        _follow(name, through, placement)
    _fill(candidate, placement)
    missing = [name for name in candidate.required if name not in placement.arguments and name not in series.NAMES]
    if missing:
        raise NotCovered(f"{candidate.quantity} also needs {', '.join(missing)}")
    return placement


def _place_pair_of_years(inputs: dict, candidate: Candidate, placement: Placement) -> set[str]:
    """One quantity in two years (`flights_2023`, `flights_2025`), for a function of an earlier and a later amount.

    Returns the inputs placed. A single year, half or quarter in a name says what time its count covers.
    """
    numbers = {name: raw for name, raw in inputs.items() if isinstance(raw, (int, float)) and not isinstance(raw, bool)}
    dated = [(*undated(name), name) for name in numbers if undated(name)[1] is not None]
    if len(dated) == 1:
        placement.implied["counted_years"] = dated[0][2]
    if len(dated) == 2 and (pair := _dated_pair(dated, numbers, candidate)):  # structure: a pair of years
        placement.values.update(pair)
        return {name for *_, name in dated}
    two = len(dated) == 2 and dated[0][0] == dated[1][0] and dated[0][2] == dated[1][2]  # structure: a pair of years
    if not two or not {"earlier_amount_count", "later_amount_count"} <= set(candidate.parameters):
        return set()
    (_, earlier, _, first), (_, later, _, second) = sorted(dated, key=lambda one: one[1])
    placement.values.update(earlier_amount_count=float(numbers[first]), later_amount_count=float(numbers[second]))
    placement.implied["elapsed_years"] = float(later - earlier)
    return {first, second}


def _dated_pair(dated: list[tuple], numbers: dict, candidate: Candidate) -> dict[str, float]:
    """The values of `earlier_x` and `later_x` from one amount printed with two years, such as `emissions_2019_Mt`."""
    (stem, _, _, first), (other, _, _, second) = sorted(dated, key=lambda one: one[1])
    for parameter in candidate.parameters:
        later = parameter.replace("earlier_", "later_", 1)
        if stem != other or not parameter.startswith("earlier_") or later not in candidate.parameters:
            continue
        own = unit_of_name(parameter)
        unit = next((unit for _, unit in splits(stem) if compatible(unit, own) and is_data(unit) == is_data(own)), None)
        if unit is not None:
            return {name: float(convert(float(numbers[raw]), unit, own)) for name, raw in ((parameter, first), (later, second))}
    return {}


def _fill(candidate: Candidate, placement: Placement) -> None:
    """What the row leaves out and the table of topics fills in: a number, or the fact of a subject."""
    for name, text in candidate.when_absent.items():
        if name not in placement.arguments:
            placement.implied[name] = _number_or_fact(text, name)
            placement.filled.append(name)
    _refuse_half_a_mix(placement)
    for name in set(placement.implied) - set(candidate.parameters):
        del placement.implied[name]


def _refuse_half_a_mix(placement: Placement) -> None:
    """A mix names for each of its parts both the share and the intensity, and its shares add up to one."""
    filled = [name.removesuffix("_share_frac") for name in placement.filled if name.endswith("_share_frac")]
    parts = [part for part in filled if f"{part}_kgco2e_per_mwh" in placement.values]
    stated = {name: value for name, value in placement.values.items() if name.endswith("_share_frac")}
    mixed = {name for name in stated if f"{name.removesuffix('_share_frac')}_kgco2e_per_mwh" in placement.arguments}
    if filled and not mixed and any(f"{part}_kgco2e_per_mwh" in placement.filled for part in filled):
        raise NotCovered("no part of the mix is stated")
    if parts:
        raise (
            ShareRefused(f"a mix needs the share of {', '.join(parts)} too")
            if mixed
            else NotCovered("no share of the mix is stated")
        )
    if filled and mixed:
        bare = [name for name in mixed if f"{name.removesuffix('_share_frac')}_kgco2e_per_mwh" in placement.filled]
        if bare or abs(sum(stated[name] for name in mixed) - 1) > ROUNDED_SHARES:
            raise ShareRefused("the shares of a mix must add up to 1, each with its intensity")


@lru_cache(maxsize=256)
def _number_or_fact(text: str, quantity: str) -> float:
    try:
        return float(text)
    except ValueError:
        data = facts.load()
    found = data.rows(text, quantity)
    if not found:
        raise ValueError(f"topics.csv, column when_absent: no fact of {text!r} is a {quantity}")
    return float(convert(found[0].central, found[0].unit, unit_of_name(quantity)))


def _place_number(name: str, raw: float, found: list[tuple[Rule, str]], candidate: Candidate, placement: Placement) -> None:
    taken = ""
    for rule, unit in found:
        if rule.role == "label":
            return
        if rule.role in ("number", "adds") and rule.parameter in candidate.parameters:
            value = _in_unit_of(rule, raw, unit)
            if value is None:
                continue
            _refuse_a_percentage(name, rule.parameter, value)
            if rule.role == "adds":
                placement.added.append(name)
                placement.values[rule.parameter] = placement.values.get(rule.parameter, 0.0) + value
                return
            if placement.values.setdefault(rule.parameter, value) != value:
                taken = taken or rule.parameter
                continue
            _set_also(rule, value, candidate, placement)
            return
        if rule.role == "constant" and _is_nature(rule.parameter, raw, unit):
            return
    if taken:
        raise InputRefused(f"two inputs give {taken}, and they differ")
    unused = [rule for rule, unit in found if rule.parameter in candidate.may_ignore and _fits(rule, raw, unit)]
    if unused:
        if unused[0].role == "number":
            _refuse_a_percentage(name, unused[0].parameter, _in_unit_of(unused[0], raw, dict(found)[unused[0]]) or 0.0)
        placement.ignored.append(name)
        _set_also(unused[0], raw, candidate, placement)
        return
    raise NotCovered(f"{candidate.quantity} has no use for the input {name!r}")


def _refuse_a_percentage(name: str, parameter: str, value: float) -> None:
    """A share above one is most likely a number of per cent that does not say so: refused, not guessed."""
    if value <= 1 or not parameter.endswith("_frac"):
        return
    quantity = facts.load().quantities.get(parameter)
    if quantity is not None and value > quantity.allowed_high:
        raise ShareRefused(
            f"the input {name!r} is {value:g}, and {parameter} is at most {quantity.allowed_high:g}; "
            f"per cent is written {name}_pct"
        )


def _place_elements(name: str, raw: list, found: list[tuple[Rule, str]], candidate: Candidate, placement: Placement) -> None:
    """A list of numbers, each element on the parameter that a rule names for its place: `a;b` for two of them."""
    if any(rule.role == "label" for rule, _ in found):
        return
    ways = [(rule, unit, rule.parameter.split(";")) for rule, unit in found if rule.role == "elements"]
    numbers = all(isinstance(item, (int, float)) and not isinstance(item, bool) for item in raw)
    sums = [(rule, unit) for rule, unit in found if rule.role == "adds"]
    if sums and not ways and numbers:
        _place_number(name, float(sum(raw)), sums, candidate, placement)
        return
    if not ways or not numbers:
        raise InputRefused(f"the input {name!r} is neither a number nor a text")
    ways = [way for way in ways if len(way[2]) == len(raw)]
    if not ways:
        raise InputRefused(f"the input {name!r} has {len(raw)} elements, and no rule says what so many are")
    for place_in_list, item in enumerate(raw):
        own = [(replace(rule, role="number", parameter=names[place_in_list]), unit) for rule, unit, names in ways]
        _place_number(name, float(item), own, candidate, placement)


def _place_list(name: str, raw: list, found: list[tuple[Rule, str]], candidate: Candidate, placement: Placement) -> None:
    """A list of numbers as one parameter of the function, such as the sides of a torus."""
    if not raw or not all(isinstance(item, (int, float)) and not isinstance(item, bool) for item in raw):
        raise InputRefused(f"the input {name!r} is no list of numbers")
    for rule, unit in found:
        if rule.role == "list" and rule.parameter in candidate.parameters:
            values = tuple(_in_unit_of(rule, float(item), unit) for item in raw)
            if None in values:
                continue
            if placement.values.setdefault(rule.parameter, values) != values:
                raise InputRefused(f"two inputs give {rule.parameter}, and they differ")
            return
    if any(rule.role == "list" and rule.parameter in candidate.may_ignore for rule, _ in found):
        placement.ignored.append(name)
        return
    raise NotCovered(f"{candidate.quantity} has no use for the input {name!r}")


def _fits(rule: Rule, raw: float, unit: str) -> bool:
    return rule.role != "number" or _in_unit_of(rule, raw, unit) is not None


def _in_unit_of(rule: Rule, raw: float, unit: str) -> float | None:
    """The printed number in its parameter's unit, or None if its dimension does not fit."""
    if rule.through:
        function = function_of(rule.through, "input_names.csv, column through")
        taken = unit_of_name(next(iter(inspect.signature(function).parameters)))
        if not compatible(unit, taken):
            return None
        raw, unit = float(function(convert(raw, unit, taken))), unit_of_name(function.__name__)
    own = unit_of_name(rule.parameter)
    if not compatible(unit, own) or is_data(unit) != is_data(own):
        return None
    return float(convert(raw, unit, unit_of_name(rule.parameter)))


def _set_also(rule: Rule, raw: float, candidate: Candidate, placement: Placement) -> None:
    """What a name says beside its number: `flux_W_m2_two_sided` is also two radiating faces."""
    for part in filter(None, rule.also_sets.split(";")):
        parameter, _, text = part.partition("=")
        if parameter in candidate.parameters:
            into = placement.values if rule.role == "states" else placement.implied
            into[parameter] = raw if text == "{value}" else float(text)


def _follow(parameter: str, through: str, placement: Placement) -> None:
    """A quantity that a text leaves to others: a sun-synchronous orbit's inclination follows from its altitude."""
    function = function_of(through, "input_names.csv, column through")
    needed = list(inspect.signature(function).parameters)
    if parameter in placement.arguments or not all(name in placement.arguments for name in needed):
        return
    try:
        placement.implied[parameter] = float(function(*(placement.arguments[name] for name in needed)))
    except (ValueError, ArithmeticError) as reason:
        raise InputRefused(f"the model refuses the inputs: {reason}") from reason


def _is_nature(constant: str, raw: float, unit: str) -> bool:
    try:
        own_unit = unit_of_name(constant.lower())
    except ValueError:
        own_unit = "-"
    if not compatible(unit, own_unit):
        return False
    nature = getattr(constants, constant)
    return abs(convert(raw, unit, own_unit) / nature - 1) <= CONSTANT_ROUNDING


def _place_text(name: str, raw: str | bool, found: list[tuple[Rule, str]], candidate: Candidate, placement: Placement) -> None:
    """A text, or a yes or no, which reads as the text `true` or `false` and is never a number."""
    raw = str(raw).lower() if isinstance(raw, bool) else raw
    found = [(rule, unit) for rule, unit in found if rule.topic != "*"] or found
    if any(rule.role == "list" for rule, _ in found) and re.fullmatch(SIDES, raw.strip()):
        return _place_list(name, [float(item) for item in re.findall(r"[\d.]+", raw)], found, candidate, placement)
    if any(rule.role == "says" for rule, _ in found):
        return None
    choices = [rule for rule, _ in found if rule.role in TEXT_CHOICES]
    _place_choice(name, raw, choices, candidate, placement)
    choices += [rule for rule, _ in found if rule.role == "pattern"]
    for rule, unit in found:
        if rule.role == "label":
            return
        if rule.role in TEXT_CHOICES or (choices and rule.role == "number"):
            continue
        if rule.role == "route":
            if rule.parameter in candidate.parameters:
                placement.values[rule.parameter] = _route_km(raw)
        elif rule.role in ("pattern", "pattern?"):
            match = re.search(rule.pattern, raw, re.IGNORECASE)
            if match is None and rule.role == "pattern":
                raise InputRefused(f"the model has no {name} {raw!r}")
            if match and rule.parameter in candidate.parameters:
                number = next(group for group in match.groups() if group is not None)
                value = float(convert(float(number), unit, unit_of_name(rule.parameter)))
                placement.values.setdefault(rule.parameter, value)
        else:
            raise InputRefused(f"the input {name!r} must be a number, not {raw!r}")
    routes = {rule.parameter for rule, _ in found if rule.role == "route"}
    if routes and not routes & set(candidate.parameters):
        raise NotCovered(f"{candidate.quantity} has no use for the input {name!r}")


def _place_choice(name: str, raw: str, rules: list[Rule], candidate: Candidate, placement: Placement) -> None:
    """What a text as a whole means: a choice may imply values, a statement outranks them, and some follow from others."""
    met = [rule for rule in rules if re.fullmatch(rule.pattern, raw.strip(), re.IGNORECASE)]
    if rules and not met:
        raise InputRefused(f"the model has no {name} {raw!r}")
    for rule in met:
        if rule.role == "implies" and rule.parameter in candidate.parameters:
            placement.follows[rule.parameter] = rule.through
        _set_also(rule, float("nan"), candidate, placement)


def _route_km(route: str) -> float:
    try:
        return route_distance_km(route)
    except RouteUnknown as reason:
        raise InputRefused(str(reason)) from reason
