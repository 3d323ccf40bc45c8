"""The check of the notebooks is worth something only if it fails when a fact changes: here one does, in a copy."""

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOTEBOOK = "10_ground_sites.ipynb"
# The land of the default campus, which the notebook draws and prints in acres.
SUBJECT, QUANTITY, SOURCE = "fairwater_wi_phase1", "campus_land_published_m2", "brief"


def copy_of_the_project(folder: Path) -> None:
    for name in ("data", "scenarios"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("conftest.py", "tests/nbval_sanitize.cfg", f"notebooks/{NOTEBOOK}"):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, folder / name)


def change_the_fact(facts: Path) -> tuple[str, str]:
    """Add an acre in seven to the one row; its value before and after."""
    for path in sorted(facts.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        places = {name: header.index(name) for name in ("subject", "quantity", "source_id", "central")}
        for row in rows:
            if (row[places["subject"]], row[places["quantity"]], row[places["source_id"]]) == (SUBJECT, QUANTITY, SOURCE):
                before = row[places["central"]]
                row[places["central"]] = after = str(round(float(before) * 8 / 7))
                for end in ("low", "high"):  # a range that no longer holds the value would be refused on reading
                    row[header.index(end)] = ""
                with path.open("w", encoding="utf-8", newline="") as file:
                    csv.writer(file, lineterminator="\n").writerows([header, *rows])
                return before, after
    raise AssertionError(f"no fact {SUBJECT} {QUANTITY} from {SOURCE}")


def nbval(folder: Path) -> subprocess.CompletedProcess:
    command = [
        sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", "--nbval", "--nbval-current-env",
        "--nbval-sanitize-with", "tests/nbval_sanitize.cfg", f"notebooks/{NOTEBOOK}",
    ]  # fmt: skip
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment = kept | {"EARTH_OR_ORBIT_ROOT": str(folder)}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=300
    )


def test_a_changed_fact_makes_nbval_fail(tmp_path: Path) -> None:
    copy_of_the_project(tmp_path)
    as_committed = nbval(tmp_path)
    assert as_committed.returncode == 0, as_committed.stdout[-3000:]
    before, after = change_the_fact(tmp_path / "data" / "facts")
    changed = nbval(tmp_path)
    assert changed.returncode == 1, changed.stdout[-3000:]
    assert before != after
    assert "mismatch" in changed.stdout, changed.stdout[-3000:]
    assert after in changed.stdout, f"{after} acres appear nowhere: the failure has another cause"
