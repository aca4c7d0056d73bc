public import MemorySections

/// When the zone map is full.
public struct ZoneMapExhaustion: Sendable, Hashable {
  /// The room that zones have.
  public let capacity: ZoneMapCapacity
  /// What the zones hold at the last capture, in bytes.
  public let used: Int
  /// How fast they grow, in bytes an hour.
  public let bytesPerHour: Double
  /// Hours from the last capture until they fill the capacity, if they grow on like this.
  public let hoursLeft: Double

  init?(_ snapshots: [TimedSnapshot], zones: Growth) {
    let capacities = snapshots.reversed().compactMap { ZoneMapCapacity($0.snapshot) }
    guard let capacity = capacities.min(by: { $0.origin < $1.origin }),
      zones.verdict.foresees, let rate = zones.bytesPerHour, rate > 0,
      let used = zones.points.last?.bytes
    else { return nil }
    self.capacity = capacity
    self.used = used
    bytesPerHour = rate
    hoursLeft = max(0, Double(capacity.size.bytes) - Double(used)) / rate
  }
}

/// The room that a machine's zones have, as an archive states it; never guessed.
public struct ZoneMapCapacity: Sendable, Hashable {
  /// The room, in bytes.
  public let size: Quantity
  /// What states it.
  public let origin: Origin
  /// Where it stands.
  public let source: Source

  /// What states the room, the most telling first.
  public enum Origin: Int, Sendable, Comparable {
    /// A JetsamEvent's `zoneMapCap`: where the kernel itself draws the line.
    case jetsam
    /// A panic of an exhausted zone map: what the largest zone held then.
    case panic
    /// The address space of the zone map: the kernel stops well before it is full.
    case addressSpace

    /// Whether `left` tells more.
    public static func < (left: Origin, right: Origin) -> Bool { left.rawValue < right.rawValue }
  }

  /// The best statement of an archive; nil when it has none.
  public init?(_ snapshot: Snapshot) {
    let found = [
      Self.jetsam(snapshot), Self.panic(snapshot), Self.addressSpace(snapshot),
    ]
    guard let best = found.lazy.compactMap({ $0 }).first else { return nil }
    self = best
  }

  private init(size: Quantity, origin: Origin, source: Source) {
    self.size = size
    self.origin = origin
    self.source = source
  }

  private static func jetsam(_ snapshot: Snapshot) -> ZoneMapCapacity? {
    snapshot.jetsamEvents.compactMap { member, jetsam in
      jetsam.zoneMapCapacity.map { size in
        ZoneMapCapacity(
          size: size, origin: .jetsam, source: Source(member: member, line: size.line ?? 1))
      }
    }.last
  }

  private static func panic(_ snapshot: Snapshot) -> ZoneMapCapacity? {
    snapshot.panics.compactMap { member, panic in
      panic.suspectedZone?.size.map { size in
        ZoneMapCapacity(
          size: size, origin: .panic, source: Source(member: member, line: panic.line))
      }
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
  /// Whether a rate may be drawn out into the future: not that of noise around a steady size.
  fileprivate var foresees: Bool {
    switch self {
    case .steady, .shrinking: false
    case .leaking, .growing, .tooFewCaptures, .tooShort: true
    }
  }
}
