internal import AllocationBalance
internal import MemoryAnalysis
internal import SnapshotStore
internal import SysdiagnoseArchive

/// Reads the archives of a batch.
struct BatchReader: Sendable {
  let loader: CaptureLoader
  private let rules: RuleSet
  private let store: SnapshotStore?

  init(loader: CaptureLoader, rules: RuleSet, store: SnapshotStore?) {
    var loader = loader
    if store != nil {
      // A store keeps what the archive says, and knows content by its digest.
      loader.redaction = nil
      loader.computesDigest = true
    }
    self.loader = loader
    self.rules = rules
    self.store = store
  }

  /// Reads an archive, unless the store has it.
  func item<Line>(
    _ path: String, _ render: (Report, ArchiveOutcome) -> Line
  ) -> BatchItem<Line> {
    guard let store else { return item(read(path), render) }
    do throws(StoreError) {
      return try item(path, store, render)
    } catch {
      return .notStored(path: path, error)
    }
  }

  private func item<Line>(
    _ path: String, _ store: SnapshotStore, _ render: (Report, ArchiveOutcome) -> Line
  ) throws(StoreError) -> BatchItem<Line> {
    let before = FileState(at: path)
    // One that met a limit is read again: the limit may have changed.
    if let known = try store.unchanged(before),
      known.outcome != ScanSummary.Outcome.limited.rawValue
    {
      return .unchanged(path: path, known)
    }
    var reading = read(path)
    if FileState(at: path) != before {
      reading.outcome = reading.outcome.withError("\(path): changed while it was read")
      reading.digest = nil
      reading.isLasting = false
    }
    var content: (report: Report, digest: String)?
    if reading.outcome.isReported, let digest = reading.digest {
      content = (reading.report.at(path: before.path), digest)
    }
    try store.keep(
      ArchiveReading(
        file: reading.isLasting ? before : FileState(path: before.path),
        outcome: reading.report.snapshot.scan.outcome.rawValue,
        error: reading.outcome.sentence(without: path), content: content))
    return item(reading, render)
  }

  private func item<Line>(
    _ reading: Reading, _ render: (Report, ArchiveOutcome) -> Line
  ) -> BatchItem<Line> {
    .read(
      render(reading.report, reading.outcome), outcome: reading.outcome,
      worst: reading.outcome.isReported ? reading.report.findings.worst : nil)
  }

  /// What was read of an archive.
  private struct Reading {
    let report: Report
    var outcome: ArchiveOutcome
    var digest: String?
    /// Whether reading the same file again would give the same.
    var isLasting = true
  }

  private func read(_ path: String) -> Reading {
    do throws(ArchiveError) {
      let capture = try loader.unlearnedCapture(in: path)
      return Reading(
        report: Report(capture.snapshot, rules: rules), outcome: capture.outcome,
        digest: capture.digest)
    } catch {
      let snapshot = Snapshot(
        archive: CapturedArchive(path: path), scan: ScanSummary(error), sections: [])
      // What is not readable now may become readable without a change to the file.
      return Reading(
        report: Report(snapshot, rules: rules), outcome: ArchiveOutcome(error), digest: nil,
        isLasting: error.code != .unreadable && error.code != .libarchive)
    }
  }
}
