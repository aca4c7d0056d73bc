internal import AllocationBalance
public import MemoryAnalysis

/// The rules, a row each.
extension RuleSet: Presentable {
  /// One table: a row for each rule.
  public static var tables: [TableShape] {
    [
      TableShape(
        "rules", of: "rules",
        [
          Column(.word, "id", "rule"), Column(.word, "severities", "severities"),
          Column(.text, "title", "finding"),
        ])
    ]
  }

  /// The rules' JSON.
  public var contract: any Encodable { RuleListDocument(rules: rules.map(RuleDocument.init)) }

  /// All rules.
  public var document: Document {
    let rows = rules.map { rule in
      let levels = Severity.allCases.reversed().filter { severity in
        rule.levels.contains { $0.severity == severity }
      }.map(\.rawValue).joined(separator: ", ")
      return Table.Row([
        .name(rule.id), .name(rule.isEnabled ? levels : "off"), .text(rule.title),
      ])
    }
    var document = Document()
    document.sections = [
      DocumentSection(
        "rules", heading: "", isFirstScreen: true,
        contents: [.table(Table(Self.tables[0], rows, isWhole: true))])
    ]
    return document
  }
}

/// One rule, whole.
public struct RuleExplanation: Presentable, Sendable {
  private let rule: Rule

  /// Creates the explanation of a rule.
  public init(_ rule: Rule) {
    self.rule = rule
  }

  /// None: a rule is prose.
  public static var tables: [TableShape] { [] }

  /// The rule's JSON.
  public var contract: any Encodable { RuleDocument(rule) }

  /// What the rule is about, its conditions, its advice and its sources.
  public var document: Document {
    var document = Document()
    document.verdict = Verdict("\(rule.id): \(rule.title)")
    if !rule.isEnabled { document.cautions = ["this rule is switched off"] }
    let join = { (names: [String]) in names.isEmpty ? [] : [names.joined(separator: ", ")] }
    let facts =
      [
        Fact("about", rule.subject.rawValue), Fact("name", join(rule.names)),
        Fact("except", join(rule.exceptions)), Fact("needs", join(rule.needs)),
      ]
      + rule.levels.map { Fact($0.severity.rawValue, $0.texts.joined(separator: " and ")) }
      + [Fact("says", rule.detail)]
    let sources = rule.sources.isEmpty ? ["none given"] : rule.sources
    document.sections = [
      DocumentSection(
        "conditions", heading: "", isFirstScreen: true,
        contents: [.facts(facts.filter { !$0.paragraphs.isEmpty })]),
      DocumentSection(
        "advice", heading: "What to do", isFirstScreen: true,
        contents: [.paragraph(rule.recommendation)]
          + rule.advice.map {
            .note("If \($0.texts.joined(separator: " and ")): \($0.text)")
          }),
      DocumentSection(
        "sources", heading: "Sources", contents: [.facts(sources.map { Fact("-", $0) })]),
    ]
    return document
  }
}

/// The JSON of the rules.
private struct RuleListDocument: Encodable {
  let schemaVersion = 1
  let tool = ToolDocument()
  let rules: [RuleDocument]
}

/// The JSON of a rule.
private struct RuleDocument: Encodable {
  let schemaVersion = 1
  let tool = ToolDocument()
  let id: String
  let subject: String
  let isEnabled: Bool
  let names: [String]
  let exceptions: [String]
  let needs: [String]
  let conditions: [String: [String]]
  let title: String
  let detail: String
  let recommendation: String
  let advice: [AdviceDocument]?
  let sources: [String]

  struct AdviceDocument: Encodable {
    let when: [String]
    let recommendation: String
  }

  init(_ rule: Rule) {
    id = rule.id
    subject = rule.subject.rawValue
    isEnabled = rule.isEnabled
    names = rule.names
    exceptions = rule.exceptions
    needs = rule.needs
    conditions = Dictionary(
      rule.levels.map { ($0.severity.rawValue, $0.texts) },
      uniquingKeysWith: { first, other in
        // Alternatives: a list each would change the key's type.
        [(first.joined(separator: " and ") + " or " + other.joined(separator: " and "))]
      })
    let advice = rule.advice.map { AdviceDocument(when: $0.texts, recommendation: $0.text) }
    self.advice = advice.isEmpty ? nil : advice
    title = rule.title
    detail = rule.detail
    recommendation = rule.recommendation
    sources = rule.sources
  }
}
