/// Rewrites the strings of a JSON text, with escapes, and keeps every other byte.
public enum RedactedJSON {
  /// Rewrites the strings of a text.
  ///
  /// - Parameters:
  ///   - bytes: JSON, or a line of it. Anything else is treated as text.
  ///   - isOurs: whether the keys are this program's own and stay; keys of other texts may be
  ///     anything.
  ///   - redact: returns a string's new bytes, or nil to keep them.
  /// - Returns: the new text; nil when no string changes.
  public static func rewrite(
    _ bytes: [UInt8], isOurs: Bool, _ redact: ([UInt8]) -> [UInt8]?
  ) -> [UInt8]? {
    var written: [UInt8] = []
    var (copied, index) = (0, 0)
    while index < bytes.count {
      let start = bytes[index...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
      if !isOurs, let other = redact(Array(bytes[index..<start])) {
        written += bytes[copied..<index] + other
        copied = start
      }
      guard start < bytes.count else { break }
      let end = stringEnd(bytes, start + 1)
      if !(isOurs && isKey(bytes, end + 1)) {
        let string = DecodedString(bytes[start + 1..<end])
        if let new = redact(string.bytes) {
          written += bytes[copied...start]
          written += string.encoded(new)
          copied = end
        }
      }
      index = end + 1
    }
    guard copied > 0 else { return nil }
    return written + bytes[copied...]
  }

  /// The offset of a string's closing quote, or the end of the text.
  private static func stringEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index, bytes.count)
  }

  private static func isKey(_ bytes: [UInt8], _ start: Int) -> Bool {
    let next = bytes.dropFirst(start).prefix(64).first { $0 != UInt8(ascii: " ") }
    return next == UInt8(ascii: ":")
  }
}

/// A JSON string without its escapes.
private struct DecodedString {
  /// The text.
  private(set) var bytes: [UInt8] = []
  /// The characters outside ASCII that were escaped, and stay escaped.
  private var escaped: Set<Unicode.Scalar> = []

  init(_ string: ArraySlice<UInt8>) {
    guard string.contains(UInt8(ascii: "\\")) else {
      bytes = Array(string)
      return
    }
    var index = string.startIndex
    while index < string.endIndex {
      guard string[index] == UInt8(ascii: "\\"), index + 1 < string.endIndex else {
        bytes.append(string[index])
        index += 1
        continue
      }
      let escape = string[index + 1]
      index += 2
      switch escape {
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "b"): bytes.append(0x08)
      case UInt8(ascii: "f"): bytes.append(0x0C)
      case UInt8(ascii: "u"): addScalar(string, &index)
      default: bytes.append(escape)
      }
    }
  }

  /// Adds the character of a `\u` escape; a surrogate pair takes two escapes.
  private mutating func addScalar(_ string: ArraySlice<UInt8>, _ index: inout Int) {
    var units: [UInt16] = []
    while let unit = UInt16(
      String(decoding: string.dropFirst(index - string.startIndex).prefix(4), as: UTF8.self),
      radix: 16)
    {
      units.append(unit)
      index += 4
      let isHigh = unit & 0xFC00 == 0xD800
      guard isHigh, units.count == 1, string.endIndex - index >= 6,
        string[index] == UInt8(ascii: "\\"), string[index + 1] == UInt8(ascii: "u")
      else { break }
      index += 2
    }
    let text = String(decoding: units, as: UTF16.self)
    bytes += text.utf8
    escaped.formUnion(text.unicodeScalars.filter { $0.value >= 0x7F })
  }

  /// A text as a JSON string; what was escaped before is escaped again.
  func encoded(_ text: [UInt8]) -> [UInt8] {
    guard escaped.isEmpty else {
      return String(decoding: text, as: UTF8.self).unicodeScalars.flatMap { scalar -> [UInt8] in
        guard escaped.contains(scalar) else {
          return Array(String(scalar).utf8).flatMap(Self.encoded)
        }
        return String(scalar).utf16.flatMap(Self.escape)
      }
    }
    return text.flatMap(Self.encoded)
  }

  private static func encoded(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), byte]
    case 0x0A: Array("\\n".utf8)
    case 0x0D: Array("\\r".utf8)
    case 0x09: Array("\\t".utf8)
    case 0..<0x20: escape(UInt16(byte))
    default: [byte]
    }
  }

  private static func escape(_ unit: UInt16) -> [UInt8] {
    let digits = String(unit, radix: 16)
    return Array("\\u".utf8) + Array(String(repeating: "0", count: 4 - digits.utf8.count).utf8)
      + Array(digits.utf8)
  }
}
