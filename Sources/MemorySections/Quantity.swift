/// A number of bytes with its tolerance and its source line.
///
/// Nothing between a parser and a report is a bare integer. Apple's tools print rounded or
/// truncated sizes, and the tolerances of a sum add up.
public struct Quantity: Sendable, Hashable, Codable {
  /// The size in bytes, as printed (`93K` is 95232).
  public var bytes: Int

  /// The largest difference between the true size and `bytes`, in bytes.
  ///
  /// For a rounded size (`832 KB`) it is half of the last printed place, in both directions. For a
  /// truncated size (zprint's `93K`) it is the whole place minus one, upwards.
  public var tolerance: Int

  /// The member's line with the size, from 1; nil for a sum over several lines.
  public var line: Int?

  /// Creates a quantity; it is exact without a tolerance.
  public init(bytes: Int, tolerance: Int = 0, line: Int? = nil) {
    self.bytes = bytes
    self.tolerance = tolerance
    self.line = line
  }

  /// Exactly zero bytes: the start of a sum.
  public static let zero = Quantity(bytes: 0)

  /// The largest plausible size: 1 PiB, five hundred times the largest Mac.
  ///
  /// A printed size above it is a wrapped or damaged number, and its row is unread. The limit also
  /// leaves room for sums over thousands of rows.
  public static let largestBelieved = 1 << 50

  /// The sum; tolerances add up.
  ///
  /// It saturates at the limits of `Int`: no input can trap.
  public static func + (left: Quantity, right: Quantity) -> Quantity {
    Quantity(
      bytes: left.bytes.addingSaturated(right.bytes),
      tolerance: left.tolerance.addingSaturated(right.tolerance),
      line: left.line == right.line ? left.line : nil)
  }

  /// The difference; tolerances add up.
  ///
  /// It saturates like `+`.
  public static func - (left: Quantity, right: Quantity) -> Quantity {
    left + Quantity(bytes: 0.subtractingSaturated(right.bytes), tolerance: right.tolerance)
  }

  /// Adds `right` to `left`.
  public static func += (left: inout Quantity, right: Quantity) {
    left = left + right
  }
}

extension Sequence<Quantity> {
  /// The sum of all; exactly zero when there are none.
  ///
  /// The line is kept for a single quantity.
  public func sum() -> Quantity {
    reduce(nil) { total, next in total.map { $0 + next } ?? next } ?? .zero
  }
}

extension Int {
  fileprivate func addingSaturated(_ other: Int) -> Int {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? (other > 0 ? .max : .min) : sum
  }

  fileprivate func subtractingSaturated(_ other: Int) -> Int {
    let (difference, overflows) = subtractingReportingOverflow(other)
    return overflows ? (other > 0 ? .min : .max) : difference
  }
}
