internal import AllocationBalance
internal import GRDB
internal import MemorySections

/// Reads snapshots back from their tables.
final class SnapshotReader {
  private let database: Database
  private let names: NameReader

  /// The texts that were read.
  var knownNames: [Int64: String] { names.known }

  init(_ database: Database, knowing known: [Int64: String]) throws {
    self.database = database
    names = try NameReader(database, knowing: known)
  }

  /// The snapshot of a number; nil when there is none.
  func snapshot(_ id: Int64) throws -> Snapshot? {
    guard let record = try SnapshotRecord.fetchOne(database, key: id) else { return nil }
    let problems = try rows(ScanSummary.Problem.self, of: id)
    return Snapshot(
      archive: record.archive, scan: record.scan(problems), sections: try sections(id))
  }

  /// The rows of a snapshot in a table, in their order.
  fileprivate func rows<Value: LoadableRow>(
    _: Value.Type, of snapshot: Int64, in path: SourcePath? = nil
  ) throws -> [Value] {
    let hasLine = Value.columns.hasSuffix(", line")
    var rows: [Value] = []
    func add(_ values: [StoredValue]) throws {
      var reader = RowReader(values, hasLine: hasLine, names, of: path)
      rows.append(try Value(row: &reader))
    }
    if Value.self is any ListRow.Type {
      guard let text = try list(Value.table, of: snapshot) else { return [] }
      var list = RowListReader(text)
      while let values = try list.next() { try add(values) }
    } else {
      let statement = try database.cachedStatement(
        sql: """
          SELECT \(Value.columns) FROM \(Value.table) WHERE snapshot_id = ? ORDER BY ordinal
          """)
      let cursor = try Row.fetchCursor(statement, arguments: [snapshot])
      while let row = try cursor.next() {
        try add(try row.databaseValues.map { try Self.value($0) })
      }
    }
    return rows
  }

  private func list(_ table: String, of snapshot: Int64) throws -> String? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(table) FROM row_lists WHERE snapshot_id = ?")
    let row = try Row.fetchOne(statement, arguments: [snapshot])
    return try row?.decode(String?.self, atIndex: 0)
  }

  private static func value(_ value: DatabaseValue) throws -> StoredValue {
    guard let value = StoredValue(value) else {
      throw DatabaseError(resultCode: .SQLITE_MISMATCH, message: "a value is a blob")
    }
    return value
  }

  private func sections(_ id: Int64) throws -> [Section] {
    let lines = try unreadLines(id)
    var withRows: Set<SectionKind> = []
    return try rows(SectionRow.self, of: id).enumerated().compactMap {
      place, row in
      // A newer program may have kept a kind that this one does not know.
      guard let kind = SectionKind(rawValue: row.kind) else { return nil }
      let coverage = Coverage(
        bytes: row.coverage.bytes, rows: row.coverage.rows, unreadLines: lines[place] ?? [],
        unreadLineCount: row.coverage.unreadLineCount, isWhole: row.coverage.isWhole,
        endReason: row.coverage.endReason, failure: row.coverage.failure)
      // Of several members of one kind only the first that could be read has rows: the one in use.
      let isUsed = row.content != nil && withRows.insert(kind).inserted
      let rows =
        isUsed ? SectionRows(reader: self, snapshot: id, path: SourcePath(row.member)) : nil
      return Section(
        kind: kind, member: row.member, coverage: coverage,
        content: try row.content.map { try SectionContent(of: row.member).section($0, kind, rows) })
    }
  }

  /// The unread lines by the place of their section.
  private func unreadLines(_ id: Int64) throws -> [Int: [Coverage.UnreadLine]] {
    let cursor = try Row.fetchCursor(
      database,
      sql: "SELECT section, line, text FROM unread_line WHERE snapshot_id = ? ORDER BY line",
      arguments: [id])
    var lines: [Int: [Coverage.UnreadLine]] = [:]
    while let row = try cursor.next() {
      lines[try row.decode(atIndex: 0), default: []].append(
        Coverage.UnreadLine(line: try row.decode(atIndex: 1), text: try row.decode(atIndex: 2)))
    }
    return lines
  }
}

/// Where the rows of a section are: the snapshot that they belong to, and the member they were read from.
struct SectionRows {
  private let reader: SnapshotReader
  private let snapshot: Int64
  private let path: SourcePath

  init(reader: SnapshotReader, snapshot: Int64, path: SourcePath) {
    self.reader = reader
    self.snapshot = snapshot
    self.path = path
  }

  /// The rows of one type, in their order.
  func all<Value: LoadableRow>(_ type: Value.Type) throws -> [Value] {
    try reader.rows(type, of: snapshot, in: path)
  }
}
