"""Quantities that a row leads to in several steps: the energy of a power and a time, then the water of that energy.

`steps.csv` says by which function of the model a parameter may be found where a row does not state it. A candidate with
such a parameter is joined to the function; what the joined one needs are the inputs of both. Nothing is filled in that
a table does not name, and every input of a row must still find its place.
"""

import inspect
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from earth_or_orbit.published.rules import TABLES, Candidate, function_of, parameters_of, read_table

# What two steps of one way may share, since it is one condition of both; anything else would be counted twice.
SHARED = frozenset({"powered_hours_per_year", "capacity_factor_frac"})
LONGEST_WAY = 4  # structure: steps of one way, one more finds no other row of those made up


@dataclass(frozen=True)
class Step:
    """One line of steps.csv: a function that gives a parameter, and whether what it gives is the amount of one year."""

    topic: str
    parameter: str
    function: Callable
    when_absent: tuple[tuple[str, str], ...]
    yearly: bool

    @property
    def needs(self) -> tuple[inspect.Parameter, ...]:
        """The parameters of the step's function."""
        return parameters_of(self.function)


@lru_cache(maxsize=4)
def read_steps(folder: Path = TABLES) -> dict[str, list[Step]]:
    """The steps of each topic. Raises ValueError for a function that the room does not have."""
    path = folder / "steps.csv"
    if not path.is_file():
        return {}
    found: dict[str, list[Step]] = defaultdict(list)
    columns = ("topic", "parameter", "room", "quantity", "when_absent", "yearly")
    for number, row in enumerate(read_table(path, columns), start=2):
        function = function_of(f"{row['room']}.{row['quantity']}", f"{path}, row {number}, column quantity")
        absent = tuple(tuple(part.split("=")) for part in row["when_absent"].split(";") if part)
        for topic in row["topic"].split(";"):
            found[topic].append(Step(topic, row["parameter"], function, absent, row["yearly"] == "yes"))
    return found


def with_steps(candidates: list[Candidate], steps: list[Step]) -> list[Candidate]:
    """The candidates as they are, and joined to every way of steps that gives one or more of their parameters."""
    by_parameter: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        by_parameter[step.parameter].append(step)
    return [joined for candidate in candidates for joined in _ways(candidate, by_parameter, LONGEST_WAY, frozenset())]


def _ways(
    candidate: Candidate, steps: dict[str, list[Step]], left: int, done: frozenset[str], first: int = 0
) -> Iterator[Candidate]:
    """The candidate, then each of its parameters from `first` on replaced by the needs of a step, and so on.

    A parameter once replaced does not come back, and those before it are left as they are: each way comes once.
    """
    yield candidate
    if not left:
        return
    for place in range(first, len(candidate.parameters)):
        parameter = candidate.parameters[place]
        for step in steps.get(parameter, ()):
            names = {need.name for need in step.needs}
            others = frozenset(candidate.parameters) - {parameter} - SHARED
            if parameter in done or names & (done | others) or parameter in names:
                continue
            yield from _ways(_join(candidate, step), steps, left - 1, done | {parameter}, place)


def _join(candidate: Candidate, step: Step) -> Candidate:
    own = [name for name in candidate.parameters if name != step.parameter]
    place = candidate.parameters.index(step.parameter)
    added = [need.name for need in step.needs if need.name not in own]
    required = [name for name in candidate.required if name != step.parameter]
    required += [n.name for n in step.needs if n.default is inspect.Parameter.empty and n.name not in required]
    absent = {name: text for name, text in candidate.when_absent.items() if name != step.parameter}
    return replace(
        candidate,
        function=_joined(candidate.function, step, frozenset(own)),
        parameters=(*own[:place], *added, *own[place:]),
        required=tuple(required),
        when_absent={**dict(step.when_absent), **absent},
        steps=candidate.steps + 1,
        yearly=candidate.yearly != step.yearly,
    )


def _joined(outer: Callable, step: Step, own: frozenset[str]) -> Callable:
    needs = frozenset(need.name for need in step.needs)

    def joined(**arguments: float) -> float:
        inner = step.function(**{name: value for name, value in arguments.items() if name in needs})
        rest = {name: value for name, value in arguments.items() if name in own}
        return outer(**rest, **{step.parameter: inner})

    return joined
