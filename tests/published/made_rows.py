"""Rows of published cases made up for a test, and what `verify` says of them."""

import csv
import json
from pathlib import Path
from typing import ClassVar

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


class MadeRows:
    """Four tests that every file of made-up rows has; a class below it states the rows and what is shipped.

    `heard` holds rows of topic, inputs, label, value, unit and tolerance that are met; `not_covered` rows of topic, inputs,
    label and unit that ask for something else; `shipped` the number of committed rows that are met, by topic.
    """

    heard: ClassVar[list[tuple]]
    not_covered: ClassVar[list[tuple]]
    shipped: ClassVar[dict[str, int]]

    def test_natural_rows_are_met(self, tmp_path):
        said = unmet(records(tmp_path, self.heard))
        assert not said, said

    def test_another_question_is_not_answered(self, tmp_path):
        rows = [(topic, inputs, label, 1, unit, "1%") for topic, inputs, label, unit in self.not_covered]
        said = answered(records(tmp_path, rows))
        assert not said, said

    def test_a_wrong_value_misses(self, tmp_path):
        wrong = [(*row[:3], row[3] * 1.5, *row[4:]) for row in self.heard]
        assert {row["status"] for row in records(tmp_path, wrong)} == {"missed"}

    def test_the_shipped_rows_are_met(self):
        found = [row for row in verify() if row["topic"] in self.shipped]
        counts = {topic: sum(row["topic"] == topic for row in found) for topic in self.shipped}
        assert counts == self.shipped
        said = unmet(found)
        assert not said, said
