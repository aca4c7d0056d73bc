/// What a walk has found out so far; the walks through a tar and through a folder share it.
struct ScanRecord {
  private(set) var outcome = ArchiveScan.Outcome.complete
  private(set) var membersSeen = 0

  private static let nameShown = 200
  private let limits: ArchiveLimits
  private var entriesMet = 0
  private var problems: [ArchiveProblem] = []
  private var problemsDropped = 0
  private var top = TopFolder()

  init(limits: ArchiveLimits) {
    self.limits = limits
  }

  /// Keeps a problem, unless there are too many of them.
  mutating func note(_ code: ArchiveProblem.Code, _ message: String, member: String? = nil) {
    if problems.count < limits.problems {
      let shown = member.map { String($0.prefix(Self.nameShown)) }
      problems.append(ArchiveProblem(code: code, message: message, member: shown))
    } else {
      problemsDropped += 1
    }
  }

  /// Keeps a problem and the outcome that it means.
  mutating func note(_ fault: StreamFault, member: String? = nil) {
    note(fault.code, fault.message, member: member)
    worsen(to: fault.outcome)
  }

  /// Sets the outcome unless a worse one is known.
  mutating func worsen(to other: ArchiveScan.Outcome) {
    if other.severity > outcome.severity { outcome = other }
  }

  /// Counts an entry, readable or not; false when there are too many.
  mutating func admitEntry(_ name: String? = nil) -> Bool {
    guard entriesMet < limits.entries else {
      note(
        .limited(.limitEntries, "there are more than the limit of \(limits.entries) entries"),
        member: name)
      return false
    }
    entriesMet += 1
    return true
  }

  /// Counts a member; false when its name is too long.
  mutating func admit(_ member: ArchiveMember) -> Bool {
    let nameBytes = member.path.utf8.count
    guard nameBytes <= limits.nameBytes else {
      note(
        .limited(
          .limitNameBytes,
          "a name of \(nameBytes) bytes is over the limit of \(limits.nameBytes)"),
        member: member.path)
      return false
    }
    membersSeen += 1
    top.take(member)
    return true
  }

  /// Whether a member may be this long; keeps the problem when not.
  mutating func admits(bytes: Int, of member: ArchiveMember) -> Bool {
    guard bytes > limits.memberBytes else { return true }
    note(
      .limited(
        .limitMemberBytes, "the member is larger than the limit of \(limits.memberBytes) bytes"),
      member: member.path)
    return false
  }

  /// The first problem that was kept, for an error that has to name one.
  var firstMessage: String? { problems.first?.message }

  /// The finished report; the file name gives the identity when there is no top folder.
  func scan(
    compressedBytes: Int?, compressedBytesRead: Int, uncompressedBytesRead: Int, fileName: String?
  ) -> ArchiveScan {
    var kept = problems
    if problemsDropped > 0 {
      kept.append(
        ArchiveProblem(
          code: .furtherProblems, message: "\(problemsDropped) further problems are not listed"))
    }
    return ArchiveScan(
      outcome: outcome, compressedBytes: compressedBytes, compressedBytesRead: compressedBytesRead,
      uncompressedBytesRead: uncompressedBytesRead, membersSeen: membersSeen, problems: kept,
      topFolder: top.name,
      identity: top.name.flatMap { ArchiveIdentity(name: $0) }
        ?? fileName.flatMap { ArchiveIdentity(fileName: $0) })
  }
}

extension ArchiveScan.Outcome {
  /// How much a reader has to distrust the result.
  fileprivate var severity: Int {
    switch self {
    case .complete: 0
    case .stoppedEarly: 1
    case .limited: 2
    case .truncated: 3
    case .corrupt: 4
    }
  }
}
