import AllocationBalance
import MemoryAnalysis
import MemorySections
import Testing

@testable import TestSupport

struct FindingsTests {
  @Test("the leak is the first finding of its archive, with the zone's line")
  func findsLeak() throws {
    let report = Report(try HandMadeSnapshot.shipped("macos-26-zone-leak"))
    let first = try #require(report.findings.findings.first)
    #expect(first.id == "zone-leak")
    #expect(first.severity == .critical)
    #expect(first.subject == "data.kalloc.1024")
    #expect(first.title.contains("data.kalloc.1024"))
    #expect(first.detail.hasPrefix("8.79 GB in 9,212,352 elements"))
    let row = try #require(report.snapshot.zprint?.zones.first { $0.name == "data.kalloc.1024" })
    #expect(first.evidence.first?.line == row.line)
    #expect(first.evidence.first?.member == "top/zprint.txt")
    #expect(report.findings.worst == .critical)
    #expect(report.findings.notEvaluated.map(\.rule) == ["vnodes-low"])
  }

  @Test(
    "healthy archives have no critical finding and no warning",
    arguments: ["macos-26-healthy", "macos-12-healthy", "macos-10.14-no-zprint"])
  func passesHealthy(_ name: String) throws {
    let findings = Report(try HandMadeSnapshot.shipped(name)).findings
    #expect(findings.findings.filter { $0.severity > .info } == [])
  }

  @Test("without zprint the leak is found in footprint's kernel_task")
  func findsLeakInFootprint() throws {
    let table = PrintedTables.kernelTask([
      (name: "kalloc.1024", mb: 9017, regions: 9_234_288),
      (name: "VM_KERN_MEMORY_PTE", mb: 426, regions: 1),
      (name: "com.example.nke.TestTunnel", mb: 600, regions: 1),
    ])
    let report = try HandMadeSnapshot(members: ["footprint-all.txt": table]).report()
    let found = report.findings.findings
    #expect(found.first?.id == "zone-leak")
    #expect(found.first?.evidence.first?.line == 7)
    #expect(found.contains { $0.id == "kext-heap-large" && $0.severity == .warning })
  }

  @Test("a rule without its inputs is not evaluated, gives the reason, and has not passed")
  func leavesOpen() throws {
    let log = "zprint (/usr/bin/zprint -t -w): Req - 0011 State - 00B8. Did conditions pass: 0\n"
    let report = try HandMadeSnapshot(members: ["sysdiagnose.log": log]).report().findings
    let reasons = report.notEvaluated.map { ($0.rule, $0.reason) }
    let open = Dictionary(reasons, uniquingKeysWith: { first, _ in first })
    #expect(open["zone-leak"] == "zprint is missing: sysdiagnose did not run it")
    #expect(open["process-dominates"] == "footprint is missing: not in this archive")
    #expect(open["compressor-pressure"] == "compressorBytes of machine is not known")
    #expect(open["kext-heap-large"] != nil)
    #expect(open["archive-damaged"] == nil)
    // Growth needs two archives, and rules about examined processes an output of such a process.
    let others: [SubjectKind] = [.kernelGrowth, .zoneGrowth, .kextGrowth, .examinedProcess]
    let rules = RuleSet.shipped.rules.filter { !others.contains($0.subject) }
    #expect(report.evaluated + report.notEvaluated.count == rules.count)
  }

  @Test("a rule without findings in an incomplete section is not evaluated; a finding stands")
  func leavesOpenWhatIsCut() throws {
    let cut = { (kib: Int) in
      PrintedTables.zprint(zones: [(name: "kalloc.256", kib: kib), (name: "zz", kib: 1)])
        + HandMadeSnapshot.cutMark
    }
    let small = try HandMadeSnapshot(members: ["zprint.txt": cut(900)]).report().findings
    #expect(small.notEvaluated.contains { $0.rule == "zone-leak" && $0.reason.contains("cut") })
    let large = try HandMadeSnapshot(members: ["zprint.txt": cut(7 << 20)]).report().findings
    #expect(large.findings.contains { $0.id == "zone-leak" })
    #expect(!large.notEvaluated.contains { $0.rule == "zone-leak" })
  }

  @Test("an incompletely read archive cannot be said to have no panic")
  func leavesPanicsOpen() throws {
    let report = try HandMadeSnapshot(outcome: .stoppedEarly).report().findings
    #expect(report.notEvaluated.contains { $0.rule == "panic-zone" })
  }

  @Test("hidden sizes warn as a lower bound")
  func saysAtLeast() throws {
    let table = PrintedTables.zprint(
      zones: [(name: "data.kalloc.1024", kib: 3 << 20)], isRedacted: true)
    let report = try HandMadeSnapshot(members: ["zprint.txt": table]).report()
    let leak = try #require(report.findings.findings.first { $0.id == "zone-leak" })
    #expect(leak.severity == .warning)
    #expect(leak.detail.hasPrefix("at least 3.00 GB in 3,145,728 elements"))
  }

  @Test("findings are sorted by severity, then size")
  func sorts() throws {
    let table = PrintedTables.zprint(
      zones: [
        (name: "vnodes", kib: 3 << 20), (name: "data.kalloc.1024", kib: 7 << 20),
        (name: "data.kalloc.512", kib: 8 << 20), (name: "ipc.ports", kib: 4 << 20),
      ])
    let found = try HandMadeSnapshot(installedGiB: 512, members: ["zprint.txt": table]).report()
      .findings.findings.filter { $0.id.hasPrefix("zone-l") }
    #expect(found.map(\.subject) == ["data.kalloc.512", "data.kalloc.1024", "ipc.ports", "vnodes"])
  }

  @Test("a disabled rule reports nothing, not even that it was not evaluated")
  func leavesOut() throws {
    let rules = try RuleSet.shipped.overridden(by: "- {id: zone-leak, enabled: false}")
    let report = Report(try HandMadeSnapshot.shipped("macos-26-zone-leak"), rules: rules).findings
    #expect(!report.findings.contains { $0.id == "zone-leak" })
    #expect(!report.notEvaluated.contains { $0.rule == "zone-leak" })
  }

  @Test("a user's rule finds its subject")
  func evaluatesOwnRule() throws {
    let rules = try RuleSet.shipped.overridden(
      by: """
        - id: own
          for: process
          name: "Window*"
          warning: bytes >= 1 MiB
          title: "{name}"
          detail: "{bytes}, peak {peakBytes}"
          recommendation: none
        """)
    let table = PrintedTables.footprint([(name: "WindowServer", mb: 600), (name: "Mail", mb: 700)])
    let report = try HandMadeSnapshot(members: ["footprint-all.txt": table]).report(rules)
    let own = report.findings.findings.filter { $0.id == "own" }
    #expect(own.map(\.title) == ["WindowServer [100]"])
    #expect(own.map(\.detail) == ["600 MB, peak unknown"])
  }
}
