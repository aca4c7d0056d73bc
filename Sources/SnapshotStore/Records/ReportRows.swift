internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// What follows from a snapshot is kept for questions in SQL; a report is always made anew.
extension LedgerEntry: ListRow {
  static var table: String { "ledger_entry" }
  static let columns =
    "component_id, side, bytes, tolerance, relation, of_id, member_id, line, note_id"

  func fill(_ row: inout some RowSink) {
    let (relation, other): (String, String?) =
      switch relation {
      case .counted: ("counted", nil)
      case .subset(let whole): ("subset", whole)
      case .overlaps(let other): ("overlaps", other)
      }
    row.add(name: component)
    row.add(side.rawValue)
    row.add(quantity)
    row.add(relation)
    row.add(name: other)
    row.add(name: source?.member)
    row.add(source?.line)
    row.add(name: note)
  }
}

extension Finding: TableRow {
  static var table: String { "finding" }
  static let columns =
    "rule_id, severity, subject_id, bytes, title_id, detail, recommendation_id"

  func fill(_ row: inout some RowSink) {
    row.add(name: id)
    row.add(severity.rawValue)
    row.add(name: subject)
    row.add(bytes)
    row.add(name: title)
    row.add(detail)
    row.add(name: recommendation)
  }
}

extension Evidence: TableRow {
  static var table: String { "evidence" }
  static var keys: String { "snapshot_id, finding, ordinal" }
  static let columns = "member_id, line, text"

  func fill(_ row: inout some RowSink) {
    row.add(name: member)
    row.add(line)
    row.add(text)
  }
}

/// A size by name, so that a question over many snapshots need not read their rows.
struct ComponentRow: TableRow {
  let kind: ComponentKind
  let name: NameReference
  var bytes: Int

  static var table: String { "component" }
  static var keys: String { "snapshot_id" }
  static let columns = "kind, name_id, bytes"

  func fill(_ row: inout some RowSink) {
    row.add(kind.rawValue)
    row.add(name)
    row.add(bytes)
  }
}
