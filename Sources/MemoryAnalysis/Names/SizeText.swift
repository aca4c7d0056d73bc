package import MemorySections

/// Sizes as people read them.
package enum SizeText {
  /// A size in the unit that fits, three digits: `9.21 GB`, `138 MB`.
  ///
  /// Units are of base 1024, as Activity Monitor and footprint have them.
  package static func short(_ bytes: Int) -> String {
    let magnitude = bytes.magnitude
    guard magnitude >= 1024 else { return "\(bytes) B" }
    let units = ["KB", "MB", "GB", "TB", "PB", "EB"]
    var value = Double(bytes) / 1024
    var unit = 0
    while abs(value) >= 999.5, unit < units.count - 1 {
      value /= 1024
      unit += 1
    }
    return "\(threeDigits(value)) \(units[unit])"
  }

  /// A difference with its sign: `+8.67 GB`, `-12 MB`, `0 B`.
  package static func signed(_ bytes: Int) -> String {
    bytes > 0 ? "+" + short(bytes) : short(bytes)
  }

  /// A rate: `+1.44 GB/h`; empty when it is not known.
  package static func rate(_ bytesPerHour: Double?) -> String {
    guard let rate = bytesPerHour, let bytes = Int(exactly: rate.rounded()) else { return "" }
    return "\(signed(bytes))/h"
  }

  /// A number from 0 to 1 with two digits: `0.98`.
  package static func hundredths(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return hundredths >= 100 ? "1.00" : "0." + (hundredths < 10 ? "0" : "") + String(hundredths)
  }

  /// A span of time in the unit that fits: `42 s`, `3.5 h`, `12 d`.
  package static func hours(_ seconds: Int) -> String {
    let magnitude = Double(seconds.magnitude)
    if magnitude < 120 { return "\(seconds) s" }
    if magnitude < 7200 { return "\(seconds / 60) min" }
    if magnitude < 172_800 { return "\(threeDigits(Double(seconds) / 3600)) h" }
    return "\(threeDigits(Double(seconds) / 86_400)) d"
  }

  /// A size with every digit, in groups: `920,734,440`.
  package static func exact(_ bytes: Int) -> String {
    let digits = String(bytes.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return bytes < 0 ? "-" + text : text
  }

  /// How far a size may be off, where that is worth a reader's eye: `± 12 MB`.
  ///
  /// Nil below 0.1 %.
  package static func tolerance(_ quantity: Quantity) -> String? {
    let isWorthIt = quantity.tolerance.magnitude > quantity.bytes.magnitude / 1000
    guard quantity.tolerance > 0, isWorthIt else { return nil }
    return "± \(short(quantity.tolerance))"
  }

  /// A part of a whole: `41 %`, `<1 %`; nil of a whole of nothing.
  package static func share(_ part: Int, of whole: Int) -> String? {
    guard whole > 0 else { return nil }
    let percent = Double(part) / Double(whole) * 100
    if percent > 0, percent < 0.5 { return "<1 %" }
    return "\(Int(percent.rounded())) %"
  }

  private static func threeDigits(_ value: Double) -> String {
    let decimals = abs(value) < 9.995 ? 2 : abs(value) < 99.95 ? 1 : 0
    let scale = [1.0, 10, 100][decimals]
    let scaled = Int((abs(value) * scale).rounded())
    let sign = value < 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(scaled)" }
    let fraction = String(scaled % Int(scale))
    let padding = String(repeating: "0", count: decimals - fraction.count)
    return "\(sign)\(scaled / Int(scale)).\(padding)\(fraction)"
  }
}
