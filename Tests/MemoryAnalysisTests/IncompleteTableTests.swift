import AllocationBalance
import Foundation
import MemoryAnalysis
import MemorySections
import Testing

@testable import TestSupport

/// Sections that do not list everything: what they do not say is unknown.
struct IncompleteTableTests {
  private static func footprint(_ processes: [(name: String, mb: Int)]) -> [String: String] {
    ["footprint-all.txt": PrintedTables.footprint(processes)]
  }

  private func comparison(_ old: [String: String], _ new: [String: String]) throws -> Comparison {
    Comparison(
      try HandMadeSnapshot(members: old).snapshot(), try HandMadeSnapshot(members: new).snapshot())
  }

  private func status(_ name: String, in changes: [Change]) throws -> Change.Status {
    try #require(changes.first { $0.name == name }).status
  }

  @Test("a process behind the end of a cut footprint is not gone")
  func cutFootprint() throws {
    let whole = Self.footprint([("kernel_task", 80), ("Finder", 50), ("Mail", 20)])
    var text = try #require(whole["footprint-all.txt"])
    let cut = try #require(text.range(of: "Mail [")).lowerBound
    text = text[..<cut] + HandMadeSnapshot.cutMark
    let result = try comparison(whole, ["footprint-all.txt": text])
    #expect(try status("Mail", in: result.processes) == .unknown)
    #expect(try status("Finder", in: result.processes) == .same)
    let back = try comparison(["footprint-all.txt": text], whole)
    #expect(try status("Mail", in: back.processes) == .unknown)
    #expect(back.processes.first { $0.name == "Mail" }?.unknownIn == .old)
  }

  @Test("a process that footprint could not examine has no size, and is not gone")
  func unexamined() throws {
    let whole = Self.footprint([("kernel_task", 80), ("Finder", 50), ("Mail", 20)])
    let text = try #require(whole["footprint-all.txt"])
    let failed = text.replacing(
      "Mail [102]: 64-bit    Footprint: 20 MB (16384 bytes per page)",
      with:
        "Mail [102]: 64-bit\nErrors were encountered while examining the process. Results may be "
        + "incomplete or incorrect.\n  process exited")
    try #require(failed != text)
    let result = try comparison(whole, ["footprint-all.txt": failed])
    #expect(try status("Mail", in: result.processes) == .unknown)
  }

  @Test("a footprint of one process says nothing of the others")
  func oneProcess() throws {
    let all = Self.footprint([("kernel_task", 80), ("Finder", 50), ("Mail", 20)])
    let one = Self.footprint([("Finder", 60)])
    let result = try comparison(all, one)
    #expect(try status("Mail", in: result.processes) == .unknown)
    #expect(try status("Finder", in: result.processes) == .grew)
    let two = Self.footprint([("kernel_task", 80), ("Finder", 50)])
    #expect(try status("Mail", in: comparison(all, two).processes) == .gone)
  }

  @Test("a zone behind the end of a cut zprint is not gone, and its family does not grow")
  func cutZprint() throws {
    let text = PrintedTables.zprint(zones: [("a", 100), ("b", 200), ("c", 300)])
    let end = try #require(text.range(of: "\nc ")).lowerBound
    let result = try comparison(
      ["zprint.txt": String(text[..<end]) + "\n" + HandMadeSnapshot.cutMark], ["zprint.txt": text])
    #expect(try status("c", in: result.zones) == .unknown)
    #expect(try status("b", in: result.zones) == .same)
  }

  @Test("a kext without a printed size is not of size zero")
  func kextWithoutSize() throws {
    let head =
      "Index Refs Address            Size       Wired      Name (Version) <Linked Against>\n"
    let known = "    1    0 0xffffff7f80768000 0x3000     0x3000     com.example.Kext (1.0)\n"
    let unknown = "    1    0 ????               ????       ????       com.example.Kext (1.0)\n"
    let result = try comparison(["kextstat.txt": head + known], ["kextstat.txt": head + unknown])
    #expect(try status("com.example.Kext", in: result.kexts) == .unknown)
  }

  @Test("redacted sizes on one side make no difference of their own")
  func redactedZones() throws {
    let zones = [("vnodes", 4_096), ("data.kalloc.1024", 8_192)]
    let wired = [("VM_KERN_MEMORY_IOKIT", 3_000)]
    let shown = PrintedTables.zprint(zones: zones, wired: wired)
      // Pages hold a quarter more than the elements in use, which a redacted text does not show.
      .replacing("4096K       4096K", with: "5120K       5120K")
    let hidden = PrintedTables.zprint(zones: zones, wired: wired, isRedacted: true)
    for (old, new) in [(shown, hidden), (hidden, shown)] {
      let result = try comparison(["zprint.txt": old], ["zprint.txt": new])
      #expect(result.zones.allSatisfy { $0.status == .same && $0.delta?.bytes == 0 })
      #expect(result.kernel?.delta.bytes == 0)
      #expect(result.caveats.contains { $0.contains("compared by their elements in use") })
    }
  }

  @Test(
    "a family such as Mac is no model",
    arguments: [
      ("Mac", "Mac16,5", nil as Bool?), ("Mac16,5", "Mac16,6", false), ("Mac", "Mac", nil),
    ])
  func family(_ old: String, _ new: String, _ isSame: Bool?) {
    let snapshots = [old, new].map { model in
      var archive = CapturedArchive(path: model)
      archive.model = model
      archive.platform = "macOS"
      return Snapshot(archive: archive, scan: ScanSummary(outcome: .complete), sections: [])
    }
    let comparison = Comparison(snapshots[0], snapshots[1])
    #expect(comparison.relation.isSameMachine == isSame)
    #expect(comparison.caveats.contains { $0.hasPrefix("model differs") } == (isSame == false))
    #expect(snapshots[0].model == (old == "Mac" ? nil : old))
  }
}
