"""Runs commands in turn and keeps what the system says of each finished process."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from dataclasses import dataclass, field


@dataclass
class Runs:
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    peak: list[float] = field(default_factory=list)

    def row(self) -> tuple[float, float, float]:
        """Medians of wall and CPU seconds, and the largest peak memory in MiB."""
        return statistics.median(self.wall), statistics.median(self.cpu), max(self.peak)


def once(command: list[str], runs: Runs | None) -> None:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if runs is None:
        return
    runs.wall.append(time.perf_counter() - start)
    runs.cpu.append(usage.ru_utime + usage.ru_stime)
    runs.peak.append(usage.ru_maxrss / (1024 if os.uname().sysname == "Linux" else 1 << 20))


def interleaved(commands: dict[str, list[str]], count: int) -> dict[str, Runs]:
    """Each command once in turn, `count` times, after one warm-up: a slow minute of the machine hits all alike."""
    results = {name: Runs() for name in commands}
    for number in range(count + 1):
        for name, command in commands.items():
            once(command, results[name] if number else None)
    return results
