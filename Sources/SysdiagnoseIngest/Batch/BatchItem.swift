public import MemoryAnalysis
public import SnapshotStore

/// The result of one archive of a batch, or of one of the captures that an archive holds.
public enum BatchItem<Line: Sendable>: Sendable {
  /// The capture was read: its rendered line, what the user must know, the worst finding.
  case read(Line, outcome: ArchiveOutcome, worst: Severity?)
  /// The archive has not changed since the store took it in.
  case unchanged(path: String, StoredFile)
  /// The archive was read, but the store could not take it in.
  case notStored(path: String, StoreError)
}

/// How far a batch is.
public struct BatchProgress: Sendable, Equatable {
  /// How many archives the batch has.
  public let archives: Int
  /// The size of all archives in bytes; folders count as 0.
  public let bytes: Int
  /// How many archives are finished.
  public private(set) var done = 0
  /// The size of the finished archives in bytes.
  public private(set) var doneBytes = 0

  /// Creates the progress of a batch that has not begun.
  ///
  /// - Parameter sizes: the size of each archive in bytes.
  public init(sizes: [Int]) {
    archives = sizes.count
    bytes = sizes.reduce(0) { $0.addingReportingOverflow($1).partialValue }
  }

  /// Counts an archive as finished.
  mutating func advance(_ size: Int) {
    done += 1
    doneBytes += size
  }
}
