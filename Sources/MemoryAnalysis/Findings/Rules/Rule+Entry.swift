/// Builds rules from the entries of a file.
extension Rule {
  /// Creates a complete rule.
  ///
  /// - Throws: `RuleError` that names the rule and what is missing or wrong.
  init(_ entry: RuleEntry) throws(RuleError) {
    do throws(RuleError) {
      guard let kind = try entry.text("for") else { throw RuleError("for is missing") }
      guard let subject = SubjectKind(rawValue: kind) else {
        let kinds = SubjectKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw RuleError("for takes one of \(kinds), not \(kind)")
      }
      self.init(id: entry.id, subject: subject, title: "", detail: "", recommendation: "")
      for key in ["title", "detail", "recommendation"] where !entry.has(key) {
        throw RuleError("\(key) is missing")
      }
      try apply(entry)
    } catch {
      throw error.within("rule \(entry.id)")
    }
  }

  /// The rule with the keys of an entry of the same id replaced.
  ///
  /// Only the given keys change. Severities are replaced one by one; a severity without conditions
  /// is removed.
  ///
  /// - Throws: `RuleError` that names the rule and what is wrong.
  func overridden(by entry: RuleEntry) throws(RuleError) -> Rule {
    var rule = self
    do throws(RuleError) {
      if let kind = try entry.text("for"), kind != subject.rawValue {
        throw RuleError("it is for \(subject.rawValue); a rule for \(kind) takes an id of its own")
      }
      try rule.apply(entry)
    } catch {
      throw error.within("rule \(entry.id)")
    }
    return rule
  }

  private mutating func apply(_ entry: RuleEntry) throws(RuleError) {
    names = try entry.list("name") ?? names
    exceptions = try entry.list("except") ?? exceptions
    sources = try entry.list("sources") ?? sources
    isEnabled = try entry.flag("enabled") ?? isEnabled
    title = try entry.text("title") ?? title
    detail = try entry.text("detail") ?? detail
    recommendation = try entry.text("recommendation") ?? recommendation
    if let needs = try entry.list("needs") {
      neededMeasures = []
      for name in needs { neededMeasures.append(try measure(name)) }
    }
    for severity in Severity.allCases {
      guard let alternatives = try entry.alternatives(severity.rawValue) else { continue }
      levels.removeAll { $0.severity == severity }
      for texts in alternatives where !texts.isEmpty {
        levels.append(
          Level(severity: severity, conditions: try conditions(texts, severity.rawValue)))
      }
    }
    // A stable order: alternatives stay as they were written.
    levels = Severity.allCases.reversed().flatMap { severity in
      levels.filter { $0.severity == severity }
    }
    if let cases = try entry.cases("advice") {
      advice = []
      for (texts, text) in cases {
        advice.append(Advice(conditions: try conditions(texts, "advice"), text: text))
      }
    }
    if levels.isEmpty, isEnabled { throw RuleError("no condition for any severity") }
    for text in [title, detail, recommendation] + advice.map(\.text) {
      do throws(RuleError) { try RuleText.check(text, for: subject) } catch {
        throw error.within("“\(text)”")
      }
    }
  }

  private func measure(_ name: String) throws(RuleError) -> MeasureName {
    do throws(RuleError) { return try MeasureName(name, for: subject) } catch {
      throw error.within("needs")
    }
  }

  private func conditions(
    _ texts: [String], _ key: String
  ) throws(RuleError) -> [RuleCondition] {
    var conditions: [RuleCondition] = []
    for text in texts {
      do throws(RuleError) { conditions.append(try RuleCondition(text, for: subject)) } catch {
        throw error.within("\(key) “\(text)”")
      }
    }
    return conditions
  }
}
