internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The processes.
extension ExportTable {
  static let processes = ExportTable(
    "processes", "one process, kernel_task among them",
    of: { $0.report.snapshot.footprint?.processes ?? [] },
    [
      .text("name", "its name", \.name).required,
      .integer("pid", "its id", \.pid).required,
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
