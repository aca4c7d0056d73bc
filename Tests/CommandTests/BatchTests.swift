import Foundation
import Testing

@testable import TestSupport

/// `batch`: every archive in folders.
struct BatchTests {
  @Test("one object for each archive, in the order of the paths")
  func lines() async throws {
    let run = try await ShippedBatch.lines()
    let reports = try run.outputLines.map { try ReportObject($0) }
    #expect(reports.map(\.archive.path) == TestArchive.all.map(\.path).sorted())
    #expect(run.status == 5)
    for (report, archive) in zip(reports, TestArchive.all.sorted { $0.path < $1.path }) {
      let truth = try archive.truth()
      #expect(report.balance.kernel?.bytes == truth.balance.kernel?.printedBytes)
      #expect(report.balance.kernel?.source == truth.balance.kernel?.source)
      #expect(report.scan.outcome == truth.scan.outcome)
    }
  }

  @Test("the number of jobs changes nothing in the output", arguments: ["1", "4"])
  func jobs(_ count: String) async throws {
    let run = try await Program.run(["batch", TestArchive.folder, "--jobs", count])
    #expect(run.outputBytes == (try await ShippedBatch.text().outputBytes))
    #expect(run.status == 5)
  }

  @Test("only broken archives are named on standard error")
  func errors() async throws {
    let run = try await ShippedBatch.lines()
    let broken = TestArchive.all.filter { archive in
      [TestArchive.oneBit.name, TestArchive.truncated.name, TestArchive.withoutMemory.name]
        .contains(archive.name)
    }
    #expect(broken.count == 3)
    #expect(run.errorLines.count == 3)
    for (line, archive) in zip(run.errorLines, broken) {
      #expect(line.hasPrefix("sysbalance: \(archive.path): "))
    }
  }

  @Test("the text has one line for each archive")
  func text() async throws {
    let run = try await ShippedBatch.text()
    #expect(run.outputLines.count == TestArchive.all.count)
    let leak = try #require(run.outputLines.first { $0.hasPrefix(TestArchive.leak.path + " ") })
    #expect(leak.contains("kernel 13.9 GB (39 % of kernel + user)"))
    #expect(leak.contains("user 21.8 GB"))
    #expect(leak.contains("largest zone data.kalloc.1024 8.78 GB"))
    let none = try #require(
      run.outputLines.first { $0.hasPrefix(TestArchive.withoutMemory.path + " ") })
    #expect(none.contains("kernel unknown  user unknown"))
    let seed = try #require(run.outputLines.first { $0.hasPrefix(TestArchive.seed.path + " ") })
    #expect(seed.contains("kernel ≥ 878 MB  user unknown"))
  }

  @Test("a folder of intact archives ends with 0; subfolders are searched, links are not")
  func whole() async throws {
    let scratch = try Scratch()
    _ = try scratch.folder("a/b")
    try FileManager.default.copyItem(atPath: TestArchive.seed.path, toPath: scratch("a/b/one.tgz"))
    try FileManager.default.copyItem(atPath: TestArchive.leak.path, toPath: scratch("two.tar.gz"))
    try FileManager.default.createSymbolicLink(
      atPath: scratch("a/loop"), withDestinationPath: scratch.path)
    _ = try scratch.write("notes", to: "notes.txt")
    let run = try await Program.run(["batch", scratch.path, "--format", "jsonl"])
    #expect(run.status == 0)
    #expect(run.errors == "sysbalance: note: 2 other files skipped; -v names them\n")
    #expect(
      try run.outputLines.map { try ReportObject($0).archive.path }
        == [scratch("a/b/one.tgz"), scratch("two.tar.gz")])
    let verbose = try await Program.run(["batch", scratch.path, "-v"])
    #expect(verbose.errors.contains("note: \(scratch("notes.txt")): skipped, not an archive"))
    #expect(verbose.errors.contains("note: \(scratch("a/loop")): skipped, not an archive"))
  }

  @Test("an unpacked archive is one archive, an unfinished one is skipped")
  func folders() async throws {
    let scratch = try Scratch()
    try await Tool.run("tar", ["-xzf", TestArchive.seed.path, "-C", scratch.path])
    let top = try #require(try scratch.names().first)
    try FileManager.default.copyItem(
      atPath: TestArchive.seed.path, toPath: scratch("IN_PROGRESS_\(top).tar.gz"))
    let run = try await Program.run(["batch", scratch.path, "--format", "jsonl"])
    #expect(try run.outputLines.map { try ReportObject($0).archive.path } == [scratch(top)])
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("IN_PROGRESS_\(top).tar.gz: skipped, unfinished"))
    #expect(run.status == 0)
  }

  @Test("an unreadable archive still has its object")
  func unreadable() async throws {
    let scratch = try Scratch()
    _ = try scratch.write("no archive", to: "bad.tar.gz")
    try FileManager.default.copyItem(atPath: TestArchive.seed.path, toPath: scratch("good.tar.gz"))
    let run = try await Program.run(["batch", scratch.path, "--format", "jsonl"])
    let reports = try run.outputLines.map { try ReportObject($0) }
    #expect(run.status == 5)
    #expect(reports.map(\.scan.outcome) == ["unreadable", "complete"])
    #expect(reports.first?.balance.kernel == nil)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("sysbalance: \(scratch("bad.tar.gz")): is not a tar archive"))
  }

  @Test("nothing to read ends with 1 and one sentence", arguments: ["empty", "missing"])
  func nothing(_ name: String) async throws {
    let scratch = try Scratch()
    _ = try scratch.folder("empty")
    let run = try await Program.run(["batch", scratch(name)])
    #expect(run.status == 1)
    #expect(run.outputBytes.isEmpty)
    #expect(run.errorLines.last == "sysbalance: no archives found in \(scratch(name))")
  }

  @Test("archives without memory data end with 1, each with its line")
  func allFail() async throws {
    let run = try await Program.run(["batch", TestArchive.withoutMemory.path, "-q"])
    #expect(run.status == 1)
    #expect(run.errorLines.count == 1)
    #expect(run.outputLines.count == 1)
  }
}
