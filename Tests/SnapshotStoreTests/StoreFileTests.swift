import AllocationBalance
import Foundation
import GRDB
import GRDBSQLite
import MemoryAnalysis
import Testing

@testable import SnapshotStore
@testable import TestSupport

/// Stores as files: new, missing, locked, full, something else.
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

  @Test("nothing is left beside a store, whatever the library's way is")
  func log() throws {
    let scratch = try Scratch()
    // As Apple's library does it, by which the files beside a database stay when it is closed.
    let apple: @Sendable (Database) throws -> Void = { database in
      var persists: CInt = 1
      #expect(
        sqlite3_file_control(
          database.sqliteConnection, "main", SQLITE_FCNTL_PERSIST_WAL, &persists) == SQLITE_OK)
    }
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.prepareDatabase(apple)
    try DatabaseQueue(path: scratch("other"), configuration: configuration).close()
    try #require(try scratch.names().contains("other-wal"), "the simulation does nothing")

    let connection = StoreConnection(library: apple)
    let path = scratch("store")
    let snapshot = try TestArchives.snapshot("osx-10.8-seed.tar.gz")
    func use(_ access: SnapshotStore.Access) throws -> Int {
      let store = try SnapshotStore(path, for: access, by: connection)
      if access == .adding { try Stored.keep(snapshot, digest: "one", in: store) }
      return try store.list().count
    }
    for access in [SnapshotStore.Access.adding, .reading, .changing] {
      #expect(try use(access) == 1)
      #expect(try scratch.names().filter { $0.hasPrefix("store") } == ["store"])
    }
    // A store that is migrated is closed in the same way.
    try FileManager.default.removeItem(atPath: path)
    try OldStore.make(path, version: 1)
    #expect(try use(.reading) == 0)
    #expect(
      try scratch.names().filter { $0.hasPrefix("store") } == ["store", "store.backup-v1"])
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
