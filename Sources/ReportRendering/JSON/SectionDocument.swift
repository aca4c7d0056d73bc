internal import AllocationBalance
internal import MemorySections

/// How well a section was read, or why it is not there.
struct SectionDocument: Encodable {
  let kind: SectionKind
  let outcome: String
  var member: String?
  var bytes: Int?
  var rows: Int?
  var generation: String?
  var unreadLines: [Coverage.UnreadLine]?
  var unreadLineCount: Int?
  var reason: String?

  /// The sections that were found, then the main ones that were not.
  static func all(_ snapshot: Snapshot) -> [SectionDocument] {
    snapshot.sections.map { SectionDocument($0, snapshot) } + snapshot.missing.map(Self.init)
  }

  private init(_ section: Section, _ snapshot: Snapshot) {
    kind = section.kind
    let isUnfinished = section.outcome == .parsed && snapshot.isIncomplete(section.kind)
    outcome = isUnfinished ? Section.Outcome.partial.rawValue : section.outcome.rawValue
    member = section.member
    bytes = section.coverage.bytes
    rows = section.coverage.rows
    unreadLines = section.coverage.unreadLines
    unreadLineCount = section.coverage.unreadLineCount
    reason = section.coverage.failure
    if reason == nil, case .timedOut = snapshot.task(for: section.kind)?.task.ending {
      reason = MissingSection.Reason.timedOut.rawValue
    }
    reason = reason ?? section.coverage.endReason
    generation = section.content?.layout
  }

  private init(_ missing: MissingSection) {
    kind = missing.kind
    outcome = "missing"
    reason = missing.reason.rawValue
  }
}
