internal import AllocationBalance
internal import MemorySections

/// Named sizes of one snapshot; items of one name are one item.
struct SizesByName {
  private(set) var sizes: [String: Quantity] = [:]

  init<Item>(_ items: [Item], name: (Item) -> String, size: (Item) -> Quantity?) {
    for item in items {
      guard let size = size(item) else { continue }
      sizes[name(item)] = sizes[name(item)].map { $0 + size } ?? size
    }
  }

  /// The changes from these sizes to `newer`, largest difference first.
  func changes(to newer: SizesByName, family: (String) -> String? = { _ in nil }) -> [Change] {
    Set(sizes.keys).union(newer.sizes.keys)
      .map { name in
        Change(name: name, family: family(name), old: sizes[name], new: newer.sizes[name])
      }
      .sorted { left, right in
        (left.delta.bytes.magnitude, right.name) > (right.delta.bytes.magnitude, left.name)
      }
  }
}

extension SizesByName {
  /// The kernel's components from a source; none without one.
  ///
  /// Each counted byte belongs to exactly one component. They are zone families and rows of the
  /// wired table, or the categories of kernel_task.
  init(kernelOf snapshot: Snapshot, by origin: KernelFigure.Origin?) {
    let zprint = snapshot.zprint
    let zones = SizesByName(
      zprint?.zones ?? [], name: { "zone " + $0.family }, size: { $0.current ?? $0.used })
    switch origin {
    case .wiredTable:
      let mlock = zprint?.mlock
      let rows = (zprint?.countedWired ?? []).filter { $0 != mlock }
      self = SizesByName(rows, name: \.name, size: \.size).merging(zones)
    case .zones: self = zones
    case .kernelTask:
      let categories = snapshot.footprint?.kernelTask?.categories ?? []
      self = SizesByName(categories, name: \.name, size: \.dirty)
    case .vmStatWired, .topWired, nil: self = SizesByName([KernelMap](), name: \.name, size: \.size)
    }
  }

  private func merging(_ others: SizesByName) -> SizesByName {
    var merged = self
    merged.sizes.merge(others.sizes) { $0 + $1 }
    return merged
  }
}
