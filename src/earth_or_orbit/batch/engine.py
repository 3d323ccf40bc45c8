"""One notebook through papermill, in a kernel that runs this very Python. Import lazily: papermill takes a second."""

import logging
import os
import signal
import sys
from pathlib import Path
from typing import Any

import papermill
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbformat import NotebookNode
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine, papermill_engines
from papermill.exceptions import PapermillExecutionError, strip_color
from papermill.execute import remove_error_markers

from earth_or_orbit.batch.failure import INJECTED, Failure, Live

ENGINE = "earth-or-orbit"
KERNEL = "python3"
START_TIMEOUT_SECONDS = 120
OUTPUT_TIMEOUT_SECONDS = 60  # how long output may lag behind a cell's end; nbclient's four are short on a busy machine
SOCKET_PATH_LIMIT = 90  # a socket's path may have 103 characters; jupyter adds a port number to ours
LAST_LINES = 15
# 1 January 2026: figures and PDFs that carry a date carry this one, so that two runs give the same bytes.
EPOCH = "1767225600"


class ThisInterpreter(KernelSpecManager):
    """Knows one kernel, whatever its name: the Python that runs now. No kernel needs to be installed anywhere."""

    scratch: Path

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """The command and the environment of a kernel."""
        fixed = {
            "PYTHONHASHSEED": "0",
            "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", EPOCH),
            "MPLBACKEND": "module://matplotlib_inline.backend_inline",
            "IPYTHONDIR": str(self.scratch / "ipython"),  # a user's start-up files must not change a result
        }
        # Two kernels share the cores; a library that starts a thread per core in each only slows both.
        threads = {name: os.environ.get(name, "1") for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")}
        command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        quiet = ["--HistoryManager.enabled=False"]
        return KernelSpec(argv=command + quiet, display_name="Python 3", language="python", env=fixed | threads)


class _Client(PapermillNotebookClient):
    """Papermill's client, which tells `live` what it is doing."""

    def execute_cell(self, cell: NotebookNode, cell_index: int, **options: Any) -> NotebookNode:
        """Run one cell."""
        if cell.cell_type == "code":
            self.live.enter(cell)
        done = super().execute_cell(cell, cell_index, **options)
        if cell.cell_type == "code":
            self.live.leave(cell)
        return done


class _Engine(NBClientEngine):
    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, live: Live = None, **_: Any) -> None:
        """Run all cells in a kernel of our own; see papermill's engine of the same shape."""
        live.notebook = nb_man.nb
        for cell in nb_man.nb.cells:
            if INJECTED in cell.metadata.get("tags", []):
                cell["id"] = INJECTED  # papermill gives a random one
        quiet = logging.getLogger("earth_or_orbit.batch.kernel")
        quiet.setLevel(logging.CRITICAL + 1)  # failures are reported once, by us
        client = _Client(
            nb_man,
            km=_kernel_manager(live),
            kernel_name=kernel_name,
            log=quiet,
            timeout=None,
            startup_timeout=START_TIMEOUT_SECONDS,
            iopub_timeout=OUTPUT_TIMEOUT_SECONDS,
            record_timing=False,
            shutdown_kernel="immediate",
            resources={"metadata": {"path": str(live.run.notebook.parent)}},
        )
        client.live = live
        with live.kernel_log.open("wb") as log:
            client.execute(cleanup_kc=True, stdout=log, stderr=log)


papermill_engines.register(ENGINE, _Engine)
# Parameters are checked before this by declarations.py, which reads types such as `float | None` that papermill does not.
logging.getLogger("papermill").setLevel(logging.ERROR)


def _kernel_manager(live: Live) -> AsyncKernelManager:
    specs = ThisInterpreter()
    specs.scratch = live.scratch
    manager = AsyncKernelManager(kernel_spec_manager=specs, kernel_name=KERNEL)
    manager.connection_file = str(live.scratch / f"{live.number}.json")
    socket = str(live.scratch / str(live.number))
    if os.name == "posix" and len(socket) < SOCKET_PATH_LIMIT:
        # Files instead of network ports: two kernels that start at once cannot take the same one.
        manager.transport, manager.ip = "ipc", socket
    live.manager = manager
    return manager


def execute(live: Live) -> Failure | None:
    """Run the notebook; `live.notebook` is then what was executed. Returns what went wrong, or None."""
    # Papermill fills braces in the path in as a template; doubled, they stand for themselves.
    path = str(live.run.notebook).replace("{", "{{").replace("}", "}}")
    try:
        papermill.execute_notebook(
            path,
            None,
            parameters=dict(live.run.given),
            engine_name=ENGINE,
            kernel_name=KERNEL,
            language="python",
            progress_bar=False,
            request_save_on_cell_execute=False,
            autosave_cell_every=0,
            live=live,
        )
    except PapermillExecutionError as error:
        remove_error_markers(live.notebook)  # papermill's red notes; the report and the record say it better
        lines = strip_color("\n".join(error.traceback)).splitlines()
        return live.failure(error.ename, error.evalue, lines[-LAST_LINES:])
    except Exception as error:
        # A dead kernel is a DeadKernelError in a cell and a RuntimeError at the start; any other kind counts too.
        return live.failure(type(error).__name__, f"{error}{_how_it_died(live)}", _last_words(live))
    skipped = [cell for cell in live.code_cells() if cell.execution_count is None and _should_run(cell)]
    if skipped:
        live.current = skipped[0]
        return live.failure("NotExecuted", "an earlier cell ended the kernel, so this cell was not run", [])
    return None


def _should_run(cell: NotebookNode) -> bool:
    return bool(cell.source.strip()) and "skip-execution" not in cell.metadata.get("tags", [])


def _how_it_died(live: Live) -> str:
    process = live.process()
    code = process.poll() if process else None
    if code is None:
        return ""
    if code >= 0:
        return f" (exit status {code})"
    name = signal.Signals(-code).name if -code in list(signal.Signals) else str(-code)
    memory = "; the system may have run out of memory" if -code == getattr(signal, "SIGKILL", 9) else ""
    return f" (signal {name}{memory})"


def _last_words(live: Live) -> list[str]:
    """The last lines that the kernel's process wrote outside any cell."""
    if not live.kernel_log.exists():
        return []
    return strip_color(live.kernel_log.read_text(encoding="utf-8", errors="replace")).splitlines()[-LAST_LINES:]
