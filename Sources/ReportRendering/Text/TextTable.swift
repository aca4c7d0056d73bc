/// A table laid out for a terminal: headings, columns as wide as their widest cell, and what does not
/// fit the window cut, broken or left out in that order.
struct TextTable {
  private static let gap = "  "
  /// The widest that a column gets where lines may have any length: one odd name moves no other row.
  private static let widest = 64
  /// The least width that is left to a column of words before columns are left out.
  private static let leastWords = 24
  /// The least room beside the other columns in which a last column of words is read well; with less,
  /// the words stand below their row.
  private static let leastWordsBeside = 30

  private let layout: [LaidColumn]
  private let rows: [[String]]
  private let indent: String
  private let width: Int?
  /// The last cell of each row where it stands below the row; else empty.
  private let wordsBelow: [String]

  /// A column of the window, which is one of the table or the tolerances of one.
  private struct LaidColumn {
    let heading: String
    let kind: Column.Kind
    let isRightAligned: Bool
    let priority: Int
    var width: Int

    var isName: Bool { kind == .name || kind == .source }
    var isWords: Bool { kind == .text }
  }

  /// Lays out some rows of a table in a window of `width` columns; nil for lines of any length.
  init(_ shape: TableShape, _ rows: [Table.Row], width: Int?, indent: String = "  ") {
    self.indent = indent
    self.width = width
    var columns: [LaidColumn] = []
    var cells = [[String]](repeating: [], count: rows.count)
    for (place, column) in shape.columns.enumerated() {
      guard let heading = column.heading else { continue }
      var texts = rows.map { place < $0.cells.count ? $0.cells[place].text : "" }
      guard !texts.allSatisfy(\.isEmpty) else { continue }
      if columns.isEmpty {
        texts = zip(rows, texts).map { String(repeating: "  ", count: $0.level) + $1 }
      }
      columns.append(
        LaidColumn(
          heading: heading, kind: column.kind, isRightAligned: column.isRightAligned,
          priority: column.priority, width: Self.widest(of: texts + [heading])))
      for (row, text) in texts.enumerated() { cells[row].append(text) }
      guard case .bytes(hasTolerance: true, _) = column.kind else { continue }
      let tolerances = rows.map { place < $0.cells.count ? $0.cells[place].toleranceText : "" }
      guard tolerances.contains(where: { !$0.isEmpty }) else { continue }
      columns.append(
        LaidColumn(
          heading: "", kind: .count, isRightAligned: false, priority: column.priority + 4,
          width: Self.widest(of: tolerances)))
      for (row, text) in tolerances.enumerated() { cells[row].append(text) }
    }
    if let width, let last = columns.indices.last, columns[last].isWords,
      case let room = Self.room(beside: columns.dropLast(), in: width - indent.count),
      room < Self.leastWordsBeside, columns[last].width > room
    {
      wordsBelow = cells.map { $0.last ?? "" }
      columns.removeLast()
      cells = cells.map { Array($0.dropLast()) }
    } else {
      wordsBelow = []
    }
    let kept = Self.fit(&columns, into: width.map { $0 - indent.count })
    layout = kept.map { columns[$0] }
    self.rows = cells.map { row in kept.map { row[$0] } }
  }

  /// The headings' line; nil when no column has one.
  var head: String? {
    guard layout.contains(where: { !$0.heading.isEmpty }), !rows.isEmpty else { return nil }
    return line(layout.map(\.heading))
  }

  /// The rows, each of one line or several.
  var body: [String] {
    rows.enumerated().flatMap { place, row in
      let broken = zip(row, layout).map(broken)
      let height = broken.map(\.count).max() ?? 0
      let lines = (0..<height).map { line in
        self.line(broken.map { line < $0.count ? $0[line] : "" })
      }
      guard place < wordsBelow.count, !wordsBelow[place].isEmpty else { return lines }
      return lines + WrappedText.lines(wordsBelow[place], width: width, indent: indent + "    ")
    }
  }

  /// A cell's lines in its column.
  private func broken(_ text: String, _ column: LaidColumn) -> [String] {
    guard width != nil, DisplayWidth.of(text) > column.width else { return [text] }
    if column.isName { return [Fitted.middle(text, to: column.width)] }
    return column.isWords ? WrappedText.lines(text, width: column.width) : [text]
  }

  private func line(_ cells: [String]) -> String {
    let padded = zip(cells, layout).map {
      Fitted.padded($0, to: $1.width, rightAligned: $1.isRightAligned)
    }
    var line = (indent + padded.joined(separator: Self.gap))[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// Makes columns narrower until they fit, and leaves some out where that is not enough.
  ///
  /// - Returns: the places of the columns that are kept.
  private static func fit(_ columns: inout [LaidColumn], into width: Int?) -> [Int] {
    var kept = Array(columns.indices)
    guard let width else {
      // Nothing is cut where lines may have any length: a longer name pushes its own row only.
      for place in kept { columns[place].width = min(columns[place].width, widest) }
      return kept
    }
    let natural = columns
    while true {
      for place in kept { columns[place] = natural[place] }
      var excess = total(kept.map { columns[$0].width }) - width
      shrink(&columns, kept.filter { columns[$0].isWords }, by: &excess, least: leastWords)
      shrink(&columns, kept.filter { columns[$0].isName }, by: &excess, least: 28)
      guard excess > 0 else { return kept }
      let last = kept.map { columns[$0].priority }.max() ?? 0
      guard last > 0 else {
        shrink(&columns, kept.filter { columns[$0].isName }, by: &excess, least: 8)
        shrink(&columns, kept.filter { columns[$0].isWords }, by: &excess, least: 8)
        return kept
      }
      kept.removeAll { columns[$0].priority == last }
    }
  }

  /// Takes columns from the widest first, down to a least width each.
  private static func shrink(
    _ columns: inout [LaidColumn], _ places: [Int], by excess: inout Int, least: Int
  ) {
    while excess > 0,
      let place = places.max(by: { columns[$0].width < columns[$1].width }),
      columns[place].width > least
    {
      columns[place].width -= 1
      excess -= 1
    }
  }

  /// The room that is left beside columns; 0 when they alone do not fit.
  private static func room(beside columns: some Collection<LaidColumn>, in width: Int) -> Int {
    let taken = columns.map(\.width).reduce(0, +) + columns.count * gap.count
    return taken < width ? width - taken : 0
  }

  private static func widest(of texts: [String]) -> Int {
    texts.map(DisplayWidth.of).max() ?? 0
  }

  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + max(0, widths.count - 1) * gap.count
  }
}
