/// Device identifiers with a recognizable form.
enum DeviceIdentifier {
  /// The end of a UDID at `start`: 40 hexadecimal digits, or `00008103-001A2B3C4D5E6F70`.
  ///
  /// UUIDs have another form. Those of kexts and binaries are the same on every machine and stay.
  static func udidEnd(_ text: ScannedText, at start: Int) -> Int? {
    guard text[start].isHexadecimal, !text.isWord(start - 1), text[start - 1] != UInt8(ascii: "-")
    else { return nil }
    let end = text.end(from: start, while: \.isHexadecimal)
    if end - start == 40 { return text.isWord(end) ? nil : end }
    guard end - start == 8, text[end] == UInt8(ascii: "-") else { return nil }
    let last = text.end(from: end + 1, while: \.isHexadecimal)
    return last - end == 17 && !text.isWord(last) && text[last] != UInt8(ascii: "-") ? last : nil
  }

  /// The end of `NAME.local`, a machine's name on its own network, and the length of the name.
  static func localHostEnd(_ text: ScannedText, at start: Int) -> (name: Int, end: Int)? {
    guard text.isWord(start), !text.isWord(start - 1), !"-._/".utf8.contains(text[start - 1])
    else { return nil }
    let name = text.end(from: start) { $0.isAlphanumeric || $0 == 0x2D || $0 >= 0x80 }
    let end = name + 6
    guard text.starts(with: ".local", at: name), !text.isWord(end),
      !(text[end] == UInt8(ascii: ".") && text.isWord(end + 1)),
      (start..<name).count(where: { text.isWord($0) && !text[$0].isDecimal }) >= 3
    else { return nil }
    return (name, end)
  }
}
