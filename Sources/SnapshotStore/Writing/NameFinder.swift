/// A text that repeats: by its number where the store is known to hold it.
enum NameReference: Hashable, Comparable {
  /// The text's number.
  case known(Int64)
  /// The text's place among the new names of its snapshot, which get their numbers when they are written.
  case new(Int)
}

/// Finds the numbers of the texts of one snapshot.
final class NameFinder {
  // Every name asks it, and none keeps access to it: a check of each takes longer than most answers.
  /// The texts that the store is known to hold.
  @exclusivity(unchecked) private(set) var known: KnownNames
  /// The snapshot's texts that are not known, as the store will hold them.
  private(set) var new: [String] = []
  /// Redacts every text; nil keeps them.
  let rewrite: ((String) -> String)?
  private var places: [String: Int] = [:]

  /// Creates a finder.
  ///
  /// - Parameters:
  ///   - known: texts whose numbers are known.
  ///   - rewrite: redacts every text; nil keeps them.
  init(knowing known: KnownNames, rewrite: ((String) -> String)?) {
    self.known = known
    self.rewrite = rewrite
    self.known.beginSnapshot()
  }

  /// The first column of a table, for `find`.
  func columns(of table: any StoreTable.Type) -> Int { known.columns(of: table) }

  /// Finds a text that repeats.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - column: the column that it stands in, from the first column of its table on.
  /// - Returns: its number, or its place among the new names.
  func find(_ text: String, in column: Int) -> NameReference {
    let text = rewrite.map { known.written(text, by: $0) } ?? text
    if let id = known.find(text, in: column) { return .known(id) }
    if let place = places[text] { return .new(place) }
    places[text] = new.count
    new.append(text)
    return .new(new.count - 1)
  }
}
