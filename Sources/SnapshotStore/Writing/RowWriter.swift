internal import GRDB
internal import MemorySections

/// Adds rows to one table.
struct RowWriter {
  private let statement: Statement

  /// Prepares to fill some columns of a table.
  init(_ database: Database, _ table: String, _ columns: String) throws {
    let count = columns.split(separator: ",").count
    let places = Array(repeating: "?", count: count).joined(separator: ", ")
    statement = try database.cachedStatement(
      sql: "INSERT INTO \(table) (\(columns)) VALUES (\(places))")
  }

  /// Adds a row with a value for each column.
  func add(_ values: [(any DatabaseValueConvertible)?]) throws {
    try statement.execute(arguments: StatementArguments(values))
  }
}

/// The columns that quantities take: `x_bytes` and `x_tolerance`.
enum QuantityColumns {
  /// The names of the columns of some quantities.
  static func names(_ quantities: String...) -> String {
    quantities.map { "\($0)_bytes, \($0)_tolerance" }.joined(separator: ", ")
  }

  /// The values of the columns of some quantities.
  static func values(_ quantities: Quantity?...) -> [(any DatabaseValueConvertible)?] {
    quantities.flatMap { [$0?.bytes, $0?.tolerance] as [(any DatabaseValueConvertible)?] }
  }
}

/// Texts that repeat, each kept once.
final class NameWriter {
  private let find: Statement
  private let insert: Statement
  private let database: Database
  private var known: [String: Int64] = [:]

  init(_ database: Database) throws {
    self.database = database
    find = try database.cachedStatement(sql: "SELECT id FROM name WHERE text = ?")
    insert = try database.cachedStatement(sql: "INSERT INTO name (text) VALUES (?)")
  }

  /// The number of a text.
  func id(_ text: String) throws -> Int64 {
    if let id = known[text] { return id }
    let id: Int64
    if let found = try Int64.fetchOne(find, arguments: [text]) {
      id = found
    } else {
      try insert.execute(arguments: [text])
      id = database.lastInsertedRowID
    }
    known[text] = id
    return id
  }

  /// The number of a text that may be unknown.
  func id(_ text: String?) throws -> Int64? { try text.map { try id($0) } }
}
