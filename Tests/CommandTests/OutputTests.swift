import Foundation
import Testing

@testable import TestSupport

/// `-o FILE`: complete or not at all.
struct OutputTests {
  static let commands: [[String]] = [
    ["report", TestArchive.seed.path],
    ["report", TestArchive.seed.path, "--format", "json"],
    ["list", TestArchive.seed.path],
    ["batch", TestArchive.seed.path, "--format", "jsonl"],
  ]

  @Test("a file has the same content as standard output", arguments: commands)
  func file(_ arguments: [String]) async throws {
    let scratch = try Scratch()
    let printed = try await Program.run(arguments)
    let written = try await Program.run(arguments + ["-o", scratch("out")])
    #expect(written.status == 0)
    #expect(written.outputBytes.isEmpty)
    #expect(try scratch.names() == ["out"])
    #expect(try Data(scratch.text("out").utf8) == printed.outputBytes)
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch("out"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("an existing file is replaced only with --force", arguments: commands)
  func existing(_ arguments: [String]) async throws {
    let scratch = try Scratch()
    let path = try scratch.write("mine", to: "out")
    let refused = try await Program.run(arguments + ["-o", path])
    #expect(refused.status == 1)
    #expect(refused.errorLines == ["sysbalance: \(path) is already there; --force replaces it"])
    #expect(try scratch.text("out") == "mine")
    let forced = try await Program.run(arguments + ["-o", path, "--force"])
    #expect(forced.status == 0)
    #expect(try scratch.text("out") != "mine")
    #expect(try scratch.names() == ["out"])
  }

  @Test(
    "nothing is written if there is nothing to output",
    arguments: [
      ["report", TestArchive.withoutMemory.path], ["report", "missing.tar.gz"],
      ["list", "missing.tar.gz"], ["batch", "missing"],
    ])
  func nothing(_ arguments: [String]) async throws {
    let scratch = try Scratch()
    let run = try await Program.run(arguments + ["-o", "out"], folder: scratch.path)
    #expect(run.status == 1)
    #expect(try scratch.names() == [])
  }

  @Test("a report of a broken archive is written completely, and its exit code says partial")
  func partial() async throws {
    let scratch = try Scratch()
    let run = try await Program.run([
      TestArchive.truncated.path, "--format", "json", "-o", scratch("out"),
    ])
    #expect(run.status == 5)
    #expect(try ReportObject(Data(scratch.text("out").utf8)).scan.outcome == "truncated")
  }

  @Test("a file in a missing folder cannot be written")
  func unwritable() async throws {
    let scratch = try Scratch()
    let run = try await Program.run([TestArchive.seed.path, "-o", scratch("none/out")])
    #expect(run.status == 1)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("cannot be written"))
  }

  @Test("a full standard output is an error, not silence")
  func full() async throws {
    try #require(FileManager.default.fileExists(atPath: "/bin/sh"))
    let program = try #require(Program.path)
    // A closed standard output fails on every system; /dev/full exists only on Linux.
    let run = try await Program.run(
      "/bin/sh", ["-c", "exec \"$0\" \"$1\" >&-", program, TestArchive.seed.path])
    #expect(run.status == 1)
    #expect(run.errors.contains("standard output cannot be written"))
  }
}
