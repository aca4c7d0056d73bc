internal import AllocationBalance
internal import MemorySections

/// The processes' side: footprint without kernel_task.
struct UserDocument: Encodable {
  let processes: [ProcessDocument]?
  let summaryBytes: Int?

  init(_ snapshot: Snapshot) {
    processes = snapshot.footprint?.bySize.map(ProcessDocument.init)
    summaryBytes = snapshot.footprint?.summary?.footprint.bytes
  }
}

extension Footprint {
  /// The processes but kernel_task, the largest first; those that could not be examined last.
  var bySize: [FootprintProcess] {
    userProcesses.sorted {
      ($0.footprint?.bytes ?? -1, $1.line) > ($1.footprint?.bytes ?? -1, $0.line)
    }
  }
}

/// One process.
struct ProcessDocument: Encodable {
  let name: String
  let pid: Int
  let footprintBytes: Int?
  let toleranceBytes: Int?
  let peakBytes: Int?
  let line: Int
  /// Absent where a store kept only the totals of all processes.
  let categories: [CategoryDocument]?
  let errors: [String]

  init(_ process: FootprintProcess) {
    name = process.name
    pid = process.pid
    footprintBytes = process.footprint?.bytes
    toleranceBytes = process.footprint?.tolerance
    peakBytes = process.peak?.bytes
    line = process.line
    categories =
      process.knowsCategories ? process.categories.map(CategoryDocument.init) : nil
    errors = process.errors
  }
}

/// Memory of one category.
struct CategoryDocument: Encodable {
  let name: String
  let detail: String?
  let dirtyBytes: Int
  let cleanBytes: Int
  let reclaimableBytes: Int
  let swappedBytes: Int?
  let wiredBytes: Int?
  let regions: Int

  init(_ category: FootprintCategory) {
    name = category.name
    detail = category.detail
    dirtyBytes = category.dirty.bytes
    cleanBytes = category.clean.bytes
    reclaimableBytes = category.reclaimable.bytes
    swappedBytes = category.swapped?.bytes
    wiredBytes = category.wired?.bytes
    regions = category.regions
  }
}
