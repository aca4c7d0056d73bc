internal import AllocationBalance
internal import GRDB
internal import MemoryAnalysis
internal import MemorySections
internal import Platform

/// Writes one snapshot into all its tables.
struct SnapshotWriter {
  private let rows: RowWriter
  private let snapshot: Int64
  private let lists: RowLists

  /// Adds a snapshot, under the number of one that it replaces if it does.
  ///
  /// - Returns: its number.
  /// - Throws: `NeedsRemoval` when it replaces one and nothing may be removed; what SQLite throws.
  static func write(
    _ report: Report, digest: String, replacing old: Int64?, by rows: RowWriter
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
    let machine = try MachineIdentity(report.snapshot).row(in: database, digest: digest)
    try rows.add(
      try SnapshotRecord(report, digest: digest, machine: machine, rows.names), of: old)
    let writer = SnapshotWriter(
      rows: rows, snapshot: old ?? database.lastInsertedRowID, lists: RowLists(rows.names))
    try writer.addSections(report.snapshot.sections)
    try writer.addEventProcesses(report.balance.processes)
    try writer.add(report.snapshot.scan.problems)
    try writer.lists.add(report.ledger.entries)
    try writer.addFindings(report.findings.findings)
    try writer.addComponents(report.snapshot, report.balance)
    try rows.add(writer.lists, of: writer.snapshot)
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

  /// Adds rows in their order.
  func add(_ values: [some TableRow]) throws {
    try rows.add(values, of: snapshot)
  }

  /// Adds rows to a list.
  func list(_ values: [some ListRow]) throws {
    try lists.add(values)
  }

  /// Adds the sections, and the rows of the first of each kind that could be read: the one in use.
  private func addSections(_ sections: [Section]) throws {
    var withRows: Set<SectionKind> = []
    for (place, section) in sections.enumerated() {
      let tabled = section.content as? any TabledSection
      try rows.add(try SectionRow(section, tabled), of: snapshot, at: place)
      for line in section.coverage.unreadLines {
        try rows.add(line, of: snapshot, under: place, at: line.line)
      }
      guard section.content != nil, withRows.insert(section.kind).inserted else { continue }
      try tabled?.write(to: self)
    }
  }

  /// Adds the processes of a JetsamEvent that gives the user's figure: its section has no tables.
  private func addEventProcesses(_ processes: UserProcesses?) throws {
    guard let processes, processes.origin == .jetsamEvent else { return }
    let rows = processes.processes.map { process in
      ListedProcessRow(
        ListedProcess(
          name: process.name, pid: process.pid, footprint: process.footprint,
          lifetimePeak: process.lifetimePeak, line: process.source.line),
        list: processes.origin.rawValue)
    }
    try list(rows)
  }

  private func addFindings(_ findings: [Finding]) throws {
    try add(findings)
    for (finding, place) in zip(findings, findings.indices) {
      for (ordinal, evidence) in finding.evidence.enumerated() {
        try rows.add(evidence, of: snapshot, under: place, at: ordinal)
      }
    }
  }

  /// Adds the sizes by name, in the order of their table: SQLite then appends them.
  private func addComponents(_ snapshot: Snapshot, _ balance: Balance) throws {
    var sums: [ComponentRow] = []
    for (kind, sizes) in ComponentKind.sizes(of: snapshot, balance) {
      let sizes = try sizes.map { (name: try rows.names.id($0.name), bytes: $0.bytes) }
      for (name, bytes) in sizes.sorted(by: { $0.name < $1.name }) {
        if let last = sums.last, last.kind == kind, last.name == name {
          sums[sums.count - 1].bytes = last.bytes.addingSaturated(bytes)
        } else {
          sums.append(ComponentRow(kind: kind, name: name, bytes: bytes))
        }
      }
    }
    try rows.add(sums, of: self.snapshot, isNumbered: false)
  }
}
