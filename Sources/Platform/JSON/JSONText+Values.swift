/// Single values.
extension JSONText {
  /// Ends the text with what stands behind the outermost value.
  public mutating func end(with end: String) { bytes.append(contentsOf: end.utf8) }

  /// Writes `null`.
  public mutating func appendNull() { append(literal: "null") }

  /// Writes `true` or `false`.
  public mutating func append(_ value: Bool) { append(literal: value ? "true" : "false") }

  private mutating func append(literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes a whole number.
  public mutating func append(_ number: Int) { append(Int64(number)) }

  /// Writes a whole number of 64 bits.
  public mutating func append(_ number: Int64) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    append(number.magnitude)
  }

  /// Writes a whole number without a sign.
  public mutating func append(_ number: UInt64) {
    if number < 10 { return bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number)) }
    // The largest has 20 digits. They come from the last to the first.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (rest, place) = (number, digits.count)
      repeat {
        place -= 1
        digits[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: UnsafeMutableBufferPointer(rebasing: digits[place...]))
    }
  }

  /// A finite number; whole ones are written without a fraction.
  public mutating func append(fraction number: some BinaryFloatingPoint & CustomStringConvertible) {
    let text = number.description
    bytes.append(contentsOf: (text.hasSuffix(".0") ? text.dropLast(2) : text[...]).utf8)
  }

  /// A string with its quotes, and escapes for what JSON wants escaped and for characters that are
  /// not safe to show.
  public mutating func append(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    let isWritten = string.utf8.withContiguousStorageIfAvailable { text in
      let isPlain = Self.isPlain(text)
      if isPlain { bytes.append(contentsOf: text) }
      return isPlain
    }
    if isWritten != true {
      for scalar in string.unicodeScalars { append(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if let byte = UInt8(exactly: scalar.value), byte < 0x7F {
      appendEscaped(byte)
    } else if UnsafeCharacter.isUnsafe(scalar) {
      for unit in UTF16.encode(scalar) ?? .init() {
        let digits = String(unit, radix: 16)
        bytes.append(contentsOf: "\\u".utf8)
        bytes.append(contentsOf: String(repeating: "0", count: 4 - digits.utf8.count).utf8)
        bytes.append(contentsOf: digits.utf8)
      }
    } else {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }

  /// Whether a text is ASCII without anything to escape.
  ///
  /// It looks at eight bytes at a time: most of what is written is plain, and short.
  public static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let words = text.count / 8
    for word in 0..<words {
      let bytes = UnsafeRawBufferPointer(text)
      let word = bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)
      guard isPlain(word) else { return false }
    }
    return text[(words * 8)...].allSatisfy { !wantsEscape($0) && !UnsafeCharacter.mayBeUnsafe($0) }
  }

  /// Whether each of eight bytes is from 0x20 to 0x7E, and neither a quote nor a backslash.
  ///
  /// In ASCII the highest bit of a byte is free. Taking a limit from all bytes at once sets that bit
  /// in every byte below the limit. Where a byte equals another, their exclusive or is below 1.
  private static func isPlain(_ word: UInt64) -> Bool {
    func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
    func below(_ limit: UInt8, _ word: UInt64) -> UInt64 { (word &- each(limit)) & ~word }
    let special =
      word | below(0x20, word) | below(1, word ^ each(UInt8(ascii: "\"")))
      | below(1, word ^ each(UInt8(ascii: "\\"))) | below(1, word ^ each(0x7F))
    return special & each(0x80) == 0
  }

  private static func wantsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    guard Self.wantsEscape(byte) else {
      bytes.append(byte)
      return
    }
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0..<0x20:
      bytes.append(contentsOf: (byte < 0x10 ? "u000" : "u00").utf8)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    default: bytes.append(byte)
    }
  }
}
