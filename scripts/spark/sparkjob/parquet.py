"""Tables as Parquet files, with the columns that `sysbalance schema --tables` states."""

from __future__ import annotations

import pyarrow
import pyarrow.compute as compute
from pyarrow import parquet

from .places import Place
from .shards import file

TYPES = {"text": pyarrow.string(), "integer": pyarrow.int64(), "real": pyarrow.float64(), "boolean": pyarrow.bool_()}


def schemas(definition: dict) -> dict[str, pyarrow.Schema]:
    return {table["name"]: schema(table) for table in definition["tables"]}


def schema(table: dict) -> pyarrow.Schema:
    return pyarrow.schema(
        pyarrow.field(column["name"], TYPES[column["type"]], metadata={"meaning": column["meaning"]}) for column in table["columns"]
    )


def write(place: Place, table: pyarrow.Table) -> None:
    buffer = pyarrow.BufferOutputStream()
    parquet.write_table(table, buffer, compression="zstd")
    place.write(buffer.getvalue())


def read(place: Place, schema: pyarrow.Schema) -> pyarrow.Table:
    """The rows of a file; none when there is no such file."""
    if not place.exists():
        return schema.empty_table()
    # Not by its path: the folder `shard=7` would become a column.
    return parquet.read_table(pyarrow.BufferReader(place.read())).select(schema.names).cast(schema)


def read_all(output: Place, table: str, shard: int, schema: pyarrow.Schema) -> pyarrow.Table:
    """The rows of a shard in a table, with those that are copies of other shards'."""
    rows, copies = (read(file(output, name, shard), schema) for name in (table, f"_copies/{table}"))
    # After a kill between two files a snapshot is in both.
    present = compute.is_in(copies["snapshot"], rows["snapshot"].combine_chunks())
    return pyarrow.concat_tables([rows, copies.filter(compute.invert(present))])
