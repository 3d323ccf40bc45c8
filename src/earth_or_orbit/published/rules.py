"""The tables under data/published as rules: what a printed input name means, and which functions answer a topic."""

import csv
import importlib
import inspect
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from pathlib import Path

from earth_or_orbit.units import compatible, counts_things, known

TABLES = Path(__file__).resolve().parents[3] / "data" / "published"
ROLES = (
    "number", "adds", "label", "choice", "states", "implies", "pattern", "pattern?", "route", "constant", "elements",
    "list", "says", "noun", "subject", "neutral",
)  # fmt: skip


class NotCovered(Exception):
    """Why a row is outside what the model can compute; the text is the reason shown."""


class InputRefused(NotCovered):
    """An input that the model cannot read, whichever function is tried: the reason worth showing first."""


class ShareRefused(InputRefused):
    """A share that cannot be one, or a mix that is not whole: said before any other reason."""


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


class RuleBook:
    """The rules of all topics, found by name: first a topic's own, then those of every topic (`*`)."""

    def __init__(self, rules: list[Rule]) -> None:
        self.nouns = {rule.published_name: rule.parameter for rule in rules if rule.role == "noun"}
        self._by_name: dict[tuple[str, str], list[Rule]] = defaultdict(list)
        self._folded: dict[tuple[str, str], list[Rule]] = defaultdict(list)
        self._bare: dict[str, list[Rule]] = defaultdict(list)
        self._subjects: dict[str, set[str]] = defaultdict(set)
        self._speaking: dict[str, set[str]] = defaultdict(set)
        self._neutral: dict[str, set[str]] = defaultdict(set)
        self.found: dict[tuple[str, str, str], list[tuple[Rule, str]]] = {}
        for rule in rules:
            if rule.role == "subject":
                self._subjects[rule.topic].add(rule.published_name)
            if rule.role == "says":
                self._speaking[rule.topic].add(rule.published_name.casefold())
            if rule.role == "neutral":
                self._neutral[rule.topic].add(rule.published_name.casefold())
            if rule.role in ("noun", "subject", "neutral"):
                continue
            self._by_name[rule.topic, rule.published_name].append(rule)
            self._folded[rule.topic, rule.published_name.casefold()].append(rule)
            if rule.published_name.startswith("["):
                self._bare[rule.topic].append(rule)

    def named(self, topic: str, name: str) -> list[Rule]:
        """The rules of a printed name as it stands, or else with other capitals."""
        exact = [*self._by_name.get((topic, name), ()), *self._by_name.get(("*", name), ())]
        folded = name.casefold()
        return exact or [*self._folded.get((topic, folded), ()), *self._folded.get(("*", folded), ())]

    def subjects(self, topic: str) -> set[str]:
        """Words that a label says only where it asks for just that; a function without them does not answer it."""
        return self._subjects.get(topic, set())

    def words_said(self, label: str, inputs: dict, topic: str) -> frozenset[str]:
        """The words of a label, and of the texts among the inputs that speak as a label does: `"topology": "ring"`."""
        speaking = self._speaking.get(topic, set())
        texts = [raw for name, raw in inputs.items() if isinstance(raw, str) and name.casefold() in speaking]
        return words(" ".join([label, *texts]))

    def bare_of(self, topic: str, unit: str) -> list[Rule]:
        """The rules of a unit alone, such as `[kW]`, that a printed unit can be stated in; a power is no energy per year."""
        if not known(unit):
            return []
        rules = [*self._bare.get(topic, ()), *self._bare.get("*", ())]
        rates = [(rule, rule.published_name.strip("[]")) for rule in rules]
        return [rule for rule, own in rates if compatible(own, unit) and ("/year" not in own or "/" in unit)]

    def neutral(self, topic: str) -> set[str]:
        """Words of a printed name that say nothing of what the number is: `us_TWh` is an energy as `TWh` is."""
        return self._neutral.get(topic, set())


@dataclass(frozen=True)
class Candidate:
    """One line of topics.csv: a function of the model that may answer a topic's rows.

    Where label words are marked with `+`, it answers only rows whose label has one of these: a kin of the function that
    the same inputs lead to without a word; of words marked with `&` the label must have one for each mark (`&per/each`).
    A row whose label has a word marked with `-` asks for something else. Words joined by `~` stand side by side.
    """

    topic: str
    quantity: str
    function: Callable
    parameters: tuple[str, ...]
    required: tuple[str, ...]
    when_absent: dict[str, str]
    may_ignore: frozenset[str]
    label_words: frozenset[str]
    asked_words: frozenset[str] = frozenset()
    denied_words: frozenset[str] = frozenset()
    needed_words: tuple[frozenset[str], ...] = ()
    steps: int = 0  # how many functions lead to its parameters
    yearly: bool = False  # a step on the way took one year's amount, so that the result is of one year

    def hears(self, said: frozenset[str]) -> bool:
        """Whether a label of these words can mean this function."""
        asked = not self.asked_words or bool(said & self.asked_words)
        return asked and not said & self.denied_words and all(said & group for group in self.needed_words)


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


def read_rules(folder: Path = TABLES) -> RuleBook:
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
    return RuleBook(rules)


def read_candidates(folder: Path = TABLES) -> list[Candidate]:
    """The functions that may answer each topic; a line may serve several topics, separated by `;`.

    What a study leaves out is filled in by `when_absent`: a number that says so (nothing, all, one of it), or the
    subject of a fact under data/facts. Raises ValueError for a function that the room does not have.
    """
    path = folder / "topics.csv"
    candidates = []
    columns = ("topic", "quantity", "room", "when_absent", "may_ignore", "label_words")
    for number, row in enumerate(read_table(path, columns), start=2):
        function = function_of(f"{row['room']}.{row['quantity']}", f"{path}, row {number}, column quantity")
        found = parameters_of(function)
        heard = row["label_words"]
        for topic in row["topic"].split(";"):
            candidates.append(
                Candidate(
                    topic,
                    row["quantity"],
                    function,
                    tuple(parameter.name for parameter in found),
                    tuple(parameter.name for parameter in found if parameter.default is inspect.Parameter.empty),
                    dict(part.split("=") for part in row["when_absent"].split(";") if part),
                    frozenset(row["may_ignore"].split(";")) - {""},
                    listed_words(heard),
                    listed_words(" ".join(re.findall(r"\+(\S+)", heard))),
                    listed_words(" ".join(re.findall(r"(?<!\S)-(\S+)", heard))),
                    tuple(listed_words(group) for group in re.findall(r"&(\S+)", heard)),
                )
            )
    return candidates


UNIT_SAYS = {"%": "percent", "x": "times", "times": "times"}
WORD = r"(?:[a-z]{2,}|\d[a-z]+)"


def words(text: str) -> frozenset[str]:
    """The words of a label and its pairs of neighbours (`gpu~hours`)."""
    found = re.findall(WORD, re.sub(r"\b(\d)-d\b", r"\1d", text.lower()))
    return frozenset(found) | {f"{one}~{other}" for one, other in pairwise(found)}


def unit_words(unit: str) -> frozenset[str]:
    """What a unit says of the thing asked for: `GPU-h` is hours of a GPU, `launches/yr` counts launches, x is a factor."""
    if unit in UNIT_SAYS:
        return frozenset({UNIT_SAYS[unit]})
    found = [word for word in re.findall(r"[A-Za-z]{2,}", unit) if counts_things(word)]
    spent = re.search(r"\b([A-Za-z]{2,})[- ](?:h|hours?|hrs?|years?|y|yr|days?)\b", unit)
    pair = words(f"{spent[1]} hours") if spent and counts_things(spent[1]) else frozenset()
    return words(" ".join(found)) | pair


def listed_words(text: str) -> frozenset[str]:
    """The words, and the pairs written with `~`, of a list of words."""
    return frozenset(re.findall(rf"{WORD}(?:~{WORD})*", text.lower()))


@lru_cache(maxsize=2048)
def parameters_of(function: Callable) -> tuple[inspect.Parameter, ...]:
    """The parameters of a function of the model."""
    return tuple(inspect.signature(function).parameters.values())


@lru_cache(maxsize=2048)
def function_of(dotted: str, where: str) -> Callable:
    """A function of a room of quantities, as `room.function`. Raises ValueError if the room does not have it."""
    room, _, quantity = dotted.partition(".")
    try:
        return getattr(importlib.import_module(f"earth_or_orbit.quantities.{room}"), quantity)
    except (ImportError, AttributeError) as error:
        raise ValueError(f"{where}: {dotted!r} is not a function of the model") from error
