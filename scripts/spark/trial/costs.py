"""Measures the processor time of an archive: read by `batch`, and by the Spark job from a disk and from an object store.

Of the job it is what its tasks report: their Python with the programs that it ran. The start of Java is not in it. The time for
each archive comes from small ones, the time for each GB from large ones.
"""

from __future__ import annotations

import argparse
import json
import os
import re
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
TOLD = re.compile(r"in ([\d.]+) s, ([\d.]+) s of processor time")


@dataclass
class Cost:
    """Seconds of processors and of the clock."""

    processor: float
    wall: float


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
        begin = time.perf_counter()
        command = [self.program, "batch", source, "--jobs", cluster.EXECUTORS, "-q"]
        process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - begin)

    def job(self, source: Path | str, store: ObjectStore) -> Cost:
        self.jobs += 1
        job = cluster.Job(self.program, self.folder / f"output-{self.jobs}", source, store.endpoint, self.folder)
        if job.wait():
            raise SystemExit(f"the job ended with {job.process.returncode}")
        wall, processor = TOLD.search(job.output).groups()
        return Cost(float(processor), float(wall))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--archives", type=int, default=16, help="how many large archives")
    parser.add_argument("--megabytes", type=int, default=93, help="the size of a large archive, compressed")
    parser.add_argument("--save", type=Path, help="writes the costs for scripts/spark/simulate --costs")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        small, large = folder / "small", folder / "large"
        captures.machines(small, captures.SMALL, SMALL // 4, 4)
        large_archives(large, options.archives, options.megabytes)
        size = sum(path.stat().st_size for path in large.iterdir()) / 1e9
        measurement = Measurement(options.program.resolve(), folder)
        with ObjectStore(folder / "objects.log") as store:
            for source in (small, large):
                store.fill(source.name, source)
            print(f"| way | {SMALL} small archives | {options.archives} archives of {size / options.archives * 1e3:.0f} MB |\n|---|---:|---:|", flush=True)
            ways = {
                "`batch --jobs 2`": measurement.batch,
                "Spark, from disk": lambda source: measurement.job(source, store),
                "Spark, from an object store": lambda source: measurement.job(f"s3://{source.name}", store),
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
