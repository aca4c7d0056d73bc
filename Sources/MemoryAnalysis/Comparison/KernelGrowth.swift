internal import AllocationBalance
public import MemorySections

/// How the kernel differs between two snapshots, in its two parts: zones, and everything else.
///
/// It is the answer to the question why one kernel_task is larger than another:
/// <doc:Comparing#Kernel-task>.
public struct KernelGrowth: Sendable, Hashable {
  /// The compared figure.
  public let measure: Measure
  /// The old size.
  public let old: Quantity
  /// The new size.
  public let new: Quantity
  /// The old size of the zones; nil when the old snapshot does not give it.
  public let oldZones: Quantity?
  /// The new size of the zones; nil when the new snapshot does not give it.
  public let newZones: Quantity?

  /// The difference, positive for growth.
  public var delta: Quantity { new - old }

  /// The difference in zones; nil when a snapshot does not give the zones' size.
  public var zones: Quantity? { oldZones.flatMap { older in newZones.map { $0 - older } } }

  /// The difference outside zones; nil when that in zones is unknown.
  public var outsideZones: Quantity? { zones.map { delta - $0 } }

  /// The old size outside zones; nil when that of the zones is unknown.
  public var oldOutsideZones: Quantity? { oldZones.map { old - $0 } }

  /// The new size outside zones; nil when that of the zones is unknown.
  public var newOutsideZones: Quantity? { newZones.map { new - $0 } }

  /// A figure for the kernel, best first.
  public enum Measure: String, Sendable, Codable, CaseIterable {
    /// kernel_task as top shows it, up to 10.10: no tool breaks down the part that is not in zones.
    case topKernelTask = "top.kernelTask"
    /// The wired table: each row outside zones has a size.
    case wiredTable = "zprint.wired"
    /// kernel_task as footprint adds it up.
    case footprintKernelTask = "footprint.kernelTask"
  }

  /// Whether a table breaks down the part that is not in zones.
  public var isBrokenDown: Bool { measure != .topKernelTask }

  /// Compares two snapshots by a measure; nil when one of them lacks it.
  init?(_ old: Snapshot, _ new: Snapshot, _ measure: Measure, _ basis: KernelBasis) {
    guard let older = Self.figure(old, measure, basis), let newer = Self.figure(new, measure, basis)
    else { return nil }
    self.measure = measure
    self.old = older
    self.new = newer
    // footprint leaves out what zones could give back.
    let hasZones = measure != .footprintKernelTask
    oldZones = hasZones ? basis.zones(old) : nil
    newZones = hasZones ? basis.zones(new) : nil
  }

  /// The best measure that all snapshots have; nil when there is none.
  static func commonMeasure(_ snapshots: [Snapshot], _ basis: KernelBasis) -> Measure? {
    Measure.allCases.first { measure in
      snapshots.allSatisfy { figure($0, measure, basis) != nil }
    }
  }

  private static func figure(
    _ snapshot: Snapshot, _ measure: Measure, _ basis: KernelBasis
  ) -> Quantity? {
    switch measure {
    case .topKernelTask:
      snapshot.kernelOutsideZones == nil ? nil : snapshot.top?.kernelTask
    case .wiredTable: basis.origin == .wiredTable ? basis.figure(snapshot) : nil
    case .footprintKernelTask: basis.origin == .kernelTask ? basis.figure(snapshot) : nil
    }
  }
}
