/// Collects the names in an archive's lines before any text is redacted.
///
/// A name is recognized by its context: a path (`/Users/NAME`), a label (`kern.hostname:`), or the
/// column `USER` of ps and top.
public struct SecretGatherer {
  /// The secrets found so far.
  public private(set) var secrets = Secrets()
  private var userColumn: Int?

  /// Creates a gatherer for one member; column positions hold only for its lines.
  public init() {}

  /// Reads the next line, without its line end.
  public mutating func read(_ line: Span<UInt8>) {
    read(ScannedText(line.withUnsafeBufferPointer(Array.init)))
  }

  mutating func read(_ text: ScannedText) {
    readColumn(text)
    var index = 0
    while index < text.count {
      let byte = text.bytes[index]
      if byte.isLetter {
        let isStart = !text.isWord(index - 1) || text.isBehindEscape(index)
        if isStart, let label = SecretLabel.find(text, at: index) {
          secrets.add(label.kind, text.text(label.value))
        }
        if isStart { readHome(text, index) }
        index = text.end(from: index, while: \.isAlphanumeric)
      } else if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "~") || byte == 0x5C
        || byte == UInt8(ascii: "%")
      {
        readHome(text, index)
        index += 1
      } else {
        if byte == UInt8(ascii: "(") { readVersion(text, index + 1) }
        index += 1
      }
    }
  }

  private mutating func readHome(_ text: ScannedText, _ index: Int) {
    guard let name = HomePath(text, at: index)?.name, text[name.lowerBound] != UInt8(ascii: "."),
      PseudonymForm.find(text, at: name.lowerBound)?.end != name.upperBound
    else { return }
    secrets.add(.user, text.text(name))
  }

  /// A kext's version of four parts: `com.example.driver (1.0.2.4)`.
  private mutating func readVersion(_ text: ScannedText, _ start: Int) {
    let end = text.end(from: start) { $0.isDecimal || $0 == UInt8(ascii: ".") }
    guard end - start >= 7, text[end] == UInt8(ascii: ")"),
      NetworkAddress.isVersion(text, start..<end)
    else { return }
    secrets.addVersion(text.text(start..<end))
  }

  private static let user = Array("USER".utf8)
  private static let headings = ["USER ", "PID ", "  PID "].map { Array($0.utf8) }

  /// `USER` in the heading of ps and top marks the column of the names.
  private mutating func readColumn(_ text: ScannedText) {
    guard text.count > 0 else {
      userColumn = nil
      return
    }
    if Self.headings.contains(where: text.bytes.starts) {
      userColumn = (0..<text.count).first { index in
        text.bytes[index...].starts(with: Self.user) && !text.isWord(index - 1)
          && !text.isWord(index + 4)
      }
      return
    }
    guard let userColumn, userColumn == 0 || text[userColumn - 1] == UInt8(ascii: " "),
      text[userColumn].isLetter
    else { return }
    let end = text.end(from: userColumn) { $0 > 0x20 }
    secrets.add(.user, text.text(userColumn..<end))
  }
}
