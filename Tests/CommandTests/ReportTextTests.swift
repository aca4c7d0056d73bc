import Foundation
import Testing

@testable import TestSupport

/// `report` for people.
struct ReportTextTests {
  /// The two sides as the text must show them, computed by hand from the models' bytes.
  struct Answer: Sendable, CustomTestStringConvertible {
    let archive: TestArchive
    let kernel: String
    let user: String
    /// The shares of kernel and user; nil if a side is unknown.
    let shares: (kernel: String, user: String)?
    var testDescription: String { archive.name }

    init(_ name: String, kernel: String, user: String, shares: (String, String)? = nil) {
      archive = TestArchive(name: name)
      self.kernel = kernel
      self.user = user
      self.shares = shares
    }
  }

  static let unknown = "unknown  (no list of footprints in this archive)"

  static let answers = [
    Answer("broken-one-bit", kernel: "2.18 GB", user: "4.56 GB", shares: ("32 %", "68 %")),
    Answer("broken-truncated", kernel: "13.9 GB", user: "≥ "),
    Answer("ios-16-no-footprint", kernel: "566 MB", user: "3.27 GB", shares: ("14 %", "86 %")),
    Answer("ios-17-zprint", kernel: "1.07 GB", user: unknown),
    Answer("macos-10.12-total-defect", kernel: "1.42 GB", user: unknown),
    Answer("macos-10.13.6-g", kernel: "1.39 GB", user: unknown),
    Answer("macos-10.14-no-zprint", kernel: "1.97 GB", user: "≥ 6.81 GB", shares: ("22 %", "78 %")),
    Answer("macos-12-healthy", kernel: "2.18 GB", user: "4.56 GB", shares: ("32 %", "68 %")),
    Answer(
      "macos-13-redacted-zprint", kernel: "2.00 GB", user: "8.93 GB", shares: ("18 %", "82 %")),
    Answer("macos-14-taskinfo-only", kernel: "566 MB", user: "14.6 GB", shares: ("4 %", "96 %")),
    Answer("macos-26-healthy", kernel: "5.27 GB", user: "20.5 GB", shares: ("20 %", "80 %")),
    Answer("macos-26-zone-leak", kernel: "13.9 GB", user: "21.8 GB", shares: ("39 %", "61 %")),
    Answer("macos-26-after-panic", kernel: "2.97 GB", user: "4.01 GB", shares: ("43 %", "57 %")),
    Answer("macos-26-targeted", kernel: "2.73 GB", user: "4.14 GB", shares: ("40 %", "60 %")),
    Answer("osx-10.10-zwaste", kernel: "≥ 472 MB", user: unknown),
    Answer("osx-10.8-seed", kernel: "≥ 878 MB", user: unknown),
    Answer("seed-fresh-mac", kernel: "≥ 196 MB", user: unknown),
    Answer("seed-fresh-mac-clean", kernel: "≥ 143 MB", user: unknown),
    Answer("seed-older-mac", kernel: "≥ 693 MB", user: unknown),
    Answer("seed-older-mac-clean", kernel: "≥ 181 MB", user: unknown),
    Answer("seed-older-mac-clean-2", kernel: "≥ 185 MB", user: unknown),
  ]

  @Test("the answer is at the top", arguments: answers)
  func answer(_ expected: Answer) async throws {
    let lines = try await Program.run([expected.archive.path]).outputLines
    let kernel = try #require(lines.first { $0.hasPrefix("  Kernel  ") })
    let user = try #require(lines.first { $0.hasPrefix("  User  ") })
    #expect(kernel.contains(" \(expected.kernel)"))
    #expect(user.contains(" \(expected.user)"))
    if let shares = expected.shares {
      #expect(kernel.contains("  \(shares.kernel)  "))
      #expect(user.contains("  \(shares.user)  "))
    }
  }

  @Test("every archive with memory data has an answer in the table")
  func tableIsWhole() {
    // The archives of a series are one machine, repeated.
    let single = TestArchive.telling.map(\.name).filter { !$0.contains("/") }
    #expect(Set(Self.answers.map(\.archive.name)) == Set(single))
  }

  @Test(
    "damage is reported before any number",
    arguments: [
      (TestArchive.oneBit, "DAMAGED ARCHIVE: the numbers below may be wrong."),
      (.truncated, "TRUNCATED ARCHIVE: only what precedes the break is reported."),
    ])
  func damage(_ archive: TestArchive, _ sentence: String) async throws {
    let run = try await Program.run([archive.path])
    #expect(run.outputLines.first == sentence)
    #expect(run.status == 5)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("sysbalance: \(archive.path): "))
  }

  @Test("a missing section is named with the reason from the archive's logs")
  func missing() async throws {
    let lines = try await Program.run([TestArchive.withoutZprint.path]).outputLines
    let zprint = try #require(lines.first { $0.hasPrefix("  zprint ") })
    #expect(zprint.contains("missing: sysdiagnose did not run it"))
  }

  @Test("report is the default command")
  func defaultCommand() async throws {
    let short = try await Program.run([TestArchive.seed.path])
    let long = try await Program.run(["report", TestArchive.seed.path])
    #expect(short.outputBytes == long.outputBytes)
    #expect(!short.outputBytes.isEmpty)
  }

  @Test("--top sets the number of rows in a list", arguments: [1, 3, 200])
  func top(_ count: Int) async throws {
    let run = try await Program.run([TestArchive.seed.path, "--top", "\(count)"])
    let zones = run.outputLines.drop { !$0.hasPrefix("Zones") }.dropFirst(2)
      .prefix { $0.hasPrefix("  ") && !$0.hasPrefix("  and ") }
    #expect(zones.count == min(count, 171))
    #expect(run.output.contains("more zones") == (count < 171))
  }

  @Test(
    "an archive without a memory section gives one sentence and exit 1, and output in JSON alone",
    arguments: ["text", "csv", "json", "jsonl"])
  func nothingOfMemory(_ format: String) async throws {
    let run = try await Program.run([TestArchive.withoutMemory.path, "--format", format])
    #expect(run.status == 1)
    #expect(run.outputBytes.isEmpty == !format.hasPrefix("json"))
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("no memory section"))
    guard format.hasPrefix("json") else { return }
    let report = try ReportObject(run.outputBytes)
    #expect(report.scan.outcome == "complete")
    #expect(report.ledger.isEmpty)
    #expect(report.section("zprint")?.outcome == "missing")
    #expect(try CaptureObject(run.output).failure?.contains("no memory section") == true)
  }

  @Test("a failing archive does not stop the others")
  func several() async throws {
    let run = try await Program.run([
      "report", "--format", "jsonl", TestArchive.seed.path, TestArchive.withoutMemory.path,
      TestArchive.leak.path,
    ])
    #expect(run.status == 5)
    #expect(
      try run.outputLines.map { try ReportObject($0).archive.path }
        == [TestArchive.seed.path, TestArchive.withoutMemory.path, TestArchive.leak.path])
    #expect(run.errorLines.count == 1)
  }

  @Test("--fast gives the same figures and says that the rest was not read")
  func fast() async throws {
    let truth = try TestArchive.leak.truth().balance
    let run = try await Program.run([TestArchive.leak.path, "--fast", "--format", "json"])
    let report = try ReportObject(run.outputBytes)
    #expect(run.status == 0)
    #expect(report.scan.outcome == "stoppedEarly")
    #expect(report.balance.kernel?.bytes == truth.kernel?.printedBytes)
    #expect(report.balance.user?.bytes == truth.user?.printedBytes)
    let whole = try await Program.run([TestArchive.leak.path, "--format", "json"])
    #expect(try report.scan.membersSeen < ReportObject(whole.outputBytes).scan.membersSeen)
    let text = try await Program.run([TestArchive.leak.path, "--fast"])
    #expect(text.outputLines.first?.hasPrefix("STOPPED EARLY") == true)
  }

  /// A way to request colours, and the expected result.
  struct ColorCase: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    var environment: [String: String] = [:]
    let hasColor: Bool
    var testDescription: String { "\(arguments) \(environment)" }
  }

  @Test(
    "colours are printed on request, and never into a file by default",
    arguments: [
      ColorCase(arguments: [], hasColor: false),
      ColorCase(arguments: ["--color", "auto"], hasColor: false),
      ColorCase(arguments: ["--color", "never"], hasColor: false),
      ColorCase(arguments: ["--color", "always"], hasColor: true),
      ColorCase(arguments: [], environment: ["NO_COLOR": "1"], hasColor: false),
      // The command line overrides the environment.
      ColorCase(
        arguments: ["--color", "always"], environment: ["NO_COLOR": "1"], hasColor: true),
    ])
  func color(_ expected: ColorCase) async throws {
    let run = try await Program.run(
      [TestArchive.seed.path] + expected.arguments, environment: expected.environment)
    #expect(run.status == 0)
    #expect(run.output.contains("\u{1B}[") == expected.hasColor)
  }

  @Test("--brief is the report's beginning; COLUMNS sets its width", arguments: [60, 80, 120])
  func brief(_ width: Int) async throws {
    let environment = ["COLUMNS": "\(width)"]
    let brief = try await Program.run(
      [TestArchive.leak.path, "--brief"], environment: environment)
    let whole = try await Program.run([TestArchive.leak.path], environment: environment)
    let foot = try #require(brief.output.range(of: "\nSizes are binary"))
    #expect(whole.output.hasPrefix(brief.output[..<foot.lowerBound]))
    #expect(brief.outputLines.count < whole.outputLines.count / 2)
    for line in whole.outputLines where line.count > width {
      // A single word may be wider than the window.
      #expect(line.split(separator: " ").contains { $0.count > width / 2 }, "\(line)")
    }
  }

  @Test("CSV has every row of a table, with its archive, member and line")
  func csv() async throws {
    let run = try await Program.run([
      TestArchive.seed.path, TestArchive.leak.path, "--format", "csv", "--table", "zones",
    ])
    let rows = run.output.split(separator: "\r\n").map { $0.split(separator: ",").map(String.init) }
    #expect(rows.first?.prefix(4) == ["archivePath", "name", "bytes", "isLowerBound"])
    // The models' texts have 171 and 325 zones.
    #expect(rows.count == 1 + 171 + 325)
    let leak = try #require(
      rows.first { $0[0] == TestArchive.leak.path && $0[1] == "data.kalloc.1024" })
    // 9,204,736 KiB as printed by zprint, and the line of the row.
    #expect(leak.contains("186"))
    #expect(leak[3] == "no")
  }
}
