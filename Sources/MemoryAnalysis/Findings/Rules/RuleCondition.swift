/// A condition on one measure: `bytes >= 6 GiB`, `reason != notCollected`.
struct RuleCondition: Sendable, Hashable {
  /// The condition as written.
  let text: String
  let measure: MeasureName
  let relation: Relation
  let limit: Measure.Value

  enum Relation: String, Sendable, CaseIterable {
    // Operators of two characters come first: the parser tries them in this order.
    case atLeast = ">="
    case atMost = "<="
    case equal = "=="
    case different = "!="
    case more = ">"
    case less = "<"
  }

  /// Whether the condition holds; nil when the measure is unknown.
  func holds(for subject: Subject) -> Bool? {
    guard let value = subject.measures[measure]?.value else { return nil }
    switch (value, limit) {
    case (.number(let value), .number(let limit)): return compare(value, limit)
    case (.word(let value), .word(let limit)):
      return relation == .equal ? value == limit : value != limit
    default: return nil
    }
  }

  private func compare(_ value: Double, _ limit: Double) -> Bool {
    switch relation {
    case .atLeast: value >= limit
    case .atMost: value <= limit
    case .more: value > limit
    case .less: value < limit
    case .equal: value == limit
    case .different: value != limit
    }
  }
}

extension RuleCondition {
  /// Parses a condition of a rule about `subject`.
  ///
  /// - Throws: `RuleError` that says what is wrong with the text.
  init(_ text: String, for subject: SubjectKind) throws(RuleError) {
    guard let (relation, place) = Self.findRelation(text) else {
      throw RuleError("has no comparison (>=, <=, >, <, == or !=)")
    }
    measure = try MeasureName(Self.trim(text[..<place.lowerBound]), for: subject)
    let value = Self.trim(text[place.upperBound...])
    guard !value.isEmpty else { throw RuleError("has nothing to compare with") }
    if case .word(let words) = measure.unit {
      guard relation == .equal || relation == .different else {
        throw RuleError("compares words: only == and != will do")
      }
      guard words.contains(value) else {
        throw RuleError(
          "\(value) is no \(measure.rawValue): it is one of \(words.joined(separator: ", "))")
      }
      limit = .word(value)
    } else {
      limit = .number(try RuleNumber.read(value, measure.unit))
    }
    self.text = text
    self.relation = relation
  }

  private static func findRelation(_ text: String) -> (Relation, Range<String.Index>)? {
    for index in text.indices {
      for relation in Relation.allCases where text[index...].hasPrefix(relation.rawValue) {
        return (relation, index..<text.index(index, offsetBy: relation.rawValue.count))
      }
    }
    return nil
  }

  private static func trim(_ text: Substring) -> String {
    let blanks: Set<Character> = [" ", "\t"]
    var text = text.drop { blanks.contains($0) }
    while let last = text.last, blanks.contains(last) { text.removeLast() }
    return String(text)
  }
}

extension MeasureName {
  /// Parses the name of a measure of this kind of subject.
  ///
  /// - Throws: `RuleError` when the subject has no such measure.
  init(_ name: String, for subject: SubjectKind) throws(RuleError) {
    guard let measure = MeasureName(rawValue: name), subject.measures.contains(measure) else {
      let known = subject.measures.map(\.rawValue).joined(separator: ", ")
      throw RuleError("\(subject.rawValue) has no measure \(name): it has \(known)")
    }
    self = measure
  }
}
