"""Tables as sorted rows, wherever they are, so that two of them can be compared."""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
import subprocess
from pathlib import Path

import duckdb
from pyarrow import dataset

import fleet


def of_folder(folder: Path, renamed: dict[str, str]) -> dict[str, list[str]]:
    """The rows of exported JSON Lines, their paths as if the archives lay elsewhere."""
    tables = {}
    for path in sorted(folder.glob("*.jsonl*")):
        text = (gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()).decode()
        for old, new in renamed.items():
            text = text.replace(f'"path":"{old}', f'"path":"{new}')
        tables[path.name.split(".")[0]] = normal(map(json.loads, text.splitlines()))
    return tables


def of_parquet(output: Path) -> dict[str, list[str]]:
    return {
        path.name: normal(dataset.dataset(path, format="parquet").to_table().to_pylist())
        for path in sorted(output.iterdir()) if path.is_dir() and not path.name.startswith("_")
    }


def normal(rows) -> list[str]:
    """Unknown values left out, keys sorted, rows sorted."""
    return sorted(json.dumps({key: value for key, value in row.items() if value is not None}, sort_keys=True) for row in rows)


def run_script(folder: Path) -> None:
    """Runs duckdb.sql, and moves its Parquet to where the job puts its own."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        duckdb.connect(str(folder / "fleet.duckdb")).execute((folder / "duckdb.sql").read_text())
    finally:
        os.chdir(before)
    for path in folder.glob("*.parquet"):
        name = "" if path.stem == "machines" else "shard=0"
        place = folder / path.stem / name
        place.mkdir(parents=True)
        path.rename(place / "rows.parquet")


def different_answers(program: Path, store: Path, folder: Path) -> list[str]:
    """The queries of `store schema` that DuckDB answers in another way than SQLite."""
    schema = subprocess.run([program, "store", "schema"], capture_output=True, text=True, check=True).stdout
    queries = fleet.statements(schema[schema.index("-- Ten questions"):])
    tables = duckdb.connect(str(folder / "fleet.duckdb"), read_only=True)
    with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as rows:
        return [query for query in queries if answer(rows.execute(query)) != answer(tables.execute(query))] + (["not ten"] if len(queries) != 10 else [])


def answer(cursor) -> list[str]:
    """Rows without regard to their order: ties may come in any; a list of versions is a set."""
    return sorted(str([sorted(cell.split(",")) if isinstance(cell, str) else cell for cell in row]) for row in cursor.fetchall())
