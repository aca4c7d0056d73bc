public import AllocationBalance

/// One machine's snapshots in capture order, split at reboots.
public struct Series: Sendable {
  /// The boots, oldest first, each with its snapshots in time order.
  public let boots: [[TimedSnapshot]]
  /// Sentences on what makes the series uncertain.
  public let caveats: [String]

  /// Why snapshots do not form a series.
  public enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The archives are from several machines.
    case severalMachines(String, String)
    /// An archive has no capture time.
    case noTime(String)

    /// One sentence that names the fault and the archives.
    public var description: String {
      switch self {
      case .severalMachines(let one, let other):
        "a trend is of one machine, and these are of two: \(one) and \(other)"
      case .noTime(let path):
        "\(path) does not say when it was captured, so it has no place in a trend"
      }
    }
  }

  /// Orders snapshots into a series.
  ///
  /// - Throws: `Failure` when they are from several machines, or one has no capture time.
  public init(_ snapshots: [Snapshot]) throws(Failure) {
    var timed: [TimedSnapshot] = []
    for snapshot in snapshots {
      guard let time = snapshot.archive.capturedSeconds else {
        throw .noTime(snapshot.archive.path)
      }
      timed.append(TimedSnapshot(time: time, snapshot: snapshot))
    }
    timed.sort { ($0.time, $0.snapshot.archive.path) < ($1.time, $1.snapshot.archive.path) }
    for (index, one) in timed.enumerated() {
      // All pairs: an archive with little information may separate two with more.
      for other in timed[(index + 1)...]
      where SnapshotRelation(one.snapshot, other.snapshot).isSameMachine == false {
        throw .severalMachines(one.snapshot.archive.path, other.snapshot.archive.path)
      }
    }
    let (kept, copies) = Self.withoutCopies(timed)
    boots = Self.split(kept)
    caveats =
      Self.caveats(zip(kept, kept.dropFirst()).map { SnapshotRelation($0.snapshot, $1.snapshot) })
      + copies.map { "\($0.path) is left out: a copy of \($0.of), which says as much or more" }
  }

  /// Keeps the most complete copy of each capture, and names the others.
  private static func withoutCopies(
    _ timed: [TimedSnapshot]
  ) -> (kept: [TimedSnapshot], copies: [(path: String, of: String)]) {
    var kept: [TimedSnapshot] = []
    var copies: [(path: String, of: String)] = []
    for capture in Self.captures(timed) {
      let ranked = capture.sorted { $0.isFuller(than: $1) }
      guard let fullest = ranked.first else { continue }
      kept.append(fullest)
      copies += ranked.dropFirst().map { copy in
        (copy.snapshot.archive.path, fullest.snapshot.archive.path)
      }
    }
    return (kept, copies)
  }

  /// The captures in time order, each with its copies.
  private static func captures(_ timed: [TimedSnapshot]) -> [[TimedSnapshot]] {
    var captures: [[TimedSnapshot]] = []
    for one in timed {
      let known = captures.lastIndex { copies in
        copies.contains(where: one.isCopy)
      }
      if let known { captures[known].append(one) } else { captures.append([one]) }
    }
    return captures
  }

  /// Splits snapshots at reboots; one with an unknown boot joins the boot before it.
  ///
  /// An undetected reboot causes a drop; no verdict takes that for a leak. Each snapshot is
  /// compared with the last one before it with a known boot.
  private static func split(_ timed: [TimedSnapshot]) -> [[TimedSnapshot]] {
    var boots: [[TimedSnapshot]] = []
    for snapshot in timed {
      let known = boots.last?.last { $0.snapshot.bootTime != nil } ?? boots.last?.last
      let isSameBoot = known.flatMap {
        SnapshotRelation($0.snapshot, snapshot.snapshot).isSameBoot
      }
      if boots.isEmpty || isSameBoot == false {
        boots.append([snapshot])
      } else {
        boots[boots.count - 1].append(snapshot)
      }
    }
    return boots
  }

  private static func caveats(_ relations: [SnapshotRelation]) -> [String] {
    var caveats: [String] = []
    if relations.contains(where: { $0.isSameMachine == nil }) {
      caveats.append("the archives do not prove that they are of one machine")
    }
    if relations.contains(where: { $0.isSameBoot == nil }) {
      caveats.append("boot times are not known: a reboot in between would go unnoticed")
    }
    return caveats
  }
}

/// A snapshot with its capture time.
public struct TimedSnapshot: Sendable {
  /// Seconds since 1970.
  public let time: Int
  /// The snapshot.
  public let snapshot: Snapshot
}

extension TimedSnapshot {
  /// Whether this copy of an archive has more information than another.
  ///
  /// A broken download, or a folder extracted from it, often remains beside an archive.
  fileprivate func isFuller(than other: TimedSnapshot) -> Bool {
    (rank.isWhole, rank.members, other.snapshot.archive.path)
      > (other.rank.isWhole, other.rank.members, snapshot.archive.path)
  }

  private var rank: (isWhole: Int, members: Int) {
    (snapshot.scan.outcome == .complete ? 1 : 0, snapshot.scan.membersSeen)
  }

  /// Whether both came from one run of sysdiagnose, judged by names and times.
  fileprivate func isCopy(of other: TimedSnapshot) -> Bool {
    guard let name = snapshot.archive.name, name == other.snapshot.archive.name, time == other.time
    else { return false }
    let relation = SnapshotRelation(snapshot, other.snapshot)
    return relation.isSameMachine != false && relation.isSameBoot != false
  }
}
