/// Characters that are not safe to show to a reader.
public enum UnsafeCharacter {
  /// Whether a character could drive a terminal, forge a line, reorder text, or is not visible.
  public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x7F else { return scalar.value < 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
    default: break
    }
    // Fillers, variation selectors, the grapheme joiner: letters and marks without a shape. The
    // selectors of emoji are common in names, and change nothing but a colour.
    let isSelector = (0xFE00...0xFE0F).contains(scalar.value)
    return scalar.properties.isDefaultIgnorableCodePoint && !isSelector || scalar.value == 0x2800
  }

  /// Whether a byte of UTF-8 may belong to an unsafe character: a control, or not ASCII.
  public static func mayBeUnsafe(_ byte: UInt8) -> Bool { byte < 0x20 || byte >= 0x7F }
}
