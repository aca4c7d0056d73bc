internal import Platform
internal import AllocationBalance
internal import MemorySections

/// What grows on a machine, how fast, and when the zone map will be full.
public struct Trend: Sendable {
  /// The machine's snapshots.
  public let series: Series
  /// The growth in each boot, oldest boot first.
  public let boots: [BootTrend]

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
  /// The kernel as a whole; nil when the boot's snapshots share no source for it.
  public let kernel: Growth?
  /// The kernel's components, largest growth first.
  public let components: [Growth]
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
    let origin = KernelFigure.commonOrigin(all)
    let times = snapshots.map { $0.time.subtractingSaturated(snapshots.first?.time ?? 0) }
    let kernelSizes = all.map { snapshot in
      origin.flatMap { KernelFigure(snapshot, from: $0)?.quantity.bytes }
    }
    let judge = { (name: String, sizes: [Int?]) in
      let points = zip(times, sizes).compactMap { seconds, bytes in
        bytes.map { Growth.Point(seconds: seconds, bytes: $0) }
      }
      return Growth(name: name, points: points, thresholds: thresholds)
    }
    kernel = origin == nil ? nil : judge("kernel", kernelSizes)
    components = Self.growths(all.map { SizesByName(kernelOf: $0, by: origin) }, judge)
    processes = Self.growths(all.map(SizesByName.init(processesOf:)), judge)
    exhaustion = ZoneMapExhaustion(
      snapshots, zones: judge("zones", all.map(Self.zones)), families: components)
    upperBound = snapshots.count == 1 ? snapshots.first.flatMap(AverageBound.init) : nil
  }

  private static func zones(_ snapshot: Snapshot) -> Int? {
    snapshot.zprint?.zonesSize?.bytes
  }

  /// An item that is missing from an existing section has a size of zero.
  private static func growths(
    _ sizes: [SizesByName], _ judge: (String, [Int?]) -> Growth
  ) -> [Growth] {
    Set(sizes.flatMap(\.sizes.keys))
      .map { name in
        judge(name, sizes.map { $0.sizes.isEmpty ? nil : $0.sizes[name]?.bytes ?? 0 })
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

extension SizesByName {
  /// The processes' footprints by name.
  init(processesOf snapshot: Snapshot) {
    self.init(snapshot.footprint?.userProcesses ?? [], name: \.name, size: \.footprint)
  }
}
