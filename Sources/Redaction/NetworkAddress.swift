/// Addresses with a recognizable form.
///
/// Each function returns the end of the address at `start`, or nil. Times, versions and kernel
/// addresses look similar; the text on both sides decides too.
enum NetworkAddress {
  /// `name@host.tld`, but not the `@2x` of an image's name.
  static func emailEnd(_ text: ScannedText, at start: Int) -> Int? {
    guard isLocal(text, start), !isLocal(text, start - 1) else { return nil }
    var at = start
    while isLocal(text, at) { at += 1 }
    guard text[at] == UInt8(ascii: "@"), text.isWord(at + 1) else { return nil }
    var end = at + 1
    var lastDot: Int?
    while text.isWord(end) || "-.".utf8.contains(text[end]) {
      if text[end] == UInt8(ascii: ".") {
        guard text.isWord(end + 1) else { break }
        lastDot = end
      }
      end += 1
    }
    guard let lastDot, end - lastDot > 2, text[lastDot + 1].isLetter || text[lastDot + 1] >= 0x80
    else { return nil }
    let isScale = text[at + 1].isDecimal && text.starts(with: "x.", at: at + 2)
    return isScale ? nil : end
  }

  private static func isLocal(_ text: ScannedText, _ index: Int) -> Bool {
    text.isWord(index) || "._%+-".utf8.contains(text[index])
  }

  /// `a4:83:e7:0:1f:22` or `A4-83-E7-00-1F-22`, and FireWire's addresses of eight parts.
  static func macEnd(_ text: ScannedText, at start: Int) -> Int? {
    guard text[start].isHexadecimal, !text.isWord(start - 1), text[start - 1] != UInt8(ascii: ":")
    else { return nil }
    let separator = [1, 2].map { text[start + $0] }.first { $0 == 0x3A || $0 == 0x2D }
    guard let separator, text[start - 1] != separator else { return nil }
    let isDashed = separator == 0x2D
    var (index, groups, hasLetter) = (start, 0, false)
    while true {
      let end = text.end(from: index) { $0.isHexadecimal }
      guard (isDashed ? 2...2 : 1...2).contains(end - index) else { return nil }
      if (index..<end).contains(where: { text[$0].isLetter }) { hasLetter = true }
      groups += 1
      index = end
      guard text[end] == separator, text[end + 1].isHexadecimal else { break }
      index = end + 1
    }
    guard groups == 6 || groups == 8, !text.isWord(index) else { return nil }
    // Six numbers with dashes are a date with a time.
    return isDashed && !hasLetter ? nil : index
  }

  /// An IPv6 address other than `::` and `::1`, without its zone (`%en0`).
  static func ipv6End(_ text: ScannedText, at start: Int) -> Int? {
    guard text[start].isHexadecimal || text.starts(with: "::", at: start),
      !text.isWord(start - 1), !":.".utf8.contains(text[start - 1])
    else { return nil }
    var end = text.end(from: start) { $0.isHexadecimal || $0 == 0x3A }
    var dottedGroups = 0
    if text[end] == UInt8(ascii: ".") {
      let colon = (start..<end).last { text[$0] == 0x3A }
      guard let colon, let dotted = dottedEnd(text, at: colon + 1) else { return nil }
      dottedGroups = 2
      return isIPv6(text, start..<colon + 1, dottedGroups) ? dotted : nil
    }
    // A colon after an address belongs to the sentence.
    if text[end - 1] == 0x3A, text[end - 2] != 0x3A { end -= 1 }
    return !text.isWord(end) && isIPv6(text, start..<end, dottedGroups) ? end : nil
  }

  private static func isIPv6(_ text: ScannedText, _ range: Range<Int>, _ dotted: Int) -> Bool {
    let parts = text.bytes[range].split(separator: 0x3A, omittingEmptySubsequences: false)
    let groups = parts.filter { !$0.isEmpty }
    guard groups.allSatisfy({ $0.count <= 4 }), parts.count > 2 else { return false }
    let gaps = zip(range, range.dropFirst()).filter { text[$0] == 0x3A && text[$1] == 0x3A }.count
    guard gaps <= 1 else { return false }
    let count = groups.count + dotted
    guard gaps == 1 ? count < 8 : count == 8 else { return false }
    // Two C++ names around `::` may consist of hexadecimal digits only.
    let hasNumber = text.bytes[range].contains(where: \.isDecimal) || dotted > 0
    return hasNumber && !(groups.count == 1 && groups[0].elementsEqual([0x31]) && dotted == 0)
  }

  /// Four numbers up to 255, unless the text before them marks a version.
  static func ipv4End(_ text: ScannedText, at start: Int) -> Int? {
    guard text[start].isDecimal, !text.isWord(start - 1), text[start - 1] != UInt8(ascii: "."),
      let end = dottedEnd(text, at: start), !isVersion(text, start..<end)
    else { return nil }
    let isOfNobody = ["127.0.0.1", "0.0.0.0", "255.255.255.255"].contains(text.text(start..<end))
    return isOfNobody ? nil : end
  }

  /// Whether a bundle identifier or a word for versions precedes the numbers.
  static func isVersion(_ text: ScannedText, _ range: Range<Int>) -> Bool {
    var before = range.lowerBound
    if text[before - 1] == UInt8(ascii: "("), text[range.upperBound] == UInt8(ascii: ")") {
      before -= text[before - 2] == UInt8(ascii: " ") ? 2 : 1
      var start = before
      while text.isWord(start - 1) || "._-".utf8.contains(text[start - 1]) { start -= 1 }
      return text.bytes[start..<before].count { $0 == UInt8(ascii: ".") } >= 2
    }
    while " :=\"".utf8.contains(text[before - 1]) { before -= 1 }
    return ["version", "macos", "ios", "os x", "tvos", "watchos", "visionos"].contains { word in
      text.starts(with: word, at: before - word.utf8.count)
    }
  }

  private static func dottedEnd(_ text: ScannedText, at start: Int) -> Int? {
    var index = start
    for group in 0..<4 {
      let end = text.end(from: index, while: \.isDecimal)
      guard (1...3).contains(end - index), let number = Int(text.text(index..<end)), number < 256
      else { return nil }
      if group == 3 {
        let goesOn = text[end] == UInt8(ascii: ".") && text[end + 1].isDecimal
        return text.isWord(end) || goesOn ? nil : end
      }
      guard text[end] == UInt8(ascii: ".") else { return nil }
      index = end + 1
    }
    return nil
  }
}
