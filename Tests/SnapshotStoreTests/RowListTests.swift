import AllocationBalance
import GRDB
import MemorySections
import Testing

@testable import SnapshotStore
@testable import TestSupport

/// The lists in which a store keeps rows that are seldom asked for alone.
struct RowListTests {
  /// The tables of version 7 that became lists since, each with the order of its rows.
  static let tables = [
    ("kernel_map", "ordinal"), ("zone_view", "ordinal"), ("kernel_category", "ordinal"),
    ("user_category", "ordinal"), ("listed_process", "list, ordinal"), ("ledger_entry", "ordinal"),
    ("zone", "ordinal"), ("wired", "ordinal"), ("process", "ordinal"),
  ]

  @Test("a view shows what the table held", arguments: tables)
  func migrated(_ table: String, _ order: String) throws {
    let scratch = try Scratch()
    let path = scratch("old.sqlite")
    var before: [String] = []
    try OldStore.make(path, version: 7) { database in
      try OldStore.addSnapshot(database, [])
      try database.execute(sql: "DELETE FROM \(table)")
      try Self.fill(table, database)
      before = try Self.rows(of: table, by: order, database)
    }
    #expect(before.count == 3)
    _ = try SnapshotStore(path, for: .adding)
    let after = try DatabaseQueue(path: path).read { database in
      try Self.rows(of: table, by: "ordinal", database)
    }
    #expect(after == before)
  }

  @Test("a list that is not one is an error", arguments: ["{", "nonsense", "[[1]]", "[1,2]", "7"])
  func damaged(_ list: String) throws {
    let scratch = try Scratch()
    let path = scratch("store.sqlite")
    try OldStore.make(path, version: 7) { database in
      try OldStore.addSnapshot(
        database, [("zprint", #"{"generation":{"newest":"G","oldest":"G"},"totals":{}}"#)])
    }
    let store = try SnapshotStore(path, for: .changing)
    #expect(try store.snapshot(1)?.zprint?.maps.isEmpty == true)
    try DatabaseQueue(path: path).write { database in
      try database.execute(sql: "UPDATE row_lists SET kernel_map = ?", arguments: [list])
    }
    #expect(throws: StoreError.self) { try store.snapshot(1) }
  }

  /// Adds three rows with extreme numbers, texts that JSON escapes, and NULL wherever it may stand.
  private static func fill(_ table: String, _ database: Database) throws {
    let columns = try Row.fetchAll(database, sql: "PRAGMA table_info(\(table))")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    for place in 0..<3 {
      let values = columns.enumerated().map { position, column in
        value(column["name"], isText: column["type"] == "TEXT", position, place)
          .flatMap { place == 2 && column["notnull"] == 0 ? nil : $0 }
      }
      try database.execute(
        sql: "INSERT INTO \(table) VALUES (\(marks))", arguments: StatementArguments(values))
    }
  }

  private static func value(
    _ column: String, isText: Bool, _ position: Int, _ place: Int
  ) -> (any DatabaseValueConvertible)? {
    switch column {
    case "snapshot_id": 1
    case "ordinal": place
    case _ where column.hasSuffix("_id"): 1 + place
    case _ where isText: ["tab\t\"quoted\" \\", "é \u{202E} 🙂", "plain"][place]
    case _ where place == 0: Int64.max - Int64(position)
    case _ where place == 1: Int64.min + Int64(position)
    default: Int64(position)
    }
  }

  /// The rows in their order, without their places.
  private static func rows(
    of table: String, by order: String, _ database: Database
  ) throws -> [String] {
    try Row.fetchAll(database, sql: "SELECT * FROM \(table) ORDER BY \(order)").map { row in
      row.filter { $0.0 != "ordinal" }.sorted { $0.0 < $1.0 }
        .map { "\($0.0)=\($0.1)" }.joined(separator: " ")
    }
  }
}
