"""The descriptor of data/ agrees with the files, and says where it does not."""

import json
import shutil
from pathlib import Path

import pytest
from house_tree import ROOT

from earth_or_orbit import datapackage, facts

DATA = ROOT / "data"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small data folder with one table of each sort and its descriptor."""
    data = tmp_path_factory.mktemp("example") / "data"
    tables = {
        "sources.csv": [",".join(facts.SOURCE_COLUMNS), "brief,The brief,,,,,,facts only,brief"],
        "quantities.csv": ["quantity,unit,meaning,allowed_low,allowed_high,room", "land_m2,m2,Land,0,1e9,land"],
        "facts/land.csv": [",".join(facts.COLUMNS), "a,land_m2,,325,,point,,acre,,2026,brief,brief,story,whole"],
        "series/cities.csv": ["city,latitude_deg,rank,comment", "Lagos,6.45,1,", "Lima,-12.05,2,old"],
        "series/outline.geojson": ["{}"],
    }
    for name, lines in tables.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    datapackage.write(data)
    return data


def test_the_committed_descriptor_agrees_with_the_committed_files() -> None:
    assert datapackage.check(DATA) == []


def test_every_file_is_listed_and_every_table_has_a_schema() -> None:
    written = json.loads((DATA / datapackage.FILE_NAME).read_text(encoding="utf-8"))
    resources = {item["path"]: item for item in written["resources"]}
    tables = {path.relative_to(DATA).as_posix() for path in DATA.rglob("*.csv")}
    assert tables and tables <= resources.keys()
    assert all(resources[name]["schema"]["fields"] for name in tables)
    assert written["licenses"][0]["name"] == "CC-BY-4.0"


def test_the_fixed_columns_are_those_that_the_loader_reads() -> None:
    assert tuple(datapackage.FACT_COLUMNS) == facts.COLUMNS
    assert tuple(datapackage.SOURCE_COLUMNS) == facts.SOURCE_COLUMNS


def test_types_and_units_are_read_from_a_free_table(example: Path) -> None:
    built = datapackage.build(example)
    (cities,) = (item for item in built["resources"] if item["path"] == "series/cities.csv")
    fields = {field["name"]: field for field in cities["schema"]["fields"]}
    assert {name: field["type"] for name, field in fields.items()} == {
        "city": "string", "latitude_deg": "number", "rank": "integer", "comment": "string",
    }  # fmt: skip
    assert fields["latitude_deg"]["unit"] == "deg"
    assert fields["latitude_deg"]["constraints"] == {"required": True}
    assert fields["comment"]["constraints"] == {"required": False}


def test_the_same_files_give_the_same_descriptor_and_no_fault(example: Path) -> None:
    assert datapackage.build(example) == datapackage.build(example)
    assert datapackage.check(example) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("facts/land.csv", "325", "326", "facts/land.csv has changed (hash)"),
        ("facts/land.csv", "325", "32 5", "row 2, column central"),
        ("facts/land.csv", ",brief,brief,", ",rumour,brief,", "row 2, column kind"),
        ("facts/land.csv", ",brief,brief,", ",brief,nobody,", "values \"nobody\" not found"),
        ("facts/land.csv", "a,land_m2", ",land_m2", "row 2, column subject"),
        ("facts/land.csv", "2026", "2026.5", "row 2, column valid_year"),
        ("series/outline.geojson", "{}", "[]", "series/outline.geojson has changed (hash)"),
        ("datapackage.json", "CC-BY-4.0", "CC0-1.0", "licenses is out of date"),
        ("datapackage.json", "{", "", "not valid JSON"),
    ],
)  # fmt: skip
def test_what_does_not_agree_is_named(example: Path, tmp_path: Path, name: str, old: str, new: str, said: str) -> None:
    data = shutil.copytree(example, tmp_path / "data")
    text = (data / name).read_text(encoding="utf-8")
    assert old in text
    (data / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert said in "\n".join(datapackage.check(data))


def test_a_missing_and_an_added_file_are_named(example: Path, tmp_path: Path) -> None:
    data = shutil.copytree(example, tmp_path / "data")
    (data / "series" / "cities.csv").rename(data / "series" / "towns.csv")
    said = "\n".join(datapackage.check(data))
    assert "series/cities.csv is listed but the file is missing" in said
    assert "series/towns.csv is not listed" in said
    (data / datapackage.FILE_NAME).unlink()
    assert "missing" in datapackage.check(data)[0]
