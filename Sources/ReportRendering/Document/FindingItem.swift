internal import MemorySections
public import MemoryAnalysis

/// A finding as a document shows it.
public struct FindingItem: Sendable, Hashable {
  /// How much it matters.
  public var severity: Severity
  /// The rule's id, for `rules explain`.
  public var id: String
  /// What was found.
  public var title: String
  /// The numbers behind it.
  public var detail: String
  /// Where the first number stands; nil when no line says it.
  public var source: String?
  /// What to do; nil where nothing needs to be done.
  public var advice: String?

  /// Creates an item.
  init(
    severity: Severity, id: String, title: String, detail: String, source: String?, advice: String?
  ) {
    self.severity = severity
    self.id = id
    self.title = title
    self.detail = detail
    self.source = source
    self.advice = advice
  }

  init(_ finding: Finding) {
    severity = finding.severity
    id = finding.id
    title = finding.title
    detail = finding.detail
    source = finding.evidence.first.map { evidence in
      evidence.source.map(\.place) ?? Source(member: evidence.member, line: 0).memberName
    }
    advice = finding.severity > .info ? finding.recommendation : nil
  }
}

extension Source {
  /// The member's own name and the line, as people look it up: `zprint.txt:186`.
  var place: String { "\(memberName):\(line)" }

  /// The last part of the member's path.
  var memberName: String {
    member.split(separator: "/").last.map(String.init) ?? member
  }
}
