/// Device identifiers with a recognizable form.
enum DeviceIdentifier {
  /// The end of a UDID at `start`, or of a UUID without dashes.
  ///
  /// A UDID has 40 hexadecimal digits, or 24 as in `00008103-001A2B3C4D5E6F70`, with or without its
  /// dash. UUIDs with dashes have another form. Those of kexts and binaries are the same on every
  /// machine and stay, also where `<…>` encloses them without dashes.
  static func udidEnd(_ text: ScannedText, at start: Int) -> Int? {
    guard text[start].isHexadecimal, !text.isWord(start - 1) || text.isBehindEscape(start),
      text[start - 1] != UInt8(ascii: "-")
    else { return nil }
    var end = start
    while end - start <= 40, text[end].isHexadecimal { end += 1 }
    if end - start == 8, text[end] == UInt8(ascii: "-") {
      var last = end + 1
      while last - end <= 17, text[last].isHexadecimal { last += 1 }
      let isWhole = last - end == 17 && !text.isWord(last) && text[last] != UInt8(ascii: "-")
      return isWhole ? last : nil
    }
    guard !text.isWord(end) else { return nil }
    switch end - start {
    case 40: return end
    case 32:
      let letters = (start..<end).count { text[$0].isLetter }
      return (1..<32).contains(letters) && text[start - 1] != UInt8(ascii: "<") ? end : nil
    case 24: return text.starts(with: "0000", at: start) ? end : nil
    default: return nil
    }
  }

  /// The end of `NAME.local`, a machine's name on its own network, and the length of the name.
  static func localHostEnd(_ text: ScannedText, at start: Int) -> (name: Int, end: Int)? {
    guard text.isWord(start), !text.isWord(start - 1), !"-._/".utf8.contains(text[start - 1])
    else { return nil }
    var name = start
    while name - start <= 255,
      text[name].isAlphanumeric || "-_".utf8.contains(text[name]) || text[name] >= 0x80
    {
      name += 1
    }
    let end = name + 6
    guard text.starts(with: ".local", at: name), !text.isWord(end),
      !(text[end] == UInt8(ascii: ".") && text.isWord(end + 1)),
      (start..<name).count(where: { text.isWord($0) && !text[$0].isDecimal }) >= 2
    else { return nil }
    return (name, end)
  }
}
