"""Rows of published cases made up for a test, and what `verify` says of them."""

import csv
import json
from pathlib import Path

from earth_or_orbit.published import REFERENCE_CASES, verify


def records(folder: Path, rows: list[tuple]) -> list[dict]:
    """The verdicts on rows of topic, inputs, label, expected value, unit and tolerance."""
    with REFERENCE_CASES.open(encoding="utf-8", newline="") as file:
        columns = csv.DictReader(file).fieldnames
    path = folder / "cases.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="-")
        writer.writeheader()
        for number, (topic, inputs, label, value, unit, tolerance) in enumerate(rows):
            writer.writerow(
                {"id": f"made-{number}", "topic": topic, "inputs": json.dumps(inputs), "output_quantity": label,
                 "expected_value": repr(float(value)), "unit": unit, "tolerance_suggested": tolerance,
                 "basis": "derived", "known_error": "", "explanation": ""}
            )  # fmt: skip
    return verify(path)


def unmet(found: list[dict]) -> str:
    """What was not met, one line each; empty if all were."""
    return "\n".join(
        f"{row['output']}: not {row['expected']:g} {row['unit']} but {row['computed']} by {row['function']} {row['reason']}"
        for row in found
        if row["status"] != "met"
    )


def answered(found: list[dict]) -> str:
    """What was computed though it should not be, one line each."""
    return "\n".join(
        f"{row['output']}: {row['computed']} by {row['function']}" for row in found if row["status"] != "not covered"
    )
