"""Reads many sysdiagnose archives with Spark and writes their tables as Parquet.

    scripts/spark/job --program sysbalance --output OUT SOURCE…

A source is a folder, a glob, an archive, or a prefix of an object store (s3://bucket/prefix). The archives are dealt into a
fixed number of shards. Each shard is one task: it streams its archives into `sysbalance report -`, without a local copy, and
writes OUT/TABLE/shard=N/rows.parquet. Run again at any time: only what is new or changed is read.

Exit codes: 0 done; 1 nothing to do; 5 some archives failed, see the table `failures`; 6 some could not be fetched: run again.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from sparkjob import objects, places, settling, shards  # noqa: E402
from sparkjob.worker import Task, results  # noqa: E402

RESULT = "shard int, read int, kept int, failed int, lost array<string>, bytes long, seconds double, processor double"


def seconds(text: str) -> int:
    """A time that the program takes, too."""
    if not 1 <= int(text) <= 86_400:
        raise argparse.ArgumentTypeError("takes 1 to 86400 seconds")
    return int(text)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="*", help="folders, globs, archives, or s3://bucket/prefix")
    parser.add_argument("--manifest", action="append", default=[], help="a file with a name, and after a tab its size, on each line")
    parser.add_argument("--output", required=True, help="a folder, or s3://bucket/prefix")
    parser.add_argument("--program", type=Path, required=True, help="sysbalance; it is sent to the executors")
    parser.add_argument("--shards", type=int, help="the number of shards of a new output (default: one for 16 archives)")
    parser.add_argument("--endpoint", help="the address of an object store other than Amazon's; keys come from the environment")
    parser.add_argument("--attempts", type=int, default=3, help="how often to fetch an archive that breaks off")
    parser.add_argument("--timeout", type=seconds, default=600, help="seconds for one archive, up to a day (default: 600)")
    parser.add_argument("--master", help="Spark's master, unless spark-submit gives it")
    parser.add_argument("--conf", action="append", default=[], metavar="KEY=VALUE", help="a setting of Spark")
    return parser.parse_args()


def main() -> int:
    options = arguments()
    definition = subprocess.run([options.program, "schema", "--tables"], check=True, capture_output=True).stdout
    output = places.Place.of(options.output, options.endpoint)
    found = objects.find(options.source, options.manifest, options.endpoint)
    if not found:
        print("no archives found", file=sys.stderr)
        return 1
    state = shards.State.load(output, json.loads(definition))
    count = state.count or options.shards or max(1, len(found) // 16)
    state.keep(count)
    wanted = shards.deal(found, count)
    # The largest first: a long task that begins last would keep the others waiting.
    tasks = sorted((shard for shard in wanted if not state.is_done(shard)), key=lambda shard: -shard.bytes)
    begin = time.time()
    done = run(options, tasks, definition.decode()) if tasks else []
    state.remove(set(state.numbers()) - {shard.number for shard in wanted})
    copies = settling.settle(output, state.definition)
    return tell(found, done, copies, time.time() - begin)


def run(options: argparse.Namespace, tasks: list[shards.Shard], definition: str) -> list:
    from pyspark import SparkFiles  # noqa: F401
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("sysbalance")
    if options.master:
        builder = builder.master(options.master)
    for setting in options.conf:
        builder = builder.config(*setting.split("=", 1))
    # A speculative copy of a task would read its archives twice.
    spark = builder.config("spark.speculation", "false").getOrCreate()
    try:
        context = spark.sparkContext
        context.addFile(str(options.program.resolve()))
        context.addPyFile(str(places.package(HERE / "sparkjob")))
        task = Task(options.program.name, options.output, options.endpoint, definition, options.attempts, options.timeout)
        rows = context.parallelize([(shard.number, shard.text()) for shard in tasks], len(tasks))
        frame = spark.createDataFrame(rows, "shard int, objects string")
        return frame.mapInPandas(results(task), RESULT).collect()
    finally:
        spark.stop()


def tell(found: list, done: list, copies: int, seconds: float) -> int:
    read, failed = sum(row.read for row in done), sum(row.failed for row in done)
    lost = [name for row in done for name in row.lost]
    size, processor = sum(row.bytes for row in done), sum(row.processor for row in done)
    print(f"{len(found)} archives: {read} read, {len(found) - read - len(lost)} kept, {failed} failed, {len(lost)} not fetched, {copies} copies;"
          f" {size / 1e6:.1f} MB in {seconds:.1f} s, {processor:.1f} s of processor time")
    for name in lost:
        print(f"not fetched: {name}", file=sys.stderr)
    return 6 if lost else 5 if failed else 0


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    # All is written and Spark has ended. Arrow's threads sometimes abort a Python that is taken down in order.
    os._exit(status)
