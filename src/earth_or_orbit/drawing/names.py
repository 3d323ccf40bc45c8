"""Display names, fixed colours and shown units, from names_and_colours.yml. What has no entry is not drawn."""

import difflib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from earth_or_orbit import units

FILE = Path(__file__).with_name("names_and_colours.yml")


class DrawingError(ValueError):
    """A table or a name that cannot be drawn."""


class _OnceLoader(yaml.SafeLoader):
    """Plain YAML, and no key twice in one mapping: the second would hide the first."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = next((key for key in keys if keys.count(key) > 1), None)
        if twice is not None:
            raise DrawingError(f"{FILE.name}: {twice!r} stands twice")
        return super().construct_mapping(node, deep)


@lru_cache(maxsize=1)
def _entries() -> dict[str, dict[str, dict[str, str]]]:
    return yaml.load(FILE.read_text(encoding="utf-8"), Loader=_OnceLoader)


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


def check_known(section: str, keys: Iterable[str]) -> None:
    """Raises DrawingError at the first thing that has no entry, before anything is drawn."""
    for key in dict.fromkeys(keys):
        entry(section, key)


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


SPELT = {"it": "IT", "leo": "LEO", "sso": "SSO", "pm25": "PM2.5", "nox": "NOx", "co2": "CO₂", "usd": "dollar"}


def words_of(quantity: str) -> str:
    """A quantity's name in words, without the unit that it ends in: `bus_specific_power_w_per_kg`, bus specific power."""
    words = quantity.partition("__")[0].split("_")
    while len(words) > 1 and (words[-1] in units.TOKENS or words[-1] == "per"):
        words.pop()
    return " ".join(SPELT.get(word, word) for word in words)


def pair_name(site: str, concept: str) -> str:
    """A site and a concept beside each other, by their display names."""
    return f"{name_of('sites', site)} and {name_of('concepts', concept)}"
