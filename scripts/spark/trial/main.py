"""The trial of the Spark job: 300 archives in an object store, 6 of them broken, on two executor processes.

Each promise is printed and checked; the program exits with 1 when one does not hold.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.dont_write_bytecode = True
sys.path[:0] = [str(HERE), str(HERE.parent), str(ROOT / "scripts")]

import cluster  # noqa: E402
import rows  # noqa: E402
from objectstore import ObjectStore  # noqa: E402
from storetrial import captures, fleets  # noqa: E402

BROKEN, LEAKING, BUCKET = 6, 6, "archives"
OTHER_LIST = "ios-16-no-footprint.tar.gz"


class Trial:
    def __init__(self, program: Path, folder: Path, sound: int) -> None:
        self.program, self.folder, self.sound = program, folder, sound
        self.archives = folder / "in"
        self.failures: list[str] = []
        self.begin = time.time()

    def hold(self, what: str, is_so: bool) -> None:
        print(f"{'holds' if is_so else 'FAILS'} ({time.time() - self.begin:.0f} s): {what}", flush=True)
        if not is_so:
            self.failures.append(what)

    def generate(self) -> None:
        """A fleet of which six machines leak, a device whose processes come from taskinfo, and six archives that hold nothing readable."""
        fleets.fleet(self.archives, self.sound - 1, LEAKING, seed=1, base=captures.HEALTHY)
        shutil.copy(ROOT / "TestArchives" / OTHER_LIST, self.archives)
        captures.break_archives(self.archives / "broken", next(self.archives.glob("*.gz")))
        shutil.copy(ROOT / "TestArchives/no-memory-section.tar.gz", self.archives / "broken/without-memory.tar.gz")

    def run(self) -> None:
        self.generate()
        self.local_truth()
        with ObjectStore(self.folder / "objects.log") as store:
            store.fill(BUCKET, self.archives)
            self.whole(store)
            self.killed(store)
            self.copies(store)
        self.fleet()

    def local_truth(self) -> None:
        batch = cluster.run(self.program, "batch", self.archives, "--tables", self.folder / "tables", "-q")
        self.truth = rows.of_folder(self.folder / "tables", {str(self.archives): f"s3://{BUCKET}"})
        lists = {json.loads(row)["source"] for row in self.truth["processes"]}
        self.hold("the processes come from two lists", lists == {"footprint.processes", "taskinfo"})
        self.hold(f"batch: exit 5, {self.sound} snapshots, 6 failures", batch.returncode == 5 and self.counts(self.truth) == (self.sound, BROKEN))

    @staticmethod
    def counts(tables: dict) -> tuple[int, int]:
        return len(tables["snapshots"]), len(tables["failures"])

    def job(self, store: ObjectStore, output: str) -> cluster.Job:
        return cluster.Job(self.program, self.folder / output, f"s3://{BUCKET}", store.endpoint, self.folder)

    def whole(self, store: ObjectStore) -> None:
        before = time.time()
        job = self.job(store, "whole")
        status = job.wait()
        print(job.output.rstrip(), f"({time.time() - before:.0f} s with the start of Java)")
        self.same("a job over the object store", status, "whole")
        self.hold("it ran on two executor processes", job.executors_seen == 2)

    def same(self, what: str, status: int, output: str) -> None:
        found = rows.of_parquet(self.folder / output)
        self.hold(f"{what}: exit 5, {self.sound} snapshots, 6 failures", status == 5 and self.counts(found) == (self.sound, BROKEN))
        different = [name for name in self.truth if found.get(name) != self.truth[name]]
        self.hold(f"{what}: its Parquet equals the tables of batch, row by row" + (f" ({different})" if different else ""), not different)

    def killed(self, store: ObjectStore) -> None:
        job = self.job(store, "killed")
        was_killed = job.kill_executor_when(lambda: len(list((self.folder / "killed/_shards").glob("*.json"))) >= 2)
        status = job.wait()
        self.hold("an executor was killed in the middle", was_killed)
        self.same("a job of which an executor was killed", status, "killed")
        read = store.reads()
        again = self.job(store, "killed")
        status = again.wait()
        self.hold("run again: no archive is fetched", store.reads() == read and f"{self.sound + BROKEN} archives: 0 read, {self.sound + BROKEN} kept" in again.output)
        self.hold("run again: nothing is changed", rows.of_parquet(self.folder / "killed") == self.truth)

    def copies(self, store: ObjectStore) -> None:
        """Copies in other shards count once, and take the place of what is removed."""
        name = sorted(path.name for path in self.archives.glob("*.gz"))[0]
        for number in range(3):
            store.put(BUCKET, f"copy-{number}/{name}", (self.archives / name).read_bytes())
        job = self.job(store, "killed")
        job.wait()
        found = rows.of_parquet(self.folder / "killed")
        self.hold("three copies are read, and counted once", f"{self.sound + BROKEN + 3} archives: 3 read, {self.sound + BROKEN} kept" in job.output and self.counts(found) == (self.sound, BROKEN))
        store.delete(BUCKET, name)
        store.delete(BUCKET, f"copy-0/{name}")
        read = store.reads()
        self.job(store, "killed").wait()
        found = rows.of_parquet(self.folder / "killed")
        paths = {row["path"] for row in map(json.loads, found["snapshots"])}
        self.hold("without the first copies a later one stands in, and none is fetched",
                  self.counts(found) == (self.sound, BROKEN) and f"s3://{BUCKET}/copy-1/{name}" in paths and store.reads() == read)

    def fleet(self) -> None:
        """Spark SQL, DuckDB over Parquet, DuckDB over exported tables and `sysbalance fleet` name the same machines and kexts."""
        store = self.folder / "store.sqlite"
        cluster.run(self.program, "batch", self.archives, "--store", store, "-q")
        said = json.loads(cluster.run(self.program, "fleet", store, "--format", "json").stdout)
        names = [one["machine"]["name"] for one in said["outliers"]]
        kexts = [(one["name"], one.get("version"), one["outliers"], one["others"]) for one in said["sharedKexts"][0]["kexts"] if one["isShared"]]
        self.hold(f"fleet names {LEAKING} machines and the kext", len(names) == LEAKING and [kext[0] for kext in kexts] == [fleets.KEXT.decode()])
        exported = self.folder / "exported"
        cluster.run(self.program, "store", "export", store, "--tables", exported, "--compress", "gzip")
        self.hold("store export gives the tables of batch",
                  rows.of_folder(exported, {str(self.archives.resolve()): f"s3://{BUCKET}"}) == self.truth)
        rows.run_script(exported)
        for engine, place in [("duckdb", self.folder / "whole"), ("spark", self.folder / "whole"), ("duckdb", exported)]:
            answer = cluster.fleet(engine, place, exported / "duckdb.sql", self.folder)
            same = [one[0] for one in answer["outliers"]] == names and [tuple(one[:4]) for one in answer["kexts"]] == kexts
            self.hold(f"{engine} over {place.name}: the same machines and kexts", same)
        different = rows.different_answers(self.program, store, exported)
        self.hold(f"DuckDB answers the ten queries of store schema as SQLite does {different or ''}", not different)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--keep", type=Path, help="a folder for archives and output, which stays")
    parser.add_argument("--archives", type=int, default=300, help="how many archives, six broken ones among them")
    options = parser.parse_args()
    os.environ["LLVM_PROFILE_FILE"] = os.devnull  # of a program that is built for coverage
    with tempfile.TemporaryDirectory() as scratch:
        trial = Trial(options.program.resolve(), options.keep or Path(scratch), options.archives - BROKEN)
        trial.folder.mkdir(parents=True, exist_ok=True)
        trial.run()
    for failure in trial.failures:
        print(f"FAILED: {failure}", file=sys.stderr)
    return 1 if trial.failures else 0


if __name__ == "__main__":
    sys.exit(main())
