/// A result laid out for readers: what every renderer but JSON renders.
///
/// A result builds one document; text, CSV and every later format read the same one. The order is the
/// order of reading: warnings, the verdict, what the result is about, then the sections.
public struct Document: Sendable, Hashable {
  /// What a reader must know before any number, such as a damaged archive.
  public var warnings: [String] = []
  /// The answer in one sentence, and the next step.
  public var verdict: Verdict?
  /// What the result is about: machine, system, time, archive.
  public var subject: [String] = []
  /// What limits the result, one sentence each.
  public var cautions: [String] = []
  /// The sections, in the order of reading.
  public var sections: [DocumentSection] = []
  /// The result on one line, for a list of many results; nil for a result that stands alone.
  public var line: ListLine?
  /// What the units and signs mean, said once at the end.
  public var foot: [String] = []

  /// Creates an empty document.
  public init() {}

  /// Creates the document of one result in a list of many: a line, and the row of a table.
  public init(line: ListLine, row: Table) {
    self.line = line
    sections = [DocumentSection("row", heading: "", contents: [.table(row)])]
  }

  /// Every table of the document, in the order of reading.
  public var tables: [Table] {
    sections.flatMap { section in
      section.contents.compactMap { content in
        if case .table(let table) = content { table } else { nil }
      }
    }
  }
}

/// The answer in one sentence.
public struct Verdict: Sendable, Hashable {
  /// How much the answer matters.
  public enum Tone: Sendable, Hashable {
    /// Something is wrong.
    case alarming
    /// Nothing is wrong, or nothing can be said.
    case plain
  }

  /// The sentence.
  public var sentence: String
  /// How much it matters.
  public var tone: Tone
  /// What to do next, one sentence; nil when there is nothing to do.
  public var nextStep: String?

  /// Creates a verdict.
  public init(_ sentence: String, tone: Tone = .plain, nextStep: String? = nil) {
    self.sentence = sentence
    self.tone = tone
    self.nextStep = nextStep
  }
}
