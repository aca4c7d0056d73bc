public import MemorySections

/// Where the machine's memory is, component by component, no byte counted twice.
///
/// Source: `formats.md` §4.3 and 4.4.
public struct Ledger: Sendable {
  /// The components: the kernel's, the users', the rest of the machine's.
  public let entries: [LedgerEntry]
  /// Installed memory that no counted entry explains, negative when they explain too much.
  ///
  /// Nil when installed memory, or a part of the machine that must be known for this, is not.
  public let unexplained: Quantity?

  /// Draws up the ledger of a snapshot.
  public init(_ snapshot: Snapshot, balance: Balance) {
    var entries = Self.kernelEntries(snapshot, balance)
    entries += Self.userEntries(snapshot, balance)
    entries += Self.machineEntries(snapshot, balance)
    self.entries = entries
    // Without the machine's own pages "unexplained" would only say that vm_stat is missing.
    if let installed = balance.installed, balance.kernel != nil, snapshot.vmStat != nil {
      unexplained = installed - entries.filter(\.isCounted).compactMap(\.quantity).sum()
    } else {
      unexplained = nil
    }
  }

  /// The sum of the counted entries of a side.
  public func counted(_ side: LedgerEntry.Side) -> Quantity {
    entries.filter { $0.side == side && $0.isCounted }.compactMap(\.quantity).sum()
  }
}

extension LedgerEntry {
  /// Whether the entry's bytes are summed.
  public var isCounted: Bool { relation == .counted }
}
