internal import AllocationBalance
internal import MemoryAnalysis
internal import GRDB
internal import MemorySections

/// Writes one snapshot into all its tables.
struct SnapshotWriter {
  let database: Database
  let names: NameWriter
  let snapshot: Int64

  /// Adds a snapshot, under the number of one that it replaces if it does.
  ///
  /// - Returns: its number.
  static func write(
    _ report: Report, digest: String, replacing old: Int64?, in database: Database
  ) throws -> Int64 {
    let names = try NameWriter(database)
    var files: [Int64] = []
    if let old {
      files = try Int64.fetchAll(
        database,
        sql: "UPDATE archive_file SET snapshot_id = NULL WHERE snapshot_id = ? RETURNING id",
        arguments: [old])
      try remove([old], from: database)
    }
    let machine = try MachineIdentity(report.snapshot).row(in: database, digest: digest)
    try SnapshotRow.insert(report, id: old, digest, machine, names, into: database)
    let writer = SnapshotWriter(
      database: database, names: names, snapshot: old ?? database.lastInsertedRowID)
    try writer.writeSections(report.snapshot)
    try writer.writeZprint(report.snapshot.zprint)
    try writer.writeKexts(report.snapshot.kextstat)
    try writer.writeFootprint(report.snapshot.footprint)
    try writer.writeLedger(report.ledger)
    try writer.writeFindings(report.findings)
    try writer.writeComponents(report.snapshot)
    for file in files {
      try database.execute(
        sql: "UPDATE archive_file SET snapshot_id = ? WHERE id = ?",
        arguments: [writer.snapshot, file])
    }
    return writer.snapshot
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

  private func writeSections(_ snapshot: Snapshot) throws {
    let sections = try RowWriter(
      database, "section",
      "snapshot_id, ordinal, kind, member_id, bytes, rows, unread_line_count, is_whole, failure, "
        + "content")
    let lines = try RowWriter(database, "unread_line", "snapshot_id, section, line, text")
    for (ordinal, section) in snapshot.sections.enumerated() {
      let coverage = section.coverage
      let path = SourcePath(section.member)
      try sections.add([
        self.snapshot, ordinal, section.kind.rawValue, try names.id(section.member),
        coverage.bytes, coverage.rows, coverage.unreadLineCount, coverage.isWhole,
        // Of a section that was read the column says how its text ends.
        coverage.failure ?? coverage.endReason,
        try section.content.map { try StoredContent($0).json(path) },
      ])
      for line in coverage.unreadLines {
        try lines.add([self.snapshot, ordinal, line.line, line.text])
      }
    }
    let problems = try RowWriter(
      database, "problem", "snapshot_id, ordinal, code, message, member, is_warning")
    for (ordinal, problem) in snapshot.scan.problems.enumerated() {
      try problems.add([
        self.snapshot, ordinal, problem.code, problem.message, problem.member, problem.isWarning,
      ])
    }
  }
}
