internal import GRDB

/// Texts by their numbers, each read once.
final class NameReader {
  private let find: Statement
  /// The texts that were read.
  ///
  /// No text is ever removed from a store, nor changed.
  private(set) var known: [Int64: String]

  init(_ database: Database, knowing known: [Int64: String]) throws {
    self.known = known
    find = try database.cachedStatement(sql: "SELECT text FROM name WHERE id = ?")
  }

  /// The text of a number.
  func text(_ id: Int64) throws -> String {
    if let text = known[id] { return text }
    let text = try String.fetchOne(find, arguments: [id]) ?? ""
    known[id] = text
    return text
  }
}
