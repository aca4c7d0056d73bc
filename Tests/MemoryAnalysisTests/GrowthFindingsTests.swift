import AllocationBalance
import MemoryAnalysis
import MemorySections
import Testing

@testable import TestSupport

/// Rules about growth between two archives.
struct GrowthFindingsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: String
    let severity: Severity?
    let name: String
    let fromMiB: Int
    let toMiB: Int
    let hours: Int
    var testDescription: String { "\(rule) \(name) \(fromMiB) to \(toMiB) MiB in \(hours) h" }

    init(
      _ rule: String, _ severity: Severity?, _ name: String, _ from: Int, _ to: Int, hours: Int
    ) {
      (self.rule, self.severity, self.name) = (rule, severity, name)
      (fromMiB, toMiB, self.hours) = (from, to, hours)
    }
  }

  static let cases = [
    Case("zone-growth", .critical, "data.kalloc.1024", 300, 4396, hours: 4),
    Case("zone-growth", .warning, "data.kalloc.1024", 300, 4395, hours: 4),
    Case("zone-growth", .warning, "vnodes", 300, 300 + 572, hours: 4),
    Case("zone-growth", nil, "vnodes", 300, 300 + 571, hours: 4),
    Case("zone-growth", nil, "vnodes", 300, 300 + 800, hours: 2),
    Case("zone-growth", nil, "vnodes", 3000, 300, hours: 4),
    Case("kernel-growth", .warning, "vnodes", 300, 300 + 1144, hours: 4),
    Case("kernel-growth", nil, "vnodes", 300, 300 + 1143, hours: 4),
    Case("kext-heap-growth", .warning, "com.example.nke.Tunnel", 6, 6 + 192, hours: 4),
    Case("kext-heap-growth", nil, "com.example.nke.Tunnel", 6, 6 + 191, hours: 4),
    Case("kext-heap-growth", nil, "com.apple.AGXG16X", 6, 6 + 571, hours: 4),
    Case("kext-heap-growth", .info, "com.apple.AGXG16X", 6, 6 + 572, hours: 4),
  ]

  @Test("growth within a boot fires at the threshold and not below", arguments: cases)
  func fires(_ example: Case) throws {
    let old = try snapshot(example.name, example.fromMiB, hour: 0)
    let new = try snapshot(example.name, example.toMiB, hour: example.hours)
    let report = Comparison(old, new).findings
    let found = report.findings.filter { $0.id == example.rule }
    #expect(found.map(\.severity) == [example.severity].compactMap { $0 })
    #expect(report.notEvaluated.isEmpty)
    #expect(found.allSatisfy { $0.evidence.first?.line != nil })
  }

  @Test("a leak that moved to another name of its zone is still found")
  func followsFamily() throws {
    let old = try snapshot("data.kalloc.1024", 300, hour: 0)
    let new = try snapshot("data_shared.kalloc.1024", 4396, hour: 4)
    let found = Comparison(old, new).findings.findings.filter { $0.id == "zone-growth" }
    #expect(found.map(\.subject) == ["data.kalloc.1024"])
    #expect(found.first?.detail == "+1.00 GB/h: from 300 MB to 4.29 GB in 4.00 h")
  }

  @Test("rates are judged only within one boot")
  func needsOneBoot() throws {
    let old = try snapshot("data.kalloc.1024", 300, hour: 0)
    let new = try snapshot("data.kalloc.1024", 9000, hour: 4, bootedLater: 3600)
    let report = Comparison(old, new).findings
    #expect(report.findings.isEmpty)
    #expect(report.evaluated == 0)
    #expect(Set(report.notEvaluated.map(\.reason)) == ["rebooted between the archives"])
    let swapped = Comparison(try snapshot("vnodes", 1, hour: 4), old).findings
    #expect(Set(swapped.notEvaluated.map(\.reason)) == ["the first archive is the later one"])
  }

  @Test("unless both archives have zprint, growth of zones and kexts is not evaluated")
  func needsZprint() throws {
    let old = try snapshot("vnodes", 300, hour: 0)
    let table = PrintedTables.footprint([(name: "kernel_task", mb: 9000)])
    var machine = HandMadeSnapshot(members: ["footprint-all.txt": table])
    machine.capturedSeconds = 4 * 3600
    let report = Comparison(old, try machine.snapshot()).findings
    let open = Set(report.notEvaluated.map(\.rule))
    #expect(open == ["zone-growth", "kext-heap-growth", "kernel-growth"])
  }

  @Test("the zone's growth is the first finding in the shipped pair from one boot")
  func findsShippedGrowth() throws {
    let comparison = Comparison(
      try HandMadeSnapshot.shipped("macos-26-healthy"),
      try HandMadeSnapshot.shipped("macos-26-zone-leak"))
    let first = try #require(comparison.findings.findings.first)
    #expect(first.id == "zone-growth")
    #expect(first.severity == .critical)
    #expect(first.subject == "data.kalloc.1024")
  }

  private func snapshot(
    _ name: String, _ mib: Int, hour: Int, bootedLater: Int = 0
  ) throws -> Snapshot {
    let isKext = name.hasPrefix("com.")
    let table = PrintedTables.zprint(
      zones: [(name: "tasks", kib: 900)] + (isKext ? [] : [(name: name, kib: mib << 10)]),
      wired: [(name: "VM_KERN_MEMORY_OSFMK", kib: 90_000)]
        + (isKext ? [(name: name, kib: mib << 10)] : []))
    var machine = HandMadeSnapshot(members: ["zprint.txt": table])
    machine.capturedSeconds = hour * 3600
    machine.bootTime += bootedLater
    return try machine.snapshot()
  }
}
