/// The beginning of a text, to recognize a section without an informative name.
///
/// A pasted text may begin with a prompt, a command line or some words. Therefore every line
/// counts, and leading blanks do not.
public struct TextHead: Sendable {
  /// The most bytes of a text that are inspected.
  public static let mostBytes = 64 << 10

  /// The lines without leading and trailing blanks.
  let lines: [Substring]

  /// Takes the first bytes of a text and ignores those beyond ``mostBytes``.
  public init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes.prefix(Self.mostBytes), as: UTF8.self)
    lines = text.split(whereSeparator: \.isNewline).map { line in
      var line = line[...]
      while let first = line.first, first.isWhitespace || first == "\u{FEFF}" { line.removeFirst() }
      while let last = line.last, last.isWhitespace { line.removeLast() }
      return line
    }
  }

  /// Whether a line begins with any of some words.
  func hasLine(beginning words: String...) -> Bool {
    lines.contains { line in words.contains { line.hasPrefix($0) } }
  }

  /// Whether a line contains all of some words.
  func hasLine(holding words: String...) -> Bool {
    lines.contains { line in words.allSatisfy { line.contains($0) } }
  }

  /// Whether the head of a report names a program: `Analysis Tool:   /usr/bin/heap`.
  func isOutput(of tool: String) -> Bool {
    lines.contains { $0.hasPrefix("Analysis Tool:") && $0.hasSuffix("/" + tool) }
  }

  /// Whether the text is JSON with any of some keys.
  func isJSON(withKey keys: String...) -> Bool {
    guard let first = lines.first, first.hasPrefix("{") || first.hasPrefix("[") else {
      return false
    }
    return lines.contains { line in keys.contains { line.contains("\"\($0)\"") } }
  }
}
