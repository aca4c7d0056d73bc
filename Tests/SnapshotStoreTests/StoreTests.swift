import AllocationBalance
import Foundation
import GRDB
import MemoryAnalysis
import MemorySections
import SnapshotStore
import Testing

@testable import TestSupport

/// The content and identity of stored snapshots.
struct StoreTests {
  @Test("content is stored once, for any number of files")
  func once() throws {
    let scratch = try Scratch()
    let store = try SnapshotStore(scratch("one.sqlite"), for: .adding)
    let snapshot = try TestArchives.snapshot("macos-26-healthy.tar.gz")
    let first = try Stored.keep(snapshot.at("/b/original.tar.gz"), digest: "same", in: store)
    let second = try Stored.keep(snapshot.at("/a/copy.tar.gz"), digest: "same", in: store)
    let third = try Stored.keep(snapshot.at("/c/copy.tar.gz"), digest: "same", in: store)
    #expect(first == second && second == third)
    #expect(try store.list().map(\.summary.path) == ["/a/copy.tar.gz"])
    for path in ["/b/original.tar.gz", "/a/copy.tar.gz", "/c/copy.tar.gz"] {
      let file = FileState(path: path, size: 1, modifiedNanoseconds: 1000)
      #expect(try store.unchanged(file).map(\.snapshot) == [first])
    }
  }

  @Test("an intact archive replaces a damaged copy, in either order")
  func sound() throws {
    let snapshot = try TestArchives.snapshot("macos-26-healthy.tar.gz")
    let damaged = snapshot.at("/a.tar.gz", outcome: .corrupt)
    let sound = snapshot.at("/b.tar.gz")
    for order in [[damaged, sound], [sound, damaged]] {
      let scratch = try Scratch()
      let store = try SnapshotStore(scratch("one.sqlite"), for: .adding)
      for snapshot in order { try Stored.keep(snapshot, digest: "same", in: store) }
      #expect(try store.list().map(\.summary.path) == ["/b.tar.gz"])
      #expect(try store.list().map(\.summary.outcome) == ["complete"])
      // Nothing is left of the one that was replaced.
      try DatabaseQueue(path: store.path).read { database in
        #expect(try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty)
        let zones = try Int.fetchOne(database, sql: "SELECT count(*) FROM zone")
        #expect(zones == snapshot.zprint?.zones.count)
      }
    }
  }

  @Test("of several copies of one capture the most complete is the latest, in either order")
  func copies() throws {
    let whole = try TestArchives.snapshot("macos-26-healthy.tar.gz").at("/m/whole.tar.gz")
    let broken = whole.at("/z/broken.tar.gz", outcome: .truncated, members: 9)
    let extracted = whole.at("/a/kernel.tar.gz", members: 3)
    for order in [[whole, broken, extracted], [extracted, broken, whole], [broken, whole]] {
      let scratch = try Scratch()
      let store = try SnapshotStore(scratch("one.sqlite"), for: .adding)
      for snapshot in order {
        try Stored.keep(snapshot, digest: snapshot.archive.path, in: store)
      }
      #expect(try store.fleet().machines.map(\.archivePath) == ["/m/whole.tar.gz"])
      #expect(try store.list().last?.summary.path == "/m/whole.tar.gz")
      #expect(try store.list().count == order.count)
      let latest = try DatabaseQueue(path: store.path).read { database in
        try String.fetchAll(database, sql: "SELECT path FROM latest_snapshots")
      }
      #expect(latest == ["/m/whole.tar.gz"])
    }
  }

  @Test("only size and time decide whether a file is unchanged")
  func unchanged() throws {
    let scratch = try Scratch()
    let store = try SnapshotStore(scratch("one.sqlite"), for: .adding)
    let failure = ArchiveReading(
      file: FileState(path: "/a", size: 5, modifiedNanoseconds: 7), outcome: "unreadable",
      error: "is no archive", content: nil)
    #expect(try store.keep(failure) == nil)
    let known = try store.unchanged(FileState(path: "/a", size: 5, modifiedNanoseconds: 7)).first
    #expect(known?.error == "is no archive")
    #expect(known?.snapshot == nil)
    #expect(try store.unchanged(FileState(path: "/a", size: 6, modifiedNanoseconds: 7)).isEmpty)
    #expect(try store.unchanged(FileState(path: "/a", size: 5, modifiedNanoseconds: 8)).isEmpty)
    #expect(try store.unchanged(FileState(path: "/b", size: 5, modifiedNanoseconds: 7)).isEmpty)
    #expect(try store.unchanged(FileState(path: "/a")).isEmpty)
  }

  @Test("machines are distinguished by model and host name, else by boot, never by unknown facts")
  func machines() throws {
    let scratch = try Scratch()
    let store = try Stored.all(scratch)
    let machines = try store.machines()
    let named = try #require(machines.first { $0.key == "Mac16,1 test-lean.example" })
    #expect(named.snapshots == 20)
    let booted = try #require(machines.first { $0.key == "Mac16,5 booted 1773302400" })
    #expect(booted.snapshots == 3)
    #expect(machines.allSatisfy { !$0.key.hasPrefix("unknown") })
    let bare = Snapshot(
      archive: CapturedArchive(path: "/x"), scan: ScanSummary(outcome: .complete), sections: [])
    try Stored.keep(bare, digest: "0123456789abcdef", in: store)
    try Stored.keep(bare.at("/y"), digest: "fedcba9876543210", in: store)
    let unknown = try store.machines().filter { $0.key.hasPrefix("unknown") }
    #expect(
      unknown.map(\.key) == ["unknown snapshot 0123456789ab", "unknown snapshot fedcba987654"])
  }

  @Test("a removed snapshot is gone, with its rows, files and machine")
  func remove() throws {
    let scratch = try Scratch()
    let store = try Stored.all(scratch)
    let before = try store.list()
    let leaks = try store.list(SnapshotFilter(machine: "test-lean.example"))
    #expect(try store.remove(leaks.map(\.id)) == 20)
    #expect(try store.remove(leaks.map(\.id)) == 0)
    #expect(try store.list().count == before.count - 20)
    #expect(try store.machines(SnapshotFilter(machine: "test-lean.example")).isEmpty)
    try store.vacuum()
    let database = try DatabaseQueue(path: store.path)
    try database.read { database in
      for table in ["zone", "component", "process", "section", "ledger_entry", "archive_file"] {
        let left = try Int.fetchOne(
          database,
          sql: """
            SELECT count(*) FROM \(table)
            WHERE snapshot_id NOT IN (SELECT id FROM snapshot)
            """)
        #expect(left == 0)
      }
      #expect(try String.fetchOne(database, sql: "PRAGMA integrity_check") == "ok")
      #expect(try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty)
    }
  }

  @Test("lists are filtered by machine, model, build and time")
  func filters() throws {
    let scratch = try Scratch()
    let store = try Stored.all(scratch)
    let all = try store.list()
    #expect(try store.list(SnapshotFilter(model: "Mac16,5")).count == 3)
    #expect(try store.list(SnapshotFilter(build: "12F45")).count == 6)
    #expect(try store.list(SnapshotFilter(since: 1_776_000_000)).count == 20)
    #expect(try store.list(SnapshotFilter(machine: "nobody")).isEmpty)
    let machine = try #require(try store.machines().first { $0.snapshots == 3 })
    #expect(try store.list(SnapshotFilter(machine: String(machine.id))).count == 3)
    #expect(all.count == TestArchives.all.count - 1)
  }
}

extension Snapshot {
  /// The same snapshot for the archive at another path.
  func at(
    _ path: String, outcome: ScanSummary.Outcome? = nil, members: Int? = nil
  ) -> Snapshot {
    var (archive, scan) = (archive, scan)
    archive.path = path
    if let outcome { scan.outcome = outcome }
    if let members { scan.membersSeen = members }
    return Snapshot(archive: archive, scan: scan, sections: sections)
  }
}
