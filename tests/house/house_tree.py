"""What the house rules look at: the files of this checkout, and the functions of a module."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "earth_or_orbit"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def tracked_files(root: Path = ROOT) -> list[Path]:
    """Files that git tracks or would track; without git, everything that is not built."""
    listing = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        found = subprocess.run(listing, capture_output=True, text=True, check=True).stdout.split("\0")
        paths = [root / name for name in found if name]
    except (OSError, subprocess.CalledProcessError):
        built = {".venv", "build", "__pycache__", ".git", ".pytest_cache", ".ruff_cache", ".ipynb_checkpoints"}
        paths = [path for path in root.rglob("*") if not built & set(path.relative_to(root).parts)]
    return sorted(path for path in paths if path.is_file())


def modules(folder: Path) -> list[Path]:
    """Python files under a folder, with at least one among them: a rule over nothing proves nothing."""
    found = sorted(folder.rglob("*.py"))
    assert found, f"no Python file under {folder}"
    return found


def public_functions(path: Path) -> Iterator[Function]:
    """Top-level functions of a module whose names do not start with an underscore."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, Function) and not node.name.startswith("_"):
            yield node


def parameter_names(function: Function) -> list[str]:
    """Names of all parameters of a function."""
    given = function.args
    return [argument.arg for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs)]


def quantity_name(name: str) -> str:
    """The quantity that a function gives: `water__donor` is one of the alternatives for `water`."""
    return name.split("__")[0]
