public import MemorySections

/// One item's memory in two snapshots.
public struct Change: Sendable, Hashable {
  /// The item's name: a zone, a family, a row of the wired table, a kext, a process.
  public let name: String
  /// The family of a zone; nil for other items.
  public let family: String?
  /// The old size; nil when the item was absent or its size unknown.
  public let old: Quantity?
  /// The new size; nil when the item is absent or its size unknown.
  public let new: Quantity?
  /// How the item changed.
  public let status: Status

  /// The difference in bytes, positive for growth; an absent item counts as zero.
  public var delta: Quantity { (new ?? .zero) - (old ?? .zero) }

  /// How an item changed.
  public enum Status: String, Sendable, Codable {
    case grew
    case shrank
    /// The difference is within the tolerance of the two sizes.
    case same
    /// The item is only in the new snapshot.
    case new
    /// The item was only in the old snapshot.
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
