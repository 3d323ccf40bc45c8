"""The descriptor of data/: a Frictionless Data Package that lists every file with its schema, licence and digest.

`python -m earth_or_orbit.datapackage` writes data/datapackage.json; `check` finds what no longer agrees with it.
"""

import csv
import hashlib
import json
from pathlib import Path

from earth_or_orbit.facts import KINDS, SHAPES, root_folder
from earth_or_orbit.units import UnitError, unit_of_name

FILE_NAME = "datapackage.json"
PACKAGE = {
    "name": "earth-or-orbit",
    "title": "Earth or Orbit: the facts",
    "description": "Numbers that others measured or published about data-centre campuses, power, launch and "
    "satellites, each as its source prints it. Nothing here is computed.",
    "profile": "data-package",
}
LICENCES = [
    {
        "name": "CC-BY-4.0",
        "title": "Our compilation only (LICENSE-DATA); single numbers are facts of the sources named in sources.csv",
        "path": "https://creativecommons.org/licenses/by/4.0/",
    }
]
SOURCE_KINDS = ["operator", "regulator", "press", "paper", "dataset", "model", "reference", "brief", "judgement"]

# column: (type, required, description, allowed values)
FACT_COLUMNS = {
    "subject": ("string", True, "The thing that the number describes.", None),
    "quantity": ("string", True, "A row of quantities.csv; a name that ends in _text holds no number.", None),
    "low": ("number", False, "Low end as published, in the row's unit.", None),
    "central": ("number", False, "Central value as published, in the row's unit.", None),
    "high": ("number", False, "High end as published, in the row's unit.", None),
    "shape": ("string", False, "How low, central and high are to be read.", SHAPES),
    "text_value": ("string", False, "The value where it is no number.", None),
    "unit": ("string", False, "The published unit; converted when it is read.", None),
    "dollar_year": ("integer", False, "Year of the dollars; required wherever the unit has money.", None),
    "valid_year": ("integer", True, "Year that the value describes.", None),
    "kind": ("string", True, "How the number came about.", KINDS),
    "source_id": ("string", True, "A row of sources.csv.", None),
    "locator": ("string", False, "Page, table, figure or cell within the source.", None),
    "note": ("string", False, "What the definition includes.", None),
}
SOURCE_COLUMNS = {
    "id": ("string", True, "Name by which facts cite the source.", None),
    "title": ("string", True, "Title as printed.", None),
    "publisher": ("string", False, "Who published it.", None),
    "author": ("string", False, "Who wrote it.", None),
    "published": ("string", False, "Date of publication, as exact as known.", None),
    "accessed": ("string", False, "Date on which it was read.", None),
    "url": ("string", False, "The page itself; empty for the brief and for judgements.", None),
    "licence": ("string", False, "As the source states it; `facts only` where it states none.", None),
    "kind": ("string", True, "What sort of source it is.", SOURCE_KINDS),
}
QUANTITY_COLUMNS = {
    "quantity": ("string", True, "The name that facts, scenarios and the model share.", None),
    "unit": ("string", False, "Unit in which the model takes it; empty for a text.", None),
    "meaning": ("string", True, "What it is.", None),
    "allowed_low": ("number", False, "Lowest value taken, in the unit of the row.", None),
    "allowed_high": ("number", False, "Highest value taken, in the unit of the row.", None),
    "room": ("string", False, "Part of the model that it belongs to.", None),
}
ROOT_TABLES = {"sources.csv": (SOURCE_COLUMNS, "id"), "quantities.csv": (QUANTITY_COLUMNS, "quantity")}


def build(data_dir: Path) -> dict:
    """The descriptor that the files now under data_dir deserve: one resource for every file but the descriptor itself.

    Every table gets a Table Schema (type, required, description, unit); every file its size and sha256. The same
    files always give the same descriptor.
    """
    data_dir = Path(data_dir)
    paths = sorted(path for path in data_dir.rglob("*") if path.is_file() and not path.name.startswith("."))
    resources = [_resource(data_dir, path) for path in paths if path != data_dir / FILE_NAME]
    return PACKAGE | {"licenses": LICENCES, "resources": resources}


def check(data_dir: Path) -> list[str]:
    """What is wrong with data_dir/datapackage.json, one line per mistake; an empty list if nothing is.

    First the descriptor against the files (a file missing, added or changed), then the tables against their schemas.
    """
    data_dir = Path(data_dir)
    path = data_dir / FILE_NAME
    if not path.is_file():
        return [f"data/{FILE_NAME}: missing; make it with `make datapackage`"]
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        return [f"data/{FILE_NAME}: not valid JSON ({error})"]
    built = build(data_dir)
    return _differences(written, built) + _table_errors(data_dir, built)


def write(data_dir: Path) -> Path:
    """Write data_dir/datapackage.json for the files that stand there now, and say where."""
    path = Path(data_dir) / FILE_NAME
    path.write_text(json.dumps(build(Path(data_dir)), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _resource(data_dir: Path, path: Path) -> dict:
    relative = path.relative_to(data_dir).as_posix()
    content = path.read_bytes()
    resource = {
        "name": relative.rsplit(".", 1)[0].replace("/", "-").replace("_", "-").lower(),
        "path": relative,
        "format": path.suffix.removeprefix("."),
        "bytes": len(content),
        "hash": "sha256:" + hashlib.sha256(content).hexdigest(),
    }
    if path.suffix != ".csv":
        return resource
    table = {"profile": "tabular-data-resource", "mediatype": "text/csv", "encoding": "utf-8"}
    return resource | table | {"schema": _schema(relative, path)}


def _schema(relative: str, path: Path) -> dict:
    if relative.startswith("facts/"):
        keys = [
            {"fields": "source_id", "reference": {"resource": "sources", "fields": "id"}},
            {"fields": "quantity", "reference": {"resource": "quantities", "fields": "quantity"}},
        ]
        return {"fields": _known_fields(FACT_COLUMNS), "foreignKeys": keys}
    if relative in ROOT_TABLES:
        columns, key = ROOT_TABLES[relative]
        return {"fields": _known_fields(columns), "primaryKey": key}
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file)) or [[]]
    columns = zip(header, zip(*rows, strict=False) if rows else [()] * len(header), strict=False)
    return {"fields": [_read_field(name, cells) for name, cells in columns]}


def _known_fields(columns: dict) -> list[dict]:
    return [
        {"name": name, "type": kind, "description": description}
        | {"constraints": {"required": required} | ({"enum": list(allowed)} if allowed else {})}
        for name, (kind, required, description, allowed) in columns.items()
    ]


def _read_field(name: str, cells: tuple[str, ...]) -> dict:
    """Field of a table without a fixed form: the type that all its cells bear, and the unit that its name states."""
    filled = [cell for cell in cells if cell != ""]
    field = {"name": name, "type": _type_of(filled), "constraints": {"required": len(filled) == len(cells)}}
    if field["type"] != "string":
        try:
            field |= {"unit": unit_of_name(name), "description": f"In {unit_of_name(name)}."}
        except UnitError:
            field |= {"description": "Without a unit of its own."}
    return field


def _type_of(cells: list[str]) -> str:
    for kind, reader in (("integer", int), ("number", float)):
        try:
            values = [reader(cell) for cell in cells]
        except ValueError:
            continue
        if cells and all(str(value) not in ("nan", "inf", "-inf") for value in values):
            return kind
    return "string"


def _differences(written: dict, built: dict) -> list[str]:
    path = f"data/{FILE_NAME}"
    before, after = ({item["path"]: item for item in package.get("resources", [])} for package in (written, built))
    lines = [f"{path}: {name} is listed but the file is missing" for name in before.keys() - after.keys()]
    lines += [f"{path}: {name} is not listed; `make datapackage` lists it" for name in after.keys() - before.keys()]
    for name in before.keys() & after.keys():
        stale = [key for key in after[name] | before[name] if after[name].get(key) != before[name].get(key)]
        if stale:
            lines.append(f"{path}: {name} has changed ({', '.join(stale)}); `make datapackage` takes it in")
    lines += [f"{path}: {key} is out of date" for key in ("licenses", *PACKAGE) if written.get(key) != built[key]]
    return sorted(lines)


def _table_errors(data_dir: Path, package: dict) -> list[str]:
    from frictionless import Package, system  # takes two seconds to import, so only where it is needed

    tables = [item for item in package["resources"] if item.get("profile") == "tabular-data-resource"]
    plain = [{key: value for key, value in item.items() if key not in ("hash", "bytes", "profile")} for item in tables]
    if not plain:
        return ["data/: no table"]
    with system.use_context(trusted=True):
        report = Package({"name": package["name"], "resources": plain}, basepath=str(data_dir)).validate()
    lines = [f"data/{FILE_NAME}: {error.message}" for error in report.errors]
    for task in report.tasks:
        for error in task.errors:
            row, column = getattr(error, "row_number", None), getattr(error, "field_name", None)
            place = "".join([f", row {row}" if row else "", f", column {column}" if column else ""])
            lines.append(f"data/{task.place}{place}: {error.message}")
    return lines


if __name__ == "__main__":
    print(write(root_folder() / "data"))
