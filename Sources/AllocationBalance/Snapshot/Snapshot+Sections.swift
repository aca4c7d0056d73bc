public import MemorySections

/// What each section says, by kind; nil when it is not there or could not be read.
extension Snapshot {
  /// What zprint says.
  public var zprint: Zprint? {
    if case .zprint(let zprint) = section(.zprint)?.content { zprint } else { nil }
  }

  /// What footprint says.
  public var footprint: Footprint? {
    if case .footprint(let footprint) = section(.footprint)?.content { footprint } else { nil }
  }

  /// What kextstat says.
  public var kextstat: Kextstat? {
    if case .kextstat(let kextstat) = section(.kextstat)?.content { kextstat } else { nil }
  }

  /// What vm_stat says.
  public var vmStat: VMStat? {
    if case .vmStat(let vmStat) = section(.vmStat)?.content { vmStat } else { nil }
  }

  /// What sysctl says.
  public var sysctl: Sysctl? {
    if case .sysctl(let sysctl) = section(.sysctl)?.content { sysctl } else { nil }
  }

  /// What the head of a spindump says.
  public var spindump: Spindump? {
    if case .spindump(let spindump) = section(.spindump)?.content { spindump } else { nil }
  }

  /// What top's line PhysMem says.
  public var top: TopMemory? {
    if case .top(let memory) = section(.top)?.content { memory } else { nil }
  }

  /// Which OS the machine ran.
  public var systemVersion: SystemVersion? {
    if case .systemVersion(let version) = section(.systemVersion)?.content { version } else { nil }
  }

  /// The panics that the archive holds reports of, with their members.
  public var panics: [(member: String, panic: Panic)] {
    sections.compactMap { section in
      if case .panic(let panic) = section.content { (section.member, panic) } else { nil }
    }
  }

  /// The times when processes were killed for memory, with their members.
  public var jetsamEvents: [(member: String, jetsam: Jetsam)] {
    sections.compactMap { section in
      if case .jetsam(let jetsam) = section.content { (section.member, jetsam) } else { nil }
    }
  }

  /// What kernel logs say of an exhausted zone map, with their members.
  public var kernelLogs: [(member: String, log: KernelLog)] {
    sections.compactMap { section in
      if case .kernelLog(let log) = section.content { (section.member, log) } else { nil }
    }
  }
}
