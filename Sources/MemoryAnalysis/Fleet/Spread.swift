/// The baseline of a set of sizes: the median, and the median absolute deviation (MAD).
///
/// A few extreme sizes move neither; a leak cannot hide itself.
public struct Spread: Sendable, Hashable {
  /// The number of sizes.
  public let count: Int
  /// The median; for an even number of sizes, the mean of the two in the middle.
  public let median: Double
  /// The median absolute deviation from the median.
  public let mad: Double

  /// Standard deviations per MAD in a normal distribution.
  static let deviationsPerMAD = 1.4826

  /// The spread of `values`, padded with zeros to `count`.
  init(_ values: [Double], count: Int) {
    self.count = max(count, values.count)
    guard values.count * 2 >= self.count else {
      // More than half are zero; so are the median and the MAD.
      (median, mad) = (0, 0)
      return
    }
    var sorted = values + [Double](repeating: 0, count: self.count - values.count)
    sorted.sort()
    let middle = Self.median(sorted)
    median = middle
    for place in sorted.indices { sorted[place] = abs(sorted[place] - middle) }
    sorted.sort()
    mad = Self.median(sorted)
  }

  /// The median of sorted values; 0 for none.
  private static func median(_ sorted: [Double]) -> Double {
    guard !sorted.isEmpty else { return 0 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
