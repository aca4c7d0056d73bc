internal import MemoryAnalysis
internal import MemorySections

/// The parts of a size over time, stacked, with reboots and the time when the zone map is full.
struct AreaMarkup {
  private let chart: AreaChart
  private let last: Double
  private let highest: Double
  /// Whether the zone map is full within the drawing; else an arrow points there.
  private let showsExhaustion: Bool

  private static let height = 280
  /// Each layer is a path in a square of this size, stretched to the drawing.
  private static let square = 1000.0

  init(_ chart: AreaChart) {
    self.chart = chart
    let span = max(1, chart.captures.map(\.seconds).max() ?? 1)
    let exhaustion = chart.exhaustion.map(\.seconds)
    showsExhaustion = exhaustion.map { $0 < span * 2 } ?? false
    let room = showsExhaustion ? (exhaustion ?? span) * 1.04 : exhaustion == nil ? span : span * 1.1
    last = max(span, room)
    let sums = chart.captures.indices.map { place in
      chart.layers.reduce(0) { $0 + Double($1.sizes[place] ?? 0) }
    }
    highest = max(1, sums.max() ?? 1) * 1.06
  }

  func write(to markup: inout Markup) {
    markup.element("figure", [.value("class", "areas")]) { markup in
      markup.element("figcaption") { markup in
        markup.element("strong", [], chart.title + ". ")
        markup.text(
          "\(SizeText.counted(chart.captures.count, "capture")) from \(time(first: true))")
        markup.text(" to \(time(first: false)). ")
        if let exhaustion = chart.exhaustion { markup.text(exhaustion.sentence) }
      }
      markup.element(
        "svg",
        [
          .value("role", "img"), .text("aria-label", words), .value("width", "100%"),
          .value("height", String(Self.height)),
        ]
      ) { markup in
        layers(&markup)
        grid(&markup)
        for (place, seconds) in reboots.enumerated() {
          mark(seconds, "reboot", "reboot", row: place, &markup)
        }
        if let exhaustion = chart.exhaustion { mark(exhaustion, &markup) }
      }
      legend(&markup)
    }
  }

  private func time(first: Bool) -> String {
    (first ? chart.captures.first : chart.captures.last)?.time ?? ""
  }

  // MARK: Areas

  private func layers(_ markup: inout Markup) {
    markup.element(
      "svg",
      [
        .value("viewBox", "0 0 1000 1000"), .value("preserveAspectRatio", "none"),
        .value("width", "100%"), .value("height", "100%"),
      ]
    ) { markup in
      var base = [Double](repeating: 0, count: chart.captures.count)
      for (number, layer) in chart.layers.enumerated() {
        let top = zip(base, layer.sizes).map { $0 + Double(max(0, $1 ?? 0)) }
        for boot in boots {
          markup.element(
            "path",
            [.value("class", style(number)), .value("d", path(boot, base, top))]
          ) { $0.element("title", [], layer.name) }
        }
        base = top
      }
    }
  }

  /// The captures of each boot; what lies between two boots is not known.
  private var boots: [Range<Int>] {
    var boots: [Range<Int>] = []
    for (place, capture) in chart.captures.enumerated() {
      if place > 0, chart.captures[place - 1].boot == capture.boot, let open = boots.popLast() {
        boots.append(open.lowerBound..<place + 1)
      } else {
        boots.append(place..<place + 1)
      }
    }
    return boots
  }

  /// Along the top from left to right, and back along the base; a lone capture is a thin column.
  private func path(_ captures: Range<Int>, _ base: [Double], _ top: [Double]) -> String {
    let isLone = captures.count == 1
    var upper: [String] = []
    var lower: [String] = []
    for place in captures {
      for side in isLone ? [-4.0, 4.0] : [0.0] {
        let x = Coordinate.text(
          chart.captures[place].seconds / last * Self.square + side, digits: 1)
        upper.append("\(x) \(y(top[place]))")
        lower.append("\(x) \(y(base[place]))")
      }
    }
    return "M" + (upper + lower.reversed()).joined(separator: "L") + "Z"
  }

  private func y(_ bytes: Double) -> String {
    Coordinate.text((1 - bytes / highest) * Self.square, digits: 1)
  }

  /// The layers have the colours in turn; the one that nothing explains has its own.
  private func style(_ number: Int) -> String {
    chart.layers[number].isUnexplained ? "layer unexplained" : "layer layer\(number % 9)"
  }

  // MARK: Lines and words

  private func grid(_ markup: inout Markup) {
    for bytes in stride(from: step, to: highest, by: step).prefix(8) {
      let share = bytes / highest
      let bytes = Int(exactly: bytes.rounded()) ?? 0
      let y = Coordinate.percent(1 - share)
      line("grid", x: ("0%", "100%"), y: (y, y), &markup)
      markup.element(
        "text", [.value("class", "scale"), .value("x", "4"), .value("y", y), .value("dy", "-4")],
        SizeText.short(bytes))
    }
  }

  /// The bytes between two lines: 1, 2 or 5 times a power of ten of the unit that fits.
  private var step: Double {
    var unit = 1.0
    while highest / unit >= 1024 { unit *= 1024 }
    var power = unit
    while highest / power < 1 { power /= 10 }
    while highest / power >= 10 { power *= 10 }
    let lines = highest / power
    return power * (lines < 2 ? 0.5 : lines < 5 ? 1 : 2)
  }

  /// The moments of the first capture of each later boot.
  private var reboots: [Double] {
    zip(chart.captures, chart.captures.dropFirst()).filter { $0.boot != $1.boot }
      .map { ($0.seconds + $1.seconds) / 2 }
  }

  private func mark(
    _ seconds: Double, _ word: String, _ style: String, row: Int, _ markup: inout Markup
  ) {
    let share = seconds / last
    let x = Coordinate.percent(share)
    line(style, x: (x, x), y: ("0%", "100%"), &markup)
    let anchor = share > 0.8 ? "end" : "start"
    markup.element(
      "text",
      [
        .value("class", style), .value("x", x), .value("y", String(14 + row % 3 * 16)),
        .value("dx", share > 0.8 ? "-4" : "4"), .value("text-anchor", anchor),
      ], word)
  }

  /// Where the zone map is full, or the way there.
  private func mark(_ exhaustion: AreaChart.Exhaustion, _ markup: inout Markup) {
    guard !showsExhaustion else {
      return mark(exhaustion.seconds, "zones full", "full", row: 0, &markup)
    }
    markup.element(
      "text",
      [
        .value("class", "full"), .value("x", "100%"), .value("y", "14"), .value("dx", "-4"),
        .value("text-anchor", "end"),
      ], "zones full later →")
  }

  private func line(
    _ style: String, x: (String, String), y: (String, String), _ markup: inout Markup
  ) {
    markup.element(
      "line",
      [
        .value("class", style), .value("x1", x.0), .value("x2", x.1), .value("y1", y.0),
        .value("y2", y.1),
      ]
    ) { _ in }
  }

  /// The layers from the top down, as they are seen, with their first and last sizes.
  private func legend(_ markup: inout Markup) {
    markup.element("ul", [.value("class", "legend")]) { markup in
      for number in chart.layers.indices.reversed() {
        markup.element("li") { markup in
          markup.element("svg", [.value("class", "swatch"), .value("aria-hidden", "true")]) {
            $0.element(
              "rect",
              [
                .value("class", style(number)), .value("width", "100%"),
                .value("height", "100%"),
              ]
            ) { _ in }
          }
          markup.text(words(chart.layers[number]))
        }
      }
    }
  }

  private func words(_ layer: AreaChart.Layer) -> String {
    let sizes = layer.sizes.compactMap { $0 }
    guard let first = sizes.first, let last = sizes.last else { return layer.name }
    return "\(layer.name): \(SizeText.short(first)) to \(SizeText.short(last))"
  }

  private var words: String {
    let layers = chart.layers.reversed().map(words).joined(separator: "; ")
    let count = reboots.count
    return "\(chart.title), \(SizeText.counted(chart.captures.count, "capture")), "
      + "\(SizeText.counted(count, "reboot")): \(layers)"
  }
}
