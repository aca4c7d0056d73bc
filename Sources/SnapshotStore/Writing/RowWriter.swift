internal import GRDB
internal import GRDBSQLite

/// Adds rows to tables, with one statement for each table.
///
/// One is made for each transaction: texts and statements are looked up once for all its archives.
final class RowWriter {
  let database: Database
  let names: NameWriter
  private var statements: [ObjectIdentifier: Statement] = [:]

  /// - Parameters:
  ///   - database: the store.
  ///   - rewrite: redacts every text; nil keeps them.
  /// - Throws: what SQLite throws.
  init(_ database: Database, rewrite: ((String) -> String)? = nil) throws {
    self.database = database
    names = try NameWriter(database, rewrite: rewrite)
  }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - snapshot: the snapshot that it belongs to.
  ///   - parent: the place of the row that it belongs to; nil for a row of the snapshot itself.
  ///   - place: its own place; nil where the table has none.
  /// - Throws: what SQLite throws.
  func add<Row: TableRow>(
    _ row: Row, of snapshot: Int64, under parent: Int? = nil, at place: Int? = nil
  ) throws {
    let statement = try statement(Row.self)
    // GRDB resets a statement only when it runs it again; bound it can be only before.
    sqlite3_reset(statement.sqliteStatement)
    var binder = RowBinder(statement, names)
    try binder.add(snapshot)
    if let parent { try binder.add(parent) }
    if let place { try binder.add(place) }
    try row.bind(to: &binder)
    try statement.execute()
  }

  private func statement<Row: TableRow>(_: Row.Type) throws -> Statement {
    if let statement = statements[ObjectIdentifier(Row.self)] { return statement }
    let columns = "\(Row.keys), \(Row.columns)"
    let places = columns.split(separator: ",").map { _ in "?" }.joined(separator: ", ")
    let statement = try database.makeStatement(
      sql: "INSERT INTO \(Row.table) (\(columns)) VALUES (\(places))")
    // The columns are bound by hand, so GRDB has no arguments to check.
    statement.setUncheckedArguments(StatementArguments())
    statements[ObjectIdentifier(Row.self)] = statement
    return statement
  }
}
