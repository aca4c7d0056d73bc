public import MemorySections

/// Shortcuts to common sections; nil when a section is missing or unreadable.
extension Snapshot {
  /// The output of zprint.
  public var zprint: Zprint? { self[Zprint.self] }

  /// The output of footprint.
  public var footprint: Footprint? { self[Footprint.self] }

  /// The output of kextstat.
  public var kextstat: Kextstat? { self[Kextstat.self] }

  /// The output of vm_stat.
  public var vmStat: VMStat? { self[VMStat.self] }

  /// The output of sysctl.
  public var sysctl: Sysctl? { self[Sysctl.self] }

  /// The head of a spindump.
  public var spindump: Spindump? { self[Spindump.self] }

  /// The memory figures of top.
  public var top: TopMemory? { self[TopMemory.self] }

  /// The OS version.
  public var systemVersion: SystemVersion? { self[SystemVersion.self] }

  /// The panic reports with their members.
  public var panics: [(member: String, panic: Panic)] { all(Panic.self).map { ($0, $1) } }

  /// The jetsam reports with their members.
  public var jetsamEvents: [(member: String, jetsam: Jetsam)] { all(Jetsam.self).map { ($0, $1) } }

  /// The kernel logs about an exhausted zone map, with their members.
  public var kernelLogs: [(member: String, log: KernelLog)] { all(KernelLog.self).map { ($0, $1) } }
}
