/// Collects the names in an archive's lines before any text is redacted.
///
/// A name is recognized by its context: a path (`/Users/NAME`), a label (`kern.hostname:`), or the
/// column `USER` of ps and top.
public struct SecretGatherer {
  /// The text that lines come from.
  public enum Source: Sendable {
    /// A section of a report, or any text of a tool.
    case text
    /// The registry of devices: most of its names are names of products.
    case registry
    /// A description of the machine, where a plain `UUID` is the machine's.
    case machine
  }

  /// The secrets found so far.
  public private(set) var secrets = Secrets()
  private let source: Source
  private var userColumn: Int?
  /// The label at the end of the line before, whose value stands on the next line of a plist.
  private var pending: SecretLabel.Meaning?

  /// Creates a gatherer for one member; column positions hold only for its lines.
  public init(_ source: Source = .text) {
    self.source = source
  }

  /// Reads the next line, without its line end.
  public mutating func read(_ line: Span<UInt8>) {
    read(ScannedText(EscapedLetters.decoded(line.withUnsafeBufferPointer(Array.init))))
  }

  mutating func read(_ text: ScannedText) {
    readColumn(text)
    readPending(text)
    var index = 0
    while index < text.count {
      let byte = text.bytes[index]
      if byte.isAlphanumeric {
        index = readWord(text, index)
      } else {
        if HomePath.canBegin(with: byte) { readPath(text, index) }
        if byte == UInt8(ascii: "(") { readVersion(text, index + 1) }
        index += 1
      }
    }
  }

  /// Reads the word at `start`; a label may also begin at a hump, as in `IOPlatformSerialNumber`.
  private mutating func readWord(_ text: ScannedText, _ start: Int) -> Int {
    let isStart = !text.isWord(start - 1) || text.isBehindEscape(start)
    if isStart {
      readLabel(text, start)
      readPath(text, start)
      if let address = MACAddress(text, at: start, isKnown: { _ in false }) {
        secrets.add(.mac, address.digits)
      }
    }
    var index = start + 1
    while text[index].isAlphanumeric {
      if text[index].isUppercase, text[index - 1].isLowercase || text[index + 1].isLowercase {
        readLabel(text, index)
      }
      index += 1
    }
    // `kMGECID`, `kCTIMEI`
    for place in [index - 5, index - 4] where place > start {
      if (place..<index).allSatisfy({ text[$0].isUppercase }) { readLabel(text, place) }
    }
    return index
  }

  private mutating func readLabel(_ text: ScannedText, _ index: Int) {
    if source == .machine, text.starts(with: "UUID: ", at: index) {
      let label = SecretLabel(meaning: .device, value: index + 6, isJoined: true)
      LabelledValue(text, label).add(to: &secrets)
    }
    guard let label = SecretLabel.find(text, at: index), isExpected(label.meaning) else { return }
    if label.value >= text.count {
      pending = label.meaning
    } else {
      LabelledValue(text, label).add(to: &secrets)
    }
  }

  /// Whether a label means what it says in this source.
  private func isExpected(_ meaning: SecretLabel.Meaning) -> Bool {
    switch meaning {
    case .host, .volume: source != .registry
    default: true
    }
  }

  /// Reads `<string>VALUE</string>` on the line after `<key>LABEL</key>`.
  private mutating func readPending(_ text: ScannedText) {
    guard let meaning = pending else { return }
    pending = nil
    var index = text.end(from: 0) { $0 <= 0x20 }
    let marks = ["<string>", "<integer>", "<data>"]
    guard let mark = marks.first(where: { text.starts(with: $0, at: index) }) else { return }
    index += mark.utf8.count
    LabelledValue(text, SecretLabel(meaning: meaning, value: index, isJoined: true))
      .add(to: &secrets)
  }

  private mutating func readPath(_ text: ScannedText, _ index: Int) {
    if let name = HomePath.owner(text, at: index) {
      guard text[name.lowerBound] != UInt8(ascii: "."), !isPseudonym(text, name),
        name.contains(where: { text[$0].isLetter || text[$0] >= 0x80 })
      else { return }
      secrets.add(.user, text.text(name))
    } else if let name = VolumePath.name(text, at: index) {
      // A bracket is not part of it: `/dev/disk4 on /Volumes/Backup (apfs, local)`.
      let end = name.first { text.starts(with: " (", at: $0) } ?? name.upperBound
      let isWhole = text.separator(end) > 0 || text.starts(with: " (", at: end) || end == text.count
      if isWhole { secrets.add(.volume, text.text(name.lowerBound..<end)) }
    }
  }

  private func isPseudonym(_ text: ScannedText, _ range: Range<Int>) -> Bool {
    PseudonymForm.find(text, at: range.lowerBound)?.end == range.upperBound
  }

  /// A kext's version of four parts: `com.example.driver (1.0.2.4)`.
  private mutating func readVersion(_ text: ScannedText, _ start: Int) {
    let end = NetworkAddress.numbersEnd(text, at: start)
    guard (7...32).contains(end - start), text[end] == UInt8(ascii: ")"),
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
      userColumn = (0..<min(text.count, 1024)).first { index in
        text.bytes[index...].starts(with: Self.user) && !text.isWord(index - 1)
          && !text.isWord(index + 4)
      }
      return
    }
    guard let userColumn, userColumn == 0 || text[userColumn - 1] == UInt8(ascii: " "),
      text.isWord(userColumn)
    else { return }
    let end = text.end(from: userColumn) { $0 > 0x20 }
    guard (userColumn..<end).contains(where: { text[$0].isLetter || text[$0] >= 0x80 }) else {
      return
    }
    secrets.add(.user, text.text(userColumn..<end))
  }
}

/// Letters that a JSON text writes as `\u00FC`.
enum EscapedLetters {
  /// The bytes with the escapes of characters outside ASCII decoded.
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    let backslash = UInt8(ascii: "\\")
    guard let first = bytes.firstIndex(of: backslash) else { return bytes }
    var text = Array(bytes[..<first])
    var index = first
    while index < bytes.count {
      if bytes[index] == backslash, index + 5 < bytes.count, bytes[index + 1] == UInt8(ascii: "u"),
        let value = UInt32(
          String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16),
        value >= 0x80, let scalar = Unicode.Scalar(value)
      {
        text += Array(String(Character(scalar)).utf8)
        index += 6
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return text
  }
}
