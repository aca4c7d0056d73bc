/// What one kind of section says: the type that a parser turns a member's text into.
///
/// To add a section, make a folder with the type, its parser and its `descriptor`, and add its kind
/// to `SectionRegistry.swift`. Member names, `list`, `extract`, `explain`, the report's coverage, the
/// store and redaction follow from the descriptor.
public protocol MemorySection: Codable, Equatable, Sendable {
  /// All that is known of the section beforehand.
  static var descriptor: SectionDescriptor { get }

  /// Whether a text is such a section, told by its beginning alone.
  ///
  /// It is asked of a text without a name that tells. False by default: the text is then known by its
  /// member's name only.
  static func recognizes(_ head: TextHead) -> Bool

  /// The layout of the text, where it has changed with releases; nil where there is just one.
  var layout: String? { get }

  /// What is shown of the section wherever sections are listed; empty where a report tells it better.
  var facts: [SectionFact] { get }
}

extension MemorySection {
  /// Nil: most tools have printed the same layout in all releases.
  public var layout: String? { nil }

  /// False: the text is known by its member's name.
  public static func recognizes(_ head: TextHead) -> Bool { false }

  /// None: what most sections say has its own place in a report.
  public var facts: [SectionFact] { [] }

  /// Whether `other` is the same section and says the same.
  func says(theSameAs other: any MemorySection) -> Bool {
    (other as? Self) == self
  }
}
