internal import Platform
internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// A chart as a terminal can show it: a bar for each part of a whole.
///
/// Text leaves out the other charts: tables hold the same figures.
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
    let table = Self.table(bar)
    let text = TextTable(table.shape, table.rows, width: width)
    return (text.head.map { [style.dim($0)] } ?? []) + text.body
  }

  /// A bar as a table: each part with its share as a row of blocks.
  static func table(_ bar: StackedBar) -> Table {
    let shape = TableShape(
      "chart", of: "parts",
      [
        Column(.name, nil, ""), .bytes(nil, "size"),
        Column(.share, nil, "of \(bar.title)"), Column(.course, nil, "", priority: 1),
      ])
    return Table(shape, bar.segments.map { row($0, of: bar.total) }, isWhole: true)
  }

  private static func row(_ segment: StackedBar.Segment, of total: Quantity?) -> Table.Row {
    let share = Cell.share(segment.size.bytes, of: total?.bytes, "")
    var bar = ""
    if case .share(let part, _) = share { bar = blocks(part, segment.role) }
    return Table.Row([
      .name(segment.name), .size(segment.size, isLowerBound: segment.isLowerBound), share,
      .text(bar),
    ])
  }

  private static func blocks(_ share: Double, _ role: MemoryRole) -> String {
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
