internal import Platform
public import MemoryAnalysis
public import SnapshotStore

/// The result of one archive of a batch, or of one capture in it.
public enum BatchItem<Line: Sendable>: Sendable {
  /// The capture was read: its rendered line, the messages to the user, the worst finding.
  case read(Line, outcome: ArchiveOutcome, worst: Severity?)
  /// The capture has not changed since the store saved it: the same, rendered from the store.
  case unchanged(Line, outcome: ArchiveOutcome, worst: Severity?)
  /// The archive was read, but the store could not save it.
  case notStored(path: String, StoreError)
}

extension BatchItem: Codable where Line: Codable {}

/// The progress of a batch.
public struct BatchProgress: Sendable, Equatable {
  /// How many archives the batch has.
  public let archives: Int
  /// The size of all archives in bytes; folders count as 0.
  public let bytes: Int
  /// How many archives are finished.
  public private(set) var done = 0
  /// The size of the finished archives in bytes.
  public private(set) var doneBytes = 0

  /// Creates the progress of a batch that has not started.
  ///
  /// - Parameter sizes: the size of each archive in bytes.
  public init(sizes: [Int]) {
    archives = sizes.count
    bytes = sizes.saturatedSum()
  }

  /// Counts an archive as finished.
  mutating func advance(_ size: Int) {
    done += 1
    doneBytes = doneBytes.addingSaturated(size)
  }
}
