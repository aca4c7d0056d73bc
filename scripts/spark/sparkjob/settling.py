"""Keeps each content once over all shards, and each machine once.

Copies of one archive may lie in several shards. The rows of the best copy stay in the tables; those of the others move to
_copies, and come back when the best one goes. Nothing is read anew.
"""

from __future__ import annotations

import pyarrow
import pyarrow.compute as compute

from . import parquet
from .places import Place
from .shards import MARKS, file
from .worker import rank

COLUMNS = ["snapshot", "outcome", "path"]


def settle(output: Place, definition: dict) -> int:
    """Moves rows where they belong; returns how many snapshots are copies of others."""
    schemas = parquet.schemas(definition)
    shards = [int(name.split(".")[0]) for name in (output / MARKS).names()]
    best: dict[str, tuple] = {}
    held: dict[int, dict[str, set[str]]] = {}
    for shard in shards:
        held[shard] = {}
        for place in ("", "_copies/"):
            rows = parquet.read(file(output, place + "snapshots", shard), schemas["snapshots"]).select(COLUMNS).to_pylist()
            held[shard][place] = {row["snapshot"] for row in rows}
            for row in rows:
                candidate = (rank(row), shard)
                best[row["snapshot"]] = min(best.get(row["snapshot"], candidate), candidate)
    copies = 0
    for shard in shards:
        # After a kill between two files a snapshot is in both places; it counts once.
        every = held[shard][""] | held[shard]["_copies/"]
        losing = {digest for digest in every if best[digest][1] != shard}
        copies += len(losing)
        if held[shard]["_copies/"] != losing or held[shard][""] != every - losing:
            divide(output, shard, schemas, losing)
    write_machines(output, shards, schemas["machines"])
    return copies


def divide(output: Place, shard: int, schemas: dict[str, pyarrow.Schema], losing: set[str]) -> None:
    # The snapshots last: by them the next run sees whether this one came to its end.
    for name in sorted(set(schemas) - {"failures", "machines"}, key=lambda name: name == "snapshots"):
        schema = schemas[name]
        every = parquet.read_all(output, name, shard, schema)
        is_losing = compute.is_in(every["snapshot"], pyarrow.array(sorted(losing), pyarrow.string()))
        parquet.write(file(output, f"_copies/{name}", shard), every.filter(is_losing))
        parquet.write(file(output, name, shard), every.filter(compute.invert(is_losing)))


def write_machines(output: Place, shards: list[int], schema: pyarrow.Schema) -> None:
    machines = {}
    for shard in shards:
        for row in parquet.read(file(output, "_machines", shard), schema).to_pylist():
            machines[row["machine"]] = row
    rows = [machines[key] for key in sorted(machines)]
    parquet.write(output / "machines" / "rows.parquet", pyarrow.Table.from_pylist(rows, schema))
