internal import AllocationBalance
internal import MemorySections

/// A member that was read.
struct SectionRow: LoadableRow {
  let kind: String
  let member: String
  /// How it was read; its unread lines stand in a table of their own.
  let coverage: Coverage
  /// The section's content as the UTF-8 of the JSON of `SectionContent`; nil when it could not be read.
  let content: [UInt8]?

  /// Makes the row of a section.
  ///
  /// - Parameters:
  ///   - section: the section.
  ///   - tabled: what it says, where that has tables.
  /// - Throws: what the encoder throws.
  init(_ section: Section, _ tabled: (any TabledSection)?) throws {
    kind = section.kind.rawValue
    member = section.member
    coverage = section.coverage
    let text = SectionContent(of: section.member)
    content =
      try tabled.map { try text.json(head: $0) } ?? section.content.map { try text.json($0) }
  }

  static var table: String { "section" }
  static let columns =
    "kind, member_id, bytes, rows, unread_line_count, is_whole, failure, content"

  func fill(_ row: inout some RowSink) {
    row.add(kind)
    row.add(name: member)
    row.add(coverage.bytes)
    row.add(coverage.rows)
    row.add(coverage.unreadLineCount)
    row.add(coverage.isWhole)
    // For a section that was read, the column says how its text ends.
    row.add(coverage.failure ?? coverage.endReason)
    row.add(content)
  }

  init(row: inout RowReader) throws {
    kind = try row.next()
    member = try row.name()
    let (bytes, rows): (Int, Int) = try (row.next(), row.next())
    let (unread, isWhole): (Int, Bool) = try (row.next(), row.next())
    let (reason, content): (String?, String?) = try (row.maybe(), row.maybe())
    coverage = Coverage(
      bytes: bytes, rows: rows, unreadLineCount: unread, isWhole: isWhole,
      endReason: content == nil ? nil : reason, failure: content == nil ? reason : nil)
    self.content = content.map { Array($0.utf8) }
  }
}

/// A line that was not understood.
extension Coverage.UnreadLine: TableRow {
  static var table: String { "unread_line" }
  static var keys: String { "snapshot_id, section, line" }
  static let columns = "text"

  func fill(_ row: inout some RowSink) {
    row.add(text)
  }
}

/// What was wrong with the archive.
extension ScanSummary.Problem: LoadableRow {
  static var table: String { "problem" }
  static let columns = "code, message, member, is_warning"

  func fill(_ row: inout some RowSink) {
    row.add(code)
    row.add(message)
    row.add(member)
    row.add(isWarning)
  }

  init(row: inout RowReader) throws {
    self.init(
      code: try row.next(), message: try row.next(), member: try row.maybe(),
      isWarning: try row.next())
  }
}
