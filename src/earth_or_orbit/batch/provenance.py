"""Where a result comes from: data digest, package version, commit, Python and libraries, for each `run.json`."""

import hashlib
import platform
import shutil
import subprocess
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Any

DISTRIBUTION = "earth-or-orbit"
DATA_FOLDERS = ("data", "scenarios")
LIBRARIES = (
    "ipykernel",
    "matplotlib",
    "numpy",
    "pandas",
    "papermill",
    "pint",
    "seaborn",
    "sf-hamilton",
)


def project_folder(start: Path | None = None) -> Path | None:
    """The nearest folder at or above `start` (or else this package) that holds data/ and scenarios/; None if none."""
    start = Path(start or __file__).resolve()
    for folder in (start, *start.parents):
        if all((folder / name).is_dir() for name in DATA_FOLDERS):
            return folder
    return None


def describe(project: Path | None, fallback: Path | None = None) -> dict[str, Any]:
    """What all runs of one batch share. What cannot be known is None: no commit outside git, no digest without data.

    project: the folder that holds data/ and scenarios/. fallback: a folder to ask for the commit if there is none.
    """
    return {
        "package": {"name": DISTRIBUTION, "version": version(DISTRIBUTION)},
        "git": git_state(project or fallback),
        "data_digest": data_digest(project) if project else None,
        "python": platform.python_version(),
        "platform": f"{platform.system()} {platform.machine()}",
        "libraries": {name: version(name) for name in LIBRARIES},
    }


def version(distribution: str) -> str | None:
    """Installed version of a distribution; None if it is not installed."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None


def data_digest(project: Path, folders: Iterable[str] = DATA_FOLDERS) -> str | None:
    """`sha256:…` over names and bytes of every file under data/ and scenarios/, in order of name; None if no files.

    Hidden files and compiled Python are left out: they differ from machine to machine and hold no data.
    """
    digest = hashlib.sha256()
    count = 0
    for folder in folders:
        for path in sorted((project / folder).rglob("*"), key=lambda path: path.relative_to(project).as_posix()):
            name = path.relative_to(project)
            if not path.is_file() or any(part.startswith((".", "__pycache__")) for part in name.parts):
                continue
            digest.update(f"{name.as_posix()}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
            count += 1
    return f"sha256:{digest.hexdigest()}" if count else None


def file_digest(path: Path) -> str:
    """`sha256:…` of one file."""
    return f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"


def git_state(folder: Path | None) -> dict[str, Any] | None:
    """`{"commit": …, "dirty": …}` of the repository that holds the folder; None outside one, or without git."""
    if folder is None or not shutil.which("git"):
        return None
    commit = _git(folder, "rev-parse", "--verify", "HEAD")
    changes = _git(folder, "status", "--porcelain")
    if changes is None:
        return None
    return {"commit": commit, "dirty": bool(changes)}


def _git(folder: Path, *arguments: str) -> str | None:
    """What git prints, stripped; None if it fails."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None
