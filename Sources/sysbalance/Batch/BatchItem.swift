internal import AllocationBalance
internal import MemoryAnalysis
internal import ReportRendering
internal import SnapshotStore
internal import SysdiagnoseArchive

/// The result of one archive, rendered on the worker so that the snapshot can be freed.
enum BatchItem: Sendable {
  /// It was read now: its line, what went wrong, the severest finding.
  case read(text: [UInt8], outcome: ArchiveOutcome, worst: Severity?)
  /// It is as it was when the store took it in.
  case unchanged(path: String, StoredFile)
  /// It was read, but the store could not take it in.
  case notStored(path: String, StoreError)
}

/// Reads the archives of a batch.
struct BatchReader: Sendable {
  let loader: SnapshotLoader
  let rules: RuleSet
  let emitter: Emitter
  let store: SnapshotStore?

  /// Reads an archive, unless the store has it.
  func item(_ path: String) -> BatchItem {
    guard let store else {
      let reading = read(path, forStore: false)
      return .read(
        text: line(reading.report, reading.outcome), outcome: reading.outcome,
        worst: reading.worst)
    }
    do throws(StoreError) {
      return try item(path, store)
    } catch {
      return .notStored(path: path, error)
    }
  }

  private func item(_ path: String, _ store: SnapshotStore) throws(StoreError) -> BatchItem {
    let before = FileLook.state(path)
    // One that met a limit is read again: the limit may be another now.
    if let known = try store.unchanged(before),
      known.outcome != ScanSummary.Outcome.limited.rawValue
    {
      return .unchanged(path: path, known)
    }
    var reading = read(path, forStore: true)
    if FileLook.state(path) != before {
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
    return .read(
      text: line(reading.report, reading.outcome), outcome: reading.outcome,
      worst: reading.worst)
  }

  /// What was read of an archive.
  private struct Reading {
    let report: Report
    var outcome: ArchiveOutcome
    var digest: String?
    /// Whether reading the same file again would give the same.
    var isLasting = true

    var worst: Severity? { outcome.isReported ? report.findings.worst : nil }
  }

  private func read(_ path: String, forStore: Bool) -> Reading {
    do throws(ArchiveError) {
      let (snapshot, digest) =
        forStore ? try loader.loadForStore(path) : (try loader.load(path), nil)
      return Reading(
        report: Report(snapshot, rules: rules), outcome: ArchiveOutcome(snapshot), digest: digest)
    } catch {
      let snapshot = Snapshot(
        archive: CapturedArchive(path: path), scan: ScanSummary(error), sections: [])
      // What may not be read now may be read later, without the file being changed.
      return Reading(
        report: Report(snapshot, rules: rules), outcome: ArchiveOutcome(error), digest: nil,
        isLasting: error.code != .unreadable && error.code != .libarchive)
    }
  }

  private func line(_ report: Report, _ outcome: ArchiveOutcome) -> [UInt8] {
    let error = outcome.sentence(without: report.snapshot.archive.path)
    // An entry holds nothing that JSON cannot encode; if it did, the line would be missing.
    return (try? emitter.rendered(BatchEntry(report, error: error))) ?? []
  }
}
