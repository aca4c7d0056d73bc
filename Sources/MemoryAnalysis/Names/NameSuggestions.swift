/// Finds the nearest names to an unknown one.
struct NameSuggestions {
  private let names: [String]

  init(_ entries: [NameEntry]) {
    names = entries.flatMap { [$0.name] + $0.aliases }
  }

  /// At most three names with a small edit distance or a common prefix, nearest first.
  func nearest(to name: String) -> [String] {
    let wanted = Array(name.lowercased().utf8)
    guard wanted.count <= Self.longest else { return [] }
    let near = names.compactMap { candidate -> (distance: Int, name: String)? in
      let letters = Array(candidate.lowercased().utf8)
      let shared = zip(wanted, letters).prefix { $0 == $1 }.count
      let distance = Self.distance(wanted, letters)
      let isNear = distance <= max(1, wanted.count / 3)
      guard isNear || (shared == wanted.count && shared >= 3) else { return nil }
      return (distance - min(shared, 4), NameEntry.printed(candidate))
    }
    return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// The edit distance: the fewest insertions, deletions and substitutions.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (line, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, other) in right.enumerated() {
        let changed = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, row[column] + 1, row[column + 1] + 1)
      }
    }
    return row[right.count]
  }

  private static let longest = 128
}
