internal import GRDB

/// Writes snapshots into all their tables.
enum SnapshotWriter {
  /// Adds a snapshot, under the number of one that it replaces if it does.
  ///
  /// - Returns: its number.
  /// - Throws: `NeedsRemoval` when it replaces one and nothing may be removed; what SQLite throws.
  static func write(
    _ snapshot: PreparedSnapshot, replacing old: Int64?, by rows: RowWriter
  ) throws -> Int64 {
    let database = rows.database
    var files: [Int64] = []
    if let old {
      guard rows.mayRemove else { throw SnapshotStore.NeedsRemoval() }
      files = try Int64.fetchAll(
        database,
        sql: "UPDATE archive_file SET snapshot_id = NULL WHERE snapshot_id = ? RETURNING id",
        arguments: [old])
      try remove([old], from: database)
    }
    let machine = try snapshot.machine.row(in: database, digest: snapshot.digest)
    let names = try snapshot.newNames.map { try rows.names.id($0) }
    try rows.add(snapshot.row, keys: [old, machine], names)
    let id = old ?? database.lastInsertedRowID
    for table in snapshot.tables { try rows.add(table, keys: [id], names) }
    for file in files {
      try database.execute(
        sql: "UPDATE archive_file SET snapshot_id = ? WHERE id = ?", arguments: [id, file])
    }
    return id
  }

  /// Removes snapshots with all their rows, and machines that no snapshot is left of.
  ///
  /// Their files are forgotten too, so that a batch over them reads them again.
  static func remove(_ snapshots: [Int64], from database: Database) throws {
    for snapshot in snapshots {
      try database.execute(sql: "DELETE FROM snapshot WHERE id = ?", arguments: [snapshot])
    }
    try database.execute(
      sql: "DELETE FROM machine WHERE id NOT IN (SELECT machine_id FROM snapshot)")
  }
}
