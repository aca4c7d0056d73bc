internal import Platform

/// The form of an exported table's file.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// JSON Lines: one object a row, typed; an unknown value has no key.
  case jsonl
  /// Comma-separated values, safe to open in a spreadsheet; an unknown value is an empty cell.
  case csv

  /// What stands before the rows of a table.
  public func opening(of table: ExportTable) -> [UInt8] {
    switch self {
    case .jsonl: []
    case .csv: Array(CSVRow.line(table.columns.map { .text($0.name) }).utf8)
    }
  }

  /// Rows of a table.
  func bytes(of rows: [[ExportValue]], in table: ExportTable) -> [UInt8] {
    guard !rows.isEmpty else { return [] }
    switch self {
    case .jsonl: return JSONRows.bytes(of: rows, in: table)
    case .csv:
      return Array(rows.map { CSVRow.line($0.map(CSVRow.Cell.init)) }.joined().utf8)
    }
  }
}

extension CSVRow.Cell {
  fileprivate init(_ value: ExportValue) {
    self =
      switch value {
      case .text(let text): .text(text)
      case .integer(let number): .number(number)
      case .real(let number): .ratio(number)
      case .boolean(let truth): .text(truth ? "true" : "false")
      case .unknown: .unknown
      }
  }
}

/// Rows as JSON objects, one a line, with their keys in the order of the columns.
enum JSONRows {
  /// The rows of a table; with `isNamed`, each begins with the key `table`.
  static func bytes(
    of rows: [[ExportValue]], in table: ExportTable, isNamed: Bool = false
  ) -> [UInt8] {
    var text = JSONText(isPretty: false)
    let keys = table.columns.map { "\"\($0.name)\":" }
    let opening = isNamed ? "{\"table\":\"\(table.name)\"" : "{"
    for row in rows {
      text.end(with: opening)
      var isFirst = !isNamed
      for (key, value) in zip(keys, row) where value != .unknown {
        text.end(with: isFirst ? key : "," + key)
        isFirst = false
        text.append(value)
      }
      text.end(with: "}\n")
    }
    return text.bytes
  }
}

extension JSONText {
  fileprivate mutating func append(_ value: ExportValue) {
    switch value {
    case .text(let text): append(text)
    case .integer(let number): append(number)
    case .real(let number):
      if number.isFinite { append(fraction: number) } else { appendNull() }
    case .boolean(let truth): append(truth)
    case .unknown: appendNull()
    }
  }
}
