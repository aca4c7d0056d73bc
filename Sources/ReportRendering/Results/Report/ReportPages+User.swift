internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The processes one by one.
extension ReportPages {
  var processes: DocumentSection? {
    guard let footprint = snapshot.footprint, let user = balance.user else { return nil }
    let rows: [[Cell]] = footprint.bySize.map { process in
      let largest = process.categories.max { $0.dirty.bytes < $1.dirty.bytes }
        .flatMap { $0.dirty.bytes > 0 ? $0 : nil }
      // The first line only says that there were errors, the cause stands below it.
      let error = process.errors.last
      let mostly = largest.map { "\($0.name), \(SizeText.short($0.dirty.bytes))" }
      return [
        .name(process.name), .identifier(process.pid), .size(process.footprint),
        .share(process.footprint?.bytes, of: user.quantity.bytes, "user memory"),
        largest.map { .name($0.name) } ?? .empty, .size(largest?.dirty),
        source(.footprint, line: process.line), .text(error), .text(error ?? mostly),
      ]
    }
    return DocumentSection(
      "processes", heading: "Processes",
      summary: "\(SizeText.exact(footprint.userProcesses.count)), "
        + "\(SizeText.short(user.quantity.bytes)) in total",
      contents: [.table(table(ReportTables.processes, rows))])
  }
}
