public import MemorySections

/// Every process of a capture with its footprint, from the best list that the capture has.
///
/// Sources and their order: <doc:ProcessesAndApps>. Names, apps and peaks come from all lists.
public struct UserProcesses: Sendable {
  /// The list that the footprints are read from.
  public let origin: UserFigure.Origin
  /// Every process but `kernel_task`, the largest first; those without a figure last.
  public let processes: [UserProcess]
  /// The processes by app, the largest first.
  public let groups: [AppGroup]
  /// `kernel_task` in a list that prints its ledger: what was billed to the task, not the kernel.
  ///
  /// Nil for footprint, which adds the kernel's tables up, and when no list has it.
  public let kernelTask: UserProcess?
  /// The list that `kernelTask` is read from.
  public let kernelTaskOrigin: UserFigure.Origin?
  /// The compressed part of all footprints; nil when unknown.
  public let compressed: Quantity?
  /// The sum of the known footprints.
  public let sum: Quantity
  /// Whether the text breaks off, or some process could not be examined.
  public let isLowerBound: Bool

  /// The processes of the best list; nil when no list has a footprint.
  public init?(_ snapshot: Snapshot) {
    self.init(snapshot, ProcessSource.all(snapshot))
  }

  /// The processes of each list that a snapshot has, best list first.
  package static func all(_ snapshot: Snapshot) -> [UserProcesses] {
    let sources = ProcessSource.all(snapshot)
    return sources.compactMap { used in
      UserProcesses(snapshot, [used] + sources.filter { $0.origin != used.origin })
    }
  }

  /// The processes of one list; nil when the snapshot lacks it.
  package init?(_ snapshot: Snapshot, from origin: UserFigure.Origin) {
    let sources = ProcessSource.all(snapshot)
    guard let used = sources.first(where: { $0.origin == origin }) else { return nil }
    self.init(snapshot, [used] + sources.filter { $0.origin != origin })
  }

  /// The best list that all snapshots have; nil when there is none.
  package static func commonOrigin(_ snapshots: [Snapshot]) -> UserFigure.Origin? {
    UserFigure.Origin.common(snapshots.map { Set(ProcessSource.all($0).map(\.origin)) })
  }

  /// The first source gives the footprints; the others are compared with it.
  private init?(_ snapshot: Snapshot, _ sources: [ProcessSource]) {
    guard let used = sources.first else { return nil }
    let joined = JoinedProcesses(snapshot, sources)
    let user = used.processes.indices.filter { !used.processes[$0].isKernel }
    origin = used.origin
    processes = user.map { joined.process(at: $0) }.sorted { left, right in
      (left.footprint?.bytes ?? -1, right.source.line)
        > (right.footprint?.bytes ?? -1, left.source.line)
    }
    groups = AppGroup.groups(of: processes)
    let ledger = sources.lazy.filter(\.origin.printsLedgerOfKernelTask).compactMap { source in
      source.processes.firstIndex { $0.isKernel && $0.footprint != nil }.map { (source, $0) }
    }.first
    kernelTask = ledger.map { joined.process(at: $1, of: $0) }
    kernelTaskOrigin = ledger?.0.origin
    let sizes = processes.compactMap(\.footprint)
    sum = sizes.sum()
    isLowerBound = used.isIncomplete || sizes.count < processes.count
    compressed = Self.compressed(snapshot, used)
  }

  private static func compressed(_ snapshot: Snapshot, _ used: ProcessSource) -> Quantity? {
    if used.origin == .processes { return snapshot.footprint?.swapped }
    let parts = used.user.compactMap(\.compressed)
    return parts.isEmpty ? snapshot.vmStat?.size(.storedInCompressor) : parts.sum()
  }
}

/// The processes of one source with what the others say of the same process numbers.
private struct JoinedProcesses {
  private let sources: [ProcessSource]
  private let relations: ProcessRelations
  /// The processes of each source but the first, by their number.
  private let others: [(origin: UserFigure.Origin, rows: [Int: ListedProcess])]
  /// footprint's processes, and their places by process number.
  private let details: [FootprintProcess]
  private let places: [Int: Int]

  init(_ snapshot: Snapshot, _ sources: [ProcessSource]) {
    self.sources = sources
    relations = ProcessRelations(snapshot)
    others = sources.dropFirst().map { source in
      let rows = source.processes.compactMap { row in row.pid.map { ($0, row) } }
      return (source.origin, Dictionary(rows) { first, _ in first })
    }
    details = sources.first { !$0.details.isEmpty }?.details ?? []
    places = Dictionary(zip(details.map(\.pid), details.indices)) { first, _ in first }
  }

  /// A process of the first source.
  func process(at index: Int) -> UserProcess { process(at: index, of: sources[0]) }

  /// A process of a source.
  func process(at index: Int, of source: ProcessSource) -> UserProcess {
    let row = source.processes[index]
    let same = others.compactMap { other -> (UserFigure.Origin, ListedProcess)? in
      guard other.origin != source.origin, let match = row.pid.flatMap({ other.rows[$0] }),
        Self.isSameName(row.name, match.name)
      else { return nil }
      return (other.origin, match)
    }
    let differing = same.compactMap { origin, match -> UserProcess.OtherFootprint? in
      guard let one = row.footprint, let two = match.footprint, one.differs(from: two) else {
        return nil
      }
      return UserProcess.OtherFootprint(origin: origin, footprint: two)
    }
    return UserProcess(
      name: relations.fullName(of: row.name, pid: row.pid), pid: row.pid,
      app: relations.app(of: row.name, pid: row.pid), footprint: row.footprint,
      lifetimePeak: row.lifetimePeak ?? same.lazy.compactMap(\.1.lifetimePeak).first,
      source: Source(path: source.path, line: row.line),
      details: source.details.isEmpty
        ? row.pid.flatMap { places[$0] }.map { details[$0] } : source.details[index],
      otherFootprints: differing)
  }

  /// Whether two lists mean one process: a number may be given again, and names may be cut.
  private static func isSameName(_ left: String, _ right: String) -> Bool {
    left.hasPrefix(right) || right.hasPrefix(left)
  }
}

extension UserFigure.Origin {
  /// The best list that is in each of the sets; nil when there is none.
  package static func common(_ lists: [Set<UserFigure.Origin>]) -> UserFigure.Origin? {
    allCases.first { origin in lists.allSatisfy { $0.contains(origin) } }
  }

  /// Whether its figure of `kernel_task` is the ledger `phys_footprint`.
  fileprivate var printsLedgerOfKernelTask: Bool {
    switch self {
    case .taskInfo, .spindump: true
    // top's figure has another meaning up to 10.13, and a place of its own in reports.
    case .processes, .summary, .top, .jetsamPriority, .jetsamEvent: false
    }
  }
}
