internal import AllocationBalance
internal import MemorySections

/// What makes two snapshots hard to compare.
extension Comparison {
  static func caveats(
    _ old: Snapshot, _ new: Snapshot, _ relation: SnapshotRelation,
    _ origin: KernelFigure.Origin?
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
    caveats += kernelCaveats(old, new, origin)
    caveats += onlyInOne("zones", old.zprint != nil, new.zprint != nil)
    caveats += onlyInOne("wired memory", old.zprint?.zonesRow != nil, new.zprint?.zonesRow != nil)
    caveats += onlyInOne("kexts", old.kextstat != nil, new.kextstat != nil)
    caveats += processCaveats(old, new)
    if let older = old.kernelOutsideZones, let newer = new.kernelOutsideZones, origin == .zones {
      caveats.append(
        "\(SizeText.short(older.bytes)) and \(SizeText.short(newer.bytes)) of what top shows for "
          + "kernel_task lie outside zones: no tool of these releases tells what they are")
    }
    for snapshot in [old, new] where snapshot.zprint?.isRedacted == true {
      caveats.append("zone sizes of \(snapshot.archive.path) are redacted: elements in use only")
    }
    return caveats
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

  private static func processCaveats(_ old: Snapshot, _ new: Snapshot) -> [String] {
    guard let older = UserProcesses(old), let newer = UserProcesses(new) else {
      return onlyInOne("processes", UserProcesses(old) != nil, UserProcesses(new) != nil)
    }
    guard older.origin != newer.origin else { return [] }
    guard let origin = UserProcesses.commonOrigin([old, new]) else {
      return [
        "processes cannot be compared: no list of footprints is in both archives"
      ]
    }
    return ["processes are compared by \(origin.rawValue), which both have"]
  }

  private static func onlyInOne(_ what: String, _ isInOld: Bool, _ isInNew: Bool) -> [String] {
    isInOld == isInNew ? [] : ["\(what) cannot be compared: they are in one archive only"]
  }

  private static func pageSize(_ snapshot: Snapshot) -> String? {
    (snapshot.vmStat?.pageSize ?? snapshot.sysctl?.pageSize).map { "\($0) bytes" }
  }

  private static func difference(_ what: String, _ old: String?, _ new: String?) -> [String] {
    guard let old, let new, old != new else { return [] }
    return ["\(what) differs: \(old), \(new)"]
  }
}
