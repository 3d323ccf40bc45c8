"""Loading refuses a malformed row, naming file, row, column, value and what is allowed."""

import csv
import math
import shutil
from pathlib import Path

import pytest

from earth_or_orbit import facts


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of data/ and scenarios/ that a test may spoil."""
    root = facts.root_folder()
    for name in ("data", "scenarios"):
        shutil.copytree(root / name, tmp_path / name)
    return tmp_path


def spoil(root: Path, column: str, value: str, quantity: str = "campus_land_published_m2") -> None:
    """Writes a value into the first row of sites.csv that holds the quantity."""
    path = root / "data" / "facts" / "sites.csv"
    rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
    next(r for r in rows if r["quantity"] == quantity)[column] = value
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, facts.COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


BAD_CELLS = {
    "unit of the wrong dimension": ("unit", "kWh", "converts to m2"),
    "unknown unit": ("unit", "smoots", "converts to m2"),
    "unknown source": ("source_id", "breif", "did you mean 'brief'"),
    "unknown quantity": ("quantity", "campus_land_publshed_m2", "did you mean 'campus_land_published_m2'"),
    "unknown kind": ("kind", "measurd", "did you mean 'measured'"),
    "unknown shape": ("shape", "triangle", "did you mean 'triangular'"),
    "low above central": ("low", "1e6", "low and high together"),
    "nan": ("central", "nan", "a finite number"),
    "infinity": ("central", "inf", "a finite number"),
    "text for a number": ("central", "many", "a number is needed"),
    "outside the range": ("central", "-3", "is allowed from"),
    "a year with no money": ("dollar_year", "2024", "only money has one"),
    "a bad year": ("valid_year", "20245", "a year from 1900 to 2100"),
    "words beside a number": ("text_value", "about", "not both"),
    "no locator": ("locator", "", "say where in the source"),
}


@pytest.mark.parametrize("name", BAD_CELLS)
def test_a_bad_cell_is_refused_with_its_place(copy: Path, name: str) -> None:
    column, value, allowed = BAD_CELLS[name]
    if name == "no locator":
        spoil(copy, "kind", "published")
    spoil(copy, column, value)
    with pytest.raises(facts.FactError) as error:
        facts.load(copy)
    text = str(error.value)
    assert allowed in text
    assert "data/facts/sites.csv row 2" in text
    assert "\n" not in text


def test_money_without_a_year_is_refused(copy: Path) -> None:
    spoil(copy, "dollar_year", "", "campus_land_price_usd_per_m2")
    with pytest.raises(facts.FactError, match=r"column dollar_year: None .* money needs the year"):
        facts.load(copy)


@pytest.mark.parametrize(("low", "central", "high"), [("2", "1", "3"), ("1", "4", "3"), ("3", "3", "2")])
def test_a_spread_out_of_order_is_refused(copy: Path, low: str, central: str, high: str) -> None:
    for column, value in zip(("low", "central", "high"), (low, central, high), strict=True):
        spoil(copy, column, value)
    with pytest.raises(facts.FactError, match="low <= central <= high"):
        facts.load(copy)


def test_a_repeat_is_refused(copy: Path) -> None:
    path = copy / "data" / "facts" / "sites.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines, lines[1]]), encoding="utf-8")
    with pytest.raises(facts.FactError, match=rf"row {len(lines) + 1}, column subject.*a repeat.*row 2"):
        facts.load(copy)


def test_a_year_without_an_index_is_an_error() -> None:
    data = facts.load()
    with pytest.raises(facts.FactError, match="no index for 1805"):
        data.price_ratio(1805, 2025)


def test_a_dollar_crosses_years_by_the_index_and_back() -> None:
    data = facts.load()
    assert data.price_ratio(2010, 2025) > 1
    assert data.price_ratio(2010, 2025) * data.price_ratio(2025, 2010) == pytest.approx(1, rel=1e-12)


def test_an_acre_is_stated_in_square_metres() -> None:
    data = facts.load()
    fact = next(f for f in data.rows("fairwater_wi_phase1", "campus_land_published_m2") if f.source_id == "brief")
    assert (fact.central, fact.unit) == (325, "acre")
    international_acre_m2 = 0.3048**2 * 43560
    assert data.in_quantity_unit(fact, fact.central, 2025) == pytest.approx(325 * international_acre_m2, rel=1e-5)


def test_every_number_has_a_page_or_is_a_judgement() -> None:
    data = facts.load()
    faults = [
        f.place
        for f in data.facts
        if f.kind not in ("judgement", "brief") and not data.sources[f.source_id].url.startswith("http")
    ]
    assert faults == []


def test_a_judgement_says_so_and_has_a_range_or_is_exact() -> None:
    data = facts.load()
    judged = [f for f in data.facts if f.kind == "judgement" and not f.is_text]
    assert judged, "the collection has judgements"
    assert [f.place for f in judged if not f.note] == []


def test_every_fact_is_finite_in_its_quantitys_unit() -> None:
    data = facts.load()
    numbers = [data.in_quantity_unit(f, f.central, 2025) for f in data.facts if not f.is_text]
    assert len(numbers) > 250
    assert all(math.isfinite(n) for n in numbers)


@pytest.mark.parametrize(("text", "said"), [("nan", "a finite number"), ("999", "degrees from -90 to 90"), ("north", "a number")])
def test_a_city_outside_the_globe_is_refused(copy: Path, text: str, said: str) -> None:
    path = copy / "data" / "series" / "cities.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = lines[1].split(",")
    lines[1] = ",".join([cells[0], text, *cells[2:]])
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(facts.FactError, match=rf"cities.csv row 2, column latitude_deg.*{said}"):
        facts.cities(copy)


def test_a_file_that_is_not_utf8_is_refused_and_a_spreadsheets_mark_is_not(copy: Path) -> None:
    path = copy / "data" / "facts" / "sites.csv"
    text = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + text)
    assert len(facts.load(copy).facts) == len(facts.load().facts)
    path.write_bytes(text + b"\xff\xfe")
    with pytest.raises(facts.FactError, match="is not UTF-8"):
        facts.load(copy)
