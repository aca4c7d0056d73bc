import MemorySections
import Testing

/// The sections of an archive share one budget of memory; rows beyond it are unread, not kept.
struct MemoryBudgetTests {
  private static let rule = String(repeating: "=", count: 70) + "\n"

  /// A kind of row with its text; each line is one row.
  private static let kinds: [(kind: SectionKind, member: String, head: String, row: String)] = [
    (.footprint, "footprint-all.txt", "", "p [1]: 64-bit\n"),
    (
      .footprint, "footprint-all.txt",
      rule + "kernel_task [0]: 64-bit    Footprint: 900 MB (16384 bytes per page)\n" + rule
        + "  Dirty      Clean  Reclaimable    Regions    Category\n",
      "1 KB  0 B  0 B  2    a.zone\n"
    ),
    (
      .kextstat, "kextstat.txt", "",
      "  1    0 0xffffff7f80000000 0x8000     0x8000     com.example.driver (1.0) "
        + "2106C805-7383-41D1-90EA-5083CF097910 <9 7>\n"
    ),
  ]

  private func read(
    _ index: Int, rows: Int, _ budget: MemoryBudget
  ) -> Coverage {
    let (kind, member, head, row) = Self.kinds[index]
    let reader = SectionCatalog.reader(for: kind, member: member, budget: budget)
    for text in [head] + repeatElement(row, count: rows) {
      Array(text.utf8).withUnsafeBytes { reader.read($0.bytes) }
    }
    return reader.finish(isWhole: true).coverage
  }

  @Test("an archive's budget keeps 4,000 rows of every kind and never 20,000", arguments: 0..<3)
  func limits(_ index: Int) {
    let head = index == 1 ? 1 : 0
    let few = read(index, rows: 4000, MemoryBudget())
    #expect(few.rows == 4000 + head)
    #expect(few.unreadLineCount == 0)
    let many = read(index, rows: 20_000, MemoryBudget())
    #expect(many.rows < 20_000)
    #expect(many.rows + many.unreadLineCount == 20_000 + head)
  }

  @Test("two sections share it", arguments: 0..<3)
  func shares(_ index: Int) {
    let budget = MemoryBudget()
    _ = read(index, rows: 20_000, budget)
    let second = read(index, rows: 10, budget)
    #expect(second.rows == 0)
    #expect(second.unreadLineCount >= 10)
  }

  @Test("the kexts that a kext links against need memory, too, many on one line")
  func links() {
    let reader = SectionCatalog.reader(for: .kextstat, member: "kextstat.txt")
    let row =
      "  1    0 0xffffff7f80000000 0x8000     0x8000     com.example.driver (1.0) <"
      + String(repeating: "9 ", count: 100_000) + "9>\n"
    for _ in 0..<100 { Array(row.utf8).withUnsafeBytes { reader.read($0.bytes) } }
    let kexts = (reader.finish(isWhole: true).content as? Kextstat)?.kexts ?? []
    #expect((10...28).contains(kexts.count))
  }

  @Test("a process costs as much in footprint's JSON, many on one line")
  func json() {
    let reader = SectionCatalog.reader(for: .footprint, member: "footprint-all.txt")
    let process = #"{"pid":7,"name":"p","footprint":1},"#
    var text = #"{"unit":"byte","bytes per unit":1,"page size":16384,"processes":["#
    text += String(repeating: process, count: 1000)
    Array(text.utf8).withUnsafeBytes { reader.read($0.bytes) }
    for _ in 0..<100 {
      Array(("\n" + String(repeating: process, count: 1000)).utf8).withUnsafeBytes {
        reader.read($0.bytes)
      }
    }
    let section = reader.finish(isWhole: true)
    #expect((4000..<20_000).contains((section.content as? Footprint)?.processes.count ?? 0))
    #expect(section.coverage.unreadLineCount > 50)
  }
}
