internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// A process that vmmap, heap or leaks examined in both archives.
struct ExaminedProcessDocument: Encodable {
  let name: String?
  let oldPid: Int?
  let newPid: Int?
  let oldFootprintBytes: Int?
  let newFootprintBytes: Int?
  let deltaBytes: Int?
  let toleranceBytes: Int?
  let unexplainedBytes: Int?
  let regions: [ChangeDocument]?
  let zones: [ChangeDocument]?
  let classes: [ChangeDocument]?
  let leaked: ChangeDocument?

  init(_ process: ExaminedProcessComparison, _ comparison: Comparison) {
    func documents(_ changes: [Change]) -> [ChangeDocument]? {
      changes.isEmpty ? nil : changes.map { ChangeDocument($0, comparison) }
    }
    name = process.new.name
    oldPid = process.old.pid
    newPid = process.new.pid
    oldFootprintBytes = process.footprint?.old.bytes
    newFootprintBytes = process.footprint?.new.bytes
    deltaBytes = process.footprint?.delta.bytes
    toleranceBytes = process.footprint?.delta.tolerance
    unexplainedBytes = process.footprint?.unexplained?.bytes
    regions = documents(process.types)
    zones = documents(process.zones)
    classes = documents(process.classes)
    leaked = process.leaked.map { ChangeDocument($0, comparison) }
  }
}
