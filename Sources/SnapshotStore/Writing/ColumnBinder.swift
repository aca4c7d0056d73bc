internal import GRDB
internal import GRDBSQLite

/// Binds the columns of prepared rows to the parameters of a statement, in their order.
///
/// SQLite reads texts where they stand, so that each is copied once, into its page. They must stand there
/// until the statement has run.
struct ColumnBinder {
  private let rows: PreparedRows
  private let bytes: UnsafeRawBufferPointer
  private let names: [Int64]
  private let width: Int
  private var nextCell = 0

  /// Creates a binder that begins with the first row.
  ///
  /// - Parameters:
  ///   - rows: the rows.
  ///   - bytes: their `bytes`, where these stand.
  ///   - names: the numbers of the snapshot's new names.
  init(_ rows: PreparedRows, _ bytes: UnsafeRawBufferPointer, _ names: [Int64]) {
    self.rows = rows
    self.bytes = bytes
    self.names = names
    width = rows.width
  }

  /// Binds the next rows to a statement that adds them.
  ///
  /// - Parameters:
  ///   - count: how many rows.
  ///   - keys: the first columns of each.
  ///   - statement: the statement.
  /// - Throws: `DatabaseError` when SQLite takes a column for too long.
  mutating func bind(_ count: Int, keys: [Int64?], to statement: SQLiteStatement) throws {
    var place: CInt = 0
    for _ in 0..<count {
      for key in keys {
        place += 1
        try check(bind(key, statement, place))
      }
      for _ in 0..<width {
        place += 1
        try check(bind(rows.cells[nextCell], statement, place))
        nextCell += 1
      }
    }
  }

  private func bind(_ key: Int64?, _ statement: SQLiteStatement, _ place: CInt) -> CInt {
    if let key {
      sqlite3_bind_int64(statement, place, key)
    } else {
      sqlite3_bind_null(statement, place)
    }
  }

  private func bind(
    _ cell: PreparedRows.Cell, _ statement: SQLiteStatement, _ place: CInt
  ) -> CInt {
    switch cell {
    case .null: sqlite3_bind_null(statement, place)
    case .number(let number): sqlite3_bind_int64(statement, place, number)
    case .fraction(let fraction): sqlite3_bind_double(statement, place, fraction)
    case .text(let text): bind(bytes[rows.texts[text]], statement, place)
    case .list(let list): bind(rows.lists[list].text(in: rows.bytes, names), statement, place)
    case .name(let name): sqlite3_bind_int64(statement, place, names[name])
    }
  }

  private func bind(
    _ text: Slice<UnsafeRawBufferPointer>, _ statement: SQLiteStatement, _ place: CInt
  ) -> CInt {
    // Without bytes there is no address, and a text without one would be NULL.
    guard let start = UnsafeRawBufferPointer(rebasing: text).baseAddress else {
      return "".bind(to: statement, at: place)
    }
    return sqlite3_bind_text64(
      statement, place, start.assumingMemoryBound(to: CChar.self), sqlite3_uint64(text.count), nil,
      UInt8(SQLITE_UTF8))
  }

  /// A list that new names are put into is copied: it stands nowhere else.
  private func bind(_ list: String, _ statement: SQLiteStatement, _ place: CInt) -> CInt {
    list.bind(to: statement, at: place)
  }

  private func check(_ code: CInt) throws {
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}
