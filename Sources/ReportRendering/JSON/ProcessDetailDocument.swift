internal import AllocationBalance
internal import MemorySections

/// What vmmap, heap or leaks says of one process.
struct ProcessDetailDocument: Encodable {
  let checks: DocumentList<ProcessCheck, CheckDocument>?
  let classes: DocumentList<HeapClass, ClassDocument>?
  let footprintBytes: Int?
  let isAddedUp: Bool?
  let leakCount: Int?
  let leakedBytes: Int?
  let line: Int
  let member: String
  let messages: [String]?
  let name: String?
  let nodeBytes: Int?
  let nodeCount: Int?
  let peakBytes: Int?
  let pid: Int?
  let regions: DocumentList<RegionType, RegionTypeDocument>?
  let toleranceBytes: Int?
  let tool: SectionKind
  let unexplainedBytes: Int?
  let zones: DocumentList<MallocZone, MallocZoneDocument>?

  /// The outputs about one process, one document for each tool.
  static func all(_ detail: ProcessDetail) -> [ProcessDetailDocument] {
    [
      detail.vmmap.map { ProcessDetailDocument($0, .vmmap, of: detail) },
      detail.heap.map { ProcessDetailDocument($0, .heap, of: detail) },
      detail.leaks.map { ProcessDetailDocument($0, .leaks, of: detail) },
    ].compactMap { $0 }
  }

  private init(
    _ output: ProcessDetail.ToolOutput<some ProcessExamination>, _ tool: SectionKind,
    of detail: ProcessDetail
  ) {
    let process = output.content.process
    let vmmap = output.content as? VmmapProcess
    let heap = output.content as? HeapProcess
    let leaks = output.content as? LeaksProcess
    self.tool = tool
    member = output.member
    name = process.name
    pid = process.pid
    line = process.line
    footprintBytes = process.footprint?.bytes
    toleranceBytes = process.footprint?.tolerance
    peakBytes = process.peak?.bytes
    messages = process.messages.isEmpty ? nil : process.messages
    regions = vmmap.map { DocumentList($0.regions, RegionTypeDocument.init) }
    isAddedUp = vmmap?.isAddedUp == true ? true : nil
    zones = vmmap.map { DocumentList($0.zones, MallocZoneDocument.init) }
    unexplainedBytes = vmmap == nil ? nil : detail.unexplained?.bytes
    classes = heap.map { DocumentList($0.classes, ClassDocument.init) }
    nodeCount = heap?.nodeCount ?? leaks?.nodeCount
    nodeBytes = (heap?.nodeBytes ?? leaks?.nodeBytes)?.bytes
    leakCount = leaks?.leakCount
    leakedBytes = leaks?.leakedBytes?.bytes
    let checks = vmmap != nil ? detail.vmmapChecks : heap != nil ? detail.heapChecks : []
    self.checks = checks.isEmpty ? nil : DocumentList(checks, CheckDocument.init)
  }
}

/// The memory of one type of region.
struct RegionTypeDocument: Encodable {
  let countsInTotal: Bool
  let dirtyBytes: Int?
  let emptyBytes: Int?
  let footprintBytes: Int?
  let line: Int
  let nonvolatileBytes: Int?
  let note: String?
  let regionCount: Int?
  let residentBytes: Int?
  let swappedBytes: Int?
  let toleranceBytes: Int?
  let type: String
  let virtualBytes: Int?
  let volatileBytes: Int?

  init(_ type: RegionType) {
    self.type = type.type
    virtualBytes = type.virtual?.bytes
    residentBytes = type.resident?.bytes
    dirtyBytes = type.dirty?.bytes
    swappedBytes = type.swapped?.bytes
    volatileBytes = type.volatile?.bytes
    nonvolatileBytes = type.nonvolatile?.bytes
    emptyBytes = type.empty?.bytes
    footprintBytes = type.footprint?.bytes
    toleranceBytes = type.footprint?.tolerance
    regionCount = type.regionCount
    countsInTotal = type.countsInTotal
    note = type.note
    line = type.line
  }
}

/// One malloc zone of a process.
struct MallocZoneDocument: Encodable {
  let allocatedBytes: Int?
  let allocationCount: Int?
  let dirtyBytes: Int?
  let fragmentationBytes: Int?
  let line: Int
  let name: String
  let regionCount: Int?
  let residentBytes: Int?
  let swappedBytes: Int?
  let virtualBytes: Int?

  init(_ zone: MallocZone) {
    name = zone.name
    virtualBytes = zone.virtual?.bytes
    residentBytes = zone.resident?.bytes
    dirtyBytes = zone.dirty?.bytes
    swappedBytes = zone.swapped?.bytes
    allocationCount = zone.allocationCount
    allocatedBytes = zone.allocated?.bytes
    fragmentationBytes = zone.fragmentation?.bytes
    regionCount = zone.regionCount
    line = zone.line
  }
}

/// Live blocks of one class.
struct ClassDocument: Encodable {
  let binary: String?
  let bytes: Int
  let count: Int
  let line: Int
  let name: String
  let type: String?

  init(_ row: HeapClass) {
    name = row.name
    count = row.count
    bytes = row.bytes.bytes
    type = row.type
    binary = row.binary
    line = row.line
  }
}

/// Two figures that must be equal: sizes in bytes, or numbers of things.
struct CheckDocument: Encodable {
  let found: Int
  let holds: Bool
  let isSize: Bool
  let stated: Int
  let subject: String
  let tolerance: Int

  init(_ check: ProcessCheck) {
    subject = check.subject
    stated = check.stated.bytes
    found = check.found.bytes
    tolerance = (check.stated - check.found).tolerance
    holds = check.holds
    isSize = check.isSize
  }
}
