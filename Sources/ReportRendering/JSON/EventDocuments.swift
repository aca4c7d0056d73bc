internal import AllocationBalance
internal import MemorySections

/// A panic that the archive holds a report of.
struct PanicDocument: Encodable {
  let source: SourceDocument
  let message: String
  let exhaustedZone: String?
  let suspectedZone: String?
  let suspectedZoneBytes: Int?
  let suspectedZoneElements: Int?
  let task: String?
  let kextsInBacktrace: [String]

  init(member: String, panic: Panic) {
    source = SourceDocument(member: member, line: panic.line)
    message = panic.message
    exhaustedZone = panic.exhaustedZone
    suspectedZone = panic.suspectedZone?.name
    suspectedZoneBytes = panic.suspectedZone?.size?.bytes
    suspectedZoneElements = panic.suspectedZone?.elements
    task = panic.task
    kextsInBacktrace = panic.kextsInBacktrace
  }
}

/// A time before the capture when a process was killed for memory; figures are of that time.
struct JetsamDocument: Encodable {
  let member: String
  let time: String?
  let zoneMapBytes: Int?
  let zoneMapCapacityBytes: Int?
  let largestZone: String?
  let largestZoneBytes: Int?
  let largestProcess: String?

  init(member: String, jetsam: Jetsam) {
    self.member = member
    time = jetsam.time
    zoneMapBytes = jetsam.zoneMapSize?.bytes
    zoneMapCapacityBytes = jetsam.zoneMapCapacity?.bytes
    largestZone = jetsam.largestZone
    largestZoneBytes = jetsam.largestZoneSize?.bytes
    largestProcess = jetsam.largestProcess
  }
}
