"""Runs a plan: two notebooks at a time, each in a fresh kernel, each result moved into place only when it is whole."""

import json
import re
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from earth_or_orbit.batch import provenance
from earth_or_orbit.batch.aside import remove_partials, write_aside
from earth_or_orbit.batch.declarations import read_notebook
from earth_or_orbit.batch.failure import Failure, Live
from earth_or_orbit.batch.parameters import ParameterError
from earth_or_orbit.batch.plan import Choices, Run, plan_runs
from earth_or_orbit.batch.progress import PlainLines, finished_line, progress_on

DONE, FAILED = "done", "failed"
STATUS_OK, STATUS_FAILED, STATUS_BAD_INPUT, STATUS_INTERRUPTED, STATUS_TERMINATED = 0, 1, 2, 130, 143
POLL_SECONDS = 0.05
CELL_FILE = re.compile(r"\S*ipykernel_\d+[/\\]\d+\.py")  # a warning names the file that the kernel gave the cell


@dataclass(frozen=True)
class RunResult:
    """What came of one run. `output` is the executed notebook (`….failed.ipynb` if it failed, None if nothing ran)."""

    run: Run
    status: str
    output: Path | None
    seconds: float
    record: Mapping[str, Any] = field(default_factory=dict)
    failure: Failure | None = None


class RunsInterrupted(KeyboardInterrupt):
    """Ctrl-C, or a request to end. All kernels are gone; finished outputs stay. Its text is one line for the user."""

    def __init__(self, finished: list[RunResult], total: int, out_dir: Path, status: int) -> None:
        self.finished, self.exit_status = finished, status
        super().__init__(f"interrupted: {len(finished)} of {total} runs finished; their outputs are in {out_dir}")


class _Terminated(KeyboardInterrupt):
    """The process was asked to end (SIGTERM)."""


@dataclass
class _Batch:
    """What the threads of one batch share."""

    out_dir: Path
    scratch: Path
    shared: Mapping[str, Any]
    progress: PlainLines
    stopping: threading.Event = field(default_factory=threading.Event)
    lives: list[Live] = field(default_factory=list)
    finished: list[RunResult] = field(default_factory=list)


def output_path(run: Run, out_dir: Path, failed: bool = False) -> Path:
    """`out_dir/<notebook>/<site>__<concept>.ipynb`, with `.failed` before the ending if it failed."""
    return out_dir / run.name / f"{run.output_name}{'.failed' if failed else ''}.ipynb"


def record_path(run: Run, out_dir: Path) -> Path:
    """The `run.json` beside the output: `out_dir/<notebook>/<site>__<concept>.run.json`."""
    return out_dir / run.name / f"{run.output_name}.run.json"


def exit_status(results: Sequence[RunResult]) -> int:
    """0 if every run is done, else 1."""
    return STATUS_OK if all(result.status == DONE for result in results) else STATUS_FAILED


def summary(results: Sequence[RunResult]) -> str:
    """`all 9 runs done`, or how many failed and the line of each."""
    failed = [result for result in results if result.status != DONE]
    if not failed:
        return f"all {len(results)} runs done" if len(results) != 1 else "1 run done"
    return "\n".join([f"{len(failed)} of {len(results)} runs failed:", *map(finished_line, failed)])


def run(
    notebooks: Sequence[Path | str],
    pairs: Sequence[tuple[str, str]] | None = None,
    case: str | None = None,
    parameters: Sequence[str] | Mapping[str, Any] | None = None,
    out: Path | str = "build",
    *,
    jobs: int = 2,
    choices: Choices | None = None,
    ranges: Mapping[str, tuple[float | None, float | None]] | None = None,
    project: Path | None = None,
    stream: TextIO | None = None,
) -> int:
    """Plan and execute; the exit status of a command: 0 done, 1 a run failed, 2 bad input, 130 Ctrl-C, 143 SIGTERM.

    Prints progress, failures and the one line of a mistake to `stream` (standard error).
    """
    stream = stream or sys.stderr
    try:
        runs = plan_runs(notebooks, pairs, case, parameters, choices, ranges)
        results = execute_runs(runs, out, jobs, project=project, stream=stream)
    except ParameterError as error:
        print(f"error: {error}", file=stream)
        return STATUS_BAD_INPUT
    except RunsInterrupted as stop:
        print(stop, file=stream)
        return stop.exit_status
    print(summary(results), file=stream)
    return exit_status(results)


def execute_runs(
    runs: Sequence[Run],
    out_dir: Path | str,
    jobs: int = 2,
    *,
    project: Path | None = None,
    stream: TextIO | None = None,
) -> list[RunResult]:
    """Execute the runs, `jobs` at a time; their results in the order given. A run that fails leaves the others going.

    Outputs of an earlier batch for these runs are removed first: what is there afterwards is this batch's.
    project: the folder with data/ and scenarios/ (found from the package if None).
    Raises RunsInterrupted on Ctrl-C or SIGTERM, when all kernels are gone.
    """
    runs, out_dir = list(runs), Path(out_dir).resolve()
    project = project or provenance.project_folder()
    shared = provenance.describe(project, runs[0].notebook.parent if runs else None)
    _clear(runs, out_dir)
    progress = progress_on(stream, len(runs))
    from earth_or_orbit.batch import engine  # noqa: F401  imported here, once, before threads need it

    with _scratch_folder() as scratch, _terminable():
        batch = _Batch(out_dir, scratch, shared, progress)
        pool = ThreadPoolExecutor(max(1, jobs), thread_name_prefix="notebook")
        futures: list[Future] = []
        try:
            futures += [pool.submit(_run_one, batch, number, run) for number, run in enumerate(runs)]
            wait(futures)
            return [future.result() for future in futures]
        except KeyboardInterrupt as stop:
            _stop(batch, pool, futures)
            status = STATUS_TERMINATED if isinstance(stop, _Terminated) else STATUS_INTERRUPTED
            raise RunsInterrupted(batch.finished, len(runs), out_dir, status) from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
            progress.close()


def _clear(runs: Sequence[Run], out_dir: Path) -> None:
    """Remove what an earlier batch, or a killed one, left for these runs."""
    for run in runs:
        for path in (output_path(run, out_dir), output_path(run, out_dir, failed=True), record_path(run, out_dir)):
            path.unlink(missing_ok=True)
    for folder in {out_dir / run.name for run in runs}:
        remove_partials(folder)


@contextmanager
def _scratch_folder() -> Iterator[Path]:
    """A private folder for sockets and logs of the kernels."""
    folder = Path(tempfile.mkdtemp(prefix="earth-or-orbit-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _terminable() -> Iterator[None]:
    """Inside, SIGTERM ends the batch as cleanly as Ctrl-C does. Only the main thread can have that."""

    def ask(number: int, frame: Any) -> None:
        raise _Terminated

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    earlier = signal.signal(signal.SIGTERM, ask)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, earlier)


def _stop(batch: _Batch, pool: ThreadPoolExecutor, futures: Sequence[Future]) -> None:
    """End all kernels and wait for their threads. A second Ctrl-C would leave strays, so it waits as well."""
    main = threading.current_thread() is threading.main_thread()
    earlier = signal.signal(signal.SIGINT, signal.SIG_IGN) if main else None
    try:
        batch.stopping.set()
        pool.shutdown(wait=False, cancel_futures=True)
        while not all(future.done() for future in futures):
            for live in list(batch.lives):
                live.kill()
            time.sleep(POLL_SECONDS)
    finally:
        if main:
            signal.signal(signal.SIGINT, earlier)


def _run_one(batch: _Batch, number: int, run: Run) -> RunResult | None:
    """One run in its thread: execute, write, record. None if the batch was stopped meanwhile."""
    if batch.stopping.is_set():
        return None
    from earth_or_orbit.batch import engine

    live = Live(run, number, batch.scratch, on_cell=lambda done: batch.progress.cell(run, done))
    batch.lives.append(live)
    cells = sum(cell.get("cell_type") == "code" for cell in read_notebook(run.notebook)["cells"])
    batch.progress.start(run, cells + bool(run.given))
    began, clock = datetime.now(UTC), time.monotonic()
    failure = engine.execute(live)
    if failure and batch.stopping.is_set():
        return None
    result = _finish(batch, live, failure, began, time.monotonic() - clock)
    batch.finished.append(result)
    batch.progress.end(result)
    return result


def _finish(batch: _Batch, live: Live, failure: Failure | None, began: datetime, seconds: float) -> RunResult:
    """Write the executed notebook and its record."""
    run, output = live.run, None
    if live.notebook is not None:
        import nbformat

        output = output_path(run, batch.out_dir, failed=failure is not None)
        write_aside(output, nbformat.writes(_without_timings(live.notebook)) + "\n")
    record = {
        "notebook": run.name,
        "notebook_digest": provenance.file_digest(run.notebook),
        "pair": run.pair,
        "parameters": dict(run.resolved),
        "parameters_given": sorted(run.given),
        "status": FAILED if failure else DONE,
        "failure": failure.as_record() if failure else None,
        "started_utc": began.isoformat(timespec="seconds"),
        "seconds": round(seconds, 1),
        **batch.shared,
        "output": output.name if output else None,
        "output_digest": provenance.file_digest(output) if output else None,
    }
    text = json.dumps(record, indent=2, ensure_ascii=False, allow_nan=False)
    write_aside(record_path(run, batch.out_dir), text + "\n")
    return RunResult(run, record["status"], output, seconds, record, failure)


def _without_timings(notebook: Any) -> Any:
    """The notebook without papermill's and the kernel's timings and paths, which differ from run to run."""
    kept = notebook.metadata.get("papermill", {})
    notebook.metadata["papermill"] = {name: kept[name] for name in ("parameters", "version") if name in kept}
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.get("name") == "stderr":
                output["text"] = CELL_FILE.sub("cell", output["text"])
        for name in ("papermill", "execution"):
            cell.metadata.pop(name, None)
        if not cell.metadata.get("tags", True):
            del cell.metadata["tags"]  # papermill adds an empty list everywhere
    return notebook
