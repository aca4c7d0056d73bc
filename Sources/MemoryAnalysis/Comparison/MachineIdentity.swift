public import AllocationBalance
internal import MemorySections

/// Identifies a machine by the same facts as `SnapshotRelation`.
///
/// One model with one host name is one machine. Without a host name, it is one model with one boot
/// time. Without these, a snapshot is a machine of its own: unknown facts never join two.
public enum MachineIdentity: Sendable, Hashable {
  /// A model and a host name.
  case named(model: String, hostName: String)
  /// A model and a boot time in seconds since 1970, with a tolerance of `jitter` seconds.
  case booted(model: String, seconds: Int, jitter: Int)
  /// Too little is known; possibly the model.
  case unknown(model: String?)

  /// Identifies the machine of a snapshot.
  public init(_ snapshot: Snapshot) {
    // The family alone (`Mac`) still tells one device of a host name from another.
    if let model = snapshot.model ?? snapshot.archive.model,
      let hostName = snapshot.sysctl?.hostName
    {
      self = .named(model: model, hostName: hostName)
    } else if let model = snapshot.model, let boot = snapshot.bootTime {
      self = .booted(model: model, seconds: boot.seconds, jitter: boot.jitter)
    } else {
      self = .unknown(model: snapshot.model)
    }
  }

  /// The key of the machine, the same for all of its captures: `Mac16,5 studio.local`.
  ///
  /// Nil when too little is known to recognize the machine.
  public var key: String? {
    switch self {
    case .named(let model, let hostName): "\(model) \(hostName)"
    case .booted(let model, let seconds, _): "\(model) booted \(seconds)"
    case .unknown: nil
    }
  }
}
