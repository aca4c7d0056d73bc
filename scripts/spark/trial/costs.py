"""Measures the processor time of an archive: read by `batch`, and by the Spark job from a disk and from an object store.

The start of Java is the time of a job over one small archive, and is taken off. The time for each process comes from small
archives, the time for each GB from large ones. Linux only: there, processes that outlive their parents can be waited for.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.dont_write_bytecode = True
sys.path[:0] = [str(HERE), str(HERE.parent), str(ROOT / "scripts"), str(ROOT / "scripts/benchmark")]

import cluster  # noqa: E402
from archives import make  # noqa: E402
from objectstore import ObjectStore  # noqa: E402
from storetrial import captures  # noqa: E402

SMALL = 200
# Runs a command and waits for all that it leaves behind: Java does not wait for its own.
REAPER = """
import ctypes, os, subprocess, sys
ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
process = subprocess.Popen(sys.argv[1:])
while True:
    try:
        pid, status = os.wait()
    except ChildProcessError:
        sys.exit(code)
    if pid == process.pid:
        code = process.returncode = os.waitstatus_to_exitcode(status)
"""


@dataclass
class Cost:
    """Seconds of processors and of the clock."""

    processor: float
    wall: float

    def __sub__(self, other: Cost) -> Cost:
        return Cost(self.processor - other.processor, self.wall - other.wall)


def measured(command: list[object], environment: dict[str, str] | None = None) -> Cost:
    begin = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", REAPER, *map(str, command)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"ended with {process.returncode}: {' '.join(map(str, command))}")
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - begin)


def large_archives(folder: Path, count: int, megabytes: int) -> None:
    folder.mkdir()
    texts = captures.members(captures.LARGE)
    for number in range(count):
        wanted = captures.capture(texts, f"host-{number:03}.example", number)
        make(folder / f"{number:02}.tar.gz", megabytes, "mixed", "spread", wanted, 0)


class Measurement:
    def __init__(self, program: Path, folder: Path) -> None:
        self.program, self.folder, self.jobs = program, folder, 0

    def batch(self, source: Path) -> Cost:
        return measured([self.program, "batch", source, "--jobs", cluster.EXECUTORS, "-q"])

    def job(self, source: Path | str, store: ObjectStore) -> Cost:
        self.jobs += 1
        output = self.folder / f"output-{self.jobs}"
        return measured(cluster.command(self.program, output, source, store.endpoint), cluster.environment(self.folder))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=ROOT / ".build/release/sysbalance")
    parser.add_argument("--archives", type=int, default=16, help="how many large archives")
    parser.add_argument("--megabytes", type=int, default=93, help="the size of a large archive, compressed")
    parser.add_argument("--save", type=Path, help="writes the costs for scripts/spark/simulate --costs")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        small, large, one = folder / "small", folder / "large", folder / "one"
        captures.machines(small, captures.SMALL, SMALL // 4, 4)
        captures.machines(one, captures.SMALL, 1, 1)
        large_archives(large, options.archives, options.megabytes)
        size = sum(path.stat().st_size for path in large.iterdir()) / 1e9
        measurement = Measurement(options.program.resolve(), folder)
        with ObjectStore(folder / "objects.log") as store:
            for source in (small, large):
                store.fill(source.name, source)
            start = measurement.job(one, store)
            print(f"start of Java and of the cluster: {start.processor:.1f} s of processors, {start.wall:.1f} s", flush=True)
            print(f"| way | {SMALL} small archives | {options.archives} archives of {size / options.archives * 1e3:.0f} MB |\n|---|---:|---:|", flush=True)
            ways = {
                "`batch --jobs 2`": measurement.batch,
                "Spark, from disk": lambda source: measurement.job(source, store) - start,
                "Spark, from an object store": lambda source: measurement.job(f"s3://{source.name}", store) - start,
            }
            costs = {}
            for name, way in ways.items():
                costs[name] = way(small), way(large)
                print(f"| {name} | " + " | ".join(f"{cost.processor:.1f} ({cost.wall:.1f})" for cost in costs[name]) + " |", flush=True)
    batch, _, stored = (costs[name][1].processor / options.archives for name in ways)
    each = costs["Spark, from an object store"][0].processor / SMALL
    per_gigabyte = (stored - each) * options.archives / size
    print(f"a large archive: {batch:.2f} s by batch, {stored:.2f} s from an object store, {stored / batch:.2f} times; {each:.3f} s for each archive and {per_gigabyte:.2f} s for each GB")
    if options.save:
        options.save.write_text(json.dumps({"secondsPerArchive": each, "secondsPerGB": per_gigabyte}))
    return 0 if stored <= 2 * batch else 1


if __name__ == "__main__":
    sys.exit(main())
