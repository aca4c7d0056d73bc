/// The address of a network interface, in any of its forms.
///
/// `a4:5e:60:c1:d2:e3`, `A4-5E-60-C1-D2-E3`, `a45e.60c1.d2e3`, `a45e60c1d2e3`, and FireWire's
/// addresses of eight bytes.
struct MACAddress {
  /// The digits without separators, in lower case: the same for every form.
  let digits: String
  /// The end of the address.
  let end: Int

  /// The address at `start`; nil when there is none.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - start: the offset in the text.
  ///   - isKnown: whether digits without separators are known to be an address. Others must look
  ///     like one: memory addresses and hashes are written with the same digits.
  init?(_ text: ScannedText, at start: Int, isKnown: (String) -> Bool) {
    guard text[start].isHexadecimal, !text.isWord(start - 1) || text.isBehindEscape(start),
      !":-".utf8.contains(text[start - 1])
    else { return nil }
    if let found = Self.paired(text, start) {
      self = found
    } else if let found = Self.dotted(text, start), isKnown(found.digits) || found.isMixed {
      self = found
    } else if let found = Self.bare(text, start),
      isKnown(found.digits) || found.isMixed && !found.isMemoryAddress
    {
      self = found
    } else {
      return nil
    }
  }

  /// The address that a label announces; nil when the text is none.
  init?(labelled text: ScannedText, at start: Int) {
    guard
      let found = Self.paired(text, start) ?? Self.dotted(text, start) ?? Self.bare(text, start)
    else { return nil }
    self = found
  }

  private init(_ text: ScannedText, groups: [Range<Int>], width: Int, end: Int) {
    digits = groups.map { group in
      let written = text.text(group).lowercased()
      return String(repeating: "0", count: max(0, width - written.utf8.count)) + written
    }.joined()
    self.end = end
  }

  /// Six or eight groups of one or two digits, between colons or dashes.
  private static func paired(_ text: ScannedText, _ start: Int) -> MACAddress? {
    let separator = [1, 2].map { text[start + $0] }.first { $0 == 0x3A || $0 == 0x2D }
    guard let separator else { return nil }
    let isDashed = separator == 0x2D
    var groups: [Range<Int>] = []
    var index = start
    while true {
      let end = groupEnd(text, index, atMost: 3)
      guard (isDashed ? 2...2 : 1...2).contains(end - index), groups.count < 9 else { return nil }
      groups.append(index..<end)
      index = end
      guard text[end] == separator, text[end + 1].isHexadecimal else { break }
      index = end + 1
    }
    guard groups.count == 6 || groups.count == 8, !text.isWord(index) else { return nil }
    // Six numbers with dashes are a date with a time.
    let hasLetter = (start..<index).contains { text[$0].isLetter }
    return isDashed && !hasLetter ? nil : MACAddress(text, groups: groups, width: 2, end: index)
  }

  /// Three or four groups of four digits between full stops.
  private static func dotted(_ text: ScannedText, _ start: Int) -> MACAddress? {
    var groups: [Range<Int>] = []
    var index = start
    while groups.count < 5 {
      let end = groupEnd(text, index, atMost: 5)
      guard end - index == 4 else { return nil }
      groups.append(index..<end)
      index = end
      guard text[end] == UInt8(ascii: "."), text[end + 1].isHexadecimal else { break }
      index = end + 1
    }
    guard groups.count == 3 || groups.count == 4, !text.isWord(index),
      text[start - 1] != UInt8(ascii: ".")
    else { return nil }
    return MACAddress(text, groups: groups, width: 4, end: index)
  }

  /// Twelve digits without separators.
  private static func bare(_ text: ScannedText, _ start: Int) -> MACAddress? {
    let end = groupEnd(text, start, atMost: 13)
    guard end - start == 12, !text.isWord(end), text[end] != 0x2D else { return nil }
    return MACAddress(text, groups: [start..<end], width: 12, end: end)
  }

  private static func groupEnd(_ text: ScannedText, _ start: Int, atMost limit: Int) -> Int {
    var end = start
    while end - start < limit, text[end].isHexadecimal { end += 1 }
    return end
  }

  /// Whether the digits are neither a number nor a word.
  private var isMixed: Bool {
    digits.utf8.count(where: \.isLetter) >= 2 && digits.utf8.contains(where: \.isDecimal)
  }

  /// Whether the digits look like an address in a process or a page.
  private var isMemoryAddress: Bool {
    ["7f", "6000", "ffff", "0000"].contains(where: digits.hasPrefix) || digits.hasSuffix("000")
  }
}
