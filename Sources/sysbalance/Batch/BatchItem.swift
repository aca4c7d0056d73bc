internal import AllocationBalance
internal import MemoryAnalysis
internal import ReportRendering
internal import SnapshotStore
internal import SysdiagnoseArchive

/// What one archive of a batch came to, rendered where it was read so that its snapshot can be let
/// go.
enum BatchItem: Sendable {
  /// It was read now: its line, what went wrong, the severest finding.
  case read(text: String, outcome: ArchiveOutcome, worst: Severity?)
  /// It is as it was when the store took it in.
  case unchanged(path: String, StoredFile)
  /// It was read, but the store could not take it in.
  case notStored(path: String, StoreError)
}

/// Reads the archives of a batch.
struct BatchReader: Sendable {
  let loader: SnapshotLoader
  let rules: RuleSet
  let format: BatchCommand.Format
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
      content = (reading.report.at(before.path, rules), digest)
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

  private func line(_ report: Report, _ outcome: ArchiveOutcome) -> String {
    switch format {
    case .text: return TextLine.render(report)
    // The object holds nothing that JSON cannot; were it so, the line would be missing.
    case .jsonl: return (try? JSONRenderer.line(report)) ?? ""
    case .csv:
      let path = report.snapshot.archive.path
      return SummaryCSV.line(SnapshotSummary(report, error: outcome.sentence(without: path)))
    }
  }
}

extension Report {
  /// The same report of the archive at another path.
  fileprivate func at(_ path: String, _ rules: RuleSet) -> Report {
    guard snapshot.archive.path != path else { return self }
    var archive = snapshot.archive
    archive.path = path
    return Report(
      Snapshot(archive: archive, scan: snapshot.scan, sections: snapshot.sections), rules: rules)
  }
}
