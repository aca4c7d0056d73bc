internal import GRDB
internal import GRDBSQLite

/// Adds rows to tables, with one statement for each table.
///
/// One is made for each transaction. Statements are compiled once for each connection, and the numbers
/// of texts are known from one transaction to the next.
final class RowWriter {
  let database: Database
  let names: NameWriter
  /// Whether a snapshot may be removed: its rows are removed with it.
  let mayRemove: Bool
  private var statements: [ObjectIdentifier: Statement] = [:]

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - database: the connection, in a transaction.
  ///   - known: texts with known numbers.
  ///   - rewrite: redacts every text; nil keeps them.
  ///   - mayRemove: whether a snapshot may be removed.
  /// - Throws: what SQLite throws.
  init(
    _ database: Database, knowing known: [String: Int64] = [:],
    rewrite: ((String) -> String)? = nil, mayRemove: Bool = true
  ) throws {
    self.database = database
    self.mayRemove = mayRemove
    names = try NameWriter(database, knowing: known, rewrite: rewrite)
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
    let statement = try statement(Row.self)
    var binder = RowBinder(statement, names)
    try binder.add(snapshot)
    if let parent { try binder.add(parent) }
    if let place { try binder.add(place) }
    try row.bind(to: &binder)
    // GRDB would look at each statement for those who observe the database; no one does.
    let code = sqlite3_step(statement.sqliteStatement)
    sqlite3_reset(statement.sqliteStatement)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(database.sqliteConnection)),
        message: String(cString: sqlite3_errmsg(database.sqliteConnection)))
    }
  }

  private func statement<Row: TableRow>(_: Row.Type) throws -> Statement {
    if let statement = statements[ObjectIdentifier(Row.self)] { return statement }
    let columns = "\(Row.keys), \(Row.columns)"
    let places = columns.split(separator: ",").map { _ in "?" }.joined(separator: ", ")
    let statement = try database.cachedStatement(
      sql: "INSERT INTO \(Row.table) (\(columns)) VALUES (\(places))")
    // The columns are bound by hand, so GRDB has no arguments to check.
    statement.setUncheckedArguments(StatementArguments())
    statements[ObjectIdentifier(Row.self)] = statement
    return statement
  }
}
