internal import AllocationBalance
internal import MemorySections
internal import SnapshotStore
internal import SysdiagnoseArchive

/// What became of one archive, as far as the user must hear of it.
struct ArchiveOutcome: Sendable {
  /// The archive's path as the user gave it.
  let path: String
  /// Whether a balance could be reported.
  let isReported: Bool
  /// Sentences on what went wrong; none when the archive was read whole.
  let errors: [String]
  /// Everything that the reading noticed.
  let notes: [String]

  /// The outcome for an archive that could be read, in whole or in part.
  init(_ snapshot: Snapshot) {
    path = snapshot.archive.path
    let path = path
    let damage = snapshot.scan.isDamaged ? "\(path): \(snapshot.scan.damage)" : nil
    isReported = snapshot.saysAnythingOfMemory
    errors = [damage, isReported ? nil : "\(path): \(snapshot.nothingOfMemory)"].compactMap { $0 }
    notes = snapshot.scan.problems.map { problem in
      [path, problem.member, problem.message].compactMap { $0 }.joined(separator: ": ")
    }
  }

  /// The outcome for an archive of which not a single member could be had.
  init(_ error: ArchiveError) {
    path = error.archive
    isReported = false
    errors = [error.description]
    notes = []
  }

  /// The outcome of an earlier reading, for an archive that was not changed since.
  init(_ file: StoredFile, path: String) {
    self.path = path
    isReported = file.snapshot != nil
    errors = file.error.map { ["\(path): \($0)"] } ?? []
    notes = []
  }

  private init(path: String, isReported: Bool, errors: [String], notes: [String]) {
    self.path = path
    self.isReported = isReported
    self.errors = errors
    self.notes = notes
  }

  /// What went wrong, without the path that each sentence begins with; nil when nothing did.
  func sentence(without path: String) -> String? {
    guard !errors.isEmpty else { return nil }
    return errors.map { error in
      error.hasPrefix(path + ": ") ? String(error.dropFirst(path.count + 2)) : error
    }.joined(separator: "; ")
  }

  /// The same outcome with something else that went wrong.
  func withError(_ sentence: String) -> ArchiveOutcome {
    ArchiveOutcome(
      path: path, isReported: isReported, errors: errors + [sentence], notes: notes)
  }
}

/// Counts what became of archives, and so decides the exit code.
struct ReportTally {
  /// Archives of which a balance could be reported.
  private(set) var reported = 0
  /// Whether every archive was reported whole.
  private(set) var isWhole = true

  /// Counts an archive and says on standard error what was wrong with it.
  mutating func count(_ outcome: ArchiveOutcome, isVerbose: Bool) {
    Redaction.current?.learn(archive: outcome.path)
    if outcome.isReported { reported += 1 }
    if !outcome.errors.isEmpty { isWhole = false }
    outcome.errors.forEach(Messages.error)
    if isVerbose { outcome.notes.forEach(Messages.note) }
  }
}

extension ScanSummary {
  /// Whether something that was there could not be read whole.
  var isDamaged: Bool {
    switch outcome {
    case .complete, .stoppedEarly: problems.contains { !$0.isWarning }
    case .truncated, .corrupt, .limited, .unreadable: true
    }
  }

  /// What was wrong, in one sentence.
  var damage: String {
    let problem = problems.first { !$0.isWarning }
    let words = [problem?.member, problem?.message].compactMap { $0 }
    let reason = words.map { ": " + $0 }.joined()
    return switch outcome {
    case .truncated: "the archive is truncated\(reason)"
    case .corrupt: "the archive is damaged\(reason)"
    case .limited:
      "a limit was met\(reason)"
        + (problem.flatMap { LimitOptions.option(raising: $0.code) }.map { "; \($0) raises it" }
          ?? "")
    case .complete, .stoppedEarly, .unreadable: "not everything could be read\(reason)"
    }
  }
}

extension Snapshot {
  /// Why there is no balance, in one sentence.
  fileprivate var nothingOfMemory: String {
    guard let section = sections.first(where: { $0.content == nil }) else {
      return "no memory section: no zprint, footprint, kextstat or vm_stat in its "
        + "\(scan.membersSeen) members"
    }
    return "no memory section could be read: \(section.member): "
      + (section.coverage.failure ?? "no row was understood")
  }
}
