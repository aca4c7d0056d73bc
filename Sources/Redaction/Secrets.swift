/// What an archive's texts name as a person's or as one machine's, gathered before anything is written.
public struct Secrets: Sendable, Equatable {
  /// Machines' names, as they were set.
  public internal(set) var hosts: Set<String> = []
  /// Short names of accounts.
  public internal(set) var users: Set<String> = []
  /// Serial numbers that had a label.
  public internal(set) var serials: Set<String> = []
  /// Device identifiers that had a label.
  public internal(set) var devices: Set<String> = []
  /// Versions that look like an IPv4 address, which therefore stay.
  public internal(set) var versions: Set<String> = []

  /// How many of each are kept; a text with more is no machine's, and must not fill the memory.
  static let maximum = 10_000

  /// Nothing is known.
  public init() {}

  /// Adds what another archive names.
  public mutating func merge(_ other: Secrets) {
    hosts.formUnion(other.hosts)
    users.formUnion(other.users)
    serials.formUnion(other.serials)
    devices.formUnion(other.devices)
    versions.formUnion(other.versions)
  }

  mutating func add(_ kind: SecretKind, _ value: String) {
    // Longer than any name can be; what is longer was not a name.
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
