import MemorySections
import Testing

/// Kernel maps and zone views; columns that may be blank distinguish them.
@Suite struct ZprintMapTests {
  @Test func mapsWithoutPeaks() throws {
    let section = try read(
      WiredTexts.zonesOld + WiredTexts.wiredOld + WiredTexts.mapsOld, as: .zprint)
    #expect(
      section.zprint?.maps.map(\.summary) == [
        "VM_KERN_COUNT_MANAGED - - - 16646144K",
        "VM_KERN_COUNT_MAP_KALLOC 72704K 40960K - 131072K",
      ])
    #expect(section.zprint?.wired.count == 5)
    #expect(section.coverage.unreadLineCount == 0)
  }

  @Test func mapsWithPeaks() throws {
    let section = try read(
      WiredTexts.zonesNew + WiredTexts.wiredNew + WiredTexts.mapsNew, as: .zprint)
    #expect(
      section.zprint?.maps.map(\.summary) == [
        "VM_KERN_COUNT_MANAGED - - - 8266752K",
        "VM_KERN_COUNT_MAP_KALLOC 72704K 40960K - 131072K",
        "VM_KERN_COUNT_MAP_ZONE - - 921600K 1572864K",
        "VM_KERN_COUNT_MAP_FREE 512K - - 1024K",
        "VM_KERN_COUNT_MAP_LARGEST - 256K - 1024K",
      ])
    #expect(section.zprint?.maps.map(\.line) == [24, 25, 26, 27, 28])
    #expect(section.coverage.unreadLineCount == 0)
  }

  @Test func viewsAreReadAndNotAdded() throws {
    let text = WiredTexts.zonesNew + WiredTexts.wiredNew + WiredTexts.mapsNew
    let without = try zprint(of: text)
    let section = try read(text + WiredTexts.views + WiredTexts.totalsNew, as: .zprint)
    let zprint = try #require(section.zprint)
    #expect(zprint.views.map(\.name) == ["data.kalloc.1024[raw]", "iokit.IOMemoryMap"])
    #expect(zprint.views.map(\.inUse.printed) == ["411K", "203K"])
    #expect(zprint.views.map(\.line) == [33, 34])
    #expect(zprint.wiredTotal == without.wiredTotal)
    #expect(zprint.maps == without.maps)
    #expect(section.coverage.unreadLineCount == 0)
  }

  @Test(
    arguments: [
      "VM_KERN_COUNT_MAP_ZONE                                                              921600K          1572864",
      "VM_KERN_COUNT_MAP_ZONE", "1572864K",
    ])
  func aDamagedMapOrViewCostsOnlyItself(_ row: String) throws {
    let maps = WiredTexts.zonesNew + WiredTexts.wiredNew + WiredTexts.mapsNew
    for (text, rows) in [(maps, 18), (maps + WiredTexts.views, 20)] {
      let section = try read(text + row + "\n", as: .zprint)
      #expect(section.coverage.unreadLines.map(\.text) == [row])
      // 3 zones, 7 wired, zones, total, 5 maps; 2 views.
      #expect(section.coverage.rows == rows - 1)
      #expect(section.zprint?.maps.count == 5)
    }
  }
}
