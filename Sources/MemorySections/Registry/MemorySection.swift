/// The content of one kind of section: the result of parsing a member's text.
///
/// To add a section, create a folder with the type, its parser and its `descriptor`, and add its
/// kind to `SectionRegistry.swift`. Member names, `list`, `extract`, `explain`, the report's
/// coverage, the store and redaction follow from the descriptor.
public protocol MemorySection: Codable, Equatable, Sendable {
  /// The static description of the section.
  static var descriptor: SectionDescriptor { get }

  /// Whether a text is such a section, judged only by its beginning.
  ///
  /// It is called for a text with an uninformative name. The default is false: the section is then
  /// recognized only by its member's name.
  static func recognizes(_ head: TextHead) -> Bool

  /// The layout of the text, if it has changed with releases; nil when there is just one.
  var layout: String? { get }

  /// What is shown of the section wherever sections are listed; empty where a report tells it better.
  var facts: [SectionFact] { get }
}

extension MemorySection {
  /// Nil: most tools have printed the same layout in all releases.
  public var layout: String? { nil }

  /// False: the section is recognized by its member's name.
  public static func recognizes(_ head: TextHead) -> Bool { false }

  /// None: what most sections say has its own place in a report.
  public var facts: [SectionFact] { [] }

  /// Whether `other` is the same kind of section with equal content.
  func says(theSameAs other: any MemorySection) -> Bool {
    (other as? Self) == self
  }
}
