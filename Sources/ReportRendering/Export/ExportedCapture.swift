internal import AllocationBalance
public import MemoryAnalysis

/// A capture that is exported: its report, and what went wrong.
public struct ExportedCapture: Sendable {
  let report: Report
  /// What went wrong; nil when the archive was read whole.
  let failure: ExportedFailure?
  /// The digest by which the snapshot is known in every table; nil when it says nothing of memory.
  let snapshot: String?

  /// Creates a capture.
  ///
  /// - Parameters:
  ///   - report: what was read; without sections when nothing could be read.
  ///   - error: what went wrong; nil when the archive was read whole.
  public init(_ report: Report, error: String?) {
    let archive = report.snapshot.archive
    self.report = report
    snapshot = report.snapshot.nothingOfMemory == nil ? archive.contentDigest : nil
    let place = archive.captureIndex.map { "\(archive.path)/\($0) \(archive.name ?? "")" }
    failure = error.map { [snapshot] error in
      ExportedFailure(
        path: place ?? archive.path, outcome: report.snapshot.scan.outcome.rawValue, error: error,
        snapshot: snapshot)
    }
  }

  /// The capture itself; nil when it says nothing of memory.
  var ofMemory: ExportedCapture? { snapshot == nil ? nil : self }

  /// Whether the archive was read whole; of copies of one capture such a one is kept.
  var isSound: Bool { report.snapshot.scan.outcome == .complete }

  /// The key of the machine; without one the snapshot is a machine of its own.
  var machine: String {
    let digest = report.snapshot.archive.contentDigest ?? ""
    return MachineIdentity(report.snapshot).key
      ?? "\(report.snapshot.model ?? "unknown") snapshot \(digest.prefix(12))"
  }
}

/// An archive that gave no snapshot, or was read in part.
public struct ExportedFailure: Sendable, Hashable {
  /// The archive's path; of one of several captures followed by a slash, its number and its name.
  public let path: String
  /// How the reading ended.
  public let outcome: String
  /// What went wrong.
  public let error: String
  /// The digest of the snapshot that it gave all the same; nil when it gave none.
  public let snapshot: String?

  /// Creates a failure.
  public init(path: String, outcome: String, error: String, snapshot: String?) {
    self.path = path
    self.outcome = outcome
    self.error = error
    self.snapshot = snapshot
  }
}
