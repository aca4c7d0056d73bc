import MemorySections
import Testing

/// Every layout of the zone table, with the numbers of each row.
@Suite struct ZprintZoneLayoutTests {
  @Test(arguments: ZoneLayout.all)
  func everyFieldIsRead(_ layout: ZoneLayout) throws {
    let section = try read(layout.text, as: .zprint)
    let zprint = try #require(section.zprint)
    #expect(zprint.zones.map(\.summary) == layout.zones)
    #expect(zprint.generation.description == layout.generation)
    #expect(section.coverage.rows == layout.zones.count)
    #expect(section.coverage.unreadLineCount == 0, "\(section.coverage.unreadLines)")
  }

  @Test(arguments: ZoneLayout.all)
  func rowsKnowTheirLines(_ layout: ZoneLayout) throws {
    let zprint = try MemorySectionsTests.zprint(of: layout.text)
    #expect(zprint.zones.map(\.line) == Array(4..<(4 + layout.zones.count)))
    #expect(zprint.zones.allSatisfy { $0.current?.line == $0.line && $0.used.line == $0.line })
  }

  @Test(arguments: ZoneLayout.all)
  func whatIsUsedIsElementsTimesTheirSize(_ layout: ZoneLayout) throws {
    let zprint = try MemorySectionsTests.zprint(of: layout.text)
    // 544 * 167, 40 * 238354.
    #expect(zprint.zones.prefix(2).map(\.used.printed) == ["90848B", "9534160B"])
  }

  @Test(arguments: ZoneLayout.all, [3, 97])
  func chunksMakeNoDifference(_ layout: ZoneLayout, _ chunk: Int) throws {
    let zprint = try #require(try read(layout.text, as: .zprint, chunk: chunk).zprint)
    #expect(zprint.zones.map(\.summary) == layout.zones)
  }

  /// A row with all fields touching; it can only be cut at its columns.
  @Test(
    arguments: [
      (
        """
                                  elem    cur    max    cur    max   cur alloc alloc
        zone name                 size   size   size  #elts  #elts inuse  size count
        vm.object.hash.entries.a$12345999999K999999K1234567123456712345699999K999999PC
        """, "vm.object.hash.entries.a$ 12345 999999K 999999K 1234567 123456 PC - - -"
      ),
      (
        """
                                  elem      cur      max       cur       max       cur alloc alloc
        zone name                 size     size     size     #elts     #elts     inuse  size count
        vm.objects.that.are.many$6553612345678K87654321K12345678902147483647123456788965536K123456 XAC
        """, "vm.objects.that.are.many$ 65536 12345678K 87654321K 1234567890 1234567889 XAC - - -"
      ),
      (
        """
                           elem    cur    max    cur    max   cur alloc alloc
        zone name          size   size   size  #elts  #elts inuse  size count wasted
        vm.object.hash.en$12345999999K999999K1234567123456712345699999K9999997654321PC
        """, "vm.object.hash.en$ 12345 999999K 999999K 1234567 123456 PC 7654321B - -"
      ),
    ])
  func aRowMayBeFull(_ text: String, _ zone: String) throws {
    let section = try read(text, as: .zprint)
    #expect(section.zprint?.zones.map(\.summary) == [zone])
    #expect(section.coverage.unreadLineCount == 0)
  }
}
