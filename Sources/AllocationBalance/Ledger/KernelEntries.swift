internal import MemorySections

/// The kernel's side of the ledger.
extension Ledger {
  static func kernelEntries(
    _ snapshot: Snapshot, _ balance: Balance, _ meaning: (String) -> String?
  ) -> [LedgerEntry] {
    switch balance.kernel?.origin {
    case .wiredTable:
      wiredEntries(snapshot, meaning) + repeatedKernelTask(snapshot) + images(snapshot)
    case .kernelTask: kernelTaskEntries(snapshot, meaning) + images(snapshot)
    case .zones: zonesEntries(snapshot, balance) + images(snapshot)
    case .vmStatWired, .topWired: [wholeEntry(balance)] + images(snapshot)
    case nil: images(snapshot)
    }
  }

  /// 10.11 and later: the zones, then each row of the wired table, with kexts combined into one.
  private static func wiredEntries(
    _ snapshot: Snapshot, _ meaning: (String) -> String?
  ) -> [LedgerEntry] {
    guard let zprint = snapshot.zprint else { return [] }
    let isLowerBound = zprint.wiredZones != zprint.zonesRow
    let zones = LedgerEntry(
      component: LedgerComponent.zones, side: .kernel, quantity: zprint.wiredZones,
      relation: .counted,
      source: isLowerBound ? nil : zprint.zonesRow?.source,
      isLowerBound: isLowerBound,
      note: !isLowerBound
        ? nil
        : zprint.isRedacted
          ? "elements in use; sizes are redacted, and free elements are not in it"
          : "the sum of the zones; the table ends before its row")
    var entries = [zones]
    let mlock = zprint.mlock
    for row in zprint.countedWired.sorted(by: { $0.size.bytes > $1.size.bytes })
    where row.kind != .kext && row != mlock {
      entries.append(entry(row, snapshot, .counted, meaning(row.name)))
    }
    if let heap = zprint.kextHeap {
      entries.append(
        LedgerEntry(
          component: LedgerComponent.kextHeap, side: .kernel, quantity: heap, relation: .counted,
          source: heap.source, note: "what kexts allocated, not their code"))
    }
    for row in zprint.wired.sorted(by: { $0.size.bytes > $1.size.bytes }) where row.kind == .kext {
      entries.append(
        entry(row, snapshot, .subset(of: LedgerComponent.kextHeap), meaning(row.name)))
    }
    if let unread = zprint.unreadWired {
      entries.append(
        LedgerEntry(
          component: LedgerComponent.unreadWired, side: .kernel, quantity: unread,
          relation: .counted, source: zprint.printedTotal?.accounted.source,
          note: "the printed total less the rows that could be read"))
    }
    if let excess = zprint.wiredBeyondTotal {
      entries.append(
        LedgerEntry(
          component: LedgerComponent.wiredBeyondTotal, side: .kernel, quantity: excess,
          relation: .overlaps(with: LedgerComponent.wiredRows),
          source: zprint.printedTotal?.accounted.source,
          note: "the rows add up to more than the total that zprint printed"))
    }
    return entries
  }

  private static func entry(
    _ row: WiredRow, _ snapshot: Snapshot, _ relation: LedgerEntry.Relation, _ note: String?
  ) -> LedgerEntry {
    LedgerEntry(
      component: row.name, side: .kernel, quantity: row.size, relation: relation,
      source: row.size.source, note: note)
  }

  /// footprint builds its kernel_task from the tables that zprint prints: the same bytes again.
  private static func repeatedKernelTask(_ snapshot: Snapshot) -> [LedgerEntry] {
    guard let footprint = snapshot.footprint?.kernelTask?.footprint else { return [] }
    return [
      LedgerEntry(
        component: LedgerComponent.kernelTask, side: .kernel, quantity: footprint,
        relation: .overlaps(with: LedgerComponent.zones),
        source: footprint.source,
        note: "the same zones and tags by footprint, excluding reclaimable zone memory")
    ]
  }

  /// Without zprint: footprint's kernel_task, with its largest categories as parts.
  private static func kernelTaskEntries(
    _ snapshot: Snapshot, _ meaning: (String) -> String?
  ) -> [LedgerEntry] {
    guard let kernelTask = snapshot.footprint?.kernelTask else { return [] }
    let whole = LedgerEntry(
      component: LedgerComponent.kernelTask, side: .kernel, quantity: kernelTask.footprint,
      relation: .counted, source: kernelTask.footprint?.source,
      note: "zones in use and wired tags, as footprint adds them up")
    let parts = kernelTask.categories.filter { $0.dirty.bytes > 0 }.map { category in
      LedgerEntry(
        component: category.name, side: .kernel, quantity: category.dirty,
        relation: .subset(of: LedgerComponent.kernelTask),
        source: category.dirty.source,
        note: meaning(category.name))
    }
    return [whole] + parts
  }

  /// Without any kernel table: the wired pages in one sum.
  private static func wholeEntry(_ balance: Balance) -> LedgerEntry {
    let wired = balance.kernel?.quantity
    return LedgerEntry(
      component: LedgerComponent.wiredNotBrokenDown, side: .kernel, quantity: wired,
      relation: .counted, source: wired?.source,
      note: "no table of this archive breaks it down; what processes wired is in it")
  }

  /// Only zones are known; the rest of the kernel is listed with an unknown size.
  private static func zonesEntries(_ snapshot: Snapshot, _ balance: Balance) -> [LedgerEntry] {
    guard let zones = balance.kernel?.quantity else { return [] }
    return [
      LedgerEntry(
        component: LedgerComponent.zones, side: .kernel, quantity: zones, relation: .counted,
        source: zones.source,
        isLowerBound: snapshot.zprint?.isRedacted ?? false, note: nil),
      outsideZonesEntry(snapshot),
    ]
  }

  private static func outsideZonesEntry(_ snapshot: Snapshot) -> LedgerEntry {
    if let (size, wired) = snapshot.wiredOutsideZones {
      return LedgerEntry(
        component: LedgerComponent.wiredOutsideZones, side: .kernel, quantity: size,
        relation: .counted, source: wired.source,
        note: "wired pages less the zones; what processes wired is in it")
    }
    return LedgerEntry(
      component: LedgerComponent.outsideZones, side: .kernel,
      quantity: snapshot.kernelOutsideZones, relation: .counted,
      source: snapshot.kernelOutsideZones.flatMap { _ in snapshot.top?.kernelTask?.source },
      note: snapshot.kernelOutsideZones == nil
        ? "not in any section of this archive" : "kernel_task as top shows it, less the zones")
  }

  /// kextstat's images: part of the wired memory of another section, or else all that is known.
  private static func images(_ snapshot: Snapshot) -> [LedgerEntry] {
    guard let kextstat = snapshot.kextstat else { return [] }
    return [
      LedgerEntry(
        component: LedgerComponent.kextImages, side: .kernel, quantity: kextstat.imageSize,
        relation: imagesRelation(snapshot), source: nil,
        note: "code and data of \(kextstat.kexts.count) kexts as loaded, not their heap")
    ]
  }

  private static func imagesRelation(_ snapshot: Snapshot) -> LedgerEntry.Relation {
    switch KernelFigure(snapshot)?.origin {
    case .wiredTable: .overlaps(with: "VM_KERN_MEMORY_KEXT")
    case .kernelTask: .overlaps(with: LedgerComponent.kernelTask)
    case .vmStatWired, .topWired: .subset(of: LedgerComponent.wiredNotBrokenDown)
    case .zones where snapshot.kernelOutsideZones != nil: .subset(of: LedgerComponent.outsideZones)
    case .zones where snapshot.wiredOutsideZones != nil:
      .subset(of: LedgerComponent.wiredOutsideZones)
    case .zones, nil: .counted
    }
  }
}
