/// The state of a scan, shared by the walks through a tar and a folder.
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

  /// Records a problem, unless there are too many.
  mutating func note(_ code: ArchiveProblem.Code, _ message: String, member: String? = nil) {
    if problems.count < limits.problems {
      let shown = member.map { String($0.prefix(Self.nameShown)) }
      problems.append(ArchiveProblem(code: code, message: message, member: shown))
    } else {
      problemsDropped += 1
    }
  }

  /// Records a fault as a problem, with its outcome.
  mutating func note(_ fault: StreamFault, member: String? = nil) {
    note(fault.code, fault.message, member: member)
    worsen(to: fault.outcome)
  }

  /// Sets the outcome unless it is already worse.
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

  /// Whether a member of this size is allowed; records a problem when it is not.
  mutating func admits(bytes: Int, of member: ArchiveMember) -> Bool {
    guard bytes > limits.memberBytes else { return true }
    note(
      .limited(
        .limitMemberBytes, "the member is larger than the limit of \(limits.memberBytes) bytes"),
      member: member.path)
    return false
  }

  /// The first problem's message, for an error that must name a cause.
  var firstMessage: String? { problems.first?.message }

  /// The finished scan; without a top folder, the file name gives the identity.
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
  /// How little the result can be trusted.
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
