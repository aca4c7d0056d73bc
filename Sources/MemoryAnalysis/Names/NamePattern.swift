/// A name with places left open: `#` for a number, `*` for any text, empty too.
struct NamePattern: Sendable {
  private let pattern: [UInt8]

  /// How many characters are fixed: of two patterns that fit, the one with more says more.
  let fixedCount: Int

  /// A pattern; nil for a name without open places.
  init?(_ text: String) {
    pattern = Array(text.utf8)
    let open = pattern.count { $0 == Self.number || $0 == Self.text }
    guard open > 0 else { return nil }
    fixedCount = pattern.count - open
  }

  /// Whether a name fits; in time of its length times the pattern's.
  func matches(_ name: String) -> Bool {
    let name = Array(name.utf8)
    var position = 0
    var place = 0
    // Where to take up again after the last `*`, which then takes one character more.
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

  /// Where the name goes on after the pattern's character at `place`; nil when it does not fit.
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
