internal import Platform

/// Parses a line's bytes in place; a `String` is created only for a kept row.
extension Span<UInt8> {
  /// The ranges of the line's words, separated by blanks or tabs.
  func words(into words: inout [Range<Int>]) {
    words.removeAll(keepingCapacity: true)
    var start = 0
    while start < count {
      if self[start].isBlank {
        start += 1
        continue
      }
      var end = start + 1
      while end < count, !self[end].isBlank { end += 1 }
      words.append(start..<end)
      start = end
    }
  }

  /// The range without leading and trailing blanks and tabs.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isBlank { start += 1 }
    while end > start, self[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  /// The whole line without leading and trailing blanks and tabs.
  var trimmedLine: Range<Int> { trimmed(0..<count) }

  /// The text of a range; invalid UTF-8 becomes replacement characters.
  func text(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the range holds exactly `word`.
  func matches(_ word: StaticString, _ range: Range<Int>) -> Bool {
    range.count == word.utf8CodeUnitCount && starts(with: word, at: range.lowerBound)
  }

  /// Whether `prefix` is at `index`.
  func starts(with prefix: StaticString, at index: Int = 0) -> Bool {
    guard index >= 0, prefix.utf8CodeUnitCount <= count - index else { return false }
    return prefix.withUTF8Buffer { bytes in
      bytes.indices.allSatisfy { self[index + $0] == bytes[$0] }
    }
  }

  /// The first occurrence of `word` at or after `index`.
  func firstIndex(of word: StaticString, from index: Int = 0) -> Int? {
    guard index >= 0 else { return nil }
    return withUnsafeBufferPointer { bytes in
      word.withUTF8Buffer { word in
        var start = index
        while let first = word.first, word.count <= bytes.count - start,
          let hit = ByteSearch.firstOffset(
            of: first,
            in: UnsafeRawBufferPointer(
              UnsafeBufferPointer(rebasing: bytes[start..<bytes.count - word.count + 1])))
        {
          let place = start + hit
          if bytes[place..<place + word.count].elementsEqual(word) { return place }
          start = place + 1
        }
        return nil
      }
    }
  }

  /// The first occurrence of `byte` in a range.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    range.first { self[$0] == byte }
  }

  /// Whether the range consists only of `byte`.
  func isRun(of byte: UInt8, _ range: Range<Int>, atLeast length: Int = 1) -> Bool {
    range.count >= length && range.allSatisfy { self[$0] == byte }
  }

  /// The decimal number in the range; nil when it is anything else or exceeds 63 bits.
  func integer(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    var value = 0
    for index in range {
      guard let digit = self[index].decimalDigit else { return nil }
      let (tens, overflowsTens) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowsSum) = tens.addingReportingOverflow(digit)
      if overflowsTens || overflowsSum { return nil }
      value = sum
    }
    return value
  }

  /// The number after `0x`, or `0`; nil when it is anything else or exceeds 64 bits.
  func hexadecimal(_ range: Range<Int>) -> UInt64? {
    if range.count == 1, self[range.lowerBound] == UInt8(ascii: "0") { return 0 }
    guard range.count > 2, range.count <= 18, starts(with: "0x", at: range.lowerBound) else {
      return nil
    }
    var value: UInt64 = 0
    for index in range.dropFirst(2) {
      guard let digit = self[index].hexadecimalDigit else { return nil }
      value = value << 4 | UInt64(digit)
    }
    return value
  }
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x09 }

  var decimalDigit: Int? { self >= 0x30 && self <= 0x39 ? Int(self) - 0x30 : nil }

  var hexadecimalDigit: Int? {
    switch self {
    case 0x30...0x39: Int(self) - 0x30
    case 0x41...0x46: Int(self) - 0x37
    case 0x61...0x66: Int(self) - 0x57
    default: nil
    }
  }
}

extension [UInt8] {
  /// Gives the bytes to `body` as a line.
  ///
  /// The property `span` of an array needs macOS 26; that of a buffer does not.
  func withLine<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    withUnsafeBufferPointer { body($0.span) }
  }
}
