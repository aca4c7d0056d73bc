public import MemorySections

/// How one thing's memory differs between two snapshots.
public struct Change: Sendable, Hashable {
  /// The thing's name: a zone, a family, a row of the wired table, a kext, a process.
  public let name: String
  /// The family of a zone; nil for other things.
  public let family: String?
  /// What it held; nil when it was not there, or its size was not known.
  public let old: Quantity?
  /// What it holds; nil when it is not there, or its size is not known.
  public let new: Quantity?
  /// What became of it.
  public let status: Status

  /// The difference in bytes, positive for growth; what is not there counts as nothing.
  public var delta: Quantity { (new ?? .zero) - (old ?? .zero) }

  /// What became of a thing.
  public enum Status: String, Sendable, Codable {
    case grew
    case shrank
    /// The difference is within what the two sizes may be off by.
    case same
    /// It is in the new snapshot only.
    case new
    /// It was in the old snapshot only.
    case gone
  }

  init(name: String, family: String? = nil, old: Quantity?, new: Quantity?) {
    self.name = name
    self.family = family
    self.old = old
    self.new = new
    status = Self.status(old, new)
  }

  private static func status(_ old: Quantity?, _ new: Quantity?) -> Status {
    switch (old, new) {
    case (nil, _): return .new
    case (_, nil): return .gone
    case (let old?, let new?):
      let delta = new - old
      if delta.bytes.magnitude <= delta.tolerance.magnitude { return .same }
      return delta.bytes > 0 ? .grew : .shrank
    }
  }
}
