"""A value for a declared parameter: parsed with the declared type, then checked, before any kernel starts."""

import ast
import math
import re
from collections.abc import Sequence
from typing import Any

from earth_or_orbit.batch.parameters import NUMBERS, Parameter, ParameterError, nearest, offered

NUMBER = re.compile(r"^(?P<number>[+-]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)\s*(?P<unit>[A-Za-z%°$µ].*)?$")
NOT_FINITE = re.compile(r"^[+-]?(nan|inf|infinity)$", re.IGNORECASE)
TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
SPOKEN = {"int": "a whole number", "float": "a number", "bool": "true or false", "str": "text"}


def unit_text(unit: str) -> str:
    """A declared unit as conversion reads it: a name's ending (`usd_per_kg`, `mw`) becomes `USD/kg`, `MW`."""
    from earth_or_orbit import units

    try:
        return units.unit_of_name(f"value_{unit}") if unit == unit.lower() else unit
    except units.UnitError:
        return unit


def split_setting(text: str) -> tuple[str, str]:
    """`name=value` as name and value. Raises ParameterError if there is no name or no equals sign."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise ParameterError(f"parameter {text!r}: write name=value")
    return name.strip(), value.strip()


def parse_text(parameter: Parameter, text: str, where: str) -> Any:
    """The value that a text gives this parameter, of its declared type and in its declared unit, checked.

    A number may carry a unit that fits the declared one (`100 MW` for [kw] is 100000.0). A list is written `a, b` or
    `["a", "b"]`. Raises ParameterError: one line with `where`, the text, and what is allowed.
    """
    if parameter.may_be_none and text.strip().lower() in ("", "none"):
        return None
    if parameter.type.startswith("list"):
        return check_value(parameter, [_parse_scalar(parameter, part, where) for part in _split(text)], where)
    return check_value(parameter, _parse_scalar(parameter, text, where), where)


def _split(text: str) -> list[Any]:
    """The entries of a list: literals if it is written in square brackets, else the texts between commas."""
    text = text.strip()
    if text.startswith("["):
        try:
            entries = ast.literal_eval(text)
        except (ValueError, SyntaxError):
            entries = text.strip("[]").split(",")
        return [entry.strip() if isinstance(entry, str) else entry for entry in entries]
    return [part.strip() for part in text.split(",")] if text else []


def _parse_scalar(parameter: Parameter, text: Any, where: str) -> Any:
    """One value of the declared type, before its range is checked."""
    kind = parameter.element_type
    if not isinstance(text, str):
        return text
    if kind in ("str", None):
        return text
    if kind == "bool":
        if text.lower() not in TRUTHS:
            raise ParameterError(f"{where}: {text!r} is not true or false")
        return TRUTHS[text.lower()]
    if NOT_FINITE.match(text.strip()):
        raise ParameterError(f"{where}: {text!r} is not a finite number{_allowed(parameter)}")
    match = NUMBER.match(text.strip())
    if not match:
        raise ParameterError(f"{where}: {text!r} is not {SPOKEN[kind]}{_in_unit(parameter)}{_allowed(parameter)}")
    value: float = float(match["number"])
    if match["unit"]:
        value = _converted(parameter, value, match["unit"].strip(), text, where)
    if kind == "int":
        if not math.isfinite(value) or not value.is_integer():
            raise ParameterError(f"{where}: {text!r} is not a whole number{_in_unit(parameter)}{_allowed(parameter)}")
        return int(match["number"]) if match["number"].lstrip("+-").isdigit() and not match["unit"] else int(value)
    return value


def _converted(parameter: Parameter, value: float, unit: str, text: str, where: str) -> float:
    """The value in the declared unit."""
    if not parameter.unit:
        raise ParameterError(f"{where}: {text!r} has a unit; {parameter.name} is declared without one")
    from earth_or_orbit import units

    try:
        return float(units.convert(value, unit_text(unit), unit_text(parameter.unit)))
    except (units.UnitError, ValueError, KeyError) as error:
        raise ParameterError(f"{where}: {text!r} does not fit [{parameter.unit}] ({error})") from None


def check_value(parameter: Parameter, value: Any, where: str) -> Any:
    """The value if it has the declared type, is finite, in range and among the choices; an int becomes a float where
    a float is declared. Raises ParameterError: one line with `where`, the value, what is allowed, the nearest choice.
    """
    if value is None and parameter.may_be_none:
        return None
    if not parameter.type.startswith("list"):
        return _check_scalar(parameter, value, where)
    if not isinstance(value, list):
        raise ParameterError(f"{where}: {value!r} is {type(value).__name__}, not a list")
    return [_check_scalar(parameter, entry, where) for entry in value]


def _check_scalar(parameter: Parameter, value: Any, where: str) -> Any:
    kind = parameter.element_type
    if hasattr(value, "item") and getattr(value, "ndim", None) == 0:
        value = value.item()  # a numpy scalar from a caller; papermill can only write plain Python values
    if kind is None and type(value).__name__ not in SPOKEN:
        raise ParameterError(f"{where}: {value!r} is {type(value).__name__}; allowed: {', '.join(SPOKEN)}")
    if kind is not None and not _has_type(kind, value):
        raise ParameterError(f"{where}: {value!r} is not {SPOKEN[kind]}{_in_unit(parameter)}{_allowed(parameter)}")
    if kind == "float":
        value = float(value)
    if isinstance(value, float) and not math.isfinite(value):
        raise ParameterError(f"{where}: {value!r} is not a finite number{_allowed(parameter)}")
    for span in parameter.ranges:
        if not span.contains(value):
            raise ParameterError(f"{where}: {value:g}{_in_unit(parameter)} is out of range; allowed: {span}")
    if parameter.choices and value not in parameter.choices:
        raise ParameterError(f"{where}: {not_offered(value, parameter.choices)}")
    return value


def not_offered(value: Any, choices: Sequence[Any]) -> str:
    """`'x' is not one of: a, b; nearest: 'a'`."""
    return f"{value!r} is not one of: {offered(choices)}{nearest(str(value), [str(choice) for choice in choices])}"


def _has_type(kind: str, value: Any) -> bool:
    if kind in NUMBERS and isinstance(value, bool):
        return False
    return isinstance(value, {"str": str, "int": int, "float": (int, float), "bool": bool}[kind])


def _in_unit(parameter: Parameter) -> str:
    return f" [{parameter.unit}]" if parameter.unit else ""


def _allowed(parameter: Parameter) -> str:
    rules = [str(span) for span in parameter.ranges] + ([offered(parameter.choices)] if parameter.choices else [])
    rules += ["none"] if parameter.may_be_none and rules else []
    return f"; allowed: {' and '.join(rules)}" if rules else ""
