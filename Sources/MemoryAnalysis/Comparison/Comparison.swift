public import AllocationBalance
internal import MemorySections

/// What grew and shrank between two snapshots, and each item's share of the kernel's difference.
///
/// A table that one snapshot lacks says nothing of change: its rows are unknown, not gone.
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
  /// The kernel's difference in its two parts; nil when the archives share no source for them.
  public let kernelGrowth: KernelGrowth?
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
  /// Process footprints by app: an app with its helpers, or all processes of one name.
  public let apps: [Change]
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
    relation = SnapshotRelation(old, new)
    let basis = KernelBasis([old, new])
    components = SizesByName.changes(from: basis.components(old), to: basis.components(new))
    kernel = Self.kernel(old, new, basis, components)
    kernelGrowth = KernelGrowth.commonMeasure([old, new], basis)
      .flatMap { KernelGrowth(old, new, $0, basis) }
    zones = SizesByName.changes(
      from: old.zoneSizes(inUse: basis.countsElementsInUse),
      to: new.zoneSizes(inUse: basis.countsElementsInUse)
    ) { NameDictionary.standard.family(of: $0) }
    wired = SizesByName.changes(from: old.wiredSizes, to: new.wiredSizes)
    kexts = SizesByName.changes(from: old.kextSizes, to: new.kextSizes)
    let list = UserProcesses.commonOrigin([old, new])
    let changes = { (name: (UserProcess) -> String) in
      SizesByName.changes(
        from: old.processSizes(from: list ?? Self.onlyList(old, new), by: name),
        to: new.processSizes(from: list ?? Self.onlyList(new, old), by: name))
    }
    processes = changes(\.name)
    apps = changes(\.app)
    user = Self.user(old, new, processes)
    categories = SizesByName.changes(from: old.categorySizes, to: new.categorySizes)
    caveats =
      Self.caveats(old, new, relation, basis)
      + Self.caveats([
        ("zones", zones), ("wired memory", wired), ("kexts", kexts), ("processes", processes),
      ])
  }

  /// The findings about growth between the two.
  public var findings: FindingsReport {
    FindingsReport(
      rules, of: SubjectKind.ofComparison,
      subjects: ComparisonSubjects(comparison: self).subjects)
  }

  /// A difference in bytes per hour; nil unless it is known and both snapshots are from one boot.
  public func perHour(_ change: Change) -> Int? {
    change.delta.flatMap { relation.perHour($0.bytes) }
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
      components: processes)
  }

  /// The best list of a snapshot when the other snapshot has none: its processes are then unknown there.
  private static func onlyList(_ snapshot: Snapshot, _ other: Snapshot) -> UserFigure.Origin? {
    UserProcesses(other) == nil ? UserProcesses(snapshot)?.origin : nil
  }

  private static func kernel(
    _ old: Snapshot, _ new: Snapshot, _ basis: KernelBasis, _ components: [Change]
  ) -> FigureChange? {
    guard let origin = basis.origin, let older = basis.figure(old), let newer = basis.figure(new)
    else { return nil }
    return FigureChange(
      old: older, new: newer, origin: origin.rawValue, components: components)
  }
}
