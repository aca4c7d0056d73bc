internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The footprint of one process as a tree: type of region, and malloc's memory by zone.
struct ProcessIcicle {
  let detail: ProcessDetail

  /// The tree; nil unless vmmap prints what each type adds to a known footprint.
  var icicle: Icicle? {
    guard let footprint = detail.footprint ?? detail.typesFootprint, footprint.bytes > 0,
      detail.typesFootprint != nil
    else { return nil }
    var parts = others
    if let malloc { parts.append(malloc) }
    parts.sort(by: Self.order)
    if let rest = detail.unexplained, rest.bytes > rest.tolerance {
      parts.append(node("in no region", rest, .unexplained))
    }
    return Icicle(
      title: "Footprint of \(detail.title)", captures: [""],
      roots: [node(detail.title, footprint, children: parts)])
  }

  /// The types of region outside of malloc.
  private var others: [Icicle.Node] {
    let malloc = malloc == nil ? [] : Set(detail.mallocTypes.map(\.line))
    return detail.types.filter { !malloc.contains($0.line) }.compactMap { type in
      type.footprint.map { node(type.type, $0) }
    }
  }

  /// malloc by zone, and what is in no zone; nil when that is not known.
  private var malloc: Icicle.Node? {
    guard let size = detail.mallocFootprint, size.bytes > 0 else { return nil }
    let outside = [
      ("MALLOC_LARGE (empty), in no zone", detail.keptEmpty),
      ("bookkeeping, in no zone", detail.mallocRemainder),
    ]
    let zones = detail.zones.map { ($0.name, $0.footprint) } + outside
    let parts = zones.compactMap { name, size -> Icicle.Node? in
      guard let size, size.bytes > 0 else { return nil }
      return node(name, size)
    }
    return node("malloc", size, children: parts.sorted(by: Self.order))
  }

  private func node(
    _ name: String, _ size: Quantity, _ role: MemoryRole = .user, children: [Icicle.Node] = []
  ) -> Icicle.Node {
    Icicle.Node(name, [size], role, children: children)
  }

  private static func order(_ left: Icicle.Node, _ right: Icicle.Node) -> Bool {
    (left.largestBytes, right.name) > (right.largestBytes, left.name)
  }
}
