"""One environment in three spellings (pyproject.toml, uv.lock, environment.yml), and the commands users are told."""

import ast
import re
import subprocess
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from house_tree import PACKAGE, ROOT, modules

# conda-forge calls these packages otherwise than the Python index does.
CONDA_NAMES: dict[str, str] = {}
# The name under which both indexes carry it; conda-forge has no apache-hamilton that we know of.
PROVIDED_BY = {"apache-hamilton": "sf-hamilton"}
OUR_PACKAGE = "-e ."


def split(requirement: str) -> tuple[str, str]:
    """Name and version bounds of one requirement, the bounds in one order."""
    name, bounds = re.fullmatch(r"\s*([\w.\-]+)\s*(.*?)\s*", requirement).groups()
    return name.lower(), ",".join(sorted(bound.strip() for bound in bounds.split(",") if bound.strip()))


def python_side(pyproject: dict) -> dict[str, str]:
    project = pyproject["project"]
    wanted = dict(split(text) for text in [*project["dependencies"], *pyproject["dependency-groups"]["dev"]])
    return {CONDA_NAMES.get(name, name): bounds for name, bounds in wanted.items()} | {
        "python": project["requires-python"]
    }


def conda_side(environment: dict) -> dict[str, str]:
    plain = [entry for entry in environment["dependencies"] if isinstance(entry, str)]
    by_pip = [text for entry in environment["dependencies"] if isinstance(entry, dict) for text in entry["pip"]]
    named = dict(split(text) for text in [*plain, *(text for text in by_pip if text != OUR_PACKAGE)])
    named.pop("pip", None)
    return named


def environment_faults(pyproject: dict, environment: dict) -> list[str]:
    wanted, given = python_side(pyproject), conda_side(environment)
    faults = [f"environment.yml lacks {name}" for name in wanted.keys() - given.keys()]
    faults += [f"environment.yml has {name}, pyproject.toml has not" for name in given.keys() - wanted.keys()]
    for name in wanted.keys() & given.keys():
        if wanted[name] != given[name]:
            faults.append(f"{name}: {wanted[name]} in pyproject.toml, {given[name]} in environment.yml")
    if environment["dependencies"][-1] != {"pip": [OUR_PACKAGE]}:
        faults.append("environment.yml does not install this package last, and only it, with pip")
    if environment["channels"] != ["conda-forge", "nodefaults"]:
        faults.append("environment.yml takes packages from elsewhere than conda-forge")
    return sorted(faults)


def read() -> tuple[dict, dict]:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return pyproject, yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))


def imported_packages(folders: list[Path]) -> set[str]:
    """Distributions that the Python files import, in the spelling of pyproject.toml."""
    offered = packages_distributions()
    found = set()
    for path in (path for folder in folders for path in modules(folder)):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []
            found |= {name for full in names for name in offered.get(full.split(".")[0], [])}
    plain = {re.sub(r"[-_.]+", "-", name).lower() for name in found} - {"earth-or-orbit"}
    return {PROVIDED_BY.get(name, name) for name in plain}


def test_every_imported_package_is_asked_for_by_name(tmp_path: Path) -> None:
    pyproject, _ = read()
    package_needs = {split(text)[0] for text in pyproject["project"]["dependencies"]}
    assert imported_packages([PACKAGE]) <= package_needs
    assert imported_packages([ROOT / "tests"]) <= python_side(pyproject).keys()
    (tmp_path / "bad.py").write_text("import requests\nfrom hamilton import driver\nimport json\n")
    assert imported_packages([tmp_path]) == {"requests", "sf-hamilton"}


def make_targets(makefile: str) -> set[str]:
    return set(re.findall(r"^([a-z-]+):.*## ", makefile, flags=re.MULTILINE))


def test_conda_users_get_the_same_environment() -> None:
    assert environment_faults(*read()) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("numpy>=2.0", "numpy>=1.26", ["numpy: >=2.0 in pyproject.toml, >=1.26 in environment.yml"]),
        ("python>=3.11", "python>=3.12", ["python: >=3.11 in pyproject.toml, >=3.12 in environment.yml"]),
        ("ruff>=0.8", "black>=24", ["environment.yml has black, pyproject.toml has not", "environment.yml lacks ruff"]),
        ("conda-forge", "defaults", ["environment.yml takes packages from elsewhere than conda-forge"]),
        ("-e .", "-e .[all]", None),
    ],
)
def test_a_difference_between_the_environments_is_found(old: str, new: str, said: list[str] | None) -> None:
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    spoilt = re.sub(rf"(- ){re.escape(old)}$", rf"\g<1>{new}", text, flags=re.MULTILINE)
    assert spoilt != text
    faults = environment_faults(read()[0], yaml.safe_load(spoilt))
    assert faults and said in (None, faults)


def test_the_lock_holds_every_package_and_one_index() -> None:
    locked = {package["name"]: package for package in tomllib.loads((ROOT / "uv.lock").read_text())["package"]}
    wanted = {name.replace("_", "-") for name in python_side(read()[0])} - {"python"}
    assert wanted <= locked.keys()
    indexes = {package["source"].get("registry") for package in locked.values() if "registry" in package["source"]}
    assert len(indexes) == 1
    assert locked["earth-or-orbit"]["source"] == {"editable": "."}


def test_help_lists_every_target_and_no_other() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = set(" ".join(re.findall(r"^\.PHONY: ([a-z -]+)$", makefile, flags=re.MULTILINE)).split())
    assert make_targets(makefile) == phony
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert all(f"make {name} " in said for name in phony)
    assert {"setup", "report", "report-all", "test", "lab", "notebooks", "figures", "results", "lint", "clean"} <= phony


def told_commands(text: str) -> set[str]:
    """Make targets that a page names in code: `make report`, or a line of a code block."""
    return set(re.findall(r"(?:`|^\s*)make ([a-z-]+)", text, flags=re.MULTILINE))


def test_the_pages_name_only_targets_that_exist() -> None:
    targets = make_targets((ROOT / "Makefile").read_text(encoding="utf-8"))
    pages = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "LIMITATIONS.md", "CHANGELOG.md")]
    for page in pages:
        assert told_commands(page.read_text(encoding="utf-8")) <= targets, page.name
    assert told_commands("Run `make reprot`.\n\n    make test\n") == {"reprot", "test"}


def workflow(name: str) -> dict:
    return yaml.safe_load((ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8"))


def test_ci_runs_on_push_and_weekly_what_a_user_runs() -> None:
    checks = workflow("checks.yml")
    when = checks[True]  # YAML 1.1 reads the key `on` as true
    assert "push" in when and when["schedule"][0]["cron"].endswith("* * 1")
    job = checks["jobs"]["locked"]
    assert job["strategy"]["matrix"]["python"] == ["3.11", "3.13"]
    assert ".ci/run" in [step.get("run") for step in job["steps"]]
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "make test" in script and "make check-results" in script
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_the_conda_job_solves_environment_yml() -> None:
    steps = workflow("conda.yml")["jobs"]["conda"]["steps"]
    assert "environment.yml" in [step.get("with", {}).get("environment-file") for step in steps]


def test_ci_and_make_check_notebooks_alike() -> None:
    nbval = "--nbval --nbval-current-env --nbval-sanitize-with tests/nbval_sanitize.cfg"
    for path in (ROOT / "Makefile", ROOT / ".github" / "workflows" / "conda.yml"):
        words = re.sub(r"[\s\\]+", " ", path.read_text(encoding="utf-8")).replace("--durations=10 ", "")
        assert f"--dist loadfile {nbval} tests notebooks" in words, Path(path).name
