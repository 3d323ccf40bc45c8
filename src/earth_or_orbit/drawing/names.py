"""Display names, fixed colours and shown units, from names_and_colours.yml. What has no entry is not drawn."""

import difflib
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from earth_or_orbit import units

FILE = Path(__file__).with_name("names_and_colours.yml")


class DrawingError(ValueError):
    """A table or a name that cannot be drawn."""


@lru_cache(maxsize=1)
def _entries() -> dict[str, dict[str, dict[str, str]]]:
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def entry(section: str, key: str) -> dict[str, str]:
    """All that the file says about one thing. Raises DrawingError naming the file, the key and the nearest one."""
    known = _entries()
    if section not in known:
        raise DrawingError(f"{FILE.name} has no section {section!r}; it has {', '.join(known)}")
    if key not in known[section]:
        close = difflib.get_close_matches(str(key), list(known[section]), n=1, cutoff=0.5)
        hint = f"; did you mean {close[0]!r}?" if close else f"; it has {', '.join(known[section])}"
        raise DrawingError(f"{FILE.name}: {section} has no entry {key!r}{hint}")
    return known[section][key]


def name_of(section: str, key: str) -> str:
    """The display name of a thing."""
    return _field(section, key, "name")


def colour_of(section: str, key: str) -> str:
    """The colour that a thing always has."""
    return _field(section, key, "colour")


def keys_of(section: str) -> list[str]:
    """Everything that a section names, in the order in which it is drawn."""
    return list(_entries()[section])


def _field(section: str, key: str, field: str) -> str:
    found = entry(section, key)
    if field not in found:
        raise DrawingError(f"{FILE.name}: {section}.{key} has no {field}")
    return found[field]


def line_unit(line: str) -> str:
    """The unit in which a ledger line is shown."""
    return _field("lines", line, "unit")


def better(line: str) -> str:
    """Which way a ledger line is read: lower, higher or neither."""
    return _field("lines", line, "better")


def shown(line: str, value: Any) -> Any:
    """A ledger line's value in the unit in which it is shown. Arrays keep their shape."""
    found = entry("lines", line)
    return units.convert(value, units.unit_of_name(line), found.get("as", found["unit"]))


def label_with_unit(line: str) -> str:
    """Name and unit of a ledger line, for an axis."""
    return f"{name_of('lines', line)} [{line_unit(line)}]"
