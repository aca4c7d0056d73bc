import AllocationBalance
import MemoryAnalysis
import Foundation
import Testing

@testable import ReportRendering

/// What `fleet` prints, of a fleet whose every size is given.
///
/// `RECORD_SNAPSHOTS=1 swift test --filter FleetRenderingTests` writes the texts again.
@Suite struct FleetRenderingTests {
  private static func text(_ fleet: Fleet, top: Int = 10) -> String {
    TextFleet(fleet, style: TextStyle(usesColor: false), top: top).render()
  }

  private static func hold(_ text: String, _ name: String) throws {
    let file = ShippedMachine.tests.appendingPathComponent("Snapshots/\(name)")
    if SnapshotTests.isRecording { try Data(text.utf8).write(to: file) }
    let approved = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = approved.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, pair) in zip(lines, expected).enumerated() where pair.0 != pair.1 {
      Issue.record("line \(number + 1) is \"\(pair.0)\", not \"\(pair.1)\"")
    }
    #expect(lines.count == expected.count)
  }

  @Test func `the text is the one that was approved`() throws {
    try Self.hold(Self.text(SmallFleet.leaking), "fleet.txt")
  }

  @Test func `the JSON is the one that was approved`() throws {
    try Self.hold(try JSONRenderer.document(SmallFleet.leaking), "fleet.json")
  }

  @Test("each table is the one that was approved", arguments: FleetCSV.Table.allCases)
  func csv(_ table: FleetCSV.Table) throws {
    let text = FleetCSV.render(SmallFleet.leaking, table)
    #expect(text.hasSuffix("\r\n"))
    try Self.hold(text.replacing("\r\n", with: "\n"), "fleet-\(table.rawValue).csv")
  }

  @Test func `a fleet in which none stands out`() {
    let text = Self.text(SmallFleet.healthy)
    #expect(text.hasPrefix("none of 20 machines judged stands out\n\nGroups  median ± MAD\n"))
    #expect(!text.contains("Third-party"))
  }

  @Test func `machines without their like`() {
    let text = Self.text(SmallFleet.tooSmall)
    #expect(
      text == """
        3 machines, none of which has enough of its like to be judged

        Too few to judge  less than 8 of one model and memory
          Mac16,5  memory unknown  build unknown  2 machines
        Not judged: 1 machine whose model or kernel is not known

        """)
  }

  @Test func `lists end at the rows that were asked for`() {
    let text = Self.text(SmallFleet.leaking, top: 1)
    #expect(text.contains("\n  and 2 more\n"))
    #expect(text.components(separatedBy: "z ").count < 12)
  }

  @Test func `names cannot drive the terminal`() {
    let text = Self.text(SmallFleet.hostile)
    #expect(!text.contains("\u{1B}"))
    #expect(text.contains("mac\\u{1b}[2J"))
  }

  @Test(arguments: [
    (0.5, "0.50"), (0.01, "0.01"), (0.0099, "1e-02"), (3.2e-9, "3e-09"), (9.7e-10, "1e-09"),
    (4.4e-101, "4e-101"), (0, "< 1e-300"), (1, "1.00"),
  ])
  func chance(_ chance: Double, _ text: String) {
    #expect(TextFleet.chance(chance) == text)
  }
}
