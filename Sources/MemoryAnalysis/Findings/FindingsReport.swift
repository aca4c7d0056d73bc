/// The findings of a rule set, and the rules that could not be evaluated.
public struct FindingsReport: Sendable {
  /// The findings, most severe first, then largest first.
  public let findings: [Finding]
  /// The rules that could not be evaluated: the archive lacks their input.
  ///
  /// Such a rule has not passed.
  public let notEvaluated: [NotEvaluated]
  /// The number of evaluated rules.
  public let evaluated: Int

  /// A rule that could not be evaluated.
  public struct NotEvaluated: Sendable, Hashable {
    /// The rule's id.
    public let rule: String
    /// One sentence on the missing input.
    public let reason: String
  }

  /// The highest severity; nil without findings.
  public var worst: Severity? { findings.first?.severity }

  /// Evaluates the rules about one of `kinds`.
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
  /// The order in a report: severity, size, then names, to make runs reproducible.
  fileprivate func precedes(_ other: Finding) -> Bool {
    if severity != other.severity { return severity > other.severity }
    if bytes != other.bytes { return (bytes ?? 0) > (other.bytes ?? 0) }
    return (id, subject) < (other.id, other.subject)
  }
}
