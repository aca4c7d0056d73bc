import MemorySections
import Testing

/// taskinfo, spindump, top, jetsam_priority and ps, process by process.
@Suite struct ProcessListTests {
  private func processes(_ text: String, _ kind: SectionKind) throws -> [ListedProcess] {
    let section = try read(text, as: kind)
    #expect(section.coverage.unreadLines == [])
    return (section.content as? any ProcessListing)?.processes ?? []
  }

  /// `NAME PID BYTES±TOLERANCE@LINE` for each process.
  private func sizes(_ processes: [ListedProcess]) -> [String] {
    processes.map { process in
      let size = process.footprint.map { "\($0.bytes)±\($0.tolerance)@\($0.line ?? 0)" } ?? "-"
      return "\(process.name) \(process.pid ?? -1) \(size)"
    }
  }

  @Test func `taskinfo gives each task's footprint, peak and coalition`() throws {
    let tasks = try processes(ProcessTexts.taskInfo, .taskInfo)
    // 342.60 MB is 359242137.6 bytes; half of a hundredth of a megabyte is 5242.88 bytes.
    #expect(
      sizes(tasks) == [
        "kernel_task 0 65536±6@8", "say \"hi\" [7] 812 359242138±5243@16",
        "newer 813 1610612736±5368710@21",
      ])
    #expect(tasks.map(\.lifetimePeak?.bytes) == [63_816_335, 833_502_577, 2_148_532_224])
    #expect(tasks.map(\.coalition) == [3, 44, 44])
    #expect(tasks.map(\.isKernel) == [true, false, false])
  }

  @Test(arguments: [
    ("64.00 kB", 65_536), ("64.00kB", 65_536), ("64.00 KB", 65_536), ("64.00 KiB", 65_536),
    ("3.25 MiB", 3_407_872), ("2.00 TiB", 2 << 40), ("512.00 B", 512), ("512 bytes", 512),
    ("512.00 bytes", 512),
  ])
  func `taskinfo's units are binary however they are spelled`(_ text: String, _ bytes: Int) throws {
    let tasks = try processes(
      "process: \"x\" [5] [unique ID: 5]\nvirtual bytes: 1.00 GB; phys_footprint bytes: \(text); x",
      .taskInfo)
    #expect(tasks.first?.footprint?.bytes == bytes)
  }

  @Test(arguments: [
    "process: x [5] [unique ID: 5]", "process: \"x\" [five] [unique ID: 5]", "process: \"x\"",
    "process: \"x\" [5] [unique ID: 5]\nvirtual bytes: 1.00 GB; phys_footprint bytes: much; x",
    "process: \"x\" [5] [unique ID: 5]\nvirtual bytes: 1.00 GB; phys_footprint bytes: 1.00 XB; x",
    "process: \"x\" [5] [unique ID: 5]\nvirtual bytes: 1.00 GB; phys_footprint bytes: 9999999.00 TB; x",
    "process: \"x\" [5] [unique ID: 5]\nvirtual bytes: 1.00 GB",
  ])
  func `an unreadable line of taskinfo is counted`(_ text: String) throws {
    let section = try read(text, as: .taskInfo)
    #expect(section.coverage.unreadLineCount == 1)
    let tasks = (section.content as? TaskInfo)?.processes ?? []
    #expect(tasks.allSatisfy { $0.footprint == nil })
  }

  /// Sizes below a heading that could not be read belong to no process.
  @Test func `sizes without a heading are nobody's`() throws {
    let size = "virtual bytes: 1.00 GB; phys_footprint bytes: 1.00 MB; x\n"
    let whole = "process: \"a\" [5] [unique ID: 5]\n" + size
    let section = try read(whole + "process: broken\n" + size, as: .taskInfo)
    #expect(section.coverage.unreadLineCount == 2)
    #expect((section.content as? TaskInfo)?.processes.map(\.name) == ["a"])
  }

  @Test(arguments: [(100, 95, false), (100, 90, false), (100, 89, true), (291, 289, false)])
  func `far fewer tasks than announced are an unfinished text`(
    _ announced: Int, _ printed: Int, _ isUnfinished: Bool
  ) throws {
    let entry =
      "process: \"x\" [5] [unique ID: 5]\nvirtual bytes: 1.00 GB; phys_footprint bytes: 1.00 MB; x\n"
    let text = "num tasks: \(announced)\n" + String(repeating: entry, count: printed)
    let section = try read(text, as: .taskInfo)
    #expect((section.coverage.endReason != nil) == isUnfinished)
  }

  @Test func `a spindump gives the footprint when the sampling ended`() throws {
    let list = try processes(ProcessTexts.spindump, .spindump)
    #expect(
      sizes(list) == [
        "absd 816 1245184±512@12", "Follow [Up] 760 42173727±5243@22", "idle 761 13348372±5243@25",
        "shrinking 762 200704±512@28",
      ])
    #expect(list.map(\.parent) == [1, 1, nil, nil])
    #expect(list.map(\.responsible) == [nil, 816, nil, nil])
    #expect(list.first?.path == "/usr/sbin/absd")
  }

  @Test(arguments: ["Footprint: much", "Footprint: 12 XB", "Footprint: 5", "Footprint: -> 5 KB x"])
  func `an unreadable footprint of a spindump is counted`(_ line: String) throws {
    let section = try read("Process: x [5]\nPath: /x\n\(line)\n", as: .spindump)
    #expect(section.coverage.unreadLineCount == 1)
    #expect((section.content as? Spindump)?.processes.map(\.footprint) == [nil])
  }

  @Test(arguments: ["Custom Output:", "Spindump binary format"])
  func `what follows the processes of a spindump is none`(_ line: String) throws {
    let text =
      "Process: x [5]\nFootprint: 12 KB\n\n\(line)\nProcess: y [6]\nFootprint: 12 KB\n"
    #expect(try processes(text, .spindump).map(\.name) == ["x"])
  }

  @Test func `top's first sample gives each process`() throws {
    let list = try processes(ProcessTexts.top, .top)
    #expect(
      sizes(list) == [
        "AddressBookSourc 1288 5107712±1023@6", "Keychain Circle 1263 4382720±1023@7",
        "kernel_task 0 65536±0@8",
      ])
    #expect(list.map(\.compressed?.bytes) == [0, 12 << 20, 0])
    #expect(list.map(\.parent) == [1, 1, 0])
  }

  @Test(arguments: [
    ("4988K", "0B", false), ("4988K", "4988K", false), ("4988K", "12M", true),
    // Within what the printed unit hides.
    ("1M", "1280K", false),
  ])
  func `more compressed memory than memory shows that top leaves it out`(
    _ memory: String, _ compressed: String, _ isLeftOut: Bool
  ) throws {
    let text = "PID COMMAND MEM CMPRS\n5 x \(memory) \(compressed)\n"
    let top = try #require(try read(text, as: .top).content as? TopMemory)
    #expect(top.leavesOutCompressed == isLeftOut)
  }

  @Test func `a line PhysMem of a megabyte keeps a handful of sizes`() throws {
    let sizes = (0..<50_000).map { "\($0)M a\(Self.letters($0))" }.joined(separator: " ")
    let top = try #require(try read("PhysMem: \(sizes)\n", as: .top).content as? TopMemory)
    #expect((5...16).contains(top.sizes.count))
  }

  private static func letters(_ number: Int) -> String {
    String("\(number)".utf8.map { Character(Unicode.Scalar($0 + 49)) })
  }

  @Test(arguments: ["5 x", "5 x 1Q 0B", "5"])
  func `an unreadable row of top is counted`(_ row: String) throws {
    let section = try read("PID COMMAND MEM CMPRS\n6 y 1M 0B\n\(row)\n", as: .top)
    #expect(section.coverage.unreadLineCount == 1)
    #expect((section.content as? TopMemory)?.processes.map(\.name) == ["y"])
  }

  @Test func `up to 10_8 top prints resident memory, which is no footprint`() throws {
    #expect(
      try processes("PID COMMAND %CPU RSIZE\n5 x 0.0 12M\n0 kernel_task 1.0 9M\n", .top) == [])
  }

  @Test func `jetsam_priority's columns are found by their names`() throws {
    let list = try processes(ProcessTexts.jetsamPriority, .jetsamPriority)
    #expect(
      sizes(list) == ["SpringBoard 547 96468992±1023@2", "Example, the app 760 4964352±1023@3"])
    #expect(list.map(\.lifetimePeak?.bytes) == [141_216 << 10, nil])
    let other = try processes("footprint,x,pid,name\n8,1,5,a\n,1,6,b\n", .jetsamPriority)
    #expect(sizes(other) == ["a 5 8192±1023@2", "b 6 -"])
  }

  @Test(arguments: [
    "a,5", "a,five,8", ",5,8", "a,5,8KB", "a,5,99999999999999999", "a,5,8,9", "a,5,-8",
  ])
  func `an unreadable row of jetsam_priority is counted`(_ row: String) throws {
    let section = try read("name,pid,footprint\nb,6,4\n\(row)\n", as: .jetsamPriority)
    #expect(section.coverage.unreadLineCount == 1)
    #expect((section.content as? JetsamPriority)?.processes.map(\.name) == ["b"])
  }

  @Test func `ps gives paths and parents, and no size`() throws {
    let list = try processes(ProcessTexts.ps, .ps)
    #expect(
      list.map(\.path) == [
        "/sbin/launchd", "/usr/libexec/UserEventAgent (System)",
        "/Applications/Example Browser.app/Contents/MacOS/Example Browser", "-zsh",
      ])
    #expect(
      list.map(\.name) == ["launchd", "UserEventAgent (System)", "Example Browser", "zsh"])
    #expect(list.map(\.parent) == [0, 1, 1, 812])
    #expect(list.allSatisfy { $0.footprint == nil && $0.lifetimePeak == nil })
  }

  @Test func `of ps_thread only the processes are read`() throws {
    let list = try processes(ProcessTexts.psThread, .ps)
    #expect(list.map(\.path) == ["/sbin/launchd"])
    #expect(list.map(\.pid) == [1])
  }

  /// What tools print instead of a list.
  @Test(arguments: [
    (SectionKind.taskInfo, "taskinfo: try running with sudo\n"), (.taskInfo, "num tasks: 291\n"),
    (.taskInfo, ""), (.spindump, "spindump must be run as root when sampling the live system\n"),
    (.top, "top: not permitted\n"), (.jetsamPriority, "error: not entitled\n"),
    (.jetsamPriority, "name,pid,footprint\n"), (.ps, "ps: operation not permitted\n"),
    (.ps, "USER PID COMMAND\n"),
  ])
  func `a refusal lists nothing`(_ kind: SectionKind, _ text: String) throws {
    #expect(try read(text, as: kind).content == nil)
  }
}
