import AllocationBalance
import Foundation
import GRDB
import MemoryAnalysis
import Testing

@testable import SnapshotStore

/// Stores that cannot be used directly: older, newer, locked, or something else.
struct StoreFileTests {
  @Test("a new store is private to its owner and leaves nothing beside it")
  func new() throws {
    let scratch = try Scratch()
    let store = try SnapshotStore(scratch("new.sqlite"), for: .adding)
    let attributes = try FileManager.default.attributesOfItem(atPath: store.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try scratch.names().allSatisfy { $0.hasPrefix("new.sqlite") })
    let database = try DatabaseQueue(path: store.path)
    #expect(try database.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
  }

  @Test("reading creates no store")
  func missing() throws {
    let scratch = try Scratch()
    for access in [SnapshotStore.Access.reading, .changing] {
      #expect(throws: StoreError(.missing, scratch("none"))) {
        try SnapshotStore(scratch("none"), for: access)
      }
    }
    #expect(try scratch.names().isEmpty)
  }

  @Test(
    "a file that is not a store is not changed", arguments: ["text", "folder", "database", "empty"])
  func other(_ kind: String) throws {
    let scratch = try Scratch()
    let path = scratch("other")
    switch kind {
    case "text":
      try Data("a text that is long enough for a header".utf8).write(to: .init(filePath: path))
    case "folder":
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    case "database":
      try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE other (id)") }
    default: try Data().write(to: .init(filePath: path))
    }
    let before = try? Data(contentsOf: .init(filePath: path))
    #expect(throws: StoreError(.notAStore, path)) { try SnapshotStore(path, for: .adding) }
    let after = try? Data(contentsOf: .init(filePath: path))
    #expect(after == before)
  }

  @Test("an older store is migrated, with a backup that stays unchanged")
  func older() throws {
    let scratch = try Scratch()
    let path = scratch("old.sqlite")
    try StoreMaking.fill(path, version: 1)
    try DatabaseQueue(path: path).write { database in
      try database.execute(sql: "INSERT INTO name (text) VALUES ('kept')")
      let hasViews = try database.viewExists("snapshots")
      #expect(!hasViews)
    }
    _ = try SnapshotStore(path, for: .reading)
    try Self.check(path, version: 3, hasViews: true)
    try Self.check(path + ".backup-v1", version: 1, hasViews: false)
    // Again from version 1: the first backup is not replaced.
    try FileManager.default.removeItem(atPath: path)
    try StoreMaking.fill(path, version: 1)
    _ = try SnapshotStore(path, for: .adding)
    let names = try scratch.names().filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
    #expect(names == ["old.sqlite", "old.sqlite.backup-v1", "old.sqlite.backup-v1-2"])
    try Self.check(path + ".backup-v1", version: 1, hasViews: false)
  }

  private static func check(_ path: String, version: Int, hasViews: Bool) throws {
    try DatabaseQueue(path: path).read { database in
      #expect(try Int.fetchOne(database, sql: "PRAGMA user_version") == version)
      #expect(try database.viewExists("snapshots") == hasViews)
      let indices = try database.indexes(on: "component").map(\.name)
      #expect(indices.contains("component_by_name") == hasViews)
      if !path.hasSuffix("backup-v1") { return }
      #expect(try String.fetchOne(database, sql: "SELECT text FROM name") == "kept")
    }
  }

  @Test("a newer store is refused and not changed")
  func newer() throws {
    let scratch = try Scratch()
    let path = scratch("new.sqlite")
    _ = try SnapshotStore(path, for: .adding)
    try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 4") }
    for access in [SnapshotStore.Access.reading, .changing, .adding] {
      #expect {
        try SnapshotStore(path, for: access)
      } throws: { error in
        guard let error = error as? StoreError else { return false }
        return error.code == .newer && error.description.contains("version 4")
      }
    }
    #expect(try scratch.names().allSatisfy { !$0.contains("backup") })
  }

  @Test("the shipped migrations lead to the current version and are complete")
  func scripts() throws {
    #expect(Schema.scripts.count == Schema.version)
    let scratch = try Scratch()
    let store = try SnapshotStore(scratch("new.sqlite"), for: .adding)
    let version = try store.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    #expect(version == Schema.version)
  }

  @Test("a store that another program holds is locked")
  func locked() throws {
    let scratch = try Scratch()
    let path = scratch("one.sqlite")
    let store = try SnapshotStore(path, for: .adding, patience: 0.1)
    let other = try DatabaseQueue(path: path)
    try other.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN EXCLUSIVE")
      #expect {
        try store.keep(
          ArchiveReading(file: FileState(path: "/a"), outcome: "x", error: "e", content: nil))
      } throws: { ($0 as? StoreError)?.code == .locked }
      try database.execute(sql: "ROLLBACK")
    }
    #expect(
      try store.keep(
        ArchiveReading(file: FileState(path: "/a"), outcome: "x", error: "e", content: nil)) == nil)
  }

  @Test("a store that cannot grow reports it and keeps its content")
  func full() throws {
    let scratch = try Scratch()
    let store = try SnapshotStore(scratch("one.sqlite"), for: .adding)
    let small = try TestArchives.snapshot("osx-10.8-seed.tar.gz")
    try Stored.keep(small, digest: "small", in: store)
    try store.database.writeWithoutTransaction { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages + 4)")
    }
    let large = try TestArchives.snapshot("macos-26-zone-leak.tar.gz")
    #expect {
      try Stored.keep(large, digest: "large", in: store)
    } throws: { ($0 as? StoreError)?.code == .full }
    #expect(try store.list().map(\.summary.path) == [small.archive.path])
    let check = try store.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
    #expect(check == "ok")
  }
}
