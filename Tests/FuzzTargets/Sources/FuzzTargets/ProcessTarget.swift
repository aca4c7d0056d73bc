import AllocationBalance
import MemorySections

/// The outputs of vmmap, heap and leaks, and the process that they are put together to.
enum ProcessTarget {
  /// The first byte chooses the tool.
  private static let tools: [(kind: SectionKind, member: String)] = [
    (.vmmap, "vmmap.txt"), (.heap, "heap.txt"), (.leaks, "leaks.txt"),
  ]

  static func run(_ bytes: UnsafeRawBufferPointer) {
    guard let selector = bytes.first else { return }
    let (kind, member) = tools[Int(selector) % tools.count]
    let text = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
    let section = SectionTarget.run(text, kind: kind, member: member)
    let snapshot = Snapshot(
      archive: CapturedArchive(path: "fuzz"), scan: ScanSummary(outcome: .complete),
      sections: [section])
    for detail in snapshot.processDetails { check(detail) }
  }

  private static func check(_ detail: ProcessDetail) {
    for type in detail.vmmap?.content.regions ?? [] {
      require((type.regionCount ?? 0) >= 0, "fewer than no regions")
      require(
        type.footprint == nil || type.dirty != nil || type.resident != nil, "a size of nothing")
    }
    if let sum = detail.typesFootprint, let rest = detail.unexplained, let whole = detail.footprint
    {
      require((whole - sum) == rest, "the rest of a footprint is wrong")
    }
    if let share = detail.fragmentationShare { require(share >= 0, "a negative share") }
    require(detail.checks.allSatisfy { !$0.subject.isEmpty }, "a check of nothing")
    let sizes = detail.types.map { $0.footprint?.bytes ?? 0 }
    require(zip(sizes, sizes.dropFirst()).allSatisfy(>=), "types are not in order")
  }
}
