internal import GRDB
internal import GRDBSQLite
internal import MemorySections

/// Binds values to the columns of a statement, one after the other.
struct RowBinder {
  private let statement: SQLiteStatement
  private let names: NameWriter
  private var place: CInt = 0

  init(_ statement: Statement, _ names: NameWriter) {
    self.statement = statement.sqliteStatement
    self.names = names
  }

  /// Binds the next column to a number; NULL for nil.
  mutating func add(_ number: Int64?) throws {
    place += 1
    try check(
      number.map { sqlite3_bind_int64(statement, place, $0) } ?? sqlite3_bind_null(statement, place)
    )
  }

  /// Binds a number; NULL for nil.
  mutating func add(_ number: Int?) throws { try add(number.map(Int64.init)) }

  /// Binds 1 or 0; NULL for nil.
  mutating func add(_ flag: Bool?) throws { try add(flag.map { $0 ? Int64(1) : 0 }) }

  /// Binds a fraction; NULL for nil.
  mutating func add(_ fraction: Double?) throws {
    guard let fraction else { return try add(nil as Int64?) }
    place += 1
    try check(sqlite3_bind_double(statement, place, fraction))
  }

  /// Binds a text, redacted where the store is; NULL for nil.
  mutating func add(_ text: String?) throws {
    guard let rewrite = names.rewrite else { return try add(asIs: text) }
    try add(asIs: text.map(rewrite))
  }

  /// Binds a text that holds no name, or whose names are replaced; NULL for nil.
  mutating func add(asIs text: String?) throws {
    guard let text else { return try add(nil as Int64?) }
    place += 1
    try check(text.bind(to: statement, at: place))
  }

  /// Binds the number of a text that repeats; NULL for nil.
  mutating func add(name: String?) throws {
    try add(try name.map { try names.id($0) })
  }

  /// Binds the two columns of a quantity; NULL for nil.
  mutating func add(_ quantity: Quantity?) throws {
    try add(quantity?.bytes)
    try add(quantity?.tolerance)
  }

  private func check(_ code: CInt) throws {
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}
