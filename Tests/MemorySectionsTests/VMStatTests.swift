import MemorySections
import Testing

/// vm_stat in its plain and its interval form.
@Suite struct VMStatTests {
  static let plain = """
    Mach Virtual Memory Statistics: (page size of 16384 bytes)
    Pages free:                               48472.
    Pages active:                            610011.
    Pages inactive:                          600022.
    Pages speculative:                         9033.
    Pages throttled:                              0.
    Pages wired down:                        196244.
    Pages purgeable:                           4055.
    "Translation faults":                1234567890.
    File-backed pages:                       300066.
    Anonymous pages:                         900077.
    Pages stored in compressor:              500088.
    Pages occupied by compressor:            100099.
    Swapouts:                                     0.

    """

  static let interval = """
    Mach Virtual Memory Statistics: (page size of 4096 bytes)
        free   active   specul inactive throttle    wired  prgable   faults     copy file-backed anonymous cmprssed cmprssor
     2421638   587734   248482   470014        0   466182    30197  336779K   311461      734720   1575633   160702    61066
     2421000   587735   248482   470014        0   466183    30197       48       16      734720   1575633   160702    61066

    """

  @Test func thePlainFormIsRead() throws {
    let section = try read(Self.plain, as: .vmStat)
    let vmStat = try #require(section.vmStat)
    #expect(section.coverage.rows == 13)
    #expect(section.outcome == .parsed)
    #expect(vmStat.pageSize == 16_384)
    #expect(vmStat.sampleCount == 1)
    #expect(
      vmStat.pages.mapValues(\.pages) == [
        .free: 48_472, .active: 610_011, .inactive: 600_022, .speculative: 9_033, .throttled: 0,
        .wired: 196_244, .purgeable: 4_055, .fileBacked: 300_066, .anonymous: 900_077,
        .storedInCompressor: 500_088, .occupiedByCompressor: 100_099,
      ])
    #expect(vmStat.size(.wired) == Quantity(bytes: 3_215_261_696, line: 7, of: .vmStat))
  }

  @Test func ofTheIntervalFormTheFirstSampleIsKept() throws {
    let section = try read(Self.interval, as: .vmStat)
    let vmStat = try #require(section.vmStat)
    #expect(section.coverage.rows == 2)
    #expect(section.coverage.unreadLineCount == 0)
    #expect(vmStat.sampleCount == 2)
    #expect(vmStat.pageSize == 4_096)
    #expect(
      vmStat.pages.mapValues(\.pages) == [
        .free: 2_421_638, .active: 587_734, .inactive: 470_014, .speculative: 248_482,
        .throttled: 0, .wired: 466_182, .purgeable: 30_197, .fileBacked: 734_720,
        .anonymous: 1_575_633, .storedInCompressor: 160_702, .occupiedByCompressor: 61_066,
      ])
  }

  @Test func aNumberInThousandsHasATolerance() throws {
    let text = Self.interval.replacing(" 2421638 ", with: "   2421K ")
    let vmStat = try MemorySectionsTests.vmStat(of: text)
    let free = try #require(vmStat.pages[.free])
    #expect(free.pages == 2_421_000)
    #expect(free.tolerance == 999)
    #expect(
      vmStat.size(.free)
        == Quantity(bytes: 9_916_416_000, tolerance: 4_091_904, line: 3, of: .vmStat))
  }

  @Test func anOldReleaseNamesFewerStates() throws {
    let text = """
      Mach Virtual Memory Statistics: (page size of 4096 bytes, cache hits 0%)
        free active   spec inactive   wire   faults     copy    0fill reactive  pageins  pageout
       32160 134736   3904   124373  54125   336779    13589   288468   415124   282939       76

      """
    let vmStat = try MemorySectionsTests.vmStat(of: text)
    #expect(
      vmStat.pages.mapValues(\.pages) == [
        .free: 32_160, .active: 134_736, .speculative: 3_904, .inactive: 124_373, .wired: 54_125,
      ])
    #expect(vmStat.size(.anonymous) == nil)
  }

  @Test func aHeadingThatComesAgainIsNoData() throws {
    let text = Self.interval + Self.interval
    let section = try read(text, as: .vmStat)
    #expect(section.vmStat?.sampleCount == 4)
    #expect(section.coverage.unreadLineCount == 0)
  }

  @Test(
    arguments: [
      "Mach Virtual Memory Statistics: (page size of many bytes)",
      "Mach Virtual Memory Statistics: (page size of 0 bytes)",
      "Mach Virtual Memory Statistics: (page size of 99999999 bytes)",
      "Mach Virtual Memory Statistics:",
    ])
  func withoutAPageSizeNothingIsSaid(_ heading: String) throws {
    let body = Self.plain.drop { $0 != "\n" }
    let section = try read(heading + body, as: .vmStat)
    #expect(section.outcome == .unreadable)
    #expect(section.coverage.unreadLineCount == 14)
  }

  @Test(
    arguments: [
      "Pages free:                               48472", "Pages free: many.", "Pages free 48472.",
      "Pages free: -1.", "1 2 3", "2421638   587734",
    ])
  func aDamagedLineCostsOnlyItself(_ line: String) throws {
    let section = try read(Self.plain + line + "\n", as: .vmStat)
    #expect(section.coverage.unreadLines.map(\.text) == [line])
    #expect(section.coverage.rows == 13)
    #expect(section.vmStat?.pages[.free]?.source?.line == 2)
  }

  @Test func tooManyPagesToBelieveHaveNoSize() throws {
    let text = Self.plain.replacing(" 48472.", with: " 9223372036854775807.")
      .replacing(" 610011.", with: " 999999999999.")
    let vmStat = try MemorySectionsTests.vmStat(of: text)
    #expect(vmStat.size(.free) == nil)
    #expect(vmStat.size(.active) == nil)
    #expect(vmStat.size(.inactive) != nil)
  }
}
