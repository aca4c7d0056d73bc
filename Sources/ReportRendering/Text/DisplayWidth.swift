/// How many columns of a terminal text takes.
///
/// Terminals give East Asian characters and emoji two columns and combining marks none (Unicode
/// Standard Annex #11: East Asian Width).
enum DisplayWidth {
  /// The columns that `text` takes.
  static func of(_ text: String) -> Int {
    // Most names are ASCII, whose bytes are columns.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The columns that a character takes: as many as its widest scalar.
  static func of(_ character: Character) -> Int {
    character.unicodeScalars.reduce(0) { max($0, of($1)) }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return isWide(scalar.value) ? 2 : 1
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    return wide.contains { $0.contains(value) }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF,
    0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}

/// Text cut or padded to a number of columns.
enum Fitted {
  /// `text` with its middle left out when it takes more than `width` columns.
  ///
  /// Both ends of a bundle id or a symbol tell what it is.
  static func middle(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    guard width > 1 else { return width == 1 ? "…" : "" }
    let tail = (width - 1) / 2
    let end = suffix(text, tail)
    // A wide character may not fill its side, so the other side gets the room.
    return prefix(text, width - 1 - DisplayWidth.of(end)) + "…" + end
  }

  /// `text` with blanks up to `width` columns, behind it or before it.
  static func padded(_ text: String, to width: Int, rightAligned: Bool) -> String {
    let blanks = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    return rightAligned ? blanks + text : text + blanks
  }

  private static func prefix(_ text: String, _ width: Int) -> String {
    var (taken, columns) = ("", 0)
    for character in text {
      columns += DisplayWidth.of(character)
      guard columns <= width else { break }
      taken.append(character)
    }
    return taken
  }

  private static func suffix(_ text: String, _ width: Int) -> String {
    var (taken, columns) = ([Character](), 0)
    for character in text.reversed() {
      columns += DisplayWidth.of(character)
      guard columns <= width else { break }
      taken.append(character)
    }
    return String(taken.reversed())
  }
}
