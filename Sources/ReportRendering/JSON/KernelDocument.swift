internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The kernel's side: zprint, kextstat, and footprint's kernel_task.
struct KernelDocument: Encodable {
  let kernelTask: KernelTaskDocument?
  let kextImageBytes: Int?
  let kexts: [KextDocument]?
  let maps: [MapDocument]?
  let wired: [WiredDocument]?
  let wiredTotalBytes: Int?
  let zoneTotals: ZoneTotals?
  let zones: [ZoneDocument]?

  struct ZoneTotals: Encodable {
    let sizeBytes: Int?
    let usedBytes: Int?
    let allocatedBytes: Int?

    init(_ zprint: Zprint) {
      // Of redacted zones these are printed as 0, which is no size; used is real.
      let isKnown = { (size: Quantity) in size.bytes > 0 || !zprint.isRedacted }
      sizeBytes = zprint.totals.size.flatMap { isKnown($0) ? $0.bytes : nil }
      usedBytes = zprint.totals.used?.bytes
      allocatedBytes = zprint.totals.allocated.flatMap { isKnown($0) ? $0.bytes : nil }
    }
  }

  init(_ snapshot: Snapshot) {
    let zprint = snapshot.zprint
    zones = zprint?.zones.map(ZoneDocument.init)
    zoneTotals = zprint.map(ZoneTotals.init)
    let hasWiredTable = zprint?.wiredZones != nil
    wired = hasWiredTable ? zprint?.wired.map(WiredDocument.init) : nil
    wiredTotalBytes = zprint?.wiredTotal?.bytes
    maps = hasWiredTable ? zprint?.maps.map(MapDocument.init) : nil
    let heaps = Dictionary(
      zprint?.wired.filter { $0.kind == .kext }.map { ($0.name, $0.size) } ?? [],
      uniquingKeysWith: +)
    kexts = snapshot.kextstat?.kexts.map { KextDocument($0, heap: heaps[$0.name]) }
    kextImageBytes = snapshot.kextstat?.imageSize.bytes
    kernelTask = snapshot.footprint?.kernelTask.map(KernelTaskDocument.init)
  }
}

/// One kernel zone.
struct ZoneDocument: Encodable {
  let collectableBytes: Int?
  let currentBytes: Int?
  let elementBytes: Int
  let family: String
  let inUseCount: Int
  let lifetimeBytes: Int?
  let line: Int
  let maximumBytes: Int?
  let name: String
  let nameIsTruncated: Bool
  let usedBytes: Int

  init(_ zone: Zone) {
    name = zone.name
    nameIsTruncated = zone.nameIsTruncated
    family = zone.family
    elementBytes = zone.elementBytes
    currentBytes = zone.current?.bytes
    maximumBytes = zone.known(zone.maximum)?.bytes
    inUseCount = zone.inUseCount
    usedBytes = zone.used.bytes
    lifetimeBytes = zone.known(zone.lifetime)?.bytes
    collectableBytes = zone.known(zone.collectable)?.bytes
    line = zone.line
  }
}

/// One row of the wired table.
struct WiredDocument: Encodable {
  let bytes: Int
  let kind: WiredRow.Kind
  let line: Int
  let loadTag: Int?
  let name: String
  let peakBytes: Int?
  let tag: Int?

  init(_ row: WiredRow) {
    name = row.name
    kind = row.kind
    tag = row.tag
    loadTag = row.loadTag
    bytes = row.size.bytes
    peakBytes = row.peak?.bytes
    line = row.line
  }
}

/// One kernel map: address space, not memory.
struct MapDocument: Encodable {
  let name: String
  let bytes: Int
  let freeBytes: Int?
  let largestFreeBytes: Int?
  let peakBytes: Int?

  init(_ map: KernelMap) {
    name = map.name
    bytes = map.size.bytes
    freeBytes = map.free?.bytes
    largestFreeBytes = map.largestFree?.bytes
    peakBytes = map.peak?.bytes
  }
}

/// One loaded kext.
struct KextDocument: Encodable {
  let address: String?
  let heapBytes: Int?
  let index: Int?
  let isThirdParty: Bool
  let linkedAgainst: [Int]
  let name: String
  let references: Int?
  let sizeBytes: Int?
  let uuid: String?
  let version: String
  let wiredBytes: Int?

  init(_ kext: Kext, heap: Quantity?) {
    heapBytes = heap?.bytes
    index = kext.index
    name = kext.name
    version = kext.version
    uuid = kext.uuid
    address = kext.address.map { "0x" + String($0, radix: 16) }
    sizeBytes = kext.size?.bytes
    wiredBytes = kext.wired?.bytes
    references = kext.references
    linkedAgainst = kext.linkedAgainst
    isThirdParty = kext.isThirdParty
  }
}

/// The kernel, as footprint adds it up.
struct KernelTaskDocument: Encodable {
  let categories: [CategoryDocument]
  let footprintBytes: Int?
  let toleranceBytes: Int?

  init(_ process: FootprintProcess) {
    footprintBytes = process.footprint?.bytes
    toleranceBytes = process.footprint?.tolerance
    categories = process.categories.map(CategoryDocument.init)
  }
}
