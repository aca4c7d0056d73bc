internal import Platform
internal import MemorySections

/// The processes' side of the ledger.
extension Ledger {
  static func userEntries(_ snapshot: Snapshot, _ balance: Balance) -> [LedgerEntry] {
    let mlock = snapshot.zprint?.mlock.map { mlockEntry($0, snapshot) }
    guard let user = balance.user else {
      return [anonymousEntry(snapshot), mlock].compactMap { $0 }
    }
    let footprint = balance.processes?.origin == .processes ? snapshot.footprint : nil
    let (swapped, repeated) = (compressed(snapshot, balance), footprint?.repeatedShared)
    let resident = LedgerEntry(
      component: LedgerComponent.processes, side: .user,
      quantity: user.quantity.taking([swapped, repeated].compactMap { $0 }),
      relation: .counted, source: user.quantity.source,
      note: swapped == nil
        ? "footprints, compressed pages included" : "resident part of footprints")
    let compressed = swapped.map { size in
      LedgerEntry(
        component: LedgerComponent.swapped, side: .user, quantity: size,
        relation: .overlaps(with: LedgerComponent.compressor),
        source: size.source, note: "it costs what the compressor takes for it")
    }
    let shared = repeated.map { size in
      LedgerEntry(
        component: LedgerComponent.shared, side: .user, quantity: size,
        relation: .overlaps(with: LedgerComponent.processes), source: nil,
        note: "several footprints hold it; footprint's summary holds it once")
    }
    let wired = footprint?.wired.map { size in
      LedgerEntry(
        component: LedgerComponent.wiredByProcesses, side: .user, quantity: size,
        relation: .overlaps(with: wiredHolder(snapshot, balance)),
        source: nil, note: "buffers that a device wired are in the kernel's wired memory too")
    }
    return [resident, compressed, mlock, shared, wired].compactMap { $0 }
  }

  /// The compressed part of the footprints, at full size; nil when unknown.
  private static func compressed(_ snapshot: Snapshot, _ balance: Balance) -> Quantity? {
    guard let user = balance.user, user.origin != .processes, user.origin != .summary else {
      return snapshot.footprint?.swapped
    }
    guard let size = balance.processes?.compressed, size.bytes > user.quantity.bytes else {
      return balance.processes?.compressed
    }
    // vm_stat counts what no list has, too.
    return Quantity(bytes: user.quantity.bytes, tolerance: user.quantity.tolerance)
  }

  /// The component that includes memory wired by processes.
  private static func wiredHolder(_ snapshot: Snapshot, _ balance: Balance) -> String {
    switch balance.kernel?.origin {
    case .kernelTask: LedgerComponent.kernelTask
    case .vmStatWired, .topWired: LedgerComponent.wiredNotBrokenDown
    case .zones where snapshot.wiredOutsideZones != nil: LedgerComponent.wiredOutsideZones
    case .zones, .wiredTable, nil: LedgerComponent.wiredRows
    }
  }

  /// Without any list of footprints: the resident memory of all processes, in one sum.
  private static func anonymousEntry(_ snapshot: Snapshot) -> LedgerEntry? {
    snapshot.vmStat?.size(.anonymous).map { size in
      LedgerEntry(
        component: LedgerComponent.anonymous, side: .user, quantity: size, relation: .counted,
        source: size.source,
        note: "resident memory of all processes, compressed pages left out")
    }
  }

  private static func mlockEntry(_ row: WiredRow, _ snapshot: Snapshot) -> LedgerEntry {
    LedgerEntry(
      component: row.name, side: .user, quantity: row.size,
      relation: .overlaps(with: LedgerComponent.processes),
      source: row.size.source,
      note: "wired by user processes: in zprint's total, taken off the kernel")
  }
}

extension Quantity {
  /// The rest after subtracting `parts`, at least zero.
  ///
  /// If rounded parts exceed the whole, the excess goes into the tolerance.
  fileprivate func taking(_ parts: [Quantity]) -> Quantity {
    let rest = self - parts.sum()
    guard rest.bytes < 0 else { return rest }
    let lack = 0.subtractingSaturated(rest.bytes)
    return rest + Quantity(bytes: lack, tolerance: lack)
  }
}

extension Footprint {
  /// The compressed or swapped part of the processes' own memory; nil without this column.
  var swapped: Quantity? {
    let parts = userProcesses.compactMap { $0.total?.swapped }
    return parts.isEmpty ? nil : parts.sum()
  }

  /// The wired part of the processes' own memory; nil without this column.
  var wired: Quantity? {
    let parts = userProcesses.compactMap { $0.total?.wired }
    return parts.isEmpty ? nil : parts.sum()
  }

  /// Memory counted more than once in the sum of footprints.
  ///
  /// Each sharer's footprint includes its shared memory; the summary includes it once. Nil without
  /// a summary, and when nothing is shared.
  var repeatedShared: Quantity? {
    guard let summary = summary?.footprint else { return nil }
    let repeated = processes.compactMap(\.footprint).sum() - summary
    return repeated.bytes > repeated.tolerance ? repeated : nil
  }
}
