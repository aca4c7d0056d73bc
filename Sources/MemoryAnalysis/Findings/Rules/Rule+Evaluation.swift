internal import MemorySections

/// Evaluates a rule.
extension Rule {
  /// The result of a rule.
  enum Outcome {
    /// The rule was evaluated; no findings means that it passed.
    case findings([Finding])
    /// The rule could not be evaluated, with the reason.
    case notEvaluated(String)
  }

  /// Evaluates the rule for its subjects.
  ///
  /// Any match is a finding. Without one, the rule has passed only if all subjects are known and
  /// each measure of its conditions is known for at least one of them.
  func evaluate(_ set: SubjectSet) -> Outcome {
    guard case .known(let all, let gap) = set else {
      if case .missing(let reason) = set { return .notEvaluated(reason) }
      return .notEvaluated("nothing is known")
    }
    let subjects = all.filter { isAbout($0.name) }
    let verdicts = subjects.map(judge)
    let findings = zip(subjects, verdicts).compactMap { subject, verdict in
      if case .fires(let level) = verdict { finding(level, subject) } else { nil }
    }
    if !findings.isEmpty { return .findings(findings) }
    if let gap { return .notEvaluated(gap) }
    let unknown = verdicts.compactMap { verdict -> MeasureName? in
      if case .unknown(let measure) = verdict { measure } else { nil }
    }
    if let measure = unknown.first, unknown.count == verdicts.count {
      return .notEvaluated("\(measure.rawValue) of \(subject.rawValue) is not known")
    }
    return .findings([])
  }

  private enum Verdict {
    case fires(Level)
    case passes
    case unknown(MeasureName)
  }

  private func isAbout(_ name: String) -> Bool {
    let fits = { (pattern: String) in
      NamePattern(pattern)?.matches(name) ?? (pattern == name)
    }
    return (names.isEmpty || names.contains(where: fits)) && !exceptions.contains(where: fits)
  }

  /// The first level that holds; a level that may hold leaves the rule undecided.
  private func judge(_ subject: Subject) -> Verdict {
    if let missing = neededMeasures.first(where: { subject.measures[$0] == nil }) {
      return .unknown(missing)
    }
    var unknown: MeasureName?
    for level in levels {
      let results = level.conditions.map { ($0, $0.holds(for: subject)) }
      if results.contains(where: { $0.1 == false }) { continue }
      guard let open = results.first(where: { $0.1 == nil }) else { return .fires(level) }
      unknown = unknown ?? open.0.measure
    }
    return unknown.map { .unknown($0) } ?? .passes
  }

  private func finding(_ level: Level, _ subject: Subject) -> Finding {
    let measures = neededMeasures + level.conditions.map(\.measure)
    var evidence: [Evidence] = []
    for row in measures.flatMap({ subject.measures[$0]?.evidence ?? [] })
    where !evidence.contains(row) {
      evidence.append(row)
    }
    return Finding(
      id: id, severity: level.severity, title: RuleText.fill(title, with: subject),
      detail: RuleText.fill(detail, with: subject),
      recommendation: RuleText.fill(advice(for: subject), with: subject), evidence: evidence,
      subject: subject.name, bytes: size(of: subject, measures))
  }

  /// What to do about a subject: the first advice whose conditions hold, else the usual one.
  private func advice(for subject: Subject) -> String {
    advice.first { $0.conditions.allSatisfy { $0.holds(for: subject) == true } }?.text
      ?? recommendation
  }

  /// The finding's sort key: the first size that the rule asks for, or else the subject's own.
  private func size(of subject: Subject, _ measures: [MeasureName]) -> Int? {
    for measure in measures where measure.unit == .bytes {
      if case .number(let number) = subject.measures[measure]?.value {
        return Int(exactly: number.rounded())
      }
    }
    return subject.size?.bytes
  }
}
