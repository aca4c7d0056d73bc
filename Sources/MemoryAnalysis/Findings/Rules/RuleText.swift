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

  /// The text with its placeholders filled in.
  ///
  /// Of parts with a semicolon between them, those with an unknown value are left out. Where nothing
  /// would remain, unknown values are stated as unknown.
  static func fill(_ text: String, with subject: Subject) -> String {
    let parts = text.split(separator: "; ").map { fill(part: String($0), with: subject) }
    let known = parts.filter(\.isKnown)
    return (known.isEmpty ? parts : known).map(\.text).joined(separator: "; ")
  }

  private static func fill(part: String, with subject: Subject) -> (text: String, isKnown: Bool) {
    // The texts were checked when the rule was parsed.
    guard let pieces = try? pieces(part) else { return (part, true) }
    var isKnown = true
    let text = pieces.map { piece in
      switch piece {
      case .words(let words): return words
      case .placeholder("name"): return subject.name
      case .placeholder(let name):
        let value = value(MeasureName(rawValue: name), of: subject)
        isKnown = isKnown && value != nil
        return value ?? "unknown"
      }
    }.joined()
    return (text, isKnown)
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

  /// A measure in words; nil when it is unknown.
  private static func value(_ name: MeasureName?, of subject: Subject) -> String? {
    guard let name, let measure = subject.measures[name] else { return nil }
    switch measure.value {
    case .word(let word): return meaning(of: word, name)
    case .number(let number):
      return text(number, name.unit).map { (measure.isLowerBound ? "at least " : "") + $0 }
    }
  }

  private static func text(_ number: Double, _ unit: MeasureName.Unit) -> String? {
    switch unit {
    case .bytes: whole(number).map(SizeText.short)
    case .bytesPerHour: whole(number).map { SizeText.signed($0) + "/h" }
    case .share: whole(number * 10_000).flatMap { SizeText.share($0, of: 10_000) }
    case .hours: whole(number * 3600).map(SizeText.hours)
    case .count, .word, .text: whole(number).map(SizeText.exact)
    }
  }

  /// The nearest integer; nil when it does not fit, as a share of 2^50 bytes of 1 does not.
  private static func whole(_ number: Double) -> Int? { Int(exactly: number.rounded()) }

  /// A rule's word in plain language.
  private static func meaning(of word: String, _ name: MeasureName) -> String {
    switch (name, word) {
    case (.reason, _): MissingSection.Reason(rawValue: word)?.words ?? word
    case (.damage, "truncated"): "the archive ends too early"
    case (.damage, "corrupt"): "the archive is damaged"
    case (.damage, "limited"): "a limit was met"
    case (.damage, "unreadable"): "nothing could be read"
    case (.damage, "problems"): "parts were skipped"
    case (.ending, "cutShort"): "its text breaks off"
    case (.ending, "timedOut"): "its tool was stopped at its time limit"
    default: word
    }
  }
}
