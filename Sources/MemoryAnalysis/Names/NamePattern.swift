/// A name with wildcards: `#` for a number, `*` for any text, even empty.
struct NamePattern: Sendable {
  private let pattern: [UInt8]

  /// The number of fixed characters; the pattern with more is more specific.
  let fixedCount: Int

  /// Creates a pattern; nil for a name without wildcards.
  init?(_ text: String) {
    pattern = Array(text.utf8)
    let open = pattern.count { $0 == Self.number || $0 == Self.text }
    guard open > 0 else { return nil }
    fixedCount = pattern.count - open
  }

  /// Whether a name matches, in time proportional to both lengths multiplied.
  func matches(_ name: String) -> Bool {
    let name = Array(name.utf8)
    var position = 0
    var place = 0
    // The state after the last `*`, for a retry with one more character.
    var retry: (place: Int, position: Int)?
    while true {
      if place == pattern.count, position == name.count { return true }
      if let next = step(name, position, place) {
        if place < pattern.count, pattern[place] == Self.text { retry = (place, position) }
        (position, place) = (next, place + 1)
      } else if let last = retry, last.position < name.count {
        retry = (last.place, last.position + 1)
        (position, place) = (last.position + 1, last.place + 1)
      } else {
        return false
      }
    }
  }

  /// The next position after matching the pattern at `place`; nil on a mismatch.
  private func step(_ name: [UInt8], _ position: Int, _ place: Int) -> Int? {
    guard place < pattern.count else { return nil }
    switch pattern[place] {
    case Self.text: return position
    case Self.number:
      let end = name[position...].firstIndex { !Self.digits.contains($0) } ?? name.count
      return end > position ? end : nil
    default: return position < name.count && name[position] == pattern[place] ? position + 1 : nil
    }
  }

  private static let number = UInt8(ascii: "#")
  private static let text = UInt8(ascii: "*")
  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
}
