/// Numbers of a drawing.
enum Coordinate {
  /// A share of a whole as a percentage: `38.61%`.
  ///
  /// Drawings use percentages, so a chart fits any window without its script.
  static func percent(_ share: Double) -> String { text(share * 100, digits: 2) + "%" }

  /// A number with at most `digits` decimals; 0 for what is no number.
  static func text(_ value: Double, digits: Int) -> String {
    var scale: UInt = 1
    for _ in 0..<digits { scale *= 10 }
    guard value.isFinite, let scaled = Int(exactly: (value * Double(scale)).rounded()) else {
      return "0"
    }
    let parts = scaled.magnitude.quotientAndRemainder(dividingBy: scale)
    var fraction = String(parts.remainder)
    fraction = String(repeating: "0", count: digits - fraction.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    let sign = scaled < 0 ? "-" : ""
    return sign + String(parts.quotient) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// A part of a whole, at least 0; 0 where the whole is nothing.
  static func share(_ part: Double, of whole: Double) -> Double {
    whole > 0 ? max(0, part / whole) : 0
  }
}
