/// Lines up cells in columns, by the columns' own width.
struct TextTable {
  /// Which side of its column a cell stands at.
  enum Alignment {
    case left
    case right
  }

  private let alignments: [Alignment]
  private var rows: [[String]] = []

  init(_ alignments: [Alignment]) {
    self.alignments = alignments
  }

  /// Adds a row; cells that are missing at its end stay empty.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map(Printable.line))
  }

  /// The rows, each behind `indent`, without blanks at their ends.
  func lines(indent: String = "  ") -> [String] {
    let widths = alignments.indices.map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row, zip(alignments, widths)).map { cell, format in
        let padding = String(repeating: " ", count: format.1 - cell.count)
        return format.0 == .right ? padding + cell : cell + padding
      }
      return (indent + cells.joined(separator: "  ")).droppingTrailingBlanks
    }
  }
}

extension String {
  fileprivate var droppingTrailingBlanks: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// Text from an archive, made safe to show.
///
/// Names in an archive are a stranger's: they may hold escape sequences that would drive the
/// reader's terminal, or line ends that would forge a line.
public enum Printable {
  /// `text` with control and formatting characters shown by their number.
  public static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var safe = ""
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) {
        safe += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }
}
