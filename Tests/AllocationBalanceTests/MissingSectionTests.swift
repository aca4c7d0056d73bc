import MemoryAnalysis
import MemorySections
import Testing

@testable import AllocationBalance
@testable import TestSupport

/// The reason for a missing main section, from the archive's own logs.
struct MissingSectionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var outcome = ScanSummary.Outcome.complete
    var log: String?
    var summary: String?
    let reason: MissingSection.Reason
    var status: Int?
    var source: Source?
  }

  private static let log =
    "zprint (/usr/bin/zprint -t -w): Req - 0011 State - 00B8. "
    + "Did conditions pass: "

  private static let inLog = Source(member: "top/collectionLog", line: 2)
  private static let inSummary = Source(member: "top/taskSummary", line: 2)

  static let cases: [Case] = [
    Case(testDescription: "no log", reason: .absent),
    Case(testDescription: "no log, truncated", outcome: .truncated, reason: .notReached),
    Case(testDescription: "no log, corrupt", outcome: .corrupt, reason: .notReached),
    Case(testDescription: "no log, limited", outcome: .limited, reason: .notReached),
    Case(testDescription: "no log, stopped early", outcome: .stoppedEarly, reason: .notReached),
    Case(
      testDescription: "passed over", log: log + "0", reason: .notCollected, source: inLog),
    Case(
      testDescription: "passed over, truncated", outcome: .truncated, log: log + "0",
      reason: .notCollected, source: inLog),
    Case(testDescription: "run, not written", log: log + "1", reason: .absent, source: inLog),
    Case(
      testDescription: "ended well, not written",
      summary: "\"/usr/bin/zprint -t -w\",\"exited with status 0\",0.1,60", reason: .absent,
      source: inSummary),
    Case(
      testDescription: "failed",
      summary: "\"/usr/bin/zprint -t -w\",\"exited with status 3\",0.1,60", reason: .failed,
      status: 3, source: inSummary),
    Case(
      testDescription: "the summary knows more than the log", log: log + "1",
      summary: "\"/usr/bin/zprint -t -w\",\"exited with status 3\",0.1,60", reason: .failed,
      status: 3, source: inSummary),
    Case(
      testDescription: "stopped, in words",
      summary: "\"/usr/bin/zprint -t -w\",\"timed out\",60.0,60", reason: .timedOut,
      source: inSummary),
    Case(
      testDescription: "stopped, by its seconds",
      summary: "\"/usr/bin/zprint -t -w\",\"exited with status 9\",60.01,60", reason: .timedOut,
      source: inSummary),
    Case(
      testDescription: "another tool failed", log: log + "0",
      summary: "\"/usr/sbin/kextstat\",\"exited with status 1\",0.1,60", reason: .notCollected,
      source: inLog),
  ]

  @Test("the reason comes from the logs, and from the summary first", arguments: cases)
  func reason(_ expected: Case) throws {
    var made = HandMade().ending(expected.outcome)
    if let log = expected.log { made = made.with(.collectionLog, "start\n\(log)\n") }
    if let summary = expected.summary {
      made = made.with(.taskSummary, "Concurrent group: x\n\(summary)\n")
    }
    let missing = try #require(made.report.snapshot.missing.first { $0.kind == .zprint })
    #expect(missing.reason == expected.reason)
    #expect(missing.status == expected.status)
    #expect(missing.source == expected.source)
  }

  @Test("each main section can be missing alone", arguments: SectionKind.main)
  func kinds(_ kind: SectionKind) {
    var made = HandMade()
    if kind != .zprint { made = made.with(Samples.wired) }
    if kind != .footprint { made = made.with(Samples.footprint) }
    if kind != .kextstat { made = made.withKexts() }
    if kind != .vmStat { made = made.withPages(free: 1) }
    #expect(made.report.snapshot.missing.map(\.kind) == [kind])
    #expect(made.report.snapshot.saysAnythingOfMemory)
  }

  @Test("an unreadable section is not missing, and has no content")
  func unreadable() {
    let snapshot = HandMade().with(.zprint, "nonsense\n").report.snapshot
    #expect(!snapshot.missing.contains { $0.kind == .zprint })
    #expect(snapshot.zprint == nil)
    #expect(!snapshot.saysAnythingOfMemory)
  }

  @Test("of several members of a kind, the readable one nearest to the top is used")
  func nearest() {
    let far = ZprintText(zones: [("far", 1)]).text
    let near = ZprintText(zones: [("near", 2)]).text
    let snapshot = HandMade()
      .with(.zprint, far, member: "top/a/zprint.txt").with(.zprint, near, member: "top/zprint.txt")
      .with(.zprint, "nonsense\n", member: "zprint.txt").report.snapshot
    #expect(snapshot.zprint?.zones.map(\.name) == ["near"])
    #expect(snapshot.sections.count == 3)
  }
}
