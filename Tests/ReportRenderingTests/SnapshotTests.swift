import AllocationBalance
import Foundation
import Testing

@testable import ReportRendering

/// Whole text reports, kept as files.
///
/// `RECORD_SNAPSHOTS=1 swift test --filter SnapshotTests` writes them again; the difference is then
/// to be read like code.
struct SnapshotTests {
  static let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

  @Test(
    "the text report is the one that was approved",
    arguments: [
      Machine.leak, .seed, .redacted, .withoutZprint,
    ])
  func textReport(_ machine: Machine) throws {
    let text = TextReport(try machine.report(), style: TextStyle(usesColor: false), top: 8).render()
    let file = Machine.tests.appendingPathComponent("Snapshots/textReport(\(machine.name)).txt")
    if Self.isRecording {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let approved = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = approved.split(separator: "\n", omittingEmptySubsequences: false)
    // Line by line, so that a failure shows what differs.
    for (number, pair) in zip(lines, expected).enumerated() where pair.0 != pair.1 {
      Issue.record("line \(number + 1) is \"\(pair.0)\", not \"\(pair.1)\"")
    }
    #expect(lines.count == expected.count)
  }

  @Test("colours change no character but their own", arguments: [Machine.leak, .seed])
  func colors(_ machine: Machine) throws {
    let report = try machine.report()
    let plain = TextReport(report, style: TextStyle(usesColor: false), top: 8).render()
    let colored = TextReport(report, style: TextStyle(usesColor: true), top: 8).render()
    #expect(!plain.contains("\u{1B}"))
    #expect(colored.contains("\u{1B}[1m"))
    #expect(colored.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain)
  }
}
