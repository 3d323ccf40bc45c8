"""A run while it goes on, and what is kept of one that went wrong."""

import os
import signal
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from earth_or_orbit.batch.plan import Run

INJECTED = "injected-parameters"


@dataclass(frozen=True)
class Failure:
    """Where a notebook stopped, and why. `cell_number` counts the source's code cells from 1, as `In [n]` does."""

    notebook: str
    pair: str
    cell_number: int | None
    cell_id: str | None
    error: str
    message: str
    lines: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """`code cell 4 (id 1a2b)`, or `before the first cell`."""
        if self.cell_number is None:
            return "before the first cell"
        return f"code cell {self.cell_number}" + (f" (id {self.cell_id})" if self.cell_id else "")

    @property
    def line(self) -> str:
        """The one line for the terminal."""
        where = f"{self.notebook}{f', {self.pair}' if self.pair else ''}, {self.place}"
        message = " ".join(self.message.split())
        return f"{where}: {self.error}: {message}" if message else f"{where}: {self.error}"

    def as_record(self) -> dict[str, Any]:
        """For `run.json`."""
        return asdict(self) | {"lines": list(self.lines)}


@dataclass(eq=False)
class Live:
    """One run in progress: what the thread that runs it, the bars and Ctrl-C need to know of each other."""

    run: Run
    number: int
    scratch: Path
    on_cell: Callable[[int], None] = lambda done: None
    notebook: Any = None
    manager: Any = None
    current: Any = None
    done: int = 0
    seen: list[Any] = field(default_factory=list)

    @property
    def kernel_log(self) -> Path:
        """Where the kernel's process writes what is no cell's output."""
        return self.scratch / f"{self.number}.log"

    def process(self) -> Any:
        """The kernel's process, or None if it has not started or is gone."""
        if (found := getattr(getattr(self.manager, "provisioner", None), "process", None)) is not None:
            self.seen[:] = [found]
        return self.seen[0] if self.seen else None

    def enter(self, cell: Any) -> None:
        """A code cell begins."""
        self.current = cell
        self.process()

    def leave(self, cell: Any) -> None:
        """A code cell has ended."""
        self.done += 1
        self.on_cell(self.done)

    def kill(self) -> None:
        """End the kernel's process at once, if there is one."""
        process = self.process()
        if process is None or process.poll() is not None:
            return
        if os.name == "posix" and os.getpgid(process.pid) == process.pid:
            os.killpg(process.pid, signal.SIGKILL)  # with whatever the cells have started
        else:
            process.kill()

    def code_cells(self) -> list[Any]:
        """The code cells of the executed notebook, without the injected one."""
        cells = self.notebook.cells if self.notebook is not None else []
        tags = ((cell, cell.metadata.get("tags", [])) for cell in cells if cell.cell_type == "code")
        return [cell for cell, names in tags if INJECTED not in names]

    def failure(self, error: str, message: str, lines: list[str]) -> Failure:
        """The failure of the current cell."""
        place = next((i for i, cell in enumerate(self.code_cells(), 1) if cell is self.current), None)
        cell_id = self.current.get("id") if self.current is not None else None
        return Failure(self.run.name, self.run.pair, place, cell_id, error, message, tuple(lines))
