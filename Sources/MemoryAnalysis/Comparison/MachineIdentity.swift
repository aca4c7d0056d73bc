public import AllocationBalance
internal import MemorySections

/// By what a machine is known again, the same facts as `SnapshotRelation` goes by.
///
/// One model and one host name are one machine. Without a host name one model and one boot time are,
/// and without these a snapshot is a machine of its own: what is not known never joins two.
public enum MachineIdentity: Sendable, Hashable {
  /// A model and a host name.
  case named(model: String, hostName: String)
  /// A model and a boot time in seconds since 1970, which may be off by `jitter` seconds.
  case booted(model: String, seconds: Int, jitter: Int)
  /// Too little is known; perhaps the model.
  case unknown(model: String?)

  /// Tells the machine of a snapshot.
  public init(_ snapshot: Snapshot) {
    if let model = snapshot.model, let hostName = snapshot.sysctl?.hostName {
      self = .named(model: model, hostName: hostName)
    } else if let model = snapshot.model, let boot = snapshot.bootTime {
      self = .booted(model: model, seconds: boot.seconds, jitter: boot.jitter)
    } else {
      self = .unknown(model: snapshot.model)
    }
  }

  /// The name of the machine, the same in every capture of it: `Mac16,5 studio.local`.
  ///
  /// Nil when too little is known to find the machine again.
  public var key: String? {
    switch self {
    case .named(let model, let hostName): "\(model) \(hostName)"
    case .booted(let model, let seconds, _): "\(model) booted \(seconds)"
    case .unknown: nil
    }
  }
}
