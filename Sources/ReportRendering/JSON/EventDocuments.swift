internal import AllocationBalance
internal import MemorySections

/// A panic that the archive holds a report of.
struct PanicDocument: Encodable {
  let source: SourceDocument
  let kind: String
  let message: String
  let exhaustedZone: String?
  let exhaustedZoneElements: Int?
  let suspectedZone: String?
  let suspectedZoneBytes: Int?
  let suspectedZoneElements: Int?
  let corruptedZone: String?
  let task: String?
  let process: String?
  let kextsInBacktrace: [String]
  let kextsSuspected: [String]?
  let suspectedOutstandingBytes: Int?
  let loadedKexts: [LoadedKext]?
  let zones: [ListedZone]?
  let listedOutsideZones: [ListedZone]?
  let compressor: Compressor?
  let processes: [RunningProcess]?
  let time: String?
  let osVersion: String?
  let build: String?
  let model: String?
  let uptimeSeconds: Int?

  struct LoadedKext: Encodable {
    let name: String
    let version: String
    let isThirdParty: Bool
  }

  struct ListedZone: Encodable {
    let name: String
    let bytes: Int
    let freeBytes: Int?
    let line: Int?

    init(_ zone: Panic.ListedZone) {
      name = zone.name
      bytes = zone.size.bytes
      freeBytes = zone.free?.bytes
      line = zone.size.line
    }
  }

  struct Compressor: Encodable {
    let pagesPercent: Int?
    let pagesState: String?
    let segmentsPercent: Int?
    let segmentsState: String?
    let swapfiles: Int?
    let swapSpace: String?
    let line: Int

    init(_ info: CompressorInfo) {
      pagesPercent = info.pagesPercent
      pagesState = info.pagesState
      segmentsPercent = info.segmentsPercent
      segmentsState = info.segmentsState
      swapfiles = info.swapfiles
      swapSpace = info.swapSpace
      line = info.line
    }
  }

  struct RunningProcess: Encodable {
    let name: String
    let pid: Int?
    let residentBytes: Int?
  }

  init(member: String, panic: Panic) {
    source = SourceDocument(member: member, line: panic.line)
    kind = panic.kind.rawValue
    message = panic.message
    exhaustedZone = panic.exhaustedZone
    exhaustedZoneElements = panic.exhaustedZoneElements
    suspectedZone = panic.suspectedZone?.name
    suspectedZoneBytes = panic.suspectedZone?.size?.bytes
    suspectedZoneElements = panic.suspectedZone?.elements
    corruptedZone = panic.corruptedZone
    task = panic.task
    process = panic.processName
    kextsInBacktrace = panic.kextsInBacktrace
    kextsSuspected = panic.suspectedBacktrace?.kexts
    suspectedOutstandingBytes = panic.suspectedBacktrace?.outstanding?.bytes
    loadedKexts =
      panic.loadedKexts.map {
        LoadedKext(name: $0.name, version: $0.version, isThirdParty: $0.isThirdParty)
      }.orNil
    zones = panic.zones.map(ListedZone.init).orNil
    listedOutsideZones = panic.listedOutsideZones.map(ListedZone.init).orNil
    compressor = panic.compressor.map(Compressor.init)
    processes =
      panic.processes.map {
        RunningProcess(name: $0.name, pid: $0.pid, residentBytes: $0.resident?.bytes)
      }.orNil
    time = panic.time
    osVersion = panic.osVersion
    build = panic.build
    model = panic.model
    uptimeSeconds = panic.uptimeSeconds
  }
}

extension Array {
  /// The array, nil when it is empty: absent means unknown.
  fileprivate var orNil: [Element]? { isEmpty ? nil : self }
}
