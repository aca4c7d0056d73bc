/// What a kernel log says of a zone map that was nearly full.
///
/// Source: xnu osfmk/kern/zalloc.c, `kill_process_in_largest_zone`; logs as published by their owners.
public struct KernelLog: Sendable, Hashable, Codable {
  /// The times that it was, in the log's order: the first 200, or 199 and the one when it was fullest.
  public internal(set) var exhaustions: [Exhaustion] = []
  /// How many times the log tells of in all.
  public internal(set) var exhaustionCount = 0

  /// A time when the zones took more than the kernel allows them before it kills processes.
  public struct Exhaustion: Sendable, Hashable, Codable {
    /// When it was, as printed; nil when the line has no time.
    public internal(set) var time: String?
    /// The line that it begins with.
    public internal(set) var line: Int
    /// The zone map in use.
    public internal(set) var zoneMapSize: Quantity?
    /// What the zone map may hold.
    public internal(set) var zoneMapCapacity: Quantity?
    /// The share from which on processes are killed, in per cent.
    public internal(set) var limitPercent: Int?
    /// The largest zone.
    public internal(set) var largestZone: String?
    /// What it held.
    public internal(set) var largestZoneSize: Quantity?
  }

  /// The time when the zone map was fullest; nil without one.
  public var fullest: Exhaustion? {
    exhaustions.max { ($0.zoneMapSize?.bytes ?? 0) < ($1.zoneMapSize?.bytes ?? 0) }
  }
}
