internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The charts of a comparison; text leaves the section out.
extension ComparisonPages {
  /// How many components have a step of their own.
  private static let stepsShown = 8

  /// From the old kernel to the new one, and the memory of both captures.
  var charts: DocumentSection {
    DocumentSection(
      "charts", heading: "From \(names.old) to \(names.new)",
      contents: [waterfall.map { .chart(.waterfall($0)) }, .chart(.icicle(icicle))]
        .compactMap { $0 })
  }

  /// The kernel's components, largest difference first; nil where the kernel cannot be compared.
  private var waterfall: Waterfall? {
    guard let kernel = comparison.kernel else { return nil }
    let changes = comparison.components.filter { $0.status != .same && $0.delta != nil }
    let shown = changes.prefix(Self.stepsShown)
    var steps = shown.compactMap { change in
      change.delta.map { Waterfall.Step(name: change.name, delta: $0, isUnexplained: false) }
    }
    let explained = kernel.explained ?? .zero
    let rest = explained - shown.compactMap(\.delta).sum()
    if rest.bytes != 0 {
      let count = comparison.components.count - shown.count
      steps.append(
        Waterfall.Step(
          name: SizeText.counted(count, "other component"), delta: rest, isUnexplained: false))
    }
    let unexplained = kernel.delta - explained
    if unexplained.bytes != 0 {
      steps.append(
        Waterfall.Step(name: "in no component", delta: unexplained, isUnexplained: true))
    }
    return Waterfall(
      title: "Kernel memory", start: Waterfall.Total(name: names.old, size: kernel.old),
      steps: steps, end: Waterfall.Total(name: names.new, size: kernel.new))
  }

  private var icicle: Icicle {
    Icicle(
      "Memory by holder", old: (names.old, Self.tree(comparison.old)),
      new: (names.new, Self.tree(comparison.new)))
  }

  /// What the two captures are called.
  private var names: (old: String, new: String) {
    comparison.relation.isSameMachine == false
      ? ("the first machine", "the second machine") : ("old", "new")
  }

  private static func tree(_ snapshot: Snapshot) -> LedgerTree {
    LedgerTree(
      snapshot: snapshot, ledger: Ledger(snapshot, balance: Balance(snapshot)))
  }
}
