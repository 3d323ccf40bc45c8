"""What a batch says while it runs: bars with notebook and pair on a terminal, plain lines anywhere else."""

import sys
from threading import Lock
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from earth_or_orbit.batch.plan import Run
    from earth_or_orbit.batch.runner import RunResult


def progress_on(stream: TextIO | None, total: int) -> "PlainLines":
    """Bars if the stream is a terminal, else plain lines; standard error if no stream is given."""
    stream = stream or sys.stderr
    return (Bars if stream.isatty() else PlainLines)(stream, total)


def finished_line(result: "RunResult") -> str:
    """`done    30_earth_or_orbit  fairwater_wi × spacex_ai1  12.3 s`, with the error below it if it failed."""
    line = f"{result.status:<7} {result.run.label}  {result.seconds:.1f} s"
    return f"{line}\n        {result.failure.line}" if result.failure else line


class PlainLines:
    """One line when a run starts and one when it ends. Safe to call from several threads."""

    def __init__(self, stream: TextIO, total: int) -> None:
        self.stream, self.total, self.finished, self.lock = stream, total, 0, Lock()

    def start(self, run: "Run", cells: int) -> None:
        """A run begins; it has this many code cells."""
        with self.lock:
            self.say(f"run     {run.label}")

    def cell(self, run: "Run", done: int) -> None:
        """So many of its code cells are done. Plain lines leave that out."""

    def end(self, result: "RunResult") -> None:
        """A run has ended."""
        with self.lock:
            self.finished += 1
            self.say(f"[{self.finished}/{self.total}] {finished_line(result)}")

    def say(self, text: str) -> None:
        """Print one line now."""
        print(text, file=self.stream, flush=True)

    def close(self) -> None:
        """Nothing is left to clear."""


class Bars(PlainLines):
    """A bar for each run in progress, and the plain line of each that has ended above them."""

    def __init__(self, stream: TextIO, total: int) -> None:
        super().__init__(stream, total)
        self.bars = {}

    def start(self, run: "Run", cells: int) -> None:
        """A bar for this run, on the first free line."""
        from tqdm import tqdm

        with self.lock:
            taken = {bar.pos for bar in self.bars.values()}
            line = next(place for place in range(len(taken) + 1) if -place not in taken and place not in taken)
            layout = "{desc}  {bar} {n_fmt}/{total_fmt} cells  {elapsed}"
            self.bars[run] = tqdm(
                total=cells, desc=run.label, file=self.stream, position=line, leave=False, bar_format=layout
            )

    def cell(self, run: "Run", done: int) -> None:
        """Move the run's bar."""
        with self.lock:
            if bar := self.bars.get(run):
                bar.n = done
                bar.refresh()

    def end(self, result: "RunResult") -> None:
        """Take the bar away and print the line."""
        with self.lock:
            if bar := self.bars.pop(result.run, None):
                bar.close()
        super().end(result)

    def say(self, text: str) -> None:
        """Print a line above the bars."""
        from tqdm import tqdm

        tqdm.write(text, file=self.stream)

    def close(self) -> None:
        """Clear the bars that are left."""
        with self.lock:
            for bar in self.bars.values():
                bar.close()
            self.bars.clear()
