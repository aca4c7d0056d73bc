import Foundation
import MemorySections
import Testing

/// Inputs from public reports; they are not in the project, and missing ones are skipped.
@Suite(
  .enabled(if: RealOutputTests.areHere, "the shared cases are not beside the project"))
struct SharedCaseTests {
  private func section(_ name: String, _ kind: SectionKind) throws -> Section {
    try read(Data(contentsOf: RealOutputTests.root.appending(path: "cases/\(name)")), as: kind)
  }

  private func zprint(_ name: String) throws -> Zprint {
    let section = try section(name, .zprint)
    #expect(section.coverage.unreadLines == [], "\(name)")
    return try #require(section.zprint)
  }

  @Test func sizesOf10_7() throws {
    let large = try zprint("b-over-2gb.zprint.txt").zones.map { $0.current?.bytes }
    #expect(large == [6_442_450_944, 3_221_225_472, 1_048_576])
    let wrapped = try zprint("b-5.7gb-reads-1.4gb.zprint.txt").zones.first?.current?.bytes
    #expect(wrapped == 5_738_876_928)
    let million = try zprint("a-million-in-use.zprint.txt").zones.first
    #expect(million?.inUseCount == 1_200_000)
    #expect(million?.current?.bytes == 153_600_000)
  }

  @Test func wiredRowsAndMaps() throws {
    let zprint = try zprint("maps-kext-and-dma.zprint.txt")
    #expect(zprint.maps.last?.name == "com.example.driver.Widget")
    #expect(zprint.wired.map(\.kind) == [.site, .tag, .kext, .site, .kext])
    #expect(try self.zprint("long-zone-breakdown.zprint.txt").wiredTotal?.bytes == 33_144_832)
  }

  @Test func generations() throws {
    let plain = try zprint("e-without-tables-called-c.zprint.txt")
    #expect(plain.generation.description == "C-F")
  }

  @Test(arguments: ["joined-arguments.sysdiagnose.log", "with-blank.sysdiagnose.log"])
  func logs(_ name: String) throws {
    let tasks = try #require(try section(name, .collectionLog).tasks)
    #expect(tasks.first { $0.writes(.zprint) }?.ending == .notCollected)
  }
}
