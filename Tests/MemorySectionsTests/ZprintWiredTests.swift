import MemorySections
import Testing

/// The rows of the wired table.
@Suite struct ZprintWiredTests {
  @Test func withoutPeaks() throws {
    let section = try read(WiredTexts.zonesOld + WiredTexts.wiredOld, as: .zprint)
    let zprint = try #require(section.zprint)
    #expect(
      zprint.wired.map(\.summary) == [
        "counter - 256 - 152576K VM_KERN_COUNT_RESERVED",
        "tag - 2 - 12288K VM_KERN_MEMORY_BSD",
        "kext 133 54 - 212K (unknown kmod)",
        "kext 85 53 - 56K com.example.driver.Widget",
        "site - 1 - 64K site 0x1f2",
      ])
    #expect(zprint.wired.map(\.line) == [11, 12, 13, 14, 15])
    #expect(zprint.zonesRow?.printed == "148314K")
    #expect(section.coverage.unreadLineCount == 0)
  }

  @Test func withPeaks() throws {
    let section = try read(WiredTexts.zonesNew + WiredTexts.wiredNew, as: .zprint)
    let zprint = try #require(section.zprint)
    #expect(
      zprint.wired.map(\.summary) == [
        "counter - 0 - 121856K VM_KERN_COUNT_BOOT_STOLEN",
        "tag - 2 14336K 12288K VM_KERN_MEMORY_BSD",
        "tag - 3 5120K 4096K VM_KERN_MEMORY_IOKIT",
        "tag - 24 - 8K VM_KERN_MEMORY_MLOCK",
        "kext 133 54 400K 212K (unloaded kmod)",
        "kext 142 83 5120K 4096K com.example.driver.Widget",
        "breakdown - 13 - 512K data.kalloc.1024[zone]",
      ])
    #expect(zprint.zonesRow?.printed == "148314K")
    #expect(section.coverage.unreadLineCount == 0)
  }

  /// Names of any length and form; a long one shifts the fields after it to the right.
  @Test(
    arguments: [
      (
        "VM_KERN_MEMORY_77                                                            77      14336K            12288K",
        "tag - 77 14336K 12288K VM_KERN_MEMORY_77"
      ),
      (
        "VM_KERN_COUNT_301                                                             0                         1024K",
        "counter - 0 - 1024K VM_KERN_COUNT_301"
      ),
      (
        "OSObject::operator new(unsigned long)                                         4       6144K    12K      6144K",
        "site - 4 6144K 6144K OSObject::operator new(unsigned long)"
      ),
      (
        "IOGeneralMemoryDescriptor::initWithOptions(void*, unsigned int, unsigned int)           3       5120K             5120K",
        "site - 3 5120K 5120K IOGeneralMemoryDescriptor::initWithOptions(void*, unsigned int, unsigned int)"
      ),
      (
        "com.example.driver.Widget                                      1042          83       5120K   128K      4096K",
        "kext 1042 83 5120K 4096K com.example.driver.Widget"
      ),
      // A name of 64 characters: a load tag of two digits has a blank before it, one of three has
      // none.
      (
        "com.example.driver.with.a.name.of.sixty.four.characters.exactly. 42          83       5120K   128K      4096K",
        "kext 42 83 5120K 4096K com.example.driver.with.a.name.of.sixty.four.characters.exactly."
      ),
      (
        "com.example.driver.with.a.name.of.sixty.four.characters.exactly.142          83                         4096K",
        "kext 142 83 - 4096K com.example.driver.with.a.name.of.sixty.four.characters.exactly."
      ),
      (
        "com.example.driver.with.a.name.of.more.than.sixty.four.characters.of.it7 42          83       5120K             4096K",
        "kext 42 83 5120K 4096K com.example.driver.with.a.name.of.more.than.sixty.four.characters.of.it7"
      ),
      (
        "kalloc.type.var1.512[size.512]                                               13                          256K",
        "breakdown - 13 - 256K kalloc.type.var1.512[size.512]"
      ),
      (
        "com.example.driver.Widget[zone]                                 142          83                          256K",
        "breakdown 142 83 - 256K com.example.driver.Widget[zone]"
      ),
      (
        "site 0xffffff8000abcdef                                                       1        400K    12K         4K",
        "site - 1 400K 4K site 0xffffff8000abcdef"
      ),
    ])
  func anyNameIsRead(_ row: String, _ expected: String) throws {
    let section = try read(WiredTexts.zonesNew + WiredTexts.wiredNew + row + "\n", as: .zprint)
    #expect(section.zprint?.wired.last?.summary == expected)
    #expect(section.coverage.unreadLineCount == 0, "\(section.coverage.unreadLines)")
  }

  @Test(
    arguments: [
      "VM_KERN_MEMORY_BSD                                                            2      14336K            12288",
      "VM_KERN_MEMORY_BSD                                                                   14336K            12288K",
      "VM_KERN_MEMORY_BSD                                                            2      1433xK            12288K",
      "VM_KERN_MEMORY_BSD", "VM_KERN_MEMORY_BSD 12288K", "2 12288K",
      "zones                                                                                                 148314",
      "total                                                                                     284.05M",
      "total                                                                                     284.0M of 1600.25M",
      "total                                                                                     x84.05M of 1600.25M",
    ])
  func aDamagedRowCostsOnlyItself(_ row: String) throws {
    let whole = try zprint(of: WiredTexts.zonesNew + WiredTexts.wiredNew)
    let section = try read(WiredTexts.zonesNew + WiredTexts.wiredNew + row + "\n", as: .zprint)
    #expect(section.coverage.unreadLines.map(\.text) == [row])
    #expect(section.zprint?.wired == whole.wired)
    #expect(section.zprint?.zonesRow == whole.zonesRow)
    #expect(section.zprint?.printedTotal == whole.printedTotal)
  }

  @Test func countsOfTaggedElementsAreNoBytes() throws {
    let tags = "zone tags" + String(repeating: " ", count: 90) + "12 of 4096\ntotal   "
    let text = WiredTexts.wiredNew.replacing("total   ", with: tags)
    let section = try read(WiredTexts.zonesOld + text, as: .zprint)
    #expect(section.coverage.unreadLineCount == 0)
    #expect(section.zprint?.wired.count == 7)
    #expect(section.zprint?.printedTotal?.accounted.line == 20)
  }
}
