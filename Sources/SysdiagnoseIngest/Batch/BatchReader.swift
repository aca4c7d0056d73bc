internal import AllocationBalance
internal import MemoryAnalysis
internal import Redaction
internal import SnapshotStore
internal import SysdiagnoseArchive

/// Reads the archives of a batch.
struct BatchReader: Sendable {
  let loader: CaptureLoader
  private let rules: RuleSet
  private let store: SnapshotStore?
  private let queue: StoreQueue?
  private let retriesFailed: Bool

  init(loader: CaptureLoader, rules: RuleSet, store: SnapshotStore?, retriesFailed: Bool) {
    var loader = loader
    if let store, !store.isRedacting {
      // Such a store keeps the original text.
      loader.redaction = nil
    }
    self.loader = loader
    self.rules = rules
    self.store = store
    queue = store.map { StoreQueue($0) }
    self.retriesFailed = retriesFailed
  }

  /// Reads an archive, unless the store has it.
  ///
  /// - Parameters:
  ///   - path: the archive.
  ///   - isNew: whether the store is known to hold nothing of it.
  ///   - render: turns a report into a line.
  ///   - finish: receives the results, one for each capture; with a store, when `write()` has put them
  ///     in it.
  func read<Line: Sendable>(
    _ path: String, isNew: Bool = false, _ render: (Report, ArchiveOutcome) -> Line,
    _ finish: @escaping @Sendable ([BatchItem<Line>]) -> Void
  ) {
    guard let store, let queue else { return finish(read(path).map { item($0, render) }) }
    let before = FileState(at: path)
    do throws(StoreError) {
      let known = isNew ? [] : try store.unchanged(before)
      // An archive that met a limit is read again: the limit may have changed.
      if !known.isEmpty, !known.contains(where: mustRetry),
        let readings = try stored(known, path, store)
      {
        return finish(
          readings.map { reading in
            .unchanged(
              render(reading.report, reading.outcome), outcome: reading.outcome,
              worst: reading.worst)
          })
      }
    } catch {
      return finish([.notStored(path: path, error)])
    }
    let readings = read(path, stateBefore: before)
    let items = readings.map { item($0, render) }
    if let redaction = loader.redaction {
      // The store redacts the path, so the names in the archive must be known.
      redaction.learn(source: path)
      redaction.learn(givenPath: before.path)
    }
    do throws(StoreError) {
      let file = ReadFile(file: before, readings: readings.map { kept($0, path, before) })
      queue.hold(try store.prepared(file)) { failure in
        finish(failure.map { [.notStored(path: path, $0)] } ?? items)
      }
    } catch {
      finish([.notStored(path: path, error)])
    }
  }

  /// The result of an archive that could not be read at all; with a store, when it is in it.
  ///
  /// - Parameters:
  ///   - path: the archive.
  ///   - error: the reason.
  ///   - isLasting: whether reading the same file again would fail again.
  ///   - render: turns a report into a line.
  ///   - finish: receives the result.
  func fail<Line: Sendable>(
    _ path: String, _ error: ArchiveError, isLasting: Bool,
    _ render: (Report, ArchiveOutcome) -> Line,
    _ finish: @escaping @Sendable ([BatchItem<Line>]) -> Void
  ) {
    // No survey has told the session of the path, which the message names.
    loader.redaction?.remember(Secrets(), of: path)
    let reading = failure(path, error, isLasting: isLasting)
    let items = [item(reading, render)]
    guard let store else { return finish(items) }
    let file = FileState(at: path)
    do throws(StoreError) {
      try store.keep([ReadFile(file: file, readings: [kept(reading, path, file)])])
      finish(items)
    } catch {
      finish([.notStored(path: path, error)])
    }
  }

  /// Whether it is time to write what was read to the store.
  var mustWrite: Bool { queue?.isDue ?? false }

  /// Writes to the store what waits for it.
  func write() {
    queue?.write()
  }

  /// Reads an archive; one that changes meanwhile is not kept.
  private func read(_ path: String, stateBefore: FileState) -> [Reading] {
    var readings = read(path)
    guard !stateBefore.isStill(at: path) else { return readings }
    for index in readings.indices {
      readings[index].outcome = readings[index].outcome.withError(
        "\(path): changed while it was read")
      readings[index].isLasting = false
      readings[index].isSound = false
    }
    return readings
  }

  /// The part of a reading that the store keeps.
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
      render(reading.report, reading.outcome), outcome: reading.outcome, worst: reading.worst)
  }

  /// The data read from one capture of an archive.
  private struct Reading {
    let report: Report
    var outcome: ArchiveOutcome
    /// Whether reading the same file again would give the same result.
    var isLasting = true
    /// Whether the file was unchanged during reading.
    var isSound = true

    /// The worst finding; nil when there is none, or no balance.
    var worst: Severity? { outcome.isReported ? report.findings.worst : nil }
  }

  /// What the store knows of the captures of an unchanged archive.
  ///
  /// - Parameters:
  ///   - files: one for each capture.
  ///   - path: the archive.
  ///   - store: holds the snapshots.
  /// - Returns: a reading for each; nil when a snapshot has been removed meanwhile.
  /// - Throws: `StoreError` when the store cannot be read.
  private func stored(
    _ files: [StoredFile], _ path: String, _ store: SnapshotStore
  ) throws(StoreError) -> [Reading]? {
    var readings: [Reading] = []
    for (place, file) in files.enumerated() {
      let outcome = ArchiveOutcome(file, path: path)
      let scanned = ScanSummary.Outcome(rawValue: file.outcome) ?? .unreadable
      guard let id = file.snapshot else {
        let snapshot = Snapshot(
          archive: CapturedArchive(path: path), scan: ScanSummary(outcome: scanned), sections: [])
        readings.append(Reading(report: Report(snapshot, rules: rules), outcome: outcome))
        continue
      }
      guard let kept = try store.snapshot(id) else { return nil }
      // Copies of one archive share a snapshot. A redacting store has the only path that may be shown.
      var archive = kept.archive
      if !store.isRedacting { archive.path = path }
      if files.count > 1 {
        archive.captureIndex = place + 1
        archive.captureCount = files.count
      }
      var scan = kept.scan
      scan.outcome = scanned
      let snapshot = Snapshot(archive: archive, scan: scan, sections: kept.sections)
      readings.append(Reading(report: Report(snapshot, rules: rules), outcome: outcome))
    }
    return readings
  }

  private func read(_ path: String) -> [Reading] {
    do throws(ArchiveError) {
      return try loader.unlearnedCaptures(in: path).map { capture in
        Reading(report: Report(capture.snapshot, rules: rules), outcome: capture.outcome)
      }
    } catch {
      // An unreadable file may become readable without a change to it.
      let isLasting = error.code != .unreadable && error.code != .libarchive
      return [failure(path, error, isLasting: isLasting)]
    }
  }

  private func failure(_ path: String, _ error: ArchiveError, isLasting: Bool) -> Reading {
    let capture = Capture(error, path: path)
    return Reading(
      report: Report(capture.snapshot, rules: rules), outcome: capture.outcome,
      isLasting: isLasting)
  }

  /// Whether an archive that the store knows is read all the same.
  private func mustRetry(_ file: StoredFile) -> Bool {
    file.metLimit || retriesFailed && file.error != nil
  }
}

extension StoredFile {
  fileprivate var metLimit: Bool { outcome == ScanSummary.Outcome.limited.rawValue }
}
