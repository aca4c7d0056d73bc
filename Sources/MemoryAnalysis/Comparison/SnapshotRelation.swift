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
    let (older, newer) = (MachineFacts(old), MachineFacts(new))
    isSameMachine = older.isSameMachine(as: newer)
    isSameBoot = older.isSameBoot(as: newer)
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
}

/// What tells machines and boots apart.
///
/// The snapshots of a series mostly have the same facts.
struct MachineFacts: Hashable {
  private let platform: String?
  private let model: String?
  private let hostName: String?
  /// The boot time in seconds since 1970; nil when unknown.
  let bootSeconds: Int?
  private let bootJitter: Int?

  init(_ snapshot: Snapshot) {
    platform = snapshot.platform
    model = snapshot.model
    hostName = snapshot.sysctl?.hostName
    let boot = snapshot.bootTime
    (bootSeconds, bootJitter) = (boot?.seconds, boot?.jitter)
  }

  /// Whether both are of one boot of one machine; nil when a boot time is unknown.
  func isSameBoot(as other: MachineFacts) -> Bool? {
    isSameMachine(as: other) == false ? false : sharesBoot(with: other)
  }

  /// Whether the boot times are one; nil when one is unknown.
  private func sharesBoot(with other: MachineFacts) -> Bool? {
    guard let bootSeconds, let otherSeconds = other.bootSeconds else { return nil }
    let apart = bootSeconds.subtractingSaturated(otherSeconds).magnitude
    return apart <= max(bootJitter ?? 0, other.bootJitter ?? 0).magnitude
  }

  /// Compares platform and model, then the host name or the boot time; nil when unknown.
  func isSameMachine(as other: MachineFacts) -> Bool? {
    if let platform, let otherPlatform = other.platform, platform != otherPlatform {
      return false
    }
    if let model, let otherModel = other.model, model != otherModel { return false }
    let hasModels = model != nil && other.model != nil
    if let hostName, let otherName = other.hostName {
      if hostName != otherName { return false }
      if hasModels { return true }
    }
    return hasModels && sharesBoot(with: other) == true ? true : nil
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
