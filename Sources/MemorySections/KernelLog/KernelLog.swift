/// The reports of a nearly full zone map in a kernel log.
///
/// Source: xnu osfmk/kern/zalloc.c, `kill_process_in_largest_zone`; logs published by their owners.
public struct KernelLog: Sendable, Hashable, Codable {
  /// The exhaustions in log order: the first 200, or 199 and the fullest.
  public internal(set) var exhaustions: [Exhaustion] = []
  /// The number of exhaustions in the whole log.
  public internal(set) var exhaustionCount = 0

  /// A moment when the zones exceeded the kernel's limit for killing processes.
  public struct Exhaustion: Sendable, Hashable, Codable {
    /// The time, as printed; nil when the line has none.
    public internal(set) var time: String?
    /// The first line of the report.
    public internal(set) var line: Int
    /// The used size of the zone map.
    public internal(set) var zoneMapSize: Quantity?
    /// The capacity of the zone map.
    public internal(set) var zoneMapCapacity: Quantity?
    /// The share at which processes are killed, in percent.
    public internal(set) var limitPercent: Int?
    /// The largest zone.
    public internal(set) var largestZone: String?
    /// The size of the largest zone.
    public internal(set) var largestZoneSize: Quantity?
  }

  /// The exhaustion with the fullest zone map; nil without any.
  public var fullest: Exhaustion? {
    exhaustions.max { ($0.zoneMapSize?.bytes ?? 0) < ($1.zoneMapSize?.bytes ?? 0) }
  }
}
