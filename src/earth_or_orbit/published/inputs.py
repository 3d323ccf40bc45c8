"""How a published case's inputs reach the model: the tables under data/published, read into rules.

A rule says what one printed input name means for one topic. Nothing here knows a case's id, and nothing is guessed: an
input that no rule places keeps its row from being covered.
"""

import csv
import importlib
import inspect
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path

from earth_or_orbit import constants, series
from earth_or_orbit.published.printed_names import splits
from earth_or_orbit.quantities import fibre
from earth_or_orbit.units import compatible, convert, is_data, unit_of_name

TABLES = Path(__file__).resolve().parents[3] / "data" / "published"
CITIES = Path(__file__).resolve().parents[3] / "data" / "series" / "cities.csv"
ROLES = ("number", "label", "choice", "states", "implies", "pattern", "pattern?", "route", "constant", "elements",
         "list", "says")  # fmt: skip
TEXT_CHOICES = ("choice", "states", "implies")  # what a text means as a whole, by the pattern that it meets
# A printed constant of nature may be rounded by this much (5.67e-8, 300 km/ms, 6371 km) and still be nature's.
CONSTANT_ROUNDING = 0.002
SIDES = r"\d+(\s*[x×*,]\s*\d+)+"  # a list as text: 20x20x20


class NotCovered(Exception):
    """Why a row is outside what the model can compute; the text is the reason shown."""


class InputRefused(NotCovered):
    """An input that the model cannot read, whichever function is tried: the reason worth showing first."""


@dataclass(frozen=True)
class Rule:
    """One line of input_names.csv: what a printed input name means for a topic."""

    topic: str
    published_name: str
    role: str
    parameter: str
    unit: str
    through: str
    also_sets: str
    pattern: str


@dataclass(frozen=True)
class Candidate:
    """One line of topics.csv: a function of the model that may answer a topic's rows.

    Where label words are marked with `+`, it answers only rows whose label has one of these: a kin of the function that
    the same inputs lead to without a word. A row whose label has a word marked with `-` asks for something else.
    """

    topic: str
    quantity: str
    function: Callable
    when_absent: dict[str, float]
    may_ignore: frozenset[str]
    label_words: frozenset[str]
    asked_words: frozenset[str] = frozenset()
    denied_words: frozenset[str] = frozenset()

    def hears(self, said: frozenset[str]) -> bool:
        """Whether a label of these words can mean this function."""
        return (not self.asked_words or bool(said & self.asked_words)) and not said & self.denied_words

    @property
    def parameters(self) -> list[str]:
        """The quantities that the function takes."""
        return list(inspect.signature(self.function).parameters)

    @property
    def required(self) -> list[str]:
        """Those of them that have no constant of nature to fall back on."""
        found = inspect.signature(self.function).parameters.values()
        return [parameter.name for parameter in found if parameter.default is inspect.Parameter.empty]


@dataclass
class Placement:
    """The inputs of one row, placed on one function's parameters; a list stays a tuple."""

    values: dict[str, float | tuple[float, ...]] = field(default_factory=dict)
    implied: dict[str, float] = field(default_factory=dict)
    follows: dict[str, str] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    filled: list[str] = field(default_factory=list)

    @property
    def arguments(self) -> dict[str, float | tuple[float, ...]]:
        """What to call the function with; a stated input outranks one that another's name implies."""
        return {**self.implied, **self.values}


def read_table(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of a small CSV table. Raises ValueError naming the file and the columns that it lacks."""
    if not path.is_file():
        raise ValueError(f"{path}: no such file")
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = [column for column in columns if column not in (reader.fieldnames or [])]
        if missing:
            raise ValueError(f"{path}: column {missing[0]!r} is missing; needed are {', '.join(columns)}")
        return [{key: (value or "").strip() for key, value in row.items() if key} for row in reader]


def read_rules(folder: Path = TABLES) -> list[Rule]:
    """The meanings of printed input names; a line may serve several topics and names, separated by `;`.

    Raises ValueError for a role that does not exist.
    """
    columns = tuple(Rule.__dataclass_fields__)
    rules = []
    for number, row in enumerate(read_table(folder / "input_names.csv", columns), start=2):
        if row["role"] not in ROLES:
            raise ValueError(
                f"{folder / 'input_names.csv'}, row {number}, column role: {row['role']!r}; allowed: {', '.join(ROLES)}"
            )
        for topic, name in product(row["topic"].split(";"), row["published_name"].split(";")):
            rules.append(Rule(topic, name, *(row[column] for column in columns[2:])))
    return rules


def read_candidates(folder: Path = TABLES) -> list[Candidate]:
    """The functions that may answer each topic. Raises ValueError for a function that the room does not have."""
    path = folder / "topics.csv"
    candidates = []
    columns = ("topic", "quantity", "room", "when_absent", "may_ignore", "label_words")
    for number, row in enumerate(read_table(path, columns), start=2):
        where = f"{path}, row {number}, column"
        absent = dict(part.split("=") for part in row["when_absent"].split(";") if part)
        candidates.append(
            Candidate(
                row["topic"],
                row["quantity"],
                _function(f"{row['room']}.{row['quantity']}", f"{where} quantity"),
                {name: float(value) for name, value in absent.items()},
                frozenset(row["may_ignore"].split(";")) - {""},
                words(row["label_words"]),
                words(" ".join(re.findall(r"\+(\S+)", row["label_words"]))),
                words(" ".join(re.findall(r"(?<!\S)-(\S+)", row["label_words"]))),
            )
        )
    return candidates


def words(text: str) -> frozenset[str]:
    """The words of a label, for breaking ties."""
    return frozenset(re.findall(r"[a-z]{2,}|\d[a-z]+", re.sub(r"\b(\d)-d\b", r"\1d", text.lower())))


def words_said(label: str, inputs: dict, topic: str, rules: list[Rule]) -> frozenset[str]:
    """The words of a row's label, and of the texts among its inputs that speak as a label does: `"topology": "ring"`."""
    speaking = {rule.published_name.casefold() for rule in rules if rule.role == "says" and rule.topic == topic}
    texts = [raw for name, raw in inputs.items() if isinstance(raw, str) and name.casefold() in speaking]
    return words(" ".join([label, *texts]))


def _function(dotted: str, where: str) -> Callable:
    room, _, quantity = dotted.partition(".")
    try:
        return getattr(importlib.import_module(f"earth_or_orbit.quantities.{room}"), quantity)
    except (ImportError, AttributeError) as error:
        raise ValueError(f"{where}: {dotted!r} is not a function of the model") from error


def rules_for(name: str, topic: str, rules: list[Rule], row_unit: str) -> list[tuple[Rule, str]]:
    """The rules that a printed name meets in a topic, each with the unit of the printed number.

    First the name as a whole, then stem and unit (`alt_*`), then a bare unit (`[kW]` is any power).
    """
    here = sorted((rule for rule in rules if rule.topic in (topic, "*")), key=lambda rule: rule.topic == "*")

    def named(wanted: str) -> list[Rule]:
        exact = [rule for rule in here if rule.published_name == wanted]
        return exact or [rule for rule in here if rule.published_name.casefold() == wanted.casefold()]

    ways = splits(name)
    if whole := named(name):
        in_name = ways[0][1] if ways else "-"
        return [(rule, row_unit if rule.unit == "row" else rule.unit or in_name) for rule in whole]
    for stem, unit in ways:
        if stem:
            found = named(f"{stem}_*")
        else:
            bare = [rule for rule in here if rule.published_name.startswith("[")]
            found = [rule for rule in bare if compatible(rule.published_name.strip("[]"), unit)]
        if found:
            return [(rule, unit) for rule in found]
    return []


def place(inputs: dict, candidate: Candidate, rules: list[Rule], row_unit: str) -> Placement:
    """A row's inputs on one function's parameters. Raises NotCovered unless inputs and parameters all find a place."""
    placement = Placement()
    for name, raw in inputs.items():
        found = rules_for(name, candidate.topic, rules, row_unit)
        if not found and name in candidate.parameters:
            found = [(Rule("*", name, "number", name, "", "", "", ""), unit_of_name(name))]
        if not found:
            raise InputRefused(f"no meaning is known for the input {name!r} in topic {candidate.topic!r}")
        if isinstance(raw, str):
            _place_text(name, raw, found, candidate, placement)
        elif isinstance(raw, (int, float)) and not isinstance(raw, bool):
            _place_number(name, float(raw), found, candidate, placement)
        elif isinstance(raw, list) and any(rule.role == "list" for rule, _ in found):
            _place_list(name, raw, found, candidate, placement)
        elif isinstance(raw, list):
            _place_elements(name, raw, found, candidate, placement)
        else:
            raise InputRefused(f"the input {name!r} is neither a number nor a text")
    for name, through in placement.follows.items():
        _follow(name, through, placement)
    for name, value in candidate.when_absent.items():
        if name not in placement.arguments:
            placement.implied[name] = value
            placement.filled.append(name)
    missing = [name for name in candidate.required if name not in placement.arguments and name not in series.NAMES]
    if missing:
        raise NotCovered(f"{candidate.quantity} also needs {', '.join(missing)}")
    return placement


def _place_number(
    name: str, raw: float, found: list[tuple[Rule, str]], candidate: Candidate, placement: Placement
) -> None:
    for rule, unit in found:
        if rule.role == "label":
            return
        if rule.role == "number" and rule.parameter in candidate.parameters:
            value = _in_unit_of(rule, raw, unit)
            if value is None:
                continue
            if placement.values.setdefault(rule.parameter, value) != value:
                raise InputRefused(f"two inputs give {rule.parameter}, and they differ")
            _set_also(rule, value, candidate, placement)
            return
        if rule.role == "constant" and _is_nature(rule.parameter, raw, unit):
            return
    unused = [rule for rule, unit in found if rule.parameter in candidate.may_ignore and _fits(rule, raw, unit)]
    if unused:
        placement.ignored.append(name)
        _set_also(unused[0], raw, candidate, placement)
        return
    raise NotCovered(f"{candidate.quantity} has no use for the input {name!r}")


def _place_elements(name: str, raw: list, found: list[tuple[Rule, str]], candidate: Candidate, placement: Placement) -> None:
    """A list of numbers, each element on the parameter that a rule names for its place: `a;b` for two of them."""
    if any(rule.role == "label" for rule, _ in found):
        return
    ways = [(rule, unit, rule.parameter.split(";")) for rule, unit in found if rule.role == "elements"]
    numbers = all(isinstance(item, (int, float)) and not isinstance(item, bool) for item in raw)
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
        function = _function(rule.through, "input_names.csv, column through")
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
    function = _function(through, "input_names.csv, column through")
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


def _place_text(name: str, raw: str, found: list[tuple[Rule, str]], candidate: Candidate, placement: Placement) -> None:
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
            placement.values[rule.parameter] = route_distance_km(raw)
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
    unused = [rule for rule, _ in found if rule.role == "route" and rule.parameter not in candidate.parameters]
    if unused:
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


def route_distance_km(route: str) -> float:
    """Great-circle distance of a route named by two cities, such as `Seattle-New York`. [km]

    Raises NotCovered unless both ends are in data/series/cities.csv.
    """
    columns = ("city", "latitude_deg", "longitude_deg")
    places = {_plain(row["city"]): row for row in read_table(CITIES, columns)}
    for stroke in re.finditer(r"\s*(?:[-–—→>/]+|\bto\b|,)\s*", route):
        ends = [_plain(route[: stroke.start()]), _plain(route[stroke.end() :])]
        ends = [end if end in places else end.removesuffix(" city") for end in ends]
        if all(end in places for end in ends):
            start, finish = ([float(places[end][column]) for column in columns[1:]] for end in ends)
            return float(fibre.great_circle_distance_km(*start, *finish))
    raise InputRefused(f"the route {route!r} is not between two cities of {CITIES.name}")


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).strip().casefold()
