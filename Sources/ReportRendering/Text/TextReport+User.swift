internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The processes.
extension TextReport {
  func processes() -> [String] {
    guard let footprint = snapshot.footprint, let user = balance.user else { return [] }
    let title =
      style.heading("Processes")
      + "  \(SizeText.exact(footprint.userProcesses.count)), "
      + "\(SizeText.short(user.quantity.bytes)) in all"
    return [title] + list(footprint.bySize, { rows($0, of: user) }, more: "processes")
  }

  private func rows(_ processes: [FootprintProcess], of user: UserFigure) -> [String] {
    var table = TextTable([.left, .right, .right, .left, .left])
    for process in processes {
      table.add([
        "\(process.name) [\(process.pid)]",
        process.footprint.map { SizeText.short($0.bytes) } ?? "unknown",
        process.footprint.flatMap { SizeText.share($0.bytes, of: user.quantity.bytes) } ?? "",
        "line \(process.line)", remark(process),
      ])
    }
    return table.lines()
  }

  private func remark(_ process: FootprintProcess) -> String {
    // The first line only says that there were errors, the cause stands below it.
    if let error = process.errors.last { return error }
    guard let largest = process.categories.max(by: { $0.dirty.bytes < $1.dirty.bytes }),
      largest.dirty.bytes > 0
    else { return "" }
    return "mostly \(largest.name), \(SizeText.short(largest.dirty.bytes))"
  }
}
