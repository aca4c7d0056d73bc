/// The snapshots of one machine in the order of their capture, split where it was rebooted.
public struct Series: Sendable {
  /// The boots, the oldest first, each with its snapshots in the order of time.
  public let boots: [[TimedSnapshot]]
  /// What makes the series uncertain, in sentences.
  public let caveats: [String]

  /// Why snapshots are no series.
  public enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The archives are of several machines.
    case severalMachines(String, String)
    /// An archive does not say when it was captured.
    case noTime(String)

    /// One sentence that says what is wrong, and with which archives.
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
  /// - Throws: `Failure` when they are of several machines, or one of them has no time.
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
      // All pairs, not neighbours alone: an archive that says little may stand between two that do.
      for other in timed[(index + 1)...]
      where SnapshotRelation(one.snapshot, other.snapshot).isSameMachine == false {
        throw .severalMachines(one.snapshot.archive.path, other.snapshot.archive.path)
      }
    }
    boots = Self.split(timed)
    caveats = Self.caveats(
      zip(timed, timed.dropFirst()).map { SnapshotRelation($0.snapshot, $1.snapshot) })
  }

  /// A boot that is not known goes with the one before: a reboot that is not seen makes a drop, which
  /// no verdict takes for a leak.
  ///
  /// Each snapshot is held against the last one before it whose boot is known.
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

/// A snapshot and when it was captured.
public struct TimedSnapshot: Sendable {
  /// Seconds since 1970.
  public let time: Int
  /// What was captured.
  public let snapshot: Snapshot
}
