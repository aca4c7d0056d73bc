internal import AllocationBalance
public import MemoryAnalysis

/// A snapshot of a store as a list shows it.
public struct ListedSnapshot: Sendable {
  /// Its number in the store.
  public let id: Int64
  /// By what its machine is known.
  public let machine: String
  /// Its figures in one row.
  public let summary: SnapshotSummary

  /// Creates a row of a list.
  public init(id: Int64, machine: String, summary: SnapshotSummary) {
    self.id = id
    self.machine = machine
    self.summary = summary
  }
}
