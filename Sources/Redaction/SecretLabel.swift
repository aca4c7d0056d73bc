/// A label before a secret, such as `Serial Number: ` or `"IOPlatformUUID" = `.
struct SecretLabel {
  let kind: SecretKind
  let value: Range<Int>

  /// The label at `start` with its value; nil when there is none.
  static func find(_ text: ScannedText, at start: Int) -> SecretLabel? {
    guard let known = known[text[start].lowercased] else { return nil }
    for (words, kind) in known where text.starts(with: words, at: start) {
      let end = start + words.utf8.count
      // sysdiagnose's log ends its second line with `, user NAME`.
      let isList = kind == .user && text.starts(with: ", ", at: start - 2)
      guard !text.isWord(end), let first = valueStart(text, end, isJoined: isList) else { continue }
      let last = valueEnd(text, first, kind)
      if isPossible(text, first..<last, kind) {
        return SecretLabel(kind: kind, value: first..<last)
      }
    }
    return nil
  }

  /// Labels by first letter, to skip most words at once; longer labels first.
  private static let known: [UInt8: [(words: String, kind: SecretKind)]] = {
    let labels: [(String, SecretKind)] = [
      ("hostname", .host), ("host name", .host), ("computer name", .host),
      ("computername", .host), ("localhostname", .host), ("device name", .host),
      ("username", .user), ("user name", .user), ("user", .user), ("logname", .user),
      ("sudo_user", .user), ("console user", .user),
      ("serial number", .serial), ("serialnumber", .serial), ("serial-number", .serial),
      ("serialno", .serial), ("ioplatformserialnumber", .serial), ("imei", .serial),
      ("meid", .serial), ("hardware uuid", .udid), ("ioplatformuuid", .udid),
      ("provisioning udid", .udid), ("udid", .udid), ("uniquedeviceid", .udid),
      ("uniquechipid", .udid), ("crashreporterkey", .udid), ("crashreporter key", .udid),
      ("anonymous uuid", .udid), ("ecid", .udid),
    ]
    return Dictionary(grouping: labels) { $0.0.utf8.first ?? 0 }
      .mapValues { $0.sorted { $0.0.utf8.count > $1.0.utf8.count } }
  }()

  /// Skips the joint between label and value: `: `, ` = "`, `</key><string>`, ` (system): `.
  private static func valueStart(_ text: ScannedText, _ end: Int, isJoined: Bool) -> Int? {
    var (index, isJoined) = (end, isJoined)
    if text.starts(with: " (system)", at: index) { index += 9 }
    while index < text.count {
      if text.starts(with: "</key>", at: index) {
        index += 6
      } else if text.starts(with: "<string>", at: index) {
        index += 8
        isJoined = true
      } else if ":=".utf8.contains(text[index]) {
        index += 1
        isJoined = true
      } else if " \t\"'\\".utf8.contains(text[index]) {
        index += 1
      } else {
        break
      }
    }
    return isJoined && index < text.count ? index : nil
  }

  private static func valueEnd(_ text: ScannedText, _ start: Int, _ kind: SecretKind) -> Int {
    switch kind {
    case .host:
      var end = start
      while end < text.count, text[end] >= 0x20, !"\"\\<,;()".utf8.contains(text[end]),
        !text.starts(with: "  ", at: end)
      {
        end += 1
      }
      while end > start, " .".utf8.contains(text[end - 1]) { end -= 1 }
      return end
    case .user:
      return text.end(from: start) { $0.isAlphanumeric || $0 >= 0x80 || "._-".utf8.contains($0) }
    default: return text.end(from: start) { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
    }
  }

  private static func isPossible(
    _ text: ScannedText, _ value: Range<Int>, _ kind: SecretKind
  ) -> Bool {
    guard !value.isEmpty, PseudonymForm.find(text, at: value.lowerBound)?.end != value.upperBound
    else { return false }
    switch kind {
    case .host: return value.count >= 3
    case .user: return text[value.lowerBound].isLetter
    // A word such as `unavailable` is not a number.
    default: return value.count >= 8 && value.contains { text[$0].isDecimal }
    }
  }
}
