import AllocationBalance
import Foundation
import MemoryAnalysis
import MemorySections
import Testing

@testable import ReportRendering
@testable import TestSupport

/// Two archives hold any sections each: nothing that one of them lacks is gone or new.
struct ComparisonSubsetTests {
  /// What one machine prints; the later capture lacks a zone, a row, a kext and a process.
  private static func members(isLater: Bool) -> [String: String] {
    let (old, new) = (!isLater, isLater)
    return [
      "zprint.txt": PrintedTables.zprint(
        zones: [("vnodes", new ? 2_000 : 1_000)] + (old ? [("gone.zone", 500)] : []),
        wired: [("VM_KERN_MEMORY_IOKIT", 3_000)] + (old ? [("com.example.Gone", 64)] : [])),
      "footprint-all.txt": PrintedTables.footprint(
        [("kernel_task", new ? 90 : 80), ("Steady", 50)] + (old ? [("Gone", 20)] : [])),
      "kextstat.txt": kextstat(["com.example.Steady"] + (old ? ["com.example.Gone"] : [])),
      "vm_stat.txt": PrintedTables.vmStat(
        wiredMiB: new ? 700 : 600, compressorMiB: 10, freeMiB: 100, otherMiB: 500),
      "top.txt": "PhysMem: 7000M used (\(new ? 1600 : 1500)M wired), 1192M unused.\n",
      "sw_vers.txt": "ProductName: macOS\nProductVersion: 14.4\nBuildVersion: 23E224\n",
    ]
  }

  private static func kextstat(_ names: [String]) -> String {
    let rows = names.enumerated().map { index, name in
      "    \(index + 1)    0 0xffffff7f80768000 0x3000     0x3000     \(name) (1.0) <1>\n"
    }
    return "Index Refs Address            Size       Wired      Name (Version) <Linked Against>\n"
      + rows.joined()
  }

  private static func snapshots(isLater: Bool) throws -> [(names: Set<String>, Snapshot)] {
    let members = members(isLater: isLater)
    let names = members.keys.sorted()
    return try (0..<(1 << names.count)).map { subset in
      let chosen = Set(names.indices.filter { subset >> $0 & 1 == 1 }.map { names[$0] })
      var machine = HandMadeSnapshot(capturedSeconds: isLater ? 1_773_390_000 : 1_773_380_000)
      machine.members = members.filter { chosen.contains($0.key) }
      return (chosen, try machine.snapshot())
    }
  }

  @Test func `no subset of sections on either side makes anything gone`() throws {
    let (olds, news) = (
      try Self.snapshots(isLater: false), try Self.snapshots(isLater: true)
    )
    var count = 0
    for (oldNames, old) in olds {
      for (newNames, new) in news {
        let comparison = Comparison(old, new)
        let what = "\(oldNames.sorted()) \(newNames.sorted())"
        check(comparison, oldNames, newNames, what)
        try checkRendering(comparison, oldNames == newNames, what)
        count += 1
      }
    }
    print("\(count) pairs of subsets compared")
    #expect(count == 4096)
  }

  private func check(
    _ comparison: Comparison, _ old: Set<String>, _ new: Set<String>, _ what: String
  ) {
    for (table, member) in [
      (comparison.zones, "zprint.txt"), (comparison.wired, "zprint.txt"),
      (comparison.kexts, "kextstat.txt"), (comparison.processes, "footprint-all.txt"),
      (comparison.categories, "footprint-all.txt"),
    ] {
      switch (old.contains(member), new.contains(member)) {
      case (false, false): #expect(table.isEmpty, "\(what)")
      case (true, true):
        #expect(table.allSatisfy { $0.status != .unknown && $0.delta != nil }, "\(what)")
      case (let isInOld, _):
        let side: Change.Side = isInOld ? .new : .old
        #expect(!table.isEmpty, "\(what)")
        #expect(table.allSatisfy { $0.status == .unknown && $0.unknownIn == side }, "\(what)")
        #expect(table.allSatisfy { $0.delta == nil }, "\(what)")
      }
    }
    let both = old.intersection(new)
    #expect(
      comparison.processes.contains { $0.status == .gone } == both.contains("footprint-all.txt"))
    #expect(comparison.kexts.contains { $0.status == .gone } == both.contains("kextstat.txt"))
    let origin: KernelFigure.Origin? =
      both.contains("zprint.txt")
      ? .wiredTable
      : both.contains("footprint-all.txt")
        ? .kernelTask
        : both.contains("vm_stat.txt") ? .vmStatWired : both.contains("top.txt") ? .topWired : nil
    #expect(comparison.kernel?.origin == origin?.rawValue, "\(what)")
    if let kernel = comparison.kernel, let explained = kernel.explained {
      #expect(
        explained.bytes == comparison.components.compactMap(\.delta?.bytes).reduce(0, +), "\(what)")
      #expect(kernel.unexplained?.bytes == kernel.delta.bytes - explained.bytes, "\(what)")
    }
    #expect((comparison.user != nil) == both.contains("footprint-all.txt"), "\(what)")
  }

  private func checkRendering(_ comparison: Comparison, _ isSame: Bool, _ what: String) throws {
    let data = Data(try JSONRenderer.line(comparison).utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["schemaVersion"] as? Int == 1, "\(what)")
    let text = TextRenderer(RenderingOptions(width: 100)).render(comparison.document)
    let isGone = [comparison.zones, comparison.wired, comparison.kexts, comparison.processes]
      .contains { $0.contains { $0.status == .gone } }
    #expect(text.contains("  gone") == (isGone || hasGoneComponent(comparison)), "\(what)")
    #expect(!text.contains("Not compared") || !isSame, "\(what)")
    for line in text.split(separator: "\n") { #expect(line.count <= 100, "\(what)") }
  }

  private func hasGoneComponent(_ comparison: Comparison) -> Bool {
    comparison.components.contains { $0.status == .gone }
  }
}
