import AllocationBalance
import GRDB
import MemoryAnalysis
import MemorySections
import Testing

@testable import SnapshotStore
@testable import TestSupport

/// What is prepared where an archive is read, and written later.
struct PreparationTests {
  private static func read(_ name: String) throws -> ReadFile {
    let snapshot = try TestArchives.snapshot(name)
    let file = FileState(path: "/\(name)", size: 1, modifiedNanoseconds: 1)
    return ReadFile(
      file: file,
      readings: [
        ArchiveReading(
          file: file, outcome: snapshot.scan.outcome.rawValue, error: nil,
          content: (Report(snapshot), name))
      ])
  }

  private static func archives() throws -> [String] {
    try TestArchives.all.filter { try TestArchives.snapshot($0).saysAnythingOfMemory }
  }

  /// The rows of a view, with names instead of their numbers.
  private static func rows(_ view: String, of path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT digest, \(view).* FROM \(view) JOIN snapshot ON snapshot.id = \(view).snapshot
          """
      ).map { row in
        row.filter { $0.0 != "snapshot" }.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
      }.sorted()
    }
  }

  private static let views = [
    "zones", "wired_rows", "loaded_kexts", "processes", "user_categories", "ledger", "findings",
    "components", "sections",
  ]

  @Test("files prepared before any name was known are kept as those prepared after")
  func order() throws {
    let scratch = try Scratch()
    let files = try Self.archives().map(Self.read)
    let (together, apart) = (scratch("together.sqlite"), scratch("apart.sqlite"))
    let one = try SnapshotStore(together, for: .adding)
    let prepared = try files.map { try one.prepared($0) }
    _ = try one.keep(Array(prepared.reversed()))
    let other = try SnapshotStore(apart, for: .adding)
    for file in files { _ = try other.keep([file]) }
    for view in Self.views {
      let rows = try Self.rows(view, of: together)
      #expect(!rows.isEmpty, "\(view)")
      #expect(rows == (try Self.rows(view, of: apart)), "\(view)")
    }
  }

  @Test("names that redaction makes equal are one name, with the sum of their sizes")
  func equalNames() throws {
    let scratch = try Scratch()
    let path = scratch("redacted.sqlite")
    let redaction = StoreRedaction(keyMark: "key") { $0.hasPrefix("/") ? $0 : "x" }
    let store = try SnapshotStore(path, for: .adding, redaction: redaction)
    let names = try Self.archives()
    for name in names { _ = try store.keep([Self.read(name)]) }
    let rows = try DatabaseQueue(path: path).read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT digest, sum(components.bytes) AS bytes FROM components
          JOIN snapshot ON snapshot.id = components.snapshot
          WHERE kind = 'zone' AND name = 'x' GROUP BY digest
          """)
    }
    let expected = try names.map { name in
      (name, try TestArchives.snapshot(name).zprint?.zones ?? [])
    }.filter { !$0.1.isEmpty }
    #expect(rows.count == expected.count)
    for (name, zones) in expected {
      let sum = zones.reduce(0) { $0 + ($1.current ?? $1.used).bytes }
      #expect(rows.first { $0["digest"] == name }?["bytes"] == sum, "\(name)")
    }
  }
}
