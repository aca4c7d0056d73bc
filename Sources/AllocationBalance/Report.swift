/// Everything that is said of one archive: what was read, and what follows from it.
public struct Report: Sendable {
  /// What was read.
  public let snapshot: Snapshot
  /// Kernel against user.
  public let balance: Balance
  /// Where the memory is, component by component.
  public let ledger: Ledger
  /// Why zprint's total and kernel_task differ; nil without zprint.
  public let reconciliation: Reconciliation?

  /// Draws up the report of a snapshot.
  public init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    balance = Balance(snapshot)
    ledger = Ledger(snapshot, balance: balance)
    reconciliation = Reconciliation(snapshot)
  }
}
