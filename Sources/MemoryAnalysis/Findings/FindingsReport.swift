/// What a set of rules has to say, and which of them could not be judged.
public struct FindingsReport: Sendable {
  /// The findings, the most severe first, among those the largest.
  public let findings: [Finding]
  /// The rules that could not be judged: their inputs are not in the archive.
  ///
  /// Such a rule has not passed.
  public let notEvaluated: [NotEvaluated]
  /// How many rules could be judged.
  public let evaluated: Int

  /// A rule that could not be judged.
  public struct NotEvaluated: Sendable, Hashable {
    /// The rule's id.
    public let rule: String
    /// What was missing, in one sentence.
    public let reason: String
  }

  /// The severest finding's severity; nil without findings.
  public var worst: Severity? { findings.first?.severity }

  /// Evaluates the rules that are about one of `kinds`.
  init(
    _ rules: RuleSet, of kinds: [SubjectKind], subjects: (SubjectKind) -> SubjectSet
  ) {
    var findings: [Finding] = []
    var notEvaluated: [NotEvaluated] = []
    var evaluated = 0
    var known: [SubjectKind: SubjectSet] = [:]
    for rule in rules.rules where rule.isEnabled && kinds.contains(rule.subject) {
      let set = known[rule.subject] ?? subjects(rule.subject)
      known[rule.subject] = set
      switch rule.evaluate(set) {
      case .findings(let found):
        findings += found
        evaluated += 1
      case .notEvaluated(let reason):
        notEvaluated.append(NotEvaluated(rule: rule.id, reason: reason))
      }
    }
    self.findings = findings.sorted { $0.precedes($1) }
    self.notEvaluated = notEvaluated
    self.evaluated = evaluated
  }
}

extension Finding {
  /// The order of a report: severity, then size, then names, so that two runs agree.
  fileprivate func precedes(_ other: Finding) -> Bool {
    if severity != other.severity { return severity > other.severity }
    if bytes != other.bytes { return (bytes ?? 0) > (other.bytes ?? 0) }
    return (id, subject) < (other.id, other.subject)
  }
}
