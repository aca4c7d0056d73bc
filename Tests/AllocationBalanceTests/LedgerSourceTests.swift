import AllocationBalance
import MemoryAnalysis
import MemorySections
import Testing

@testable import TestSupport

/// The ledger of handmade snapshots: counted and uncounted entries.
struct LedgerSourceTests {
  private static func entry(_ component: String, _ made: HandMade) -> LedgerEntry? {
    made.report.ledger.entries.first { $0.component == component }
  }

  private static func counted(_ made: HandMade) -> Int {
    made.report.ledger.entries.filter { $0.relation == .counted }
      .compactMap(\.quantity?.bytes).reduce(0, +)
  }

  /// A row or category of the boot carve-out, and whether the kernel's figure includes it.
  struct CarveOut: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var zprint: ZprintText?
    var categories: [(name: String, bytes: Int)]?
    let holder: String?
  }

  private static let stolen = "VM_KERN_COUNT_BOOT_STOLEN"

  private static let tableWithStolen: ZprintText = {
    var zprint = Samples.wired
    zprint.wired?.append((stolen, 0, 96))
    return zprint
  }()

  private static let zonesAlone = ZprintText(zones: Samples.zones)

  static let carveOuts: [CarveOut] = [
    CarveOut(
      testDescription: "a row of the wired table", zprint: tableWithStolen, holder: stolen),
    CarveOut(testDescription: "no row of the wired table", zprint: Samples.wired, holder: nil),
    CarveOut(
      testDescription: "a category of kernel_task, which the wired table stands before",
      zprint: Samples.wired, categories: [(stolen, 96 << 10)], holder: nil),
    CarveOut(
      testDescription: "a category of kernel_task without zprint",
      categories: [(stolen, 96 << 10)], holder: stolen),
    CarveOut(
      testDescription: "a category of kernel_task beside zones without a wired table",
      zprint: zonesAlone, categories: [(stolen, 96 << 10)], holder: stolen),
    CarveOut(
      testDescription: "a category of kernel_task beside redacted zones",
      zprint: ZprintText(zones: [("a", nil)]), categories: [(stolen, 96 << 10)], holder: stolen),
    CarveOut(
      testDescription: "no category of kernel_task", categories: [("kalloc.16", 4096)], holder: nil),
    CarveOut(testDescription: "zones alone", zprint: zonesAlone, holder: nil),
  ]

  @Test("the boot carve-out is counted once", arguments: carveOuts)
  func carveOut(_ expected: CarveOut) throws {
    var footprint = FootprintText(
      processes: [FootprintText.Process(name: "launchd", bytes: 1000)],
      system: [("boot_carveout", 96 << 10)])
    if let categories = expected.categories {
      footprint.processes.append(
        FootprintText.Process(name: "kernel_task", bytes: 1600 << 10, categories: categories))
    }
    var made = HandMade().with(footprint)
    if let zprint = expected.zprint { made = made.with(zprint) }
    let entry = try #require(Self.entry(LedgerComponent.bootCarveOut, made))
    #expect(entry.side == .machine)
    #expect(entry.quantity?.bytes == 96 << 10)
    #expect(
      entry.relation == (expected.holder.map { .overlaps(with: $0) } ?? .counted))
  }

  @Test("only one of two sources for the kernel is counted")
  func oneSource() {
    let made = HandMade().with(Samples.wired).with(Samples.footprint).withKexts()
    // 1676 K of the wired table; 8,000,000 bytes of processes minus swapped and doubly shared
    // bytes.
    #expect(Self.counted(made) == (1676 << 10) + 8_000_000 - 750_000 - 1_000_000)
    #expect(
      Self.entry(LedgerComponent.kernelTask, made)?.relation
        == .overlaps(with: LedgerComponent.zones))
  }

  @Test("kernel_task is counted as a whole, with its categories as parts")
  func kernelTask() {
    let made = HandMade().with(Samples.footprint).withKexts()
    #expect(made.report.ledger.counted(.kernel).bytes == 1600 << 10)
    let part = Self.entry("VM_KERN_MEMORY_IOKIT", made)
    #expect(part?.relation == .subset(of: LedgerComponent.kernelTask))
    #expect(part?.quantity?.bytes == 600 << 10)
    #expect(
      Self.entry(LedgerComponent.kextImages, made)?.relation
        == .overlaps(with: LedgerComponent.kernelTask))
  }

  @Test("if only zones are known, the rest of the kernel is listed with an unknown size")
  func zonesOnly() throws {
    let made = HandMade().with(ZprintText(zones: Samples.zones, isOld: true)).withKexts()
    // Outside zones, only the images of kexts are known.
    #expect(made.report.ledger.counted(.kernel).bytes == (1000 << 10) + 0x3000)
    let outside = try #require(Self.entry(LedgerComponent.outsideZones, made))
    #expect(outside.quantity == nil)
    let images = try #require(Self.entry(LedgerComponent.kextImages, made))
    #expect(images.relation == .counted)
    // The pseudo-kext's 0x1000 bytes are not included.
    #expect(images.quantity?.bytes == 0x3000)
  }

  @Test("the resident part of the processes is counted; the rest overlaps")
  func processes() {
    let made = HandMade().with(Samples.footprint)
    let resident = Self.entry(LedgerComponent.processes, made)
    #expect(resident?.quantity?.bytes == 8_000_000 - 750_000 - 1_000_000)
    #expect(resident?.relation == .counted)
    let swapped = Self.entry(LedgerComponent.swapped, made)
    #expect(swapped?.quantity?.bytes == 750_000)
    #expect(swapped?.relation == .overlaps(with: LedgerComponent.compressor))
    let shared = Self.entry(LedgerComponent.shared, made)
    #expect(shared?.quantity?.bytes == 1_000_000)
    #expect(shared?.relation == .overlaps(with: LedgerComponent.processes))
    let wired = Self.entry(LedgerComponent.wiredByProcesses, made)
    #expect(wired?.quantity?.bytes == 60_000)
    #expect(wired?.relation == .overlaps(with: LedgerComponent.kernelTask))
  }

  @Test("more swapped than the total leaves zero resident, not a negative size")
  func allSwapped() {
    let process = FootprintText.Process(name: "launchd", bytes: 1000, swapped: 5000)
    let resident = Self.entry(
      LedgerComponent.processes, HandMade().with(FootprintText(processes: [process])))
    #expect(resident?.quantity?.bytes == 0)
    #expect((resident?.quantity?.tolerance ?? 0) >= 4000)
  }

  @Test("unreadable rows count as the printed total's excess over the others")
  func unreadRows() {
    var zprint = Samples.wired
    zprint.total = ("3.00", "4.00")
    let made = HandMade().with(zprint)
    #expect(
      Self.entry(LedgerComponent.unreadWired, made)?.quantity?.bytes == (3 << 20) - (1740 << 10))
    #expect(made.report.ledger.counted(.kernel).bytes == (3 << 20) - (64 << 10))
  }

  @Test(
    "wired pages beyond the table are part of the unexplained rest",
    arguments: [
      // The table's 1740 K are 435 pages; each of its 7 rows may be truncated by 1023 bytes.
      (100, nil), (435, nil), (436, nil), (437, 2 * 4096), (500, 65 * 4096),
    ])
  func wiredRemainder(_ pages: Int, _ remainder: Int?) {
    let made = HandMade().with(Samples.wired).withPages(free: 1, wired: pages)
    let entry = Self.entry(LedgerComponent.wiredRemainder, made)
    #expect(entry?.quantity?.bytes == remainder)
    if remainder != nil { #expect(entry?.relation == .subset(of: LedgerComponent.unexplained)) }
  }

  @Test("the boot loader's memory is not part of vm_stat's wired pages")
  func stolen() {
    let made = HandMade().with(Self.tableWithStolen).withPages(free: 1, wired: 500)
    #expect(Self.entry(LedgerComponent.wiredRemainder, made)?.quantity?.bytes == 65 * 4096)
  }

  /// The available sections, and the rest of installed memory that they leave.
  struct Needs: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let made: @Sendable () -> HandMade
    let unexplained: Int?
  }

  static let needs: [Needs] = [
    Needs(
      testDescription: "all",
      made: {
        HandMade().with(Samples.wired).withInstalled(256 << 20)
          .withPages(free: 512, wired: 600, fileBacked: 256, compressor: 128)
      }, unexplained: (256 << 20) - (1676 << 10) - 896 * 4096),
    Needs(
      testDescription: "counted entries beyond what is installed",
      made: { HandMade().with(Samples.wired).withInstalled(64 << 20).withPages(free: 20_000) },
      unexplained: (64 << 20) - (1676 << 10) - 20_000 * 4096),
    Needs(
      testDescription: "no vm_stat",
      made: { HandMade().with(Samples.wired).withInstalled(256 << 20) },
      unexplained: (256 << 20) - (1676 << 10)),
    Needs(
      testDescription: "no sysctl",
      made: { HandMade().with(Samples.wired).withPages(free: 1) }, unexplained: nil),
    Needs(
      testDescription: "no kernel",
      made: { HandMade().withInstalled(256 << 20).withPages(free: 1) },
      unexplained: (256 << 20) - 4096),
  ]

  @Test("the rest is known if installed memory is", arguments: needs)
  func unexplained(_ expected: Needs) {
    #expect(expected.made().report.ledger.unexplained?.bytes == expected.unexplained)
  }

  @Test("an archive without memory sections has an empty ledger")
  func nothing() {
    #expect(HandMade().report.ledger.entries.isEmpty)
    #expect(HandMade().report.ledger.unexplained == nil)
  }
}
