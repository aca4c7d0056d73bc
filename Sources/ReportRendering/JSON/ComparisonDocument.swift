internal import AllocationBalance
internal import MemoryAnalysis
internal import MemorySections

/// The JSON of a comparison, key by key: a contract like the report's.
struct ComparisonDocument: Encodable {
  let schemaVersion = 1
  let tool = ToolDocument()
  let old: ArchiveDocument
  let new: ArchiveDocument
  let sameMachine: Bool?
  let sameBoot: Bool?
  let elapsedSeconds: Int?
  let caveats: [String]
  let kernel: Figure?
  let kernelGrowth: KernelGrowthDocument?
  let user: Figure?
  let components: [ChangeDocument]
  let zones: [ChangeDocument]
  let wired: [ChangeDocument]
  let kexts: [ChangeDocument]
  let processes: [ChangeDocument]
  let apps: [ChangeDocument]
  let categories: [ChangeDocument]
  let examinedProcesses: [ExaminedProcessDocument]?
  let findings: [FindingDocument]
  let rulesNotEvaluated: [NotEvaluatedDocument]

  struct Figure: Encodable {
    let source: String
    let oldBytes: Int
    let newBytes: Int
    let deltaBytes: Int
    let toleranceBytes: Int
    let explainedBytes: Int?
    let unexplainedBytes: Int?
    let bytesPerHour: Int?

    init(_ change: FigureChange, _ comparison: Comparison) {
      source = change.origin
      oldBytes = change.old.bytes
      newBytes = change.new.bytes
      deltaBytes = change.delta.bytes
      toleranceBytes = change.delta.tolerance
      explainedBytes = change.explained?.bytes
      unexplainedBytes = change.unexplained?.bytes
      bytesPerHour = comparison.relation.perHour(change.delta.bytes)
    }
  }

  init(_ comparison: Comparison) {
    let document = { ChangeDocument($0, comparison) }
    old = ArchiveDocument(comparison.old)
    new = ArchiveDocument(comparison.new)
    sameMachine = comparison.relation.isSameMachine
    sameBoot = comparison.relation.isSameBoot
    elapsedSeconds = comparison.relation.elapsedSeconds
    caveats = comparison.caveats
    kernel = comparison.kernel.map { Figure($0, comparison) }
    kernelGrowth = comparison.kernelGrowth.map(KernelGrowthDocument.init)
    user = comparison.user.map { Figure($0, comparison) }
    components = comparison.components.map(document)
    zones = comparison.zones.map(document)
    wired = comparison.wired.map(document)
    kexts = comparison.kexts.map(document)
    processes = comparison.processes.map(document)
    apps = comparison.apps.map(document)
    categories = comparison.categories.map(document)
    let examined = comparison.examinedProcesses.map { ExaminedProcessDocument($0, comparison) }
    examinedProcesses = examined.isEmpty ? nil : examined
    let judged = comparison.findings
    findings = judged.findings.map(FindingDocument.init)
    rulesNotEvaluated = judged.notEvaluated.map(NotEvaluatedDocument.init)
  }
}

/// How one thing differs.
struct ChangeDocument: Encodable {
  let name: String
  let family: String?
  let oldBytes: Int?
  let newBytes: Int?
  let deltaBytes: Int?
  let toleranceBytes: Int?
  let status: Change.Status
  /// `old` or `new`: which archive does not give the size; absent unless the status is `unknown`.
  let unknownIn: Change.Side?
  let bytesPerHour: Int?

  init(_ change: Change, _ comparison: Comparison) {
    name = change.name
    family = change.family
    oldBytes = change.old?.bytes
    newBytes = change.new?.bytes
    deltaBytes = change.delta?.bytes
    toleranceBytes = change.delta?.tolerance
    status = change.status
    unknownIn = change.unknownIn
    bytesPerHour = comparison.perHour(change)
  }
}

/// The kernel's difference in its two parts.
struct KernelGrowthDocument: Encodable {
  let measure: KernelGrowth.Measure
  let oldBytes: Int
  let newBytes: Int
  let deltaBytes: Int
  let zonesDeltaBytes: Int?
  let outsideZonesDeltaBytes: Int?
  let outsideZonesIsBrokenDown: Bool

  init(_ growth: KernelGrowth) {
    measure = growth.measure
    oldBytes = growth.old.bytes
    newBytes = growth.new.bytes
    deltaBytes = growth.delta.bytes
    zonesDeltaBytes = growth.zones?.bytes
    outsideZonesDeltaBytes = growth.outsideZones?.bytes
    outsideZonesIsBrokenDown = growth.isBrokenDown
  }
}
