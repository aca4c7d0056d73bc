internal import AllocationBalance
internal import MemorySections

/// What makes two snapshots hard to compare.
extension Comparison {
  static func caveats(
    _ old: Snapshot, _ new: Snapshot, _ relation: SnapshotRelation, _ basis: KernelBasis
  ) -> [String] {
    var caveats: [String] = []
    if relation.isSameMachine == false { caveats.append("these are two machines") }
    caveats += difference("model", old.model, new.model)
    caveats += difference("build", old.build, new.build)
    caveats += difference(
      "zprint layout", old.zprint?.generation.description, new.zprint?.generation.description)
    caveats += difference("page size", pageSize(old), pageSize(new))
    if relation.isSameBoot == false, relation.isSameMachine != false {
      caveats.append("rebooted between the two")
    }
    if let elapsed = relation.elapsedSeconds, elapsed < 0 {
      caveats.append("the first archive is the later one")
    }
    caveats += kernelCaveats(old, new, basis.origin)
    caveats += processCaveats(old, new)
    if let older = old.kernelOutsideZones, let newer = new.kernelOutsideZones,
      basis.origin == .zones
    {
      caveats.append(
        "\(SizeText.short(older.bytes)) and \(SizeText.short(newer.bytes)) of what top shows for "
          + "kernel_task lie outside zones: no tool of these releases tells what they are")
    }
    for snapshot in [old, new] where snapshot.zprint?.isRedacted == true {
      caveats.append(
        "zone sizes of \(snapshot.archive.path) are redacted: zones are compared by their elements "
          + "in use")
    }
    return caveats
  }

  /// The tables that only one of the archives has.
  static func caveats(_ tables: [(name: String, changes: [Change])]) -> [String] {
    tables.compactMap { name, changes in
      missingSide(changes).map { "not in the \($0.rawValue) archive, and so not compared: \(name)" }
    }
  }

  /// The side that lacks a table; nil when both have it or none has.
  package static func missingSide(_ changes: [Change]) -> Change.Side? {
    guard let side = changes.first?.unknownIn,
      changes.allSatisfy({ $0.unknownIn == side })
    else { return nil }
    return side
  }

  private static func kernelCaveats(
    _ old: Snapshot, _ new: Snapshot, _ origin: KernelFigure.Origin?
  ) -> [String] {
    guard let origin else {
      return ["the kernel cannot be compared: no source for it is in both archives"]
    }
    var caveats: [String] = []
    if [old, new].contains(where: { KernelFigure($0)?.origin != origin }) {
      caveats.append("the kernel is compared by \(origin.rawValue), which both have")
    }
    if [old, new].contains(where: { KernelFigure($0, from: origin)?.isLowerBound == true }) {
      caveats.append(
        "the kernel's figures are lower bounds, so the difference may be too small or too large")
    }
    return caveats
  }

  /// How the processes are compared where the archives' best lists differ.
  private static func processCaveats(_ old: Snapshot, _ new: Snapshot) -> [String] {
    guard let older = UserProcesses(old), let newer = UserProcesses(new),
      older.origin != newer.origin
    else { return [] }
    guard let origin = UserProcesses.commonOrigin([old, new]) else {
      return ["processes cannot be compared: no list of footprints is in both archives"]
    }
    return ["processes are compared by \(origin.rawValue), which both have"]
  }

  private static func pageSize(_ snapshot: Snapshot) -> String? {
    (snapshot.vmStat?.pageSize ?? snapshot.sysctl?.pageSize).map { "\($0) bytes" }
  }

  private static func difference(_ what: String, _ old: String?, _ new: String?) -> [String] {
    guard let old, let new, old != new else { return [] }
    return ["\(what) differs: \(old), \(new)"]
  }
}
