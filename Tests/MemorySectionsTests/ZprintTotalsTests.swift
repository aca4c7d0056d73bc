@testable import MemorySections
import Testing

/// The totals of zones and wired rows, with zprint's known defects.
@Suite struct ZprintTotalsTests {
  private static let old = WiredTexts.zonesOld + WiredTexts.wiredOld + WiredTexts.mapsOld
  private static let new = WiredTexts.zonesNew + WiredTexts.wiredNew + WiredTexts.mapsNew

  @Test func theOldTotalsAreRead() throws {
    let section = try read(Self.old + WiredTexts.totalsOld, as: .zprint)
    let totals = try #require(section.zprint).totals
    #expect(totals.size == Quantity(bytes: 321_034_240, line: 24, of: .zprint))
    #expect(totals.used == Quantity(bytes: 151_223_728, line: 25, of: .zprint))
    #expect(totals.wasted == Quantity(bytes: 169_810_512, line: 26, of: .zprint))
    #expect(totals.allocated == Quantity(bytes: 133_885_440, line: 27, of: .zprint))
    #expect(totals.fragmented == nil)
    #expect(totals.collectable == nil)
  }

  @Test func theNewTotalsAreRead() throws {
    let section = try read(Self.new + WiredTexts.totalsNew, as: .zprint)
    let totals = try #require(section.zprint).totals
    #expect(totals.size == Quantity(bytes: 151_874_048, line: 32, of: .zprint))
    #expect(totals.used == Quantity(bytes: 151_223_728, line: 33, of: .zprint))
    #expect(totals.wasted == Quantity(bytes: 650_320, line: 34, of: .zprint))
    #expect(totals.fragmented == Quantity(bytes: 619_600, line: 35, of: .zprint))
    #expect(totals.collectable == Quantity(bytes: 30_720, line: 36, of: .zprint))
    #expect(totals.allocated == Quantity(bytes: 133_885_440, line: 37, of: .zprint))
    #expect(section.coverage.unreadLineCount == 0)
  }

  /// `TOTAL SIZE` if it includes only zones, or else the row `zones`, or else the sum of the rows.
  @Test(
    arguments: [
      (old + WiredTexts.totalsOld, 151_873_536, 1_023),
      (WiredTexts.zonesNew + WiredTexts.wiredNew, 151_873_536, 1_023),
      (new + WiredTexts.totalsNew, 151_874_048, 0),
      (WiredTexts.zonesOld + WiredTexts.totalsOld, 321_034_240, 0),
      (WiredTexts.zonesNew, 151_873_536, 3_069),
      // F is like D and E.
      (WiredTexts.zonesOld + WiredTexts.wiredNew + WiredTexts.totalsOld, 151_873_536, 1_023),
    ])
  func theZonesSizeIsOfZonesOnly(_ text: String, _ bytes: Int, _ tolerance: Int) throws {
    let size = try #require(try zprint(of: text).zonesSize)
    #expect(size.bytes == bytes)
    #expect(size.tolerance == tolerance)
  }

  /// Without its row `zones`, a table of layout D has only its rows.
  @Test func withoutTheRowZonesTheRowsAreSummed() throws {
    let rows = lines(of: Self.old + WiredTexts.totalsOld).filter { !$0.hasSuffix(" 148314K") }
    let zprint = try MemorySectionsTests.zprint(of: rows.joined(separator: "\n"))
    #expect(zprint.zonesSize == Quantity(bytes: 151_873_536, tolerance: 3_069))
    #expect(zprint.wiredTotal == nil)
  }

  @Test func aTotalAloneIsASection() throws {
    let section = try read(WiredTexts.totalsNew, as: .zprint)
    #expect(section.zprint?.zonesSize?.bytes == 151_874_048)
    #expect(section.zprint?.zonesLowerBound == nil)
  }

  @Test func wiredRowsAreSummedWithoutBreakdowns() throws {
    let old = try zprint(of: Self.old)
    // 165196 and 148314 KiB, six rows.
    #expect(old.wiredTotal == Quantity(bytes: 321_034_240, tolerance: 6_138))
    let new = try zprint(of: Self.new)
    #expect(new.countedWired.count == 6)
    // 142556 and 148314 KiB, seven rows.
    #expect(new.wiredTotal == Quantity(bytes: 297_850_880, tolerance: 7_161))
  }

  @Test func thePrintedTotalIsRounded() throws {
    let total = try #require(try zprint(of: Self.new).printedTotal)
    // 284.05 and 1600.25 MiB, to half of 0.01 MiB.
    #expect(
      total.accounted == Quantity(bytes: 297_848_013, tolerance: 5_243, line: 19, of: .zprint))
    #expect(total.wired == Quantity(bytes: 1_677_983_744, tolerance: 5_243, line: 19, of: .zprint))
  }

  @Test(
    arguments: [
      "TOTAL SIZE        = ", "TOTAL SIZE        = many", "TOTAL SIZE        : 1",
      "TOTAL SIZE        = -1", "TOTAL SIZE        = 18446744073709551615",
      "TOTAL SIZE        = 1125899906842625", "TOTAL COLLECTABLE = 18446744073709551615",
      "TOTAL HOPE        = 1",
    ])
  func aTotalThatIsNoneIsUnread(_ line: String) throws {
    let section = try read(Self.new + line + "\n", as: .zprint)
    #expect(section.zprint?.totals == PrintedZoneTotals())
    #expect(section.coverage.unreadLines.map(\.text) == [line])
  }

  /// Unsigned values underflow beside redacted sizes.
  @Test(arguments: ["TOTAL FRAGMENTED  = 18446744073709551615", "TOTAL WASTED = -7"])
  func anUnderflownTotalIsUnknown(_ line: String) throws {
    let section = try read(Self.new + line + "\n", as: .zprint)
    #expect(section.zprint?.totals == PrintedZoneTotals())
    #expect(section.coverage.unreadLineCount == 0)
  }

  @Test func bytesEverAllocatedMayBeMoreThanAnyMacHas() throws {
    let section = try read(Self.new + "TOTAL ALLOCS      = 9000000000000000000\n", as: .zprint)
    #expect(section.zprint?.totals.allocated?.bytes == 9_000_000_000_000_000_000)
  }
}
