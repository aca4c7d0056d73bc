import MemoryAnalysis
import Testing

@testable import AllocationBalance
@testable import MemorySections
@testable import TestSupport

/// Why zprint's total and kernel_task differ.
struct ReconciliationTests {
  @Test("each layout of zprint has exactly one rule", arguments: ZprintGeneration.Letter.allCases)
  func rules(_ letter: ZprintGeneration.Letter) {
    let generation = ZprintGeneration(oldest: letter, newest: letter)
    #expect(Reconciliation.rules.filter { $0.covers(generation) }.count == 1)
  }

  @Test("every component has a name and a reason, and every rule a figure")
  func words() {
    for rule in Reconciliation.rules {
      #expect(!rule.title.isEmpty && !rule.inside.isEmpty)
      #expect(rule.outside.contains { $0.measure != nil })
      #expect(Set(rule.outside.map(\.component)).count == rule.outside.count)
      for component in rule.outside {
        #expect(!component.component.isEmpty && !component.why.isEmpty)
      }
    }
  }

  @Test("no rule uses a figure twice")
  func measuresAreUnique() {
    for rule in Reconciliation.rules {
      let measures = rule.outside.compactMap { $0.measure?.rawValue }
      #expect(Set(measures).count == measures.count)
    }
  }

  @Test("without zprint there is nothing to explain")
  func noZprint() {
    #expect(HandMade().with(Samples.footprint).withKexts().report.reconciliation == nil)
  }

  /// A component by part of its name, with its bytes; nil when no section has them.
  struct Expectation: Sendable, CustomTestStringConvertible {
    let component: String
    let bytes: Int?
    var testDescription: String { component }
  }

  /// The wired table of `Samples` plus a stack, page tables and boot loader memory.
  private static let modern: HandMade = {
    var zprint = Samples.wired
    zprint.wired? += [
      ("VM_KERN_MEMORY_STACK", 8, 20), ("VM_KERN_MEMORY_PTE", 11, 30),
      ("VM_KERN_MEMORY_PMAP", 10, 5), ("VM_KERN_COUNT_BOOT_STOLEN", 0, 96),
      ("IOThing::allocate(unsigned long)", 3, 11),
    ]
    return HandMade().with(zprint).withKexts().withPages(free: 1, wired: 500, compressor: 7)
  }()

  static let modernParts = [
    // IOKIT, KEXT, OSFMK, STACK, PTE, PMAP and the site; no MLOCK, no counter, no kext.
    Expectation(component: "wired memory by subsystem", bytes: (300 + 32 + 200 + 55 + 11) << 10),
    Expectation(component: "page tables of all tasks", bytes: 35 << 10),
    Expectation(component: "kernel stacks", bytes: 20 << 10),
    Expectation(component: "what kexts allocated", bytes: 16 << 10),
    Expectation(component: "memory set aside at boot", bytes: (128 + 96) << 10),
    Expectation(component: "memory that user processes wired", bytes: 64 << 10),
    Expectation(component: "compressed pages", bytes: 7 * 4096),
    // 500 pages minus the table's 1740 + 66 K: BOOT_STOLEN is not in vm_stat's wired pages.
    Expectation(component: "wired pages without a tag", bytes: 500 * 4096 - ((1740 + 66) << 10)),
    Expectation(component: "phys_footprint of kernel_task", bytes: nil),
  ]

  @Test("from 10.13.4 on each component has the wired table's bytes", arguments: modernParts)
  func modern(_ expected: Expectation) throws {
    let reconciliation = try #require(Self.modern.report.reconciliation)
    let component = reconciliation.outside.filter { $0.name.hasPrefix(expected.component) }
    #expect(component.map(\.quantity?.bytes) == [expected.bytes])
    #expect(reconciliation.outside.count == Self.modernParts.count)
    #expect(reconciliation.zones?.bytes == 1000 << 10)
    #expect(reconciliation.title.hasPrefix("from 10.13.4 on"))
  }

  @Test("everything outside the zones is in the components exactly once")
  func modernSum() throws {
    let reconciliation = try #require(Self.modern.report.reconciliation)
    let names = ["wired memory by", "what kexts", "memory set aside", "memory that user"]
    let parts = reconciliation.outside.filter { part in names.contains { part.name.hasPrefix($0) } }
    let table = try #require(Self.modern.report.snapshot.zprint?.wiredTotal)
    #expect(parts.compactMap(\.quantity?.bytes).reduce(1000 << 10, +) == table.bytes)
  }

  @Test("on 10.11 to 10.13.3 the total includes the wired tags, and the row zones is used")
  func defect() throws {
    var zprint = ZprintText(zones: Samples.zones, wired: Samples.wired.wired, isOld: true)
    zprint.isWithoutPeak = true
    zprint.totalSize = 1740 << 10
    let reconciliation = try #require(HandMade().with(zprint).report.reconciliation)
    #expect(reconciliation.title.hasPrefix("on 10.11 to 10.13.3"))
    #expect(reconciliation.zones?.bytes == 1000 << 10)
    let unknown = reconciliation.outside.filter { $0.quantity == nil }.map(\.name)
    // This archive has neither tags nor vm_stat.
    #expect(
      Set(unknown) == [
        "page tables of all tasks", "kernel stacks", "compressed pages",
        "wired pages without a tag",
      ])
  }

  @Test("up to 10.10 only kext images are known; the rest is listed as unknown")
  func old() throws {
    // The zone of stacks shows that the text is not newer.
    var zprint = ZprintText(zones: Samples.zones + [("kernel_stacks", 0)], isOld: true)
    zprint.totalSize = 1_024_123
    let reconciliation = try #require(HandMade().with(zprint).withKexts().report.reconciliation)
    #expect(reconciliation.title.hasPrefix("up to 10.10"))
    // TOTAL SIZE is exact; the rows are truncated.
    #expect(reconciliation.zones?.bytes == 1_024_123)
    let known = reconciliation.outside.filter { $0.quantity != nil }
    #expect(known.map(\.quantity?.bytes) == [0x3000])
    #expect(reconciliation.outside.count > 3)
  }

  @Test("redacted zones have no total")
  func redacted() throws {
    let made = HandMade().with(ZprintText(zones: [("kalloc.type0.16", nil)], totalSize: 0))
    #expect(try #require(made.report.reconciliation).zones == nil)
  }

  @Test("a table larger than vm_stat's wired pages leaves an unknown rest, not a negative one")
  func noRemainder() throws {
    let made = HandMade().with(Samples.wired).withPages(free: 1, wired: 100)
    let part = try #require(
      made.report.reconciliation?.outside.first { $0.name == "wired pages without a tag" })
    #expect(part.quantity == nil)
  }

  @Test(
    "the archive's parts add up to the model's wired table", arguments: ArchiveTexts.withWiredTable)
  func archives(_ archive: ArchiveTexts) throws {
    let truth = try archive.truth()
    let reconciliation = try #require(try archive.report().reconciliation)
    let rows = try #require(truth.wired)
    func bytes(_ isMeant: (Truth.Wired) -> Bool) -> Int {
      rows.filter(isMeant).map(\.printedBytes).reduce(0, +)
    }
    func part(_ name: String) -> Int? {
      reconciliation.outside.first { $0.name.hasPrefix(name) }?.quantity?.bytes
    }
    let isTag = { (row: Truth.Wired) in row.kind == "tag" || row.kind == "site" }
    let isMlock = { (row: Truth.Wired) in row.name == "VM_KERN_MEMORY_MLOCK" }
    #expect(reconciliation.zones?.bytes == truth.zonesRow?.printedBytes)
    #expect(part("wired memory by subsystem") == bytes { isTag($0) && !isMlock($0) })
    #expect(part("memory that user processes wired") == bytes(isMlock))
    #expect(part("memory set aside at boot") == bytes { $0.kind == "counter" })
    let pages = truth.vmStat?.pages["compressor"]
    #expect(part("compressed pages") == pages.map { $0 * truth.pageSize })
  }
}
