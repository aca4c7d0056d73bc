public import MemorySections

/// Where the machine's memory is, component by component, no byte counted twice.
///
/// Source: `formats.md` §4.3 and 4.4.
public struct Ledger: Sendable {
  /// The components: the kernel's, the users', the rest of the machine's.
  public let entries: [LedgerEntry]
  /// Installed memory that no counted entry explains, negative when they explain too much.
  ///
  /// What no section tells of is in it, such as the processes where footprint is missing. Nil when
  /// installed memory is not known.
  public let unexplained: Quantity?

  /// Draws up the ledger of a snapshot.
  ///
  /// - Parameters:
  ///   - snapshot: what was read.
  ///   - balance: what follows from it.
  ///   - meaning: says in a few words what a row of the kernel's tables is; nil where it is not known.
  public init(
    _ snapshot: Snapshot, balance: Balance, meaning: (String) -> String? = { _ in nil }
  ) {
    var entries = Self.kernelEntries(snapshot, balance, meaning)
    entries += Self.userEntries(snapshot, balance)
    entries += Self.machineEntries(snapshot, balance)
    self.entries = entries
    unexplained = balance.installed.map { installed in
      installed - entries.filter(\.isCounted).compactMap(\.quantity).sum()
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
