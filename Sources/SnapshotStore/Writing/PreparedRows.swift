/// Rows of one table that only need to be written.
struct PreparedRows: Sendable {
  /// What stands in a column.
  enum Cell: Sendable {
    case null
    case number(Int64)
    case fraction(Double)
    case text(String)
    /// The number of a new name of the snapshot, by its place.
    case name(Int)
    case list(ListText)
  }

  /// The table.
  let table: any StoreTable.Type
  /// The columns of all rows but the snapshot's number, row after row.
  private(set) var cells: [Cell] = []
  /// The number of rows.
  private(set) var count = 0

  init(_ table: any StoreTable.Type) {
    self.table = table
  }

  /// How many columns a row has, without the snapshot's number.
  var width: Int { count == 0 ? 0 : cells.count / count }

  /// About how many bytes they take in memory.
  var size: Int {
    cells.reduce(cells.count * MemoryLayout<Cell>.stride) { size, cell in
      switch cell {
      case .text(let text): size + text.utf8.count
      case .list(let list): size + list.size
      case .null, .number, .fraction, .name: size
      }
    }
  }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - row: the row, of this table.
  ///   - keys: the columns behind the snapshot's number that say where the row belongs.
  ///   - names: finds the numbers of its texts.
  mutating func add(_ row: some TableRow, keys: [Int], _ names: NameFinder) {
    var sink = CellSink(names: names, cells: cells)
    cells = []
    for key in keys { sink.add(key) }
    row.fill(&sink)
    cells = sink.cells
    count += 1
  }

  /// Adds a row of lists.
  mutating func add(_ lists: [ListText?]) {
    cells += lists.map { $0.map { .list($0) } ?? .null }
    count += 1
  }

  /// Adds rows, numbered from 0 on or with no key at all.
  mutating func add<Row: TableRow>(_ rows: [Row], isNumbered: Bool, _ names: NameFinder) {
    var sink = CellSink(names: names, cells: cells)
    cells = []
    // A row is read in place: each copy would take a reference to every text in it.
    rows.withUnsafeBufferPointer { rows in
      for place in rows.indices {
        if isNumbered { sink.add(place) }
        rows[place].fill(&sink)
      }
    }
    cells = sink.cells
    count += rows.count
  }
}

/// Takes columns as cells.
private struct CellSink: RowSink {
  let names: NameFinder
  var cells: [PreparedRows.Cell]

  mutating func add(_ number: Int64?) { cells.append(number.map { .number($0) } ?? .null) }

  mutating func add(_ fraction: Double?) { cells.append(fraction.map { .fraction($0) } ?? .null) }

  mutating func add(asIs text: String?) { cells.append(text.map { .text($0) } ?? .null) }

  mutating func add(_ name: NameReference) {
    switch name {
    case .known(let id): cells.append(.number(id))
    case .new(let place): cells.append(.name(place))
    }
  }
}
