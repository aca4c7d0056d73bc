internal import MemorySections

/// A time before the capture when a process was killed for memory; figures are of that time.
struct JetsamDocument: Encodable {
  let member: String
  let time: String?
  let osVersion: String?
  let build: String?
  let model: String?
  let pageSize: Int?
  let memoryPages: [String: Int]?
  let compressorPages: Int?
  let zoneMapBytes: Int?
  let zoneMapCapacityBytes: Int?
  let largestZone: String?
  let largestZoneBytes: Int?
  let largestProcess: String?
  let largestProcessBytes: Int?
  let victims: [Process]?
  let processes: [Process]?

  struct Process: Encodable {
    let name: String
    let pid: Int?
    let residentPages: Int?
    let bytes: Int?
    let lifetimePeakBytes: Int?
    let reason: String?
    let line: Int

    init(_ process: Jetsam.Process, of jetsam: Jetsam) {
      name = process.name
      pid = process.pid
      residentPages = process.residentPages
      bytes = jetsam.size(ofPages: process.residentPages)?.bytes
      lifetimePeakBytes = jetsam.size(ofPages: process.lifetimePeakPages)?.bytes
      reason = process.reason
      line = process.line
    }
  }

  init(member: String, jetsam: Jetsam) {
    self.member = member
    time = jetsam.time
    osVersion = jetsam.osVersion
    build = jetsam.build
    model = jetsam.model
    pageSize = jetsam.pageSize
    memoryPages = jetsam.pages.isEmpty ? nil : jetsam.pages
    compressorPages = jetsam.compressorPages
    zoneMapBytes = jetsam.zoneMapSize?.bytes
    zoneMapCapacityBytes = jetsam.zoneMapCapacity?.bytes
    largestZone = jetsam.largestZone
    largestZoneBytes = jetsam.largestZoneSize?.bytes
    largestProcess = jetsam.largestProcess
    largestProcessBytes = jetsam.size(ofPages: jetsam.largest?.residentPages)?.bytes
    let all = jetsam.processes.map { Process($0, of: jetsam) }
    processes = all.isEmpty ? nil : all
    victims = all.isEmpty ? nil : all.filter { $0.reason != nil }
  }
}

/// A time when the zone map was nearly full, by a kernel log.
struct ZoneMapExhaustionDocument: Encodable {
  let source: SourceDocument
  let time: String?
  let zoneMapBytes: Int?
  let zoneMapCapacityBytes: Int?
  let limitPercent: Int?
  let largestZone: String?
  let largestZoneBytes: Int?

  init(member: String, exhaustion: KernelLog.Exhaustion) {
    source = SourceDocument(member: member, line: exhaustion.line)
    time = exhaustion.time
    zoneMapBytes = exhaustion.zoneMapSize?.bytes
    zoneMapCapacityBytes = exhaustion.zoneMapCapacity?.bytes
    limitPercent = exhaustion.limitPercent
    largestZone = exhaustion.largestZone
    largestZoneBytes = exhaustion.largestZoneSize?.bytes
  }
}
