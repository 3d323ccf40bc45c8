"""What a parameter is: its type, unit, range and choices, and the one error for all that does not fit them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

NUMBERS = ("int", "float")
OR_NONE = " | None"


class ParameterError(ValueError):
    """A choice that a notebook does not offer, or a declaration that cannot be read. One line for the user."""


@dataclass(frozen=True)
class Range:
    """The values that a number may have: from low to high, each end included unless it is open."""

    low: float = -math.inf
    high: float = math.inf
    low_open: bool = False
    high_open: bool = False

    def contains(self, value: float) -> bool:
        """Whether the value lies inside."""
        above = value > self.low if self.low_open else value >= self.low
        below = value < self.high if self.high_open else value <= self.high
        return above and below

    def __str__(self) -> str:
        if math.isfinite(self.low) and math.isfinite(self.high) and not (self.low_open or self.high_open):
            return f"{self.low:g} to {self.high:g}"
        ends = []
        if math.isfinite(self.low):
            ends.append(f"{'above' if self.low_open else 'at least'} {self.low:g}")
        if math.isfinite(self.high):
            ends.append(f"{'below' if self.high_open else 'at most'} {self.high:g}")
        return " and ".join(ends) or "any finite number"


@dataclass(frozen=True)
class Parameter:
    """One declaration: `name: type = default  # meaning [unit] (rule)`."""

    name: str
    type: str
    default: Any
    meaning: str
    unit: str | None = None
    ranges: tuple[Range, ...] = ()
    choices: tuple[Any, ...] = ()

    @property
    def element_type(self) -> str | None:
        """Type of each value: the type itself, or what stands inside list[…] or before `| None`; None for a plain list."""
        return element_type_of(self.type)

    @property
    def may_be_none(self) -> bool:
        """Whether None is a value: whatever the notebook's subject has by itself."""
        return self.type.endswith(OR_NONE)


def element_type_of(kind: str) -> str | None:
    """The type of each value of a declared type."""
    if kind == "list":
        return None
    return kind[5:-1] if kind.startswith("list[") else kind.removesuffix(OR_NONE)


def nearest(name: str, known: Sequence[str]) -> str:
    """`; nearest: 'x'` for the known name most like the one given, or nothing if none is like it."""
    close = get_close_matches(name.lower(), [word.lower() for word in known], n=1, cutoff=0.5)
    match = next((word for word in known if close and word.lower() == close[0]), None)
    return f"; nearest: {match!r}" if match else ""


def offered(known: Sequence[Any]) -> str:
    """The allowed names as a list that fits on a line."""
    words = [str(word) for word in known]
    return ", ".join(words[:12]) + (f" … ({len(words)} in all)" if len(words) > 12 else "")
