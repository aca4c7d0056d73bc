internal import AllocationBalance
internal import MemoryAnalysis

/// What the rules have to say, in a block that leaves room for the answer above it.
struct TextFindings {
  let findings: FindingsReport
  let style: TextStyle

  /// How many findings are shown; the JSON has all.
  static let shown = 6

  func lines() -> [String] {
    let rest = findings.findings.count - Self.shown
    let more = rest > 0 ? [style.dim("  and \(SizeText.exact(rest)) more findings")] : []
    let heading = style.heading("Findings")
    guard !findings.findings.isEmpty else {
      let evaluated = findings.evaluated
      let none = evaluated > 0 ? "  none by \(evaluated) rules" : ""
      return [heading + none] + notEvaluated()
    }
    let hint = style.dim("  rules explain ID says what to do")
    let first = findings.findings.prefix(Self.shown).flatMap(lines)
    return [heading + hint] + first + more + notEvaluated()
  }

  private func lines(_ finding: Finding) -> [String] {
    let label = finding.severity.rawValue.uppercased()
    let padding = String(repeating: " ", count: max(0, Self.width - label.count))
    let source = finding.evidence.first.map { style.dim("  (\(Self.place($0)))") } ?? ""
    let title = "\(finding.id)  \(finding.title)"
    return [
      "  " + colored(label, finding.severity) + padding + "  " + Printable.line(title),
      "  " + String(repeating: " ", count: Self.width) + "  " + Printable.line(finding.detail)
        + source,
    ]
  }

  private static let width = Severity.critical.rawValue.count

  private func colored(_ label: String, _ severity: Severity) -> String {
    switch severity {
    case .critical: style.warning(label)
    case .warning: style.heading(label)
    case .info: style.dim(label)
    }
  }

  private func notEvaluated() -> [String] {
    let count = findings.notEvaluated.count
    guard count > 0 else { return [] }
    let rules = count == 1 ? "1 rule" : "\(count) rules"
    let reasons = Set(findings.notEvaluated.map(\.reason))
    let reason = reasons.count == 1 ? reasons.first.map { ": \($0)" } : nil
    let words = "  \(rules) not evaluated" + (reason ?? " for lack of data")
    return [style.dim(Printable.line(words))]
  }

  private static func place(_ evidence: Evidence) -> String {
    let name = evidence.member.split(separator: "/").last.map(String.init) ?? evidence.member
    return Printable.line(evidence.line.map { "\(name):\($0)" } ?? name)
  }
}
