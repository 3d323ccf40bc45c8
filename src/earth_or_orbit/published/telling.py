"""The verdicts as lines of text: one per row, then counts by status and by basis."""

from collections.abc import Iterable

from earth_or_orbit.published.verdicts import verify_summary


def report_lines(records: Iterable[dict]) -> list[str]:
    """One line per row (status, id, topic, computed beside expected), its reason or correction below it, then counts."""
    rows = list(records)
    out = [line for row in rows for line in _row_lines(row)]
    counts = verify_summary(rows)
    out.append("")
    out.append(", ".join(f"{number} {status}" for status, number in counts["by_status"].items()))
    for basis, statuses in counts["by_basis"].items():
        out.append(f"  {basis}: " + ", ".join(f"{number} {status}" for status, number in statuses.items()))
    return out


def _row_lines(row: dict) -> list[str]:
    computed = "-" if row["computed"] is None else f"{row['computed']:.6g}"
    out = [f"{row['status']:<12} {row['id']}  {row['topic']}  computed {computed}, expected {row['expected']:g} {row['unit']}"]
    if row.get("corrected") is not None:
        out.append(f"{'':13}corrected {row['corrected']:.6g} {row['unit']}: {row.get('corrected_note', '')}")
    reason = row.get("explanation") or (row.get("reason") if row["status"] == "not covered" else "")
    if reason:
        out.append(f"{'':13}{reason}")
    return out
