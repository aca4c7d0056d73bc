public import AllocationBalance
internal import MemorySections

/// How two snapshots belong together: of one machine, of one boot, how far apart.
public struct SnapshotRelation: Sendable, Hashable {
  /// Whether both are of one machine; nil when the archives do not say enough.
  public let isSameMachine: Bool?
  /// Whether both are of one boot; nil when a boot time is not known.
  public let isSameBoot: Bool?
  /// From the old capture to the new one, in seconds; nil when a time is not known.
  public let elapsedSeconds: Int?

  /// The boot time of one boot may differ by this much: the kernel moves it when the clock is set.
  public static let bootJitterSeconds = 2

  init(_ old: Snapshot, _ new: Snapshot) {
    let sharesBoot = Self.sharesBoot(old, new)
    isSameMachine = Self.isSameMachine(old, new, sharesBoot: sharesBoot)
    isSameBoot = isSameMachine == false ? false : sharesBoot
    elapsedSeconds = old.archive.capturedSeconds.flatMap { older in
      new.archive.capturedSeconds.map { $0 - older }
    }
  }

  /// Bytes per hour; nil unless both snapshots are of one boot and some time lies between them.
  public func perHour(_ bytes: Int) -> Int? {
    guard isSameBoot == true, let elapsedSeconds, elapsedSeconds > 0 else { return nil }
    let rate = Double(bytes) / Double(elapsedSeconds) * 3600
    return Int(exactly: rate.rounded())
  }

  private static func sharesBoot(_ old: Snapshot, _ new: Snapshot) -> Bool? {
    guard let older = old.bootTime, let newer = new.bootTime else { return nil }
    return abs(older.seconds - newer.seconds) <= max(older.jitter, newer.jitter)
  }

  /// One model, and one host name or one boot time; nil when the archives do not say enough.
  private static func isSameMachine(
    _ old: Snapshot, _ new: Snapshot, sharesBoot: Bool?
  ) -> Bool? {
    guard let older = old.model, let newer = new.model else { return nil }
    if older != newer { return false }
    if let older = old.sysctl?.hostName, let newer = new.sysctl?.hostName { return older == newer }
    return sharesBoot == true ? true : nil
  }
}

extension Snapshot {
  /// When the machine was booted, in seconds since 1970, and by how much that may be off.
  ///
  /// From sysctl, which may jitter; else from spindump's seconds since boot, which count from its
  /// own start some time into the capture. Nil when neither is there.
  public var bootTime: (seconds: Int, jitter: Int)? {
    if let seconds = sysctl?.bootTime { return (seconds, SnapshotRelation.bootJitterSeconds) }
    guard let captured = archive.capturedSeconds, let uptime = spindump?.secondsSinceBoot else {
      return nil
    }
    return (captured - uptime, 900)
  }
}
