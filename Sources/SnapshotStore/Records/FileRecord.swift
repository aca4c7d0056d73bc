internal import GRDB

/// A file that was read, with what came of it.
struct FileRecord {
  let path: String
  /// Nil when the file must be read again in any case.
  let size: Int?
  let modifiedNanoseconds: Int?
  /// The snapshot that it gave; nil when it gave none.
  let snapshot: Int64?
  let outcome: String
  /// Why it gave none, or not all; nil when it was read whole.
  let error: String?

  init(_ reading: PreparedReading, snapshot: Int64?) {
    path = reading.file.path
    size = reading.file.size
    modifiedNanoseconds = reading.file.modifiedNanoseconds
    self.snapshot = snapshot
    outcome = reading.outcome
    error = reading.error
  }

  /// Keeps the record, in place of one of the same path.
  func keep(in database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO archive_file (path, size_bytes, modified_ns, snapshot_id, outcome, error)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (path) DO UPDATE SET size_bytes = excluded.size_bytes,
          modified_ns = excluded.modified_ns, snapshot_id = excluded.snapshot_id,
          outcome = excluded.outcome, error = excluded.error
        """)
    try statement.execute(arguments: [path, size, modifiedNanoseconds, snapshot, outcome, error])
  }
}
