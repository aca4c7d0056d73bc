/// A row of comma-separated values, safe to open in a spreadsheet.
///
/// Lines end with CR LF and cells are quoted where they must be, as RFC 4180 has it. A text that a
/// spreadsheet would take for a formula is led by an apostrophe: archives are untrusted input.
enum CSVRow {
  /// One cell.
  enum Cell {
    /// A name or a sentence.
    case text(String)
    /// A count or a size in bytes.
    case number(Int)
    /// A ratio, with at most six decimals.
    case ratio(Double)
    /// Unknown: left empty, never zero.
    case unknown
  }

  /// The row's text, ended.
  static func line(_ cells: [Cell]) -> String {
    cells.map(printed).joined(separator: ",") + "\r\n"
  }

  private static func printed(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): quoted(withoutFormula(Printable.line(text)))
    case .number(let number): String(number)
    case .ratio(let ratio): String((ratio * 1e6).rounded() / 1e6)
    case .unknown: ""
    }
  }

  private static func withoutFormula(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@＝＋－＠".unicodeScalars.contains(first) else {
      return text
    }
    return "'" + text
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0 == " " }) else { return text }
    let doubled = text.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + doubled.joined(separator: "\"\"") + "\""
  }
}
