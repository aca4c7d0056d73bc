internal import AllocationBalance
public import MemoryAnalysis
internal import MemorySections

/// Renders a report for a terminal: the answer first, then what it rests on.
public struct TextReport: Sendable {
  let report: Report
  let style: TextStyle
  let top: Int

  /// Creates a rendering.
  ///
  /// - Parameters:
  ///   - report: what to say.
  ///   - style: whether to use colours.
  ///   - top: how many rows of each list to show; all others are in the JSON.
  public init(_ report: Report, style: TextStyle, top: Int) {
    self.report = report
    self.style = style
    self.top = top
  }

  var snapshot: Snapshot { report.snapshot }
  var balance: Balance { report.balance }

  /// The report's lines, each ended.
  public func render() -> String {
    let blocks = [
      trouble(), identity(), events(), answer(), findings(), sections(), ledger(), zones(),
      wired(), kernelTask(), kexts(), processes(), reconciliation(),
    ]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private func findings() -> [String] {
    TextFindings(findings: report.findings, style: style).lines()
  }

  /// A list cut to `top`, and a line that says how many more there are.
  func list<Item>(_ items: [Item], _ rows: ([Item]) -> [String], more: String) -> [String] {
    let lines = rows(Array(items.prefix(top)))
    guard items.count > top else { return lines }
    return lines + [style.dim("  and \(SizeText.exact(items.count - top)) more \(more)")]
  }
}
