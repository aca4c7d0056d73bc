import MemorySections
import Testing

/// A text of vmmap, heap or leaks with more processes than are kept.
@Suite struct ExaminationLimitTests {
  private static let limit = 2000

  private static func head(_ number: Int) -> String {
    "Process:         app\(number) [\(number + 1)]\n\nPhysical footprint:         \(number + 1)K\n----\n\n"
  }

  private static func vmmap(_ number: Int) -> String {
    head(number) + """
      VIRTUAL RESIDENT    DIRTY  SWAPPED VOLATILE   NONVOL    EMPTY   REGION
      REGION TYPE  SIZE SIZE SIZE SIZE SIZE SIZE SIZE COUNT (non-coalesced)
      Stack  1K 1K 1K 0K 0K 0K 0K \(number + 1)

      """
  }

  private static func heap(_ number: Int) -> String {
    head(number) + "All zones: \(number + 1) nodes (\(number + 1) bytes)\n\n"
  }

  private static func leaks(_ number: Int) -> String {
    head(number) + "Process \(number + 1): 1 leak for \(number + 1) total leaked bytes.\n\n"
  }

  private func text(_ row: (Int) -> String) -> String {
    (0..<Self.limit + 3).map(row).joined()
  }

  /// The last process kept has its own figures, not those of one that was refused.
  @Test func `what follows the last process is not its own`() throws {
    let vmmap = try read(text(Self.vmmap), as: .vmmap)
    let mapped = try #require(vmmap.content as? Vmmap).processes
    #expect(mapped.count == Self.limit)
    #expect(mapped.last?.regions.map(\.regionCount) == [Self.limit])
    let heap = try read(text(Self.heap), as: .heap)
    let blocks = try #require(heap.content as? Heap).processes
    #expect(blocks.count == Self.limit)
    #expect(blocks.last?.nodeCount == Self.limit)
    let leaks = try read(text(Self.leaks), as: .leaks)
    let leaked = try #require(leaks.content as? Leaks).processes
    #expect(leaked.count == Self.limit)
    #expect(leaked.last?.leakedBytes?.bytes == Self.limit)
    for section in [vmmap, heap, leaks] { #expect(section.outcome == .partial) }
    for section in [vmmap, heap, leaks] { #expect(section.coverage.unreadLineCount >= 6) }
  }

  /// An excerpt names the processes in its lines alone.
  @Test func `processes without a head are refused, too`() throws {
    let lines = text { "Process \($0 + 1): 1 leak for \($0 + 1) total leaked bytes.\n" }
    let processes = try #require(try read(lines, as: .leaks).content as? Leaks).processes
    #expect(processes.count == Self.limit)
    #expect(processes.last?.leakedBytes?.bytes == Self.limit)
  }

  /// What a line of totals says beyond the tool's five values is not kept.
  @Test func `a line of totals of a megabyte is read without keeping it`() throws {
    let values = (0..<50_000).map { "a\($0)=1K" }.joined(separator: " ")
    let text =
      Self.head(1) + "Writable regions: Total=5M written=1M(20%) resident=2M(40%) \(values)\n"
    let process = try #require(try read(text, as: .vmmap).content as? Vmmap).processes.first
    #expect(process?.writable?.mapped.bytes == 5 << 20)
    #expect(process?.writable?.written?.bytes == 1 << 20)
  }
}
