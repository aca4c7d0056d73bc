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

  /// The spindump of the capture.
  ///
  /// A spindump of a shutdown describes another time.
  public var spindump: Spindump? {
    all(Spindump.self).first { !$0.member.hasSuffix(Self.shutdownEnding) }?.content
  }

  /// The ending of a member that tells of a shutdown before the capture.
  static var shutdownEnding: String { ".shutdownStall" }

  /// The tasks with their footprints.
  public var taskInfo: TaskInfo? { self[TaskInfo.self] }

  /// The processes by jetsam priority.
  public var jetsamPriority: JetsamPriority? { self[JetsamPriority.self] }

  /// The processes with their paths.
  public var runningProcesses: RunningProcesses? { self[RunningProcesses.self] }

  /// The memory figures of top.
  public var top: TopMemory? { self[TopMemory.self] }

  /// The OS version.
  public var systemVersion: SystemVersion? { self[SystemVersion.self] }
}
