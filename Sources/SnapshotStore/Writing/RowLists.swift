internal import AllocationBalance
internal import MemorySections

/// Those rows of a snapshot that are read with it and seldom alone: for each table one list as JSON.
///
/// ```
/// kernel_category: [[12,null,1048576,512,0,0,…],[13,null,…],…]
/// ```
///
/// A list is one text to SQLite, which takes far longer for the columns of as many rows. A view of the
/// table's name shows the rows with their columns.
struct RowLists {
  /// The tables that are kept so.
  private static let tables = [
    Zone.table, WiredRow.table, KernelMap.table, ZoneView.table, FootprintProcess.table,
    FootprintCategory.table, CategoryTotal.table, ListedProcessRow.table, LedgerEntry.table,
  ]

  private var writer: ListWriter
  private var lists: [String: ListText] = [:]

  init(_ names: NameFinder) {
    writer = ListWriter(names)
  }

  /// Adds rows in their order.
  mutating func add<Row: ListRow>(_ rows: [Row]) {
    guard !rows.isEmpty else { return }
    lists[Row.table] = writer.add(rows, to: lists[Row.table])
  }

  /// The row that holds them.
  var row: PreparedRows {
    var row = PreparedRows(Self.self)
    row.add(Self.tables.map { lists[$0] }, in: writer.text)
    return row
  }
}

extension RowLists: StoreTable {
  static var table: String { "row_lists" }
  static var keys: String { "snapshot_id" }
  static let columns = tables.joined(separator: ", ")
}
