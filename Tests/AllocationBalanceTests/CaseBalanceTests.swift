import AllocationBalance
import Foundation
import MemoryAnalysis
import MemorySections
import Testing

@testable import TestSupport

/// Balances of the kinds of input that public reports showed to be wrong, by truth worked out by hand.
///
/// Each kind is an input written by the project, and the published one where it is beside the project.
struct CaseBalanceTests {
  private static let cases = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/cases").standardized
  static let areHere = FileManager.default.fileExists(atPath: cases.path)

  private func published(
    _ members: [String: String], installedGiB: Int = 16
  ) throws -> Report {
    var machine = HandMadeSnapshot(installedGiB: installedGiB)
    for (member, name) in members {
      machine.members[member] = try String(
        contentsOf: Self.cases.appending(path: name), encoding: .utf8)
    }
    return try machine.report()
  }

  private func entry(_ component: String, _ report: Report) throws -> LedgerEntry {
    try #require(report.ledger.entries.first { $0.component == component })
  }

  // MARK: vm_stat without a table

  @Test("wired pages without a table are counted, and little is left unexplained")
  func wiredNotBrokenDown() throws {
    // 10 GiB: 2048 wired, 512 in the compressor, 1024 free and 6144 anonymous MiB leave 512.
    let report = try HandMadeSnapshot(
      installedGiB: 10,
      members: [
        "vm_stat.txt": PrintedTables.vmStat(
          wiredMiB: 2048, compressorMiB: 512, freeMiB: 1024, otherMiB: 6144)
      ]
    ).report()
    #expect(report.balance.kernel?.origin == .vmStatWired)
    #expect(report.balance.kernel?.quantity.bytes == 2048 << 20)
    #expect(try entry(LedgerComponent.wiredNotBrokenDown, report).isCounted)
    #expect(report.ledger.unexplained?.bytes == 512 << 20)
    #expect(!report.findings.findings.contains { $0.id == "unexplained-large" })
  }

  @Test(
    "the published vm_stats leave 0.60 and 0.53 GiB unexplained",
    .enabled(if: areHere, "the shared cases are not beside the project"),
    arguments: [("labreport-16g", 16, 0.60), ("mini-32g", 32, 0.53)])
  func publishedPages(_ name: String, _ installedGiB: Int, _ unexplained: Double) throws {
    let report = try published(
      ["vm_stat.txt": "\(name).vm_stat.txt"], installedGiB: installedGiB)
    let left = Double(try #require(report.ledger.unexplained?.bytes)) / 1_073_741_824
    #expect(abs(left - unexplained) < 0.005)
    #expect(!report.findings.findings.contains { $0.id == "unexplained-large" })
  }

  // MARK: Memory that was set aside at boot

  @Test("of the memory set aside at boot only the boot loader's lies outside vm_stat's wired pages")
  func stolen() throws {
    let zprint = ZprintText(
      zones: [("a", 600), ("b", 424)],
      wired: [
        ("VM_KERN_COUNT_BOOT_STOLEN", 0, 1600), ("VM_KERN_COUNT_STOLEN", 0, 4800),
        ("VM_KERN_MEMORY_IOKIT", 3, 3200),
      ])
    // The rows but the boot loader's are 9024 K; with 1 MiB in no row that is 10 048 K or 628 pages.
    let pages =
      "Mach Virtual Memory Statistics: (page size of 16384 bytes)\nPages wired down: 628.\n"
    let report = try HandMadeSnapshot(
      members: ["zprint.txt": zprint.text, "vm_stat.txt": pages]
    ).report()
    #expect(try entry(LedgerComponent.wiredRemainder, report).quantity?.bytes == 1024 << 10)
  }

  @Test(
    "the published one has 1,638,400 bytes in no row",
    .enabled(if: areHere, "the shared cases are not beside the project"))
  func publishedStolen() throws {
    let report = try published(
      ["zprint.txt": "stolen.zprint.txt", "vm_stat.txt": "stolen.vm_stat.txt"])
    #expect(try entry(LedgerComponent.wiredRemainder, report).quantity?.bytes == 1_638_400)
  }

  // MARK: Footprints in JSON

  @Test(
    "the published JSON has two processes with 744,000,000 bytes, and no kernel_task",
    .enabled(if: areHere, "the shared cases are not beside the project"))
  func publishedJSON() throws {
    let report = try published(["footprint-all.txt": "json.footprint-all.txt"])
    #expect(report.balance.user?.quantity.bytes == 94_000_000 + 650_000_000)
    #expect(report.balance.kernel == nil)
  }

  // MARK: Redacted zones beside a wired table

  @Test("redacted zones count by their elements in use, and the kernel is a lower bound")
  func redacted() throws {
    // Two zones with 512 elements of 1,024 bytes each in use, and 3,200 K of tags.
    let zprint = ZprintText(
      zones: [("a", nil), ("b", nil)], wired: [("VM_KERN_MEMORY_IOKIT", 3, 3200)])
    let report = try HandMadeSnapshot(members: ["zprint.txt": zprint.text]).report()
    let kernel = try #require(report.balance.kernel)
    #expect(kernel.isLowerBound && kernel.origin == .wiredTable)
    #expect(kernel.quantity.bytes == (1024 + 3200) << 10)
    let zones = try entry(LedgerComponent.zones, report)
    #expect(zones.isLowerBound && zones.quantity?.bytes == 1024 << 10)
  }

  @Test(
    "the published one holds at least 9,274,417,152",
    .enabled(if: areHere, "the shared cases are not beside the project"))
  func publishedRedacted() throws {
    let report = try published(["zprint.txt": "redacted.zprint.txt"])
    let kernel = try #require(report.balance.kernel)
    #expect(kernel.isLowerBound && kernel.quantity.bytes == 9_274_417_152)
    #expect(try entry(LedgerComponent.zones, report).isLowerBound)
  }

  // MARK: Names and counts that mislead

  @Test(
    "shared.kalloc is of the general heap, data.kalloc is not",
    arguments: [
      ("shared.kalloc.1024", "kalloc.1024"), ("default.kalloc.64", "kalloc.64"),
      ("early.kalloc.64", "kalloc.64"), ("data.kalloc.1024", "data.kalloc.1024"),
      ("data_shared.kalloc.32", "data.kalloc.32"), ("kalloc.type1.64", "kalloc.type1.64"),
    ])
  func families(_ name: String, _ family: String) throws {
    let zprint = ZprintText(zones: [(name, 16)])
    let snapshot = try HandMadeSnapshot(members: ["zprint.txt": zprint.text]).snapshot()
    #expect(snapshot.zprint?.zones.map(\.family) == [family])
  }

  @Test(
    "the published families",
    .enabled(if: areHere, "the shared cases are not beside the project"))
  func publishedFamilies() throws {
    let report = try published(["zprint.txt": "shared-kalloc-family.zprint.txt"])
    #expect(
      report.snapshot.zprint?.zones.map(\.family) == [
        "kalloc.1024", "data.kalloc.1024", "kalloc.type1.64",
      ])
  }

  @Test(
    "a kext with load tag 2 takes the place of the count of wired memory, which is not believed")
  func loadTag2() throws {
    var zprint = ZprintText(
      zones: [("a", 1024)],
      wired: [("VM_KERN_MEMORY_IOKIT", 3, 3200), ("com.example.Two", 91, 480)])
    // X is 4,704 K; the printed Y is the kext's 480 K.
    zprint.total = ("4.59", "0.47")
    let tagged = zprint.text.replacingOccurrences(
      of: PrintedTables.left("com.example.Two", 64) + "  7",
      with: PrintedTables.left("com.example.Two", 64) + "  2")
    for (text, count) in [(tagged, nil), (zprint.text, Int?.some(492_831))] {
      let snapshot = try HandMadeSnapshot(members: ["zprint.txt": text]).snapshot()
      let wired = try #require(snapshot.zprint)
      #expect(wired.wired.last?.loadTag == (count == nil ? 2 : 7))
      #expect((wired.trustedWiredCount == nil) == (count == nil))
      #expect(Report(snapshot).balance.kernel?.quantity.bytes == 4704 << 10)
    }
  }

  @Test(
    "the published one with load tag 2",
    .enabled(if: areHere, "the shared cases are not beside the project"))
  func publishedLoadTag2() throws {
    let report = try published(["zprint.txt": "y-loadtag2.zprint.txt"])
    #expect(report.snapshot.zprint?.trustedWiredCount == nil)
    // 320 + 32000 + 480 + 496 + 32 K.
    #expect(report.balance.kernel?.quantity.bytes == 33_328 << 10)
  }
}
