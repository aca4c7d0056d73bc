/// A file that a batch read, ready to be kept; `SnapshotStore.prepared(_:)` makes it.
public struct PreparedFile: Sendable {
  /// The file, as it was before and after the reading.
  let file: FileState
  /// What was found, one for each capture.
  let readings: [PreparedReading]
  /// About how many bytes it takes in memory.
  public let size: Int

  /// Prepares a file.
  ///
  /// - Parameters:
  ///   - file: what was read, redacted where the store is.
  ///   - names: finds the numbers of texts.
  /// - Throws: what the encoder of a section throws.
  init(_ file: ReadFile, _ names: NameFinder) throws {
    self.file = file.file
    readings = try file.readings.map { reading in
      PreparedReading(
        file: reading.file, outcome: reading.outcome, error: reading.error,
        snapshot: try reading.content.map { report, digest in
          try PreparedSnapshot(report, digest: digest, names)
        })
    }
    size = readings.reduce(0) { $0 + ($1.snapshot?.size ?? 0) }
  }
}

/// What a batch found in one capture, ready to be kept.
struct PreparedReading: Sendable {
  let file: FileState
  let outcome: String
  let error: String?
  let snapshot: PreparedSnapshot?
}
