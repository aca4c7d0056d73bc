internal import MemoryAnalysis
internal import MemorySections

/// One whole as a bar of its parts, and the parts' figures below it.
///
/// Parts that add up to more than the whole reach beyond its mark: that excess is drawn hatched.
struct StackedBarMarkup {
  let bar: StackedBar

  private static let height = 44

  func write(to markup: inout Markup) {
    let parts = bar.segments.filter { $0.size.bytes > 0 }
    let sum = parts.reduce(0) { $0 + Double($1.size.bytes) }
    let whole = max(sum, bar.total.map { Double($0.bytes) } ?? 0)
    markup.element("figure") { markup in
      markup.element(
        "svg",
        [
          .value("class", "bar"), .value("role", "img"), .text("aria-label", words),
          .value("width", "100%"), .value("height", String(Self.height)),
        ]
      ) { markup in
        var x = 0.0
        for part in parts {
          let width = Coordinate.share(Double(part.size.bytes), of: whole)
          Box(
            x: x, width: width, y: 0, height: Self.height,
            style: "box \(part.role.rawValue)", label: part.name,
            title: "\(part.name): \(part.size.words)"
          ).write(to: &markup)
          x += width
        }
        excess(sum: sum, &markup)
      }
      if let total = bar.total, sum > Double(total.bytes) {
        markup.element(
          "figcaption", [],
          "The parts add up to more than is \(bar.title): the marked end lies beyond it.")
      }
      figures.write(to: &markup)
    }
  }

  /// What lies beyond the whole.
  private func excess(sum: Double, _ markup: inout Markup) {
    guard let total = bar.total, sum > Double(total.bytes), total.bytes > 0 else { return }
    let x = Coordinate.share(Double(total.bytes), of: sum)
    Box(
      x: x, width: 1 - x, y: Self.height / 2, height: Self.height / 2, style: "box unexplained",
      label: "", title: "more than is \(bar.title)"
    ).write(to: &markup)
  }

  private var figures: TableMarkup {
    let shape = TableShape(
      "chart", of: "parts",
      [
        Column(.name, nil, "part"), .bytes(nil, "size", tolerance: true),
        Column(.share, nil, "of \(bar.title)"),
      ])
    let rows = bar.segments.map { part in
      Table.Row([
        .name(part.name), .size(part.size, isLowerBound: part.isLowerBound),
        .share(part.size.bytes, of: bar.total?.bytes, bar.title),
      ])
    }
    return TableMarkup(
      Table(shape, rows, isWhole: true), title: bar.title, swatches: bar.segments.map(\.role))
  }

  private var words: String {
    let total = bar.total.map { " \(SizeText.short($0.bytes))" } ?? ""
    let parts = bar.segments.map { "\($0.name) \(SizeText.short($0.size.bytes))" }
    return "Memory \(bar.title)\(total): " + parts.joined(separator: ", ")
  }
}
