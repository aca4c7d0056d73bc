/// Parses numbers in conditions, and sizes given by a user, with units.
package enum RuleNumber {
  /// Parses a size such as `64 MiB` or `4096` into whole bytes.
  ///
  /// - Throws: `RuleError` when it is not a size, or too large.
  package static func bytes(_ text: String) throws(RuleError) -> Int {
    guard let bytes = Int(exactly: try read(text, .bytes).rounded()) else {
      throw RuleError("\(text) is larger than any size")
    }
    return bytes
  }

  /// Parses `6 GiB`, `0.4`, `40 %`, `143 MiB` or `75000` in the measure's unit.
  ///
  /// - Throws: `RuleError` when it is not a number, or its unit does not fit the measure.
  static func read(_ text: String, _ unit: MeasureName.Unit) throws(RuleError) -> Double {
    let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "-" }
    var suffix = text.dropFirst(digits.count)
    suffix = suffix.drop { $0 == " " }
    guard let number = Double(digits), number.isFinite else {
      throw RuleError("\(text) is no number")
    }
    if suffix.isEmpty { return number }
    // Division, since 95 * 0.01 is slightly above 0.95.
    if suffix == "%", unit == .share { return number / 100 }
    guard let factor = try factor(String(suffix), unit) else {
      throw RuleError("\(suffix) is no unit of it: \(units(unit))")
    }
    return number * factor
  }

  private static func factor(
    _ suffix: String, _ unit: MeasureName.Unit
  ) throws(RuleError) -> Double? {
    switch unit {
    case .bytes, .bytesPerHour:
      if ["KB", "MB", "GB", "TB"].contains(suffix) {
        throw RuleError("\(suffix) may mean two things: write \(suffix.prefix(1))iB for base 1024")
      }
      let powers = ["B": 1.0, "KiB": 0x1p10, "MiB": 0x1p20, "GiB": 0x1p30, "TiB": 0x1p40]
      return powers[suffix]
    case .share, .count, .hours, .word, .text: return nil
    }
  }

  private static func units(_ unit: MeasureName.Unit) -> String {
    switch unit {
    case .bytes, .bytesPerHour: "it takes B, KiB, MiB, GiB or TiB"
    case .share: "it takes a part such as 0.4, or %"
    case .count, .hours, .word, .text: "it takes a bare number"
    }
  }
}
