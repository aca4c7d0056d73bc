internal import AllocationBalance
public import MemoryAnalysis
internal import MemorySections

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
        SummaryRow.columns + [Column(.name, "capture", nil), Column(.text, "error", nil)])
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
        Self.tables[0], [Table.Row(SummaryRow.cells(summary) + [capture, .text(summary.error)])]))
  }

  /// The name of the capture; empty when the archive holds no other.
  private var capture: Cell {
    let archive = report.snapshot.archive
    return archive.captureCount == nil ? .empty : .name(archive.name)
  }

  /// `PATH  Mac16,5 25D2128  kernel 2.01 GB (14 % of kernel + user)  user 11.9 GB  WARNING zone-leak …`.
  private var line: String {
    let machine = [report.snapshot.model, report.snapshot.build].compactMap { $0 }
      .joined(separator: " ")
    let archive = report.snapshot.archive
    let capture = archive.captureCount == nil ? nil : archive.name
    let place = [archive.path, capture].compactMap { $0 }.joined(separator: ": ")
    var words = [place, machine].filter { !$0.isEmpty }
    let balance = report.balance
    let share = balance.kernelShare.map { " (\(Cell.percent($0)) of kernel + user)" } ?? ""
    words.append(
      "kernel " + size(balance.kernel?.quantity, balance.kernel?.isLowerBound) + share)
    words.append("user " + size(balance.user?.quantity, balance.user?.isLowerBound))
    if let zone = report.snapshot.zprint?.zones.max(by: { $0.least.bytes < $1.least.bytes }) {
      words.append("largest zone \(zone.name) \(SizeText.short(zone.least.bytes))")
    }
    if let worst = report.findings.findings.first, worst.severity > .info {
      let bytes = worst.bytes.map { " \(SizeText.short($0))" } ?? ""
      words.append("\(worst.severity.rawValue.uppercased()) \(worst.id)\(bytes)")
    }
    if report.snapshot.scan.outcome != .complete {
      words.append(report.snapshot.scan.outcome.rawValue)
    }
    return words.joined(separator: "  ")
  }

  private func size(_ quantity: Quantity?, _ isLowerBound: Bool?) -> String {
    Cell.size(quantity, isLowerBound: isLowerBound ?? false).text
  }
}
