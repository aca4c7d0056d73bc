public import MemorySections

/// Kernel memory against user memory, and the rest of the machine if the archive has it.
///
/// Source: the design's "What counts as kernel and what as user"; <doc:KernelAndUser>. Each side
/// uses one source, the best in the archive; sources are never added.
public struct Balance: Sendable {
  /// Kernel memory; nil when no section states it.
  public let kernel: KernelFigure?
  /// Process memory; nil when no section states it.
  public let user: UserFigure?
  /// The processes one by one; nil when no section lists their footprints.
  public let processes: UserProcesses?
  /// Installed memory; nil when no section states it.
  public let installed: Quantity?
  /// The compressor's own pages; nil when no section states them.
  public let compressor: Quantity?
  /// File-backed pages: a reclaimable cache.
  ///
  /// Nil when no section states them.
  public let fileBacked: Quantity?
  /// Free pages; nil when no section states them.
  public let free: Quantity?
  /// The kernel's own count of wired pages; nil when no section states it.
  public let wired: Quantity?

  /// Computes the balance of a snapshot.
  public init(_ snapshot: Snapshot) {
    kernel = KernelFigure(snapshot)
    processes = UserProcesses(snapshot)
    user = UserFigure(snapshot, processes)
    installed = snapshot.installed
    compressor = snapshot.pages(.occupiedByCompressor)
    fileBacked = snapshot.pages(.fileBacked)
    free = snapshot.pages(.free)
    wired = snapshot.pages(.wired)
  }

  /// The kernel's share of kernel plus user memory, 0 to 1; nil when either is unknown.
  public var kernelShare: Double? {
    guard let kernel, let user else { return nil }
    let all = Double(kernel.quantity.bytes) + Double(user.quantity.bytes)
    return all > 0 ? Double(kernel.quantity.bytes) / all : nil
  }

  /// The kernel's share of installed memory, at most 1; nil when either is unknown.
  public var kernelShareOfInstalled: Double? {
    guard let kernel, let installed, installed.bytes > 0 else { return nil }
    return min(1, Double(kernel.quantity.bytes) / Double(installed.bytes))
  }
}

/// Kernel memory with its source.
public struct KernelFigure: Sendable, Hashable {
  /// The bytes, with their tolerance.
  public let quantity: Quantity
  /// The source of the figure.
  public let origin: Origin
  /// Whether the figure is a lower bound.
  public let isLowerBound: Bool

  /// A source of the kernel's figure, best first.
  public enum Origin: String, Sendable, Codable, CaseIterable {
    /// The total of zprint's wired table, minus memory wired by user processes.
    case wiredTable = "zprint.wired"
    /// footprint's section kernel_task, built from the same tables.
    case kernelTask = "footprint.kernelTask"
    /// The zones alone.
    case zones = "zprint.zones"
    /// vm_stat's wired pages, including those wired by processes.
    case vmStatWired = "vmStat.wired"
    /// The wired part of top's line PhysMem.
    case topWired = "top.wired"
  }

  /// The kernel's figure from the best source that a snapshot has; nil when it has none.
  package init?(_ snapshot: Snapshot) {
    let figures = Origin.allCases.lazy.compactMap { KernelFigure(snapshot, from: $0) }
    guard let best = figures.first else { return nil }
    self = best
  }

  /// The kernel's figure from one source; nil when the snapshot lacks it.
  package init?(_ snapshot: Snapshot, from origin: Origin) {
    let zprint = snapshot.zprint
    let figure: Quantity?
    switch origin {
    case .wiredTable:
      figure = zprint?.accountedWired.map { $0 - (zprint?.mlock?.size ?? .zero) }
      isLowerBound = zprint?.isRedacted == true || snapshot.isIncomplete(.zprint)
    case .kernelTask:
      figure = snapshot.footprint?.kernelTask?.footprint
      isLowerBound = false
    case .zones:
      figure = zprint?.zonesSize ?? zprint?.zonesLowerBound
      isLowerBound = true
    case .vmStatWired:
      figure = snapshot.vmStat?.size(.wired)
      isLowerBound = false
    case .topWired:
      figure = snapshot.top?.sizes["wired"]
      isLowerBound = false
    }
    guard let figure else { return nil }
    quantity = figure
    self.origin = origin
  }

  /// The best source shared by all snapshots; nil when there is none.
  package static func commonOrigin(_ snapshots: [Snapshot]) -> Origin? {
    Origin.allCases.first { origin in
      snapshots.allSatisfy { KernelFigure($0, from: origin) != nil }
    }
  }
}
