internal import AllocationBalance
internal import MemoryAnalysis

/// A snapshot as a row of a table of many.
enum SummaryRow {
  static let columns = [
    Column(.name, "path", nil), Column(.word, "capturedAt", "captured", priority: 1),
    Column(.name, "model", nil), Column(.word, "build", "build", priority: 3),
    Column(.name, "osVersion", nil, priority: 2), .bytes("kernelBytes", "kernel", lowerBound: true),
    .bytes("userBytes", "user", lowerBound: true),
    Column(.share, "kernelShare", "kernel of both", priority: 2),
    .bytes("installedBytes", "installed", priority: 5),
    Column(.name, "largestZone", nil), .bytes("largestZoneBytes", nil),
    Column(.count, "criticalFindings", nil), Column(.count, "warningFindings", nil),
    Column(.count, "infoFindings", nil), Column(.word, "worst", "worst"),
    Column(.word, "outcome", "read", priority: 4),
  ]

  static func cells(_ summary: SnapshotSummary) -> [Cell] {
    let findings = Severity.allCases.reversed().map { Cell.count(summary.findings[$0] ?? 0) }
    return [
      .name(summary.path), .name(summary.capturedAt), .name(summary.model), .name(summary.build),
      .name(summary.osVersion),
      .size(summary.kernelBytes, isLowerBound: summary.kernelIsLowerBound),
      .size(summary.userBytes, isLowerBound: summary.userIsLowerBound),
      summary.kernelShare.map { .share($0, of: "kernel and user") } ?? .empty,
      .size(summary.installedBytes), .name(summary.largestZone), .size(summary.largestZoneBytes),
    ] + findings + [
      summary.worst.map { .name($0.rawValue) } ?? .empty, .name(summary.outcome),
    ]
  }
}
