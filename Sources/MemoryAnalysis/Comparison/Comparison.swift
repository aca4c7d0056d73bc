public import AllocationBalance
public import MemorySections

/// What grew and what shrank between two snapshots, and by how much of the kernel's difference.
public struct Comparison: Sendable {
  /// The earlier snapshot, or the machine that is compared with.
  public let old: Snapshot
  /// The later snapshot, or the other machine.
  public let new: Snapshot
  /// How the two belong together in machine, boot and time.
  public let relation: SnapshotRelation
  /// What makes the two hard to compare, in sentences.
  public let caveats: [String]
  /// The kernel's difference; nil when no source for it is in both.
  public let kernel: FigureChange?
  /// The processes' difference; nil when footprint is not in both.
  public let user: FigureChange?
  /// The kernel's components, each counted byte in one of them: zone families, rows of the wired
  /// table, kext heaps; or the categories of kernel_task.
  public let components: [Change]
  /// Zones by name.
  public let zones: [Change]
  /// Rows of the wired table by name, kexts' heaps among them; breakdowns left out.
  public let wired: [Change]
  /// Images of kexts by bundle id.
  public let kexts: [Change]
  /// Footprints of processes by name, all of one name together.
  public let processes: [Change]
  /// The processes' own dirty memory by footprint's category, all processes together; what they
  /// share is not in it.
  public let categories: [Change]
  /// The rules that growth is judged by.
  public let rules: RuleSet

  /// Compares two snapshots, growth judged by some rules.
  public init(_ old: Snapshot, _ new: Snapshot, rules: RuleSet = .shipped) {
    self.rules = rules
    self.old = old
    self.new = new
    let relation = SnapshotRelation(old, new)
    let origin = KernelFigure.commonOrigin([old, new])
    let components = SizesByName(kernelOf: old, by: origin)
      .changes(to: SizesByName(kernelOf: new, by: origin))
    self.relation = relation
    self.components = components
    kernel = Self.kernel(old, new, origin, components)
    let processes = Self.processes(old, new)
    self.processes = processes
    user = Self.user(old, new, processes)
    categories = Self.changes(Self.categorySizes(old), Self.categorySizes(new))
    zones = Self.changes(Self.zoneSizes(old), Self.zoneSizes(new)) {
      NameDictionary.standard.family(of: $0)
    }
    wired = Self.changes(Self.wiredSizes(old), Self.wiredSizes(new))
    kexts = Self.changes(Self.kextSizes(old), Self.kextSizes(new))
    caveats = Self.caveats(old, new, relation, origin)
  }

  /// What the rules have to say of growth between the two.
  public var findings: FindingsReport {
    FindingsReport(
      rules, of: SubjectKind.ofComparison,
      subjects: ComparisonSubjects(comparison: self).subjects)
  }

  /// A difference in bytes per hour; nil unless both snapshots are of one boot.
  public func perHour(_ change: Change) -> Int? { relation.perHour(change.delta.bytes) }
}

/// How a figure of the balance differs, and how much of that its components explain.
public struct FigureChange: Sendable, Hashable {
  /// The old figure.
  public let old: Quantity
  /// The new figure.
  public let new: Quantity
  /// The source that both figures are from.
  public let origin: String
  /// The sum of the components' differences.
  public let explained: Quantity

  /// The difference, positive for growth.
  public var delta: Quantity { new - old }

  /// The difference that no component explains.
  public var unexplained: Quantity { delta - explained }
}

/// The parts of a comparison.
extension Comparison {
  /// The changes between two tables; none unless both archives have the table.
  ///
  /// What stands in a table that the other archive does not hold is neither new nor gone.
  private static func changes(
    _ old: SizesByName?, _ new: SizesByName?, family: (String) -> String? = { _ in nil }
  ) -> [Change] {
    guard let old, let new else { return [] }
    return old.changes(to: new, family: family)
  }

  private static func zoneSizes(_ snapshot: Snapshot) -> SizesByName? {
    snapshot.zprint.map { SizesByName($0.zones, name: \.name, size: { $0.current ?? $0.used }) }
  }

  private static func wiredSizes(_ snapshot: Snapshot) -> SizesByName? {
    guard let zprint = snapshot.zprint, zprint.zonesRow != nil else { return nil }
    return SizesByName(zprint.countedWired, name: \.name, size: \.size)
  }

  private static func kextSizes(_ snapshot: Snapshot) -> SizesByName? {
    snapshot.kextstat.map { SizesByName($0.kexts, name: \.name, size: { $0.wired ?? .zero }) }
  }

  private static func categorySizes(_ snapshot: Snapshot) -> SizesByName? {
    snapshot.footprint.map { footprint in
      SizesByName(footprint.userCategories, name: \.name, size: \.dirty)
    }
  }

  private static func processes(_ old: Snapshot, _ new: Snapshot) -> [Change] {
    guard let older = old.footprint, let newer = new.footprint else { return [] }
    return SizesByName(older.userProcesses, name: \.name, size: \.footprint)
      .changes(to: SizesByName(newer.userProcesses, name: \.name, size: \.footprint))
  }

  private static func user(
    _ old: Snapshot, _ new: Snapshot, _ processes: [Change]
  ) -> FigureChange? {
    guard let older = UserFigure(old), let newer = UserFigure(new), older.origin == newer.origin
    else { return nil }
    return FigureChange(
      old: older.quantity, new: newer.quantity, origin: older.origin.rawValue,
      explained: processes.map(\.delta).sum())
  }

  private static func kernel(
    _ old: Snapshot, _ new: Snapshot, _ origin: KernelFigure.Origin?, _ components: [Change]
  ) -> FigureChange? {
    guard let origin, let older = KernelFigure(old, from: origin),
      let newer = KernelFigure(new, from: origin)
    else { return nil }
    return FigureChange(
      old: older.quantity, new: newer.quantity, origin: origin.rawValue,
      explained: components.map(\.delta).sum())
  }
}
