"""Which notebook runs with which parameters: notebooks × pairs, everything checked before a kernel starts."""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from earth_or_orbit.batch.declarations import read_parameters
from earth_or_orbit.batch.parameters import Parameter, ParameterError, Range, nearest, offered
from earth_or_orbit.batch.values import check_value, not_offered, parse_text, split_setting

PAIR_NAMES = ("site", "concept")
Choices = Mapping[str, Callable[[], Iterable[str]] | Iterable[str]]
FILE_NAME = re.compile(r"^[\w][\w.-]*$")


@dataclass(frozen=True, eq=False)
class Run:
    """One notebook with one set of parameters. `given` is injected; `resolved` is given over the defaults."""

    notebook: Path
    given: Mapping[str, Any] = field(default_factory=dict)
    resolved: Mapping[str, Any] = field(default_factory=dict)
    output_name: str = ""

    @property
    def name(self) -> str:
        """The notebook's name: its file's stem."""
        return self.notebook.stem

    @property
    def pair(self) -> str:
        """`site × concept`, or the part of it that the notebook declares; empty if it declares neither."""
        words = [str(self.resolved[name]) for name in PAIR_NAMES if name in self.resolved]
        if words and self.output_name.endswith(f"__{self.resolved.get('case')}"):
            words[-1] += f" ({self.resolved['case']})"
        return " × ".join(words)

    @property
    def label(self) -> str:
        """Notebook and pair, as progress and reports print them."""
        return f"{self.name}  {self.pair}".strip()


def plan_runs(
    notebook_paths: Sequence[Path | str],
    pairs: Sequence[tuple[str, str]] | None = None,
    case: str | None = None,
    parameters: Sequence[str] | Mapping[str, Any] | None = None,
    choices: Choices | None = None,
    ranges: Mapping[str, tuple[float | None, float | None]] | None = None,
) -> list[Run]:
    """The runs of these notebooks over these pairs, in order, without repeats.

    pairs: (site, concept) names; each goes to the notebooks that declare `site` or `concept`, so one that declares
        neither runs once, one that declares only the site once per site. None or empty: the notebooks' defaults.
    case: goes to the notebooks that declare it.
    parameters: `name=value` texts, or a mapping; every notebook must declare every name.
    choices: for `site`, `concept`, `case` or any other name, the allowed values or a function that returns them.
    ranges: allowed (low, high) by parameter name, beside what the notebooks declare; None is no limit.

    Raises ParameterError, one line, for anything that is unknown, of the wrong type, out of range or not a choice.
    """
    allowed = {name: _values(values) for name, values in (choices or {}).items()}
    asked = {"case": case} if case is not None else {}
    for site, concept in pairs or []:
        _check_choice("site", site, allowed)
        _check_choice("concept", concept, allowed)
    _check_choice("case", case, allowed)
    runs: dict[tuple[str, str], Run] = {}
    folders: dict[str, Path] = {}
    for path in (Path(path).resolve() for path in notebook_paths):
        declared = _narrowed(read_parameters(path), allowed, ranges or {}, path.stem)
        if folders.setdefault(path.stem, path) != path:
            raise ParameterError(f"two notebooks are named {path.stem!r}: {folders[path.stem]} and {path}")
        settings = _settings(parameters, declared, path.stem)
        for site, concept in pairs or [(None, None)]:
            named = {"site": site, "concept": concept, **asked}
            wanted = {name: value for name, value in named.items() if name in declared and value is not None}
            for name, value in wanted.items():
                check_value(declared[name], value, f"{path.stem}: {name}")
            run = _run(path, declared, wanted | settings)
            runs.setdefault((path.stem, run.output_name), run)
    return list(runs.values())


def _values(values: Callable[[], Iterable[str]] | Iterable[str]) -> tuple[str, ...]:
    return tuple(values() if callable(values) else values)


def _check_choice(name: str, value: Any, allowed: Mapping[str, tuple[str, ...]]) -> None:
    """Pairs are checked even where no selected notebook declares them: a misspelt site is never passed over."""
    if value is not None and name in allowed and value not in allowed[name]:
        raise ParameterError(f"{name}: {not_offered(value, allowed[name])}")


def _narrowed(
    declared: dict[str, Parameter],
    allowed: Mapping[str, tuple[str, ...]],
    ranges: Mapping[str, tuple[float | None, float | None]],
    notebook: str,
) -> dict[str, Parameter]:
    """The declarations with the caller's choices and ranges added, their defaults checked against both."""
    for name, parameter in declared.items():
        if name in allowed and not parameter.choices:
            parameter = replace(parameter, choices=allowed[name])
        if name in ranges and parameter.element_type in ("int", "float"):
            low, high = ranges[name]
            span = Range(-math.inf if _open(low) else float(low), math.inf if _open(high) else float(high))
            parameter = replace(parameter, ranges=(*parameter.ranges, span))
        check_value(parameter, parameter.default, f"{notebook}: default of {name}")
        declared[name] = parameter
    return declared


def _open(limit: float | None) -> bool:
    return limit is None or (isinstance(limit, float) and math.isnan(limit))


def _settings(
    parameters: Sequence[str] | Mapping[str, Any] | None, declared: Mapping[str, Parameter], notebook: str
) -> dict[str, Any]:
    """The values set by name, each parsed with the type that this notebook declares for it."""
    texts = parameters.items() if isinstance(parameters, Mapping) else map(split_setting, parameters or [])
    settings: dict[str, Any] = {}
    for name, value in texts:
        if name not in declared:
            known = f"; it declares: {offered(list(declared))}" if declared else "; it declares none"
            raise ParameterError(f"{notebook} has no parameter {name!r}{nearest(name, list(declared))}{known}")
        if name in settings:
            raise ParameterError(f"{notebook}: {name} is set twice")
        where = f"{notebook}: {name}"
        parse = parse_text if isinstance(value, str) else check_value
        settings[name] = parse(declared[name], value, where)
    return settings


def _run(path: Path, declared: Mapping[str, Parameter], given: dict[str, Any]) -> Run:
    """The run, with the name of its output: site and concept, the notebook's own name where it declares neither."""
    resolved = {name: given.get(name, parameter.default) for name, parameter in declared.items()}
    words = [str(resolved[name]) for name in PAIR_NAMES if name in declared]
    if "case" in declared and resolved["case"] != declared["case"].default:
        words = [*(words or [path.stem]), str(resolved["case"])]
    for word in words:
        if not FILE_NAME.match(word):
            raise ParameterError(f"{path.stem}: {word!r} cannot name a file; use letters, digits, '_', '-' and '.'")
    return Run(path, given, resolved, "__".join(words) or path.stem)
