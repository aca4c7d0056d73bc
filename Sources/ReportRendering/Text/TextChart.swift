internal import Platform
internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// A chart as a terminal can show it: a bar for each part of a whole.
///
/// Trees, lines and strips have tables that say the same, so that text leaves them out.
struct TextChart {
  private let chart: Chart
  private let width: Int?
  private let style: TextStyle

  /// Columns of the longest bar.
  private static let barWidth = 24

  /// Lays out a chart in a window of `width` columns; nil for lines of any length.
  init(_ chart: Chart, width: Int?, style: TextStyle) {
    self.chart = chart
    self.width = width
    self.style = style
  }

  /// The chart's lines.
  var lines: [String] {
    guard case .stackedBar(let bar) = chart else { return [] }
    let rows = bar.segments.map { row($0, of: bar.total) }
    let shape = TableShape(
      "chart", of: "parts",
      [
        Column(.name, nil, ""), .bytes(nil, "size"),
        Column(.share, nil, "of \(bar.title)"), Column(.course, nil, "", priority: 1),
      ])
    let table = TextTable(shape, rows, width: width)
    return (table.head.map { [style.dim($0)] } ?? []) + table.body
  }

  private func row(_ segment: StackedBar.Segment, of total: Quantity?) -> Table.Row {
    let share = Cell.share(segment.size.bytes, of: total?.bytes, "")
    var bar = ""
    if case .share(let part, _) = share { bar = Self.bar(part, segment.role) }
    return Table.Row([
      .name(segment.name), .size(segment.size, isLowerBound: segment.isLowerBound), share,
      .text(bar),
    ])
  }

  private static func bar(_ share: Double, _ role: StackedBar.Role) -> String {
    let columns = (max(0, min(1, share)) * Double(barWidth)).rounded()
    let glyph =
      switch role {
      case .kernel: "█"
      case .user: "▓"
      case .machine: "▒"
      case .unexplained: "░"
      }
    return String(repeating: glyph, count: Int(saturating: columns))
  }
}
