"""The form of a notebook: one question, one parameters cell, no logic of its own, executed once from top to bottom."""

import ast
import configparser
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LARGEST_BYTES = 500_000
FEWEST_PARAMETERS, MOST_PARAMETERS = 3, 8
MAY_IMPORT = {"earth_or_orbit", "numpy", "pandas", "matplotlib", "seaborn", "IPython", "math"}
# Rooms of the package that a notebook calls; the model itself is reached through the study.
NOT_FOR_NOTEBOOKS = {"quantities", "facilities", "batch", "cli"}
ARGUES_ONLY = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
PARAMETER = re.compile(r"^(\w+): ([\w\[\], |.]+) = (.+?)  # (\S.*)$")
METADATA = {"kernelspec", "language_info"}
CELL_METADATA = {"tags", "jupyter", "slideshow"}


def notebooks() -> list[Path]:
    found = sorted(path for path in (ROOT / "notebooks").rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)
    assert found, "notebooks/ holds no notebook"
    return found


def source(cell: dict) -> str:
    return "".join(cell["source"])


def code_cells(notebook: dict) -> list[dict]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def title_faults(notebook: dict) -> list[str]:
    first = notebook["cells"][0]
    asks = first["cell_type"] == "markdown" and re.match(r"# \S[^\n]*\?\s*(\n|$)", source(first))
    return [] if asks else ["the first cell does not open with `# A question?`"]


def parameter_faults(notebook: dict) -> list[str]:
    tagged = [cell for cell in code_cells(notebook) if "parameters" in cell["metadata"].get("tags", [])]
    if len(tagged) != 1:
        return [f"{len(tagged)} cells are tagged parameters, one is needed"]
    lines = source(tagged[0]).splitlines()
    faults = [] if FEWEST_PARAMETERS <= len(lines) <= MOST_PARAMETERS else [f"{len(lines)} parameters, three to eight"]
    for line in lines:
        parts = PARAMETER.match(line)
        if not parts:
            faults.append(f"parameter line {line!r} is not `name: type = value  # what it is [unit]`")
            continue
        try:
            value = ast.literal_eval(parts[3])
        except (ValueError, SyntaxError):
            faults.append(f"parameter {parts[1]} is no literal")
            continue
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if is_number and not re.search(r"\[[^\]]+\]", parts[4]):
            faults.append(f"parameter {parts[1]} is a number without [unit]")
    return faults


def code_faults(notebook: dict) -> list[str]:
    faults = []
    for place, cell in enumerate(code_cells(notebook), start=1):
        try:
            tree = ast.parse(source(cell))
        except SyntaxError:
            faults.append(f"code cell {place} is no plain Python (magics and shell lines are not used)")
            continue
        for node in ast.walk(tree):
            faults += [f"code cell {place}: {fault}" for fault in node_faults(node)]
    return faults


def node_faults(node: ast.AST) -> list[str]:
    if isinstance(node, ARGUES_ONLY):
        return [f"{type(node).__name__}: logic belongs in the package"]
    if isinstance(node, ast.Import | ast.ImportFrom):
        names = [alias.name for alias in node.names]
        full = names if isinstance(node, ast.Import) else [f"{node.module}.{name}" for name in names]
        faults = [f"imports {name}" for name in full if name.split(".")[0] not in MAY_IMPORT]
        return faults + [f"imports {name}" for name in full if NOT_FOR_NOTEBOOKS & set(name.split(".")[1:2])]
    if isinstance(node, ast.Call):
        called = ast.unparse(node.func)
        if called in {"open", "exec", "eval", "__import__", "input"} or called.startswith("get_ipython"):
            return [f"calls {called}()"]
        texts = [item.value for item in ast.walk(node) if isinstance(item, ast.Constant) and isinstance(item.value, str)]
        if re.search(r"(^|\.)(read_\w+|urlopen|urlretrieve|get)$", called) and any("://" in text for text in texts):
            return [f"{called}() downloads"]
    return []


def output_faults(notebook: dict) -> list[str]:
    cells = code_cells(notebook)
    counts = [cell["execution_count"] for cell in cells]
    faults = [] if counts == list(range(1, len(cells) + 1)) else [f"execution counts are {counts}, not 1 to n"]
    for place, cell in enumerate(cells, start=1):
        for output in cell["outputs"]:
            if output["output_type"] == "error":
                faults.append(f"code cell {place} failed: {output['ename']}")
            if output.get("name") == "stderr":
                faults.append(f"code cell {place} warned: {''.join(output['text'])[:80]!r}")
    return faults


def dollar_faults(notebook: dict) -> list[str]:
    """JupyterLab reads two dollar signs in one paragraph as mathematics, escaped or not: money is written USD."""
    faults = []
    for place, cell in enumerate(notebook["cells"], start=1):
        shown = ["".join(o["data"].get("text/markdown", "")) for o in cell.get("outputs", []) if "data" in o]
        texts = [source(cell), *shown] if cell["cell_type"] == "markdown" else shown
        if any("$" in text for text in texts):
            faults.append(f"cell {place}: a dollar sign in Markdown")
    return faults


def metadata_faults(notebook: dict) -> list[str]:
    faults = [f"metadata {key!r} is not for a commit" for key in notebook["metadata"].keys() - METADATA]
    if notebook["metadata"].get("kernelspec", {}).get("name") != "python3":
        faults.append("its kernel is not python3")
    for place, cell in enumerate(notebook["cells"], start=1):
        faults += [f"cell {place}: metadata {key!r}" for key in cell["metadata"].keys() - CELL_METADATA]
        hidden = [tag for tag in cell["metadata"].get("tags", []) if tag.startswith("nbval") or tag == "raises-exception"]
        faults += [f"cell {place}: tag {tag} hides it from the check" for tag in hidden]
        if re.search(r"#\s*(NBVAL|PYTEST_VALIDATE)", source(cell)):
            faults.append(f"cell {place}: a comment hides it from the check")
    return faults


def faults_of(path: Path) -> list[str]:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    faults = [] if path.stat().st_size <= LARGEST_BYTES else [f"{path.stat().st_size} bytes, {LARGEST_BYTES} at most"]
    faults += [] if re.match(r"\d\d_[a-z0-9_]+$", path.stem) else ["its name is not two digits and words"]
    for rule in (title_faults, parameter_faults, code_faults, output_faults, dollar_faults, metadata_faults):
        faults += rule(notebook)
    return [f"{path.name}: {fault}" for fault in faults]


def test_every_notebook_has_the_form() -> None:
    faults = [fault for path in notebooks() for fault in faults_of(path)]
    assert not faults, "\n".join(faults)


def good_notebook() -> dict:
    def code(count: int, text: str, tags: list[str]) -> dict:
        return {"cell_type": "code", "metadata": {"tags": tags} if tags else {}, "source": text.splitlines(True),
                "execution_count": count, "outputs": []}  # fmt: skip

    parameters = (
        'site: str = "a"  # campus\nit_power_average_mw: float = 120.0  # matched power [MW]\nshown: bool = True  # all'
    )
    return {
        "metadata": {"kernelspec": {"name": "python3"}},
        "cells": [
            {"cell_type": "markdown", "metadata": {}, "source": ["# How much land?\n", "\n", "Little.\n"]},
            code(1, "import numpy as np\nfrom earth_or_orbit import study", []),
            code(2, parameters, ["parameters"]),
            code(3, "study.compare(site)", []),
        ],
    }


def spoil(what: str) -> dict:
    """The good notebook with one fault."""
    notebook = good_notebook()
    cells, last = notebook["cells"], notebook["cells"][-1]
    numbers = cells[2]["source"]
    spoilt = {
        "title": lambda: cells[0].update(source=["# Land\n"]),
        "two tags": lambda: last["metadata"].update(tags=["parameters"]),
        "no literal": lambda: numbers.__setitem__(0, "site: str = str(1)  # campus\n"),
        "no type": lambda: numbers.__setitem__(0, 'site = "a"  # campus\n'),
        "no comment": lambda: numbers.__setitem__(0, 'site: str = "a"\n'),
        "no unit": lambda: numbers.__setitem__(1, "it_power_average_mw: float = 120.0  # matched power\n"),
        "def": lambda: last.update(source=["def f(x):\n", "    return x\n"]),
        "lambda": lambda: last.update(source=["f = lambda x: x"]),
        "magic": lambda: last.update(source=["%pip install x"]),
        "import": lambda: last.update(source=["import requests"]),
        "model": lambda: last.update(source=["from earth_or_orbit.quantities import heat"]),
        "open": lambda: last.update(source=["open('x')"]),
        "download": lambda: last.update(source=["pd.read_csv('https://example.org/x.csv')"]),
        "counts": lambda: last.update(execution_count=7),
        "never run": lambda: last.update(execution_count=None),
        "error": lambda: last.update(outputs=[{"output_type": "error", "ename": "KeyError"}]),
        "dollar": lambda: cells[0].update(source=["# How much?\n", "\n", "From \\$2 to \\$3.\n"]),
        "warning": lambda: last.update(outputs=[{"output_type": "stream", "name": "stderr", "text": ["slow"]}]),
        "papermill": lambda: notebook["metadata"].update(papermill={}),
        "timing": lambda: last["metadata"].update(execution={}),
        "hidden": lambda: last["metadata"].update(tags=["nbval-ignore-output"]),
        "comment": lambda: last.update(source=["# NBVAL_SKIP\n", "1"]),
        "size": lambda: last.update(outputs=[{"output_type": "stream", "name": "stdout", "text": ["x" * 500_000]}]),
    }
    spoilt[what]()
    return notebook


SAID = {
    "title": "does not open with", "two tags": "2 cells are tagged", "no literal": "is no literal",
    "no type": "is not `name: type", "no comment": "is not `name: type", "no unit": "without [unit]",
    "def": "FunctionDef", "lambda": "Lambda", "magic": "no plain Python", "import": "imports requests",
    "model": "imports earth_or_orbit.quantities", "open": "calls open()", "download": "downloads",
    "counts": "not 1 to n", "never run": "not 1 to n", "error": "failed: KeyError", "warning": "warned", "dollar": "a dollar sign in Markdown",
    "papermill": "metadata 'papermill'", "timing": "metadata 'execution'", "hidden": "hides it from the check",
    "comment": "a comment hides it", "size": "500000 at most",
}  # fmt: skip


@pytest.mark.parametrize("what", SAID)
def test_a_fault_is_found(tmp_path: Path, what: str) -> None:
    path = tmp_path / "10_land.ipynb"
    path.write_text(json.dumps(spoil(what)))
    assert SAID[what] in "\n".join(faults_of(path))


def test_a_good_notebook_is_let_through(tmp_path: Path) -> None:
    path = tmp_path / "10_land.ipynb"
    path.write_text(json.dumps(good_notebook()))
    assert faults_of(path) == []


# Results as a notebook prints them: no pattern of the sanitise file may touch one.
RESULTS = [
    "325", "1,489 m2", "0.123", "12 %", "1.5e-07", "−3.2", "450 MW", "2027", "2027-06-30", "first power 2026-11",
    "USD 3.1 billion (2.2–4.0)", "0x10", "120 kW × 3", "14:00", "64x64", "1 of 2 Axes", "12:30 h local time",
    "fairwater_wi   1.27e+06   m2", "ab12cd34", "97.6°", "<td>325</td>",
]  # fmt: skip
NOISE = ["2026-11-22T10:04:05Z", "2026-11-22 10:04", "<object at 0x7f3a5c1b2d90>", "<Figure size 640x480 with 2 Axes>"]


def sanitise_patterns(text: str) -> dict[str, str]:
    parser = configparser.RawConfigParser()
    parser.read_string(text)
    return {name: parser.get(name, "regex") for name in parser.sections()}


def patterns_that_hide(text: str) -> list[str]:
    patterns = sanitise_patterns(text)
    return [name for name, regex in patterns.items() if any(re.search(regex, result) for result in RESULTS)]


def test_the_sanitise_file_hides_times_addresses_and_figure_sizes_only() -> None:
    text = (ROOT / "tests" / "nbval_sanitize.cfg").read_text(encoding="utf-8")
    assert set(sanitise_patterns(text)) == {"timestamp", "address", "figure size"}
    assert patterns_that_hide(text) == []
    for noise in NOISE:
        assert any(re.search(regex, noise) for regex in sanitise_patterns(text).values()), noise


@pytest.mark.parametrize("regex", [r"\d+", r"[\d.]+e-\d+", r"\d{4}-\d{2}-\d{2}", r"<td>.*</td>", r"\w+"])
def test_a_pattern_that_hides_digits_is_found(regex: str) -> None:
    assert patterns_that_hide(f"[number]\nregex: {regex}\nreplace: N\n") == ["number"]
