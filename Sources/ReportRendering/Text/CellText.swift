internal import Platform
internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// Cells as readers see them.
extension Cell {
  /// The cell's text; safe to show.
  var text: String {
    switch self {
    case .bytes(let size): size.text
    case .count(let count): SizeText.exact(count)
    case .identifier(let number): String(number)
    case .share(let share, _): Self.percent(share)
    case .number(_, let text): Printable.line(text)
    case .name(let name): Printable.name(name)
    case .text(let text): Printable.sentence(text)
    case .source(let source): Printable.name(source.place)
    case .course(let sizes): Sparkline.text(sizes)
    case .unknown(let reason): reason.map { "unknown (\(Printable.sentence($0)))" } ?? "unknown"
    case .empty: ""
    }
  }

  /// The half-width of a size's rounding where it is worth a reader's eye; else empty.
  var toleranceText: String {
    guard case .bytes(let size) = self else { return "" }
    return SizeText.tolerance(Quantity(bytes: size.bytes, tolerance: size.tolerance)) ?? ""
  }

  /// A part of one: `41 %`, `<1 %`.
  static func percent(_ share: Double) -> String {
    let percent = share * 100
    if percent > 0, percent < 0.5 { return "<1 %" }
    guard let whole = Int(exactly: percent.rounded()) else { return "?" }
    return "\(SizeText.exact(whole)) %"
  }
}

extension Cell.Size {
  /// The size in the unit that fits: `9.21 GB`, `≥ 693 MB`, `+1.00 GB/h`.
  var text: String {
    let bound = isLowerBound == true ? "≥ " : ""
    return switch form {
    case .amount: bound + SizeText.short(bytes)
    case .exact: bound + SizeText.exact(bytes)
    case .difference: bound + SizeText.signed(bytes)
    case .perHour: bound + SizeText.signed(bytes) + "/h"
    }
  }
}

/// Sizes as a line of bars, from the smallest to the largest of them.
///
/// With more than 40 sizes, a bar stands for the largest of several that follow one another.
enum Sparkline {
  private static let bars = Array("▁▂▃▄▅▆▇█")
  private static let mostBars = 40

  static func text(_ sizes: [Int]) -> String {
    guard let low = sizes.min(), let high = sizes.max(), high > low else {
      return String(repeating: bars[0], count: min(sizes.count, mostBars))
    }
    return String(
      heights(sizes).map { size in
        let part = (Double(size) - Double(low)) / (Double(high) - Double(low))
        return bars[Int(saturating: (part * Double(bars.count - 1)).rounded())]
      })
  }

  private static func heights(_ sizes: [Int]) -> [Int] {
    guard sizes.count > mostBars else { return sizes }
    return (0..<mostBars).compactMap { bar in
      sizes[(bar * sizes.count / mostBars)..<((bar + 1) * sizes.count / mostBars)].max()
    }
  }
}
