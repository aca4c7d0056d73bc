internal import AllocationBalance
public import MemoryAnalysis

/// Tables of many archives as comma-separated values, a row for each.
public enum SummaryCSV {
  private static let columns = [
    "path", "capturedAt", "model", "build", "osVersion", "kernelBytes", "userBytes", "kernelShare",
    "installedBytes", "largestZone", "largestZoneBytes", "criticalFindings", "warningFindings",
    "infoFindings", "worst", "outcome", "error",
  ]

  /// The names of the columns of a batch.
  public static let header = CSVTable.line(columns.map(CSVTable.Cell.text))

  /// An archive of a batch.
  public static func line(_ summary: SnapshotSummary) -> String {
    CSVTable.line(cells(summary))
  }

  /// A list of a store's snapshots, with the names of its columns.
  public static func list(_ snapshots: [ListedSnapshot]) -> String {
    // What went wrong stands with the files, of which a snapshot may have several.
    var table = CSVTable(["id", "machine"] + columns.dropLast())
    for snapshot in snapshots {
      table.add(
        [.number(Int(snapshot.id)), .text(snapshot.machine)] + cells(snapshot.summary).dropLast())
    }
    return table.text
  }

  private static func cells(_ summary: SnapshotSummary) -> [CSVTable.Cell] {
    [
      .text(summary.path), CSVTable.Cell(summary.capturedAt), CSVTable.Cell(summary.model),
      CSVTable.Cell(summary.build), CSVTable.Cell(summary.osVersion),
      CSVTable.Cell(summary.kernelBytes), CSVTable.Cell(summary.userBytes),
      CSVTable.Cell(summary.kernelShare), CSVTable.Cell(summary.installedBytes),
      CSVTable.Cell(summary.largestZone), CSVTable.Cell(summary.largestZoneBytes),
    ] + [Severity.critical, .warning, .info].map { .number(summary.findings[$0] ?? 0) } + [
      CSVTable.Cell(summary.worst?.rawValue), .text(summary.outcome),
      CSVTable.Cell(summary.error),
    ]
  }
}
