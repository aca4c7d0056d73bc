internal import MemoryAnalysis

/// A table of a page: typed cells, where each number stands, and how many rows are shown.
struct TableMarkup {
  private let table: Table
  private let title: String
  private let shown: [Table.Row]
  /// The columns that readers see, by their place in the shape.
  private let places: [Int]
  /// Whether rows may be put in another order: not where they are parts of the rows above them.
  private let isSortable: Bool
  /// Whether a column says where the sizes of each row stand, because the shape has none that does.
  private let saysSources: Bool
  /// The columns with a size whose tolerance is shown: the tolerance has a place of its own, so
  /// that the sizes stay in line.
  private let toleranced: Set<Int>
  /// The colour of each row's part in a chart; empty for most tables.
  private let swatches: [MemoryRole]

  /// Lays out a table.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - title: what it is called where it is heard alone.
  ///   - swatches: the colour of each row, for the figures of a chart.
  init(_ table: Table, title: String, swatches: [MemoryRole] = []) {
    self.table = table
    self.title = title
    self.swatches = swatches
    let shown = Array(table.rows.prefix(HTMLRenderer.mostRows))
    self.shown = shown
    places = table.shape.columns.indices.filter { place in
      table.shape.columns[place].heading != nil
        && shown.contains { place < $0.cells.count && $0.cells[place] != .empty }
    }
    toleranced = Set(
      table.shape.columns.indices.filter { place in
        shown.contains { place < $0.cells.count && !$0.cells[place].toleranceText.isEmpty }
      })
    isSortable =
      swatches.isEmpty && shown.count > 2
      && !shown.contains { $0.level > 0 || $0.cells.first == .empty }
    let hasSourceColumn = places.contains { table.shape.columns[$0].kind == .source }
    saysSources = !hasSourceColumn && shown.contains { !Self.sources(of: $0, table).isEmpty }
  }

  func write(to markup: inout Markup) {
    markup.newline()
    markup.element(
      "div",
      [
        .value("class", "scroll"), .value("role", "region"), .value("tabindex", "0"),
        .text("aria-label", title),
      ]
    ) { markup in
      var attributes: [Markup.Attribute] = [.value("data-noun", table.shape.rowNoun)]
      if isSortable { attributes.append(.value("class", "sortable")) }
      markup.element("table", attributes) { markup in
        // A few rows are counted at a glance; who hears the table is told all the same.
        let isShort = table.rows.count <= 10
        markup.element("caption", isShort ? [.value("class", "hidden")] : [], caption)
        markup.element("thead") { markup in markup.element("tr") { head(&$0) } }
        markup.element("tbody") { markup in
          for (number, row) in shown.enumerated() {
            markup.newline()
            markup.element("tr") { cells(of: row, number, &$0) }
          }
        }
      }
    }
  }

  private var caption: String {
    let count = table.rows.count
    guard count > shown.count else {
      return SizeText.exact(count) + " " + table.shape.rowNoun
    }
    return "The first \(SizeText.exact(shown.count)) of \(SizeText.exact(count)) "
      + "\(table.shape.rowNoun); --format csv --table \(table.shape.name) writes all"
  }

  private func head(_ markup: inout Markup) {
    for place in places {
      let column = table.shape.columns[place]
      let isNumber = column.isRightAligned
      let attributes: [Markup.Attribute] =
        [.value("scope", "col")]
        + (isNumber ? [.value("class", toleranced.contains(place) ? "number wide" : "number")] : [])
      let heading = column.heading ?? ""
      markup.element("th", attributes, heading.isEmpty ? column.key ?? "part" : heading)
    }
    if saysSources { markup.element("th", [.value("scope", "col")], "source") }
  }

  private func cells(of row: Table.Row, _ number: Int, _ markup: inout Markup) {
    for place in places {
      let cell = place < row.cells.count ? row.cells[place] : .empty
      if place == places.first {
        lead(cell, row, number, &markup)
      } else {
        let column = table.shape.columns[place]
        write(cell, column, hasTolerance: toleranced.contains(place), of: row, &markup)
      }
    }
    guard saysSources else { return }
    let sources = Self.sources(of: row, table)
    markup.element("td", [.value("class", "source")]) { markup in
      if sources.isEmpty { markup.text(Self.hasSize(row) ? "computed" : "") }
      for (place, source) in sources.enumerated() {
        if place > 0 { markup.text(", ") }
        markup.text(source)
      }
    }
  }

  /// The first cell, which names its row.
  private func lead(_ cell: Cell, _ row: Table.Row, _ number: Int, _ markup: inout Markup) {
    guard cell != .empty else { return markup.element("td") { _ in } }
    var attributes: [Markup.Attribute] = [.value("scope", "row")]
    if row.level > 0 { attributes.append(.value("class", "level\(min(row.level, 3))")) }
    markup.element("th", attributes + Self.data(of: cell)) { markup in
      if number < swatches.count {
        markup.element("svg", [.value("class", "swatch"), .value("aria-hidden", "true")]) {
          $0.element(
            "rect",
            [
              .value("class", swatches[number].rawValue), .value("width", "100%"),
              .value("height", "100%"),
            ]
          ) { _ in }
        }
      }
      CellMarkup.write(cell, to: &markup)
    }
  }

  private func write(
    _ cell: Cell, _ column: Column, hasTolerance: Bool, of row: Table.Row,
    _ markup: inout Markup
  ) {
    if column.kind == .source, cell == .empty, Self.hasSize(row) {
      return markup.element("td", [.value("class", "source")], "computed")
    }
    var attributes = Self.data(of: cell)
    if let style = Self.style(of: cell, in: column) { attributes.append(.value("class", style)) }
    markup.element("td", attributes) {
      CellMarkup.write(cell, to: &$0, hasTolerance: hasTolerance)
    }
  }

  /// The class of a cell that is no number.
  private static func style(of cell: Cell, in column: Column) -> String? {
    if case .unknown = cell { return "unknown" }
    return switch column.kind {
    case .source: "source"
    case .word: "word"
    // A narrow column would break a sentence into a tower of words.
    case .text where cell.text.utf8.count > 24: "words"
    default: nil
    }
  }

  /// What the script sorts by, and shows to the byte.
  private static func data(of cell: Cell) -> [Markup.Attribute] {
    switch cell {
    case .bytes(let size):
      var attributes: [Markup.Attribute] = [.value("data-v", String(size.bytes))]
      if size.tolerance > 0 { attributes.append(.value("data-t", String(size.tolerance))) }
      switch size.form {
      case .amount, .exact: break
      case .difference: attributes.append(.value("data-f", "difference"))
      case .perHour: attributes.append(.value("data-f", "hour"))
      }
      return attributes
    case .count(let count), .identifier(let count): return [.value("data-n", String(count))]
    case .share(let number, _), .number(let number, _):
      return [.value("data-n", Coordinate.text(number, digits: 6))]
    default: return []
    }
  }

  private static func hasSize(_ row: Table.Row) -> Bool {
    row.cells.contains { cell in if case .bytes = cell { true } else { false } }
  }

  /// Where a row's sizes stand, each with its column where the row has several.
  private static func sources(of row: Table.Row, _ table: Table) -> [String] {
    let sizes = zip(row.cells, table.shape.columns).compactMap { cell, column in
      if case .bytes(let size) = cell, let heading = column.heading {
        size.source.map { (heading, $0.place) }
      } else {
        nil
      }
    }
    let places = Set(sizes.map(\.1))
    return places.count == 1 ? Array(places) : sizes.map { "\($0) \($1)" }
  }
}
