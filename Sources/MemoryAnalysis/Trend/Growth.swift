internal import Platform

/// The size of one item over the captures of one boot.
public struct Growth: Sendable, Hashable {
  /// The item: the kernel, a zone family, a row of the wired table, a process.
  public let name: String
  /// The capture times in seconds from the first, with the sizes in bytes.
  public let points: [Point]
  /// The growth rate in bytes per hour: the median slope between pairs of captures (Theil and Sen).
  ///
  /// All pairs count up to 65 captures, and an even sample of them beyond. One odd capture does not
  /// move it. Nil with fewer than two captures.
  public let bytesPerHour: Double?
  /// How linear the growth is, 0 to 1 (the squared correlation).
  ///
  /// Nil with fewer than three captures, and when nothing changes.
  public let straightness: Double?
  /// The verdict on the growth.
  public let verdict: Verdict

  /// A size at a time.
  public struct Point: Sendable, Hashable {
    /// Seconds from the first capture of the boot.
    public let seconds: Int
    /// The size in bytes.
    public let bytes: Int
  }

  /// A verdict on growth.
  public enum Verdict: String, Sendable, Codable {
    /// Fast, linear and large growth: a leak, as far as sizes can tell.
    case leaking
    /// Linear and large, but slow growth.
    case growing
    /// No large change, or none that is linear.
    case steady
    /// A linear and large decrease.
    case shrinking
    /// Two captures give a rate but no verdict; one gives neither.
    case tooFewCaptures
    /// The captures span too little time for a verdict.
    case tooShort
  }

  /// Judges the growth of an item.
  init(name: String, points: [Point], thresholds: TrendThresholds = .standard) {
    self.name = name
    self.points = points
    bytesPerHour = TrendMath.theilSen(points)
    straightness = TrendMath.squaredCorrelation(points)
    verdict = Self.verdict(points, bytesPerHour, straightness, thresholds)
  }

  /// The last size minus the first, in bytes.
  public var growth: Int {
    guard let first = points.first, let last = points.last else { return 0 }
    return last.bytes.subtractingSaturated(first.bytes)
  }

  /// The time between the first and the last capture, in seconds.
  public var spanSeconds: Int { TrendMath.span(points) }

  private static func verdict(
    _ points: [Point], _ rate: Double?, _ straightness: Double?, _ thresholds: TrendThresholds
  ) -> Verdict {
    guard points.count > 2, let first = points.first, let last = points.last, let rate else {
      return .tooFewCaptures
    }
    if TrendMath.span(points) < thresholds.spanSeconds { return .tooShort }
    let growth = last.bytes.subtractingSaturated(first.bytes)
    guard growth.magnitude >= thresholds.growthBytes.magnitude,
      (straightness ?? 0) >= thresholds.straightness,
      growth.signum() == (rate > 0 ? 1 : -1)
    else { return .steady }
    if growth < 0 { return .shrinking }
    return rate >= thresholds.bytesPerHour ? .leaking : .growing
  }
}

/// The limits beyond which growth is called a leak.
///
/// Source: the verdict proven in practice by `demand.md` (screenpipe): 150 MB an hour, r² 0.8, 0.5
/// GB over 3 hours.
public struct TrendThresholds: Sendable, Hashable {
  /// The smallest rate of fast growth, in bytes per hour.
  public var bytesPerHour = 150.0 * 1_048_576
  /// The smallest large growth, in bytes.
  public var growthBytes = 512 << 20
  /// The smallest squared correlation of linear growth.
  public var straightness = 0.8
  /// The shortest span of captures for a verdict, in seconds.
  public var spanSeconds = 3 * 3600

  /// The default thresholds.
  public static let standard = TrendThresholds()

  /// Creates the standard thresholds, to be modified.
  public init() {}
}

/// The statistics of a trend.
enum TrendMath {
  /// The time from the first point to the last, in seconds; 0 without points.
  static func span(_ points: [Growth.Point]) -> Int {
    guard let first = points.first, let last = points.last else { return 0 }
    return last.seconds.subtractingSaturated(first.seconds)
  }

  /// How many distances between captures are taken at most.
  static let mostDistances = 64

  /// The median of the slopes between pairs, in bytes per hour.
  ///
  /// It takes the pairs at ``mostDistances`` distances: every pair of up to 65 captures. Of a longer
  /// series, each capture keeps its share of the pairs, so that an odd one does not move the median.
  ///
  /// Pairs closer than evenly spread captures would be are left out. Over minutes, noise makes any
  /// slope, and a handful of such pairs would outvote those over hours.
  ///
  /// - Parameter points: the sizes in time order.
  /// - Returns: the rate; nil when all points have one time.
  /// - Complexity: O(n log n) in the number of captures.
  static func theilSen(_ points: [Growth.Point]) -> Double? {
    let span = span(points)
    var slopes: [Double] = []
    for distance in distances(points.count) {
      for (point, later) in zip(points, points.dropFirst(distance)) {
        let seconds = later.seconds.subtractingSaturated(point.seconds)
        guard seconds > 0, seconds.multipliedSaturated(by: points.count) >= span else { continue }
        slopes.append((Double(later.bytes) - Double(point.bytes)) / Double(seconds) * 3600)
      }
    }
    guard !slopes.isEmpty else { return nil }
    slopes.sort()
    let middle = slopes.count / 2
    return slopes.count % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2
  }

  /// How many captures lie from one of a pair to the other, by the number of captures.
  ///
  /// They are evenly spread, and include the distance from the first capture to the last.
  private static func distances(_ count: Int) -> [Int] {
    let longest = count - 1
    guard longest > 0 else { return [] }
    let number = min(longest, mostDistances)
    return (1...number).map { longest * $0 / number }
  }

  /// The squared Pearson correlation of time and size.
  static func squaredCorrelation(_ points: [Growth.Point]) -> Double? {
    guard points.count > 2 else { return nil }
    let count = Double(points.count)
    let meanTime = points.reduce(0) { $0 + Double($1.seconds) } / count
    let meanSize = points.reduce(0) { $0 + Double($1.bytes) } / count
    var (times, sizes, both) = (0.0, 0.0, 0.0)
    for point in points {
      let (time, size) = (Double(point.seconds) - meanTime, Double(point.bytes) - meanSize)
      times += time * time
      sizes += size * size
      both += time * size
    }
    return times > 0 && sizes > 0 ? both * both / (times * sizes) : nil
  }
}
