import MemorySections
import Testing

/// The rows of a category table, by the columns in its heading.
@Suite struct FootprintTableTests {
  private func process(_ table: String, unread: Int = 0) throws -> FootprintProcess {
    let text = """
      \(FootprintTexts.rule)
      Foo [12]: 64-bit    Footprint: 832 KB (16384 bytes per page)
      \(FootprintTexts.rule)


      """
    let section = try read(text + table + "\n", as: .footprint)
    #expect(section.coverage.unreadLineCount == unread, "\(section.coverage.unreadLines)")
    return try #require(section.footprint?.processes.first)
  }

  private static let narrow = """
      Dirty      Clean  Reclaimable    Regions    Category
        ---        ---          ---        ---    ---

    """

  @Test(
    arguments: [
      (
        "2608 KB        0 B        48 KB          1    MALLOC_NANO",
        "2670592±512 | - | 0B | 49152±512 | - | 1 | MALLOC_NANO | -"
      ),
      (
        " 1.8 GB      94 GB      9664 KB       6898    Foundation (0x1)",
        "1932735283±53687091 | - | 100931731456±536870912 | 9895936±512 | - | 6898 | Foundation (0x1) | -"
      ),
      (
        "    0 B       12 B          0 B          3    mapped file   /a b/c  d",
        "0B | - | 12B | 0B | - | 3 | mapped file | /a b/c  d"
      ),
      ("1 KB 2 KB 3 KB 4 x", "1024±512 | - | 2048±512 | 3072±512 | - | 4 | x | -"),
      ("\t1 KB\t2 KB\t3 KB\t4\tx", "1024±512 | - | 2048±512 | 3072±512 | - | 4 | x | -"),
    ])
  func narrow(_ row: String, _ expected: String) throws {
    let categories = try process(Self.narrow + row).categories
    #expect(categories.map(\.summary) == [expected])
  }

  @Test func wideTablesNameThePartsOfDirty() throws {
    let table = """
        Dirty  (Swapped)      Clean  Reclaimable    (Wired)    Regions    Category
          ---        ---        ---          ---        ---        ---    ---
      2608 KB      12 KB       3 MB        48 KB       7 KB          1    MALLOC_NANO
          ---        ---        ---          ---        ---        ---    ---
      2608 KB      12 KB       3 MB        48 KB       7 KB          1    TOTAL
      """
    let process = try process(table)
    #expect(
      process.categories.map(\.summary) == [
        "2670592±512 | 12288±512 | 3145728±524288 | 49152±512 | 7168±512 | 1 | MALLOC_NANO | -"
      ])
    #expect(process.total?.swapped?.bytes == 12_288)
    #expect(process.total?.wired?.bytes == 7_168)
  }

  @Test(
    arguments: [
      ("Dirty Clean Swapped Reclaimable", "4096B | 12288B | 8192B | 16384B | -"),
      ("Clean Dirty Wired", "8192B | - | 4096B | 0B | 12288B"),
    ])
  func columnsAreThoseOfTheHeading(_ columns: String, _ values: String) throws {
    let sizes = ["4096 B", "8192 B", "12288 B", "16384 B"].prefix(
      columns.split(separator: " ").count)
    let row = sizes.joined(separator: "  ") + "  5    heap"
    let categories = try process("\(columns) Regions Category\n\(row)").categories
    #expect(categories.map(\.summary) == [values + " | 5 | heap | -"])
  }

  @Test func sizesInBytesAreExact() throws {
    let table = """
            Dirty          Clean    Reclaimable        Regions    Category
              ---            ---            ---            ---    ---
        1884592 B            0 B        49152 B              1    MALLOC_NANO
      """
    #expect(
      try process(table).categories.map(\.summary) == [
        "1884592B | - | 0B | 49152B | - | 1 | MALLOC_NANO | -"
      ])
  }

  /// Counts without a unit, of pages of 16384 bytes.
  @Test func sizesInPagesAreMultiplied() throws {
    let table = """
            Dirty          Clean    Reclaimable        Regions    Category
              ---            ---            ---            ---    ---
               52              0              3              1    MALLOC_NANO

      Auxiliary data:
          phys_footprint: 53
          phys_footprint_peak: 54
      """
    let process = try process(table)
    #expect(
      process.categories.map(\.summary) == ["851968B | - | 0B | 49152B | - | 1 | MALLOC_NANO | -"])
    #expect(process.ledgerFootprint?.printed == "868352B")
    #expect(process.peak?.printed == "884736B")
  }

  @Test func aSummaryInPagesIsOfThePagesAbove() throws {
    let text = FootprintTexts.helper + "\(FootprintTexts.rule)\nSummary Footprint: 52\n"
    #expect(try footprint(of: text).summary?.footprint.printed == "851968B")
  }

  @Test(
    arguments: [
      "2608 KB        0 B        48 KB          1",
      "2608 KB        0 B        48 KB    MALLOC_NANO",
      "2608 KB        0 B          1    MALLOC_NANO", "2608 XB   0 B   48 KB   1    MALLOC_NANO",
      "2608      0 B        48 KB          1    MALLOC_NANO", "2608 KB   0   48 KB   1    heap",
      "1025 TB        0 B        48 KB          1    MALLOC_NANO", "-1 KB   0 B   0 B   1    heap",
      "999999999999999      0      0      1    heap", "lorem ipsum",
    ])
  func aDamagedRowCostsOnlyItself(_ row: String) throws {
    let good = "  12 KB        0 B        48 KB          1    good"
    let process = try process(Self.narrow + [good, row, good].joined(separator: "\n"), unread: 1)
    #expect(process.categories.map(\.name) == ["good", "good"])
  }

  @Test func aTableWithAnUnknownColumnIsUnread() throws {
    let table = """
      Dirty  Clean  Imaginary  Regions  Category
        ---    ---        ---      ---  ---
       1 KB   2 KB       3 KB        4  heap
        ---    ---        ---      ---  ---
       1 KB   2 KB       3 KB        4  TOTAL

      Auxiliary data:
          phys_footprint: 1 KB
      """
    let process = try process(table, unread: 3)
    #expect(process.categories == [])
    #expect(process.total == nil)
    #expect(process.ledgerFootprint?.bytes == 1_024)
  }
}
