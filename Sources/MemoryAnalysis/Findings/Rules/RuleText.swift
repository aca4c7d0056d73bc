internal import AllocationBalance

/// A rule's texts with placeholders: `{name}` and `{measure}`.
enum RuleText {
  /// Checks that every placeholder of a text exists for the subject.
  ///
  /// - Throws: `RuleError` that names the first unknown placeholder, or an unclosed brace.
  static func check(_ text: String, for subject: SubjectKind) throws(RuleError) {
    for piece in try pieces(text) {
      if case .placeholder(let name) = piece, name != "name" {
        _ = try MeasureName(name, for: subject)
      }
    }
  }

  /// The text with its placeholders filled in; unknown values are stated as unknown.
  static func fill(_ text: String, with subject: Subject) -> String {
    // The texts were checked when the rule was parsed.
    guard let pieces = try? pieces(text) else { return text }
    return pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .placeholder("name"): subject.name
      case .placeholder(let name): value(MeasureName(rawValue: name), of: subject)
      }
    }.joined()
  }

  private enum Piece {
    case words(String)
    case placeholder(String)
  }

  private static func pieces(_ text: String) throws(RuleError) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw RuleError("{ is not closed")
      }
      pieces.append(.words(String(rest[..<open])))
      pieces.append(.placeholder(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    return pieces + [.words(String(rest))]
  }

  private static func value(_ name: MeasureName?, of subject: Subject) -> String {
    guard let name, let measure = subject.measures[name] else { return "unknown" }
    switch measure.value {
    case .word(let word): return meaning(of: word, name)
    case .number(let number):
      return (measure.isLowerBound ? "at least " : "") + text(number, name.unit)
    }
  }

  private static func text(_ number: Double, _ unit: MeasureName.Unit) -> String {
    let words: String? =
      switch unit {
      case .bytes: whole(number).map(SizeText.short)
      case .bytesPerHour: whole(number).map { SizeText.signed($0) + "/h" }
      case .share: whole(number * 10_000).flatMap { SizeText.share($0, of: 10_000) }
      case .hours: whole(number * 3600).map(SizeText.hours)
      case .count, .word, .text: whole(number).map(SizeText.exact)
      }
    return words ?? "unknown"
  }

  /// The nearest integer; nil when it does not fit, as a share of 2^50 bytes of 1 does not.
  private static func whole(_ number: Double) -> Int? { Int(exactly: number.rounded()) }

  /// A rule's word in plain language.
  private static func meaning(of word: String, _ name: MeasureName) -> String {
    guard name == .reason, let reason = MissingSection.Reason(rawValue: word) else { return word }
    return reason.words
  }
}
