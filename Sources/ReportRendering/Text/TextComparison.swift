internal import AllocationBalance
public import MemoryAnalysis
internal import MemorySections

/// Renders a comparison for a terminal: the verdict first.
public struct TextComparison: Sendable {
  let comparison: Comparison
  let style: TextStyle
  let top: Int

  /// Creates a rendering.
  ///
  /// - Parameters:
  ///   - comparison: what to say.
  ///   - style: whether to use colours.
  ///   - top: how many rows of each list to show; all others are in the JSON.
  public init(_ comparison: Comparison, style: TextStyle, top: Int) {
    self.comparison = comparison
    self.style = style
    self.top = top
  }

  /// The comparison's lines, each ended.
  public func render() -> String {
    let blocks = [
      verdict(), archives(), caveats(),
      TextFindings(findings: comparison.findings, style: style).lines(),
      block("Kernel, by component", comparison.components, figure: comparison.kernel),
      block("Zones", comparison.zones), block("Wired memory", comparison.wired),
      block("Kext images", comparison.kexts),
      block("Processes", comparison.processes, figure: comparison.user),
      block("Categories of the processes' own memory", comparison.categories),
    ]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private func verdict() -> [String] {
    guard let kernel = comparison.kernel else {
      return [style.heading("The kernel cannot be compared.")]
    }
    let rate =
      comparison.relation.perHour(kernel.delta.bytes)
      .map { ", \(SizeText.signed($0)) an hour" } ?? ""
    let delta = kernel.delta.bytes
    let parts = comparison.components
      .filter { $0.delta.bytes.signum() == delta.signum() && $0.status != .same }.prefix(3)
      .compactMap { part in
        SizeText.share(abs(part.delta.bytes), of: abs(delta)).map {
          "\($0) \(Shortened.middle(part.name))"
        }
      }
    let reasons = parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
    return [style.heading(Printable.line("kernel \(SizeText.signed(delta))\(rate)\(reasons)"))]
  }

  private func archives() -> [String] {
    var table = TextTable([.left, .left, .left, .right, .right])
    table.add(["", "machine", "captured", "kernel", "user"])
    for (name, snapshot, kernel, user) in [
      ("old", comparison.old, comparison.kernel?.old, comparison.user?.old),
      ("new", comparison.new, comparison.kernel?.new, comparison.user?.new),
    ] {
      let machine = [snapshot.model, snapshot.build].compactMap { $0 }.joined(separator: " ")
      let time = snapshot.archive.capturedAt ?? snapshot.archive.capturedAtLocal ?? "unknown time"
      table.add([
        name, machine, time, kernel.map { SizeText.short($0.bytes) } ?? "unknown",
        user.map { SizeText.short($0.bytes) } ?? "unknown",
      ])
    }
    return table.lines(indent: "") + relation()
  }

  private func relation() -> [String] {
    let machine =
      switch comparison.relation.isSameMachine {
      case true?: "one machine"
      case false?: "two machines"
      case nil: "perhaps one machine"
      }
    let boot =
      switch comparison.relation.isSameBoot {
      case true?: "one boot"
      case false?: "two boots"
      case nil: "boot not known"
      }
    let elapsed = comparison.relation.elapsedSeconds.map { ", \(SizeText.hours($0)) apart" } ?? ""
    return [style.dim("\(machine), \(boot)\(elapsed)")]
  }

  private func caveats() -> [String] {
    comparison.caveats.map { style.warning("caution: ") + Printable.line($0) }
  }

  private func block(_ title: String, _ changes: [Change], figure: FigureChange? = nil) -> [String]
  {
    let differing = changes.filter { $0.status != .same }
    guard !differing.isEmpty else { return [] }
    var table = TextTable([.left, .right, .right, .right, .right, .left])
    for change in differing.prefix(top) { table.add(row(change)) }
    let heading = style.heading(title) + (figure.map { "  " + sum($0) } ?? "")
    let rest = differing.count - top
    let more = rest > 0 ? [style.dim("  and \(SizeText.exact(rest)) more that differ")] : []
    return [heading] + table.lines() + more
  }

  private func sum(_ figure: FigureChange) -> String {
    "\(SizeText.signed(figure.delta.bytes)) = explained \(SizeText.signed(figure.explained.bytes))"
      + ", unexplained \(SizeText.signed(figure.unexplained.bytes)) (\(figure.origin))"
  }

  private func row(_ change: Change) -> [String] {
    [
      Shortened.middle(change.name), change.old.map { SizeText.short($0.bytes) } ?? "-",
      change.new.map { SizeText.short($0.bytes) } ?? "-", SizeText.signed(change.delta.bytes),
      comparison.perHour(change).map { "\(SizeText.signed($0))/h" } ?? "", change.status.rawValue,
    ]
  }
}
