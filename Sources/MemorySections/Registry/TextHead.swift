/// The beginning of a text, by which a section is told that has no name to go by.
///
/// A pasted text may begin with a prompt, a command line or some words; so every line counts, and blanks
/// before it do not.
public struct TextHead: Sendable {
  /// How many bytes of a text are looked at.
  public static let mostBytes = 64 << 10

  /// The lines without the blanks around them.
  let lines: [Substring]

  /// Takes the first bytes of a text; those beyond ``mostBytes`` are not looked at.
  public init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes.prefix(Self.mostBytes), as: UTF8.self)
    lines = text.split(whereSeparator: \.isNewline).map { line in
      var line = line[...]
      while let first = line.first, first.isWhitespace || first == "\u{FEFF}" { line.removeFirst() }
      while let last = line.last, last.isWhitespace { line.removeLast() }
      return line
    }
  }

  /// Whether a line begins with some words.
  func hasLine(beginning words: String...) -> Bool {
    lines.contains { line in words.contains { line.hasPrefix($0) } }
  }

  /// Whether a line holds all of some words.
  func hasLine(holding words: String...) -> Bool {
    lines.contains { line in words.allSatisfy { line.contains($0) } }
  }

  /// Whether the text is JSON that has one of some keys.
  func isJSON(withKey keys: String...) -> Bool {
    guard let first = lines.first, first.hasPrefix("{") || first.hasPrefix("[") else {
      return false
    }
    return lines.contains { line in keys.contains { line.contains("\"\($0)\"") } }
  }
}
