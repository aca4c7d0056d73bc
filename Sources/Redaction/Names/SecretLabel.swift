/// A label before a secret, such as `Serial Number: `, `"IOPlatformUUID" = ` or `UniqueChipID => `.
struct SecretLabel {
  /// What a label says about its value.
  enum Meaning: Sendable {
    case host
    case user
    case person
    case volume
    /// A serial number, a UUID or a similar identifier of one word.
    case serial, device
    /// A number that may be written in groups: IMEI, telephone.
    case digits
    /// A chip's number, hexadecimal or decimal.
    case chip
    case mac
  }

  let meaning: Meaning
  /// The offset of the value; the end of the text when it stands on the next line.
  let value: Int
  /// Whether a colon, an equals sign or markup joins label and value, and not only a blank.
  let isJoined: Bool

  /// The label at `start`; nil when there is none.
  static func find(_ text: ScannedText, at start: Int) -> SecretLabel? {
    guard let known = LabelNames.byFirstLetter[text[start].lowercased] else { return nil }
    // `LongUserName` is a person's, and `user name` in it no account.
    let isLong = ["long", "full"].contains { text.starts(with: $0, at: start - 4) }
    for label in known where !(isLong && label.meaning == .user) {
      guard let end = end(of: label.letters, in: text, at: start),
        let (value, isJoined) = valueStart(text, end)
      else { continue }
      // sysdiagnose's log ends its second line with `, user NAME`.
      let isList = label.meaning == .user && text.starts(with: ", ", at: start - 2)
      let isClear = label.meaning.isNumber && !LabelNames.common.contains(label.letters)
      guard isJoined || isList || isClear else { continue }
      return SecretLabel(meaning: label.meaning, value: value, isJoined: isJoined || isList)
    }
    return nil
  }

  /// The end of a label at `start`, whatever joins its words and whatever their case.
  private static func end(of letters: [UInt8], in text: ScannedText, at start: Int) -> Int? {
    var index = start
    for (place, letter) in letters.enumerated() {
      if place > 0, text[index] != letter, " _-.".utf8.contains(text[index]) { index += 1 }
      guard text[index].lowercased == letter else { return nil }
      index += 1
    }
    for ending in ["String", "Key", "Num"] where text.starts(with: ending, at: index) {
      index += ending.utf8.count
    }
    // `imei2`, `IMEI 2`, `Serial No.`
    let digit = text[index] == UInt8(ascii: " ") ? index + 1 : index
    if text[digit].isDecimal, !text.isWord(digit + 1) { index = digit + 1 }
    if text[index] == UInt8(ascii: "."), !text.isWord(index + 1) { index += 1 }
    return text.isWord(index) ? nil : index
  }

  /// How far a value may stand from its label.
  private static let reach = 96

  /// Skips the joint between label and value: `: `, ` = "`, ` => `, `</key><string>`, ` (system): `.
  private static func valueStart(_ text: ScannedText, _ end: Int) -> (Int, isJoined: Bool)? {
    var index = end
    var isJoined = false
    while index < text.count {
      guard index - end < reach else { return nil }
      switch text[index] {
      case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "#"):
        isJoined = true
        index += 1
      case UInt8(ascii: ">") where "=-".utf8.contains(text[index - 1]):
        isJoined = true
        index += 1
      case UInt8(ascii: "-") where text[index + 1] == UInt8(ascii: ">"): index += 1
      case UInt8(ascii: "("):
        guard !isJoined, let close = (index..<index + 24).first(where: { text[$0] == 0x29 }) else {
          return isJoined ? (index, true) : nil
        }
        index = close + 1
      case UInt8(ascii: "<"):
        let marks = ["</key>", "<string>", "<integer>", "<data>"]
        if let mark = marks.first(where: { text.starts(with: $0, at: index) }) {
          isJoined = true
          index += mark.utf8.count
        } else {
          return isJoined ? (index, true) : nil
        }
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\""), UInt8(ascii: "'"),
        UInt8(ascii: "\\"):
        index += 1
      default: return index > end ? (index, isJoined) : nil
      }
    }
    return isJoined ? (text.count, true) : nil
  }
}

extension SecretLabel.Meaning {
  /// Whether a value is known by its form, so that a blank before it is enough.
  fileprivate var isNumber: Bool {
    switch self {
    case .serial, .device, .digits, .chip, .mac: true
    case .host, .user, .person, .volume: false
    }
  }
}
