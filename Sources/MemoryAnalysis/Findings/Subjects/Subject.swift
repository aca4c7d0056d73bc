internal import MemorySections

/// One thing that a rule may be about, with what is known of it.
///
/// A measure that is not known is absent: a condition on it is neither met nor unmet.
struct Subject: Sendable {
  let name: String
  /// How many bytes it is about, where no condition asks for a size; nil when it is not known.
  var size: Quantity?
  private(set) var measures: [MeasureName: Measure] = [:]

  init(name: String) { self.name = name }

  /// Sets a number, unless it is not known.
  mutating func set(_ measure: MeasureName, _ number: Double?, _ evidence: [Evidence] = []) {
    measures[measure] = number.map { Measure(value: .number($0), evidence: evidence) }
  }

  /// Sets a size, unless it is not known.
  mutating func set(
    _ measure: MeasureName, _ size: Quantity?, _ evidence: [Evidence] = [],
    isLowerBound: Bool = false
  ) {
    measures[measure] = size.map { size in
      Measure(
        value: .number(Double(size.bytes)), evidence: evidence, isLowerBound: isLowerBound)
    }
  }

  /// Sets the part that a size is of a whole, unless either is not known.
  mutating func set(
    _ measure: MeasureName, _ part: Quantity?, of whole: Quantity?, _ evidence: [Evidence] = []
  ) {
    guard let part, let whole, whole.bytes > 0 else { return }
    set(measure, Double(part.bytes) / Double(whole.bytes), evidence)
  }

  /// Sets a word or a text, unless it is not known.
  mutating func set(_ measure: MeasureName, word: String?, _ evidence: [Evidence] = []) {
    measures[measure] = word.map { Measure(value: .word($0), evidence: evidence) }
  }

  /// Takes over what is known of another.
  mutating func copy(_ measure: MeasureName, from other: Subject) {
    measures[measure] = other.measures[measure]
  }
}

/// A value that is known, and the rows that say so.
struct Measure: Sendable, Hashable {
  let value: Value
  let evidence: [Evidence]
  /// Whether the true value may be larger: good enough to warn by, and said in words.
  var isLowerBound = false

  enum Value: Sendable, Hashable {
    case number(Double)
    case word(String)
  }
}

/// The things of one kind that an archive or a comparison knows.
enum SubjectSet: Sendable {
  /// They are known; all of them, unless `gap` says why some may be missing.
  case known([Subject], gap: String? = nil)
  /// Nothing is known of them, and why.
  case missing(String)
}
