@testable import MemorySections
import Testing

/// The results of the tools that sysdiagnose planned to run.
@Suite struct CollectionTests {
  @Test func theLogSaysWhatWasRun() throws {
    let text = """
      2019-06-11 14:03:22.000 sysdiagnose 3.0 (510) starting, mode: Customer
      2019-06-11 14:03:22.000 zprint (/usr/bin/zprint -t -w): Req - 0011 State - 00B8. Did conditions pass: 0
      footprint-all (/usr/bin/footprint -v -w -a): Req - 0010 State - 00B8. Did conditions pass: 1
      odd (/bin/sh -c (true)): Req - 0010 State - 00B8. Did conditions pass: 1
      2019-06-11 14:03:22.000 starting task footprint-all

      """
    let section = try read(text, as: .collectionLog)
    #expect(section.outcome == .parsed)
    #expect(section.coverage.rows == 3)
    #expect(
      section.tasks == [
        CollectionTask(
          name: "zprint", command: "/usr/bin/zprint -t -w", ending: .notCollected, line: 2),
        CollectionTask(
          name: "footprint-all", command: "/usr/bin/footprint -v -w -a", ending: .ran, line: 3),
        CollectionTask(name: "odd", command: "/bin/sh -c (true)", ending: .ran, line: 4),
      ])
  }

  @Test(
    arguments: [
      "zprint: Did conditions pass: 1",
      "(usr/bin/zprint): Req - 1 State - 1. Did conditions pass: 1",
    ])
  func aVerdictWithoutACommandIsUnread(_ line: String) throws {
    let section = try read(line + "\n", as: .collectionLog)
    #expect(section.tasks == [])
    #expect(section.coverage.unreadLineCount == 1)
  }

  @Test(
    arguments: [
      (#""/usr/bin/zprint -t -w","exited with status 0",0.071,60"#, "/usr/bin/zprint -t -w", .ran),
      (
        #""/usr/sbin/kextstat","exited with status 70",0.2,60"#, "/usr/sbin/kextstat",
        .failed(status: 70)
      ),
      (#""/usr/bin/x","exited with status -1",0.2,60"#, "/usr/bin/x", .failed(status: -1)),
      (#""/usr/bin/footprint -a","timed out",180.0,180"#, "/usr/bin/footprint -a", .timedOut),
      (
        #""/usr/bin/footprint -a","exited with status 0",180.0,180"#, "/usr/bin/footprint -a",
        .timedOut
      ),
      (#""/usr/bin/footprint -a","exited with status 0",179.9,180"#, "/usr/bin/footprint -a", .ran),
      (#""/usr/bin/x","exited with status 0",5.0,0"#, "/usr/bin/x", .ran),
      (#""/usr/bin/x","exited with status 0""#, "/usr/bin/x", .ran),
      (#""/usr/bin/x",exited with status 0,1,60"#, "/usr/bin/x", .ran),
      (#""/bin/sh -c ""a, b""","exited with status 0",1,60"#, #"/bin/sh -c "a, b""#, .ran),
      (#""/bin/sh """"","exited with status 0",1,60"#, #"/bin/sh """#, .ran),
      (#""/bin/a,b","exited with status 0",1,60"#, "/bin/a,b", .ran),
    ] as [(String, String, CollectionTask.Ending)])
  func theSummarySaysHowItEnded(
    _ line: String, _ command: String, _ ending: CollectionTask.Ending
  ) throws {
    let section = try read("Concurrent group 2\n\(line)\n", as: .taskSummary)
    #expect(
      section.tasks == [CollectionTask(name: nil, command: command, ending: ending, line: 2)])
    #expect(section.outcome == .parsed)
  }

  @Test(
    arguments: [
      #""/usr/bin/x""#, #""/usr/bin/x","melted",1,60"#, #""/usr/bin/x","exited with status ",1,60"#,
      #""/usr/bin/x,exited with status 0,1,60"#,
    ])
  func anEndingThatIsNotKnownIsUnread(_ line: String) throws {
    let text = "\"command\",\"ending\",seconds,limit\n\(line)\n"
    let section = try read(text, as: .taskSummary)
    #expect(section.content == nil)
    #expect(section.coverage.unreadLines.map(\.line) == [2])
  }

  @Test(
    arguments: [
      ("/usr/bin/zprint -t -w", .zprint), ("zprint", .zprint),
      ("/usr/bin/footprint -a", .footprint),
      ("/usr/sbin/kextstat", .kextstat), ("/usr/bin/kmutil showloaded", .kextstat),
      ("/usr/bin/vm_stat -c 50 0.2", .vmStat), ("/usr/sbin/sysctl -a", .sysctl),
    ] as [(String, SectionKind)])
  func aTaskWritesOneKind(_ command: String, _ kind: SectionKind) {
    let task = CollectionTask(name: nil, command: command, ending: .ran, line: 1)
    #expect(SectionKind.allCases.filter { task.writes($0) } == [kind])
  }

  @Test(arguments: ["", "/usr/bin/zprintx", "/bin/sh -c zprint", "/usr/bin/zprint.d/x"])
  func otherTasksWriteNone(_ command: String) {
    let task = CollectionTask(name: nil, command: command, ending: .ran, line: 1)
    #expect(SectionKind.allCases.filter { task.writes($0) } == [])
  }
}
