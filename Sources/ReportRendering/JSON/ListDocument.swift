internal import AllocationBalance
internal import MemoryAnalysis

/// The JSON of a list of a store's snapshots.
struct ListDocument: Encodable {
  let schemaVersion = 1
  let tool = ToolDocument()
  let snapshots: [Entry]

  /// One snapshot; an absent key means unknown.
  struct Entry: Encodable {
    let id: Int64
    let machine: String
    let path: String
    let capturedAt: String?
    let model: String?
    let build: String?
    let osVersion: String?
    let kernelBytes: Int?
    let userBytes: Int?
    let kernelShare: Double?
    let installedBytes: Int?
    let largestZone: String?
    let largestZoneBytes: Int?
    let findings: [String: Int]
    let outcome: String

    init(_ snapshot: ListedSnapshot) {
      let summary = snapshot.summary
      id = snapshot.id
      machine = snapshot.machine
      path = summary.path
      capturedAt = summary.capturedAt
      model = summary.model
      build = summary.build
      osVersion = summary.osVersion
      kernelBytes = summary.kernelBytes
      userBytes = summary.userBytes
      kernelShare = summary.kernelShare
      installedBytes = summary.installedBytes
      largestZone = summary.largestZone
      largestZoneBytes = summary.largestZoneBytes
      findings = Dictionary(
        uniqueKeysWithValues: Severity.allCases.map { ($0.rawValue, summary.findings[$0] ?? 0) })
      outcome = summary.outcome
    }
  }
}
