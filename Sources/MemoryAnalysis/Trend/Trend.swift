internal import AllocationBalance
internal import MemorySections

/// What grows on a machine, how fast, and when the kernel's zones run out of room.
public struct Trend: Sendable {
  /// The machine's snapshots.
  public let series: Series
  /// What grew in each boot, the oldest boot first.
  public let boots: [BootTrend]

  /// Draws the trend of a series.
  public init(_ series: Series, thresholds: TrendThresholds = .standard) {
    self.series = series
    boots = series.boots.map { BootTrend($0, thresholds: thresholds) }
  }
}

/// What grew between a boot and the next.
public struct BootTrend: Sendable {
  /// The boot's snapshots in the order of time.
  public let snapshots: [TimedSnapshot]
  /// The kernel as a whole; nil when no source for it is in all snapshots of the boot.
  public let kernel: Growth?
  /// The kernel's components, the largest growth first.
  public let components: [Growth]
  /// The processes by name, the largest growth first.
  public let processes: [Growth]
  /// When the zone map is full at the present rate; nil when the archives do not state its capacity,
  /// or zones do not grow beyond noise.
  public let exhaustion: ZoneMapExhaustion?
  /// What one capture tells of the average rate since boot: never more than this.
  public let upperBound: AverageBound?

  init(_ snapshots: [TimedSnapshot], thresholds: TrendThresholds) {
    self.snapshots = snapshots
    let all = snapshots.map(\.snapshot)
    let origin = KernelFigure.commonOrigin(all)
    let times = snapshots.map { $0.time - (snapshots.first?.time ?? 0) }
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

  /// A thing that is not in a snapshot of which the section is there held nothing then.
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

/// What a single capture bounds: the kernel cannot have grown faster, on average, than by all of it
/// since boot.
///
/// A figure that is itself a lower bound, such as that of zones alone, bounds nothing from above.
public struct AverageBound: Sendable, Hashable {
  /// Seconds from boot to capture.
  public let uptimeSeconds: Int
  /// The kernel's bytes over the uptime, in bytes an hour: an upper bound of the average rate.
  public let bytesPerHour: Double

  init?(_ snapshot: TimedSnapshot) {
    guard let boot = snapshot.snapshot.bootTime, snapshot.time > boot.seconds,
      let kernel = KernelFigure(snapshot.snapshot), !kernel.isLowerBound
    else { return nil }
    uptimeSeconds = snapshot.time - boot.seconds
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
