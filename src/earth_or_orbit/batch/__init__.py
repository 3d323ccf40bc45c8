"""Notebooks × pairs through papermill: checked before a kernel starts, run two at a time, told as a static report.

`plan_runs` checks and lists, `execute_runs` runs, `build_report` writes the site, `run` plans and executes for a
command. Importing this package is quick; papermill and nbconvert are imported when they are needed.
"""

from earth_or_orbit.batch.parameters import ParameterError
from earth_or_orbit.batch.plan import Run, plan_runs
from earth_or_orbit.batch.report import build_report
from earth_or_orbit.batch.runner import RunResult, RunsInterrupted, execute_runs, exit_status, run, summary

__all__ = [
    "ParameterError",
    "Run",
    "RunResult",
    "RunsInterrupted",
    "build_report",
    "execute_runs",
    "exit_status",
    "plan_runs",
    "run",
    "summary",
]
