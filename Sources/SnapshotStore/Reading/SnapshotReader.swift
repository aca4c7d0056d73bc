internal import AllocationBalance
internal import GRDB
internal import MemorySections

/// Reads snapshots back from their tables.
final class SnapshotReader {
  let database: Database
  private let findName: Statement
  private var names: [Int64: String] = [:]

  init(_ database: Database) throws {
    self.database = database
    findName = try database.cachedStatement(sql: "SELECT text FROM name WHERE id = ?")
  }

  /// The snapshot of a number; nil when there is none.
  func snapshot(_ id: Int64) throws -> Snapshot? {
    guard
      let row = try Row.fetchOne(
        database, sql: "SELECT * FROM snapshot WHERE id = ?", arguments: [id])
    else { return nil }
    return Snapshot(archive: archive(row), scan: try scan(row, id), sections: try sections(id))
  }

  /// The text of a number.
  func name(_ id: Int64) throws -> String {
    if let text = names[id] { return text }
    let text = try String.fetchOne(findName, arguments: [id]) ?? ""
    names[id] = text
    return text
  }

  /// The text of a number that may be unknown.
  func name(_ id: Int64?) throws -> String? { try id.map { try name($0) } }

  /// Makes a value of each row of a section in a table, in their order.
  func values<Value>(
    _ table: String, _ columns: String, of rows: StoredRows,
    _ make: (inout RowReader) throws -> Value
  ) throws -> [Value] {
    let statement = try database.cachedStatement(
      sql: "SELECT \(columns) FROM \(table) WHERE snapshot_id = ? ORDER BY ordinal")
    let cursor = try Row.fetchCursor(statement, arguments: [rows.snapshot])
    var values: [Value] = []
    while let row = try cursor.next() {
      var reader = RowReader(row, of: rows.path, line: row["line"])
      values.append(try make(&reader))
    }
    return values
  }

  private func archive(_ row: Row) -> CapturedArchive {
    var archive = CapturedArchive(path: row["path"])
    archive.name = row["archive_name"]
    archive.compressedBytes = row["compressed_bytes"]
    archive.capturedAt = row["captured_at"]
    archive.capturedAtLocal = row["captured_at_local"]
    archive.capturedSeconds = row["captured_seconds"]
    archive.platform = row["platform"]
    archive.model = row["archive_model"]
    archive.build = row["archive_build"]
    archive.contentDigest = row["digest"]
    return archive
  }

  private func scan(_ row: Row, _ id: Int64) throws -> ScanSummary {
    let problems = try Row.fetchAll(
      database, sql: "SELECT * FROM problem WHERE snapshot_id = ? ORDER BY ordinal",
      arguments: [id])
    return ScanSummary(
      outcome: ScanSummary.Outcome(rawValue: row["outcome"]) ?? .unreadable,
      compressedBytesRead: row["compressed_bytes_read"],
      uncompressedBytesRead: row["uncompressed_bytes_read"], membersSeen: row["members_seen"],
      problems: problems.map {
        ScanSummary.Problem(
          code: $0["code"], message: $0["message"], member: $0["member"],
          isWarning: $0["is_warning"])
      })
  }

  private func sections(_ id: Int64) throws -> [Section] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT * FROM section WHERE snapshot_id = ? ORDER BY ordinal",
      arguments: [id])
    var withRows: Set<SectionKind> = []
    return try rows.compactMap { row in
      guard let kind = SectionKind(rawValue: row["kind"]) else { return nil }
      let path = SourcePath(try name(row["member_id"] as Int64))
      let content = try (row["content"] as String?).map {
        try StoredContent(json: $0, kind: kind, path)
      }
      // Of several members of one kind only the first that could be read has rows: the one in use.
      let isUsed = content != nil && withRows.insert(kind).inserted
      let stored = isUsed ? StoredRows(snapshot: id, path: path) : nil
      return Section(
        kind: kind, member: path.text, coverage: try coverage(row, id),
        content: try content.map { try expand($0, of: kind, stored) })
    }
  }

  private func coverage(_ row: Row, _ id: Int64) throws -> Coverage {
    let count: Int = row["unread_line_count"]
    let lines =
      count == 0
      ? []
      : try Row.fetchAll(
        database,
        sql:
          "SELECT line, text FROM unread_line WHERE snapshot_id = ? AND section = ? ORDER BY line",
        arguments: [id, row["ordinal"] as Int])
    let reason: String? = row["failure"]
    let wasRead = (row["content"] as String?) != nil
    return Coverage(
      bytes: row["bytes"], rows: row["rows"],
      unreadLines: lines.map { Coverage.UnreadLine(line: $0["line"], text: $0["text"]) },
      unreadLineCount: count, isWhole: row["is_whole"],
      endReason: wasRead ? reason : nil, failure: wasRead ? nil : reason)
  }

  /// A section's content with its rows; without them for rows of nil.
  private func expand(
    _ content: StoredContent, of kind: SectionKind, _ rows: StoredRows?
  ) throws -> any MemorySection {
    switch content {
    case .zprint(let head): try zprint(head, rows)
    case .footprint(let head): try footprint(head, rows)
    case .kextstat(let head):
      Kextstat(generation: head.generation, kexts: try rows.map { try kexts($0) } ?? [])
    case .tasks(let tasks):
      kind == .taskSummary ? TaskSummary(tasks: tasks) : CollectionLog(tasks: tasks)
    case .whole(let content): content
    }
  }
}

/// Where the rows of a section are: the snapshot that they belong to, and the member they were read
/// from.
struct StoredRows {
  let snapshot: Int64
  let path: SourcePath
}
