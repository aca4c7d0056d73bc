internal import MemoryAnalysis
internal import MemorySections

/// The steps from one size to another, a row each: its name, its bar, its figure.
struct WaterfallMarkup {
  private let waterfall: Waterfall
  private let rows: [Row]
  /// The size at the left edge: 0, unless the steps would then be too small to see.
  private let floor: Double
  private let range: Double

  private struct Row {
    var name: String
    var cell: Cell
    var low: Double
    var high: Double
    var style: String
  }

  init(_ waterfall: Waterfall) {
    self.waterfall = waterfall
    let (start, end) = (Double(waterfall.start.size.bytes), Double(waterfall.end.size.bytes))
    var rows = [
      Row(
        name: waterfall.start.name, cell: .size(waterfall.start.size), low: 0, high: start,
        style: "kernel")
    ]
    var at = start
    for step in waterfall.steps {
      let next = at + Double(step.delta.bytes)
      let style = step.isUnexplained ? "unexplained" : step.delta.bytes > 0 ? "grew" : "shrank"
      rows.append(
        Row(
          name: step.name, cell: .size(step.delta, form: .difference), low: min(at, next),
          high: max(at, next), style: style))
      at = next
    }
    rows.append(
      Row(
        name: waterfall.end.name, cell: .size(waterfall.end.size), low: 0, high: end,
        style: "kernel"))
    let steps = rows.dropFirst().dropLast()
    let low = min(start, end, steps.map(\.low).min() ?? start)
    let high = max(start, end, steps.map(\.high).max() ?? end)
    // A step of a hundredth of the whole cannot be seen beside it.
    floor = high - low < high / 4 ? max(0, low - (high - low) / 4) : 0
    range = max(1, high - floor)
    self.rows = rows
  }

  func write(to markup: inout Markup) {
    markup.element("figure", [.value("class", "waterfall")]) { markup in
      markup.element("figcaption") { markup in
        markup.element("strong", [], waterfall.title + ". ")
        markup.text(
          floor > 0
            ? "The bars begin at \(SizeText.short(Int(exactly: floor.rounded()) ?? 0)), not at 0."
            : "The bars begin at 0.")
      }
      markup.element("table") { markup in
        markup.element(
          "caption", [.value("class", "hidden")],
          "\(waterfall.title) from \(waterfall.start.name) to \(waterfall.end.name)")
        markup.element("thead") { markup in
          markup.element("tr") { markup in
            markup.element("th", [.value("scope", "col")], "step")
            markup.element("th", [.value("scope", "col"), .value("class", "number")], "size")
            markup.element("th", [.value("scope", "col")], "from and to")
          }
        }
        markup.element("tbody") { markup in
          for row in rows { write(row, to: &markup) }
        }
      }
    }
  }

  private func write(_ row: Row, to markup: inout Markup) {
    markup.newline()
    markup.element("tr") { markup in
      markup.element("th", [.value("scope", "row")], row.name)
      markup.element("td", [.value("class", "number")]) {
        CellMarkup.write(row.cell, to: &$0, hasTolerance: true)
      }
      markup.element("td", [.value("class", "drawing")]) { markup in
        markup.element(
          "svg",
          [
            .value("width", "100%"), .value("height", "20"), .value("aria-hidden", "true"),
          ]
        ) { markup in
          let low = Coordinate.share(row.low - floor, of: range)
          let high = Coordinate.share(row.high - floor, of: range)
          markup.element(
            "rect",
            [
              .value("class", "step \(row.style)"), .value("x", Coordinate.percent(low)),
              .value("width", Coordinate.percent(max(0.003, high - low))), .value("y", "2"),
              .value("height", "16"),
            ]
          ) { _ in }
        }
      }
    }
  }
}
