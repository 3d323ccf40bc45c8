"""Files and folders written aside and moved into place, so that an interrupted run leaves no half of one."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SUFFIX = ".partial"


def write_aside(path: Path, text: str) -> None:
    """Write the text beside `path` under a hidden name, then move it there in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}{SUFFIX}")
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)


def remove_partials(folder: Path) -> None:
    """Remove what a killed process left behind in the folder."""
    for path in folder.glob(f".*{SUFFIX}"):
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


@contextmanager
def folder_aside(folder: Path) -> Iterator[Path]:
    """A new, empty folder to fill; when the block ends well it takes the place of `folder`.

    If the block raises, the earlier folder stays as it was. There is no single step that exchanges two folders on
    every system, so for the moment between two renames neither is there; never half of one.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    partial = folder.with_name(f".{folder.name}.{os.getpid()}{SUFFIX}")
    earlier = folder.with_name(f".{folder.name}.{os.getpid()}.earlier{SUFFIX}")
    for leftover in (partial, earlier):
        shutil.rmtree(leftover, ignore_errors=True)
    partial.mkdir()
    try:
        yield partial
        if folder.exists():
            os.replace(folder, earlier)
        try:
            os.replace(partial, folder)
        except OSError:
            if earlier.exists():
                os.replace(earlier, folder)
            raise
    finally:
        shutil.rmtree(partial, ignore_errors=True)
        shutil.rmtree(earlier, ignore_errors=True)
