internal import GRDB

/// Texts that repeat, each kept once.
final class NameWriter {
  private let find: Statement
  private let insert: Statement
  private let database: Database
  /// The texts that were met so far.
  private(set) var known: KnownNames
  /// Redacts every text; nil keeps them.
  let rewrite: ((String) -> String)?

  init(_ database: Database, knowing known: KnownNames, rewrite: ((String) -> String)?) throws {
    self.database = database
    self.known = known
    self.rewrite = rewrite
    find = try database.cachedStatement(sql: "SELECT id FROM name WHERE text = ?")
    insert = try database.cachedStatement(sql: "INSERT INTO name (text) VALUES (?)")
  }

  /// The number of a text.
  func id(_ text: String) throws -> Int64 {
    if let id = known.find(text) { return id }
    let id = try newID(text)
    known.add(text, id)
    return id
  }

  /// The number of a text that may be unknown.
  func id(_ text: String?) throws -> Int64? { try text.map { try id($0) } }

  /// The number of a text that this program has not met.
  private func newID(_ text: String) throws -> Int64 {
    let written = rewrite?(text) ?? text
    if let found = try Int64.fetchOne(find, arguments: [written]) { return found }
    try insert.execute(arguments: [written])
    return database.lastInsertedRowID
  }
}

/// The numbers of texts that are in the store.
///
/// Texts come in nearly the same order in every archive: those that followed the last text before are
/// tried before all are searched. There are two of them, since a zone is followed by its family in one
/// table and by another zone in the next.
struct KnownNames {
  /// What is known of a text beside the text itself.
  private struct Name {
    let id: Int64
    /// Where in `texts` the text stands that came after this one.
    var next: Int
    /// Where the text stands that came after this one before that.
    var nextBefore: Int
  }

  private var texts: [String] = []
  private var names: [Name] = []
  private var places: [String: Int] = [:]
  private var last = 0

  /// How many texts there are.
  var count: Int { names.count }

  /// The number of a text; nil when it is not known.
  mutating func find(_ text: String) -> Int64? {
    guard !names.isEmpty else { return nil }
    let (likely, lessLikely) = (names[last].next, names[last].nextBefore)
    if texts[likely] == text { return follow(likely) }
    if texts[lessLikely] == text { return follow(lessLikely) }
    // A member's path comes many times in a row.
    if texts[last] == text { return names[last].id }
    return places[text].map { follow($0) }
  }

  /// Adds a text that is not known.
  mutating func add(_ text: String, _ id: Int64) {
    places[text] = names.count
    texts.append(text)
    names.append(Name(id: id, next: 0, nextBefore: 0))
    _ = follow(names.count - 1)
  }

  private mutating func follow(_ place: Int) -> Int64 {
    if names[last].next != place {
      names[last].nextBefore = names[last].next
      names[last].next = place
    }
    last = place
    return names[place].id
  }
}
