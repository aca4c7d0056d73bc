internal import MemorySections
internal import Platform

/// A section's list of processes, as a source of the user's side.
struct ProcessSource {
  let origin: UserFigure.Origin
  /// The member that it was read from.
  let path: SourcePath
  /// Every process with its footprint, `kernel_task` included.
  let processes: [ListedProcess]
  /// footprint's processes, in the order of `processes`; empty for other sections.
  let details: [FootprintProcess]
  /// Whether the text breaks off.
  let isIncomplete: Bool

  /// The processes without `kernel_task`.
  var user: [ListedProcess] { processes.filter { !$0.isKernel } }

  private init(
    _ origin: UserFigure.Origin, member: String, _ processes: [ListedProcess],
    details: [FootprintProcess] = [], isIncomplete: Bool
  ) {
    self.origin = origin
    self.path = SourcePath(member)
    self.processes = processes
    self.details = details
    self.isIncomplete = isIncomplete
  }

  /// All sources of a snapshot that say something, best first.
  ///
  /// Where there is none it is footprint's list of processes that could not be examined.
  static func all(_ snapshot: Snapshot) -> [ProcessSource] {
    let sources = UserFigure.Origin.allCases.compactMap { source(snapshot, $0) }
    let measured = sources.filter(\.isMeasured)
    return measured.isEmpty ? sources.filter { $0.origin == .processes } : measured
  }

  /// Whether there is a footprint but zeros: a list of zeros was not measured.
  private var isMeasured: Bool { user.contains { ($0.footprint?.bytes ?? 0) > 0 } }

  /// One source; nil when the snapshot lacks it.
  private static func source(
    _ snapshot: Snapshot, _ origin: UserFigure.Origin
  ) -> ProcessSource? {
    switch origin {
    case .processes: footprint(snapshot)
    case .summary: nil
    case .taskInfo: list(snapshot, TaskInfo.self, origin, \.processes)
    case .spindump: list(snapshot, Spindump.self, origin, \.processes)
    case .top: list(snapshot, TopMemory.self, origin, snapshot.footprints)
    case .jetsamPriority: list(snapshot, JetsamPriority.self, origin, \.processes)
    case .jetsamEvent: jetsamEvent(snapshot)
    }
  }

  private static func list<Listing: ProcessListing>(
    _ snapshot: Snapshot, _: Listing.Type, _ origin: UserFigure.Origin,
    _ processes: (Listing) -> [ListedProcess]
  ) -> ProcessSource? {
    let found = snapshot.all(Listing.self).first { !$0.member.hasSuffix(Snapshot.shutdownEnding) }
    guard let (member, listing) = found else { return nil }
    // A process that is listed twice counts once.
    var seen: Set<Identity> = []
    let rows = processes(listing).filter { row in
      seen.insert(Identity(pid: row.pid, name: row.name)).inserted
    }
    return ProcessSource(
      origin, member: member, rows, isIncomplete: snapshot.isIncomplete(Listing.descriptor.kind))
  }

  private struct Identity: Hashable {
    let pid: Int?
    let name: String
  }

  private static func footprint(_ snapshot: Snapshot) -> ProcessSource? {
    guard let section = snapshot.section(.footprint), let footprint = snapshot.footprint else {
      return nil
    }
    let rows = footprint.processes.map { process in
      ListedProcess(
        name: process.name, pid: process.pid, footprint: process.footprint,
        lifetimePeak: process.peak, line: process.line)
    }
    return ProcessSource(
      .processes, member: section.member, rows, details: footprint.processes,
      isIncomplete: snapshot.isIncomplete(.footprint))
  }

  /// A JetsamEvent within a minute of the capture; others tell of an earlier time.
  private static func jetsamEvent(_ snapshot: Snapshot) -> ProcessSource? {
    guard let captured = snapshot.archive.capturedSeconds else { return nil }
    let event = snapshot.jetsamEvents.first { _, event in
      let time = event.time.flatMap(PrintedTime.secondsSince1970)
      return time.map { $0.subtractingSaturated(captured).magnitude <= 60 } ?? false
    }
    guard let (member, event) = event else { return nil }
    let path = SourcePath(member)
    let rows = event.processes.map { process in
      var footprint = event.size(ofPages: process.residentPages)
      footprint?.source = Source(path: path, line: process.line)
      var peak = event.size(ofPages: process.lifetimePeakPages)
      peak?.source = footprint?.source
      return ListedProcess(
        name: process.name, pid: process.pid, footprint: footprint, lifetimePeak: peak,
        line: process.line)
    }
    let section = snapshot.sections.first { $0.member == member }
    return ProcessSource(
      .jetsamEvent, member: member, rows,
      isIncomplete: section?.coverage.isComplete == false)
  }
}

extension Snapshot {
  /// top's processes with their footprints: up to 10.13, memory and compressed memory together.
  ///
  /// The text tells where a process has more compressed than resident memory; the release otherwise.
  fileprivate func footprints(_ top: TopMemory) -> [ListedProcess] {
    guard top.leavesOutCompressed || isBefore10_14 else { return top.processes }
    return top.processes.map { process in
      guard let memory = process.footprint, let compressed = process.compressed else {
        return process
      }
      return ListedProcess(
        name: process.name, pid: process.pid, footprint: memory + compressed,
        compressed: compressed, parent: process.parent, line: process.line)
    }
  }

  /// Whether the system is OS X or macOS up to 10.13, by its build: Darwin 17 and earlier.
  private var isBefore10_14: Bool {
    guard let digits = build?.prefix(while: \.isNumber), let darwin = Int(digits) else {
      return osVersion?.hasPrefix("10.") == true
        && (osVersion?.split(separator: ".").dropFirst().first).flatMap { Int($0) }
          .map { $0 <= 13 } ?? false
    }
    return darwin <= 17 && platform != "iOS"
  }
}
