internal import Platform
internal import AllocationBalance
internal import MemorySections

/// What grows on a machine, how fast, and when the zone map will be full.
public struct Trend: Sendable {
  /// The machine's captures.
  public let series: Series
  /// The growth in each boot, oldest boot first.
  public let boots: [BootTrend]
  /// The archives that cannot take part, or not with their kernel.
  public var passedOver: [Series.PassedOver] {
    series.passedOver + boots.flatMap(\.withoutKernel)
  }

  /// Computes the trend of a series.
  public init(_ series: Series, thresholds: TrendThresholds = .standard) {
    self.series = series
    boots = series.boots.map { BootTrend($0, names: series.names, thresholds: thresholds) }
  }
}

/// The growth between two boots.
public struct BootTrend: Sendable {
  /// The boot's captures in time order.
  public let captures: [SeriesCapture]
  /// The kernel as a whole; nil when no two of the boot's captures share a source for it.
  public let kernel: Growth?
  /// The archives without the source that the others have: their processes alone take part.
  public let withoutKernel: [Series.PassedOver]
  /// The kernel's components, largest growth first.
  public let components: [Growth]
  /// The processes by app, largest growth first.
  public let apps: [Growth]
  /// The processes by name, largest growth first.
  public let processes: [Growth]
  /// When the zone map will be full at the current rate.
  ///
  /// Nil when the archives do not state its capacity, or zones do not grow beyond noise.
  public let exhaustion: ZoneMapExhaustion?
  /// The upper bound of the average rate since boot, from one capture.
  public let upperBound: AverageBound?

  /// The time from the first capture to the last, in seconds.
  public var spanSeconds: Int {
    (captures.last?.time ?? 0).subtractingSaturated(captures.first?.time ?? 0)
  }

  init(_ captures: [SeriesCapture], names: [String], thresholds: TrendThresholds) {
    self.captures = captures
    let origin = Self.commonestOrigin(captures)
    let basis = KernelBasis(
      origin: origin,
      countsElementsInUse: captures.contains { $0.isRedacted && $0.hasKernel(from: origin) })
    let kernels = captures.map { $0.kernel(on: basis) }
    withoutKernel = zip(captures, kernels).filter { $1 == nil }.map { capture, _ in
      Series.PassedOver(path: capture.archive.path, reason: Self.absence(of: origin))
    }
    let times = captures.map { $0.time.subtractingSaturated(captures.first?.time ?? 0) }
    let judge = { (name: String, sizes: [Int?]) in
      let points = zip(times, sizes).compactMap { seconds, bytes in
        bytes.map { Growth.Point(seconds: seconds, bytes: $0) }
      }
      return Growth(name: name, points: points, thresholds: thresholds)
    }
    let growths = { Self.growths($0, names, judge) }
    kernel = origin == nil ? nil : judge("kernel", kernels.map { $0?.bytes })
    components = growths(kernels.map { $0?.components })
    let lists = captures.map { Set($0.processes.keys) }.filter { !$0.isEmpty }
    let list = UserFigure.Origin.common(lists)
    let processes = captures.map { capture in list.flatMap { capture.processes[$0] } }
    apps = growths(processes.map { $0?.byApp })
    self.processes = growths(processes.map { $0?.byName })
    exhaustion = ZoneMapExhaustion(
      captures, zones: judge("zones", captures.map(\.zonesSize)), families: components)
    upperBound = captures.count == 1 ? captures.first.flatMap(AverageBound.init) : nil
  }

  /// The best source of the kernel's memory that at least half of the captures have.
  ///
  /// One archive without zprint does not take the zones from a series of six.
  private static func commonestOrigin(_ captures: [SeriesCapture]) -> KernelFigure.Origin? {
    let counts = KernelFigure.Origin.allCases.map { origin in
      (origin, captures.count { $0.hasKernel(from: origin) })
    }
    let most = counts.map(\.1).max() ?? 0
    let enough = min(most, max(2, (captures.count + 1) / 2))
    return counts.first { $0.1 > 0 && $0.1 >= enough }?.0
  }

  private static func absence(of origin: KernelFigure.Origin?) -> String {
    origin.map { "has no kernel figure by \($0.rawValue), as the others do" }
      ?? "has no kernel figure"
  }

  /// The growth of each item; one that a complete table does not list has a size of zero.
  private static func growths(
    _ tables: [NumberedSizes?], _ names: [String], _ judge: (String, [Int?]) -> Growth
  ) -> [Growth] {
    tables.reduce(into: Set<UInt32>()) { $0.formUnion($1?.numbers ?? []) }
      .map { number in judge(names[Int(number)], tables.map { $0?.size(of: number) }) }
      .sorted { ($0.growth.magnitude, $1.name) > ($1.growth.magnitude, $0.name) }
  }
}

/// The bound from a single capture: on average, the kernel grew at most its whole size since boot.
///
/// A figure that is itself a lower bound, such as zones alone, gives no upper bound.
public struct AverageBound: Sendable, Hashable {
  /// Seconds from boot to capture.
  public let uptimeSeconds: Int
  /// The upper bound of the average rate: kernel bytes over uptime, in bytes per hour.
  public let bytesPerHour: Double

  init?(_ capture: SeriesCapture) {
    guard let boot = capture.facts.bootSeconds, capture.time > boot,
      let kernel = capture.kernelFigure, !kernel.isLowerBound
    else { return nil }
    uptimeSeconds = capture.time.subtractingSaturated(boot)
    let most = Double(kernel.quantity.bytes) + Double(kernel.quantity.tolerance)
    bytesPerHour = most / Double(uptimeSeconds) * 3600
  }
}
