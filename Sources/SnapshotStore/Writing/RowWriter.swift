internal import GRDB
internal import GRDBSQLite

/// Adds rows to tables, with one or two statements for each table.
///
/// One is made for each transaction. Statements are compiled once for each connection, and the numbers
/// of texts are known from one transaction to the next.
final class RowWriter {
  let database: Database
  let names: NameWriter
  /// Whether a snapshot may be removed: its rows are removed with it.
  let mayRemove: Bool
  private var statements: [Form: Statement] = [:]

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - database: the connection, in a transaction.
  ///   - known: texts whose numbers are known.
  ///   - rewrite: redacts every text; nil keeps them.
  ///   - mayRemove: whether a snapshot may be removed.
  /// - Throws: what SQLite throws.
  init(
    _ database: Database, knowing known: KnownNames = KnownNames(),
    rewrite: ((String) -> String)? = nil, mayRemove: Bool = true
  ) throws {
    self.database = database
    self.mayRemove = mayRemove
    names = try NameWriter(database, knowing: known, rewrite: rewrite)
  }

  /// Adds rows of a snapshot, several with one statement.
  ///
  /// - Parameters:
  ///   - rows: the rows.
  ///   - snapshot: the snapshot that they belong to.
  ///   - isNumbered: whether each has its place as a key.
  /// - Throws: what SQLite throws.
  func add<Row: TableRow>(_ rows: [Row], of snapshot: Int64, isNumbered: Bool = true) throws {
    // A row is read in place: each copy would take a reference to every text in it.
    try rows.withUnsafeBufferPointer { rows in
      try add(rows, of: snapshot, isNumbered: isNumbered)
    }
  }

  private func add<Row: TableRow>(
    _ rows: UnsafeBufferPointer<Row>, of snapshot: Int64, isNumbered: Bool
  ) throws {
    var next = 0
    for count in Self.groups {
      guard rows.count - next >= count else { continue }
      let statement = try statement(Row.self, rows: count)
      while rows.count - next >= count {
        var binder = RowBinder(statement, names)
        for place in next..<next + count {
          try binder.add(snapshot)
          if isNumbered { try binder.add(place) }
          try rows[place].bind(to: &binder)
        }
        try run(statement)
        next += count
      }
    }
  }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - snapshot: the snapshot that it belongs to; nil for the row of a new snapshot itself.
  ///   - parent: the place of the row that it belongs to; nil for a row of the snapshot itself.
  ///   - place: its own place; nil where the table has none.
  /// - Throws: what SQLite throws.
  func add<Row: TableRow>(
    _ row: Row, of snapshot: Int64?, under parent: Int? = nil, at place: Int? = nil
  ) throws {
    let statement = try statement(Row.self, rows: 1)
    var binder = RowBinder(statement, names)
    try binder.add(snapshot)
    if let parent { try binder.add(parent) }
    if let place { try binder.add(place) }
    try row.bind(to: &binder)
    try run(statement)
  }

  /// How many rows one statement adds: eight rows take a fifth less time than eight statements.
  private static let groups = [32, 8, 4, 2, 1]

  private func run(_ statement: Statement) throws {
    // GRDB would look at each statement for those who observe the database; no one does.
    let code = sqlite3_step(statement.sqliteStatement)
    sqlite3_reset(statement.sqliteStatement)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(database.sqliteConnection)),
        message: String(cString: sqlite3_errmsg(database.sqliteConnection)))
    }
  }

  private func statement<Row: TableRow>(_: Row.Type, rows: Int) throws -> Statement {
    let form = Form(type: ObjectIdentifier(Row.self), rows: rows)
    if let statement = statements[form] { return statement }
    let columns = "\(Row.keys), \(Row.columns)"
    let commas = columns.utf8.count { $0 == UInt8(ascii: ",") }
    let row = "(?" + String(repeating: ", ?", count: commas) + ")"
    let values = row + String(repeating: ", " + row, count: rows - 1)
    // An error ends the transaction. OR FAIL spares SQLite the copies of pages by which it would take
    // back the rows of one statement alone.
    let statement = try database.cachedStatement(
      sql: "INSERT OR FAIL INTO \(Row.table) (\(columns)) VALUES \(values)")
    // The columns are bound by hand, so GRDB has no arguments to check.
    statement.setUncheckedArguments(StatementArguments())
    statements[form] = statement
    return statement
  }

  /// What a statement adds.
  private struct Form: Hashable {
    let type: ObjectIdentifier
    let rows: Int
  }
}
