import Foundation
import MemorySections
import Testing

/// The layout is derived only from the text, as far as the text determines it.
@Suite struct ZprintGenerationTests {
  private static let old = WiredTexts.zonesOld
  private static let new = WiredTexts.zonesNew
  private static let plain = ZoneLayout.separated[0].text + "\n"

  private static func zone(_ name: String) -> String {
    name.padding(toLength: 24, withPad: " ", startingAt: 0)
      + "    1024         16K         16K         16          16           8    16K     16"
      + "  C        8K        0B               16K\n"
  }

  private static let texts: [(text: String, generation: String)] =
    [
      (old, "C"), (old + WiredTexts.totalsOld, "C"),
      (old + WiredTexts.wiredOld + WiredTexts.mapsOld + WiredTexts.totalsOld, "D-E"),
      (plain + WiredTexts.wiredOld + WiredTexts.mapsOld, "D-E"),
      (old + WiredTexts.wiredNew + WiredTexts.mapsNew + WiredTexts.totalsOld, "F"),
      (plain + WiredTexts.wiredNew + WiredTexts.mapsNew, "F-G"),
      (new + WiredTexts.wiredNew + WiredTexts.mapsNew + WiredTexts.totalsNew, "G"),
      (new + WiredTexts.totalsNew, "G-I"),
      (new + WiredTexts.wiredNew + WiredTexts.mapsNew + WiredTexts.views, "H-I"),
      (new + zone("default.kalloc.1024"), "H-I"), (new + zone("data.kalloc.1024"), "H-I"),
      (new + zone("kalloc.type2.1024"), "I"), (new + zone("kalloc.type.var1.1024"), "I"),
      (new + zone("data_shared.kalloc.1024"), "I"),
      (new + zone("kext.kalloc.1024") + WiredTexts.wiredNew, "G"),
    ]

  @Test(arguments: texts)
  func aTextHasALayout(_ text: String, _ generation: String) throws {
    let section = try read(text, as: .zprint)
    #expect(section.zprint?.generation.description == generation)
    #expect(section.coverage.unreadLineCount == 0, "\(section.coverage.unreadLines)")
  }

  @Test func aBreakdownBySizeIsOfTheNewest() throws {
    let row =
      "kalloc.1024[size.1024]".padding(toLength: 67, withPad: " ", startingAt: 0)
      + "          13                          256K\n"
    let section = try read(
      Self.new + WiredTexts.wiredNew.replacing("zones   ", with: row + "zones   "), as: .zprint)
    #expect(section.zprint?.generation.description == "I")
    #expect(section.zprint?.zones.count == 3)
  }

  /// The defect is corrected only if the text shows it.
  @Test(
    arguments: [
      ("C", false), ("D-E", true), ("F", true), ("F-G", false), ("G", false), ("H-I", false),
    ])
  func totalsHoldWiredTagsFromDToF(_ generation: String, _ holds: Bool) throws {
    let texts = [
      "C": Self.old, "D-E": Self.old + WiredTexts.wiredOld, "F": Self.old + WiredTexts.wiredNew,
      "F-G": Self.plain + WiredTexts.wiredNew, "G": Self.new + WiredTexts.wiredNew,
      "H-I": Self.new + WiredTexts.views,
    ]
    let zprint = try MemorySectionsTests.zprint(of: #require(texts[generation]))
    #expect(zprint.generation.description == generation)
    #expect(zprint.generation.totalHoldsWiredTags == holds)
  }

  @Test func lettersAreInOrder() {
    let letters = ZprintGeneration.Letter.allCases
    #expect(letters == letters.sorted())
    #expect(letters.map(\.rawValue).joined() == "ABCDEFGHI")
  }
}
