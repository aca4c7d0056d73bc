public import MemorySections

/// Short names for what is asked most often; nil when the section is not there or was unreadable.
extension Snapshot {
  /// What zprint says.
  public var zprint: Zprint? { self[Zprint.self] }

  /// What footprint says.
  public var footprint: Footprint? { self[Footprint.self] }

  /// What kextstat says.
  public var kextstat: Kextstat? { self[Kextstat.self] }

  /// What vm_stat says.
  public var vmStat: VMStat? { self[VMStat.self] }

  /// What sysctl says.
  public var sysctl: Sysctl? { self[Sysctl.self] }

  /// What the head of a spindump says.
  public var spindump: Spindump? { self[Spindump.self] }

  /// What top's line PhysMem says.
  public var top: TopMemory? { self[TopMemory.self] }

  /// Which OS the machine ran.
  public var systemVersion: SystemVersion? { self[SystemVersion.self] }

  /// The panics that the archive holds reports of, with their members.
  public var panics: [(member: String, panic: Panic)] { all(Panic.self).map { ($0, $1) } }

  /// The times when processes were killed for memory, with their members.
  public var jetsamEvents: [(member: String, jetsam: Jetsam)] { all(Jetsam.self).map { ($0, $1) } }

  /// What kernel logs say of an exhausted zone map, with their members.
  public var kernelLogs: [(member: String, log: KernelLog)] { all(KernelLog.self).map { ($0, $1) } }
}
