"""Runs fleet.sql over a job's Parquet, in Spark SQL or in DuckDB, and prints the outliers and the kexts that they share.

    scripts/spark/fleet.py --views SQL [--engine duckdb|spark] OUTPUT

--views is the file duckdb.sql of exported tables, of which the views are taken.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
QUERIES = {
    "outliers": "SELECT name, path FROM fleet_outliers ORDER BY kernel_excess DESC, name",
    "kexts": "SELECT name, version, outliers, others, chance FROM fleet_shared_kexts WHERE chance <= 0.01 ORDER BY chance, name",
}


def statements(sql: str) -> list[str]:
    text = re.sub(r"--.*", "", sql)
    return [one.strip() for one in text.split(";") if one.strip()]


def views(sql: str) -> list[str]:
    """The views of a DuckDB script; Spark knows temporary ones only."""
    found = [one for one in statements(sql) if one.startswith("CREATE OR REPLACE VIEW")]
    return [one.replace("CREATE OR REPLACE VIEW", "CREATE OR REPLACE TEMPORARY VIEW", 1) for one in found]


def tables(output: Path) -> dict[str, str]:
    """The files of each table."""
    return {
        folder.name: str(folder / ("rows.parquet" if folder.name == "machines" else "shard=*/rows.parquet"))
        for folder in sorted(output.iterdir()) if folder.is_dir() and not folder.name.startswith("_")
    }


def duckdb_answers(output: Path, sql: list[str]) -> dict[str, list[tuple]]:
    import duckdb

    store = duckdb.connect()
    for name, files in tables(output).items():
        store.execute(f"CREATE TEMPORARY VIEW {name} AS SELECT * FROM read_parquet('{files}')")
    for one in sql:
        # Each step once: a view would be computed again for every later one.
        store.execute(one.replace("TEMPORARY VIEW fleet_", "TEMPORARY TABLE fleet_", 1))
    return {name: [tuple(row) for row in store.execute(query).fetchall()] for name, query in QUERIES.items()}


def spark_answers(output: Path, sql: list[str]) -> dict[str, list[tuple]]:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("sysbalance fleet")
    # The tables are small, and the steps many: a shuffle into hundreds of parts takes longer than its work.
    for key, value in {"spark.sql.shuffle.partitions": "2", "spark.sql.adaptive.enabled": "false", "spark.ui.enabled": "false"}.items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    try:
        for name in tables(output):
            spark.read.parquet(str(output / name)).createOrReplaceTempView(name)
        for one in sql:
            spark.sql(one)
            name = re.search(r"VIEW (\w+)", one)[1]
            if name.startswith("fleet_"):
                # Each step once, and its plan ends there: of all steps together it is too deep for Spark.
                spark.table(name).localCheckpoint().createOrReplaceTempView(name)
        return {name: [tuple(row) for row in spark.sql(query).collect()] for name, query in QUERIES.items()}
    finally:
        spark.stop()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("--views", type=Path, required=True)
    parser.add_argument("--engine", choices=["duckdb", "spark"], default="duckdb")
    options = parser.parse_args()
    sql = views(options.views.read_text()) + statements((HERE / "fleet.sql").read_text())
    answer = (duckdb_answers if options.engine == "duckdb" else spark_answers)(options.output, sql)
    print(json.dumps(answer, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
