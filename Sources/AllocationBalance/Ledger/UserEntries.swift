internal import MemorySections

/// The processes' side of the ledger.
extension Ledger {
  static func userEntries(_ snapshot: Snapshot, _ balance: Balance) -> [LedgerEntry] {
    let mlock = snapshot.zprint?.mlock.map { mlockEntry($0, snapshot) }
    guard let user = balance.user, let footprint = snapshot.footprint else {
      return [mlock].compactMap { $0 }
    }
    let swapped = footprint.swapped
    let resident = LedgerEntry(
      component: LedgerComponent.processes, side: .user,
      quantity: swapped.map { user.quantity - $0 } ?? user.quantity, relation: .counted,
      source: snapshot.source(.footprint, user.quantity),
      note: swapped == nil ? "footprints, compressed pages included" : "footprints, resident part")
    let compressed = swapped.map { size in
      LedgerEntry(
        component: LedgerComponent.swapped, side: .user, quantity: size,
        relation: .overlaps(with: LedgerComponent.compressor),
        source: nil, note: "in the footprints; it costs what the compressor takes for it")
    }
    return [resident, compressed, mlock, sharedEntry(snapshot, footprint)].compactMap { $0 }
  }

  private static func mlockEntry(_ row: WiredRow, _ snapshot: Snapshot) -> LedgerEntry {
    LedgerEntry(
      component: row.name, side: .user, quantity: row.size,
      relation: .overlaps(with: LedgerComponent.processes),
      source: snapshot.source(.zprint, row.size),
      note: "wired by user processes: in zprint's total, taken off the kernel")
  }

  /// Each sharer's footprint holds what it shares; the summary holds it once.
  private static func sharedEntry(_ snapshot: Snapshot, _ footprint: Footprint) -> LedgerEntry? {
    guard let summary = footprint.summary?.footprint else { return nil }
    let repeated = footprint.processes.compactMap(\.footprint).sum() - summary
    guard repeated.bytes > repeated.tolerance else { return nil }
    return LedgerEntry(
      component: LedgerComponent.shared, side: .user, quantity: repeated,
      relation: .overlaps(with: LedgerComponent.processes), source: nil,
      note: "in the footprints of several: their sum exceeds footprint's summary by this")
  }
}

extension Footprint {
  /// What the processes' own memory has compressed or swapped; nil without such a column.
  var swapped: Quantity? {
    let parts = userProcesses.compactMap { $0.total?.swapped }
    return parts.isEmpty ? nil : parts.sum()
  }
}
