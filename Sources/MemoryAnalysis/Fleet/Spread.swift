/// What is usual among some sizes: their median, and the median of how far they are from it (MAD).
///
/// Neither is moved by what a few of them are, so that a leak does not hide itself.
public struct Spread: Sendable, Hashable {
  /// How many sizes there are.
  public let count: Int
  /// The median; of an even number of sizes the mean of the two in the middle.
  public let median: Double
  /// The median of the distances from the median.
  public let mad: Double

  /// Of how many standard deviations of a normal distribution the MAD is one part.
  static let deviationsPerMAD = 1.4826

  /// The spread of `values`, to which zeros are added up to a count.
  init(_ values: [Double], count: Int) {
    self.count = max(count, values.count)
    guard values.count * 2 >= self.count else {
      // More than half are zero, and so are the median and the distances from it.
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

  /// The median of sorted values; 0 of none.
  private static func median(_ sorted: [Double]) -> Double {
    guard !sorted.isEmpty else { return 0 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
