internal import Platform
public import AllocationBalance
internal import MemorySections

/// The relation of two snapshots: machine, boot and elapsed time.
public struct SnapshotRelation: Sendable, Hashable {
  /// Whether both are from one machine; nil when unknown.
  public let isSameMachine: Bool?
  /// Whether both are from one boot; nil when a boot time is unknown.
  public let isSameBoot: Bool?
  /// Seconds from the old capture to the new one; nil when a time is unknown.
  public let elapsedSeconds: Int?

  /// The most that a boot time may vary within one boot: setting the clock moves it.
  public static let bootJitterSeconds = 2

  init(_ old: Snapshot, _ new: Snapshot) {
    let sharesBoot = Self.sharesBoot(old, new)
    isSameMachine = Self.isSameMachine(old, new, sharesBoot: sharesBoot)
    isSameBoot = isSameMachine == false ? false : sharesBoot
    elapsedSeconds = old.archive.capturedSeconds.flatMap { older in
      new.archive.capturedSeconds.map { $0.subtractingSaturated(older) }
    }
  }

  /// Bytes per hour; nil unless both snapshots are from one boot, at different times.
  public func perHour(_ bytes: Int) -> Int? {
    guard isSameBoot == true, let elapsedSeconds, elapsedSeconds > 0 else { return nil }
    let rate = Double(bytes) / Double(elapsedSeconds) * 3600
    return Int(exactly: rate.rounded())
  }

  private static func sharesBoot(_ old: Snapshot, _ new: Snapshot) -> Bool? {
    guard let older = old.bootTime, let newer = new.bootTime else { return nil }
    let apart = older.seconds.subtractingSaturated(newer.seconds).magnitude
    return apart <= max(older.jitter, newer.jitter).magnitude
  }

  /// Compares platform and model, then the host name or the boot time; nil when unknown.
  private static func isSameMachine(
    _ old: Snapshot, _ new: Snapshot, sharesBoot: Bool?
  ) -> Bool? {
    if let older = old.platform, let newer = new.platform, older != newer {
      return false
    }
    if let older = old.model, let newer = new.model, older != newer { return false }
    let hasModels = old.model != nil && new.model != nil
    if let older = old.sysctl?.hostName, let newer = new.sysctl?.hostName {
      if older != newer { return false }
      if hasModels { return true }
    }
    return hasModels && sharesBoot == true ? true : nil
  }
}

extension Snapshot {
  /// The boot time in seconds since 1970 with its uncertainty; nil when unknown.
  ///
  /// It comes from sysctl, with jitter. Otherwise it comes from spindump's seconds since boot,
  /// counted from spindump's own start some time into the capture. A boot before 1970 is not
  /// believed.
  public var bootTime: (seconds: Int, jitter: Int)? {
    if let seconds = sysctl?.bootTime { return (seconds, SnapshotRelation.bootJitterSeconds) }
    guard let captured = archive.capturedSeconds, let uptime = spindump?.secondsSinceBoot else {
      return nil
    }
    let boot = captured.subtractingSaturated(uptime)
    return boot > 0 ? (boot, 900) : nil
  }
}
