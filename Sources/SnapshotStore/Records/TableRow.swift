internal import MemorySections

/// A table of the rows of snapshots.
protocol StoreTable: SendableMetatype {
  /// The name of the table.
  static var table: String { get }
  /// The columns that say where a row belongs: the snapshot's number first.
  static var keys: String { get }
  /// The other columns, in the order in which rows give them.
  static var columns: String { get }
}

/// A value that is one row of a table of a snapshot.
///
/// A snapshot has a thousand rows of some twenty columns. GRDB's `PersistableRecord` looks up each
/// column by its name, which takes longer than SQLite itself; these rows give their columns in order.
protocol TableRow: StoreTable {
  /// Gives the columns.
  func fill(_ row: inout some RowSink)
}

extension StoreTable {
  static var keys: String { "snapshot_id, ordinal" }
}

/// A row that stands with all of its kind in one list; a view shows it as a row of a table.
///
/// `RowLists` holds the list.
protocol ListRow: TableRow {}

/// A row that is read back.
protocol LoadableRow: TableRow {
  /// Reads the columns, in the order in which they are given.
  init(row: inout RowReader) throws
}

/// The columns that quantities take: `x_bytes` and `x_tolerance`.
enum QuantityColumns {
  /// The names of the columns of some quantities.
  static func names(_ quantities: String...) -> String {
    quantities.map { "\($0)_bytes, \($0)_tolerance" }.joined(separator: ", ")
  }
}
