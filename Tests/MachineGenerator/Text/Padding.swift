private import Foundation

/// Fields padded as by printf: an oversized value pushes the rest to the right.
extension String {
  /// `%*s`.
  func right(_ width: Int) -> String {
    let missing = width - utf8.count
    return missing > 0 ? String(repeating: " ", count: missing) + self : self
  }

  /// `%-*s`.
  func left(_ width: Int) -> String {
    let missing = width - utf8.count
    return missing > 0 ? self + String(repeating: " ", count: missing) : self
  }

  /// `%0*s`.
  func zeros(_ width: Int) -> String {
    String(repeating: "0", count: max(0, width - utf8.count)) + self
  }

  /// `%.*f`.
  static func fixed(_ value: Double, _ places: Int) -> String {
    String(format: "%.\(places)f", value)
  }

  static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  static func dashes(_ count: Int) -> String { String(repeating: "-", count: count) }

  /// `%#llx`: a zero has no `0x`.
  static func hexadecimal(_ value: UInt64) -> String {
    value == 0 ? "0" : "0x" + String(value, radix: 16)
  }
}

/// A row under construction; it knows if a field exceeded its column.
struct RowText {
  private(set) var text = ""
  private(set) var overflows = false

  /// Adds a field of a width, without anything before it.
  mutating func add(_ value: String, _ width: Int) {
    if value.utf8.count > width { overflows = true }
    text += value.right(width)
  }

  /// Adds a blank and a field.
  mutating func addApart(_ value: String, _ width: Int) {
    text += " "
    add(value, width)
  }

  /// Appends text verbatim.
  mutating func append(_ more: String) { text += more }
}
