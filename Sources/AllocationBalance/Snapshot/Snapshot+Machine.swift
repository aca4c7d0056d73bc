public import MemorySections

/// Facts about the machine, each from its best section.
extension Snapshot {
  /// The machine's model, `Mac16,5`; nil when unknown.
  ///
  /// Newer archives are named only after the family (`Mac`, `iPhone`), which is no model; sysctl and
  /// spindump have the model.
  public var model: String? {
    [archive.model, sysctl?.model, spindump?.model].lazy.compactMap { $0 }
      .first { $0.contains(where: \.isNumber) } ?? agreedByEvents(\.model, \.model)
  }

  /// `macOS`, `iOS`, `watchOS`, `tvOS`, `visionOS`; nil when neither a name nor the model tells.
  public var platform: String? {
    if let platform = archive.platform { return platform }
    if let name = systemVersion?.name, let platform = PrintedHead.platforms[name] {
      return platform
    }
    guard let model else { return nil }
    if model.contains("Mac") { return "macOS" }
    let systems = [
      "iPhone": "iOS", "iPad": "iOS", "iPod": "iOS", "Watch": "watchOS", "AppleTV": "tvOS",
      "RealityDevice": "visionOS",
    ]
    return systems.first { model.hasPrefix($0.key) }?.value
  }

  /// The OS version, `14.4`; nil when unknown.
  public var osVersion: String? {
    sysctl?.osVersion ?? systemVersion?.version ?? printedHead?.version
      ?? agreedByEvents(\.osVersion, \.osVersion)
  }

  /// The OS build, `23E224`; nil when unknown.
  public var build: String? {
    archive.build ?? sysctl?.build ?? systemVersion?.build ?? printedHead?.build
      ?? agreedByEvents(\.build, \.build)
  }

  /// top's kernel_task minus the zones, up to 10.10; nil when unknown.
  ///
  /// Later releases have the wired table, and from 10.14 on top's figure is not a size of the
  /// kernel. Source: <doc:ZprintAndKernelTask>.
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

  /// The size of the pages in a state, from vm_stat or else from top; nil without either.
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

  /// The kernel's wired memory outside zones, if only zones are broken down.
  ///
  /// Nil when unknown, or when top's kernel_task is more precise (`kernelOutsideZones`).
  public var wiredOutsideZones: (size: Quantity, wired: Quantity)? {
    guard kernelOutsideZones == nil, KernelFigure(self)?.origin == .zones,
      let wired = pages(.wired),
      let zones = zprint?.zonesSize ?? zprint?.zonesLowerBound, wired.bytes > zones.bytes
    else { return nil }
    return (wired - zones, wired)
  }

  /// Whether a section's tool did not finish it, judged by its text or the archive's logs.
  public func isIncomplete(_ kind: SectionKind) -> Bool {
    guard let section = section(kind) else { return false }
    return !section.coverage.isComplete || task(for: kind)?.task.ending == .timedOut
  }
}
