internal import MemoryAnalysis
internal import MemorySections

/// A chart as a figure: a drawing, what it says in words, and its figures as a table or a list.
struct ChartMarkup {
  /// Leads the ids of the figure.
  let id: String
  let machinePages: [Int: String]

  func write(_ chart: Chart, to markup: inout Markup) {
    guard Self.isShown(chart) else { return }
    markup.newline()
    switch chart {
    case .stackedBar(let bar): StackedBarMarkup(bar: bar).write(to: &markup)
    case .icicle(let icicle): IcicleMarkup(icicle: icicle, id: id).write(to: &markup)
    case .waterfall(let waterfall): WaterfallMarkup(waterfall).write(to: &markup)
    case .areas(let chart): AreaMarkup(chart).write(to: &markup)
    case .strip(let groups): StripMarkup(groups, pages: machinePages).write(to: &markup)
    }
  }

  /// Whether there is anything to draw.
  static func isShown(_ chart: Chart) -> Bool {
    switch chart {
    case .stackedBar(let bar): !bar.segments.isEmpty
    case .icicle(let icicle): icicle.roots.contains { $0.largestBytes > 0 }
    case .waterfall(let waterfall): !waterfall.steps.isEmpty
    case .areas(let chart): chart.captures.count > 1 && !chart.layers.isEmpty
    case .strip(let groups): groups.contains { !$0.dots.isEmpty }
    }
  }
}

/// A box of a drawing: a rectangle that clips its own label.
struct Box {
  /// The left edge and the width, as shares of the drawing's width.
  var x: Double
  var width: Double
  /// The top edge and the height in pixels.
  var y: Int
  var height: Int
  /// The classes that give it its colour.
  var style: String
  /// What is written in it.
  var label: String
  /// What it is, for those who point at it or hear it.
  var title: String
  /// How much of the box is filled, 0 to 1.
  var filled = 1.0

  /// Labels of narrower boxes would be cut after a letter or two.
  private static let leastLabelled = 0.03
  /// A label does not stand on a fill that is narrower than this.
  private static let leastWritten = 0.06
  /// A box that is filled this far is drawn as full.
  private static let full = 0.999

  /// Whether the label stands beside the fill rather than on it.
  private var isBare: Bool { filled < Self.full && filled * width < Self.leastWritten }

  private var isLabelled: Bool { width >= Self.leastLabelled }

  func write(to markup: inout Markup) {
    markup.element(
      "svg",
      [
        .value("class", isBare ? "\(style) bare" : style),
        .value("x", Coordinate.percent(x)), .value("y", String(y)),
        .value("width", Coordinate.percent(width)), .value("height", String(height)),
      ] + (isLabelled ? [] : [.text("data-label", label)])
    ) { markup in
      markup.element("title", [], title)
      if filled < Self.full { rectangle("frame", 1, &markup) }
      rectangle("fill", min(1, filled), &markup)
      guard isLabelled else { return }
      markup.element(
        "text",
        [
          .value("x", isBare ? Coordinate.percent(filled) : "0"), .value("dx", "5"),
          .value("y", String(height / 2 + 4)),
        ], label)
    }
  }

  private func rectangle(_ style: String, _ width: Double, _ markup: inout Markup) {
    markup.element(
      "rect",
      [
        .value("class", style), .value("width", Coordinate.percent(width)),
        .value("height", "100%"),
      ]
    ) { _ in }
  }
}

extension Quantity {
  /// The size in words, with its tolerance and where it stands: `13.9 GB ± 83 MB, zprint.txt:416`.
  var words: String {
    let rounding = SizeText.tolerance(self).map { " \($0)" } ?? ""
    let place = source.map { ", \($0.place)" } ?? ""
    return "\(SizeText.short(bytes))\(rounding)\(place)"
  }
}
