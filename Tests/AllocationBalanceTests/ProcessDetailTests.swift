import AllocationBalance
import Foundation
import MemoryAnalysis
import MemorySections
import Testing

@testable import TestSupport

/// vmmap, heap and leaks of one process, put together.
struct ProcessDetailTests {
  private static let archive = TestArchive(name: "macos-26-targeted")

  private func truth() throws -> Truth.ExaminedProcess {
    try #require(try Self.archive.truth().examined)
  }

  private func report(_ members: [String: String]? = nil) throws -> Report {
    guard let members else { return try ArchiveTexts(Self.archive).report() }
    return try HandMadeSnapshot(members: members).report()
  }

  private func text(_ member: String) throws -> String {
    String(decoding: try Self.archive.text(member), as: UTF8.self)
  }

  @Test func `the three outputs of a process are one detail`() throws {
    let truth = try truth()
    let report = try report()
    let detail = try #require(report.details.first)
    #expect(report.details.count == 1)
    #expect(detail.title == "\(truth.name) [\(truth.pid)]")
    #expect(detail.footprint?.bytes == truth.footprintBytes)
    #expect(detail.vmmap?.member == "vmmap.txt")
    #expect(detail.heap?.member == "heap.txt")
    #expect(detail.leaks?.member == "leaks.txt")
    #expect(detail.footprintProcess?.footprint?.bytes == truth.footprintBytes)
  }

  @Test func `each step leaves the remainder of the model`() throws {
    let truth = try truth()
    let detail = try #require(try report().details.first)
    #expect(detail.types.map(\.type).first == "MALLOC_SMALL")
    for type in detail.types {
      let part = try #require(truth.types.first { $0.name == type.type })
      #expect(type.footprint?.bytes == part.footprintBytes, "\(type.type)")
    }
    #expect(detail.typesFootprint?.bytes == truth.footprintBytes)
    #expect(detail.unexplained?.bytes == 0)
    #expect(detail.mallocFootprint?.bytes == truth.mallocBytes)
    // 60 MB of freed large blocks are in no zone, 1 MB is malloc's bookkeeping.
    #expect(detail.keptEmpty?.bytes == 60 << 20)
    #expect(detail.mallocRemainder?.bytes == 1 << 20)
    #expect(detail.zonesTotal?.fragmentation?.bytes == truth.fragmentationBytes)
    #expect(detail.liveBytes?.bytes == truth.blockBytes)
    #expect(detail.liveCount == truth.blocks)
    #expect(detail.classes.map(\.name).first == "Example.Document (Storage)")
    #expect(detail.classesRemainder?.bytes == 0)
    #expect(detail.leaks?.content.leakedBytes?.bytes == truth.leakedBytes)
    // heap's blocks are those of vmmap's zones.
    #expect(detail.zonesTotal?.allocated?.bytes == truth.blockBytes)
    #expect(detail.zonesTotal?.allocationCount == truth.blocks)
  }

  @Test func `the identities of the model hold`() throws {
    let detail = try #require(try report().details.first)
    #expect(detail.vmmapChecks.count > 10)
    #expect(detail.heapChecks.count == 2)
    #expect(detail.checks.filter { !$0.holds } == [])
  }

  @Test(arguments: [
    (
      "vmmap.txt", "VM_ALLOCATE                       8192K",
      "VM_ALLOCATE                      909.0M", "VIRTUAL"
    ),
    ("vmmap.txt", "  30 \n", "  31 \n", "the number of regions"),
    (
      "vmmap.txt", "118.0M     152.0M", "118.0M     142.0M",
      "the fragmentation of DefaultMallocZone"
    ),
    ("vmmap.txt", "613968     138.0M", "613969     138.0M", "the number of blocks"),
    ("heap.txt", "64[100000]", "64[100001]", "the number of blocks by size"),
    ("heap.txt", "48[120000]", "49[120000]", "the bytes of blocks by size"),
    ("heap.txt", " 283968    4543488", " 983968    4543488", "the number of blocks by class"),
  ])
  func `an altered number breaks its identity`(
    _ member: String, _ old: String, _ new: String, _ subject: String
  ) throws {
    let text = try text(member)
    #expect(text.contains(old))
    let altered = text.replacing(old, with: new)
    let detail = try #require(try report([member: altered]).details.first)
    let failed = detail.checks.filter { !$0.holds }.map(\.subject)
    #expect(failed.contains { $0.contains(subject) }, "\(failed)")
  }

  @Test func `a type adds dirty and swapped memory, and what is unmapped counts whole`() throws {
    let detail = try #require(try report().details.first)
    let unmapped = try #require(detail.types.first { $0.kind == .ownedUnmapped })
    #expect(unmapped.dirty?.bytes == 5 << 20)
    #expect(unmapped.footprint?.bytes == 72 << 20)
  }

  /// A guest's memory is in the footprint and in no region.
  @Test func `what no region explains is known`() throws {
    let text = try text("vmmap.txt").replacing(
      "footprint:         525.0M", with: "footprint:         3.7G  ")
    let detail = try #require(try report(["vmmap.txt": text]).details.first)
    let printed = Int((3.7 * 1_073_741_824).rounded())
    #expect(detail.unexplained?.bytes == printed - (525 << 20))
  }

  @Test func `without TOTAL nothing is said of the rest`() throws {
    let whole = try text("vmmap.txt")
    let end = try #require(whole.range(of: "\nTOTAL  "))
    let detail = try #require(
      try report(["vmmap.txt": String(whole[..<end.lowerBound]) + "\n"]).details.first)
    #expect(detail.types.count > 5)
    #expect(detail.typesFootprint == nil)
    #expect(detail.unexplained == nil)
  }

  @Test func `footprint shows the same memory under other names`() throws {
    let detail = try #require(try report().details.first)
    #expect(detail.agreements.count > 8)
    #expect(detail.agreements.filter { !$0.agrees } == [])
    let small = try #require(detail.agreements.first { $0.category == "MALLOC_SMALL" })
    #expect(small.byFootprint.bytes == 243 << 20)
    #expect(small.byVmmap.bytes == 243 << 20)
  }

  @Test func `a process and its parts are never added`() throws {
    let report = try report()
    let entries = report.ledger.entries
    let title = try #require(report.details.first?.title)
    let process = try #require(entries.first { $0.component == title })
    // footprint's column of swapped memory leaves the processes' entry without it.
    #expect(process.relation == .overlaps(with: LedgerComponent.processes))
    let parts = entries.filter { $0.relation == .subset(of: title) }
    #expect(parts.count > 10)
    #expect(parts.contains { $0.component == "\(title): fragmentation" })
    #expect(parts.contains { $0.component == "\(title): leaked blocks" })
    let without = try HandMadeSnapshot.shipped("macos-26-targeted")
    let bare = Snapshot(
      archive: without.archive, scan: without.scan,
      sections: without.sections.filter { ![.vmmap, .heap, .leaks].contains($0.kind) })
    let counted = { (report: Report) in report.ledger.entries.filter(\.isCounted) }
    #expect(counted(report).map(\.quantity?.bytes) == counted(Report(bare)).map(\.quantity?.bytes))
    #expect(report.balance.user == Report(bare).balance.user)
  }

  @Test func `outputs of several processes do not mix`() throws {
    let other = try text("heap.txt").replacing("[189]", with: "[77]").replacing(
      "Process 189", with: "Process 77")
    let report = try report([
      "vmmap.txt": text("vmmap.txt"), "heap-77.txt": other, "heap-189.txt": text("heap.txt"),
      "vmmap-2.txt": text("vmmap.txt").replacing("525.0M", with: "700.0M"),
    ])
    #expect(report.details.map(\.pid) == [189, 189, 77])
    #expect(report.details.map { $0.vmmap != nil } == [true, true, false])
    #expect(report.details.map { $0.heap != nil } == [true, false, true])
    #expect(Set(report.details.prefix(2).map { $0.footprint?.bytes }) == [525 << 20, 700 << 20])
  }
}

/// The same-minute outputs of one real process; they are not in the project and may be missing.
struct RealProcessTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/samples").standardized

  static var isHere: Bool { FileManager.default.fileExists(atPath: root.path) }

  @Test(.enabled(if: isHere, "the real outputs are not beside the project"))
  func `vmmap, heap and footprint of one process agree`() throws {
    func text(_ path: String) throws -> String {
      try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    }
    let report = try HandMadeSnapshot(members: [
      "vmmap.txt": text("vmmap/macos26.6-arm64-summary-complete.txt"),
      "heap.txt": text("heap/macos26.6-same-process-excerpt.txt"),
      "footprint-all.txt": text("vmmap/macos26.6-same-process-footprint.txt"),
    ]).report()
    let detail = try #require(report.details.first)
    #expect(report.details.count == 1)
    // 134.7 + 400.3 MB dirty and swapped, 386.9 MB owned without a mapping.
    let sum = try #require(detail.typesFootprint)
    #expect(abs(Double(sum.bytes) / 1_048_576 - 921.9) < 0.3)
    #expect(detail.liveBytes?.bytes == 48_774_664)
    #expect(detail.liveCount == 150_732)
    #expect(detail.zonesTotal?.allocationCount == 150_732)
    #expect(detail.checks.filter { !$0.holds } == [])
    #expect(detail.agreements.count == 37)
    #expect(detail.agreements.filter { !$0.agrees } == [])
    let equal = Dictionary(uniqueKeysWithValues: detail.agreements.map { ($0.category, $0) })
    for name in [
      "IOSurface", "MALLOC_SMALL", "MALLOC metadata", "page table", "stack", "app-specific tag 1",
      "Owned physical footprint (unmapped) (graphics)", "CoreAnimation", "MALLOC_TINY",
      "MALLOC_NANO", "IOKit", "IOAccelerator (graphics)",
    ] {
      let agreement = try #require(equal[name])
      let difference = agreement.difference
      #expect(
        difference.bytes.magnitude <= difference.tolerance.magnitude, "\(name) \(difference.bytes)")
    }
  }
}
