/// A part of a document under a heading.
public struct DocumentSection: Sendable, Hashable {
  /// The section's name for programs and links, unique in a document.
  public var id: String
  /// The heading; empty for a section that needs none.
  public var heading: String
  /// The heading's figures, such as the total of the table below it; nil when there are none.
  public var summary: String?
  /// What the section holds, in the order of reading.
  public var contents: [Content]
  /// Whether the section belongs to the first screen, which `--brief` prints alone.
  public var isFirstScreen: Bool

  /// Creates a section.
  public init(
    _ id: String, heading: String, summary: String? = nil, isFirstScreen: Bool = false,
    contents: [Content]
  ) {
    self.id = id
    self.heading = heading
    self.summary = summary
    self.contents = contents
    self.isFirstScreen = isFirstScreen
  }

  /// One thing in a section.
  public enum Content: Sendable, Hashable {
    /// A sentence or several.
    case paragraph(String)
    /// An aside, such as the meaning of a column.
    case note(String)
    /// A heading below the section's own.
    case subheading(String)
    /// Labels, each with its paragraphs.
    case facts([Fact])
    /// What the rules found.
    case findings([FindingItem])
    /// A table.
    case table(Table)
    /// A chart.
    case chart(Chart)
  }
}

/// A label and what stands beside it.
public struct Fact: Sendable, Hashable {
  /// The label.
  public var label: String
  /// One or more paragraphs.
  public var paragraphs: [String]

  /// Creates a fact.
  public init(_ label: String, _ paragraphs: [String]) {
    self.label = label
    self.paragraphs = paragraphs
  }

  /// Creates a fact of one paragraph.
  public init(_ label: String, _ paragraph: String) {
    self.init(label, [paragraph])
  }
}
