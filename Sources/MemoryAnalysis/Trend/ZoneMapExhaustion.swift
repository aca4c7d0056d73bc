public import AllocationBalance
public import MemorySections

/// When the zone map will be full.
public struct ZoneMapExhaustion: Sendable, Hashable {
  /// The capacity of the zone map.
  public let capacity: ZoneMapCapacity
  /// The zones' size at the last capture, in bytes; for a panic's capacity, the size of its zone.
  public let used: Int
  /// The growth rate, in bytes per hour.
  public let bytesPerHour: Double
  /// Hours from the last capture until the capacity is reached at this rate.
  public let hoursLeft: Double

  init?(_ captures: [SeriesCapture], zones: Growth, families: [Growth]) {
    let capacities = captures.reversed().compactMap(\.zoneMapCapacity)
    guard let capacity = capacities.min(by: { $0.origin < $1.origin }),
      let growing = Self.growing(within: capacity, zones, families), growing.verdict.foresees,
      let rate = growing.bytesPerHour, rate > 0, let used = growing.points.last?.bytes
    else { return nil }
    self.capacity = capacity
    self.used = used
    bytesPerHour = rate
    hoursLeft = max(0, Double(capacity.size.bytes) - Double(used)) / rate
  }

  /// The sizes compared with a capacity: all zones, or the zone named by a panic.
  private static func growing(
    within capacity: ZoneMapCapacity, _ zones: Growth, _ families: [Growth]
  ) -> Growth? {
    guard let zone = capacity.zone else { return zones }
    let family = NameDictionary.standard.family(of: zone)
    return families.first { $0.name == "zone " + family }
  }
}

/// The capacity of a machine's zone map as stated by an archive; never guessed.
public struct ZoneMapCapacity: Sendable, Hashable {
  /// The capacity, in bytes.
  public let size: Quantity
  /// The kind of source.
  public let origin: Origin
  /// The zone named by a panic, by its printed name; nil when the capacity is that of all zones.
  public let zone: String?
  /// The location in the archive.
  public let source: Source

  /// A kind of source for the capacity, most reliable first.
  public enum Origin: Int, Sendable, Comparable {
    /// A JetsamEvent's `zoneMapCap`: the kernel's own limit.
    case jetsam
    /// The capacity in a kernel log's report of a nearly full zone map.
    case kernelLog
    /// `kern.zleak.max_zonemap_size`.
    case sysctl
    /// A panic of an exhausted zone map: the size of the largest zone.
    case panic
    /// The address space of the zone map: the kernel stops well before it is full.
    case addressSpace

    /// Whether `left` is more reliable.
    public static func < (left: Origin, right: Origin) -> Bool { left.rawValue < right.rawValue }
  }

  /// The best source in an archive; nil when it has none.
  public init?(_ snapshot: Snapshot) {
    let found = [
      Self.jetsam(snapshot), Self.kernelLog(snapshot), Self.sysctl(snapshot),
      Self.panic(snapshot), Self.addressSpace(snapshot),
    ]
    guard let best = found.lazy.compactMap({ $0 }).first else { return nil }
    self = best
  }

  private init(size: Quantity, origin: Origin, zone: String? = nil, source: Source) {
    self.size = size
    self.origin = origin
    self.zone = zone
    self.source = source
  }

  private static func jetsam(_ snapshot: Snapshot) -> ZoneMapCapacity? {
    snapshot.jetsamEvents.compactMap { member, jetsam in
      jetsam.zoneMapCapacity.map { size in
        ZoneMapCapacity(
          size: size, origin: .jetsam, source: size.source ?? Source(member: member, line: 1))
      }
    }.last
  }

  private static func kernelLog(_ snapshot: Snapshot) -> ZoneMapCapacity? {
    snapshot.kernelLogs.compactMap { member, log in
      log.exhaustions.last { $0.zoneMapCapacity != nil }.flatMap { exhaustion in
        exhaustion.zoneMapCapacity.map { size in
          ZoneMapCapacity(
            size: size, origin: .kernelLog,
            source: size.source ?? Source(member: member, line: exhaustion.line))
        }
      }
    }.last
  }

  private static func sysctl(_ snapshot: Snapshot) -> ZoneMapCapacity? {
    snapshot.sysctl?.zoneMapCeiling.flatMap { size in
      size.source.map { ZoneMapCapacity(size: size, origin: .sysctl, source: $0) }
    }
  }

  private static func panic(_ snapshot: Snapshot) -> ZoneMapCapacity? {
    snapshot.panics.compactMap { member, panic -> ZoneMapCapacity? in
      guard let zone = panic.suspectedZone, let size = zone.size else { return nil }
      // A panic prints blanks in a zone's name; zprint prints dots.
      return ZoneMapCapacity(
        size: size, origin: .panic, zone: String(zone.name.map { $0 == " " ? "." : $0 }),
        source: Source(member: member, line: panic.line))
    }.last
  }

  private static func addressSpace(_ snapshot: Snapshot) -> ZoneMapCapacity? {
    let maps = snapshot.zprint?.maps ?? []
    guard let map = maps.first(where: { $0.name == "VM_KERN_COUNT_MAP_ZONE" }), map.size.bytes > 0,
      let section = snapshot.section(.zprint)
    else { return nil }
    return ZoneMapCapacity(
      size: map.size, origin: .addressSpace,
      source: Source(member: section.member, line: map.line))
  }
}

extension Growth.Verdict {
  /// Whether a rate may be extrapolated: not when it is noise around a steady size.
  fileprivate var foresees: Bool {
    switch self {
    case .steady, .shrinking: false
    case .leaking, .growing, .tooFewCaptures, .tooShort: true
    }
  }
}
