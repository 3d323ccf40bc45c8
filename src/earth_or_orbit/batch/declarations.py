"""What a notebook lets its reader choose: the declarations in its cell tagged `parameters`.

One declaration per line, literals only:

    site: str = "fairwater_wi"  # Campus on the ground
    it_power_average_mw: float = 100.0  # Average power of the computers [mw] (> 0)
    load_frac: float = 0.9  # Share of hours under load [frac] (0..1)
    case: str = "demonstrated"  # Which claims count (one of: demonstrated, promised)

Types: str, int, float, bool, list, list[str], list[int], list[float]; `int | None` and `float | None`, where None leaves to
the subject what it has by itself. The comment says what it is, then the unit in
square brackets (numbers must have one), then at most one rule in round brackets: `(0..1)`, `(0..)`, `(..1)` with both
ends included, `(> 0)`, `(> 0, <= 1)`, or `(one of: a, b)`.
"""

import ast
import io
import json
import math
import re
import tokenize
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from earth_or_orbit.batch.parameters import NUMBERS, Parameter, ParameterError, Range, element_type_of, nearest
from earth_or_orbit.batch.values import check_value, parse_text, unit_text

TAG = "parameters"
TYPES = (
    "str", "int", "float", "bool", "list", "list[str]", "list[int]", "list[float]", "list[bool]", "int | None", "float | None",
)  # fmt: skip

COMMENT = re.compile(r"^(?P<meaning>.*?)\s*(?:\[(?P<unit>[^\[\]]*)\]\s*)?(?:\((?P<rule>[^()]*)\))?$")
SPAN = re.compile(r"^(?P<low>[^\s.]\S*?)?\s*\.\.\s*(?P<high>\S+)?$")
BOUND = re.compile(r"^(?P<sign>>=|<=|>|<)\s*(?P<value>\S+)$")


def read_notebook(path: Path) -> dict[str, Any]:
    """The notebook as plain JSON. Raises ParameterError naming the file if there is none to read."""
    try:
        notebook = json.loads(Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ParameterError(f"{path}: there is no such notebook") from None
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ParameterError(f"{path}: not a readable notebook ({error})") from None
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise ParameterError(f"{path}: not a notebook of format 4 (it has no list of cells)")
    return notebook


def cell_text(cell: Mapping[str, Any]) -> str:
    """The source of a cell as one string (the format also allows a list of lines)."""
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def read_parameters(path: Path) -> dict[str, Parameter]:
    """The parameters that the notebook declares, by name; none if it has no tagged cell.

    Raises ParameterError naming notebook, line and what is allowed: more than one tagged cell, a line that is no
    declaration, an unknown type, a default that breaks its own rule, a number without a unit.
    """
    path = Path(path)
    cells = [
        cell
        for cell in read_notebook(path)["cells"]
        if cell.get("cell_type") == "code" and TAG in cell.get("metadata", {}).get("tags", [])
    ]
    if len(cells) > 1:
        raise ParameterError(f"{path.name}: {len(cells)} cells are tagged {TAG!r}; one is allowed")
    return parse_declarations(cell_text(cells[0]), path.name) if cells else {}


def parse_declarations(source: str, where: str) -> dict[str, Parameter]:
    """The declarations in the text of a parameters cell, by name. Raises ParameterError beginning with `where`."""
    try:
        statements = ast.parse(source).body
        comments = {
            token.start[0]: token.string.lstrip("#").strip()
            for token in tokenize.generate_tokens(io.StringIO(source).readline)
            if token.type == tokenize.COMMENT
        }
    except (SyntaxError, tokenize.TokenError) as error:
        raise ParameterError(f"{where}: the parameters cell is not Python ({error})") from None
    parameters: dict[str, Parameter] = {}
    for statement in statements:
        place = f"{where}, parameters cell, line {statement.lineno}"
        parameter = _declaration(statement, comments.get(statement.lineno, ""), place)
        if parameter.name in parameters:
            raise ParameterError(f"{place}: {parameter.name!r} is declared twice")
        if ";" in source.splitlines()[statement.lineno - 1][: statement.col_offset]:
            raise ParameterError(f"{place}: two declarations on one line; write one per line")
        parameters[parameter.name] = parameter
    return parameters


def _declaration(statement: ast.stmt, comment: str, place: str) -> Parameter:
    """One line of the parameters cell."""
    form = "write `name: type = literal  # what it is [unit]`, one per line"
    if not isinstance(statement, ast.AnnAssign) or not isinstance(statement.target, ast.Name) or not statement.value:
        raise ParameterError(f"{place}: not a declaration; {form}")
    if statement.end_lineno != statement.lineno:
        raise ParameterError(f"{place}: the declaration of {statement.target.id!r} runs over lines; {form}")
    name, kind = statement.target.id, ast.unparse(statement.annotation)
    if kind not in TYPES:
        raise ParameterError(f"{place}: {name} has type {kind!r}; allowed: {', '.join(TYPES)}{nearest(kind, TYPES)}")
    try:
        default = ast.literal_eval(statement.value)
    except ValueError:
        raise ParameterError(f"{place}: the value of {name} is not a literal; {form}") from None
    meaning, unit, ranges, choice_texts = _comment(comment, kind, f"{place}: {name}")
    parameter = Parameter(name, kind, default, meaning, unit, ranges)
    if choice_texts:
        single = Parameter(name, parameter.element_type or "str", None, meaning, unit, ranges)
        choices = tuple(parse_text(single, text, f"{place}: choice of {name}") for text in choice_texts)
        parameter = Parameter(name, kind, default, meaning, unit, ranges, choices)
    _check_unit(parameter, place)
    default = check_value(parameter, default, f"{place}: default of {name}")
    return Parameter(name, kind, default, meaning, unit, ranges, parameter.choices)


def _comment(text: str, kind: str, place: str) -> tuple[str, str | None, tuple[Range, ...], list[str]]:
    """Meaning, unit, range and choices, from `what it is [unit] (rule)`."""
    match = COMMENT.match(text)
    if not match or not match["meaning"].strip():
        raise ParameterError(f"{place} has no readable comment; write `# what it is [unit] (rule)`")
    meaning, unit, rule = match["meaning"].strip(), match["unit"], match["rule"]
    if rule is None:
        return meaning, unit, (), []
    if rule.strip().startswith("one of:"):
        return meaning, unit, (), [word.strip() for word in rule.split(":", 1)[1].split(",")]
    span = parse_range(rule)
    if span is None and unit is None:
        return f"{meaning} ({rule})", unit, (), []
    if span is None:
        raise ParameterError(f"{place} has the rule ({rule}); write (0..1), (> 0), (> 0, <= 1) or (one of: a, b)")
    if element_type_of(kind) not in NUMBERS:
        raise ParameterError(f"{place} is {kind} and has the range ({rule}); only int and float may have one")
    return meaning, unit, (span,), []


def parse_range(rule: str) -> Range | None:
    """`0..1`, `0..`, `..1`, `> 0` or `> 0, <= 1` as a Range; None if the text is not a range."""
    rule = rule.strip()
    try:
        if match := SPAN.match(rule):
            if match["low"] is None and match["high"] is None:
                return None
            return Range(float(match["low"] or -math.inf), float(match["high"] or math.inf))
        found: dict[str, Any] = {}
        for part in rule.split(","):
            if not (match := BOUND.match(part.strip())):
                return None
            end = "low" if match["sign"].startswith(">") else "high"
            found |= {end: float(match["value"]), f"{end}_open": "=" not in match["sign"]}
        return Range(**found)
    except ValueError:
        return None


def _check_unit(parameter: Parameter, place: str) -> None:
    """A number has a unit, and it is the one that its name ends in (if the name ends in one)."""
    if parameter.element_type in NUMBERS and not (parameter.unit or "").strip():
        raise ParameterError(f"{place}: {parameter.name} is a number without a unit; end its comment with one, as [mw]")
    if not parameter.unit or parameter.element_type not in NUMBERS:
        return
    from earth_or_orbit import units

    try:
        named = units.unit_of_name(parameter.name)
    except units.UnitError:
        return
    declared = unit_text(parameter.unit)
    if declared != named and units.printed_unit(declared) != units.printed_unit(named):
        raise ParameterError(f"{place}: {parameter.name} ends in {named} but its comment says [{parameter.unit}]")
