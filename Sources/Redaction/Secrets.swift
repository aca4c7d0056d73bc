/// The personal and machine-specific names in an archive, gathered before any output.
public struct Secrets: Sendable, Equatable {
  /// Host names as configured.
  public internal(set) var hosts: Set<String> = []
  /// Short names of accounts.
  public internal(set) var users: Set<String> = []
  /// Labelled serial numbers.
  public internal(set) var serials: Set<String> = []
  /// Labelled device identifiers.
  public internal(set) var devices: Set<String> = []
  /// Versions that look like an IPv4 address; they stay.
  public internal(set) var versions: Set<String> = []

  /// The most names kept of each kind; no real machine has more, and memory must stay bounded.
  static let maximum = 10_000

  /// Creates an empty set.
  public init() {}

  /// Adds the names of another archive.
  public mutating func merge(_ other: Secrets) {
    hosts.formUnion(other.hosts)
    users.formUnion(other.users)
    serials.formUnion(other.serials)
    devices.formUnion(other.devices)
    versions.formUnion(other.versions)
  }

  mutating func add(_ kind: SecretKind, _ value: String) {
    // No name is longer.
    guard (2...255).contains(value.utf8.count) else { return }
    switch kind {
    case .host: Self.add(value, to: &hosts)
    case .user: Self.add(value, to: &users)
    case .serial: Self.add(value, to: &serials)
    case .udid: Self.add(value, to: &devices)
    case .path, .mac, .ip, .email: break
    }
  }

  mutating func addVersion(_ value: String) {
    Self.add(value, to: &versions)
  }

  private static func add(_ value: String, to set: inout Set<String>) {
    if set.count < maximum { set.insert(value) }
  }
}
