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
    TextRenderer(RenderingOptions(top: top)).render(fleet.document)
  }

  @Test func `the JSON is the one that was approved`() throws {
    try Approved.hold(try JSONRenderer.document(SmallFleet.leaking), "fleet.json")
  }

  @Test("each table is the one that was approved", arguments: Fleet.tables.map(\.name))
  func csv(_ table: String) throws {
    let renderer = CSVRenderer(table: table)
    let bytes =
      renderer.opening(for: Fleet.self) + renderer.bytes(of: SmallFleet.leaking)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasSuffix("\r\n"))
    try Approved.hold(text.replacing("\r\n", with: "\n"), "fleet-\(table).csv")
  }

  @Test func `a fleet without an outlier`() {
    let text = Self.text(SmallFleet.healthy)
    #expect(
      text.hasPrefix("None of 20 compared machines is an outlier.\n\nGroups of similar Macs"))
    #expect(!text.contains("kext"))
  }

  @Test func `machines with too few similar ones`() {
    let text = Self.text(SmallFleet.tooSmall)
    #expect(text.hasPrefix("3 machines: too few similar Macs to compare.\n"))
    #expect(
      text.contains(
        """
        Too few similar Macs  fewer than 8 of one model and memory
          model    installed  build    machines
          Mac16,5    unknown  unknown         2
          Not compared: 1 machine with unknown model or kernel size.

        """))
  }

  @Test func `lists end at the rows that were asked for`() {
    let text = Self.text(SmallFleet.leaking, top: 1)
    #expect(text.contains("  and 8 more parts\n"))
    #expect(text.contains("  and 1 more\n"))
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
    #expect(FleetNumber.chance(chance) == text)
  }
}
