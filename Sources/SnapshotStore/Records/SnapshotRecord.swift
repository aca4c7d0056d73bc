internal import AllocationBalance
internal import GRDB
internal import MemoryAnalysis
internal import MemorySections

/// A snapshot as a whole.
struct SnapshotRecord: Decodable, FetchableRecord, TableRecord {
  static let databaseTableName = "snapshot"

  let digest: String
  let machine: Int64
  let path: String
  let archiveName: String?
  let archiveModel: String?
  let archiveBuild: String?
  let platform: String?
  let model: String?
  let build: String?
  let osVersion: String?
  let capturedAt: String?
  let capturedAtLocal: String?
  let capturedSeconds: Int?
  let bootSeconds: Int?
  let kernel: Int?
  let kernelTolerance: Int?
  let kernelSource: String?
  let kernelIsLowerBound: Bool?
  let user: Int?
  let userTolerance: Int?
  let userSource: String?
  let userIsLowerBound: Bool?
  let kernelShare: Double?
  let installed: Int?
  let compressor: Int?
  let fileBacked: Int?
  let free: Int?
  let wired: Int?
  let unexplained: Int?
  let largestZone: Int64?
  let largestZoneBytes: Int?
  let criticalCount: Int
  let warningCount: Int
  let infoCount: Int
  let outcome: String
  let compressedBytes: Int?
  let compressedBytesRead: Int
  let uncompressedBytesRead: Int
  let membersSeen: Int

  enum CodingKeys: String, CodingKey, CaseIterable {
    case digest
    case machine = "machine_id"
    case path
    case archiveName = "archive_name"
    case archiveModel = "archive_model"
    case archiveBuild = "archive_build"
    case platform, model, build
    case osVersion = "os_version"
    case capturedAt = "captured_at"
    case capturedAtLocal = "captured_at_local"
    case capturedSeconds = "captured_seconds"
    case bootSeconds = "boot_seconds"
    case kernel = "kernel_bytes"
    case kernelTolerance = "kernel_tolerance"
    case kernelSource = "kernel_source"
    case kernelIsLowerBound = "kernel_is_lower_bound"
    case user = "user_bytes"
    case userTolerance = "user_tolerance"
    case userSource = "user_source"
    case userIsLowerBound = "user_is_lower_bound"
    case kernelShare = "kernel_share"
    case installed = "installed_bytes"
    case compressor = "compressor_bytes"
    case fileBacked = "file_backed_bytes"
    case free = "free_bytes"
    case wired = "wired_bytes"
    case unexplained = "unexplained_bytes"
    case largestZone = "largest_zone_id"
    case largestZoneBytes = "largest_zone_bytes"
    case criticalCount = "critical_count"
    case warningCount = "warning_count"
    case infoCount = "info_count"
    case outcome
    case compressedBytes = "compressed_bytes"
    case compressedBytesRead = "compressed_bytes_read"
    case uncompressedBytesRead = "uncompressed_bytes_read"
    case membersSeen = "members_seen"
  }
}

extension SnapshotRecord: TableRow {
  static var table: String { databaseTableName }
  static var keys: String { "id" }
  static let columns = CodingKeys.allCases.map(\.rawValue).joined(separator: ", ")

  func bind(to row: inout some RowSink) throws {
    try row.add(asIs: digest)
    try row.add(machine)
    try row.add(asIs: path)
    try row.add(asIs: archiveName)
    try row.add(asIs: archiveModel)
    try row.add(asIs: archiveBuild)
    try row.add(asIs: platform)
    try row.add(asIs: model)
    try row.add(asIs: build)
    try row.add(asIs: osVersion)
    try row.add(asIs: capturedAt)
    try row.add(asIs: capturedAtLocal)
    try row.add(capturedSeconds)
    try row.add(bootSeconds)
    try row.add(kernel)
    try row.add(kernelTolerance)
    try row.add(asIs: kernelSource)
    try row.add(kernelIsLowerBound)
    try row.add(user)
    try row.add(userTolerance)
    try row.add(asIs: userSource)
    try row.add(userIsLowerBound)
    try row.add(kernelShare)
    try row.add(installed)
    try row.add(compressor)
    try row.add(fileBacked)
    try row.add(free)
    try row.add(wired)
    try row.add(unexplained)
    try row.add(largestZone)
    try row.add(largestZoneBytes)
    try row.add(criticalCount)
    try row.add(warningCount)
    try row.add(infoCount)
    try row.add(asIs: outcome)
    try row.add(compressedBytes)
    try row.add(compressedBytesRead)
    try row.add(uncompressedBytesRead)
    try row.add(membersSeen)
  }
}

extension SnapshotRecord {
  /// Makes the record of a report's snapshot.
  init(_ report: Report, digest: String, machine: Int64, _ names: NameWriter) throws {
    let (snapshot, balance) = (report.snapshot, report.balance)
    let (archive, scan) = (snapshot.archive, snapshot.scan)
    let summary = SnapshotSummary(report)
    self.init(
      digest: digest, machine: machine, path: archive.path, archiveName: archive.name,
      archiveModel: archive.model, archiveBuild: archive.build, platform: archive.platform,
      model: snapshot.model, build: snapshot.build, osVersion: snapshot.osVersion,
      capturedAt: archive.capturedAt, capturedAtLocal: archive.capturedAtLocal,
      capturedSeconds: archive.capturedSeconds, bootSeconds: snapshot.bootTime?.seconds,
      kernel: balance.kernel?.quantity.bytes, kernelTolerance: balance.kernel?.quantity.tolerance,
      kernelSource: balance.kernel?.origin.rawValue,
      kernelIsLowerBound: balance.kernel?.isLowerBound, user: balance.user?.quantity.bytes,
      userTolerance: balance.user?.quantity.tolerance, userSource: balance.user?.origin.rawValue,
      userIsLowerBound: balance.user?.isLowerBound, kernelShare: balance.kernelShare,
      installed: balance.installed?.bytes, compressor: balance.compressor?.bytes,
      fileBacked: balance.fileBacked?.bytes, free: balance.free?.bytes,
      wired: balance.wired?.bytes, unexplained: report.ledger.unexplained?.bytes,
      largestZone: try names.id(summary.largestZone), largestZoneBytes: summary.largestZoneBytes,
      criticalCount: summary.findings[.critical] ?? 0,
      warningCount: summary.findings[.warning] ?? 0, infoCount: summary.findings[.info] ?? 0,
      outcome: scan.outcome.rawValue, compressedBytes: archive.compressedBytes,
      compressedBytesRead: scan.compressedBytesRead,
      uncompressedBytesRead: scan.uncompressedBytesRead, membersSeen: scan.membersSeen)
  }

  /// The archive that the snapshot was read from.
  var archive: CapturedArchive {
    var archive = CapturedArchive(path: path)
    archive.name = archiveName
    archive.compressedBytes = compressedBytes
    archive.capturedAt = capturedAt
    archive.capturedAtLocal = capturedAtLocal
    archive.capturedSeconds = capturedSeconds
    archive.platform = platform
    archive.model = archiveModel
    archive.build = archiveBuild
    archive.contentDigest = digest
    return archive
  }

  /// How far the archive was read, with what was wrong.
  func scan(_ problems: [ScanSummary.Problem]) -> ScanSummary {
    ScanSummary(
      outcome: ScanSummary.Outcome(rawValue: outcome) ?? .unreadable,
      compressedBytesRead: compressedBytesRead, uncompressedBytesRead: uncompressedBytesRead,
      membersSeen: membersSeen, problems: problems)
  }
}
