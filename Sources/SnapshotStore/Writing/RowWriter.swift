internal import GRDB
internal import GRDBSQLite

/// Adds rows to tables, several with one statement.
///
/// One is made for each transaction. Statements are compiled once for each connection.
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
  ///   - mayRemove: whether a snapshot may be removed.
  /// - Throws: what SQLite throws.
  init(_ database: Database, mayRemove: Bool = true) throws {
    self.database = database
    self.mayRemove = mayRemove
    names = try NameWriter(database)
  }

  /// How many rows one statement adds: eight rows take a fifth less time than eight statements.
  private static let groups = [32, 8, 4, 2, 1]

  /// Adds rows of a table.
  ///
  /// - Parameters:
  ///   - rows: the rows.
  ///   - keys: the first columns of each.
  ///   - names: the numbers of the snapshot's new names.
  /// - Throws: what SQLite throws.
  func add(_ rows: PreparedRows, keys: [Int64?], _ names: [Int64]) throws {
    try rows.bytes.withUnsafeBytes { bytes in
      var columns = ColumnBinder(rows, bytes, names)
      var left = rows.count
      for count in Self.groups where left >= count {
        let statement = try statement(rows.table, rows: count).sqliteStatement
        while left >= count {
          try columns.bind(count, keys: keys, to: statement)
          try run(statement)
          left -= count
        }
      }
    }
  }

  private func run(_ statement: SQLiteStatement) throws {
    // GRDB would look at each statement for those who observe the database; no one does.
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(database.sqliteConnection)),
        message: String(cString: sqlite3_errmsg(database.sqliteConnection)))
    }
  }

  private func statement(_ table: any StoreTable.Type, rows: Int) throws -> Statement {
    let form = Form(table: ObjectIdentifier(table), rows: rows)
    if let statement = statements[form] { return statement }
    let columns = "\(table.keys), \(table.columns)"
    let commas = columns.utf8.count { $0 == UInt8(ascii: ",") }
    let row = "(?" + String(repeating: ", ?", count: commas) + ")"
    let values = row + String(repeating: ", " + row, count: rows - 1)
    // An error ends the transaction. OR FAIL spares SQLite the copies of pages by which it would take
    // back the rows of one statement alone.
    let statement = try database.cachedStatement(
      sql: "INSERT OR FAIL INTO \(table.table) (\(columns)) VALUES \(values)")
    // The columns are bound by hand, so GRDB has no arguments to check.
    statement.setUncheckedArguments(StatementArguments())
    statements[form] = statement
    return statement
  }

  /// What a statement adds.
  private struct Form: Hashable {
    let table: ObjectIdentifier
    let rows: Int
  }
}
