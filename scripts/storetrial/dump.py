"""A store's rows, with the store's own ids replaced by the things they identify."""

from __future__ import annotations

import sqlite3
from pathlib import Path

# What identifies a row of a table, independent of its id.
NATURAL = {
    "machine": "SELECT id, key FROM machine",
    "snapshot": "SELECT id, digest FROM snapshot",
    "name": "SELECT id, text FROM name",
}


def lines(path: Path) -> list[str]:
    """The result of integrity_check, the numbers of snapshots and failures, then every row."""
    # A closed store has no log beside it unless its writer was killed; SQLite must then be able to write.
    with sqlite3.connect(path) as store:
        store.execute("PRAGMA query_only = 1")
        counts = [one(store, "SELECT count(*) FROM snapshot"), one(store, "SELECT count(*) FROM archive_file WHERE snapshot_id IS NULL")]
        return [str(one(store, "PRAGMA integrity_check")), " ".join(map(str, counts)), *sorted(rows(store))]


def one(store: sqlite3.Connection, query: str) -> object:
    return store.execute(query).fetchone()[0]


def rows(store: sqlite3.Connection) -> list[str]:
    """Every row except those of `name`; they matter only where another row refers to them.

    The columns of `row_lists` are lists of rows, which views of the same names show.
    """
    natural = {table: dict(store.execute(query)) for table, query in NATURAL.items()}
    tables = [name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name") if not name.startswith("sqlite_")]
    lists = [column[1] for column in store.execute("PRAGMA table_info(row_lists)") if column[1] != "snapshot_id"]
    found = []
    for table in [name for name in tables if name not in ("name", "row_lists")] + lists:
        cursor = store.execute(f"SELECT * FROM {table}")
        columns = [column[0] for column in cursor.description]
        for row in cursor:
            found.append(f"{table} " + " | ".join(value(natural, table, column, cell) for column, cell in zip(columns, row) if not (column == "id" and table != "component_kind")))
    return [line.replace("\n", "\\n") for line in found]


def value(natural: dict[str, dict[int, str]], table: str, column: str, cell: object) -> str:
    if cell is None or not column.endswith("_id"):
        return repr(cell)
    target = column[:-3]
    return natural[target if target in ("machine", "snapshot") else "name"][cell]
