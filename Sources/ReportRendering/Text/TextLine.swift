internal import AllocationBalance
public import MemoryAnalysis
internal import MemorySections

/// Renders a report as one line of a batch.
public enum TextLine {
  /// A line such as `NAME  kernel 2.01 GB (14 %)  user 11.9 GB  largest zone vm.pages.array 61 MB`.
  public static func render(_ report: Report) -> String {
    let archive = report.snapshot.archive
    let name = archive.path.split(separator: "/").last.map(String.init) ?? archive.path
    let machine = [report.snapshot.model, report.snapshot.build].compactMap { $0 }
      .joined(separator: " ")
    var words = [name, machine].filter { !$0.isEmpty }
    words.append("kernel " + kernel(report.balance))
    words.append(
      "user " + bound(report.balance.user?.quantity, report.balance.user?.isLowerBound))
    if let zone = largestZone(report.snapshot) { words.append("largest zone \(zone)") }
    if let worst = report.findings.findings.first, worst.severity > .info {
      words.append("\(worst.severity.rawValue) \(worst.id)")
    }
    if report.snapshot.scan.outcome != .complete {
      words.append(report.snapshot.scan.outcome.rawValue)
    }
    return Printable.line(words.joined(separator: "  ")) + "\n"
  }

  private static func kernel(_ balance: Balance) -> String {
    let size = bound(balance.kernel?.quantity, balance.kernel?.isLowerBound)
    guard let share = balance.kernelShare else { return size }
    return "\(size) (\(Int((share * 100).rounded())) %)"
  }

  private static func bound(_ quantity: Quantity?, _ isLowerBound: Bool?) -> String {
    guard let quantity else { return "unknown" }
    return (isLowerBound == true ? "≥ " : "") + SizeText.short(quantity.bytes)
  }

  private static func largestZone(_ snapshot: Snapshot) -> String? {
    let zone = snapshot.zprint?.zones.max { $0.least.bytes < $1.least.bytes }
    return zone.map { "\($0.name) \(SizeText.short($0.least.bytes))" }
  }
}
