internal import AllocationBalance
internal import MemoryAnalysis

/// Renders a list of a store's snapshots as a table.
public enum TextList {
  /// A line for each snapshot, each machine below its name.
  public static func render(_ snapshots: [ListedSnapshot]) -> String {
    var table = TextTable([.right, .left, .left, .right, .right, .right, .left, .left])
    for snapshot in snapshots { table.add(cells(snapshot)) }
    var lines: [String] = []
    var machine: String?
    for (snapshot, line) in zip(snapshots, table.lines()) {
      if snapshot.machine != machine {
        machine = snapshot.machine
        lines.append(Printable.line(snapshot.machine))
      }
      lines.append(line)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func cells(_ snapshot: ListedSnapshot) -> [String] {
    let summary = snapshot.summary
    return [
      String(snapshot.id), summary.capturedAt ?? "time unknown", summary.build ?? "build unknown",
      "kernel " + (summary.kernelBytes.map(SizeText.short) ?? "unknown"),
      summary.kernelShare.map { "\(Int(($0 * 100).rounded())) %" } ?? "",
      "user " + (summary.userBytes.map(SizeText.short) ?? "unknown"),
      summary.worst?.rawValue ?? "", summary.outcome == "complete" ? "" : summary.outcome,
    ]
  }
}
