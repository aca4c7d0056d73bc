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

/// Names that would push a table out of the window.
enum Shortened {
  /// `text` with its middle left out when it is longer than `length`: both ends of a bundle id or a
  /// symbol tell what it is.
  static func middle(_ text: String, to length: Int = 44) -> String {
    guard text.count > length else { return text }
    let half = (length - 1) / 2
    return "\(text.prefix(length - 1 - half))…\(text.suffix(half))"
  }
}
