internal import AllocationBalance
internal import MemorySections

/// The kernel's side: zprint, kextstat, and footprint's kernel_task.
struct KernelDocument: Encodable {
  let zones: [ZoneDocument]?
  let zoneTotals: ZoneTotals?
  let wired: [WiredDocument]?
  let wiredTotalBytes: Int?
  let maps: [MapDocument]?
  let kexts: [KextDocument]?
  let kextImageBytes: Int?
  let kernelTask: KernelTaskDocument?

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
    let hasWiredTable = zprint?.zonesRow != nil
    wired = hasWiredTable ? zprint?.wired.map(WiredDocument.init) : nil
    wiredTotalBytes = zprint?.wiredTotal?.bytes
    maps = hasWiredTable ? zprint?.maps.map(MapDocument.init) : nil
    kexts = snapshot.kextstat?.kexts.map(KextDocument.init)
    kextImageBytes = snapshot.kextstat?.imageSize.bytes
    kernelTask = snapshot.footprint?.kernelTask.map(KernelTaskDocument.init)
  }
}

/// One kernel zone.
struct ZoneDocument: Encodable {
  let name: String
  let nameIsTruncated: Bool
  let family: String
  let elementBytes: Int
  let currentBytes: Int?
  let maximumBytes: Int?
  let inUseCount: Int
  let usedBytes: Int
  let lifetimeBytes: Int?
  let collectableBytes: Int?
  let line: Int

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
  let name: String
  let kind: WiredRow.Kind
  let tag: Int?
  let loadTag: Int?
  let bytes: Int
  let peakBytes: Int?
  let line: Int

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
  let index: Int?
  let name: String
  let version: String
  let uuid: String?
  let address: String?
  let sizeBytes: Int?
  let wiredBytes: Int?
  let references: Int?
  let linkedAgainst: [Int]
  let isThirdParty: Bool

  init(_ kext: Kext) {
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
  let footprintBytes: Int?
  let toleranceBytes: Int?
  let categories: [CategoryDocument]

  init(_ process: FootprintProcess) {
    footprintBytes = process.footprint?.bytes
    toleranceBytes = process.footprint?.tolerance
    categories = process.categories.map(CategoryDocument.init)
  }
}
