internal import AllocationBalance
public import MemoryAnalysis

/// Renders rules for a terminal.
public enum TextRules {
  /// A line for each rule: its id, its severities and its title.
  public static func list(_ rules: RuleSet) -> String {
    var table = TextTable([.left, .left, .left])
    for rule in rules.rules {
      let levels = rule.levels.map(\.severity.rawValue).joined(separator: ", ")
      table.add([rule.id, rule.isEnabled ? levels : "off", rule.title])
    }
    return table.lines(indent: "").joined(separator: "\n") + "\n"
  }

  /// Everything of one rule, thresholds and sources too.
  public static func explanation(_ rule: Rule, style: TextStyle) -> String {
    var table = TextTable([.left, .left])
    table.add(["for", rule.subject.rawValue])
    if !rule.names.isEmpty { table.add(["name", rule.names.joined(separator: ", ")]) }
    if !rule.exceptions.isEmpty { table.add(["except", rule.exceptions.joined(separator: ", ")]) }
    if !rule.needs.isEmpty { table.add(["needs", rule.needs.joined(separator: ", ")]) }
    for level in rule.levels {
      table.add([level.severity.rawValue, level.texts.joined(separator: " and ")])
    }
    table.add(["says", rule.detail])
    let heading = style.heading(rule.id) + "  " + Printable.line(rule.title)
    let off = rule.isEnabled ? [] : ["  switched off"]
    let advice = ["", "  " + style.heading("What to do")] + wrapped(rule.recommendation)
    let sources = rule.sources.isEmpty ? ["    none given"] : rule.sources.flatMap(item)
    let lines = [heading] + off + table.lines() + advice
    return (lines + ["", "  " + style.heading("Sources")] + sources).joined(separator: "\n") + "\n"
  }

  private static func item(_ text: String) -> [String] {
    wrapped(text).enumerated().map { index, line in
      (index == 0 ? "  - " : "    ") + line.dropFirst(4)
    }
  }

  /// A text in lines of at most 96 characters, indented.
  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    for word in Printable.line(text).split(separator: " ") {
      if let last = lines.last, last.count + word.count < 96 {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append("    \(word)")
      }
    }
    return lines
  }
}
