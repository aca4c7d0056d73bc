internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The counted entries of a ledger as a tree: side, component, then zone, kext or app, then process.
struct LedgerTree {
  let snapshot: Snapshot
  let ledger: Ledger
  /// The entries that are part of another, by that entry's component.
  private let parts: [String: [LedgerEntry]]

  init(snapshot: Snapshot, ledger: Ledger) {
    self.snapshot = snapshot
    self.ledger = ledger
    var parts: [String: [LedgerEntry]] = [:]
    for entry in ledger.entries {
      if case .subset(let whole) = entry.relation { parts[whole, default: []].append(entry) }
    }
    self.parts = parts
  }

  /// A name and a size of the tree.
  struct Node {
    var name: String
    var size: Quantity
    var role: MemoryRole
    var children: [Node] = []
  }

  /// The sides, then what is unexplained, where that is not negative.
  var roots: [Node] {
    var roots = [LedgerEntry.Side.kernel, .user, .machine].compactMap(side)
    if let unexplained = ledger.unexplained, unexplained.bytes > 0 {
      roots.append(Node(name: "unexplained", size: unexplained, role: .unexplained))
    }
    return roots
  }

  private func side(_ side: LedgerEntry.Side) -> Node? {
    let entries = ledger.entries.filter { $0.side == side && $0.isCounted }
    let nodes = entries.compactMap { entry -> Node? in
      guard let size = entry.quantity, size.bytes > 0 else { return nil }
      return Node(
        name: entry.component, size: size, role: MemoryRole(side), children: parts(of: entry))
    }
    guard !nodes.isEmpty else { return nil }
    // One component needs no level above it: the processes are the users' side.
    if side == .user, nodes.count == 1 { return nodes.first }
    return Node(
      name: side.rawValue, size: ledger.counted(side), role: MemoryRole(side),
      children: nodes.sorted(by: Self.order))
  }

  private func parts(of entry: LedgerEntry) -> [Node] {
    let role = MemoryRole(entry.side)
    let parts: [Node] =
      switch entry.component {
      case LedgerComponent.zones:
        (snapshot.zprint?.zones ?? []).map { Node(name: $0.name, size: $0.least, role: role) }
      case LedgerComponent.processes: apps(within: entry.quantity)
      default:
        (self.parts[entry.component] ?? []).compactMap { part in
          part.quantity.map { Node(name: part.component, size: $0, role: role) }
        }
      }
    return Self.drawn(parts)
  }

  /// The nodes that have a width, the largest first.
  private static func drawn(_ nodes: [Node]) -> [Node] {
    nodes.filter { $0.size.bytes > 0 }.sorted(by: order)
  }

  /// The apps, and their processes, by the resident part of their footprints, which the component adds up.
  ///
  /// None where only the sum of the compressed parts is known: whole footprints exceed the component.
  private func apps(within whole: Quantity?) -> [Node] {
    var apps: [String: [Node]] = [:]
    for process in UserProcesses(snapshot)?.processes ?? [] {
      guard let footprint = process.footprint else { continue }
      let resident = process.details?.total?.swapped.map { footprint - $0 } ?? footprint
      apps[process.app, default: []].append(
        Node(
          name: process.pid.map { "\(process.name) [\($0)]" } ?? process.name, size: resident,
          role: .user))
    }
    let nodes = apps.map { app, processes in
      Node(
        name: app, size: processes.map(\.size).sum(), role: .user,
        children: processes.count > 1 ? Self.drawn(processes) : [])
    }
    let excess = nodes.map(\.size).sum() - (whole ?? .zero)
    return excess.bytes > excess.tolerance ? [] : nodes
  }

  private static func order(_ left: Node, _ right: Node) -> Bool {
    (left.size.bytes, right.name) > (right.size.bytes, left.name)
  }
}

extension Icicle {
  /// The tree of one capture.
  init(_ title: String, of tree: LedgerTree) {
    self.init(title: title, captures: [""], roots: tree.roots.map(Node.init))
  }

  /// The trees of two captures: nodes of one name stand at one place.
  ///
  /// The sides keep their order; below them the largest node of either capture comes first.
  init(_ title: String, old: (String, LedgerTree), new: (String, LedgerTree)) {
    self.init(
      title: title, captures: [old.0, new.0], roots: Self.paired(old.1.roots, new.1.roots))
  }

  private static func paired(_ old: [LedgerTree.Node], _ new: [LedgerTree.Node]) -> [Node] {
    let older = Dictionary(old.map { ($0.name, $0) }, uniquingKeysWith: LedgerTree.Node.joined)
    let newer = Dictionary(new.map { ($0.name, $0) }, uniquingKeysWith: LedgerTree.Node.joined)
    var seen: Set<String> = []
    return (old + new).filter { seen.insert($0.name).inserted }.map { node in
      let (one, other) = (older[node.name], newer[node.name])
      let children = paired(one?.children ?? [], other?.children ?? [])
      return Node(
        node.name, [one?.size, other?.size], node.role,
        children: children.sorted { ($0.largestBytes, $1.name) > ($1.largestBytes, $0.name) })
    }
  }
}

extension LedgerTree.Node {
  /// Two nodes of one name, such as two zones, as one.
  fileprivate static func joined(_ left: Self, _ right: Self) -> Self {
    var joined = left
    joined.size += right.size
    joined.children += right.children
    return joined
  }
}

extension Icicle.Node {
  fileprivate init(_ node: LedgerTree.Node) {
    self.init(node.name, [node.size], node.role, children: node.children.map(Icicle.Node.init))
  }
}

extension ReportPages {
  /// The counted entries as a tree.
  var icicle: Icicle {
    Icicle("Memory by holder", of: LedgerTree(snapshot: snapshot, ledger: report.ledger))
  }
}
