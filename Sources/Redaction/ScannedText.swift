/// A text's bytes with queries for the recognizers; NUL outside its bounds.
struct ScannedText {
  let bytes: [UInt8]
  /// Whether there is an `@` or `%40`; without one there is no e-mail address.
  private(set) var hasAt = false
  /// Whether there is a `.l`; without one there is no `.local` name.
  private(set) var hasLocal = false
  /// Whether there is a `-x`; without one there is no pending pseudonym.
  private(set) var hasPending = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var last: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "@") { hasAt = true }
      if last == UInt8(ascii: "%"), byte == UInt8(ascii: "4") { hasAt = true }
      if last == UInt8(ascii: "."), byte | 0x20 == UInt8(ascii: "l") { hasLocal = true }
      if last == UInt8(ascii: "-"), byte == UInt8(ascii: "x") { hasPending = true }
      last = byte
    }
  }

  init(_ text: String) {
    self.init(Array(text.utf8))
  }

  var count: Int { bytes.count }

  subscript(_ index: Int) -> UInt8 {
    index >= 0 && index < bytes.count ? bytes[index] : 0
  }

  /// Whether a letter or a digit is at `index`; most non-ASCII characters count as letters.
  func isWord(_ index: Int) -> Bool {
    let byte = self[index]
    guard byte < 0x80 else { return isLetterOutsideASCII(index) }
    return byte.isAlphanumeric && !(byte == UInt8(ascii: "m") && endsColor(index))
  }

  /// Whether a terminal colour sequence ends at `index`: a word may follow at once.
  private func endsColor(_ index: Int) -> Bool {
    var start = index
    while index - start < 16, self[start - 1].isDecimal || self[start - 1] == UInt8(ascii: ";") {
      start -= 1
    }
    return self[start - 1] == UInt8(ascii: "[") && self[start - 2] == 0x1B
  }

  /// Whether `word` is at `index`; ASCII letters match in either case.
  func starts(with word: String, at index: Int) -> Bool {
    guard index >= 0, index + word.utf8.count <= count else { return false }
    var place = index
    for byte in word.utf8 {
      if bytes[place].lowercased != byte.lowercased { return false }
      place += 1
    }
    return true
  }

  /// The text of a range; invalid UTF-8 becomes replacement characters.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The first index from `index` on that fails `isIncluded`.
  func end(from index: Int, while isIncluded: (UInt8) -> Bool) -> Int {
    var end = index
    while end < count, isIncluded(bytes[end]) { end += 1 }
    return end
  }

  /// Whether `index` directly follows a URL escape: its digits do not belong to a word.
  func isBehindEscape(_ index: Int) -> Bool {
    self[index - 3] == UInt8(ascii: "%") && self[index - 1].isHexadecimal
      && self[index - 2].isHexadecimal
  }

  /// Whether a non-ASCII character at `index` is part of a word: a letter, a digit, an accent.
  ///
  /// Dashes, quotes and characters that cannot be seen are not; a name ends before them.
  private func isLetterOutsideASCII(_ index: Int) -> Bool {
    var start = index
    while start > index - 3, self[start] & 0xC0 == 0x80 { start -= 1 }
    guard let (scalar, _) = scalar(start), !scalar.properties.isDefaultIgnorableCodePoint else {
      return false
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber: return true
    default: return scalar.properties.isAlphabetic
    }
  }

  /// The non-ASCII character at `index` and its length; nil for anything else.
  func scalar(_ index: Int) -> (Unicode.Scalar, length: Int)? {
    let first = self[index]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2 else { return nil }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for place in index + 1..<index + length {
      guard self[place] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(self[place] & 0x3F)
    }
    return Unicode.Scalar(value).map { ($0, length) }
  }
}

/// Spellings.
extension ScannedText {
  /// The length of a path separator at `index`; 0 when there is none.
  ///
  /// Apple's reports in JSON write `\/`, and URLs may write `%2F`.
  func separator(_ index: Int) -> Int {
    switch self[index] {
    case UInt8(ascii: "/"): 1
    case UInt8(ascii: "\\"): self[index + 1] == UInt8(ascii: "/") ? 2 : 0
    case UInt8(ascii: "%"): starts(with: "%2f", at: index) ? 3 : 0
    default: 0
    }
  }

  /// The byte at `index` as names are compared, and the place of the next one.
  ///
  /// One name has many spellings: `Annes-MacBook`, `Anne’s MacBook`, `annes_macbook`,
  /// `Anne%27s%20MacBook`. Letters are lower case, a blank, `_` and `-` are the same, and an
  /// apostrophe, a backslash before punctuation or a character that cannot be seen is nothing, which
  /// is nil.
  func folded(_ index: Int) -> (byte: UInt8?, next: Int) {
    let byte = self[index]
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "_"), UInt8(ascii: "-"):
      return (UInt8(ascii: "-"), index + 1)
    case UInt8(ascii: "'"): return (nil, index + 1)
    case UInt8(ascii: "\\") where self[index + 1] < 0x80 && !self[index + 1].isAlphanumeric:
      return (nil, index + 1)
    case 0xC2 where self[index + 1] == 0xA0: return (UInt8(ascii: "-"), index + 2)
    case 0xE2 where self[index + 1] == 0x80 && (0x98...0x99).contains(self[index + 2]):
      return (nil, index + 3)
    case UInt8(ascii: "%"):
      if starts(with: "%E2%80%99", at: index) { return (nil, index + 9) }
      guard let escaped = escapedByte(index) else { return (byte, index + 1) }
      switch escaped {
      case UInt8(ascii: " "), UInt8(ascii: "_"), UInt8(ascii: "-"):
        return (UInt8(ascii: "-"), index + 3)
      case UInt8(ascii: "'"): return (nil, index + 3)
      default: return (escaped.lowercased, index + 3)
      }
    default:
      if byte >= 0xC2, let (scalar, length) = scalar(index),
        scalar.properties.isDefaultIgnorableCodePoint
      {
        return (nil, index + length)
      }
      return (byte.lowercased, index + 1)
    }
  }

  /// The byte that a URL escapes with `%` at `index`; nil when there is none.
  private func escapedByte(_ index: Int) -> UInt8? {
    guard let high = self[index + 1].hexadecimalValue, let low = self[index + 2].hexadecimalValue
    else { return nil }
    return high << 4 | low
  }
}

extension UInt8 {
  var isDecimal: Bool { self >= 0x30 && self <= 0x39 }
  var isLowercase: Bool { self >= 0x61 && self <= 0x7A }
  var isUppercase: Bool { self >= 0x41 && self <= 0x5A }
  var isLetter: Bool { isLowercase || isUppercase }
  var isAlphanumeric: Bool { isLetter || isDecimal }
  var isHexadecimal: Bool { isDecimal || (lowercased >= 0x61 && lowercased <= 0x66) }
  var lowercased: UInt8 { isUppercase ? self | 0x20 : self }

  /// The value of a hexadecimal digit; nil for any other byte.
  var hexadecimalValue: UInt8? {
    if isDecimal { return self - 0x30 }
    return isHexadecimal ? lowercased - 0x57 : nil
  }
}
