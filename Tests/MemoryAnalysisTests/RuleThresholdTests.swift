import AllocationBalance
import MemoryAnalysis
import MemorySections
import Testing

@testable import TestSupport

/// Each rule about one archive, at its threshold and just below.
struct RuleThresholdTests {
  /// A machine and a rule's severity for it; nil when the rule finds nothing.
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: String
    let severity: Severity?
    let what: String
    let machine: HandMadeSnapshot
    var testDescription: String { "\(rule) \(what)" }

    init(_ rule: String, _ severity: Severity?, _ what: String, _ machine: HandMadeSnapshot) {
      self.rule = rule
      self.severity = severity
      self.what = what
      self.machine = machine
    }
  }

  @Test(
    "a rule fires at its threshold and not below",
    arguments: zoneCases + wiredCases + machineCases + processCases + archiveCases + eventCases)
  func fires(_ example: Case) throws {
    let report = try example.machine.report().findings
    let found = report.findings.filter { $0.id == example.rule }
    #expect(found.map(\.severity) == [example.severity].compactMap { $0 })
    #expect(!report.notEvaluated.contains { $0.rule == example.rule }, "\(report.notEvaluated)")
  }

  private static let gib = 1 << 20

  private static func zprint(
    _ zones: [(String, Int)], wired: [(String, Int)] = [("VM_KERN_MEMORY_OSFMK", 1 << 20)],
    map: Int = 117_440_512, isRedacted: Bool = false, installedGiB: Int = 36
  ) -> HandMadeSnapshot {
    let text = PrintedTables.zprint(
      zones: zones.map { (name: $0.0, kib: $0.1) }, wired: wired.map { (name: $0.0, kib: $0.1) },
      zoneMapKiB: map, isRedacted: isRedacted)
    return HandMadeSnapshot(installedGiB: installedGiB, members: ["zprint.txt": text])
  }

  static let zoneCases = [
    Case("zone-leak", .critical, "6 GiB", zprint([("data.kalloc.1024", 6 * gib)])),
    Case("zone-leak", .warning, "below 6 GiB", zprint([("data.kalloc.1024", 6 * gib - 1)])),
    Case("zone-leak", .warning, "2 GiB", zprint([("kalloc.256", 2 * gib)])),
    Case("zone-leak", nil, "below 2 GiB", zprint([("data.kalloc.1024", 2 * gib - 1)])),
    Case("zone-leak", nil, "1.37 GiB of a busy machine", zprint([("data.kalloc.1024", 1_436_549)])),
    Case(
      "zone-leak", .warning, "2 GiB under two names",
      zprint([("data.kalloc.1024", gib), ("data_shared.kalloc.1024", gib)])),
    Case("zone-leak", nil, "another zone", zprint([("vnodes", 6 * gib)])),
    Case("zone-large", .critical, "6 GiB", zprint([("vnodes", 6 * gib)])),
    Case("zone-large", .warning, "2 GiB", zprint([("vnodes", 2 * gib)])),
    Case("zone-large", nil, "below 2 GiB", zprint([("vnodes", 2 * gib - 1)])),
    Case("zone-large", nil, "a kalloc zone", zprint([("data.kalloc.1024", 6 * gib)])),
    Case("zone-share", .warning, "1 of 2 GiB", zprint([("vnodes", gib)])),
    Case(
      "zone-share", nil, "1 of 3 GiB",
      zprint([("vnodes", gib)], wired: [("VM_KERN_MEMORY_OSFMK", 2 * gib)])),
    Case(
      "zone-share", nil, "below 512 MiB",
      zprint([("vnodes", gib / 2 - 1)], wired: [("VM_KERN_MEMORY_OSFMK", 1024)])),
    Case("zone-share", nil, "2 GiB, which zone-large reports", zprint([("vnodes", 2 * gib)])),
    Case("zone-map-full", .critical, "95 %", zprint([("vnodes", 950)], map: 1000)),
    Case("zone-map-full", .warning, "80 %", zprint([("vnodes", 800)], map: 1000)),
    Case("zone-map-full", nil, "79 %", zprint([("vnodes", 790)], map: 1000)),
    Case("zprint-redacted", .warning, "hidden", zprint([("vnodes", 900)], isRedacted: true)),
    Case("zprint-redacted", nil, "printed", zprint([("vnodes", 900)])),
  ]

  static let wiredCases = [
    Case(
      "page-tables", .critical, "8 GiB of 1 TiB",
      zprint(
        [("vnodes", 900)],
        wired: [("VM_KERN_MEMORY_PTE", 7 * gib), ("VM_KERN_MEMORY_PMAP", gib)],
        installedGiB: 1024)),
    Case(
      "page-tables", .warning, "5 %",
      zprint([("vnodes", 900)], wired: [("VM_KERN_MEMORY_PTE", gib)], installedGiB: 20)),
    Case(
      "page-tables", nil, "below 5 %",
      zprint([("vnodes", 900)], wired: [("VM_KERN_MEMORY_PTE", gib - 1)], installedGiB: 20)),
    Case(
      "wired-tag-large", .warning, "15 %",
      zprint([("vnodes", 900)], wired: [("VM_KERN_MEMORY_IOKIT", 3 * gib)], installedGiB: 20)),
    Case(
      "wired-tag-large", .info, "below 15 %, most of the kernel",
      zprint([("vnodes", 900)], wired: [("VM_KERN_MEMORY_IOKIT", 3 * gib - 1)], installedGiB: 20)),
    Case(
      "wired-tag-large", nil, "below 512 MiB",
      zprint([("vnodes", 900)], wired: [("VM_KERN_MEMORY_IOKIT", gib / 2 - 1)])),
    Case(
      "wired-tag-large", nil, "wired by processes",
      zprint([("vnodes", 900)], wired: [("VM_KERN_MEMORY_MLOCK", 9 * gib)])),
    Case("kext-heap-large", .critical, "4 GiB", kext(4 * gib)),
    Case("kext-heap-large", .warning, "512 MiB", kext(gib / 2)),
    Case("kext-heap-large", .info, "128 MiB", kext(gib / 8)),
    Case("kext-heap-large", nil, "below 128 MiB", kext(gib / 8 - 1)),
    Case("kext-heap-large", nil, "Apple's", kext(4 * gib, bundle: "com.apple.driver.Widget")),
  ]

  private static func kext(
    _ kib: Int, bundle: String = "com.example.driver.Widget"
  ) -> HandMadeSnapshot {
    zprint([("vnodes", 900)], wired: [("VM_KERN_MEMORY_OSFMK", 900), (bundle, kib)])
  }

  private static func pages(wired: Int = 1024, compressor: Int = 0) -> HandMadeSnapshot {
    var machine = zprint([("vnodes", 900)], installedGiB: 10)
    machine.members["vm_stat.txt"] = PrintedTables.vmStat(
      wiredMiB: wired, compressorMiB: compressor, freeMiB: 0, otherMiB: 0)
    return machine
  }

  static let machineCases = [
    Case("kernel-share", .critical, "50 %", kernel(5 * gib)),
    Case("kernel-share", .warning, "below 50 %", kernel(5 * gib - 1)),
    Case("kernel-share", .warning, "35 %", kernel(3_670_016)),
    Case("kernel-share", nil, "below 35 %", kernel(3_670_015)),
    Case("wired-share", .critical, "75 %", pages(wired: 7680)),
    Case("wired-share", .warning, "50 %", pages(wired: 5120)),
    Case("wired-share", nil, "below 50 %", pages(wired: 5119)),
    Case("compressor-pressure", .critical, "50 %", pages(compressor: 5120)),
    Case("compressor-pressure", .warning, "25 %", pages(compressor: 2560)),
    Case("compressor-pressure", nil, "below 25 %", pages(compressor: 2559)),
    Case("unexplained-large", .warning, "most", pages()),
    Case("unexplained-large", .info, "20 %", explained(8 * 1024 - 1024)),
    Case("unexplained-large", nil, "10 %", explained(9 * 1024 - 1024)),
  ]

  private static func kernel(_ kib: Int) -> HandMadeSnapshot {
    zprint([("vnodes", kib - 1024)], wired: [("VM_KERN_MEMORY_OSFMK", 1024)], installedGiB: 10)
  }

  /// A machine with 10 GiB: 1 GiB of kernel, `mib` free.
  private static func explained(_ mib: Int) -> HandMadeSnapshot {
    var machine = kernel(gib)
    machine.members["vm_stat.txt"] = PrintedTables.vmStat(
      wiredMiB: 1024, compressorMiB: 0, freeMiB: mib, otherMiB: 0)
    return machine
  }

  static let processCases = [
    Case("process-dominates", .critical, "80 %", processes([("Editor", 8192)])),
    Case("process-dominates", .warning, "40 %", processes([("Editor", 4096), ("logd", 4095)])),
    Case("process-dominates", .info, "half of the users'", processes([("Editor", 3000)])),
    Case("process-dominates", nil, "three alike", processes([("a", 3000), ("b", 3001), ("c", 9)])),
    Case("process-dominates", nil, "below 2 GiB", processes([("Editor", 2047)])),
  ]

  private static func processes(_ processes: [(String, Int)]) -> HandMadeSnapshot {
    let text = PrintedTables.footprint(processes.map { (name: $0.0, mb: $0.1) })
    return HandMadeSnapshot(installedGiB: 10, members: ["footprint-all.txt": text])
  }
}
