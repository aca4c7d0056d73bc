/// A path into a home folder.
///
/// The forms are `/Users/NAME/…`, `/home/NAME/…`, `~NAME/…`, and homes without a person's name:
/// `~/…`, `/var/root/…`, `/var/mobile/…` (iOS), `/root/…`. Any prefix may precede `/Users`: it may
/// be a volume.
struct HomePath {
  /// The person's name; nil for a home without one.
  private(set) var name: Range<Int>?
  /// The part below the home; nil when the path is the home itself.
  private(set) var rest: Range<Int>?
  /// The end of the path.
  private(set) var end: Int

  /// Whether a path can begin with a byte; most cannot.
  static func canBegin(with byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "%"), UInt8(ascii: "~"),
      UInt8(ascii: "U"), UInt8(ascii: "u"):
      true
    default: false
    }
  }

  /// Parses the path at `start`; nil when there is none.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - start: the offset in the text.
  ///   - knownEnd: the end of the path, if the caller knows it.
  init?(_ text: ScannedText, at start: Int, knownEnd: Int? = nil) {
    self.init(text, at: start, knownEnd: knownEnd, reach: nil)
  }

  /// The person's name in the path at `start`; nil when there is none.
  ///
  /// - Complexity: depends on the longest name, not on the path.
  static func owner(_ text: ScannedText, at start: Int) -> Range<Int>? {
    guard let head = head(text, start), head.isNamed else { return nil }
    var place = head.end
    while place - head.end < longestName, text.separator(place) > 0 {
      place += text.separator(place)
    }
    var end = place
    while end - place < longestName, text[end].isAlphanumeric || "._-".utf8.contains(text[end]) {
      end += 1
    }
    // A blank or punctuation may be part of the name: what follows decides.
    if text.separator(end) > 0, end > place { return place..<end }
    return HomePath(text, at: start, knownEnd: nil, reach: longestName)?.name
  }

  /// The longest file name in bytes.
  private static let longestName = 255

  private init?(_ text: ScannedText, at start: Int, knownEnd: Int?, reach: Int?) {
    guard let head = Self.head(text, start) else { return nil }
    var place = head.end
    while text.separator(place) > 0 { place += text.separator(place) }
    // A path that is already redacted is not searched for its end again.
    let end =
      knownEnd ?? Self.replacedEnd(text, head, place)
      ?? PathEnd(text, limit: reach.map { place + $0 }).end(from: place)
    guard end > place else { return nil }
    self.end = end
    if head.isNamed {
      let nameEnd = (place..<end).first { text.separator($0) > 0 } ?? end
      // If nothing is below the home, the following words do not belong to the name.
      let isAlone = nameEnd == end && knownEnd == nil
      let blank = isAlone ? (place..<end).first { text[$0] == UInt8(ascii: " ") } : nil
      let name = Self.trimmed(text, place..<(blank ?? nameEnd))
      guard !name.isEmpty else { return nil }
      self.name = name
      if isAlone { self.end = name.upperBound }
      place = nameEnd
      while place < end, text.separator(place) > 0 { place += text.separator(place) }
    }
    if place < self.end {
      rest = Self.trimmed(text, place..<self.end)
      self.end = max(rest?.upperBound ?? self.end, place)
    }
  }

  /// The end of an already redacted path; the text after it stays on a second pass.
  private static func replacedEnd(
    _ text: ScannedText, _ head: (end: Int, isNamed: Bool), _ start: Int
  ) -> Int? {
    var place = start
    if head.isNamed {
      guard let name = nameEnd(text, place), text.separator(name) > 0 else { return nil }
      place = name
      while text.separator(place) > 0 { place += text.separator(place) }
    }
    let found = PseudonymForm.find(text, at: place)
    return found?.kind == .path ? found?.end : nil
  }

  /// The end of a pseudonym or of a folder without an owner, which redaction keeps.
  private static func nameEnd(_ text: ScannedText, _ start: Int) -> Int? {
    if let found = PseudonymForm.find(text, at: start) { return found.end }
    return ["Shared", "Guest"].first { text.starts(with: $0, at: start) }
      .map { start + $0.utf8.count }
  }

  /// Drops a full stop after a path: it ends the sentence.
  private static func trimmed(_ text: ScannedText, _ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound + 1, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return range.lowerBound..<end
  }

  /// The prefix of a home path: its end, and whether a person's name follows.
  private static func head(_ text: ScannedText, _ start: Int) -> (end: Int, isNamed: Bool)? {
    if text[start] == UInt8(ascii: "~") { return tilde(text, start) }
    let separator = text.separator(start)
    let isFree = !text.isWord(start - 1) && !"/-._~".utf8.contains(text[start - 1])
    guard separator > 0 || isFree else { return nil }
    let word = start + separator
    for folder in ["Users", "home"] where separator > 0 || folder == "Users" {
      if let end = folderEnd(text, word, folder) { return (end, true) }
    }
    guard separator > 0 else { return nil }
    if let end = folderEnd(text, word, "var") {
      let below = end + text.separator(end)
      for folder in ["root", "mobile"] {
        if let end = folderEnd(text, below, folder) { return (end, false) }
      }
    }
    return isFree ? folderEnd(text, word, "root").map { ($0, false) } : nil
  }

  /// The end of a folder's name, if a separator follows.
  private static func folderEnd(_ text: ScannedText, _ start: Int, _ name: String) -> Int? {
    let end = start + name.utf8.count
    return text.starts(with: name, at: start) && text.separator(end) > 0 ? end : nil
  }

  private static func tilde(_ text: ScannedText, _ start: Int) -> (end: Int, isNamed: Bool)? {
    guard !text.isWord(start - 1), !"/~".utf8.contains(text[start - 1]) else { return nil }
    if text.separator(start + 1) > 0 { return (start + 1, false) }
    guard text[start + 1].isLetter else { return nil }
    let end = text.end(from: start + 1) {
      $0.isAlphanumeric || $0 >= 0x80 || "._-".utf8.contains($0)
    }
    return text.separator(end) > 0 ? (start + 1, true) : nil
  }
}
