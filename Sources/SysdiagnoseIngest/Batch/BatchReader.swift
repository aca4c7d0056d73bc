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
      // A store keeps what the archive says.
      loader.redaction = nil
    }
    self.loader = loader
    self.rules = rules
    self.store = store
  }

  /// Reads an archive, unless the store has it: a result for each of its captures.
  func items<Line>(
    _ path: String, _ render: (Report, ArchiveOutcome) -> Line
  ) -> [BatchItem<Line>] {
    guard let store else { return read(path).map { item($0, render) } }
    do throws(StoreError) {
      return try items(path, store, render)
    } catch {
      return [.notStored(path: path, error)]
    }
  }

  private func items<Line>(
    _ path: String, _ store: SnapshotStore, _ render: (Report, ArchiveOutcome) -> Line
  ) throws(StoreError) -> [BatchItem<Line>] {
    let before = FileState(at: path)
    let known = try store.unchanged(before)
    // One that met a limit is read again: the limit may have changed.
    if !known.isEmpty, !known.contains(where: \.metLimit) {
      return known.map { .unchanged(path: path, $0) }
    }
    var readings = read(path)
    if FileState(at: path) != before {
      for index in readings.indices {
        readings[index].outcome = readings[index].outcome.withError(
          "\(path): changed while it was read")
        readings[index].isLasting = false
        readings[index].isSound = false
      }
    }
    try store.keep(readings.map { kept($0, path, before) }, of: before)
    return readings.map { item($0, render) }
  }

  /// What the store keeps of a reading.
  private func kept(_ reading: Reading, _ path: String, _ before: FileState) -> ArchiveReading {
    let archive = reading.report.snapshot.archive
    var content: (report: Report, digest: String)?
    if reading.outcome.isReported, reading.isSound, let digest = archive.contentDigest {
      content = (reading.report.at(path: before.path), digest)
    }
    let place = archive.captureIndex.map { "\(before.path)/\($0) \(archive.name ?? "")" }
    return ArchiveReading(
      file: FileState(
        path: place ?? before.path, size: reading.isLasting ? before.size : nil,
        modifiedNanoseconds: reading.isLasting ? before.modifiedNanoseconds : nil),
      outcome: reading.report.snapshot.scan.outcome.rawValue,
      error: reading.outcome.sentence(without: path), content: content)
  }

  private func item<Line>(
    _ reading: Reading, _ render: (Report, ArchiveOutcome) -> Line
  ) -> BatchItem<Line> {
    .read(
      render(reading.report, reading.outcome), outcome: reading.outcome,
      worst: reading.outcome.isReported ? reading.report.findings.worst : nil)
  }

  /// What was read of one capture of an archive.
  private struct Reading {
    let report: Report
    var outcome: ArchiveOutcome
    /// Whether reading the same file again would give the same.
    var isLasting = true
    /// Whether the file was the same from its beginning to its end.
    var isSound = true
  }

  private func read(_ path: String) -> [Reading] {
    do throws(ArchiveError) {
      return try loader.unlearnedCaptures(in: path).map { capture in
        Reading(report: Report(capture.snapshot, rules: rules), outcome: capture.outcome)
      }
    } catch {
      let capture = Capture(error, path: path)
      // What is not readable now may become readable without a change to the file.
      return [
        Reading(
          report: Report(capture.snapshot, rules: rules), outcome: capture.outcome,
          isLasting: error.code != .unreadable && error.code != .libarchive)
      ]
    }
  }
}

extension StoredFile {
  fileprivate var metLimit: Bool { outcome == ScanSummary.Outcome.limited.rawValue }
}
