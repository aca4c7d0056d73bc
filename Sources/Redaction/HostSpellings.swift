/// The spellings of one machine's name: `Annes-MacBook.local` is also `Anne’s MacBook`.
enum HostSpellings {
  /// The name itself and its other spellings.
  static func of(_ name: String) -> [String] {
    var spellings = [name]
    let spaced = String(name.map { $0 == "-" ? " " : $0 })
    if spaced != name { spellings.append(spaced) }
    let dashed = String(
      name.filter { $0 != "'" && $0 != "’" }.map { $0 == " " || $0 == "_" ? "-" : $0 })
    if dashed != name { spellings.append(dashed) }
    var words = spaced.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    if words.count > 1, let owner = words.first, owner.count > 2, owner.last == "s" {
      for mark in ["'", "’"] where !owner.contains(mark) {
        words[0] = owner.dropLast() + mark + "s"
        spellings.append(words.joined(separator: " "))
      }
    }
    return spellings
  }
}
