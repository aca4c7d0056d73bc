/// A script for DuckDB that loads exported tables, and gives them the names of a store's views.
///
/// The columns are declared: DuckDB would guess their types from the first rows, and turn a capture's
/// time into UTC. Source: DuckDB's manual, read_json and read_csv.
public enum DuckDBScript {
  /// The script for files of a form.
  ///
  /// - Parameters:
  ///   - format: the form of the files.
  ///   - suffix: what their names end with: `.jsonl`, `.csv.gz`.
  /// - Returns: SQL that is run in the folder of the files.
  public static func text(_ format: ExportFormat, suffix: String) -> String {
    let tables = ExportTable.all.map { table in
      """
      CREATE OR REPLACE TABLE \(table.name) AS SELECT * FROM \(reader(format))('\(table.name)\(suffix)',
        \(options(format)), columns = {\(columns(table))});

      """
    }
    let copies = ExportTable.all.map {
      "COPY \($0.name) TO '\($0.name).parquet' (FORMAT parquet, COMPRESSION zstd);\n"
    }
    return opening + tables.joined() + DuckDBViews.sql + "\n-- The same tables as Parquet.\n"
      + copies.joined()
  }

  private static let opening = """
    -- Loads these tables into DuckDB, and writes them as Parquet. In this folder:
    --   duckdb fleet.duckdb < duckdb.sql
    -- Then the queries of `sysbalance store schema` run as they are printed there.


    """

  private static func reader(_ format: ExportFormat) -> String {
    switch format {
    case .jsonl: "read_json"
    case .csv: "read_csv"
    }
  }

  private static func options(_ format: ExportFormat) -> String {
    switch format {
    case .jsonl: "format = 'newline_delimited'"
    case .csv: "header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"'"
    }
  }

  private static func columns(_ table: ExportTable) -> String {
    table.columns.map { "\($0.name): '\(type($0.type))'" }.joined(separator: ", ")
  }

  private static func type(_ type: ExportType) -> String {
    switch type {
    case .text: "VARCHAR"
    case .integer: "BIGINT"
    case .real: "DOUBLE"
    case .boolean: "BOOLEAN"
    }
  }
}

/// The views of a store that exported tables have under another name, or not at all.
///
/// The SQL is standard: DuckDB and Spark SQL take it as it is.
public enum DuckDBViews {
  /// The views, each one statement.
  public static let sql = """

    -- The views of a store.
    CREATE OR REPLACE VIEW wired_rows AS SELECT * FROM wired;
    CREATE OR REPLACE VIEW loaded_kexts AS SELECT * FROM kexts;

    CREATE OR REPLACE VIEW components AS
      SELECT snapshot, 'zone' AS kind, family AS name,
        CAST(sum(coalesce(current_bytes, used_bytes)) AS BIGINT) AS bytes
      FROM zones GROUP BY snapshot, family
      UNION ALL
      SELECT snapshot, CASE WHEN kind = 'kext' THEN 'kext heap' ELSE 'wired' END, name,
        CAST(sum(size_bytes) AS BIGINT)
      FROM wired WHERE kind <> 'breakdown'
      GROUP BY snapshot, CASE WHEN kind = 'kext' THEN 'kext heap' ELSE 'wired' END, name
      UNION ALL
      SELECT snapshot, 'kext image', name, CAST(sum(wired_bytes) AS BIGINT)
      FROM kexts WHERE is_third_party AND wired_bytes IS NOT NULL GROUP BY snapshot, name;

    CREATE OR REPLACE VIEW latest_snapshots AS
      SELECT * FROM (
        SELECT *, row_number() OVER (
          PARTITION BY machine
          ORDER BY captured_seconds DESC NULLS LAST,
            CASE WHEN outcome = 'complete' THEN 0 ELSE 1 END, members_seen DESC, path DESC
        ) AS age
        FROM snapshots) AS aged
      WHERE age = 1;

    """
}
