public import MemorySections

/// A main section that an archive does not hold, and what its own logs say of the reason.
public struct MissingSection: Sendable, Hashable {
  /// What is missing.
  public let kind: SectionKind
  /// Why.
  public let reason: Reason
  /// The line of a log that says so; nil when no log does.
  public let source: Source?
  /// The exit status of a tool that failed.
  public let status: Int?

  /// Why a section is not in an archive.
  public enum Reason: String, Sendable, Codable, CaseIterable {
    /// sysdiagnose passed the tool over: its conditions did not hold.
    case notCollected
    /// The tool ended with an error.
    case failed
    /// The tool was stopped at its time limit.
    case timedOut
    /// The archive's logs do not say.
    case absent
    /// The archive breaks off or was not read to its end, so it may have been there.
    case notReached
  }
}

extension MissingSection.Reason {
  /// Why a section is not there, as the end of a sentence.
  package var words: String {
    switch self {
    case .notCollected: "sysdiagnose did not run it"
    case .failed: "it failed"
    case .timedOut: "it was stopped at its time limit"
    case .absent: "not in this archive"
    case .notReached: "not in what could be read"
    }
  }
}

extension MissingSection {
  /// Why the section is not there, with the status of a tool that failed: `it failed with status 1`.
  package var words: String { reason.words + (status.map { " with status \($0)" } ?? "") }
}

extension Snapshot {
  /// The main sections of which no member was found.
  public var missing: [MissingSection] {
    SectionKind.main.filter { kind in !sections.contains { $0.kind == kind } }.map(missing)
  }

  /// What became of the tool that writes `kind`, by the archive's logs; nil when they are silent.
  ///
  /// The summary knows how a tool ended, the log only whether it was run, so the summary is asked
  /// first.
  public func task(for kind: SectionKind) -> (task: CollectionTask, source: Source)? {
    let logs = [
      (SectionKind.taskSummary, self[TaskSummary.self]?.tasks),
      (SectionKind.collectionLog, self[CollectionLog.self]?.tasks),
    ]
    for (log, tasks) in logs {
      let writers = tasks?.filter { $0.writes(kind) } ?? []
      // A tool that was run once was not passed over, and a group says little of its tools.
      let best =
        writers.first { $0.ending == .timedOut }
        ?? writers.first { !$0.isContainer && $0.ending != .notCollected }
        ?? writers.first { !$0.isContainer } ?? writers.first
      guard let member = section(log)?.member, let task = best else { continue }
      return (task, Source(member: member, line: task.line))
    }
    return nil
  }

  private func missing(_ kind: SectionKind) -> MissingSection {
    let silent: MissingSection.Reason = scan.outcome == .complete ? .absent : .notReached
    guard let (task, source) = task(for: kind) else {
      return MissingSection(kind: kind, reason: silent, source: nil, status: nil)
    }
    let (reason, status): (MissingSection.Reason, Int?) =
      switch task.ending {
      case .notCollected: (.notCollected, nil)
      case .failed(let status): (.failed, status)
      case .timedOut: (.timedOut, nil)
      case .ran: (silent, nil)
      }
    return MissingSection(kind: kind, reason: reason, source: source, status: status)
  }
}
