import Foundation
import Testing

@testable import TestSupport

/// The tutorial's commands run, and print what it shows.
struct TutorialTests {
  /// A command of the article, and the lines that it shows of the output.
  private struct Step {
    let command: [String]
    var shown: [String] = []
  }

  private static func steps() throws -> [Step] {
    let folder = URL(fileURLWithPath: TestArchive.folder).deletingLastPathComponent()
    let article = try String(
      contentsOf: folder.appending(
        path: "Sources/SysdiagnoseIngest/SysdiagnoseIngest.docc/FromASlowMacToTheZone.md"),
      encoding: .utf8)
    var steps: [Step] = []
    // Every other part between fences is a block; its first line is the language.
    for (place, part) in article.components(separatedBy: "```").enumerated() where place % 2 == 1 {
      let lines = part.components(separatedBy: "\n")
      let body = lines.dropFirst().filter { !$0.isEmpty }
      if lines.first == "sh" {
        for line in body {
          #expect(line.hasPrefix("sysbalance "))
          steps.append(Step(command: line.split(separator: " ").dropFirst().map(String.init)))
        }
      } else {
        try #require(!steps.isEmpty)
        steps[steps.count - 1].shown += body
      }
    }
    return steps
  }

  @Test("each command of the tutorial succeeds and prints the lines that it shows")
  func commands() async throws {
    let steps = try Self.steps()
    #expect(steps.count == 6)
    #expect(steps.count { !$0.shown.isEmpty } == 4)
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      atPath: scratch("TestArchives"), withDestinationPath: TestArchive.folder)
    for step in steps {
      let run = try await Program.run(step.command, folder: scratch.path)
      #expect(run.status == 0, "\(step.command): \(run.errors)")
      let lines = Set(run.outputLines)
      for line in step.shown { #expect(lines.contains(line), "\(step.command)") }
    }
    let ticket = try String(contentsOfFile: scratch("ticket.md"), encoding: .utf8)
    #expect(ticket.contains("data.kalloc.1024"))
    let extract = try await Program.run([
      "report", scratch("kernel.tar.gz"), "--format", "jsonl",
    ])
    let archive = try await Program.run(
      [
        "report", "TestArchives/series-leak/6.tar.gz", "--format", "jsonl",
      ], folder: scratch.path)
    #expect(
      try ReportObject(extract.output).balance.kernel == ReportObject(archive.output).balance.kernel
    )
  }
}
