/// Numbers pseudonyms in the order of their first appearance in the output.
struct PseudonymNumbers: Sendable {
  private var numbers: [SecretKind: [UInt64: Int]] = [:]
  private var written: [SecretKind: Set<UInt64>] = [:]
  /// Whether pseudonyms are keyed; these have no number and are stored by their digits.
  private let isKeyed: Bool

  private var total = 0

  /// The most pseudonyms of all kinds; all further ones share one, to bound memory on hostile text.
  static let maximum = 1 << 18

  /// Creates the numbers; keyed pseudonyms are only counted.
  init(isKeyed: Bool) {
    self.isKeyed = isKeyed
  }

  /// How many different pseudonyms of each kind were written.
  var counts: [SecretKind: Int] { numbers.mapValues(\.count) }

  /// How many different pseudonyms of each kind were written since the last call.
  mutating func takeCountsOfDocument() -> [SecretKind: Int] {
    defer { written = [:] }
    return written.mapValues(\.count)
  }

  /// The pseudonym that ``Redactor`` writes: numbered later, or keyed and final.
  static func name(_ kind: SecretKind, digest: [UInt8], isKeyed: Bool) -> String {
    let digits = isKeyed ? PseudonymForm.keyedDigits : PseudonymForm.pendingDigits
    let text = digest.prefix(digits / 2).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    return kind.rawValue + (isKeyed ? "-" : "-x") + text.joined()
  }

  /// The text with its pseudonyms numbered; nil when it has none.
  mutating func number(_ bytes: [UInt8], keepsColumns: Bool) -> [UInt8]? {
    let text = ScannedText(bytes)
    var writer = ColumnWriter(keepsColumns: keepsColumns)
    var (copied, index) = (0, 0)
    while index < bytes.count {
      guard let found = PseudonymForm.find(text, atWordStart: index) else {
        index += 1
        continue
      }
      if let name = name(found, text) {
        writer.copy(bytes[copied..<index])
        writer.replace(text.text(index..<found.end), by: name)
        copied = found.end
      }
      index = found.end
    }
    guard copied > 0 else { return nil }
    writer.copy(bytes[copied...], isLast: true)
    return writer.bytes
  }

  private mutating func name(_ found: PseudonymForm.Found, _ text: ScannedText) -> String? {
    guard let digits = found.pendingDigits else {
      count(found, text)
      return nil
    }
    guard found.end - digits == PseudonymForm.pendingDigits,
      let id = UInt64(text.text(digits..<found.end), radix: 16)
    else {
      // Name shortening cut it; it stays without a number.
      return found.kind.rawValue + "-x"
    }
    guard let number = number(found.kind, id) else { return found.kind.rawValue + "-more" }
    return "\(found.kind.rawValue)-\(number)"
  }

  /// The number of a pseudonym, new on first sight; nil when there are too many.
  private mutating func number(_ kind: SecretKind, _ id: UInt64) -> Int? {
    if let number = numbers[kind]?[id] {
      written[kind, default: []].insert(id)
      return number
    }
    guard total < Self.maximum else { return nil }
    total += 1
    let number = (numbers[kind]?.count ?? 0) + 1
    numbers[kind, default: [:]][id] = number
    written[kind, default: []].insert(id)
    return number
  }

  private mutating func count(_ found: PseudonymForm.Found, _ text: ScannedText) {
    let start = found.end - PseudonymForm.keyedDigits
    guard isKeyed, text[start - 1] == UInt8(ascii: "-"),
      let id = UInt64(text.text(start..<found.end), radix: 16)
    else { return }
    _ = number(found.kind, id)
  }
}
