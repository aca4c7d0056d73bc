/// The forms of pseudonyms; none is mistaken for a secret.
///
/// `host-1` is numbered and `host-3f9a2c1b` keyed. `host-x` with twelve hexadecimal digits is
/// pending: it gets its number when the text is written.
enum PseudonymForm {
  /// Digits of a keyed pseudonym.
  static let keyedDigits = 8
  /// Digits of a pending pseudonym.
  static let pendingDigits = 12

  /// A pseudonym in a text.
  struct Found {
    let kind: SecretKind
    let end: Int
    /// The start of a pending pseudonym's digits; nil for a final one.
    let pendingDigits: Int?

    /// Whether this is a complete pending pseudonym.
    var isPending: Bool { pendingDigits.map { end - $0 == PseudonymForm.pendingDigits } ?? false }
  }

  /// The pseudonym at `start`, regardless of the text before; nil when there is none.
  static func find(_ text: ScannedText, at start: Int) -> Found? {
    // No kind's name is longer; most texts have no dash this near.
    guard (start..<start + 7).contains(where: { text[$0] == UInt8(ascii: "-") }) else { return nil }
    for kind in SecretKind.allCases where text.starts(with: kind.rawValue, at: start) {
      let dash = start + kind.rawValue.utf8.count
      guard text[dash] == UInt8(ascii: "-") else { continue }
      if text[dash + 1] == UInt8(ascii: "x") {
        let end = hexadecimalEnd(text, dash + 2)
        if end - dash - 2 <= pendingDigits, !text.isWord(end) {
          return Found(kind: kind, end: end, pendingDigits: dash + 2)
        }
      }
      if text.starts(with: "more", at: dash + 1), !text.isWord(dash + 5) {
        return Found(kind: kind, end: dash + 5, pendingDigits: nil)
      }
      let end = hexadecimalEnd(text, dash + 1)
      let isNumber = (dash + 1..<end).allSatisfy { text[$0].isDecimal }
      if end > dash + 1, isNumber || end - dash - 1 == keyedDigits, !text.isWord(end) {
        return Found(kind: kind, end: end, pendingDigits: nil)
      }
    }
    return nil
  }

  /// The pseudonym at a word's start; a byte or two rule out most places.
  static func find(_ text: ScannedText, atWordStart start: Int) -> Found? {
    guard "hupfvsdmie".utf8.contains(text[start]),
      !text.isWord(start - 1) || text.isBehindEscape(start)
    else { return nil }
    return find(text, at: start)
  }

  private static func hexadecimalEnd(_ text: ScannedText, _ start: Int) -> Int {
    var end = start
    while text[end].isHexadecimal, end - start <= 16 { end += 1 }
    return end
  }
}
