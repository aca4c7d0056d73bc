internal import MemoryAnalysis
internal import MemorySections

/// Trees of sizes as rows of boxes: each row splits the one above it.
///
/// A node has one place in all trees of the figure, as wide as the larger of its sizes, and its box is
/// filled as far as its size in that tree.
struct IcicleMarkup {
  let icicle: Icicle
  let id: String

  private static let rowHeight = 28
  /// The most nodes below one; the others are drawn as one.
  private static let mostChildren = 40

  /// A node with its place.
  private struct Placed {
    var node: Icicle.Node
    var x: Double
    var width: Double
    var depth: Int
    var parent: String
  }

  func write(to markup: inout Markup) {
    let placed = self.placed
    let rows = (placed.map(\.depth).max() ?? 0) + 1
    markup.element(
      "figure",
      [.value("class", "icicle"), .value("id", id), .text("aria-label", icicle.title)]
    ) { markup in
      markup.element("figcaption") { markup in
        markup.element("strong", [], icicle.title)
        markup.text(". Each row splits the one above it; the tables below have all figures.")
      }
      for (tree, name) in icicle.captures.enumerated() {
        if !name.isEmpty { markup.element("p", [.value("class", "tree")], name) }
        markup.element(
          "svg",
          [
            .value("class", "tree"), .value("role", "img"), .text("aria-label", words(tree)),
            .value("width", "100%"), .value("height", String(rows * Self.rowHeight)),
          ]
        ) { markup in
          for place in placed { box(place, tree).write(to: &markup) }
        }
      }
      markup.element("p", [.value("class", "status"), .value("role", "status")]) { _ in }
    }
  }

  private func box(_ place: Placed, _ tree: Int) -> Box {
    let node = place.node
    let bytes = tree < node.sizes.count ? node.sizes[tree]?.bytes ?? 0 : 0
    let slot = Self.slot(node)
    return Box(
      x: place.x, width: place.width, y: place.depth * Self.rowHeight,
      height: Self.rowHeight - 1,
      style: "node box \(node.role.rawValue) depth\(min(place.depth, 2))", label: node.name,
      title: title(of: place), filled: Coordinate.share(Double(bytes), of: slot))
  }

  private func title(of place: Placed) -> String {
    let sizes = zip(icicle.captures, place.node.sizes).map { capture, size in
      let words = size?.words ?? "not there"
      return capture.isEmpty ? words : "\(capture) \(words)"
    }
    let parent = place.parent.isEmpty ? "" : " (in \(place.parent))"
    return place.node.name + parent + ": " + sizes.joined(separator: "; ")
  }

  /// The room of a node: its larger size, or that of its parts where they are more.
  private static func slot(_ node: Icicle.Node) -> Double {
    max(Double(node.largestBytes), node.children.reduce(0.0) { $0 + slot($1) })
  }

  /// All nodes with their places, each level after the one above it.
  private var placed: [Placed] {
    let total = icicle.roots.reduce(0) { $0 + Self.slot($1) }
    var all: [Placed] = []
    var level: [Placed] = []
    Self.place(icicle.roots, from: 0, scale: Coordinate.share(1, of: total), 0, "", &level)
    while !level.isEmpty {
      all += level
      var next: [Placed] = []
      for parent in level {
        let scale = Coordinate.share(parent.width, of: Self.slot(parent.node))
        Self.place(
          parent.node.children, from: parent.x, scale: scale, parent.depth + 1, parent.node.name,
          &next)
      }
      level = next
    }
    return all
  }

  private static func place(
    _ nodes: [Icicle.Node], from start: Double, scale: Double, _ depth: Int, _ parent: String,
    _ placed: inout [Placed]
  ) {
    var x = start
    for node in gathered(nodes) {
      let width = slot(node) * scale
      placed.append(Placed(node: node, x: x, width: width, depth: depth, parent: parent))
      x += width
    }
  }

  /// The largest nodes, and the others as one.
  private static func gathered(_ nodes: [Icicle.Node]) -> [Icicle.Node] {
    guard nodes.count > mostChildren, let first = nodes.first else { return nodes }
    let rest = nodes[mostChildren...]
    let sizes = first.sizes.indices.map { tree in
      rest.compactMap { tree < $0.sizes.count ? $0.sizes[tree] : nil }.sum()
    }
    let name = SizeText.counted(rest.count, "smaller one")
    return Array(nodes[..<mostChildren]) + [Icicle.Node(name, sizes, first.role)]
  }

  private func words(_ tree: Int) -> String {
    let roots = icicle.roots.compactMap { root -> String? in
      guard tree < root.sizes.count, let size = root.sizes[tree] else { return nil }
      let parts = root.children.prefix(3).compactMap { part in
        part.sizes[tree].map { "\(part.name) \(SizeText.short($0.bytes))" }
      }
      let inside = parts.isEmpty ? "" : " (largest: \(parts.joined(separator: ", ")))"
      return "\(root.name) \(SizeText.short(size.bytes))\(inside)"
    }
    let name = icicle.captures[tree].isEmpty ? "" : ", \(icicle.captures[tree])"
    return "\(icicle.title)\(name): " + roots.joined(separator: "; ")
  }
}
