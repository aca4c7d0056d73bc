internal import GRDB

/// An archive that gave no snapshot, or was read in part.
public struct StoredFailure: Sendable, Hashable {
  /// The archive's path; of one of several captures followed by a slash, its number and its name.
  public let path: String
  /// How the reading ended.
  public let outcome: String
  /// What went wrong.
  public let error: String
  /// The digest of the snapshot that it gave all the same; nil when it gave none.
  public let digest: String?
}

extension SnapshotStore {
  /// The archives that failed in whole or in part, by path.
  ///
  /// - Parameter filter: with a selection, only those that gave a selected snapshot.
  /// - Returns: the archives.
  /// - Throws: `StoreError` when the store cannot be read.
  public func failures(
    _ filter: SnapshotFilter = SnapshotFilter()
  ) throws(StoreError) -> [StoredFailure] {
    try read { database in
      let (condition, arguments) = try Self.condition(filter, database)
      return try Row.fetchAll(
        database,
        sql: """
          SELECT archive_file.path, archive_file.outcome, error, digest
          FROM archive_file LEFT JOIN snapshot ON snapshot.id = snapshot_id
          LEFT JOIN machine ON machine.id = machine_id
          \(condition.isEmpty ? "WHERE" : condition + " AND") error IS NOT NULL
          ORDER BY archive_file.path
          """, arguments: arguments
      ).map { StoredFailure(path: $0[0], outcome: $0[1], error: $0[2], digest: $0[3]) }
    }
  }
}
