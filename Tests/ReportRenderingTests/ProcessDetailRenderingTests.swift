import AllocationBalance
import Foundation
import MemoryAnalysis
import MemorySections
import Testing

@testable import ReportRendering
@testable import TestSupport

/// A process that vmmap, heap and leaks took apart, in each format.
struct ProcessDetailRenderingTests {
  private static let targeted = ShippedMachine(name: "macos-26-targeted")

  private static func text(_ member: String) throws -> String {
    String(decoding: try TestArchive(name: targeted.name).text(member), as: UTF8.self)
  }

  private static func inside(_ report: Report, width: Int) throws -> String {
    let text = TextRenderer(RenderingOptions(width: width, top: 8)).render(report.document)
    let start = try #require(text.range(of: "Inside "))
    let end = try #require(text[start.lowerBound...].range(of: "\n\n"))
    return text[start.lowerBound..<end.lowerBound] + "\n"
  }

  @Test("the drill-down is the one that was approved", arguments: [80, 120, 200])
  func drillDown(_ width: Int) throws {
    let text = try Self.inside(Self.targeted.report(), width: width)
    try Approved.hold(text, "inside-macos-26-targeted-\(width).txt")
    for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
  }

  @Test("the footprint is drawn as a tree: types of region, then malloc's zones")
  func icicle() throws {
    let detail = try #require(try Self.targeted.report().details.first)
    let icicle = try #require(ProcessIcicle(detail: detail).icicle)
    let root = try #require(icicle.roots.first)
    #expect(icicle.roots.map(\.name) == ["Example Editor [189]"])
    #expect(root.sizes.map { $0?.bytes } == [525 << 20])
    // Each byte of the footprint has one place below it.
    #expect(root.children.map(\.largestBytes).reduce(0, +) == 525 << 20)
    let malloc = try #require(root.children.first { $0.name == "malloc" })
    #expect(malloc.children.map(\.largestBytes).reduce(0, +) == malloc.largestBytes)
    #expect(malloc.children.contains { $0.name == "DefaultMallocZone" })
    #expect(!root.children.contains { $0.name.hasPrefix("MALLOC") })
    let page = String(
      decoding: HTMLRenderer(RenderingOptions()).bytes(of: try Self.targeted.report()),
      as: UTF8.self)
    #expect(page.contains("Footprint of Example Editor [189]"))
  }

  @Test("a text without dirty memory has no tree, and its table shows what it prints")
  func oldText() throws {
    let text = """
      Process:         demo [7]
      ----
                                      VIRTUAL   REGION
      REGION TYPE                        SIZE    COUNT (non-coalesced)
      ===========                     =======  =======
      Stack                             16.1M       18
      shared memory                       12K        4
      ===========                     =======  =======
      TOTAL                             16.1M       22

      """
    let report = try ShippedMachine.only("vmmap.txt", text).report()
    let detail = try #require(report.details.first)
    #expect(ProcessIcicle(detail: detail).icicle == nil)
    let inside = try Self.inside(report, width: 100)
    #expect(
      inside.hasPrefix(
        """
        Inside demo [7]
          Memory by type of region
          type of region  virtual  regions  source
        """))
    #expect(!inside.contains("unknown  "))
  }

  @Test("the JSON has an entry for each tool, with the numbers of the model")
  func json() throws {
    let document = try JSONRenderer.document(Self.targeted.report())
    let object = try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any]
    let user = try #require(object?["user"] as? [String: Any])
    let details = try #require(user["details"] as? [[String: Any]])
    #expect(details.map { $0["tool"] as? String } == ["vmmap", "heap", "leaks"])
    #expect(details.map { $0["footprintBytes"] as? Int } == [525 << 20, 525 << 20, 525 << 20])
    #expect(details.map { $0["peakBytes"] as? Int } == [700 << 20, 700 << 20, 700 << 20])
    let regions = try #require(details[0]["regions"] as? [[String: Any]])
    #expect(regions.count == 17)
    let small = try #require(regions.first { $0["type"] as? String == "MALLOC_SMALL" })
    #expect(small["dirtyBytes"] as? Int == 180 << 20)
    #expect(small["swappedBytes"] as? Int == 60 << 20)
    #expect(small["footprintBytes"] as? Int == 240 << 20)
    #expect(small["countsInTotal"] as? Bool == true)
    let zones = try #require(details[0]["zones"] as? [[String: Any]])
    #expect(zones.map { $0["fragmentationBytes"] as? Int } == [152 << 20, 16 << 20, 0])
    #expect(details[0]["unexplainedBytes"] as? Int == 0)
    #expect(details[0]["classes"] == nil)
    let classes = try #require(details[1]["classes"] as? [[String: Any]])
    #expect(classes.compactMap { $0["bytes"] as? Int }.reduce(0, +) == 144_703_488)
    #expect(classes.filter { $0["type"] == nil }.count == 1)
    #expect(details[1]["nodeCount"] as? Int == 613_968)
    #expect(details[1]["regions"] == nil)
    #expect(details[2]["leakCount"] as? Int == 2048)
    #expect(details[2]["leakedBytes"] as? Int == 3_145_728)
    let checks = details.flatMap { $0["checks"] as? [[String: Any]] ?? [] }
    #expect(checks.count > 10)
    #expect(checks.allSatisfy { $0["holds"] as? Bool == true })
  }

  @Test(
    "CSV has every row, led by the process",
    arguments: [
      ("region-types", 17), ("malloc-zones", 5), ("classes", 5), ("footprint-agreement", 14),
    ])
  func csv(_ table: String, _ count: Int) throws {
    let text = String(
      decoding: CSVRenderer(table: table).bytes(of: try Self.targeted.report()), as: UTF8.self)
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: true)
      .flatMap { $0.split(separator: "\n") }
    #expect(lines.count == count)
    #expect(lines.allSatisfy { $0.contains(",\"Example Editor\",189,") }, "\(lines)")
  }

  @Test("where a process is all that is known, it is the answer")
  func verdict() throws {
    let alone = try ShippedMachine.only("vmmap.txt", Self.text("vmmap.txt")).report()
    // 240 of 525 MB; the finding about fragmentation is a warning and comes first.
    #expect(
      alone.document.verdict?.sentence.hasPrefix("WARNING: malloc's zones of Example Editor [189]")
        == true)
    let heap = try ShippedMachine.only("heap.txt", Self.text("heap.txt")).report()
    #expect(heap.document.verdict?.sentence == "Example Editor [189] holds 525 MB.")
    #expect(heap.document.sections.first { $0.id == "process-1" }?.isFirstScreen == true)
    #expect(
      try Self.targeted.report().document.sections.first { $0.id == "process-1" }?.isFirstScreen
        == false)
  }

  @Test("a comparison says what grew in the process")
  func comparison() throws {
    let old = try ShippedMachine.only("vmmap.txt", Self.text("vmmap.txt")).report().snapshot
    let more = try Self.text("vmmap.txt").replacing("525.0M", with: "555.0M")
      .replacing(
        "IOSurface                         90.0M    60.0M    60.0M",
        with: "IOSurface                         90.0M    90.0M    90.0M")
    let new = try ShippedMachine.only("vmmap.txt", more).report().snapshot
    let comparison = Comparison(old, new)
    #expect(
      comparison.document.verdict?.sentence
        == "Example Editor [189] grew by 30.0 MB, 100 % of it is IOSurface.")
    let object =
      try JSONSerialization.jsonObject(
        with: Data(try JSONRenderer.document(comparison).utf8)) as? [String: Any]
    let process = try #require((object?["examinedProcesses"] as? [[String: Any]])?.first)
    #expect(process["deltaBytes"] as? Int == 30 << 20)
    #expect(process["unexplainedBytes"] as? Int == 0)
    #expect((process["regions"] as? [[String: Any]])?.first?["name"] as? String == "IOSurface")
    let table = String(
      decoding: CSVRenderer(table: "region-types").bytes(of: comparison), as: UTF8.self)
    #expect(table.contains("\"Example Editor [189]\",IOSurface,"))
  }

  @Test("a refusal and a failed identity are said")
  func troubles() throws {
    let refused = try Self.targeted.report().document
    #expect(
      !refused.sections.contains { $0.contents.contains { "\($0)".contains("Does not add up") } })
    let message =
      "Process 189 is not debuggable. Due to security restrictions, vmmap can only show some regions."
    let altered = try Self.text("vmmap.txt").replacing(
      "118.0M     152.0M", with: "118.0M     142.0M")
    let report = try ShippedMachine.only("vmmap.txt", message + "\n" + altered).report()
    let text = TextRenderer(RenderingOptions(top: 8)).render(report.document)
    #expect(text.contains(message))
    #expect(
      text.contains(
        "Does not add up: the fragmentation of DefaultMallocZone: 142 MB stated, 152 MB by its parts."
      ))
  }
}
