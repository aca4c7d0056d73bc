import MemorySections
import Testing

/// heap's totals and classes, in texts written by hand.
@Suite struct HeapTests {
  private func processes(_ text: String) throws -> [HeapProcess] {
    try #require(try read(text, as: .heap).content as? Heap).processes
  }

  private func process(_ text: String) throws -> HeapProcess {
    try #require(try processes(text).first)
  }

  @Test func `blocks and classes are kept`() throws {
    let section = try read(ProcessToolTexts.heap, as: .heap)
    #expect(section.outcome == .parsed, "\(section.coverage)")
    let heap = try process(ProcessToolTexts.heap)
    #expect(heap.process.title == "Widget Maker [412]")
    #expect(heap.zoneCount == 3)
    #expect(heap.nodeCount == 31_000)
    #expect(heap.nodeBytes?.bytes == 51_378_272)
    #expect(heap.nodeBytes?.tolerance == 0)
    #expect(heap.histogramCount == 31_000)
    #expect(heap.histogramBytes?.bytes == 20_000 * 1024 + 10_972 * 2816 + 28 * 40)
    #expect(
      heap.classes.map(\.name) == [
        "non-object", "Widget.Cache (Storage)",
        "std::map<A*, std::pair<B, C>, std::less<A>, std::allocator<D>>", "SVGAttribute",
      ])
    #expect(heap.classes.map(\.type) == [nil, "Swift", "C++", "CFType"])
    #expect(heap.classes.map(\.binary) == [nil, "Widget Maker", "libWidget.dylib", "<unknown>"])
    #expect(heap.classes.map(\.count) == [20_000, 10_000, 972, 28])
    #expect(heap.classes.map(\.bytes.bytes) == [20_480_000, 28_160_000, 2_737_152, 1_120])
    #expect(heap.classes.map(\.line) == [34, 35, 36, 37])
  }

  @Test func `rows of one class are added`() throws {
    let text = """
         COUNT      BYTES       AVG   CLASS_NAME                                        TYPE    BINARY
         =====      =====       ===   ==========                                        ====    ======
           503      24144      48.0   NSArray                                           ObjC    CoreFoundation
           739      35472      48.0   NSArray                                           ObjC    CoreFoundation
           111       5328      48.0   NSArray                                           C       CoreFoundation

      """
    let classes = try process(text).classes
    #expect(classes.map(\.count) == [1242, 111])
    #expect(classes.map(\.bytes.bytes) == [59_616, 5_328])
    #expect(classes.map(\.type) == ["ObjC", "C"])
  }

  @Test func `older outputs count by zone`() throws {
    let text = """
      Process 25073: 2 zones
      Zone DefaultMallocZone_0x1004c9000: Overall size: 196992KB; 13993 nodes malloced for 160779KB (81% of capacity); largest unused: [0x102800000-171072KB]
      Zone GFXMallocZone_0x1004d8000: Overall size: 0KB
      All zones: 13993 nodes malloced - 160779KB

      Zone DefaultMallocZone_0x1004c9000: 13993 nodes - Sizes: 160KB[1000] 61[12993]

      Found 523 ObjC classes

      -----------------------------------------------------------------------
      Zone DefaultMallocZone_0x1004c9000: 13993 nodes (164632573 bytes)

          COUNT     BYTES       AVG   CLASS_NAME                                       TYPE    BINARY
          =====     =====       ===   ==========                                       ====    ======
          12993    792573      61.0   non-object
           1000 163840000  163840.0   CustomObject                                     ObjC    VMResearch

      Zone GFXMallocZone_0x1004d8000: 0 nodes (0 bytes)

      """
    let section = try read(text, as: .heap)
    #expect(section.outcome == .parsed, "\(section.coverage)")
    let heap = try process(text)
    #expect(heap.nodeCount == 13_993)
    #expect(heap.nodeBytes?.bytes == 160_779 << 10)
    #expect(heap.nodeBytes?.tolerance == 512)
    #expect(heap.zones.map(\.name) == ["DefaultMallocZone", "GFXMallocZone"])
    #expect(heap.zones.map { $0.size?.bytes } == [196_992 << 10, 0])
    #expect(heap.zones.map { $0.nodeBytes?.bytes } == [164_632_573, 0])
    #expect(heap.classes.map(\.bytes.bytes) == [792_573, 163_840_000])
  }

  @Test func `sizes for people carry their rounding`() throws {
    let text = """
      All zones: 186 nodes malloced - Sizes: 32[186]
      -----------------------------------------------------------------------
      All zones: 186 nodes (6K)

         COUNT      BYTES       AVG   CLASS_NAME                                        TYPE    BINARY
         =====      =====       ===   ==========                                        ====    ======
            24         5K     196.7   non-object
             4       1024     256.0   ObservationRegistrar.Storage<Any Key>             Swift   SwiftUI

      """
    let heap = try process(text)
    // The list of sizes is exact.
    #expect(heap.nodeBytes?.bytes == 5952)
    #expect(heap.classes.map(\.bytes.bytes) == [5120, 1024])
    #expect(heap.classes.map(\.bytes.tolerance) == [512, 0])
  }

  @Test func `an output that is cut knows what it says`() throws {
    let text = """
      Process 11729: 2 zones

      All zones: 1644073 nodes malloced - Sizes: 2048KB[5] 1024KB[4] 484
      """
    let section = try read(text, as: .heap)
    #expect(section.outcome == .partial)
    #expect(section.coverage.endReason == "it ends before the classes")
    let heap = try process(text)
    #expect(heap.nodeCount == 1_644_073)
    #expect(heap.nodeBytes == nil)
    #expect(heap.histogramBytes == nil)
    // The list breaks off: how many blocks it has is not known.
    #expect(heap.histogramCount == nil)
  }

  /// An output of one zone has no line for all zones.
  @Test func `the blocks of the only zones are those of the process`() throws {
    let one = """
      Zone DefaultMallocZone_0x100442000: Overall size: 18432KB; 1159 nodes malloced for 136KB (0% of capacity)

      Zone DefaultMallocZone_0x100442000: 1159 nodes (138288 bytes)

      """
    let heap = try process(one)
    #expect(heap.nodeCount == 1159)
    #expect(heap.nodeBytes == Quantity(bytes: 138_288, line: 3, of: .heap))
    let two = try process(one + "Zone GFXMallocZone_0x1: 3 nodes (48 bytes)\n")
    #expect(two.nodeCount == 1162)
    #expect(two.nodeBytes?.bytes == 138_336)
    // A zone that the text does not list may hold anything.
    #expect(try process("Process 9: 3 zones\n" + one).nodeCount == nil)
    let sizeless = try process(one + "Zone GFXMallocZone_0x1: Overall size: 4KB\n")
    #expect(sizeless.nodeCount == nil)
  }

  @Test func `processes in one text do not mix`() throws {
    let other = ProcessToolTexts.heap.replacing("[412]", with: "[77]").replacing(
      "412:", with: "77:")
    let both = try processes(ProcessToolTexts.heap + other)
    #expect(both.map(\.process.pid) == [412, 77])
    #expect(both.map(\.classes.count) == [4, 4])
    let bare = try processes(
      ProcessToolTexts.heapBody + ProcessToolTexts.heapBody.replacing("412:", with: "77:"))
    #expect(bare.map(\.process.pid) == [412, 77])
    #expect(bare.map(\.nodeCount) == [31_000, 31_000])
  }

  @Test func `the blocks of a restricted process are not known`() throws {
    let text = """
      heap --addresses=.*transaction.* 107
      Invalid connection: com.apple.coresymbolicationd
      Process 107 is not debuggable. Due to security restrictions, heap can only show contents of readonly memory of restricted processes.

      Process:         diskarbitrationd [107]
      Physical footprint:         1060K
      Physical footprint (peak):  1140K
      Idle exit: untracked
      ----

      Active blocks in all zones that match pattern '.*transaction.*':
      0x7ff0af2046d0: OS_os_transaction (64 bytes)\t[58 seconds] com.apple.daemon.diskarbitrationd

      heap[551]: [fatal] unable to introspect malloc zones to get allocation information
      Process:         com.apple.DriverKit [246]

      """
    let both = try processes(text)
    #expect(both.map(\.process.pid) == [107, 246])
    #expect(both[0].process.footprint?.bytes == 1060 << 10)
    #expect(both[0].nodeCount == nil)
    #expect(both[0].process.messages.count == 1)
    #expect(both[1].process.messages.map { $0.hasPrefix("heap[551]: [fatal]") } == [true])
  }
}
