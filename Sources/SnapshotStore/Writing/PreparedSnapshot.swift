internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// A snapshot that only needs to be written: its rows as their tables take them.
///
/// It is made where the archive was read, without the database. The report can be let go at once, and a
/// transaction, for which others wait, does nothing but write.
struct PreparedSnapshot: Sendable {
  /// The digest of its sections.
  let digest: String
  /// How the reading ended.
  let outcome: String
  /// The archive's path.
  let path: String
  let machine: MachineIdentity
  /// The row of the table `snapshot`, without its keys.
  let row: PreparedRows
  /// The rows of the other tables.
  let tables: [PreparedRows]
  /// The texts whose numbers are not known.
  let newNames: [String]

  /// About how many bytes it takes in memory.
  var size: Int { tables.reduce(0) { $0 + $1.size } }

  /// Prepares a report.
  ///
  /// - Throws: what the encoder of a section throws.
  init(_ report: Report, digest: String, _ names: NameFinder) throws {
    self.digest = digest
    outcome = report.snapshot.scan.outcome.rawValue
    path = report.snapshot.archive.path
    machine = MachineIdentity(report.snapshot)
    var row = PreparedRows(SnapshotRow.self)
    row.add(SnapshotRow(report: report, digest: digest), keys: [], names)
    self.row = row
    var rows = SnapshotRows(names)
    try rows.add(report.snapshot.sections)
    rows.addEventProcesses(report.balance.processes)
    rows.add(report.snapshot.scan.problems)
    rows.list(report.ledger.entries)
    rows.add(report.findings.findings)
    rows.addComponents(report.snapshot, report.balance)
    tables = rows.tables
    newNames = names.new
  }
}
