/// The personal and machine-specific names in an archive, gathered before any output.
public struct Secrets: Sendable, Equatable {
  private var names: [SecretKind: Set<String>] = [:]
  /// Versions that look like an IPv4 address; they stay.
  public internal(set) var versions: Set<String> = []
  /// Whether the archive has more names than are kept.
  ///
  /// No real machine has. A report must then not be written: some names would be left in it.
  public private(set) var isOverfull = false
  private var bytes = 0

  /// The most names of a kind; memory must stay bounded.
  static let maximum = 16_384
  /// The most bytes of all names.
  static let maximumBytes = 4 << 20
  /// The longest name in bytes.
  static let longest = 255

  /// Creates an empty set.
  public init() {}

  /// The names of a kind.
  public subscript(kind: SecretKind) -> Set<String> { names[kind] ?? [] }

  /// Adds the names of another archive, or of another member.
  public mutating func merge(_ other: Secrets) {
    for (kind, names) in other.names {
      for name in names { add(kind, name) }
    }
    for version in other.versions { addVersion(version) }
    if other.isOverfull { isOverfull = true }
  }

  /// Adds a name.
  ///
  /// - Parameters:
  ///   - kind: what it names.
  ///   - name: the name. One that is longer than any name can be is left out.
  public mutating func add(_ kind: SecretKind, _ name: String) {
    guard (2...Self.longest).contains(name.utf8.count), !self[kind].contains(name) else { return }
    guard self[kind].count < Self.maximum, bytes < Self.maximumBytes else {
      isOverfull = true
      return
    }
    bytes += name.utf8.count  // checked: at most `maximumBytes` and one name
    names[kind, default: []].insert(name)
  }

  mutating func addVersion(_ version: String) {
    if versions.count < Self.maximum { versions.insert(version) }
  }
}
