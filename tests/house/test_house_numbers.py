"""A number that is neither nature nor a conversion is a fact: not typed in code, a default argument or a YAML file."""

import ast
import io
import re
import tokenize
from pathlib import Path

import pytest
import yaml
from house_tree import PACKAGE, ROOT, modules

# Shape of a formula rather than a measurement: neutral elements, halves, doubles, and the last axis.
STRUCTURE = {0, 1, 2, -1, 0.5}
# Exponents that laws have besides whole numbers: the fourth root of radiation, Kepler's 3/2, 7/2 of the turning node.
EXPONENTS = {0.25, 1.5, 3.5}
# Elsewhere a line may carry a number only if it says why that is structure: `# structure: step of the search, ...`
REASON = re.compile(r"#\s*structure: \S+ \S+ \S+")
MODEL_FILES = ("facilities.py", "study.py")
# What is a choice or a label in YAML; `valid_year` picks one of several rows of a source.
YAML_NUMBERS = {"dollar_year", "decision_year", "draws", "seed", "valid_year"}
YAML_PROSE = {"title", "why", "note", "status", "operator", "locator"}


def is_number(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool)


def explained_lines(text: str) -> set[int]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return {token.start[0] for token in tokens if token.type == tokenize.COMMENT and REASON.match(token.string)}


def exponents_and_places(tree: ast.AST) -> set[int]:
    """Exponents that laws have (T**4) and subscripts (x[3]) are shape too: ids of their nodes."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
            numbers = [part for part in ast.walk(node.right) if is_number(part)]
            found |= {id(part) for part in numbers if isinstance(part.value, int) or part.value in EXPONENTS}
        if isinstance(node, ast.Subscript):
            found |= {id(part) for part in ast.walk(node.slice) if is_number(part)}
        if isinstance(node, ast.BinOp) and isinstance(node.left, ast.Tuple | ast.List):
            found.add(id(node.right))  # (nan,) * 3
        if isinstance(node, ast.keyword) and node.arg == "maxsize":
            found.add(id(node.value))
    return found


def typed_numbers(text: str, name: str) -> list[str]:
    """Numbers of a module that are neither structure nor explained; in quantities/ no parameter has one as default."""
    tree = ast.parse(text)
    shape, explained = exponents_and_places(tree), explained_lines(text)
    defaults = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            given = [*node.args.defaults, *(default for default in node.args.kw_defaults if default)]
            defaults |= {id(part) for default in given for part in ast.walk(default) if is_number(part)}
    found = []
    for node in ast.walk(tree):
        if not is_number(node) or id(node) in shape:
            continue
        if id(node) in defaults and not (name in MODEL_FILES and node.value in (0, 1)):
            found.append(f"{name}:{node.lineno}: {node.value!r} is a default argument; choices stand in scenarios/")
        elif node.value not in STRUCTURE and node.lineno not in explained:
            found.append(f"{name}:{node.lineno}: {node.value!r} is typed; it belongs in data/ or constants.py")
    return found


def looks_like_a_number(value: str) -> bool:
    return bool(re.match(r"^\s*[-+]?[\d.,]*\d([eE][-+]?\d+)?(\s*[%A-Za-z/$²³]+)*\s*$", value))


def yaml_numbers(content: object, name: str, key: str = "") -> list[str]:
    """Every number in a scenario, also one written as text (`"15 years"`), that is no choice."""
    if isinstance(content, dict):
        return [line for below, value in content.items() for line in yaml_numbers(value, name, str(below))]
    if isinstance(content, list):
        return [line for value in content for line in yaml_numbers(value, name, key)]
    if isinstance(content, bool) or key in YAML_NUMBERS or key in YAML_PROSE:
        return []
    if isinstance(content, int | float) or (isinstance(content, str) and looks_like_a_number(content)):
        return [f"{name}: {key}: {content!r} is a number; name a fact instead"]
    return []


def scenario_files() -> list[Path]:
    found = sorted((ROOT / "scenarios").rglob("*.y*ml"))
    assert found, "no scenario at all"
    return found


def test_no_number_is_typed_in_the_model() -> None:
    paths = modules(PACKAGE / "quantities") + [PACKAGE / name for name in MODEL_FILES]
    found = [line for path in paths for line in typed_numbers(path.read_text(encoding="utf-8"), path.name)]
    assert not found, "\n".join(found)


def test_no_number_is_typed_in_a_scenario() -> None:
    found = [
        line
        for path in scenario_files()
        for line in yaml_numbers(yaml.safe_load(path.read_text(encoding="utf-8")), path.name)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "text",
    [
        "def a_m2(b_m):\n    return b_m * 3.5",
        "def a_m2(b_m, c_frac=0.9):\n    return b_m * c_frac",
        "def a_m2(b_m, *, count=1):\n    return b_m * count",
        "def a_m2(b_m):\n    return b_m ** 0.8",
        "EFFICIENCY_FRAC = 0.3",
        "def a_m2(b_m):\n    return b_m * 1000  # structure",
        "def a_m2(b_m):\n    return b_m * -7",
    ],
)
def test_a_typed_number_is_found(text: str) -> None:
    assert len(typed_numbers(text, "bad.py")) == 1


@pytest.mark.parametrize(
    "text",
    [
        'def a_m2(b_m):\n    """Check: a_m2(3) = 9."""\n    return b_m**2 * 0.5 - 1 + b_m**4 - b_m**-3.5 + b_m[3]',
        "STEPS = 200  # structure: points of the quadrature, doubled without effect",
        "def a_m2(b_m, name=None, draw=False): ...",
        "low, median, high = (None,) * 3",
        "@lru_cache(maxsize=64)\ndef a_m2(b_m): ...",
    ],
)
def test_structure_is_let_through(text: str) -> None:
    assert typed_numbers(text, "good.py") == []


@pytest.mark.parametrize(
    "text",
    [
        "choices: {horizon: {value: 15, why: x}}",
        "facts: {land: {subject: a, factor: 1.5}}",
        "choices: {mass: {value: '15 t'}}",
        "choices: {mass: ['0.3']}",
        "launch_price: 1e3",
    ],
)
def test_a_number_in_yaml_is_found(text: str) -> None:
    assert len(yaml_numbers(yaml.safe_load(text), "bad.yml")) == 1


def test_choices_in_yaml_are_let_through() -> None:
    text = "{dollar_year: 2025, draws: 1000, seed: 7, facts: {a: {subject: gb200_nvl72, valid_year: 2025, why: 3 t}}}"
    assert yaml_numbers(yaml.safe_load(text), "good.yml") == []
