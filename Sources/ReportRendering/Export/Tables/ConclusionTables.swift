internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// What was read, what it adds up to, and what the rules found.
extension ExportTable {
  static let sections = ExportTable(
    "sections", "one member that was read", of: { $0.report.snapshot.sections },
    [
      .text("kind", "zprint, footprint, kextstat, vmStat, …") { $0.kind.rawValue }.required,
      .text("member", "its path in the archive", \.member).required,
      .text("outcome", "parsed, partial or unreadable") { $0.outcome.rawValue }.required,
      .text("layout", "the layout of its text") { $0.content?.layout },
      .integer("bytes", "bytes received") { $0.coverage.bytes }.required,
      .integer("rows", "rows understood") { $0.coverage.rows }.required,
      .integer("unread_line_count", "lines that were not understood") {
        $0.coverage.unreadLineCount
      }.required,
      .boolean("is_whole", "false when it was cut short, damaged or over a limit") {
        $0.coverage.isWhole
      }.required,
      .text("reason", "why it could not be read, or how its text ends") {
        $0.coverage.failure ?? $0.coverage.endReason
      },
    ])

  static let ledger = ExportTable(
    "ledger", "one component of memory; only relation counted is summed",
    of: { $0.report.ledger.entries },
    [
      .text("component", "what it is", \.component).required,
      .text("side", "kernel, user or machine") { $0.side.rawValue }.required,
      .integer("bytes", "its size; unknown when only its presence is known") {
        $0.quantity?.bytes
      },
      .integer("tolerance", "by how much bytes may be off") { $0.quantity?.tolerance },
      .boolean("is_lower_bound", "whether it is at least so much", \.isLowerBound).required,
      .text("relation", "counted, subset or overlaps") { $0.relation.word }.required,
      .text("related_to", "the component that it is part of or overlaps") {
        $0.relation.other
      },
      .text("member", "where it was read") { $0.source?.member },
      .integer("line", "the line of the member") { $0.source?.line },
      .text("note", "what to know", \.note),
    ])

  static let findings = ExportTable(
    "findings", "one thing that a rule found", of: { $0.report.findings.findings },
    [
      .text("rule", "the rule's id", \.id).required,
      .text("severity", "critical, warning or info") { $0.severity.rawValue }.required,
      .text("subject", "the zone, process or section", \.subject).required,
      .integer("bytes", "how many bytes it is about", \.bytes),
      .text("title", "the problem in a few words", \.title).required,
      .text("detail", "the numbers behind it", \.detail).required,
      .text("recommendation", "what to do", \.recommendation).required,
      .text("member", "the member of the deciding row") { $0.evidence.first?.member },
      .integer("line", "its line") { $0.evidence.first?.line },
    ])
}

extension LedgerEntry.Relation {
  fileprivate var word: String {
    switch self {
    case .counted: "counted"
    case .subset: "subset"
    case .overlaps: "overlaps"
    }
  }

  fileprivate var other: String? {
    switch self {
    case .counted: nil
    case .subset(let other), .overlaps(let other): other
    }
  }
}
