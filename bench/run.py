"""Time the commands that users wait for, each as a whole process, in one run on one machine -> bench/results.csv.

Seconds differ between machines; compare rows of one run. The first call of each command is left out (cold files).
"""

import csv
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
REPEATS = 5
PAIR = ("--site", "fairwater_wi", "--concept", "spacex_ai1")
COMMANDS = {
    "start of Python": ("-c", "pass"),
    "list sites": ("-m", "earth_or_orbit", "list", "sites"),
    "compare one pair": ("-m", "earth_or_orbit", "compare", *PAIR, "--json"),
    "explain one line": ("-m", "earth_or_orbit", "explain", "present_cost_usd", *PAIR, "--json"),
    "verify all published cases": ("-m", "earth_or_orbit", "verify", "--json"),
    "facts check": ("-m", "earth_or_orbit", "facts", "check"),
}


def seconds_of(arguments: tuple[str, ...]) -> float:
    """Wall time of one process; a failing one stops the bench."""
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    return time.perf_counter() - started


def main() -> None:
    """Run every command a few times in turn, so that a busy moment hits all of them, and write the medians."""
    for arguments in COMMANDS.values():
        seconds_of(arguments)
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(REPEATS):
        for name, arguments in COMMANDS.items():
            times[name].append(seconds_of(arguments))
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    with (HERE / "results.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["command", "median_s", "fastest_s", "slowest_s", "runs_count", "machine"])
        for name, found in times.items():
            spread = (f"{value:.3f}" for value in (statistics.median(found), min(found), max(found)))
            table.writerow([name, *spread, len(found), machine])
            print(f"{name:28} {statistics.median(found):7.3f} s")


if __name__ == "__main__":
    main()
