public import MemorySections

/// Kernel memory against user memory, and the rest of the machine where the archive knows it.
///
/// Source: the design's "What counts as kernel and what as user"; `formats.md` §4.4. One source is
/// taken for each side, the best that the archive has; two are never added.
public struct Balance: Sendable {
  /// What the kernel holds; nil when no section says.
  public let kernel: KernelFigure?
  /// What the processes hold; nil when no section says.
  public let user: UserFigure?
  /// Memory built into the machine; nil when no section says.
  public let installed: Quantity?
  /// What the compressor's own pages take; nil when no section says.
  public let compressor: Quantity?
  /// Pages that files back: a cache that the system can drop.
  ///
  /// Nil when no section says.
  public let fileBacked: Quantity?
  /// Free pages; nil when no section says.
  public let free: Quantity?
  /// Pages that cannot be paged out, by the kernel's own count; nil when no section says.
  public let wired: Quantity?

  /// Strikes the balance of a snapshot.
  public init(_ snapshot: Snapshot) {
    kernel = KernelFigure(snapshot)
    user = UserFigure(snapshot)
    installed = snapshot.installed
    compressor = snapshot.pages(.occupiedByCompressor)
    fileBacked = snapshot.pages(.fileBacked)
    free = snapshot.pages(.free)
    wired = snapshot.pages(.wired)
  }

  /// The kernel's part of kernel and user together, 0 to 1; nil when either is not known.
  public var kernelShare: Double? {
    guard let kernel, let user else { return nil }
    let all = Double(kernel.quantity.bytes) + Double(user.quantity.bytes)
    return all > 0 ? Double(kernel.quantity.bytes) / all : nil
  }
}

/// What the kernel holds.
public struct KernelFigure: Sendable, Hashable {
  /// The bytes, and how sure they are.
  public let quantity: Quantity
  /// Which section they come from.
  public let origin: Origin
  /// Whether the kernel holds at least this much, and an unknown part more.
  public let isLowerBound: Bool

  /// Where the kernel's figure comes from, the best first.
  public enum Origin: String, Sendable, Codable, CaseIterable {
    /// The total of zprint's wired table, less what user processes wired.
    case wiredTable = "zprint.wired"
    /// footprint's section kernel_task, which is made from the same tables.
    case kernelTask = "footprint.kernelTask"
    /// The zones alone.
    case zones = "zprint.zones"
    /// vm_stat's wired pages, which hold what processes wired, too.
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

  /// The kernel's figure from one source; nil when the snapshot does not have it.
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

  /// The best source that all of some snapshots have; nil without one.
  package static func commonOrigin(_ snapshots: [Snapshot]) -> Origin? {
    Origin.allCases.first { origin in
      snapshots.allSatisfy { KernelFigure($0, from: origin) != nil }
    }
  }
}

/// What the processes hold.
public struct UserFigure: Sendable, Hashable {
  /// The bytes, and how sure they are.
  public let quantity: Quantity
  /// Which part of footprint they come from.
  public let origin: Origin
  /// Whether some processes could not be examined, or the text breaks off before its summary.
  public let isLowerBound: Bool

  /// Where the user's figure comes from, the best first.
  public enum Origin: String, Sendable, Codable {
    /// The sum of the processes' footprints without kernel_task.
    case processes = "footprint.processes"
    /// footprint's summary less kernel_task.
    case summary = "footprint.summary"
  }

  package init?(_ snapshot: Snapshot) {
    guard let footprint = snapshot.footprint else { return nil }
    let sizes = footprint.userProcesses.compactMap(\.footprint)
    if !sizes.isEmpty {
      quantity = sizes.sum()
      origin = .processes
      isLowerBound =
        snapshot.isIncomplete(.footprint) || sizes.count < footprint.userProcesses.count
    } else if let summary = footprint.summary?.footprint,
      let kernel = footprint.kernelTask?.footprint, summary.bytes >= kernel.bytes
    {
      quantity = summary - kernel
      origin = .summary
      isLowerBound = snapshot.isIncomplete(.footprint)
    } else {
      return nil
    }
  }
}
