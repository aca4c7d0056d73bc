internal import GRDB
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

  /// Binds the next column.
  mutating func add(_ value: some StatementBinding) throws {
    place += 1
    let code =
      if let rewrite = names.rewrite, let text = value as? String {
        rewrite(text).bind(to: statement, at: place)
      } else {
        value.bind(to: statement, at: place)
      }
    guard code == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// Binds the number of a text that repeats; NULL for nil.
  mutating func add(name: String?) throws {
    try add(try name.map { try names.id($0) })
  }

  /// Binds the two columns of each quantity; NULL for nil.
  mutating func add(_ quantities: Quantity?...) throws {
    for quantity in quantities {
      try add(quantity?.bytes)
      try add(quantity?.tolerance)
    }
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
    if let id = known[text] { return id }
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

  /// The number of a text that may be unknown.
  func id(_ text: String?) throws -> Int64? { try text.map { try id($0) } }
}
