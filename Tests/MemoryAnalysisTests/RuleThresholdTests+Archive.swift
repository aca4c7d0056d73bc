import AllocationBalance
import MemoryAnalysis
import MemorySections

@testable import TestSupport

/// Archives with problems, and reports of events in them.
extension RuleThresholdTests {
  private static let table = PrintedTables.zprint(zones: [(name: "vnodes", kib: 900)])
  private static let processTable = PrintedTables.footprint([(name: "Editor", mb: 900)])

  private static func machine(
    _ members: [String: String], outcome: ScanSummary.Outcome = .complete,
    problems: [ScanSummary.Problem] = []
  ) -> HandMadeSnapshot {
    HandMadeSnapshot(outcome: outcome, problems: problems, members: members)
  }

  private static func of(
    _ platform: String, _ build: String, _ members: [String: String]
  ) -> HandMadeSnapshot {
    HandMadeSnapshot(platform: platform, build: build, members: members)
  }

  private static func text(_ members: [String: String]) -> HandMadeSnapshot {
    HandMadeSnapshot(membersSeen: 1, members: members)
  }

  private static func log(_ tool: String, passed: Int) -> String {
    "\(tool) (/usr/bin/\(tool) -a): Req - 0011 State - 00B8. Did conditions pass: \(passed)\n"
  }

  private static func summary(_ tool: String, _ ending: String) -> String {
    "Concurrent group 2\n\"/usr/bin/\(tool) -a\",\"\(ending)\",44.61,180\n"
  }

  static let archiveCases = [
    Case("archive-damaged", nil, "whole", machine(["zprint.txt": table])),
    Case("archive-damaged", nil, "stopped", machine(["zprint.txt": table], outcome: .stoppedEarly)),
    Case("archive-damaged", .warning, "cut", machine(["zprint.txt": table], outcome: .truncated)),
    Case("archive-damaged", .warning, "bad", machine(["zprint.txt": table], outcome: .corrupt)),
    Case("archive-damaged", .warning, "nothing read", machine([:], outcome: .unreadable)),
    Case(
      "archive-damaged", .warning, "a problem",
      machine(["zprint.txt": table], problems: [.init(code: "member", message: "odd")])),
    Case(
      "archive-damaged", nil, "a mere warning",
      machine(
        ["zprint.txt": table], problems: [.init(code: "warning", message: "odd", isWarning: true)])),
    Case("zprint-missing", nil, "there", machine(["zprint.txt": table])),
    Case("zprint-missing", .info, "silent", machine(["footprint-all.txt": processTable])),
    Case(
      "zprint-missing", .info, "passed over",
      machine(["sysdiagnose.log": log("zprint", passed: 0)])),
    Case(
      "zprint-missing", .warning, "failed",
      machine(["taskSummary.csv": summary("zprint", "exited with status 9")])),
    Case("footprint-missing", nil, "there", machine(["footprint-all.txt": processTable])),
    Case("footprint-missing", .info, "silent", machine(["zprint.txt": table])),
    Case(
      "footprint-missing", .warning, "timed out",
      machine(["taskSummary.csv": summary("footprint", "timed out")])),
    Case(
      "footprint-missing", .warning, "not reached",
      machine(["zprint.txt": table], outcome: .truncated)),
    Case("footprint-missing", nil, "of an iPhone", of("iOS", "21B80", ["zprint.txt": table])),
    Case("footprint-missing", nil, "of 10.8", of("macOS", "12F45", ["zprint.txt": table])),
    Case("footprint-missing", .info, "of 10.11", of("macOS", "15A284", ["zprint.txt": table])),
    Case("footprint-missing", nil, "beside a single text", text(["zprint.txt": table])),
    Case("footprint-missing", nil, "nothing read", machine([:], outcome: .unreadable)),
    Case("zprint-missing", nil, "nothing read", machine([:], outcome: .unreadable)),
    Case("zprint-missing", nil, "beside a single text", text(["footprint-all.txt": processTable])),
    Case("section-cut-short", nil, "whole", machine(["zprint.txt": table])),
    Case(
      "section-cut-short", .warning, "cut",
      machine(["zprint.txt": table + HandMadeSnapshot.cutMark])),
    Case(
      "section-cut-short", .warning, "timed out",
      machine([
        "footprint-all.txt": processTable, "taskSummary.csv": summary("footprint", "timed out"),
      ])),
    Case("section-unreadable", nil, "all read", machine(["zprint.txt": table])),
    Case("section-unreadable", .warning, "nothing read", machine(["zprint.txt": "what is it?\n"])),
  ]

  static let eventCases = [
    Case("panic-zone", nil, "no panic", machine(["zprint.txt": table])),
    Case("panic-zone", .critical, "gone", panicked(zoneKiB: 3000)),
    Case("panic-zone", .critical, "large again", panicked(zoneKiB: 2 << 20)),
    Case("panic-other", nil, "of a zone", panicked(zoneKiB: 3000)),
    Case(
      "panic-other", .info, "of something else",
      machine(["a.panic": "panic(cpu 0 caller 0xffffff8000000000): \"no reason\"\n"])),
    Case("panic-other", nil, "of the compressor", compressed("100", "BAD", "OK")),
    Case("panic-compressor", nil, "all is well", compressed("30", "OK", "OK")),
    Case("panic-compressor", .warning, "low swap", compressed("30", "OK", "LOW")),
    Case("panic-compressor", .critical, "a limit met", compressed("100", "BAD", "OK")),
    Case("panic-corruption", nil, "exhausted", panicked(zoneKiB: 3000)),
    Case(
      "panic-corruption", .warning, "damaged",
      machine(["a.panic": "panic(cpu 0): [kalloc.16]: element modified after free (off:0)\n"])),
    Case(
      "panic-zone", nil, "damaged",
      machine(["a.panic": "panic(cpu 0): [kalloc.16]: element modified after free (off:0)\n"])),
    Case(
      "zone-map-was-full", .warning, "by the kernel's log",
      machine([
        "system.log":
          "kernel: zone_map_exhaustion: Zone map size 96, capacity 100 [jetsam limit 95%]\n"
      ])),
    Case("zone-map-was-full", nil, "no event", machine(["zprint.txt": table])),
    Case("zone-map-was-full", nil, "79 %", killed(790)),
    Case("zone-map-was-full", .info, "80 %", killed(800)),
    Case("zone-map-was-full", .warning, "95 %", killed(950)),
  ]

  private static func panicked(zoneKiB: Int) -> HandMadeSnapshot {
    let text = """
      panic(cpu 2 caller 0xfffffe002f1cd120): zalloc[3]: zone map exhausted while allocating from \
      zone [data.kalloc.1024], likely due to memory leak in zone [data.kalloc.1024] (20G, 21182160 \
      elements allocated) @zalloc.c:4534

      """
    let zones = PrintedTables.zprint(zones: [(name: "data_shared.kalloc.1024", kib: zoneKiB)])
    return machine(["panic-full-1.ips": text, "zprint.txt": zones])
  }

  private static func compressed(
    _ per100: String, _ state: String, _ swap: String
  ) -> HandMadeSnapshot {
    machine([
      "a.panic": """
      panic(cpu 1): watchdog timeout: no checkins from watchdogd in 94 seconds
      Compressor Info: 3% of compressed pages limit (OK) and \(per100)% of segments limit \
      (\(state)) with 8 swapfiles and \(swap) swap space

      """
    ])
  }

  private static func killed(_ size: Int) -> HandMadeSnapshot {
    let text = """
      {"bug_type":"298","timestamp":"2026-03-14 09:00:00.00 +0100"}
      {
        "memoryStatus" : {
        "zoneMapSize" : \(size),
        "zoneMapCap" : 1000,
        "largestZone" : "APFS_4K_OBJS",
        "largestZoneSize" : 700,
        "memoryPages" : {
          "wired" : 49236
      """
    return machine(["JetsamEvent-1.ips": text])
  }
}
