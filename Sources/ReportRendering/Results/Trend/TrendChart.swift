internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections
internal import Platform

/// The kernel of a series by component, as areas over time.
struct TrendChart {
  let trend: Trend

  /// How many components have an area of their own: those that grew most, and the largest.
  private static let growingShown = 4
  private static let largestShown = 4

  /// The chart; nil with fewer than two captures, and where no capture states a component.
  var chart: AreaChart? {
    let captures = self.captures
    guard captures.count > 1, trend.boots.contains(where: { !$0.components.isEmpty }) else {
      return nil
    }
    let names = shownNames
    let shown = names.map { name in
      AreaChart.Layer(name: name, sizes: sizes { $0 == name }, isUnexplained: false)
    }
    let rest = sizes { !names.contains($0) }
    var layers = shown.reversed().filter { layer in layer.sizes.contains { ($0 ?? 0) > 0 } }
    if rest.contains(where: { ($0 ?? 0) > 0 }) {
      layers.insert(
        AreaChart.Layer(name: "all other components", sizes: rest, isUnexplained: false), at: 0)
    }
    if let unexplained { layers.append(unexplained) }
    return AreaChart(
      title: "Kernel memory by component", captures: captures, layers: layers,
      exhaustion: exhaustion)
  }

  private var captures: [AreaChart.Capture] {
    let first = Double(trend.boots.first?.captures.first?.time ?? 0)
    return trend.boots.enumerated().flatMap { place, boot in
      boot.captures.map { capture in
        AreaChart.Capture(
          seconds: Double(capture.time) - first,
          time: capture.archive.capturedAt ?? capture.archive.capturedAtLocal ?? "",
          boot: place + 1)
      }
    }
  }

  /// The components that grew most in any boot, then the largest.
  private var shownNames: [String] {
    let all = trend.boots.flatMap(\.components)
    let growing = all.filter { $0.growth > 0 }.sorted { $0.growth > $1.growth }.map(\.name)
    let largest = all.sorted { Self.largest($0) > Self.largest($1) }.map(\.name)
    var names: [String] = []
    for name in growing where names.count < Self.growingShown && !names.contains(name) {
      names.append(name)
    }
    let most = names.count + Self.largestShown
    for name in largest where names.count < most && !names.contains(name) { names.append(name) }
    return names
  }

  private static func largest(_ growth: Growth) -> Int { growth.points.map(\.bytes).max() ?? 0 }

  /// The sum of some components at each capture; nil where the capture states none.
  private func sizes(_ isMeant: (String) -> Bool) -> [Int?] {
    trend.boots.flatMap { boot in
      Self.sums(boot.components.filter { isMeant($0.name) }, in: boot)
    }
  }

  /// The sum of growths at each capture of their boot.
  private static func sums(_ growths: [Growth], in boot: BootTrend) -> [Int?] {
    let first = boot.captures.first?.time ?? 0
    let times = boot.captures.map { $0.time.subtractingSaturated(first) }
    let places = Dictionary(zip(times, times.indices), uniquingKeysWith: { first, _ in first })
    var sums = [Quantity?](repeating: nil, count: times.count)
    for point in growths.lazy.flatMap(\.points) {
      guard let place = places[point.seconds] else { continue }
      sums[place] = (sums[place] ?? .zero) + Quantity(bytes: point.bytes)
    }
    return sums.map { $0?.bytes }
  }

  /// The kernel less all of its components, where that is more than nothing.
  private var unexplained: AreaChart.Layer? {
    let explained = sizes { _ in true }
    let kernel = trend.boots.flatMap { boot in
      Self.sums([boot.kernel].compactMap { $0 }, in: boot)
    }
    let rest = zip(kernel, explained).map { whole, parts -> Int? in
      guard let whole, let parts else { return nil }
      return max(0, (Quantity(bytes: whole) - Quantity(bytes: parts)).bytes)
    }
    guard rest.contains(where: { ($0 ?? 0) > 0 }) else { return nil }
    return AreaChart.Layer(name: "in no component", sizes: rest, isUnexplained: true)
  }

  /// When the zone map of the latest boot will be full.
  private var exhaustion: AreaChart.Exhaustion? {
    guard let boot = trend.boots.last, let full = boot.exhaustion,
      let sentence = trend.exhaustionSentence(boot),
      let first = trend.boots.first?.captures.first?.time, let last = boot.captures.last?.time
    else { return nil }
    return AreaChart.Exhaustion(
      seconds: Double(last) - Double(first) + full.hoursLeft * 3600, sentence: sentence)
  }
}
