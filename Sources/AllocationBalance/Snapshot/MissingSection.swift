public import MemorySections

/// A main section that an archive lacks, with the reason from its own logs.
public struct MissingSection: Sendable, Hashable {
  /// The missing section.
  public let kind: SectionKind
  /// The reason.
  public let reason: Reason
  /// The line of a log with the reason; nil when no log gives one.
  public let source: Source?
  /// The exit status of a tool that failed.
  public let status: Int?

  /// A reason for a missing section.
  public enum Reason: String, Sendable, Codable, CaseIterable {
    /// sysdiagnose skipped the tool: its conditions did not hold.
    case notCollected
    /// The tool ended with an error.
    case failed
    /// The tool was stopped at its time limit.
    case timedOut
    /// The archive's logs give no reason.
    case absent
    /// The archive was cut short or not read completely; the section may have been there.
    case notReached
  }
}

extension MissingSection.Reason {
  /// The reason as the end of a sentence.
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
  /// The reason with the status of a failed tool: `it failed with status 1`.
  package var words: String { reason.words + (status.map { " with status \($0)" } ?? "") }
}

extension Snapshot {
  /// The main sections without a member.
  public var missing: [MissingSection] {
    SectionKind.main.filter { kind in !sections.contains { $0.kind == kind } }.map(missing)
  }

  /// The result of the tool that writes `kind`, from the archive's logs; nil when they have none.
  ///
  /// The task summary has the results, the log only whether a tool ran. The summary therefore comes
  /// first.
  public func task(for kind: SectionKind) -> (task: CollectionTask, source: Source)? {
    let logs = [
      (SectionKind.taskSummary, self[TaskSummary.self]?.tasks),
      (SectionKind.collectionLog, self[CollectionLog.self]?.tasks),
    ]
    for (log, tasks) in logs {
      let writers = tasks?.filter { $0.writes(kind) } ?? []
      // A tool that ran once was not skipped, and a group says little about its tools.
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
