import Foundation
import Testing

@testable import TestSupport

/// The time and the memory that a report may take.
struct ReportLimitTests {
  @Test("report gives an archive up, too, and says so in JSON")
  func time() async throws {
    let scratch = try await HostileFolder.with(sound: 0, slow: 1, large: 0)
    let run = try await Program.run(
      ["report", scratch("in/slow0.tar.gz"), "--timeout", "1s", "--format", "json"])
    #expect(run.status == 1)
    #expect(run.errorLines.count == 1)
    #expect(try ReportObject(run.outputBytes).scan.problems.map(\.code) == ["timeLimit"])
    let stream = try await Program.run(
      ["report", "-", "--name", "s3://bucket/key", "--timeout", "1s", "--format", "json"],
      input: scratch("in/slow0.tar.gz"))
    #expect(stream.status == 1)
    #expect(stream.errors.hasPrefix("sysbalance: s3://bucket/key: reading took longer"))
    #expect(try ReportObject(stream.outputBytes).archive.path == "s3://bucket/key")
  }

  @Test("report gives up an archive that needs too much memory, and does not blame the next for it")
  func memory() async throws {
    let scratch = try await HostileFolder.with(sound: 1, slow: 0, large: 1)
    let (sound, large) = (scratch("in/100.tar.gz"), scratch("in/large0.tar.gz"))
    let limit = ["--max-memory", "55MiB", "--format", "jsonl"]
    let mixed = try await Program.run(["report", sound, large, sound] + limit)
    #expect(mixed.status == 5)
    let reports = try mixed.outputLines.map { try ReportObject($0) }
    #expect(reports.map(\.scan.outcome) == ["complete", "unreadable", "unreadable"])
    #expect(reports.map(\.archive.path) == [sound, large, sound])
    #expect(mixed.errorLines.count == 2)
    #expect(mixed.errorLines.first?.contains("(55.0 MB; --max-memory raises it)") == true)
    #expect(mixed.errorLines.last?.contains("55.0 MB, with the archives before it") == true)
    let alone = try await Program.run(["report", "-", "--name", "key"] + limit, input: large)
    #expect(alone.status == 1)
    #expect(try ReportObject(alone.outputBytes).scan.problems.map(\.code) == ["memoryLimit"])
    let raised = try await Program.run(["report", large, "--max-memory", "1GiB"])
    #expect(raised.status == 0)
  }

  @Test(
    "memory is the program's own, however large what starts it", arguments: ["report", "batch"])
  func largeParent(_ command: String) async throws {
    let program = try #require(Program.path)
    let printed = try await Tool.python(
      """
      import subprocess, sys
      held = bytearray(b'x') * (300 << 20)
      run = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
      print(run.returncode, len(held) >> 20)
      """,
      [program, command, TestArchive.seed.path, "--max-memory", "200MiB"])
    #expect(printed == "0 300\n")
  }

  @Test(
    "a time is a number of seconds, or has a unit", arguments: ["0", "25h", "5 min", "-1", "x"])
  func times(_ text: String) async throws {
    let run = try await Program.run(["batch", TestArchive.seed.path, "--timeout=\(text)"])
    #expect(run.status == 2)
    #expect(run.errors.contains("--timeout takes a time from 1s to 24h"))
  }
}
