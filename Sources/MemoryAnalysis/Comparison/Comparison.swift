public import AllocationBalance
public import MemorySections

/// What grew and shrank between two snapshots, and each item's share of the kernel's difference.
public struct Comparison: Sendable {
  /// The earlier snapshot, or the reference machine.
  public let old: Snapshot
  /// The later snapshot, or the other machine.
  public let new: Snapshot
  /// The relation of the two snapshots in machine, boot and time.
  public let relation: SnapshotRelation
  /// Sentences on what makes the two hard to compare.
  public let caveats: [String]
  /// The kernel's difference; nil when the archives share no source for it.
  public let kernel: FigureChange?
  /// The processes' difference; nil unless both archives have the same list of footprints.
  public let user: FigureChange?
  /// The kernel's components: each counted byte belongs to exactly one.
  ///
  /// They are zone families, rows of the wired table and kext heaps; or the categories of
  /// kernel_task.
  public let components: [Change]
  /// Zones by name.
  public let zones: [Change]
  /// Rows of the wired table by name, including kexts' heaps, without breakdowns.
  public let wired: [Change]
  /// Kext images by bundle id.
  public let kexts: [Change]
  /// Process footprints by name; processes of one name are added up.
  public let processes: [Change]
  /// The processes' own dirty memory by footprint category, added up over all processes.
  ///
  /// Shared memory is not included.
  public let categories: [Change]
  /// The rules that judge growth.
  public let rules: RuleSet

  /// Compares two snapshots and judges growth by rules.
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

  /// The findings about growth between the two.
  public var findings: FindingsReport {
    FindingsReport(
      rules, of: SubjectKind.ofComparison,
      subjects: ComparisonSubjects(comparison: self).subjects)
  }

  /// A difference in bytes per hour; nil unless both snapshots are from one boot.
  public func perHour(_ change: Change) -> Int? { relation.perHour(change.delta.bytes) }
}

/// The change of a figure of the balance, and how much its components explain.
public struct FigureChange: Sendable, Hashable {
  /// The old figure.
  public let old: Quantity
  /// The new figure.
  public let new: Quantity
  /// The source of both figures.
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
  /// If only one archive has the table, its rows are neither new nor gone.
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
    let origin = UserProcesses.commonOrigin([old, new])
    return changes(
      SizesByName(processesOf: old, from: origin), SizesByName(processesOf: new, from: origin))
  }

  private static func user(
    _ old: Snapshot, _ new: Snapshot, _ processes: [Change]
  ) -> FigureChange? {
    let origin = UserProcesses.commonOrigin([old, new])
    let figure = { (snapshot: Snapshot) in
      origin.flatMap { UserProcesses(snapshot, from: $0) }.flatMap(UserFigure.init)
        ?? UserFigure(snapshot)
    }
    guard let older = figure(old), let newer = figure(new), older.origin == newer.origin
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
