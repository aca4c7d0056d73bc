import AllocationBalance
import MemoryAnalysis
import SnapshotStore
import Testing

@testable import TestSupport

/// Snapshots stored and loaded again.
enum Stored {
  /// A snapshot, stored and loaded from its own store.
  static func again(_ snapshot: Snapshot) throws -> Snapshot {
    let scratch = try Scratch()
    let store = try SnapshotStore(scratch("one.sqlite"), for: .adding)
    let digest = snapshot.archive.contentDigest ?? "one"
    let id = try #require(try keep(snapshot, digest: digest, in: store))
    return try #require(try store.snapshot(id))
  }

  /// Stores a snapshot under its own path.
  @discardableResult
  static func keep(
    _ snapshot: Snapshot, digest: String, in store: SnapshotStore, size: Int? = 1
  ) throws -> Int64? {
    try store.keep(
      ArchiveReading(
        file: FileState(
          path: snapshot.archive.path, size: size, modifiedNanoseconds: size.map { $0 * 1000 }),
        outcome: snapshot.scan.outcome.rawValue, error: nil,
        content: (Report(snapshot), digest)))
  }

  /// A store of every test archive with memory data.
  static func all(_ scratch: Scratch) throws -> SnapshotStore {
    let store = try SnapshotStore(scratch("all.sqlite"), for: .adding)
    for name in TestArchives.all {
      let snapshot = try TestArchives.snapshot(name)
      guard snapshot.saysAnythingOfMemory else { continue }
      try keep(snapshot, digest: name, in: store)
    }
    return store
  }
}
