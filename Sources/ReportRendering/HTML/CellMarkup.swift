internal import MemoryAnalysis
internal import MemorySections

/// The inside of a table's cell.
enum CellMarkup {
  static func write(_ cell: Cell, to markup: inout Markup) {
    switch cell {
    case .bytes(let size):
      markup.text(size.text)
      if let tolerance = SizeText.tolerance(
        Quantity(bytes: size.bytes, tolerance: size.tolerance))
      {
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
