internal import AllocationBalance

/// One machine's captures in time order, split at reboots.
public struct Series: Sendable {
  /// The boots, oldest first, each with its captures in time order.
  public let boots: [[SeriesCapture]]
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

  /// The names by their numbers in the captures.
  let names: [String]

  /// Orders captures into a series of the machine with most of them.
  init(_ captures: [SeriesCapture], passedOver: [PassedOver], names: [String]) {
    let timed = captures.sorted { ($0.time, $0.archive.path) < ($1.time, $1.archive.path) }
    let (series, others) = Self.ofOneMachine(timed)
    self.passedOver =
      passedOver
      + others.map { PassedOver(path: $0.archive.path, reason: "is of another machine") }
    self.names = names
    let (kept, copies) = Self.withoutCopies(series)
    boots = Self.split(kept)
    caveats =
      Self.caveats(kept)
      + copies.map { "\($0.path) is left out: a copy of \($0.of), which says as much or more" }
  }

  /// The captures of the machine with most of them, of the latest among equals; and all others.
  ///
  /// A capture joins the first machine that none of its captures contradicts: one with little
  /// information may stand between two with more.
  private static func ofOneMachine(
    _ timed: [SeriesCapture]
  ) -> (series: [SeriesCapture], others: [SeriesCapture]) {
    var machines: [[SeriesCapture]] = []
    var places: [MachineFacts: Int] = [:]
    var facts: [Set<MachineFacts>] = []
    for one in timed {
      let own = one.facts
      let place = places[own] ?? Self.place(of: own, among: facts)
      places[own] = place
      if place == machines.count {
        machines.append([])
        facts.append([])
      }
      machines[place].append(one)
      facts[place].insert(own)
    }
    let latest = { (machine: [SeriesCapture]) in machine.last?.time ?? .min }
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
    _ timed: [SeriesCapture]
  ) -> (kept: [SeriesCapture], copies: [(path: String, of: String)]) {
    var kept: [SeriesCapture] = []
    var copies: [(path: String, of: String)] = []
    for capture in Self.captures(timed) {
      let ranked = capture.sorted { $0.isFuller(than: $1) }
      guard let fullest = ranked.first else { continue }
      kept.append(fullest)
      copies += ranked.dropFirst().map { ($0.archive.path, fullest.archive.path) }
    }
    return (kept, copies)
  }

  /// The captures in time order, each with its copies.
  private static func captures(_ timed: [SeriesCapture]) -> [[SeriesCapture]] {
    var captures: [[SeriesCapture]] = []
    for one in timed {
      // Copies have one time, and the captures are in its order.
      let known = captures.indices.reversed().prefix { captures[$0].first?.time == one.time }
        .first { captures[$0].contains(where: one.isCopy) }
      if let known { captures[known].append(one) } else { captures.append([one]) }
    }
    return captures
  }

  /// Splits captures at reboots; one with an unknown boot joins the boot before it.
  ///
  /// An undetected reboot causes a drop; no verdict takes that for a leak. Each capture is
  /// compared with the last one before it with a known boot.
  private static func split(_ timed: [SeriesCapture]) -> [[SeriesCapture]] {
    var boots: [[SeriesCapture]] = []
    var known: SeriesCapture?
    for capture in timed {
      let isSameBoot = (known ?? boots.last?.last).flatMap {
        $0.facts.isSameBoot(as: capture.facts)
      }
      if boots.isEmpty || isSameBoot == false {
        boots.append([capture])
        known = nil
      } else {
        boots[boots.count - 1].append(capture)
      }
      if capture.facts.bootSeconds != nil { known = capture }
    }
    return boots
  }

  private static func caveats(_ captures: [SeriesCapture]) -> [String] {
    let neighbours = zip(captures, captures.dropFirst()).map { ($0.facts, $1.facts) }
    var caveats: [String] = []
    if neighbours.contains(where: { $0.isSameMachine(as: $1) == nil }) {
      caveats.append("the archives do not prove that they are of one machine")
    }
    if neighbours.contains(where: { $0.isSameBoot(as: $1) == nil }) {
      caveats.append("boot times are not known: a reboot in between would go unnoticed")
    }
    return caveats
  }
}

extension SeriesCapture {
  /// Whether this copy of an archive has more information than another.
  ///
  /// A broken download, or a folder extracted from it, often remains beside an archive.
  fileprivate func isFuller(than other: SeriesCapture) -> Bool {
    (rank.isWhole, rank.members, other.archive.path)
      > (other.rank.isWhole, other.rank.members, archive.path)
  }

  private var rank: (isWhole: Int, members: Int) { (scan.isComplete ? 1 : 0, scan.membersSeen) }

  /// Whether both came from one run of sysdiagnose, judged by names and times.
  fileprivate func isCopy(of other: SeriesCapture) -> Bool {
    guard let name = archive.name, name == other.archive.name, time == other.time else {
      return false
    }
    return facts.isSameMachine(as: other.facts) != false
      && facts.isSameBoot(as: other.facts) != false
  }
}
