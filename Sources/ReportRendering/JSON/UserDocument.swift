internal import AllocationBalance
internal import MemorySections

/// The processes' side: footprint without kernel_task, and what other tools say of single processes.
struct UserDocument: Encodable {
  let details: [ProcessDetailDocument]?
  let processes: DocumentList<FootprintProcess, ProcessDocument>?
  let summaryBytes: Int?

  init(_ snapshot: Snapshot, _ details: [ProcessDetail]) {
    self.details = details.isEmpty ? nil : details.flatMap(ProcessDetailDocument.all)
    processes = snapshot.footprint.map { DocumentList($0.bySize, ProcessDocument.init) }
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
  /// Absent where a store kept only the totals of all processes.
  let categories: DocumentList<FootprintCategory, CategoryDocument>?
  let errors: [String]
  let footprintBytes: Int?
  let line: Int
  let name: String
  let peakBytes: Int?
  let pid: Int
  let toleranceBytes: Int?

  init(_ process: FootprintProcess) {
    name = process.name
    pid = process.pid
    footprintBytes = process.footprint?.bytes
    toleranceBytes = process.footprint?.tolerance
    peakBytes = process.peak?.bytes
    line = process.line
    categories =
      process.knowsCategories ? DocumentList(process.categories, CategoryDocument.init) : nil
    errors = process.errors
  }
}

/// Memory of one category.
struct CategoryDocument: Encodable {
  let cleanBytes: Int
  let detail: String?
  let dirtyBytes: Int
  let name: String
  let reclaimableBytes: Int
  let regions: Int
  let swappedBytes: Int?
  let wiredBytes: Int?

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
