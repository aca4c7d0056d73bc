internal import AllocationBalance
internal import MemorySections

/// A report in one row: what tables of many archives show of each.
public struct SnapshotSummary: Sendable, Hashable {
  /// The archive's path.
  public var path: String
  /// When it was captured: RFC 3339; nil when not known.
  public var capturedAt: String?
  /// The machine's model; nil when not known.
  public var model: String?
  /// The OS build; nil when not known.
  public var build: String?
  /// The OS version; nil when not known.
  public var osVersion: String?
  /// What the kernel holds; nil when not known.
  public var kernelBytes: Int?
  /// Whether the kernel holds at least so much; nil when its size is not known.
  public var kernelIsLowerBound: Bool?
  /// What the processes hold; nil when not known.
  public var userBytes: Int?
  /// Whether the processes hold at least so much; nil when their size is not known.
  public var userIsLowerBound: Bool?
  /// The kernel's part of both, 0 to 1; nil when either is not known.
  public var kernelShare: Double?
  /// Memory built into the machine; nil when not known.
  public var installedBytes: Int?
  /// The zone that holds most; nil without zones.
  public var largestZone: String?
  /// What that zone holds at least; nil without zones.
  public var largestZoneBytes: Int?
  /// How many findings there are of each severity.
  public var findings: [Severity: Int] = [:]
  /// How the reading ended.
  public var outcome: String
  /// What went wrong; nil when the archive was read whole.
  public var error: String?

  /// Creates the row of an archive of which nothing else is known.
  public init(path: String, outcome: String, error: String? = nil) {
    self.path = path
    self.outcome = outcome
    self.error = error
  }

  /// Sums up a report.
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
    let zone = snapshot.zprint?.zones.max {
      ($0.current ?? $0.used).bytes < ($1.current ?? $1.used).bytes
    }
    largestZone = zone?.name
    largestZoneBytes = zone.map { ($0.current ?? $0.used).bytes }
    for finding in report.findings.findings { findings[finding.severity, default: 0] += 1 }
  }

  /// The severest finding's severity; nil without findings.
  public var worst: Severity? { findings.keys.max() }
}
