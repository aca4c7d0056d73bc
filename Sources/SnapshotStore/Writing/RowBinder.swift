internal import GRDB
internal import GRDBSQLite

/// Binds values to the columns of a statement.
struct RowBinder: RowSink {
  let names: NameWriter
  private let statement: SQLiteStatement
  private var place: CInt = 0

  init(_ statement: Statement, _ names: NameWriter) {
    self.statement = statement.sqliteStatement
    self.names = names
  }

  mutating func add(_ number: Int64?) throws {
    place += 1
    if let number {
      try check(sqlite3_bind_int64(statement, place, number))
    } else {
      try check(sqlite3_bind_null(statement, place))
    }
  }

  mutating func add(_ fraction: Double?) throws {
    guard let fraction else { return try add(nil as Int64?) }
    place += 1
    try check(sqlite3_bind_double(statement, place, fraction))
  }

  mutating func add(asIs text: String?) throws {
    guard let text else { return try add(nil as Int64?) }
    place += 1
    try check(text.bind(to: statement, at: place))
  }

  private func check(_ code: CInt) throws {
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}
