import MemorySections
import Testing

/// zprint's faults and unusual forms, each in an input of its own.
@Suite struct ZprintFaultTests {
  private static let headingB = """
                       elem      cur      max       cur       max       cur alloc alloc
    zone name          size     size     size     #elts     #elts     inuse  size count      wasted     Total Allocs
    --------------------------------------------------------------------------------------------------------------

    """

  private static let headingA = """
                       elem    cur    max    cur    max   cur alloc alloc
    zone name          size   size   size  #elts  #elts inuse  size count wasted
    -------------------------------------------------------------------------------

    """

  /// 10.7 prints the lower 32 bits of a size, and fields that fill their columns touch.
  @Test(
    arguments: [
      // 5 GiB in 5,242,880 elements; 1 GiB of it remains.
      (
        "kalloc.1024        1024 1048576K 1048576K   5242880   5242880   5000000    4K     4      237184K               0B",
        5_368_709_120
      ),
      // 3 GiB: negative in 32 bits, ten digits that fill the columns.
      (
        "kalloc.2048        20484293918720K4293918720K   1572864   1572864   1500000    4K     2      145728K               0B",
        3_221_225_472
      ),
      (
        "vm.objects          224    1024K    2048K      4681      9362        10    4K    18        1021K               0B",
        1_048_576
      ),
    ])
  func lowBitsAreMadeWhole(_ row: String, _ bytes: Int) throws {
    let section = try read(Self.headingB + row + "\nTOTAL ALLOCS = 0\n", as: .zprint)
    #expect(section.coverage.unreadLines == [])
    #expect(section.zprint?.zones.first?.current?.bytes == bytes)
    #expect(section.outcome == .parsed)
  }

  /// A count with more digits than its column touches the next field and shifts the rest.
  @Test func aCountMayOutgrowItsColumn() throws {
    let row = "buf.headers         256812500K   ----3250000   ----2750000    4K    16108500000PC"
    let zone = try #require(try zprint(of: Self.headingA + row).zones.first)
    #expect(zone.name == "buf.headers")
    #expect(zone.elementBytes == 256)
    #expect(zone.current?.bytes == 832_000_000)
    #expect(zone.capacityCount == 3_250_000)
    #expect(zone.inUseCount == 2_750_000)
    #expect(zone.fragmented?.bytes == 108_500_000)
    #expect(zone.flags == [.pageable, .collectable])
  }

  @Test(
    arguments: [
      // A name with a blank and a number at its end, not a kext.
      (
        "12.DMA.usb-controller 1                                                     146                          320K",
        "site - 146 - 320K 12.DMA.usb-controller 1"
      ),
      (
        "com.example.driver.Bridge.DMA.port-2                                        147                          640K",
        "site - 147 - 640K com.example.driver.Bridge.DMA.port-2"
      ),
      (
        "com.example.DriverKit-Radio                                                 148                          160K",
        "kext - 148 - 160K com.example.DriverKit-Radio"
      ),
      // A breakdown with a long name that touches its load tag.
      (
        "com.example.net[a.zone.whose.name.is.more.than.sixty.characters.long.indeed]207          91        176K              160K",
        "breakdown 207 91 176K 160K com.example.net[a.zone.whose.name.is.more.than.sixty.characters.long.indeed]"
      ),
    ])
  func namedRowsAreToldApart(_ row: String, _ summary: String) throws {
    let section = try read(WiredTexts.zonesNew + WiredTexts.wiredNew + row, as: .zprint)
    #expect(section.zprint?.wired.last?.summary == summary)
  }

  @Test func mapsOfKextsLoseTheirLoadTags() throws {
    let rows = """
      com.example.driver.Gadget                                        91                                                 4800K
      12.DMA.usb-controller 1                                                                                  320K
      (unloaded kmod)                                                 4294967295                                                   16K

      """
    let zprint = try zprint(
      of: WiredTexts.zonesNew + WiredTexts.wiredNew + WiredTexts.mapsNew + rows)
    #expect(
      zprint.maps.suffix(3).map(\.name) == [
        "com.example.driver.Gadget", "12.DMA.usb-controller 1", "(unloaded kmod)",
      ])
    #expect(zprint.maps.suffix(3).map(\.size.bytes) == [4_915_200, 327_680, 16_384])
  }

  /// -H omits header and totals: the columns are derived from the rows.
  @Test(arguments: ZoneLayout.separated + ZoneLayout.touching)
  func rowsWithoutAHeaderAreRead(_ layout: ZoneLayout) throws {
    let rows = lines(of: layout.text).drop { !$0.hasPrefix("---") }.dropFirst()
    let section = try read(rows.joined(separator: "\n"), as: .zprint)
    #expect(section.zprint?.zones.map(\.summary) == layout.zones)
    #expect(section.coverage.unreadLineCount == 0)
  }

  /// -C prints a paragraph for each zone, with blanks in names.
  @Test func paragraphsAreRead() throws {
    let text = """
      vm objects zone:
      \tcur_size:    1024K bytes (4681 elements)
      \tmax_size:    2048K bytes (9362 elements)
      \telem_size:   224 bytes
      \t# of elems:  4000
      \talloc_size:  4K bytes (18 elements)
      \tCOLLECTABLE
      kalloc.64 zone:
      \tcur_size:    64K bytes (1024 elements)
      \tmax_size:    128K bytes (2048 elements)
      \telem_size:   64 bytes
      \t# of elems:  1000
      \talloc_size:  4K bytes (64 elements)
      \tEXHAUSTIBLE
      """
    let section = try read(text, as: .zprint)
    #expect(
      section.zprint?.zones.map(\.summary) == [
        "vm.objects 224 1024K 2048K 4681 4000 C - - -", "kalloc.64 64 64K 128K 1024 1000 X - - -",
      ])
    #expect(section.coverage.unreadLineCount == 0)
    #expect(section.zprint?.zones.map(\.line) == [1, 8])
  }

  @Test(
    arguments: [
      "zprint: mach_memory_info: not permitted (entitlement required or rate-limit exceeded)",
      "zprint: failed to get zone info (entitlement required or rate-limit exceeded)",
    ])
  func aRefusalSaysWhy(_ line: String) throws {
    let section = try read(line, as: .zprint)
    #expect(section.outcome == .unreadable)
    #expect(
      section.coverage.failure
        == "zprint was refused: entitlement required or rate-limit exceeded")
  }

  /// An unfinished text of zprint is incomplete, wherever it ends.
  @Test(arguments: ["TOTAL ALLOCS", "TOTAL SIZE", "ZONE TOTALS", "total  ", "zones     "])
  func aTextWithoutItsEndIsPartial(_ last: String) throws {
    let text = WiredTexts.zonesNew + WiredTexts.wiredNew + WiredTexts.mapsNew + WiredTexts.totalsNew
    #expect(try read(text, as: .zprint).outcome == .parsed)
    let kept = lines(of: text).reversed().drop { !$0.hasPrefix(last) }.dropFirst().reversed()
    let section = try read(kept.joined(separator: "\n"), as: .zprint)
    #expect(section.outcome == .partial)
    #expect(section.coverage.isWhole)
    #expect(section.coverage.endReason != nil)
  }
}
