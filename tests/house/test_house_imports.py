"""The one-way road: data, scenario, quantities, facilities, study, drawing, notebooks. Nothing flows back."""

import ast
import sys
from pathlib import Path

import pytest
from house_tree import PACKAGE, modules

# Each room, and the rooms of this package that it may import besides itself.
NATURE = {"constants", "units"}
FACTS = {*NATURE, "facts", "datapackage"}
CHOICES = {*FACTS, "sides", "scenario", "sampling"}
MODEL = {*CHOICES, "grids", "climate", "series", "quantities", "facilities"}
ANSWERS = {*MODEL, "study", "explain", "break_even", "published", "drawing", "batch"}
MAY_IMPORT = {
    "constants": set(),
    "units": {"constants"},
    "grids": {"constants"},
    "quantities": {*NATURE, "grids"},
    "drawing": {"units"},
    "facts": FACTS,
    "datapackage": FACTS,
    "climate": FACTS,
    "series": {*FACTS, "climate"},
    "sides": FACTS,
    "scenario": CHOICES,
    "sampling": CHOICES,
    "facilities": MODEL,
    "limits": {*NATURE, "study"},  # the study for its types alone
    "megawatts": CHOICES,
    "study": {*MODEL, "limits", "megawatts"},
    "explain": {*MODEL, "study"},
    "break_even": {*MODEL, "study"},
    "published": {*MODEL, "study"},
    "batch": {*CHOICES, "study"},
    "tables": {*MODEL, "study", "limits", "break_even", "megawatts"},
    "sentences": {*MODEL, "study", "tables", "drawing"},
    "gallery": {*MODEL, "tables", "drawing"},
    "listing": ANSWERS,
    "collection": {*ANSWERS, "listing", "gallery", "sentences", "tables"},
    "cli": {*ANSWERS, "listing", "collection"},
    "__main__": {"cli"},
    "__init__": {"study", "explain", "published"},
}
# What a quantity or a figure may import from outside; the other rooms are free to choose.
REACHES_OUT = {"asyncio", "ftplib", "http", "multiprocessing", "smtplib", "socket", "ssl", "subprocess", "urllib"}
MAY_IMPORT_FROM_OUTSIDE = {
    "quantities": {"numpy", "hamilton.function_modifiers"},
    "drawing": {"numpy", "pandas", "matplotlib", "seaborn", "yaml", "PIL", *sys.stdlib_module_names} - REACHES_OUT,
}
# What a quantity never calls: it opens no file, prints nothing and asks nobody.
FORBIDDEN_CALLS = {"open", "print", "input", "exec", "eval", "__import__"}


def room_of(path: Path, package: Path) -> str:
    return path.relative_to(package).parts[0].removesuffix(".py")


def imported_names(tree: ast.AST, path: Path, package: Path) -> list[tuple[int, str]]:
    """Line and dotted name of every import, relative ones resolved."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                here = (package.name, *path.relative_to(package).parts[:-1])
                base = ".".join([*here[: len(here) - node.level + 1], *([base] if base else [])])
            inside = base in (package.name, f"{package.name}.quantities")
            found += [(node.lineno, f"{base}.{alias.name}" if inside else base) for alias in node.names]
    return found


def wired_modules(package: Path) -> set[str]:
    """Modules of quantities/ that facilities.py wires. The others hold bare formulas, which any quantity may call."""
    tree = ast.parse((package / "facilities.py").read_text(encoding="utf-8"))
    parts = (name.split(".") for _, name in imported_names(tree, package / "facilities.py", package))
    return {name[2] for name in parts if name[1:2] == ["quantities"] and len(name) > 2}


def broken_import_rules(path: Path, package: Path = PACKAGE) -> list[str]:
    room = room_of(path, package)
    if room not in MAY_IMPORT:
        return [f"{path.name}: room {room!r} is new; say in MAY_IMPORT what it may import"]
    broken = []
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for line, name in imported_names(tree, path, package):
        top, _, below = name.partition(".")
        if top == package.name:
            other = below.split(".")[0]
            if other and other != "__version__" and other not in MAY_IMPORT[room] | {room}:
                broken.append(f"{path.name}:{line}: {room} imports {other}")
            if room == "quantities" and below.split(".")[1:2] and below.split(".")[1] in wired_modules(package):
                broken.append(f"{path.name}:{line}: a quantity names its inputs, it imports no wired quantity")
        elif room in MAY_IMPORT_FROM_OUTSIDE:
            allowed = MAY_IMPORT_FROM_OUTSIDE[room]
            if name not in allowed and top not in allowed:
                broken.append(f"{path.name}:{line}: {room} imports {name}")
    if room == "quantities":
        broken += [f"{path.name}:{line}: {what}" for line, what in impure_acts(tree)]
    return broken


def impure_acts(tree: ast.AST) -> list[tuple[int, str]]:
    acts = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FORBIDDEN_CALLS:
            acts.append((node.lineno, f"a quantity calls {node.func.id}()"))
        if isinstance(node, ast.Global | ast.Nonlocal):
            acts.append((node.lineno, "a quantity changes a global"))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            called = ast.unparse(node.func)
            if called.startswith("np.") and called.split(".")[1] in {"load", "loadtxt", "genfromtxt", "save", "random"}:
                acts.append((node.lineno, f"a quantity calls {called}()"))
    return acts


def test_nothing_flows_back() -> None:
    broken = [line for path in modules(PACKAGE) for line in broken_import_rules(path)]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize(
    ("room", "text", "said"),
    [
        ("quantities/heat.py", "from earth_or_orbit import study", "quantities imports study"),
        ("quantities/heat.py", "from earth_or_orbit.quantities.power import x", "imports no wired quantity"),
        ("quantities/heat.py", "from . import power", "imports no wired quantity"),
        ("quantities/heat.py", "from .power import x", "imports no wired quantity"),
        ("quantities/heat.py", "from ..facts import load", "quantities imports facts"),
        ("quantities/heat.py", "import pandas", "quantities imports pandas"),
        ("quantities/heat.py", "def x(y):\n    return open(y)", "calls open()"),
        ("quantities/heat.py", "def x(y):\n    print(y)", "calls print()"),
        ("quantities/heat.py", "import numpy as np\nx = np.loadtxt('a')", "calls np.loadtxt()"),
        ("drawing/map.py", "from earth_or_orbit.study import compare", "drawing imports study"),
        ("drawing/map.py", "import earth_or_orbit.quantities.heat", "drawing imports quantities"),
        ("drawing/map.py", "import urllib.request", "drawing imports urllib"),
        ("scenario.py", "from earth_or_orbit.study import compare", "scenario imports study"),
        ("facts.py", "from earth_or_orbit import scenario", "facts imports scenario"),
        ("constants.py", "import earth_or_orbit.units", "constants imports units"),
        ("misc.py", "", "room 'misc' is new"),
    ],
)
def test_a_wrong_turn_is_found(tmp_path: Path, room: str, text: str, said: str) -> None:
    path = tmp_path / "earth_or_orbit" / room
    path.parent.mkdir(parents=True)
    (tmp_path / "earth_or_orbit" / "facilities.py").write_text("from earth_or_orbit.quantities import heat, power")
    path.write_text(text)
    assert said in "\n".join(broken_import_rules(path, tmp_path / "earth_or_orbit"))


def test_a_right_turn_is_let_through(tmp_path: Path) -> None:
    path = tmp_path / "earth_or_orbit" / "quantities" / "heat.py"
    path.parent.mkdir(parents=True)
    (tmp_path / "earth_or_orbit" / "facilities.py").write_text("from earth_or_orbit.quantities import heat, power")
    path.write_text("import numpy as np\nfrom ..constants import Array\nfrom .sphere import arc_km\n")
    assert broken_import_rules(path, tmp_path / "earth_or_orbit") == []
