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

/// Texts that repeat, each kept once.
final class NameWriter {
  private let find: Statement
  private let insert: Statement
  private let database: Database
  /// The numbers of the texts that were met so far.
  private(set) var known: [String: Int64]
  /// Redacts every text; nil keeps them.
  let rewrite: ((String) -> String)?
  /// The text that was asked for last: a member's path comes many times in a row.
  private var last: (text: String, id: Int64)?

  init(
    _ database: Database, knowing known: [String: Int64], rewrite: ((String) -> String)?
  ) throws {
    self.database = database
    self.known = known
    self.rewrite = rewrite
    find = try database.cachedStatement(sql: "SELECT id FROM name WHERE text = ?")
    insert = try database.cachedStatement(sql: "INSERT INTO name (text) VALUES (?)")
  }

  /// The number of a text.
  func id(_ text: String) throws -> Int64 {
    if let last, last.text == text { return last.id }
    let id = try known[text] ?? newID(text)
    last = (text, id)
    return id
  }

  /// The number of a text that may be unknown.
  func id(_ text: String?) throws -> Int64? { try text.map { try id($0) } }

  /// The number of a text that this program has not met.
  private func newID(_ text: String) throws -> Int64 {
    let id: Int64
    let written = rewrite?(text) ?? text
    if let found = try Int64.fetchOne(find, arguments: [written]) {
      id = found
    } else {
      try insert.execute(arguments: [written])
      id = database.lastInsertedRowID
    }
    known[text] = id
    return id
  }
}
