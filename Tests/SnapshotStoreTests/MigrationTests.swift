import AllocationBalance
import Foundation
import GRDB
import MemorySections
import Testing

@testable import SnapshotStore
@testable import TestSupport

/// Stores of older and newer versions.
struct MigrationTests {
  @Test("an older store is brought up to date, with a backup", arguments: OldStore.versions)
  func older(_ version: Int) throws {
    let scratch = try Scratch()
    let path = scratch("old.sqlite")
    try OldStore.make(path, version: version) { database in
      try database.execute(sql: "INSERT INTO name (text) VALUES ('kept')")
    }
    let before = try Self.schema(path)
    _ = try SnapshotStore(path, for: .reading)
    #expect(try Self.version(path) == Schema.version)
    #expect(try Self.version(path + ".backup-v\(version)") == version)
    #expect(try Self.schema(path + ".backup-v\(version)") == before)
    #expect(try Self.names(path) == ["kept"])
    #expect(try Self.names(path + ".backup-v\(version)") == ["kept"])
    // The schema is that of a new store, and GRDB's table says so.
    _ = try SnapshotStore(scratch("new.sqlite"), for: .adding)
    #expect(try Self.schema(path) == Self.schema(scratch("new.sqlite")))
    #expect(try Self.applied(path) == Self.applied(scratch("new.sqlite")))
    #expect(try Self.applied(path).count == Schema.version)
    // Nothing is left to do.
    _ = try SnapshotStore(path, for: .adding)
    #expect(try scratch.names().filter { $0.contains("backup") }.count == 1)
  }

  @Test("a backup is never replaced")
  func backups() throws {
    let scratch = try Scratch()
    let path = scratch("old.sqlite")
    for _ in 1...2 {
      try OldStore.make(path, version: 1)
      _ = try SnapshotStore(path, for: .adding)
      try FileManager.default.removeItem(atPath: path)
    }
    #expect(try scratch.names() == ["old.sqlite.backup-v1", "old.sqlite.backup-v1-2"])
  }

  @Test("a migration that was cut off goes on")
  func cutOff() throws {
    let scratch = try Scratch()
    let path = scratch("old.sqlite")
    try OldStore.make(path, version: 1)
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      try database.execute(
        sql: """
          CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
          INSERT INTO grdb_migrations VALUES ('tables')
          """)
    }
    try StoreMigration.migrator.migrate(queue, upTo: "views")
    try queue.close()
    #expect(try Self.version(path) == 2)
    _ = try SnapshotStore(path, for: .adding)
    #expect(try Self.version(path) == Schema.version)
    #expect(try Self.applied(path) == Schema.migrations.map(\.name))
  }

  @Test("many programs at once migrate a store once")
  func together() async throws {
    let scratch = try Scratch()
    let path = scratch("old.sqlite")
    try OldStore.make(path, version: 1) { database in
      try OldStore.addSnapshot(database, [("sysctl", #"{"sysctl":{"_0":{"pageSize":4096}}}"#)])
    }
    try await withThrowingTaskGroup(of: Int?.self) { group in
      for _ in 1...4 {
        group.addTask {
          try SnapshotStore(path, for: .adding).snapshot(1)?[Sysctl.self]?.pageSize
        }
      }
      for try await pageSize in group { #expect(pageSize == 4096) }
    }
    #expect(try Self.applied(path) == Schema.migrations.map(\.name))
  }

  @Test("what older stores kept is read", arguments: OldStore.versions)
  func content(_ version: Int) throws {
    let scratch = try Scratch()
    let path = scratch("old.sqlite")
    try OldStore.make(path, version: version) { database in
      try OldStore.addSnapshot(
        database,
        [
          ("zprint", #"{"zprint":{"_0":{"generation":{"newest":"G","oldest":"G"},"totals":{}}}}"#),
          (
            "footprint", #"{"footprint":{"_0":{"countsByObject":false,"messages":[],"system":{}}}}"#
          ),
          ("kextstat", #"{"kextstat":{"generation":"K5"}}"#),
          ("sysctl", #"{"sysctl":{"_0":{"hostName":"mac","pageSize":4096}}}"#),
          ("systemVersion", #"{"systemVersion":{"_0":{"build":"23E224"}}}"#),
          (
            "taskSummary",
            #"{"tasks":{"_0":[{"command":"/usr/bin/zprint","ending":{"failed":{"status":3}},"line":5}]}}"#
          ),
          ("vmStat", nil),
        ])
    }
    let snapshot = try #require(try SnapshotStore(path, for: .reading).snapshot(1))
    let zone = try #require(snapshot.zprint?.zones.first)
    #expect(zone.name == "vm pages")
    #expect(
      zone.current
        == Quantity(
          bytes: 4096, tolerance: 1023, source: Source(member: "top/member", line: 12)))
    // The line of a peak was not kept: it is unknown, and not that of the process.
    let process = try #require(snapshot.footprint?.processes.first)
    #expect(process.footprint?.line == 40)
    #expect(process.peak == Quantity(bytes: 16384, tolerance: 512))
    #expect(snapshot.kextstat?.generation == "K5")
    #expect(snapshot.sysctl?.hostName == "mac")
    #expect(snapshot.sysctl?.pageSize == 4096)
    #expect(snapshot.systemVersion?.build == "23E224")
    let task = try #require(snapshot[TaskSummary.self]?.tasks.first)
    #expect(task.command == "/usr/bin/zprint")
    #expect(task.ending == .failed(status: 3))
    let unreadable = try #require(snapshot.sections.first { $0.kind == .vmStat })
    #expect(unreadable.content == nil)
    #expect(unreadable.coverage.failure == "nothing in it")
  }

  @Test("a newer store is refused and left as it is")
  func newer() throws {
    let scratch = try Scratch()
    let path = scratch("new.sqlite")
    _ = try SnapshotStore(path, for: .adding)
    let next = Schema.version + 1
    try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = \(next)") }
    for access in [SnapshotStore.Access.reading, .changing, .adding] {
      #expect {
        try SnapshotStore(path, for: access)
      } throws: { error in
        guard let error = error as? StoreError else { return false }
        return error.code == .newer && error.description.contains("version \(next)")
      }
    }
    #expect(try scratch.names().allSatisfy { !$0.contains("backup") })
  }

  private static func read<Value>(_ path: String, _ work: (Database) throws -> Value) throws
    -> Value
  {
    try DatabaseQueue(path: path).read(work)
  }

  private static func version(_ path: String) throws -> Int? {
    try read(path) { try Int.fetchOne($0, sql: "PRAGMA user_version") }
  }

  private static func names(_ path: String) throws -> [String] {
    try read(path) { try String.fetchAll($0, sql: "SELECT text FROM name") }
  }

  private static func applied(_ path: String) throws -> [String] {
    try read(path) {
      try String.fetchAll($0, sql: "SELECT identifier FROM grdb_migrations ORDER BY rowid")
    }
  }

  private static func schema(_ path: String) throws -> [String] {
    try read(path) {
      try String.fetchAll(
        $0, sql: "SELECT sql FROM sqlite_master WHERE sql NOTNULL ORDER BY type, name")
    }
  }
}
