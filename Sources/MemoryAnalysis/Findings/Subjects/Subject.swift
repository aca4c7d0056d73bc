internal import MemorySections

/// One subject of a rule, with its known measures.
///
/// Unknown measures are absent: a condition on one is neither met nor unmet.
struct Subject: Sendable {
  let name: String
  /// The size when no condition asks for one; nil when unknown.
  var size: Quantity?
  /// Most subjects have six of them or fewer.
  private(set) var measures = [MeasureName: Measure](minimumCapacity: 6)

  init(name: String) { self.name = name }

  /// Sets a number, unless unknown.
  mutating func set(_ measure: MeasureName, _ number: Double?, _ evidence: [Evidence] = []) {
    measures[measure] = number.map { Measure(value: .number($0), evidence: evidence) }
  }

  /// Sets a size, unless unknown.
  mutating func set(
    _ measure: MeasureName, _ size: Quantity?, _ evidence: [Evidence] = [],
    isLowerBound: Bool = false
  ) {
    measures[measure] = size.map { size in
      Measure(
        value: .number(Double(size.bytes)), evidence: evidence, isLowerBound: isLowerBound)
    }
  }

  /// Sets a size's share of a whole, unless either is unknown.
  mutating func set(
    _ measure: MeasureName, _ part: Quantity?, of whole: Quantity?, _ evidence: [Evidence] = []
  ) {
    guard let part, let whole, whole.bytes > 0 else { return }
    set(measure, Double(part.bytes) / Double(whole.bytes), evidence)
  }

  /// Sets a word or a text, unless unknown.
  mutating func set(_ measure: MeasureName, word: String?, _ evidence: [Evidence] = []) {
    measures[measure] = word.map { Measure(value: .word($0), evidence: evidence) }
  }

  /// Copies a measure of another subject.
  mutating func copy(_ measure: MeasureName, from other: Subject) {
    measures[measure] = other.measures[measure]
  }
}

/// A known value with its source rows.
struct Measure: Sendable, Hashable {
  let value: Value
  let evidence: [Evidence]
  /// Whether the true value may be larger: enough for a warning, and stated in words.
  var isLowerBound = false

  enum Value: Sendable, Hashable {
    case number(Double)
    case word(String)
  }
}

/// The subjects of one kind in an archive or a comparison.
enum SubjectSet: Sendable {
  /// The known subjects; `gap` says why some may be missing, nil when none are.
  case known([Subject], gap: String? = nil)
  /// No subject is known, with the reason.
  case missing(String)
}
