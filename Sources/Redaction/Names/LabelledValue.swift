/// The value behind a label, as the names that it stands for.
struct LabelledValue {
  private let text: ScannedText
  private let label: SecretLabel
  private let start: Int

  init(_ text: ScannedText, _ label: SecretLabel) {
    self.text = text
    self.label = label
    start = label.value
  }

  /// Adds the value to the names; nothing when it cannot be what the label says.
  func add(to secrets: inout Secrets) {
    if text.starts(with: "<\"", at: start) {
      let quoted = SecretLabel(meaning: label.meaning, value: start + 2, isJoined: true)
      return LabelledValue(text, quoted).add(to: &secrets)
    }
    switch label.meaning {
    case .host: addHost(to: &secrets)
    case .user: addUser(to: &secrets)
    case .person: add(.person, sentence, to: &secrets)
    case .volume:
      let name = text.text(sentence)
      if !VolumePath.isCommon(name) { add(.volume, sentence, to: &secrets) }
    case .serial: addIdentifier(.serial, to: &secrets)
    case .device, .chip: addIdentifier(.udid, to: &secrets)
    case .digits: addDigits(to: &secrets)
    case .mac:
      let place = text[start] == UInt8(ascii: "<") ? start + 1 : start
      if let address = MACAddress(labelled: text, at: place) {
        secrets.add(.mac, address.digits)
      }
    }
  }

  /// The longest value that is read; no name is longer.
  private var limit: Int { min(text.count, start + Secrets.longest + 1) }

  /// Words up to the end of the line, a quote, a bracket or a gap.
  private var sentence: Range<Int> {
    var end = start
    while end < limit, text[end] >= 0x20, !"\"\\<,;()".utf8.contains(text[end]),
      !text.starts(with: "  ", at: end)
    {
      end += 1
    }
    while end > start, " .'".utf8.contains(text[end - 1]) { end -= 1 }
    return start..<end
  }

  private func end(while isIncluded: (UInt8) -> Bool) -> Int {
    var end = start
    while end < limit, isIncluded(text[end]) { end += 1 }
    return end
  }

  private func add(_ kind: SecretKind, _ range: Range<Int>, to secrets: inout Secrets) {
    guard range.count >= 2, !isPseudonym(range), range.contains(where: { text.isWord($0) }) else {
      return
    }
    secrets.add(kind, text.text(range))
  }

  private func isPseudonym(_ range: Range<Int>) -> Bool {
    PseudonymForm.find(text, at: range.lowerBound)?.end == range.upperBound
  }

  /// A host name; the owner in `Anne’s MacBook` has a name, too.
  private func addHost(to secrets: inout Secrets) {
    let name = sentence
    guard name.count >= 3 else { return }
    add(.host, name, to: &secrets)
    for mark in ["’s ", "'s "] {
      let width = mark.utf8.count
      if let place = name.first(where: { text.starts(with: mark, at: $0) }),
        place + width < name.upperBound
      {
        add(.person, start..<place, to: &secrets)
      }
    }
  }

  /// An account: `jane`, or `Jane Doe (jane)` as SystemProfiler prints it.
  private func addUser(to secrets: inout Secrets) {
    let isName = { (byte: UInt8) in
      byte.isAlphanumeric || byte >= 0x80 || "._-".utf8.contains(byte)
    }
    let name = start..<end(while: isName)
    if text[name.upperBound] == UInt8(ascii: " ") {
      let full = sentence
      if text.starts(with: " (", at: full.upperBound) {
        let short = full.upperBound + 2
        let shortEnd = min(text.end(from: short, while: isName), limit)
        if short < shortEnd, text[shortEnd] == UInt8(ascii: ")") {
          add(.person, full, to: &secrets)
          if isAccount(short..<shortEnd) { add(.user, short..<shortEnd, to: &secrets) }
          return
        }
      }
    }
    if isAccount(name) { add(.user, name, to: &secrets) }
  }

  /// Whether a word is no number: `user: 12` counts something.
  private func isAccount(_ name: Range<Int>) -> Bool {
    name.contains { text[$0].isLetter || text[$0] >= 0x80 }
  }

  /// A serial number or an identifier of one word; ioreg prints some as bytes.
  private func addIdentifier(_ kind: SecretKind, to secrets: inout Secrets) {
    if text[start] == UInt8(ascii: "<") { return addData(kind, to: &secrets) }
    let value = start..<end(while: { $0.isAlphanumeric || $0 == UInt8(ascii: "-") })
    guard value.count >= 8 || label.isJoined && value.count >= 6 && hasDigits(value, 2),
      label.isJoined || hasDigits(value, 4)
    else { return }
    let name = text.text(value)
    guard !Self.absent.contains(name.lowercased()), !isUniform(value) else { return }
    add(kind, value, to: &secrets)
  }

  private func hasDigits(_ range: Range<Int>, _ count: Int) -> Bool {
    range.count { text[$0].isDecimal } >= count
  }

  private func isUniform(_ range: Range<Int>) -> Bool {
    range.allSatisfy { text[$0] == text[range.lowerBound] }
  }

  /// `<433032…>`: hexadecimal bytes, of letters or of a number.
  private func addData(_ kind: SecretKind, to secrets: inout Secrets) {
    let first = start + 1
    var end = first
    while end < limit, text[end].isHexadecimal { end += 1 }
    guard end - first >= 8, text[end] == UInt8(ascii: ">"), !isUniform(first..<end) else { return }
    secrets.add(kind, text.text(first..<end))
    let bytes = stride(from: first, to: end - 1, by: 2).compactMap { place in
      text[place].hexadecimalValue.flatMap { high in
        text[place + 1].hexadecimalValue.map { high << 4 | $0 }
      }
    }
    let letters = bytes.filter { $0 != 0 }
    if letters.count >= 8, letters.allSatisfy(\.isAlphanumeric) {
      secrets.add(kind, String(decoding: letters, as: UTF8.self))
    } else if label.meaning == .chip, bytes.count == 8 {
      // A number, its least byte first.
      let number = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      secrets.add(kind, String(number))
    }
  }

  /// Fourteen digits or more, which may be written in groups.
  private func addDigits(to secrets: inout Secrets) {
    var (end, index, digits) = (start, start, 0)
    while index < limit, digits < 32 {
      if text[index].isHexadecimal || text[index] == UInt8(ascii: "+") && index == start {
        digits += text[index].isHexadecimal ? 1 : 0
        end = index + 1
      } else if !" -/".utf8.contains(text[index]) || !text[index + 1].isDecimal {
        break
      }
      index += 1
    }
    let value = start..<end
    guard digits >= (label.isJoined ? 10 : 14), hasDigits(value, 8), !text.isWord(end),
      !isUniform(value)
    else { return }
    add(.serial, value, to: &secrets)
  }

  /// What tools print where there is no value.
  private static let absent: Set<String> = [
    "unavailable", "not-available", "notavailable", "undefined", "unspecified", "not-set",
    "redacted", "private", "(null)", "encrypted", "unsupported", "defaultstring", "unknown-value",
  ]
}
