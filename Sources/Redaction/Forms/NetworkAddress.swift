/// IPv4, IPv6 and e-mail addresses, recognized by their form.
///
/// Each function returns the end of the address at `start`, or nil. Times, versions and kernel
/// addresses look similar; the text on both sides decides too.
enum NetworkAddress {
  /// The longest IPv6 address, which ends with an IPv4 address.
  private static let longestIPv6 = 45

  /// An IPv6 address other than `::` and `::1`, without its zone (`%en0`) and port (`.443`).
  static func ipv6End(_ text: ScannedText, at start: Int) -> Int? {
    guard text[start].isHexadecimal || text.starts(with: "::", at: start),
      !text.isWord(start - 1), !":.".utf8.contains(text[start - 1])
    else { return nil }
    var (end, colon) = (start, -1)
    while text[end].isHexadecimal || text[end] == 0x3A {
      guard end - start <= longestIPv6 else { return nil }
      if text[end] == 0x3A { colon = end }
      end += 1
    }
    guard colon >= 0 else { return nil }
    if text[end] == UInt8(ascii: "."), let dotted = dottedEnd(text, at: colon + 1),
      isIPv6(text, start..<colon + 1, dottedGroups: 2)
    {
      return dotted
    }
    // A colon after an address belongs to the sentence.
    if text[end - 1] == 0x3A, text[end - 2] != 0x3A { end -= 1 }
    return !text.isWord(end) && isIPv6(text, start..<end, dottedGroups: 0) ? end : nil
  }

  private static func isIPv6(
    _ text: ScannedText, _ range: Range<Int>, dottedGroups: Int
  ) -> Bool {
    let parts = text.bytes[range].split(separator: 0x3A, omittingEmptySubsequences: false)
    let groups = parts.filter { !$0.isEmpty }
    guard groups.allSatisfy({ $0.count <= 4 }), parts.count > 2 else { return false }
    let gaps = zip(range, range.dropFirst()).count { text[$0] == 0x3A && text[$1] == 0x3A }
    guard gaps <= 1 else { return false }
    let count = groups.count + dottedGroups
    guard gaps == 1 ? count < 8 : count == 8 else { return false }
    // Two C++ names around `::` may consist of hexadecimal digits only.
    let isNumber =
      text.bytes[range].contains(where: \.isDecimal) || dottedGroups > 0 || groups.count > 2
    let isLoopback = groups.count == 1 && groups[0].elementsEqual([0x31]) && dottedGroups == 0
    return isNumber && !isLoopback
  }

  /// Four numbers up to 255, unless the text before them marks a version.
  ///
  /// macOS prints a port as a fifth number: `192.168.1.5.443`. It is not part of the address.
  static func ipv4End(_ text: ScannedText, at start: Int) -> Int? {
    guard text[start].isDecimal, !text.isWord(start - 1), text[start - 1] != UInt8(ascii: "."),
      let end = dottedEnd(text, at: start)
    else { return nil }
    let isOfNobody = ["127.0.0.1", "0.0.0.0", "255.255.255.255"].contains(text.text(start..<end))
    let isVersion = isVersion(text, start..<(portEnd(text, at: end) ?? end))
    return isOfNobody || isVersion ? nil : end
  }

  /// The end of the dotted numbers at `start`, whatever they are.
  static func numbersEnd(_ text: ScannedText, at start: Int) -> Int {
    text.end(from: start) { $0.isDecimal || $0 == UInt8(ascii: ".") }
  }

  /// Whether a bundle identifier or a word for versions precedes the numbers.
  static func isVersion(_ text: ScannedText, _ range: Range<Int>) -> Bool {
    var before = range.lowerBound
    if text[before - 1] == UInt8(ascii: "("), text[range.upperBound] == UInt8(ascii: ")") {
      before -= text[before - 2] == UInt8(ascii: " ") ? 2 : 1
      var start = before
      while before - start < 255, text.isWord(start - 1) || "._-".utf8.contains(text[start - 1]) {
        start -= 1
      }
      return text.bytes[start..<before].count { $0 == UInt8(ascii: ".") } >= 2
    }
    while range.lowerBound - before < 16, " :=\"".utf8.contains(text[before - 1]) { before -= 1 }
    return ["version", "macos", "ios", "os x", "tvos", "watchos", "visionos"].contains { word in
      text.starts(with: word, at: before - word.utf8.count)
    }
  }

  private static func dottedEnd(_ text: ScannedText, at start: Int) -> Int? {
    var index = start
    for group in 0..<4 {
      guard let end = numberEnd(text, at: index, digits: 3, below: 256) else { return nil }
      if group == 3 {
        let goesOn = text[end] == UInt8(ascii: ".") && text[end + 1].isDecimal
        return text.isWord(end) || goesOn && portEnd(text, at: end) == nil ? nil : end
      }
      guard text[end] == UInt8(ascii: ".") else { return nil }
      index = end + 1
    }
    return nil
  }

  /// The end of `.443` at `start`; nil when that is no port.
  private static func portEnd(_ text: ScannedText, at start: Int) -> Int? {
    guard text[start] == UInt8(ascii: "."),
      let end = numberEnd(text, at: start + 1, digits: 5, below: 1 << 16), !text.isWord(end)
    else { return nil }
    let goesOn = text[end] == UInt8(ascii: ".") && text[end + 1].isDecimal
    return goesOn ? nil : end
  }

  private static func numberEnd(
    _ text: ScannedText, at start: Int, digits: Int, below limit: Int
  ) -> Int? {
    var (end, number) = (start, 0)
    while text[end].isDecimal {
      guard end - start < digits else { return nil }
      number = number * 10 + Int(text[end] - 0x30)
      end += 1
    }
    return end > start && number < limit ? end : nil
  }
}

/// E-mail addresses.
extension NetworkAddress {
  /// `name@host.tld` or `name%40host.tld`, but not the `@2x` of an image's name.
  static func emailEnd(_ text: ScannedText, at start: Int) -> Int? {
    guard isLocal(text, start), !isLocal(text, start - 1) || text.isBehindEscape(start) else {
      return nil
    }
    var at = start
    while isLocal(text, at), !text.starts(with: "%40", at: at) { at += 1 }
    let host = text[at] == UInt8(ascii: "@") ? at + 1 : at + 3
    guard at > start, text[at] == UInt8(ascii: "@") || text[at] == UInt8(ascii: "%"),
      text.isWord(host)
    else { return nil }
    var end = host
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
    let isScale = text[host].isDecimal && text.starts(with: "x.", at: host + 1)
    return isScale ? nil : end
  }

  private static func isLocal(_ text: ScannedText, _ index: Int) -> Bool {
    text.isWord(index) || "._%+-".utf8.contains(text[index])
  }
}
