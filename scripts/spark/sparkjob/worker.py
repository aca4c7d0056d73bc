"""What an executor does: it reads the archives of a shard and writes the shard's files."""

from __future__ import annotations

import json
import os
import resource
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Callable, Iterator

from . import parquet
from .places import Place
from .reading import Reading, read
from .shards import Mark, Shard, file, maker


@dataclass(frozen=True)
class Task:
    """What every shard's task knows."""

    program: str
    output: str
    endpoint: str | None
    definition: str
    attempts: int
    timeout: int


def results(task: Task) -> Callable:
    """The function for `mapInPandas`: a row for each shard."""

    def run(frames: Iterator) -> Iterator:
        import pandas
        from pyspark import SparkFiles

        program = SparkFiles.get(task.program)
        os.chmod(program, 0o700)
        for frame in frames:
            for row in frame.itertuples():
                yield pandas.DataFrame([run_shard(task, program, Shard.read(int(row.shard), row.objects))])

    return run


def run_shard(task: Task, program: str, shard: Shard) -> dict:
    begin, before = time.time(), processor_seconds()
    output, definition = Place.of(task.output, task.endpoint), json.loads(task.definition)
    schemas = parquet.schemas(definition)
    mark = Mark.load(output, shard.number, maker(definition))
    known = {one.name: mark.objects[one.name] for one in shard.objects if mark.holds(one)}
    kept = Kept(output, shard.number, schemas, known)
    new = [one for one in shard.objects if one.name not in known]
    lost, size = [], 0
    # Two at a time: while one is fetched, the other is parsed.
    with ThreadPoolExecutor(2) as pool:
        readings = pool.map(lambda one: read(one, program, task.endpoint, task.attempts, task.timeout), new)
        for one, reading in zip(new, readings):
            if reading.is_lost:
                lost.append(one.name)
                continue
            size += one.size
            kept.add(reading)
            known[one.name] = {
                "size": one.size, "tag": one.tag,
                "snapshots": [row["snapshot"] for row in reading.rows.get("snapshots", [])],
                "failures": [row["path"] for row in reading.failures()],
            }
    kept.write(output, shard.number)
    Mark(maker(definition), known).save(output, shard.number)
    failed = sum(1 for one in new if known.get(one.name, {}).get("failures"))
    return {
        "shard": shard.number, "read": len(new) - len(lost), "kept": len(shard.objects) - len(new), "failed": failed, "lost": lost,
        "bytes": size, "seconds": time.time() - begin, "processor": processor_seconds() - before,
    }


def processor_seconds() -> float:
    """What this process and the programs that it ran took so far."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


class Kept:
    """The rows of a shard: what its files hold of unchanged archives, and what is read now. Each content is there once."""

    def __init__(self, output: Place, shard: int, schemas: dict, known: dict[str, dict]) -> None:
        self.schemas = schemas
        self.failures: list[dict] = []
        self.machines: dict[str, dict] = {}
        self.snapshots: dict[str, dict[str, list[dict]]] = {}
        if not known:
            return
        snapshots = {digest for one in known.values() for digest in one["snapshots"]}
        failures = {path for one in known.values() for path in one["failures"]}
        failed = parquet.read(file(output, "failures", shard), schemas["failures"]).to_pylist()
        self.failures = [row for row in failed if row["path"] in failures]
        rows = {digest: {name: [] for name in schemas} for digest in snapshots}
        for name in set(schemas) - {"failures", "machines"}:
            for row in parquet.read_all(output, name, shard, schemas[name]).to_pylist():
                if row["snapshot"] in rows:
                    rows[row["snapshot"]][name].append(row)
        self.snapshots = {digest: one for digest, one in rows.items() if one["snapshots"]}
        machines = {one["snapshots"][0]["machine"] for one in self.snapshots.values()}
        for row in parquet.read(file(output, "_machines", shard), schemas["machines"]).to_pylist():
            if row["machine"] in machines:
                self.machines[row["machine"]] = row

    def add(self, reading: Reading) -> None:
        self.failures += reading.failures()
        self.machines.update((row["machine"], row) for row in reading.rows.get("machines", []))
        for snapshot in reading.rows.get("snapshots", []):
            digest = snapshot["snapshot"]
            old = self.snapshots.get(digest)
            if old is None or rank(snapshot) < rank(old["snapshots"][0]):
                self.snapshots[digest] = {
                    name: [row for row in rows if row.get("snapshot") == digest] for name, rows in reading.rows.items()
                    if name not in ("failures", "machines")
                }

    def write(self, output: Place, shard: int) -> None:
        import pyarrow

        for name, schema in self.schemas.items():
            if name == "failures":
                rows = self.failures
            elif name == "machines":
                rows = list(self.machines.values())
            else:
                rows = [row for digest in sorted(self.snapshots) for row in self.snapshots[digest].get(name, [])]
            target = "_machines" if name == "machines" else name
            parquet.write(file(output, target, shard), pyarrow.Table.from_pylist(rows, schema))
            file(output, f"_copies/{name}", shard).delete()


def rank(snapshot: dict) -> tuple[int, str]:
    """Of copies of one capture the lowest is kept: a whole archive before a damaged one, then by path."""
    return (0 if snapshot["outcome"] == "complete" else 1, snapshot["path"])
