internal import GRDB

/// Files that a batch is about to read.
///
/// A batch notes them before it reads them. If it is ended in between, by a signal or with the whole
/// machine, the note stays: the next batch reads these files again, after all others, so that they
/// cannot keep it from the rest.
extension SnapshotStore {
  /// The outcome of a file whose reading has begun and not ended.
  static let begunOutcome = "begun"

  /// Notes that files are about to be read; one that is known as it is now keeps what is known.
  ///
  /// A folder is not noted: its size and time do not show whether it has changed.
  ///
  /// - Returns: for each file, whether it was noted: then nothing is known of it as it is now.
  /// - Throws: `StoreError` when the store cannot be written.
  public func begin(_ files: [FileState]) throws(StoreError) -> [Bool] {
    guard files.contains(where: { $0.size != nil }) else { return files.map { _ in false } }
    return try write { database in
      let statement = try database.cachedStatement(
        sql: """
          INSERT INTO archive_file (path, size_bytes, modified_ns, outcome, error)
          SELECT ?1, ?2, ?3, ?4, 'its reading was begun and did not end'
          WHERE NOT EXISTS (SELECT 1 FROM archive_file
            WHERE (path = ?1 OR path > ?1 || '/' AND path < ?1 || '0')
              AND size_bytes = ?2 AND modified_ns = ?3)
          ON CONFLICT (path) DO UPDATE SET size_bytes = excluded.size_bytes,
            modified_ns = excluded.modified_ns, outcome = excluded.outcome, error = excluded.error
          """)
      return try files.map { file in
        guard file.size != nil else { return false }
        try statement.execute(
          arguments: [file.path, file.size, file.modifiedNanoseconds, Self.begunOutcome])
        return database.changesCount > 0
      }
    }
  }

  /// The absolute paths of the files whose reading has begun and not ended.
  ///
  /// - Throws: `StoreError` when the store cannot be read.
  public func begun() throws(StoreError) -> Set<String> {
    try read { database in
      try Set(
        String.fetchAll(
          database, sql: "SELECT path FROM archive_file WHERE outcome = ?",
          arguments: [Self.begunOutcome]))
    }
  }

  /// Forgets the notes on files that will not be read after all.
  ///
  /// - Throws: `StoreError` when the store cannot be written.
  public func forgetBegun(_ files: [FileState]) throws(StoreError) {
    guard !files.isEmpty else { return }
    try write { database in
      let statement = try database.cachedStatement(
        sql: "DELETE FROM archive_file WHERE path = ? AND outcome = ?")
      for file in files { try statement.execute(arguments: [file.path, Self.begunOutcome]) }
    }
  }
}
