"""The store's promises, one function each."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from . import captures, dump, fleets
from .growth import multiply

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmark"))
from archives import make  # noqa: E402
from timing import LAUNCHER  # noqa: E402

HAS_AFFINITY = hasattr(os, "sched_setaffinity")


def only_one() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


@dataclass
class Run:
    status: int
    seconds: float
    processor: float  # seconds of all processes
    peak: float  # MiB
    output: str
    errors: str


@dataclass
class Trial:
    binary: Path
    folder: Path
    failures: list[str] = field(default_factory=list)

    def run(self, *arguments: object, on_one: bool = False) -> Run:
        """Runs the program, if asked on one processor alone (macOS knows no such limit)."""
        output, errors, peak = (self.folder / name for name in ("stdout", "stderr", "peak"))
        command = [self.binary, *map(str, arguments)]
        if LAUNCHER:
            command = [LAUNCHER, "-q", "-f", "%M", "-o", peak, *command]
        start = time.perf_counter()
        with output.open("wb") as out, errors.open("wb") as err:
            process = subprocess.Popen(command, stdout=out, stderr=err, preexec_fn=only_one if on_one and HAS_AFFINITY else None)
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
        kilobytes = int(peak.read_text()) if LAUNCHER else usage.ru_maxrss / (1 if sys.platform == "linux" else 1024)
        return Run(process.returncode, seconds, usage.ru_utime + usage.ru_stime, kilobytes / 1024, output.read_text(), errors.read_text())

    def hold(self, what: str, is_so: bool) -> None:
        print(("    holds: " if is_so else "    FAILS: ") + what)
        if not is_so:
            self.failures.append(what)

    def scales(self, two: float, one: float, stored: bool) -> None:
        """Compares two jobs on two processors with one job on one.

        A job alone also uses a second processor: to inflate ahead, and to write to the store.
        """
        print(f"two jobs {two:.2f} s, one job{' on one processor' if HAS_AFFINITY else ''} {one:.2f} s, ratio {two / one:.2f}{', with a store' if stored else ''}")
        if HAS_AFFINITY:
            self.hold("two processors take at most 0.55 of the time of one", two <= 0.55 * one)

    def archives(self) -> Path:
        """200 intact archives and 5 broken ones, created once."""
        folder = self.folder / "many"
        if not folder.exists():
            captures.break_archives(folder / "broken", captures.machines(folder, captures.SMALL, 50, 4)[0])
        return folder

    def undisturbed(self) -> list[str]:
        store = self.folder / "undisturbed.sqlite"
        if not store.exists():
            self.run("batch", self.archives(), "--store", store, "-q")
        return dump.lines(store)


def many(trial: Trial) -> None:
    archives, store = trial.archives(), trial.folder / "many.sqlite"
    first, second = (trial.run("batch", archives, "--store", store) for _ in range(2))
    print(f"200 intact archives and 5 broken ones: {first.seconds:.2f} s, again {second.seconds:.3f} s; store {store.stat().st_size / 1e6:.1f} MB")
    trial.hold("exit 5 both times", first.status == second.status == 5)
    trial.hold("200 snapshots, 5 failures", dump.lines(store)[1] == "200 5")
    trial.hold("the second run reads nothing again, and prints what the first did",
               "0 read, 205 unchanged, 5 failed" in second.errors and second.output == first.output)
    trial.hold("the second run takes less than a second", second.seconds < 1)


def killed(trial: Trial) -> None:
    archives, store, rng = trial.archives(), trial.folder / "killed.sqlite", random.Random(5)
    whole, kills = trial.undisturbed(), 0
    begin = time.perf_counter()
    trial.run("batch", archives, "--store", trial.folder / "timed.sqlite", "-q")
    longest = time.perf_counter() - begin
    while kills < 50:
        process = subprocess.Popen([trial.binary, "batch", archives, "--store", store], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            # Short runs are more likely: 50 of them must not finish the batch.
            process.wait(rng.random() ** 2 * longest / 5)
            store.unlink()
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            kills += 1
    done = trial.run("batch", archives, "--store", store)
    again = dump.lines(store)
    print(f"killed {kills} times, then run to the end: {done.errors.splitlines()[-1]}")
    trial.hold("the store is that of an undisturbed run, row by row", again == whole)
    trial.hold("integrity_check is ok", again[0] == "ok")
    left = [path.name for path in trial.folder.iterdir() if ".partial-" in path.name]
    print(f"    unfinished new stores left by kills: {len(left)}")


def together(trial: Trial) -> None:
    archives, store = trial.archives(), trial.folder / "together.sqlite"
    halves = sorted(archives.iterdir())
    sets = [halves[: len(halves) * 3 // 4], halves[len(halves) // 4:]]
    runs = [subprocess.Popen([trial.binary, "batch", *part, "--store", store, "-q"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for part in sets]
    statuses = {run.wait() for run in runs}
    print(f"two batches in parallel over overlapping folders: exits {sorted(statuses)}")
    trial.hold("both end as they would alone", statuses <= {0, 5})
    trial.hold("the store is that of an undisturbed run, row by row", dump.lines(store) == trial.undisturbed())


def jobs(trial: Trial) -> None:
    folder = trial.folder / "jobs"
    folder.mkdir()
    texts = captures.members(captures.LARGE)
    for number in range(40):
        wanted = captures.capture(texts, f"host-{number:03}.example", number)
        make(folder / f"{number:02}.tar.gz", 20, "mixed", "spread", wanted, 0)
    megabytes = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
    for stored in (False, True):
        best: dict[int, Run] = {}
        for attempt in range(3):
            for count in (1, 2):
                more = ["--store", trial.folder / f"jobs-{count}-{attempt}.sqlite"] if stored else []
                run = trial.run("batch", folder, "--jobs", count, "-q", *more, on_one=count == 1)
                if count not in best or run.seconds < best[count].seconds:
                    best[count] = run
        print(f"40 archives of {megabytes / 40:.0f} MB{', stored' if stored else ''}: one job {best[1].seconds:.2f} s, {best[1].peak:.0f} MiB;"
              f" two jobs {best[2].seconds:.2f} s, {best[2].peak:.0f} MiB")
        trial.scales(best[2].seconds, best[1].seconds, stored)
        trial.hold("at most 64 MiB per job", best[1].peak <= 64 and best[2].peak <= 128)


def ratio(trial: Trial) -> None:
    folder, turns = trial.folder / "distinct", 5
    captures.machines(folder, captures.SMALL, 500, 4)
    runs: dict[tuple[bool, int], list[Run]] = {}
    for turn in range(turns):
        for stored in (False, True):
            for count in (2, 1):
                store = trial.folder / f"ratio-{turn}-{count}.sqlite"
                run = trial.run("batch", folder, "--jobs", count, "-q", *(["--store", store] if stored else []), on_one=count == 1)
                runs.setdefault((stored, count), []).append(run)
                store.unlink(missing_ok=True)

    def middle(stored: bool, count: int, what: str) -> float:
        return statistics.median(getattr(run, what) for run in runs[stored, count])

    for what in ("seconds", "processor"):
        plain, kept = middle(False, 2, what), middle(True, 2, what)
        print(f"2,000 distinct archives, medians of {turns}, {what}: {plain:.2f} s, with a store {kept:.2f} s, ratio {kept / plain:.2f}")
        trial.hold(f"a store costs at most 0.3 more ({what})", kept <= 1.3 * plain)
    for stored in (False, True):
        trial.scales(middle(stored, 2, "seconds"), middle(stored, 1, "seconds"), stored)


def large(trial: Trial) -> None:
    folder, store = trial.folder / "fleet", trial.folder / "large.sqlite"
    captures.machines(folder, captures.LARGE, 300, 1)
    filled = trial.run("batch", folder, "--store", store, "-q")
    one = store.stat().st_size / 300
    with sqlite3.connect(store) as database:
        multiply(database, 10_000)
    count = sqlite3.connect(store).execute("SELECT count(*), count(DISTINCT machine_id) FROM snapshot").fetchone()
    print(f"{count[0]} snapshots of {count[1]} machines with 325 zones, 82 wired rows, 277 processes: {store.stat().st_size / 1e6:.0f} MB,"
          f" {store.stat().st_size / count[0] / 1e3:.1f} kB each (first 300: {one / 1e3:.1f} kB, {filled.seconds:.1f} s)")
    runs = [trial.run("trend", store, "--machine", "host-007.example") for _ in range(3)]
    listed = trial.run("store", "list", store)
    query = time.perf_counter()
    rows = sqlite3.connect(store).execute("SELECT count(*) FROM components JOIN snapshots USING (snapshot) WHERE kind = 'zone' AND name = 'data.kalloc.1024' AND bytes > 1").fetchone()
    query = time.perf_counter() - query
    print(f"    trend of one machine {min(run.seconds for run in runs):.2f} s (exit {runs[0].status}), {runs[0].peak:.0f} MiB; list {listed.seconds:.2f} s;"
          f" machines with a zone {query:.2f} s ({rows[0]})")
    trial.hold("machines with a zone are found in less than 0.5 s", query < 0.5)
    trial.hold("trend of one machine takes less than 0.5 s", min(run.seconds for run in runs) < 0.5 and runs[0].status == 0)


def fleet(trial: Trial) -> None:
    folder, store = trial.folder / "three-models", trial.folder / "fleet.sqlite"
    leaking = fleets.fleet(folder, 300, 6, seed=1)
    trial.run("batch", folder, "--store", store, "-q")
    run = trial.run("fleet", store, "--format", "json")
    print(f"300 machines of 3 models, 6 with a leaking kext: {run.seconds:.2f} s, {run.peak:.0f} MiB")
    found = json.loads(run.output)
    trial.hold("those six stand out and no other", {outlier["machine"]["name"] for outlier in found["outliers"]} == leaking)
    shared = {kext["name"] for group in found["sharedKexts"] for kext in group["kexts"] if kext["isShared"]}
    trial.hold("the kext is named, and no other", shared == {fleets.KEXT.decode()})
    with sqlite3.connect(store) as database:
        multiply(database, 10_000)
        fleets.shake(database)
    for machines in (10_000, 1_000):
        with sqlite3.connect(store) as database:
            fleets.spread(database, machines)
        runs = [trial.run("fleet", store) for _ in range(3)]
        best = min(runs, key=lambda run: run.seconds)
        print(f"10,000 snapshots of {machines} machines, {store.stat().st_size / 1e6:.0f} MB: fleet {best.seconds:.2f} s, {best.peak:.0f} MiB (exit {best.status})")
        trial.hold("fleet takes less than 3 s", best.seconds < 3 and best.status == 0)


PARTS = {"many": many, "killed": killed, "together": together, "jobs": jobs, "ratio": ratio, "large": large, "fleet": fleet}
