"""Multiplies the snapshots of a store, as if each machine had been captured many times."""

from __future__ import annotations

import sqlite3

STEP = 6 * 3600


def multiply(store: sqlite3.Connection, wanted: int) -> None:
    """Copies every snapshot with all its rows, each time six hours later, until there are `wanted`."""
    store.execute("PRAGMA synchronous = OFF")
    tables = [name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%snapshot_id%'") if name != "archive_file"]
    columns = {table: [row[1] for row in store.execute(f"PRAGMA table_info({table})")] for table in [*tables, "snapshot"]}
    base = store.execute("SELECT max(id) FROM snapshot").fetchone()[0]
    copies = -(-wanted // base)
    for copy in range(1, copies):
        offset, last = base * copy, min(base, wanted - base * copy)
        changed = {"id": f"id + {offset}", "digest": f"digest || '-{copy}'", "path": f"path || '-{copy}'", "captured_seconds": f"captured_seconds + {copy * STEP}"}
        insert(store, "snapshot", columns["snapshot"], changed, f"id <= {last}")
        for table in tables:
            insert(store, table, columns[table], {"snapshot_id": f"snapshot_id + {offset}"}, f"snapshot_id <= {last}")
        store.commit()
    store.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def insert(store: sqlite3.Connection, table: str, columns: list[str], changed: dict[str, str], condition: str) -> None:
    values = ", ".join(changed.get(column, column) for column in columns)
    store.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table} WHERE {condition}")
