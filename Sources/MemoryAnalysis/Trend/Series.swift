public import AllocationBalance

/// One machine's snapshots in capture order, split at reboots.
public struct Series: Sendable {
  /// The boots, oldest first, each with its snapshots in time order.
  public let boots: [[TimedSnapshot]]
  /// Sentences on what makes the series uncertain.
  public let caveats: [String]
  /// The archives that cannot take part, in the given order.
  public let passedOver: [PassedOver]

  /// An archive that cannot take part, and why.
  public struct PassedOver: Sendable, Hashable {
    /// The archive's path.
    public let path: String
    /// The reason, in words that continue the path.
    public let reason: String

    /// Creates an entry for an archive that could not be read.
    public init(path: String, reason: String) {
      self.path = path
      self.reason = reason
    }
  }

  /// Orders snapshots into a series of the machine with most captures.
  ///
  /// - Parameters:
  ///   - snapshots: the snapshots, of any machines.
  ///   - unreadable: archives that could not be read, to be named with the rest.
  public init(_ snapshots: [Snapshot], unreadable: [PassedOver] = []) {
    var passedOver = unreadable
    var timed: [TimedSnapshot] = []
    for snapshot in snapshots {
      if let time = snapshot.archive.capturedSeconds {
        timed.append(TimedSnapshot(time: time, snapshot: snapshot))
      } else {
        passedOver.append(
          PassedOver(
            path: snapshot.archive.path, reason: "does not say when it was captured"))
      }
    }
    timed.sort { ($0.time, $0.snapshot.archive.path) < ($1.time, $1.snapshot.archive.path) }
    let (series, others) = Self.ofOneMachine(timed)
    passedOver += others.map {
      PassedOver(path: $0.snapshot.archive.path, reason: "is of another machine")
    }
    self.passedOver = passedOver
    let (kept, copies) = Self.withoutCopies(series)
    boots = Self.split(kept)
    caveats =
      Self.caveats(zip(kept, kept.dropFirst()).map { SnapshotRelation($0.snapshot, $1.snapshot) })
      + copies.map { "\($0.path) is left out: a copy of \($0.of), which says as much or more" }
  }

  /// The captures of the machine with most of them, of the latest among equals; and all others.
  ///
  /// A capture joins the first machine that none of its captures contradicts: one with little
  /// information may stand between two with more.
  private static func ofOneMachine(
    _ timed: [TimedSnapshot]
  ) -> (series: [TimedSnapshot], others: [TimedSnapshot]) {
    var machines: [[TimedSnapshot]] = []
    var places: [MachineFacts: Int] = [:]
    var facts: [Set<MachineFacts>] = []
    for one in timed {
      let own = MachineFacts(one.snapshot)
      let place = places[own] ?? Self.place(of: own, among: facts)
      places[own] = place
      if place == machines.count {
        machines.append([])
        facts.append([])
      }
      machines[place].append(one)
      facts[place].insert(own)
    }
    let latest = { (machine: [TimedSnapshot]) in machine.last?.time ?? .min }
    guard
      let chosen = machines.indices.max(by: {
        (machines[$0].count, latest(machines[$0])) < (machines[$1].count, latest(machines[$1]))
      })
    else { return ([], []) }
    let others = machines.indices.filter { $0 != chosen }.flatMap { machines[$0] }
    return (machines[chosen], others)
  }

  /// The first machine that the facts do not contradict, one that they prove before others.
  private static func place(of own: MachineFacts, among machines: [Set<MachineFacts>]) -> Int {
    let relations = machines.map { machine in machine.map { $0.isSameMachine(as: own) } }
    return relations.firstIndex { !$0.contains(false) && $0.contains(true) }
      ?? relations.firstIndex { !$0.contains(false) } ?? machines.count
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
      // Copies have one time, and the captures are in its order.
      let known = captures.indices.reversed().prefix { captures[$0].first?.time == one.time }
        .first { captures[$0].contains(where: one.isCopy) }
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
    var known: TimedSnapshot?
    for snapshot in timed {
      let isSameBoot = (known ?? boots.last?.last).flatMap {
        SnapshotRelation($0.snapshot, snapshot.snapshot).isSameBoot
      }
      if boots.isEmpty || isSameBoot == false {
        boots.append([snapshot])
        known = nil
      } else {
        boots[boots.count - 1].append(snapshot)
      }
      if snapshot.snapshot.bootTime != nil { known = snapshot }
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
