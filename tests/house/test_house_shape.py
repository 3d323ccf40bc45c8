"""Small rooms with telling names: length of files and functions, file names, decisions that begin with a verdict."""

import ast
from pathlib import Path

import pytest
from house_tree import PACKAGE, ROOT, Function, modules

MOST_LINES_IN_A_FILE = 400
MOST_LINES_IN_A_FUNCTION = 60
TELLS_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc"}
DECISIONS = ROOT / "decisions"


def length(node: Function) -> int:
    """Lines of a function without its docstring."""
    docstring = node.body[0] if ast.get_docstring(node, clean=False) is not None else None
    said = docstring.end_lineno - docstring.lineno + 1 if docstring else 0
    return node.end_lineno - node.lineno + 1 - said


def shape_faults(path: Path, decided: str = "") -> list[str]:
    """What is too long or has an empty name, unless a decision names it."""
    text = path.read_text(encoding="utf-8")
    faults = []
    if path.stem in TELLS_NOTHING or path.parent.name in TELLS_NOTHING:
        faults.append(f"{path.name}: a name that tells nothing")
    lines = len(text.splitlines())
    if lines > MOST_LINES_IN_A_FILE and path.name not in decided:
        faults.append(f"{path.name}: {lines} lines, {MOST_LINES_IN_A_FILE} at most")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, Function) and length(node) > MOST_LINES_IN_A_FUNCTION and node.name not in decided:
            faults.append(f"{path.name}:{node.lineno}: {node.name} has {length(node)} lines")
    return faults


def decision_faults(folder: Path) -> list[str]:
    records = [path for path in sorted(folder.iterdir()) if path.name != "README.md" and path.is_file()]
    assert records, f"no decision in {folder}"
    readme = (folder / "README.md").read_text(encoding="utf-8")
    faults = []
    for path in records:
        text = path.read_text(encoding="utf-8").lstrip("#\"' \n")
        if not text.startswith("Verdict"):
            faults.append(f"{path.name}: its first word is not Verdict")
        if path.name not in readme:
            faults.append(f"{path.name}: not listed in decisions/README.md")
    return faults


def test_files_and_functions_stay_small() -> None:
    decided = "\n".join(path.read_text(encoding="utf-8") for path in DECISIONS.iterdir() if path.is_file())
    paths = modules(PACKAGE) + modules(ROOT / "tests")
    faults = [line for path in paths for line in shape_faults(path, decided)]
    assert not faults, "\n".join(faults)


def test_decisions_begin_with_a_verdict() -> None:
    faults = decision_faults(DECISIONS)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("long.py", "x = 1\n" * 401, "401 lines"),
        ("deep.py", "def walk():\n" + "    x = 1\n" * 60, "walk has 61 lines"),
        ("utils.py", "", "tells nothing"),
    ],
)
def test_a_bad_shape_is_found(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text)
    assert said in "\n".join(shape_faults(tmp_path / name))


def test_docstrings_do_not_count_and_decisions_excuse(tmp_path: Path) -> None:
    (tmp_path / "deep.py").write_text('def walk():\n    """' + "words\n" * 60 + '"""\n' + "    x = 1\n" * 59)
    assert shape_faults(tmp_path / "deep.py") == []
    (tmp_path / "long.py").write_text("x = 1\n" * 401)
    assert shape_faults(tmp_path / "long.py", decided="long.py stays whole, because") == []


def test_a_record_without_verdict_or_entry_is_found(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("- good.md")
    (tmp_path / "good.md").write_text("# Verdict: this one\n")
    (tmp_path / "bad.md").write_text("# We think\n")
    assert decision_faults(tmp_path) == [
        "bad.md: its first word is not Verdict",
        "bad.md: not listed in decisions/README.md",
    ]
