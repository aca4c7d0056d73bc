internal import MemoryAnalysis

/// The inside of a table's cell.
enum CellMarkup {
  /// Writes a cell.
  ///
  /// - Parameters:
  ///   - cell: the cell.
  ///   - markup: where it is written.
  ///   - hasTolerance: whether the cell keeps a place for a tolerance, as others of its column need.
  static func write(_ cell: Cell, to markup: inout Markup, hasTolerance: Bool = false) {
    switch cell {
    case .bytes(let size):
      markup.text(size.text)
      let tolerance = cell.toleranceText
      if hasTolerance || !tolerance.isEmpty {
        markup.text(" ")
        markup.element("small", [], tolerance)
      }
    case .count, .identifier, .share: markup.text(cell.text)
    case .number(_, let text), .name(let text): markup.text(text)
    case .text(let text): markup.prose(text)
    case .source(let source): markup.text(source.place)
    case .course(let sizes): course(sizes, to: &markup)
    case .unknown: markup.text(cell.text)
    case .empty: break
    }
  }

  /// Sizes over time as bars, and in words.
  private static func course(_ sizes: [Int], to markup: inout Markup) {
    guard let first = sizes.first, let last = sizes.last else { return }
    let words = "from \(SizeText.short(first)) to \(SizeText.short(last))"
    markup.element(
      "span", [.value("class", "course"), .value("role", "img"), .value("aria-label", words)],
      Sparkline.text(sizes))
  }
}
