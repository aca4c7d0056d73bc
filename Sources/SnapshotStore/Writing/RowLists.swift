internal import AllocationBalance
internal import MemorySections
internal import Platform

/// Those rows of a snapshot that are read with it and seldom alone: for each table one list as JSON.
///
/// ```
/// kernel_category: [[12,null,1048576,512,0,0,…],[13,null,…],…]
/// ```
///
/// A list is one text to SQLite, which takes far longer for the columns of as many rows. A view of the
/// table's name shows the rows with their columns.
final class RowLists {
  /// The tables that are kept so.
  private static let tables = [
    KernelMap.table, ZoneView.table, FootprintCategory.table, CategoryTotal.table,
    ListedProcessRow.table, LedgerEntry.table,
  ]

  private let names: NameWriter
  private var lists: [String: ListWriter] = [:]

  init(_ names: NameWriter) {
    self.names = names
  }

  /// Adds rows in their order.
  func add<Row: ListRow>(_ rows: [Row]) throws {
    guard !rows.isEmpty else { return }
    var list = lists.removeValue(forKey: Row.table) ?? ListWriter(names)
    try rows.withUnsafeBufferPointer { rows in
      for place in rows.indices { try list.add(rows[place]) }
    }
    lists[Row.table] = list
  }
}

extension RowLists: TableRow {
  static var table: String { "row_lists" }
  static var keys: String { "snapshot_id" }
  static let columns = tables.joined(separator: ", ")

  func bind(to row: inout some RowSink) throws {
    for table in Self.tables { try row.add(asIs: lists[table]?.text) }
  }
}

/// Writes rows as a JSON list of lists.
private struct ListWriter: RowSink {
  let names: NameWriter
  private var json = JSONText(isPretty: false, capacity: 1 << 13)

  init(_ names: NameWriter) {
    self.names = names
    json.openList()
  }

  /// The list, closed.
  var text: String {
    var json = json
    json.close()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  mutating func add(_ row: some ListRow) throws {
    json.beginItem()
    json.openList()
    try row.bind(to: &self)
    json.close()
  }

  mutating func add(_ number: Int64?) {
    json.beginItem()
    if let number { json.append(number) } else { json.appendNull() }
  }

  mutating func add(_ fraction: Double?) {
    json.beginItem()
    if let fraction, fraction.isFinite {
      json.append(fraction: fraction)
    } else {
      json.appendNull()
    }
  }

  mutating func add(asIs text: String?) {
    json.beginItem()
    if let text { json.append(text) } else { json.appendNull() }
  }
}
