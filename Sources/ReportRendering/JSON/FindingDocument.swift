internal import AllocationBalance
internal import MemoryAnalysis

/// What a rule has to say.
struct FindingDocument: Encodable {
  let id: String
  let severity: Severity
  let title: String
  let detail: String
  let recommendation: String
  let subject: String
  let bytes: Int?
  let evidence: [Row]

  struct Row: Encodable {
    let member: String
    let line: Int?
    let text: String
  }

  init(_ finding: Finding) {
    id = finding.id
    severity = finding.severity
    title = finding.title
    detail = finding.detail
    recommendation = finding.recommendation
    subject = finding.subject
    bytes = finding.bytes
    evidence = finding.evidence.map { Row(member: $0.member, line: $0.line, text: $0.text) }
  }
}

/// A rule that could not be judged: it has not passed.
struct NotEvaluatedDocument: Encodable {
  let id: String
  let reason: String

  init(_ rule: FindingsReport.NotEvaluated) {
    id = rule.rule
    reason = rule.reason
  }
}
