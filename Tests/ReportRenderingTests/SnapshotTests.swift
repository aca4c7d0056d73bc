import AllocationBalance
import Foundation
import MemoryAnalysis
import Testing

@testable import ReportRendering

/// Whole texts where a reader judges layout, kept as files.
///
/// `RECORD_SNAPSHOTS=1 swift test --filter SnapshotTests` writes them again; read the difference like
/// code.
struct SnapshotTests {
  static let widths = [80, 120, 200]

  private static func text(_ result: some Presentable, width: Int?, isBrief: Bool = false) -> String
  {
    TextRenderer(RenderingOptions(width: width, top: 8, isBrief: isBrief)).render(result.document)
  }

  private static func comparison() -> Comparison {
    Comparison(TimedMachine.snapshot(hours: 2), TimedMachine.snapshot(hours: 6))
  }

  private static func trend() throws -> Trend {
    Trend(Series([0, 2, 5, 6].map { TimedMachine.snapshot(hours: $0, jetsam: $0 == 6) }))
  }

  @Test(
    "the text report is the one that was approved",
    arguments: [ShippedMachine.leak, .seed, .redacted, .withoutZprint], Self.widths)
  func report(_ machine: ShippedMachine, _ width: Int) throws {
    let text = Self.text(try machine.report(), width: width)
    try Approved.hold(text, "report-\(machine.name)-\(width).txt")
    Self.expectNarrow(text, width)
  }

  @Test(
    "the first screen alone is the one that was approved", arguments: [ShippedMachine.leak, .seed])
  func brief(_ machine: ShippedMachine) throws {
    let text = Self.text(try machine.report(), width: 80, isBrief: true)
    try Approved.hold(text, "brief-\(machine.name)-80.txt")
    // It is the beginning of the whole report, and its foot.
    let whole = Self.text(try machine.report(), width: 80)
    let foot = try #require(text.range(of: "\nSizes are binary"))
    #expect(whole.hasPrefix(text[..<foot.lowerBound]))
    #expect(text.count < whole.count / 2)
  }

  @Test("the text of a comparison is the one that was approved", arguments: Self.widths)
  func comparison(_ width: Int) throws {
    let text = Self.text(Self.comparison(), width: width)
    try Approved.hold(text, "comparison-\(width).txt")
    Self.expectNarrow(text, width)
  }

  @Test("the text of a trend is the one that was approved", arguments: Self.widths)
  func trend(_ width: Int) throws {
    let text = Self.text(try Self.trend(), width: width)
    try Approved.hold(text, "trend-\(width).txt")
    Self.expectNarrow(text, width)
  }

  @Test("the text of a fleet is the one that was approved", arguments: Self.widths)
  func fleet(_ width: Int) throws {
    let text = Self.text(SmallFleet.leaking, width: width)
    try Approved.hold(text, "fleet-\(width).txt")
    Self.expectNarrow(text, width)
  }

  @Test(
    "no line of any shipped report is wider than the window",
    arguments: [60, 72, 99, 100, 139, 140, 180])
  func width(_ width: Int) throws {
    let names = try ShippedMachine.names()
    #expect(names.count > 10)
    for name in names {
      Self.expectNarrow(Self.text(try ShippedMachine(name: name).report(), width: width), width)
    }
    for result in [try Self.trend() as any Presentable, Self.comparison(), SmallFleet.leaking] {
      Self.expectNarrow(Self.text(result, width: width), width)
    }
  }

  @Test("colours change no character but their own", arguments: [ShippedMachine.leak, .seed])
  func colors(_ machine: ShippedMachine) throws {
    let report = try machine.report()
    let plain = Self.text(report, width: 100)
    let colored = TextRenderer(RenderingOptions(width: 100, top: 8, usesColor: true))
      .render(report.document)
    #expect(!plain.contains("\u{1B}"))
    #expect(colored.contains("\u{1B}[1m"))
    #expect(colored.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain)
  }

  /// No line is wider than the window, unless it is one word that is.
  private static func expectNarrow(_ text: String, _ width: Int) {
    for line in text.split(separator: "\n") where DisplayWidth.of(String(line)) > width {
      #expect(line.split(separator: " ").count == 1, "\(line)")
    }
  }
}
