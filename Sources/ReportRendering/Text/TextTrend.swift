internal import AllocationBalance
public import MemoryAnalysis
internal import MemorySections

/// Renders a trend for a terminal: the verdict first, a spark line for each thing that moves.
public struct TextTrend: Sendable {
  let trend: Trend
  let style: TextStyle
  let top: Int

  /// Creates a rendering.
  ///
  /// - Parameters:
  ///   - trend: what to say.
  ///   - style: whether to use colours.
  ///   - top: how many rows of each list to show; all others are in the JSON.
  public init(_ trend: Trend, style: TextStyle, top: Int) {
    self.trend = trend
    self.style = style
    self.top = top
  }

  /// The lines, each ended.
  public func render() -> String {
    var lines = trend.series.caveats.map { style.warning("caution: ") + Printable.line($0) }
    for (index, boot) in trend.boots.enumerated() {
      if !lines.isEmpty { lines.append("") }
      if index > 0 { lines += [style.dim("rebooted; the trend starts anew"), ""] }
      lines += render(boot)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func render(_ boot: BootTrend) -> [String] {
    verdict(boot) + exhaustion(boot) + bound(boot)
      + block("Kernel", [boot.kernel].compactMap { $0 } + boot.components)
      + block("Processes", boot.processes)
  }

  private func verdict(_ boot: BootTrend) -> [String] {
    let first = boot.snapshots.first?.snapshot
    let machine = [first?.model, first?.build].compactMap { $0 }.joined(separator: " ")
    let span = (boot.snapshots.last?.time ?? 0) - (boot.snapshots.first?.time ?? 0)
    let count = boot.snapshots.count
    let captures =
      "\(machine): \(count) capture\(count == 1 ? "" : "s") over \(SizeText.hours(span))"
    let leaks = boot.components.filter { $0.verdict == .leaking }.sorted {
      ($0.bytesPerHour ?? 0) > ($1.bytesPerHour ?? 0)
    }
    let words: String
    if let worst = leaks.first {
      words = "LEAK: \(worst.name) grows by \(SizeText.rate(worst.bytesPerHour))"
    } else if count < 3 {
      words = count == 2 ? "a rate, but no verdict from two captures" : "no rate from one capture"
    } else if boot.kernel?.verdict == .tooShort {
      words = "no verdict: the captures lie too close together"
    } else {
      words = "no leak"
    }
    let heading = Printable.line(words)
    return [leaks.isEmpty ? style.heading(heading) : style.warning(heading), style.dim(captures)]
  }

  private func exhaustion(_ boot: BootTrend) -> [String] {
    guard let exhaustion = boot.exhaustion else { return [] }
    let origin =
      switch exhaustion.capacity.origin {
      case .jetsam: "the kernel's own limit"
      case .panic: "what it held at the panic"
      case .addressSpace: "address space: the kernel stops before that"
      }
    let left = SizeText.hours(Int(min(exhaustion.hoursLeft * 3600, 1e12)))
    let holder = exhaustion.capacity.zone.map { Printable.line("\($0) holds") } ?? "zones hold"
    return [
      "\(holder) \(SizeText.short(exhaustion.used)) of "
        + "\(SizeText.short(exhaustion.capacity.size.bytes)) (\(origin), "
        + Printable.line(TextReport.place(exhaustion.capacity.source))
        + "): full in \(left) at this rate"
    ]
  }

  private func bound(_ boot: BootTrend) -> [String] {
    guard let bound = boot.upperBound else { return [] }
    return [
      "up \(SizeText.hours(bound.uptimeSeconds)): the kernel grew by at most "
        + "\(SizeText.rate(bound.bytesPerHour)) on average since boot"
    ]
  }

  private func block(_ title: String, _ growths: [Growth]) -> [String] {
    let moving = growths.filter { $0.growth != 0 }
    guard !moving.isEmpty else { return [] }
    var table = TextTable([.left, .left, .right, .right, .right, .right, .left])
    for growth in moving.prefix(top) { table.add(row(growth)) }
    let rest = moving.count - top
    let more = rest > 0 ? [style.dim("  and \(SizeText.exact(rest)) more that move")] : []
    return ["", style.heading(title)] + table.lines() + more
  }

  private func row(_ growth: Growth) -> [String] {
    [
      Shortened.middle(growth.name), Sparkline.text(growth.points.map(\.bytes)),
      growth.points.last.map { SizeText.short($0.bytes) } ?? "",
      SizeText.signed(growth.growth), SizeText.rate(growth.bytesPerHour),
      growth.straightness.map { "r² \(SizeText.hundredths($0))" } ?? "", word(growth.verdict),
    ]
  }

  private func word(_ verdict: Growth.Verdict) -> String {
    switch verdict {
    case .tooFewCaptures: "no verdict"
    case .tooShort: "too short"
    default: verdict.rawValue
    }
  }
}

/// Sizes as a line of bars, from the smallest to the largest of them.
enum Sparkline {
  private static let bars = Array("▁▂▃▄▅▆▇█")

  static func text(_ sizes: [Int]) -> String {
    guard let low = sizes.min(), let high = sizes.max(), high > low else {
      return String(repeating: bars[0], count: sizes.count)
    }
    return String(
      sizes.map { size in
        let part = (Double(size) - Double(low)) / (Double(high) - Double(low))
        return bars[Int((part * Double(bars.count - 1)).rounded())]
      })
  }
}
