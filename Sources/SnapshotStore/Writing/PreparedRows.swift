/// Rows of one table that only need to be written.
struct PreparedRows: Sendable {
  /// What stands in a column: nothing that counts references, since a snapshot has some thousands.
  enum Cell: Sendable {
    case null
    case number(Int64)
    case fraction(Double)
    /// The place of a text in `texts`.
    case text(Int)
    /// The place of a list in `lists`.
    case list(Int)
    /// The number of a new name of the snapshot, by its place.
    case name(Int)
  }

  /// The table.
  let table: any StoreTable.Type
  /// The columns of all rows but the snapshot's number, row after row.
  private(set) var cells: [Cell] = []
  private(set) var texts: [String] = []
  private(set) var lists: [ListText] = []
  /// The number of rows.
  private(set) var count = 0

  init(_ table: any StoreTable.Type) {
    self.table = table
  }

  /// How many columns a row has, without the snapshot's number.
  var width: Int { count == 0 ? 0 : cells.count / count }

  /// About how many bytes they take in memory.
  var size: Int {
    let inTexts = texts.reduce(0) { $0 + $1.utf8.count }
    let inLists = lists.reduce(0) { $0 + $1.size }
    return cells.count * MemoryLayout<Cell>.stride + inTexts + inLists
  }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - row: the row, of this table.
  ///   - keys: the columns behind the snapshot's number that say where the row belongs.
  ///   - names: finds the numbers of its texts.
  mutating func add<Row: TableRow>(_ row: Row, keys: [Int], _ names: NameFinder) {
    change(names) { sink in
      sink.nameColumn = names.columns(of: Row.self)
      for key in keys { sink.add(key) }
      row.fill(&sink)
    }
    count += 1
  }

  /// Adds a row of lists.
  mutating func add(_ row: [ListText?]) {
    for list in row {
      cells.append(list == nil ? .null : .list(lists.count))
      if let list { lists.append(list) }
    }
    count += 1
  }

  /// Adds rows, numbered from 0 on or with no key at all.
  mutating func add<Row: TableRow>(_ rows: [Row], isNumbered: Bool, _ names: NameFinder) {
    change(names) { sink in
      let nameColumns = names.columns(of: Row.self)
      // A row is read in place: each copy would take a reference to every text in it.
      rows.withUnsafeBufferPointer { rows in
        for place in rows.indices {
          sink.nameColumn = nameColumns
          if isNumbered { sink.add(place) }
          rows[place].fill(&sink)
        }
      }
    }
    count += rows.count
  }

  private mutating func change(_ names: NameFinder, _ change: (inout CellSink) -> Void) {
    var sink = CellSink(names: names, cells: cells, texts: texts)
    // Taken, so that adding to them copies nothing.
    (cells, texts) = ([], [])
    change(&sink)
    (cells, texts) = (sink.cells, sink.texts)
  }
}

/// Takes columns as cells.
private struct CellSink: RowSink {
  let names: NameFinder
  var nameColumn = 0
  var cells: [PreparedRows.Cell]
  var texts: [String]

  mutating func add(_ number: Int64?) { cells.append(number.map { .number($0) } ?? .null) }

  mutating func add(_ fraction: Double?) { cells.append(fraction.map { .fraction($0) } ?? .null) }

  mutating func add(asIs text: String?) {
    cells.append(text == nil ? .null : .text(texts.count))
    if let text { texts.append(text) }
  }

  mutating func add(_ name: NameReference) {
    switch name {
    case .known(let id): cells.append(.number(id))
    case .new(let place): cells.append(.name(place))
    }
  }
}
