import MemoryAnalysis
import MemorySections
import Testing

@testable import AllocationBalance
@testable import TestSupport

/// The processes of a capture from whatever lists it has.
struct UserProcessesTests {
  private typealias Row = (name: String, pid: Int, kilobytes: Int)

  private static let rows: [Row] = [
    ("kernel_task", 0, 64), ("launchd", 1, 12_000), ("Example Browser", 500, 300_000),
  ]

  private static func taskInfo(_ rows: [Row], coalition: Int? = nil) -> String {
    rows.map { row in
      """
      process: "\(row.name)" [\(row.pid)] [unique ID: \(row.pid)]
      \(coalition.map { "coalition (type 1) ID: \($0)\n" } ?? "")\
      virtual bytes: 4.13 GB; phys_footprint bytes: \(row.kilobytes).00 kB; \
      phys_footprint lifetime maximum bytes: \(row.kilobytes * 2).00 kB

      """
    }.joined()
  }

  private static func spindump(_ rows: [Row], responsible: Int? = nil, path: String? = nil)
    -> String
  {
    rows.map { row in
      """
      Process:          \(row.name) [\(row.pid)]
      \(path.map { "Path:             \($0)\n" } ?? "")\
      \(responsible.map { "Responsible:      x [\($0)]\n" } ?? "")\
      Footprint:        \(row.kilobytes) KB

      """
    }.joined()
  }

  private static func top(_ rows: [Row]) -> String {
    "PID COMMAND MEM CMPRS\n"
      + rows.map { "\($0.pid) \($0.name.prefix(16)) \($0.kilobytes)K 0B\n" }.joined()
  }

  private static func jetsamPriority(_ rows: [Row]) -> String {
    "name,pid,footprint,footprint_peak\n"
      + rows.map { "\($0.name),\($0.pid),\($0.kilobytes),\($0.kilobytes * 3)\n" }.joined()
  }

  /// The rows as the tool of a kind prints them.
  private static func text(_ kind: SectionKind, _ rows: [Row]) -> String {
    switch kind {
    case .taskInfo: taskInfo(rows)
    case .spindump: spindump(rows)
    case .top: top(rows)
    default: jetsamPriority(rows)
    }
  }

  @Test(arguments: [
    ([SectionKind.taskInfo, .spindump, .top, .jetsamPriority], UserFigure.Origin.taskInfo),
    ([.spindump, .top, .jetsamPriority], .spindump), ([.top, .jetsamPriority], .top),
    ([.jetsamPriority], .jetsamPriority),
  ])
  func `the best list gives the sum without kernel_task`(
    _ kinds: [SectionKind], _ origin: UserFigure.Origin
  ) throws {
    var made = HandMade()
    for kind in kinds { made = made.with(kind, Self.text(kind, Self.rows)) }
    let balance = made.report.balance
    #expect(balance.user?.origin == origin)
    #expect(balance.user?.quantity.bytes == 312_000 << 10)
    #expect(balance.user?.isLowerBound == false)
    #expect(balance.kernel == nil)
    #expect(balance.processes?.processes.map(\.name) == ["Example Browser", "launchd"])
    #expect(
      balance.processes?.kernelTask?.footprint?.bytes
        == (kinds[0] == .taskInfo || kinds[0] == .spindump ? 65_536 : nil))
  }

  @Test func `footprint comes before every other list`() {
    let made = HandMade().with(Samples.footprint).with(.taskInfo, Self.taskInfo(Self.rows))
    #expect(made.report.balance.user?.origin == .processes)
    #expect(made.report.balance.user?.quantity.bytes == 8_000_000)
  }

  @Test(arguments: [SectionKind.taskInfo, .spindump, .top, .jetsamPriority])
  func `a list of zeros was not measured`(_ kind: SectionKind) throws {
    let zeros = Self.rows.map { (name: $0.name, pid: $0.pid, kilobytes: 0) }
    let made = HandMade().with(kind, Self.text(kind, zeros))
    #expect(made.report.balance.user == nil)
    let other: SectionKind = kind == .jetsamPriority ? .top : .jetsamPriority
    let both = made.with(other, Self.text(other, Self.rows))
    #expect(both.report.balance.user?.quantity.bytes == 312_000 << 10)
  }

  @Test func `resident memory of ps is never used`() {
    let text = "USER PID PPID %CPU %MEM VSZ RSS COMMAND\nroot 5 1 0.0 0.1 900 800 /bin/x\n"
    #expect(HandMade().with(.ps, text).report.balance.user == nil)
  }

  @Test func `a list that is cut short is a lower bound`() {
    let made = HandMade().with(.taskInfo, Self.taskInfo(Self.rows) + "process: \"c", isWhole: false)
    #expect(made.report.balance.user?.isLowerBound == true)
    let unsized = Self.taskInfo(Self.rows) + "process: \"x\" [9] [unique ID: 9]\n"
    #expect(HandMade().with(.taskInfo, unsized).report.balance.user?.isLowerBound == true)
  }

  @Test func `a process that is listed twice counts once`() {
    let made = HandMade().with(.spindump, Self.spindump(Self.rows + Self.rows))
    #expect(made.report.balance.user?.quantity.bytes == 312_000 << 10)
    #expect(made.report.balance.processes?.processes.count == 2)
  }

  @Test func `a spindump of a shutdown is not of the capture`() {
    let made = HandMade().with(
      .spindump, Self.spindump(Self.rows), member: "top/shutdown_stall_1.shutdownStall")
    #expect(made.report.balance.user == nil)
    #expect(made.report.snapshot.spindump == nil)
  }

  @Test(arguments: [
    // 3 % of 300000 K is 9000 K.
    (300_000, 309_001, false), (300_000, 309_400, true), (300_000, 290_000, true),
    // 1 MiB is more than 3 % of 4000 K.
    (4_000, 5_000, false), (4_000, 5_100, true),
  ])
  func `figures of two lists are compared`(_ one: Int, _ two: Int, _ differs: Bool) throws {
    let made = HandMade().with(.taskInfo, Self.taskInfo([("x", 5, one)]))
      .with(.jetsamPriority, Self.jetsamPriority([("x", 5, two)]))
    let process = try #require(made.report.balance.processes?.processes.first)
    #expect(process.footprint?.bytes == one << 10)
    #expect(process.otherFootprints.map(\.footprint.bytes) == (differs ? [two << 10] : []))
  }

  @Test func `another process of the same number is not compared`() throws {
    let made = HandMade().with(.taskInfo, Self.taskInfo([("x", 5, 9_000)]))
      .with(.jetsamPriority, Self.jetsamPriority([("other", 5, 90_000)]))
    #expect(made.report.balance.processes?.processes.first?.otherFootprints == [])
  }

  @Test(arguments: [
    ("/Applications/Example.app/Contents/MacOS/Example Browser Helper", "Example Browser Helper"),
    ("/usr/bin/other", "Example Browser"),
  ])
  func `a cut name is completed`(_ path: String, _ name: String) {
    let made = HandMade().with(.top, Self.top([("Example Browser Helper", 700, 5_000)]))
      .with(
        .ps, "USER PID PPID %CPU COMMAND\nme 700 1 0.0 \(path) --type=renderer\n")
    let found = made.report.balance.processes?.processes.first?.name
    #expect(found == name)
  }

  @Test func `a whole name takes nothing from ps`() {
    let made = HandMade().with(.top, Self.top([("UserEventAgent", 41, 5_000)]))
      .with(.ps, "USER PID PPID %CPU COMMAND\nroot 41 1 0.0 /usr/libexec/UserEventAgent (System)\n")
    #expect(made.report.balance.processes?.processes.map(\.name) == ["UserEventAgent"])
  }

  @Test func `up to 10_13 top's memory and compressed memory are the footprint`() {
    let text = "PID COMMAND MEM CMPRS\n5 x 46M 298M\n6 y 8M 1M\n"
    #expect(HandMade().with(.top, text).report.balance.user?.quantity.bytes == 353 << 20)
    // The compressed memory alone does not tell; the release does.
    let even = "PID COMMAND MEM CMPRS\n5 x 46M 2M\n"
    #expect(HandMade().with(.top, even).report.balance.user?.quantity.bytes == 46 << 20)
    let old = HandMade().with(.top, even).with(
      .systemVersion, "ProductName:\tMac OS X\nProductVersion:\t10.12.6\nBuildVersion:\t16G29\n")
    #expect(old.report.balance.user?.quantity.bytes == 48 << 20)
  }

  @Test func `the sum is bounded by vm_stat, and compressed pages are not counted twice`() throws {
    let made = HandMade().withInstalled(1 << 30).with(.taskInfo, Self.taskInfo(Self.rows))
      .with(
        .vmStat,
        """
        Mach Virtual Memory Statistics: (page size of 4096 bytes)
        Pages free: 1000.
        Anonymous pages: 60000.
        Pages stored in compressor: 25000.
        Pages occupied by compressor: 8000.

        """)
    let ledger = made.report.ledger
    let counted = Dictionary(
      uniqueKeysWithValues: ledger.entries.filter(\.isCounted).map {
        ($0.component, $0.quantity?.bytes)
      })
    let resident = (312_000 << 10) - 25_000 * 4096
    #expect(
      counted == [
        LedgerComponent.processes: resident, LedgerComponent.compressor: 8000 * 4096,
        LedgerComponent.free: 1000 * 4096,
      ])
    #expect(ledger.unexplained?.bytes == (1 << 30) - resident - 9000 * 4096)
  }

  @Test(
    arguments: [
      ("2026-04-22 03:13:04.00 +0000", 1_776_827_584), ("2026-04-22 03:13:04 +0200", 1_776_820_384),
      ("2024-02-29 12:00:00.5 -08:00", 1_709_236_800), ("1970-01-01 00:00:00 +0000", 0),
      ("2026-04-22 03:13:04", nil), ("2026-13-22 03:13:04 +0000", nil), ("", nil),
      ("yesterday at noon", nil), ("99999-01-01 00:00:00 +0000", nil),
    ] as [(String, Int?)])
  func `times of reports`(_ text: String, _ seconds: Int?) {
    #expect(PrintedTime.secondsSince1970(text) == seconds)
  }

  @Test(arguments: [(0, true), (60, true), (-60, true), (61, false), (-3600, false)])
  func `a JetsamEvent of the capture's minute is a list`(_ offset: Int, _ isUsed: Bool) throws {
    let text = """
      {"bug_type":"298","timestamp":"2026-04-22 03:13:04.00 +0000"}
      {"memoryStatus": {"pageSize": 16384}, "largestProcess": "x",
      "processes": [{"pid": 5, "name": "x", "rpages": 1000, "lifetimeMax": 3000}]}
      """
    let event = HandMade().with(.jetsam, text, member: "top/JetsamEvent-1.ips").report.snapshot
    var archive = event.archive
    archive.capturedSeconds = 1_776_827_584 + offset
    let balance = Balance(Snapshot(archive: archive, scan: event.scan, sections: event.sections))
    #expect(balance.user?.origin == (isUsed ? .jetsamEvent : nil))
    #expect(balance.user?.quantity.bytes == (isUsed ? 16_384_000 : nil))
    #expect(balance.processes?.processes.first?.lifetimePeak?.bytes == (isUsed ? 49_152_000 : nil))
  }
}
