"""Other studies' results, computed by this model from their own inputs, and the misses reported.

A row is answered by the model's function that its topic and input names lead to; its id is only carried through, and
its output label breaks ties and turns away what it cannot mean. What no function takes is `not covered`, never
guessed. The tables beside the cases say which functions answer a topic (topics.csv), what a printed input name means
(input_names.csv), and how a known error of a source is put right beside its reproduction (corrections.csv).
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from earth_or_orbit import series
from earth_or_orbit.published.cases import BASES, UNSTATED, Case, finite, read_cases
from earth_or_orbit.published.inputs import Placement, place
from earth_or_orbit.published.rules import (
    TABLES,
    Candidate,
    InputRefused,
    NotCovered,
    RuleBook,
    ShareRefused,
    read_candidates,
    read_rules,
    read_table,
    unit_words,
    words,
)
from earth_or_orbit.published.steps import Step, read_steps, with_steps
from earth_or_orbit.units import compatible, convert, counts_things, is_angle, is_data, known, unit_of_name

REFERENCE_CASES = TABLES / "reference_cases.csv"
STATUSES = ("met", "missed", "explained", "not covered")
TIMES_SAID = {
    "annual": "year", "annually": "year", "yearly": "year", "year": "year", "monthly": "month", "month": "month",
    "daily": "day", "day": "day", "weekly": "week", "week": "week", "hourly": "h",
}  # fmt: skip
COUNTED_TOGETHER = frozenset({"failure", "failures", "fault", "faults", "launch", "launches", "limit", "year", "per", "rate"})


@dataclass(frozen=True)
class Tables:
    """What the data says about reading the cases."""

    rules: RuleBook
    candidates: dict[str, list[Candidate]]
    steps: dict[str, list[Step]]
    joined: dict[str, list[Candidate]]
    corrections: dict[tuple[str, str], list[dict[str, str]]]

    def answering(self, topic: str) -> list[Candidate]:
        """The functions of a topic, alone and joined to the steps that lead to their parameters."""
        if topic not in self.joined:
            self.joined[topic] = with_steps(self.candidates.get(topic, []), self.steps.get(topic, []))
        return self.joined[topic]


def verify(path: Path | str = REFERENCE_CASES, tables: Path | str = TABLES) -> list[dict]:
    """Every row of a file of published cases with what the model computes for it.

    Each record has id, topic, status (met, missed, explained, not covered), computed, expected and unit; also output,
    function, tolerance, basis, known_error, explanation, reason, corrected and corrected_note. Computed is None where
    nothing is covered or the model refuses the inputs; corrected is the value with a source's known error put right.
    Raises PublishedCaseError for a file that cannot be read as cases.
    """
    cases = read_cases(Path(path))
    read = read_tables(Path(tables))
    return [_record(case, read) for case in cases]


def verify_summary(records: Iterable[dict]) -> dict:
    """Counts of the records by status, and by basis and status; `failed` if a covered row misses unexplained."""
    records = list(records)

    def count(chosen: list[dict]) -> dict[str, int]:
        return {status: sum(record["status"] == status for record in chosen) for status in STATUSES}

    by_basis = {basis: [record for record in records if record["basis"] == basis] for basis in (*BASES, UNSTATED)}
    by_status = count(records)
    return {
        "rows": len(records),
        "covered": len(records) - by_status["not covered"],
        "by_status": by_status,
        "by_basis": {basis: count(chosen) for basis, chosen in by_basis.items() if chosen},
        "failed": by_status["missed"] > 0,
    }


def read_tables(folder: Path = TABLES) -> Tables:
    """The tables that lead a row to the model. Raises ValueError naming file and column where one is malformed."""
    corrections: dict[tuple[str, str], list[dict[str, str]]] = {}
    columns = ("topic", "quantity", "parameter", "corrected_to", "why")
    for row in read_table(folder / "corrections.csv", columns):
        corrections.setdefault((row["topic"], row["quantity"]), []).append(row)
    candidates: dict[str, list[Candidate]] = {}
    for candidate in read_candidates(folder):
        candidates.setdefault(candidate.topic, []).append(candidate)
    return Tables(read_rules(folder), candidates, read_steps(folder), {}, corrections)


def _record(case: Case, tables: Tables) -> dict:
    record = {
        "id": case.id,
        "topic": case.topic,
        "status": "not covered",
        "computed": None,
        "expected": case.expected,
        "unit": case.unit,
        "output": case.label,
        "function": None,
        "tolerance": case.tolerance,
        "basis": case.basis,
        "known_error": case.known_error,
        "explanation": "",
        "reason": "",
        "corrected": None,
        "corrected_note": "",
    }
    try:
        candidate, placement = _choose(case, tables)
    except NotCovered as reason:
        return {**record, "reason": str(reason)}
    record["function"] = candidate.quantity
    try:
        record["computed"] = _compute(candidate, placement.arguments, case)
    except (ValueError, ArithmeticError) as reason:
        record["reason"] = f"the model refuses the inputs: {reason}"
    record["status"] = _status(case, record["computed"])
    if record["status"] == "explained":
        record["explanation"] = case.explanation
    if case.known_error and record["computed"] is not None:
        record["corrected"], record["corrected_note"] = _corrected(case, candidate, placement, tables)
    return record


def _choose(case: Case, tables: Tables) -> tuple[Candidate, Placement]:
    """The function whose parameters the row's inputs fill; the label speaks only between equals."""
    here = tables.answering(case.topic)
    if not here:
        raise NotCovered(f"no function answers topic {case.topic!r} yet")
    if not known(case.unit):
        raise NotCovered(f"the unit {case.unit!r} is not known")
    fits, reasons = [], []
    said = tables.rules.words_said(case.label, case.inputs, case.topic) | unit_words(case.unit)
    here = [
        candidate
        for candidate in here
        if _can_be_stated(_unit_of(candidate), _asked_unit(_unit_of(candidate), case.unit, case.label))
    ]
    if not here:
        raise NotCovered(f"no function of topic {case.topic!r} gives a result in {case.unit!r}")
    subjects = said & tables.rules.subjects(case.topic)
    here = [candidate for candidate in here if candidate.hears(said) and subjects <= candidate.label_words]
    for candidate in here:
        try:
            placement = place(case.inputs, candidate, tables.rules, case.unit)
            _refuse_part_of_a_sum(placement.added, said)
        except NotCovered as reason:
            reasons.append(reason)
        else:
            agreement = len(said & candidate.label_words)
            timed = _asked_unit(_unit_of(candidate), case.unit, case.label) != case.unit
            fits.append(((len(placement.ignored), timed, len(placement.filled), -agreement), candidate, placement))
    if not fits:
        of_kind = [reason for kind in (ShareRefused, InputRefused) for reason in reasons if isinstance(reason, kind)]
        refused = of_kind[0] if of_kind else None
        if refused is None and len(reasons) == 1:
            refused = reasons[0]
        raise refused or NotCovered(f"no function of topic {case.topic!r} takes just {', '.join(case.inputs)}")
    fits.sort(key=lambda fit: (fit[0], fit[1].steps))
    alike = [fit for fit in fits if fit[0] == fits[0][0]]
    if len(alike) > 1 and not _agree(case, alike):
        raise NotCovered(f"{alike[0][1].quantity} and {alike[1][1].quantity} fit alike, and the label does not decide")
    return fits[0][1], fits[0][2]


def _agree(case: Case, fits: list[tuple]) -> bool:
    """Whether functions that fit alike differ by less than the row's tolerance, so that no label need decide.

    One function with the same arguments, told apart only by what it fills in, agrees with itself even where it refuses them.
    """
    if all(f[1].function is fits[0][1].function and f[2].arguments == fits[0][2].arguments for f in fits):
        return True
    try:
        values = [_compute(candidate, placement.arguments, case) for _, candidate, placement in fits]
    except (ValueError, ArithmeticError):
        return False
    return max(values) - min(values) <= case.tolerance_in_unit


def _refuse_part_of_a_sum(added: list[str], said: frozenset[str]) -> None:
    """Of several causes that are added up the label names all or none; one that names a part asks for that part."""
    if len(added) > 1:
        named = [bool(words(name.replace("_", " ")) & said - COUNTED_TOGETHER) for name in added]
        if any(named) and not all(named):
            raise NotCovered(f"the label names a part of what {', '.join(added)} add up to")


@lru_cache(maxsize=65536)
def _can_be_stated(unit: str, asked: str) -> bool:
    """Whether a result can be asked for in a unit: a share is no angle, no data and no number of things, a number no per cent."""
    if not compatible(unit, asked) or is_angle(unit) != is_angle(asked) or is_data(unit) != is_data(asked):
        return False
    if unit == "count":
        return asked not in ("%", "percent")
    if unit == "frac" and asked in ("x", "times"):
        return False
    return unit not in ("frac", "ratio") or not counts_things(asked)


def _unit_of(candidate: Candidate) -> str:
    return _unit_of_result(candidate.quantity, candidate.yearly)


@lru_cache(maxsize=4096)
def _unit_of_result(quantity: str, yearly: bool) -> str:
    """The unit of what a function gives, which is of one year where a step on the way took one year's amount."""
    unit = unit_of_name(quantity)
    return f"{unit}/year" if yearly else unit


@lru_cache(maxsize=65536)
def _asked_unit(own: str, asked: str, label: str) -> str:
    """The row's unit; an amount whose label says that it is of a year, a month or a day is one per that time."""
    if compatible(own, asked) or not own.endswith("/year") or compatible(asked, "ratio"):
        return asked
    time = next((time for time in re.findall(r"[a-z]+", label.lower()) if time in TIMES_SAID), None)
    timed = f"{asked}/{TIMES_SAID[time]}" if time else asked
    return timed if compatible(own, timed) else asked


def _compute(candidate: Candidate, arguments: dict[str, float], case: Case) -> float:
    tables = {name: series.array(name) for name in candidate.required if name in series.NAMES and name not in arguments}
    value = float(candidate.function(**arguments, **tables))
    value = float(convert(value, _unit_of(candidate), _asked_unit(_unit_of(candidate), case.unit, case.label)))
    if not math.isfinite(value):
        raise ValueError("the result is not a finite number")
    return value


def _status(case: Case, computed: float | None) -> str:
    # The last digits of a double must not decide a row whose tolerance is zero.
    rounding = 1e-9 * abs(case.expected)
    if computed is not None and abs(computed - case.expected) <= case.tolerance_in_unit + rounding:
        return "met"
    return "explained" if case.explanation else "missed"


def _corrected(case: Case, candidate: Candidate, placement: Placement, tables: Tables) -> tuple[float | None, str]:
    """The value with the source's known error put right, and how; by topic and function, never by id."""
    arguments, reasons = dict(placement.arguments), []
    for row in tables.corrections.get((case.topic, candidate.quantity), []):
        choices = row["corrected_to"].split("|")
        taken = next((choice for choice in choices if choice in arguments or finite(choice) is not None), None)
        if taken is not None:
            arguments[row["parameter"]] = arguments[taken] if taken in arguments else float(taken)
            reasons.append(row["why"])
    try:
        return _compute(candidate, arguments, case), "; ".join(reasons) or "what the source's own inputs give"
    except (ValueError, ArithmeticError):
        return None, "; ".join(reasons)
