internal import AllocationBalance
public import MemorySections

/// A rule's statement about an archive or a comparison.
public struct Finding: Sendable, Hashable {
  /// The rule's id.
  public let id: String
  /// The severity.
  public let severity: Severity
  /// The problem in a few words.
  public let title: String
  /// The numbers behind it.
  public let detail: String
  /// What to do about it.
  public let recommendation: String
  /// The rows that support it, the deciding one first.
  public let evidence: [Evidence]
  /// The affected item: a zone, a process, a section.
  public let subject: String
  /// The affected bytes; nil when the finding is not about bytes.
  public let bytes: Int?

  /// Whether the finding is about the archive and its sections, not about memory.
  public var isOfArchive: Bool { Self.idsOfArchive.contains(id) }

  /// The ids of such rules.
  package static let idsOfArchive: Set<String> = [
    "archive-damaged", "footprint-missing", "section-cut-short", "section-unreadable",
    "zprint-missing", "zprint-redacted",
  ]
}

/// A row that supports a finding.
public struct Evidence: Sendable, Hashable {
  /// The row's member.
  public let member: String
  /// The row's line, from 1; nil when the whole member is meant.
  public let line: Int?
  /// The row in short.
  public let text: String

  /// The row's location; nil when the whole member is meant.
  public var source: Source? { line.map { Source(member: member, line: $0) } }
}
