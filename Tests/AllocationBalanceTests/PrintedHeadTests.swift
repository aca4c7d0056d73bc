import MemorySections
import Testing

@testable import AllocationBalance

/// The time and the system in the heads of outputs.
@Suite struct PrintedHeadTests {
  struct System: Sendable {
    let text: String
    let platform: String?
    let version: String?
    let build: String?
  }

  @Test(arguments: [
    System(text: "macOS 26.6 (25G72)", platform: "macOS", version: "26.6", build: "25G72"),
    System(
      text: "Mac OS X 10.14.6 (18G5033)", platform: "macOS", version: "10.14.6", build: "18G5033"),
    System(
      text: "iPhone OS 16.0.2 (Build 20A380)", platform: "iOS", version: "16.0.2", build: "20A380"),
    System(text: "OS X 10.10", platform: "macOS", version: "10.10", build: nil),
    System(text: "Other 3.1 (1A1)", platform: nil, version: "3.1", build: "1A1"),
    System(text: "macOS", platform: nil, version: nil, build: nil),
    System(text: "macOS 14 ()", platform: "macOS", version: "14", build: nil),
    System(text: "", platform: nil, version: nil, build: nil),
  ])
  func `a system is read`(_ system: System) {
    let head = PrintedHead(time: nil, system: system.text)
    #expect(head?.platform == system.platform)
    #expect(head?.version == system.version)
    #expect(head?.build == system.build)
  }

  @Test(arguments: [
    ("2026-09-05 12:23:00.508 +0900", "2026-09-05T12:23:00+09:00"),
    ("2022-09-30 22:03:43.038 -0530", "2022-09-30T22:03:43-05:30"),
    ("2026-09-05 12:23:00.508", nil), ("(null)", nil), ("2026-13-05 12:23:00 +0900", nil),
  ])
  func `a time is read`(_ text: String, _ time: String?) {
    #expect(PrintedHead(time: text, system: nil)?.time == time)
  }

  private static let vmmap = """
    Process:         demo [7]
    Date/Time:       2026-03-14 10:42:08.508 +0100
    OS Version:      macOS 26.3 (25D2128)
    ----
    Virtual Memory Map of process 7 (demo)

    """
  private static let spindump = """
    Date/Time:        2022-09-30 22:03:43.038 -0500
    OS Version:       iPhone OS 16.0.2 (Build 20A380)
    Steps:            8 (250ms sampling interval)

    """

  private static func snapshot(_ texts: [(SectionKind, member: String, text: String)]) -> Snapshot {
    let sections = texts.map { kind, member, text in
      let reader = SectionCatalog.reader(for: kind, member: member)
      Array(text.utf8).withUnsafeBytes { reader.read($0.bytes) }
      return reader.finish(isWhole: true)
    }
    return Snapshot(
      archive: CapturedArchive(path: "x"), scan: ScanSummary(outcome: .complete),
      sections: sections)
  }

  @Test func `a lone output tells its time and system`() {
    var snapshot = Self.snapshot([(.vmmap, "vmmap.txt", Self.vmmap)])
    snapshot.takePrintedHead()
    #expect(snapshot.archive.capturedAt == "2026-03-14T10:42:08+01:00")
    #expect(snapshot.archive.capturedAtLocal == "2026-03-14T10:42:08")
    // 2026-03-14 09:42:08 UTC, by `date -d`.
    #expect(snapshot.archive.capturedSeconds == 1_773_481_328)
    #expect(snapshot.archive.platform == "macOS")
    #expect(snapshot.osVersion == "26.3")
    #expect(snapshot.build == "25D2128")
    var phone = Self.snapshot([(.spindump, "spindump.txt", Self.spindump)])
    phone.takePrintedHead()
    #expect(phone.archive.platform == "iOS")
    #expect(phone.archive.capturedAt == "2022-09-30T22:03:43-05:00")
    #expect(phone.osVersion == "16.0.2")
  }

  @Test func `the archive's name comes first, and a shutdown is another time`() {
    var named = Self.snapshot([(.vmmap, "vmmap.txt", Self.vmmap)])
    named.archive.capturedAtLocal = "2026-03-14T10:40:00"
    named.archive.platform = "macOS"
    named.takePrintedHead()
    #expect(named.archive.capturedAtLocal == "2026-03-14T10:40:00")
    #expect(named.archive.capturedAt == nil)
    var stall = Self.snapshot([(.spindump, "a.shutdownStall", Self.spindump)])
    stall.takePrintedHead()
    #expect(stall.archive.capturedAt == nil)
    #expect(stall.osVersion == nil)
  }
}
