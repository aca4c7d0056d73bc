internal import AllocationBalance
internal import MemorySections

/// The processes' side: every process but kernel_task, from the best list of the archive, and what
/// vmmap, heap and leaks say of single processes.
struct UserDocument: Encodable {
  let details: [ProcessDetailDocument]?
  let groups: [GroupDocument]?
  let kernelTaskLedger: ProcessDocument?
  let member: String?
  let processes: DocumentList<UserProcess, ProcessDocument>?
  let summaryBytes: Int?

  init(_ snapshot: Snapshot, _ processes: UserProcesses?, _ details: [ProcessDetail]) {
    self.details = details.isEmpty ? nil : details.flatMap(ProcessDetailDocument.all)
    groups = processes?.groups.map(GroupDocument.init)
    kernelTaskLedger = processes?.kernelTask.map { task in
      ProcessDocument(task, processes?.kernelTaskOrigin)
    }
    member = processes?.processes.first?.source.member
    let origin = processes?.origin
    let isListed = processes != nil || snapshot.footprint != nil
    self.processes =
      isListed
      ? DocumentList(processes?.processes ?? []) { ProcessDocument($0, origin) } : nil
    summaryBytes = snapshot.footprint?.summary?.footprint.bytes
  }
}

/// The processes of one app together.
struct GroupDocument: Encodable {
  let app: String
  let footprintBytes: Int
  let isLowerBound: Bool?
  let processCount: Int
  let toleranceBytes: Int

  init(_ group: AppGroup) {
    app = group.app
    processCount = group.processCount
    footprintBytes = group.footprint.bytes
    toleranceBytes = group.footprint.tolerance
    isLowerBound = group.isLowerBound ? true : nil
  }
}

/// One process.
struct ProcessDocument: Encodable {
  let app: String
  /// Absent where no footprint lists the process, and where a store kept only totals.
  let categories: DocumentList<FootprintCategory, CategoryDocument>?
  let errors: [String]
  let footprintBytes: Int?
  let lifetimePeakBytes: Int?
  let line: Int
  let name: String
  let otherFootprints: [OtherFootprintDocument]?
  let peakBytes: Int?
  let pid: Int?
  let source: String?
  let toleranceBytes: Int?

  init(_ process: UserProcess, _ origin: UserFigure.Origin?) {
    name = process.name
    pid = process.pid
    app = process.app
    footprintBytes = process.footprint?.bytes
    toleranceBytes = process.footprint?.tolerance
    lifetimePeakBytes = process.lifetimePeak?.bytes
    peakBytes = process.details?.peak?.bytes
    line = process.source.line
    source = origin?.rawValue
    categories = process.details.flatMap { details in
      details.knowsCategories ? DocumentList(details.categories, CategoryDocument.init) : nil
    }
    errors = process.details?.errors ?? []
    let others = process.otherFootprints.map(OtherFootprintDocument.init)
    otherFootprints = others.isEmpty ? nil : others
  }
}

/// A footprint of a process in another section that differs.
struct OtherFootprintDocument: Encodable {
  let footprintBytes: Int
  let line: Int?
  let source: String
  let toleranceBytes: Int

  init(_ other: UserProcess.OtherFootprint) {
    source = other.origin.rawValue
    footprintBytes = other.footprint.bytes
    toleranceBytes = other.footprint.tolerance
    line = other.footprint.line
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
