public import AllocationBalance
internal import MemorySections
public import SnapshotStore
public import SysdiagnoseArchive

/// The messages to the user about reading one archive.
public struct ArchiveOutcome: Sendable, Codable {
  /// The archive's path, as given.
  public let path: String
  /// Whether the archive has a balance.
  public let isReported: Bool
  /// The errors, in sentences that begin with the path; empty when everything was read.
  public let errors: [String]
  /// Errors and warnings, in sentences that begin with the path.
  public let notes: [String]

  /// Creates the outcome of an archive that was read completely or in part.
  ///
  /// - Parameters:
  ///   - snapshot: the data from the archive.
  ///   - advice: tells how to raise a limit that was met.
  public init(_ snapshot: Snapshot, advice: CaptureLoader.LimitAdvice? = nil) {
    path = snapshot.archive.path
    let isOneOfMany = snapshot.archive.captureCount != nil
    let subject = [path, isOneOfMany ? snapshot.archive.name : nil].compactMap { $0 }
      .joined(separator: ": ")
    let failure = snapshot.nothingOfMemory
    isReported = failure == nil
    // Damage is the archive's; captures of one archive share it.
    var errors =
      snapshot.scan.isDamaged ? ["\(snapshot.archive.path): \(snapshot.scan.damage(advice))"] : []
    if let failure { errors.append("\(subject): \(failure)") }
    self.errors = errors
    notes = snapshot.scan.problems.map { problem in
      [subject, problem.member, problem.message].compactMap { $0 }.joined(separator: ": ")
    }
  }

  /// Creates the outcome of an archive without a readable member.
  public init(_ error: ArchiveError) {
    path = error.archive
    isReported = false
    errors = [error.description]
    notes = []
  }

  /// Creates the outcome of an unchanged archive from its earlier reading.
  public init(_ file: StoredFile, path: String) {
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

  /// The errors in one sentence without the path; nil without errors.
  public func sentence(without path: String) -> String? {
    guard !errors.isEmpty else { return nil }
    return errors.map { error in
      error.hasPrefix(path + ": ") ? String(error.dropFirst(path.count + 2)) : error
    }.joined(separator: "; ")
  }

  /// The same outcome with one more error.
  func withError(_ sentence: String) -> ArchiveOutcome {
    ArchiveOutcome(
      path: path, isReported: isReported, errors: errors + [sentence], notes: notes)
  }
}

extension ScanSummary {
  /// Whether something in the archive could not be read completely.
  public var isDamaged: Bool {
    switch outcome {
    case .complete, .stoppedEarly: problems.contains { !$0.isWarning }
    case .truncated, .corrupt, .limited, .unreadable: true
    }
  }

  /// Whether the input broke off or could not be read: trying again may help, and what was read is
  /// not to be believed.
  ///
  /// - Parameters:
  ///   - expected: the size of the input in bytes; nil when it is not known.
  ///   - isStream: whether the input is a stream, which has no path that could be wrong.
  /// - Returns: whether to try again.
  public func isInputLost(expecting expected: Int?, isStream: Bool) -> Bool {
    let isUnreadable = problems.contains {
      $0.code == ArchiveProblem.Code.unreadable.rawValue && $0.member == nil
    }
    if isUnreadable, isStream || outcome != .unreadable { return true }
    guard let expected, compressedBytesRead < expected else { return false }
    let early = [ArchiveError.Code.truncated, .empty].map(\.rawValue)
    return outcome == .truncated
      || outcome == .unreadable && problems.contains { early.contains($0.code) }
  }

  /// The faults in one sentence.
  ///
  /// - Parameter advice: tells how to raise a limit that was met.
  /// - Returns: one sentence without the path.
  public func damage(_ advice: CaptureLoader.LimitAdvice? = nil) -> String {
    let problem = problems.first { !$0.isWarning }
    let words = [problem?.member, problem?.message].compactMap { $0 }
    let reason = words.map { ": " + $0 }.joined()
    return switch outcome {
    case .truncated: "the archive is truncated\(reason)"
    case .corrupt: "the archive is damaged\(reason)"
    case .limited:
      "a limit was met\(reason)"
        + (problem.flatMap { ArchiveProblem.Code(rawValue: $0.code) }.flatMap { advice?($0) }
          .map { "; \($0) raises it" } ?? "")
    case .complete, .stoppedEarly, .unreadable: "not everything could be read\(reason)"
    }
  }
}
