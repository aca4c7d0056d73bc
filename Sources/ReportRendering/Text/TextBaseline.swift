internal import AllocationBalance
public import MemoryAnalysis
internal import MemorySections

/// Renders what two machines accumulated since a clean boot, below the comparison as they are.
public struct TextBaseline: Sendable {
  let baseline: BaselineComparison
  let style: TextStyle
  let top: Int

  /// Creates a rendering.
  ///
  /// - Parameters:
  ///   - baseline: what to say.
  ///   - style: whether to use colours.
  ///   - top: how many rows to show; all others are in the JSON.
  public init(_ baseline: BaselineComparison, style: TextStyle, top: Int) {
    self.baseline = baseline
    self.style = style
    self.top = top
  }

  /// The lines, each ended.
  public func render() -> String {
    let lines = verdict() + caveats() + [""] + table()
    return lines.joined(separator: "\n") + "\n\n"
      + TextComparison(baseline.comparison, style: style, top: top).render()
  }

  private func verdict() -> [String] {
    guard let kernel = baseline.kernel else { return [style.heading("No common baseline.")] }
    return [
      style.heading(
        "above a clean boot: kernel \(SizeText.signed(kernel.oldAbove.bytes)) on the first machine, "
          + "\(SizeText.signed(kernel.newAbove.bytes)) on the second"),
      style.dim(
        "a clean boot itself takes \(SizeText.short(kernel.oldClean?.bytes ?? 0)) and "
          + "\(SizeText.short(kernel.newClean?.bytes ?? 0)): that differs by machine, not by use"),
    ]
  }

  private func caveats() -> [String] {
    baseline.caveats.map { style.warning("caution: ") + Printable.line($0) }
  }

  private func table() -> [String] {
    var table = TextTable([.left, .right, .right, .right, .right, .right, .right, .right])
    table.add(["", "clean", "now", "above", "clean", "now", "above", "difference"])
    for item in [baseline.kernel].compactMap({ $0 }) + baseline.components.prefix(top) {
      table.add(row(item))
    }
    let rest = baseline.components.count - top
    let more = rest > 0 ? [style.dim("  and \(SizeText.exact(rest)) more")] : []
    return [style.heading("Since a clean boot: first machine, then second")] + table.lines() + more
  }

  private func row(_ item: Accumulation) -> [String] {
    let size = { (quantity: Quantity?) in quantity.map { SizeText.short($0.bytes) } ?? "-" }
    return [
      Shortened.middle(item.name), size(item.oldClean), size(item.oldNow),
      SizeText.signed(item.oldAbove.bytes), size(item.newClean), size(item.newNow),
      SizeText.signed(item.newAbove.bytes), SizeText.signed(item.difference.bytes),
    ]
  }
}
