public import MemorySections

/// Facts of the machine, each from the section that knows it best.
extension Snapshot {
  /// The machine's model, `Mac16,5`; nil when not known.
  ///
  /// Newer archives are named after the family alone (`Mac`, `iPhone`); sysctl and spindump know
  /// more.
  public var model: String? {
    guard let name = archive.model, name.contains(where: \.isNumber) else {
      return sysctl?.model ?? spindump?.model ?? archive.model
    }
    return name
  }

  /// The OS version, `14.4`; nil when not known.
  public var osVersion: String? { sysctl?.osVersion ?? systemVersion?.version }

  /// The OS build, `23E224`; nil when not known.
  public var build: String? { archive.build ?? sysctl?.build ?? systemVersion?.build }

  /// What top shows for kernel_task beyond the zones, up to 10.10; nil when it is not known.
  ///
  /// Later releases have a wired table that says more, and from 10.14 on top's figure is no size of
  /// the kernel. Source: `formats.md` §4.3.
  public var kernelOutsideZones: Quantity? {
    guard let zprint, zprint.generation.newest <= .c, let shown = top?.kernelTask,
      let zones = zprint.zonesSize, shown.bytes > zones.bytes
    else { return nil }
    return shown - zones
  }

  /// Memory built into the machine; nil when no section says how much.
  ///
  /// spindump rounds, and on some devices leaves out what was set aside at boot.
  public var installed: Quantity? { sysctl?.installed ?? spindump?.memorySize }

  /// What pages in a state take, by vm_stat, else by top; nil where neither says.
  public func pages(_ state: VMStat.PageState) -> Quantity? {
    if let size = vmStat?.size(state) { return size }
    let words: [String] =
      switch state {
      case .wired: ["wired"]
      case .occupiedByCompressor: ["compressor"]
      case .free: ["unused", "free"]
      default: []
      }
    guard vmStat == nil else { return nil }
    return words.lazy.compactMap { top?.sizes[$0] }.first
  }

  /// What the kernel has wired beyond the zones, where zones are all that is broken down.
  ///
  /// Nil where it is not known, or where top's kernel_task says more (`kernelOutsideZones`).
  public var wiredOutsideZones: (size: Quantity, wired: Quantity)? {
    guard kernelOutsideZones == nil, KernelFigure(self)?.origin == .zones,
      let wired = pages(.wired),
      let zones = zprint?.zonesSize ?? zprint?.zonesLowerBound, wired.bytes > zones.bytes
    else { return nil }
    return (wired - zones, wired)
  }

  /// Whether the tool that wrote a section did not finish it, by its text or by the archive's logs.
  public func isIncomplete(_ kind: SectionKind) -> Bool {
    guard let section = section(kind) else { return false }
    return !section.coverage.isComplete || task(for: kind)?.task.ending == .timedOut
  }
}
