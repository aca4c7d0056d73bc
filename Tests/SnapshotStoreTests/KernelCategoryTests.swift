import AllocationBalance
import GRDB
import MemoryAnalysis
import MemorySections
import SnapshotStore
import Testing

@testable import TestSupport

/// The categories of kernel_task are sizes by name where they make the kernel's size, and only there.
struct KernelCategoryTests {
  @Test(arguments: [[SectionKind.footprint], [.footprint, .zprint]])
  func `categories stand among the sizes by name`(_ kinds: [SectionKind]) throws {
    let whole = try TestArchives.snapshot("macos-26-zone-leak.tar.gz")
    let snapshot = Snapshot(
      archive: whole.archive, scan: whole.scan,
      sections: whole.sections.filter { kinds.contains($0.kind) })
    let scratch = try Scratch()
    let path = scratch("store.sqlite")
    let store = try SnapshotStore(path, for: .adding)
    try Stored.keep(snapshot, digest: "one", in: store)
    let found = try DatabaseQueue(path: path).read { database in
      try Row.fetchAll(
        database, sql: "SELECT name, bytes FROM components WHERE kind = 'kernel category'"
      ).map { ($0["name"] as String, $0["bytes"] as Int) }
    }
    let categories = try #require(snapshot.footprint?.kernelTask).categories
    let sums = Dictionary(categories.map { ($0.name, $0.dirty.bytes) }, uniquingKeysWith: +)
    #expect(sums.count > 20)
    let expected = kinds.contains(.zprint) ? [:] : sums
    #expect(Dictionary(uniqueKeysWithValues: found) == expected)
    #expect(try store.fleet().columns.measures.isEmpty == false)
  }
}
