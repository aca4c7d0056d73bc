internal import AllocationBalance
internal import MemorySections

/// A report in one row, for tables of many archives.
public struct SnapshotSummary: Sendable, Hashable {
  /// The archive's path.
  public var path: String
  /// The capture time in RFC 3339; nil when unknown.
  public var capturedAt: String?
  /// The machine's model; nil when unknown.
  public var model: String?
  /// The OS build; nil when unknown.
  public var build: String?
  /// The OS version; nil when unknown.
  public var osVersion: String?
  /// Kernel memory; nil when unknown.
  public var kernelBytes: Int?
  /// Whether the kernel's size is a lower bound; nil when it is unknown.
  public var kernelIsLowerBound: Bool?
  /// Process memory; nil when unknown.
  public var userBytes: Int?
  /// Whether the processes' size is a lower bound; nil when it is unknown.
  public var userIsLowerBound: Bool?
  /// The kernel's share of both, 0 to 1; nil when either is unknown.
  public var kernelShare: Double?
  /// Installed memory; nil when unknown.
  public var installedBytes: Int?
  /// The largest zone; nil without zones.
  public var largestZone: String?
  /// The size of that zone, possibly a lower bound; nil without zones.
  public var largestZoneBytes: Int?
  /// The number of findings of each severity.
  public var findings: [Severity: Int] = [:]
  /// How the reading ended.
  public var outcome: String
  /// The error; nil when the archive was read completely.
  public var error: String?

  /// Creates the row of an archive about which nothing else is known.
  public init(path: String, outcome: String, error: String? = nil) {
    self.path = path
    self.outcome = outcome
    self.error = error
  }

  /// Summarizes a report.
  public init(_ report: Report, error: String? = nil) {
    let snapshot = report.snapshot
    self.init(path: snapshot.archive.path, outcome: snapshot.scan.outcome.rawValue, error: error)
    capturedAt = snapshot.archive.capturedAt
    model = snapshot.model
    build = snapshot.build
    osVersion = snapshot.osVersion
    kernelBytes = report.balance.kernel?.quantity.bytes
    kernelIsLowerBound = report.balance.kernel?.isLowerBound
    userBytes = report.balance.user?.quantity.bytes
    userIsLowerBound = report.balance.user?.isLowerBound
    kernelShare = report.balance.kernelShare
    installedBytes = report.balance.installed?.bytes
    let zones = snapshot.zprint?.zones ?? []
    // By their places: a comparison of the zones would copy both.
    let sizes = zones.indices.map { zones[$0].current?.bytes ?? zones[$0].used.bytes }
    let largest = sizes.indices.max { sizes[$0] < sizes[$1] }
    largestZone = largest.map { zones[$0].name }
    largestZoneBytes = largest.map { sizes[$0] }
    for finding in report.findings.findings { findings[finding.severity, default: 0] += 1 }
  }

  /// The highest severity; nil without findings.
  public var worst: Severity? { findings.keys.max() }
}
