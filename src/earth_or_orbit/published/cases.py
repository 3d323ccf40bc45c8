"""A file of published cases, read row by row and refused with one clear line where a row is malformed."""

import csv
import json
import math
import re
from dataclasses import dataclass
from pathlib import Path

from earth_or_orbit.units import UnitError, convert_difference

COLUMNS = ("id", "topic", "inputs", "output_quantity", "expected_value", "unit", "tolerance_suggested")
BASES = ("printed", "derived", "identity")
UNSTATED = "unstated"
_ALLOWED = {
    "topic": "a topic such as orbit",
    "inputs": 'allowed: a JSON object of named inputs such as {"alt_km": 650}, each finite and named once',
    "output_quantity": "what the value is, in words",
    "expected_value": "allowed: a finite number",
    "unit": "allowed: a unit such as USD/kW/y, or - for a pure number",
    "tolerance_suggested": "allowed: a percentage (2%), or a number in a unit that fits the row's (0.1 deg, 1 ms)",
}


class PublishedCaseError(ValueError):
    """A file of published cases that cannot be read: the file, row, column, value and what is allowed."""


@dataclass(frozen=True)
class Case:
    """One row of a file of published cases."""

    id: str
    topic: str
    inputs: dict
    label: str
    expected: float
    unit: str
    tolerance: str
    tolerance_in_unit: float
    basis: str
    known_error: str
    explanation: str


def read_cases(path: Path) -> list[Case]:
    """The cases of a file. Raises PublishedCaseError naming file, row, column, value and what is allowed."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            for column in COLUMNS:
                if column not in (reader.fieldnames or []):
                    raise PublishedCaseError(f"{path}: column {column!r} is missing; needed are {', '.join(COLUMNS)}")
            cases = [_case(f"{path}, row {reader.line_num}", row) for row in reader]
    except FileNotFoundError as error:
        raise PublishedCaseError(f"{path}: no such file") from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise PublishedCaseError(f"{path}: cannot be read as CSV in UTF-8 ({error})") from error
    if not cases:
        raise PublishedCaseError(f"{path}: holds no cases; at least one row is needed below the header")
    return cases


def _case(where: str, row: dict) -> Case:
    if None in row or None in row.values():
        raise PublishedCaseError(f"{where}: has another number of cells than the header")
    cells = {key: value.strip() for key, value in row.items()}
    for column in COLUMNS[1:]:
        if not cells[column]:
            raise PublishedCaseError(f"{where}, column {column}: is empty; {_ALLOWED[column]}")
    expected = finite(cells["expected_value"])
    if expected is None:
        raise _refusal(where, "expected_value", cells)
    basis = cells.get("basis", "") or UNSTATED
    if basis not in (*BASES, UNSTATED):
        raise PublishedCaseError(f"{where}, column basis: {basis!r}; allowed: {', '.join(BASES)}")
    return Case(
        id=cells["id"],
        topic=cells["topic"],
        inputs=_inputs(where, cells),
        label=cells["output_quantity"],
        expected=expected,
        unit=cells["unit"],
        tolerance=cells["tolerance_suggested"],
        tolerance_in_unit=_tolerance(where, cells, expected),
        basis=basis,
        known_error=cells.get("known_error", ""),
        explanation=cells.get("explanation", ""),
    )


def _refusal(where: str, column: str, cells: dict[str, str]) -> PublishedCaseError:
    return PublishedCaseError(f"{where}, column {column}: {cells[column]!r}; {_ALLOWED[column]}")


def finite(text: str) -> float | None:
    """The number that a text is, or None if it is none or not finite."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _inputs(where: str, cells: dict[str, str]) -> dict:
    def once(pairs: list[tuple[str, object]]) -> dict:
        if len({name for name, _ in pairs}) != len(pairs):
            raise ValueError("a name is repeated")
        return dict(pairs)

    def refuse(constant: str) -> float:
        raise ValueError(f"{constant} is no number")

    try:
        inputs = json.loads(cells["inputs"], object_pairs_hook=once, parse_constant=refuse)
    except ValueError as error:
        raise _refusal(where, "inputs", cells) from error
    if not isinstance(inputs, dict) or not inputs:
        raise _refusal(where, "inputs", cells)
    each = [item for value in inputs.values() for item in (value if isinstance(value, list) else [value])]
    if None in each or any(isinstance(item, float) and not math.isfinite(item) for item in each):
        raise _refusal(where, "inputs", cells)
    return inputs


def _tolerance(where: str, cells: dict[str, str], expected: float) -> float:
    """The tolerance as a number in the row's own unit."""
    match = re.fullmatch(r"[±\s]*(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)\s*(.*)", cells["tolerance_suggested"])
    if match is None:
        raise _refusal(where, "tolerance_suggested", cells)
    size, unit = float(match[1]), match[2].strip()
    if unit == "%":
        return size / 100 * abs(expected)
    if unit in ("", cells["unit"]):
        return size
    try:
        return convert_difference(size, unit, cells["unit"])
    except UnitError as error:
        raise _refusal(where, "tolerance_suggested", cells) from error
