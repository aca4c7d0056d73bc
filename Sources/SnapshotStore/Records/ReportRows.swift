internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// What follows from a snapshot is kept for questions in SQL; a report is always made anew.
extension LedgerEntry: ListRow {
  static var table: String { "ledger_entry" }
  static let columns =
    "component_id, side, bytes, tolerance, relation, of_id, member_id, line, note_id"

  func bind(to row: inout some RowSink) throws {
    let (relation, other): (String, String?) =
      switch relation {
      case .counted: ("counted", nil)
      case .subset(let whole): ("subset", whole)
      case .overlaps(let other): ("overlaps", other)
      }
    try row.add(name: component)
    try row.add(side.rawValue)
    try row.add(quantity)
    try row.add(relation)
    try row.add(name: other)
    try row.add(name: source?.member)
    try row.add(source?.line)
    try row.add(name: note)
  }
}

extension Finding: TableRow {
  static var table: String { "finding" }
  static let columns =
    "rule_id, severity, subject_id, bytes, title_id, detail, recommendation_id"

  func bind(to row: inout some RowSink) throws {
    try row.add(name: id)
    try row.add(severity.rawValue)
    try row.add(name: subject)
    try row.add(bytes)
    try row.add(name: title)
    try row.add(detail)
    try row.add(name: recommendation)
  }
}

extension Evidence: TableRow {
  static var table: String { "evidence" }
  static var keys: String { "snapshot_id, finding, ordinal" }
  static let columns = "member_id, line, text"

  func bind(to row: inout some RowSink) throws {
    try row.add(name: member)
    try row.add(line)
    try row.add(text)
  }
}

/// A size by name, so that a question over many snapshots need not read their rows.
struct ComponentRow: TableRow {
  let kind: ComponentKind
  /// The number of its name.
  let name: Int64
  var bytes: Int

  static var table: String { "component" }
  static var keys: String { "snapshot_id" }
  static let columns = "kind, name_id, bytes"

  func bind(to row: inout some RowSink) throws {
    try row.add(kind.rawValue)
    try row.add(name)
    try row.add(bytes)
  }
}
