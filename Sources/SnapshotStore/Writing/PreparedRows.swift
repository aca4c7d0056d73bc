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
  /// Where each text stands in `bytes`.
  private(set) var texts: [Range<Int>] = []
  /// The lists with new names.
  private(set) var lists: [ListText] = []
  /// The UTF-8 of all texts and lists: one block of memory, where a block for each would lie about until
  /// they are written.
  private(set) var bytes: [UInt8] = []
  /// The number of rows.
  private(set) var count = 0

  init(_ table: any StoreTable.Type) {
    self.table = table
  }

  /// How many columns a row has, without the snapshot's number.
  var width: Int { count == 0 ? 0 : cells.count / count }

  /// About how many bytes they take in memory.
  var size: Int {
    cells.count * MemoryLayout<Cell>.stride + texts.count * MemoryLayout<Range<Int>>.stride
      + bytes.count
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

  /// Adds a row of lists, the only one of its table.
  ///
  /// - Parameters:
  ///   - row: the lists.
  ///   - bytes: where they stand.
  mutating func add(_ row: [ListText?], in bytes: [UInt8]) {
    self.bytes = bytes
    for list in row {
      if let list, list.isWhole {
        cells.append(.text(texts.count))
        texts.append(list.range)
      } else if let list {
        cells.append(.list(lists.count))
        lists.append(list)
      } else {
        cells.append(.null)
      }
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
    var sink = CellSink(names: names, cells: cells, texts: texts, bytes: bytes)
    // Taken, so that adding to them copies nothing.
    (cells, texts, bytes) = ([], [], [])
    change(&sink)
    (cells, texts, bytes) = (sink.cells, sink.texts, sink.bytes)
  }
}

/// Takes columns as cells.
private struct CellSink: RowSink {
  let names: NameFinder
  var nameColumn = 0
  var cells: [PreparedRows.Cell]
  var texts: [Range<Int>]
  var bytes: [UInt8]

  mutating func add(_ number: Int64?) { cells.append(number.map { .number($0) } ?? .null) }

  mutating func add(_ fraction: Double?) { cells.append(fraction.map { .fraction($0) } ?? .null) }

  mutating func add(asIs text: String?) {
    guard let text else { return cells.append(.null) }
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    addText(from: start)
  }

  mutating func add(asIs text: [UInt8]?) {
    guard let text else { return cells.append(.null) }
    let start = bytes.count
    bytes.append(contentsOf: text)
    addText(from: start)
  }

  private mutating func addText(from start: Int) {
    cells.append(.text(texts.count))
    texts.append(start..<bytes.count)
  }

  mutating func add(_ name: NameReference) {
    switch name {
    case .known(let id): cells.append(.number(id))
    case .new(let place): cells.append(.name(place))
    }
  }
}
