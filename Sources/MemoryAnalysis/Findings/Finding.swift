internal import AllocationBalance
public import MemorySections

/// Something that a rule has to say of an archive or a comparison.
public struct Finding: Sendable, Hashable {
  /// The rule's id.
  public let id: String
  /// How much it matters.
  public let severity: Severity
  /// What it is, in a few words.
  public let title: String
  /// The numbers behind it.
  public let detail: String
  /// What to do about it.
  public let recommendation: String
  /// The rows that it rests on, the one that decided first.
  public let evidence: [Evidence]
  /// What it is about: a zone, a process, a section.
  public let subject: String
  /// How many bytes it is about; nil when it is not about bytes.
  public let bytes: Int?
}

/// A row that a finding rests on.
public struct Evidence: Sendable, Hashable {
  /// The member that the row stands in.
  public let member: String
  /// The row's line, from 1; nil when the member as a whole is meant.
  public let line: Int?
  /// The row in short.
  public let text: String

  /// Where the row stands; nil when the member as a whole is meant.
  public var source: Source? { line.map { Source(member: member, line: $0) } }
}
