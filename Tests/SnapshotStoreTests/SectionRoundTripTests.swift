import AllocationBalance
import Foundation
import MemorySections
import Testing

@testable import SnapshotStore
@testable import TestSupport

/// Every registered section comes back from a store as it was read.
///
/// A new section needs a sample here only when no test archive holds one.
struct SectionRoundTripTests {
  @Test(arguments: SectionKind.allCases)
  func `a section of each kind is kept to the last field`(_ kind: SectionKind) throws {
    let original = try #require(try Self.sample(kind), "no sample of \(kind.rawValue)")
    let loaded = try Stored.again(
      Snapshot(
        archive: CapturedArchive(path: "/a"), scan: ScanSummary(outcome: .complete),
        sections: [original]))
    #expect(loaded.sections == [Self.kept(original)])
    #expect(loaded.sections.first?.content != nil)
  }

  @Test("all sections of an archive come back", arguments: TestArchives.all)
  func archive(_ name: String) throws {
    let original = try TestArchives.snapshot(name)
    let loaded = try Stored.again(original)
    #expect(loaded.sections.map(\.kind) == original.sections.map(\.kind))
    #expect(loaded.sections.map(\.member) == original.sections.map(\.member))
    #expect(loaded.sections.map(\.coverage) == original.sections.map(\.coverage))
    for kind in SectionKind.allCases {
      #expect(loaded.section(kind) == original.section(kind).map(Self.kept), "\(kind.rawValue)")
    }
    let isWhole = { (section: Section) in !(section.content is any TabledSection) }
    #expect(loaded.sections.filter(isWhole) == original.sections.filter(isWhole))
  }

  @Test("what a quantity says of its member and line comes back")
  func sources() throws {
    let original = try TestArchives.snapshot("macos-26-zone-leak.tar.gz")
    let loaded = try Stored.again(original)
    let zone = try #require(loaded.zprint?.zones.first)
    #expect(zone.current?.source?.member.hasSuffix("/zprint.txt") == true)
    #expect(zone.current?.source == original.zprint?.zones.first?.current?.source)
    let peak = try #require(loaded.footprint?.processes.compactMap(\.peak).first)
    #expect(peak.source != nil)
    #expect(peak == original.footprint?.processes.compactMap(\.peak).first)
  }

  /// What a store keeps of a section: all but the categories of footprint's processes.
  private static func kept(_ section: Section) -> Section {
    guard let footprint = section.content as? Footprint else { return section }
    return Section(
      kind: section.kind, member: section.member, coverage: section.coverage,
      content: Footprint(
        processes: footprint.processes.map(withoutCategories),
        summary: footprint.summary.map { FootprintSummary(footprint: $0.footprint, line: $0.line) },
        system: footprint.system, countsByObject: footprint.countsByObject,
        messages: footprint.messages,
        togetherCategories: footprint.userCategories.map { total in
          // A sum stands in no line, even a sum over one process.
          CategoryTotal(
            name: total.name,
            dirty: Quantity(bytes: total.dirty.bytes, tolerance: total.dirty.tolerance))
        }))
  }

  private static func withoutCategories(_ process: FootprintProcess) -> FootprintProcess {
    FootprintProcess(
      name: process.name, pid: process.pid, isTranslated: process.isTranslated,
      footprint: process.footprint, pageSize: process.pageSize, line: process.line,
      peak: process.peak, ledgerFootprint: process.ledgerFootprint,
      categories: process.isKernel ? process.categories : [], total: process.total,
      errors: process.errors, knowsCategories: process.isKernel)
  }

  /// A section of a kind: the first that a test archive holds, or a text of its own.
  private static func sample(_ kind: SectionKind) throws -> Section? {
    if let text = texts[kind], let name = kind.descriptor.members.first {
      let reader = SectionCatalog.reader(for: kind, member: "top/\(name.pattern)")
      Array(text.utf8).withUnsafeBytes { reader.read($0.bytes) }
      return reader.finish(isWhole: true)
    }
    for name in TestArchives.all {
      if let section = try TestArchives.snapshot(name).section(kind) { return section }
    }
    return nil
  }

  /// Texts of the sections that no test archive holds.
  private static let texts: [SectionKind: String] = [
    .kernelLog: """
    Aug  3 21:59:36 mac kernel[0]: zone_map_exhaustion: Zone map size 900, capacity 1000 [jetsam limit 90%]
    Aug  3 21:59:36 mac kernel[0]: zone_map_exhaustion: Largest zone vm objects, size 500

    """,
    .taskInfo: """
    num tasks: 1

    process: "Example" [812] [unique ID: 900]
    coalition (type 1) ID: 44
    virtual bytes: 4.13 GB; phys_footprint bytes: 342.60 MB; phys_footprint lifetime maximum bytes: 794.89 MB

    """,
    .spindump: """
    Date/Time:        2022-09-30 22:03:43.038 -0500
    Hardware model:   iPhone14,3
    Time Since Boot:  34084s

    Process:          Example [812]
    Path:             /Applications/Example.app/Example
    Parent:           launchd [1]
    Responsible:      other [44]
    Footprint:        40.91 MB -> 40.22 MB (-712 KB)

    """,
    .top: """
    PhysMem: 6083M used (1950M wired), 10G unused.
    PID   COMMAND          MEM    CMPRS PPID
    1288  AddressBookSourc 4988K+ 12K   1
    0     kernel_task      65536B 0B    0

    """,
    .jetsamPriority: "name,pid,footprint,footprint_peak\nExample,812,94208,141216\n",
    .ps: """
    USER  PID PPID COMMAND
    root    1    0 /sbin/launchd

    """,
  ]
}
