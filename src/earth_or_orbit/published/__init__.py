"""Other studies' results, reproduced from their own inputs: `verify` a file, count with `verify_summary`."""

from earth_or_orbit.published.cases import PublishedCaseError
from earth_or_orbit.published.telling import report_lines
from earth_or_orbit.published.verdicts import REFERENCE_CASES, STATUSES, verify, verify_summary

__all__ = ["REFERENCE_CASES", "STATUSES", "PublishedCaseError", "report_lines", "verify", "verify_summary"]
