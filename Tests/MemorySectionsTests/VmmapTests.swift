import MemorySections
import Testing

/// vmmap's heads, tables and lists, in texts written by hand.
@Suite struct VmmapTests {
  private func processes(_ text: String) throws -> [VmmapProcess] {
    try #require(try read(text, as: .vmmap).content as? Vmmap).processes
  }

  private func process(_ text: String) throws -> VmmapProcess {
    try #require(try self.processes(text).first)
  }

  @Test func `the head names the process and its footprint`() throws {
    let process = try process(ProcessToolTexts.vmmap).process
    #expect(process.title == "Widget Maker [412]")
    #expect(process.codeType == "ARM64")
    #expect(process.osVersion == "macOS 26.3 (25D2128)")
    #expect(process.time == "2026-03-14 10:42:08.508 +0100")
    // 100.5 MiB and 1.2 GiB; half of a tenth of the unit is left out.
    #expect(process.footprint?.bytes == 105_381_888)
    #expect(process.footprint?.tolerance == 52_428)
    #expect(process.footprint?.line == 17)
    #expect(process.peak?.bytes == 1_288_490_189)
    #expect(process.peak?.tolerance == 53_687_091)
  }

  @Test func `every row has its columns`() throws {
    let section = try read(ProcessToolTexts.vmmap, as: .vmmap)
    #expect(section.outcome == .parsed, "\(section.coverage)")
    let process = try process(ProcessToolTexts.vmmap)
    #expect(process.regions.count == 10)
    let small = try #require(process.regions.first { $0.type == "MALLOC_SMALL" })
    #expect(small.virtual?.bytes == 120 << 20)
    #expect(small.resident?.bytes == 64 << 20)
    #expect(small.dirty?.bytes == 60 << 20)
    #expect(small.swapped == Quantity(bytes: 4 << 20, tolerance: 512, line: 31, of: .vmmap))
    #expect(small.volatile?.bytes == 0)
    #expect(small.volatile?.tolerance == 0)
    #expect(small.regionCount == 15)
    #expect(small.note == "see MALLOC ZONE table below")
    #expect(small.line == 31)
    #expect(process.regions.map(\.countsInTotal).count { !$0 } == 1)
    #expect(process.regions.filter(\.isReserved).map(\.type) == ["Stack (reserved)"])
    #expect(process.total?.regionCount == 231)
    #expect(process.totalWithoutReserved?.virtual?.bytes == 230 << 20)
    // A bare number is bytes.
    #expect(process.regions.first { $0.type == "Memory Tag 240" }?.resident?.bytes == 824)
  }

  @Test func `zones keep their label without the address`() throws {
    let process = try process(ProcessToolTexts.vmmap)
    #expect(
      process.zones.map(\.name) == [
        "DefaultMallocZone", "AttributeGraph graph data", "PurgeableZone",
      ])
    let graph = process.zones[1]
    #expect(graph.address == "0x110d34000")
    #expect(graph.dirty?.bytes == 10 << 20)
    #expect(graph.allocationCount == 1000)
    #expect(graph.allocated?.bytes == 9216 << 10)
    #expect(graph.fragmentation?.bytes == 1 << 20)
    #expect(graph.fragmentationPercent == 10)
    #expect(graph.regionCount == 3)
    #expect(process.zonesTotal?.allocationCount == 31_000)
  }

  @Test func `what is owned without being mapped counts whole`() throws {
    let process = try process(ProcessToolTexts.vmmap)
    let unmapped = try #require(process.regions.first { $0.kind == .ownedUnmapped })
    #expect(unmapped.footprint?.bytes == 30 << 20)
    // 60 + 4 + 1 + 2 MB of malloc, 2.5 MB of stack, 30 MB unmapped, 1 MB of page table, 824 bytes.
    let all = process.regions.compactMap(\.footprint).sum()
    #expect(all.bytes == (100 << 20) + (1 << 19))
  }

  @Test(arguments: [
    ("MALLOC_LARGE (empty)", "Malloc Large (empty)"), ("MALLOC_SMALL", "Malloc Small"),
    ("VM_ALLOCATE", "Untagged"), ("Kernel Alloc Once", "OS Alloc Once"),
    ("STACK GUARD", "Stack Guard"), ("MALLOC guard page", "Malloc Guard Page"),
    ("MALLOC metadata", "Malloc Metadata"), ("CG image", "CG Image"),
  ])
  func `names of macOS 27 mean what the older ones mean`(_ old: String, _ new: String) throws {
    let text = ProcessToolTexts.types
    func type(_ name: String) throws -> RegionType {
      let text = text.replacing("MALLOC_SMALL ", with: name.padding(15))
      return try #require(try process(text).regions.first { $0.type == name && $0.line == 7 })
    }
    #expect(try type(old).commonName == type(new).commonName)
    #expect(try type(old).kind == type(new).kind)
  }

  @Test func `two lines of totals are kept`() throws {
    let process = try process(ProcessToolTexts.vmmap)
    // 1.8 GiB, rounded to a byte.
    #expect(process.libraries?.mapped.bytes == 1_932_735_283)
    #expect(process.libraries?.resident?.bytes == 558_786_150)
    #expect(process.writable?.written?.bytes == 54_630_810)
    #expect(process.writable?.swapped?.bytes == 39_321_600)
  }

  /// Crash reports and 10.12.0 print zeros for what they do not measure.
  @Test func `a zero that is not measured is unknown`() throws {
    let text = """
      VM Region Summary:
      ReadOnly portion of Libraries: Total=194.3M resident=0K(0%) swapped_out_or_unallocated=194.3M(100%)
      Writable regions: Total=2.2G written=0K(0%) resident=0K(0%) swapped_out=0K(0%) unallocated=2.2G(100%)

                                      VIRTUAL   REGION
      REGION TYPE                        SIZE    COUNT (non-coalesced)
      ===========                     =======  =======
      Stack                             16.1M       18
      shared memory                       12K        4
      ===========                     =======  =======
      TOTAL                             16.1M       22

      """
    let process = try process(text)
    #expect(process.libraries?.mapped.bytes == 203_738_317)
    #expect(process.libraries?.resident == nil)
    #expect(process.writable?.written == nil)
    #expect(process.writable?.resident == nil)
    #expect(process.writable?.swapped == nil)
    #expect(process.regions.map(\.dirty) == [nil, nil])
    #expect(process.regions.map(\.footprint) == [nil, nil])
    #expect(process.regions.map(\.regionCount) == [18, 4])
    #expect(!process.hasCorrectedCounts)
  }

  /// Older tools count one region too many in every row; the sum of the rows shows it.
  @Test(arguments: [(24, true), (22, false), (23, false)])
  func `a count that is one too high is corrected`(_ first: Int, _ isCorrected: Bool) throws {
    let text = """
                                      VIRTUAL   REGION
      REGION TYPE                        SIZE    COUNT (non-coalesced)
      ===========                     =======  =======
      Stack                             16.1M       \(first - 4)
      Performance tool data               12K        3         not counted in TOTAL below
      shared memory                       12K        4
      ===========                     =======  =======
      TOTAL                             16.1M       22

      """
    let process = try process(text)
    #expect(process.hasCorrectedCounts == isCorrected)
    #expect(process.regions.map(\.regionCount) == (isCorrected ? [19, 2, 3] : [first - 4, 3, 4]))
  }

  @Test func `pages become bytes by the zones`() throws {
    func text(_ codeType: String, _ zone: String) -> String {
      """
      Process:         ksh [81463]
      Code Type:       \(codeType)
      ----

                                        VIRTUAL   RESIDENT      DIRTY    SWAPPED   VOLATILE     NONVOL      EMPTY   REGION
      REGION TYPE                         PAGES      PAGES      PAGES      PAGES      PAGES      PAGES      PAGES    COUNT (non-coalesced)
      ===========                       =======   ========      =====    =======   ========     ======      =====  =======
      MALLOC_TINY                           256          5          5          3          0          0          0        1         see MALLOC ZONE table below
      Memory Tag 240                          2          2          2          0          0          0          0        1
      ===========                       =======   ========      =====    =======   ========     ======      =====  =======
      TOTAL                                 258          7          7          3          0          0          0        2

                                       VIRTUAL   RESIDENT      DIRTY    SWAPPED ALLOCATION      BYTES DIRTY+SWAP          REGION
      MALLOC ZONE                        PAGES      PAGES      PAGES      PAGES      COUNT  ALLOCATED  FRAG SIZE  % FRAG   COUNT
      ===========                      =======  =========  =========  =========  =========  =========  =========  ======  ======
      \(zone)

      """
    }
    let small =
      "DefaultMallocZone_0x1036a7000       2304          8          8          0        158        17K        15K     47%       2"
    let large =
      "DefaultMallocZone_0x1036a7000       2304          8          8          0        158        17K       111K     87%       2"
    let none =
      "DefaultMallocZone_0x1036a7000       2304          8          8          0        158        40K         0K      0%       2"
    for (codeType, zone, size) in [
      ("X86-64", small, 4096), ("ARM64", small, 4096), ("X86-64", large, 16384),
      ("ARM64", none, 16384), ("X86-64", none, 4096),
    ] {
      let process = try process(text(codeType, zone))
      #expect(process.pageSize == size)
      #expect(process.regions[0].virtual?.bytes == 256 * size)
      #expect(process.regions[0].footprint?.bytes == 8 * size)
      #expect(process.regions[1].type == "Memory Tag 240")
      #expect(process.zones[0].virtual?.bytes == 2304 * size)
      #expect(process.total?.dirty?.bytes == 7 * size)
    }
    let unknown = try process(text("?", none))
    #expect(unknown.pageSize == nil)
    #expect(unknown.regions.map(\.dirty) == [nil, nil])
    #expect(unknown.regions.map(\.regionCount) == [1, 1])
    #expect(unknown.zones[0].allocated?.bytes == 40 << 10)
  }

  @Test func `two processes do not mix`() throws {
    let other = ProcessToolTexts.vmmap.replacing("Widget Maker [412]", with: "logd [77]")
      .replacing("100.5M\n", with: "7M\n")
    let processes = try self.processes(ProcessToolTexts.vmmap + "\n" + other)
    #expect(processes.map(\.process.title) == ["Widget Maker [412]", "logd [77]"])
    #expect(processes.map(\.regions.count) == [10, 10])
    #expect(processes.map(\.zones.count) == [3, 3])
    #expect(processes[1].process.footprint?.bytes == 7 << 20)
    #expect(processes[1].process.line > processes[0].regions[9].line)
    let bare = try self.processes(ProcessToolTexts.types + "\n" + ProcessToolTexts.types)
    #expect(bare.map(\.process.title).allSatisfy { $0 == "a process without a name" })
    #expect(bare.map(\.regions.count) == [10, 10])
  }

  @Test(arguments: [
    (
      "vmmap cannot examine process 107 (securityd) because you do not have appropriate privileges; try running with `sudo`.",
      "securityd", 107
    ),
    (
      "Process 107 is not debuggable. Due to security restrictions, vmmap can only show sizes of readonly memory of restricted processes.",
      nil, 107
    ),
  ])
  func `a refusal is said`(_ message: String, _ name: String?, _ pid: Int) throws {
    let alone = try read(message + "\n", as: .vmmap)
    #expect(alone.content == nil)
    #expect(alone.outcome == .unreadable)
    #expect(alone.coverage.failure == message)
    let processes = try self.processes(ProcessToolTexts.vmmap + message + "\n")
    #expect(processes.map(\.process.pid) == [412, pid])
    #expect(processes[0].process.messages.isEmpty)
    #expect(processes[1].process.messages == [message])
    #expect(processes[1].process.name == name)
  }

  @Test func `noise before the head belongs to its process`() throws {
    let noise = """
      Invalid connection: com.apple.coresymbolicationd
      2026-03-14 10:42:08.508 vmmap[551:1234] a line of a log 12 34 56
      Process 412 is not debuggable. Due to security restrictions, vmmap can only show sizes of readonly memory.

      """
    let processes = try self.processes(noise + ProcessToolTexts.vmmap)
    #expect(processes.map(\.process.title) == ["Widget Maker [412]"])
    #expect(processes[0].process.messages.count == 1)
    #expect(processes[0].regions.count == 10)
  }

  @Test func `a table that is cut is partial`() throws {
    let whole = lines(of: ProcessToolTexts.vmmap)
    let rows = try #require(whole.firstIndex { $0.hasPrefix("Memory Tag 240") })
    let cut = whole[...rows].joined(separator: "\n") + "\n"
    for isWhole in [true, false] {
      let section = try read(cut, as: .vmmap, isWhole: isWhole)
      #expect(section.outcome == .partial)
      #expect(section.coverage.endReason == "it ends in the table of types")
    }
    let zones = try #require(whole.firstIndex { $0.hasPrefix("PurgeableZone") })
    let section = try read(whole[...zones].joined(separator: "\n"), as: .vmmap)
    #expect(section.coverage.endReason == "it ends in the malloc zones")
    let head = try read(ProcessToolTexts.head("vmmap"), as: .vmmap)
    #expect(head.coverage.endReason == "it ends before the summary")
  }

  @Test func `a row that is damaged is unread and costs no other`() throws {
    let text = ProcessToolTexts.vmmap.replacing(
      "MALLOC_SMALL                     120.0M", with: "MALLOC_SMALL                     12x.0M")
    let section = try read(text, as: .vmmap)
    #expect(section.coverage.unreadLines.map(\.line) == [31])
    #expect((section.content as? Vmmap)?.processes[0].regions.count == 9)
  }
}

extension String {
  fileprivate func padding(_ width: Int) -> String {
    count >= width ? self + " " : self + String(repeating: " ", count: width - count)
  }
}
