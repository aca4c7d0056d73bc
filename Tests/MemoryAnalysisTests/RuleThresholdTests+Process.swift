import AllocationBalance
import MemoryAnalysis
import MemorySections

@testable import TestSupport

/// Processes that vmmap, heap or leaks examined.
extension RuleThresholdTests {
  static let examinedCases = [
    Case("malloc-fragmentation", .warning, "51 %", zones(held: 1000, used: 490)),
    Case("malloc-fragmentation", nil, "half", zones(held: 1000, used: 500)),
    Case("malloc-fragmentation", .warning, "100 MiB", zones(held: 150, used: 50)),
    Case("malloc-fragmentation", nil, "below 100 MiB", zones(held: 150, used: 51)),
    Case("malloc-kept-empty", .info, "11 %", types([("MALLOC_LARGE (empty)", 22, 0)])),
    Case(
      "malloc-kept-empty", .info, "11 % by its new name", types([("Malloc Large (empty)", 22, 0)])),
    Case("malloc-kept-empty", nil, "10 %", types([("MALLOC_LARGE (empty)", 20, 0)])),
    Case("malloc-kept-empty", nil, "blocks in use", types([("MALLOC_LARGE", 150, 0)])),
    Case("graphics-unmapped", .info, "26 %", types([("owned unmapped (graphics)", 52, 0)])),
    Case("graphics-unmapped", nil, "25 %", types([("owned unmapped (graphics)", 50, 0)])),
    Case("process-page-tables", .info, "6 %", types([("page table in kernel", 12, 0)])),
    Case("process-page-tables", nil, "5 %", types([("page table in kernel", 10, 0)])),
    Case("process-swapped-out", .info, "more than dirty", types([("Stack", 50, 51)])),
    Case("process-swapped-out", nil, "as much", types([("Stack", 50, 50)])),
    Case("class-dominates", .info, "51 %", heap([("Example", 5100), ("non-object", 4900)])),
    Case("class-dominates", nil, "half", heap([("Example", 5000), ("non-object", 5000)])),
    Case("class-dominates", nil, "no class", heap([("Example", 10), ("non-object", 9990)])),
    Case("footprint-outside-heap", .info, "below 10 %", heap([("Example", 19 << 10)])),
    Case("footprint-outside-heap", nil, "above 10 %", heap([("Example", 21 << 10)])),
    Case("footprint-outside-heap", nil, "small", heap([("Example", 1)], footprintMiB: 99)),
    Case("leaked-blocks", .warning, "16 MiB", leaks(count: 9, bytes: 16 << 20)),
    Case("leaked-blocks", .info, "one", leaks(count: 1, bytes: 16)),
    Case("leaked-blocks", nil, "none", leaks(count: 0, bytes: 0)),
  ]

  private static func head(_ footprintMiB: Int) -> String {
    """
    Process:         Example [9]
    Physical footprint:         \(footprintMiB).0M
    ----


    """
  }

  /// vmmap of a process of 200 MB with types of dirty and swapped MB.
  private static func types(_ types: [(name: String, dirty: Int, swapped: Int)]) -> HandMadeSnapshot
  {
    let dirty = types.map(\.dirty).reduce(0, +)
    let swapped = types.map(\.swapped).reduce(0, +)
    let rows = (types + [("TOTAL", dirty, swapped)]).map { type in
      "\(type.name)  \(type.dirty + type.swapped).0M \(type.dirty).0M \(type.dirty).0M \(type.swapped).0M 0K 0K 0K 1"
    }
    return vmmap(
      """
       VIRTUAL RESIDENT    DIRTY  SWAPPED VOLATILE   NONVOL    EMPTY   REGION
      REGION TYPE  SIZE SIZE SIZE SIZE SIZE SIZE SIZE COUNT (non-coalesced)
      \(rows.joined(separator: "\n"))

      """)
  }

  /// vmmap of a process with one zone.
  private static func zones(held: Int, used: Int) -> HandMadeSnapshot {
    vmmap(
      """
      VIRTUAL   RESIDENT      DIRTY    SWAPPED ALLOCATION      BYTES DIRTY+SWAP          REGION
      MALLOC ZONE  SIZE SIZE SIZE SIZE COUNT ALLOCATED  FRAG SIZE  % FRAG   COUNT
      DefaultMallocZone_0x1 \(held).0M \(held).0M \(held).0M 0K 9 \(used).0M \(held - used).0M 1% 3

      """)
  }

  private static func vmmap(_ body: String) -> HandMadeSnapshot {
    HandMadeSnapshot(members: ["vmmap.txt": head(200) + body])
  }

  /// heap of a process with KB by class.
  private static func heap(
    _ classes: [(name: String, kib: Int)], footprintMiB: Int = 200
  ) -> HandMadeSnapshot {
    let rows = classes.map { "1 \($0.kib << 10) 1.0   \($0.name)" }
    let bytes = classes.map(\.kib).reduce(0, +) << 10
    let text = """
      All zones: \(classes.count) nodes (\(bytes) bytes)
      COUNT BYTES AVG CLASS_NAME TYPE BINARY
      \(rows.joined(separator: "\n"))

      """
    return HandMadeSnapshot(members: ["heap.txt": head(footprintMiB) + text])
  }

  private static func leaks(count: Int, bytes: Int) -> HandMadeSnapshot {
    let text = "Process 9: \(count) leaks for \(bytes) total leaked bytes.\n"
    return HandMadeSnapshot(members: ["leaks.txt": head(200) + text])
  }
}
