import GRDB
import Testing

@testable import SnapshotStore

/// Rows that are written as they were prepared.
struct RowWriterTests {
  private struct TestRow: TableRow {
    static let table = "test"
    static let columns = "number, fraction, text, name_id"
    let number: Int64?
    let fraction: Double?
    let text: String?
    let name: String?

    func fill(_ row: inout some RowSink) {
      row.add(number)
      row.add(fraction)
      row.add(text)
      row.add(name: name)
    }
  }

  /// Every kind of value, the empty text among them, in more rows than one statement adds.
  private static let rows = (0..<45).map { place in
    TestRow(
      number: [nil, .min, .max, Int64(place)][place % 4], fraction: [0.5, nil, -1e300][place % 3],
      text: ["", nil, "é \"\u{1}", String(repeating: "long ", count: place)][place % 4],
      name: place % 5 == 0 ? nil : "name \(place % 7)")
  }

  @Test("each column holds what the row gave, and an empty text is not NULL")
  func values() throws {
    var known = KnownNames()
    known.add("name 3", 30)
    let names = NameFinder(knowing: known, rewrite: nil)
    var prepared = PreparedRows(TestRow.self)
    prepared.add(Self.rows, isNumbered: true, names)
    let numbers = names.new.indices.map { Int64(1000 + $0) }
    let texts = [30: "name 3"].merging(zip(numbers.map { Int($0) }, names.new)) { $1 }
    try DatabaseQueue().write { database in
      try database.execute(
        sql: """
          CREATE TABLE name (id INTEGER PRIMARY KEY, text TEXT);
          CREATE TABLE test (
            snapshot_id INTEGER, ordinal INTEGER, number INTEGER, fraction REAL, text TEXT, name_id INTEGER)
          """)
      try RowWriter(database).add(prepared, keys: [5], numbers)
      let found = try Row.fetchAll(database, sql: "SELECT * FROM test ORDER BY ordinal")
      #expect(found.count == Self.rows.count)
      for (place, (row, written)) in zip(found, Self.rows).enumerated() {
        #expect(row[0] == 5)
        #expect(row[1] == place)
        #expect(row[2] == written.number)
        #expect(row[3] == written.fraction)
        #expect(row[4] == written.text)
        #expect((row[5] as Int?).flatMap { texts[$0] } == written.name)
      }
    }
  }
}
