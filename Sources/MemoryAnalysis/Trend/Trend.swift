internal import Platform
internal import AllocationBalance
internal import MemorySections

/// What grows on a machine, how fast, and when the zone map will be full.
public struct Trend: Sendable {
  /// The machine's snapshots.
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
    boots = series.boots.map { BootTrend($0, thresholds: thresholds) }
  }
}

/// The growth between two boots.
public struct BootTrend: Sendable {
  /// The boot's snapshots in time order.
  public let snapshots: [TimedSnapshot]
  /// The kernel as a whole; nil when no two of the boot's snapshots share a source for it.
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
    (snapshots.last?.time ?? 0).subtractingSaturated(snapshots.first?.time ?? 0)
  }

  init(_ snapshots: [TimedSnapshot], thresholds: TrendThresholds) {
    self.snapshots = snapshots
    let all = snapshots.map(\.snapshot)
    let origin = Self.commonestOrigin(all)
    let sharing = all.filter { snapshot in
      origin.map { KernelFigure(snapshot, from: $0) != nil } ?? false
    }
    let basis = KernelBasis(sharing, origin: origin)
    withoutKernel = all.filter { basis.figure($0) == nil }.map { snapshot in
      Series.PassedOver(
        path: snapshot.archive.path, reason: Self.absence(of: origin))
    }
    let times = snapshots.map { $0.time.subtractingSaturated(snapshots.first?.time ?? 0) }
    let judge = { (name: String, sizes: [Int?]) in
      let points = zip(times, sizes).compactMap { seconds, bytes in
        bytes.map { Growth.Point(seconds: seconds, bytes: $0) }
      }
      return Growth(name: name, points: points, thresholds: thresholds)
    }
    kernel = origin == nil ? nil : judge("kernel", all.map { basis.figure($0)?.bytes })
    components = Self.growths(all.map(basis.components), judge)
    let list = UserProcesses.commonOrigin(all.filter { UserProcesses($0) != nil })
    apps = Self.growths(all.map { $0.processSizes(from: list, by: \.app) }, judge)
    processes = Self.growths(all.map { $0.processSizes(from: list) }, judge)
    exhaustion = ZoneMapExhaustion(
      snapshots, zones: judge("zones", all.map(Self.zones)), families: components)
    upperBound = snapshots.count == 1 ? snapshots.first.flatMap(AverageBound.init) : nil
  }

  /// The best source of the kernel's memory that at least half of the snapshots have.
  ///
  /// One archive without zprint does not take the zones from a series of six.
  private static func commonestOrigin(_ snapshots: [Snapshot]) -> KernelFigure.Origin? {
    let counts = KernelFigure.Origin.allCases.map { origin in
      (origin, snapshots.count { KernelFigure($0, from: origin) != nil })
    }
    let most = counts.map(\.1).max() ?? 0
    let enough = min(most, max(2, (snapshots.count + 1) / 2))
    return counts.first { $0.1 > 0 && $0.1 >= enough }?.0
  }

  private static func absence(of origin: KernelFigure.Origin?) -> String {
    origin.map { "has no kernel figure by \($0.rawValue), as the others do" }
      ?? "has no kernel figure"
  }

  private static func zones(_ snapshot: Snapshot) -> Int? {
    snapshot.zprint?.zonesSize?.bytes
  }

  /// The growth of each item; one that a complete table does not list has a size of zero.
  private static func growths(
    _ tables: [SizesByName?], _ judge: (String, [Int?]) -> Growth
  ) -> [Growth] {
    Set(tables.compactMap { $0 }.flatMap(\.sizes.keys))
      .map { name in
        judge(
          name,
          tables.map { table in
            guard let table, table.knows(name) else { return nil }
            return table.sizes[name]?.bytes ?? 0
          })
      }
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

  init?(_ snapshot: TimedSnapshot) {
    guard let boot = snapshot.snapshot.bootTime, snapshot.time > boot.seconds,
      let kernel = KernelFigure(snapshot.snapshot), !kernel.isLowerBound
    else { return nil }
    uptimeSeconds = snapshot.time.subtractingSaturated(boot.seconds)
    let most = Double(kernel.quantity.bytes) + Double(kernel.quantity.tolerance)
    bytesPerHour = most / Double(uptimeSeconds) * 3600
  }
}
