"""Ctrl-C and SIGTERM in the middle of a batch: no half file, no kernel left, what was finished stays."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tiny_notebooks import write_notebook

COMMAND = """import sys
from pathlib import Path
from earth_or_orbit import batch
folder = Path(sys.argv[1])
sys.exit(batch.run(sorted((folder / "notebooks").glob("*.ipynb")), out=folder / "build"))
"""
PATIENCE_SECONDS = 40

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of this kind are POSIX's")


def running(process_id: int) -> bool:
    """Whether the process lives; one that is dead but not yet collected does not."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(process_id)], capture_output=True, text=True).stdout.strip()
    return bool(state) and not state.startswith("Z")


def wait_for(condition) -> bool:
    end = time.monotonic() + PATIENCE_SECONDS
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return bool(condition())


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stopped_batch_leaves_nothing_half_done(tmp_path, number, status):
    note = f"import os, pathlib, time\npathlib.Path({str(tmp_path)!r}, f'kernel-{{os.getpid()}}').touch()"
    write_notebook(tmp_path / "notebooks", "01_quick", "print('quick')")
    for name in ("02_slow", "03_slow", "04_waiting"):
        write_notebook(tmp_path / "notebooks", name, note, "time.sleep(300)", "print('never')")
    stale = tmp_path / "build" / "02_slow" / "02_slow.ipynb"
    stale.parent.mkdir(parents=True)
    stale.write_text("an earlier result")
    quick = tmp_path / "build" / "01_quick" / "01_quick.run.json"
    command = [sys.executable, "-c", COMMAND, str(tmp_path)]
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    environment = os.environ | {"TMPDIR": str(scratch)}
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, cwd=tmp_path, env=environment, start_new_session=True
    )
    try:
        assert wait_for(lambda: quick.exists() and len(list(tmp_path.glob("kernel-*"))) == 2)
        kernels = [int(path.name.split("-")[1]) for path in tmp_path.glob("kernel-*")]
        assert all(running(kernel) for kernel in kernels)
        process.send_signal(number)
        _, said = process.communicate(timeout=PATIENCE_SECONDS)
    finally:
        process.kill()
    assert process.returncode == status
    assert said.splitlines()[-1] == f"interrupted: 1 of 4 runs finished; their outputs are in {tmp_path / 'build'}"
    assert "Traceback" not in said
    assert wait_for(lambda: not any(running(kernel) for kernel in kernels))
    left = sorted(path.relative_to(tmp_path / "build").as_posix() for path in (tmp_path / "build").rglob("*.*"))
    assert left == ["01_quick/01_quick.ipynb", "01_quick/01_quick.run.json"]
    assert os.listdir(scratch) == []
    assert json.loads(Path(quick).read_text())["status"] == "done"
