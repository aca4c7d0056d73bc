import AllocationBalance
import GRDB
import MemoryAnalysis
import MemorySections
import Testing

@testable import SnapshotStore
@testable import TestSupport

/// The view `processes` shows the list that gives the user's figure, and no other.
struct ProcessViewTests {
  private static let taskInfo = """
    process: "kernel_task" [0] [unique ID: 0]
    virtual bytes: 4.13 GB; phys_footprint bytes: 64.00 kB; phys_footprint lifetime maximum bytes: 1.00 MB
    process: "Example" [812] [unique ID: 900]
    virtual bytes: 4.13 GB; phys_footprint bytes: 300.00 MB; phys_footprint lifetime maximum bytes: 700.00 MB

    """
  private static let top = """
    PID   COMMAND MEM   CMPRS
    812   Example 290M  12M

    """
  private static let footprint = """
    ======================================================================
    Example [812]: 64-bit    Footprint: 280 MB (16384 bytes per page)
    ======================================================================

    """

  private func section(_ kind: SectionKind, _ text: String) -> Section {
    let reader = SectionCatalog.reader(for: kind, member: "top/\(kind.rawValue)")
    Array(text.utf8).withUnsafeBytes { reader.read($0.bytes) }
    return reader.finish(isWhole: true)
  }

  @Test(arguments: [
    (
      [SectionKind.taskInfo, .top], "taskinfo",
      ["kernel_task 65536 1048576", "Example 314572800 734003200"]
    ),
    ([.top], "top", ["Example 304087040 -"]),
    ([.footprint, .taskInfo, .top], "footprint.processes", ["Example 293601280 -"]),
  ])
  func `the used list is the view`(
    _ kinds: [SectionKind], _ source: String, _ rows: [String]
  ) throws {
    let texts: [SectionKind: String] = [
      .taskInfo: Self.taskInfo, .top: Self.top, .footprint: Self.footprint,
    ]
    let sections = try kinds.map { section($0, try #require(texts[$0])) }
    let snapshot = Snapshot(
      archive: CapturedArchive(path: "/a"), scan: ScanSummary(outcome: .complete),
      sections: sections)
    let scratch = try Scratch()
    let path = scratch("store.sqlite")
    try Stored.keep(
      snapshot, digest: "one", in: try SnapshotStore(path, for: .adding))
    let found = try DatabaseQueue(path: path).read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT name, footprint_bytes, peak_bytes, source FROM processes ORDER BY line"
      ).map { row in
        let peak = (row[2] as Int?).map(String.init) ?? "-"
        return (source: row[3] as String, text: "\(row[0] as String) \(row[1] as Int) \(peak)")
      }
    }
    #expect(found.map(\.text) == rows)
    #expect(Set(found.map(\.source)) == [source])
  }

  /// An app with a helper, and a process below 1 MiB.
  private static let apps =
    taskInfo + """
      process: "Example Helper (GPU)" [813] [unique ID: 901]
      virtual bytes: 4.13 GB; phys_footprint bytes: 10.00 MB; phys_footprint lifetime maximum bytes: 10.00 MB
      process: "small" [814] [unique ID: 902]
      virtual bytes: 4.13 GB; phys_footprint bytes: 1023.00 kB; phys_footprint lifetime maximum bytes: 1.00 MB

      """

  @Test func `apps are kept for a fleet`() throws {
    let snapshot = Snapshot(
      archive: CapturedArchive(path: "/a"), scan: ScanSummary(outcome: .complete),
      sections: [section(.taskInfo, Self.apps)])
    let scratch = try Scratch()
    let store = try SnapshotStore(scratch("store.sqlite"), for: .adding)
    try Stored.keep(snapshot, digest: "one", in: store)
    let stored = try store.fleet()
    let fleet = Fleet(stored.machines, stored.columns, stored.kexts, apps: stored.apps)
    #expect(fleet.apps.map(\.name) == ["Example"])
    #expect(fleet.apps.map(\.largest.value) == [Double(310 << 20)])
    #expect(fleet.apps.map(\.machineCount) == [1])
  }
}
