"""Runs commands in turn and records the resource usage of each."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass, field

# GNU time is a small process. The peak of a direct child would include this process's memory before exec.
LAUNCHER = shutil.which("gtime") or (shutil.which("time") if os.uname().sysname == "Linux" else None)


@dataclass
class Runs:
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    peak: list[float] = field(default_factory=list)

    def row(self) -> tuple[float, float, float]:
        """Medians of wall and CPU seconds, and the largest peak memory in MiB."""
        return statistics.median(self.wall), statistics.median(self.cpu), max(self.peak)


def once(command: list[str], runs: Runs | None) -> None:
    with tempfile.NamedTemporaryFile("r") as peak:
        if LAUNCHER:
            command = [LAUNCHER, "-f", "%M", "-o", peak.name, *command]
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise SystemExit(f"ended with {process.returncode}: {' '.join(command)}")
        if runs is None:
            return
        runs.wall.append(wall)
        runs.cpu.append(usage.ru_utime + usage.ru_stime)
        kilobytes = int(peak.read()) if LAUNCHER else usage.ru_maxrss / (1024 if os.uname().sysname == "Darwin" else 1)
        runs.peak.append(kilobytes / 1024)


def interleaved(commands: dict[str, list[str]], count: int) -> dict[str, Runs]:
    """Runs the commands in turn, `count` times after one warm-up; a slow minute then affects all of them.

    hyperfine runs one command's runs after the other's, which is no ground for a ratio on a machine that is shared.
    """
    results = {name: Runs() for name in commands}
    for number in range(count + 1):
        for name, command in commands.items():
            once(command, results[name] if number else None)
    return results
