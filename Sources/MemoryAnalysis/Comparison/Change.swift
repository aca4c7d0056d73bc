public import MemorySections

/// One item's memory in two snapshots.
public struct Change: Sendable, Hashable {
  /// The item's name: a zone, a family, a row of the wired table, a kext, a process.
  public private(set) var name: String
  /// The family of a zone; nil for other items.
  public let family: String?
  /// The old size; nil when the item was absent or its size is unknown.
  public let old: Quantity?
  /// The new size; nil when the item is absent or its size is unknown.
  public let new: Quantity?
  /// How the item changed.
  public let status: Status
  /// The snapshot that does not give the item's size; nil unless the status is `unknown`.
  ///
  /// If neither does, it is the one without the table.
  public let unknownIn: Side?

  /// The difference in bytes, positive for growth; nil when unknown.
  ///
  /// An item that a complete table does not list counts as zero.
  public var delta: Quantity? {
    status == .unknown ? nil : (new ?? .zero) - (old ?? .zero)
  }

  /// One of the two snapshots of a comparison.
  public enum Side: String, Sendable, Codable {
    case old
    case new
  }

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
    /// One snapshot lacks the item's section, has an incomplete one, or does not give its size.
    case unknown
  }

  /// Compares an item of two tables.
  init(name: String, family: String? = nil, from older: SizesByName, to newer: SizesByName) {
    self.name = name
    self.family = family
    old = older.sizes[name]
    new = newer.sizes[name]
    let isKnown = (older.knows(name), newer.knows(name))
    unknownIn =
      switch isKnown {
      case (true, true): nil
      case (true, false): .new
      case (false, true): .old
      case (false, false): newer.isMissing ? .new : .old
      }
    status = unknownIn == nil ? Self.status(old, new) : .unknown
  }

  /// The same change under another name.
  func renamed(_ name: String) -> Change {
    var change = self
    change.name = name
    return change
  }

  private static func status(_ old: Quantity?, _ new: Quantity?) -> Status {
    switch (old, new) {
    case (nil, nil): return .same
    case (nil, _): return .new
    case (_, nil): return .gone
    case (let old?, let new?):
      let delta = new - old
      if delta.bytes.magnitude <= delta.tolerance.magnitude { return .same }
      return delta.bytes > 0 ? .grew : .shrank
    }
  }
}
