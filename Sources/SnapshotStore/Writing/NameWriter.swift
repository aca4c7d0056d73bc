internal import GRDB

/// Gives numbers to texts that repeat, each kept once.
///
/// One is made for each transaction.
final class NameWriter {
  private let find: Statement
  private let insert: Statement
  private let database: Database
  /// The numbers that were found or given in this transaction.
  private(set) var added: [String: Int64] = [:]

  init(_ database: Database) throws {
    self.database = database
    find = try database.cachedStatement(sql: "SELECT id FROM name WHERE text = ?")
    insert = try database.cachedStatement(sql: "INSERT INTO name (text) VALUES (?)")
  }

  /// The number of a text.
  func id(_ text: String) throws -> Int64 {
    if let id = added[text] { return id }
    let id = try findOrInsert(text)
    added[text] = id
    return id
  }

  private func findOrInsert(_ text: String) throws -> Int64 {
    if let found = try Int64.fetchOne(find, arguments: [text]) { return found }
    try insert.execute(arguments: [text])
    return database.lastInsertedRowID
  }
}
