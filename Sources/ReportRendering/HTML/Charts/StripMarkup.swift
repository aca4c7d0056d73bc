internal import MemoryAnalysis

/// Machines as dots on a line for each group, the outliers named.
struct StripMarkup {
  private let groups: [StripGroup]
  private let hidden: Int
  private let pages: [Int: String]
  private let highest: Double

  /// The room of one row of names, and of the dots.
  private static let nameHeight = 16
  private static let dotsHeight = 32
  /// The most groups that are drawn, the largest first.
  private static let mostGroups = 24
  /// The most outliers of a group that are named.
  private static let mostNamed = 40
  /// Usual machines closer than this share of the line are one dot.
  private static let leastApart = 0.004
  /// The rows of names above a line.
  private static let nameRows = 3

  init(_ groups: [StripGroup], pages: [Int: String]) {
    let sorted = groups.enumerated().sorted {
      ($0.element.dots.count, $1.offset) > ($1.element.dots.count, $0.offset)
    }.map(\.element)
    self.groups = Array(sorted.prefix(Self.mostGroups))
    hidden = groups.count - self.groups.count
    self.pages = pages
    highest = max(1, Double(groups.flatMap(\.dots).map(\.bytes).max() ?? 1)) * 1.02
  }

  func write(to markup: inout Markup) {
    markup.element("figure", [.value("class", "strips")]) { markup in
      markup.element("figcaption") { markup in
        markup.element("strong", [], "Kernel memory of each machine. ")
        markup.text(
          "All lines begin at 0 and have one scale; dots close together are drawn as one.")
        if hidden > 0 {
          markup.text(" \(SizeText.counted(hidden, "smaller group")) not drawn.")
        }
      }
      for group in groups { write(group, to: &markup) }
    }
  }

  private func write(_ group: StripGroup, to markup: inout Markup) {
    let outliers = group.dots.filter(\.isOutlier).sorted { $0.bytes > $1.bytes }
    let count = SizeText.counted(group.dots.count, "machine")
    let median = SizeText.short(group.median)
    markup.element("p", [.value("class", "tree")], "\(group.name): \(count), median \(median)")
    let names = placed(Array(outliers.prefix(Self.mostNamed)))
    let rows = (names.compactMap(\.row).max() ?? -1) + 1
    let axis = rows * Self.nameHeight + Self.dotsHeight / 2
    markup.element(
      "svg",
      [
        .value("role", "img"), .value("width", "100%"),
        .value("height", String(rows * Self.nameHeight + Self.dotsHeight)),
        .text(
          "aria-label",
          "\(group.name): \(count), median \(median), "
            + SizeText.counted(outliers.count, "outlier")),
      ]
    ) { markup in
      line("axis", "0%", "100%", axis, axis, &markup)
      let middle = Coordinate.percent(share(group.median))
      line("median", middle, middle, axis - 14, axis + 14, &markup)
      usual(group, axis, &markup)
      for name in names { write(name, axis, &markup) }
    }
    list(outliers, &markup)
  }

  private func share(_ bytes: Int) -> Double { Coordinate.share(Double(bytes), of: highest) }

  /// The machines that are no outliers, those close together as one dot.
  private func usual(_ group: StripGroup, _ axis: Int, _ markup: inout Markup) {
    var last = -1.0
    for bytes in group.dots.filter({ !$0.isOutlier }).map(\.bytes).sorted() {
      let x = share(bytes)
      guard x - last >= Self.leastApart else { continue }
      last = x
      dot("usual", x, axis, 4, &markup)
    }
  }

  /// An outlier, and the row above the dots in which its name has room; nil where names would meet.
  private struct Named {
    var outlier: StripGroup.Dot
    var x: Double
    var row: Int?
    var isLate: Bool { x > 0.7 }
  }

  /// The outliers with a row for each name; the list below the line has them all.
  private func placed(_ outliers: [StripGroup.Dot]) -> [Named] {
    var ends = [Double](repeating: -1, count: Self.nameRows)
    return outliers.sorted { $0.bytes < $1.bytes }.map { outlier in
      var named = Named(outlier: outlier, x: share(outlier.bytes))
      // A letter takes about a hundredth of a drawing.
      let width = Double(outlier.name.count) * 0.011
      let start = named.isLate ? named.x - width : named.x
      named.row = ends.firstIndex { $0 < start }
      if let row = named.row { ends[row] = start + width }
      return named
    }
  }

  private func write(_ named: Named, _ axis: Int, _ markup: inout Markup) {
    dot("outlier", named.x, axis, 6, &markup)
    guard let row = named.row else { return }
    markup.element(
      "text",
      [
        .value("x", Coordinate.percent(named.x)),
        .value("y", String(axis - 12 - row * Self.nameHeight)),
        .value("text-anchor", named.isLate ? "end" : "start"),
      ], named.outlier.name)
  }

  /// The outliers by name and size, each with its page where there is one.
  private func list(_ outliers: [StripGroup.Dot], _ markup: inout Markup) {
    guard !outliers.isEmpty else { return }
    markup.element("ul", [.value("class", "outliers")]) { markup in
      for outlier in outliers.prefix(Self.mostNamed) {
        markup.element("li") { markup in
          if let page = outlier.snapshot.flatMap({ pages[$0] }) {
            markup.element("a", [.value("href", page)], outlier.name)
          } else {
            markup.element("strong", [], outlier.name)
          }
          markup.text(" " + SizeText.short(outlier.bytes))
        }
      }
      let rest = outliers.count - Self.mostNamed
      if rest > 0 { markup.element("li", [], "and \(SizeText.exact(rest)) more") }
    }
  }

  private func dot(
    _ style: String, _ x: Double, _ axis: Int, _ radius: Int, _ markup: inout Markup
  ) {
    markup.element(
      "circle",
      [
        .value("class", style), .value("cx", Coordinate.percent(x)),
        .value("cy", String(axis)), .value("r", String(radius)),
      ]
    ) { _ in }
  }

  private func line(
    _ style: String, _ x1: String, _ x2: String, _ y1: Int, _ y2: Int, _ markup: inout Markup
  ) {
    markup.element(
      "line",
      [
        .value("class", style), .value("x1", x1), .value("x2", x2), .value("y1", String(y1)),
        .value("y2", String(y2)),
      ]
    ) { _ in }
  }
}
