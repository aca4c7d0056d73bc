internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The processes one by one.
extension ReportPages {
  var processes: DocumentSection? {
    guard let user = balance.user, let list = balance.processes else { return nil }
    let rows: [[Cell]] = list.processes.map { process in
      let largest = process.details?.categories.max { $0.dirty.bytes < $1.dirty.bytes }
        .flatMap { $0.dirty.bytes > 0 ? $0 : nil }
      // The first line only says that there were errors, the cause stands below it.
      let error = process.details?.errors.last
      let mostly = largest.map { "mostly \($0.name), \(SizeText.short($0.dirty.bytes))" }
      let words = [mostly, peakWords(process), otherWords(process)].compactMap { $0 }
      return [
        .name(process.name), process.pid.map { .identifier($0) } ?? .empty,
        .size(process.footprint),
        .share(process.footprint?.bytes, of: user.quantity.bytes, "user memory"),
        largest.map { .name($0.name) } ?? .empty, .size(largest?.dirty), .source(process.source),
        .text(error), .name(process.app), .size(process.lifetimePeak),
        .text(error ?? (words.isEmpty ? nil : words.joined(separator: "; "))),
      ]
    }
    let notes = [differing, kernelTaskLedger].compactMap { $0 }
    return DocumentSection(
      "processes", heading: "Processes",
      summary: "\(SizeText.exact(list.processes.count)), "
        + "\(SizeText.short(user.quantity.bytes)) in total",
      contents: [.table(table(ReportTables.processes, rows))]
        + notes.map(DocumentSection.Content.note))
  }

  /// How large the process once was: `was 794 MB`; nil unless it is a tenth and 1 MiB smaller now.
  private func peakWords(_ process: UserProcess) -> String? {
    guard let fallen = process.belowPeak, let peak = process.lifetimePeak,
      fallen.bytes > Swift.max(peak.bytes / 10, 1 << 20)
    else { return nil }
    return "was \(SizeText.short(peak.bytes))"
  }

  /// What other lists say of the process, where they differ: `120 MB by spindump`.
  private func otherWords(_ process: UserProcess) -> String? {
    let words = process.otherFootprints.map {
      "\(SizeText.short($0.footprint.bytes)) by \($0.origin.tool)"
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// How many processes have differing footprints.
  private var differing: String? {
    guard let list = balance.processes else { return nil }
    let count = list.processes.filter { !$0.otherFootprints.isEmpty }.count
    guard count > 0 else { return nil }
    return
      "Of \(SizeText.counted(count, "process", plural: "processes")) other tools print footprints "
      + "that differ by more than 3 % and 1 MB: they run at different times."
  }

  /// What kernel_task's ledger is, where a list prints it.
  private var kernelTaskLedger: String? {
    guard let task = balance.processes?.kernelTask, let size = task.footprint,
      let origin = balance.processes?.kernelTaskOrigin
    else { return nil }
    return
      "\(origin.tool) shows \(SizeText.short(size.bytes)) for kernel_task: memory that was billed to "
      + "the task, not the size of the kernel."
  }
}

extension UserFigure.Origin {
  /// The tool that prints the list.
  var tool: String {
    switch self {
    case .processes, .summary: "footprint"
    case .taskInfo: "taskinfo"
    case .spindump: "spindump"
    case .top: "top"
    case .jetsamPriority: "jetsam_priority"
    case .jetsamEvent: "JetsamEvent"
    }
  }
}
