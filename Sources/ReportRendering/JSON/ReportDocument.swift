internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The JSON of a report, key by key: the contract that other programs rely on.
///
/// An absent key means unknown, never zero. Sizes are integers in bytes. Keys are
/// written in the order of their declaration.
struct ReportDocument: Encodable {
  let archive: ArchiveDocument
  let balance: BalanceDocument
  let failure: String?
  let findings: [FindingDocument]
  let jetsamEvents: [JetsamDocument]?
  let kernel: KernelDocument
  let ledger: [LedgerDocument]
  let machine: MachineDocument?
  let panics: [PanicDocument]?
  let reconciliation: ReconciliationDocument?
  let rulesNotEvaluated: [NotEvaluatedDocument]
  let scan: ScanDocument
  let schemaVersion = 1
  let sections: [SectionDocument]
  let tool = ToolDocument()
  let user: UserDocument
  let zoneMapExhaustions: [ZoneMapExhaustionDocument]?

  init(_ report: Report) {
    archive = ArchiveDocument(report.snapshot)
    machine = MachineDocument(report.snapshot)
    failure = report.snapshot.nothingOfMemory
    scan = ScanDocument(report.snapshot.scan)
    sections = SectionDocument.all(report.snapshot)
    balance = BalanceDocument(report)
    ledger = report.ledger.entries.map(LedgerDocument.init)
    kernel = KernelDocument(report.snapshot)
    user = UserDocument(report.snapshot, report.balance.processes, report.details)
    reconciliation = report.reconciliation.map(ReconciliationDocument.init)
    let panics = report.snapshot.panics.map(PanicDocument.init)
    self.panics = panics.isEmpty ? nil : panics
    let events = report.snapshot.jetsamEvents.map(JetsamDocument.init)
    jetsamEvents = events.isEmpty ? nil : events
    let exhaustions = report.snapshot.kernelLogs.flatMap { member, log in
      log.exhaustions.map { ZoneMapExhaustionDocument(member: member, exhaustion: $0) }
    }
    zoneMapExhaustions = exhaustions.isEmpty ? nil : exhaustions
    findings = report.findings.findings.map(FindingDocument.init)
    rulesNotEvaluated = report.findings.notEvaluated.map(NotEvaluatedDocument.init)
  }
}

/// Where the snapshot comes from.
struct ArchiveDocument: Encodable {
  let path: String
  let name: String?
  let compressedBytes: Int?
  let capturedAt: String?
  let capturedAtLocal: String?
  let platform: String?
  let model: String?
  let build: String?
  let osVersion: String?
  let bootTime: String?
  let contentDigest: String?
  let captureIndex: Int?
  let captureCount: Int?

  init(_ snapshot: Snapshot) {
    self.init(
      snapshot.archive, platform: snapshot.platform, model: snapshot.model, build: snapshot.build,
      osVersion: snapshot.osVersion, bootTime: snapshot.sysctl?.bootTime)
  }

  init(_ capture: SeriesCapture) {
    self.init(
      capture.archive, platform: capture.platform, model: capture.model, build: capture.build,
      osVersion: capture.osVersion, bootTime: capture.printedBootTime)
  }

  private init(
    _ archive: CapturedArchive, platform: String?, model: String?, build: String?,
    osVersion: String?, bootTime: Int?
  ) {
    path = archive.path
    name = archive.name
    compressedBytes = archive.compressedBytes
    capturedAt = archive.capturedAt
    capturedAtLocal = archive.capturedAtLocal
    self.platform = platform
    self.model = model
    self.build = build
    self.osVersion = osVersion
    self.bootTime = bootTime.flatMap { RFC3339.text($0, inOffsetOf: archive.capturedAt) }
    contentDigest = archive.contentDigest
    captureIndex = archive.captureIndex
    captureCount = archive.captureCount
  }
}

/// How far the archive was read.
struct ScanDocument: Encodable {
  let outcome: ScanSummary.Outcome
  let compressedBytesRead: Int
  let uncompressedBytesRead: Int
  let membersSeen: Int
  let problems: [Problem]

  struct Problem: Encodable {
    let code: String
    let message: String
    let member: String?
  }

  init(_ scan: ScanSummary) {
    outcome = scan.outcome
    compressedBytesRead = scan.compressedBytesRead
    uncompressedBytesRead = scan.uncompressedBytesRead
    membersSeen = scan.membersSeen
    problems = scan.problems.map {
      Problem(code: $0.code, message: $0.message, member: $0.member)
    }
  }
}

/// Why zprint's total and kernel_task differ.
struct ReconciliationDocument: Encodable {
  let title: String
  let inside: String
  let zonesBytes: Int?
  let outside: [Component]

  struct Component: Encodable {
    let component: String
    let bytes: Int?
    let toleranceBytes: Int?
    let why: String
  }

  init(_ reconciliation: Reconciliation) {
    title = reconciliation.title
    inside = reconciliation.inside
    zonesBytes = reconciliation.zones?.bytes
    outside = reconciliation.outside.map {
      Component(
        component: $0.name, bytes: $0.quantity?.bytes, toleranceBytes: $0.quantity?.tolerance,
        why: $0.why)
    }
  }
}
