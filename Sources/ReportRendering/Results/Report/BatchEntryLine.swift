internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The line of an archive in the list of a batch.
struct BatchEntryLine {
  private let report: Report
  private let summary: SnapshotSummary
  private let worst: Finding?

  /// Creates the line; `worst` is the worst finding that is more than information.
  init(_ report: Report, summary: SnapshotSummary, worst: Finding?) {
    self.report = report
    self.summary = summary
    self.worst = worst
  }

  /// The line.
  var line: ListLine {
    ListLine(
      sentence: sentence,
      fields: [
        ListLine.Field(state, widths: [8, 8, 8]),
        ListLine.Field(problem, end: worstSize, widths: [22, 30, 30]),
        ListLine.Field(host ?? "-", widths: [10, 16, 20]),
        ListLine.Field(time(characters: 10), widths: [10]),
        ListLine.Field(time(characters: 16), widths: [0, 16, 16]),
        ListLine.Field(kernel, widths: [0, 0, 9], isRightAligned: true),
        ListLine.Field(user, widths: [0, 0, 9], isRightAligned: true),
      ], name: place)
  }

  /// `PATH  Mac16,5 25D2128  studio  2026-02-03 10:20  kernel 2.01 GB (14 % of kernel + user)  user 11.9 GB  …`.
  private var sentence: String {
    let machine = [summary.model, summary.build].compactMap { $0 }.joined(separator: " ")
    let captured = summary.capturedAt == nil ? "" : time(characters: 16)
    var words = [place, machine, host ?? "", captured].filter { !$0.isEmpty }
    let share = summary.kernelShare.map { " (\(Cell.percent($0)) of kernel + user)" } ?? ""
    words += ["kernel " + kernel + share, "user " + user]
    if let zone = report.snapshot.zprint?.zones.max(by: { $0.least.bytes < $1.least.bytes }) {
      words.append("largest zone \(zone.name) \(SizeText.short(zone.least.bytes))")
    }
    if let worst {
      let size = worstSize.isEmpty ? "" : " " + worstSize
      words.append("\(worst.severity.rawValue.uppercased()) \(worst.id)\(size)")
    }
    if report.snapshot.scan.outcome != .complete { words.append(summary.outcome) }
    return words.joined(separator: "  ")
  }

  /// The archive's path, and the capture where the archive holds several.
  private var place: String {
    let archive = report.snapshot.archive
    let capture = archive.captureCount == nil ? nil : archive.name
    return [archive.path, capture].compactMap { $0 }.joined(separator: ": ")
  }

  /// The severity of the worst finding; `FAILED` for an archive without one that was not read whole.
  private var state: String {
    worst?.severity.rawValue.uppercased() ?? (summary.error == nil ? "ok" : "FAILED")
  }

  /// The worst finding, or how the reading ended.
  private var problem: String {
    if let worst { return worst.id }
    guard summary.error != nil else { return "-" }
    return report.snapshot.scan.outcome == .complete ? "no memory data" : summary.outcome
  }

  private var worstSize: String { worst?.bytes.map { SizeText.short($0) } ?? "" }

  private var host: String? { report.snapshot.sysctl?.hostName }

  /// The capture time by the machine's clock, `2024-03-05 10:20`, or its first characters.
  private func time(characters: Int) -> String {
    guard let captured = summary.capturedAt else { return "-" }
    return String(captured.prefix(characters)).replacing("T", with: " ")
  }

  private var kernel: String {
    let kernel = report.balance.kernel
    return Cell.size(kernel?.quantity, isLowerBound: kernel?.isLowerBound ?? false).text
  }

  private var user: String {
    let user = report.balance.user
    return Cell.size(user?.quantity, isLowerBound: user?.isLowerBound ?? false).text
  }
}
