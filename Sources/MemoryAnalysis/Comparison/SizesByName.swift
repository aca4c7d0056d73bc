internal import MemorySections

/// A table of one snapshot as named sizes; rows of one name are one item.
struct SizesByName {
  private(set) var sizes: [String: Quantity] = [:]
  /// The items without a known size.
  private(set) var unsized: Set<String> = []
  /// Whether an item that is not listed does not exist.
  let isWhole: Bool

  /// A table that the snapshot does not have.
  static let missing = SizesByName([String](), isWhole: false, name: \.self, size: { _ in nil })

  /// Adds up the sizes of the rows by name; one row without a size makes its item's size unknown.
  init<Item>(
    _ items: [Item], isWhole: Bool, name: (Item) -> String, size: (Item) -> Quantity?
  ) {
    self.isWhole = isWhole
    for item in items {
      let name = name(item)
      guard let size = size(item), !unsized.contains(name) else {
        sizes[name] = nil
        unsized.insert(name)
        continue
      }
      sizes[name] = sizes[name].map { $0 + size } ?? size
    }
  }

  /// The names of all items, those without a size included.
  var names: Set<String> { unsized.union(sizes.keys) }

  /// Whether the snapshot does not have the table.
  var isMissing: Bool { !isWhole && names.isEmpty }

  /// Whether an item's size is known, zero included.
  func knows(_ name: String) -> Bool {
    sizes[name] != nil || isWhole && !unsized.contains(name)
  }

  /// The items of both tables.
  func merging(_ others: SizesByName) -> SizesByName {
    var merged = SizesByName([String](), isWhole: isWhole && others.isWhole, name: \.self) { _ in
      nil
    }
    merged.sizes = sizes.merging(others.sizes) { $0 + $1 }
    merged.unsized = unsized.union(others.unsized)
    return merged
  }

  /// The changes from one table to another, largest difference first, unknown ones last.
  ///
  /// If only one snapshot has the table, each of its rows is unknown in the other.
  static func changes(
    from old: SizesByName?, to new: SizesByName?, family: (String) -> String? = { _ in nil }
  ) -> [Change] {
    let (old, new) = (old ?? .missing, new ?? .missing)
    return old.names.union(new.names)
      .map { Change(name: $0, family: family($0), from: old, to: new) }
      .sorted { $0.precedes($1) }
  }
}

extension Change {
  fileprivate func precedes(_ other: Change) -> Bool {
    if let delta, let otherDelta = other.delta {
      return (delta.bytes.magnitude, other.name) > (otherDelta.bytes.magnitude, name)
    }
    if delta == nil, other.delta == nil {
      return (size, other.name) > (other.size, name)
    }
    return delta != nil
  }

  private var size: UInt { (new ?? old)?.bytes.magnitude ?? 0 }
}
