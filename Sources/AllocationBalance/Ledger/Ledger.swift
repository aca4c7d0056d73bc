public import MemorySections

/// The machine's memory by component, with no byte counted twice.
///
/// Source: <doc:TheLedger>.
public struct Ledger: Sendable {
  /// The components: the kernel's, the users', and the rest of the machine.
  public let entries: [LedgerEntry]
  /// Installed memory that no counted entry explains; negative when they explain too much.
  ///
  /// It includes everything without a section, such as the processes when footprint is missing. Nil
  /// when installed memory is unknown.
  public let unexplained: Quantity?

  /// Creates the ledger of a snapshot.
  ///
  /// - Parameters:
  ///   - snapshot: the data.
  ///   - balance: the balance of the same data.
  ///   - meaning: describes a row of the kernel's tables in a few words; nil when unknown.
  public init(
    _ snapshot: Snapshot, balance: Balance, meaning: (String) -> String? = { _ in nil }
  ) {
    var entries = Self.kernelEntries(snapshot, balance, meaning)
    let user = Self.userEntries(snapshot, balance)
    entries += user + Self.processDetailEntries(snapshot, below: user)
    entries += Self.machineEntries(snapshot, balance)
    self.entries = entries
    unexplained = balance.installed.map { installed in
      installed - entries.filter(\.isCounted).compactMap(\.quantity).sum()
    }
  }

  /// The sum of a side's counted entries.
  public func counted(_ side: LedgerEntry.Side) -> Quantity {
    entries.filter { $0.side == side && $0.isCounted }.compactMap(\.quantity).sum()
  }
}

extension LedgerEntry {
  /// Whether the entry's bytes are added up.
  public var isCounted: Bool { relation == .counted }
}
