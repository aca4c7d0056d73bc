internal import Platform
package import MemorySections

/// Formats sizes for people.
package enum SizeText {
  /// A size in the best unit with three digits: `9.21 GB`, `138 MB`.
  ///
  /// Units are powers of 1024, as in Activity Monitor and footprint.
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

  /// Differences of one sum in one unit, so that they can be added: `1068`, `511`, `557` and `MB`.
  package static func inOneUnit(_ sizes: [Int]) -> (numbers: [String], unit: String) {
    let largest = sizes.map(\.magnitude).max() ?? 0
    let (unit, place): (String, Double) =
      switch largest {
      case ..<(10 << 20): ("KB", 1024)
      case ..<(10_000 << 20): ("MB", 1_048_576)
      default: ("GB", 1_073_741_824)
      }
    let numbers = sizes.map { bytes in
      let value = Double(bytes) / place
      return unit == "GB" ? threeDigits(value) : String(Int(saturating: value.rounded()))
    }
    return (numbers, unit)
  }

  /// A rate: `+1.44 GB/h`; empty when unknown.
  package static func rate(_ bytesPerHour: Double?) -> String {
    guard let rate = bytesPerHour, let bytes = Int(exactly: rate.rounded()) else { return "" }
    return "\(signed(bytes))/h"
  }

  /// A number from 0 to 1 with two digits: `0.98`.
  package static func hundredths(_ value: Double) -> String {
    let hundredths = Int(saturating: (value * 100).rounded())
    return hundredths >= 100 ? "1.00" : "0." + (hundredths < 10 ? "0" : "") + String(hundredths)
  }

  /// A duration in the best unit: `42 s`, `3.5 h`, `12 d`.
  package static func hours(_ seconds: Int) -> String {
    let magnitude = Double(seconds.magnitude)
    if magnitude < 120 { return "\(seconds) s" }
    if magnitude < 7200 { return "\(seconds / 60) min" }
    if magnitude < 172_800 { return "\(threeDigits(Double(seconds) / 3600)) h" }
    return "\(threeDigits(Double(seconds) / 86_400)) d"
  }

  /// A size in bytes with grouped digits: `920,734,440`.
  package static func exact(_ bytes: Int) -> String {
    let digits = String(bytes.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return bytes < 0 ? "-" + text : text
  }

  /// The tolerance of a size: `± 12 MB`; nil below 0.1 %.
  package static func tolerance(_ quantity: Quantity) -> String? {
    let isWorthIt = quantity.tolerance.magnitude > quantity.bytes.magnitude / 1000
    guard quantity.tolerance > 0, isWorthIt else { return nil }
    return "± \(short(quantity.tolerance))"
  }

  /// A share of a whole: `41 %`, `<1 %`; nil when the whole is zero.
  package static func share(_ part: Int, of whole: Int) -> String? {
    guard whole > 0 else { return nil }
    let percent = Double(part) / Double(whole) * 100
    if percent > 0, percent < 0.5 { return "<1 %" }
    return "\(Int(saturating: percent.rounded())) %"
  }

  private static func threeDigits(_ value: Double) -> String {
    let decimals = abs(value) < 9.995 ? 2 : abs(value) < 99.95 ? 1 : 0
    let scale = [1, 10, 100][decimals]
    let scaled = Int(saturating: (abs(value) * Double(scale)).rounded())
    let sign = value < 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(scaled)" }
    let fraction = String(scaled % scale)
    let padding = String(repeating: "0", count: decimals - fraction.count)
    return "\(sign)\(scaled / scale).\(padding)\(fraction)"
  }
}
