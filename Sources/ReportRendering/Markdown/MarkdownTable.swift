internal import MemoryAnalysis
internal import MemorySections

/// A table as GitHub-flavoured Markdown.
struct MarkdownTable {
  private let table: Table
  private let rows: [Table.Row]
  private let text: MarkdownText
  /// What stands over the first column where it has no heading of its own.
  private let title: String

  /// Lays out the first `top` rows of a table; all of a table that is shown whole.
  init(_ table: Table, top: Int?, text: MarkdownText, title: String = "") {
    self.table = table
    let limit = top ?? (table.isWhole ? table.rows.count : 10)
    rows = Array(table.rows.prefix(limit))
    self.text = text
    self.title = title
  }

  /// The lines: headings, their rule, the rows, and how many rows are left out.
  var lines: [String] {
    let places = table.shape.columns.indices.filter { place in
      table.shape.columns[place].heading != nil
        && rows.contains { place < $0.cells.count && $0.cells[place] != .empty }
    }
    guard !rows.isEmpty, !places.isEmpty else { return [] }
    let columns = places.map { table.shape.columns[$0] }
    let headings = columns.enumerated().map { place, column in
      let heading = column.heading ?? ""
      return place == 0 && (heading.isEmpty || !title.isEmpty) ? title : heading
    }
    let rules = columns.map { $0.isRightAligned ? "---:" : "---" }
    return [Self.line(headings.map(text.prose)), Self.line(rules)]
      + rows.map { row in Self.line(places.map { cell(row, $0, isFirst: $0 == places.first) }) }
  }

  /// How many rows are left out, in words; nil when there are none.
  var rest: String? {
    let count = table.rows.count - rows.count
    return table.shape.more(count)
  }

  private func cell(_ row: Table.Row, _ place: Int, isFirst: Bool) -> String {
    guard place < row.cells.count else { return "" }
    let indent = String(repeating: "&emsp;", count: isFirst ? min(row.level, 3) : 0)
    return indent + MarkdownText.cell(cell(row.cells[place]))
  }

  private func cell(_ cell: Cell) -> String {
    switch cell {
    case .bytes, .count, .identifier, .share, .course, .empty:
      [cell.text, cell.toleranceText].filter { !$0.isEmpty }.joined(separator: " ")
    case .number(_, let number): text.prose(number)
    case .name(let name): text.name(name)
    case .text(let words): text.prose(words)
    case .source(let source): text.name(source.place)
    case .unknown(let reason): reason.map { "unknown (\(text.prose($0)))" } ?? "unknown"
    }
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }
}
