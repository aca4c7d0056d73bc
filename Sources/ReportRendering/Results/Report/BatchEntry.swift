internal import AllocationBalance
public import MemoryAnalysis
internal import MemorySections
internal import Platform

/// One archive of a batch: its report on one line, and its row in a table of many.
public struct BatchEntry: Presentable, Sendable {
  private let report: Report
  /// What went wrong; nil when the archive was read whole.
  public let error: String?

  /// Creates an entry.
  ///
  /// - Parameters:
  ///   - report: what was read; of an archive that could not be read, a report without sections.
  ///   - error: what went wrong; nil when the archive was read whole.
  public init(_ report: Report, error: String?) {
    self.report = report
    self.error = error
  }

  /// One table: a row for each archive.
  public static var tables: [TableShape] {
    [
      TableShape(
        "archives", of: "archives",
        SummaryRow.columns + more)
    ]
  }

  /// The report's JSON.
  public var contract: any Encodable { report.contract }

  /// An archive has rows in exported tables.
  public static var isExported: Bool { true }

  /// The archive's capture.
  public var exported: ExportedCapture? { ExportedCapture(report, error: error) }

  /// The archive's line and row.
  public var document: Document {
    let summary = SnapshotSummary(report, error: error)
    return Document(
      line: line,
      row: Table(
        Self.tables[0], [Table.Row(SummaryRow.cells(summary) + more)]))
  }

  /// The name of the capture; empty when the archive holds no other.
  private var capture: Cell {
    let archive = report.snapshot.archive
    return archive.captureCount == nil ? .empty : .name(archive.name)
  }

  /// The figures behind the line.
  private var line: ListLine {
    BatchEntryLine(report, summary: SnapshotSummary(report, error: error), worst: worst).line
  }

  /// The worst finding that is more than information.
  private var worst: Finding? {
    report.findings.findings.first.flatMap { $0.severity > .info ? $0 : nil }
  }

  /// The columns of spreadsheets alone.
  private static let more: [Column] = [
    Column(.name, "capture", nil), Column(.text, "error", nil), Column(.name, "hostName", nil),
    Column(.count, "uptimeSeconds", nil), Column(.text, "findings", nil),
    Column(.name, "worstFinding", nil), .bytes("worstFindingBytes", nil),
  ]

  /// The cells of those columns.
  private var more: [Cell] {
    let ids = report.findings.findings.map(\.id).distinct
    return [
      capture, .text(error), .name(report.snapshot.sysctl?.hostName),
      report.uptimeSeconds.map(Cell.count) ?? .empty,
      ids.isEmpty ? .empty : .text(ids.joined(separator: " ")),
      .name(worst?.id), .size(worst?.bytes),
    ]
  }
}

extension Report {
  /// How long the machine had been up when it was captured; nil when either time is unknown.
  fileprivate var uptimeSeconds: Int? {
    guard let captured = snapshot.archive.capturedSeconds, let boot = snapshot.bootTime?.seconds,
      captured >= boot
    else { return nil }
    return captured.subtractingSaturated(boot)
  }
}

extension [String] {
  /// The elements without those that stand before, in their order.
  fileprivate var distinct: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
