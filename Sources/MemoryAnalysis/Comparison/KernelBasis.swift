internal import AllocationBalance
internal import MemorySections

/// The source that several snapshots share for the kernel's memory.
struct KernelBasis: Hashable {
  /// The source; nil when the snapshots share none.
  let origin: KernelFigure.Origin?
  /// Whether zones count by their elements in use, because a snapshot's zone sizes are redacted.
  let countsElementsInUse: Bool

  /// Creates a basis of its parts.
  init(origin: KernelFigure.Origin?, countsElementsInUse: Bool) {
    self.origin = origin
    self.countsElementsInUse = countsElementsInUse
  }

  /// Creates the basis that some snapshots share.
  init(_ snapshots: [Snapshot]) {
    self.init(
      origin: KernelFigure.commonOrigin(snapshots),
      countsElementsInUse: snapshots.contains { $0.zprint?.isRedacted == true })
  }

  /// The kernel's memory in one of the snapshots; nil when it lacks the source.
  func figure(_ snapshot: Snapshot) -> Quantity? {
    guard let origin, let figure = KernelFigure(snapshot, from: origin)?.quantity else {
      return nil
    }
    guard countsElementsInUse, let zprint = snapshot.zprint, let used = zonesInUse(snapshot)
    else { return figure }
    return switch origin {
    case .zones: used
    case .wiredTable: zprint.wiredZones.map { figure - $0 + used } ?? figure
    case .kernelTask, .vmStatWired, .topWired: figure
    }
  }

  /// The zones' memory in one of the snapshots; nil when it lacks zones.
  func zones(_ snapshot: Snapshot) -> Quantity? {
    if countsElementsInUse { return zonesInUse(snapshot) }
    return origin == .wiredTable ? snapshot.zprint?.wiredZones : snapshot.zprint?.zonesSize
  }

  private func zonesInUse(_ snapshot: Snapshot) -> Quantity? {
    let zones = snapshot.zprint?.zones ?? []
    return zones.isEmpty ? nil : zones.map(\.used).sum()
  }

  /// The kernel's components in one of the snapshots; nil when no table breaks its memory down.
  ///
  /// Each counted byte belongs to exactly one component. They are zone families and rows of the
  /// wired table, or the categories of kernel_task.
  func components(_ snapshot: Snapshot) -> SizesByName? {
    switch origin {
    case .wiredTable:
      guard let zprint = snapshot.zprint, let zones = families(snapshot) else { return nil }
      let mlock = zprint.mlock
      let rows = zprint.countedWired.filter { $0 != mlock }
      return SizesByName(
        rows, isWhole: snapshot.isWhole(.zprint), name: \.name, size: \.size
      ).merging(zones)
    case .zones: return families(snapshot)
    case .kernelTask:
      guard let kernelTask = snapshot.footprint?.kernelTask, kernelTask.knowsCategories else {
        return nil
      }
      return SizesByName(
        kernelTask.categories, isWhole: snapshot.isWhole(.footprint), name: \.name, size: \.dirty)
    case .vmStatWired, .topWired, nil: return nil
    }
  }

  private func families(_ snapshot: Snapshot) -> SizesByName? {
    snapshot.zprint.map { zprint in
      SizesByName(
        zprint.zones, isWhole: snapshot.isWhole(.zprint), name: { "zone " + $0.family },
        size: { countsElementsInUse ? $0.used : $0.current ?? $0.used })
    }
  }
}
