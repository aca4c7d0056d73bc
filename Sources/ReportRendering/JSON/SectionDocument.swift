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
  var facts: [SectionFactDocument]?

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
    let facts = section.content?.facts ?? []
    self.facts = facts.isEmpty ? nil : facts.map(SectionFactDocument.init)
  }

  private init(_ missing: MissingSection) {
    kind = missing.kind
    outcome = "missing"
    reason = missing.reason.rawValue
  }
}

/// One thing that a section says by itself.
struct SectionFactDocument: Encodable {
  let name: String
  var bytes: Int?
  var toleranceBytes: Int?
  var line: Int?
  var count: Int?
  var flag: Bool?
  var text: String?

  init(_ fact: SectionFact) {
    name = fact.name
    switch fact.value {
    case .size(let size):
      bytes = size.bytes
      toleranceBytes = size.tolerance
      line = size.line
    case .count(let count): self.count = count
    case .flag(let flag): self.flag = flag
    case .text(let text): self.text = text
    }
  }
}
