"""Facts: reads `data/`, refuses a malformed row, and states each number in its quantity's unit.

A row keeps its published number and unit; conversion happens here and nowhere else. An error names file, row, column,
value and what is allowed.
"""

import csv
import difflib
import io
import math
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from earth_or_orbit import units

COLUMNS = (
    "subject", "quantity", "low", "central", "high", "shape", "text_value", "unit", "dollar_year", "valid_year",
    "kind", "source_id", "locator", "note",
)  # fmt: skip
KINDS = ("measured", "regulatory", "published", "vendor", "derived-by-source", "brief", "judgement")
SHAPES = ("point", "range", "triangular", "normal", "lognormal")
SOURCE_KINDS = (
    "operator", "regulator", "press", "paper", "dataset", "model", "reference", "brief", "judgement",
)  # fmt: skip
SOURCE_COLUMNS = ("id", "title", "publisher", "author", "published", "accessed", "url", "licence", "kind")


class FactError(ValueError):
    """A row of `data/` that cannot be used."""


@dataclass(frozen=True, slots=True)
class Source:
    """One row of `sources.csv`."""

    id: str
    title: str
    publisher: str
    author: str
    published: str
    accessed: str
    url: str
    licence: str
    kind: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """One row of `quantities.csv`: the unit and the allowed range of a name."""

    name: str
    unit: str
    meaning: str
    allowed_low: float
    allowed_high: float
    room: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One published number, or text, with its source; `low`, `central`, `high` are in the published unit."""

    subject: str
    quantity: str
    low: float | None
    central: float | None
    high: float | None
    shape: str
    text_value: str
    unit: str
    dollar_year: int | None
    valid_year: int | None
    kind: str
    source_id: str
    locator: str
    note: str
    file: str
    row: int

    @property
    def is_text(self) -> bool:
        """Whether the row holds words instead of a number."""
        return self.central is None

    @property
    def place(self) -> str:
        """File and row, for messages."""
        return f"{self.file} row {self.row}"


@dataclass(frozen=True)
class Data:
    """Everything under `data/` that the model reads."""

    root: Path
    facts: tuple[Fact, ...]
    sources: dict[str, Source]
    quantities: dict[str, Quantity]
    price_index: dict[int, float]

    def rows(self, subject: str, quantity: str | None = None) -> list[Fact]:
        """Facts of one subject, in file order; of one quantity if it is named."""
        return [f for f in self._by_subject.get(subject, ()) if quantity is None or f.quantity == quantity]

    @property
    def subjects(self) -> list[str]:
        """Every subject that has a fact."""
        return list(self._by_subject)

    @cached_property
    def _by_subject(self) -> dict[str, list[Fact]]:
        grouped: dict[str, list[Fact]] = {}
        for fact in self.facts:
            grouped.setdefault(fact.subject, []).append(fact)
        return grouped

    def quantity(self, name: str) -> Quantity:
        """The row of a quantity's name; raises FactError with the nearest name."""
        if name not in self.quantities:
            raise FactError(f"quantity {name!r} is not known{nearest(name, self.quantities)}")
        return self.quantities[name]

    def in_quantity_unit(self, fact: Fact, value: float, dollar_year: int) -> float:
        """A published value of the fact in its quantity's unit and, if it is money, in dollars of the year asked."""
        converted = units.convert(value, fact.unit, self.quantities[fact.quantity].unit)
        if fact.dollar_year is None:
            return converted
        return converted * self.price_ratio(fact.dollar_year, dollar_year)

    def price_ratio(self, from_year: int, to_year: int) -> float:
        """What a dollar of one year is worth in dollars of another; a year without an index is an error."""
        for year in (from_year, to_year):
            if year not in self.price_index:
                known = f"{min(self.price_index)} to {max(self.price_index)}"
                raise FactError(f"data/series/price_index.csv has no index for {year}; it has {known}")
        return self.price_index[to_year] / self.price_index[from_year]


def nearest(name: str, known: object) -> str:
    """`; did you mean 'x'?` for the known name closest to the one given, or nothing."""
    match = difflib.get_close_matches(str(name), [str(k) for k in known], n=1, cutoff=0.5)
    return f"; did you mean {match[0]!r}?" if match else ""


def root_folder() -> Path:
    """The folder that holds `data/` and `scenarios/`: EARTH_OR_ORBIT_ROOT if set, else the project's own."""
    chosen = os.environ.get("EARTH_OR_ORBIT_ROOT")
    root = Path(chosen).expanduser() if chosen else Path(__file__).resolve().parents[2]
    if not (root / "data" / "facts").is_dir():
        asked = "EARTH_OR_ORBIT_ROOT" if chosen else "the project's folder"
        raise FactError(f"{root}: no data/facts here; {asked} must hold data/ and scenarios/")
    return root


def load(root: Path | None = None) -> Data:
    """Reads and checks `data/`. Raises FactError at the first row that cannot be used."""
    folder = (root or root_folder()).resolve()
    return _load(folder, _fingerprint(folder))


@lru_cache(maxsize=4)
def _load(root: Path, fingerprint: tuple) -> Data:
    data = root / "data"
    sources = _read_sources(data / "sources.csv")
    quantities = _read_quantities(data / "quantities.csv")
    facts = tuple(f for path in sorted((data / "facts").glob("*.csv")) for f in _read_facts(path, sources, quantities))
    _refuse_repeats(facts)
    return Data(root, facts, sources, quantities, _read_price_index(data / "series" / "price_index.csv"))


def _fingerprint(root: Path) -> tuple:
    """Names, sizes and times of the files read, so that a change is seen within one process."""
    paths = [*sorted((root / "data").glob("*.csv")), *sorted((root / "data").glob("*/*.csv"))]
    return tuple((str(p), p.stat().st_mtime_ns, p.stat().st_size) for p in paths)


def _table(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a table with their line in the file as a spreadsheet counts records (the header is row 1)."""
    if not path.is_file():
        raise FactError(f"{_name(path)}: file is missing")
    with io.StringIO(_text(path), newline="") as handle:
        reader = csv.DictReader(handle)
        if tuple(reader.fieldnames or ()) != columns:
            found = ", ".join(reader.fieldnames or ["none"])
            raise FactError(f"{_name(path)} row 1: columns are {found}; they must be {', '.join(columns)}")
        for number, row in enumerate(reader, start=2):
            if None in row or None in row.values():
                raise FactError(f"{_name(path)} row {number}: has not {len(columns)} cells; check commas and quotes")
            yield number, {k: v.strip() for k, v in row.items()}


def _text(path: Path) -> str:
    """A file's text; a mark that spreadsheets put in front is dropped. Raises FactError if it is not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FactError(f"{_name(path)}: byte {error.start + 1} is not UTF-8; save the file as UTF-8 text") from None


def _name(path: Path) -> str:
    parts = path.parts
    return "/".join(parts[parts.index("data") :]) if "data" in parts else path.name


def _refuse(place: str, column: str, value: object, allowed: str) -> None:
    raise FactError(f"{place}, column {column}: {value!r} is not allowed; {allowed}")


def _read_sources(path: Path) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for number, row in _table(path, SOURCE_COLUMNS):
        if not row["id"] or row["id"] in sources:
            _refuse(f"{_name(path)} row {number}", "id", row["id"], "an id is needed, once only")
        _known(f"{_name(path)} row {number}", "kind", row["kind"], SOURCE_KINDS)
        sources[row["id"]] = Source(**row)
    return sources


def _read_quantities(path: Path) -> dict[str, Quantity]:
    columns = ("quantity", "unit", "meaning", "allowed_low", "allowed_high", "room")
    quantities: dict[str, Quantity] = {}
    for number, row in _table(path, columns):
        place = f"{_name(path)} row {number}"
        if not row["quantity"] or row["quantity"] in quantities:
            _refuse(place, "quantity", row["quantity"], "a name is needed, once only")
        if row["unit"] and not units.known(row["unit"]):
            _refuse(place, "unit", row["unit"], "a unit that can be converted is needed")
        low = _number(place, "allowed_low", row["allowed_low"]) if row["allowed_low"] else -math.inf
        high = _number(place, "allowed_high", row["allowed_high"]) if row["allowed_high"] else math.inf
        if low > high:
            _refuse(place, "allowed_low", row["allowed_low"], f"it must not exceed allowed_high, {high:g}")
        quantities[row["quantity"]] = Quantity(row["quantity"], row["unit"], row["meaning"], low, high, row["room"])
    return quantities


def _number(place: str, column: str, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        _refuse(place, column, text, "a number is needed")
    if not math.isfinite(value):
        _refuse(place, column, text, "a finite number is needed")
    return value


def _year(place: str, column: str, text: str) -> int | None:
    if not text:
        return None
    if not (text.isdigit() and 1900 <= int(text) <= 2100):
        _refuse(place, column, text, "a year from 1900 to 2100 is needed")
    return int(text)


def _known(place: str, column: str, value: str, known: object) -> None:
    if value not in known:
        listed = f"one of {', '.join(known)}" if len(known) < 12 else "a name in its table"
        _refuse(place, column, value, f"{listed} is needed{nearest(value, known)}")


def _read_facts(path: Path, sources: dict[str, Source], quantities: dict[str, Quantity]) -> Iterator[Fact]:
    for number, row in _table(path, COLUMNS):
        place = f"{_name(path)} row {number}"
        for column in ("subject", "quantity", "kind", "source_id"):
            if not row[column]:
                _refuse(place, column, row[column], "it must not be empty")
        _known(place, "quantity", row["quantity"], quantities)
        _known(place, "kind", row["kind"], KINDS)
        _known(place, "source_id", row["source_id"], sources)
        if row["kind"] != "judgement" and not row["locator"]:
            _refuse(place, "locator", "", "say where in the source the value stands")
        low, central, high = (_number(place, c, row[c]) if row[c] else None for c in ("low", "central", "high"))
        fact = Fact(
            row["subject"], row["quantity"], low, central, high, row["shape"], row["text_value"], row["unit"],
            _year(place, "dollar_year", row["dollar_year"]), _year(place, "valid_year", row["valid_year"]),
            row["kind"], row["source_id"], row["locator"], row["note"], _name(path), number,
        )  # fmt: skip
        _check_value(place, fact, quantities[fact.quantity])
        yield fact


def _check_value(place: str, fact: Fact, quantity: Quantity) -> None:
    if fact.is_text:
        if not fact.text_value or fact.low is not None or fact.high is not None:
            _refuse(place, "central", "", "a row holds a central number, or words in text_value and no numbers")
        if quantity.unit:
            _refuse(place, "text_value", fact.text_value, f"{quantity.name} is a number in {quantity.unit}")
        return
    if fact.text_value:
        _refuse(place, "text_value", fact.text_value, "a row holds a number or words, not both")
    if not quantity.unit:
        _refuse(place, "central", fact.central, f"{quantity.name} is words; use text_value")
    _known(place, "shape", fact.shape, SHAPES)
    if (fact.low is None) != (fact.high is None):
        _refuse(place, "low", fact.low, "give low and high together, or neither")
    if fact.low is not None and not fact.low <= fact.central <= fact.high:
        _refuse(place, "central", fact.central, f"low <= central <= high is needed, not {fact.low:g}, {fact.high:g}")
    if not units.known(fact.unit) or not units.compatible(fact.unit, quantity.unit):
        _refuse(place, "unit", fact.unit, f"{quantity.name} needs a unit that converts to {quantity.unit}")
    if ("USD" in quantity.unit) != (fact.dollar_year is not None):
        _refuse(place, "dollar_year", fact.dollar_year, "money needs the year of its dollars, and only money has one")
    for column in ("low", "central", "high"):
        published = getattr(fact, column)
        if published is None:
            continue
        value = units.convert(published, fact.unit, quantity.unit)
        if not quantity.allowed_low <= value <= quantity.allowed_high:
            allowed = f"{quantity.allowed_low:g} to {quantity.allowed_high:g} {quantity.unit}"
            _refuse(place, column, f"{published:g} {fact.unit}", f"{quantity.name} is allowed from {allowed}")


def _refuse_repeats(facts: tuple[Fact, ...]) -> None:
    seen: dict[tuple, Fact] = {}
    for fact in facts:
        key = (fact.subject, fact.quantity, fact.source_id, fact.locator, fact.valid_year)
        if key in seen:
            allowed = f"the same subject, quantity, source, locator and valid_year stand in {seen[key].place}"
            _refuse(fact.place, "subject", fact.subject, f"a repeat: {allowed}")
        seen[key] = fact


def _read_price_index(path: Path) -> dict[int, float]:
    if not path.is_file():
        raise FactError(f"{_name(path)}: file is missing")
    rows = list(csv.DictReader(io.StringIO(_text(path), newline="")))
    index: dict[int, float] = {}
    for number, row in enumerate(rows, start=2):
        place = f"{_name(path)} row {number}"
        year = _year(place, "year", (row.get("year") or "").strip())
        if year is None or year in index:
            _refuse(place, "year", row.get("year"), "each year is needed once")
        index[year] = _number(place, "index", (row.get("index") or "").strip())
        if index[year] <= 0:
            _refuse(place, "index", row["index"], "an index above 0 is needed")
    return index


def cities(root: Path | None = None) -> list[dict[str, str | float]]:
    """Rows of `data/series/cities.csv`, latitude_deg and longitude_deg as numbers. Raises FactError outside their ranges."""
    path = (root or root_folder()) / "data" / "series" / "cities.csv"
    if not path.is_file():
        raise FactError(f"{_name(path)}: file is missing")
    rows: list[dict[str, str | float]] = []
    for number, row in enumerate(csv.DictReader(io.StringIO(_text(path), newline="")), start=2):
        place = f"{_name(path)} row {number}"
        for column, most in (("latitude_deg", 90.0), ("longitude_deg", 180.0)):
            row[column] = _number(place, column, (row.get(column) or "").strip())
            if abs(row[column]) > most:
                _refuse(place, column, row[column], f"degrees from {-most:g} to {most:g} are needed")
        rows.append(row)
    if not rows:
        raise FactError(f"{_name(path)}: at least one city is needed")
    return rows
