public import AllocationBalance
public import MemorySections

/// When the zone map is full.
public struct ZoneMapExhaustion: Sendable, Hashable {
  /// The room that zones have.
  public let capacity: ZoneMapCapacity
  /// What the zones hold at the last capture, in bytes; of a panic's capacity, what the zone that it
  /// names holds.
  public let used: Int
  /// How fast they grow, in bytes an hour.
  public let bytesPerHour: Double
  /// Hours from the last capture until they fill the capacity, if they grow on like this.
  public let hoursLeft: Double

  init?(_ snapshots: [TimedSnapshot], zones: Growth, families: [Growth]) {
    let capacities = snapshots.reversed().compactMap { ZoneMapCapacity($0.snapshot) }
    guard let capacity = capacities.min(by: { $0.origin < $1.origin }),
      let growing = Self.growing(within: capacity, zones, families), growing.verdict.foresees,
      let rate = growing.bytesPerHour, rate > 0, let used = growing.points.last?.bytes
    else { return nil }
    self.capacity = capacity
    self.used = used
    bytesPerHour = rate
    hoursLeft = max(0, Double(capacity.size.bytes) - Double(used)) / rate
  }

  /// What is held against a capacity: all zones, or the one that a panic says held so much.
  private static func growing(
    within capacity: ZoneMapCapacity, _ zones: Growth, _ families: [Growth]
  ) -> Growth? {
    guard let zone = capacity.zone else { return zones }
    let family = NameDictionary.standard.family(of: zone)
    return families.first { $0.name == "zone " + family }
  }
}

/// The room that a machine's zones have, as an archive states it; never guessed.
public struct ZoneMapCapacity: Sendable, Hashable {
  /// The room, in bytes.
  public let size: Quantity
  /// What states it.
  public let origin: Origin
  /// The zone that held so much, by its printed name; nil when the room is that of all zones.
  public let zone: String?
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

  private static func panic(_ snapshot: Snapshot) -> ZoneMapCapacity? {
    snapshot.panics.compactMap { member, panic -> ZoneMapCapacity? in
      guard let zone = panic.suspectedZone, let size = zone.size else { return nil }
      // A panic names a zone as it is, zprint with dots for blanks.
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
  /// Whether a rate may be drawn out into the future: not that of noise around a steady size.
  fileprivate var foresees: Bool {
    switch self {
    case .steady, .shrinking: false
    case .leaking, .growing, .tooFewCaptures, .tooShort: true
    }
  }
}
