import Foundation
import Testing

@testable import TestSupport

/// Several captures in one input, with every command.
struct CapturesTests {
  /// Two shipped archives in one input; their separate reports are the truth.
  private static let parts = [TestArchive.seed, TestArchive.leak]

  enum Form: String, CaseIterable {
    case tar, folder, tarOfFolder
  }

  private func make(_ form: Form, in scratch: Scratch) async throws -> String {
    let folder = try scratch.folder("both")
    for part in Self.parts { try await Tool.run("tar", ["-xzf", part.path, "-C", folder]) }
    switch form {
    case .folder: return folder
    case .tar:
      let names = try scratch.names(in: "both")
      try await Tool.run("tar", ["-czf", scratch("both.tar.gz"), "-C", folder] + names)
    case .tarOfFolder:
      try await Tool.run("tar", ["-czf", scratch("both.tar.gz"), "-C", scratch.path, "both"])
    }
    return scratch("both.tar.gz")
  }

  /// The separate report of each part, by the name of its archive.
  private func alone() async throws -> [String: ReportObject] {
    var reports: [String: ReportObject] = [:]
    for part in Self.parts {
      let report = try await ShippedReports.shared.of(part).report
      reports[try #require(report.archive.name)] = report
    }
    return reports
  }

  @Test("each capture has its own object, equal to that of its archive", arguments: Form.allCases)
  func report(_ form: Form) async throws {
    let scratch = try Scratch()
    let alone = try await alone()
    let run = try await Program.run([try await make(form, in: scratch), "--format", "jsonl"])
    #expect(run.status == 0)
    let objects = try run.outputLines.map { try CaptureObject($0) }
    #expect(objects.map(\.archive.captureIndex) == [1, 2])
    #expect(objects.map(\.archive.captureCount) == [2, 2])
    #expect(Set(objects.compactMap(\.archive.contentDigest)).count == 2)
    let reports = try run.outputLines.map { try ReportObject($0) }
    #expect(Set(reports.compactMap(\.archive.name)) == Set(alone.keys))
    for report in reports {
      let own = try #require(alone[report.archive.name ?? ""])
      #expect(report.balance == own.balance)
      #expect(report.ledger == own.ledger)
      #expect(report.kernel == own.kernel)
      #expect(report.user == own.user)
      #expect(report.sections.map(\.bytes) == own.sections.map(\.bytes))
      #expect(report.archive.capturedAt == own.archive.capturedAt)
      #expect(report.archive.model == own.archive.model)
    }
  }

  @Test("the text has one report for each")
  func text() async throws {
    let scratch = try Scratch()
    let run = try await Program.run([try await make(.tar, in: scratch)])
    #expect(run.status == 0)
    #expect(run.output.contains(", capture 1 of 2: read completely"))
    #expect(run.output.contains(", capture 2 of 2: read completely"))
  }

  @Test("a single capture has no number")
  func one() async throws {
    let run = try await Program.run([TestArchive.seed.path, "--format", "jsonl"])
    let object = try CaptureObject(run.output)
    #expect(object.archive.captureIndex == nil)
    #expect(object.archive.captureCount == nil)
  }

  @Test(
    "a command for one capture refuses several with one sentence",
    arguments: [["compare"], ["extract", "--kernel", "-o", "out"]])
  func refusals(_ command: [String]) async throws {
    let scratch = try Scratch()
    let both = try await make(.tar, in: scratch)
    let other = command[0] == "compare" ? [TestArchive.seed.path] : []
    let run = try await Program.run(command + [both] + other, folder: scratch.path)
    #expect(run.status == 1)
    #expect(run.outputBytes.isEmpty)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("holds 2 captures"))
    #expect(try scratch.names() == ["both", "both.tar.gz"])
  }

  @Test("a batch has a line for each, its store a snapshot, and nothing is read again")
  func batch() async throws {
    let scratch = try Scratch()
    let both = try await make(.tar, in: scratch)
    let arguments = ["batch", both, "--store", scratch("s.sqlite"), "--format", "jsonl"]
    let first = try await Program.run(arguments)
    #expect(first.status == 0)
    #expect(first.outputLines.count == 2)
    #expect(first.errors.contains("2 read, 0 unchanged"))
    let second = try await Program.run(arguments)
    #expect(second.status == 0)
    #expect(second.errors.contains("0 read, 2 unchanged"))
    let list = try await Program.run(["store", "list", scratch("s.sqlite"), "--format", "csv"])
    #expect(list.output.split(whereSeparator: \.isNewline).count == 3)
    // The same captures, packed differently, are recognized by their content.
    let again = try await Program.run(
      ["batch", TestArchive.seed.path, "--store", scratch("s.sqlite"), "--format", "csv"])
    #expect(again.status == 0)
    let after = try await Program.run(["store", "list", scratch("s.sqlite"), "--format", "csv"])
    #expect(after.output.split(whereSeparator: \.isNewline).count == 3)
  }

  @Test("--fast finds every capture of a folder, and says of a tar that it did not look")
  func fast() async throws {
    let scratch = try Scratch()
    let folder = try await make(.folder, in: scratch)
    let run = try await Program.run([folder, "--fast", "--format", "jsonl"])
    #expect(try run.outputLines.map { try CaptureObject($0).archive.captureIndex } == [1, 2])
    try await Tool.run(
      "tar", ["-czf", scratch("fast.tar.gz"), "-C", folder] + scratch.names(in: "both").reversed())
    let text = try await Program.run([scratch("fast.tar.gz"), "--fast"])
    #expect(text.output.hasPrefix("STOPPED EARLY"))
    #expect(text.output.contains("another capture in it would not be reported"))
  }

  @Test("a batch's rows name the capture, and only where there are several")
  func batchRows() async throws {
    let scratch = try Scratch()
    let both = try await make(.tar, in: scratch)
    let rows = try await Program.run(["batch", both, "--format", "csv"]).output
    #expect(rows.hasPrefix("path,") && rows.contains(",capture,error,hostName,"))
    for part in Self.parts {
      // A model with a comma makes the name a quoted one.
      let name = try part.truth().identity.name
      #expect(rows.contains(name.contains(",") ? ",\"\(name)\",," : ",\(name),,"))
    }
    let one = try await Program.run(["batch", Self.parts[1].path, "--format", "csv"]).output
    #expect(one.contains(",complete,,,"))
  }

  @Test("a trend passes over what cannot take part, and names it")
  func passedOver() async throws {
    let scratch = try Scratch()
    _ = try scratch.write("nothing\n", to: "broken.tar.gz")
    let series = (1...3).map { TestArchive(name: "series-leak/\($0)").path }
    let odd = [
      TestArchive.seed.path, TestArchive(name: "macos-12-healthy").path, scratch("broken.tar.gz"),
    ]
    let run = try await Program.run(["trend", "--format", "json"] + series + odd)
    #expect(run.status == 5)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any])
    let passed = try #require(object["passedOver"] as? [[String: String]])
    #expect(Set(passed.compactMap { $0["path"] }) == Set(odd))
    let boots = try #require(object["boots"] as? [[String: Any]])
    #expect((boots.first?["archives"] as? [Any])?.count == 3)
    let text = try await Program.run(["trend"] + series + odd)
    #expect(text.output.contains("\(odd[0]) does not say when it was captured"))
    #expect(text.output.contains("\(odd[1]) is of another machine"))
  }

  @Test("a trend takes all captures of an input")
  func trend() async throws {
    let scratch = try Scratch()
    let folder = try scratch.folder("series")
    for number in 1...3 {
      let part = TestArchive(name: "series-leak/\(number)")
      try await Tool.run("tar", ["-xzf", part.path, "-C", folder])
    }
    let names = try scratch.names(in: "series")
    try await Tool.run("tar", ["-czf", scratch("series.tar.gz"), "-C", folder] + names)
    let apart = (1...3).map { TestArchive(name: "series-leak/\($0)").path }
    let expected = try await Program.run(["trend", "--format", "csv"] + apart)
    let run = try await Program.run(["trend", "--format", "csv", scratch("series.tar.gz")])
    #expect(run.status == 0)
    #expect(run.output == expected.output)
  }

  @Test("list shows which sections each capture lacks")
  func list() async throws {
    let scratch = try Scratch()
    let run = try await Program.run(["list", try await make(.tar, in: scratch)])
    #expect(run.status == 0)
    #expect(run.output.contains(", in sysdiagnose_"))
  }

  @Test("a folder of archives ends with 1 and names batch", arguments: ["text", "json"])
  func folderOfArchives(_ format: String) async throws {
    let scratch = try Scratch()
    for (number, part) in Self.parts.enumerated() {
      try FileManager.default.copyItem(atPath: part.path, toPath: scratch("\(number).tar.gz"))
    }
    let run = try await Program.run([scratch.path, "--format", format])
    #expect(run.status == 1)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("batch"))
    #expect(run.outputBytes.isEmpty == (format == "text"))
    if format == "json" {
      #expect(try CaptureObject(run.output).failure?.contains("batch") == true)
    }
  }
}
