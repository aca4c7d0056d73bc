internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The processes.
extension ExportTable {
  static let processes = ExportTable(
    "processes", "one process of the list that the user's memory is read from, and kernel_task",
    of: { ExportedProcess.all($0.report) },
    [
      .text("name", "its name", \.name).required,
      .integer("pid", "its id; unknown when the list has none", \.pid),
      .text("source", "the list, as in balance.user.source", \.source).required,
      .text("app", "the app that it belongs to; unknown for kernel_task", \.app),
      .integer("footprint_bytes", "its footprint; unknown when it could not be examined") {
        $0.footprint?.bytes
      },
      .integer("footprint_tolerance", "by how much footprint_bytes may be off") {
        $0.footprint?.tolerance
      },
      .integer("peak_bytes", "the largest footprint of its life") { $0.peak?.bytes },
      .integer("dirty_bytes", "its own dirty memory, with what is swapped") {
        $0.total?.dirty.bytes
      },
      .integer("swapped_bytes", "the swapped part of it") { $0.total?.swapped?.bytes },
      .integer("wired_bytes", "the wired part of it") { $0.total?.wired?.bytes },
      .integer("line", "the line of the member", \.line).required,
    ])
}

/// A process as a row: of footprint with its totals, of another list without them.
private struct ExportedProcess {
  let name: String
  let pid: Int?
  let source: String
  let app: String?
  let footprint: Quantity?
  let peak: Quantity?
  let total: FootprintCategory?
  let line: Int

  /// kernel_task, where footprint adds the kernel up, then the processes, largest first.
  static func all(_ report: Report) -> [ExportedProcess] {
    let kernel = report.snapshot.footprint?.kernelTask.map(ExportedProcess.init)
    guard let list = report.balance.processes else { return [kernel].compactMap { $0 } }
    return [kernel].compactMap { $0 }
      + list.processes.map { ExportedProcess($0, from: list.origin) }
  }

  private init(_ kernel: FootprintProcess) {
    name = kernel.name
    pid = kernel.pid
    source = UserFigure.Origin.processes.rawValue
    app = nil
    footprint = kernel.footprint
    peak = kernel.peak
    total = kernel.total
    line = kernel.line
  }

  private init(_ process: UserProcess, from origin: UserFigure.Origin) {
    name = process.name
    pid = process.pid
    source = origin.rawValue
    app = process.app
    footprint = process.footprint
    peak = process.lifetimePeak ?? process.details?.peak
    total = origin == .processes ? process.details?.total : nil
    line = process.source.line
  }
}
